"""Making a case file: redacted, up to a size, in bounded memory, whole or not at all."""

from __future__ import annotations

import base64
import random
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

import orjson
import pytest

from integration_console.domain.case_files import SMALLEST_CAP, CaseWish
from integration_console.domain.errors import CaseFileNothing, FileUnwritable
from integration_console.domain.log_conditions import EVERYTHING, Contains
from integration_console.domain.logs import LogDetail, LogFilter
from integration_console.domain.masking import MASK, written_forms
from integration_console.domain.redaction import Rule
from integration_console.domain.work import Cancelled, Progress
from integration_console.storage.case_files import layout
from integration_console.storage.case_files.reading import CaseFile
from tests.case_builders import case_entry, made_up, written_case
from tests.case_forging import chunks_of, unzipped
from tests.fakes import NOON, ImpatientWork

SECRETS = {
    "amina.seed@example.com": Rule.EMAIL,
    "SA0380000000608010167519": Rule.IBAN,
    "4111111111111111": Rule.CARD,
    "ick_0123abcd_" + "Q" * 36: Rule.TOKEN,
    "xoxb" + "-998877-seededtoken": Rule.TOKEN,
    "whsec_U2VlZGVkU2VjcmV0U2VlZGVk": Rule.TOKEN,
    "+966501239999": Rule.PHONE,
}
NAMED = "hunter2-seeded"


def seeded_details() -> list[LogDetail]:
    """Every secret in every place that an entry has, plain and in other forms."""
    found = []
    for number, secret in enumerate(SECRETS):
        nested = orjson.dumps({"inner": orjson.dumps({"password": NAMED, "say": secret}).decode()}).decode()
        encoded = base64.b64encode(f'{{"say":"to {secret} and on"}}'.encode()).decode()
        entry = case_entry(
            number,
            message=f"message to {secret} now",
            topic=f"/path/{secret}/x?q={quote(secret, safe='')}&password={NAMED}",
            params={"who": secret, "password": NAMED},
            error_code=f"odd {secret} code",
            correlation_id=f"not an id {secret}",
        )
        headers = (("authorization", f"Digest {secret} {NAMED}"), ("cookie", f"a={NAMED}"), ("x-path", f"/{secret} "))
        body = f'{{"a":"{secret}","api_key":"{NAMED}","b64":"{encoded}","deep":{nested}}}'.encode()
        found.append(LogDetail(entry, f"password={NAMED}&say={secret} {encoded}", headers, f"text/{secret}", body))
    return found


def test_seeded_secrets_are_in_no_byte_of_the_file_nor_of_any_chunk(tmp_path: Path) -> None:
    path = tmp_path / "log.icase"
    configuration = {
        "connectors": [{"name": f"for {secret}", "config": {"note": secret, "token": NAMED}} for secret in SECRETS]
    }
    wish = CaseWish(LogFilter(query=" ".join(f'"{each}"' for each in SECRETS)), note=f"see {' '.join(SECRETS)}")
    report = written_case(path, seeded_details(), wish, configuration=configuration)
    everything = [path.read_bytes()]
    for number, chunk in chunks_of(path).items():
        everything.append(unzipped(chunk) if number >= 0 else chunk)
    for secret in (*SECRETS, NAMED):
        for form in written_forms(secret):
            assert not any(form.encode() in each for each in everything), form
        assert not any(quote(secret, safe="").encode() in each for each in everything)
    for rule in {*SECRETS.values(), Rule.HEADER, Rule.NAMED_SECRET}:
        assert report.manifest.redactions[rule.value] >= len(SECRETS) // 4, rule
    case = CaseFile(path)
    assert case.page(EVERYTHING, None, 1).entries[0].message == f"message to {MASK} now"
    assert case.count(Contains("message to"), 100) == len(SECRETS)
    assert case.count(Contains(f"to {MASK}"), 100) == len(SECRETS)


class _Watching:
    """Work that remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[Progress] = []

    def report(self, progress: Progress) -> None:
        self.told.append(progress)

    def stop_if_cancelled(self) -> None:
        """Go on."""


def test_the_oldest_entries_are_left_out_where_the_file_would_grow_too_large(tmp_path: Path) -> None:
    details = [replace(detail, payload=_noise(number)) for number, detail in enumerate(made_up(6000))]
    work = _Watching()
    report = written_case(tmp_path / "log.icase", details, CaseWish(cap=SMALLEST_CAP), work)
    assert 0.5 * SMALLEST_CAP < report.size <= SMALLEST_CAP
    manifest = report.manifest
    assert manifest.entries + manifest.left_out == 6000
    assert 0 < manifest.left_out < 6000
    assert (manifest.newest, manifest.oldest) == (NOON, NOON - timedelta(seconds=manifest.entries - 1))
    assert work.told[0] == Progress(1024, 6000)
    case = CaseFile(tmp_path / "log.icase")
    assert case.count(EVERYTHING, 10_000) == manifest.entries
    case.require_whole()


def _noise(number: int) -> str:
    """Text that does not shrink."""
    raw = random.Random(number).randbytes(400)
    return " ".join(raw[at : at + 8].hex() for at in range(0, len(raw), 8))


def test_what_is_cancelled_or_goes_wrong_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    path = tmp_path / "log.icase"
    path.write_bytes(b"before")
    with pytest.raises(Cancelled):
        written_case(path, made_up(3000), work=ImpatientWork(1))
    with pytest.raises(CaseFileNothing):
        written_case(path, [])
    with pytest.raises(ValueError, match="newest first"):
        written_case(path, list(reversed(made_up(3))))
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileUnwritable):
        written_case(tmp_path / "nowhere" / "log.icase", made_up(3))


def test_texts_that_are_too_long_are_shortened_and_bodies_that_are_no_text_left_out(tmp_path: Path) -> None:
    long = "word " * (layout.LONGEST_TEXT // 5) + "the end"
    arabic = "كلمة " * (layout.LONGEST_TEXT // 5)
    details = [
        LogDetail(case_entry(0), payload=long, body=b"\xff\xfe\x00binary"),
        LogDetail(case_entry(1), payload=arabic),
        LogDetail(case_entry(2, message="a\0b\ud800c"), payload="word " * (layout.LONGEST_TEXT // 6), body=b"a\0b"),
    ]
    manifest = written_case(tmp_path / "log.icase", details).manifest
    assert (manifest.shortened, manifest.unreadable) == (2, 1)
    case = CaseFile(tmp_path / "log.icase")
    first = case.detail(details[0].entry.id)
    assert (first.payload, first.body) == (long[: layout.LONGEST_TEXT], b"")
    assert arabic.startswith(case.detail(details[1].entry.id).payload)
    last = case.detail(details[2].entry.id)
    assert (last.entry.message, last.body.decode()) == ("a\u2400b?c", "a\u2400b")


def test_many_entries_are_written_in_bounded_memory(tmp_path: Path) -> None:
    """Four times as many entries need no more memory; they come from a source that holds none of them."""

    def entries(count: int) -> Iterator[LogDetail]:
        for number in range(count):
            yield LogDetail(case_entry(number), payload=f'{{"id":"{number * 2654435761 % (1 << 40):010x}"}}' * 8)

    peaks = []
    for count in (4_096, 16_384):
        tracemalloc.start()
        written_case(tmp_path / f"{count}.icase", entries(count), total=count)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0]
