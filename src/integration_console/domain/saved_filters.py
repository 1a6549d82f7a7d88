"""Queries of the log that are kept under a name, for all members of an organisation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from integration_console.domain.errors import FieldProblem, InvalidInput
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from datetime import datetime

LONGEST_NAME = 60
"""Characters of a filter's name."""
MOST_FILTERS = 200
"""Filters of an organisation."""
_REQUIRED = QT_TRANSLATE_NOOP("Forms", "This field is required.")
_NO_NAME = QT_TRANSLATE_NOOP("Forms", "A name of at most {maximum} characters, without quotation marks.")
_TOO_MANY = QT_TRANSLATE_NOOP("Forms", "There are {maximum} saved filters already; remove one first.")


@dataclass(frozen=True, slots=True)
class SavedFilterDraft:
    """A filter as a person wants to keep it; `id` is empty for a new one."""

    name: str
    query: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A query under a name; in a query, `filter:"the name"` stands for it."""

    id: str
    name: str
    query: str
    author: str
    written_at: datetime


def required_filter(draft: SavedFilterDraft, others: int) -> SavedFilterDraft:
    """Return a draft that can be kept beside so many others, its blanks tidied. Raises `InvalidInput`."""
    name, query = " ".join(draft.name.split()), draft.query.strip()
    problems = []
    if not name or len(name) > LONGEST_NAME or '"' in name:
        problems.append(FieldProblem("name", _NO_NAME, (("maximum", str(LONGEST_NAME)),)))
    if not query:
        problems.append(FieldProblem("query", _REQUIRED))
    if others >= MOST_FILTERS:
        problems.append(FieldProblem("name", _TOO_MANY, (("maximum", str(MOST_FILTERS)),)))
    if problems:
        raise InvalidInput(*problems)
    return SavedFilterDraft(name, query, draft.id)
