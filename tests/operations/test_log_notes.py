"""Marks, notes and saved filters: kept, found by queries, shared, taken away with what they are about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from integration_console.domain.errors import InvalidInput, NameTaken, NotFound, PermissionDenied, QueryNotUnderstood
from integration_console.domain.ids import new_id
from integration_console.domain.log_conditions import AnyOf, FieldIs, LogField
from integration_console.domain.log_notes import LogNote, LogNoteDraft, Mark
from integration_console.domain.logs import LogFilter
from integration_console.domain.permissions import ROLE_RIGHTS, Role
from integration_console.domain.saved_filters import SavedFilterDraft
from integration_console.operations import log_notes, logs
from integration_console.operations.context import Context
from integration_console.storage import log_notes as rows
from integration_console.storage.log_removal import remove_entries
from integration_console.storage.log_rows import append_entries
from integration_console.storage.store import EmbeddedStore
from tests.builders import log_draft
from tests.fakes import NOON


@pytest.fixture
def ids(context: Context) -> list[str]:
    """Three entries, the first with a payload."""
    drafts = [log_draft(id=new_id(), message=f"entry {number}") for number in range(3)]
    drafts[0] = replace(drafts[0], payload="kestrel")
    context.store.write(lambda writing: append_entries(writing, drafts))
    return [each.id for each in drafts]


def found(context: Context, query: str) -> list[str]:
    return sorted(each.message for each in logs.log_page(context, LogFilter(query=f"entry {query}"), None, 10).entries)


def test_a_note_is_kept_changed_and_taken_away(context: Context, ids: list[str]) -> None:
    note = LogNote(ids[0], Mark.RED, "ask the bank", "amina", NOON)
    assert log_notes.save_log_note(context, LogNoteDraft(ids[0], Mark.RED, " ask the bank ")) == note
    assert log_notes.log_notes(context, ids) == (note,)
    other = replace(context, actor="omar")
    changed = log_notes.save_log_note(other, LogNoteDraft(ids[0], Mark.GREEN))
    assert log_notes.log_notes(context, ids) == (changed,) == (LogNote(ids[0], Mark.GREEN, "", "omar", NOON),)
    assert log_notes.save_log_note(context, LogNoteDraft(ids[0])) is None
    assert (log_notes.log_notes(context, ids), log_notes.log_notes(context, ())) == ((), ())


def test_queries_find_notes_and_marks_beside_words_of_payloads(context: Context, ids: list[str]) -> None:
    log_notes.save_log_note(context, LogNoteDraft(ids[0], Mark.RED, "both"))
    log_notes.save_log_note(context, LogNoteDraft(ids[1], text="text alone"))
    assert found(context, "has:note") == ["entry 0", "entry 1"]
    assert found(context, "has:mark") == ["entry 0"]
    assert found(context, "-has:note") == ["entry 2"]
    assert found(context, "-has:mark") == ["entry 1", "entry 2"]
    assert found(context, "kestrel has:mark") == ["entry 0"]
    assert found(context, "kestrel OR has:note") == ["entry 0", "entry 1"]
    assert found(context, "-(kestrel has:note)") == ["entry 1", "entry 2"]
    assert logs.log_count(context, LogFilter(query="has:note"), 10) == 2


def test_notes_go_with_their_entries_and_no_others(context: Context, ids: list[str]) -> None:
    for each in ids[:2]:
        log_notes.save_log_note(context, LogNoteDraft(each, Mark.RED))
    gone = AnyOf(tuple(FieldIs(LogField.ID, each) for each in (ids[0], ids[2])))
    if not isinstance(context.store, EmbeddedStore):
        pytest.skip("people remove no entries from a shared database")
    assert context.store.write(lambda writing: remove_entries(writing, gone, None, 10)).entries == 2
    assert [each.log_id for each in log_notes.log_notes(context, ids)] == [ids[1]]


def test_a_note_needs_an_entry_and_a_right(context: Context, ids: list[str]) -> None:
    with pytest.raises(NotFound):
        log_notes.save_log_note(context, LogNoteDraft(new_id(), Mark.RED))
    looking = replace(context, rights=ROLE_RIGHTS[Role.AUDITOR])
    with pytest.raises(PermissionDenied):
        log_notes.save_log_note(looking, LogNoteDraft(ids[0], Mark.RED))
    assert log_notes.log_notes(looking, ids) == ()


def test_a_filter_stands_for_its_query(context: Context, ids: list[str]) -> None:
    odd = log_notes.save_filter(context, SavedFilterDraft("Odd ones", '"entry 1" OR "entry 2"'))
    late = log_notes.save_filter(context, SavedFilterDraft("late", '-"entry 1"'))
    assert log_notes.saved_filters(context) == tuple(sorted((odd, late), key=lambda each: each.name))
    assert found(context, 'filter:"odd ones"') == ["entry 1", "entry 2"]
    assert found(context, 'filter:"Odd ones" filter:late') == ["entry 2"]
    assert found(context, "-filter:late") == ["entry 1"]
    renamed = log_notes.save_filter(context, SavedFilterDraft("even", '"entry 0"', odd.id))
    assert (renamed.id, found(context, "filter:even,late")) == (odd.id, ["entry 0", "entry 2"])
    log_notes.remove_filter(context, late.id)
    assert log_notes.saved_filters(context) == (renamed,)
    with pytest.raises(QueryNotUnderstood):
        found(context, "filter:late")


def test_what_is_no_filter_is_refused(context: Context) -> None:
    log_notes.save_filter(context, SavedFilterDraft("errors", "status:error"))
    for draft, error in (
        (SavedFilterDraft("Errors", "status:error"), NameTaken),
        (SavedFilterDraft("nested", "filter:errors"), QueryNotUnderstood),
        (SavedFilterDraft("nothing", "status:oops"), QueryNotUnderstood),
        (SavedFilterDraft("empty", " "), InvalidInput),
        (SavedFilterDraft("gone", "x", new_id()), NotFound),
    ):
        with pytest.raises(error):
            log_notes.save_filter(context, draft)
    with pytest.raises(NotFound):
        log_notes.remove_filter(context, new_id())


def test_a_filter_whose_connector_was_removed_says_so(context: Context, ids: list[str]) -> None:
    kept = log_notes.save_filter(context, SavedFilterDraft("people", "type:sync.*"))
    broken = replace(kept, query="connector:gone")
    context.store.write(lambda writing: rows.keep_filter(writing, broken))
    with pytest.raises(QueryNotUnderstood) as caught:
        found(context, "filter:people")
    assert caught.value.params["part"] == "filter:people"
