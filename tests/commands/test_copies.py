"""A workspace is backed up, restored and copied from the command line."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.commands.conftest import Service
from tests.postgres import server


def test_a_backup_is_restored_into_an_empty_place(service: Service, tmp_path: Path) -> None:
    assert service("members", "add", "--name", "Sara", "--login", "sara", "--role", "admin").code == 0
    kept, restored = str(tmp_path / "kept.db"), str(tmp_path / "restored.db")
    backup = service("backup", kept, "--json").json
    assert backup["rows"] == sum(each["rows"] for each in backup["tables"]) > 0
    again = service("--workspace", restored, "restore", kept, "--json").json
    assert again["sha256"] == backup["sha256"]
    logins = [each["login"] for each in service("--workspace", restored, "members", "list", "--json").json]
    assert "sara" in logins


def test_a_place_that_is_not_empty_is_left_alone(service: Service, tmp_path: Path) -> None:
    kept = str(tmp_path / "kept.db")
    assert service("members", "list").code == 0
    assert service("backup", kept).code == 0
    refused = service("backup", kept, "--json")
    assert (refused.code, refused.error["code"]) == (1, "copy.exists")
    missing = service("restore", str(tmp_path / "nothing.db"), "--json")
    assert (missing.code, missing.error["code"]) == (1, "copy.no_source")


def test_a_file_is_copied_into_a_database_and_a_password_in_the_address_is_refused(
    service: Service, tmp_path: Path
) -> None:
    assert service("members", "list").code == 0
    running = server()
    running.new_login("laila")
    address = f"postgresql://postgres@:{running.port}/{running.new_database()}?host={running.socket}"
    file = str(tmp_path / "console.db")
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE tenants SET name = 'a' || char(0) || 'b'")
        connection.execute("UPDATE tenant_members SET name = 'a' || char(0) || 'b'")
    whole = service("copy", "--from", file, "--to", address, "--owner", "laila")
    assert whole.code == 0, whole.err
    assert "are equal on both sides" in whole.out
    assert "U+2400" in whole.out
    refused = service("copy", "--from", file, "--to", "postgresql://me:secret@db.test/console", "--json")
    assert refused.error["code"] == "database.password_in_address"
    assert "secret" not in refused.err + refused.out
