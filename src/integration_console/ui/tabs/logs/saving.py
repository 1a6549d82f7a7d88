"""Fetches the saved filters, and saves, changes and removes them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from integration_console.domain.changes import Change, Subject
from integration_console.domain.saved_filters import SavedFilter, SavedFilterDraft
from integration_console.gateways.log_note_protocols import LogNotesGateway
from integration_console.ui.allowing import Allowing
from integration_console.ui.catching_up import CatchingUp
from integration_console.ui.language import user_text
from integration_console.ui.tabs.logs.filter_dialog import FilterDialog
from integration_console.ui.tabs.logs.view import LogsView
from integration_console.ui.tasks import TaskRunner
from integration_console.ui.widgets import ConfirmDialog, ToastOverlay


class FilterSaver(QObject):
    """What others save is offered as soon as they tell."""

    def __init__(
        self, gateway: LogNotesGateway, tasks: TaskRunner, view: LogsView, toasts: ToastOverlay, allowing: Allowing
    ) -> None:
        super().__init__(view)
        self._gateway, self._tasks, self._view, self._toasts = gateway, tasks, view, toasts
        self._bar = view.filters.saved
        self._dialog: FilterDialog | None = None
        self._question: ConfirmDialog | None = None
        self._going: SavedFilter | None = None
        self._catching_up = CatchingUp(view, view.shown, self.refresh)
        view.first_shown.connect(self.refresh)
        self._bar.saving_wanted.connect(lambda: self._ask(view.filters.query))
        self._bar.change_wanted.connect(lambda each: self._ask(each.query, each))
        self._bar.removal_wanted.connect(self._ask_removal)
        allowing.needs("logs.write", self._bar.refuse)

    def hear(self, change: Change) -> None:
        """Somebody saved or removed a filter."""
        if change.subject is Subject.LOG_FILTERS:
            self._catching_up.ask()

    def refresh(self) -> None:
        """Fetches the filters."""
        task = self._tasks.start("logs.filters", lambda _work: self._gateway.saved_filters(), newest_wins=True)
        task.succeeded.connect(self._view.filters.show_saved)
        task.failed.connect(self._toasts.show_error)

    def _ask(self, query: str, present: SavedFilter | None = None) -> None:
        if self._dialog is None:
            self._dialog = FilterDialog(self._view)
            self._dialog.wanted.connect(self._save)
        self._dialog.ask(query, present)

    def _save(self, draft: SavedFilterDraft) -> None:
        dialog = self._dialog
        if dialog is None:
            return
        task = self._tasks.start("logs.filter", lambda _work: self._gateway.save_filter(draft))
        task.succeeded.connect(self._show_saved)
        task.failed.connect(dialog.show_error)

    def _show_saved(self, saved: SavedFilter) -> None:
        if self._dialog is not None:
            self._dialog.accept()
        words = QCoreApplication.translate("FilterSaver", "The filter “{name}” is saved")
        self._toasts.show_success(words.format(name=user_text(saved.name)))
        self.refresh()

    def _ask_removal(self, going: SavedFilter) -> None:
        if self._question is None:
            self._question = ConfirmDialog(self._view)
            self._question.confirmed.connect(self._remove)
        self._going = going
        title = QCoreApplication.translate("FilterSaver", "Remove the filter “{name}”?")
        loss = QCoreApplication.translate("FilterSaver", "It goes for everybody in the organisation.")
        action = QCoreApplication.translate("FilterSaver", "Remove filter")
        self._question.ask(title.format(name=user_text(going.name)), loss, action)

    def _remove(self) -> None:
        going = self._going
        if going is None or self._question is None:
            return
        task = self._tasks.start("logs.filter", lambda _work: self._gateway.remove_filter(going.id))
        task.succeeded.connect(lambda _nothing: self.refresh())
        task.failed.connect(self._toasts.show_error)
        self._question.accept()
