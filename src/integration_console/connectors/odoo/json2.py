"""JSON-2, the external API of Odoo 19 and later: one POST for each call (odoo/documentation, external_api.rst)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from integration_console.connectors.http_client import HttpClient
from integration_console.connectors.odoo.refusals import json2_refusal, refuse_by_status
from integration_console.connectors.odoo.settings import OdooSettings


class Json2:
    """Calls methods by JSON-2 with an API key as bearer token."""

    name = "JSON-2"

    def __init__(self, http: HttpClient, settings: OdooSettings) -> None:
        self.date = ""
        self._http = http
        self._settings = settings

    def sign_in(self) -> int:
        """Return the account's own id. Raises `RemoteError`."""
        answer = self.call("res.users", "context_get", {})
        return int(answer.get("uid") or 0) if isinstance(answer, dict) else 0

    def call(self, model: str, method: str, named: Mapping[str, Any], ids: Sequence[int] | None = None) -> Any:
        """Call a method that reads, and return its bare result. Raises `RemoteError`."""
        odoo = self._settings
        body = json.dumps({**named, **({} if ids is None else {"ids": list(ids)})}).encode()
        headers = {"X-Odoo-Database": odoo.database} if odoo.database else {}
        answer = self._http.post_json(
            f"{odoo.base_url}/json/2/{model}/{method}", body, odoo.secret, headers=headers, repeatable=True
        )
        self.date = answer.headers.get("date", "")
        about = {"host": self._http.host, "database": odoo.database or "–", "model": model, "method": method}
        call = {**about, "language": _language(named)}
        refuse_by_status(answer, call)
        if answer.status != HTTPStatus.OK:
            raise json2_refusal(answer, call)
        return answer.json_value()


def _language(named: Mapping[str, Any]) -> str:
    context = named.get("context")
    return str(context.get("lang", "–")) if isinstance(context, dict) else "–"
