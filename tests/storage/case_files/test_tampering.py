"""Whoever touches a case file is found out, be it a bit; and whatever is no case file is refused with a sentence."""

from __future__ import annotations

import math
import random
import sqlite3
import tracemalloc
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import orjson
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from integration_console.domain.errors import (
    CaseFileMalformed,
    CaseFileMissing,
    CaseFileTampered,
    CaseFileTooNew,
    ConsoleError,
)
from integration_console.domain.log_conditions import EVERYTHING, Contains
from integration_console.storage.case_files import columns, figures, layout
from integration_console.storage.case_files.reading import CaseFile
from tests.case_builders import made_up, written_case
from tests.case_forging import Change, chunks_of, forged, looked_through, put_together, unzipped, zipped

MEGABYTE = 1 << 20
SOUND: tuple[tuple[str, object], ...] = (
    *((name, 2**62) for name in ("left_out", "shortened", "unreadable")),
    *(("newest", None), ("oldest", None), ("redactions", {})),
)
"""What a manifest may say, odd as it is."""
FOLDED_TYPES = 6
"""The part of the payloads that nobody looks at."""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small file that has everything: six blocks, indexes, a configuration."""
    path = tmp_path_factory.mktemp("sound") / "log.icase"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layout, "BLOCK_ROWS", 16)
        written_case(path, made_up(90))
    return path


def test_a_sound_file_is_found_sound(sound: Path) -> None:
    looked_through(sound)


def test_a_thousand_flipped_bits_are_each_detected(sound: Path, tmp_path: Path, seeded: random.Random) -> None:
    whole = sound.read_bytes()
    target = tmp_path / "flipped.icase"
    missed = []
    for _ in range(1000):
        at, bit = seeded.randrange(len(whole)), seeded.randrange(8)
        flipped = bytearray(whole)
        flipped[at] ^= 1 << bit
        target.write_bytes(flipped)
        try:
            looked_through(target)
        except ConsoleError:
            continue
        missed.append((at, bit))
    assert missed == []


def test_a_block_that_was_changed_is_named_and_the_others_can_be_read(sound: Path, tmp_path: Path) -> None:
    chunks = chunks_of(sound)
    number = 2 * layout.CHUNKS_OF_BLOCK + layout.TEXTS
    chunks[number] = chunks[number][:-1] + bytes([chunks[number][-1] ^ 1])
    path = put_together(tmp_path / "changed.icase", chunks)
    case = CaseFile(path)
    assert len(case.page(EVERYTHING, None, 32).entries) == 32
    with pytest.raises(CaseFileTampered) as caught:
        case.page(EVERYTHING, None, 48)
    assert caught.value.params == {"block": "2"}


@pytest.mark.parametrize(
    "which", ["another block's chunk", "a chunk less", "a chunk more", "a chunk that is text", "another's signature"]
)
def test_chunks_that_are_not_those_that_were_signed_are_found_out(sound: Path, tmp_path: Path, which: str) -> None:
    chunks: dict[int, Any] = dict(chunks_of(sound))
    if which == "another block's chunk":
        chunks[2], chunks[6] = chunks[6], chunks[2]
    elif which == "a chunk less":
        del chunks[3]
    elif which == "a chunk more":
        chunks[100_000] = b"more"
    elif which == "a chunk that is text":
        chunks[1] = "text"
    else:
        other = Ed25519PrivateKey.generate()
        chunks[layout.SIGNATURE] = other.sign(layout.SIGNED_MANIFEST + chunks[layout.MANIFEST])
    path = put_together(tmp_path / "other.icase", chunks)
    with pytest.raises(CaseFileTampered):
        looked_through(path)


def test_a_seal_of_another_key_is_found_out(sound: Path, tmp_path: Path) -> None:
    path = put_together(tmp_path / "sealed.icase", chunks_of(sound), key=Ed25519PrivateKey.generate())
    with pytest.raises(CaseFileTampered) as caught:
        looked_through(path)
    assert caught.value.params == {"block": "seal"}


def test_a_file_of_a_later_format_says_so(sound: Path, tmp_path: Path) -> None:
    path = forged(tmp_path / "new.icase", chunks_of(sound), lambda manifest: manifest.update(format=9, more={}))
    with pytest.raises(CaseFileTooNew):
        CaseFile(path)


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(CaseFileMissing):
        CaseFile(tmp_path / "nowhere.icase")


# ---------------------------------------------------------------------------------------------- malformed, 500 of them
def _cut(sound: Path, folder: Path, rng: random.Random) -> Iterator[Path]:
    whole = sound.read_bytes()
    lengths = [0, 1, 15, 99, 100, layout.PAGE_BYTES, len(whole) - 1, len(whole) - layout.SEAL_BYTES]
    lengths += [rng.randrange(len(whole)) for _ in range(92)]
    for number, length in enumerate(lengths):
        path = folder / f"cut{number}.icase"
        path.write_bytes(whole[:length])
        yield path
    for number in range(40):
        path = folder / f"long{number}.icase"
        path.write_bytes(whole + rng.randbytes(rng.randrange(1, 9000)))
        yield path


def _noise(sound: Path, folder: Path, rng: random.Random) -> Iterator[Path]:
    whole = sound.read_bytes()
    for number in range(60):
        path = folder / f"noise{number}.icase"
        path.write_bytes(rng.randbytes(rng.randrange(1, 40_000)))
        yield path
    for number in range(80):
        begin = rng.randrange(0, len(whole) - 600)
        noise = rng.randbytes(rng.randrange(2, 500))
        path = folder / f"overwritten{number}.icase"
        path.write_bytes(whole[:begin] + noise + whole[begin + len(noise) :])
        yield path


def _foreign(sound: Path, folder: Path, rng: random.Random) -> Iterator[Path]:
    chunks = chunks_of(sound)
    statements = (
        "CREATE TABLE more (id INTEGER)",
        "CREATE TRIGGER t AFTER INSERT ON chunks BEGIN SELECT 1; END",
        "CREATE VIEW v AS SELECT * FROM chunks",
        "CREATE INDEX i ON chunks (data)",
        "CREATE VIRTUAL TABLE f USING fts5(words)",
        "ALTER TABLE chunks ADD COLUMN more",
        "ALTER TABLE chunks RENAME TO others",
        "DROP TABLE chunks",
        "DELETE FROM chunks WHERE number = 0",
        "DELETE FROM chunks WHERE number = -1",
        "UPDATE chunks SET data = CAST(data AS TEXT) WHERE number = -1",
        "UPDATE chunks SET data = zeroblob(100) WHERE number = -3",
        "UPDATE chunks SET data = 7 WHERE number = -2",
        "CREATE TABLE sqlite_stat1 (a)",
    )
    for number, statement in enumerate(statements):
        path = folder / f"foreign{number}.icase"
        try:
            yield forged(path, chunks, statements=[statement])
        except sqlite3.OperationalError:
            continue
    for number, pragma in enumerate(
        ("page_size = 8192", "encoding = 'UTF-16'", "application_id = 7", "journal_mode = WAL")
    ):
        path = folder / f"other{number}.icase"
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute(f"PRAGMA {pragma}")
            connection.execute("CREATE TABLE chunks (number INTEGER PRIMARY KEY, data BLOB)")
        yield path
    for number in range(10):
        renamed = {each + rng.randrange(1, 5): data for each, data in chunks.items() if each >= 0}
        behind = {each: data for each, data in chunks.items() if each < 0}
        yield put_together(folder / f"moved{number}.icase", renamed | behind)


def _setting(name: str, value: Any) -> Change:
    return lambda manifest: manifest.update({name: value})


def _without(name: str) -> Change:
    return lambda manifest: manifest.pop(name)


def _updating(values: dict[str, Any]) -> Change:
    return lambda manifest: manifest.update(values)


def _manifests(sound: Path, folder: Path, rng: random.Random) -> Iterator[Path]:
    chunks = chunks_of(sound)
    names = list(orjson.loads(chunks[layout.MANIFEST]))
    odd: list[Any] = [None, -1, 2**62, "x", [], {}, True, 1.5, ["x"] * 3, {"a": {"b": []}}]
    for number in range(110):
        name = names[number % len(names)]
        value = rng.choice([each for each in odd if (name, each) not in SOUND])
        yield forged(folder / f"manifest{number}.icase", chunks, _setting(name, value))
    for number, name in enumerate(names):
        yield forged(folder / f"without{number}.icase", chunks, _without(name))
    wrong: tuple[dict[str, Any], ...] = (
        {"entries": 91}, {"entries": 89}, {"blocks": 5}, {"blocks": 7}, {"chunks": 1}, {"chunks": 10**9},
        {"entries": 10**12}, {"blocks": 0}, {"entries": 0}, {"left_out": -5}, {"more": 1}, {"chain": "0" * 64},
        {"end": "0" * 64}, {"id": "x" * 2000},
        {"id": "another"}, {"key": ""}, {"key": "AAAA"}, {"redactions": {"email": -1}},
    )  # fmt: skip
    for number, values in enumerate(wrong):
        yield forged(folder / f"wrong{number}.icase", chunks, _updating(values))
    for number, raw in enumerate((b"", b"[]", b"{", b"null", b'"' + b"x" * MEGABYTE * 2 + b'"', b"[" * 100_000)):
        path = put_together(folder / f"raw{number}.icase", {**chunks, layout.MANIFEST: raw})
        yield path


def _contents(sound: Path, folder: Path, rng: random.Random) -> Iterator[Path]:
    """Chunks that are signed, and yet not what they should be."""
    chunks = chunks_of(sound)
    numbers = [number for number in chunks if number >= 0]
    bomb = zipped(bytes([1]) + bytes(300 * MEGABYTE))
    last = max(numbers)
    for number in (0, 1, 2, 3, *range(last - 3, last + 1)):
        yield forged(folder / f"bomb{number}.icase", {**chunks, number: bomb})
        yield forged(folder / f"two{number}.icase", {**chunks, number: chunks[number] + chunks[number]})
        yield forged(folder / f"none{number}.icase", {**chunks, number: b""})
        yield forged(folder / f"plain{number}.icase", {**chunks, number: b"not compressed at all"})
        yield forged(folder / f"parts{number}.icase", {**chunks, number: layout.packed([b"a", b"b"])})
        yield forged(folder / f"deep{number}.icase", {**chunks, number: layout.packed([b"[" * 5000])})
    for number in range(60):
        wanted = rng.choice([0, 1, 2, 3, last - 3, last - 1, last])
        count = unzipped(chunks[wanted])[0]
        parts = layout.unpacked(chunks[wanted], count)
        at = rng.choice([each for each in range(count) if (wanted, each) != (layout.PAYLOADS, FOLDED_TYPES)])
        parts[at] = parts[at][: len(parts[at]) // 2] + b"\xff" * rng.randrange(1, 9)
        yield forged(folder / f"content{number}.icase", {**chunks, wanted: layout.packed(parts)})


def test_five_hundred_malformed_files_are_refused_with_a_sentence_in_bounded_memory(
    sound: Path, tmp_path: Path, seeded: random.Random
) -> None:
    tracemalloc.start()
    refused, taken = 0, []
    for kind in (_cut, _noise, _foreign, _manifests, _contents):
        for path in kind(sound, tmp_path, seeded):
            tracemalloc.reset_peak()
            before = tracemalloc.get_traced_memory()[0]
            try:
                looked_through(path)
            except ConsoleError as error:
                refused += bool(error.title and error.advice)
            else:
                taken.append(path.name)
            assert tracemalloc.get_traced_memory()[1] - before < 100 * MEGABYTE, path.name
            path.unlink()
    tracemalloc.stop()
    assert taken == []
    assert refused >= 500


@pytest.mark.parametrize(
    "moment", ["0001-01-01T00:00:00+00:00", "1969-12-31T23:59:59+00:00", "2201-01-01T00:00:00+00:00",
               "9999-12-31T23:59:59-12:00"]
)  # fmt: skip
def test_a_case_of_a_year_in_which_none_was_made_is_refused(sound: Path, tmp_path: Path, moment: str) -> None:
    path = forged(tmp_path / "made.icase", chunks_of(sound), lambda manifest: manifest["source"].update(made_at=moment))
    with pytest.raises(CaseFileMalformed) as caught:
        CaseFile(path)
    assert caught.value.params == {"part": "manifest"}


@pytest.mark.parametrize("hour", ["--5", "-", "٣", "99999999999999", "1.5"])
def test_an_hour_that_is_none_is_refused(hour: str) -> None:
    rows = [[hour, 1, 0, 0, 0, 0]]
    raw = orjson.dumps(dict.fromkeys(figures.KINDS, rows))
    with pytest.raises(CaseFileMalformed):
        figures.counts_from_bytes(raw, 1)


def test_a_duration_that_no_clock_measures_is_none() -> None:
    raw = columns.durations_to_bytes([1.0, math.inf, -math.inf, math.nan, None, 0.0])
    assert [None if math.isnan(each) else each for each in columns.durations_from_bytes(raw, 6)] == [
        1.0, None, None, None, None, 0.0,
    ]  # fmt: skip


def test_a_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConsoleError):
        CaseFile(tmp_path)


def test_nothing_can_be_written_through_an_open_case(sound: Path) -> None:
    case = CaseFile(sound)
    with pytest.raises(sqlite3.OperationalError):
        case._container._connection.execute("DELETE FROM chunks")
    assert case.count(Contains("disk"), 1000) > 0
    case.close()
    with pytest.raises(ConsoleError):
        case.page(EVERYTHING, None, 90)


def test_what_was_redacted_cannot_be_blown_up(sound: Path, tmp_path: Path) -> None:
    """One byte stands for a mask of eighteen: what is longer than any text that is written is not read out."""
    chunks = chunks_of(sound)
    payloads = layout.unpacked(chunks[layout.PAYLOADS], 8)
    payloads[0] = b"\0".join([b"\x1a" * (3 * layout.LONGEST_TEXT), *payloads[0].split(b"\0")[1:]])
    small = layout.unpacked(chunks[layout.COLUMNS], 11)
    small[3] = b"\x1a" * (2 * MEGABYTE)
    for number, parts in ((layout.PAYLOADS, payloads), (layout.COLUMNS, small)):
        path = forged(tmp_path / f"blown{number}.icase", {**chunks, number: layout.packed(parts)})
        case = CaseFile(path)
        with pytest.raises(CaseFileMalformed):
            case.require_whole()
        case.close()
