"""The entries that the page lists, newest first, and what the chosen one has differently."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QModelIndex

from integration_console.domain.audit import AuditEntry, AuditPage
from integration_console.ui.language import formats
from integration_console.ui.tabs.audit.words import (
    Difference,
    action_icon,
    action_title,
    area_icon,
    area_name,
    field_name,
    short_moment,
    subject_name,
)
from integration_console.ui.widgets import Cell, Column, TableModel

PAGE = 100
"""How many entries are fetched at once."""


class AuditModel(TableModel[AuditEntry]):
    """As many entries as were looked at; `show_page` brings the newest up to date, `append` adds older ones."""

    def __init__(self) -> None:
        self.names: Mapping[str, str] = {}
        self.next: int | None = None
        super().__init__(
            (
                Column(lambda: QCoreApplication.translate("AuditModel", "No."), _number, 84),
                Column(lambda: QCoreApplication.translate("AuditModel", "When"), _when, 156),
                Column(lambda: QCoreApplication.translate("AuditModel", "Who"), _who, 104),
                Column(lambda: QCoreApplication.translate("AuditModel", "Change"), _action, 172),
                Column(lambda: QCoreApplication.translate("AuditModel", "What"), self._subject),
            )
        )

    def row_of(self, number: int) -> int:
        """The row of an entry, -1 when it is not listed."""
        return next((row for row, each in enumerate(self._rows) if each.number == number), -1)

    def entry(self, number: int) -> AuditEntry | None:
        """The entry with this number, if it is listed."""
        row = self.row_of(number)
        return self._rows[row] if row >= 0 else None

    def restart(self, page: AuditPage) -> None:
        """Shows other entries from the top."""
        self.next = page.next
        self.show_rows(page.entries)

    def show_page(self, page: AuditPage) -> None:
        """Takes the newest entries as they are now; older ones that are listed stay, and so does the selection."""
        new = self._in_front(page)
        if new is None:
            self.restart(page)
        elif new:
            self.beginInsertRows(QModelIndex(), 0, new - 1)
            self._rows = (*page.entries[:new], *self._rows)
            self.endInsertRows()

    def append(self, page: AuditPage) -> None:
        """Adds a page of older entries."""
        self.next = page.next
        if page.entries:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(page.entries) - 1)
            self._rows = (*self._rows, *page.entries)
            self.endInsertRows()

    def say_again(self) -> None:
        """Names or the language have changed."""
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.columns) - 1))

    def _in_front(self, page: AuditPage) -> int | None:
        """How many of the page's entries are newer than those listed; None: the list has to begin anew."""
        if not self._rows:
            return None
        hashes = [each.hash for each in page.entries]
        if self._rows[0].hash not in hashes:
            return None
        new = hashes.index(self._rows[0].hash)
        listed = [each.hash for each in self._rows[: len(hashes) - new]]
        return new if hashes[new:] == listed else None

    def _subject(self, entry: AuditEntry) -> Cell:
        kind = entry.change.subject_kind
        name = subject_name(entry, self.names)
        return Cell(name or area_name(kind), muted=not name, icon=area_icon(kind))


class DifferencesModel(TableModel[Difference]):
    """What was changed, field by field: as it was, as it is."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(lambda: QCoreApplication.translate("DifferencesModel", "Field"), _field, 104),
                Column(lambda: QCoreApplication.translate("DifferencesModel", "Before"), _before),
                Column(lambda: QCoreApplication.translate("DifferencesModel", "After"), _after),
            )
        )


def _number(entry: AuditEntry) -> Cell:
    return Cell(formats.number(entry.number), muted=True)


def _when(entry: AuditEntry) -> Cell:
    return Cell(short_moment(entry.change.created_at))


def _who(entry: AuditEntry) -> Cell:
    return Cell(entry.change.actor, strong=True)


def _action(entry: AuditEntry) -> Cell:
    return Cell(action_title(entry.change.action), icon=action_icon(entry.change.action))


def _field(line: Difference) -> Cell:
    name = field_name(line.field)
    return Cell(name or line.field, is_technical=not name, strong=line.changed, muted=not line.changed)


def _before(line: Difference) -> Cell:
    return _side(line.before, muted=True)


def _after(line: Difference) -> Cell:
    return _side(line.after, muted=not line.changed)


def _side(text: str | None, *, muted: bool) -> Cell:
    return Cell("—", muted=True) if text is None else Cell(text, is_technical=True, muted=muted)
