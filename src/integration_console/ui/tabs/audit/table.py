"""The tables of the audit: the entries, and what one of them changed."""

from __future__ import annotations

from integration_console.ui.tabs.audit.model import AuditModel, DifferencesModel
from integration_console.ui.theme import RowHeight
from integration_console.ui.widgets import DataTable, FittingTable

# Columns that go when there is little room, the least needed first, and the width below which they do.
_LEAVING = ((0, 720), (2, 600), (1, 420))


class AuditTable(FittingTable):
    """The entries; in a narrow window who made them, and what they are about, is left."""

    def __init__(self, model: AuditModel) -> None:
        super().__init__(model, [column.width for column in model.columns], _LEAVING)


class DifferencesTable(DataTable):
    """Field, before and after, in compact rows."""

    def __init__(self, model: DifferencesModel) -> None:
        super().__init__(row_height=RowHeight.COMPACT)
        self.show_model(model, [column.width for column in model.columns])
