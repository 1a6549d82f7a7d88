"""A mark and a note beside the entry that is shown, to read and to write."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from integration_console.domain.controls import visible
from integration_console.domain.log_notes import LogNote, LogNoteDraft, Mark
from integration_console.ui.language import Translated, formats, user_text
from integration_console.ui.tabs.logs.words import MARK_ICONS, MARK_ROLES, mark_word
from integration_console.ui.theme import Space
from integration_console.ui.widgets import IconButton, Label, SecondaryButton

_LINES: Final = 58


class _NoteEdit(QPlainTextEdit):
    """Ctrl+Enter saves; Tab leads on."""

    agreed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(_LINES)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.agreed.emit()
        else:
            super().keyPressEvent(event)


class NoteSection(Translated, QWidget):
    """`wanted` carries a `LogNoteDraft` when a person chooses a mark or saves the note."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._log_id = ""
        self._note: LogNote | None = None
        self.marks = {mark: IconButton("star") for mark in Mark}
        self.text = _NoteEdit()
        self.save = SecondaryButton("check")
        self._author = Label("caption", wrap=True)
        self._lay_out()
        for mark, button in self.marks.items():
            button.setCheckable(True)
            button.show_icon(MARK_ICONS[mark], MARK_ROLES.get(mark, "text-muted"))
            button.clicked.connect(lambda _checked=False, mark=mark: self._choose(mark))
        self.text.textChanged.connect(self._note_text)
        self.text.agreed.connect(lambda: self.save.click() if self._is_changed else None)
        self.save.clicked.connect(self._save)
        self.retranslate()
        self._show_state()

    def show_entry(self, log_id: str, note: LogNote | None) -> None:
        """Shows what stands beside an entry; what is being written beside the same one stays."""
        written = self.text.toPlainText().strip()
        stays = log_id == self._log_id and self._is_changed and written != (note.text if note is not None else "")
        self._log_id, self._note = log_id, note
        if not stays:
            self.text.setPlainText(self._kept_text)
        self._show_state()

    def refuse(self, why: str) -> None:
        """Lets nobody write, and says why ("": lets them)."""
        for each in self.marks.values():
            each.refuse(why)
        self.save.refuse(why)
        self.text.setReadOnly(bool(why))
        self.text.setToolTip(why)

    def retranslate(self) -> None:
        self.text.setPlaceholderText(self.tr("A note for everybody in the organisation"))
        self.text.setAccessibleName(self.tr("Note"))
        self.save.setText(self.tr("Save note"))
        self.save.setToolTip("Ctrl+Enter")
        for mark, button in self.marks.items():
            button.show_name(mark_word(mark))
        self._say_author()

    @property
    def _kept_text(self) -> str:
        return visible(self._note.text) if self._note is not None else ""

    @property
    def _mark(self) -> Mark:
        return self._note.mark if self._note is not None else Mark.NONE

    @property
    def _is_changed(self) -> bool:
        return self.text.toPlainText().strip() != self._kept_text

    def _choose(self, mark: Mark) -> None:
        text = self._note.text if self._note is not None else ""
        self._show_state()
        self.wanted.emit(LogNoteDraft(self._log_id, mark, text))

    def _save(self) -> None:
        self.wanted.emit(LogNoteDraft(self._log_id, self._mark, self.text.toPlainText()))

    def _note_text(self) -> None:
        self.save.setVisible(self._is_changed)

    def _show_state(self) -> None:
        for mark, button in self.marks.items():
            button.setChecked(mark is self._mark)
        self._note_text()
        self._say_author()

    def _say_author(self) -> None:
        if self._note is None:
            self._author.setText("")
        else:
            words = self.tr("Written by {author}, {moment}")
            moment = formats.date_time(self._note.written_at, seconds=False)
            self._author.setText(words.format(author=user_text(visible(self._note.author)), moment=moment))
        self._author.setVisible(self._note is not None)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in self.marks.values():
            row.addWidget(button)
        row.addSpacing(Space.S)
        row.addWidget(self._author, 2)
        row.addStretch(1)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(row)
        column.addWidget(self.text)
