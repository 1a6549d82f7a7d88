"""The signers of case files that a person of this machine knows: their public keys in a small file of their own."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import orjson

if TYPE_CHECKING:
    from pathlib import Path

SIGNERS = "signers.json"
_MOST_BYTES = 1 << 20


class KnownSigners:
    """Kept beside the program's other files; one that cannot be read knows nobody."""

    def __init__(self, file: Path) -> None:
        """Keep them in `file`."""
        self._file = file

    def all(self) -> dict[str, str]:
        """Return the keys that are known (base64), each with the organisation it was accepted for."""
        try:
            raw = self._file.read_bytes() if self._file.stat().st_size <= _MOST_BYTES else b"{}"
            found = orjson.loads(raw)
        except (OSError, orjson.JSONDecodeError):
            return {}
        return {str(each): str(name) for each, name in found.items()} if isinstance(found, dict) else {}

    def knows(self, key: str) -> bool:
        """Return whether a signer was accepted. People compare a fingerprint; a program compares the whole key."""
        return key in self.all()

    def accept(self, key: str, organisation: str) -> None:
        """Know a signer from now on; where the file cannot be written, it is asked again."""
        known = {**self.all(), key: organisation}
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            unfinished = self._file.with_name(f".{self._file.name}.part")
            unfinished.write_bytes(orjson.dumps(known, option=orjson.OPT_INDENT_2))
            unfinished.replace(self._file)
