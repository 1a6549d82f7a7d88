"""The texts of one request side by side: its body, its headers, what was logged of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from integration_console.domain.controls import visible
from integration_console.ui.language import Translated, formats
from integration_console.ui.theme import Space
from integration_console.ui.widgets.highlighting import Syntax
from integration_console.ui.widgets.labels import Label
from integration_console.ui.widgets.payload_view import PayloadView, readable
from integration_console.ui.widgets.segments import SegmentedControl

BODY, HEADERS, PAYLOAD = "body", "headers", "payload"


@dataclass(frozen=True, slots=True)
class Part:
    """One text, laid out as it should be read; `size` in bytes as it came."""

    key: str
    text: str
    syntax: Syntax
    size: int


def request_parts(headers: Sequence[tuple[str, str]], body: bytes, content_type: str) -> tuple[Part, ...]:
    """Body and headers of a request. Slow for big bodies: call it in a task."""
    text, syntax = readable(body.decode("utf-8", "replace"), content_type)
    text = visible(text)
    parts = [Part(BODY, text, syntax, len(body))] if body else []
    if headers:
        lines = visible("\n".join(f"{name}: {value}" for name, value in headers))
        parts.append(Part(HEADERS, lines, Syntax.PLAIN, len(lines)))
    return tuple(parts)


class PayloadParts(Translated, QWidget):
    """Shows one of the parts at a time; with none it takes no room."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: dict[str, Part] = {}
        self._chosen = BODY
        self._tabs: SegmentedControl | None = None
        self._size = Label("caption")
        self.view = PayloadView()
        self._head = QHBoxLayout()
        self._head.setSpacing(Space.S)
        self._head.addStretch(1)
        self._head.addWidget(self._size)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(self._head)
        column.addWidget(self.view, 1)
        self.hide()

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Shows these texts; the kind looked at last stays in front."""
        self._parts = {part.key: part for part in parts}
        self.setVisible(bool(parts))
        if parts:
            if self._chosen not in self._parts:
                self._chosen = parts[0].key
            self._replace_tabs()
            self.choose(self._chosen)

    def choose(self, key: str) -> None:
        """Brings a part to the front."""
        part = self._parts[key]
        self._chosen = key
        if self._tabs is not None:
            self._tabs.choose(key)
        self.view.show_text(part.text, part.syntax)
        self._say_size()

    @property
    def keys(self) -> tuple[str, ...]:
        """Which parts there are."""
        return tuple(self._parts)

    def retranslate(self) -> None:
        labels = {BODY: self.tr("Body"), HEADERS: self.tr("Headers"), PAYLOAD: self.tr("Logged")}
        if self._tabs is not None:
            self._tabs.show_labels({key: labels[key] for key in self._parts})
        self._say_size()

    def _say_size(self) -> None:
        part = self._parts.get(self._chosen)
        self._size.setText(formats.size(part.size) if part else "")

    def _replace_tabs(self) -> None:
        if self._tabs is not None:
            self._tabs.hide()
            self._tabs.deleteLater()
        self._tabs = SegmentedControl(list(self._parts))
        self._tabs.chosen.connect(self.choose)
        self._head.insertWidget(0, self._tabs)
        self.retranslate()
