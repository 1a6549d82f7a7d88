"""Narrows the audit down: to an area, to somebody, to the last days."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from integration_console.domain.audit import AuditFilter
from integration_console.ui.language import Translated, user_text
from integration_console.ui.tabs.audit.words import AREAS, area_name
from integration_console.ui.widgets import FlowLayout, QuietButton, SearchField

_WIDEST: Final = 240
_DAYS: Final = (0, 1, 7, 30)


class AuditFilters(Translated, QWidget):
    """`changed` is emitted when a person chooses something."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._subject_id = self._subject = ""
        self.actor, self.areas, self.days = SearchField(), QComboBox(), QComboBox()
        self.only = QuietButton("x")
        self.only.clicked.connect(self.show_all)
        self.only.hide()
        for box in (self.areas, self.days):
            box.setMaximumWidth(_WIDEST)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.activated.connect(lambda _index: self._choose())
        self.actor.searched.connect(lambda _text: self.changed.emit())
        flow = FlowLayout()
        for part in (self.actor, self.areas, self.days, self.only):
            flow.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)
        self.retranslate()

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is left out."""
        return bool(
            self.actor.text().strip() or self._subject_id or self.areas.currentData() or self.days.currentData()
        )

    def filter(self) -> AuditFilter:
        """What the controls say now."""
        days = int(self.days.currentData() or 0)
        since = datetime.now(UTC) - timedelta(days=days) if days else None
        return AuditFilter(
            actor=self.actor.text().strip(),
            subject_kind=str(self.areas.currentData() or ""),
            subject_id=self._subject_id,
            since=since,
        )

    def show_subject(self, kind: str, subject_id: str, name: str) -> None:
        """Shows only what was done to one thing, and tells; the next choice of an area forgets it."""
        self._clear()
        self._show_only(subject_id, name)
        self.areas.setCurrentIndex(max(self.areas.findData(kind), 0))
        self.changed.emit()

    def show_all(self) -> None:
        """Leaves nothing out, and tells."""
        self._clear()
        self.changed.emit()

    def retranslate(self) -> None:
        self.actor.show_placeholder(self.tr("Search for a person"))
        self._show_only(self._subject_id, self._subject)
        self.areas.setAccessibleName(self.tr("Area"))
        self.days.setAccessibleName(self.tr("Time"))
        spans = (self.tr("Any time"), self.tr("Last 24 hours"), self.tr("Last 7 days"), self.tr("Last 30 days"))
        _fill(self.areas, [(self.tr("All areas"), ""), *((area_name(kind), kind) for kind in AREAS)])
        _fill(self.days, list(zip(spans, _DAYS, strict=True)))

    def _choose(self) -> None:
        self._show_only("", "")
        self.changed.emit()

    def _show_only(self, subject_id: str, name: str) -> None:
        self._subject_id, self._subject = subject_id, name
        self.only.setText(self.tr("Only “{name}”").format(name=user_text(name)))
        self.only.setToolTip(self.tr("Show all"))
        self.only.setVisible(bool(subject_id))

    def _clear(self) -> None:
        self._show_only("", "")
        self.actor.clear()
        self.areas.setCurrentIndex(0)
        self.days.setCurrentIndex(0)


def _fill(box: QComboBox, choices: list[tuple[str, object]]) -> None:
    chosen = box.currentIndex()
    with QSignalBlocker(box):
        box.clear()
        for text, value in choices:
            box.addItem(text, value)
        box.setCurrentIndex(max(chosen, 0))
