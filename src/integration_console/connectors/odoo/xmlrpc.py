"""XML-RPC, the external API of every Odoo up to 21, over our own HTTP (odoo/documentation, external_rpc_api.rst).

The standard library only writes and reads the XML; its transport, which sends a lost request again by itself, is not
used. An answer with a declaration (a DTD, entities) is refused before it is read.
"""

from __future__ import annotations

import re
import xmlrpc.client
from collections.abc import Mapping, Sequence
from typing import Any
from xml.parsers.expat import ExpatError

from integration_console.connectors.answers import Answer
from integration_console.connectors.http_client import HttpClient
from integration_console.connectors.odoo.refusals import Call, fault_refusal, refuse_by_status
from integration_console.connectors.odoo.settings import OdooSettings
from integration_console.domain.errors import (
    OdooApiUnavailable,
    OdooDatabaseUnknown,
    OdooSignInFailed,
    RemoteError,
)

_DECLARATION = re.compile(rb"<!|\x00")
_STARTS_AS_XML = re.compile(rb"\s*<(\?xml|methodResponse)")
_BROKEN = (xmlrpc.client.Error, ExpatError, ValueError, TypeError, LookupError, AttributeError, OverflowError)


class XmlRpc:
    """Calls methods by XML-RPC; signs in once, with a password or an API key in its place."""

    name = "XML-RPC"

    def __init__(self, http: HttpClient, settings: OdooSettings) -> None:
        self.date = ""
        self._http = http
        self._settings = settings
        self._uid = 0

    def version(self) -> Any:
        """Return what the server says of its version, without signing in. Raises `RemoteError`."""
        return self._post("common", "version", (), {})

    def sign_in(self) -> int:
        """Sign in (this takes the server up to 1.4 s) and return the account's id. Raises `RemoteError`."""
        odoo = self._settings
        if not odoo.database:
            raise OdooDatabaseUnknown(host=self._http.host, database="–")
        uid = self._post("common", "authenticate", (odoo.database, odoo.login, odoo.secret, {}), {})
        if not isinstance(uid, int) or not uid:
            raise OdooSignInFailed(host=self._http.host)
        self._uid = uid
        return uid

    def call(self, model: str, method: str, named: Mapping[str, Any], ids: Sequence[int] | None = None) -> Any:
        """Call a method that reads, and return its result. Raises `RemoteError`."""
        odoo = self._settings
        positional: list[Any] = [] if ids is None else [list(ids)]
        sent = (odoo.database, self._uid, odoo.secret, model, method, positional, dict(named))
        context = named.get("context") or {}
        return self._post(
            "object", "execute_kw", sent, {"model": model, "method": method, "language": str(context.get("lang", "–"))}
        )

    def _post(self, service: str, method: str, sent: tuple[Any, ...], about: Call) -> Any:
        answer = self._http.request(
            "POST",
            f"{self._settings.base_url}/xmlrpc/2/{service}",
            content=xmlrpc.client.dumps(sent, method).encode(),
            headers={"Content-Type": "text/xml"},
            repeatable=True,
        )
        self.date = answer.headers.get("date", "")
        whole = {"model": "–", "method": method, **about}
        return result_of(answer, {"host": self._http.host, "database": self._settings.database or "–", **whole})


def result_of(answer: Answer, call: Call) -> Any:
    """Return what an XML-RPC answer holds. Raises `RemoteError`."""
    refuse_by_status(answer, call)
    if answer.status == 404:  # noqa: PLR2004 - HTTP's own number
        raise OdooApiUnavailable(**call, status=answer.status)
    if answer.status != 200 or _DECLARATION.search(answer.body) or not _STARTS_AS_XML.match(answer.body):  # noqa: PLR2004
        raise answer.unexpected()
    read = _read(answer, call)
    if isinstance(read, RemoteError):
        raise read  # outside any except block, so that the fault's traceback is not chained
    return read


def _read(answer: Answer, call: Call) -> Any:
    try:
        parameters, _ = xmlrpc.client.loads(answer.body.decode("utf-8", "replace"), use_builtin_types=True)
        return parameters[0]
    except xmlrpc.client.Fault as fault:
        return fault_refusal(_code(fault), str(fault.faultString), call)
    except _BROKEN:
        return answer.unexpected()


def _code(fault: xmlrpc.client.Fault) -> int:
    code: object = fault.faultCode  # whatever the server wrote
    return code if isinstance(code, int) else 1
