"""Which questions the copy answers, how a question is written down, and how an answer is read again."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

import orjson

from integration_console.domain.changes import Subject
from integration_console.domain.wire import from_wire, kind_named, to_wire

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SUBJECTS: Mapping[str, Subject] = {
    **dict.fromkeys(("connector_types", "broken_types", "connectors", "connector"), Subject.CONNECTORS),
    **dict.fromkeys(("streams", "sync_runs", "sync_run"), Subject.SYNCS),
    **dict.fromkeys(("record_page", "record_place", "record_count", "record", "record_changes"), Subject.RECORDS),
    **dict.fromkeys(("changes_of_run",), Subject.RECORDS),
    **dict.fromkeys(("schedules",), Subject.SCHEDULES),
    **dict.fromkeys(("webhooks", "webhook_url", "last_events"), Subject.WEBHOOKS),
    **dict.fromkeys(("statistics", "log_figures", "saved_filters"), Subject.LOGS),
    **dict.fromkeys(("members", "audit_page", "audit_actions"), Subject.MEMBERS),
    **dict.fromkeys(("api_keys", "api_key_usage", "api_key_policy"), Subject.API_KEYS),
    **dict.fromkeys(("key_holders",), Subject.HOLDERS),
    **dict.fromkeys(("workspace",), Subject.WORKSPACE),
}
"""What is kept answer by answer, and what a late answer is news of. The log's entries are kept by themselves."""
LOG = frozenset({
    "log_page", "log_place", "log_count", "log_tail", "newest_position", "log_detail", "log_histogram", "event_types",
    "log_notes",
})  # fmt: skip
"""What is answered from the entries that are kept."""
RIGHTS = ("can", "refusal")
"""What says what may be done."""
_HOUR = 3600


def question_of(name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> str:
    """Return how a question is written down. Figures are asked for up to now: their length counts, not their end."""
    if name == "log_figures":
        span = args[0]
        hours = round((span.until - span.since).total_seconds() / _HOUR)
        return f"log_figures {span.by.value} {hours}"
    return f"{name} {orjson.dumps([to_wire(args), to_wire(kwargs)]).decode()}"


def written(answer: object) -> str:
    """Return an answer as JSON."""
    return orjson.dumps(to_wire(answer)).decode()


def read(method: Callable[..., object], body: str) -> Any:  # noqa: ANN401 - of the kind that the method returns
    """Return an answer that was written down, of the kind that `method` returns. Raises `NotThatShape`."""
    annotation = inspect.unwrap(method).__annotations__["return"]
    return from_wire(kind_named(annotation), orjson.loads(body))
