"""The reserve file: some room kept back, so that a full disk still lets the last things be written."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class DiskReserve:
    """A file beside the workspace that is given up when the disk is full and made again when there is room."""

    def __init__(self, database: Path, size: int) -> None:
        """Keep `size` bytes beside `database`."""
        self._path = database.with_name(database.name + ".reserve")
        self._size = size
        self.released = False

    def keep(self) -> None:
        """Make the file where there is plenty of room; without room the reserve counts as given up."""
        if self._path.exists() and self._path.stat().st_size == self._size:
            self.released = False
            return
        self.released = not self._has_room() or not self._fill()

    def _has_room(self) -> bool:
        try:
            return shutil.disk_usage(self._path.parent).free > 3 * self._size
        except OSError:
            return False

    def _fill(self) -> bool:
        try:
            with self._path.open("wb") as file:
                if hasattr(os, "posix_fallocate"):
                    os.posix_fallocate(file.fileno(), 0, self._size)
                else:  # pragma: no cover - systems without posix_fallocate
                    file.write(bytes(self._size))
        except OSError:
            self._path.unlink(missing_ok=True)
            return False
        return True

    def give_up(self) -> bool:
        """Remove the file; return whether that freed anything."""
        freed = self._path.exists()
        self._path.unlink(missing_ok=True)
        self.released = True
        return freed
