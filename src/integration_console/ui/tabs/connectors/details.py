"""The pane beside the list: everything about the connector that is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from integration_console.domain.connectors import Connector, ConnectorStatus, ConnectorType
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.ui.connector_words import (
    checked_words,
    failure_of,
    reason_of,
    show_state,
    type_icon,
    type_title,
)
from integration_console.ui.language import Translated, filled
from integration_console.ui.tabs.connectors.actions import ConnectorActions, with_keys
from integration_console.ui.tabs.connectors.model import CheckProgress
from integration_console.ui.tabs.connectors.schedules_section import SchedulesSection
from integration_console.ui.tabs.connectors.settings_list import SettingsList
from integration_console.ui.tabs.connectors.stages_view import StagesView
from integration_console.ui.tabs.connectors.sync_section import SyncSection
from integration_console.ui.theme import Space
from integration_console.ui.widgets import (
    Banner,
    Card,
    CopyLine,
    ElidedLabel,
    Emblem,
    IconButton,
    Label,
    PrimaryButton,
    Rule,
    SecondaryButton,
    StatusPill,
    Switch,
    Tone,
)
from integration_console.ui.widgets.menus import open_below

_LAST_CONTACT = QT_TRANSLATE_NOOP("DetailPane", "Last contact: {when}")
_SCROLL_BAR = 16


class DetailPane(Translated, Card):
    """Name and state, what to do with it, why it fails, its settings, and its last test."""

    switch_requested = Signal(bool)
    authorisation_requested = Signal()

    def __init__(self, actions: ConnectorActions) -> None:
        super().__init__()
        self._actions = actions
        self._connector: Connector | None = None
        self._kind: ConnectorType | None = None
        self.name = ElidedLabel("heading")
        self._type = Label("caption")
        self.state = StatusPill()
        self._emblem = Emblem("plug", Tone.NEUTRAL, 40)
        self.active = Switch()
        self.active.clicked.connect(self.switch_requested)
        self.reason = Label("muted", wrap=True)
        self.failure = Banner(narrow=True)
        self.send = PrimaryButton("send")
        self.check = SecondaryButton("plug-zap")
        self.authorise = SecondaryButton("key-round")
        self.edit = IconButton("pencil")
        self.more = IconButton("ellipsis")
        self._settings_heading = Label("section")
        self.settings = SettingsList()
        self._id_label = Label("muted")
        self._id = CopyLine()
        self.stages = StagesView()
        self.syncs, self.schedules = SyncSection(), SchedulesSection()
        self._rule, self._syncs_rule = Rule(), Rule()
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_connector(self, connector: Connector, kind: ConnectorType | None, progress: CheckProgress | None) -> None:
        """Shows a connector, and how far its test has come if one was started."""
        self._connector, self._kind = connector, kind
        self._emblem.show_icon(type_icon(kind))
        self.name.show_text(connector.name)
        show_state(self.state, connector)
        self.active.setChecked(connector.status is ConnectorStatus.ACTIVE)
        self.active.setEnabled(True)
        self.settings.show_settings(connector, kind)
        self._id.show_text(connector.id)
        self._show_failure(connector, progress)
        self.send.setVisible(self._actions.send.isVisible())
        self.send.setEnabled(self._actions.send.isEnabled())
        self.check.setEnabled(self._actions.check.isEnabled())
        self.authorise.setVisible(self._actions.authorise.isVisible() and not self._asks_for_access(connector))
        self._show_syncs(connector, kind)
        self._rule.setVisible(progress is not None)
        self.stages.setVisible(progress is not None)
        if progress is not None:
            self.stages.show_progress(progress)
        self.retranslate()

    @property
    def needed_width(self) -> int:
        """The room that the longest words of the language in force need."""
        return self._content.minimumSizeHint().width() + _SCROLL_BAR

    def retranslate(self) -> None:
        self._settings_heading.setText(self.tr("Settings"))
        self._id_label.setText(self.tr("Connector ID"))
        self._id.show_name(self.tr("Connector ID"))
        self.send.setText(self._actions.send.text())
        self.authorise.setText(self._actions.authorise.text())
        self.check.setText(self._actions.check.text())
        self.edit.show_name(with_keys(self._actions.edit))
        self.more.show_name(self.tr("More actions"))
        off = self._connector is not None and self._connector.status is ConnectorStatus.INACTIVE
        self.send.setToolTip(self.tr("Activate the connector first.") if off else with_keys(self._actions.send))
        self.check.setToolTip(with_keys(self._actions.check))
        if self._connector is not None:
            self.active.show_name(self.tr("Activate the connector") if off else self.tr("Deactivate the connector"))
            self._type.setText(type_title(self._connector, self._kind))
            show_state(self.state, self._connector)
            self.reason.setText(self._reason(self._connector))

    def _reason(self, connector: Connector) -> str:
        if connector.checked_at is None or connector.status is ConnectorStatus.INACTIVE:
            return reason_of(connector)
        return filled("DetailPane", _LAST_CONTACT, {"when": checked_words(connector)})

    def _show_failure(self, connector: Connector, progress: CheckProgress | None) -> None:
        failure = failure_of(connector)
        told_below = progress is not None and (progress.failure is not None or progress.running)
        self.failure.hide()
        if failure is not None and not told_below:
            self.failure.show_error(failure, self._words_of_authorising if failure.ends_access else str)

    @staticmethod
    def _asks_for_access(connector: Connector) -> bool:
        """Whether the failure itself offers to authorise."""
        failure = failure_of(connector)
        return failure is not None and failure.ends_access

    def _words_of_authorising(self) -> str:
        return self.tr("Authorise again…")

    def _show_syncs(self, connector: Connector, kind: ConnectorType | None) -> None:
        syncs = kind is not None and kind.syncs
        for part in (self._syncs_rule, self.syncs, self.schedules):
            part.setVisible(syncs)
        if syncs:
            is_active = connector.status is ConnectorStatus.ACTIVE
            self.syncs.show_connector(connector.id, connector.name, is_active=is_active)

    def _open_menu(self) -> None:
        menu = self._actions.menu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        open_below(menu, self.more)

    def _connect(self) -> None:
        self.send.clicked.connect(self._actions.send.trigger)
        self.check.clicked.connect(self._actions.check.trigger)
        self.authorise.clicked.connect(self._actions.authorise.trigger)
        self.failure.action_requested.connect(self.authorisation_requested)
        self.edit.clicked.connect(self._actions.edit.trigger)
        self.more.clicked.connect(self._open_menu)

    def _lay_out(self) -> None:
        content = self._content = QWidget()
        content.setProperty("role", "clear")
        column = QVBoxLayout(content)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addLayout(self._head())
        column.addLayout(self._line_of_state())
        column.addWidget(self.failure)
        column.addLayout(self._line_of_actions())
        for part in (self._rule, self.stages, self._syncs_rule, self.syncs, self.schedules, Rule()):
            column.addWidget(part)
        for last in (self._settings_heading, self.settings, self._id_label, self._id):
            column.addWidget(last)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.addWidget(area)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self._type)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self._emblem)
        row.addLayout(words, 1)
        row.addWidget(self.active)
        return row

    def _line_of_state(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.reason, 1)
        return row

    def _line_of_actions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.send)
        row.addWidget(self.check)
        row.addWidget(self.authorise)
        row.addStretch(1)
        row.addWidget(self.edit)
        row.addWidget(self.more)
        return row
