"""The first minute of a workspace: its secrets get a key, and the person the recovery code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from integration_console.domain.errors import ConsoleError, InvalidInput, KeyringUnavailable
from integration_console.ui.language import problem_sentence
from integration_console.ui.theme import Space
from integration_console.ui.widgets import CopyLine, Dialog, Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.domain.workspace import NewWorkspace
    from integration_console.gateways.protocols import WorkspaceGateway
    from integration_console.ui.tasks import TaskRunner


class PassphraseDialog(Dialog):
    """Asks for a passphrase, twice, where the system has no keyring for the workspace's key."""

    def __init__(self, parent: QWidget) -> None:
        """Two empty fields."""
        super().__init__(parent, width=480)
        self.passphrase, self.repeated = _hidden(), _hidden()
        self._labels = (Label("field"), Label("field"))
        self._problem = Label("error", wrap=True)
        for label, line in zip(self._labels, (self.passphrase, self.repeated), strict=True):
            column = QVBoxLayout()
            column.setSpacing(Space.XS)
            column.addWidget(label)
            column.addWidget(line)
            self.body.addLayout(column)
        self.body.addWidget(self._problem)
        self._problem.hide()
        self.retranslate()

    @property
    def problem(self) -> str:
        """The sentence that says what is wrong with the passphrase ("": nothing known)."""
        return self._problem.text()

    def matches(self) -> bool:
        """Return whether both fields hold the same text, and say so where they do not."""
        equal = self.passphrase.text() == self.repeated.text()
        self._say("" if equal else self.tr("The two passphrases differ."))
        return equal

    def show_problem(self, error: ConsoleError) -> None:
        """Say what is wrong with the passphrase, or with more than that."""
        if isinstance(error, InvalidInput) and error.problems:
            self.show_busy(False)
            self._say(problem_sentence(error.problems[0]))
        else:
            self.show_error(error)

    def retranslate(self) -> None:
        """Say all words in the present language."""
        self.show_title(
            self.tr("Protect this workspace"),
            self.tr(
                "No system keyring can be used here, so a passphrase seals tokens and signing secrets. "
                "It is asked for when a secret is needed, never just to look."
            ),
        )
        names = (self.tr("Passphrase, at least 12 characters"), self.tr("The same passphrase again"))
        for label, line, name in zip(self._labels, (self.passphrase, self.repeated), names, strict=True):
            label.setText(name)
            line.setAccessibleName(name)
        self.primary.setText(self.tr("Protect"))
        self.secondary.setText(self.tr("Later"))

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.grow()


class RecoveryDialog(Dialog):
    """Shows the recovery code, once; it closes when the person says that it is stored."""

    def __init__(self, parent: QWidget, code: str) -> None:
        """Show `code`."""
        super().__init__(parent, width=520)
        self.code = CopyLine()
        self.code.show_text(code)
        self.stored = QCheckBox()
        self.body.addWidget(self.code)
        self.body.addWidget(self.stored)
        self.secondary.hide()
        self.primary.setEnabled(False)
        self.stored.toggled.connect(self.primary.setEnabled)
        self.confirmed.connect(self.accept)
        self.retranslate()

    def reject(self) -> None:
        """Stay until the code is stored."""
        if self.stored.isChecked():
            super().reject()

    def retranslate(self) -> None:
        """Say all words in the present language."""
        self.show_title(
            self.tr("Your recovery code"),
            self.tr(
                "It opens the secrets of this workspace when the keyring or the passphrase is lost. "
                "Print it or keep it in a password safe: it is shown only now."
            ),
        )
        self.code.show_name(self.tr("Recovery code"))
        self.stored.setText(self.tr("I have stored the code"))
        self.primary.setText(self.tr("Continue"))


class Protecting(QObject):
    """Leads a new workspace from no key to a stored recovery code."""

    protected = Signal()

    def __init__(self, gateway: WorkspaceGateway, tasks: TaskRunner, window: QWidget, owner: str) -> None:
        """Ask over `window`; `owner` names the first key holder."""
        super().__init__(window)
        self._gateway, self._tasks, self._window, self._owner = gateway, tasks, window, owner
        self.passphrase_dialog: PassphraseDialog | None = None
        self.recovery_dialog: RecoveryDialog | None = None
        self._then: Callable[[], None] | None = None

    def start(self, then: Callable[[], None] | None = None) -> None:
        """Try the system keyring; where there is none, ask for a passphrase. Afterwards go on with `then`."""
        self._then = then
        task = self._tasks.start("protect", lambda _work: self._gateway.protect(self._owner))
        task.succeeded.connect(self._show_code)
        task.failed.connect(self._ask_passphrase)

    def _ask_passphrase(self, error: ConsoleError) -> None:
        dialog = self.passphrase_dialog = PassphraseDialog(self._window)
        dialog.confirmed.connect(self._protect_by_passphrase)
        if not isinstance(error, KeyringUnavailable):
            dialog.show_problem(error)
        dialog.fit()
        dialog.open()
        dialog.passphrase.setFocus()

    def _protect_by_passphrase(self) -> None:
        dialog = self.passphrase_dialog
        if dialog is None or not dialog.matches():
            return
        passphrase = dialog.passphrase.text()
        dialog.show_busy(True)
        task = self._tasks.start("protect", lambda _work: self._gateway.protect(self._owner, passphrase))
        task.failed.connect(dialog.show_problem)
        task.succeeded.connect(lambda _made: dialog.accept())
        task.succeeded.connect(self._show_code)

    def _show_code(self, made: NewWorkspace) -> None:
        dialog = self.recovery_dialog = RecoveryDialog(self._window, made.recovery_code)
        dialog.accepted.connect(self._go_on)
        dialog.fit()
        dialog.open()

    def _go_on(self) -> None:
        self.protected.emit()
        if self._then is not None:
            self._then()


def _hidden() -> QLineEdit:
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line
