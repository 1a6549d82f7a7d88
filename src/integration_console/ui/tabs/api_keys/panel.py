"""All about the API key that is chosen: what it may do, its secret's age, its end, and what can be done."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from integration_console.domain.api_key_policy import is_beyond, is_unused
from integration_console.domain.api_keys import ApiKey, KeyUsage
from integration_console.domain.errors import ConsoleError
from integration_console.ui.language import Translated, error_sentence, formats, technical, user_text
from integration_console.ui.tabs.api_keys.narrowing_section import NarrowingSection
from integration_console.ui.tabs.api_keys.permission_line import PermissionLine
from integration_console.ui.tabs.api_keys.rules import Keyring
from integration_console.ui.tabs.api_keys.usage_section import UsageSection
from integration_console.ui.tabs.api_keys.words import last_use, state_words
from integration_console.ui.theme import Space
from integration_console.ui.widgets import (
    ElidedLabel,
    IconButton,
    Label,
    QuietButton,
    Rule,
    SecondaryButton,
    Sign,
    StatusPill,
)
from integration_console.ui.widgets.properties import PropertyList

_KEYS = ("key", "ends", "places", "rate", "secret", "previous", "seen", "by")
_MOST_PLACES = 3


class ApiKeyPanel(Translated, QFrame):
    """Emits what a person wants of the key that is shown; whoever listens knows which it is."""

    edit_requested = Signal()
    reroll_requested = Signal()
    revocation_requested = Signal()
    audit_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._key: ApiKey | None = None
        self._keyring = Keyring()
        self.name, self.pill = ElidedLabel("heading"), StatusPill()
        self.audit = QuietButton("clipboard-list")
        self.edit, self.reroll = SecondaryButton("pencil"), SecondaryButton("rotate-cw")
        self.revoke = IconButton("ban")
        self.may, self.narrowing = PermissionLine(), NarrowingSection()
        self.reason, self.note = Label("caption", wrap=True), QWidget()
        self.properties = PropertyList(_KEYS, frozenset({"key"}), copies=False)
        self.usage = UsageSection()
        self._lay_out()
        self.edit.clicked.connect(self.edit_requested)
        self.reroll.clicked.connect(self.reroll_requested)
        self.revoke.clicked.connect(self.revocation_requested)
        self.audit.clicked.connect(self.audit_requested)
        self.retranslate()

    def show_key(self, key: ApiKey, keyring: Keyring) -> None:
        """Shows a key, and what can be done with it; its uses follow."""
        if self._key is None or self._key.id != key.id:
            self.narrowing.forget()
        self.usage.expect(key.id)
        self._key, self._keyring = key, keyring
        self.audit.setVisible(keyring.rights.allows("audit.read"))
        self._say_key(key)

    def show_usage(self, key_id: str, usage: KeyUsage) -> None:
        """Shows where a key was used, and what would be enough for that."""
        self.usage.show_usage(key_id, usage)
        if self._key is not None and self._key.id == key_id:
            self.narrowing.show_key(self._key, self._keyring, usage)

    def retranslate(self) -> None:
        self.edit.setText(self.tr("Edit"))
        self.reroll.setText(self.tr("New secret"))
        self.revoke.show_name(self.tr("Revoke"))
        self.audit.setText(self.tr("Show in audit"))
        self.properties.show_names(
            {
                "key": self.tr("Key"),
                "ends": self.tr("Ends"),
                "places": self.tr("From"),
                "rate": self.tr("At most"),
                "secret": self.tr("Secret since"),
                "previous": self.tr("Old secret until"),
                "seen": self.tr("Last used"),
                "by": self.tr("Created"),
            }
        )
        if self._key is not None:
            self._say_key(self._key)

    def say_again(self) -> None:
        """Times have passed."""
        if self._key is not None:
            self._say_key(self._key)
            self.usage.say_again()

    def _say_key(self, key: ApiKey) -> None:
        self.name.show_text(key.name)
        self.pill.show_status(*state_words(key))
        self.may.show_key(key, self._keyring)
        until = key.previous_until
        still_counts = until is not None and until > datetime.now(UTC) and key.revoked_at is None
        by = self.tr("{moment}, by {name}").format(
            moment=formats.date_time(key.created_at, seconds=False), name=user_text(key.created_by)
        )
        values = {
            "key": f"{key.prefix}_…",
            "ends": self._end(key),
            "places": self._places(key),
            "rate": self._rate(key),
            "secret": formats.date_time(key.secret_set_at, seconds=False),
            "previous": formats.date_time(until, seconds=False) if until and still_counts else "",
            "seen": self._last_use(key),
            "by": by,
        }
        for name, value in values.items():
            self.properties.show_value(name, value)
        self._allow(key)

    def _end(self, key: ApiKey) -> str:
        if key.revoked_at is not None:
            return self.tr("Revoked on {moment}").format(moment=formats.date_time(key.revoked_at, seconds=False))
        if key.expires_at is None:
            return self.tr("When it is revoked")
        return formats.date_time(key.expires_at, seconds=False)

    def _places(self, key: ApiKey) -> str:
        if not key.addresses:
            return self.tr("Everywhere")
        sentence = self.tr("Only {addresses}")
        shown = [technical(each) for each in key.addresses[:_MOST_PLACES]]
        more = len(key.addresses) - _MOST_PLACES
        if more > 0:
            shown.append(QCoreApplication.translate("ApiKeyWords", "%Ln other(s)", "", more))
        return sentence.format(addresses=formats.listing(shown))

    def _rate(self, key: ApiKey) -> str:
        if not key.rate_limit:
            return self.tr("As often as it wants")
        return QCoreApplication.translate("ApiKeyPanel", "%Ln request(s) a minute", "", key.rate_limit)

    def _last_use(self, key: ApiKey) -> str:
        if key.last_used_at is None:
            return last_use(key)
        place = self.tr("{moment} from {address}")
        return place.format(moment=last_use(key), address=technical(key.last_used_address or "-"))

    def _allow(self, key: ApiKey) -> None:
        """Disable what cannot be done; the reasons stand at the buttons, and the first of them below as well."""
        change, revoke = self._keyring.refusal_to_change(key), self._keyring.refusal_to_revoke(key)
        reroll = self._keyring.refusal_to_reroll(key)
        for button, refused, name in (
            (self.edit, change, ""),
            (self.reroll, reroll, ""),
            (self.revoke, revoke, self.tr("Revoke")),
        ):
            button.setEnabled(refused is None)
            button.setToolTip(_reason(refused) or name)
        said = _reason(change or reroll or revoke) or self._advice(key)
        self.note.setVisible(bool(said))
        self.reason.setText(said)

    def _advice(self, key: ApiKey) -> str:
        """What should be done about a key that can be changed."""
        now = datetime.now(UTC)
        if is_beyond(key, self._keyring.policy, now):
            return self.tr("Its secret counts longer than your organisation allows: give the key a new one.")
        if is_unused(key, now):
            return self.tr("Nobody has used it for 60 days. If nobody needs it, revoke it.")
        return ""

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(Space.L, Space.M, Space.M, Space.M)
        head.setSpacing(Space.S)
        head.addWidget(self.pill)
        head.addWidget(self.name, 1)
        for button in (self.audit, self.edit, self.reroll, self.revoke):
            head.addWidget(button)
        halves = QHBoxLayout()
        halves.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        halves.setSpacing(Space.L)
        halves.addWidget(self._facts(), 4)
        halves.addWidget(self.usage, 7)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Rule())
        column.addLayout(halves, 1)

    def _facts(self) -> QScrollArea:
        line = QHBoxLayout(self.note)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.XS)
        line.addWidget(Sign("info", "info", 14))
        line.addWidget(self.reason, 1)
        facts = QWidget()
        facts.setProperty("role", "clear")
        column = QVBoxLayout(facts)
        column.setContentsMargins(0, 0, Space.XS, 0)
        column.setSpacing(Space.S)
        for part in (self.may, self.note, self.narrowing, self.properties):
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(facts)
        return area


def _reason(error: ConsoleError | None) -> str:
    return error_sentence(error) if error is not None else ""
