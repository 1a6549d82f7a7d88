"""The small query language of the log: words, status:, type:, connector:, webhook:, correlation: and last:."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from integration_console.domain.errors import QueryNotUnderstood
from integration_console.domain.logs import LogFilter, LogStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

_PARTS = re.compile(r'(?:(?P<key>[a-z]+):)?(?:"(?P<quoted>[^"]*)"|(?P<bare>\S+))')
_SPAN = re.compile(r"(?P<number>[0-9]{1,5})(?P<unit>[smhd])")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


@dataclass(frozen=True, slots=True)
class Names:
    """How names in a query become ids; the moment from which `last:` counts back."""

    connectors: Mapping[str, str]
    webhooks: Mapping[str, str]
    now: datetime


def parse_query(query: str, names: Names) -> LogFilter:
    """Return the filter that `query` stands for; all its parts must hold. Raises `QueryNotUnderstood`."""
    wanted = LogFilter()
    for part in _PARTS.finditer(query):
        key, quoted = part["key"], part["quoted"]
        value = part["bare"] if quoted is None else quoted
        if key is None:
            wanted = replace(wanted, text=(*wanted.text, value))
        elif key in _KEYS and value:
            wanted = _KEYS[key](wanted, value, names)
        else:
            raise QueryNotUnderstood(part=part[0])
    return wanted


def _status(wanted: LogFilter, value: str, names: Names) -> LogFilter:
    del names
    try:
        statuses = frozenset(LogStatus(each) for each in value.split(","))
    except ValueError as error:
        raise QueryNotUnderstood(part=f"status:{value}") from error
    return replace(wanted, statuses=statuses)


def _type(wanted: LogFilter, value: str, names: Names) -> LogFilter:
    del names
    return replace(wanted, event_type=value)


def _connector(wanted: LogFilter, value: str, names: Names) -> LogFilter:
    return replace(wanted, connector_id=_named(names.connectors, "connector", value))


def _webhook(wanted: LogFilter, value: str, names: Names) -> LogFilter:
    return replace(wanted, webhook_id=_named(names.webhooks, "webhook", value))


def _correlation(wanted: LogFilter, value: str, names: Names) -> LogFilter:
    del names
    return replace(wanted, correlation_id=value)


def _last(wanted: LogFilter, value: str, names: Names) -> LogFilter:
    span = _SPAN.fullmatch(value)
    if span is None:
        raise QueryNotUnderstood(part=f"last:{value}")
    return replace(wanted, since=names.now - timedelta(**{_UNITS[span["unit"]]: int(span["number"])}))


def _named(known: Mapping[str, str], key: str, value: str) -> str:
    folded = value.casefold()
    found = next((each for name, each in known.items() if folded in (name.casefold(), each)), None)
    if found is None:
        raise QueryNotUnderstood(part=f"{key}:{value}")
    return found


_KEYS: Mapping[str, Callable[[LogFilter, str, Names], LogFilter]] = {
    "status": _status,
    "type": _type,
    "connector": _connector,
    "webhook": _webhook,
    "correlation": _correlation,
    "last": _last,
}
