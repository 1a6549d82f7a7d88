"""What a person chooses for a case file: how far back it goes, how large it may become, a few words with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from integration_console.domain.case_files import DEFAULT_CAP, CaseWish
from integration_console.domain.forms import Choice, Field, FieldKind, Form
from integration_console.domain.log_importing import ImportWish
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from integration_console.domain.forms import Value
    from integration_console.domain.log_importing import ForeignLog
    from integration_console.domain.logs import LogFilter

_MEGABYTE = 1 << 20
_SPANS = {
    "": None,
    "1d": timedelta(days=1),
    "7d": timedelta(days=7),
    "30d": timedelta(days=30),
}
_CAP = Field(
    "cap",
    FieldKind.CHOICE,
    QT_TRANSLATE_NOOP("Forms", "Largest size"),
    default=str(DEFAULT_CAP // _MEGABYTE),
    help=QT_TRANSLATE_NOOP("Forms", "The newest entries go in first; older ones that do not fit are counted."),
    choices=(
        Choice("20", QT_TRANSLATE_NOOP("Forms", "20 MB (for an e-mail)")),
        Choice("100", QT_TRANSLATE_NOOP("Forms", "100 MB")),
        Choice("500", QT_TRANSLATE_NOOP("Forms", "500 MB")),
        Choice("4000", QT_TRANSLATE_NOOP("Forms", "4 GB")),
    ),
)
CASE_FORM = Form((
    Field("span", FieldKind.CHOICE, QT_TRANSLATE_NOOP("Forms", "Time range"), default="",
          choices=(Choice("", QT_TRANSLATE_NOOP("Forms", "As on the page")),
                   Choice("1d", QT_TRANSLATE_NOOP("Forms", "Last 24 hours")),
                   Choice("7d", QT_TRANSLATE_NOOP("Forms", "Last 7 days")),
                   Choice("30d", QT_TRANSLATE_NOOP("Forms", "Last 30 days")))),
    _CAP,
    Field("note", FieldKind.TEXT, QT_TRANSLATE_NOOP("Forms", "Note"),
          help=QT_TRANSLATE_NOOP("Forms", "A few words for whoever opens the file.")),
))  # fmt: skip

IMPORT_FORM = Form((
    Field("name", FieldKind.TEXT, QT_TRANSLATE_NOOP("Forms", "Name"),
          placeholder=QT_TRANSLATE_NOOP("Forms", "Imported logs"),
          help=QT_TRANSLATE_NOOP("Forms", "What the case file is called in the list of workspaces.")),
    _CAP,
))  # fmt: skip


def wish_of(values: Mapping[str, Value], wanted: LogFilter, now: datetime) -> CaseWish:
    """Return what a filled form asks for, of what the page shows."""
    span = _SPANS.get(str(values.get("span") or ""))
    if span is not None:
        since = now - span
        wanted = replace(wanted, since=since if wanted.since is None else max(since, wanted.since))
    return CaseWish(wanted, _cap_of(values), str(values.get("note") or ""))


def import_wish_of(values: Mapping[str, Value], logs: tuple[ForeignLog, ...], usual_name: str) -> ImportWish:
    """Return what a filled form asks for, of these logs."""
    return ImportWish(logs, str(values.get("name") or "").strip() or usual_name, _cap_of(values))


def _cap_of(values: Mapping[str, Value]) -> int:
    return int(str(values.get("cap") or DEFAULT_CAP // _MEGABYTE)) * _MEGABYTE
