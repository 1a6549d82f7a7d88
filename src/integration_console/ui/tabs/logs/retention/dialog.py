"""The dialog of how long the log is kept."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from integration_console.domain.errors import InvalidInput
from integration_console.domain.forms import Condition, Field, FieldKind, Form, Value
from integration_console.domain.retention import MOST_DAYS, USUAL_DAYS, RetentionPolicy, RetentionState
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.ui.forms import FormView
from integration_console.ui.forms.form_dialog import FormDialog
from integration_console.ui.tabs.logs.retention.holds import HoldList
from integration_console.ui.tabs.logs.retention.outlook import Outlook
from integration_console.ui.tabs.logs.retention.rules_text import read_rules, rules_text
from integration_console.ui.widgets import Label, Rule, SecondaryButton

_FORM = Form((
    Field("limited", FieldKind.BOOLEAN, QT_TRANSLATE_NOOP("Forms", "Remove old entries"), default=True),
    Field("days", FieldKind.INTEGER, QT_TRANSLATE_NOOP("Forms", "Days that an entry is kept"), required=True, minimum=1,
          maximum=MOST_DAYS, default=USUAL_DAYS, visible_when=Condition("limited", "True")),
    Field("rules", FieldKind.MULTILINE, QT_TRANSLATE_NOOP("Forms", "Other days for some entries"),
          help=QT_TRANSLATE_NOOP(
              "Forms", "A line each: sync.* = 30, status:error = 365, webhook.* = ever; the longest that fits counts."
          )),
    Field("events_limited", FieldKind.BOOLEAN, QT_TRANSLATE_NOOP("Forms", "Remove old events with their bodies"),
          default=True),
    Field("event_days", FieldKind.INTEGER, QT_TRANSLATE_NOOP("Forms", "Days that an event is kept"), required=True,
          minimum=1, maximum=MOST_DAYS, default=USUAL_DAYS, visible_when=Condition("events_limited", "True")),
))  # fmt: skip


class RetentionDialog(FormDialog):
    """Rules to be saved; holds and the removal act at once.

    While a removal is under way the dialog stays: leaving it asks to stop the removal.
    """

    hold_requested = Signal()

    def __init__(self, parent: QWidget, state: RetentionState, names: Mapping[str, str]) -> None:
        super().__init__(parent, FormView(_FORM, _values(state.policy)), width=560)
        self._names = names
        self.holds = HoldList()
        self.hold = SecondaryButton("plus")
        self.outlook = Outlook()
        self._holds_title = Label("heading")
        head = QHBoxLayout()
        head.addWidget(self._holds_title, 1)
        head.addWidget(self.hold)
        self.body.addWidget(self.outlook)
        self.body.addWidget(Rule())
        self.body.addWidget(self.form)
        self.body.addWidget(Rule())
        self.body.addLayout(head)
        self.body.addWidget(self.holds)
        self.body.addStretch(1)
        self.hold.clicked.connect(self.hold_requested)
        self.show_state(state)
        self.retranslate()
        self.fit()
        self.form.focus_first()

    def show_state(self, state: RetentionState) -> None:
        """Shows the holds that are in force now; what is being typed stays."""
        self.holds.show_holds(state.holds, self._names)
        self.grow()

    def policy(self) -> RetentionPolicy | None:
        """What was filled in, or None where something is wrong; the field then says what."""
        if not self.check():
            return None
        values = self.form.values()
        try:
            rules = read_rules(str(values["rules"] or ""))
        except InvalidInput as error:
            self.show_error(error)
            return None
        return RetentionPolicy(_days(values, "limited", "days"), _days(values, "events_limited", "event_days"), rules)

    def reject(self) -> None:
        if self.outlook.is_running:
            self.outlook.stop()
        else:
            super().reject()

    def retranslate(self) -> None:
        self.show_title(
            self.tr("How long is the log kept?"),
            self.tr("A rule of the organisation. What is older goes once a day, by itself."),
        )
        self._holds_title.setText(self.tr("Legal holds"))
        self.hold.setText(self.tr("Hold…"))
        self.primary.setText(self.tr("Save"))
        self.secondary.setText(self.tr("Close"))


def _values(policy: RetentionPolicy) -> dict[str, Value]:
    return {
        "limited": policy.days is not None,
        "days": policy.days or USUAL_DAYS,
        "rules": rules_text(policy.rules),
        "events_limited": policy.event_days is not None,
        "event_days": policy.event_days or USUAL_DAYS,
    }


def _days(values: Mapping[str, Value], limited: str, days: str) -> int | None:
    return int(str(values[days])) if values[limited] else None
