"""The parts that windows are made of, all themed, mirrored with the language and usable by keyboard."""

from __future__ import annotations

from integration_console.ui.widgets.banner import Banner
from integration_console.ui.widgets.buttons import (
    DangerButton,
    IconButton,
    LinkButton,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
)
from integration_console.ui.widgets.cards import Card, CardGrid
from integration_console.ui.widgets.cells import CELL_ROLE, Cell, CellDelegate, draw_cell
from integration_console.ui.widgets.copying import CopyButton, copy_text
from integration_console.ui.widgets.dialogs import ConfirmDialog, Dialog
from integration_console.ui.widgets.empty_state import EmptyState
from integration_console.ui.widgets.fields import CopyLine, LtrLine, SearchField
from integration_console.ui.widgets.highlighting import Syntax
from integration_console.ui.widgets.labels import ElidedLabel, Label, Rule, Sign
from integration_console.ui.widgets.navigation import NavigationRail
from integration_console.ui.widgets.payload_view import PayloadView, readable
from integration_console.ui.widgets.pill import StatusPill
from integration_console.ui.widgets.segments import SegmentedControl
from integration_console.ui.widgets.skeleton import Skeleton
from integration_console.ui.widgets.spinner import Spinner
from integration_console.ui.widgets.states import ContentStates
from integration_console.ui.widgets.statistics import Emblem, Sparkline, StatisticCard
from integration_console.ui.widgets.switch import Switch
from integration_console.ui.widgets.table import Column, DataTable, TableModel
from integration_console.ui.widgets.toasts import Toast, ToastOverlay
from integration_console.ui.widgets.tones import Tone

__all__ = [
    "CELL_ROLE",
    "Banner",
    "Card",
    "CardGrid",
    "Cell",
    "CellDelegate",
    "Column",
    "ConfirmDialog",
    "ContentStates",
    "CopyButton",
    "CopyLine",
    "DangerButton",
    "DataTable",
    "Dialog",
    "ElidedLabel",
    "Emblem",
    "EmptyState",
    "IconButton",
    "Label",
    "LinkButton",
    "LtrLine",
    "NavigationRail",
    "PayloadView",
    "PrimaryButton",
    "QuietButton",
    "Rule",
    "SearchField",
    "SecondaryButton",
    "SegmentedControl",
    "Sign",
    "Skeleton",
    "Sparkline",
    "Spinner",
    "StatisticCard",
    "StatusPill",
    "Switch",
    "Syntax",
    "TableModel",
    "Toast",
    "ToastOverlay",
    "Tone",
    "copy_text",
    "draw_cell",
    "readable",
]
