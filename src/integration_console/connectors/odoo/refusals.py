"""Odoo's refusals in both protocols, sorted into our errors; tracebacks are read for a class name and dropped.

Source: providers.md 2.4b, measured on Odoo 19; the Python errors behind them are the same in 17 and 18.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from http import HTTPStatus

from integration_console.connectors.answers import Answer
from integration_console.domain.errors import (
    OdooAccessDenied,
    OdooApiUnavailable,
    OdooArgumentRefused,
    OdooDatabaseUnknown,
    OdooError,
    OdooFieldUnknown,
    OdooLanguageMissing,
    OdooMethodUnknown,
    OdooModelMissing,
    OdooNothingReturned,
    OdooRecordMissing,
    OdooServerFailed,
    OdooSignInFailed,
    OdooUnavailable,
    OdooValidationFailed,
    RateLimited,
    RemoteError,
)

Call = Mapping[str, str | int]
"""What our own call was about, for the sentences: host, database, model, method, language."""

_CLASS_NAME = re.compile(r"(?:\w+\.)*(\w{1,60})")
_TRACEBACK = "Traceback (most recent call last):"
_RAISED = re.compile(r"((?:\w+\.)*\w{1,60})(?::|$)")
_PASSING = re.compile(
    r"OperationalError|InterfaceError|SerializationFailure|DeadlockDetected|LockNotAvailable|QueryCanceled|PoolError"
    r"|InFailedSqlTransaction|ConcurrencyError|LockError|TooManyConnections"
)
_BY_CLASS: Mapping[str, type[OdooError]] = {
    "AccessDenied": OdooSignInFailed,
    "AccessError": OdooAccessDenied,
    "MissingError": OdooRecordMissing,
    "ValidationError": OdooValidationFailed,
    "UserError": OdooValidationFailed,
    "RedirectWarning": OdooValidationFailed,
    "AttributeError": OdooMethodUnknown,
    "ValueError": OdooFieldUnknown,
    "TypeError": OdooArgumentRefused,
}
_FAULT_WARNING = 2
_FAULT_DENIED = 3
_FAULT_ACCESS = 4


def refuse_by_status(answer: Answer, call: Call) -> None:
    """Raise for what is not Odoo's own word: pauses, gateways, proxies, a door that is shut."""
    status = answer.status
    if status == HTTPStatus.TOO_MANY_REQUESTS or (status == HTTPStatus.SERVICE_UNAVAILABLE and answer.names_pause):
        raise RateLimited(host=answer.host, seconds=answer.pause_seconds)
    if status < HTTPStatus.MULTIPLE_CHOICES or _exception_name(answer):
        return
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise OdooUnavailable(**call, reason=f"HTTP {status}")
    if status in (HTTPStatus.FORBIDDEN, HTTPStatus.PAYMENT_REQUIRED, HTTPStatus.METHOD_NOT_ALLOWED):
        raise OdooApiUnavailable(**call, status=status)


def json2_refusal(answer: Answer, call: Call) -> RemoteError:
    """Return the error that a JSON-2 answer other than 200 stands for."""
    name = _exception_name(answer)
    if answer.status == HTTPStatus.UNAUTHORIZED:
        return OdooSignInFailed(**call)
    if not name:
        return _unnamed(answer, call)
    word, message = _CLASS_NAME.fullmatch(name), _message(answer)
    kind = _BY_STATUS.get(answer.status)
    if kind is not None and name.startswith("werkzeug."):
        return _missing(message, call) if answer.status == HTTPStatus.NOT_FOUND else kind(**call)
    return _by_class(word.group(1) if word else "", name, message, call)


def fault_refusal(code: int, text: str, call: Call) -> RemoteError:
    """Return the error that an XML-RPC fault stands for."""
    if code == _FAULT_ACCESS:
        return OdooAccessDenied(**call)
    if code == _FAULT_DENIED:
        return OdooSignInFailed(**call)
    if code == _FAULT_WARNING:
        return _warning(text, call)
    name, message = _raised(text)
    return _by_class(name.rpartition(".")[2], name, message, call)


def _by_class(word: str, name: str, message: str, call: Call) -> RemoteError:
    if _PASSING.search(name):
        return OdooDatabaseUnknown(**call) if _no_such_database(message) else OdooUnavailable(**call, reason=word)
    if word == "TypeError" and "cannot marshal None" in message:
        return OdooNothingReturned(**call)
    if word == "UserError":
        return _warning(message, call)
    kind = _BY_CLASS.get(word)
    return kind(**call) if kind is not None else OdooServerFailed(**call, reason=word or "–")


def _raised(text: str) -> tuple[str, str]:
    """Return the class and the message of the error that ended a traceback; the frames above it are indented."""
    lines = text.rpartition(_TRACEBACK)[2].splitlines()
    line = next((each for each in lines if each and not each[0].isspace()), "")
    found = _RAISED.match(line)
    return (found.group(1), line[found.end() :]) if found else ("", "")


def _warning(message: str, call: Call) -> OdooError:
    """Return the error of a message for people; in another language than English only the last one is left."""
    if re.match(r"Object \S+ doesn't exist", message):
        return OdooModelMissing(**call)
    if message.startswith("Record does not exist"):
        return OdooSignInFailed(**call) if "res.users(" in message else OdooRecordMissing(**call)
    if message.startswith("Invalid language code"):
        return OdooLanguageMissing(**{"installed": "–", **call})
    return OdooValidationFailed(**call)


def _missing(message: str, call: Call) -> OdooError:
    return OdooModelMissing(**call) if message.startswith("the model") else OdooMethodUnknown(**call)


def _unnamed(answer: Answer, call: Call) -> RemoteError:
    if answer.status == HTTPStatus.NOT_FOUND:
        return OdooDatabaseUnknown(**call)
    if answer.status == HTTPStatus.UNSUPPORTED_MEDIA_TYPE:
        return OdooArgumentRefused(**call)
    return answer.unexpected()


def _exception_name(answer: Answer) -> str:
    content = answer.json_object() or {}
    name = content.get("name")
    return name if isinstance(name, str) and "debug" in content and _CLASS_NAME.fullmatch(name) else ""


def _message(answer: Answer) -> str:
    return str((answer.json_object() or {}).get("message", ""))


def _no_such_database(message: str) -> bool:
    return "database" in message and "does not exist" in message


_BY_STATUS: Mapping[int, type[OdooError]] = {
    HTTPStatus.BAD_REQUEST: OdooArgumentRefused,
    HTTPStatus.FORBIDDEN: OdooAccessDenied,
    HTTPStatus.NOT_FOUND: OdooMethodUnknown,
    HTTPStatus.UNPROCESSABLE_ENTITY: OdooArgumentRefused,
}
