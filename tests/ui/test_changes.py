"""The window hears of the first change at once, and of those that follow it soon after, the newest of each subject."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from integration_console.domain.changes import Change, Subject
from integration_console.ui.changes import ChangeRelay
from integration_console.ui.demonstration.waiting import wait_for


def test_the_first_change_waits_for_nothing_and_the_next_ones_are_told_together(qapp: QApplication) -> None:
    relay = ChangeRelay(qapp)
    told: list[Change] = []
    relay.changed.connect(told.append)
    relay.hear(Change(Subject.LOGS, 1))
    QApplication.processEvents()
    assert told == [Change(Subject.LOGS, 1)]
    for position in (2, 3):
        relay.hear(Change(Subject.LOGS, position))
    relay.hear(Change(Subject.WEBHOOKS))
    wait_for("the others", lambda: len(told) > 1)
    assert told[1:] == [Change(Subject.LOGS, 3), Change(Subject.WEBHOOKS)]
    relay.deleteLater()
