"""The dialogs of workspaces: sign in to a shared database, label a workspace, ask before one is left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from integration_console.domain.errors import (
    ConsoleError,
    DatabaseAuthorityUnreadable,
    DatabaseCertificateRefused,
    DatabaseEncryptionNeeded,
    DatabaseMissing,
    DatabaseNotEncrypted,
    DatabaseSignInRefused,
    DatabaseUnreachable,
    NotAMember,
    OrganisationUnclear,
)
from integration_console.domain.forms import Value
from integration_console.domain.known_workspaces import DATABASE_FORM, LABEL_FORM
from integration_console.gateways.places import DatabaseAddress, address_of, values_of
from integration_console.ui.forms import FormView
from integration_console.ui.language import user_text
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Dialog, SecondaryButton
from integration_console.ui.workspaces.chooser import title_of
from integration_console.ui.workspaces.known import KnownWorkspace

AT_FIELD: dict[type[ConsoleError], str] = {
    DatabaseSignInRefused: "password",
    DatabaseMissing: "database",
    DatabaseUnreachable: "host",
    DatabaseAuthorityUnreadable: "authority",
    DatabaseCertificateRefused: "authority",
    DatabaseEncryptionNeeded: "encryption",
    DatabaseNotEncrypted: "encryption",
    NotAMember: "organisation",
}
"""Where the keyboard goes for each refusal."""


class DatabaseDialog(Dialog):
    """Where a shared database is, and as whom to sign in. What is refused is said above; nothing typed is lost."""

    def __init__(self, parent: QWidget, known: KnownWorkspace | None = None) -> None:
        super().__init__(parent, width=560)
        place = known.place if known else None
        values = values_of(place) if isinstance(place, DatabaseAddress) else {}
        self.form = FormView(DATABASE_FORM, {**values, **(known.labels() if known else {})})
        self._organisations = QHBoxLayout()
        self._organisations.setSpacing(Space.S)
        self._organisations.addStretch(1)
        self.choices: list[SecondaryButton] = []
        self.body.addLayout(self._organisations)
        self.body.addWidget(self.form)
        self.retranslate()
        self.fit()
        if known:
            self.form.row("password").editor.widget.setFocus()
        else:
            self.form.focus_first()

    @property
    def values(self) -> dict[str, Value]:
        """What was filled in."""
        return self.form.values()

    @property
    def address(self) -> DatabaseAddress:
        """The address that was filled in."""
        return address_of(self.values)

    def show_error(self, error: ConsoleError) -> None:
        """Says what was refused; of several organisations one can be chosen."""
        names = error.params.get("names", "").split(", ") if isinstance(error, OrganisationUnclear) else []
        self._offer(names)
        super().show_error(error)
        if field := AT_FIELD.get(type(error)):
            self.form.focus(field)

    def retranslate(self) -> None:
        self.show_title(
            self.tr("Connect to a shared database"),
            self.tr("A PostgreSQL database that an administrator has prepared for your organisation."),
        )
        self.primary.setText(self.tr("Connect"))
        self.secondary.setText(self.tr("Cancel"))

    def _offer(self, names: list[str]) -> None:
        for button in self.choices:
            button.hide()
            button.deleteLater()
        self.choices = [SecondaryButton("building-2") for _ in names]
        for number, (button, name) in enumerate(zip(self.choices, names, strict=True)):
            button.setText(user_text(name))
            button.clicked.connect(self._choosing(name))
            self._organisations.insertWidget(number, button)

    def _choosing(self, name: str) -> Callable[[], None]:
        def choose() -> None:
            self.form.row("organisation").editor.show_value(name)
            self._offer([])
            self.confirmed.emit()

        return choose


class LabelDialog(Dialog):
    """Which environment a workspace is, and whether it is locked on this machine."""

    def __init__(self, parent: QWidget, known: KnownWorkspace) -> None:
        super().__init__(parent, width=460)
        self.known = known
        self.form = FormView(LABEL_FORM, known.labels())
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.retranslate()
        self.fit()

    def retranslate(self) -> None:
        self.show_title(
            self.tr("Environment and lock of {name}").format(name=title_of(self.known)),
            self.tr("Both are remembered on this machine alone."),
        )
        self.primary.setText(self.tr("Save"))
        self.secondary.setText(self.tr("Cancel"))


class LeavingDialog(Dialog):
    """Asks before a workspace is left whose syncs or receiver would stop."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=460, danger=True)
        self.retranslate()

    def retranslate(self) -> None:
        self.show_title(
            self.tr("Leave this workspace?"),
            self.tr(
                "What this program does for it stops: syncs go on from their last page when it is opened again, and "
                "senders of webhooks are refused meanwhile."
            ),
        )
        self.primary.setText(self.tr("Leave it"))
        self.secondary.setText(self.tr("Cancel"))
