"""All about one run: how far it is, why it waits or failed, what it changed, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from integration_console.domain.records import RecordChange
from integration_console.domain.syncs import RunState, SyncRun, Trigger
from integration_console.ui.language import Translated, formats
from integration_console.ui.sync_words import (
    duration_of,
    error_of_run,
    mode_sentence,
    progress_words,
    rests_for_access,
    share_of,
    state_of_run,
    stream_titles,
    trigger_word,
    waiting_words,
)
from integration_console.ui.tabs.syncs.model import ChangesModel, Known
from integration_console.ui.tabs.syncs.numbers import RunNumbers
from integration_console.ui.theme import RowHeight, Space
from integration_console.ui.widgets import (
    Banner,
    CopyLine,
    DataTable,
    ElidedLabel,
    FlowLayout,
    IconButton,
    Label,
    ProgressLine,
    QuietButton,
    SecondaryButton,
    StatusPill,
    Tone,
)
from integration_console.ui.widgets.properties import PropertyList

_NARROWEST = 340
_KEYS = ("streams", "trigger", "person", "requested", "started", "duration", "attempts")
_MOST_SEEN = 8
_ROOM_FOR_KIND = 400


class ChangesTable(DataTable):
    """As many columns as there is room for."""

    def __init__(self, model: ChangesModel) -> None:
        super().__init__(row_height=RowHeight.COMPACT)
        self.show_model(model, [column.width for column in model.columns])

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setColumnHidden(2, self.width() < _ROOM_FOR_KIND)
        super().resizeEvent(event)


class RunDetails(Translated, QFrame):
    """A panel beside the list. Esc or the cross closes it."""

    closed = Signal()
    cancel_requested = Signal()
    again_requested = Signal()
    records_requested = Signal()
    record_requested = Signal(object)
    log_requested = Signal()
    authorisation_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._run: SyncRun | None = None
        self._known = Known()
        self._trouble: tuple[object, ...] = ()
        self.pill, self.name, self._mode = StatusPill(), ElidedLabel("heading"), Label("caption", wrap=True)
        self.banner, self.progress, self.numbers = Banner(narrow=True), ProgressLine(), RunNumbers()
        self.cancel, self.again = SecondaryButton("circle-stop"), SecondaryButton("refresh-cw")
        self.records, self.log = QuietButton("database"), IconButton("scroll-text")
        self.properties = PropertyList(_KEYS, copies=False)
        self._id_name, self.id = Label("muted"), CopyLine()
        self._changes_heading, self.no_changes = Label("section"), Label("muted", wrap=True)
        self.changes = ChangesModel()
        self.changes.setParent(self)
        self.table = ChangesTable(self.changes)
        self._close = IconButton("x")
        self._content, self._shows_records = QWidget(), True
        self._lay_out()
        self._connect()
        self.retranslate()

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest words of the language in force need."""
        hint = super().minimumSizeHint()
        needed = self._content.minimumSizeHint().width() + 18
        return QSize(max(hint.width(), _NARROWEST, needed), hint.height())

    @property
    def run(self) -> SyncRun | None:
        """The run that is shown."""
        return self._run

    def show_run(self, run: SyncRun, known: Known) -> None:
        """Shows a run as it is now; its changes follow by `show_changes`."""
        if self._run is None or self._run.id != run.id:
            self.show_changes(())
        self._run, self._known = run, known
        self.changes.streams = known.streams
        self.say_run()

    def show_changes(self, changes: Sequence[RecordChange]) -> None:
        """Shows the first records that the run changed."""
        if tuple(changes) != self.changes.rows:
            self.changes.show_rows(changes)
        self.table.setVisible(bool(changes) and self._shows_records)
        self.no_changes.setVisible(not changes and self._shows_records)
        rows = min(len(changes), _MOST_SEEN)
        self.table.setFixedHeight(rows * RowHeight.COMPACT + self.table.horizontalHeader().sizeHint().height() + 4)

    def refuse_records(self, why: str) -> None:
        """What the run changed cannot be looked at, and why; "": it can."""
        self._shows_records = not why
        self._changes_heading.setVisible(self._shows_records)
        self.records.refuse(why)
        self.show_changes(self.changes.rows if self._shows_records else ())

    def say_run(self) -> None:
        """Says all that changes while time passes."""
        run = self._run
        if run is None:
            return
        name = self._known.name_of(run.connector_id)
        self.pill.show_status(*state_of_run(run))
        self.name.show_text(name)
        self._mode.setText(mode_sentence(run.mode))
        self.id.show_text(run.id)
        self._say_trouble(run, name)
        self.progress.setVisible(run.state is RunState.RUNNING)
        self.progress.show_progress(share_of(run), progress_words(run))
        self.numbers.show_counts(run.counts)
        self._say_properties(run)
        self.cancel.setVisible(not run.ended)
        self.cancel.setEnabled(not run.cancel_requested)
        self.again.setVisible(run.ended)
        can_start = any(each.id == run.connector_id for each in self._known.syncing)
        self.again.setEnabled(can_start)
        self.records.setEnabled(any(each.id == run.connector_id for each in self._known.connectors))

    def retranslate(self) -> None:
        self.properties.show_names(
            {
                "streams": self.tr("Kinds"),
                "trigger": self.tr("Started by"),
                "person": self.tr("Person"),
                "requested": self.tr("Requested"),
                "started": self.tr("Started"),
                "duration": self.tr("Duration"),
                "attempts": self.tr("Attempts"),
            }
        )
        self._id_name.setText(self.tr("Run"))
        self.id.show_name(self.tr("Run"))
        self.cancel.setText(self.tr("Cancel sync"))
        self.again.setText(self.tr("Run again"))
        self.records.setText(self.tr("Show records"))
        self.log.show_name(self.tr("Show log"))
        self._changes_heading.setText(self.tr("First changes"))
        self.no_changes.setText(self.tr("This run has changed no record so far."))
        self.table.setAccessibleName(self.tr("First changes"))
        self._close.show_name(self.tr("Close"))
        self.setAccessibleName(self.tr("Details"))
        self.say_run()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _say_trouble(self, run: SyncRun, name: str) -> None:
        """A pause is counted down without interrupting anybody; all else is said once."""
        about = (run.id, run.state, run.error_code)
        is_new, self._trouble = about != self._trouble, about
        error = error_of_run(run)
        if run.state is RunState.WAITING:
            # The same words as on the page of connectors.
            again = QCoreApplication.translate("DetailPane", "Authorise again…") if rests_for_access(run) else ""
            self.banner.show_message(Tone.WARNING, waiting_words(run, name), action=again, quietly=not is_new)
        elif run.state is RunState.FAILED and error is not None:
            if is_new:
                self.banner.show_error(error)
        else:
            self.banner.hide()

    def _say_properties(self, run: SyncRun) -> None:
        values = {
            "streams": stream_titles(run.streams, self._known.streams),
            "trigger": trigger_word(run.trigger),
            "person": run.requested_by if run.trigger is Trigger.PERSON else "",
            "requested": formats.date_time(run.created_at),
            "started": formats.date_time(run.started_at) if run.started_at else "",
            "duration": duration_of(run),
            "attempts": formats.number(run.attempts) if run.attempts > 1 else "",
        }
        for key, value in values.items():
            self.properties.show_value(key, value)

    def _connect(self) -> None:
        self._close.clicked.connect(self.closed)
        self.cancel.clicked.connect(self.cancel_requested)
        self.again.clicked.connect(self.again_requested)
        self.records.clicked.connect(self.records_requested)
        self.banner.action_requested.connect(self.authorisation_requested)
        self.table.row_opened.connect(lambda row: self.record_requested.emit(self.changes.rows[row]))
        self.log.clicked.connect(self.log_requested)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(Space.L, Space.S, Space.S, 0)
        head.addWidget(self.pill)
        head.addStretch(1)
        head.addWidget(self._close)
        self._content.setProperty("role", "clear")
        self._fill(QVBoxLayout(self._content))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(Space.S)
        whole.addLayout(head)
        whole.addWidget(area, 1)

    def _fill(self, column: QVBoxLayout) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self._mode)
        actions = FlowLayout()
        for button in (self.cancel, self.again, self.records, self.log):
            actions.addWidget(button)
        column.setContentsMargins(Space.L, 0, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addLayout(words)
        for part in (self.banner, self.progress, self.numbers):
            column.addWidget(part)
        column.addLayout(actions)
        for below in (self.properties, self._changes_heading, self.no_changes, self.table, self._id_name, self.id):
            column.addWidget(below)
        column.addStretch(1)
