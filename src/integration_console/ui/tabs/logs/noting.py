"""Fetches what stands beside the rows that are seen, and writes marks and notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from integration_console.domain.changes import Change, Subject
from integration_console.domain.errors import ConsoleError
from integration_console.domain.log_notes import USUAL_MARK, LogNote, LogNoteDraft, Mark
from integration_console.domain.work import Work
from integration_console.gateways.log_note_protocols import LogNotesGateway
from integration_console.ui.allowing import Allowing
from integration_console.ui.tabs.logs.view import LogsView
from integration_console.ui.tasks import TaskRunner
from integration_console.ui.widgets import ToastOverlay

_MOST_MARKED: Final = 200
"""Rows that are marked at once."""
_Notes = tuple[tuple[str, LogNote | None], ...]


class LogNoter(QObject):
    """Marks the chosen rows with M; what others write is seen when they tell, or when rows come into sight."""

    def __init__(
        self, gateway: LogNotesGateway, tasks: TaskRunner, view: LogsView, toasts: ToastOverlay, allowing: Allowing
    ) -> None:
        super().__init__(view)
        self._gateway, self._tasks, self._view, self._toasts = gateway, tasks, view, toasts
        self._model, self._section = view.model, view.details.note
        self._may_write = False
        self._heard = 0
        self._model.notes_awaited.connect(self._fetch)
        self._section.wanted.connect(self._save)
        view.mark_wanted.connect(self.toggle_marks)
        self.mark = view.more.add_action("star", _mark_words, self.toggle_marks, "M")
        allowing.needs("logs.write", self._section.refuse, self.mark.refuse, self._learn_right)

    def hear(self, change: Change) -> None:
        """Somebody wrote something."""
        if change.subject is Subject.LOG_NOTES:
            self._heard += 1
            self._model.forget_notes()
            self._view.table.viewport().update()

    def toggle_marks(self) -> None:
        """Marks the chosen rows; where all of them are marked, takes their marks away."""
        ids = self._chosen_ids()
        if not ids or not self._may_write:
            return
        task = self._tasks.start("logs.mark", lambda work: _toggled(self._gateway, ids, work))
        task.succeeded.connect(self._learn)
        task.failed.connect(self._toasts.show_error)

    def _chosen_ids(self) -> list[str]:
        rows = [row for each in self._view.table.chosen_ranges for row in each[:_MOST_MARKED]][:_MOST_MARKED]
        return [entry.id for row in rows if (entry := self._model.entry(row)) is not None]

    def _fetch(self) -> None:
        """Asks for the notes on the rows that are seen; when they are there, for those that are seen by then."""
        if self._tasks.is_running("logs.notes"):
            return
        ids = self._model.without_known_notes(*self._view.table.seen_rows)
        if self._view.details.entry_id and not self._model.knows_note(self._view.details.entry_id):
            ids = [*ids, self._view.details.entry_id]
        if not ids:
            return
        task = self._tasks.start("logs.notes", lambda _work: _of_each(ids, self._gateway.log_notes(ids)))
        heard = self._heard
        task.succeeded.connect(lambda found: self._learn(found) if heard == self._heard else self._fetch_anew())
        task.failed.connect(lambda error: self._stumble(ids, error))

    def _fetch_anew(self) -> None:
        """Somebody wrote something while the notes were on their way."""
        QTimer.singleShot(0, self, self._fetch)

    def _stumble(self, ids: Sequence[str], error: ConsoleError) -> None:
        """What was known before stays, and is not asked for again until somebody writes."""
        self._model.learn_notes((each, self._model.note_of(each)) for each in ids)
        self._toasts.show_error(error)

    def _learn(self, found: _Notes) -> None:
        self._model.learn_notes(found)
        self._view.table.viewport().update()
        shown = dict(found)
        entry_id = self._view.details.entry_id
        if entry_id in shown:
            self._section.show_entry(entry_id, shown[entry_id])

    def _save(self, draft: LogNoteDraft) -> None:
        task = self._tasks.start("logs.note", lambda _work: ((draft.log_id, self._gateway.save_log_note(draft)),))
        task.succeeded.connect(self._learn)
        task.failed.connect(self._toasts.show_error)

    def _learn_right(self, why_not: str) -> None:
        self._may_write = not why_not


def _of_each(ids: Sequence[str], notes: Sequence[LogNote]) -> _Notes:
    found = {each.log_id: each for each in notes}
    return tuple((each, found.get(each)) for each in ids)


def _toggled(gateway: LogNotesGateway, ids: Sequence[str], work: Work) -> _Notes:
    before = _of_each(ids, gateway.log_notes(ids))
    are_marked = all(note is not None and note.mark for _, note in before)
    mark = Mark.NONE if are_marked else USUAL_MARK
    after = []
    for log_id, note in before:
        work.stop_if_cancelled()
        if are_marked or note is None or not note.mark:
            text = note.text if note is not None else ""
            after.append((log_id, gateway.save_log_note(LogNoteDraft(log_id, mark, text))))
        else:
            after.append((log_id, note))
    return tuple(after)


def _mark_words() -> str:
    return QCoreApplication.translate("LogNoter", "Mark, or take the mark away")
