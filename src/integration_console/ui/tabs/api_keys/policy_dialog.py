"""The dialog for how long the organisation lets an API key count."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from integration_console.domain.api_key_policy import MOST_DAYS, KeyPolicy
from integration_console.domain.forms import Condition, Field, FieldKind, Form
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.ui.forms import FormView
from integration_console.ui.forms.form_dialog import FormDialog

_USUAL_DAYS = 90
_FORM = Form((
    Field("limited", FieldKind.BOOLEAN, QT_TRANSLATE_NOOP("Forms", "Every key must end"), default=True),
    Field("longest_days", FieldKind.INTEGER, QT_TRANSLATE_NOOP("Forms", "Days after its secret was made, at most"),
          required=True, minimum=1, maximum=MOST_DAYS, default=_USUAL_DAYS, visible_when=Condition("limited", "True"),
          help=QT_TRANSLATE_NOOP(
              "Forms", "Keys that count longer already stay as they are, marked in the list, until they are changed."
          )),
))  # fmt: skip


class PolicyDialog(FormDialog):
    """Asks how long keys may count."""

    def __init__(self, parent: QWidget, policy: KeyPolicy) -> None:
        limited = policy.longest_days is not None
        values = {"limited": limited, "longest_days": policy.longest_days or _USUAL_DAYS}
        super().__init__(parent, FormView(_FORM, values), width=480)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.retranslate()
        self.fit()
        self.form.focus_first()

    def policy(self) -> KeyPolicy | None:
        """What was filled in, or None where something is wrong; the field then says what."""
        if not self.check():
            return None
        values = self.form.values()
        return KeyPolicy(int(str(values["longest_days"]))) if values["limited"] else KeyPolicy()

    def retranslate(self) -> None:
        self.show_title(
            self.tr("How long may API keys count?"),
            self.tr("A rule of the organisation for keys that are created or given a new secret from now on."),
        )
        self.primary.setText(self.tr("Save"))
        self.secondary.setText(self.tr("Cancel"))
