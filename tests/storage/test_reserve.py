"""The reserve: room kept back beside the workspace."""

from __future__ import annotations

from pathlib import Path

from integration_console.storage.reserve import DiskReserve

SIZE = 64 * 1024


def test_a_reserve_takes_its_room(path: Path) -> None:
    reserve = DiskReserve(path, SIZE)
    reserve.keep()
    kept = path.with_name("console.db.reserve").stat()
    assert (kept.st_size, kept.st_blocks * 512 >= SIZE, reserve.released) == (SIZE, True, False)


def test_a_reserve_that_is_given_up_frees_its_room_once(path: Path) -> None:
    reserve = DiskReserve(path, SIZE)
    reserve.keep()
    assert (reserve.give_up(), reserve.give_up(), reserve.released) == (True, False, True)


def test_a_reserve_comes_back_when_there_is_room(path: Path) -> None:
    reserve = DiskReserve(path, SIZE)
    reserve.give_up()
    reserve.keep()
    reserve.keep()
    assert not reserve.released


def test_a_reserve_of_another_size_is_made_anew(path: Path) -> None:
    path.with_name("console.db.reserve").write_bytes(b"x")
    DiskReserve(path, SIZE).keep()
    assert path.with_name("console.db.reserve").stat().st_size == SIZE


def test_without_room_there_is_no_reserve(path: Path) -> None:
    reserve = DiskReserve(path, 2**60)
    reserve.keep()
    assert (reserve.released, path.with_name("console.db.reserve").exists()) == (True, False)


def test_where_nothing_can_be_written_there_is_no_reserve(path: Path) -> None:
    reserve = DiskReserve(path, SIZE)
    path.with_name("console.db.reserve").mkdir()
    path.with_name("console.db.reserve").rmdir()
    gone = DiskReserve(path.parent / "gone" / "console.db", SIZE)
    gone.keep()
    reserve.keep()
    assert (gone.released, reserve.released) == (True, False)


def test_a_file_that_cannot_be_filled_is_removed(path: Path) -> None:
    reserve = DiskReserve(path, -1)
    reserve.keep()
    assert (reserve.released, path.with_name("console.db.reserve").exists()) == (True, False)
