"""The key that signs what is imported on this machine: made once, kept beside the list of known signers."""

from __future__ import annotations

import base64
import binascii
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from integration_console.domain.errors import FileUnreadable, FileUnwritable, ImportKeyUnusable

if TYPE_CHECKING:
    from pathlib import Path

IMPORT_KEY = "imports.key"
_MOST_BYTES = 1024


def import_key(folder: Path) -> Ed25519PrivateKey:
    """Return this machine's key, for the person alone; of several programs that make the first, all take that of one.

    Raises `ImportKeyUnusable`, `FileUnreadable`, `FileUnwritable`.
    """
    path = folder / IMPORT_KEY
    if not path.exists():
        _make(path)
    try:
        with path.open("rb") as file:
            text = file.read(_MOST_BYTES)
    except OSError as error:
        raise FileUnreadable(path=str(path), reason=error.strerror or "") from error
    try:
        return Ed25519PrivateKey.from_private_bytes(base64.b64decode(text.strip(), validate=True))
    except (binascii.Error, ValueError) as error:
        raise ImportKeyUnusable(path=str(path)) from error


def _make(path: Path) -> None:
    text = base64.b64encode(Ed25519PrivateKey.generate().private_bytes_raw()) + b"\n"
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(OSError):
            unfinished.unlink()
        with open(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:  # noqa: PTH123 - the mode
            file.write(text)
        with suppress(FileExistsError):
            os.link(unfinished, path)  # whole or not at all, and never over one that is there
        unfinished.unlink()
    except OSError as error:
        raise FileUnwritable(path=str(path), reason=error.strerror or "") from error
