"""The page of webhooks: the list, and below it all about the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from integration_console.ui.language import Translated
from integration_console.ui.tabs.webhooks.model import WebhookRow, WebhooksModel
from integration_console.ui.tabs.webhooks.panel import WebhookPanel
from integration_console.ui.theme import Space
from integration_console.ui.widgets import (
    ContentStates,
    DataTable,
    EmptyState,
    Label,
    ListOverPanel,
    PrimaryButton,
    Skeleton,
    copy_text,
)

_RELATIVE_MS = 20_000


class WebhooksTable(DataTable):
    """As many columns as there is room for."""

    def __init__(self, model: WebhooksModel) -> None:
        super().__init__()
        self.model_widths = [column.width for column in model.columns]
        self.show_model(model, self.model_widths)

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_narrow = self.width() < 760
        self.setColumnHidden(3, is_narrow)
        mode = QHeaderView.ResizeMode.Stretch if is_narrow else QHeaderView.ResizeMode.Interactive
        self.horizontalHeader().setSectionResizeMode(0, mode)
        if not is_narrow:
            self.setColumnWidth(0, self.model_widths[0] or 0)
        self.setColumnHidden(1, self.width() < 620)
        super().resizeEvent(event)


class WebhooksView(Translated, QWidget):
    """Emits what a person wants; shows what it is given."""

    creation_requested = Signal()
    edit_requested = Signal(object)
    rotation_requested = Signal(object)
    switch_requested = Signal(object)
    removal_requested = Signal(object)
    secret_requested = Signal(object)
    log_requested = Signal(str)
    webhook_selected = Signal(object)
    url_copied = Signal()
    shown = Signal()

    def __init__(self, model: WebhooksModel) -> None:
        super().__init__()
        self.model = model
        model.setParent(self)
        self._is_public = False
        self._chosen = ""
        self.new = PrimaryButton("plus")
        self._count = Label("muted")
        self.table = WebhooksTable(model)
        self.panel = WebhookPanel()
        self.empty = EmptyState("webhook")
        self._clock = QTimer(self)
        self._clock.setInterval(_RELATIVE_MS)
        self._clock.timeout.connect(model.say_again)
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def chosen(self) -> WebhookRow | None:
        """The webhook that is chosen."""
        return next((row for row in self.model.rows if row.webhook.id == self._chosen), None)

    def show_webhooks(self, rows: Sequence[WebhookRow], *, is_public: bool) -> None:
        """Shows all webhooks; the one that was chosen stays chosen."""
        self._is_public = is_public
        with QSignalBlocker(self.table.selectionModel()):
            self.model.change_rows(rows)
        self._say_count()
        if not rows:
            self._chosen = ""
            self.states.show_empty()
            return
        self.states.show_content()
        self.choose(self._chosen if self.model.place_of(self._chosen) >= 0 else rows[0].webhook.id)

    def choose(self, webhook_id: str) -> None:
        """Chooses a webhook; one that is not listed yet as soon as it is."""
        before, self._chosen = self._chosen, webhook_id
        place = self.model.place_of(webhook_id)
        if place < 0:
            return
        with QSignalBlocker(self.table.selectionModel()):
            self.table.setCurrentIndex(self.model.index(place, 0))
        self.table.viewport().update()
        self.panel.show_webhook(self.model.rows[place], is_public=self._is_public)
        if before != webhook_id:
            self.webhook_selected.emit(self.model.rows[place])

    def retranslate(self) -> None:
        self.new.setText(self.tr("New webhook"))
        self.new.setToolTip(self.tr("N"))
        self.table.setAccessibleName(self.tr("Webhooks"))
        self.empty.show_words(
            self.tr("No webhooks yet"),
            self.tr("A webhook gives another system an address to which it sends its events, signed with a secret."),
            self.tr("New webhook"),
        )
        self._say_count()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.start()
        self.shown.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        self._clock.stop()
        super().hideEvent(event)

    def _say_count(self) -> None:
        count = len(self.model.rows)
        words = QCoreApplication.translate("WebhooksView", "%Ln webhook(s)", "", count)
        self._count.setText(words if count else "")
        self.new.setVisible(bool(count))

    def _select(self, row: int) -> None:
        if 0 <= row < len(self.model.rows):
            self.choose(self.model.rows[row].webhook.id)

    def _copy_url(self) -> None:
        if self.chosen is not None:
            copy_text(self.chosen.url)
            self.url_copied.emit()

    def _with_chosen(self, signal: Callable[[WebhookRow], None]) -> Callable[[], None]:
        def emit() -> None:
            if self.chosen is not None:
                signal(self.chosen)

        return emit

    def _connect(self) -> None:
        self.new.clicked.connect(self.creation_requested)
        self.empty.action_requested.connect(self.creation_requested)
        self.table.row_selected.connect(self._select)
        self.table.row_opened.connect(lambda _row: self.panel.edit.click())
        panel = self.panel
        for asked, told in (
            (panel.edit_requested, self.edit_requested),
            (panel.rotation_requested, self.rotation_requested),
            (panel.switch_requested, self.switch_requested),
            (panel.removal_requested, self.removal_requested),
            (panel.secret.requested, self.secret_requested),
        ):
            asked.connect(self._with_chosen(told.emit))
        panel.log_requested.connect(self._with_chosen(lambda row: self.log_requested.emit(row.webhook.id)))
        self._add_key(QKeySequence(Qt.Key.Key_N), self, self.new.click)
        self._add_key(QKeySequence(Qt.Key.Key_F2), self, self.panel.edit.click)
        self._add_key(QKeySequence(Qt.Key.Key_Delete), self.table, self.panel.remove.click)
        self._add_key(QKeySequence(QKeySequence.StandardKey.Copy), self.table, self._copy_url)

    def _add_key(self, keys: QKeySequence, where: QWidget, action: Callable[[], None]) -> None:
        shortcut = QShortcut(keys, where)
        if where is not self:
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(action)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.new)
        content = ListOverPanel(head, self.table, self.panel, (236, 440), (2, 3))
        self.states = ContentStates(content, self.empty, Skeleton(lines=10, inset=int(Space.L)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.XL, 0, Space.XL, Space.XL)
        whole.addWidget(self.states)
