"""Leads from the list of workspaces to one that is open; whatever is in the way is said in the dialog at hand."""

from __future__ import annotations

from operator import methodcaller
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog

from integration_console.domain.case_files import ENDING as CASE_ENDING
from integration_console.domain.errors import DatabaseSignInRefused, OrganisationUnclear
from integration_console.gateways.places import ServiceAddress, service_of
from integration_console.ui.workspaces.chooser import Way, WorkspaceChooser, way_words
from integration_console.ui.workspaces.copies.copying import Copying
from integration_console.ui.workspaces.dialogs import DatabaseDialog, LabelDialog
from integration_console.ui.workspaces.importing.importing import Importing
from integration_console.ui.workspaces.known import KnownWorkspace
from integration_console.ui.workspaces.service_dialog import ServiceDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from integration_console.domain.errors import ConsoleError
    from integration_console.gateways.places import Place
    from integration_console.ui.tasks import Task, TaskRunner
    from integration_console.ui.widgets import Dialog
    from integration_console.ui.workplace import Workplace, Workplaces
    from integration_console.ui.workspaces.known import KnownWorkspaces

_ENDING = "*.db"
_UNAUTHORISED = 401


def asks_for_person(error: ConsoleError) -> bool:
    """Whether somebody has to sign in, or to say as whom."""
    return isinstance(error, DatabaseSignInRefused | OrganisationUnclear) or error.http_status == _UNAUTHORISED


