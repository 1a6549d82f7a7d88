"""The connectors that the page lists, and how far the tests that were started have come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from integration_console.domain.connectors import BrokenType, CheckStage, Connector, ConnectorType, Stage, StageOutcome
from integration_console.domain.errors import ConsoleError
from integration_console.ui.connector_words import checked_words, state_of, type_icon, type_title
from integration_console.ui.widgets import Cell, Column, TableModel


@dataclass(frozen=True, slots=True)
class CheckProgress:
    """How far the test of one connector has come: `error` is why it could not be made at all."""

    stages: tuple[CheckStage, ...] = ()
    running: bool = True
    stopping: bool = False
    stopped: bool = False
    error: ConsoleError | None = None

    @property
    def failure(self) -> CheckStage | None:
        """The stage that failed."""
        return next((each for each in self.stages if each.outcome is StageOutcome.FAILED), None)

    @property
    def current(self) -> Stage | None:
        """The stage that is being tried now."""
        if not self.running or len(self.stages) == len(Stage):
            return None
        return tuple(Stage)[len(self.stages)]

    @property
    def duration_ms(self) -> float:
        """How long the stages took together."""
        return sum(each.duration_ms for each in self.stages)


class ConnectorsModel(TableModel[Connector]):
    """The connectors that fit the search, by name."""

    def __init__(self) -> None:
        super().__init__(
            [
                Column(lambda: QCoreApplication.translate("ConnectorsModel", "Name"), self._name),
                Column(
                    lambda: QCoreApplication.translate("ConnectorsModel", "Type"),
                    lambda row: Cell(type_title(row, self.type_of(row)), muted=True),
                    140,
                ),
                Column(lambda: QCoreApplication.translate("ConnectorsModel", "State"), _state, 150),
                Column(
                    lambda: QCoreApplication.translate("ConnectorsModel", "Last contact"),
                    lambda row: Cell(checked_words(row), muted=True),
                    120,
                ),
            ]
        )
        self.checks: dict[str, CheckProgress] = {}
        self._types: Mapping[str, ConnectorType] = {}
        self.broken: tuple[BrokenType, ...] = ()
        self._all: tuple[Connector, ...] = ()
        self._searched = ""

    @property
    def types(self) -> tuple[ConnectorType, ...]:
        """The installed types."""
        return tuple(self._types.values())

    @property
    def is_empty(self) -> bool:
        """Whether there is no connector at all, searched for or not."""
        return not self._all

    def show_connectors(self, types: Sequence[ConnectorType], connectors: Sequence[Connector]) -> None:
        """Takes what the gateway has."""
        self._types = {each.key: each for each in types}
        self._all = tuple(connectors)
        self._sift()

    def search(self, text: str) -> None:
        """Shows only the connectors whose name or type holds the text."""
        self._searched = text.strip().casefold()
        self._sift()

    def type_of(self, connector: Connector) -> ConnectorType | None:
        """The type of a connector; None when it is not installed."""
        return self._types.get(connector.type)

    def find(self, connector_id: str) -> Connector | None:
        """The connector with this id, searched for or not."""
        return next((each for each in self._all if each.id == connector_id), None)

    def row_of(self, connector_id: str) -> int:
        """The row of a connector, -1 when it is not shown."""
        return next((number for number, each in enumerate(self.rows) if each.id == connector_id), -1)

    def _sift(self) -> None:
        self.show_rows([each for each in self._all if self._fits(each)])

    def _fits(self, connector: Connector) -> bool:
        words = f"{connector.name} {type_title(connector, self.type_of(connector))}".casefold()
        return self._searched in words

    def _name(self, row: Connector) -> Cell:
        return Cell(row.name, strong=True, icon=type_icon(self.type_of(row)))


def _state(row: Connector) -> Cell:
    text, tone, icon_name = state_of(row)
    return Cell(text, tone=tone, icon=icon_name)
