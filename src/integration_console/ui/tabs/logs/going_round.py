"""Goes from part to part of the page by one key, whatever lies between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from integration_console.ui.tabs.logs.details import LogDetails


def go_round(parts: Sequence[QWidget], now: QWidget | None, step: int) -> None:
    """Puts the keyboard on the next part that is seen (`step` -1: the one before), from where it is `now`."""
    seen = [each for each in parts if each.isVisible()]
    place = next(
        (number for number, each in enumerate(seen) if now is not None and (each is now or each.isAncestorOf(now))),
        None,
    )
    part = seen[(place + step if place is not None else min(step, 0)) % len(seen)]
    if isinstance(part, LogDetails):
        part.take_focus()
    else:
        part.setFocus(Qt.FocusReason.ShortcutFocusReason)
