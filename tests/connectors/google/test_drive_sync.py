"""Drive's files stay true to Drive: crawled once, then kept up by the change logs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from integration_console.domain.errors import GoogleNotFound, GooglePlaceRejected, GoogleUnavailable, SyncUnavailable
from integration_console.domain.streams import Page, RecordState, SyncMode, SyncRequest
from integration_console.domain.work import UnattendedWork
from integration_console.sandbox import GoogleSandbox
from tests.connectors.google.conftest import Console, console_for
from tests.page_store import PageStore


def there(sandbox: GoogleSandbox) -> dict[str, tuple[str, str, bool]]:
    """What the account can see: name, scope and whether it is in the trash, by id."""
    return {file.id: (file.name, file.drive or "user", file.trashed) for file in sandbox.drive}


def stored(store: PageStore) -> dict[str, tuple[str, str, bool]]:
    return {
        each.external_id: (each.title, each.scope, each.state is RecordState.TRASHED) for each in store.records.values()
    }


def fewer(console: Console, page_size: int) -> None:
    console.values["page_size"] = page_size


def test_the_first_sync_brings_my_drive_and_every_shared_drive(sandbox: GoogleSandbox, console: Console) -> None:
    sandbox.drive.fill(120)
    assert stored(console.sync()) == there(sandbox)
    assert {each.scope for each in console.store.records.values()} == {"user", "0AShared01", "0AShared02"}


def test_a_second_sync_of_an_unchanged_drive_changes_nothing(sandbox: GoogleSandbox, console: Console) -> None:
    sandbox.drive.fill(60)
    console.sync()
    sandbox.requests.clear()
    assert console.sync().changes == []
    assert [path for path, _ in sandbox.requests] == ["/drive/v3/drives", *["/drive/v3/changes"] * 3]


def test_a_new_a_renamed_and_a_deleted_file_are_noticed(sandbox: GoogleSandbox, console: Console) -> None:
    first, second = sandbox.drive.add("عقد"), sandbox.drive.add("Plan")
    console.sync()
    third = sandbox.drive.add("Budget")
    sandbox.drive.rename(first, "عقد نهائي")
    sandbox.drive.delete(second)
    assert console.sync().changes == [("added", third), ("updated", first), ("deleted", second)]
    assert (console.store.titles(), console.store.gone) == (["Budget", "عقد نهائي"], {second: "deleted"})


def test_a_file_in_the_trash_is_kept_and_comes_back(sandbox: GoogleSandbox, console: Console) -> None:
    file = sandbox.drive.add("Plan")
    console.sync()
    sandbox.drive.trash(file)
    assert console.sync().titles(RecordState.TRASHED) == ["Plan"]
    sandbox.drive.untrash(file)
    assert (console.sync().titles(), console.store.gone) == (["Plan"], {})


def test_a_file_that_is_no_longer_shared_with_us_is_gone(sandbox: GoogleSandbox, console: Console) -> None:
    file = sandbox.drive.add("Plan")
    console.sync()
    sandbox.drive.lose_access(file)
    assert console.sync().titles() == []


@pytest.mark.parametrize(("source", "target"), [("", "0AShared01"), ("0AShared01", ""), ("0AShared01", "0AShared02")])
def test_a_file_that_moves_between_drives_is_updated_and_never_deleted(
    sandbox: GoogleSandbox, console: Console, source: str, target: str
) -> None:
    sandbox.drive.fill(0)
    file = sandbox.drive.add("Plan", drive=source)
    console.sync()
    sandbox.drive.move(file, drive=target)
    assert console.sync().changes == [("updated", file)]
    assert console.store.records[file].scope == target or "user"


def test_a_shared_drive_that_was_left_takes_its_files_along(sandbox: GoogleSandbox, console: Console) -> None:
    sandbox.drive.fill(0)
    ours, theirs = sandbox.drive.add("Plan"), sandbox.drive.add("Budget", drive="0AShared01")
    console.sync()
    sandbox.drive.leave_drive("0AShared01")
    assert console.sync().changes == [("deleted", theirs)]
    assert (list(console.store.records), console.store.gone) == ([ours], {theirs: "lost_access"})
    assert console.sync().changes == []


def test_a_shared_drive_that_was_joined_is_read_whole(sandbox: GoogleSandbox, console: Console) -> None:
    console.sync()
    sandbox.drive.join_drive("0ANew", "Neu")
    file = sandbox.drive.add("Plan", drive="0ANew")
    assert console.sync().changes == [("added", file)]
    sandbox.drive.rename(file, "Plan 2")
    assert console.sync().changes == [("updated", file)]


def test_a_drive_is_joined_and_another_left_while_the_log_is_read(sandbox: GoogleSandbox, console: Console) -> None:
    sandbox.drive.fill(0)
    sandbox.drive.add("Budget", drive="0AShared01")
    console.sync()

    def meanwhile(page: int) -> None:
        if page == 0:
            sandbox.drive.leave_drive("0AShared01")
            sandbox.drive.join_drive("0ANew", "Neu")
            sandbox.drive.add("Plan", drive="0ANew")

    sandbox.drive.leave_drive("0AShared02")
    interleaved(console, SyncMode.INCREMENTAL, meanwhile)
    assert stored(console.store) == there(sandbox)
    assert console.store.titles() == ["Plan"]


def test_a_drive_that_is_left_during_the_crawl_is_let_go(sandbox: GoogleSandbox, console: Console) -> None:
    sandbox.drive.fill(0)
    sandbox.drive.add("Plan")
    sandbox.drive.add("Budget", drive="0AShared01")
    console.sync()
    left = iter([lambda: sandbox.drive.leave_drive("0AShared01")])
    interleaved(console, SyncMode.FULL, lambda _: next(left, lambda: None)())
    assert stored(console.store) == there(sandbox)
    assert list(console.store.gone.values()) == ["lost_access"]
    assert console.sync().changes == []


def test_a_drive_that_is_left_during_the_replay_is_let_go(sandbox: GoogleSandbox, console: Console) -> None:
    sandbox.drive.fill(0)
    sandbox.drive.add("Budget", drive="0AShared02")
    console.sync()
    left = iter([lambda: sandbox.drive.leave_drive("0AShared02")])
    interleaved(console, SyncMode.INCREMENTAL, lambda _: next(left, lambda: None)())
    assert (console.store.titles(), list(console.store.gone.values())) == ([], ["lost_access"])
    assert console.store.cursor is not None
    assert list(console.store.cursor["feeds"]) == ["user", "0AShared01"]


def test_a_list_that_says_it_is_incomplete_removes_nothing(sandbox: GoogleSandbox, console: Console) -> None:
    sandbox.drive.fill(30)
    console.sync()
    sandbox.drive.incomplete = True
    assert console.sync(SyncMode.FULL).changes == []


def test_a_stream_that_was_not_chosen_is_not_brought(console: Console) -> None:
    console.values["calendar_events"] = False
    with pytest.raises(SyncUnavailable):
        console.sync(stream="events")


def interleaved(console: Console, mode: SyncMode, meanwhile: Callable[[int], None]) -> None:
    """A run during which somebody else works: `meanwhile` is called after each page."""
    console.store.begin()
    request = SyncRequest("files", mode, console.store.cursor)
    for number, page in enumerate(console.google.sync(console.access, request, UnattendedWork())):
        console.store.apply(page)
        meanwhile(number)


@pytest.mark.parametrize("mode", [SyncMode.INCREMENTAL, SyncMode.FULL])
def test_what_changes_during_the_crawl_is_replayed(sandbox: GoogleSandbox, console: Console, mode: SyncMode) -> None:
    sandbox.drive.fill(90)
    fewer(console, 10)
    ids = list(sandbox.drive.files)
    homes = ["", "0AShared01", "0AShared02"]

    def meanwhile(page: int) -> None:
        sandbox.drive.rename(ids[page], f"renamed {page}")
        sandbox.drive.move(ids[page * 2], drive=homes[page % 3])
        sandbox.drive.delete(ids[-page - 1])
        sandbox.drive.add(f"new {page}", drive=homes[page % 3])

    interleaved(console, mode, lambda page: meanwhile(page) if page < 15 else None)
    assert stored(console.sync()) == there(sandbox)
    assert console.sync().changes == []


def test_a_move_to_a_drive_that_was_read_already_loses_nothing(sandbox: GoogleSandbox, console: Console) -> None:
    sandbox.drive.fill(0)
    file = sandbox.drive.add("Plan", drive="0AShared02")
    console.sync()
    moved = iter([lambda: sandbox.drive.move(file, drive="")])
    interleaved(console, SyncMode.FULL, lambda _: next(moved, lambda: None)())
    assert console.store.changes == [("updated", file)]


def test_a_rejected_place_leads_to_a_comparison_and_not_to_a_wipe(sandbox: GoogleSandbox, console: Console) -> None:
    sandbox.drive.fill(50)
    console.sync()
    deleted, kept = list(sandbox.drive.files)[:2]
    sandbox.drive.delete(deleted)
    sandbox.drive.rename(kept, "renamed")
    sandbox.drive.forget_places()
    assert sorted(console.sync().changes) == [("deleted", deleted), ("updated", kept)]
    assert stored(console.store) == there(sandbox)
    assert console.sync().changes == []


def test_a_place_that_is_rejected_again_and_again_is_an_error_and_keeps_the_cursor(
    sandbox: GoogleSandbox, console: Console
) -> None:
    sandbox.drive.fill(20)
    console.sync()
    cursor = console.store.cursor
    sandbox.weather("410", times=None)
    with pytest.raises(GooglePlaceRejected):
        console.sync()
    assert console.store.cursor == cursor


def test_an_answer_without_a_place_is_trouble_and_moves_nothing(
    sandbox: GoogleSandbox, console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    sandbox.drive.fill(5)
    with monkeypatch.context() as patched, pytest.raises(GoogleUnavailable):
        patched.setattr(sandbox.drive, "start", lambda _: {})
        console.sync()
    console.sync()
    cursor = console.store.cursor
    with monkeypatch.context() as patched, pytest.raises(GoogleUnavailable):
        patched.setattr(sandbox.drive, "changes", lambda _: {"changes": []})
        console.sync()
    assert console.store.cursor == cursor


def test_a_list_whose_place_is_rejected_begins_anew(sandbox: GoogleSandbox, console: Console) -> None:
    sandbox.drive.fill(40)
    fewer(console, 10)
    with pytest.raises(GooglePlaceRejected):  # the places in the logs are unknown as well
        interleaved(console, SyncMode.FULL, lambda page: sandbox.drive.forget_places() if page == 1 else None)
    assert stored(console.store) == there(sandbox)
    assert console.sync().changes == []


def test_an_interrupted_crawl_goes_on_from_its_checkpoint(sandbox: GoogleSandbox, console: Console) -> None:
    sandbox.drive.fill(90)
    fewer(console, 10)
    for stops in range(1, 14):
        broken_after(console, stops, SyncMode.FULL)
        sandbox.requests.clear()
        console.resume(SyncMode.FULL)
        asked = [fields.get("pageToken", "") for path, fields in sandbox.requests if path == "/drive/v3/files"]
        assert len(asked) < 13
        assert stored(console.store) == there(sandbox)


def broken_after(console: Console, stops: int, mode: SyncMode) -> None:
    console.store.begin()
    request = SyncRequest("files", mode, console.store.cursor)
    pages: Iterator[Page] = iter(console.google.sync(console.access, request, UnattendedWork()))
    for _ in range(stops):
        console.store.apply(next(pages))


@pytest.mark.parametrize("stops", [1, 2, 3, 4])
def test_an_incremental_sync_that_breaks_off_loses_nothing(
    sandbox: GoogleSandbox, console: Console, stops: int
) -> None:
    sandbox.drive.fill(60)
    console.sync()
    fewer(console, 5)
    for number, file in enumerate(list(sandbox.drive.files)[:30]):
        sandbox.drive.rename(file, f"renamed {number}")
    broken_after(console, stops, SyncMode.INCREMENTAL)
    assert stored(console.sync()) == there(sandbox)


def test_a_page_stays_small_and_only_its_last_part_moves_the_cursor(sandbox: GoogleSandbox, console: Console) -> None:
    sandbox.drive.fill(1200, drives=0)
    pages = console.sync(SyncMode.FULL).pages
    assert [len(page.records) for page in pages] == [0, 250, 250, 250, 250, 200, 0, 0]
    assert [page.checkpoint is not None for page in pages] == [True, False, False, False, True, True, True, True]
    assert [page.cursor is not None for page in pages] == [True] + [False] * 6 + [True]


def test_a_reconcile_finds_what_the_log_never_told_and_leaves_the_cursor(
    sandbox: GoogleSandbox, console: Console
) -> None:
    sandbox.drive.fill(40)
    console.sync()
    cursor = console.store.cursor
    silently, forgotten = list(sandbox.drive.files)[:2]
    sandbox.drive.files[silently].name = "renamed"
    sandbox.drive.files[forgotten].deleted = True
    assert sorted(console.sync(SyncMode.RECONCILE).changes) == [("deleted", forgotten), ("updated", silently)]
    assert console.store.gone == {forgotten: "not_found"}
    assert console.store.cursor == cursor


def test_without_shared_drives_only_my_drive_is_read(sandbox: GoogleSandbox) -> None:
    sandbox.drive.fill(0)
    sandbox.drive.add("Budget", drive="0AShared01")
    sandbox.drive.add("Plan")
    console = folder_console(sandbox, "")
    assert console.sync().titles() == ["Budget", "Plan"]
    console.values["shared_drives"] = False
    assert console.sync().titles() == ["Plan"]
    sandbox.drive.join_drive("0ANew", "Neu")
    assert console.sync().changes == []


# ---------------------------------------------------------------------------------------------------- only one folder
def tree(sandbox: GoogleSandbox) -> tuple[str, str, str]:
    """A folder with one below it, and one beside; a file in each."""
    top = sandbox.drive.add("top", folder=True)
    below = sandbox.drive.add("below", parent=top, folder=True)
    beside = sandbox.drive.add("beside", folder=True)
    for name, parent in (("in top", top), ("in below", below), ("in beside", beside)):
        sandbox.drive.add(name, parent=parent)
    return top, below, beside


def folder_console(sandbox: GoogleSandbox, folder: str) -> Console:
    console = console_for(sandbox, folder_id=folder)
    console.authorise()
    return console


def test_only_the_chosen_folder_and_those_below_it_are_brought(sandbox: GoogleSandbox) -> None:
    top, *_ = tree(sandbox)
    console = folder_console(sandbox, f"https://drive.google.com/drive/folders/{top}?usp=sharing")
    assert console.sync().titles() == ["below", "in below", "in top"]
    assert console.sync(SyncMode.FULL).changes == []


def test_an_interrupted_crawl_of_a_folder_never_leaves_the_folder(sandbox: GoogleSandbox) -> None:
    top, *_ = tree(sandbox)
    console = folder_console(sandbox, top)
    fewer(console, 1)
    for stops in range(1, 7):
        broken_after(console, stops, SyncMode.FULL)
        console.resume(SyncMode.FULL)
        assert console.store.titles() == ["below", "in below", "in top"]
        assert console.store.gone == {}


def test_files_that_come_below_the_folder_or_leave_it_are_noticed(sandbox: GoogleSandbox) -> None:
    top, below, beside = tree(sandbox)
    console = folder_console(sandbox, top)
    console.sync()
    inside = next(each for each, record in console.store.records.items() if record.title == "in below")
    sandbox.drive.move(inside, parent=beside)
    added = sandbox.drive.add("new", parent=below)
    sandbox.drive.add("elsewhere", parent=beside)
    assert sorted(console.sync().changes) == [("added", added), ("deleted", inside)]


def test_a_folder_that_comes_below_brings_what_is_in_it(sandbox: GoogleSandbox) -> None:
    top, _, beside = tree(sandbox)
    console = folder_console(sandbox, top)
    console.sync()
    sandbox.drive.move(beside, parent=top)
    assert console.sync().titles() == ["below", "beside", "in below", "in beside", "in top"]
    assert console.sync().changes == []


def test_a_folder_that_leaves_takes_along_what_is_in_it(sandbox: GoogleSandbox) -> None:
    top, below, beside = tree(sandbox)
    console = folder_console(sandbox, top)
    console.sync()
    sandbox.drive.move(below, parent=beside)
    assert console.sync().titles() == ["in top"]
    assert sorted(kind for kind, _ in console.store.changes) == ["deleted", "deleted"]


def test_a_folder_that_is_deleted_takes_along_what_is_in_it(sandbox: GoogleSandbox) -> None:
    top, below, _ = tree(sandbox)
    console = folder_console(sandbox, top)
    console.sync()
    for file in [each for each in sandbox.drive if each.parent == below]:
        file.deleted = True  # nobody tells of what is in a folder
    sandbox.drive.delete(below)
    assert console.sync().titles() == ["in top"]


def test_a_folder_in_a_shared_drive_needs_that_drives_log_alone(sandbox: GoogleSandbox) -> None:
    sandbox.drive.fill(0)
    folder = sandbox.drive.add("team", drive="0AShared01", folder=True)
    sandbox.drive.add("Plan", parent=folder, drive="0AShared01")
    console = folder_console(sandbox, folder)
    assert [each.scope for each in console.sync().records.values()] == ["0AShared01"]
    assert console.store.cursor is not None
    assert list(console.store.cursor["feeds"]) == ["0AShared01"]


def test_another_folder_leads_to_a_comparison(sandbox: GoogleSandbox) -> None:
    top, below, _ = tree(sandbox)
    console = folder_console(sandbox, "")
    console.sync()
    console.values["folder_id"] = top
    assert console.sync().titles() == ["below", "in below", "in top"]
    console.values["folder_id"] = below
    assert console.sync().titles() == ["in below"]
    console.values["folder_id"] = ""
    assert stored(console.sync()) == there(sandbox)


def test_a_folder_that_moves_to_another_drive_is_followed(sandbox: GoogleSandbox) -> None:
    sandbox.drive.fill(0)
    folder = sandbox.drive.add("team", folder=True)
    file = sandbox.drive.add("Plan", parent=folder)
    console = folder_console(sandbox, folder)
    console.sync()
    sandbox.drive.move(folder, drive="0AShared01")
    sandbox.drive.move(file, parent=folder, drive="0AShared01")
    assert [each.scope for each in console.sync().records.values()] == ["0AShared01"]
    assert console.store.gone == {}


def test_a_folder_that_is_not_there_is_an_error_and_removes_nothing(sandbox: GoogleSandbox) -> None:
    top, *_ = tree(sandbox)
    console = folder_console(sandbox, top)
    console.sync()
    sandbox.drive.delete(top)
    with pytest.raises(GoogleNotFound) as caught:
        console.sync()
    assert caught.value.params["what"] == top
    assert console.store.titles() == ["below", "in below", "in top"]
