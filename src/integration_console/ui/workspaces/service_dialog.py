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
from integration_console.domain.forms import Value
from integration_console.domain.known_workspaces import LABEL_FORM, NEW_PASSWORD_FORM, PERSON_FORM, SERVICE_FORM
from integration_console.domain.sign_in import SignInWish
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.gateways.places import ServiceAddress, as_login, place_of, service_of
from integration_console.ui.forms import FormView
from integration_console.ui.language import error_advice, error_title, technical
from integration_console.ui.widgets import Dialog, Tone
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

    def __init__(
        self, parent: QWidget, known: KnownWorkspace | None = None, *, again: bool = False, stays: bool = False
    ) -> None:
        super().__init__(parent, width=520)
        self._again = again
        self._asks_anew = False
        self._place = known.place if known and isinstance(known.place, ServiceAddress) else None
        values: dict[str, Value] = {"stays": stays}
        if self._place is not None:
            values |= {"address": self._place.base_url, "login": self._place.login}
        self.form = FormView(PERSON_FORM if again else SERVICE_FORM, values)
        self.new_password = FormView(NEW_PASSWORD_FORM)
        self.new_password.hide()
        self.labels = FormView(LABEL_FORM, known.labels() if known else {})
        self.labels.setVisible(not again)
        for part in (self.form, self.new_password, self.labels):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.retranslate()
        self.fit()
        if self._place is None:
            self.form.focus_first()
        else:
            self.form.row("password" if self._place.login else "login").editor.widget.setFocus()

    @property
    def known(self) -> KnownWorkspace:
        """The workspace that was filled in, once `check` has found it well."""
        login = str(self.form.values()["login"]).strip().lower()
        return KnownWorkspace.labelled(as_login(self._address(), login), "", self.labels.values())

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
        if isinstance(error, PasswordChangeNeeded):
            self._ask_for_new_password()
            return
        self._asks_anew = False
        super().show_error(error)
        if (field := _AT_FIELD.get(type(error))) and not (self._again and field == "address"):
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
        if self._asks_anew and not self.banner.isHidden():
            self._say_one_time()

    def _ask_for_new_password(self) -> None:
        self.new_password.show()
        self._say_one_time()
        self.new_password.focus_first()
        self.show_part(self.new_password)

    def _say_one_time(self) -> None:
        """No error: the password was right."""
        self._asks_anew = True
        error = PasswordChangeNeeded()
        self.banner.show_message(Tone.INFO, error_title(error), error_advice(error))

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
