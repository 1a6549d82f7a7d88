"""The two lists beside the search field: of events, and of the connectors and webhooks that things come from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox

from integration_console.ui.icons import icon
from integration_console.ui.language import Translated, technical, user_text
from integration_console.ui.tabs.logs.words import type_title

CONNECTOR, WEBHOOK = "connector", "webhook"
_WIDEST, _WIDEST_LIST, _BESIDE_TEXT = 200, 420, 72


class _Choice(Translated, QComboBox):
    """One of several values; "" is all of them."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaxVisibleItems(16)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMaximumWidth(_WIDEST)

    @property
    def value(self) -> str:
        """What is chosen."""
        return str(self.currentData() or "")

    def show_value(self, value: str) -> None:
        """Shows a value as chosen; the list is made anew only where it lacks it."""
        if self.currentData() != value:
            self._fill(value)

    def _fill(self, value: str) -> None:
        items = list(self._items(value))
        with QSignalBlocker(self):
            self.clear()
            for number, (text, each, sign) in enumerate(items):
                self.addItem(text, each)
                if sign:
                    self.setItemIcon(number, icon(sign))
                if each == value:
                    self.setCurrentIndex(number)
        widest = max(QFontMetrics(self.font()).horizontalAdvance(text) for text, _value, _sign in items)
        self.view().setMinimumWidth(min(widest + _BESIDE_TEXT, _WIDEST_LIST))

    def _items(self, value: str) -> Iterable[tuple[str, str, str]]:
        """What is offered, with the value that must be among it: text, value, icon ("": none)."""
        raise NotImplementedError


class TypeChoice(_Choice):
    """The types of event."""

    def __init__(self) -> None:
        super().__init__()
        self.types: tuple[str, ...] = ()
        """What is offered."""
        self.retranslate()

    def show_types(self, types: Sequence[str]) -> None:
        """Offers these types."""
        if tuple(types) != self.types:
            self.types = tuple(types)
            self._fill(self.value)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Event"))
        self._fill(self.value)

    def _items(self, value: str) -> Iterable[tuple[str, str, str]]:
        yield self.tr("All events"), "", ""
        for title, each in sorted((type_title(each), each) for each in {*self.types, value} - {""}):
            yield title, each, ""


class SourceChoice(_Choice):
    """The connectors and webhooks, each as its kind, a colon and its id."""

    def __init__(self) -> None:
        super().__init__()
        self._names: tuple[Mapping[str, str], Mapping[str, str]] = ({}, {})
        self.retranslate()

    def show_names(self, connectors: Mapping[str, str], webhooks: Mapping[str, str], value: str) -> None:
        """Offers these, id to name, and shows a value as chosen."""
        self._names = (connectors, webhooks)
        self._fill(value)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Source"))
        self._fill(self.value)

    def _items(self, value: str) -> Iterable[tuple[str, str, str]]:
        yield self.tr("All sources"), "", ""
        for kind, names, sign in ((CONNECTOR, self._names[0], "plug"), (WEBHOOK, self._names[1], "webhook")):
            known = {f"{kind}:{each}": name for each, name in names.items()}
            if value.startswith(f"{kind}:"):
                known.setdefault(value, technical(f"…{value[-8:]}"))
            for key, name in known.items():
                yield user_text(name), key, sign
