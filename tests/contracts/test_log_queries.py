"""One query language: every store finds what a plain reading of the condition finds, through every door."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import pytest

from integration_console.domain.case_files import CaseWish
from integration_console.domain.log_conditions import holds
from integration_console.domain.log_notes import LogNote
from integration_console.domain.log_payloads import searched_payload
from integration_console.domain.log_query import parse_query
from integration_console.domain.log_terms import Names
from integration_console.domain.logs import LogDetail, LogEntry, LogFilter
from integration_console.domain.saved_filters import SavedFilterDraft
from integration_console.domain.webhooks import Scheme, WebhookDraft
from integration_console.domain.work import UnattendedWork
from integration_console.domain.workspace import ReceiverState
from integration_console.gateways.case_file import CaseFileGateway
from integration_console.gateways.in_process import InProcessGateway
from integration_console.gateways.known_signers import KnownSigners
from integration_console.gateways.protocols import Gateway
from integration_console.operations import connectors, webhooks
from integration_console.storage import log_index
from integration_console.storage.events import store_events
from integration_console.storage.log_rows import append_entries
from tests.builders import connector_draft, event_draft, opened_workspace
from tests.fakes import NOON
from tests.log_queries import FILTERS, NOTES, QUERIES, entries
from tests.served import served

ZONE = "Asia/Riyadh"


@dataclass(frozen=True)
class Kept:
    """A log behind a door: all that is in it, and how names are understood."""

    gateway: Gateway
    entries: tuple[LogEntry, ...]
    payloads: dict[str, str]
    notes: tuple[LogNote, ...]
    names: Names

    def fitting(self, query: str) -> list[str]:
        """The ids that a plain reading of the query finds."""
        condition = parse_query(query, self.names)
        notes = {each.log_id: each for each in self.notes}
        kept = self.entries
        return [each.id for each in kept if holds(condition, each, self.payloads[each.id], notes.get(each.id))]


@pytest.fixture(scope="module", params=["file", "indexed file", "database", "service", "case"])
def kept(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kept]:
    with ExitStack() as stack:
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        patch.setenv("TEST_WORKSPACES", "shared" if request.param == "database" else os.devnull)
        opened = stack.enter_context(opened_workspace(tmp_path_factory.mktemp(request.param.replace(" ", "_"))))
        context = opened.context
        odoo = connectors.save_connector(context, connector_draft(name="Odoo HR"))
        repo, _ = webhooks.save_webhook(context, WebhookDraft("Repo", Scheme.GITHUB))
        context.store.write(lambda writing: append_entries(writing, entries(odoo.id, repo.id)))
        event = event_draft(body=b'{"branch":"\\u0645\\u062d\\u0645\\u062f kestrel"}')
        context.store.write(lambda writing: store_events(writing, [event]))
        if request.param == "indexed file":
            log_index.index_all(context.store)
        gateway: Gateway = InProcessGateway(context, lambda: ReceiverState(running=False))
        if request.param == "service":
            gateway = stack.enter_context(served(opened))
        if request.param == "case":
            path = tmp_path_factory.mktemp("case") / "log.icase"
            gateway.make_case_file(CaseWish(), path, UnattendedWork())
            case = CaseFileGateway(path, KnownSigners(path.with_name("signers.json")))
            stack.callback(case.close)
            gateway = case
        found = gateway.log_page(LogFilter(), None, 500).entries
        payloads = {each.id: payload_of(gateway.log_detail(each.id)) for each in found}
        notes = tuple(note for each in NOTES if (note := gateway.save_log_note(each)) is not None)
        for name, query in FILTERS.items():
            gateway.save_filter(SavedFilterDraft(name, query))
        names = Names({"Odoo HR": odoo.id}, {"Repo": repo.id}, NOON, ZoneInfo(ZONE), FILTERS)
        yield Kept(gateway, found, payloads, notes, names)


def payload_of(detail: LogDetail) -> str:
    return searched_payload(detail.payload, detail.headers, detail.body)


def test_there_are_enough_queries_and_each_is_another() -> None:
    assert len(set(QUERIES)) == len(QUERIES) >= 80


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_finds_the_same_everywhere(kept: Kept, query: str) -> None:
    wanted = kept.fitting(query)
    asked = LogFilter(query=query, time_zone=ZONE)
    assert [each.id for each in kept.gateway.log_page(asked, None, 500).entries] == wanted
    assert kept.gateway.log_count(asked, 1000) == len(wanted)


def test_the_queries_tell_entries_apart(kept: Kept) -> None:
    """A suite whose queries found all or nothing would hold over any store."""
    sizes = [len(kept.fitting(query)) for query in QUERIES]
    assert sum(0 < size < len(kept.entries) for size in sizes) >= 80
