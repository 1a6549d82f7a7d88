"""The dialog that signs a person in to a service; a one-time password is replaced in it at once."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from integration_console.domain.errors import (
    ConnectionRefused,
    ConsoleError,
    FieldProblem,
    HostNotFound,
    InvalidInput,
    PasswordChangeNeeded,
    SignInFailed,
    SignInNeeded,
)
from integration_console.domain.known_workspaces import NEW_PASSWORD_FORM, PERSON_FORM, SERVICE_FORM
from integration_console.domain.sign_in import SignInWish
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.gateways.places import ServiceAddress, as_login, place_of, service_of
from integration_console.ui.forms import FormView
from integration_console.ui.language import technical
from integration_console.ui.widgets import Dialog
from integration_console.ui.workspaces.known import KnownWorkspace

_DIFFERENT: Final = QT_TRANSLATE_NOOP("Forms", "The two do not match.")
_AT_FIELD: dict[type[ConsoleError], str] = {
    SignInFailed: "password",
    ConnectionRefused: "address",
    HostNotFound: "address",
}
"""Where the keyboard goes for each refusal."""


class ServiceDialog(Dialog):
    """Where a service is, and who signs in. What is refused is said above; nothing typed is lost.

    `again`: the service is open in the window, and its sign-in has ended.
    """

    def __init__(self, parent: QWidget, known: KnownWorkspace | None = None, *, again: bool = False) -> None:
        super().__init__(parent, width=520)
        self._again = again
        self._place = known.place if known and isinstance(known.place, ServiceAddress) else None
        values = known.labels() if known else {}
        if self._place is not None:
            values |= {"address": self._place.base_url, "login": self._place.login}
        self.form = FormView(PERSON_FORM if again else SERVICE_FORM, values)
        self.new_password = FormView(NEW_PASSWORD_FORM)
        self.new_password.hide()
        self.body.addWidget(self.form)
        self.body.addWidget(self.new_password)
        self.retranslate()
        self.fit()
        if self._place is None:
            self.form.focus_first()
        else:
            self.form.row("password" if self._place.login else "login").editor.widget.setFocus()

    @property
    def known(self) -> KnownWorkspace:
        """The workspace that was filled in, once `check` has found it well."""
        values = self.form.values()
        login = str(values["login"]).strip().lower()
        return KnownWorkspace.labelled(as_login(self._address(), login), "", values)

    @property
    def wish(self) -> SignInWish:
        """Who signs in with what."""
        values = self.form.values()
        chosen = "" if self.new_password.isHidden() else str(self.new_password.values()["password"])
        login = str(values["login"]).strip().lower()
        return SignInWish(login, str(values["password"]), chosen, bool(values["stays"]))

    def check(self) -> bool:
        """Shows what is wrong with what was entered; True when nothing is."""
        if not self.form.check():
            return False
        try:
            self._address()
        except ConsoleError as error:
            self.form.show_error("address", error)
            return False
        return self.new_password.isHidden() or self._is_new_password_well()

    def show_error(self, error: ConsoleError) -> None:
        """Says what was refused; a one-time password asks for one of one's own."""
        self.show_busy(False)
        if isinstance(error, SignInNeeded):  # that is what the dialog is for
            return
        if isinstance(error, InvalidInput) and error.problems and not self.new_password.isHidden():
            self.new_password.show_problems(error.problems)
            return
        super().show_error(error)
        if isinstance(error, PasswordChangeNeeded):
            self.new_password.show()
            self.new_password.focus_first()
            self.show_part(self.new_password)
        elif (field := _AT_FIELD.get(type(error))) and not (self._again and field == "address"):
            self.form.row(field).editor.widget.setFocus()

    def retranslate(self) -> None:
        if self._again and self._place is not None:
            title = self.tr("Sign in again at {host}").format(host=technical(self._place.host))
            self.show_title(title, self.tr("What you have typed in the window stays as it is."))
        else:
            self.show_title(
                self.tr("Sign in to a service"),
                self.tr("An integration-service that your organisation runs; it keeps the workspace."),
            )
        self.primary.setText(self.tr("Sign in"))
        self.secondary.setText(self.tr("Cancel"))

    def _address(self) -> ServiceAddress:
        if self._again and self._place is not None:
            return self._place
        typed = str(self.form.values()["address"]).strip()
        return service_of(place_of(typed if "://" in typed else f"https://{typed}"))

    def _is_new_password_well(self) -> bool:
        if not self.new_password.check():
            return False
        values = self.new_password.values()
        if values["password"] != values["again"]:
            self.new_password.show_problems((FieldProblem("again", _DIFFERENT),))
            return False
        return True
