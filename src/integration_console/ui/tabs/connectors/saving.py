"""Adding and changing connectors: choose a type, fill in its form, save."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from integration_console.domain.connectors import Connector, ConnectorType
from integration_console.domain.errors import ConsoleError
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.ui.language import filled
from integration_console.ui.tabs.connectors.connector_dialog import ConnectorDialog
from integration_console.ui.tabs.connectors.type_chooser import TypeChooser
from integration_console.ui.widgets import Toast, Tone

if TYPE_CHECKING:
    from integration_console.ui.tabs.connectors.surroundings import Surroundings

_KEY = "connectors: save"


class Saving(QObject):
    """Keeps the dialog open, with all that was typed, until the connector is saved."""

    saved = Signal(object)
    check_wanted = Signal(str)

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self.dialog: ConnectorDialog | None = None
        self.chooser: TypeChooser | None = None

    def add(self, types: Sequence[ConnectorType]) -> None:
        """Asks for the type, then for what it needs."""
        self.chooser = TypeChooser(types, self._surroundings.window)
        self.chooser.type_chosen.connect(self._fill_in)
        self._surroundings.open(self.chooser, _KEY)

    def edit(self, connector: Connector, kind: ConnectorType) -> None:
        """Opens the form with the connector's values."""
        self._fill_in(kind, connector)

    def _fill_in(self, kind: ConnectorType, connector: Connector | None = None) -> None:
        dialog = self.dialog = ConnectorDialog(kind, self._surroundings.window, connector)
        dialog.confirmed.connect(lambda: self._save(dialog, is_new=connector is None))
        self._surroundings.open(dialog, _KEY)
        dialog.form.focus_first()

    def _save(self, dialog: ConnectorDialog, *, is_new: bool) -> None:
        if not dialog.form.check():
            return
        draft = dialog.draft()
        task = self._surroundings.run_for(dialog, _KEY, lambda _work: self._surroundings.gateway.save_connector(draft))
        task.succeeded.connect(lambda saved: self._end(dialog, saved, is_new=is_new))
        task.failed.connect(lambda error: self._fail(dialog, error, is_new=is_new))

    def _end(self, dialog: ConnectorDialog, saved: Connector, *, is_new: bool) -> None:
        dialog.accept()
        title = filled("Saving", _ADDED if is_new else _SAVED, {"name": saved.name})
        check = self.tr("Test it now")
        self._surroundings.toasts.show_toast(
            Toast(Tone.SUCCESS, title, action_text=check, action=lambda: self.check_wanted.emit(saved.id))
        )
        self.saved.emit(saved)

    def _fail(self, dialog: ConnectorDialog, error: ConsoleError, *, is_new: bool) -> None:
        self._surroundings.report(error, dialog, lambda: self._save(dialog, is_new=is_new))


_ADDED = QT_TRANSLATE_NOOP("Saving", "“{name}” was added")
_SAVED = QT_TRANSLATE_NOOP("Saving", "“{name}” was saved")
