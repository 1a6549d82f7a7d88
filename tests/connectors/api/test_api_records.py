"""The REST API connector at work: each sign-in and paging by its form, the look at first records, the real store."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from integration_console.connectors.api import ApiConnectorType
from integration_console.domain.connectors import CheckReport, ConnectorDraft
from integration_console.domain.errors import RemoteNotFound, SignInRefused
from integration_console.domain.forms import Value
from integration_console.domain.records import RecordFilter
from integration_console.domain.streams import SyncMode, SyncRequest
from integration_console.domain.syncs import RunCounts, RunRequest, RunState
from integration_console.domain.work import Cancelled, Interrupted, UnattendedWork
from integration_console.operations import connectors, jobs, records, syncs
from integration_console.sandbox import RestSandbox
from tests.builders import opened_workspace, synced
from tests.fakes import ImpatientWork, TurnableClock, access
from tests.page_store import PageStore

FULL, INCREMENTAL = SyncMode.FULL, SyncMode.INCREMENTAL


def read(api: ApiConnectorType, values: Mapping[str, Value]) -> PageStore:
    store = PageStore()
    store.take(api.sync(access(values), SyncRequest("records", FULL), UnattendedWork()))
    return store


@pytest.mark.parametrize("way", ["api_key", "query", "token", "basic", "oauth", "refresh"])
def test_every_sign_in_of_the_form_works(
    api: ApiConnectorType, values: dict[str, Value], sandbox: RestSandbox, way: str
) -> None:
    known = sandbox.credentials
    client = {"sign_in": "oauth", "token_address": sandbox.token_address, "client_id": known.client_id}
    ways: dict[str, dict[str, Value]] = {
        "api_key": {"sign_in": "api_key", "api_key": known.api_key},
        "query": {"sign_in": "api_key", "key_place": "query", "key_name": "api_key", "api_key": known.api_key},
        "token": {
            "sign_in": "api_key",
            "key_name": "Authorization",
            "key_prefix": "Token",
            "api_key": known.api_key,
        },
        "basic": {"sign_in": "basic", "username": known.username, "password": known.password},
        "oauth": {**client, "client_secret": known.client_secret, "client_basic": True, "scopes": "read list"},
        "refresh": {
            **client,
            "client_secret": known.client_secret,
            "grant": "refresh_token",
            "refresh_token": known.refresh_token,
        },
    }
    filled = {**values, **ways[way]}
    assert api.problems(filled) == ()
    assert len(read(api, filled).records) == 25
    assert CheckReport(tuple(api.check(access(filled), UnattendedWork()))).passed


def test_each_paging_of_the_form_works(api: ApiConnectorType, sandbox: RestSandbox) -> None:
    sandbox.door.open_to_all = True
    ways: list[dict[str, Value]] = [
        {"path": "/all"},
        {"path": "/page", "records_path": "items", "paging": "page", "size_parameter": "per_page", "page_size": 10},
        {"path": "/offset", "records_path": "data.items", "paging": "offset", "page_parameter": "offset"},
        {"path": "/link", "paging": "link", "size_parameter": "per_page", "page_size": 10},
        {
            "path": "/search",
            "method": "POST",
            "body": '{"sort": "id"}',
            "in_body": True,
            "records_path": "items",
            "paging": "cursor",
            "page_parameter": "cursor",
        },
    ]
    assert [len(read(api, way).records) for way in ways] == [25] * len(ways)


def test_first_records_are_shown_as_they_came(
    api: ApiConnectorType, values: dict[str, Value], sandbox: RestSandbox
) -> None:
    shown = api.preview(access(values), 3)
    assert shown.records == tuple(sandbox.rows.all()[:3])
    assert (shown.total_seen, shown.problems, len(sandbox.asked)) == (10, (), 1)


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"id_path": "number"}, "id_path", "A record has no id at “number”."),
        ({"title_path": "label"}, "title_path", "No record has anything at “label”."),
        ({"changes_path": "changed"}, "changes_path", "No record has anything at “changed”."),
    ],
)
def test_a_path_that_finds_nothing_is_told_beside_the_records(
    api: ApiConnectorType, values: dict[str, Value], changed: dict[str, Value], field: str, sentence: str
) -> None:
    shown = api.preview(access({**values, **changed}), 2)
    assert [(each.field, each.sentence) for each in shown.problems] == [(field, sentence)]
    assert len(shown.records) == 2


def test_an_answer_without_the_list_is_shown_whole(api: ApiConnectorType, values: dict[str, Value]) -> None:
    shown = api.preview(access({**values, "records_path": "data"}), 2)
    assert [(each.field, each.sentence) for each in shown.problems] == [
        ("records_path", "The answer has no list of records at “data”.")
    ]
    assert sorted(shown.records[0]) == ["items", "next_cursor"]


def test_a_list_without_records_has_no_problems(
    api: ApiConnectorType, values: dict[str, Value], sandbox: RestSandbox
) -> None:
    for number in range(1, 26):
        sandbox.rows.delete(number)
    assert api.preview(access(values), 2).problems == ()
    assert CheckReport(tuple(api.check(access(values), UnattendedWork()))).stages[-1].detail == "–"


def test_a_refusal_comes_before_any_preview(api: ApiConnectorType, values: dict[str, Value]) -> None:
    with pytest.raises(SignInRefused):
        api.preview(access({**values, "token": "wrong"}), 2)
    with pytest.raises(RemoteNotFound):
        api.preview(access({**values, "path": "/nothing"}), 2)


def test_the_records_reach_the_store_and_what_is_gone_is_found(
    tmp_path: Path, api: ApiConnectorType, values: dict[str, Value], sandbox: RestSandbox
) -> None:
    with opened_workspace(tmp_path, own_types={"api": api}) as opened:
        context = opened.context
        draft = ConnectorDraft("api", "Items", {**values, "private_network": True, "removed_path": "deleted_at"})
        items = connectors.save_connector(context, draft)
        run = synced(context, RunRequest(items.id, FULL))
        assert (run.state, run.counts) == (RunState.SUCCEEDED, RunCounts(added=25, pages=3))
        sandbox.rows.change(5, name="Renamed")
        sandbox.rows.mark_deleted(6)
        again = synced(context, RunRequest(items.id, INCREMENTAL))
        assert (again.counts.updated, again.counts.deleted) == (1, 1)
        sandbox.rows.delete(7)
        assert synced(context, RunRequest(items.id, SyncMode.RECONCILE)).counts.deleted == 1
        page = records.record_page(context, RecordFilter(items.id, "records"))
        assert len([each for each in page.records if each.title == "Renamed"]) == 1


class ProgramThatEnds(ImpatientWork):
    """Work in a program that ends after some looks: the run goes on at the next start."""

    def stop_if_cancelled(self) -> None:
        try:
            super().stop_if_cancelled()
        except Cancelled:
            raise Interrupted from None


def test_a_run_that_was_interrupted_goes_on_where_it_stopped_and_finds_what_is_gone(
    tmp_path: Path, api: ApiConnectorType, values: dict[str, Value], sandbox: RestSandbox
) -> None:
    with opened_workspace(tmp_path, own_types={"api": api}) as opened:
        context = opened.context
        draft = ConnectorDraft("api", "Items", {**values, "private_network": True, "page_size": 5})
        items = connectors.save_connector(context, draft)
        synced(context, RunRequest(items.id, FULL))
        sandbox.rows.delete(2)
        sandbox.rows.delete(24)
        sandbox.asked.clear()
        run = synced(context, RunRequest(items.id, FULL), ProgramThatEnds(4))
        assert (run.state, len(sandbox.asked)) == (RunState.QUEUED, 2)
        lease = jobs.take_one(context, run.id)
        assert lease is not None
        jobs.perform(context, lease, UnattendedWork())
        run = syncs.sync_run(context, run.id)
        assert (run.state, run.counts.deleted, run.counts.added, len(sandbox.asked)) == (RunState.SUCCEEDED, 2, 0, 5)


def test_a_run_waits_as_long_as_the_source_asks_and_goes_on(
    tmp_path: Path, api: ApiConnectorType, values: dict[str, Value], sandbox: RestSandbox
) -> None:
    clock = TurnableClock()
    with opened_workspace(tmp_path, clock, own_types={"api": api}) as opened:
        draft = ConnectorDraft("api", "Items", {**values, "private_network": True})
        items = connectors.save_connector(opened.context, draft)
        sandbox.weather("429", retry_after=1)
        run = synced(opened.context, RunRequest(items.id, FULL))
        assert (run.state, run.error_code) == (RunState.WAITING, "remote.rate_limited")


def test_tokens_of_a_stored_connector_are_kept_and_renewed(
    tmp_path: Path, api: ApiConnectorType, values: dict[str, Value], sandbox: RestSandbox
) -> None:
    known = sandbox.credentials
    oauth: dict[str, Value] = {
        "sign_in": "oauth",
        "grant": "refresh_token",
        "token_address": sandbox.token_address,
        "client_id": known.client_id,
        "client_secret": known.client_secret,
        "refresh_token": known.refresh_token,
        "private_network": True,
    }
    filled = {name: value for name, value in values.items() if name != "token"}
    with opened_workspace(tmp_path, own_types={"api": api}) as opened:
        items = connectors.save_connector(opened.context, ConnectorDraft("api", "Items", {**filled, **oauth}))
        assert synced(opened.context, RunRequest(items.id, FULL)).counts.added == 25
        sandbox.door.expire_tokens()
        assert synced(opened.context, RunRequest(items.id, FULL)).state is RunState.SUCCEEDED
        assert sandbox.door.tokens_given == 2
        sandbox.door.revoke()
        run = synced(opened.context, RunRequest(items.id, FULL))
        assert run.error_code == "access.lost"
        kept = connectors.connector(opened.context, items.id)
        assert known.refresh_token not in repr(kept)
