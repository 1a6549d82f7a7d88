"""The logs that are to be imported, each with the zone of those of its times that name none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from integration_console.domain.log_importing import ForeignLog
from integration_console.domain.log_terms import zone_of
from integration_console.ui.language import Translated, formats, technical
from integration_console.ui.theme import Space
from integration_console.ui.widgets import ElidedLabel, IconButton, Label, LtrLine, Sign
from integration_console.ui.zones import known_zones, local_zone

_ZONE_WIDTH = 190


class LogRow(Translated, QWidget):
    """One log: its name, its size, its zone, and a button that takes it off the list."""

    removed = Signal()

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self._name, self._size = ElidedLabel("plain"), Label("caption")
        self.zone = LtrLine()
        self.zone.setFixedWidth(_ZONE_WIDTH)
        self.zone.setPlaceholderText(local_zone())
        completer = QCompleter(known_zones(), self.zone)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.zone.setCompleter(completer)
        self.remove = IconButton("x")
        self.remove.clicked.connect(self.removed)
        self.problem = Label("error", wrap=True)
        self.problem.hide()
        self.zone.textChanged.connect(lambda _text: self.problem.hide())
        self._lay_out()
        self.retranslate()

    @property
    def log(self) -> ForeignLog:
        """What is to be imported."""
        return ForeignLog(self.path, self.zone.text().strip())

    def check(self) -> bool:
        """Says so where there is no such zone; whether there is."""
        zone = self.zone.text().strip()
        is_one = not zone or zone_of(zone) is not None
        self.problem.setVisible(not is_one)
        if not is_one:
            self.zone.setFocus()
        return is_one

    def retranslate(self) -> None:
        name = technical(self.path.name)
        self._name.show_text(name)
        self._size.setText(_size_of(self.path))
        self.remove.show_name(self.tr("Take off this list"))
        self.zone.setAccessibleName(self.tr("Zone of times that name none, in {name}").format(name=name))
        self.problem.setText(self.tr("There is no such time zone; use a name such as Asia/Riyadh."))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._size)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(Sign("file-text"))
        row.addLayout(words, 1)
        row.addWidget(self.zone)
        row.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(row)
        column.addWidget(self.problem)


class LogList(Translated, QWidget):
    """All of them; the last one cannot be taken off. `changed`: one came or went."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[LogRow] = []
        self._heading = Label("caption")
        self._heading.setFixedWidth(_ZONE_WIDTH)
        head = QHBoxLayout()
        head.addStretch(1)
        head.addWidget(self._heading)
        head.addSpacing(IconButton("x").sizeHint().width() + Space.S)  # it stands over the zones
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self._column.addLayout(head)
        self.retranslate()

    @property
    def logs(self) -> tuple[ForeignLog, ...]:
        """What is to be imported."""
        return tuple(row.log for row in self.rows)

    def add(self, paths: list[Path]) -> None:
        """Puts files on the list that are not there yet; they begin with the zone of the one before."""
        for path in paths:
            if path not in [row.path for row in self.rows]:
                row = LogRow(path)
                row.zone.setText(self.rows[-1].zone.text() if self.rows else "")
                row.removed.connect(lambda row=row: self._remove(row))
                self.rows.append(row)
                self._column.addWidget(row)
        self._tell()

    def check(self) -> bool:
        """Says which zones there are not; whether there are all."""
        return all(row.check() for row in self.rows)

    def retranslate(self) -> None:
        self._heading.setText(self.tr("Zone of times that name none"))

    def _remove(self, row: LogRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self._tell()

    def _tell(self) -> None:
        for row in self.rows:
            row.remove.setEnabled(len(self.rows) > 1)
        self.changed.emit()


def _size_of(path: Path) -> str:
    try:
        return formats.size(path.stat().st_size)
    except OSError:
        return ""
