"""Asks which file to write, and for no other than the one that is written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def file_to_write(parent: QWidget, title: str, proposed: str, kinds: Mapping[str, str]) -> tuple[Path, str] | None:
    """Return the file that a person chose, and the ending of its kind; None where they chose none.

    `kinds` are the kinds of file, as the dialog shows them (`Table (*.csv)`), with their endings (`.csv`). A name gets
    the ending of its kind where it has none, and always where there is but one kind. The dialog asks before it lets a
    file be overwritten; where the whole name is that of another file, it is shown again with that name.
    """
    while True:
        chosen, kind = QFileDialog.getSaveFileName(parent, title, proposed, ";;".join(kinds))
        if not chosen:
            return None
        path = Path(chosen)
        ending = _ending(path, kind, kinds)
        whole = path if path.suffix.casefold() == ending or (path.suffix and len(kinds) > 1) else _with(path, ending)
        if whole == path or not whole.exists():
            return whole, ending
        proposed = str(whole)


def _ending(path: Path, kind: str, kinds: Mapping[str, str]) -> str:
    own = path.suffix.casefold()
    return own if own in kinds.values() else kinds.get(kind, next(iter(kinds.values())))


def _with(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
