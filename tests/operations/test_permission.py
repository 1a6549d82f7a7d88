"""Every operation says which permission it needs, and is held to it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from integration_console.domain.connectors import Message
from integration_console.domain.errors import NotFound, PermissionDenied
from integration_console.domain.ids import new_id
from integration_console.domain.logs import LogFilter
from integration_console.domain.permissions import PERMISSIONS, ROLE_RIGHTS, Grant, Rights, Role
from integration_console.domain.webhooks import Scheme, WebhookDraft
from integration_console.operations import connectors, logs, messages, webhooks
from integration_console.operations.context import Context
from integration_console.operations.permission import NEEDED, needs
from tests.builders import connector_draft, opened_workspace


def with_rights(context: Context, *grants: Grant) -> Context:
    return replace(context, rights=Rights(frozenset(grants)))


def test_every_operation_needs_a_permission_that_exists() -> None:
    assert set(NEEDED.values()) <= set(PERMISSIONS)
    assert NEEDED["connectors.save_connector"] == "connectors.write"


def test_a_permission_that_does_not_exist_is_a_fault_of_the_program() -> None:
    with pytest.raises(ValueError, match=r"coffee\.make is no permission"):
        needs("coffee.make")


def test_an_operation_is_refused_to_those_who_may_not(tmp_path: Path) -> None:
    with opened_workspace(tmp_path) as opened:
        looking = replace(opened.context, rights=ROLE_RIGHTS[Role.SUPPORT])
        assert connectors.connectors(looking) == ()
        with pytest.raises(PermissionDenied):
            connectors.save_connector(looking, connector_draft())
        assert connectors.connectors(opened.context) == ()


def test_what_is_allowed_may_use_what_it_needs_inside(tmp_path: Path) -> None:
    with opened_workspace(tmp_path) as opened:
        saved, _ = webhooks.save_webhook(
            with_rights(opened.context, Grant("webhooks.write")), WebhookDraft("Orders", Scheme.GITHUB)
        )
        assert webhooks.webhook(opened.context, saved.id) == saved


def test_a_narrow_grant_opens_one_connector(tmp_path: Path) -> None:
    known, other = new_id(), new_id()
    with opened_workspace(tmp_path) as opened:
        narrow = with_rights(opened.context, Grant("messages.send", known))
        with pytest.raises(NotFound):  # it was let through
            messages.notify(narrow, known, Message("hello"))
        with pytest.raises(PermissionDenied):
            messages.notify(narrow, other, Message("hello"))


def test_payloads_and_headers_are_closed_to_support(tmp_path: Path) -> None:
    with opened_workspace(tmp_path) as opened:
        saved, _ = webhooks.save_webhook(opened.context, WebhookDraft("Orders", Scheme.GITHUB))
        (entry,) = logs.log_page(opened.context, LogFilter(event_type="webhook.created"), None, 9).entries
        support = replace(opened.context, rights=ROLE_RIGHTS[Role.SUPPORT])
        assert logs.log_detail(support, entry.id).closed
        assert not logs.log_detail(opened.context, entry.id).closed
        assert webhooks.last_events(support, saved.id, 5) == ()
        with pytest.raises(PermissionDenied):
            webhooks.event_body(support, new_id())
