"""The dialog for how long the organisation lets an API key count."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from integration_console.domain.api_key_policy import MOST_DAYS, KeyPolicy
from integration_console.domain.errors import ConsoleError, InvalidInput
from integration_console.domain.forms import Condition, Field, FieldKind, Form
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.ui.forms import FormView
from integration_console.ui.widgets import Dialog

_USUAL_DAYS = 90
_FORM = Form((
    Field("limited", FieldKind.BOOLEAN, QT_TRANSLATE_NOOP("Forms", "Every key must end"), default=True),
    Field("longest_days", FieldKind.INTEGER, QT_TRANSLATE_NOOP("Forms", "Days after its secret was made, at most"),
          required=True, minimum=1, maximum=MOST_DAYS, default=_USUAL_DAYS, visible_when=Condition("limited", "True"),
          help=QT_TRANSLATE_NOOP(
              "Forms", "Keys that count longer already stay as they are, marked in the list, until they are changed."
          )),
))  # fmt: skip


class PolicyDialog(Dialog):
    """Asks how long keys may count."""

    def __init__(self, parent: QWidget, policy: KeyPolicy) -> None:
        super().__init__(parent, width=480)
        limited = policy.longest_days is not None
        self.form = FormView(_FORM, {"limited": limited, "longest_days": policy.longest_days or _USUAL_DAYS})
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.form.changed.connect(self.grow)
        self.retranslate()
        self.fit()
        self.form.focus_first()

    def policy(self) -> KeyPolicy | None:
        """What was filled in, or None where something is wrong; the field then says what."""
        values = self.form.values()
        problems = _FORM.problems(values)
        self.form.show_problems(problems)
        self.grow()
        if problems:
            return None
        return KeyPolicy(int(str(values["longest_days"]))) if values["limited"] else KeyPolicy()

    def show_error(self, error: ConsoleError) -> None:
        """Says at the field what is wrong with it, and all else above."""
        if isinstance(error, InvalidInput):
            self.show_busy(False)
            self.form.show_problems(error.problems)
            self.grow()
        else:
            super().show_error(error)

    def retranslate(self) -> None:
        self.show_title(
            self.tr("How long may API keys count?"),
            self.tr("A rule of the organisation for keys that are created or given a new secret from now on."),
        )
        self.primary.setText(self.tr("Save"))
        self.secondary.setText(self.tr("Cancel"))