class Choosing(QObject):
    """`opened` carries a `Workplace` and the `KnownWorkspace` that it is.

    `is_elsewhere` brings another window to the front that shows a place, and says whether there is one.
    """

    opened = Signal(object, object)
    labels_changed = Signal(object)

    def __init__(self, workplaces: Workplaces, tasks: TaskRunner, window: QWidget, known: KnownWorkspaces) -> None:
        """Show nothing yet."""
        super().__init__(window)
        self._workplaces, self._tasks, self._window, self._known = workplaces, tasks, window, known
        self._present: Place | None = None
        self.is_elsewhere: Callable[[Place], bool] = lambda _place: False
        self.chooser: WorkspaceChooser | None = None
        self.database: DatabaseDialog | None = None
        self.service: ServiceDialog | None = None
        self.labels: LabelDialog | None = None
        self.copying = Copying(workplaces, tasks, known, self)
        self.copying.restored.connect(self._open_known)
        self.copying.copied.connect(self.sign_in)
        self.importing = Importing(workplaces, tasks, self)
        self.importing.imported.connect(lambda path: self._open_known(known.at(path)))

    def start(self, present: Place | None) -> None:
        """Show the list, `present` being open."""
        self._present = present
        ways = [
            Way("folder-open", way_words("open"), self._open_file),
            Way("file-plus", way_words("new"), self._new_file),
            Way("database", way_words("database"), self._add_database),
            Way("globe", way_words("service"), self._add_service),
            Way("file-input", way_words("import"), lambda: self.importing.ask(chooser)),
            Way("archive-restore", way_words("restore"), lambda: self.copying.restore(chooser)),
        ]
        chooser = self.chooser = WorkspaceChooser(ways, self._window)
        chooser.chosen.connect(self._open_known)
        chooser.edit_requested.connect(self._edit)
        chooser.forget_requested.connect(self._forget)
        chooser.backup_requested.connect(lambda known: self.copying.back_up(known, chooser))
        chooser.copy_requested.connect(lambda known: self.copying.copy(known, chooser))
        chooser.show_known(self._known.all(), present)
        chooser.open()

    def sign_in(self, known: KnownWorkspace | None = None, error: ConsoleError | None = None) -> None:
        """Ask for a shared database, or for what is missing to open a known workspace."""
        if known is not None and isinstance(known.place, ServiceAddress):
            self.sign_in_to_service(known, error)
            return
        dialog = self.database = DatabaseDialog(self.chooser or self._window, known)
        dialog.confirmed.connect(lambda: self._connect(dialog))
        dialog.open()
        if error is not None:
            dialog.show_error(error)

    def sign_in_to_service(self, known: KnownWorkspace | None = None, error: ConsoleError | None = None) -> None:
        """Ask for a service, or for what is missing to open a known one."""
        dialog = self.service = ServiceDialog(self.chooser or self._window, known)
        dialog.confirmed.connect(lambda: self._enter_service(dialog))
        dialog.open()
        if error is not None:
            dialog.show_error(error)

    def _add_service(self) -> None:
        self.sign_in_to_service()

    def _add_database(self) -> None:
        self.sign_in()

    def _open_known(self, known: KnownWorkspace) -> None:
        if known.place == self._present or self.chooser is None or self.is_elsewhere(known.place):
            self._close_all()
            return
        task = self._opening(known, self.chooser, lambda: self._workplaces.open(known.place))
        task.failed.connect(lambda error: self._refused(known, error))

    def _refused(self, known: KnownWorkspace, error: ConsoleError) -> None:
        if self.chooser is None:
            return
        self.chooser.show_opening(False)
        if asks_for_person(error):
            self.sign_in(known, error)
        else:
            self.chooser.show_error(error)

    def _connect(self, dialog: DatabaseDialog) -> None:
        if not dialog.form.check():
            return
        values, address = dialog.values, dialog.address
        known = KnownWorkspace.labelled(address, "", values)
        password, remembers = str(values.get("password") or ""), bool(values.get("remember"))
        workplaces = self._workplaces

        def work() -> Workplace:
            workplace = workplaces.open(address, password)
            if remembers and password:
                workplaces.remember_password(address, password)
            return workplace

        self._wait_for(dialog, known, work)

    def _enter_service(self, dialog: ServiceDialog) -> None:
        if dialog.check():
            workplaces, known, wish = self._workplaces, dialog.known, dialog.wish
            self._wait_for(dialog, known, lambda: workplaces.sign_in(service_of(known.place), wish))

    def _wait_for(
        self, dialog: DatabaseDialog | ServiceDialog, known: KnownWorkspace, work: Callable[[], Workplace]
    ) -> None:
        dialog.show_busy(True)
        task = self._opening(known, dialog, work)
        task.failed.connect(dialog.show_error)
        task.finished.connect(lambda: dialog.show_busy(False))

    def _opening(self, known: KnownWorkspace, asking: Dialog, work: Callable[[], Workplace]) -> Task:
        if self.chooser is not None:
            self.chooser.show_opening(True)
        task = self._tasks.start("open another", lambda _work: work(), unwanted=methodcaller("close"))
        task.succeeded.connect(lambda workplace: self._arrived(workplace, known, asking))
        task.finished.connect(lambda: self.chooser.show_opening(False) if self.chooser else None)
        return task

    def _arrived(self, workplace: Workplace, known: KnownWorkspace, asking: Dialog) -> None:
        """Go over to it, unless the person has closed the dialog meanwhile in which they asked for it."""
        if not asking.isVisible():
            self._tasks.start("close what was opened", lambda _work: workplace.close())
            return
        self._close_all()
        self.opened.emit(workplace, known)

    def _close_all(self) -> None:
        for dialog in (self.database, self.service, self.labels, self.chooser):
            if dialog is not None:
                dialog.accept()
        self.database = self.service = self.labels = self.chooser = None

    def _open_file(self) -> None:
        title = QCoreApplication.translate("Choosing", "Open a workspace file")
        self._open_chosen(QFileDialog.getOpenFileName(self._window, title, "", f"{_ENDING} *{CASE_ENDING}")[0])

    def _new_file(self) -> None:
        title = QCoreApplication.translate("Choosing", "New workspace file")
        options = QFileDialog.Option.DontConfirmOverwrite  # what is there is opened, never written over
        self._open_chosen(QFileDialog.getSaveFileName(self._window, title, "", _ENDING, options=options)[0])

    def _open_chosen(self, path: str) -> None:
        if path:
            self._open_known(self._known.at(Path(path)))

    def _edit(self, known: KnownWorkspace) -> None:
        dialog = self.labels = LabelDialog(self.chooser or self._window, known)
        dialog.confirmed.connect(lambda: self._label(dialog))
        dialog.open()

    def _label(self, dialog: LabelDialog) -> None:
        changed = KnownWorkspace.labelled(dialog.known.place, dialog.known.name, dialog.form.values())
        dialog.accept()
        self._known.change(changed)
        self._show_again()
        self.labels_changed.emit(changed)

    def _forget(self, known: KnownWorkspace) -> None:
        self._known.forget(known.place)
        place, workplaces = known.place, self._workplaces
        if isinstance(place, ServiceAddress):
            self._tasks.start("forget the sign-in", lambda _work: workplaces.forget_sign_in(place))
        self._show_again()

    def _show_again(self) -> None:
        if self.chooser is not None:
            self.chooser.show_known(self._known.all(), self._present)
