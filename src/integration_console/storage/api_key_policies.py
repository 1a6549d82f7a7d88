"""The rows of `api_key_policies`, one for each rule: how long an organisation lets its API keys count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update

from integration_console.domain.api_key_policy import KeyPolicy
from integration_console.storage import api_key_tables

if TYPE_CHECKING:
    from datetime import datetime

    from integration_console.storage.transaction import Reading, Writing

_table = api_key_tables.policies
LONGEST = "longest_life"


def policy(reading: Reading | Writing) -> KeyPolicy:
    """Return the policy of the organisation."""
    query = select(_table.c.days).where(_table.c.tenant_id == reading.tenant_id, _table.c.name == LONGEST)
    return KeyPolicy(reading.connection.execute(query).scalar())


def keep_policy(writing: Writing, policy: KeyPolicy, moment: datetime) -> None:
    """Store the policy of the organisation."""
    values = {"days": policy.longest_days, "changed_at": moment}
    here = update(_table).where(_table.c.tenant_id == writing.tenant_id, _table.c.name == LONGEST)
    if writing.connection.execute(here.values(**values)).rowcount == 0:
        writing.connection.execute(insert(_table).values(tenant_id=writing.tenant_id, name=LONGEST, **values))
