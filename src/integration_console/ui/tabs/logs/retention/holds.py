"""The legal holds that are in force, each to be released, and the dialog that places one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from integration_console.domain.forms import Field, FieldKind, Form
from integration_console.domain.retention import LONGEST_REASON, HoldDraft, LegalHold
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.ui.forms import FormView
from integration_console.ui.forms.form_dialog import FormDialog
from integration_console.ui.language import Translated, filled, formats, technical, user_text
from integration_console.ui.theme import Space
from integration_console.ui.widgets import ElidedLabel, Label, SecondaryButton

_SINCE = QT_TRANSLATE_NOOP("Retention", "from {moment}")
_UNTIL = QT_TRANSLATE_NOOP("Retention", "before {moment}")
_ABOUT = QT_TRANSLATE_NOOP("Retention", "about {connector}")
_OF_CAUSE = QT_TRANSLATE_NOOP("Retention", "of the cause {correlation}")
_FORM = Form((
    Field("reason", FieldKind.TEXT, QT_TRANSLATE_NOOP("Forms", "Reason"), required=True,
          help=QT_TRANSLATE_NOOP("Forms", "Such as the number of the case; it stands in the audit.")),
))  # fmt: skip


def held_words(hold: LegalHold | HoldDraft, names: Mapping[str, str]) -> str:
    """What a hold keeps."""
    parts = [
        filled("Retention", _SINCE, {"moment": formats.date_time(hold.since, seconds=False)}) if hold.since else "",
        filled("Retention", _UNTIL, {"moment": formats.date_time(hold.until, seconds=False)}) if hold.until else "",
        _about(hold.connector_id, names) if hold.connector_id else "",
        filled("Retention", _OF_CAUSE, {"correlation": technical(hold.correlation_id)}) if hold.correlation_id else "",
    ]
    named = [each for each in parts if each]
    whole = QCoreApplication.translate("Retention", "the whole log")
    return formats.listing(named) if named else whole


def _about(connector_id: str, names: Mapping[str, str]) -> str:
    return filled("Retention", _ABOUT, {"connector": user_text(names.get(connector_id, connector_id))})


class HoldList(Translated, QWidget):
    """One line for each hold; without any, a sentence."""

    released = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._none = Label("muted", wrap=True)
        self._lines: list[QWidget] = []
        self.release_buttons: list[SecondaryButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self._column.addWidget(self._none)
        self.retranslate()

    def show_holds(self, holds: tuple[LegalHold, ...], names: Mapping[str, str]) -> None:
        """Shows what is in force."""
        for line in self._lines:
            line.deleteLater()
            self._column.removeWidget(line)
        self.release_buttons = []
        self._lines = [self._line(hold, names) for hold in holds]
        for line in self._lines:
            self._column.addWidget(line)
        self._none.setVisible(not holds)

    def retranslate(self) -> None:
        self._none.setText(self.tr("No entries are held."))
        for button in self.release_buttons:
            button.setText(self.tr("Release"))

    def _line(self, hold: LegalHold, names: Mapping[str, str]) -> QWidget:
        button = SecondaryButton()
        button.setText(self.tr("Release"))
        button.setAccessibleName(f"{button.text()}: {hold.reason}")
        button.clicked.connect(partial(self.released.emit, hold.id))
        self.release_buttons.append(button)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel("plain", hold.reason))
        told = ElidedLabel("muted", held_words(hold, names))
        words.addWidget(told)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(words, 1)
        row.addWidget(button)
        return line


class HoldDialog(FormDialog):
    """Asks why what the log is narrowed to must be kept; only time, connector and cause of a filter can be held."""

    def __init__(self, parent: QWidget, about: HoldDraft, names: Mapping[str, str]) -> None:
        super().__init__(parent, FormView(_FORM), width=480)
        self._about, self._names = about, names
        self._what = Label("plain", wrap=True)
        self.body.addWidget(self._what)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.retranslate()
        self.fit()
        self.form.focus_first()

    def draft(self) -> HoldDraft | None:
        """What was filled in, or None where something is wrong; the field then says what."""
        if not self.check():
            return None
        return replace(self._about, reason=str(self.form.values()["reason"])[:LONGEST_REASON])

    def retranslate(self) -> None:
        self.show_title(
            self.tr("Keep what the log shows now?"),
            self.tr("Time, connector and cause of the present filter count. What is held stays until it is released."),
        )
        self._what.setText(self.tr("Held will be: {what}").format(what=held_words(self._about, self._names)))
        self.primary.setText(self.tr("Hold"))
        self.secondary.setText(self.tr("Cancel"))
