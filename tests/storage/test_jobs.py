"""Looking for work stays cheap, however many runs there have been."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, event

from integration_console.domain.ids import new_id
from integration_console.domain.jobs import JobDraft
from integration_console.storage import jobs
from integration_console.storage.jobs import Claim
from integration_console.storage.store import EmbeddedStore
from integration_console.storage.transaction import Reading
from tests.fakes import NOON

BY_STATE = "SEARCH jobs USING INDEX ix_jobs_tenant_id_state_due_at (tenant_id=? AND state=?"


@pytest.mark.parametrize(
    "look",
    [
        lambda reading: jobs.living(reading, new_id()),
        lambda reading: jobs.has_work(reading, NOON),
        jobs.next_due,
    ],
)
def test_only_jobs_that_have_not_ended_are_looked_at(store: EmbeddedStore, look: Callable[[Reading], object]) -> None:
    plans: list[str] = []

    def explain(connection: Connection, cursor: Any, statement: str, parameters: Any, *_: object) -> None:
        plan = cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters).fetchall()
        plans.extend(row[-1].replace("COVERING ", "") for row in plan)

    with store.reading() as reading:
        event.listen(reading.connection, "before_cursor_execute", explain)
        look(reading)
    assert [each[: len(BY_STATE)] for each in plans] == [BY_STATE]


def test_the_jobs_of_one_connector_do_not_stand_in_the_way_of_the_others(store: EmbeddedStore) -> None:
    crowded, other = new_id(), new_id()
    drafts = [JobDraft(new_id(), "sync", crowded, NOON, "amina") for _ in range(150)]
    drafts.append(JobDraft(new_id(), "sync", other, NOON + timedelta(seconds=1), "amina"))
    store.write(lambda writing: [jobs.add_job(writing, each, NOON) for each in drafts])
    later = NOON + timedelta(minutes=1)
    wanted = Claim(new_id(), later + timedelta(seconds=30), 4)
    taken = store.write(lambda writing: jobs.claim(writing, wanted, later))
    assert [each.connector_id for each in taken] == [crowded, other]
    assert store.write(lambda writing: jobs.claim(writing, wanted, later)) == []
