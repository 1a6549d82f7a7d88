"""Protecting and unlocking the workspace, and what its frame shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from integration_console.domain.changes import Subject
from integration_console.domain.errors import InvalidInput, VaultLocked, WrongPassphrase
from integration_console.domain.workspace import HolderKind, ReceiverState
from integration_console.operations import holders, workspace
from integration_console.operations.context import Announcements, Context
from tests.builders import audited, logged, opened_workspace

PASSPHRASE = "correct horse battery"
IDLE = ReceiverState(running=False)


@pytest.fixture
def new(tmp_path: Path) -> Iterator[Context]:
    with opened_workspace(tmp_path / "new", protected=False) as opened:
        yield opened.context


@pytest.mark.embedded
def test_a_new_workspace_is_neither_protected_nor_open(new: Context) -> None:
    found = workspace.state(new, IDLE)
    assert (found.name, found.path, found.protected, found.unlocked) == ("console", str(new.store.path), False, False)
    assert (found.receiver, found.trouble, found.holders) == (IDLE, None, ())


def test_protecting_makes_keys_and_tells(new: Context) -> None:
    heard: list[Subject] = []
    new.announcements.listen(lambda change: heard.append(change.subject))
    made = workspace.protect(new, "amina")
    found = workspace.state(new, IDLE)
    assert (found.protected, found.unlocked, [each.kind for each in found.holders]) == (
        True,
        True,
        [HolderKind.KEY_FILE, HolderKind.RECOVERY],
    )
    assert (heard, logged(new), made.recovery_code in repr(made)) == (
        [Subject.LOGS, Subject.WORKSPACE],
        ["workspace.created"],
        False,
    )


def test_a_passphrase_instead_of_a_key_unlocks(new: Context) -> None:
    workspace.protect(new, "amina", PASSPHRASE)
    new.vault._data_key = None
    with pytest.raises(WrongPassphrase):
        workspace.unlock(new, "wrong")
    workspace.unlock(new, PASSPHRASE)
    assert (new.vault.unlocked, logged(new)) == (True, ["workspace.created", "workspace.unlocked"])


def test_a_short_passphrase_is_refused(new: Context) -> None:
    with pytest.raises(InvalidInput) as caught:
        workspace.protect(new, "amina", "eleven-char")
    assert [each.sentence for each in caught.value.problems] == ["Use at least 12 characters."]
    assert not new.vault.created


@pytest.mark.embedded
def test_a_passphrase_is_added_to_open_secrets_only(new: Context) -> None:
    with pytest.raises(VaultLocked):
        holders.add_passphrase(new, PASSPHRASE)
    with pytest.raises(InvalidInput):
        holders.add_passphrase(new, "short")
    workspace.protect(new, "amina")
    holders.add_passphrase(new, PASSPHRASE)
    assert audited(new) == [("amina", "workspace.created"), ("amina", "workspace.passphrase_added")]


def test_who_stops_listening_hears_no_more() -> None:
    announcements, heard = Announcements(), list[str]()
    end = announcements.listen(lambda change: heard.append(f"a {change}"))
    announcements.listen(lambda change: heard.append(f"b {change}"))
    end()
    end()
    announcements.announce("x")  # type: ignore[arg-type]
    assert heard == ["b x"]
