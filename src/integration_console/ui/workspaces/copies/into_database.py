"""The dialog that copies a workspace file into a shared database: what is needed, the way there, what came of it."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from integration_console.domain.copying import CopyProgress
from integration_console.domain.errors import (
    AdministratorNeeded,
    ConsoleError,
    DatabaseNotPrepared,
    LoginMissing,
)
from integration_console.domain.forms import Value
from integration_console.domain.known_workspaces import COPY_FORM
from integration_console.gateways.copying import IntoDatabase
from integration_console.gateways.places import DatabaseAddress, address_of
from integration_console.ui.forms import FormView
from integration_console.ui.language import technical, user_text
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Banner, CopyLine, Label, Tone
from integration_console.ui.widgets.work_dialog import Stage
from integration_console.ui.workspaces.copies.dialog import CopyingDialog
from integration_console.ui.workspaces.dialogs import AT_FIELD

_AT_FIELD = {**AT_FIELD, AdministratorNeeded: "login", LoginMissing: "owner"}
"""Where the keyboard goes for each refusal."""


class IntoDatabaseDialog(CopyingDialog):
    """`name` is the workspace's; `begun`: what was entered for a copy that has not ended, but for its password."""

    def __init__(self, parent: QWidget, name: str, begun: Mapping[str, Value]) -> None:
        super().__init__(parent)
        self._name, self._goes_on = name, bool(begun)
        self.form = FormView(COPY_FORM, begun)
        self._needed = Banner()
        self._preparing, self.command = Label("field", wrap=True), CopyLine()
        self._lay_out()
        self.form.changed.connect(self._hide_command)
        self._hide_command()
        self.retranslate()
        self.fit()
        if begun:
            self.form.focus("password")
        else:
            self.form.focus_first()

    @property
    def values(self) -> dict[str, Value]:
        """What was filled in, but for the password: what may be kept."""
        return {name: value for name, value in self.form.values().items() if name != "password"}

    @property
    def target(self) -> IntoDatabase:
        """Where the organisation is to come, and whose it is to be."""
        values = self.form.values()
        return IntoDatabase(address_of(values), str(values["owner"]).strip(), str(values.get("password") or ""))

    @property
    def shared(self) -> DatabaseAddress:
        """The address of the workspace that was made, as its owner comes to it."""
        name = self.report.organisation if self.report else ""
        return replace(self.target.address, login=self.target.owner, tenant=name)

    def show_begun(self) -> None:
        self._hide_command()
        super().show_begun()

    def show_progress(self, progress: CopyProgress) -> None:
        self._goes_on = True  # rows lie there from now on
        super().show_progress(progress)

    def show_error(self, error: ConsoleError) -> None:
        """Says what was refused; a database that is not prepared can be, by a command that is shown."""
        if isinstance(error, DatabaseNotPrepared):
            self._show_command()
        super().show_error(error)
        if field := _AT_FIELD.get(type(error)):
            self.form.focus(field)

    def say(self) -> None:
        name = self._name
        self._say_needed()
        if self.stage is Stage.DONE:
            self._say_done()
            return
        if self.is_under_way:
            sentence = self.tr("It can be stopped at any time, and goes on later from where it was.")
            self.show_title(self.tr("“{name}” is being copied").format(name=name), sentence)
            return
        sentence = self.tr(
            "All that it holds is copied into a PostgreSQL database, read again there and compared. The file is only "
            "read and stays as it is; nobody sees the copy before all of it is found equal."
        )
        self.show_title(self.tr("Copy “{name}” to a shared database").format(name=name), sentence)
        self.primary.setText(self.tr("Go on with the copy") if self._goes_on else self.tr("Copy"))
        if self.stage is Stage.STOPPED:
            kept = self.tr("What has been copied stays in the database, seen by nobody. Go on now or another day.")
            self.banner.show_message(Tone.INFO, self.tr("The copy was stopped"), kept)

    def _say_needed(self) -> None:
        needed = self.tr(
            "An administrator has prepared the database with the command {command}, and the login of the person who "
            "is to own the organisation exists in it. What comes into the file once the copy has begun is not copied."
        )
        self._needed.show_message(
            Tone.INFO,
            self.tr("What is needed"),
            needed.format(command=technical("integration-service migrate")),
            quietly=True,
        )
        self._needed.setVisible(not self._goes_on)
        self._preparing.setText(self.tr("This prepares the database:"))
        self.command.show_name(self._preparing.text())

    def _say_done(self) -> None:
        sentence = self.tr(
            "{owner} owns it in the database {database}. The file stays as it was: work on in one of the two."
        )
        target = self.target
        sentence = sentence.format(owner=user_text(target.owner), database=technical(target.address.database))
        self.show_title(self.tr("“{name}” is in the shared database").format(name=self._name), sentence)
        self.primary.setText(self.tr("Open the shared workspace…"))

    def _show_command(self) -> None:
        words = ["integration-service", "--workspace", self.target.address.whole, "migrate"]
        self.command.show_text(shlex.join(words))
        self._preparing.show()
        self.command.show()

    def _hide_command(self) -> None:
        self._preparing.hide()
        self.command.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.asking)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for part in (self._preparing, self.command, self._needed, self.form):
            column.addWidget(part)
        column.addStretch(1)
