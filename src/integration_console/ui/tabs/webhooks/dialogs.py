"""The dialogs of the page of webhooks: fill one in, show its secret once, look at one event."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from integration_console.domain.errors import ConsoleError, InvalidInput, NameTaken
from integration_console.domain.forms import Value
from integration_console.domain.webhook_forms import WEBHOOK_FORM, webhook_draft, webhook_values
from integration_console.domain.webhooks import CreatedWebhook, Event, Webhook, WebhookDraft
from integration_console.ui.forms import FormView
from integration_console.ui.forms.form_dialog import FormDialog
from integration_console.ui.language import formats, user_text
from integration_console.ui.tabs.webhooks.words import event_state, steps_at_sender
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Banner, CopyLine, Dialog, Label, Tone
from integration_console.ui.widgets.payload_parts import Part, PayloadParts
from integration_console.ui.widgets.properties import PropertyList


class WebhookDialog(FormDialog):
    """Creates a webhook, or changes one; its secret is never shown here."""

    def __init__(self, parent: QWidget, webhook: Webhook | None = None) -> None:
        stored = frozenset({"secret"} if webhook else ())
        super().__init__(parent, FormView(WEBHOOK_FORM, _values(webhook), stored), width=560)
        self._webhook = webhook
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.retranslate()
        self.fit()
        self.form.focus_first()

    def draft(self) -> WebhookDraft | None:
        """What was filled in, or None where something is wrong; the fields then say what."""
        try:
            draft = webhook_draft(self.form.values(), self._webhook.id if self._webhook else "")
        except InvalidInput as error:
            self.show_error(error)
            return None
        self.form.show_problems(())
        return draft

    def show_error(self, error: ConsoleError) -> None:
        """Says at the fields what is wrong with them, and all else above."""
        super().show_error(error)
        if isinstance(error, NameTaken):
            self.form.focus_first()

    def retranslate(self) -> None:
        if self._webhook is None:
            purpose = self.tr("It gets an address of its own, to which another system sends its events.")
            self.show_title(self.tr("New webhook"), purpose)
            self.primary.setText(self.tr("Create webhook"))
        else:
            self.show_title(self.tr("Edit webhook"), self.tr("Its address stays the same."))
            self.primary.setText(self.tr("Save"))
        self.secondary.setText(self.tr("Cancel"))


class Occasion(Enum):
    """Why a secret is shown."""

    CREATED = auto()
    ROTATED = auto()
    CHANGED = auto()


class SecretDialog(Dialog):
    """Shows address and secret of a new webhook, or a new secret, and how to enter them at the sender."""

    def __init__(self, parent: QWidget, created: CreatedWebhook, occasion: Occasion, *, is_public: bool) -> None:
        super().__init__(parent, width=800)
        self._created, self._occasion, self._is_public = created, occasion, is_public
        self._url_name, self._secret_name = Label("field"), Label("field")
        self.url, self.secret = CopyLine(created.url), CopyLine(created.secret)
        self._local = Banner()
        self._heading = Label("section")
        self._steps = [Label("plain", wrap=True) for _step in steps_at_sender(created.webhook)]
        self._lay_out()
        self.confirmed.connect(self.accept)
        self.retranslate()
        self.fit()

    def retranslate(self) -> None:
        self._say_occasion()
        self._url_name.setText(self.tr("URL"))
        self.url.show_name(self.tr("URL"))
        self._secret_name.setText(self.tr("Secret"))
        self.secret.show_name(self.tr("Secret"))
        self._heading.setText(self.tr("At the sender"))
        for number, (label, step) in enumerate(
            zip(self._steps, steps_at_sender(self._created.webhook), strict=True), 1
        ):
            label.setText(self.tr("{number}. {step}").format(number=formats.number(number), step=step))
        self.primary.setText(self.tr("Done"))
        if not self._is_public:
            self._local.show_message(Tone.INFO, *local_only_words())

    def _say_occasion(self) -> None:
        until = self._created.webhook.previous_secret_until
        if self._occasion is Occasion.CREATED:
            title = self.tr("The webhook is ready")
            sentence = self.tr("Copy the secret now: later it is shown only on demand, and each look at it is logged.")
        elif self._occasion is Occasion.ROTATED and until is not None:
            title = self.tr("The new secret")
            sentence = self.tr("Enter it at the sender before {moment}; until then the old one is valid as well.")
            sentence = sentence.format(moment=formats.date_time(until, seconds=False))
        else:
            title = self.tr("The new secret")
            sentence = self.tr("Enter it at the sender now: the old one is no longer valid.")
        self.show_title(title, sentence)

    def _lay_out(self) -> None:
        self.secondary.hide()
        for name, line in ((self._url_name, self.url), (self._secret_name, self.secret)):
            pair = QVBoxLayout()
            pair.setSpacing(Space.XS)
            pair.addWidget(name)
            pair.addWidget(line)
            self.body.addLayout(pair)
        self.body.addWidget(self._local)
        self.body.addSpacing(Space.XS)
        self.body.addWidget(self._heading)
        for label in self._steps:
            self.body.addWidget(label)
        self.body.addStretch(1)


class RotationDialog(Dialog):
    """Asks before a new secret is made: nothing is lost, but there is something to do at the sender."""

    def __init__(self, parent: QWidget, webhook: Webhook) -> None:
        super().__init__(parent, width=440)
        self._name = webhook.name
        self._sentence = Label("plain", wrap=True)
        self.body.addWidget(self._sentence)
        self.retranslate()
        self.fit()

    def retranslate(self) -> None:
        self.show_title(self.tr("Make a new secret for “{name}”?").format(name=user_text(self._name)))
        self._sentence.setText(
            self.tr("The old secret stays valid for 24 hours. Enter the new one at the sender within that time.")
        )
        self.primary.setText(self.tr("Make new secret"))
        self.secondary.setText(self.tr("Cancel"))


class EventDialog(Dialog):
    """One event as it was received: what it is, its headers, its body."""

    def __init__(self, parent: QWidget, event: Event) -> None:
        super().__init__(parent, width=720)
        self._event = event
        self.properties = PropertyList(("received", "state", "key", "id"), frozenset({"key", "id"}))
        self.parts = PayloadParts()
        self.parts.view.setMinimumHeight(300)
        self.body.addWidget(self.properties)
        self.body.addWidget(self.parts, 1)
        self.secondary.hide()
        self.confirmed.connect(self.accept)
        self.retranslate()
        self.resize(720, 620)

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        """Shows body and headers."""
        self.parts.show_parts(parts)

    def retranslate(self) -> None:
        self.show_title(self._event.event_type)
        self.properties.show_names(
            {
                "received": self.tr("Received"),
                "state": self.tr("State"),
                "key": self.tr("Sender's ID"),
                "id": self.tr("Stored event"),
            }
        )
        self.properties.show_value("received", formats.date_time(self._event.received_at))
        self.properties.show_value("state", event_state(self._event.state)[0])
        self.properties.show_value("key", self._event.event_key)
        self.properties.show_value("id", self._event.id)
        self.primary.setText(self.tr("Close"))


def local_only_words() -> tuple[str, str]:
    """That the address cannot be reached from outside, and what to do about it."""
    return (
        QCoreApplication.translate("WebhookWords", "Reachable from this machine only"),
        QCoreApplication.translate(
            "WebhookWords", "For senders elsewhere, put a public address in front and enter it as the public URL."
        ),
    )


def _values(webhook: Webhook | None) -> dict[str, Value]:
    if webhook is None:
        return {}
    return webhook_values(WebhookDraft(webhook.name, webhook.scheme, webhook.rules, webhook.event_filter))
