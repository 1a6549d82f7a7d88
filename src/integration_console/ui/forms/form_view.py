"""Shows a domain form: groups, fields that appear when they count, errors beside the fields they belong to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from integration_console.domain.errors import ConsoleError, FieldProblem
from integration_console.domain.forms import Form, Value
from integration_console.ui.forms.editors import translated
from integration_console.ui.forms.field_row import FieldRow
from integration_console.ui.language import Translated
from integration_console.ui.theme import Space
from integration_console.ui.widgets.labels import Label


class FormView(Translated, QWidget):
    """The fields of a form. `stored_secrets` names the secrets that the store holds; they are never shown."""

    changed = Signal()

    def __init__(
        self, form: Form, values: Mapping[str, Value] | None = None, stored_secrets: frozenset[str] = frozenset()
    ) -> None:
        super().__init__()
        self._form = form
        self._stored = stored_secrets
        self._headings: dict[str, Label] = {}
        self._rows: dict[str, FieldRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.L)
        self._add_fields()
        self.show_values(values or {})
        self.retranslate()

    @property
    def names(self) -> frozenset[str]:
        """The names of all fields."""
        return frozenset(self._rows)

    def show_values(self, values: Mapping[str, Value]) -> None:
        """Shows these values, and the defaults of the fields that they leave out."""
        filled = self._form.with_defaults(values)
        for name, row in self._rows.items():
            if name in filled:
                row.editor.show_value(filled[name])
        self._show_what_counts()

    def values(self) -> dict[str, Value]:
        """What the fields that count hold; an empty secret that is stored is left out, which keeps it."""
        entered = self._all_values()
        visible = [field.name for field in self._form.visible(entered)]
        return {name: entered[name] for name in visible if not (name in self._stored and not entered[name])}

    def with_all_values(self) -> dict[str, Value]:
        """What all fields hold, those that do not count included."""
        return self._all_values()

    def check(self, leaving_out: str = "") -> bool:
        """Shows what is wrong with what was entered, but for one field; True when nothing is."""
        problems = [each for each in self._problems() if each.field != leaving_out]
        self.show_problems(problems)
        return not problems

    def is_complete(self, leaving_out: str = "") -> bool:
        """Whether nothing is wrong with what was entered, but for one field; says nothing about it."""
        return all(each.field == leaving_out for each in self._problems())

    def show_problems(self, problems: Sequence[FieldProblem]) -> None:
        """Shows each sentence at its field, and puts the keyboard into the first of them."""
        by_field = {problem.field: problem for problem in problems}
        for name, row in self._rows.items():
            row.show_problem(by_field.get(name))
        faulty = next((row for name, row in self._rows.items() if name in by_field), None)
        if faulty is not None:
            faulty.editor.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, name: str, error: ConsoleError) -> None:
        """Shows at one field what the outside, not the form, found wrong with it."""
        self.show_problems(())
        self._rows[name].show_problem(error)
        self._rows[name].editor.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Puts the keyboard into the first field."""
        for row in self._rows.values():
            if not row.isHidden():
                row.editor.widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def focus(self, name: str) -> None:
        """Puts the keyboard into a field, where it is seen."""
        row = self._rows.get(name)
        if row is not None and not row.isHidden():
            row.editor.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def row(self, name: str) -> FieldRow:
        """The row of a field."""
        return self._rows[name]

    def retranslate(self) -> None:
        for group, heading in self._headings.items():
            heading.setText(translated(group))

    def _problems(self) -> Sequence[FieldProblem]:
        return self._form.problems(self.values(), self._stored)

    def _add_fields(self) -> None:
        for field in self._form.fields:
            if field.group and field.group not in self._headings:
                self._headings[field.group] = Label("heading")
                self._column.addSpacing(Space.XS)
                self._column.addWidget(self._headings[field.group])
            row = FieldRow(field, self._note_change, stored=field.name in self._stored)
            self._rows[field.name] = row
            self._column.addWidget(row)

    def _note_change(self) -> None:
        self._show_what_counts()
        self.changed.emit()

    def _show_what_counts(self) -> None:
        visible = {field.name for field in self._form.visible(self._all_values())}
        for name, row in self._rows.items():
            row.setVisible(name in visible)
        for group, heading in self._headings.items():
            heading.setVisible(
                any(row.field.group == group and row.field.name in visible for row in self._rows.values())
            )

    def _all_values(self) -> dict[str, Value]:
        return {name: row.editor.value() for name, row in self._rows.items()}
