"""A workspace of an earlier release is brought up to date with everything in it."""

from __future__ import annotations

import errno
import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import insert

from integration_console.domain.api_keys import ApiKey
from integration_console.domain.connectors import ConnectorStatus, Health
from integration_console.domain.errors import DiskFull
from integration_console.domain.ids import new_id
from integration_console.domain.log_conditions import EVERYTHING, AllOf, Contains, FieldIs, LogField, Within
from integration_console.domain.permissions import Grant
from integration_console.domain.work import UnattendedWork
from integration_console.storage import api_keys, log_index, logs, migrate, tables
from integration_console.storage import connectors as rows
from integration_console.storage.copying.workspaces import Place, copy_workspace
from integration_console.storage.engines import writing_engine
from integration_console.storage.log_rows import append_entries
from integration_console.storage.migrate import NEWEST, revision_of
from tests.builders import log_draft, opened_store
from tests.fakes import NOON

ADDRESSES = {
    "Slack itself": ("https://slack.com/api", False),
    "A sandbox": ("http://127.0.0.1:9999/api", True),
    "A hook": (None, False),
    "Not Slack": ("https://notslack.com.example/api", True),
}


@pytest.mark.parametrize("revision", ["0001", "0002", "0004", "0006", "0007", "0008", "0010", "0011"])
def test_every_released_shape_takes_api_keys_once_it_is_up_to_date(tmp_path: Path, revision: str) -> None:
    path = tmp_path / "console.db"
    engine = writing_engine(path)
    with engine.begin() as connection:
        configuration = migrate.alembic_configuration()
        configuration.attributes["connection"] = connection
        command.upgrade(configuration, revision)
    engine.dispose()
    key = ApiKey(new_id(), "0aZ9bY8x", "Website", (Grant("logs.read"),), "amina", NOON, NOON, NOON)
    with opened_store(path) as store:
        store.write(lambda writing: api_keys.add_key(writing, key, api_keys.KeyHashes(b"x")))
        assert store.read(api_keys.keys) == (key,)
    assert revision_of(path) == NEWEST


@pytest.fixture
def first_release(tmp_path: Path) -> Path:
    """A file as the first release made it, with connectors to several addresses."""
    path = tmp_path / "console.db"
    engine = writing_engine(path)
    with engine.begin() as connection:
        configuration = migrate.alembic_configuration()
        configuration.attributes["connection"] = connection
        command.upgrade(configuration, "0001")
    tenant = new_id()
    with engine.begin() as connection:
        connection.execute(insert(tables.tenants), {"tenant_id": tenant, "name": "Acme", "created_at": NOON})
        for name, (address, _) in ADDRESSES.items():
            config = {"channel": "#a", **({"base_url": address} if address else {})}
            row = {
                "tenant_id": tenant, "id": new_id(), "type": "slack", "name": name, "config": config,
                "status": ConnectorStatus.ACTIVE, "health": Health.GOOD, "health_code": "", "health_params": {},
                "created_at": NOON, "updated_at": NOON,
            }  # fmt: skip
            connection.execute(insert(tables.connectors), row)
    engine.dispose()
    return path


def test_every_row_is_still_there_and_only_what_stands_inside_may_go_on_inside(first_release: Path) -> None:
    assert revision_of(first_release) == "0001"
    with opened_store(first_release) as store:
        found = {each.name: each.config for each in store.read(rows.connectors)}
    assert revision_of(first_release) == NEWEST
    assert {name: config.get("private_network") is True for name, config in found.items()} == {
        name: inside for name, (_, inside) in ADDRESSES.items()
    }
    assert {json.dumps(config["channel"]) for config in found.values()} == {'"#a"'}


def test_a_file_is_kept_as_it_was_before_it_is_upgraded(first_release: Path, tmp_path: Path) -> None:
    with opened_store(first_release):
        pass
    kept = tmp_path / "console.before-upgrade-from-0001.db"
    assert (revision_of(kept), revision_of(first_release)) == ("0001", NEWEST)
    with opened_store(first_release):  # nothing to do: nothing is kept again
        assert sorted(each.name for each in tmp_path.glob("*before*.db")) == [kept.name]
    copy_workspace(Place(kept), Place(tmp_path / "restored.db"), UnattendedWork())
    assert revision_of(kept) == "0001"
    with opened_store(tmp_path / "restored.db") as restored:
        assert {each.name for each in restored.read(rows.connectors)} == set(ADDRESSES)


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(first_release: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = rows_of(first_release)

    def step(_configuration: object, _target: str) -> None:
        connection = _configuration.attributes["connection"]  # type: ignore[attr-defined]
        connection.exec_driver_sql("DROP TABLE integration_connectors")
        raise OSError(errno.EIO, "the disk went away")

    monkeypatch.setattr(command, "upgrade", step)
    with pytest.raises(OSError, match="went away"), opened_store(first_release):
        pass
    assert (rows_of(first_release), revision_of(first_release)) == (before, "0001")


def test_without_room_for_the_kept_file_nothing_is_upgraded(
    first_release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", no_room)
    with pytest.raises(DiskFull), opened_store(first_release):
        pass
    assert revision_of(first_release) == "0001"


def rows_of(path: Path) -> list[object]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT * FROM integration_connectors ORDER BY id").fetchall()


def test_a_log_from_before_is_counted_and_searched_as_one_from_now(tmp_path: Path) -> None:
    path = tmp_path / "console.db"
    drafts = [
        log_draft(created_at=NOON - timedelta(hours=number), payload="kestrel" if number % 2 else "", event_type=kind)
        for number, kind in enumerate(("sync.done", "sync.failed", "sync.done") * 20)
    ]
    with opened_store(path) as store:
        store.write(lambda writing: append_entries(writing, drafts))
    with closing(sqlite3.connect(path)) as connection:  # as it was before there were counts, an index and statistics
        for table in ("log_counts", "log_words_stretches", "retention_rules", "retention_runs", "legal_holds"):
            connection.execute(f"DROP TABLE {table}")
        for index in ("status_event_type_created_at", "created_at_error_code"):
            connection.execute(f"DROP INDEX ix_integration_logs_tenant_id_{index}")
        connection.execute("DELETE FROM sqlite_stat1")
        connection.execute("UPDATE alembic_version SET version_num = '0010'")
        connection.commit()
    with opened_store(path) as store:
        with store.reading() as reading:
            assert logs.event_types(reading) == ("sync.done", "sync.failed")
            assert logs.count(reading, EVERYTHING, 10_000) == 60
            failed = FieldIs(LogField.TYPE, "sync.failed")
            assert logs.count(reading, AllOf((failed, Within(NOON - timedelta(hours=30)))), 10_000) == 10
            assert log_index.indexed_to(reading.connection) == 0
        log_index.index_all(store)
        with store.reading() as reading:
            assert log_index.indexed_to(reading.connection) == 60
            assert logs.count(reading, Contains("kestrel"), 99) == 30
