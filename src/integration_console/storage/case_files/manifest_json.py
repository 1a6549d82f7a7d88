"""A manifest as JSON of exactly one shape, and back.

The general codec of the domain knows every value there is, and loading it takes longer than opening a case file may.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from integration_console.domain.case_files import CaseManifest, CaseSource, CaseWish
from integration_console.domain.logs import LogFilter, LogStatus

if TYPE_CHECKING:
    from collections.abc import Mapping

Json = Any
"""What `orjson` reads and writes."""
_FIRST, _LAST = datetime(1970, 1, 1, tzinfo=UTC), datetime(2201, 1, 1, tzinfo=UTC)
"""Between these a case is made."""


def json_of(manifest: CaseManifest) -> dict[str, Json]:
    """Return a manifest as JSON."""
    found = _parts(manifest)
    wanted = manifest.wish.wanted
    found["source"] = {**_parts(manifest.source), "made_at": manifest.source.made_at.isoformat()}
    found["wish"] = {**_parts(manifest.wish), "wanted": _parts(wanted)}
    found["wish"]["wanted"] |= {
        "statuses": sorted(status.value for status in wanted.statuses),
        "since": _optional(wanted.since),
        "until": _optional(wanted.until),
    }
    found["redactions"] = dict(manifest.redactions)
    found |= {"newest": _optional(manifest.newest), "oldest": _optional(manifest.oldest)}
    return found


def manifest_of(found: Json) -> CaseManifest:
    """Return the manifest that JSON stands for. Raises `ValueError`, `KeyError`, `TypeError`."""
    parts = _checked(found, CaseManifest)
    source = _checked(parts["source"], CaseSource)
    wish = _checked(parts["wish"], CaseWish)
    wanted = _checked(wish["wanted"], LogFilter)
    wanted |= {
        "statuses": frozenset(LogStatus(each) for each in _texts(wanted["statuses"])),
        "since": _moment(wanted["since"]),
        "until": _moment(wanted["until"]),
    }
    source["made_at"] = _likely(_needed(source["made_at"]))
    wish["wanted"] = LogFilter(**_typed(wanted, str, ("statuses", "since", "until")))
    parts |= {
        "source": CaseSource(**_typed(source, str, ("made_at",))),
        "wish": CaseWish(**_typed(_typed(wish, int, ("wanted", "note")), str, ("wanted", "cap"))),
        "redactions": _numbers(parts["redactions"]),
        "newest": _moment(parts["newest"]),
        "oldest": _moment(parts["oldest"]),
    }
    texts = ("id", "key", "chain", "end")
    rest = ("source", "wish", "redactions", "newest", "oldest")
    return CaseManifest(**_typed(_typed(parts, int, (*texts, *rest)), str, tuple(parts.keys() - {*texts})))


def _parts(value: CaseManifest | CaseSource | CaseWish | LogFilter) -> dict[str, Json]:
    return {each.name: getattr(value, each.name) for each in fields(value)}


def _checked(found: Json, kind: type[CaseManifest | CaseSource | CaseWish | LogFilter]) -> dict[str, Json]:
    """Return an object that has exactly the fields of a dataclass."""
    if not isinstance(found, dict) or found.keys() != {each.name for each in fields(kind)}:
        raise ValueError(kind.__name__)
    return dict(found)


def _typed(parts: dict[str, Json], kind: type, others: tuple[str, ...]) -> dict[str, Json]:
    """Return parts, of which all but `others` are of one type."""
    if not all(type(value) is kind for name, value in parts.items() if name not in others):
        raise TypeError(kind.__name__)
    return parts


def _texts(found: Json) -> list[str]:
    if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
        raise TypeError("texts")
    return found


def _numbers(found: Json) -> Mapping[str, int]:
    if not isinstance(found, dict) or not all(type(each) is int for each in found.values()):
        raise TypeError("numbers")
    return found


def _optional(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _moment(found: Json) -> datetime | None:
    return None if found is None else _needed(found)


def _likely(moment: datetime) -> datetime:
    """Return when a case may have been made. Raises `ValueError`: whatever counts back from it would end in no year."""
    if not _FIRST <= moment < _LAST:
        raise ValueError("no case was made then")
    return moment


def _needed(found: Json) -> datetime:
    moment = datetime.fromisoformat(found)
    if moment.tzinfo is None:
        raise ValueError("whose clock it is of, nobody could tell")
    return moment
