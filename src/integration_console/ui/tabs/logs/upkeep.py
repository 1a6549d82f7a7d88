"""What can be done with the log of a workspace, not with a case file: keep it, hand it on, take notes back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from integration_console.domain.retention import hold_of
from integration_console.ui.allowing import Allowing
from integration_console.ui.tabs.logs.case_making import CaseMaking
from integration_console.ui.tabs.logs.looking import LogsTabGateway
from integration_console.ui.tabs.logs.notes_back import NotesTaking
from integration_console.ui.tabs.logs.retention.actions import RetentionActions
from integration_console.ui.tabs.logs.view import LogsView
from integration_console.ui.tasks import TaskRunner
from integration_console.ui.unlocking import Unlocking
from integration_console.ui.widgets import ToastOverlay


def add_upkeep(
    gateway: LogsTabGateway,
    tasks: TaskRunner,
    view: LogsView,
    toasts: ToastOverlay,
    unlocking: Unlocking | None,
    allowing: Allowing,
) -> None:
    """Adds the actions to the menu of the page."""
    filters = view.filters
    retention = RetentionActions(gateway, tasks, toasts, view)
    keeping = view.more.add_action(
        "hourglass",
        _retention_words,
        lambda: retention.ask(lambda: hold_of(filters.condition(filters.filter), ""), view.model.names),
    )
    making = CaseMaking(gateway, tasks, unlocking, view)
    making.made.connect(view.case_made)
    handing_on = view.more.add_action("briefcase", _case_words, lambda: making.ask(filters.filter))
    allowing.needs("workspace.write", keeping.refuse, handing_on.refuse)
    NotesTaking(gateway, tasks, toasts, view, allowing)


def _retention_words() -> str:
    return QCoreApplication.translate("LogsView", "How long entries are kept…")


def _case_words() -> str:
    return QCoreApplication.translate("LogsView", "Case file…")
