"""The write-ahead log stays small though somebody always reads."""

from __future__ import annotations

from pathlib import Path

from integration_console.storage.engines import writing_engine
from integration_console.storage.log_rows import append_entries
from integration_console.storage.store import EmbeddedStore
from integration_console.storage.wal import WriteAheadLog
from tests.builders import log_draft

LIMIT = 1_000_000


def _write_much(store: EmbeddedStore) -> None:
    entries = [log_draft(payload="x" * 4_000) for _ in range(200)]
    store.write(lambda writing: append_entries(writing, entries))


def _log_of(store: EmbeddedStore) -> Path:
    return Path(f"{store.path}-wal")


def test_a_log_that_outgrew_its_limit_under_a_reader_is_emptied_after_it(store: EmbeddedStore) -> None:
    store.writer._log._limit = LIMIT
    with store.reading() as reading:
        reading.connection.exec_driver_sql("SELECT count(*) FROM integration_logs").scalar()
        for _ in range(3):
            _write_much(store)
        assert _log_of(store).stat().st_size > LIMIT
    store.writer._log._next_try = 0  # the pause between two tries is over
    store.write(lambda _: None)
    store.write(lambda _: None)
    assert _log_of(store).stat().st_size <= LIMIT


def test_a_reader_that_does_not_end_delays_the_writer_less_and_less(store: EmbeddedStore) -> None:
    store.writer._log._limit = LIMIT
    with store.reading() as reading:
        reading.connection.exec_driver_sql("SELECT 1 FROM tenants").all()
        for _ in range(3):
            _write_much(store)
        assert _log_of(store).stat().st_size > LIMIT
    assert store.trouble is None


def test_a_database_without_a_log_has_a_small_one(tmp_path: Path) -> None:
    engine = writing_engine(tmp_path / "empty.db")
    try:
        WriteAheadLog(engine, str(tmp_path / "nowhere.db")).keep_small()
    finally:
        engine.dispose()
    assert not (tmp_path / "nowhere.db-wal").exists()
