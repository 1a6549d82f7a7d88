"""The changes that wait: one after the other, with both sides where somebody else has changed the same."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from integration_console.domain.drafts import Draft, DraftState, differences
from integration_console.domain.errors import SecretNotKept
from integration_console.ui.away.words import advice_for, field_word, kind_word, state_of, subject_of, value_word
from integration_console.ui.language import Translated, formats
from integration_console.ui.theme import Space
from integration_console.ui.widgets import Card, Label, PrimaryButton, SecondaryButton, StatusPill
from integration_console.ui.widgets.dialogs import Dialog

_WIDTH, _FIELD = 720, 112


class DraftCard(Translated, Card):
    """One change that waits; `kept` and `dropped` carry its id."""

    kept = Signal(str)
    dropped = Signal(str)

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.draft = draft
        self._title, self._advice = Label("heading", wrap=True), Label("muted", wrap=True)
        self._pill = StatusPill()
        self.keep, self.drop = PrimaryButton(), SecondaryButton()
        self.keep.clicked.connect(lambda: self.kept.emit(draft.id))
        self.drop.clicked.connect(lambda: self.dropped.emit(draft.id))
        self.keep.setVisible(draft.state is DraftState.REFUSED or _is_choice(draft))
        self._sides = QGridLayout()
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        draft = self.draft
        self._title.setText(f"{kind_word(draft.kind)}: {subject_of(draft)}")
        self._pill.show_status(*state_of(draft))
        self.show_advice()
        self.keep.setText(self._keep_word())
        self.drop.setText(self.tr("Keep theirs") if _is_choice(draft) else self.tr("Discard"))
        self._show_sides()

    def _keep_word(self) -> str:
        if self.draft.refusal == SecretNotKept.code:
            return self.tr("Make without it")
        return self.tr("Try again") if self.draft.state is DraftState.REFUSED else self.tr("Keep mine")

    def show_advice(self) -> None:
        """Says what became of it, and how long ago it was made."""
        made = self.tr("Changed here {when}.").format(when=formats.relative(self.draft.made_at))
        self._advice.setText(f"{advice_for(self.draft)} {made}")

    def _show_sides(self) -> None:
        while (item := self._sides.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        draft = self.draft
        other = draft.theirs if draft.state is DraftState.CONFLICT else draft.base
        rows = differences(draft.mine, other) if other else ()
        heads = ("", self.tr("Mine"), self.tr("Theirs") if draft.theirs else self.tr("Before"))
        for column, text in enumerate(heads if rows else ()):
            self._sides.addWidget(Label("caption", text), 0, column)
        for number, each in enumerate(rows, 1):
            self._sides.addWidget(Label("muted", field_word(each.name)), number, 0, Qt.AlignmentFlag.AlignTop)
            for column, text in ((1, each.mine), (2, each.theirs)):
                shown = value_word(each.name, text) if text else "–"
                self._sides.addWidget(Label("plain", shown, wrap=True), number, column)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._pill)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.drop)
        buttons.addWidget(self.keep)
        self._sides.setHorizontalSpacing(Space.L)
        self._sides.setVerticalSpacing(Space.XS)
        self._sides.setColumnMinimumWidth(0, _FIELD)
        self._sides.setColumnStretch(1, 1)
        self._sides.setColumnStretch(2, 1)
        for part in (head, self._advice, self._sides, buttons):
            self.body.addWidget(part) if isinstance(part, QWidget) else self.body.addLayout(part)


def _is_choice(draft: Draft) -> bool:
    """Whether there are two sides of which one is to be chosen."""
    return draft.state is DraftState.CONFLICT and bool(draft.theirs)


class DraftsDialog(Dialog):
    """`kept`: make a change over what is there now; `dropped`: let it go. Each carries the id of a draft."""

    kept = Signal(str)
    dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=_WIDTH)
        self._list = QVBoxLayout()
        self._list.setSpacing(Space.M)
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self.cards: list[DraftCard] = []
        self.secondary.hide()
        self.confirmed.connect(self.accept)
        self.retranslate()

    def show_drafts(self, drafts: Sequence[Draft]) -> None:
        """Shows these, the oldest first; without any, it closes. What has not changed stays, with the focus in it."""
        cards = {card.draft.id: card for card in self.cards}
        self.cards = [self._card(each, cards.get(each.id)) for each in drafts]
        for card in cards.values():
            if card not in self.cards:
                self._list.removeWidget(card)
                card.deleteLater()
        for number, card in enumerate(self.cards):
            if self._list.indexOf(card) != number:
                self._list.insertWidget(number, card)
        self.show_busy(False)
        if not drafts:
            self.accept()

    def _card(self, draft: Draft, present: DraftCard | None) -> DraftCard:
        if present is not None and present.draft == draft:
            present.show_advice()
            return present
        card = DraftCard(draft)
        card.kept.connect(self.kept)
        card.dropped.connect(self.dropped)
        return card

    def retranslate(self) -> None:
        self.show_title(
            self.tr("Changes that wait"),
            self.tr("Made while the workspace was not reached. Nothing is made over what somebody else has changed."),
        )
        self.primary.setText(self.tr("Close"))
