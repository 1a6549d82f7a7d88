"""Notes on a case file: kept beside it, searched, hostile ones not taken; and taken back where the case is from."""

from __future__ import annotations

import json
import os
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from integration_console.domain.case_files import CaseWish
from integration_console.domain.case_notes import NotesTaken
from integration_console.domain.errors import (
    CaseNotesMalformed,
    FileUnreadable,
    FileUnwritable,
    InvalidInput,
    NameTaken,
    NotFound,
    WorkspaceReadOnly,
)
from integration_console.domain.log_notes import LONGEST_NOTE, LogNoteDraft, Mark
from integration_console.domain.logs import LogFilter
from integration_console.domain.saved_filters import SavedFilterDraft
from integration_console.domain.work import Cancelled, UnattendedWork
from integration_console.domain.workspace import ReceiverState
from integration_console.gateways.case_file import CaseFileGateway, opened_case
from integration_console.gateways.case_notes import read_notes
from integration_console.gateways.case_notes_back import take_notes
from integration_console.gateways.in_process import InProcessGateway
from integration_console.storage.log_rows import append_entries
from tests.builders import log_draft, opened_workspace
from tests.case_builders import made_up, written_case
from tests.fakes import NOON, ImpatientWork
from tests.served import served


@pytest.fixture
def path(tmp_path: Path) -> Path:
    written_case(tmp_path / "a.icase", made_up(300))
    return tmp_path / "a.icase"


@pytest.fixture
def case(path: Path, tmp_path: Path) -> Iterator[CaseFileGateway]:
    with opened_case(path, tmp_path) as gateway:
        yield gateway


def ids(case: CaseFileGateway, query: str) -> list[str]:
    return [each.id for each in case.log_page(LogFilter(query=query), None, 200).entries]


