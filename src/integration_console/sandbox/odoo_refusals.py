"""How an Odoo in miniature refuses: Python errors, as JSON-2 and as XML-RPC show them (providers.md 2.4b)."""

from __future__ import annotations

import json
import xmlrpc.client
from collections.abc import Mapping
from typing import Any

from integration_console.sandbox.web import Reply

TRACE = 'Traceback (most recent call last):\n  File "/opt/odoo/src/odoo/sandbox.py", line 1, in call\n'
CLOSE = {"Connection": "close"}
"""Odoo ends the connection after every answer."""

_WARNING, _DENIED, _ACCESS = 2, 3, 4
_FAULTS: Mapping[str, int] = {
    "odoo.exceptions.UserError": _WARNING,
    "odoo.exceptions.ValidationError": _WARNING,
    "odoo.exceptions.MissingError": _WARNING,
    "odoo.exceptions.AccessDenied": _DENIED,
    "odoo.exceptions.AccessError": _ACCESS,
}
_STATUSES: Mapping[str, int] = {
    "odoo.exceptions.UserError": 422,
    "odoo.exceptions.ValidationError": 422,
    "odoo.exceptions.MissingError": 404,
    "odoo.exceptions.AccessDenied": 403,
    "odoo.exceptions.AccessError": 403,
    "werkzeug.exceptions.BadRequest": 400,
    "werkzeug.exceptions.Unauthorized": 401,
    "werkzeug.exceptions.NotFound": 404,
    "werkzeug.exceptions.UnprocessableEntity": 422,
}


class Refused(Exception):
    """The sandbox refuses with the Python error `name`, as Odoo would raise it."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message)
        self.name = name
        self.message = message


def warning(message: str) -> Refused:
    """Odoo's own rules say no."""
    return Refused("odoo.exceptions.UserError", message)


def invalid(message: str) -> Refused:
    """A value is not allowed."""
    return Refused("odoo.exceptions.ValidationError", message)


def forbidden(message: str) -> Refused:
    """The account may not do it."""
    return Refused("odoo.exceptions.AccessError", message)


def denied(message: str = "Access Denied") -> Refused:
    """Who is asking is not accepted."""
    return Refused("odoo.exceptions.AccessDenied", message)


def bad_value(message: str) -> Refused:
    """Odoo's Python code met a value that it does not understand."""
    return Refused("builtins.ValueError", message)


def missing_record(model: str, record_id: int, uid: int) -> Refused:
    """The record does not exist, or not any more."""
    where = f"(Record: {model}({record_id},), User: {uid})"
    return Refused("odoo.exceptions.MissingError", f"Record does not exist or has been deleted.\n{where}")


def protocol_error(kind: str, message: str) -> Refused:
    """JSON-2 itself refuses: `kind` is werkzeug's word (NotFound, Unauthorized, BadRequest, UnprocessableEntity)."""
    return Refused(f"werkzeug.exceptions.{kind}", message)


def as_json2(refused: Refused) -> Reply:
    """Return a refusal as JSON-2 shows it, traceback included."""
    status = _STATUSES.get(refused.name, 500)
    arguments: list[Any] = [refused.message]
    if refused.name.startswith("werkzeug."):
        arguments.append(status)
    content = {
        "name": refused.name,
        "message": refused.message,
        "arguments": arguments,
        "context": {},
        "debug": f"{TRACE}{refused.name}: {refused.message}\n",
    }
    extra = {"WWW-Authenticate": "Bearer "} if status == 401 else {}  # noqa: PLR2004 - HTTP's own number
    return Reply(status, json.dumps(content).encode(), headers={**CLOSE, **extra})


def as_fault(refused: Refused) -> Reply:
    """Return a refusal as XML-RPC shows it: HTTP 200, a warning's own words or a whole traceback."""
    code = _FAULTS.get(refused.name, 1)
    name = refused.name.removeprefix("builtins.")
    text = refused.message if code > 1 else f"{TRACE}{name}: {refused.message}\n"
    return xml_reply(xmlrpc.client.Fault(code, text))


def xml_reply(content: tuple[Any] | xmlrpc.client.Fault) -> Reply:
    """Return a result or a fault in XML."""
    body = xmlrpc.client.dumps(content, methodresponse=True)
    return Reply(200, body.encode(), "text/xml; charset=utf-8", CLOSE)


def page(status: int, title: str, text: str) -> Reply:
    """Return one of Odoo's own pages for people."""
    body = f"<!DOCTYPE html>\n<title>{status} {title}</title>\n<h1>{title}</h1>\n<p>{text}</p>\n"
    return Reply(status, body.encode(), "text/html; charset=utf-8", CLOSE)
