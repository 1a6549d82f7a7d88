"""The channels of a Slack in miniature as records: all of them, page by page, with those that are gone found."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice

import httpx
import pytest

from integration_console.connectors.http import HttpClients
from integration_console.connectors.slack import SlackConnectorType
from integration_console.domain.errors import (
    InvalidInput,
    PagesEndless,
    SlackError,
    SlackRateLimited,
    SlackScopeMissing,
    SlackSignInFailed,
    SyncUnavailable,
    UnexpectedAnswer,
)
from integration_console.domain.forms import Value
from integration_console.domain.streams import Cursor, Page, RecordState, SyncMode, SyncRequest
from integration_console.domain.work import Cancelled, UnattendedWork
from integration_console.sandbox import SandboxChannel, SlackSandbox
from tests.fakes import ImpatientWork, access
from tests.page_store import PageStore

FULL = SyncMode.FULL


def pages(
    slack: SlackConnectorType, values: dict[str, Value], checkpoint: Cursor | None = None, mode: SyncMode = FULL
) -> Iterator[Page]:
    return slack.sync(access(values), SyncRequest("channels", mode, None, checkpoint), UnattendedWork())


def answering(*contents: object) -> SlackConnectorType:
    """A Slack that gives these answers, one after the other."""
    left = iter(contents)

    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, text=json.dumps(next(left)))

    return SlackConnectorType(HttpClients(transport=httpx.MockTransport(answer)))


def test_channels_are_records_with_what_the_app_may_do_there(
    slack: SlackConnectorType, by_token: dict[str, Value]
) -> None:
    store = PageStore()
    store.take(pages(slack, by_token))
    assert store.titles() == ["#alerts", "#board", "#general"]
    assert store.titles(RecordState.ARCHIVED) == ["#old-news"]
    assert store.records["C0000000004"].content == {
        "id": "C0000000004",
        "name": "board",
        "is_private": True,
        "is_archived": False,
        "is_member": False,
    }


def test_many_channels_come_in_pages_and_an_interrupted_run_goes_on(by_token: dict[str, Value]) -> None:
    many = [SandboxChannel(f"C{number:010}", f"channel-{number}") for number in range(450)]
    with SlackSandbox(token=str(by_token["token"]), channels=many) as sandbox:
        slack, store = SlackConnectorType(base_url=sandbox.base_url), PageStore()
        store.take(islice(pages(slack, by_token), 1))
        assert (len(store.records), store.checkpoint) == (200, {"cursor": "C0000000200"})
        store.take(pages(slack, by_token, store.checkpoint))
        assert (len(store.records), [len(page.records) for page in store.pages]) == (450, [200, 200, 50])


def test_a_place_that_slack_has_forgotten_is_left_for_the_beginning(
    slack: SlackConnectorType, by_token: dict[str, Value]
) -> None:
    store = PageStore()
    store.take(pages(slack, by_token, {"cursor": "C9999999999"}))
    assert len(store.records) == 4


def test_a_channel_that_is_gone_is_found(slack: SlackConnectorType, by_token: dict[str, Value]) -> None:
    store = PageStore()
    store.take(pages(slack, by_token))
    with SlackSandbox(token=str(by_token["token"]), channels=[SandboxChannel("C0000000001", "renamed")]) as other:
        store.begin()
        store.take(pages(SlackConnectorType(base_url=other.base_url), by_token, mode=SyncMode.RECONCILE))
    assert (store.titles(), len(store.gone)) == (["#renamed"], 3)


def test_a_scope_that_is_missing_is_named(by_token: dict[str, Value]) -> None:
    for scopes, missing in ((["chat:write"], "channels:read"), (["channels:read"], "groups:read")):
        with SlackSandbox(token=str(by_token["token"]), scopes=scopes) as sandbox:
            with pytest.raises(SlackScopeMissing) as raised:
                list(pages(SlackConnectorType(base_url=sandbox.base_url), by_token))
            assert raised.value.params["reason"] == f"missing_scope: {missing}"


def test_a_hook_url_knows_no_channels(slack: SlackConnectorType, by_hook: dict[str, Value]) -> None:
    assert slack.streams(by_hook) == ()
    with pytest.raises(SyncUnavailable):
        list(pages(slack, by_hook))


def test_a_bot_token_lists_channels_whole(slack: SlackConnectorType, by_token: dict[str, Value]) -> None:
    assert [(each.key, each.modes) for each in slack.streams(by_token)] == [
        ("channels", (SyncMode.FULL, SyncMode.RECONCILE))
    ]


def test_a_form_with_problems_is_not_synced(slack: SlackConnectorType, by_token: dict[str, Value]) -> None:
    with pytest.raises(InvalidInput):
        list(pages(slack, {**by_token, "token": ""}))


def test_trouble_has_a_name(slack: SlackConnectorType, by_token: dict[str, Value], sandbox: SlackSandbox) -> None:
    with pytest.raises(SlackSignInFailed):
        list(pages(slack, {**by_token, "token": "xoxb-other"}))
    sandbox.weather("429", retry_after=1)
    with pytest.raises(SlackRateLimited):
        list(pages(slack, by_token))


def test_pages_that_never_end_are_noticed(by_token: dict[str, Value]) -> None:
    page = {"ok": True, "channels": [], "response_metadata": {"next_cursor": "again"}}
    with pytest.raises(PagesEndless):
        list(pages(answering(page, page), by_token))


def test_a_list_that_is_none_is_unexpected(by_token: dict[str, Value]) -> None:
    with pytest.raises(UnexpectedAnswer):
        list(pages(answering({"ok": True}), by_token))


def test_another_refusal_in_an_interrupted_run_stays_one(by_token: dict[str, Value]) -> None:
    with pytest.raises(SlackError):
        list(pages(answering({"ok": False, "error": "odd"}), by_token, {"cursor": "x"}))


def test_what_has_no_id_or_name_is_left_out_or_shown_by_its_id(by_token: dict[str, Value]) -> None:
    store = PageStore()
    store.take(pages(answering({"ok": True, "channels": [{"id": "C1"}, {"name": "x"}, 7]}), by_token))
    assert store.titles() == ["C1"]


def test_a_run_that_nobody_wants_stops(slack: SlackConnectorType, by_token: dict[str, Value]) -> None:
    with pytest.raises(Cancelled):
        list(slack.sync(access(by_token), SyncRequest("channels", FULL), ImpatientWork(0)))
