"""The table of runs."""

from __future__ import annotations

from integration_console.ui.tabs.syncs.model import RunsModel
from integration_console.ui.widgets import FittingTable

# Columns that go when there is little room, the least needed first, and the width below which they do.
_LEAVING = ((4, 940), (6, 850), (1, 780), (5, 700), (2, 420))


class RunsTable(FittingTable):
    """The runs; in a narrow window the connector, and what happened, is left."""

    def __init__(self, model: RunsModel) -> None:
        super().__init__(model, [column.width for column in model.columns], _LEAVING)
