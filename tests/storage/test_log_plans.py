"""What is asked of the log most goes by an index that fits, in a new file and without anybody having analysed it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from integration_console.domain.ids import new_id
from integration_console.domain.log_conditions import (
    EVERYTHING,
    AllOf,
    Condition,
    Contains,
    FieldIs,
    Has,
    LogField,
    StatusIs,
    Within,
)
from integration_console.domain.log_figures import LogSpan
from integration_console.domain.logs import LogPlace, LogStatus
from integration_console.storage import figures, log_index, logs
from integration_console.storage.log_rows import append_entries
from integration_console.storage.store import EmbeddedStore
from integration_console.storage.transaction import Reading
from tests.builders import log_draft
from tests.fakes import NOON

PLACE = LogPlace(NOON, new_id())
ERROR = StatusIs(frozenset({LogStatus.ERROR}))
FAILED = FieldIs(LogField.TYPE, "sync.failed")
BY_TIME, BY_PLACE = "tenant_id_created_at_status (tenant_id=?", "tenant_id_position (tenant_id=? AND position"
PLANS: dict[str, tuple[Condition, str]] = {
    "all": (EVERYTHING, BY_TIME),
    "a time": (Within(NOON), "tenant_id_created_at_status (tenant_id=? AND created_at>?"),
    "a status": (ERROR, "tenant_id_status_created_at (tenant_id=? AND status=?"),
    "two statuses": (StatusIs(frozenset({LogStatus.ERROR, LogStatus.WARNING})), BY_TIME),
    "a type": (FAILED, "tenant_id_event_type_created_at (tenant_id=? AND event_type=?"),
    "a status and a type": (
        AllOf((ERROR, FAILED)),
        "tenant_id_status_event_type_created_at (tenant_id=? AND status=? AND event_type=?",
    ),
    "a connector": (FieldIs(LogField.CONNECTOR, new_id()), "tenant_id_connector_id_created_at (tenant_id=? AND conn"),
    "a webhook": (FieldIs(LogField.WEBHOOK, new_id()), "tenant_id_webhook_id_created_at (tenant_id=? AND webhook_id=?"),
    "a cause": (FieldIs(LogField.CORRELATION, new_id()), "tenant_id_correlation_id (tenant_id=? AND correlation_id=?"),
    "an error": (FieldIs(LogField.ERROR, "slack.sign_in"), "tenant_id_created_at_error_code (tenant_id=?"),
    "a family of errors": (FieldIs(LogField.ERROR, "slack.", is_prefix=True), "created_at_error_code (tenant_id=?"),
    "any error": (Has(LogField.ERROR), "tenant_id_created_at_error_code (tenant_id=?"),
    "an id": (FieldIs(LogField.ID, new_id()), "PRIMARY KEY (tenant_id=? AND id=?"),
    "the beginning of an id": (FieldIs(LogField.ID, new_id()[:9], is_prefix=True), "PRIMARY KEY (tenant_id=? AND id>?"),
    "words": (Contains("kestrel"), BY_PLACE),
}


def plans(reading: Reading) -> list[str]:
    """Collect the plans of what is asked of the log from now on."""
    found: list[str] = []

    def explain(connection: Any, _cursor: Any, statement: str, values: Any, *_: Any) -> None:
        if "FROM integration_logs" in statement:
            cursor = connection.connection.driver_connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)
            found.append(" | ".join(row[3] for row in cursor))

    event.listen(reading.connection, "before_cursor_execute", explain)
    return found


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("after", [None, PLACE])
@pytest.mark.parametrize("page", [logs.page, logs.page_above])
def test_a_page_goes_by_the_index_for(store: EmbeddedStore, name: str, after: LogPlace | None, page: Any) -> None:
    store.write(lambda writing: append_entries(writing, [log_draft(payload="kestrel", created_at=NOON)]))
    log_index.index_all(store)
    condition, index = PLANS[name]
    with store.reading() as reading:
        found = plans(reading)
        page(reading, condition, after, 100)
        assert found
        assert all(index in plan for plan in found), found


def test_statistics_look_for_what_is_not_yet_added_up_by_its_place(store: EmbeddedStore) -> None:
    store.write(lambda writing: append_entries(writing, [log_draft(created_at=NOON)]))
    hour = NOON.replace(minute=0, second=0, microsecond=0)
    starts = (hour - timedelta(days=90), hour)
    with store.reading() as reading:
        found = plans(reading)
        figures.log_figures(reading, LogSpan(*starts))
        figures.log_bars(reading, None, "", starts, Within(*starts))
    assert len(found) == 2
    assert all(BY_PLACE in plan for plan in found), found
