"""Keeps the query of the log under a name, renames a saved filter, or removes it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from integration_console.domain.errors import ConsoleError
from integration_console.domain.saved_filters import LONGEST_NAME, SavedFilter, SavedFilterDraft
from integration_console.ui.language import user_text
from integration_console.ui.widgets import Dialog, Label, LtrLine


class FilterDialog(Dialog):
    """`wanted` carries a `SavedFilterDraft`."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=480)
        self._present: SavedFilter | None = None
        self._name_label, self._query_label = Label("muted"), Label("muted")
        self.name, self.query = QLineEdit(), LtrLine()
        self.name.setMaxLength(LONGEST_NAME)
        for part in (self._name_label, self.name, self._query_label, self.query):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.confirmed.connect(self._agree)
        self.name.textChanged.connect(lambda _text: self._allow())
        self.query.textChanged.connect(lambda _text: self._allow())
        self.retranslate()

    def ask(self, query: str, present: SavedFilter | None = None) -> None:
        """Opens for a new filter, or for one that is there."""
        self._present = present
        self.banner.hide()
        self.show_busy(False)
        self.name.setText(present.name if present is not None else "")
        self.query.setText(query)
        self.retranslate()
        self._allow()
        self.fit()
        self.open()
        self.name.setFocus()
        self.name.selectAll()

    def show_error(self, error: ConsoleError) -> None:
        super().show_error(error)
        self._allow()

    def retranslate(self) -> None:
        if self._present is None:
            title = self.tr("Save this filter")
        else:
            title = self.tr("Change the filter “{name}”").format(name=user_text(self._present.name))
        self.show_title(title, self.tr("Everybody in the organisation can use it."))
        self._name_label.setText(self.tr("Name"))
        self._query_label.setText(self.tr("Query"))
        self.name.setAccessibleName(self.tr("Name"))
        self.query.setAccessibleName(self.tr("Query"))
        self.primary.setText(self.tr("Save"))
        self.secondary.setText(self.tr("Cancel"))

    def _allow(self) -> None:
        self.primary.setEnabled(bool(self.name.text().strip() and self.query.text().strip()))

    def _agree(self) -> None:
        self.show_busy(True)
        filter_id = self._present.id if self._present is not None else ""
        self.wanted.emit(SavedFilterDraft(self.name.text(), self.query.text(), filter_id))
