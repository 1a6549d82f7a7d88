"""What the page of records says while it lists nothing, and the one thing to do about it."""

from __future__ import annotations

from PySide6.QtCore import Signal

from integration_console.ui.language import Translated
from integration_console.ui.widgets import EmptyState


class NoRecords(Translated, EmptyState):
    """Nothing fits the filters; or the connector was not synced yet; or there is no connector that brings records."""

    connector_requested = Signal()
    sync_requested = Signal()
    all_requested = Signal()

    def __init__(self) -> None:
        super().__init__("database", action_icon="")
        self._has_connectors, self._is_filtered = False, False
        self._why_no_connector, self._why_no_sync = "", ""
        self.action_requested.connect(self._act)
        self.retranslate()

    def show_reason(self, *, has_connectors: bool, is_filtered: bool) -> None:
        """Says why there is nothing."""
        self._has_connectors, self._is_filtered = has_connectors, is_filtered
        self.retranslate()

    def refuse_connectors(self, why: str) -> None:
        """No connector can be added, and why; "": one can."""
        self._why_no_connector = why
        self.retranslate()

    def refuse_syncs(self, why: str) -> None:
        """No sync can be started, and why; "": one can."""
        self._why_no_sync = why
        self.retranslate()

    def retranslate(self) -> None:
        if not self._has_connectors:
            sentence = self.tr("Add a connector that brings records, such as Odoo or Google Drive.")
            why_not = self._why_no_connector
            self.show_words(self.tr("No records yet"), sentence, self.tr("Add connector"))
        elif self._is_filtered:
            sentence, why_not = self.tr("No record matches the search and the states that are chosen."), ""
            self.show_words(self.tr("No matches"), sentence, self.tr("Clear filters"))
        else:
            sentence = self.tr("Once this connector has been synced, its records stand here.")
            why_not = self._why_no_sync
            self.show_words(self.tr("No records yet"), sentence, self.tr("Sync now"))
        self.refuse(why_not)

    def _act(self) -> None:
        if not self._has_connectors:
            self.connector_requested.emit()
        elif self._is_filtered:
            self.all_requested.emit()
        else:
            self.sync_requested.emit()
