"""What is said of syncs and records, without a window."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication

from integration_console.connectors.http import HttpClients
from integration_console.connectors.registry import ConnectorTypes
from integration_console.domain.ids import new_id
from integration_console.domain.streams import Source, Stream, SyncMode
from integration_console.domain.syncs import RunCounts, RunState, SyncRun, Trigger
from integration_console.domain.work import Progress
from integration_console.ui.language import formats, strip_isolates
from integration_console.ui.record_words import COLUMN_TITLES, column_title, removal_sentence, value_text
from integration_console.ui.sync_words import (
    counts_words,
    duration_of,
    lately,
    progress_words,
    share_of,
    stream_titles,
    waiting_words,
)

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


def run(**changed: object) -> SyncRun:
    given: dict[str, object] = {
        "id": new_id(),
        "connector_id": "c",
        "mode": SyncMode.FULL,
        "streams": ("contacts",),
        "trigger": Trigger.PERSON,
        "requested_by": "laila",
        "state": RunState.RUNNING,
        "created_at": NOON,
        "due_at": NOON,
        "started_at": NOON,
        **changed,
    }
    return SyncRun(**given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.2, "1 s"), (7, "7 s"), (90, "90 s"), (121, "3 min"), (3600, "1.0 h"), (9000, "2.5 h")]
)
def test_what_is_left_is_told_in_the_unit_that_fits(dressed: QApplication, seconds: float, words: str) -> None:
    assert formats.countdown(seconds) == words


def test_progress_tells_what_is_known(dressed: QApplication) -> None:
    later = NOON + timedelta(seconds=4)
    known = run(progress=Progress(1240, 5000), counts=RunCounts(added=1240))
    assert strip_isolates(progress_words(known, later)) == "1,240 of 5,000 · 310/s · 13 s left"
    assert share_of(known) == 0.248
    slow = run(progress=Progress(3), counts=RunCounts(added=3))
    assert strip_isolates(progress_words(slow, later)) == "3 records · 0.8/s"
    assert share_of(slow) is None


def test_a_pause_says_who_asked_for_it_and_when_it_ends(dressed: QApplication) -> None:
    paused = run(
        state=RunState.WAITING,
        due_at=NOON + timedelta(seconds=7),
        error_code="slack.rate_limited",
        error_params={"seconds": "7"},
    )
    assert strip_isolates(waiting_words(paused, "Slack", NOON)) == "Slack asks for a pause: goes on in 7 s"


def test_a_card_tells_the_newest_run_in_a_few_words(dressed: QApplication) -> None:
    lost = {"error_code": "access.lost", "error_params": {"host": "drive.example", "reason": "x"}}
    told = [
        run(state=RunState.SUCCEEDED, finished_at=datetime.now(UTC)),
        run(state=RunState.FAILED, finished_at=datetime.now(UTC)),
        run(state=RunState.CANCELLED, finished_at=datetime.now(UTC)),
        run(state=RunState.QUEUED),
        run(state=RunState.WAITING, **lost),
        run(started_at=None, progress=Progress(5, 10)),
    ]
    assert [strip_isolates(lately(each)) for each in told] == [
        "Synced just now",
        "Sync failed just now",
        "Sync cancelled just now",
        "Waits for its turn",
        "Waits to be authorised again",
        "Syncing: 5 of 10",
    ]


def test_counts_leave_out_what_did_not_happen(dressed: QApplication) -> None:
    assert counts_words(RunCounts(added=1240, deleted=2, unchanged=9)) == "1,240 added and 2 deleted"
    assert counts_words(RunCounts(unchanged=9)) == "Nothing changed"


def test_streams_are_named_and_unknown_ones_keep_their_key(dressed: QApplication) -> None:
    known = {"contacts": Stream("contacts", "Contacts")}
    assert strip_isolates(stream_titles(("contacts", "leads"), known)) == "Contacts and leads"


def test_a_run_that_never_started_took_no_time(dressed: QApplication) -> None:
    assert duration_of(run(started_at=None)) == ""
    assert duration_of(run(finished_at=NOON + timedelta(seconds=90))) == "2 min"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("two\nlines", "two lines"),
        (None, ""),
        (12.5, "12.5"),
        (False, "false"),
        (["a", "ب"], "a, ب"),
        ([1, 2], "[1, 2]"),
        ({"id": 3, "name": "Sales"}, "Sales"),
        ({"zip": "1"}, '{"zip": "1"}'),
    ],
)
def test_a_value_is_shown_as_a_person_reads_it(value: object, text: str) -> None:
    assert value_text(value) == text


def test_parts_of_a_content_make_readable_headings() -> None:
    names = ("home_email", "id", "entryType", "")
    assert [column_title(name) for name in names] == ["Home email", "ID", "EntryType", ""]


def test_the_parts_that_our_own_connectors_show_have_headings_in_the_person_s_language() -> None:
    kinds = [kind for kind in ConnectorTypes(HttpClients()).kinds() if kind.description.syncs]
    filled = [kind.description.form.with_defaults({}) for kind in kinds]
    offered = [cast("Source", kind).streams(values) for kind, values in zip(kinds, filled, strict=True)]
    shown = {name for streams in offered for stream in streams for name in stream.columns}
    assert shown - COLUMN_TITLES.keys() == set()


def test_a_removal_of_a_kind_that_is_not_known_is_a_removal(dressed: QApplication) -> None:
    assert removal_sentence("something_new") == "It was deleted at the source."


def test_a_moment_is_told_on_the_clocks_of_a_zone(dressed: QApplication) -> None:
    assert formats.in_zone(NOON, "Asia/Riyadh") == "Wed 25 Nov 2026 15:00"
