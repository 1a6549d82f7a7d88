"""Keeps the page of members up to date while it is seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from integration_console.domain.changes import Change, Subject
from integration_console.ui.language import language
from integration_console.ui.refreshing import Refreshing
from integration_console.ui.tabs.members.actions import MemberActions
from integration_console.ui.tabs.members.model import MembersModel
from integration_console.ui.tabs.members.rules import Company
from integration_console.ui.tabs.members.view import MembersView

if TYPE_CHECKING:
    from collections.abc import Callable

    from integration_console.domain.work import Work
    from integration_console.gateways.member_protocols import MembersGateway
    from integration_console.ui.changes import ChangeRelay
    from integration_console.ui.tasks import TaskRunner
    from integration_console.ui.widgets import ToastOverlay


@dataclass(frozen=True, slots=True)
class _Found:
    """What one fetch brought."""

    company: Company
    may_audit: bool


class MembersController(QObject):
    """Reads when the page is shown and whenever members have changed."""

    def __init__(self, gateway: MembersGateway, tasks: TaskRunner, view: MembersView, actions: MemberActions) -> None:
        super().__init__(view)
        self._gateway, self._view = gateway, view
        self._members = Refreshing(tasks, "members.list", self._prepare, self)
        self._members.fetched.connect(self._show)
        self._members.failed.connect(view.states.show_error)
        view.shown.connect(self._members.refresh)
        view.states.retry_requested.connect(self._members.refresh)
        actions.changed.connect(self._show_change)
        language.language_changed.connect(view.model.say_again)

    def hear(self, change: Change) -> None:
        """Fetches again what changed, while somebody looks."""
        if change.subject is Subject.MEMBERS and self._view.isVisible():
            self._members.refresh()

    def _prepare(self) -> Callable[[Work], object]:
        gateway = self._gateway
        return lambda _work: _found(gateway)

    def _show(self, found: _Found) -> None:
        self._view.show_company(found.company, may_audit=found.may_audit)

    def _show_change(self, member_id: str) -> None:
        if member_id:
            self._view.choose(member_id)
        self._members.refresh()


def _found(gateway: MembersGateway) -> _Found:
    membership = gateway.members()
    company = Company(membership.members, membership.acting, gateway.refusal("members.write"))
    return _Found(company, gateway.can("audit.read"))


def make_members_tab(
    gateway: MembersGateway, tasks: TaskRunner, relay: ChangeRelay, toasts: ToastOverlay
) -> MembersView:
    """The page, working; it reads nothing before it is seen."""
    view = MembersView(MembersModel())
    actions = MemberActions(gateway, tasks, view, toasts)
    controller = MembersController(gateway, tasks, view, actions)
    relay.changed.connect(controller.hear)
    return view
