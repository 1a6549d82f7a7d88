"""What the window's frame knows of a page: its key, icon, name, and how it is made when first looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the window. `title` is called again when the language changes; `make` once, on the first visit.

    `begins_group`: a line sets it, and those behind it, apart from the pages before.
    """

    key: str
    icon: str
    title: Callable[[], str]
    make: Callable[[], QWidget]
    begins_group: bool = False
