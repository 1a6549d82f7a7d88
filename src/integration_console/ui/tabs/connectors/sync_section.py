"""What a connector brings, how its sync goes now and how the last one went, in the pane of details."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from integration_console.domain.streams import StreamState, SyncMode
from integration_console.domain.syncs import RunState, SyncRun
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.ui.language import Translated, filled, formats
from integration_console.ui.sync_words import (
    mode_sentence,
    progress_words,
    share_of,
    state_of_run,
    stream_title,
    waiting_words,
    what_happened,
)
from integration_console.ui.tabs.connectors.syncing import SyncOverview
from integration_console.ui.theme import Space
from integration_console.ui.widgets import (
    ElidedLabel,
    Label,
    LinkButton,
    ProgressLine,
    SecondaryButton,
    SplitButton,
    StatusPill,
)

_SECOND_MS = 1000
_LAST = QT_TRANSLATE_NOOP("SyncSection", "{when}: {what}")
_COUNTS = QT_TRANSLATE_NOOP("SyncSection", "{live}, {deleted} deleted")
_ICONS = {SyncMode.INCREMENTAL: "refresh-cw", SyncMode.FULL: "layers", SyncMode.RECONCILE: "git-compare"}


class SyncSection(Translated, QWidget):
    """Emits what a person wants; counts down by itself while a run is under way and somebody looks."""

    sync_requested = Signal(str)
    cancel_requested = Signal(object)
    records_requested = Signal(str)
    history_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._overview: SyncOverview | None = None
        self._name, self._is_active = "", True
        self.heading, self.history = Label("section"), LinkButton()
        self.start = SplitButton("refresh-cw")
        for mode, icon_name in _ICONS.items():
            self.start.offer(mode.value, icon_name)
        self.cancel, self.progress = SecondaryButton("circle-stop"), ProgressLine()
        self.pill, self.words = StatusPill(), Label("muted", wrap=True)
        self._streams = QGridLayout()
        self._rows: list[tuple[LinkButton, ElidedLabel]] = []
        self._why_no_records = ""
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND_MS)
        self._clock.timeout.connect(self.say_run)
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def run(self) -> SyncRun | None:
        """The run that has not ended."""
        return self._overview.run if self._overview else None

    @property
    def is_ticking(self) -> bool:
        """Whether times are said again every second."""
        return self._clock.isActive()

    def show_connector(self, connector_id: str, name: str, *, is_active: bool) -> None:
        """Belongs to this connector from now on; how its syncs stand follows by `show_overview`."""
        self._name, self._is_active = name, is_active
        if self._overview is None or self._overview.connector_id != connector_id:
            self._overview = SyncOverview(connector_id)
        self._say_all()

    def show_overview(self, overview: SyncOverview) -> None:
        """Shows how the syncs of the connector stand."""
        self._overview = overview
        self._say_all()

    @property
    def streams(self) -> list[tuple[str, str]]:
        """What is shown of streams: title and counts."""
        return [(link.text(), counts.accessibleName()) for link, counts in self._rows if not link.isHidden()]

    def refuse_syncs(self, why: str) -> None:
        """Nothing can be started or cancelled, and why; "": it can."""
        self.start.refuse(why)
        self.cancel.refuse(why)

    def refuse_records(self, why: str) -> None:
        """Records cannot be looked at, and why; "": they can."""
        self._why_no_records = why
        for link, _ in self._rows:
            link.refuse(why)

    def say_run(self) -> None:
        """Says how the run goes, or how the last one went."""
        overview = self._overview
        run = overview.run or overview.last if overview else None
        self.pill.setVisible(run is not None)
        if run is None:
            self.progress.hide()
            self.words.setText(self.tr("It has not been synced yet."))
            return
        self.pill.show_status(*state_of_run(run))
        running = run.state is RunState.RUNNING
        self.progress.setVisible(running)
        self.words.setVisible(not running)
        if running:
            self.progress.show_progress(share_of(run), progress_words(run))
        elif run.ended and run.finished_at is not None:
            what = what_happened(run)
            self.words.setText(filled("SyncSection", _LAST, {"when": formats.relative(run.finished_at), "what": what}))
        else:
            self.words.setText(waiting_words(run, self._name) if run.state is RunState.WAITING else what_happened(run))

    def retranslate(self) -> None:
        self.heading.setText(self.tr("Sync"))
        self.history.setText(self.tr("All syncs"))
        self.cancel.setText(self.tr("Cancel"))
        self.start.show_words(
            self.tr("Sync now"),
            {mode.value: mode_sentence(mode) for mode in SyncMode},
            self.tr("Other ways to sync"),
        )
        self._say_all()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick_if_needed()

    def hideEvent(self, event: QHideEvent) -> None:
        self._clock.stop()
        super().hideEvent(event)

    def _say_all(self) -> None:
        overview, run = self._overview, self.run
        self.start.setVisible(run is None)
        self.start.setEnabled(self._is_active and overview is not None)
        self.start.setToolTip("" if self._is_active else self.tr("Activate the connector first."))
        for mode in SyncMode:
            self.start.actions_by_key[mode.value].setVisible(overview is None or mode in overview.modes)
        self.cancel.setVisible(run is not None)
        self.cancel.setEnabled(run is not None and not run.cancel_requested)
        self.say_run()
        self._say_streams(overview.streams if overview else ())
        self._tick_if_needed()

    def _say_streams(self, streams: tuple[StreamState, ...]) -> None:
        while len(self._rows) < len(streams):
            self._add_row()
        for number, (link, counts) in enumerate(self._rows):
            link.setVisible(number < len(streams))
            counts.setVisible(number < len(streams))
            if number < len(streams):
                link.setText(stream_title(streams[number].stream))
                link.setProperty("stream", streams[number].stream.key)
                counts.show_text(_counts(streams[number]))

    def _add_row(self) -> None:
        link, counts = LinkButton(), ElidedLabel("muted")
        link.refuse(self._why_no_records)
        link.clicked.connect(lambda: self.records_requested.emit(str(link.property("stream"))))
        self._streams.addWidget(link, len(self._rows), 0, Qt.AlignmentFlag.AlignLeading)
        self._streams.addWidget(counts, len(self._rows), 1)
        self._rows.append((link, counts))

    def _tick_if_needed(self) -> None:
        if self.isVisible() and self.run is not None:
            self._clock.start()
        else:
            self._clock.stop()

    def _ask_to_cancel(self) -> None:
        if self.run is not None:
            self.cancel_requested.emit(self.run)

    def _connect(self) -> None:
        self.start.clicked.connect(lambda: self.sync_requested.emit(SyncMode.INCREMENTAL.value))
        self.start.chosen.connect(self.sync_requested)
        self.cancel.clicked.connect(self._ask_to_cancel)
        self.history.clicked.connect(self.history_requested)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.history)
        state = QHBoxLayout()
        state.setSpacing(Space.S)
        state.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignTop)
        state.addWidget(self.words, 1)
        state.addWidget(self.progress, 1)
        actions = QHBoxLayout()
        actions.addWidget(self.start)
        actions.addWidget(self.cancel)
        actions.addStretch(1)
        self._streams.setContentsMargins(0, 0, 0, 0)
        self._streams.setHorizontalSpacing(Space.M)
        self._streams.setVerticalSpacing(0)
        self._streams.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        for part in (head, state, actions, self._streams):
            column.addLayout(part)


def _counts(state: StreamState) -> str:
    live = formats.number(state.live + state.archived)
    if not state.deleted:
        return live
    return filled("SyncSection", _COUNTS, {"live": live, "deleted": formats.number(state.deleted)})
