"""The frame of the window: rail of pages, top bar, banner, toasts. It knows nothing of what the pages show."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from integration_console.domain.workspace import ReceiverState
from integration_console.ui.language import LanguageCode, Translated, language, user_text
from integration_console.ui.pages import Page
from integration_console.ui.preferences import Preferences
from integration_console.ui.theme import Space, ThemeChoice, theme
from integration_console.ui.theme_menu import NEXT_KEYS
from integration_console.ui.top_bar import TopBar
from integration_console.ui.widgets import Banner, NavigationRail, Rule, ToastOverlay
from integration_console.ui.workspace_badge import EnvironmentStrip, WorkspaceBadge
from integration_console.ui.workspaces.known import KnownWorkspace
from integration_console.ui.workspaces.words import environment_tone

_NARROW_BELOW = 1040
_FIRST_SIZE = (1240, 800)
_SMALLEST = (640, 480)


class MainWindow(Translated, QMainWindow):
    """Shows one page at a time; each is made when it is first looked at.

    `may_close` is asked before the window closes (keep receiving, or stop?).
    """

    page_shown = Signal(str)

    def __init__(self, pages: Sequence[Page], preferences: Preferences) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._pages = {page.key: page for page in pages}
        self._made: dict[str, QWidget] = {}
        self._preferences = preferences
        self._workspace = ""
        self.may_close: Callable[[], bool] = lambda: True
        self.rail = NavigationRail()
        self.top_bar = TopBar()
        self.banner = Banner()
        self.away = Banner()
        self.stack = QStackedWidget()
        self.badge = WorkspaceBadge()
        self._strip = EnvironmentStrip()
        self.toasts = ToastOverlay(self)
        self._lay_out()
        self._connect()
        self._restore()
        self.retranslate()
        self.show_page(pages[0].key)
        self.rail.take_focus()

    def show_page(self, key: str) -> None:
        """Shows a page, made now if it has not been looked at before."""
        if key not in self._made:
            self._made[key] = self._pages[key].make()
            self.stack.addWidget(self._made[key])
        self.stack.setCurrentWidget(self._made[key])
        self.rail.choose(key)
        self._show_title()
        self.page_shown.emit(key)

    def allow_page(self, key: str, *, allowed: bool) -> None:
        """Shows a page among the others, or not, where nothing on it may be looked at."""
        self.rail.show_available(key, allowed)
        if not allowed and self.page == key:
            self.show_page(next(iter(self._pages)))

    @property
    def page(self) -> str:
        """The key of the page that is seen."""
        return next((key for key, widget in self._made.items() if widget is self.stack.currentWidget()), "")

    def made_page(self, key: str) -> QWidget | None:
        """The widget of a page, if it has been looked at."""
        return self._made.get(key)

    def show_workspace(self, name: str, path: str) -> None:
        """Names the workspace that is open."""
        self._workspace = name
        self.badge.show_workspace(name, path)
        self._show_title()

    def show_labels(self, known: KnownWorkspace) -> None:
        """Shows which environment the workspace is, by name and colour, and whether it is locked."""
        self._strip.show_tone(environment_tone(known.environment))
        self.top_bar.show_labels(known)

    def show_receiver(self, state: ReceiverState) -> None:
        """Shows how receiving goes."""
        self.top_bar.show_receiver(state)

    def retranslate(self) -> None:
        self.rail.show_labels({key: page.title() for key, page in self._pages.items()})
        self.rail.setAccessibleName(self.tr("Pages"))
        self._show_title()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW_BELOW
        self.rail.show_narrow(narrow)
        self.badge.show_narrow(narrow)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self._preferences.keep_geometry(self.saveGeometry())
        super().closeEvent(event)

    def _show_title(self) -> None:
        page = self._pages.get(self.page)
        self.top_bar.title.setText(page.title() if page else "")
        program = self.tr("Integration Console")
        self.setWindowTitle(f"{user_text(self._workspace)} – {program}" if self._workspace else program)

    def _lay_out(self) -> None:
        banner_area = QVBoxLayout()
        banner_area.setContentsMargins(Space.XL, 0, Space.XL, 0)
        banner_area.setSpacing(Space.M)  # counts only while the banner is shown above the widget without height
        banner_area.addWidget(self.away)
        banner_area.addWidget(self.banner)
        banner_area.addWidget(_without_height())
        content = QVBoxLayout()
        content.setSpacing(0)
        content.addWidget(self._strip)
        content.addWidget(self.top_bar)
        content.addLayout(banner_area)
        content.addWidget(self.stack, 1)
        frame = QWidget()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(Rule(vertical=True))
        row.addLayout(content, 1)
        self.setCentralWidget(frame)
        self.rail.add_header(self.badge)
        for page in self._pages.values():
            if page.begins_group:
                self.rail.add_line()
            self.rail.add_page(page.key, page.icon)

    def _connect(self) -> None:
        self.rail.page_chosen.connect(self.show_page)
        self.top_bar.language_requested.connect(self._change_language)
        self.top_bar.theme_requested.connect(self._change_theme)
        QShortcut(QKeySequence("Ctrl+Shift+X"), self).activated.connect(self.toasts.close_newest)
        QShortcut(QKeySequence(NEXT_KEYS), self).activated.connect(self._show_next_theme)
        QShortcut(QKeySequence.StandardKey.Quit, self).activated.connect(self.close)

    def _restore(self) -> None:
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_FIRST_SIZE)
        geometry = self._preferences.geometry
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)

    def _change_language(self, code: LanguageCode) -> None:
        language.choose(code)
        self._preferences.keep_language(code, language.digits)

    def _change_theme(self, choice: ThemeChoice) -> None:
        theme.choose(choice)
        self._preferences.keep_theme(choice)

    def _show_next_theme(self) -> None:
        theme.choose_next()
        self._preferences.keep_theme(theme.choice)


def _without_height() -> QWidget:
    widget = QWidget()
    widget.setFixedHeight(0)
    return widget
