"""Where a workstation or a service keeps its private key: the system keyring, or a file only it can read."""

from __future__ import annotations

import base64
import errno
import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from integration_console.domain.errors import KeyringUnavailable
from integration_console.domain.workspace import HolderKind

if TYPE_CHECKING:
    from pathlib import Path

_SERVICE = "integration-console"
PRIVATE_KEY_BYTES = 32
_SAFE_BACKENDS = ("keyring.backends.SecretService", "keyring.backends.kwallet", "keyring.backends.macOS",
                  "keyring.backends.Windows", "keyring.backends.libsecret")  # fmt: skip


class KeyPlace(Protocol):
    """Keeps one private key per workspace."""

    kind: HolderKind

    def read(self, tenant_id: str) -> bytes | None:
        """Return the key, or None when there is none. Raises `KeyringUnavailable`."""

    def write(self, tenant_id: str, key: bytes) -> None:
        """Keep the key. Raises `KeyringUnavailable`."""


class SystemKeyring:
    """The keyring of the operating system, and none of the backends that only pretend to be one.

    Every call may ask the person something: never call it on the window's thread.
    """

    kind = HolderKind.KEYRING

    def read(self, tenant_id: str) -> bytes | None:
        """Return the key kept under this workspace."""
        import keyring  # noqa: PLC0415 - costs 60 ms and is not needed to look

        require_safe_keyring()
        try:
            found = keyring.get_password(_SERVICE, tenant_id)
        except Exception as error:  # backends raise classes of their own
            raise KeyringUnavailable(reason=type(error).__name__) from error
        return None if found is None else _key_of(found)

    def write(self, tenant_id: str, key: bytes) -> None:
        """Keep the key under this workspace."""
        import keyring  # noqa: PLC0415 - see above

        require_safe_keyring()
        try:
            keyring.set_password(_SERVICE, tenant_id, base64.b64encode(key).decode())
        except Exception as error:  # backends raise classes of their own
            raise KeyringUnavailable(reason=type(error).__name__) from error


def require_safe_keyring() -> None:
    """Raise `KeyringUnavailable` where the system offers no keyring that keeps secrets."""
    import keyring  # noqa: PLC0415 - see above
    from keyring.backends import chainer  # noqa: PLC0415 - see above

    backend = keyring.get_keyring()
    candidates = backend.backends if isinstance(backend, chainer.ChainerBackend) else [backend]
    if not any(type(each).__module__.startswith(_SAFE_BACKENDS) for each in candidates):
        raise KeyringUnavailable(reason="no keyring is running")


class KeyFile:
    """A file of mode 0600 that holds the private key of a service."""

    kind = HolderKind.KEY_FILE

    def __init__(self, folder: Path) -> None:
        """Keep one file per workspace in `folder`."""
        self._folder = folder

    def path(self, tenant_id: str) -> Path:
        """Return where the key of this workspace lies."""
        return self._folder / f"{tenant_id}.key"

    def read(self, tenant_id: str) -> bytes | None:
        """Return the key. Raises `KeyringUnavailable` when others could read the file, or it holds no key."""
        path = self.path(tenant_id)
        try:
            if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
                raise KeyringUnavailable(reason=f"other users may read {path.name}")
            return _key_of(path.read_text(encoding="ascii"))
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as error:
            raise KeyringUnavailable(reason=f"{path.name} cannot be read") from error

    def write(self, tenant_id: str, key: bytes) -> None:
        """Keep the key in a new file."""
        draft = self.path(tenant_id).with_suffix(".new")
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                file.write(base64.b64encode(key).decode())
                file.flush()
                os.fsync(file.fileno())  # the wrapped data key is on the disk, too, before anything is sealed with it
            if self.path(tenant_id).exists():
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
            draft.replace(self.path(tenant_id))  # whole or not at all, and never over another key
        except OSError as error:
            raise KeyringUnavailable(reason=error.strerror or "no key file can be written") from error
        finally:
            with suppress(OSError):
                draft.unlink(missing_ok=True)


def _key_of(text: str) -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
    except ValueError:
        key = b""
    if len(key) != PRIVATE_KEY_BYTES:
        raise KeyringUnavailable(reason="what it holds is not a key")
    return key
