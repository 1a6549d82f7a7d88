"""One field of a form with its label, its help and, when something is wrong, the sentence that says what."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from integration_console.domain.errors import ConsoleError, FieldProblem
from integration_console.domain.forms import Field, FieldKind
from integration_console.ui.forms.editors import editor_for, translated
from integration_console.ui.language import Translated, error_advice, error_title, problem_sentence
from integration_console.ui.theme import Space
from integration_console.ui.widgets.labels import Label, Sign
from integration_console.ui.widgets.segments import SegmentedControl


class FieldRow(Translated, QWidget):
    """Label above, editor, then the error or the help below."""

    def __init__(self, field: Field, changed: Callable[[], None], *, stored: bool = False) -> None:
        super().__init__()
        self.field = field
        self.editor = editor_for(field, changed, stored=stored)
        self._label = Label("field")
        self._optional = Label("caption")
        self._help = Label("caption", wrap=True)
        self._problem: FieldProblem | ConsoleError | None = None
        self._error = Label("error", wrap=True)
        self._error_row = QWidget()
        self._label.setBuddy(self.editor.widget)
        self._lay_out()
        self.retranslate()

    def show_problem(self, problem: FieldProblem | ConsoleError | None) -> None:
        """Says what is wrong with the field, or that nothing is; an error brings its advice along."""
        self._problem = problem
        self._error_row.setVisible(problem is not None)
        self.editor.widget.setProperty("faulty", problem is not None)
        self.editor.widget.style().polish(self.editor.widget)
        self.retranslate()

    @property
    def error(self) -> str:
        """The sentence that is shown, or nothing."""
        return self._error.text() if self._problem is not None else ""

    def retranslate(self) -> None:
        self._label.setText(translated(self.field.label))
        shows_optional = not self.field.required and self.field.kind is not FieldKind.CHOICE
        self._optional.setText(self.tr("Optional") if shows_optional else "")
        self._help.setText(translated(self.field.help))
        self._error.setText(_sentence(self._problem))
        described = self._error.text() or self._help.text()
        self.editor.widget.setAccessibleName(self._label.text())
        self.editor.widget.setAccessibleDescription(described)
        self.editor.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS + 1)
        if self.field.kind is not FieldKind.BOOLEAN:
            head = QHBoxLayout()
            head.addWidget(self._label)
            head.addStretch(1)
            head.addWidget(self._optional)
            column.addLayout(head)
        if isinstance(self.editor.widget, SegmentedControl):
            line = QHBoxLayout()
            line.addWidget(self.editor.widget)
            line.addStretch(1)
            column.addLayout(line)
        else:
            column.addWidget(self.editor.widget)
        error = QHBoxLayout(self._error_row)
        error.setContentsMargins(0, 0, 0, 0)
        error.setSpacing(Space.XS)
        error.addWidget(Sign("circle-alert", "danger", 14))
        error.addWidget(self._error, 1)
        column.addWidget(self._error_row)
        column.addWidget(self._help)
        self._error_row.hide()
        self._help.setVisible(bool(self.field.help))


def _sentence(problem: FieldProblem | ConsoleError | None) -> str:
    if isinstance(problem, ConsoleError):
        return f"{error_title(problem)}\n{error_advice(problem)}"
    return problem_sentence(problem) if problem else ""
