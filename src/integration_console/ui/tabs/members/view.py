"""The page of members: the list, and below it all about the one who is chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from integration_console.domain.members import Member, MemberAction
from integration_console.ui.language import Translated, error_sentence
from integration_console.ui.tabs.members.model import MembersModel
from integration_console.ui.tabs.members.panel import MemberPanel
from integration_console.ui.tabs.members.rules import Company
from integration_console.ui.theme import Space
from integration_console.ui.widgets import (
    ContentStates,
    DataTable,
    EmptyState,
    Label,
    ListOverPanel,
    PrimaryButton,
    Skeleton,
)

_RELATIVE_MS = 20_000
# Columns that go when there is little room, the least needed first, and the width below which they do.
_LEAVING = ((4, 860), (3, 720), (2, 480))


class MembersTable(DataTable):
    """As many columns as there is room for."""

    def __init__(self, model: MembersModel) -> None:
        super().__init__()
        self.show_model(model, [column.width for column in model.columns])

    def resizeEvent(self, event: QResizeEvent) -> None:
        for column, width in _LEAVING:
            self.setColumnHidden(column, self.width() < width)
        super().resizeEvent(event)


class MembersView(Translated, QWidget):
    """Emits what a person wants; shows what it is given."""

    addition_requested = Signal()
    edit_requested = Signal(object)
    password_requested = Signal(object)
    removal_requested = Signal(object)
    audit_requested = Signal(object)
    shown = Signal()

    def __init__(self, model: MembersModel) -> None:
        super().__init__()
        self.model = model
        model.setParent(self)
        self.company = Company()
        self._may_audit = False
        self._chosen = ""
        self.add = PrimaryButton("user-plus")
        self._count = Label("muted")
        self.table = MembersTable(model)
        self.panel = MemberPanel()
        self._empty = EmptyState("users", action_icon="user-plus")
        self._clock = QTimer(self)
        self._clock.setInterval(_RELATIVE_MS)
        self._clock.timeout.connect(self._let_time_pass)
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def chosen(self) -> Member | None:
        """The member who is chosen."""
        return next((row for row in self.model.rows if row.id == self._chosen), None)

    def show_company(self, company: Company, *, may_audit: bool) -> None:
        """Shows all members; the one who was chosen stays chosen."""
        self.company, self._may_audit = company, may_audit
        with QSignalBlocker(self.table.selectionModel()):
            self.model.change_rows(company.members, company.acting.member_id)
        self._say_what_may_be_added()
        if not company.members:
            self._chosen = ""
            self.states.show_empty()
            return
        self.states.show_content()
        self.choose(self._chosen if self.model.place_of(self._chosen) >= 0 else company.members[0].id)

    def choose(self, member_id: str) -> None:
        """Chooses a member; one who is not listed yet as soon as they are."""
        self._chosen = member_id
        place = self.model.place_of(member_id)
        if place < 0:
            return
        with QSignalBlocker(self.table.selectionModel()):
            self.table.setCurrentIndex(self.model.index(place, 0))
        self.table.viewport().update()
        self.panel.show_member(self.model.rows[place], self.company, may_audit=self._may_audit)

    def retranslate(self) -> None:
        self.add.setText(self.tr("Add member"))
        self.table.setAccessibleName(self.tr("Members"))
        self._say_what_may_be_added()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.start()
        self.shown.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        self._clock.stop()
        super().hideEvent(event)

    def _say_what_may_be_added(self) -> None:
        count = len(self.model.rows)
        self._count.setText(QCoreApplication.translate("MembersView", "%Ln member(s)", "", count) if count else "")
        refused = self.company.refusal_to_add()
        self.add.setEnabled(refused is None)
        self.add.setToolTip(error_sentence(refused) if refused else self.tr("N"))
        self._empty.show_words(
            self.tr("No members yet"),
            self.tr("Members sign in with a password of their own, and each may do what their role allows."),
            "" if refused else self.tr("Add member"),
        )

    def _let_time_pass(self) -> None:
        self.model.say_again()
        self.panel.say_again()

    def _select(self, row: int) -> None:
        if 0 <= row < len(self.model.rows):
            self.choose(self.model.rows[row].id)

    def _ask(self, action: MemberAction, signal: Callable[[Member], None]) -> Callable[[], None]:
        """What a key asks for is held against the same rules as what a button does."""

        def emit() -> None:
            if self.chosen is not None and self.company.refusal(action, self.chosen) is None:
                signal(self.chosen)

        return emit

    def _add_if_allowed(self) -> None:
        if self.company.refusal_to_add() is None:
            self.addition_requested.emit()

    def _connect(self) -> None:
        edit = self._ask(MemberAction.RENAME, self.edit_requested.emit)
        remove = self._ask(MemberAction.REMOVE, self.removal_requested.emit)
        self.add.clicked.connect(self.addition_requested)
        self._empty.action_requested.connect(self.addition_requested)
        self.table.row_selected.connect(self._select)
        self.table.row_opened.connect(lambda _row: edit())
        self.panel.edit_requested.connect(edit)
        self.panel.password_requested.connect(self._ask(MemberAction.RESET_PASSWORD, self.password_requested.emit))
        self.panel.removal_requested.connect(remove)
        self.panel.audit_requested.connect(lambda: self.audit_requested.emit(self.chosen))
        QShortcut(QKeySequence(Qt.Key.Key_N), self).activated.connect(self._add_if_allowed)
        QShortcut(QKeySequence(Qt.Key.Key_F2), self).activated.connect(edit)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        delete.activated.connect(remove)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.add)
        content = ListOverPanel(head, self.table, self.panel, (420, 280))
        self.states = ContentStates(content, self._empty, Skeleton(lines=10, inset=int(Space.L)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.XL, 0, Space.XL, Space.XL)
        whole.addWidget(self.states)
