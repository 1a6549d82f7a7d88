"""A creation of keys that was cut short between the key file and the database is taken up again."""

from __future__ import annotations

from pathlib import Path

import pytest

from integration_console.domain.errors import KeyringUnavailable
from integration_console.storage.key_places import KeyFile
from tests.builders import opened_workspace
from tests.fakes import NOON


def test_a_key_without_a_workspace_that_knows_it_becomes_its_own(tmp_path: Path) -> None:
    with opened_workspace(tmp_path, protected=False) as opened:
        KeyFile(tmp_path / "keys").write(opened.store.tenant_id, bytes(range(32)))
        opened.context.vault.create("tests", NOON)
    with opened_workspace(tmp_path, protected=False) as opened:
        assert opened.context.vault.unlocked


def test_a_key_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    key_file = KeyFile(tmp_path)
    key_file.write("t", bytes(32))
    with pytest.raises(KeyringUnavailable):
        key_file.write("t", bytes(range(32)))
    assert key_file.read("t") == bytes(32)
    assert [each.name for each in tmp_path.iterdir()] == ["t.key"]
