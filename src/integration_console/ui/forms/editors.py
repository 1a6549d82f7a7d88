"""One editor for each kind of field: shows a value, and says what was entered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLineEdit, QPlainTextEdit, QSpinBox, QTextEdit, QWidget

from integration_console.domain.forms import Field, FieldKind, Value
from integration_console.ui.forms.secret_line import SecretLine
from integration_console.ui.language import language
from integration_console.ui.theme import Space
from integration_console.ui.widgets.fields import LtrLine
from integration_console.ui.widgets.highlighting import PayloadHighlighter, Syntax
from integration_console.ui.widgets.segments import SegmentedControl

_LARGEST = 2_147_483_647
_SEGMENTS = 3
_SHORT_WORDS = 44
_SEARCHED = 20
_SHORTEST = 12


class Editor(Protocol):
    """What the form needs of an editor."""

    @property
    def widget(self) -> QWidget:
        """What stands in the form."""

    def value(self) -> Value:
        """What was entered."""

    def show_value(self, value: Value) -> None:
        """Shows a value."""

    def retranslate(self) -> None:
        """Says its words in the language in force."""


def translated(text: str) -> str:
    """A word of a form in the language in force."""
    return QCoreApplication.translate("Forms", text) if text else ""


class LineEditor:
    """Text in one line; technical kinds read left to right."""

    def __init__(self, field: Field, changed: Callable[[], None]) -> None:
        self._field = field
        self.widget: QLineEdit = LtrLine() if field.kind is FieldKind.URL else QLineEdit()
        self.widget.textChanged.connect(changed)
        self.retranslate()

    def value(self) -> Value:
        return self.widget.text().strip()

    def show_value(self, value: Value) -> None:
        self.widget.setText("" if value is None else str(value))
        self.widget.setCursorPosition(0)

    def retranslate(self) -> None:
        self.widget.setPlaceholderText(translated(self._field.placeholder))


class SecretEditor:
    """A secret: hidden while typed, never shown again."""

    def __init__(self, field: Field, changed: Callable[[], None], *, stored: bool) -> None:
        self._field = field
        self.widget = SecretLine(stored=stored, example=field.placeholder)
        self.widget.textChanged.connect(changed)

    def value(self) -> Value:
        return self.widget.text().strip()

    def show_value(self, value: Value) -> None:
        self.widget.setText("" if value is None else str(value))

    def retranslate(self) -> None:
        self.widget.retranslate()


class TextEditor:
    """Text in several lines, each paragraph in its own direction; JSON is coloured and reads left to right."""

    def __init__(self, field: Field, changed: Callable[[], None]) -> None:
        self._field = field
        is_json = field.kind is FieldKind.JSON
        self.widget: QPlainTextEdit | QTextEdit = QPlainTextEdit() if is_json else QTextEdit()
        self.widget.setTabChangesFocus(True)
        self.widget.setFixedHeight(132 if is_json else 84)
        if is_json:
            self._pin_left_to_right()
        if isinstance(self.widget, QTextEdit):
            self.widget.setAcceptRichText(False)
            self._follow_the_text()
        self.widget.textChanged.connect(changed)
        self.retranslate()

    def value(self) -> Value:
        return self.widget.toPlainText().strip()

    def show_value(self, value: Value) -> None:
        self.widget.setPlainText("" if value is None else str(value))

    def retranslate(self) -> None:
        self.widget.setPlaceholderText(translated(self._field.placeholder))

    def _follow_the_text(self) -> None:
        """Each paragraph has the direction of what is written in it."""
        option = QTextOption(Qt.AlignmentFlag.AlignLeading)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.widget.document().setDefaultTextOption(option)

    def _pin_left_to_right(self) -> None:
        self.widget.setProperty("role", "code")
        self.widget.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        self.widget.document().setDefaultTextOption(option)
        self._highlighter = PayloadHighlighter(self.widget.document())
        self._highlighter.choose(Syntax.JSON)


class FewChoicesEditor:
    """One of at most three choices with short words, all of them seen."""

    def __init__(self, field: Field, changed: Callable[[], None]) -> None:
        self._field = field
        self.widget = SegmentedControl([choice.value for choice in field.choices])
        self.widget.chosen.connect(lambda _key: changed())
        self.retranslate()

    def value(self) -> Value:
        return self.widget.key

    def show_value(self, value: Value) -> None:
        self.widget.choose(str(value))

    def retranslate(self) -> None:
        self.widget.show_labels({choice.value: translated(choice.label) for choice in self._field.choices})


class ChoiceEditor:
    """One of many choices; of very many one is found by typing a part of it. A choice without label is its value."""

    def __init__(self, field: Field, changed: Callable[[], None]) -> None:
        self._field = field
        self.widget = QComboBox()
        self.widget.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.widget.setMinimumContentsLength(_SHORTEST)
        for choice in field.choices:
            self.widget.addItem(translated(choice.label) or choice.value, choice.value)
        self.widget.currentIndexChanged.connect(lambda _index: changed())
        if len(field.choices) > _SEARCHED:
            self._let_search()
            self.retranslate()

    def value(self) -> Value:
        return str(self.widget.currentData())

    def show_value(self, value: Value) -> None:
        self.widget.setCurrentIndex(max(self.widget.findData(value), 0))

    def retranslate(self) -> None:
        with QSignalBlocker(self.widget):
            for number, choice in enumerate(self._field.choices):
                self.widget.setItemText(number, translated(choice.label) or choice.value)

        line = self.widget.lineEdit()
        if line is not None:  # Qt would align by the text's direction: a name in Latin letters would stand apart
            side = Qt.AlignmentFlag.AlignRight if language.is_right_to_left else Qt.AlignmentFlag.AlignLeft
            line.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)

    def _let_search(self) -> None:
        self.widget.setEditable(True)
        self.widget.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.widget.model(), self.widget)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.widget.setCompleter(completer)
        line = QLineEdit()
        line.editingFinished.connect(self._settle)
        self.widget.setLineEdit(line)
        line.setCompleter(completer)

    def _settle(self) -> None:
        """What was typed is one of the choices, or the one before it comes back."""
        found = self.widget.findText(self.widget.currentText(), Qt.MatchFlag.MatchFixedString)
        if found >= 0:
            self.widget.setCurrentIndex(found)
        self.widget.setEditText(self.widget.itemText(self.widget.currentIndex()))


class BooleanEditor:
    """Yes or no; the label stands beside the box."""

    def __init__(self, field: Field, changed: Callable[[], None]) -> None:
        self._field = field
        self.widget = QCheckBox()
        self.widget.toggled.connect(lambda _on: changed())
        self.retranslate()

    def value(self) -> Value:
        return self.widget.isChecked()

    def show_value(self, value: Value) -> None:
        self.widget.setChecked(bool(value))

    def retranslate(self) -> None:
        self.widget.setText(translated(self._field.label))


class IntegerEditor:
    """A whole number within its range."""

    def __init__(self, field: Field, changed: Callable[[], None]) -> None:
        self.widget = QSpinBox()
        self.widget.setRange(
            0 if field.minimum is None else field.minimum, _LARGEST if field.maximum is None else field.maximum
        )
        self.widget.setMaximumWidth(160)
        self.widget.lineEdit().setTextMargins(Space.S, 0, Space.S, 0)  # as other fields have by the style
        self.widget.valueChanged.connect(lambda _value: changed())

    def value(self) -> Value:
        return self.widget.value()

    def show_value(self, value: Value) -> None:
        self.widget.setValue(int(str(value)) if value is not None else self.widget.minimum())

    def retranslate(self) -> None:
        """Nothing but digits, which Qt writes itself."""


_KINDS: Mapping[FieldKind, Callable[[Field, Callable[[], None]], Editor]] = {
    FieldKind.TEXT: LineEditor,
    FieldKind.URL: LineEditor,
    FieldKind.MULTILINE: TextEditor,
    FieldKind.JSON: TextEditor,
    FieldKind.BOOLEAN: BooleanEditor,
    FieldKind.INTEGER: IntegerEditor,
}


def editor_for(field: Field, changed: Callable[[], None], *, stored: bool) -> Editor:
    """The editor of a field; `stored` says that the secret is in the store already."""
    if field.kind is FieldKind.SECRET:
        return SecretEditor(field, changed, stored=stored)
    if field.kind is FieldKind.CHOICE:
        return FewChoicesEditor(field, changed) if _fit_beside_each_other(field) else ChoiceEditor(field, changed)
    return _KINDS[field.kind](field, changed)


def _fit_beside_each_other(field: Field) -> bool:
    """Whether the choices are few, and their words short."""
    return 0 < len(field.choices) <= _SEGMENTS and sum(len(each.label) for each in field.choices) <= _SHORT_WORDS
