"""A person grants access in the browser, and the sync that waited for it goes on."""

from __future__ import annotations

import threading
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from integration_console.domain.connectors import Connector, Health
from integration_console.domain.errors import (
    ActionUnavailable,
    AuthorisationDenied,
    AuthorisationForged,
    AuthorisationLost,
)
from integration_console.domain.syncs import RunRequest, RunState
from integration_console.domain.work import UnattendedWork
from integration_console.operations import authorisation, connectors, jobs, syncs
from integration_console.operations.access import access_of
from integration_console.operations.context import Context
from tests.builders import audited, logged, synced
from tests.fake_source import FakeSource


def browser(answer: str) -> Callable[[str], None]:
    """What opens an address as a browser in which the person answers; `answer` is the query that comes back."""

    def come_back(redirect: str) -> None:
        httpx.get(f"{redirect}?{answer}", trust_env=False)

    def open_address(address: str) -> None:
        [redirect] = parse_qs(urlsplit(address).query)["redirect_uri"]
        threading.Thread(target=come_back, args=(redirect,)).start()

    return open_address


def test_granted_access_is_kept_and_wakes_the_run_that_waited(
    context: Context, people: Connector, source: FakeSource
) -> None:
    source.put("a")

    def lost(_number: int) -> None:
        raise AuthorisationLost(host="x", reason="invalid_grant")

    source.before_page = lost
    waiting = synced(context, RunRequest(people.id))
    source.before_page = lambda _: None
    granted = authorisation.authorise(context, people.id, browser("state=state-1&code=4711"), UnattendedWork())
    assert (granted.health, access_of(context, people).tokens.current()) == (Health.UNKNOWN, source.token)
    assert (logged(context)[-1], audited(context)[-1]) == ("connector.authorised", ("amina", "connector.authorised"))
    [lease] = jobs.take_due(context, 4)
    jobs.perform(context, lease, UnattendedWork())
    assert (lease.job_id, syncs.sync_run(context, waiting.id).state) == (waiting.id, RunState.SUCCEEDED)


@pytest.mark.parametrize(
    ("answer", "error"),
    [("state=state-1&error=access_denied", AuthorisationDenied), ("state=another&code=4711", AuthorisationForged)],
)
def test_a_no_and_a_forged_answer_change_nothing(
    context: Context, people: Connector, answer: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        authorisation.authorise(context, people.id, browser(answer), UnattendedWork())
    assert access_of(context, people).tokens.current() is None


def test_settings_that_need_no_person_are_only_given_another_chance(
    context: Context, people: Connector, source: FakeSource
) -> None:
    source.needs_person = False
    again = authorisation.authorise(context, people.id, lambda _: pytest.fail("no browser is needed"), UnattendedWork())
    assert (again.health, access_of(context, people).tokens.current()) == (Health.UNKNOWN, None)


def test_a_type_that_needs_no_authorisation_says_so(context: Context, people: Connector, source: FakeSource) -> None:
    source.authorises = False
    with pytest.raises(ActionUnavailable):
        authorisation.authorise(context, people.id, lambda _: None, UnattendedWork())


def test_the_health_of_a_connector_that_lost_access_names_it(context: Context, people: Connector) -> None:
    lost = connectors.with_health(context, people, AuthorisationLost(host="x", reason="y"))
    assert lost.health is Health.NEEDS_AUTHORISATION


def test_access_that_is_granted_while_an_attempt_goes_on_without_it_is_not_overlooked(
    context: Context, people: Connector, source: FakeSource
) -> None:
    def granted_meanwhile(_number: int) -> None:
        source.before_page = lambda _: None
        authorisation.authorise(context, people.id, browser("state=state-1&code=4711"), UnattendedWork())
        raise AuthorisationLost(host="x", reason="invalid_grant")

    source.before_page = granted_meanwhile
    run = synced(context, RunRequest(people.id))
    [lease] = jobs.take_due(context, 1)
    assert (lease.job_id, connectors.connector(context, people.id).health) == (run.id, Health.UNKNOWN)
