"""What the page of syncs says while it lists nothing, and the one thing to do about it."""

from __future__ import annotations

from PySide6.QtCore import Signal

from integration_console.ui.language import Translated
from integration_console.ui.widgets import EmptyState


class NoRuns(Translated, EmptyState):
    """Nothing fits the filters; or nothing was synced yet; or there is nothing to sync."""

    connector_requested = Signal()
    sync_requested = Signal()
    all_requested = Signal()

    def __init__(self) -> None:
        super().__init__("refresh-cw", action_icon="")
        self._is_filtered, self._can_sync = False, False
        self._why_no_connector, self._why_no_sync = "", ""
        self.action_requested.connect(self._act)
        self.retranslate()

    def show_reason(self, *, is_filtered: bool, can_sync: bool) -> None:
        """Says why there is nothing: filters, or no sync so far of what could be synced."""
        self._is_filtered, self._can_sync = is_filtered, can_sync
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
        if self._is_filtered:
            sentence, why_not = self.tr("No sync matches the filters."), ""
            self.show_words(self.tr("No matches"), sentence, self.tr("Clear filters"))
        elif self._can_sync:
            sentence = self.tr("The first sync reads everything; later ones read only what has changed.")
            why_not = self._why_no_sync
            self.show_words(self.tr("No sync has run yet"), sentence, self.tr("Sync now"))
        else:
            sentence = self.tr("Add a connector that brings records, and its syncs appear here.")
            why_not = self._why_no_connector
            self.show_words(self.tr("Nothing to sync yet"), sentence, self.tr("Add connector"))
        self.refuse(why_not)

    def _act(self) -> None:
        if self._is_filtered:
            self.all_requested.emit()
        elif self._can_sync:
            self.sync_requested.emit()
        else:
            self.connector_requested.emit()
