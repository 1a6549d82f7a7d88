"""The two doors of an Odoo in miniature: JSON-2 and XML-RPC, each with its own way to call and to refuse."""

from __future__ import annotations

import inspect
import json
import re
import xmlrpc.client
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Protocol
from xml.parsers.expat import ExpatError

from integration_console.sandbox.odoo_accounts import OTHERS, Method
from integration_console.sandbox.odoo_call import Call
from integration_console.sandbox.odoo_house import OdooDatabase
from integration_console.sandbox.odoo_methods import ON_MODEL, ON_RECORDS
from integration_console.sandbox.odoo_people import SandboxUser
from integration_console.sandbox.odoo_refusals import (
    CLOSE,
    Refused,
    as_fault,
    as_json2,
    denied,
    forbidden,
    missing_record,
    page,
    protocol_error,
    warning,
    xml_reply,
)
from integration_console.sandbox.odoo_tables import FIELDS
from integration_console.sandbox.web import Reply, Request

_PRIVATE = ("exists", "sudo", "browse", "with_context", "mapped", "filtered")
_BEARER = re.compile(r"bearer\s+(.+)", re.IGNORECASE)
_JSON2_PATH = re.compile(r"/json/2/([\w.]+)/(\w+)")
_RECORD_GROUPS_SINCE = 18
_NO_DATABASE = "No database is selected and the requested URL was not found in the server-wide controllers."
_WRONG_TYPE = "Please verify the Content-Type request header and try again."


class Doors(Protocol):
    """What the doors need of the server."""

    major: int

    def chosen(self, name: str) -> OdooDatabase | None:
        """Return the database of that name; for "" the only one, if there is but one."""

    def note(self, call: str) -> None:
        """Remember a call as “model.method”."""


def json2(doors: Doors, request: Request) -> Reply:
    """Answer a JSON-2 request."""
    database = doors.chosen(request.headers.get("x-odoo-database", ""))
    if database is None:
        return page(404, "Not Found", _NO_DATABASE)
    kind = request.headers.get("content-type", "application/json")
    if not kind.startswith("application/json"):
        return page(415, "Unsupported Media Type", _WRONG_TYPE)
    try:
        return _json_result(doors, database, request)
    except Refused as refused:
        return as_json2(refused)


def _json_result(doors: Doors, database: OdooDatabase, request: Request) -> Reply:
    found = _JSON2_PATH.fullmatch(request.path)
    if found is None or request.method != "POST":
        raise protocol_error("NotFound", "Did you mean POST /json/2/<model>/<method>?")
    user = _bearer(database, request)
    model, name = found.groups()
    doors.note(f"{model}.{name}")
    if not _exists(database, model):
        raise protocol_error("NotFound", f"the model '{model}' does not exist")
    method, _ = _method(doors, model, name, unknown=lambda text: protocol_error("NotFound", text))
    named = _json_body(request.body)
    ids = tuple(named.pop("ids", ()))
    call = Call(
        database.tables, database.people, user, model, doors.major, ids, _context(database, named.pop("context", {}))
    )
    try:
        inspect.signature(method).bind(call, **named)
    except TypeError as error:
        raise protocol_error("UnprocessableEntity", str(error)) from None
    result = method(call, **named)
    if name == "create" and not isinstance(result, list):
        result = [result]
    return Reply(200, json.dumps(result).encode(), headers=CLOSE)


def _json_body(body: bytes) -> dict[str, Any]:
    try:
        content = json.loads(body) if body else {}
    except ValueError as error:
        raise protocol_error("BadRequest", f"could not parse the body as json: {error}") from None
    return content if isinstance(content, dict) else {}


def _bearer(database: OdooDatabase, request: Request) -> SandboxUser:
    found = _BEARER.fullmatch(request.headers.get("authorization", ""))
    if found is None:
        raise protocol_error(
            "Unauthorized", "User not authenticated, use an API Key with a Bearer Authorization header."
        )
    user = database.people.by_key(found.group(1))
    if user is None:
        raise protocol_error("Unauthorized", "Invalid apikey")
    return user


def xml_rpc(doors: Doors, request: Request, version: Mapping[str, Any]) -> Reply:
    """Answer an XML-RPC request; every refusal is a fault in HTTP 200."""
    try:
        result = _xml_result(doors, request, version)
        return xml_reply((result,))
    except Refused as refused:
        return as_fault(refused)
    except TypeError as error:  # what Python says of a result that XML-RPC cannot carry
        return as_fault(Refused("builtins.TypeError", str(error)))


def _xml_result(doors: Doors, request: Request, version: Mapping[str, Any]) -> Any:
    try:
        sent, name = xmlrpc.client.loads(request.body, use_builtin_types=True)
    except ExpatError as error:
        raise Refused("xml.parsers.expat.ExpatError", str(error)) from None
    if request.path.endswith("/common") and name == "version":
        return version
    database = doors.chosen(str(sent[0])) if sent and sent[0] else None
    if database is None:
        raise _no_such_database(str(sent[0]) if sent else "")
    if request.path.endswith("/common"):
        user = database.people.by_login(str(sent[1]), str(sent[2]))
        doors.note("authenticate")
        return user.id if user is not None else False
    return _execute(doors, database, sent)


def _execute(doors: Doors, database: OdooDatabase, sent: tuple[Any, ...]) -> Any:
    _, uid, secret, model, name, args, *rest = sent
    user = database.people.user(uid)
    if user is None:
        raise missing_record("res.users", uid, uid)
    if not database.people.accepts(user, secret):
        raise denied()
    doors.note(f"{model}.{name}")
    if not _exists(database, model):
        raise warning(f"Object {model} doesn't exist")
    method, on_records = _method(doors, model, name, unknown=lambda text: Refused("builtins.AttributeError", text))
    named = dict(rest[0]) if rest else {}
    call = Call(
        database.tables, database.people, user, model, doors.major, (), _context(database, named.pop("context", {}))
    )
    positional = list(args)
    if on_records and positional:
        call = replace(call, ids=tuple(positional.pop(0)))
    try:
        inspect.signature(method).bind(call, *positional, **named)
    except TypeError as error:
        raise Refused("builtins.TypeError", f"BaseModel.{name}() {error}") from None
    return method(call, *positional, **named)


def _exists(database: OdooDatabase, model: str) -> bool:
    return model in OTHERS or (model in FIELDS and "hr" in database.tables.modules)


def _method(doors: Doors, model: str, name: str, *, unknown: Callable[[str], Refused]) -> tuple[Method, bool]:
    """Return a method, and whether XML-RPC gives it ids first."""
    if name.startswith("_") or name in _PRIVATE:
        raise forbidden(f"Private methods (such as '{model}.{name}') cannot be called remotely.")
    found = OTHERS[model].get(name) if model in OTHERS else ON_RECORDS.get(name) or ON_MODEL.get(name)
    if found is None:
        raise unknown(f"The method '{model}.{name}' does not exist")
    return found, name in ON_RECORDS or (name == "has_group" and doors.major >= _RECORD_GROUPS_SINCE)


def _context(database: OdooDatabase, context: Any) -> Mapping[str, Any]:
    asked = context if isinstance(context, dict) else {}
    language = asked.get("lang")
    if language and language not in database.tables.languages:
        raise warning(f"Invalid language code: {language}")
    return asked


def _no_such_database(name: str) -> Refused:
    where = 'connection to server on socket "/opt/odoo/run/.s.PGSQL.5544" failed'
    return Refused("psycopg2.OperationalError", f'{where}: FATAL:  database "{name}" does not exist\n')
