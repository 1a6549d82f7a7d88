"""Exports: every entry that fits, in each form, with a checksum that proves it; whole or not there."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pyarrow.parquet
import pytest

from integration_console.domain.errors import (
    ChecksumDiffers,
    ChecksumMissing,
    FileUnreadable,
    FileUnwritable,
    ParquetMissing,
)
from integration_console.domain.log_copies import COLUMNS
from integration_console.domain.log_export import LogExportForm, read_checksum
from integration_console.domain.logs import LogFilter, LogStatus
from integration_console.domain.work import Cancelled, Progress, UnattendedWork
from integration_console.domain.workspace import ReceiverState
from integration_console.gateways import log_exporting
from integration_console.gateways.in_process import InProcessGateway
from integration_console.gateways.log_exporting import export_log, verify_export
from integration_console.gateways.protocols import Gateway
from integration_console.storage.log_rows import append_entries
from tests.builders import connector_draft, log_draft, opened_workspace
from tests.fakes import NOON
from tests.served import served

WORK = UnattendedWork()
ERRORS = LogFilter(query="status:error")


@pytest.fixture(scope="module", params=["in process", "service"])
def gateway(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    with opened_workspace(tmp_path_factory.mktemp("workspace")) as opened:
        door = InProcessGateway(opened.context, lambda: ReceiverState(running=False))
        ops = door.save_connector(connector_draft(name="Odoo"))
        drafts = [
            log_draft(
                created_at=NOON + timedelta(seconds=number),
                status=LogStatus.ERROR if number % 2 else LogStatus.SUCCESS,
                message="=1+1 مرحبا\u202e",
                topic="=cmd()",
                connector_id=ops.id,
                duration_ms=number / 2,
            )
            for number in range(1201)
        ]
        opened.context.store.write(lambda writing: append_entries(writing, drafts))
        if request.param == "service":
            with served(opened) as remote:
                yield remote
        else:
            yield door


def test_every_entry_that_fits_is_in_each_form(
    gateway: Gateway, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_exporting, "_ROW_GROUP", 250)
    paths = {form: tmp_path / f"log.{form.value}" for form in LogExportForm}
    reports = {form: export_log(gateway, ERRORS, form, path, WORK) for form, path in paths.items()}
    assert {each.entries for each in reports.values()} == {600}
    page = gateway.log_page(ERRORS, None, 500)
    ids = [each.id for each in (*page.entries, *gateway.log_page(ERRORS, page.next, 500).entries)]
    lines = [json.loads(line) for line in paths[LogExportForm.JSONL].read_text().splitlines()]
    assert [each["id"] for each in lines] == ids
    assert {(each["connector"], each["topic"]) for each in lines} == {("Odoo", "=cmd()")}
    with paths[LogExportForm.CSV].open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [each["id"] for each in rows] == ids
    assert {each["topic"] for each in rows} == {"'=cmd()"}
    assert {each["message"] for each in rows} == {"'=1+1 مرحبا⟨U+202E⟩"}
    table = pyarrow.parquet.read_table(paths[LogExportForm.PARQUET])
    assert table.column_names == list(COLUMNS)
    assert table.column("id").to_pylist() == ids
    assert table.column("created_at").to_pylist()[0] == NOON + timedelta(seconds=1199)
    assert table.column("duration_ms").to_pylist()[0] == 599.5


@pytest.mark.parametrize("form", list(LogExportForm))
def test_the_checksum_beside_a_file_proves_it(gateway: Gateway, tmp_path: Path, form: LogExportForm) -> None:
    path = tmp_path / "log of today"
    report = export_log(gateway, LogFilter(), form, path, WORK)
    assert report.size == path.stat().st_size
    assert verify_export(path, WORK).sha256 == report.sha256
    checked = subprocess.run(
        ["sha256sum", "--check", "--status", "log of today.sha256"], cwd=tmp_path, check=False, capture_output=True
    )
    assert checked.returncode == 0
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(ChecksumDiffers):
        verify_export(path, WORK)
    path.with_name("log of today.sha256").write_text("nothing of use")
    with pytest.raises(ChecksumMissing):
        verify_export(path, WORK)
    path.unlink()
    with pytest.raises(FileUnreadable):
        verify_export(path, WORK)


class Impatient:
    """Cancels once something was reported as done."""

    def __init__(self) -> None:
        self.done: list[tuple[int, int | None]] = []

    def report(self, progress: Progress) -> None:
        self.done.append((progress.done, progress.total))

    def stop_if_cancelled(self) -> None:
        if self.done and self.done[-1][0] > 0:
            raise Cancelled


def test_a_cancelled_export_leaves_nothing(gateway: Gateway, tmp_path: Path) -> None:
    work = Impatient()
    with pytest.raises(Cancelled):
        export_log(gateway, LogFilter(query="arrived OR مرحبا"), LogExportForm.CSV, tmp_path / "log.csv", work)
    assert work.done == [(0, 1201), (500, 1201)]
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_nothing_is(gateway: Gateway, tmp_path: Path) -> None:
    with pytest.raises(FileUnwritable):
        export_log(gateway, ERRORS, LogExportForm.CSV, tmp_path / "no folder" / "log.csv", WORK)


def test_without_the_optional_part_parquet_is_refused(
    gateway: Gateway, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ParquetMissing):
        export_log(gateway, ERRORS, LogExportForm.PARQUET, tmp_path / "log.parquet", WORK)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", ["{}  {}\n", "{} *{}\n", "{} *{}\r\n"])
def test_checksums_are_read_as_of_texts_and_of_binary_files(form: str) -> None:
    assert read_checksum(form.format("a1" * 32, "my *log.csv")) == ("a1" * 32, "my *log.csv")


@pytest.mark.parametrize(
    "text", ["", "abc", "g" * 64 + "  x", "a" * 64, "a" * 64 + " x", "a" * 64 + " *", "a" * 64 + "*x"]
)
def test_what_is_no_checksum_is_none(text: str) -> None:
    assert read_checksum(text) is None
