"""Adding and changing connectors: choose a type, fill in its form, save."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from integration_console.domain.connectors import BrokenType, Connector, ConnectorType
from integration_console.domain.errors import ConsoleError
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.ui.language import filled
from integration_console.ui.tabs.connectors.connector_dialog import ConnectorDialog
from integration_console.ui.tabs.connectors.draft_testing import DraftTesting
from integration_console.ui.tabs.connectors.type_chooser import TypeChooser
from integration_console.ui.widgets import Toast, Tone

if TYPE_CHECKING:
    from integration_console.ui.tabs.connectors.surroundings import Surroundings

_KEY = "connectors: save"


class Saving(QObject):
    """Keeps the dialog open, with all that was typed, until the connector is saved."""

    saved = Signal(object)
    check_wanted = Signal(str)
    sync_wanted = Signal(str)
    authorisation_wanted = Signal(str)

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self.testing = DraftTesting(surroundings, self)
        self.dialog: ConnectorDialog | None = None
        self.chooser: TypeChooser | None = None

    def add(self, types: Sequence[ConnectorType], broken: Sequence[BrokenType] = ()) -> None:
        """Asks for the type, then for what it needs."""
        self.chooser = TypeChooser(types, broken, self._surroundings.window)
        self.chooser.type_chosen.connect(self._fill_in)
        self._surroundings.open(self.chooser, _KEY)

    def edit(self, connector: Connector, kind: ConnectorType) -> None:
        """Opens the form with the connector's values."""
        self._fill_in(kind, connector)

    def _fill_in(self, kind: ConnectorType, connector: Connector | None = None) -> None:
        dialog = self.dialog = ConnectorDialog(kind, self._surroundings.window, connector)
        dialog.confirmed.connect(lambda: self._save(dialog, kind, is_new=connector is None))
        self.testing.attend(dialog)
        self._surroundings.open(dialog, _KEY)
        dialog.form.focus_first()
        if kind.previews and connector is not None:
            dialog.preview_requested.emit()

    def _save(self, dialog: ConnectorDialog, kind: ConnectorType, *, is_new: bool) -> None:
        if not dialog.form.check():
            return
        draft = dialog.draft()
        task = self._surroundings.run_for(dialog, _KEY, lambda _work: self._surroundings.gateway.save_connector(draft))
        task.succeeded.connect(lambda saved: self._end(dialog, kind, saved, is_new=is_new))
        task.failed.connect(lambda error: self._fail(dialog, kind, error, is_new=is_new))

    def _end(self, dialog: ConnectorDialog, kind: ConnectorType, saved: Connector, *, is_new: bool) -> None:
        dialog.accept()
        title = filled("Saving", _ADDED if is_new else _SAVED, {"name": saved.name})
        words, wanted = self._next_step(kind, is_new=is_new)
        self._surroundings.toasts.show_toast(
            Toast(Tone.SUCCESS, title, action_text=words, action=lambda: wanted(saved.id))
        )
        self.saved.emit(saved)

    def _next_step(self, kind: ConnectorType, *, is_new: bool) -> tuple[str, Callable[[str], None]]:
        """What a person most likely wants after that."""
        if is_new and kind.authorises:
            return self.tr("Authorise…"), self.authorisation_wanted.emit
        if is_new and kind.syncs:
            return self.tr("Sync now"), self.sync_wanted.emit
        return self.tr("Test it now"), self.check_wanted.emit

    def _fail(self, dialog: ConnectorDialog, kind: ConnectorType, error: ConsoleError, *, is_new: bool) -> None:
        self._surroundings.report(error, dialog, lambda: self._save(dialog, kind, is_new=is_new))


_ADDED = QT_TRANSLATE_NOOP("Saving", "“{name}” was added")
_SAVED = QT_TRANSLATE_NOOP("Saving", "“{name}” was saved")
