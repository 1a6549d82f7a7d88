"""Changes that wait for a workspace that is away: when they are made, what refuses them, what is left of them."""

from __future__ import annotations

import threading
from pathlib import Path

from integration_console.domain.connectors import Connector, ConnectorDraft
from integration_console.gateways.cached.gateway import CachedGateway, as_gateway
from integration_console.gateways.protocols import Gateway
from integration_console.storage.cache_file import CacheFile
from tests.builders import source_draft
from tests.elsewhere import Elsewhere
from tests.gateways.test_cached import AWAY, _soon, cached, copy, door, elsewhere, opened, wait_for

__all__ = ["_soon", "cached", "copy", "door", "elsewhere", "opened"]


def renamed(people: Connector, name: str, **values: str) -> ConnectorDraft:
    return ConnectorDraft("list", name, {"address": "https://list.test", **values}, people.id)


def kept_people(door: Gateway, cached: CachedGateway, elsewhere: Elsewhere, name: str = "Staff") -> Connector:
    """A connector People, for which a new name waits; the workspace is away."""
    people = door.save_connector(source_draft())
    cached.fill()
    elsewhere.error = AWAY
    door.connectors()
    door.save_connector(renamed(people, name))
    return people


def test_changes_of_an_earlier_session_are_made_when_the_workspace_is_there_from_the_start(
    door: Gateway, cached: CachedGateway, elsewhere: Elsewhere, tmp_path: Path
) -> None:
    people = kept_people(door, cached, elsewhere)
    there = Elsewhere(elsewhere.inner)
    later = CachedGateway(CacheFile(tmp_path / "copies" / "one.db"), lambda: there, there)
    changes: list[object] = []
    as_gateway(later).on_change(changes.append)
    later.fill()
    assert later.drafts == ()
    assert elsewhere.inner.connector(people.id).name == "Staff"
    assert changes
    later.close()


def test_no_change_is_made_twice(door: Gateway, cached: CachedGateway, elsewhere: Elsewhere) -> None:
    kept_people(door, cached, elsewhere)
    elsewhere.slow.clear()
    elsewhere.error = None
    asked = len(elsewhere.asked)
    senders = [threading.Thread(target=cached._waiting.send_all, args=(elsewhere,)) for _ in range(2)]
    for each in senders:
        each.start()
    wait_for(lambda: "connector" in elsewhere.asked[asked:])
    elsewhere.slow.set()
    for each in senders:
        each.join()
    assert cached.drafts == ()
    assert elsewhere.asked.count("save_connector") == 2  # the first one added it
