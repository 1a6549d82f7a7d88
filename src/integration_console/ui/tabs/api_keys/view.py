"""The page of API keys: the list, and below it all about the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from integration_console.domain.api_keys import ApiKey
from integration_console.domain.errors import ConsoleError
from integration_console.domain.permissions import Grant
from integration_console.ui.language import Translated, error_sentence
from integration_console.ui.tabs.api_keys.model import KeysModel
from integration_console.ui.tabs.api_keys.panel import ApiKeyPanel
from integration_console.ui.tabs.api_keys.rules import Keyring
from integration_console.ui.theme import Space
from integration_console.ui.widgets import (
    ContentStates,
    DataTable,
    EmptyState,
    Label,
    ListOverPanel,
    PrimaryButton,
    QuietButton,
    Skeleton,
)

_REFRESH_MS = 20_000
# Columns that go when there is little room, the least needed first, and the width below which they do.
_LEAVING = ((3, 940), (2, 760), (5, 620), (4, 480))


class KeysTable(DataTable):
    """As many columns as there is room for."""

    def __init__(self, model: KeysModel) -> None:
        super().__init__()
        self.show_model(model, [column.width for column in model.columns])

    def resizeEvent(self, event: QResizeEvent) -> None:
        for column, width in _LEAVING:
            self.setColumnHidden(column, self.width() < width)
        super().resizeEvent(event)


class ApiKeysView(Translated, QWidget):
    """Emits what a person wants; shows what it is given.

    `key_chosen`: the uses of that key are wanted; `looked_at`: the keys are, and again every 20 seconds while they are
    seen, since uses announce nothing.
    """

    creation_requested = Signal()
    edit_requested = Signal(object)
    reroll_requested = Signal(object)
    revocation_requested = Signal(object)
    audit_requested = Signal(object)
    policy_requested = Signal()
    key_chosen = Signal()
    looked_at = Signal()

    def __init__(self, model: KeysModel) -> None:
        super().__init__()
        self.model = model
        model.setParent(self)
        self.keyring = Keyring()
        self._chosen = ""
        self.create_key = PrimaryButton("plus")
        self.with_revoked, self.only_unused = QCheckBox(), QCheckBox()
        self.policy = QuietButton("hourglass")
        self._count = Label("muted")
        self.table = KeysTable(model)
        self.panel = ApiKeyPanel()
        self._empty = EmptyState("key-round", action_icon="plus")
        self._clock = QTimer(self)
        self._clock.setInterval(_REFRESH_MS)
        self._clock.timeout.connect(self.looked_at)
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def chosen(self) -> ApiKey | None:
        """The key that is chosen."""
        return next((row for row in self.model.rows if row.id == self._chosen), None)

    def show_keyring(self, keyring: Keyring) -> None:
        """Shows all keys; the one that was chosen stays chosen."""
        self.keyring = keyring
        self._show_rows()

    def choose(self, key_id: str) -> None:
        """Chooses a key; one that is not listed yet as soon as it is."""
        self._chosen = key_id
        place = self.model.place_of(key_id)
        if place < 0:
            return
        with QSignalBlocker(self.table.selectionModel()):
            self.table.setCurrentIndex(self.model.index(place, 0))
        self.table.viewport().update()
        self.panel.show_key(self.model.rows[place], self.keyring)
        self.key_chosen.emit()

    def say_again(self) -> None:
        """Times have passed, or the language is another one."""
        self.model.say_again()
        self.panel.say_again()

    def retranslate(self) -> None:
        self.create_key.setText(self.tr("New API key"))
        self.with_revoked.setText(self.tr("Show revoked keys"))
        self.only_unused.setText(self.tr("Only unused keys"))
        self.only_unused.setToolTip(self.tr("Nobody has used them for 60 days"))
        self.table.setAccessibleName(self.tr("API keys"))
        self._say_what_may_be_created()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.start()
        self.looked_at.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        self._clock.stop()
        super().hideEvent(event)

    def _show_rows(self) -> None:
        keys = self.keyring.keys
        unused, revoked = bool(self.keyring.unused), any(each.revoked_at is not None for each in keys)
        only_unused = unused and self.only_unused.isChecked()
        self.only_unused.setVisible(unused)
        self.with_revoked.setVisible(revoked and not all(each.revoked_at is not None for each in keys))
        self.with_revoked.setEnabled(not only_unused)
        self.model.policy = self.keyring.policy
        rows = self.keyring.shown(revoked=self.with_revoked.isChecked(), only_unused=only_unused)
        with QSignalBlocker(self.table.selectionModel()):
            self.model.change_rows(rows)
        self._say_what_may_be_created()
        if not rows:
            self._chosen = ""
            self.states.show_empty()
            return
        self.states.show_content()
        self.choose(self._chosen if self.model.place_of(self._chosen) >= 0 else rows[0].id)

    def _say_what_may_be_created(self) -> None:
        count = sum(each.revoked_at is None for each in self.keyring.keys)
        self._count.setText(QCoreApplication.translate("ApiKeysView", "%Ln key(s)", "", count) if count else "")
        self._say_policy()
        refused = self.keyring.refusal_to_create()
        self.create_key.setEnabled(refused is None)
        self.create_key.setToolTip(error_sentence(refused) if refused else self.tr("N"))
        self._empty.show_words(
            self.tr("No API keys yet"),
            self.tr("With a key another system works here: sends events in, reads records, starts syncs."),
            "" if refused else self.tr("New API key"),
        )

    def _say_policy(self) -> None:
        days = self.keyring.policy.longest_days
        limited = QCoreApplication.translate("ApiKeysView", "At most %Ln day(s)", "", days or 0)
        self.policy.setText(limited if days else self.tr("Keys need not end"))
        refused = self.keyring.policy_refused
        self.policy.setEnabled(refused is None)
        usual = self.tr("How long a key may count")
        self.policy.setToolTip(error_sentence(refused) if refused else usual)

    def _select(self, row: int) -> None:
        if 0 <= row < len(self.model.rows):
            self.choose(self.model.rows[row].id)

    def _ask(
        self, refusal: Callable[[Keyring, ApiKey], ConsoleError | None], signal: Callable[[ApiKey], None]
    ) -> Callable[[], None]:
        """What a key of the keyboard asks for is held against the same rules as what a button does."""

        def emit() -> None:
            if self.chosen is not None and refusal(self.keyring, self.chosen) is None:
                signal(self.chosen)

        return emit

    def _narrow(self, grants: tuple[Grant, ...]) -> None:
        if self.chosen is not None and self.keyring.refusal_to_change(self.chosen) is None:
            self.edit_requested.emit(replace(self.chosen, grants=grants))

    def _create_if_allowed(self) -> None:
        if self.keyring.refusal_to_create() is None:
            self.creation_requested.emit()

    def _connect(self) -> None:
        edit = self._ask(Keyring.refusal_to_change, self.edit_requested.emit)
        reroll = self._ask(Keyring.refusal_to_reroll, self.reroll_requested.emit)
        revoke = self._ask(Keyring.refusal_to_revoke, self.revocation_requested.emit)
        self.create_key.clicked.connect(self.creation_requested)
        self._empty.action_requested.connect(self.creation_requested)
        self.policy.clicked.connect(self.policy_requested)
        for box in (self.with_revoked, self.only_unused):
            box.toggled.connect(lambda _on: self._show_rows())
        self.table.row_selected.connect(self._select)
        self.table.row_opened.connect(lambda _row: edit())
        self.panel.edit_requested.connect(edit)
        self.panel.reroll_requested.connect(reroll)
        self.panel.revocation_requested.connect(revoke)
        self.panel.narrowing.requested.connect(self._narrow)
        self.panel.audit_requested.connect(lambda: self.audit_requested.emit(self.chosen))
        QShortcut(QKeySequence(Qt.Key.Key_N), self).activated.connect(self._create_if_allowed)
        QShortcut(QKeySequence(Qt.Key.Key_F2), self).activated.connect(edit)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        delete.activated.connect(revoke)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.L)
        head.addWidget(self._count)
        head.addWidget(self.only_unused)
        head.addWidget(self.with_revoked)
        head.addStretch(1)
        head.addWidget(self.policy)
        head.addWidget(self.create_key)
        content = ListOverPanel(head, self.table, self.panel, (360, 360))
        self.states = ContentStates(content, self._empty, Skeleton(lines=10, inset=int(Space.L)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.XL, 0, Space.XL, Space.XL)
        whole.addWidget(self.states)
