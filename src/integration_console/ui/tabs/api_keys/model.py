"""The rows of the page of API keys: the keys themselves, and where one was used."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from integration_console.domain.api_key_policy import KeyPolicy, is_beyond, is_unused
from integration_console.domain.api_keys import ApiKey, KeyState, KeyUse, state_of
from integration_console.ui.language import formats
from integration_console.ui.tabs.api_keys.words import (
    end_words,
    last_use,
    outcome_words,
    permissions_in_short,
    state_words,
)
from integration_console.ui.widgets import Cell, Column, TableModel


class KeysModel(TableModel[ApiKey]):
    """The keys that count by name, then those that were revoked; `policy` is the rule that they are held against."""

    policy = KeyPolicy()

    def __init__(self) -> None:
        super().__init__(
            (
                Column(lambda: QCoreApplication.translate("KeysModel", "Name"), _name),
                Column(lambda: QCoreApplication.translate("KeysModel", "State"), _state, 142),
                Column(lambda: QCoreApplication.translate("KeysModel", "Key"), _prefix, 142),
                Column(lambda: QCoreApplication.translate("KeysModel", "May do"), _permissions, 232),
                Column(lambda: QCoreApplication.translate("KeysModel", "Ends"), self._end, 138),
                Column(lambda: QCoreApplication.translate("KeysModel", "Last used"), _last_use, 138),
            )
        )

    def _end(self, key: ApiKey) -> Cell:
        now = datetime.now(UTC)
        is_news = state_of(key, now) is KeyState.ENDING or is_beyond(key, self.policy, now)
        return Cell(end_words(key), muted=not is_news, icon="triangle-alert" if is_news else "")

    def place_of(self, key_id: str) -> int:
        """The row of a key, -1 where there is none."""
        return next((place for place, row in enumerate(self.rows) if row.id == key_id), -1)

    def change_rows(self, rows: Sequence[ApiKey]) -> None:
        """Shows these rows; the table keeps its selection where only their content changed."""
        if [row.id for row in rows] != [row.id for row in self.rows]:
            self.show_rows(rows)
        else:
            self._rows = tuple(rows)
            self.say_again()

    def say_again(self) -> None:
        """Paint every cell anew."""
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.columns) - 1))


class UsesModel(TableModel[KeyUse]):
    """Where a key was used, the newest first."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(lambda: QCoreApplication.translate("UsesModel", "Address"), _address, 132),
                Column(lambda: QCoreApplication.translate("UsesModel", "Route"), _route),
                Column(lambda: QCoreApplication.translate("UsesModel", "Outcome"), _outcome, 206),
                Column(lambda: QCoreApplication.translate("UsesModel", "Uses"), _uses, 60),
                Column(lambda: QCoreApplication.translate("UsesModel", "Last"), _last, 108),
            )
        )


def _name(key: ApiKey) -> Cell:
    return Cell(key.name, strong=key.revoked_at is None, muted=key.revoked_at is not None)


def _state(key: ApiKey) -> Cell:
    text, tone, icon = state_words(key)
    return Cell(text, tone=tone, icon=icon)


def _prefix(key: ApiKey) -> Cell:
    return Cell(key.prefix, is_technical=True, muted=True)


def _permissions(key: ApiKey) -> Cell:
    return Cell(permissions_in_short(key.grants))


def _last_use(key: ApiKey) -> Cell:
    unused = is_unused(key, datetime.now(UTC))
    return Cell(last_use(key), muted=not unused, icon="triangle-alert" if unused else "")


def _address(use: KeyUse) -> Cell:
    return Cell(use.address or "-", is_technical=True)


def _route(use: KeyUse) -> Cell:
    return Cell(use.route or "-", is_technical=True, muted=True)


def _outcome(use: KeyUse) -> Cell:
    text, tone = outcome_words(use.outcome)
    return Cell(text, tone=tone)


def _uses(use: KeyUse) -> Cell:
    return Cell(formats.number(use.uses))


def _last(use: KeyUse) -> Cell:
    return Cell(formats.relative(use.last_at), muted=True)
