"""The rows of the page of key holders."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from integration_console.ui.language import formats
from integration_console.ui.tabs.key_holders.rows import KeyRow
from integration_console.ui.tabs.key_holders.words import KIND_ICONS, holder_name, kind_name
from integration_console.ui.widgets import Cell, Column, TableModel, Tone


class KeyHoldersModel(TableModel[KeyRow]):
    """Those who ask first, then those who can open the secrets."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(lambda: QCoreApplication.translate("KeyHolders", "Name"), _name),
                Column(lambda: QCoreApplication.translate("KeyHolders", "State"), _state, 196),
                Column(lambda: QCoreApplication.translate("KeyHolders", "Key lies in"), _kind, 190),
                Column(lambda: QCoreApplication.translate("KeyHolders", "Since"), _since, 170),
            )
        )

    def place_of(self, row_id: str) -> int:
        """The place of a row, -1 where there is none."""
        return next((place for place, row in enumerate(self.rows) if row.id == row_id), -1)


def _name(row: KeyRow) -> Cell:
    name = holder_name(row.kind, row.name)
    if row.mine:
        name = QCoreApplication.translate("KeyHolders", "{name} (this program)").format(name=name)
    return Cell(name, strong=True)


def _state(row: KeyRow) -> Cell:
    if row.asks:
        return Cell(QCoreApplication.translate("KeyHolders", "Asks for a key"), tone=Tone.WARNING, icon="hand")
    return Cell(QCoreApplication.translate("KeyHolders", "Can open"), tone=Tone.SUCCESS, icon="lock-open")


def _kind(row: KeyRow) -> Cell:
    return Cell(kind_name(row.kind), icon=KIND_ICONS[row.kind])


def _since(row: KeyRow) -> Cell:
    return Cell(formats.date_time(row.since, seconds=False), muted=True)
