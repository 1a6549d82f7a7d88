"""Keeps the page of the audit up to date while it is seen, and verifies the chain when somebody asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from integration_console.domain.changes import Change, Subject
from integration_console.gateways.member_protocols import AuditGateway
from integration_console.ui.refreshing import Refreshing
from integration_console.ui.tabs.audit.model import PAGE, AuditModel
from integration_console.ui.tabs.audit.view import AuditView

if TYPE_CHECKING:
    from integration_console.domain.api_keys import ApiKey
    from integration_console.domain.audit import AuditFilter, AuditPage
    from integration_console.domain.connectors import Connector
    from integration_console.domain.errors import ConsoleError
    from integration_console.domain.members import Membership
    from integration_console.domain.webhooks import Webhook
    from integration_console.domain.work import Work
    from integration_console.ui.changes import ChangeRelay
    from integration_console.ui.tasks import TaskRunner
    from integration_console.ui.widgets import ToastOverlay

_VERIFY = "audit.verify"


class AuditTabGateway(AuditGateway, Protocol):
    """The audit, and the names of what it is about."""

    def connectors(self) -> tuple[Connector, ...]:
        """Return all connectors."""

    def webhooks(self) -> tuple[Webhook, ...]:
        """Return all webhooks."""

    def members(self) -> Membership:
        """Return all members."""

    def api_keys(self) -> tuple[ApiKey, ...]:
        """Return all API keys."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What one fetch brought, and for which filter."""

    wanted: AuditFilter
    names: Mapping[str, str]
    page: AuditPage


class AuditController(QObject):
    """Fetches the newest entries again whenever something was changed, and older ones when they are seen."""

    def __init__(self, gateway: AuditTabGateway, tasks: TaskRunner, view: AuditView, toasts: ToastOverlay) -> None:
        super().__init__(view)
        self._gateway, self._tasks, self._view, self._toasts = gateway, tasks, view, toasts
        self._wanted = view.filters.filter()
        self._shown: AuditFilter | None = None
        self._entries = Refreshing(tasks, "audit.list", self._prepare, self)
        self._connect()

    def hear(self, change: Change) -> None:
        """Fetches again what changed, while somebody looks."""
        if change.subject is Subject.LOGS and self._view.isVisible():
            self._entries.refresh()

    def _prepare(self) -> Callable[[Work], object]:
        gateway, wanted = self._gateway, self._wanted
        return lambda _work: _Found(wanted, _names(gateway), gateway.audit_page(wanted, None, PAGE))

    def _narrow(self) -> None:
        self._wanted = self._view.filters.filter()
        self._entries.restart()

    def _show(self, found: _Found) -> None:
        anew, self._shown = found.wanted != self._shown, found.wanted
        self._view.show_names(found.names)
        self._view.show_page(found.page, anew=anew)

    def _fail(self, error: ConsoleError) -> None:
        if self._shown is None:
            self._view.states.show_error(error)
        else:
            self._toasts.show_error(error)

    def _fetch_more(self) -> None:
        wanted, after = self._shown, self._view.model.next
        if wanted is None or after is None or wanted != self._wanted:
            return
        task = self._tasks.start("audit.more", lambda _work: self._gateway.audit_page(wanted, after, PAGE))
        task.succeeded.connect(lambda page: self._append(wanted, after, page))
        task.failed.connect(self._toasts.show_error)

    def _append(self, wanted: AuditFilter, after: int, page: AuditPage) -> None:
        if self._shown == wanted and self._view.model.next == after:
            self._view.model.append(page)

    def _verify(self) -> None:
        verification = self._view.verification
        verification.show_begun()
        task = self._tasks.start(_VERIFY, self._gateway.verify_audit)
        task.progressed.connect(verification.show_progress)
        task.succeeded.connect(verification.show_report)
        task.failed.connect(verification.show_error)
        task.cancelled.connect(verification.show_cancelled)

    def _connect(self) -> None:
        view = self._view
        view.shown.connect(self._entries.refresh)
        view.filter_changed.connect(self._narrow)
        view.more_wanted.connect(self._fetch_more)
        view.states.retry_requested.connect(self._entries.refresh)
        view.verification.requested.connect(self._verify)
        view.verification.cancel_requested.connect(lambda: self._tasks.cancel(_VERIFY))
        view.verification.end_copied.connect(lambda: self._toasts.show_info(self.tr("Copied"), ""))
        self._entries.fetched.connect(self._show)
        self._entries.failed.connect(self._fail)


def _names(gateway: AuditTabGateway) -> dict[str, str]:
    """The present names of what entries are about, as far as they may be looked at."""
    found = {each.id: each.name for each in gateway.connectors()} if gateway.can("connectors.read") else {}
    if gateway.can("webhooks.read"):
        found.update({each.id: each.name for each in gateway.webhooks()})
    if gateway.can("members.read"):
        found.update({each.id: each.name for each in gateway.members().members})
    if gateway.can("api_keys.read"):
        found.update({each.id: each.name for each in gateway.api_keys()})
    return found


def make_audit_tab(gateway: AuditTabGateway, tasks: TaskRunner, relay: ChangeRelay, toasts: ToastOverlay) -> AuditView:
    """The page, working; it fetches nothing before it is seen."""
    view = AuditView(AuditModel())
    controller = AuditController(gateway, tasks, view, toasts)
    relay.changed.connect(controller.hear)
    return view
