"""The runs that the page lists, newest first, and the changes of the one that is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QModelIndex

from integration_console.domain.connectors import Connector, ConnectorStatus, ConnectorType
from integration_console.domain.records import RecordChange
from integration_console.domain.streams import Stream
from integration_console.domain.syncs import RunState, SyncRun
from integration_console.ui.connector_words import type_icon
from integration_console.ui.language import formats
from integration_console.ui.record_words import change_of
from integration_console.ui.sync_words import (
    duration_of,
    mode_word,
    share_of,
    state_of_run,
    stream_titles,
    trigger_word,
    what_happened,
)
from integration_console.ui.widgets import Cell, Column, TableModel

PAGE = 60
"""How many runs are fetched at once."""


@dataclass(frozen=True, slots=True)
class Known:
    """The connectors that runs belong to, their types, and the streams by key."""

    connectors: tuple[Connector, ...] = ()
    types: tuple[ConnectorType, ...] = ()
    streams: Mapping[str, Stream] = field(default_factory=dict)

    def name_of(self, connector_id: str) -> str:
        """The name of a connector; of one that was removed, that it was."""
        found = next((each.name for each in self.connectors if each.id == connector_id), "")
        return found or QCoreApplication.translate("RunsModel", "Removed connector")

    def type_of(self, connector_id: str) -> ConnectorType | None:
        """The type of a connector; None when it is not installed, or the connector was removed."""
        key = next((each.type for each in self.connectors if each.id == connector_id), "")
        return next((each for each in self.types if each.key == key), None)

    @property
    def syncing(self) -> tuple[Connector, ...]:
        """The active connectors whose type brings records."""
        keys = {each.key for each in self.types if each.syncs}
        return tuple(each for each in self.connectors if each.type in keys and each.status is ConnectorStatus.ACTIVE)


class RunsModel(TableModel[SyncRun]):
    """As many runs as were looked at; `show_page` brings the newest up to date, `append` adds older ones."""

    def __init__(self) -> None:
        self.known = Known()
        self.is_complete = False
        super().__init__(
            [
                Column(lambda: QCoreApplication.translate("RunsModel", "Connector"), self._connector),
                Column(lambda: QCoreApplication.translate("RunsModel", "Reads"), _mode, 116),
                Column(lambda: QCoreApplication.translate("RunsModel", "State"), _state, 160),
                Column(lambda: QCoreApplication.translate("RunsModel", "What happened"), self._happened),
                Column(lambda: QCoreApplication.translate("RunsModel", "Started by"), _trigger, 110),
                Column(lambda: QCoreApplication.translate("RunsModel", "Requested"), _requested, 132),
                Column(lambda: QCoreApplication.translate("RunsModel", "Duration"), _duration, 88),
            ]
        )

    @property
    def has_open(self) -> bool:
        """Whether a run has not ended yet."""
        return any(not run.ended for run in self._rows)

    def run(self, run_id: str) -> SyncRun | None:
        """The run with this id, if it is listed."""
        return next((each for each in self._rows if each.id == run_id), None)

    def row_of(self, run_id: str) -> int:
        """The row of a run, -1 when it is not listed."""
        return next((number for number, each in enumerate(self._rows) if each.id == run_id), -1)

    def restart(self, newest: Sequence[SyncRun]) -> None:
        """Shows other runs from the top."""
        self.is_complete = len(newest) < PAGE
        self.show_rows(newest)

    def show_page(self, newest: Sequence[SyncRun]) -> None:
        """Takes the newest runs as they are now; older ones that are listed stay."""
        older = self._older_than(newest)
        if older is None:
            self.restart(newest)
        else:
            self._change_rows((*newest, *older))

    def append(self, older: Sequence[SyncRun]) -> None:
        """Adds a page of older runs."""
        self.is_complete = len(older) < PAGE
        self._change_rows((*self._rows, *older))

    def say_again(self) -> None:
        """Times have passed, names or the language have changed."""
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.columns) - 1))

    def _older_than(self, newest: Sequence[SyncRun]) -> tuple[SyncRun, ...] | None:
        """What is listed behind the last of these runs; None: the list has to begin anew."""
        if len(newest) < PAGE:
            return ()
        row = self.row_of(newest[-1].id)
        return None if row < 0 else self._rows[row + 1 :]

    def _change_rows(self, rows: tuple[SyncRun, ...]) -> None:
        """Lets new runs push the others down, so that the selection stays with its run."""
        shown, wanted = [each.id for each in self._rows], [each.id for each in rows]
        front = wanted.index(shown[0]) if shown and shown[0] in wanted else -1
        if front < 0 or wanted[front : front + len(shown)] != shown:
            self.show_rows(rows)
            return
        if front:
            self.beginInsertRows(QModelIndex(), 0, front - 1)
            self._rows = (*rows[:front], *self._rows)
            self.endInsertRows()
        if len(rows) > len(self._rows):
            self.beginInsertRows(QModelIndex(), len(self._rows), len(rows) - 1)
            self._rows = rows
            self.endInsertRows()
        self._rows = rows
        self.say_again()

    def _connector(self, run: SyncRun) -> Cell:
        icon = type_icon(self.known.type_of(run.connector_id))
        return Cell(self.known.name_of(run.connector_id), strong=True, icon=icon)

    def _happened(self, run: SyncRun) -> Cell:
        share = None
        if run.state is RunState.RUNNING:
            known = share_of(run)
            share = -1.0 if known is None else known
        muted = run.state in (RunState.QUEUED, RunState.CANCELLED)
        return Cell(what_happened(run), muted=muted, share=share)


class ChangesModel(TableModel[RecordChange]):
    """The first records that a run changed."""

    def __init__(self) -> None:
        self.streams: Mapping[str, Stream] = {}
        super().__init__(
            [
                Column(lambda: QCoreApplication.translate("ChangesModel", "Change"), _kind, 118),
                Column(lambda: QCoreApplication.translate("ChangesModel", "Record"), _title),
                Column(lambda: QCoreApplication.translate("ChangesModel", "Kind"), self._stream, 104),
            ]
        )

    def _stream(self, change: RecordChange) -> Cell:
        return Cell(stream_titles((change.stream,), self.streams), muted=True)


def _mode(run: SyncRun) -> Cell:
    return Cell(mode_word(run.mode), muted=True)


def _state(run: SyncRun) -> Cell:
    text, tone, icon = state_of_run(run)
    return Cell(text, tone=tone, icon=icon)


def _trigger(run: SyncRun) -> Cell:
    return Cell(trigger_word(run.trigger), muted=True)


def _requested(run: SyncRun) -> Cell:
    return Cell(formats.relative(run.created_at, datetime.now(UTC)), muted=True)


def _duration(run: SyncRun) -> Cell:
    return Cell(duration_of(run), muted=True)


def _kind(change: RecordChange) -> Cell:
    text, tone, icon = change_of(change.kind)
    return Cell(text, tone=tone, icon=icon)


def _title(change: RecordChange) -> Cell:
    return Cell(change.title or change.external_id, strong=True)
