"""Where a private key lies: a file that only its owner reads, or a keyring that is really one."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer
from keyring.errors import KeyringLocked

from integration_console.domain.errors import KeyringUnavailable
from integration_console.storage.key_places import KeyFile, SystemKeyring

KEY = bytes(range(32))


class SafeKeyring(KeyringBackend):
    """A keyring in memory that passes for the Secret Service."""

    __module__ = "keyring.backends.SecretService.Fake"
    priority = 1
    locked = False

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[str, str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        self._refuse_locked()
        return self.kept.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self._refuse_locked()
        self.kept[username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._refuse_locked()
        del self.kept[username]

    def _refuse_locked(self) -> None:
        if self.locked:
            raise KeyringLocked


@pytest.fixture
def safe_keyring() -> Iterator[SafeKeyring]:
    before, safe = keyring.get_keyring(), SafeKeyring()
    keyring.set_keyring(safe)
    yield safe
    keyring.set_keyring(before)


@pytest.fixture
def key_file(tmp_path: Path) -> KeyFile:
    return KeyFile(tmp_path / "keys")


def test_a_key_file_is_for_its_owner_alone(key_file: KeyFile) -> None:
    key_file.write("t1", KEY)
    path = key_file.path("t1")
    assert (key_file.read("t1"), path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (KEY, 0o600, 0o700)


def test_a_key_file_that_is_not_there_is_no_key(key_file: KeyFile) -> None:
    assert key_file.read("t1") is None


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604])
def test_a_key_file_that_others_may_read_is_refused(key_file: KeyFile, mode: int) -> None:
    key_file.write("t1", KEY)
    key_file.path("t1").chmod(mode)
    with pytest.raises(KeyringUnavailable, match="other users may read"):
        key_file.read("t1")


def test_a_key_file_is_never_overwritten(key_file: KeyFile) -> None:
    key_file.write("t1", KEY)
    with pytest.raises(KeyringUnavailable):
        key_file.write("t1", bytes(32))
    assert key_file.read("t1") == KEY


@pytest.mark.parametrize("content", [b"", b"garbage!", b"\xff\xfe", base64.b64encode(b"short")])
def test_a_key_file_without_a_key_is_refused(key_file: KeyFile, content: bytes) -> None:
    key_file.write("t1", KEY)
    key_file.path("t1").write_bytes(content)
    with pytest.raises(KeyringUnavailable):
        key_file.read("t1")


def test_a_folder_that_cannot_be_made_keeps_no_key(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    key_file = KeyFile(tmp_path / "file" / "keys")
    with pytest.raises(KeyringUnavailable):
        key_file.write("t1", KEY)
    with pytest.raises(KeyringUnavailable):
        key_file.read("t1")


def test_a_keyring_keeps_the_key(safe_keyring: SafeKeyring) -> None:
    place = SystemKeyring()
    assert place.read("t1") is None
    place.write("t1", KEY)
    assert place.read("t1") == KEY


def test_one_safe_backend_in_a_chain_is_enough(safe_keyring: SafeKeyring) -> None:
    class Chain(chainer.ChainerBackend):
        backends = [safe_keyring]  # noqa: RUF012 - a property in the parent

    keyring.set_keyring(Chain())  # type: ignore[no-untyped-call]
    SystemKeyring().write("t1", KEY)
    assert SystemKeyring().read("t1") == KEY


def test_a_locked_keyring_is_unavailable(safe_keyring: SafeKeyring) -> None:
    safe_keyring.locked = True
    with pytest.raises(KeyringUnavailable, match="KeyringLocked"):
        SystemKeyring().read("t1")
    with pytest.raises(KeyringUnavailable, match="KeyringLocked"):
        SystemKeyring().write("t1", KEY)


def test_what_a_keyring_holds_must_be_a_key(safe_keyring: SafeKeyring) -> None:
    safe_keyring.kept["t1"] = "%%%"
    with pytest.raises(KeyringUnavailable):
        SystemKeyring().read("t1")


def test_a_backend_that_only_pretends_is_refused() -> None:
    with pytest.raises(KeyringUnavailable, match="no keyring is running"):
        SystemKeyring().read("t1")
    with pytest.raises(KeyringUnavailable, match="no keyring is running"):
        SystemKeyring().write("t1", KEY)
