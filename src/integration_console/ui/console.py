"""The console: opens a workspace in the window, fills the pages, and tells how receiving goes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from integration_console.domain.changes import Change, Subject
from integration_console.domain.errors import ConsoleError, KeyNotHere, VaultLocked
from integration_console.gateways.places import is_case
from integration_console.ui.allowing import Allowing
from integration_console.ui.changes import ChangeRelay
from integration_console.ui.closing import Closing
from integration_console.ui.entrance import Entrance
from integration_console.ui.first_paint import FirstPaint
from integration_console.ui.late_page import LatePage
from integration_console.ui.main_window import MainWindow
from integration_console.ui.page_titles import page_title
from integration_console.ui.pages import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from integration_console.domain.case_files import CaseReport
    from integration_console.domain.workspace import WorkspaceState
    from integration_console.gateways.places import Place
    from integration_console.gateways.protocols import Gateway
    from integration_console.ui.away.away import AwayLine
    from integration_console.ui.case_opened import OpenedCase
    from integration_console.ui.preferences import Preferences
    from integration_console.ui.protecting import Protecting
    from integration_console.ui.tab_set import TabSet
    from integration_console.ui.tasks import TaskRunner
    from integration_console.ui.unlocking import UnlockingByDialog
    from integration_console.ui.workplace import Workplace, Workplaces
    from integration_console.ui.workspaces.known import KnownWorkspace

_PAGES = (
    ("hub", "layout-dashboard"),
    ("connectors", "plug"),
    ("syncs", "refresh-cw"),
    ("records", "database"),
    ("webhooks", "webhook"),
    ("logs", "scroll-text"),
    ("members", "users"),
    ("api_keys", "key-round"),
    ("key_holders", "lock-keyhole"),
    ("audit", "clipboard-list"),
)
_NEEDED = {
    "connectors": "connectors.read",
    "syncs": "syncs.read",
    "webhooks": "webhooks.read",
    "records": "records.read",
    "members": "members.read",
    "api_keys": "api_keys.read",
    "key_holders": "holders.read",
    "audit": "audit.read",
}
"""What a role may lack so that a page has nothing to show to it."""
_UNAUTHORISED = 401
_ADMINISTRATIVE = "members"
"""From this page on they are about the organisation itself: a line sets them apart."""


class Console(QObject):
    """One window over one workspace. `ready` is emitted when its pages are there.

    `switch_agreed` carries another workplace that the person went over to, and what is known of it.
    """

    ready = Signal()
    opening_failed = Signal(object)
    switch_agreed = Signal(object, object)

    def __init__(self, workplaces: Workplaces, tasks: TaskRunner, preferences: Preferences) -> None:
        """Make the window; nothing is opened yet."""
        super().__init__()
        self._workplaces, self._tasks, self._preferences = workplaces, tasks, preferences
        self.relay = ChangeRelay(self)
        self.relay.changed.connect(self._hear)
        self.pages = {key: LatePage() for key, _ in _PAGES}
        self.window = MainWindow(
            [Page(key, sign, page_title(key), _made(self.pages[key]), key == _ADMINISTRATIVE) for key, sign in _PAGES],
            preferences,
        )
        self.closing = Closing(self.window)
        self.workplace: Workplace | None = None
        self.protecting: Protecting | None = None
        self.unlocking: UnlockingByDialog | None = None
        self.tabs: TabSet | None = None
        self.away: AwayLine | None = None
        self.case: OpenedCase | None = None
        self.entrance = Entrance(self, workplaces, tasks, preferences.known_workspaces)
        self._trouble: ConsoleError | None = None
        self._end_hearing: Callable[[], None] = lambda: None
        self.window.banner.action_requested.connect(self._act_on_banner)
        for page in self.pages.values():
            page.another_requested.connect(self.entrance.choose)
        self.window.badge.clicked.connect(self.entrance.choose)

    def open_when_painted(self, place: Place) -> None:
        """Show the window, and open the workspace once a person sees it."""
        self.entrance.expect(place)
        first = FirstPaint(self.window)
        first.painted.connect(lambda: self.open(place))
        self.window.show()

    def open(self, place: Place) -> None:
        """Open the workspace off the window's thread, then fill the pages."""
        for page in self.pages.values():
            page.show_loading()
        self.entrance.open(place)

    def take(self, workplace: Workplace, known: KnownWorkspace) -> None:
        """Show a workspace that is open already; where there is another here, a new window does."""
        if self.workplace is not None:
            self.switch_agreed.emit(workplace, known)
            return
        self.entrance.enter(known)
        self._opened(workplace)

    @property
    def is_busy(self) -> bool:
        """Whether something would stop that this program does for the workspace."""
        syncs = self.tabs is not None and self.tabs.under_way.number > 0
        return self.closing.receives or syncs

    def leave(self) -> Callable[[], None]:
        """Stop all tasks and hide; what is returned waits for them and closes the workspace, on any thread."""
        self._end_hearing()
        stopped = self._tasks.stop()
        self.window.hide()
        left, self.workplace = self.workplace, None
        return partial(_end, stopped, left)

    def finish(self, work: Callable[[], None]) -> None:
        """Do what is left of the workspace before, off the window's thread."""
        self._tasks.start("leave", lambda _work: work())

    def close(self) -> None:
        """Stop all tasks, then the workspace."""
        self.leave()()

    def show_refusal(self, error: ConsoleError) -> None:
        """Say on every page why there is nothing to show."""
        for page in self.pages.values():
            page.show_trouble(error)
        self.opening_failed.emit(error)

    def _opened(self, workplace: Workplace) -> None:
        self.workplace = workplace
        gateway = workplace.gateway
        if self.entrance.present is not None and self.entrance.present.read_only:
            workplace.lock(on=True)
        self._end_hearing = gateway.on_change(self.relay.hear)
        self._show_age(workplace)
        self._fill(gateway)
        if is_case(self.entrance.place):
            self._show_case(gateway)
        task = self._tasks.start("receive", lambda _work: workplace.receive())
        task.finished.connect(self._refresh)
        task = self._tasks.start("state at opening", lambda _work: gateway.workspace())
        task.succeeded.connect(self._welcome)
        self.ready.emit()

    def _show_age(self, workplace: Workplace) -> None:
        from integration_console.ui.away.away import AwayLine, HasCopy  # noqa: PLC0415 - see below

        if isinstance(workplace, HasCopy):
            self.away = AwayLine(workplace.copy, self.window.away, self._tasks, self.window.toasts)

    def _fill(self, gateway: Gateway) -> None:
        from integration_console.ui.protecting import Protecting  # noqa: PLC0415 - see above
        from integration_console.ui.tab_set import TabSet  # noqa: PLC0415 - the first paint does not wait for it
        from integration_console.ui.tabs.logs.layout import kept_layout  # noqa: PLC0415 - see above
        from integration_console.ui.unlocking import UnlockingByDialog  # noqa: PLC0415 - see above

        self.protecting = Protecting(gateway, self._tasks, self.window, self._workplaces.owner)
        self.unlocking = UnlockingByDialog(gateway, self._tasks, self.window, self.protecting)
        layout = kept_layout(self._preferences, self.entrance.kind)
        tabs = self.tabs = TabSet(gateway, self._tasks, self.relay, self.window, self.unlocking, layout)
        tabs.case_made.connect(self._know_signer)
        if is_case(self.entrance.place):
            self.window.show_page("logs")  # which is all that a case has: no other page is made for it
        for key, page in self.pages.items():
            page.fill(partial(tabs.make, key))
        allowing = Allowing(gateway, self.relay, self.window)
        for key, permission in _NEEDED.items():
            allowing.needs(permission, partial(self._allow_page, key))

    def _know_signer(self, report: CaseReport) -> None:
        workplaces = self._workplaces
        self._tasks.start("know signer", lambda _work: workplaces.know_signer(report.manifest))

    def _show_case(self, gateway: Gateway) -> None:
        from integration_console.gateways.case_file_protocols import OpenCaseFile  # noqa: PLC0415 - see above
        from integration_console.ui.case_opened import OpenedCase  # noqa: PLC0415 - see above

        if isinstance(gateway, OpenCaseFile):
            self.case = OpenedCase(gateway, self._tasks, self.window)
            self.case.changed.connect(self._refresh)

    def _allow_page(self, key: str, why_not: str) -> None:
        self.window.allow_page(key, allowed=not why_not)

    def _welcome(self, state: WorkspaceState) -> None:
        self.entrance.remember(state.name)
        may_protect = self.workplace is not None and self.workplace.gateway.can("workspace.write")
        if not state.protected and may_protect and self.protecting is not None:
            self.protecting.start()

    def _hear(self, change: Change) -> None:
        if change.subject in (Subject.WORKSPACE, Subject.WEBHOOKS):
            self._refresh()

    def _refresh(self) -> None:
        if self.workplace is None:
            return
        gateway = self.workplace.gateway
        task = self._tasks.start(
            "workspace", lambda _work: (gateway.workspace(), len(gateway.webhooks())), newest_wins=True
        )
        task.succeeded.connect(lambda found: self._show(*found))
        task.failed.connect(self._show_trouble)

    def _show(self, state: WorkspaceState, webhooks: int) -> None:
        self.window.show_workspace(state.name, state.path)
        if self.case is None:
            self.window.show_receiver(state.receiver)
        self.closing.receives = state.receiver.running and webhooks > 0
        self.closing.receives = self.closing.receives and not state.receiver.elsewhere
        self._show_trouble(state.trouble or state.receiver.trouble or self._closed_secrets(state, webhooks))

    def _closed_secrets(self, state: WorkspaceState, webhooks: int) -> ConsoleError | None:
        """Why secrets are closed, where this program would need them."""
        if state.unlocked or not state.protected or self.workplace is None:
            return None
        if not state.shared:
            return VaultLocked() if webhooks else None
        needed = self.workplace.gateway.can("connectors.check")
        return KeyNotHere(holders=", ".join(each.name for each in state.holders)) if needed else None

    def _show_trouble(self, trouble: ConsoleError | None) -> None:
        before, self._trouble = self._trouble, trouble
        if _ends_sign_in(trouble) and not _ends_sign_in(before):
            self.entrance.ask_over_dialogs()
        if trouble is None:
            self.window.banner.hide()
        else:
            self.window.banner.show_error(trouble, _action_for(trouble))

    def _act_on_banner(self) -> None:
        if self.workplace is None:
            return
        workplace = self.workplace
        if isinstance(self._trouble, VaultLocked) and self.unlocking is not None:
            self.unlocking.ask(self._refresh)
        elif _ends_sign_in(self._trouble):
            self.entrance.sign_in_again()
        else:
            self._tasks.start("receive", lambda _work: workplace.receive()).finished.connect(self._refresh)


def _end(stopped: Callable[[], bool], left: Workplace | None) -> None:
    stopped()
    if left is not None:
        left.close()


def _made(page: LatePage) -> Callable[[], QWidget]:
    return lambda: page


def _ends_sign_in(trouble: ConsoleError | None) -> bool:
    return trouble is not None and trouble.http_status == _UNAUTHORISED


def _action_for(trouble: ConsoleError) -> Callable[[], str]:
    if isinstance(trouble, VaultLocked):
        return lambda: QCoreApplication.translate("Console", "Unlock…")
    if _ends_sign_in(trouble):
        return lambda: QCoreApplication.translate("Console", "Sign in again…")
    if trouble.code == "service.address_in_use":
        return lambda: QCoreApplication.translate("Console", "Try again")
    return str
