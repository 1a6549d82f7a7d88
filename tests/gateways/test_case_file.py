"""A case file behind its door: the log in every way, everything else refused; and what is known of its signer."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from integration_console.domain.case_files import CaseWish, Verdict, key_bytes
from integration_console.domain.errors import (
    CaseFileMalformed,
    CaseFileReadOnly,
    CaseFileTampered,
    InvalidInput,
    NotFound,
)
from integration_console.domain.logs import LogFilter, LogStatus
from integration_console.domain.schedules import ScheduleDraft
from integration_console.domain.syncs import RunFilter
from integration_console.domain.webhooks import Scheme, WebhookDraft
from integration_console.domain.work import Cancelled, UnattendedWork
from integration_console.domain.workspace import ReceiverState, fingerprint_of
from integration_console.gateways.case_file import CaseFileGateway, opened_case
from integration_console.gateways.in_process import InProcessGateway
from integration_console.gateways.known_signers import KnownSigners
from integration_console.gateways.protocols import Gateway
from integration_console.operations import connectors, logs, schedules, webhooks
from integration_console.storage.case_files import layout
from integration_console.storage.log_rows import append_entries
from integration_console.storage.store import open_store
from tests.builders import log_draft, opened_workspace, source_draft
from tests.case_builders import made_up, written_case
from tests.case_forging import chunks_of
from tests.fake_source import FakeSource
from tests.fakes import NOON, ImpatientWork
from tests.served import served, through_holder

LOOKING = {
    "log_page", "log_place", "log_count", "log_tail", "newest_position", "log_detail", "event_types", "statistics",
    "connectors", "connector", "connector_types", "broken_types", "webhooks", "schedules", "sync_runs", "workspace",
    "can", "refusal", "on_change", "log_figures", "log_histogram", "log_notes", "save_log_note", "saved_filters",
    "save_filter", "remove_filter",
}  # fmt: skip


@pytest.fixture
def made(tmp_path: Path) -> Iterator[tuple[Path, InProcessGateway]]:
    """A case file, and the door of the workspace it was made of, which is still open."""
    with opened_workspace(tmp_path, own_types={"list": FakeSource()}) as opened:
        context = opened.context
        people = connectors.save_connector(context, source_draft())
        webhooks.save_webhook(context, WebhookDraft("Repo", Scheme.GITHUB))
        schedules.save_schedule(context, ScheduleDraft(people.id))
        kinds = ("webhook.received", "webhook.duplicate", "webhook.rejected", "message.sent")
        drafts = [
            log_draft(created_at=NOON - timedelta(hours=n), event_type=kinds[n % 4], status=tuple(LogStatus)[n % 4])
            for n in range(60)
        ]
        context.store.write(lambda writing: append_entries(writing, drafts))
        gateway = InProcessGateway(context, lambda: ReceiverState(running=False))
        path = tmp_path / "acme.icase"
        before = logs.statistics(context)
        gateway.make_case_file(CaseWish(), path, UnattendedWork())
        assert before == logs.statistics(context) or before.entries + 1 == logs.statistics(context).entries
        yield path, gateway


@pytest.fixture
def case(made: tuple[Path, InProcessGateway], tmp_path: Path) -> Iterator[CaseFileGateway]:
    with opened_case(made[0], tmp_path) as gateway:
        yield gateway


def test_every_operation_answers_or_refuses(case: CaseFileGateway) -> None:
    names = {name for name, _ in inspect.getmembers(Gateway, inspect.isfunction) if not name.startswith("_")}
    for name in sorted(names - LOOKING):
        with pytest.raises(CaseFileReadOnly):
            getattr(case, name)("anything", more=1)
    assert all(callable(getattr(case, name)) for name in LOOKING)


def test_the_numbers_of_the_hub_are_those_of_the_workspace(
    case: CaseFileGateway, made: tuple[Path, InProcessGateway]
) -> None:
    workspace, told = made[1].statistics(), case.statistics()
    assert replace(told, newest_entry_id="", hours=()) == replace(
        workspace, newest_entry_id="", hours=(), entries=workspace.entries - 1
    )
    assert told.newest_entry_id == case.log_page(LogFilter(), None, 1).entries[0].id
    assert [hour.error for hour in told.hours] == [hour.error for hour in workspace.hours]
    assert case.event_types() == tuple(each for each in made[1].event_types() if "case_file" not in each)


def test_names_and_schedules_are_those_of_the_workspace(
    case: CaseFileGateway, made: tuple[Path, InProcessGateway]
) -> None:
    assert case.connectors() == made[1].connectors()
    assert case.webhooks() == made[1].webhooks()
    assert case.schedules() == made[1].schedules()
    people = case.connectors()[0]
    assert case.connector(people.id) == people
    assert case.schedules(people.id) == case.schedules()
    assert case.schedules("another") == case.sync_runs(RunFilter()) == case.connector_types() == case.broken_types()
    with pytest.raises(NotFound):
        case.connector("another")
    state = case.workspace()
    assert (state.name, state.role, state.receiver.elsewhere) == (made[1].workspace().name, "support", True)


def test_looking_is_allowed_and_nothing_else(case: CaseFileGateway) -> None:
    assert case.can("logs.read")
    assert case.refusal("payloads.read") is None
    assert not case.can("connectors.read")
    assert isinstance(case.refusal("workspace.write"), CaseFileReadOnly)
    case.lock(on=True)
    case.on_change(lambda _change: None)()


def test_details_tails_and_places_come_through_the_door(case: CaseFileGateway) -> None:
    page = case.log_page(LogFilter(), None, 5)
    assert case.log_detail(page.entries[2].id).entry == page.entries[2]
    assert case.log_place(LogFilter(), None, 5) == page.next
    assert case.log_count(LogFilter(), newer_than=page.next) == 4
    assert [each.id for each in case.log_page(LogFilter(), page.next, 9, newer=True).entries] == [
        each.id for each in page.entries[:4]
    ]
    position = case.newest_position()
    assert case.log_tail(LogFilter(), position - 1) == ((page.entries[0],), position)
    with pytest.raises(InvalidInput):
        case.log_page(LogFilter(query="x", time_zone="nowhere"))


def test_a_signer_is_unknown_until_somebody_accepts_it(made: tuple[Path, InProcessGateway], tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    with opened_case(made[0], folder) as case:
        assert case.case_state().verdict is Verdict.UNVERIFIED
        state = case.verify_whole(UnattendedWork())
        assert (state.verdict, state.whole) == (Verdict.UNVERIFIED, True)
        assert case.trust_signer().verdict is Verdict.VERIFIED
        assert case.trust_signer().verdict is Verdict.VERIFIED
    with opened_case(made[0], folder) as case:
        assert case.case_state().verdict is Verdict.VERIFIED
        with pytest.raises(Cancelled):
            case.verify_whole(ImpatientWork(2))
    known = KnownSigners(folder / "signers.json")
    assert [fingerprint_of(key_bytes(key)) for key in known.all()] == [made[1].case_signer()]
    (folder / "signers.json").write_bytes(b"{")
    assert known.all() == {}
    (folder / "signers.json").write_bytes(b"[]")
    assert known.all() == {}


def _with_flipped(path: Path, find: bytes) -> Path:
    whole = bytearray(path.read_bytes())
    whole[whole.index(find) + len(find) // 2] ^= 1
    path.write_bytes(whole)
    return path


def test_a_tampered_block_turns_the_verdict(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "BLOCK_ROWS", 64)
    path = tmp_path / "a.icase"
    written_case(path, made_up(200), configuration={"connectors": "no list"})
    _with_flipped(path, chunks_of(path)[2 * layout.CHUNKS_OF_BLOCK + layout.TEXTS][:64])
    with opened_case(path, tmp_path) as case:
        assert len(case.log_page(LogFilter(), None, 100).entries) == 100
        with pytest.raises(CaseFileTampered):
            case.log_page(LogFilter(), None, 150)
        state = case.case_state()
        assert (state.verdict, state.tampered_block) == (Verdict.TAMPERED, "2")
        assert case.trust_signer().verdict is Verdict.TAMPERED
        assert case.verify_whole(UnattendedWork()).tampered_block
        with pytest.raises(CaseFileMalformed):
            case.connectors()


def test_a_case_file_is_never_held_as_a_workspace(made: tuple[Path, InProcessGateway]) -> None:
    before = made[0].read_bytes()
    with pytest.raises(CaseFileReadOnly):
        open_store(made[0], "tests", "x", NOON)
    assert made[0].read_bytes() == before


@pytest.mark.parametrize("door", ["service", "holder"])
def test_a_case_file_comes_through_every_door(tmp_path: Path, door: str) -> None:
    class Watching(UnattendedWork):
        told = 0

        def report(self, progress: Any) -> None:
            self.told = max(self.told, progress.done)

    with opened_workspace(tmp_path) as opened:
        drafts = [log_draft(created_at=NOON - timedelta(seconds=n), message=f"entry {n}") for n in range(1500)]
        opened.context.store.write(lambda writing: append_entries(writing, drafts))
        way = served(opened) if door == "service" else through_holder(opened, tmp_path)
        with way as gateway:
            work = Watching()
            report = gateway.make_case_file(CaseWish(LogFilter(query="entry")), tmp_path / "far.icase", work)
            assert gateway.case_signer() == report.manifest.fingerprint
    assert report.path == str(tmp_path / "far.icase")
    assert (tmp_path / "far.icase").stat().st_size == report.size
    assert work.told > 0
    with opened_case(tmp_path / "far.icase", tmp_path) as case:
        assert case.log_count(LogFilter()) == report.manifest.entries == 1500
        assert case.verify_whole(UnattendedWork()).whole