def test_notes_lie_beside_the_case_and_are_there_when_it_is_opened_again(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    with opened_case(path, tmp_path) as case:
        first, second = ids(case, "")[:2]
        kept = case.save_log_note(LogNoteDraft(first, Mark.RED, "  look  "))
        assert kept is not None
        assert (kept.mark, kept.text) == (Mark.RED, "look")
        assert case.save_log_note(LogNoteDraft(second, text="x")) is not None
        assert case.save_log_note(LogNoteDraft(second)) is None
        with pytest.raises(NotFound):
            case.save_log_note(LogNoteDraft("0197c0de-0000-7000-8000-00000000dddd", text="x"))
        with pytest.raises(InvalidInput):
            case.save_log_note(LogNoteDraft(first, text="x" * (LONGEST_NOTE + 1)))
    with opened_case(path, tmp_path) as case:
        assert case.log_notes([second, first]) == (kept,)
    assert path.read_bytes() == before


def test_a_case_is_searched_by_notes_marks_and_saved_filters(case: CaseFileGateway) -> None:
    everything = ids(case, "")
    one, two, three = everything[5], everything[50], everything[99]
    case.save_log_note(LogNoteDraft(one, Mark.RED, "text"))
    case.save_log_note(LogNoteDraft(two, Mark.BLUE))
    case.save_log_note(LogNoteDraft(three, text="only text"))
    assert ids(case, "has:note") == [one, three]
    assert ids(case, "has:mark") == [one, two]
    assert ids(case, "has:mark has:note") == [one]
    assert ids(case, "has:mark OR has:note") == [one, two, three]
    assert case.log_count(LogFilter(query="-has:note")) == 298
    kept = case.save_filter(SavedFilterDraft("Mine", "has:note"))
    assert ids(case, "filter:mine has:mark") == [one]
    with pytest.raises(NameTaken):
        case.save_filter(SavedFilterDraft("MINE", "x"))
    with pytest.raises(NotFound):
        case.save_filter(SavedFilterDraft("Other", "x", "no such id"))
    changed = case.save_filter(SavedFilterDraft("Mine", "has:mark", kept.id))
    assert case.saved_filters() == (changed,)
    case.remove_filter(kept.id)
    with pytest.raises(NotFound):
        case.remove_filter(kept.id)
    assert case.saved_filters() == ()


def test_notes_of_another_case_are_not_taken(case: CaseFileGateway, path: Path, tmp_path: Path) -> None:
    case.save_log_note(LogNoteDraft(ids(case, "")[0], text="of the first"))
    other = tmp_path / "b.icase"
    written_case(other, made_up(300, seed=8))
    (tmp_path / "b.icase.notes").write_bytes((tmp_path / "a.icase.notes").read_bytes())
    with opened_case(other, tmp_path) as opened:
        assert opened.log_notes(ids(opened, "")) == ()
        assert ids(opened, "has:note") == []


def test_a_folder_that_cannot_be_written_to_is_said(case: CaseFileGateway, tmp_path: Path) -> None:
    (tmp_path / ".a.icase.notes.part").mkdir()
    with pytest.raises(FileUnwritable):
        case.save_log_note(LogNoteDraft(ids(case, "")[0], text="x"))
    (tmp_path / ".a.icase.notes.part").rmdir()
    assert ids(case, "has:note") == []


def note(**changed: Any) -> dict[str, Any]:
    some = {"log_id": "0197c0de-0000-7000-8000-000000ffffff", "mark": "red", "text": "x", "author": "a"}
    return {**some, "written_at": "2026-11-05T12:00:00+00:00", **changed}


def named(**changed: Any) -> dict[str, Any]:
    return {"id": "1", "name": "n", "query": "q", "author": "a", "written_at": "2026-11-05T12:00:00+00:00", **changed}


HOSTILE: list[Any] = [
    [],
    {"case": 7, "notes": [], "filters": []},
    {"case": "x", "notes": {}, "filters": []},
    {"case": "x", "notes": [note(log_id="../../members")], "filters": []},
    {"case": "x", "notes": [note(mark="<b>")], "filters": []},
    {"case": "x", "notes": [note(text="x" * (LONGEST_NOTE + 1))], "filters": []},
    {"case": "x", "notes": [note(author="x" * 999)], "filters": []},
    {"case": "x", "notes": [note(written_at="2026-11-05T12:00:00")], "filters": []},
    {"case": "x", "notes": [note(written_at=1e300)], "filters": []},
    {"case": "x", "notes": [note()] * 10_001, "filters": []},
    {"case": "x", "notes": [], "filters": [named(name='"')]},
    {"case": "x", "notes": [], "filters": [named()] * 300},
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_file_of_notes_is_refused_and_the_case_opens_without_it(
    path: Path, tmp_path: Path, hostile: Any
) -> None:
    beside = tmp_path / "a.icase.notes"
    with opened_case(path, tmp_path) as case:
        seal = case.case_state().manifest.chain
    if isinstance(hostile, dict) and hostile["case"] == "x":
        hostile = {**hostile, "case": seal}
    beside.write_text(json.dumps(hostile))
    with pytest.raises(CaseNotesMalformed):
        read_notes(beside)
    with opened_case(path, tmp_path) as case:
        assert ids(case, "has:note OR has:mark") == []


@pytest.mark.parametrize("raw", [b"", b"\xff", b"{" * 100_000, b"[" * (1 << 20), b" " * (8 << 20) + b" "])
def test_what_is_no_json_or_too_large_is_refused(path: Path, tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "a.icase.notes").write_bytes(raw)
    with pytest.raises(CaseNotesMalformed):
        read_notes(tmp_path / "a.icase.notes")
    with opened_case(path, tmp_path) as case:
        assert case.saved_filters() == ()


def test_what_is_no_file_is_not_waited_for(path: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.icase.notes")
    with pytest.raises(FileUnreadable):
        read_notes(tmp_path / "a.icase.notes")
    with pytest.raises(FileUnreadable):
        read_notes(tmp_path / "none")
    with opened_case(path, tmp_path) as case:
        assert case.saved_filters() == ()


class Worked:
    """A case made of a workspace that is still open, with notes written on it."""

    def __init__(self, gateway: InProcessGateway, folder: Path) -> None:
        self.gateway, self.file = gateway, folder / "acme.icase"
        self.notes = folder / "acme.icase.notes"
        gateway.make_case_file(CaseWish(LogFilter(query="entry")), self.file, UnattendedWork())
        with opened_case(self.file, folder) as case:
            self.ids = ids(case, "")
            case.save_log_note(LogNoteDraft(self.ids[0], Mark.RED, "theirs"))
            case.save_log_note(LogNoteDraft(self.ids[1], Mark.BLUE))
            case.save_log_note(LogNoteDraft(self.ids[2], text="long " * 700))
            case.save_log_note(LogNoteDraft(self.ids[3], text="gone"))
            case.save_log_note(LogNoteDraft(self.ids[3]))
        wire = json.loads(self.notes.read_text())
        stray = {**note(), "log_id": "0197c0de-0000-7000-8000-00000000dead"}
        self.notes.write_text(json.dumps({**wire, "notes": [*wire["notes"], stray]}).replace(_me(wire), "salem"))


def _me(wire: Any) -> str:
    return str(wire["notes"][0]["author"])


@pytest.mark.parametrize("door", ["here", "service"])
def test_notes_go_back_below_what_stands_there(tmp_path: Path, door: str) -> None:
    with opened_workspace(tmp_path) as opened:
        drafts = [log_draft(created_at=NOON, message=f"entry {n}") for n in range(5)]
        opened.context.store.write(lambda writing: append_entries(writing, drafts))
        worked = Worked(InProcessGateway(opened.context, lambda: ReceiverState(running=False)), tmp_path)
        first, second, third = worked.ids[:3]
        worked.gateway.save_log_note(LogNoteDraft(first, Mark.GREEN, "mine"))
        worked.gateway.save_log_note(LogNoteDraft(third, text="mine " * 200))
        if door == "here":
            assert take_notes(worked.gateway, worked.notes, UnattendedWork()) == NotesTaken(2, 0, 1, 1)
        else:
            with served(opened) as gateway:
                assert take_notes(gateway, worked.notes, UnattendedWork()) == NotesTaken(2, 0, 1, 1)
        found = {each.log_id: each for each in worked.gateway.log_notes(worked.ids)}
        assert (found[first].mark, found[first].text) == (Mark.GREEN, "mine\n\nsalem: theirs")
        assert (found[second].mark, found[second].text) == (Mark.BLUE, "")
        assert found[third].text == ("mine " * 200).strip()
        assert worked.ids[3] not in found
        assert take_notes(worked.gateway, worked.notes, UnattendedWork()) == NotesTaken(0, 2, 1, 1)


def test_taking_can_be_stopped_and_is_refused_where_nothing_may_be_written(tmp_path: Path) -> None:
    with opened_workspace(tmp_path) as opened:
        drafts = [log_draft(created_at=NOON, message=f"entry {n}") for n in range(5)]
        opened.context.store.write(lambda writing: append_entries(writing, drafts))
        worked = Worked(InProcessGateway(opened.context, lambda: ReceiverState(running=False)), tmp_path)
        with pytest.raises(Cancelled):
            take_notes(worked.gateway, worked.notes, ImpatientWork(1))
        assert len(worked.gateway.log_notes(worked.ids)) == 1
        worked.gateway.lock(on=True)
        with pytest.raises(WorkspaceReadOnly):
            take_notes(worked.gateway, worked.notes, UnattendedWork())
        assert len(worked.gateway.log_notes(worked.ids)) == 1


def test_two_windows_on_one_case_lose_nothing(path: Path, tmp_path: Path) -> None:
    with opened_case(path, tmp_path) as one, opened_case(path, tmp_path) as two:
        first, second, third = ids(one, "")[:3]
        one.save_log_note(LogNoteDraft(first, Mark.RED, "from one"))
        two.save_log_note(LogNoteDraft(second, text="from two"))
        one.save_filter(SavedFilterDraft("One", "x"))
        two.save_filter(SavedFilterDraft("Two", "x"))
        with pytest.raises(NameTaken):
            one.save_filter(SavedFilterDraft("two", "x"))
        two.save_log_note(LogNoteDraft(first, text="also two"))
        one.save_log_note(LogNoteDraft(third, Mark.BLUE))
        two.save_log_note(LogNoteDraft(third))
        two.log_notes([third])
        two.save_log_note(LogNoteDraft(third, Mark.GREEN))
    with opened_case(path, tmp_path) as case:
        found = {each.log_id: (each.mark, each.text) for each in case.log_notes([first, second, third])}
        assert found == {
            first: (Mark.RED, "from one\n\nalso two"), second: (Mark.NONE, "from two"), third: (Mark.GREEN, "")
        }  # fmt: skip
        assert [each.name for each in case.saved_filters()] == ["One", "Two"]


def test_many_windows_that_write_at_once_lose_nothing(path: Path, tmp_path: Path) -> None:
    with opened_case(path, tmp_path) as case:
        wanted = ids(case, "")[:40]

    def write(some: list[str]) -> None:
        with opened_case(path, tmp_path) as opened:
            for each in some:
                opened.save_log_note(LogNoteDraft(each, text="x"))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, [wanted[each::4] for each in range(4)]))
    with opened_case(path, tmp_path) as case:
        assert ids(case, "has:note") == wanted


def test_what_lies_there_and_is_not_of_this_case_is_kept_beside(path: Path, tmp_path: Path) -> None:
    other, beside = tmp_path / "b.icase", tmp_path / "a.icase.notes"
    written_case(other, made_up(300, seed=8))
    with opened_case(other, tmp_path) as case:
        case.save_log_note(LogNoteDraft(ids(case, "")[0], text="of the other"))
    foreign = (tmp_path / "b.icase.notes").read_bytes()
    with opened_case(path, tmp_path) as case:
        first, second = ids(case, "")[:2]
        for number, found in enumerate([foreign, b"no notes", b" " * (8 << 20) + b" "]):
            beside.write_bytes(found)
            case.save_log_note(LogNoteDraft(first if number else second, text=f"{number}"))
    kept = [(tmp_path / f"a.icase.notes.old{each}").read_bytes() for each in ("", "2", "3")]
    assert kept == [foreign, b"no notes", b" " * (8 << 20) + b" "]
    assert [each.text for each in read_notes(beside).notes] == ["0", "2"]


def test_notes_that_vanish_while_a_case_is_open_are_written_again(case: CaseFileGateway, tmp_path: Path) -> None:
    first, second = ids(case, "")[:2]
    case.save_log_note(LogNoteDraft(first, text="x"))
    (tmp_path / "a.icase.notes").unlink()
    case.save_log_note(LogNoteDraft(second, text="y"))
    assert [each.text for each in read_notes(tmp_path / "a.icase.notes").notes] == ["x", "y"]


def test_no_more_is_written_than_can_be_read_again(case: CaseFileGateway, path: Path, tmp_path: Path) -> None:
    beside = tmp_path / "a.icase.notes"
    first = ids(case, "")[1]
    full = note(text="x" * 4000)
    as_many_as_fit = ((8 << 20) - 1000) // len(json.dumps(full, separators=(",", ":")) + ",")
    for notes in ([note(log_id=str(uuid.UUID(int=each))) for each in range(10_000)], [full] * as_many_as_fit):
        wire = {"case": case.case_state().manifest.chain, "notes": notes, "filters": []}
        beside.write_text(json.dumps(wire, separators=(",", ":")))
        read_notes(beside)
        before = beside.read_bytes()
        with pytest.raises(FileUnwritable):
            case.save_log_note(LogNoteDraft(first, text="y" * 4000))
        assert beside.read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir() if "old" in each.name or "part" in each.name) == []
