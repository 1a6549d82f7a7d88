"""A workspace of an earlier release is brought up to date with everything in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import insert

from integration_console.domain.api_keys import ApiKey
from integration_console.domain.connectors import ConnectorStatus, Health
from integration_console.domain.ids import new_id
from integration_console.domain.permissions import Grant
from integration_console.storage import api_keys, migrate, tables
from integration_console.storage import connectors as rows
from integration_console.storage.engines import writing_engine
from integration_console.storage.migrate import NEWEST, revision_of
from tests.builders import opened_store
from tests.fakes import NOON

ADDRESSES = {
    "Slack itself": ("https://slack.com/api", False),
    "A sandbox": ("http://127.0.0.1:9999/api", True),
    "A hook": (None, False),
    "Not Slack": ("https://notslack.com.example/api", True),
}


@pytest.mark.parametrize("revision", ["0001", "0002", "0004"])
def test_every_released_shape_takes_api_keys_once_it_is_up_to_date(tmp_path: Path, revision: str) -> None:
    path = tmp_path / "console.db"
    engine = writing_engine(path)
    with engine.begin() as connection:
        configuration = migrate.alembic_configuration()
        configuration.attributes["connection"] = connection
        command.upgrade(configuration, revision)
    engine.dispose()
    key = ApiKey(new_id(), "0aZ9bY8x", "Website", (Grant("logs.read"),), "amina", NOON, NOON, NOON)
    with opened_store(path) as store:
        store.write(lambda writing: api_keys.add_key(writing, key, api_keys.KeyHashes(b"x")))
        assert store.read(api_keys.keys) == (key,)
    assert revision_of(path) == NEWEST


@pytest.fixture
def first_release(tmp_path: Path) -> Path:
    """A file as the first release made it, with connectors to several addresses."""
    path = tmp_path / "console.db"
    engine = writing_engine(path)
    with engine.begin() as connection:
        configuration = migrate.alembic_configuration()
        configuration.attributes["connection"] = connection
        command.upgrade(configuration, "0001")
    tenant = new_id()
    with engine.begin() as connection:
        connection.execute(insert(tables.tenants), {"tenant_id": tenant, "name": "Acme", "created_at": NOON})
        for name, (address, _) in ADDRESSES.items():
            config = {"channel": "#a", **({"base_url": address} if address else {})}
            row = {
                "tenant_id": tenant, "id": new_id(), "type": "slack", "name": name, "config": config,
                "status": ConnectorStatus.ACTIVE, "health": Health.GOOD, "health_code": "", "health_params": {},
                "created_at": NOON, "updated_at": NOON,
            }  # fmt: skip
            connection.execute(insert(tables.connectors), row)
    engine.dispose()
    return path


def test_every_row_is_still_there_and_only_what_stands_inside_may_go_on_inside(first_release: Path) -> None:
    assert revision_of(first_release) == "0001"
    with opened_store(first_release) as store:
        found = {each.name: each.config for each in store.read(rows.connectors)}
    assert revision_of(first_release) == NEWEST
    assert {name: config.get("private_network") is True for name, config in found.items()} == {
        name: inside for name, (_, inside) in ADDRESSES.items()
    }
    assert {json.dumps(config["channel"]) for config in found.values()} == {'"#a"'}
