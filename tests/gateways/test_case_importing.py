"""Logs of other programs as one case file: merged by time, each entry once, redacted, in bounded memory."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from integration_console.domain.case_files import CaseWish, Verdict
from integration_console.domain.errors import (
    ConsoleError,
    FileUnreadable,
    FileUnwritable,
    ImportKeyUnusable,
    InvalidInput,
    LogDamaged,
    NothingImported,
)
from integration_console.domain.foreign_logs import LONGEST_LINE
from integration_console.domain.log_export import LogExportForm
from integration_console.domain.log_importing import ForeignLog, ImportReport, ImportWish
from integration_console.domain.logs import LogDetail, LogEntry, LogFilter
from integration_console.domain.work import Cancelled, Progress, UnattendedWork, Work
from integration_console.gateways.case_file import opened_case
from integration_console.gateways.case_importing import import_logs
from integration_console.gateways.import_key import IMPORT_KEY, import_key
from integration_console.gateways.log_exporting import export_log
from integration_console.storage.case_files.merging import merging
from tests.case_builders import made_up, written_case
from tests.fakes import NOON, ImpatientWork


def imported(folder: Path, *logs: Path | ForeignLog, work: Work | None = None, **wished: object) -> ImportReport:
    wish = ImportWish(tuple(each if isinstance(each, ForeignLog) else ForeignLog(each, "UTC") for each in logs))
    for name, value in wished.items():
        object.__setattr__(wish, name, value)
    return import_logs(wish, folder / "out.icase", folder, work or UnattendedWork())


def entries_of(folder: Path) -> list[LogEntry]:
    found: list[LogEntry] = []
    with opened_case(folder / "out.icase", folder) as case:
        place = None
        while True:
            page = case.log_page(LogFilter(), place, 100)
            found += page.entries
            place = page.next
            if place is None:
                return found


def written(path: Path, *lines: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_logs_are_merged_by_time_across_zones(tmp_path: Path) -> None:
    plain = written(tmp_path / "app.log", "no time", "2026-11-05 15:00:00 third", "2026-11-05 12:30:00 first", "  at x")
    lines = written(tmp_path / "web.jsonl", '{"time":"2026-11-05T07:15:00-05:00","msg":"fourth","level":"error"}')
    packed = tmp_path / "old.log.gz"
    packed.write_bytes(gzip.compress(b"2026-11-05 10:00:00 second\n"))
    report = imported(
        tmp_path,
        ForeignLog(plain, "Asia/Riyadh"),
        ForeignLog(lines, "UTC"),
        ForeignLog(packed, "+00:00"),
        name="Outage",
    )
    assert [each.message for each in entries_of(tmp_path)] == ["fourth", "third", "second", "first"]
    assert [(each.name, each.zone, each.entries, each.unread, each.doubles) for each in report.logs] == [
        ("app.log", "Asia/Riyadh", 2, 1, 0),
        ("web.jsonl", "UTC", 1, 0, 0),
        ("old.log.gz", "+00:00", 1, 0, 0),
    ]
    with opened_case(tmp_path / "out.icase", tmp_path) as case:
        state = case.verify_whole(UnattendedWork())
        assert (state.verdict, state.whole) == (Verdict.VERIFIED, True)
        source = state.manifest.source
        assert (source.organisation, case.workspace().name) == ("Outage", "Outage")
        assert state.manifest.wish.note == "app.log, web.jsonl, old.log.gz"
        assert case.log_count(LogFilter(query="status:error")) == 1
        assert case.log_count(LogFilter(query='"at x"')) == 1
        assert [*case.connectors(), *case.webhooks(), *case.schedules()] == []
        assert case.statistics().connectors == 0


def test_the_clock_of_this_machine_counts_where_no_zone_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import time  # noqa: PLC0415 - the zone is put back below

    log = written(tmp_path / "a.log", "2026-07-05 12:00:00 summer", "2026-01-05 12:00:00 winter")
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    try:
        imported(tmp_path, ForeignLog(log))
    finally:
        monkeypatch.undo()
        time.tzset()
    assert [each.created_at.hour for each in entries_of(tmp_path)] == [10, 11]


def test_a_line_without_a_year_is_of_the_one_before_the_file_was_written(tmp_path: Path) -> None:
    log = written(
        tmp_path / "syslog", "Dec 31 23:59:00 host a: old", "Jan  1 00:01:00 host a: new", "2030-05-05 01:00:00 said"
    )
    when = datetime(2026, 1, 2, tzinfo=UTC).timestamp()
    os.utime(log, (when, when))
    imported(tmp_path, log)
    assert [each.created_at.year for each in entries_of(tmp_path)] == [2030, 2026, 2025]


def test_what_is_there_twice_is_taken_once_and_what_only_shares_an_id_is_not_lost(tmp_path: Path) -> None:
    one = "0197c0de-0000-7000-8000-000000000001"
    first = written(
        tmp_path / "a" / "x.log",
        json.dumps({"id": one, "time": "2026-11-05T12:00:00Z", "msg": "begun"}),
        json.dumps({"id": one, "time": "2026-11-05T12:00:01Z", "msg": "ended"}),
        "2026-11-05 12:00:02 same line",
    )
    second = written(
        tmp_path / "b" / "x.log",
        json.dumps({"id": one, "time": "2026-11-05T12:00:01Z", "msg": "ended"}),
        json.dumps({"id": one, "time": "2026-11-05T12:00:01Z", "msg": "other"}),
        "2026-11-05 12:00:02 same line",
    )
    report = imported(tmp_path, first, second, first)
    assert [(each.name, each.entries, each.doubles) for each in report.logs] == [("a/x.log", 3, 0), ("b/x.log", 3, 1)]
    found = entries_of(tmp_path)
    assert sorted(each.message for each in found) == ["begun", "ended", "other", "same line", "same line"]
    assert len({each.id for each in found}) == 5
    assert one in {each.id for each in found}


def test_an_export_of_ours_is_imported_together_with_others_and_keeps_its_ids(tmp_path: Path) -> None:
    details = made_up(300)
    written_case(tmp_path / "ours.icase", details)
    whole, part = tmp_path / "ours.jsonl", tmp_path / "part.jsonl"
    with opened_case(tmp_path / "ours.icase", tmp_path) as case:
        export_log(case, LogFilter(), LogExportForm.JSONL, whole, UnattendedWork())
        export_log(case, LogFilter(query="status:error"), LogExportForm.JSONL, part, UnattendedWork())
        errors = case.log_count(LogFilter(query="status:error"))
    other = written(tmp_path / "nginx.log", f"{NOON.isoformat()} from elsewhere")
    report = imported(tmp_path, whole, other, part)
    assert report.case.manifest.entries == 301
    assert [each.doubles for each in report.logs] == [0, 0, errors]
    ours = [each for each in entries_of(tmp_path) if each.topic != "nginx.log"]
    assert [each.id for each in ours] == [each.entry.id for each in details]
    assert [each.created_at for each in ours] == [each.entry.created_at for each in details]
    assert [each.status for each in ours] == [each.entry.status for each in details]


def test_secrets_are_taken_out_of_what_is_imported(tmp_path: Path) -> None:
    token = "xoxb-" + "1234567890-abcdefghij"
    written(
        tmp_path / "a.log",
        f"2026-11-05 12:00:00 token={token} amina@example.com",
        "2026-11-05 12:00:01 x",
        f"  {token}",
    )
    report = imported(tmp_path, tmp_path / "a.log")
    assert report.case.manifest.redactions["email"] == 1
    raw = (tmp_path / "out.icase").read_bytes()
    with opened_case(tmp_path / "out.icase", tmp_path) as case:
        texts = [case.log_detail(each.id) for each in entries_of(tmp_path)]
    assert token not in str(texts)
    assert token.encode() not in raw


@pytest.mark.parametrize(
    "raw",
    [
        "2026-11-05 12:00:00 \u0645\u0631\u062d\u0628\u0627\n".encode("utf-16"),
        "\ufeff2026-11-05 12:00:00 \u0645\u0631\u062d\u0628\u0627\r\n".encode(),
        '{"t":"2026-11-05T12:00:00Z","msg":"\u0645\u0631\u062d\u0628\u0627"}'.encode(),
    ],
)
def test_any_encoding_is_read(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "a.log").write_bytes(raw)
    imported(tmp_path, tmp_path / "a.log")
    assert [each.message for each in entries_of(tmp_path)] == ["\u0645\u0631\u062d\u0628\u0627"]


def test_the_name_of_a_log_is_no_secret(tmp_path: Path) -> None:
    log = written(tmp_path / "nginx-access-2026-11.log", "2026-11-05 12:00:00 x")
    report = imported(tmp_path, log)
    assert report.case.manifest.redactions == {}
    assert [(each.topic, each.event_type) for each in entries_of(tmp_path)] == [
        (log.name, "imported.nginx_access_2026_11")
    ]


def test_odd_lines_break_nothing(tmp_path: Path) -> None:
    log = tmp_path / "odd.log"
    log.write_bytes(
        b"2026-11-05 12:00:00 \xff\xfe\x00 bytes\n"
        b'{"t":"2026-11-05T12:00:01Z","msg":"\\ud800 alone","level":60}\n'
        b'{"t":"0001-01-01T00:00:00Z","msg":"first year"}\n'
        b'{"t":"9999-12-31T23:59:59Z","msg":"last year"}\n'
        b"2026-11-05 12:00:02 long " + b"x" * (3 * LONGEST_LINE) + b"\n"
        b"2026-11-05 12:00:02 longest " + b"x" * (70 * LONGEST_LINE) + b"\n"
        b"2026-11-05 12:00:03 \x1b[31mred\x1b[0m\n"
    )
    report = imported(tmp_path, log)
    assert (report.logs[0].entries, report.logs[0].unread) == (7, 0)
    found = entries_of(tmp_path)
    assert [each.created_at.year for each in found] == [9999, 2026, 2026, 2026, 2026, 2026, 1]
    long = next(each for each in found if each.message.startswith("long "))
    assert (len(long.message) <= LONGEST_LINE, long.message[-3:]) == (True, "[…]")
    with opened_case(tmp_path / "out.icase", tmp_path) as case:
        assert case.log_detail(long.id).entry == long
        assert case.log_count(LogFilter(query="alone")) == 1


def test_names_and_words_that_are_no_text_end_no_import(tmp_path: Path) -> None:
    logs = [tmp_path / os.fsdecode(name) for name in (b"caf\xe9.jsonl", b"caf\xea.jsonl")]
    for each in logs:
        each.write_text(
            '{"t":"2026-11-05T12:00:01Z","msg":"m","trace_id":"\\ud800","logger":"a\\udfff","code":"\\ud800"}\n',
            "utf-8",
        )
        os.utime(each, (1 << 40, 1 << 40))
    report = imported(tmp_path, *logs, name="caf\udce9")
    assert [each.name for each in report.logs] == [f"{tmp_path}/caf\ufffd.jsonl", f"{tmp_path}/caf\ufffd.jsonl (2)"]
    found = entries_of(tmp_path)
    assert [(each.event_type, each.error_code, each.message) for each in found] == [("a\ufffd", "\ufffd", "m")] * 2
    with opened_case(tmp_path / "out.icase", tmp_path) as case:
        assert case.workspace().name == "caf\ufffd"


class Watching(UnattendedWork):
    def __init__(self) -> None:
        self.told: list[Progress] = []

    def report(self, progress: Progress) -> None:
        self.told.append(progress)


def test_how_far_it_is_is_told_and_it_can_be_stopped_anywhere(tmp_path: Path) -> None:
    log = written(tmp_path / "a.log", *(f"2026-11-05 12:00:{n % 60:02} line {n}" for n in range(3000)))
    watching = Watching()
    imported(tmp_path, log, work=watching)
    shares = [each.done / (each.total or 1) for each in watching.told]
    assert shares == sorted(shares)
    assert (shares[0] < 0.1, shares[-1]) == (True, 1.0)
    (tmp_path / "out.icase").unlink()
    for patience in (0, 3, 12, 14):
        with pytest.raises(Cancelled):
            imported(tmp_path, log, work=ImpatientWork(patience))
    assert {each.name for each in tmp_path.iterdir()} == {"a.log", IMPORT_KEY, "signers.json"}


def test_sorting_is_stopped_in_the_middle_of_a_statement() -> None:
    with merging() as merged:
        merged.add(0, made_up(20_000))
        with pytest.raises(Cancelled):
            merged.settle(ImpatientWork(0))


def test_what_does_not_fit_is_left_out_oldest_first(tmp_path: Path) -> None:
    lines = (f"2026-11-05 12:{n // 60:02}:{n % 60:02} {os.urandom(1500).hex()}" for n in range(1200))
    report = imported(tmp_path, written(tmp_path / "a.log", *lines), cap=1 << 20)
    manifest = report.case.manifest
    assert manifest.entries + manifest.left_out == 1200
    assert 0 < manifest.entries < 1200
    assert entries_of(tmp_path)[0].created_at == datetime(2026, 11, 5, 12, 19, 59, tzinfo=UTC)


def _gz(path: Path) -> Path:
    path.write_bytes(gzip.compress(os.urandom(9999))[:-3000])
    return path


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda folder: [], InvalidInput),
        (lambda folder: [folder / "none.log"], FileUnreadable),
        (lambda folder: [folder], FileUnreadable),
        (lambda folder: [_gz(folder / "cut.gz")], LogDamaged),
        (lambda folder: [written(folder / "a.log", "no times", "here")], NothingImported),
        (lambda folder: [written(folder / "empty.log")], NothingImported),
        (lambda folder: [ForeignLog(written(folder / "a.log", "x"), "Asia/Nowhere")], InvalidInput),
        (lambda folder: [written(folder / "out.icase", "2026-11-05 12:00:00 x")], InvalidInput),
    ],
)
def test_what_cannot_be_imported_is_told_and_leaves_nothing(tmp_path: Path, make: object, error: type) -> None:
    logs: Sequence[Path | ForeignLog] = make(tmp_path)  # type: ignore[operator]
    before = {each.name for each in tmp_path.iterdir()}
    with pytest.raises(error) as refused:
        imported(tmp_path, *logs)
    assert isinstance(refused.value, ConsoleError)
    assert {each.name for each in tmp_path.iterdir()} - {IMPORT_KEY} == before


def test_a_size_that_is_none_is_refused(tmp_path: Path) -> None:
    log = written(tmp_path / "a.log", "2026-11-05 12:00:00 x")
    with pytest.raises(InvalidInput):
        imported(tmp_path, log, cap=1)
    with pytest.raises(FileUnwritable):
        import_logs(ImportWish((ForeignLog(log),)), tmp_path / "no" / "a.icase", tmp_path, UnattendedWork())


def test_the_key_is_made_once_for_this_machine_and_for_the_person_alone(tmp_path: Path) -> None:
    made = import_key(tmp_path / "data")
    file = tmp_path / "data" / IMPORT_KEY
    assert file.stat().st_mode & 0o777 == 0o600
    assert import_key(tmp_path / "data").private_bytes_raw() == made.private_bytes_raw()
    assert [each.name for each in (tmp_path / "data").iterdir()] == [IMPORT_KEY]
    file.write_text("no key")
    with pytest.raises(ImportKeyUnusable):
        import_key(tmp_path / "data")
    file.unlink()
    file.mkdir()
    with pytest.raises(FileUnreadable):
        import_key(tmp_path / "data")
    (tmp_path / "file").write_text("")
    with pytest.raises(FileUnwritable):
        import_key(tmp_path / "file" / "below")


def test_entries_come_newest_first_whatever_their_order() -> None:
    details = made_up(5000)
    shuffled = [details[(n * 1777) % 5000] for n in range(5000)]
    with merging() as merged:
        assert merged.add(0, shuffled) == 5000
        assert merged.settle(UnattendedWork()) == (5000, {})
        found = list(merged.newest_first())
    assert [(each.entry.created_at, each.entry.id) for each in found] == [
        (each.entry.created_at, each.entry.id) for each in details
    ]
    assert [each.payload for each in found] == [each.payload for each in details]
    assert isinstance(found[0], LogDetail)


_MEASURED = """
import sys, resource
from datetime import UTC, datetime, timedelta
from pathlib import Path
from integration_console.domain.log_importing import ForeignLog, ImportWish
from integration_console.domain.work import UnattendedWork
from integration_console.gateways.case_importing import import_logs
folder, count = Path(sys.argv[1]), int(sys.argv[2])
start = datetime(2026, 1, 1, tzinfo=UTC)
for part in range(2):
    with (folder / f"{part}.log").open("w") as file:
        for n in range(count // 2):
            moment = start + timedelta(seconds=2 * n + part)
            file.write(f"{moment.isoformat()} {n:x} {'words of some length ' * 200}\\n")
logs = tuple(ForeignLog(folder / f"{part}.log", "UTC") for part in range(2))
report = import_logs(ImportWish(logs), folder / "out.icase", folder, UnattendedWork())
assert report.case.manifest.entries == count
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def test_memory_does_not_grow_with_the_logs(tmp_path: Path) -> None:
    def peak(name: str, count: int) -> int:
        folder = tmp_path / name
        folder.mkdir()
        command = [sys.executable, "-c", _MEASURED, str(folder), str(count)]
        return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

    small, large = peak("small", 3_000), peak("large", 12_000)  # about 12 and 50 MB
    assert large - small < 20


def test_a_case_of_imports_may_be_wished_for_as_any(tmp_path: Path) -> None:
    log = written(tmp_path / "a.log", *(f"{(NOON - timedelta(seconds=n)).isoformat()} {n}" for n in range(20)))
    report = imported(tmp_path, log, name="   ")
    assert report.case.manifest.source.organisation == "Imported logs"
    assert report.case.manifest.wish == CaseWish(note="a.log")
