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
from integration_console.domain.log_query import parse_query
from integration_console.domain.log_terms import Names
from integration_console.domain.logs import LogEntry, LogFilter
from integration_console.domain.webhooks import Scheme, WebhookDraft
from integration_console.domain.work import UnattendedWork
from integration_console.domain.workspace import ReceiverState
from integration_console.gateways.case_file import CaseFileGateway
from integration_console.gateways.in_process import InProcessGateway
from integration_console.gateways.known_signers import KnownSigners
from integration_console.gateways.protocols import Gateway
from integration_console.operations import connectors, webhooks
from integration_console.storage.log_rows import append_entries
from tests.builders import connector_draft, opened_workspace
from tests.fakes import NOON
from tests.log_queries import QUERIES, entries
from tests.served import served

ZONE = "Asia/Riyadh"


@dataclass(frozen=True)
class Kept:
    """A log behind a door: all that is in it, and how names are understood."""

    gateway: Gateway
    entries: tuple[LogEntry, ...]
    names: Names


@pytest.fixture(scope="module", params=["file", "database", "service", "case"])
def kept(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kept]:
    with ExitStack() as stack:
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        patch.setenv("TEST_WORKSPACES", "shared" if request.param == "database" else os.devnull)
        opened = stack.enter_context(opened_workspace(tmp_path_factory.mktemp(request.param)))
        context = opened.context
        odoo = connectors.save_connector(context, connector_draft(name="Odoo HR"))
        repo, _ = webhooks.save_webhook(context, WebhookDraft("Repo", Scheme.GITHUB))
        context.store.write(lambda writing: append_entries(writing, entries(odoo.id, repo.id)))
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
        yield Kept(gateway, found, Names({"Odoo HR": odoo.id}, {"Repo": repo.id}, NOON, ZoneInfo(ZONE)))


def test_there_are_enough_queries_and_each_is_another() -> None:
    assert len(set(QUERIES)) == len(QUERIES) >= 80


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_finds_the_same_everywhere(kept: Kept, query: str) -> None:
    condition = parse_query(query, kept.names)
    wanted = [each.id for each in kept.entries if holds(condition, each)]
    asked = LogFilter(query=query, time_zone=ZONE)
    assert [each.id for each in kept.gateway.log_page(asked, None, 500).entries] == wanted
    assert kept.gateway.log_count(asked, 1000) == len(wanted)


def test_the_queries_tell_entries_apart(kept: Kept) -> None:
    """A suite whose queries found all or nothing would hold over any store."""
    sizes = [sum(holds(parse_query(query, kept.names), each) for each in kept.entries) for query in QUERIES]
    assert sum(0 < size < len(kept.entries) for size in sizes) >= 80
