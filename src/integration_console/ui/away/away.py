"""Tells in the window that a workspace is not reached and how old what is shown is, and leads to what waits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from integration_console.domain.drafts import Draft, DraftState, Freshness
from integration_console.domain.errors import ConsoleError
from integration_console.ui.away.drafts_dialog import DraftsDialog
from integration_console.ui.language import error_title, formats, language
from integration_console.ui.tasks import TaskRunner
from integration_console.ui.widgets import Banner, ToastOverlay, Tone

_LOOK_MS = 15_000


class Copy(Protocol):
    """The copy of a workspace elsewhere."""

    @property
    def freshness(self) -> Freshness:
        """Whether the workspace answers, from when the copy is, how many changes wait."""

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """The changes that wait."""

    def tell(self, listener: Callable[[], None]) -> None:
        """Call `listener`, on some thread, when any of that has changed."""

    def insist(self, draft_id: str) -> None:
        """Make a change over what is there now."""

    def forget_draft(self, draft_id: str) -> None:
        """Let a change go."""


@runtime_checkable
class HasCopy(Protocol):
    """A workplace with a copy on this machine."""

    @property
    def copy(self) -> Copy:
        """The copy."""


class AwayLine(QObject):
    """Keeps a banner of the window up to date; the banner's button leads to the changes that wait."""

    _changed = Signal()

    def __init__(self, copy: Copy, banner: Banner, tasks: TaskRunner, toasts: ToastOverlay) -> None:
        super().__init__(banner)
        self._copy, self._banner, self._tasks, self._toasts = copy, banner, tasks, toasts
        self._drafts: tuple[Draft, ...] = ()
        self.dialog: DraftsDialog | None = None
        self._changed.connect(self._show)
        copy.tell(self._changed.emit)
        banner.action_requested.connect(self._open)
        language.language_changed.connect(self._show)
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_MS)
        self._clock.timeout.connect(self._show)
        self._clock.start()
        self._show()

    def _show(self) -> None:
        task = self._tasks.start("away", lambda _work: (self._copy.freshness, self._copy.drafts), newest_wins=True)
        task.succeeded.connect(lambda found: self._say(*found))

    def _say(self, freshness: Freshness, drafts: tuple[Draft, ...]) -> None:
        self._drafts = drafts
        if self.dialog is not None:
            self.dialog.show_drafts(drafts)
        undecided = sum(each.state is not DraftState.WAITING for each in drafts)
        look = QCoreApplication.translate("AwayLine", "Changes that wait…") if drafts else ""
        if not freshness.reachable:
            why = f"{error_title(freshness.why)} " if freshness.why is not None else ""
            detail = f"{why}{_waiting(len(drafts))}"
            self._banner.show_message(Tone.WARNING, _as_of(freshness), detail, look, quietly=True)
        elif undecided:
            title = QCoreApplication.translate("AwayLine", "%Ln change(s) could not be made", "", undecided)
            detail = QCoreApplication.translate("AwayLine", "Somebody else changed the same, or they were refused.")
            self._banner.show_message(Tone.WARNING, title, detail, look, quietly=True)
        elif drafts:
            title = QCoreApplication.translate("AwayLine", "%Ln change(s) could not be made yet", "", len(drafts))
            detail = QCoreApplication.translate("AwayLine", "The program tries again by itself.")
            self._banner.show_message(Tone.INFO, title, detail, look, quietly=True)
        else:
            self._banner.hide()

    def _open(self) -> None:
        dialog = self.dialog = DraftsDialog(self._banner.window())
        dialog.kept.connect(lambda draft_id: self._act(draft_id, self._copy.insist))
        dialog.dropped.connect(lambda draft_id: self._act(draft_id, self._copy.forget_draft))
        dialog.finished.connect(self._close)
        dialog.show_drafts(self._drafts)
        dialog.open()
        self._show()

    def _act(self, draft_id: str, act: Callable[[str], None]) -> None:
        if self.dialog is not None:
            self.dialog.banner.hide()
        task = self._tasks.start(f"away.act.{draft_id}", lambda _work: act(draft_id))
        task.finished.connect(self._show)
        task.failed.connect(self._say_error)

    def _say_error(self, error: ConsoleError) -> None:
        if self.dialog is None:
            self._toasts.show_error(error)
        else:
            self.dialog.show_error(error)

    def _close(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()


def _as_of(freshness: Freshness) -> str:
    if freshness.as_of is None:
        return QCoreApplication.translate("AwayLine", "The workspace is not reached")
    when = formats.date_time(freshness.as_of, seconds=False)
    return QCoreApplication.translate("AwayLine", "The workspace is not reached. Shown as of {when}.").format(when=when)


def _waiting(drafts: int) -> str:
    if drafts:
        return QCoreApplication.translate("AwayLine", "%Ln change(s) wait until it is back.", "", drafts)
    return QCoreApplication.translate("AwayLine", "Changes of settings are kept and made when it is back.")
