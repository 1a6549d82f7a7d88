"""A secret that a person pastes into the wrong place goes no further."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from integration_console.domain.connectors import Message
from integration_console.domain.masking import MASK
from integration_console.operations import connectors, messages
from integration_console.operations.context import Context
from tests.builders import connector_draft, last_logged


@pytest.mark.embedded
def test_a_secret_in_a_name_or_channel_is_masked(context: Context) -> None:
    token = "tok-4711-secret"
    saved = connectors.save_connector(context, connector_draft(name=f"Ops {token}"))
    assert saved.name == f"Ops {MASK}"
    messages.notify(context, saved.id, Message(f"hello {token}", channel=token))
    assert token not in repr(last_logged(context))
    with closing(sqlite3.connect(context.store.path)) as database:
        assert token not in "\n".join(database.iterdump())
