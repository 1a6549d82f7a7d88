"""The form of the REST API connector: what it asks for when, and what it refuses."""

from __future__ import annotations

import pytest

from integration_console.connectors.api import ApiConnectorType
from integration_console.domain.connectors import CheckReport
from integration_console.domain.errors import InvalidInput
from integration_console.domain.forms import Value
from integration_console.domain.streams import Stream, SyncMode, SyncRequest
from integration_console.domain.work import UnattendedWork
from tests.fakes import access


def shown(api: ApiConnectorType, **values: Value) -> set[str]:
    hidden = {each.name for each in api.description.form.visible({})}
    return {each.name for each in api.description.form.visible(values)} - hidden


def test_each_way_to_sign_in_asks_for_its_own(api: ApiConnectorType) -> None:
    assert shown(api, sign_in="none") == set()
    assert shown(api, sign_in="api_key") == {"key_place", "key_name", "key_prefix", "api_key"}
    assert shown(api, sign_in="api_key", key_place="query") == {"key_place", "key_name", "api_key"}
    assert shown(api, sign_in="bearer", grant="refresh_token") == {"token"}
    assert shown(api, sign_in="basic") == {"username", "password"}
    client = {"grant", "token_address", "client_id", "client_secret", "client_basic"}
    assert shown(api, sign_in="oauth") == {*client, "scopes"}
    assert shown(api, sign_in="oauth", grant="refresh_token") == {*client, "refresh_token"}


def test_each_way_of_paging_asks_for_its_own(api: ApiConnectorType) -> None:
    sized = {"size_parameter", "page_size"}
    assert shown(api, paging="page") == {*sized, "page_parameter", "first_page", "more_path"}
    assert shown(api, paging="offset") == {*sized, "page_parameter", "more_path"}
    assert shown(api, paging="cursor") == {*sized, "page_parameter", "more_path", "next_path"}
    assert shown(api, paging="link") == sized
    assert shown(api, method="POST") == {"body", "in_body"}


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"base_url": "https://u:p@a.example"}, "base_url"),
        ({"base_url": "https://a.example?x=1"}, "base_url"),
        ({"base_url": "https://a.example#x"}, "base_url"),
        ({"path": "https://evil.example/x"}, "path"),
        ({"path": "//evil.example/x"}, "path"),
        ({"path": "/a/../../b"}, "path"),
        ({"path": "/a b"}, "path"),
        ({"id_path": "[["}, "id_path"),
        ({"records_path": "nope(@)"}, "records_path"),
        ({"next_path": "]"}, "next_path"),
        ({"token": "two words"}, "token"),
        ({"token": "line\nend"}, "token"),
        ({"sign_in": "api_key", "api_key": "k", "key_name": "Bad Name"}, "key_name"),
        ({"sign_in": "api_key", "api_key": "k", "key_name": "Host"}, "key_name"),
        ({"sign_in": "api_key", "api_key": "k", "key_prefix": "a b"}, "key_prefix"),
        ({"headers": "[1]"}, "headers"),
        ({"headers": '{"Bad Name": "x"}'}, "headers"),
        ({"headers": '{"X-A": "ا"}'}, "headers"),
        ({"headers": '{"X-A": "a\\r\\nX-B: b"}'}, "headers"),
        ({"headers": '{"X-A": {}}'}, "headers"),
        ({"query": "7"}, "query"),
        ({"method": "POST", "body": "[]"}, "body"),
        ({"content": '{"a": 1}'}, "content"),
        ({"content": '{"a": "["}'}, "content"),
        ({"changes_path": ""}, "changes_path"),
        ({"changes_parameter": ""}, "changes_parameter"),
        ({"page_size": 0}, "page_size"),
        ({"query": "{"}, "query"),
    ],
)
def test_what_cannot_be_is_named_by_its_field(
    api: ApiConnectorType, values: dict[str, Value], changed: dict[str, Value], field: str
) -> None:
    assert [each.field for each in api.problems({**values, **changed})] == [field]
    assert all(each.sentence for each in api.problems({**values, **changed}))


def test_a_good_form_has_no_problems(api: ApiConnectorType, values: dict[str, Value]) -> None:
    fuller: dict[str, Value] = {
        "headers": {"X-Tenant": "acme"},
        "query": '{"open": true, "n": 1, "s": "x"}',
        "content": '{"mail": "contact.email"}',
        "method": "POST",
        "body": '{"filter": {}}',
    }
    assert api.problems({**values, **fuller}) == ()


def test_a_form_with_problems_is_neither_checked_nor_synced_nor_shown(
    api: ApiConnectorType, values: dict[str, Value]
) -> None:
    wrong = access({**values, "id_path": "["})
    failure = CheckReport(tuple(api.check(wrong, UnattendedWork()))).failure
    assert failure is not None
    assert isinstance(failure.error, InvalidInput)
    with pytest.raises(InvalidInput):
        list(api.sync(wrong, SyncRequest("records", SyncMode.FULL), UnattendedWork()))
    with pytest.raises(InvalidInput):
        api.preview(wrong, 5)


def test_it_has_one_stream_which_tells_changes_where_the_source_does(
    api: ApiConnectorType, values: dict[str, Value]
) -> None:
    whole = Stream("records", "Records", tuple(SyncMode), ("status", "contact"))
    assert api.streams(values) == (whole,)
    named: dict[str, Value] = {"content": {"mail": "contact.email"}, "columns": "", "changes_path": "   "}
    (stream,) = api.streams({**values, **named})
    assert (stream.modes, stream.columns) == ((SyncMode.FULL, SyncMode.RECONCILE), ("mail",))
