"""The dialogs of the page of key holders: ask under a name, compare and approve."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from integration_console.domain.errors import ConsoleError, InvalidInput
from integration_console.ui.language import problem_sentence, user_text
from integration_console.ui.tabs.key_holders.rows import KeyRow
from integration_console.ui.theme import Space
from integration_console.ui.widgets import CopyLine, Dialog, Label


class AskDialog(Dialog):
    """One field: what people know this computer by."""

    def __init__(self, parent: QWidget, proposal: str) -> None:
        super().__init__(parent, width=480)
        self._field, self._problem = Label("field"), Label("error", wrap=True)
        self.name = QLineEdit(proposal)
        self._problem.hide()
        self.body.addLayout(_together(self._field, self.name, self._problem))
        self.body.addStretch(1)
        self.retranslate()
        self.fit()
        self.name.selectAll()
        self.name.setFocus()

    def show_error(self, error: ConsoleError) -> None:
        """Says what is wrong with the name below it, and all else above."""
        if isinstance(error, InvalidInput) and error.problems:
            self.show_busy(False)
            self._problem.setText(problem_sentence(error.problems[0]))
            self._problem.show()
            self.grow()
        else:
            super().show_error(error)

    def retranslate(self) -> None:
        self.show_title(
            self.tr("Ask for a key"),
            self.tr(
                "This computer makes a key of its own, which stays here. "
                "Somebody who can open the secrets then lets it in."
            ),
        )
        self._field.setText(self.tr("Name of this computer"))
        self.name.setAccessibleName(self.tr("Name of this computer"))
        self.primary.setText(self.tr("Ask"))
        self.secondary.setText(self.tr("Cancel"))


class ApproveDialog(Dialog):
    """Shows the fingerprint; the button counts once a person says that both sides show the same."""

    def __init__(self, parent: QWidget, row: KeyRow) -> None:
        super().__init__(parent, width=520)
        self._row = row
        self._field = Label("field")
        self.fingerprint = CopyLine(row.fingerprint)
        self.compared = QCheckBox()
        self.body.addLayout(_together(self._field, self.fingerprint))
        self.body.addWidget(self.compared)
        self.body.addStretch(1)
        self.primary.setEnabled(False)
        self.compared.toggled.connect(self.primary.setEnabled)
        self.retranslate()
        self.fit()
        self.compared.setFocus()

    def retranslate(self) -> None:
        self.show_title(
            self.tr("Let “{name}” open the secrets?").format(name=user_text(self._row.name)),
            self.tr("It can then read every token and signing secret of this workspace, and run syncs."),
        )
        self._field.setText(self.tr("Fingerprint of its key"))
        self.fingerprint.show_name(self.tr("Fingerprint of its key"))
        self.compared.setText(self.tr("The other screen shows the same fingerprint"))
        self.primary.setText(self.tr("Approve"))
        self.secondary.setText(self.tr("Cancel"))


def _together(*parts: QWidget) -> QVBoxLayout:
    """A field with its name above it and what is wrong below, close together."""
    column = QVBoxLayout()
    column.setSpacing(Space.XS)
    for part in parts:
        column.addWidget(part)
    return column
