"""The log, read: entries are marked and noted, a query is kept under a name, and each part of the details is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.domain.log_figures import LogDimension
from integration_console.domain.log_notes import LogNoteDraft, Mark
from integration_console.domain.logs import LogFilter, LogStatus
from integration_console.domain.saved_filters import SavedFilterDraft
from integration_console.ui.demonstration.pictures import View
from integration_console.ui.demonstration.waiting import wait_for
from integration_console.ui.tabs.logs.chain_pane import LANES, LIST
from integration_console.ui.tabs.logs.details import CHAIN, OVERVIEW
from integration_console.ui.tabs.logs.view import FIGURES
from integration_console.ui.widgets.payload_parts import BODY

if TYPE_CHECKING:
    from integration_console.domain.logs import LogEntry
    from integration_console.ui.console import Console
    from integration_console.ui.tab_set import TabSet
    from integration_console.ui.tabs.logs.view import LogsView

_MOST = 200


class ReadingStory:
    """Somebody in support reads the log of the day, and leaves notes for the others."""

    views = (
        View("logs", "log-overview", lambda tabs: _look(tabs, OVERVIEW)),
        View("logs", "log-contents", lambda tabs: _look(tabs, BODY)),
        View("logs", "log-timeline", lambda tabs: _look(tabs, CHAIN)),
        View("logs", "log-chain", lambda tabs: _look(tabs, CHAIN, LIST)),
        View("logs", "log-statistics", lambda tabs: _add_up(tabs.logs)),
        View("logs", "log-narrow", None, 900),
        View("logs", "log-narrow-details", lambda tabs: _look(tabs, OVERVIEW), 900),
    )

    def __init__(self, console: Console) -> None:
        """Use `console`, in whose workspace much has happened."""
        self._console = console
        self.happened: list[tuple[str, str]] = []

    def leave_notes(self) -> None:
        """Mark an error and a received event, write a note, and keep a query under a name."""
        workplace = self._console.workplace
        assert workplace is not None  # noqa: S101 - the workspace is open
        gateway = workplace.gateway
        errors = gateway.log_page(LogFilter(statuses=frozenset({LogStatus.ERROR})), None, 1).entries
        events = gateway.log_page(LogFilter(event_type="webhook.received"), None, 1).entries
        drafts = [LogNoteDraft(each.id, Mark.RED, "Asked the provider on the phone: until noon.") for each in errors]
        drafts += [LogNoteDraft(each.id, Mark.GREEN, "وصل كاملًا، لا حاجة إلى إعادة الإرسال") for each in events]
        for draft in drafts:
            gateway.save_log_note(draft)
        gateway.save_filter(SavedFilterDraft("Failures", "status:error last:24h"))
        self.happened.append(("Log", f"{len(drafts)} entries marked and noted, a filter saved"))


def _add_up(logs: LogsView) -> None:
    """Show the statistics."""
    logs.show_perspective(FIGURES)
    logs.figures.by.choose(LogDimension.TYPE.value)
    logs.figures.asked.emit()
    wait_for("the figures", lambda: logs.figures.parts_model.rows)


def _look(tabs: TabSet, part: str, manner: str = LANES) -> None:
    """Open the details of the received event, or of an entry that belongs to a longer chain."""
    model = tabs.logs.model
    entries = [(row, entry) for row in range(min(model.total, _MOST)) if (entry := model.entry(row)) is not None]
    row = _longest_chain(entries) if part == CHAIN else _received(entries)
    tabs.logs.table.go_to(row)
    tabs.logs.row_chosen.emit(row)
    wait_for("the contents", lambda: part in tabs.logs.details.keys)
    wait_for("the notes", lambda: model.knows_note(tabs.logs.details.entry_id))
    tabs.logs.details.choose(part)
    if part == CHAIN:
        wait_for("the chain", lambda: tabs.logs.details.chain.model.rows)
        tabs.logs.details.chain.show_as(manner)


def _received(entries: list[tuple[int, LogEntry]]) -> int:
    return next((row for row, entry in entries if entry.event_type == "webhook.received"), 0)


def _longest_chain(entries: list[tuple[int, LogEntry]]) -> int:
    causes = [entry.correlation_id for _, entry in entries if entry.correlation_id]
    longest = max(causes, key=causes.count, default="")
    return next((row for row, entry in entries if entry.correlation_id == longest), 0)
