"""The console: opens a workspace in the window, fills the pages, and tells how receiving goes."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from integration_console.domain.changes import Change, Subject
from integration_console.domain.errors import ConsoleError, VaultLocked
from integration_console.ui.changes import ChangeRelay
from integration_console.ui.closing import Closing
from integration_console.ui.language import technical
from integration_console.ui.late_page import LatePage
from integration_console.ui.main_window import MainWindow
from integration_console.ui.pages import Page
from integration_console.ui.widgets import Toast, Tone, copy_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from integration_console.domain.workspace import WorkspaceState
    from integration_console.gateways.protocols import Gateway
    from integration_console.ui.preferences import Preferences
    from integration_console.ui.protecting import Protecting
    from integration_console.ui.tab_set import TabSet
    from integration_console.ui.tasks import TaskRunner
    from integration_console.ui.unlocking import UnlockingByDialog
    from integration_console.ui.workplace import Workplace, Workplaces

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
_ADMINISTRATIVE = "members"
"""From this page on they are about the organisation itself: a line sets them apart."""


class Console(QObject):
    """One window over one workspace at a time. `ready` is emitted when its pages are there."""

    ready = Signal()
    opening_failed = Signal(object)

    def __init__(self, workplaces: Workplaces, tasks: TaskRunner, preferences: Preferences) -> None:
        """Make the window; nothing is opened yet."""
        super().__init__()
        self._workplaces, self._tasks = workplaces, tasks
        self.relay = ChangeRelay(self)
        self.relay.changed.connect(self._hear)
        self.pages = {key: LatePage() for key, _ in _PAGES}
        self.window = MainWindow(
            [Page(key, sign, _title(key), _made(self.pages[key]), key == _ADMINISTRATIVE) for key, sign in _PAGES],
            preferences,
        )
        self.closing = Closing(self.window)
        self.workplace: Workplace | None = None
        self.protecting: Protecting | None = None
        self.unlocking: UnlockingByDialog | None = None
        self.tabs: TabSet | None = None
        self._trouble: ConsoleError | None = None
        self._end_hearing: Callable[[], None] = lambda: None
        self.window.banner.action_requested.connect(self._act_on_banner)
        for page in self.pages.values():
            page.another_requested.connect(self._choose_another)

    def open_when_painted(self, path: Path) -> None:
        """Show the window, and open the workspace once a person sees it."""
        first = _FirstPaint(self.window)
        first.painted.connect(lambda: self.open(path))
        self.window.show()

    def open(self, path: Path) -> None:
        """Open the workspace off the window's thread, then fill the pages."""
        for page in self.pages.values():
            page.show_loading()
        task = self._tasks.start("open", lambda _work: self._workplaces.open(path))
        task.succeeded.connect(self._opened)
        task.failed.connect(self._not_opened)

    def tell_of_sandbox(self, details: Mapping[str, Mapping[str, str]]) -> None:
        """Say which systems in miniature run; new connectors propose their addresses, the rest can be copied."""
        title = QCoreApplication.translate("Console", "Systems in miniature are running: {names}")
        title = title.format(names=", ".join(technical(name) for name in details))
        detail = QCoreApplication.translate("Console", "New connectors propose their addresses.")
        copy = QCoreApplication.translate("Console", "Copy the sign-in details")
        lines = (f"{name}: {word}: {value}" for name, words in details.items() for word, value in words.items())
        text = "\n".join(lines)
        self.window.toasts.show_toast(Toast(Tone.INFO, title, detail, copy, lambda: copy_text(text)))

    def close(self) -> None:
        """Stop all tasks, then the workspace."""
        self._end_hearing()
        self._tasks.close()
        if self.workplace is not None:
            self.workplace.close()
            self.workplace = None

    def _not_opened(self, error: ConsoleError) -> None:
        for page in self.pages.values():
            page.show_trouble(error)
        self.opening_failed.emit(error)

    def _opened(self, workplace: Workplace) -> None:
        self.workplace = workplace
        gateway = workplace.gateway
        self._end_hearing = gateway.on_change(self.relay.hear)
        self._fill(gateway)
        task = self._tasks.start("receive", lambda _work: workplace.receive())
        task.finished.connect(self._refresh)
        self._protect_if_new(gateway)
        self.ready.emit()

    def _fill(self, gateway: Gateway) -> None:
        from integration_console.ui.protecting import Protecting  # noqa: PLC0415 - see above
        from integration_console.ui.tab_set import TabSet  # noqa: PLC0415 - the first paint does not wait for it
        from integration_console.ui.unlocking import UnlockingByDialog  # noqa: PLC0415 - see above

        self.protecting = Protecting(gateway, self._tasks, self.window, self._workplaces.owner)
        self.unlocking = UnlockingByDialog(gateway, self._tasks, self.window, self.protecting)
        tabs = self.tabs = TabSet(gateway, self._tasks, self.relay, self.window, self.unlocking)
        for key, page in self.pages.items():
            page.fill(partial(tabs.make, key))

    def _protect_if_new(self, gateway: Gateway) -> None:
        task = self._tasks.start("state at opening", lambda _work: gateway.workspace())
        task.succeeded.connect(self._protect_unless_done)

    def _protect_unless_done(self, state: WorkspaceState) -> None:
        if not state.protected and self.protecting is not None:
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

    def _show(self, state: WorkspaceState, webhooks: int) -> None:
        self.window.show_workspace(state.name, state.path)
        self.window.show_receiver(state.receiver)
        self.closing.receives = state.receiver.running and webhooks > 0
        locked = state.protected and not state.unlocked and webhooks > 0
        trouble = self._trouble = state.trouble or state.receiver.trouble or (VaultLocked() if locked else None)
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
        else:
            self._tasks.start("receive", lambda _work: workplace.receive()).finished.connect(self._refresh)

    def _choose_another(self) -> None:
        title = QCoreApplication.translate("Console", "Open a workspace")
        chosen, _ = QFileDialog.getSaveFileName(
            self.window, title, "", "*.db", options=QFileDialog.Option.DontConfirmOverwrite
        )
        if chosen:
            self.open(Path(chosen))


class _FirstPaint(QObject):
    """Notices when a window has been painted for the first time."""

    painted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.painted.emit)
        return False


def _title(key: str) -> Callable[[], str]:
    titles = {
        "hub": lambda: QCoreApplication.translate("Console", "Hub"),
        "connectors": lambda: QCoreApplication.translate("Console", "Connectors"),
        "syncs": lambda: QCoreApplication.translate("Console", "Syncs"),
        "records": lambda: QCoreApplication.translate("Console", "Records"),
        "webhooks": lambda: QCoreApplication.translate("Console", "Webhooks"),
        "logs": lambda: QCoreApplication.translate("Console", "Logs"),
        "members": lambda: QCoreApplication.translate("Console", "Members"),
        "key_holders": lambda: QCoreApplication.translate("Console", "Key holders"),
        "api_keys": lambda: QCoreApplication.translate("Console", "API keys"),
        "audit": lambda: QCoreApplication.translate("Console", "Audit"),
    }
    return titles[key]


def _made(page: LatePage) -> Callable[[], QWidget]:
    return lambda: page


def _action_for(trouble: ConsoleError) -> Callable[[], str]:
    if isinstance(trouble, VaultLocked):
        return lambda: QCoreApplication.translate("Console", "Unlock…")
    if trouble.code == "service.address_in_use":
        return lambda: QCoreApplication.translate("Console", "Try again")
    return str
