"""The page of workspaces as a dialog: those that are known, and the ways to another one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from integration_console.gateways.places import Place, kind_of
from integration_console.ui.icons import icon
from integration_console.ui.language import Translated, technical, user_text
from integration_console.ui.theme import Space
from integration_console.ui.widgets import (
    Card,
    Dialog,
    ElidedLabel,
    Emblem,
    FlowLayout,
    IconButton,
    Label,
    SecondaryButton,
    Sign,
    StatusPill,
)
from integration_console.ui.widgets.menus import open_below
from integration_console.ui.workspaces.known import KnownWorkspace
from integration_console.ui.workspaces.words import (
    environment_name,
    environment_tone,
    kind_icon,
    kind_name,
    shown_place,
)


@dataclass(frozen=True, slots=True)
class Way:
    """A way to another workspace: what its button says, and what it begins."""

    icon: str
    words: Callable[[], str]
    begin: Callable[[], None]


class WorkspaceCard(Translated, Card):
    """One known workspace: name, kind and place, its environment, its lock. Pressed, it is opened."""

    edit_requested = Signal()
    forget_requested = Signal()
    backup_requested = Signal()
    copy_requested = Signal()

    def __init__(self, known: KnownWorkspace, *, is_open: bool) -> None:
        super().__init__(clickable=True)
        self.known, self._is_open = known, is_open
        self._name, self._place = ElidedLabel("section"), ElidedLabel("caption")
        self._environment, self._open = StatusPill(), Label("caption")
        self._lock = Sign("lock")
        self._lock.setVisible(known.read_only)
        self.edit, self.forget, self.more = IconButton("tag"), IconButton("x"), IconButton("ellipsis")
        self.menu = QMenu(self)
        self.back_up = QAction(icon("archive"), "", self)
        self.copy = QAction(icon("database"), "", self)
        self.menu.addActions([self.back_up, self.copy])
        self.back_up.triggered.connect(self.backup_requested)
        self.copy.triggered.connect(self.copy_requested)
        self.more.clicked.connect(lambda: open_below(self.menu, self.more))
        self.more.setVisible(kind_of(known.place) == "file")
        self.edit.clicked.connect(self.edit_requested)
        self.forget.clicked.connect(self.forget_requested)
        self.forget.setVisible(not is_open)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._place)
        known = self.known
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(Emblem(kind_icon(known.place), environment_tone(known.environment), 36))
        row.addLayout(words, 1)
        for part in (self._open, self._lock, self._environment, self.more, self.edit, self.forget):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
        self.body.setContentsMargins(Space.M, Space.M, Space.M, Space.M)

    def retranslate(self) -> None:
        known = self.known
        self._name.show_text(known.name or technical(shown_place(known.place)))
        self._place.show_text(f"{kind_name(known.place)} · {technical(shown_place(known.place))}")
        self._environment.show_status(environment_name(known.environment), environment_tone(known.environment), "tag")
        self._environment.setVisible(bool(environment_name(known.environment)))
        self._open.setText(self.tr("open now") if self._is_open else "")
        self._lock.setToolTip(self.tr("Locked against changes"))
        self.edit.show_name(self.tr("Environment and lock…"))
        self.forget.show_name(self.tr("Take off this list"))
        self.more.show_name(self.tr("More actions"))
        self.back_up.setText(self.tr("Back up…"))
        self.copy.setText(self.tr("Copy to a shared database…"))
        parts = (known.name, kind_name(known.place), shown_place(known.place), environment_name(known.environment))
        self.setAccessibleName(", ".join(part for part in parts if part))


class WorkspaceChooser(Dialog):
    """Known workspaces as cards; below them a button for each way to another one."""

    chosen = Signal(object)
    edit_requested = Signal(object)
    forget_requested = Signal(object)
    backup_requested = Signal(object)
    copy_requested = Signal(object)

    def __init__(self, ways: Sequence[Way], parent: QWidget) -> None:
        super().__init__(parent, width=680)
        self.primary.hide()
        self._none = Label("muted", wrap=True)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(Space.S)
        self.cards: list[WorkspaceCard] = []
        self._busy: WorkspaceCard | None = None
        self.ways = [(way, SecondaryButton(way.icon)) for way in ways]
        row = FlowLayout()
        for way, button in self.ways:
            button.clicked.connect(way.begin)
            row.addWidget(button)
        self.body.addWidget(self._none)
        self.body.addLayout(self._cards)
        self.body.addSpacing(Space.S)
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.retranslate()

    def show_known(self, found: Sequence[KnownWorkspace], opened: Place | None) -> None:
        """Shows these workspaces."""
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [WorkspaceCard(each, is_open=each.place == opened) for each in found]
        for card in self.cards:
            self._cards.addWidget(card)
            card.clicked.connect(lambda known=card.known: self.chosen.emit(known))
            card.edit_requested.connect(lambda known=card.known: self.edit_requested.emit(known))
            card.forget_requested.connect(lambda known=card.known: self.forget_requested.emit(known))
            card.backup_requested.connect(lambda known=card.known: self.backup_requested.emit(known))
            card.copy_requested.connect(lambda known=card.known: self.copy_requested.emit(known))
        self._none.setVisible(not self.cards)
        self.fit()
        if self.cards:
            self.cards[0].setFocus()

    def show_opening(self, opening: bool) -> None:
        """Nothing is chosen twice while a workspace opens."""
        if opening:
            self.banner.hide()
        for part in (*self.cards, *(button for _, button in self.ways)):
            part.setEnabled(not opening)
        self.subtitle.setText(self._opening_words() if opening else self._words())

    def retranslate(self) -> None:
        self.show_title(self.tr("Workspaces"), self._words())
        self._none.setText(self.tr("None has been opened on this machine yet."))
        self.secondary.setText(self.tr("Close"))
        for way, button in self.ways:
            button.setText(way.words())

    def _words(self) -> str:
        return self.tr(
            "A workspace is a file of your own, a database that your organisation shares, or a service that it runs."
        )

    def _opening_words(self) -> str:
        return self.tr("The workspace is being opened…")


def way_words(key: str) -> Callable[[], str]:
    """What the button of a way says."""
    words = {
        "open": lambda: QCoreApplication.translate("WorkspaceChooser", "Open a file…"),
        "new": lambda: QCoreApplication.translate("WorkspaceChooser", "New file…"),
        "database": lambda: QCoreApplication.translate("WorkspaceChooser", "Connect to a database…"),
        "service": lambda: QCoreApplication.translate("WorkspaceChooser", "Sign in to a service…"),
        "import": lambda: QCoreApplication.translate("WorkspaceChooser", "Import logs…"),
        "restore": lambda: QCoreApplication.translate("WorkspaceChooser", "Restore a backup…"),
    }
    return words[key]


def title_of(known: KnownWorkspace) -> str:
    """What a workspace is called in a sentence."""
    return user_text(known.name or shown_place(known.place))
