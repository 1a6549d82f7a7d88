"""Odoo's refusals, recorded from a real Odoo 19, sorted into our errors: by both protocols alike."""

from __future__ import annotations

import json
import traceback
import xmlrpc.client
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from integration_console.connectors.answers import Answer
from integration_console.connectors.odoo.refusals import fault_refusal, json2_refusal, refuse_by_status
from integration_console.connectors.odoo.xmlrpc import result_of
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
    UnexpectedAnswer,
    error_from_code,
)

RECORDED = Path(__file__).parents[2] / "recordings" / "odoo19" / "exchanges.jsonl"
EXCHANGES: list[Mapping[str, Any]] = [json.loads(line) for line in RECORDED.read_text("utf-8").splitlines()]
CALL = {"host": "odoo.example", "database": "odoo19", "model": "hr.employee", "method": "search_read", "language": "x"}

BY_CASE: Mapping[type[RemoteError], tuple[str, ...]] = {
    OdooSignInFailed: (
        *("execute-wrong-password", "execute-unknown-uid", "wrong-scope-key", "expired-key", "unknown-key"),
        *("password-as-bearer", "no-authorization", "prefork-key-of-another-database", "count-revoked-key"),
        *("apikeys-generate-with-foreign-key", "apikeys-revoke-unknown"),
    ),
    OdooDatabaseUnknown: (
        *("authenticate-wrong-database", "execute-wrong-database", "unknown-database"),
        *("no-database-header-two-databases", "single-database-unknown-database-header"),
        *("single-database-unknown-database", "prefork-no-database-header", "prefork-unknown-database"),
    ),
    OdooLanguageMissing: ("job-lang-not-installed", "job-lang-nonsense"),
    OdooRecordMissing: ("deleted-id-write",),
    OdooAccessDenied: (
        *("deleted-id-exists", "private-method", "non-hr-private-field", "non-hr-base-fields-and-job-title"),
        *("non-hr-write", "non-hr-read-hr-version", "portal-user-employee"),
    ),
    OdooFieldUnknown: (
        *("missing-field-in-fields", "missing-field-in-domain", "missing-field-in-order", "invalid-domain-operator"),
        *("invalid-domain-shape", "write-date-with-z", "write-date-with-offset", "create-unknown-field"),
        "non-hr-private-field-in-domain",
    ),
    OdooMethodUnknown: ("unknown-method", "json2-get-instead-of-post", "json2-unknown-path"),
    OdooModelMissing: ("unknown-model", "model-of-module-not-installed", "prefork-database-without-hr-module"),
    OdooArgumentRefused: (
        *("unknown-keyword", "unknown-keyword-search-read", "malformed-json", "body-is-an-array"),
        *("create-without-arguments", "empty-body", "wrong-content-type"),
    ),
    OdooValidationFailed: (
        *("create-missing-required", "create-validation-error", "create-batch-one-bad", "create-unique-violation"),
        *("department-cycle", "apikeys-generate-as-non-admin", "apikeys-generate-limit"),
    ),
    OdooServerFailed: ("xmlrpc-malformed-body",),
    OdooNothingReturned: ("method-returning-nothing",),
}
EXPECTED = {case: kind for kind, cases in BY_CASE.items() for case in cases}


def answer(status: int, body: str | bytes, content_type: str = "application/json", **headers: str) -> Answer:
    raw = body.encode() if isinstance(body, str) else body
    return Answer("odoo.example", status, {"content-type": content_type, **headers}, raw)


def is_refused(exchange: Mapping[str, Any]) -> bool:
    return exchange["response"]["status"] != 200 or "<fault>" in exchange["response"]["body"]


def error_of(found: Answer) -> RemoteError:
    try:
        if found.content_type == "text/xml":
            result_of(found, CALL)
        refuse_by_status(found, CALL)
    except RemoteError as error:
        return error
    return json2_refusal(found, CALL)


REFUSED = [each for each in EXCHANGES if is_refused(each)]


@pytest.mark.parametrize("exchange", REFUSED, ids=[each["name"] for each in REFUSED])
def test_a_recorded_refusal_is_our_error_for_it_and_tells_no_traceback(exchange: Mapping[str, Any]) -> None:
    response = exchange["response"]
    error = error_of(answer(response["status"], response["body"], response["headers"]["content-type"]))
    assert type(error) is EXPECTED[exchange["case"]]
    assert not error.retriable
    told = "".join([str(error), repr(error), *traceback.format_exception(error)])
    for trace in ("/opt/odoo", "psycopg2", "File \\", "no_such", "PGSQL", "private_email"):
        assert trace not in told


def test_every_kind_of_refusal_was_recorded() -> None:
    assert {each["case"] for each in REFUSED} == set(EXPECTED)


@pytest.mark.parametrize(
    "exchange", [each for each in EXCHANGES if not is_refused(each)], ids=lambda each: each["name"]
)
def test_a_recorded_result_is_read(exchange: Mapping[str, Any]) -> None:
    response = exchange["response"]
    found = answer(200, response["body"], response["headers"]["content-type"])
    refuse_by_status(found, CALL)
    if found.content_type != "text/xml":
        assert json.dumps(found.json_value()) == json.dumps(json.loads(response["body"]))
        return
    result = result_of(found, CALL)
    twins = [each for each in EXCHANGES if each["case"] == exchange["case"] and each["protocol"] == "json2"]
    if twins and exchange["case"].startswith(("employee-", "department-all", "job-", "deleted-id", "non-hr")):
        assert result == json.loads(twins[0]["response"]["body"])


