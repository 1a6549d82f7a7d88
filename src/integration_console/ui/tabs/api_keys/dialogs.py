"""The dialogs of the page of API keys: fill one in, give it a new secret, show the secret once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from integration_console.domain.api_key_forms import (
    API_KEY_FORM,
    NEVER,
    api_key_draft,
    api_key_values,
    is_possible_life,
    usual_end,
)
from integration_console.domain.api_keys import CUSTOM, AddressTrial, ApiKey, ApiKeyDraft, CreatedApiKey
from integration_console.domain.errors import ConsoleError, InvalidInput, NameTaken
from integration_console.domain.forms import Choice, Field, FieldKind, Form, Value
from integration_console.domain.permissions import KEY_PRESETS
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.ui.forms import FormView
from integration_console.ui.language import formats, problem_sentence, user_text
from integration_console.ui.tabs.api_keys.permission_picker import PermissionPicker
from integration_console.ui.tabs.api_keys.rules import Keyring
from integration_console.ui.tabs.api_keys.trial_section import TrialSection
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Banner, CopyLine, Dialog, Label, Tone

_HEAD, _LIFE, _PLACES = ("name", "preset"), ("expires", "expires_on", "rate_limit"), ("addresses",)
_OVERLAPS = {"0": timedelta(), "1h": timedelta(hours=1), "1d": timedelta(days=1), "7d": timedelta(days=7)}
_OVERLAP_FORM = Form((
    Field("overlap", FieldKind.CHOICE, QT_TRANSLATE_NOOP("Forms", "The old secret"), required=True, default="1d",
          choices=(Choice("0", QT_TRANSLATE_NOOP("Forms", "Counts no more, at once")),
                   Choice("1h", QT_TRANSLATE_NOOP("Forms", "Counts for another hour")),
                   Choice("1d", QT_TRANSLATE_NOOP("Forms", "Counts for another day")),
                   Choice("7d", QT_TRANSLATE_NOOP("Forms", "Counts for another week"))),
          help=QT_TRANSLATE_NOOP(
              "Forms", "Until then both count. If the old secret was stolen, let it count no more at once."
          )),
))  # fmt: skip


class KeyDialog(Dialog):
    """Creates a key, or changes one; an allowlist is tried on the uses that the key already has."""

    def __init__(self, parent: QWidget, keyring: Keyring, key: ApiKey | None = None) -> None:
        super().__init__(parent, width=600)
        self.key = key
        values = _values(key) if key else usual_end(keyring.policy, datetime.now(UTC))
        self.head, self.life, self.places = (
            FormView(_part(names, keyring, key), _of(names, values)) for names in (_HEAD, _LIFE, _PLACES)
        )
        self.picker = PermissionPicker(keyring.allowed, keyring.connectors, key.grants if key else ())
        self.trial = TrialSection()
        self.trial.setVisible(key is not None)
        for part in (self.head, self.picker, self.life, self.places, self.trial):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.head.changed.connect(self._show_picker)
        self.life.changed.connect(self.grow)
        self.places.changed.connect(self.trial.forget)
        self._show_picker()
        self.retranslate()
        self.fit()
        self.head.focus_first()

    @property
    def addresses(self) -> str:
        """The addresses as they are typed."""
        return str(self.places.values()["addresses"] or "")

    def draft(self) -> ApiKeyDraft | None:
        """What was filled in, or None where something is wrong; the fields then say what."""
        values = {**self.head.values(), **self.life.values(), **self.places.values()}
        if values["preset"] == CUSTOM:
            values["permissions"] = self.picker.grants()
        key_id, kept = (self.key.id, self.key.expires_at) if self.key else ("", None)
        try:
            draft = api_key_draft(values, datetime.now(UTC), key_id, kept)
        except InvalidInput as error:
            self.show_error(error)
            return None
        self._show_problems(InvalidInput())
        return draft

    def show_error(self, error: ConsoleError) -> None:
        """Says at the fields what is wrong with them, and all else above."""
        if isinstance(error, InvalidInput):
            self.show_busy(False)
            self._show_problems(error)
            self.grow()
        elif isinstance(error, NameTaken):
            self.show_busy(False)
            self.head.show_error("name", error)
            self.grow()
        else:
            super().show_error(error)

    def show_trial(self, trial: AddressTrial) -> None:
        """Says below the addresses what they would have done."""
        self.trial.show_trial(trial)
        self.show_part(self.trial)

    def show_trial_error(self, error: ConsoleError) -> None:
        """Says what is wrong with the addresses, or why they could not be tried."""
        self.trial.button.setEnabled(True)
        if isinstance(error, InvalidInput):
            self.places.show_problems(error.problems)
        else:
            self.trial.show_error(error)
        self.show_part(self.trial)

    def retranslate(self) -> None:
        if self.key is None:
            self.show_title(self.tr("New API key"), self.tr("For another system that works with this console."))
            self.primary.setText(self.tr("Create key"))
        else:
            sentence = self.tr("The secret stays the same; what you change counts at once.")
            self.show_title(self.tr("Edit API key"), sentence)
            self.primary.setText(self.tr("Save"))
        self.secondary.setText(self.tr("Cancel"))

    def _show_picker(self) -> None:
        self.picker.setVisible(self.head.values()["preset"] == CUSTOM)
        self.grow()

    def _show_problems(self, error: InvalidInput) -> None:
        for names, form in ((_HEAD, self.head), (_LIFE, self.life), (_PLACES, self.places)):
            form.show_problems([each for each in error.problems if each.field in names])
        of_permissions = (problem_sentence(each) for each in error.problems if each.field == "permissions")
        self.picker.show_problem(next(of_permissions, ""))


class RerollDialog(Dialog):
    """Asks how long the old secret counts before a key gets a new one."""

    def __init__(self, parent: QWidget, key: ApiKey) -> None:
        super().__init__(parent, width=480)
        self._name = key.name
        self.form = FormView(_OVERLAP_FORM)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.retranslate()
        self.fit()

    @property
    def overlap(self) -> timedelta:
        """How long the old secret counts."""
        return _OVERLAPS[str(self.form.values()["overlap"])]

    def retranslate(self) -> None:
        title = self.tr("Give “{name}” a new secret?").format(name=user_text(self._name))
        self.show_title(title, self.tr("The key keeps its name and its permissions; its user enters the new secret."))
        self.primary.setText(self.tr("Make new secret"))
        self.secondary.setText(self.tr("Cancel"))


class OneTimeDialog(Dialog):
    """Shows a key whole, once; it closes when the person says that it is stored."""

    def __init__(self, parent: QWidget, created: CreatedApiKey, *, is_new: bool) -> None:
        super().__init__(parent, width=660)
        self._key, self._is_new = created.key, is_new
        self._name, self._hint = Label("field"), Banner()
        self.text = CopyLine(created.text)
        self.stored = QCheckBox()
        pair = QVBoxLayout()
        pair.setSpacing(Space.XS)
        pair.addWidget(self._name)
        pair.addWidget(self.text)
        self.body.addLayout(pair)
        self.body.addWidget(self._hint)
        self.body.addWidget(self.stored)
        self.body.addStretch(1)
        self.secondary.hide()
        self.primary.setEnabled(False)
        self.stored.toggled.connect(self.primary.setEnabled)
        self.confirmed.connect(self.accept)
        self.retranslate()
        self.fit()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), super().sizeHint().height())

    def reject(self) -> None:
        """Stay until the key is stored: nobody can show it again."""
        if self.stored.isChecked():
            super().reject()

    def retranslate(self) -> None:
        title = self.tr("The key “{name}” is ready") if self._is_new else self.tr("“{name}” has a new secret")
        self.show_title(title.format(name=user_text(self._key.name)), self._old_secret())
        self._name.setText(self.tr("API key"))
        self.text.show_name(self.tr("API key"))
        self._hint.show_message(
            Tone.WARNING,
            self.tr("This key is shown only now"),
            self.tr("Here only its hash is kept. Enter it at its user, or keep it in a password safe."),
            quietly=True,
        )
        self.stored.setText(self.tr("I have stored it"))
        self.primary.setText(self.tr("Done"))

    def _old_secret(self) -> str:
        until = self._key.previous_until
        if self._is_new or until is None:
            return ""
        if until <= self._key.secret_set_at:
            return self.tr("The old secret counts no more.")
        sentence = self.tr("The old secret counts until {moment} as well.")
        return sentence.format(moment=formats.date_time(until, seconds=False))


def loss_words(key: ApiKey) -> tuple[str, str, str]:
    """What is asked, and what is lost, when a key is revoked; and the words of the button."""
    title = QCoreApplication.translate("ApiKeyWords", "Revoke “{name}”?").format(name=user_text(key.name))
    loss = QCoreApplication.translate(
        "ApiKeyWords",
        "Whoever uses this key is refused at once, everywhere. That cannot be undone; its history stays.",
    )
    return title, loss, QCoreApplication.translate("ApiKeyWords", "Revoke key")


def _part(names: tuple[str, ...], keyring: Keyring, key: ApiKey | None) -> Form:
    fields = (each for each in API_KEY_FORM.fields if each.name in names)
    return Form(tuple(_narrowed(each, keyring, key) for each in fields))


def _narrowed(field: Field, keyring: Keyring, key: ApiKey | None) -> Field:
    """Presets that are more than one may give, and ends later than allowed, are no choice, but for what the key has."""
    if field.name == "expires":
        kept = NEVER if key is not None and key.expires_at is None else ""
        possible = (
            each for each in field.choices if each.value == kept or is_possible_life(keyring.policy, each.value)
        )
        return replace(field, choices=tuple(possible))
    if field.name != "preset":
        return field
    has = {str(each) for each in key.grants} if key else set()
    allowed = [each for each in field.choices if (KEY_PRESETS.get(each.value, frozenset()) - has) <= keyring.allowed]
    default = field.default if any(each.value == field.default for each in allowed) else CUSTOM
    return replace(field, choices=tuple(allowed), default=default)


def _values(key: ApiKey) -> dict[str, Value]:
    return api_key_values(ApiKeyDraft(key.name, key.grants, key.addresses, key.rate_limit, key.expires_at))


def _of(names: tuple[str, ...], values: dict[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in values.items() if name in names}
