"""The base of dialogs around one form."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from integration_console.domain.errors import ConsoleError, InvalidInput
from integration_console.ui.forms.form_view import FormView
from integration_console.ui.widgets import Dialog


class FormDialog(Dialog):
    """What is wrong with a field is said at the field, and all else above. Who inherits puts `form` into the body."""

    def __init__(self, parent: QWidget, form: FormView, *, width: int) -> None:
        super().__init__(parent, width=width)
        self.form = form
        form.changed.connect(self.grow)

    def check(self) -> bool:
        """Says at the fields what is wrong with them; True when nothing is."""
        is_right = self.form.check()
        self.grow()
        return is_right

    def show_error(self, error: ConsoleError) -> None:
        """Says at the fields what is wrong with them, and all else above."""
        if isinstance(error, InvalidInput) and any(each.field in self.form.names for each in error.problems):
            self.show_busy(False)
            self.form.show_problems(error.problems)
            self.grow()
        else:
            super().show_error(error)
