"""The OpenAPI 3.1 document: FastAPI's own, with the domain's kinds, the problems and who may ask put in."""

from __future__ import annotations

from typing import Any

from integration_console.domain.errors import FieldProblem
from integration_console.service.api.schemas import MARK, Schema, Schemas, marked

_BEARER = "bearer"
_PROBLEM: Schema = {
    "type": "object",
    "title": "Problem",
    "description": "What went wrong (RFC 9457). `code` is stable; `params` fill the holes of `title` and `detail`.",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "code": {"type": "string"},
        "params": {"type": "object", "additionalProperties": {"type": "string"}},
        "errors": {"type": "array", "items": {"$ref": f"#/components/schemas/{FieldProblem.__name__}"}},
    },
    "required": ["type", "title", "status", "detail", "code", "params"],
}


def completed(document: dict[str, Any]) -> dict[str, Any]:
    """Return the document with every domain kind described, each once."""
    schemas = Schemas()
    schemas.of(FieldProblem)
    whole: dict[str, Any] = _replaced(document, schemas)
    components = whole.setdefault("components", {})
    named = components.setdefault("schemas", {})
    named.update({**schemas.named, "Problem": _PROBLEM})
    components["securitySchemes"] = {
        _BEARER: {
            "type": "http",
            "scheme": "bearer",
            "description": "A person's access token, an API key, or the token of the one who holds the workspace file.",
        }
    }
    whole["security"] = [{_BEARER: []}]
    return whole


def _replaced(part: Any, schemas: Schemas) -> Any:  # noqa: ANN401 - JSON
    if isinstance(part, dict):
        if MARK in part:
            return {
                **schemas.of(marked(part[MARK])),
                **{name: each for name, each in part.items() if name == "description"},
            }
        return {name: _replaced(each, schemas) for name, each in part.items()}
    return [_replaced(each, schemas) for each in part] if isinstance(part, list) else part
