"""The saved filters beside the query: a menu of all, and a chip for each that the query uses."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from integration_console.domain.controls import visible
from integration_console.domain.folding import folded
from integration_console.domain.log_query import FILTER
from integration_console.domain.query_parts import quoted, values_of, with_part
from integration_console.domain.saved_filters import SavedFilter
from integration_console.ui.icons import icon
from integration_console.ui.language import Translated, user_text
from integration_console.ui.theme import Space
from integration_console.ui.widgets import QuietButton, SecondaryButton
from integration_console.ui.widgets.menus import open_below

_WIDEST_NAME = 28


class SavedBar(Translated, QWidget):
    """Choosing several filters combines them: each must let an entry through.

    `query_wanted` carries the query with another filter in it, or one less; the others what a person wants to do.
    """

    query_wanted = Signal(str)
    saving_wanted = Signal()
    change_wanted = Signal(object)
    removal_wanted = Signal(object)

    def __init__(self, query: Callable[[], str]) -> None:
        """Take what is written from `query`."""
        super().__init__()
        self._filters: tuple[SavedFilter, ...] = ()
        self._query, self._why_not = query, ""
        self.button = SecondaryButton("bookmark")
        self.button.clicked.connect(lambda: open_below(self.menu(), self.button))
        self.chips: list[QuietButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.XS)
        self._row.addWidget(self.button)
        self.retranslate()

    @property
    def filters(self) -> tuple[SavedFilter, ...]:
        """The filters of the organisation."""
        return self._filters

    def show_filters(self, filters: Sequence[SavedFilter]) -> None:
        """Offers these filters."""
        self._filters = tuple(filters)
        self.show_chips()

    def refuse(self, why: str) -> None:
        """Lets nobody save, change or remove, and says why ("": lets them)."""
        self._why_not = why

    def menu(self) -> QMenu:
        """All filters with a tick at those in use, and what can be done; made for one use."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.aboutToHide.connect(menu.deleteLater)
        used = self._used()
        for each in self._filters:
            action = menu.addAction(user_text(visible(each.name)))
            action.setCheckable(True)
            action.setChecked(folded(each.name) in used)
            action.setToolTip(visible(each.query))
            action.triggered.connect(lambda _checked=False, name=each.name: self.toggle(name))
        if self._filters:
            menu.addSeparator()
        save = menu.addAction(icon("bookmark-plus"), self.tr("Save this filter…"), self.saving_wanted.emit)
        save.setEnabled(bool(self._query()) and not self._used() and not self._why_not)
        nested = self.tr("A saved filter cannot hold another one.") if self._used() else ""
        save.setToolTip(self._why_not or nested)
        if self._filters:
            self._add_group(menu, self.tr("Change"), "pencil", self.change_wanted)
            self._add_group(menu, self.tr("Remove"), "trash-2", self.removal_wanted)
        return menu

    def toggle(self, name: str) -> None:
        """Puts a filter into the query, or takes it out."""
        names = [each for each in values_of(self._query(), FILTER) if folded(each) != folded(name)]
        if len(names) == len(values_of(self._query(), FILTER)):
            names.append(name)
        text = " ".join(f"{FILTER}:{quoted(each)}" for each in names)
        self.query_wanted.emit(with_part(self._query(), FILTER, text))

    def retranslate(self) -> None:
        self.button.setText(self.tr("Saved filters"))
        self.show_chips()

    def _used(self) -> set[str]:
        return {folded(each) for each in values_of(self._query(), FILTER)}

    def show_chips(self) -> None:
        """Shows which filters the query uses."""
        names = values_of(self._query(), FILTER)
        while len(self.chips) > len(names):
            chip = self.chips.pop()
            chip.hide()
            chip.deleteLater()
        while len(self.chips) < len(names):
            chip, number = QuietButton("x"), len(self.chips)
            chip.clicked.connect(lambda _checked=False, number=number: self._take_out(number))
            self.chips.append(chip)
            self._row.addWidget(chip)
        for chip, name in zip(self.chips, names, strict=True):
            short = name if len(name) <= _WIDEST_NAME else f"{name[:_WIDEST_NAME]}…"
            chip.setText(user_text(visible(short)))
            chip.setToolTip(QCoreApplication.translate("SavedBar", "Take this filter out of the query"))
        self.updateGeometry()

    def _take_out(self, number: int) -> None:
        names = values_of(self._query(), FILTER)
        if number < len(names):
            self.toggle(names[number])

    def _add_group(self, menu: QMenu, words: str, sign: str, wanted: SignalInstance) -> None:
        group = menu.addMenu(icon(sign), words)
        group.setEnabled(not self._why_not)
        group.menuAction().setToolTip(self._why_not)
        for each in self._filters:
            action = group.addAction(user_text(visible(each.name)))
            action.triggered.connect(lambda _checked=False, each=each: wanted.emit(each))
