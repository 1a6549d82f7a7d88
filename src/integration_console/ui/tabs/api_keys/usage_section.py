"""Where the API key that is chosen was used in the last 30 days, and with what outcome."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from integration_console.domain.api_keys import KeyUsage
from integration_console.ui.language import Translated, formats
from integration_console.ui.tabs.api_keys.model import UsesModel
from integration_console.ui.theme import RowHeight, Space
from integration_console.ui.widgets import ContentStates, DataTable, EmptyState, Label, Skeleton

_ADDRESS, _ROUTE = 0, 1
_LEAVING = ((_ROUTE, 600), (4, 500), (3, 390))


class UsesTable(DataTable):
    """As many columns as there is room for."""

    def __init__(self, model: UsesModel) -> None:
        super().__init__(row_height=RowHeight.COMPACT)
        self._address_width = model.columns[_ADDRESS].width or 0
        self.show_model(model, [column.width for column in model.columns])

    def resizeEvent(self, event: QResizeEvent) -> None:
        for column, width in _LEAVING:
            self.setColumnHidden(column, self.width() < width)
        modes = QHeaderView.ResizeMode
        alone = self.isColumnHidden(_ROUTE)  # then nothing else takes the room that is left
        self.horizontalHeader().setSectionResizeMode(_ADDRESS, modes.Stretch if alone else modes.Interactive)
        if not alone:
            self.setColumnWidth(_ADDRESS, self._address_width)
        super().resizeEvent(event)


class UsageSection(Translated, QWidget):
    """A heading, a summary, and the uses in a table."""

    def __init__(self) -> None:
        super().__init__()
        self._key_id = ""
        self._usage = KeyUsage()
        self._heading, self._summary = Label("field"), Label("caption")
        self.model = UsesModel()
        self.model.setParent(self)
        self.table = UsesTable(self.model)
        self._empty = EmptyState("activity")
        self.states = ContentStates(self.table, self._empty, Skeleton(lines=4, inset=int(Space.L)))
        head = QHBoxLayout()
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self._summary)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self.states, 1)
        self.retranslate()

    @property
    def summary(self) -> str:
        """How many uses there were, and of what kind."""
        return self._summary.text()

    def expect(self, key_id: str) -> None:
        """The uses of this key are on their way; those of another one are not shown any longer."""
        if key_id != self._key_id:
            self._key_id, self._usage = key_id, KeyUsage()
            self.states.show_loading()
            self._say_usage()

    def show_usage(self, key_id: str, usage: KeyUsage) -> None:
        """Shows where a key was used, unless another one is expected by now."""
        if key_id != self._key_id:
            return
        self._usage = usage
        if usage.uses != self.model.rows:
            self.model.show_rows(usage.uses)
        self._say_usage()
        if usage.uses:
            self.states.show_content()
        else:
            self.states.show_empty()

    def say_again(self) -> None:
        """Times have passed."""
        self.table.viewport().update()

    def retranslate(self) -> None:
        self._heading.setText(self.tr("Uses of the last 30 days"))
        self.table.setAccessibleName(self.tr("Uses of the last 30 days"))
        self._empty.show_words(
            self.tr("Not used yet"), self.tr("Uses appear here about a minute after they were made.")
        )
        self._say_usage()

    def _say_usage(self) -> None:
        usage = self._usage
        parts = [QCoreApplication.translate("UsageSection", "%Ln use(s)", "", usage.total)] if usage.total else []
        if usage.refused:
            parts.append(QCoreApplication.translate("UsageSection", "%Ln refused use(s)", "", usage.refused))
        if usage.with_old_secret:
            parts.append(
                QCoreApplication.translate(
                    "UsageSection", "%Ln request(s) with the old secret", "", usage.with_old_secret
                )
            )
        self._summary.setText(formats.listing(parts))