# ---------------------------------------------------------------------------------------------------- what passes again
LOCKED = json.dumps({"name": "odoo.exceptions.LockError", "message": "x", "arguments": [], "debug": "Traceback"})
PASSING = [
    "psycopg2.errors.SerializationFailure: could not serialize access due to concurrent update",
    "psycopg2.errors.DeadlockDetected: deadlock detected",
    "psycopg2.errors.LockNotAvailable: canceling statement due to lock timeout",
    "psycopg2.errors.QueryCanceled: canceling statement due to statement timeout",
    "psycopg2.OperationalError: server closed the connection unexpectedly",
    "psycopg2.InterfaceError: cursor already closed",
    "psycopg2.pool.PoolError: The Connection Pool Is Full",
]


@pytest.mark.parametrize("line", PASSING)
def test_trouble_of_the_database_passes_in_both_protocols(line: str) -> None:
    name, _, message = line.partition(": ")
    body = json.dumps({"name": name, "message": message, "arguments": [], "context": {}, "debug": "Traceback"})
    for error in (
        error_of(answer(500, body)),
        fault_refusal(1, f"Traceback (most recent call last):\n  File x\n{line}\n", CALL),
    ):
        assert type(error) is OdooUnavailable
        assert error.retriable


@pytest.mark.parametrize(
    ("found", "kind", "retriable"),
    [
        (answer(429, "", **{"retry-after": "7"}), RateLimited, True),
        (answer(503, "", **{"retry-after": "7"}), RateLimited, True),
        (answer(503, "<html>", "text/html"), OdooUnavailable, True),
        (answer(502, "<html>", "text/html"), OdooUnavailable, True),
        (answer(500, "<html>", "text/html"), OdooUnavailable, True),
        (answer(409, LOCKED), OdooUnavailable, True),
        (answer(403, "<html>", "text/html"), OdooApiUnavailable, False),
        (answer(402, "<html>", "text/html"), OdooApiUnavailable, False),
        (answer(302, "", "text/html"), UnexpectedAnswer, False),
        (answer(418, "", "text/html"), UnexpectedAnswer, False),
        (answer(404, "<html>", "text/xml"), OdooApiUnavailable, False),
        (answer(400, "<html>", "text/xml"), UnexpectedAnswer, False),
    ],
)
def test_what_is_not_odoo_s_own_word_is_sorted_by_its_status(
    found: Answer, kind: type[RemoteError], retriable: bool
) -> None:
    error = error_of(found)
    assert type(error) is kind
    assert error.retriable is retriable


def test_a_fault_of_odoo_itself_is_not_tried_again() -> None:
    body = json.dumps({"name": "builtins.ZeroDivisionError", "message": "division", "debug": "Traceback"})
    text = "Traceback (most recent call last):\n  File x\nZeroDivisionError: division\n"
    for error in (error_of(answer(500, body)), fault_refusal(1, text, CALL)):
        assert type(error) is OdooServerFailed
        assert error.params["reason"] == "ZeroDivisionError"
        assert not error.retriable


def test_the_error_that_ended_the_traceback_counts_whatever_its_message_says() -> None:
    text = """Traceback (most recent call last):
  File "/opt/odoo/http.py", line 1, in call
KeyError: 'x'

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "/opt/odoo/http.py", line 1, in call
psycopg2.errors.SerializationFailure: could not serialize access due to concurrent update
CONTEXT:  SQL statement "SELECT 1 FROM ONLY x"
ValueError: only words of the message
"""
    assert type(fault_refusal(1, text, CALL)) is OdooUnavailable


def test_a_fault_without_a_known_shape_is_a_fault_of_the_server() -> None:
    assert type(fault_refusal(1, "", CALL)) is OdooServerFailed
    assert type(fault_refusal(17, "???", CALL)) is OdooServerFailed


# ------------------------------------------------------------------------------------------------------- XML from afar
BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>
<methodResponse><params><param><value><string>&b;</string></value></param></params></methodResponse>"""


@pytest.mark.parametrize(
    "body",
    [
        BOMB,
        BOMB.decode().encode("utf-16"),
        b"",
        b"<html><body>Sign in</body></html>",
        b"<?xml version='1.0'?><methodResponse></methodResponse>",
        b"<?xml version='1.0'?><methodResponse><params></params></methodResponse>",
        b"<?xml version='1.0'?><methodResponse><params><param><value><int>x</int></value></param></params>",
        b"<?xml version='1.0'?><methodResponse><params><param><value><nonsense>x</nonsense></value></param></params>",
        b"<?xml version='1.0'?><methodResponse><fault><value><int>1</int></value></fault></methodResponse>",
    ],
)
def test_xml_that_is_no_answer_is_not_read(body: bytes) -> None:
    with pytest.raises(UnexpectedAnswer):
        result_of(answer(200, body, "text/xml"), CALL)


def test_a_fault_whose_code_is_a_word_is_one_of_the_server() -> None:
    body = xmlrpc.client.dumps(xmlrpc.client.Fault(1, "Something odd"), methodresponse=True)
    with pytest.raises(OdooServerFailed):
        result_of(answer(200, body.replace("<int>1</int>", "<string>warning</string>"), "text/xml"), CALL)


@pytest.mark.parametrize("kind", [*BY_CASE, OdooUnavailable, OdooApiUnavailable, OdooError])
def test_every_error_survives_its_way_through_the_log(kind: type[RemoteError]) -> None:
    error = kind(**CALL, reason="x", installed="en_US", status=403)
    again = error_from_code(error.code, error.params)
    assert (type(again), str(again)) == (kind, str(error))
    assert "{" not in str(error)
