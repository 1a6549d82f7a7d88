"""Invented stories of a busy Drive: whatever happens, and wherever a run breaks off, the records end up true."""

from __future__ import annotations

import contextlib
from random import Random

import pytest

from integration_console.domain.errors import GooglePlaceRejected
from integration_console.domain.streams import SyncMode, SyncRequest
from integration_console.domain.work import UnattendedWork
from integration_console.sandbox import GoogleSandbox
from integration_console.sandbox.google_drive import FOLDER, ROOT, DriveHouse, SandboxFile
from tests.connectors.google.conftest import Console, console_for
from tests.connectors.google.test_drive_sync import stored, there

DRIVES = ("0AShared01", "0AShared02", "0AShared03")


def above(house: DriveHouse, file: SandboxFile) -> list[str]:
    """The file itself and every folder above it."""
    found = [file.id]
    while (parent := house.files.get(file.parent)) is not None:
        found.append(parent.id)
        file = parent
    return found


class Busy:
    """Somebody who works in Drive at random."""

    def __init__(self, sandbox: GoogleSandbox, seed: int, *, joins: bool = True) -> None:
        self.joins = joins
        self.house = sandbox.drive
        self.chance = Random(seed)
        self.sandbox = sandbox

    def act(self) -> None:
        self.drives() if self.joins and self.chance.random() < 0.12 else self.act_on_files()

    def act_on_files(self) -> None:
        actions = [self.add, self.rename, self.rename, self.move, self.move, self.trash, self.delete, self.move_folder]
        self.chance.choice(actions)()

    def add(self) -> None:
        home = self.chance.choice(["", *self.house.drives])
        self.house.add(f"new {self.chance.random()}", drive=home, parent=self.folder(home))

    def folder(self, home: str) -> str:
        folders = [file.id for file in self.house if file.mime_type == FOLDER and file.drive == home]
        return self.chance.choice([home or ROOT, *folders])

    def one(self) -> SandboxFile | None:
        files = [file for file in self.house if file.mime_type != FOLDER]
        return self.chance.choice(files) if files else None

    def rename(self) -> None:
        if file := self.one():
            self.house.rename(file.id, f"renamed {self.chance.random()}")

    def move(self) -> None:
        if file := self.one():
            home = self.chance.choice(["", *self.house.drives])
            self.house.move(file.id, drive=home, parent=self.folder(home))

    def move_folder(self) -> None:
        """Move a folder of My Drive below another, but never below itself."""
        folders = [file for file in self.house if file.mime_type == FOLDER and not file.drive]
        if not folders:
            return
        moved, target = self.chance.choice(folders), self.chance.choice(folders)
        if moved.id not in above(self.house, target):
            self.house.move(moved.id, parent=self.chance.choice([ROOT, target.id]))

    def trash(self) -> None:
        if file := self.one():
            self.house.untrash(file.id) if file.trashed else self.house.trash(file.id)

    def delete(self) -> None:
        if file := self.one():
            self.chance.choice([self.house.delete, self.house.lose_access])(file.id)

    def drives(self) -> None:
        drive = self.chance.choice(DRIVES)
        if drive in self.house.drives:
            self.house.leave_drive(drive)
        else:
            self.house.join_drive(drive, "Neu")
        if self.chance.random() < 0.3:
            self.house.forget_places()


def run(console: Console, busy: Busy, mode: SyncMode) -> None:
    """A run while somebody works, which may break off after any page, and then goes on or is given up."""
    console.store.begin()
    with contextlib.suppress(GooglePlaceRejected):
        while not finished(console, busy, mode) and busy.chance.random() < 0.5:
            busy.act_on_files()


def finished(console: Console, busy: Busy, mode: SyncMode) -> bool:
    """Whether a run, or what is left of it, has come to its end."""
    request = SyncRequest("files", mode, console.store.cursor, console.store.checkpoint)
    breaks_after = busy.chance.choice([1, 2, 3, 6, 1000])
    for number, page in enumerate(console.google.sync(console.access, request, UnattendedWork()), 1):
        console.store.apply(page)
        if busy.chance.random() < 0.5:
            busy.act()
        if number == breaks_after:
            return False
    return True


@pytest.mark.parametrize("seed", range(8))
def test_the_records_end_up_true(sandbox: GoogleSandbox, seed: int) -> None:
    sandbox.drive.fill(40, seed=seed)
    console, busy = console_for(sandbox, page_size=7), Busy(sandbox, seed)
    console.authorise()
    for _ in range(8):
        run(console, busy, busy.chance.choice([SyncMode.INCREMENTAL, SyncMode.INCREMENTAL, *SyncMode]))
        for _ in range(busy.chance.randrange(6)):
            busy.act()
    assert stored(console.sync()) == there(sandbox)
    assert console.sync().changes == []
    assert console.sync(SyncMode.RECONCILE).changes == []


@pytest.mark.parametrize("seed", range(8))
def test_the_records_of_one_folder_end_up_true(sandbox: GoogleSandbox, seed: int) -> None:
    sandbox.drive.fill(160, seed=seed, drives=0)
    busy = Busy(sandbox, seed, joins=False)
    tops = [file.id for file in sandbox.drive if file.mime_type == FOLDER and not file.drive]
    console = console_for(sandbox, page_size=7, folder_id=tops[0])
    console.authorise()
    for _ in range(8):
        run(console, busy, busy.chance.choice([SyncMode.INCREMENTAL, SyncMode.INCREMENTAL, *SyncMode]))
        for _ in range(busy.chance.randrange(6)):
            busy.act()
    console.sync()
    console.sync()  # what the first could only find out while it ran is compared by the next
    below = {file.id for file in sandbox.drive if tops[0] in above(sandbox.drive, file)[1:]}
    assert stored(console.store) == {each: known for each, known in there(sandbox).items() if each in below}
    assert console.sync().changes == []
