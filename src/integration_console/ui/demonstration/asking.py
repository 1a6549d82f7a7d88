"""The dialogs of the log, and what waits while a workspace is away: looked at, and left."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication

from integration_console.domain.drafts import Draft, DraftKind, DraftState
from integration_console.domain.errors import PermissionDenied
from integration_console.domain.logs import LogFilter
from integration_console.ui.away.drafts_dialog import DraftsDialog
from integration_console.ui.demonstration.pictures import SIZE, Over, Seen
from integration_console.ui.demonstration.waiting import wait_for
from integration_console.ui.tabs.logs.case_making import MakeCaseDialog
from integration_console.ui.tabs.logs.columns import KEYS
from integration_console.ui.tabs.logs.columns_dialog import ColumnsDialog
from integration_console.ui.tabs.logs.retention.dialog import RetentionDialog
from integration_console.ui.widgets import Dialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.ui.console import Console
    from integration_console.ui.tabs.logs.view import LogsView

D = TypeVar("D", bound=Dialog)
_SCHEDULE = {"cron": "0 6 * * *", "time_zone": "Asia/Riyadh", "active": True}


class AskingStory:
    """Each dialog opens as a person opens it."""

    def __init__(self, console: Console, take: Callable[[Over], None]) -> None:
        """Use `console`, whose workspace is open; `take` takes a picture of a dialog."""
        self._console, self._take = console, take

    def look_at_dialogs(self) -> None:
        """Look at the columns, at how long the log is kept, at a case file to be made, at changes that wait."""
        tabs = self._console.tabs
        assert tabs is not None  # noqa: S101 - the workspace is open
        self._console.window.resize(*SIZE)
        self._console.window.show_page("logs")
        logs = tabs.logs
        logs.close_details()
        logs.tools.columns.click()
        columns = self._opened(ColumnsDialog)
        self._leave(columns, "columns", lambda: Seen((columns.columns.count(),), KEYS[0]), Seen((len(KEYS),), KEYS[0]))
        workplace = self._console.workplace
        assert workplace is not None  # noqa: S101 - see above
        days = workplace.gateway.retention().policy.days or 0
        _choose(logs, QCoreApplication.translate("LogsView", "How long entries are kept…"))
        kept = self._opened(RetentionDialog)
        wait_for("the forecast", kept.outlook.sentence.text)
        self._leave(kept, "retention", lambda: Seen((_days(kept),), "days"), Seen((days,), "days"))
        logs.show_filtered(LogFilter(query="status:error last 24h"))
        _choose(logs, QCoreApplication.translate("LogsView", "Case file…"))
        case = self._opened(MakeCaseDialog)
        wanted = Seen((1,), logs.filters.query)
        self._leave(case, "case-making", lambda: Seen((1,), case.wish.wanted.query), wanted)
        logs.show_filtered(LogFilter())
        self._look_at_drafts()

    def _look_at_drafts(self) -> None:
        dialog = DraftsDialog(self._console.window)
        drafts = _drafts()
        dialog.show_drafts(drafts)
        dialog.open()
        ids = tuple(each.id for each in drafts)
        self._leave(dialog, "drafts", lambda: _told(dialog), Seen((len(ids),), " ".join(ids)))

    def _opened(self, kind: type[D]) -> D:
        def newest() -> D | None:
            return next((each for each in self._console.window.findChildren(kind) if each.isVisible()), None)

        return wait_for(f"the {kind.__name__}", newest)

    def _leave(self, dialog: Dialog, name: str, shown: Callable[[], Seen], stored: Seen) -> None:
        self._take(Over(name, dialog, shown, stored))
        dialog.reject()


def _choose(logs: LogsView, words: str) -> None:
    """Choose an action of the log's menu."""
    next(each for each in logs.more.choices.actions() if each.text() == words).trigger()


def _days(dialog: RetentionDialog) -> int:
    policy = dialog.policy()
    return (policy.days if policy is not None else None) or 0


def _told(dialog: DraftsDialog) -> Seen:
    return Seen((len(dialog.cards),), " ".join(card.draft.id for card in dialog.cards))


def _drafts() -> tuple[Draft, ...]:
    """One that waits, one that somebody else has changed meanwhile, one that was refused."""
    later = _SCHEDULE | {"cron": "30 7 * * *"}
    theirs = _SCHEDULE | {"cron": "0 5 * * 1-5", "time_zone": "Asia/Dubai"}
    name, new = {"name": "Slack, operations"}, {"name": "Slack، فريق العمليات"}
    gone = {"name": "Shop", "status": "paused"}
    clash = Draft("1", DraftKind.SCHEDULE, "s", "Odoo, head office", _ago(9), {}, _SCHEDULE, later, theirs)
    refused = Draft("3", DraftKind.WEBHOOK, "w", "متجر الرياض", _ago(2), {}, {"name": "Shop", "status": "active"}, gone)
    error = PermissionDenied(permission="webhooks.write")
    return (
        replace(clash, state=DraftState.CONFLICT),
        Draft("2", DraftKind.CONNECTOR, "c", "Slack, operations", _ago(4), {}, name, new),
        replace(refused, state=DraftState.REFUSED, refusal=error.code, refusal_params=error.params),
    )


def _ago(minutes: int) -> datetime:
    return datetime.now(UTC) - timedelta(minutes=minutes)
