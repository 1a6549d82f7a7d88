"""The copy is filled with all that can be had: what is gone or forbidden is left out, and the rest goes on."""

from __future__ import annotations

import pytest

from integration_console.domain.errors import ConsoleError, NotFound, PermissionDenied, SignInNeeded, VaultLocked
from integration_console.domain.webhooks import Scheme, WebhookDraft
from integration_console.gateways.cached.gateway import CachedGateway
from integration_console.gateways.protocols import Gateway
from tests.builders import connector_draft
from tests.elsewhere import Elsewhere
from tests.gateways.test_cached import AWAY, _soon, cached, copy, door, elsewhere, opened

__all__ = ["_soon", "cached", "copy", "door", "elsewhere", "opened"]


@pytest.mark.parametrize("name", ["connector", "streams", "connectors", "webhook_url", "saved_filters", "log_page"])
@pytest.mark.parametrize(
    "error",
    [NotFound(kind="connector", id="x"), PermissionDenied(permission="x"), VaultLocked()],
    ids=lambda each: each.code,
)
def test_one_refusal_does_not_end_the_filling(
    door: Gateway, cached: CachedGateway, elsewhere: Elsewhere, name: str, error: ConsoleError
) -> None:
    door.save_connector(connector_draft())
    door.save_webhook(WebhookDraft("Repo", Scheme.GITHUB))
    elsewhere.errors[name] = error
    cached.fill()
    elsewhere.error = AWAY
    assert [each.name for each in door.webhooks()] == ["Repo"]
    assert door.members().members
    assert cached._answers.right("can", "logs.read", "", locked=False)


@pytest.mark.parametrize("error", [AWAY, SignInNeeded(host="x")])
def test_an_absence_ends_the_filling(
    door: Gateway, cached: CachedGateway, elsewhere: Elsewhere, error: ConsoleError
) -> None:
    elsewhere.errors["connector_types"] = error
    with pytest.raises(type(error)):
        cached.fill()
    assert "webhooks" not in elsewhere.asked
