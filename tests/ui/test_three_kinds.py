"""The same work in the same window, over a file, a shared database and a service: nothing is done differently."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack

import pytest

from integration_console.domain.api_keys import ApiKeyDraft
from integration_console.domain.connectors import ConnectorDraft
from integration_console.domain.forms import Value
from integration_console.domain.ids import new_id
from integration_console.domain.members import MemberDraft
from integration_console.domain.permissions import Grant, Role
from integration_console.gateways.places import Place, place_of
from integration_console.gateways.service_api.gateway import RemoteWorkspace
from integration_console.gateways.service_api.refresh_tokens import KeyringRefreshToken
from integration_console.sandbox.odoo import OdooSandbox
from integration_console.service.worker import Worker
from integration_console.settings import Settings
from integration_console.ui.consoles import Consoles
from integration_console.ui.demonstration.waiting import wait_for
from tests.builders import shared_database
from tests.postgres import server
from tests.remote_service import PASSWORD, remote_service
from tests.storage.test_key_places import SafeKeyring, safe_keyring

__all__ = ["safe_keyring"]


def a_file(settings: Settings, _stack: ExitStack) -> Place:
    """A file that does not exist yet."""
    return settings.data_folder / "own.db"


def a_database(_settings: Settings, _stack: ExitStack) -> Place:
    """An organisation of its own in a shared database, as its owner."""
    name = f"Acme {new_id()[-6:]}"
    server().new_organisation(shared_database(), name, "amina")
    return server().address(shared_database(), "amina", name)


def a_service(settings: Settings, stack: ExitStack) -> Place:
    """A service to which an owner signed in before, and which works for itself."""
    running = stack.enter_context(remote_service(settings.data_folder / "theirs", own_types={}))
    worker = Worker(running.opened.context)
    worker.start()
    stack.callback(worker.stop)
    member, once = running.invite(Role.OWNER)
    remote = RemoteWorkspace(running.address, KeyringRefreshToken(running.address))
    remote.sign_in(member.login, once, PASSWORD)
    remote.close()
    return place_of(running.address)


@pytest.mark.parametrize("place", [a_file, a_database, a_service])
def test_the_main_job_is_done_in_every_kind_of_workspace(
    consoles: Consoles, settings: Settings, safe_keyring: SafeKeyring, place: Callable[[Settings, ExitStack], Place]
) -> None:
    console = consoles.present
    with ExitStack() as stack:
        stack.callback(console.close)
        console.open_when_painted(place(settings, stack))
        wait_for("the workspace", lambda: console.workplace)
        assert console.workplace is not None
        assert console.tabs is not None
        gateway, tabs, window = console.workplace.gateway, console.tabs, console.window
        wait_for("its keys", lambda: gateway.workspace().unlocked)
        with OdooSandbox(employees=3) as odoo:
            values: dict[str, Value] = {"secret": odoo.api_key, "base_url": odoo.base_url, "private_network": True}
            saved = gateway.save_connector(ConnectorDraft("odoo", "HR", values))
            window.show_page("connectors")
            wait_for("the connector in the list", lambda: [row.name for row in tabs.connectors.model.rows] == ["HR"])
            window.show_page("syncs")
            tabs.syncs.sync_requested.emit(saved.id)
            wait_for("the end of the sync", lambda: "sync.succeeded" in gateway.event_types())
            wait_for("the run in the list", lambda: [row.state.value for row in tabs.syncs.model.rows] == ["succeeded"])
        window.show_page("records")
        wait_for("the records", lambda: tabs.records.model.total >= 3)
        window.show_page("logs")
        wait_for("the log", lambda: tabs.logs.model.total > 0)
        invited = gateway.add_member(MemberDraft("Sami", f"sami-{new_id()[-6:]}", Role.SUPPORT))
        window.show_page("members")
        wait_for("the member", lambda: invited.member.id in {row.id for row in tabs.members.model.rows})
        made = gateway.create_api_key(ApiKeyDraft("Shop", (Grant("connectors.read"),)))
        window.show_page("api_keys")
        wait_for("the key", lambda: made.key.id in {row.id for row in tabs.api_keys.model.rows})
        window.show_page("key_holders")
        wait_for("who holds keys", lambda: len(tabs.key_holders.model.rows) > 1)
        window.show_page("audit")
        wait_for("the audit", lambda: tabs.audit.model.rows)
        tabs.audit.verification.button.click()
        report = wait_for("the verdict", lambda: tabs.audit.verification.report)
        assert report.holds
