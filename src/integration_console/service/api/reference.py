"""The reference of the API as one page, made from its OpenAPI document; it loads nothing from anywhere."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Any

from integration_console.service.api.routes import PERMISSION

if TYPE_CHECKING:
    from collections.abc import Iterator

POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
"""What the page may load (Content-Security-Policy): its own style, and nothing else."""
_STYLE = """
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { margin: 0 auto; max-inline-size: 60rem; padding: 1.5rem }
nav { columns: 12rem } nav a { display: block }
h2 { margin-block-start: 2.5rem; border-block-end: 1px solid GrayText; text-transform: capitalize }
details { margin-block: .4rem; border: 1px solid GrayText; border-radius: .5rem; padding: .5rem .75rem }
summary { cursor: pointer; overflow-wrap: anywhere }
code, pre { font-family: ui-monospace, monospace; font-size: .9em }
pre { overflow: auto; max-block-size: 24rem; padding: .75rem; border: 1px solid GrayText; border-radius: .5rem }
b.method { display: inline-block; min-inline-size: 4.5em }
table { border-collapse: collapse; inline-size: 100% }
td, th { text-align: start; vertical-align: top; padding: .3rem .75rem .3rem 0; border-block-end: 1px solid GrayText }
.needs { color: GrayText }
"""


def reference_page(document: dict[str, Any]) -> str:
    """Return the page of an OpenAPI document."""
    title = f"{document['info']['title']} API {document['info']['version']}"
    subjects = _by_subject(document)
    links = "".join(f'<a href="#{escape(each)}">{escape(each)}</a>' for each in (*subjects, "kinds"))
    parts = "".join(_subject(name, operations) for name, operations in subjects.items())
    kinds = "".join(_kind(name, schema) for name, schema in sorted(document["components"]["schemas"].items()))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head><body>'
        f"<h1>{escape(title)}</h1><p>Send <code>Authorization: Bearer …</code> with an access token, an API key or the "
        "token of the one who holds the workspace. What goes wrong is a problem (RFC 9457) with a stable "
        '<code>code</code>. The whole description: <a href="openapi.json">openapi.json</a>.</p>'
        f'<nav>{links}</nav>{parts}<h2 id="kinds">Kinds</h2>{kinds}</body></html>'
    )


def _by_subject(document: dict[str, Any]) -> dict[str, list[tuple[str, str, dict[str, Any]]]]:
    subjects: dict[str, list[tuple[str, str, dict[str, Any]]]] = {}
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            subjects.setdefault(operation["tags"][0], []).append((method.upper(), path, operation))
    return subjects


def _subject(name: str, operations: list[tuple[str, str, dict[str, Any]]]) -> str:
    return f'<h2 id="{escape(name)}">{escape(name)}</h2>' + "".join(_operation(*each) for each in operations)


def _operation(method: str, path: str, operation: dict[str, Any]) -> str:
    needed = operation.get(PERMISSION, "")
    needs = f"needs <code>{escape(needed)}</code>" if needed else "open to anybody"
    rows = "".join(_parameter(each) for each in operation.get("parameters", ()))
    table = f"<table><tr><th>Parameter</th><th>In</th><th>Kind</th><th></th></tr>{rows}</table>" if rows else ""
    bodies = "".join(_content("Body", *each) for each in _contents(operation.get("requestBody", {})))
    identity = operation["operationId"]
    answers = "".join(
        _content(f"Answer {status}", *each)
        for status, answer in operation["responses"].items()
        for each in _contents(answer)
    )
    return (
        f'<details id="{escape(identity)}"><summary><b class="method">{method}</b>'
        f"<code>{escape(path)}</code> <span class=needs>{needs}</span></summary>"
        f"<p>{escape(operation.get('description', ''))}</p>{table}{bodies}{answers}</details>"
    )


def _parameter(each: dict[str, Any]) -> str:
    required = " (required)" if each.get("required") else ""
    cells = (each["name"] + required, each["in"], _shown(each["schema"]), each.get("description", ""))
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"


def _contents(part: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for media_type, content in part.get("content", {}).items():
        yield media_type, content.get("schema", {})


def _content(title: str, media_type: str, schema: dict[str, Any]) -> str:
    name = str(schema.get("$ref", "")).rpartition("/")[2]
    shown = f'<a href="#kind-{escape(name)}">{escape(name)}</a>' if name else f"<code>{escape(_shown(schema))}</code>"
    return f"<p>{escape(title)}: {shown} <span class=needs>{escape(media_type)}</span></p>"


def _shown(schema: dict[str, Any]) -> str:
    """Return a schema in few words."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " | ".join(_shown(each) for each in schema["anyOf"])
    if schema.get("type") == "array":
        return f"list of {_shown(schema.get('items', {}))}"
    return str(schema.get("format") or schema.get("type") or "any")


def _kind(name: str, schema: dict[str, Any]) -> str:
    text = json.dumps(schema, indent=2, ensure_ascii=False)
    return (
        f'<details id="kind-{escape(name)}"><summary><code>{escape(name)}</code></summary>'
        f"<p>{escape(schema.get('description', ''))}</p><pre>{escape(text)}</pre></details>"
    )
