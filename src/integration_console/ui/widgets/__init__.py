"""The parts that windows are made of, all themed, mirrored with the language and usable by keyboard."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    from integration_console.ui.widgets.chips import Chip
    from integration_console.ui.widgets.copying import CopyButton, copy_text
    from integration_console.ui.widgets.dialogs import ConfirmDialog, Dialog
    from integration_console.ui.widgets.empty_state import EmptyState
    from integration_console.ui.widgets.fields import CopyLine, LtrLine, SearchField
    from integration_console.ui.widgets.fitting_table import FittingTable
    from integration_console.ui.widgets.flow import FlowLayout
    from integration_console.ui.widgets.highlighting import Syntax
    from integration_console.ui.widgets.labels import ElidedLabel, Label, Rule, Sign
    from integration_console.ui.widgets.navigation import NavigationRail
    from integration_console.ui.widgets.panes import ListOverPanel, ListWithDetails, Panes
    from integration_console.ui.widgets.payload_view import PayloadView, readable
    from integration_console.ui.widgets.pictured_table import PicturedTable
    from integration_console.ui.widgets.pill import StatusPill
    from integration_console.ui.widgets.progress_line import ProgressLine
    from integration_console.ui.widgets.segments import SegmentedControl
    from integration_console.ui.widgets.skeleton import Skeleton
    from integration_console.ui.widgets.spinner import Spinner
    from integration_console.ui.widgets.split_button import SplitButton
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
    "Chip",
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
    "FittingTable",
    "FlowLayout",
    "IconButton",
    "Label",
    "LinkButton",
    "ListOverPanel",
    "ListWithDetails",
    "LtrLine",
    "NavigationRail",
    "Panes",
    "PayloadView",
    "PicturedTable",
    "PrimaryButton",
    "ProgressLine",
    "QuietButton",
    "Rule",
    "SearchField",
    "SecondaryButton",
    "SegmentedControl",
    "Sign",
    "Skeleton",
    "Sparkline",
    "Spinner",
    "SplitButton",
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

_HOMES = {
    "banner": ("Banner",),
    "buttons": (
        "DangerButton",
        "IconButton",
        "LinkButton",
        "PrimaryButton",
        "QuietButton",
        "SecondaryButton",
    ),
    "cards": (
        "Card",
        "CardGrid",
    ),
    "cells": (
        "CELL_ROLE",
        "Cell",
        "CellDelegate",
        "draw_cell",
    ),
    "chips": ("Chip",),
    "copying": (
        "CopyButton",
        "copy_text",
    ),
    "dialogs": (
        "ConfirmDialog",
        "Dialog",
    ),
    "empty_state": ("EmptyState",),
    "fields": (
        "CopyLine",
        "LtrLine",
        "SearchField",
    ),
    "fitting_table": ("FittingTable",),
    "flow": ("FlowLayout",),
    "highlighting": ("Syntax",),
    "labels": (
        "ElidedLabel",
        "Label",
        "Rule",
        "Sign",
    ),
    "navigation": ("NavigationRail",),
    "panes": (
        "ListOverPanel",
        "ListWithDetails",
        "Panes",
    ),
    "payload_view": (
        "PayloadView",
        "readable",
    ),
    "pictured_table": ("PicturedTable",),
    "pill": ("StatusPill",),
    "progress_line": ("ProgressLine",),
    "segments": ("SegmentedControl",),
    "skeleton": ("Skeleton",),
    "spinner": ("Spinner",),
    "split_button": ("SplitButton",),
    "states": ("ContentStates",),
    "statistics": (
        "Emblem",
        "Sparkline",
        "StatisticCard",
    ),
    "switch": ("Switch",),
    "table": (
        "Column",
        "DataTable",
        "TableModel",
    ),
    "toasts": (
        "Toast",
        "ToastOverlay",
    ),
    "tones": ("Tone",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    """Import a widget when it is first named (PEP 562): the first paint needs but a few of them."""
    if name not in _HOME_OF:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    found = getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    globals()[name] = found
    return found
