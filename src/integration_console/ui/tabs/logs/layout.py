"""Which columns a person has chosen, in which order and how wide: kept as JSON, and read back with care."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

import orjson

from integration_console.ui.tabs.logs.columns import KEYS, SHOWN, WIDTHS

if TYPE_CHECKING:
    from integration_console.ui.preferences import Preferences

_LEAST, _MOST = 48, 2_000
_SHOWN_KEYS: Final = frozenset(KEYS[each] for each in SHOWN)


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns in their order, those that are shown, and the widths that are not as they began."""

    order: tuple[str, ...] = KEYS
    shown: frozenset[str] = _SHOWN_KEYS
    widths: Mapping[str, int] = field(default_factory=dict)

    def width(self, key: str) -> int:
        """How wide a column is."""
        return self.widths.get(key, WIDTHS[KEYS.index(key)])

    def with_width(self, key: str, width: int) -> Layout:
        """The layout with a column of this width, within what a column may be."""
        return replace(self, widths={**self.widths, key: min(max(width, _LEAST), _MOST)})

    def text(self) -> str:
        """The layout as it is kept."""
        shown = [each for each in self.order if each in self.shown]
        return orjson.dumps({"order": self.order, "shown": shown, "widths": dict(self.widths)}).decode()


BEGINNING: Final = Layout()
"""What is shown before a person has chosen anything."""


def read_layout(text: str) -> Layout:
    """The layout that was kept; columns that it does not know stand behind the others, hidden."""
    try:
        kept = orjson.loads(text)
        order, shown, widths = kept["order"], kept["shown"], kept["widths"]
        known = [each for each in dict.fromkeys(order) if each in KEYS]
        chosen = frozenset(shown) & frozenset(KEYS)
        sizes = {key: min(max(int(size), _LEAST), _MOST) for key, size in widths.items() if key in KEYS}
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError, AttributeError):
        return BEGINNING
    if not chosen:
        return BEGINNING
    return Layout((*known, *(each for each in KEYS if each not in known)), chosen, sizes)


class KeptLayout:
    """Where a layout is kept: by default only as long as the page is there."""

    def __init__(self, text: str = "", keep: Callable[[str], None] = lambda _text: None) -> None:
        """Begin with what was kept; `keep` is called with each change."""
        self.layout = read_layout(text) if text else BEGINNING
        self._keep = keep

    def keep(self, layout: Layout) -> None:
        """Keeps a layout; the one that a page begins with is kept as nothing at all."""
        self.layout = layout
        self._keep("" if layout == BEGINNING else layout.text())


def kept_layout(preferences: Preferences, kind: str) -> KeptLayout:
    """The layout that is kept for workspaces of a kind."""
    return KeptLayout(preferences.log_layout(kind), lambda text: preferences.keep_log_layout(kind, text))
