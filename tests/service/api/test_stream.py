"""The live stream: what changed, what was missed, and what ends it."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest

from integration_console.domain.changes import Change, Subject, subjects_of
from integration_console.domain.errors import ServiceEnds, SignInEnded
from integration_console.domain.logs import LogFilter
from integration_console.domain.members import MemberDraft
from integration_console.domain.permissions import ROLE_RIGHTS, Role
from integration_console.operations import logs, members
from integration_console.service.api.broker import Broker, Follower, Told
from tests.builders import log_draft
from tests.fakes import NOON
from tests.served import serving
from tests.service.api.conftest import House, draft

Event = tuple[str, str, dict[str, Any]]


@contextmanager
def following(house: House, token: str, last: str = "") -> Iterator[Iterator[Event]]:
    """Events of a stream, as they come: name, id, content."""
    headers = {"last-event-id": last} if last else {}
    with house.client(token) as client, client.stream("GET", "/api/v1/stream", headers=headers) as answer:
        assert (answer.status_code, answer.headers["content-type"]) == (200, "text/event-stream; charset=utf-8")
        yield _events(answer)


def _events(answer: httpx.Response) -> Iterator[Event]:
    fields: dict[str, str] = {}
    for line in answer.iter_lines():
        if not line and "event" in fields:
            yield fields["event"], fields.get("id", ""), json.loads(fields["data"])
        name, _, value = line.partition(": ")
        fields = {**fields, name: value} if name else {}


def subjects_until(events: Iterator[Event], last: Subject) -> list[str]:
    found: list[str] = []
    for name, _, content in events:
        if name == "change":
            found.append(content["subject"])
            if found[-1] == last:
                return found
    return found


def test_a_stream_tells_what_changes_and_goes_on_where_it_was_lost(house: House, holder: httpx.Client) -> None:
    with following(house, house.tokens[Role.OWNER]) as events:
        name, place, _ = next(events)
        assert name == "ready"
        made = holder.post("/api/v1/connectors", json=draft("Told")).json()
        assert set(subjects_until(events, Subject.LOGS)) == {Subject.CONNECTORS, Subject.LOGS}
    holder.post("/api/v1/webhooks", json={"name": "Missed", "scheme": "github"})
    with following(house, house.tokens[Role.OWNER], place) as events:
        missed = set(subjects_until(events, Subject.LOGS))
    assert {Subject.CONNECTORS, Subject.WEBHOOKS} <= missed
    holder.delete(f"/api/v1/connectors/{made['id']}")


def test_nobody_is_told_of_what_they_may_not_see(house: House) -> None:
    with following(house, house.tokens[Role.SUPPORT], "0") as events:
        told = subjects_until(events, Subject.LOGS)
    assert (Subject.WEBHOOKS in told, Subject.MEMBERS in told) == (True, False)


@pytest.mark.parametrize("change", ["removed", "role"])
def test_a_stream_ends_within_a_second_with_the_rights_of_its_caller(house: House, change: str) -> None:
    context = house.opened.context
    with house.client("") as client:
        invited = members.add_member(context, MemberDraft("Gone", f"gone.{change}", Role.OPERATOR))
        given = {"login": f"gone.{change}", "password": invited.password, "new_password": "correct horse battery"}
        token = client.post("/api/v1/password", json=given).json()["access_token"]
    with following(house, token) as events:
        assert next(events)[0] == "ready"
        begun = time.monotonic()
        if change == "removed":
            members.remove_member(context, invited.member.id)
        else:
            members.change_member(context, MemberDraft("Gone", "", Role.SUPPORT, invited.member.id))
        ends = [content["code"] for name, _, content in events if name == "end"]
        assert (ends, time.monotonic() - begun < 5) == (["sign_in.ended"], True)


def test_a_server_stops_although_streams_are_open(house: House) -> None:
    with serving(house.opened.context) as server:
        other = House(house.opened, house.clock, server, house.tokens)
        with following(other, house.tokens[Role.ADMIN]) as events:
            next(events)
            begun = time.monotonic()
            stopping = threading.Thread(target=server.stop)
            stopping.start()
            ends = [content["code"] for name, _, content in events if name == "end"]
            stopping.join()
    assert (ends, time.monotonic() - begun < 8) == (["service.ends"], True)


def test_a_last_event_of_the_wrong_form_is_refused(house: House) -> None:
    with house.client() as client:
        answer = client.get("/api/v1/stream", headers={"last-event-id": "x"})
    assert (answer.status_code, answer.json()["code"]) == (422, "input.invalid")


def test_a_queue_that_overflows_becomes_one_gap() -> None:
    follower = Follower(lambda: ROLE_RIGHTS[Role.OWNER], ROLE_RIGHTS[Role.OWNER])
    for position in range(1, 100):
        follower.offer(Told(Change(Subject.LOGS, position), position))
        follower.offer(Told(Change(Subject.LOGS, position), position))
    first = follower.waiting[0]
    assert (first.is_gap, first.resume_at, len(follower.waiting)) == (True, 65, 36)
    follower.offer(Told(ended=SignInEnded()))
    assert (follower.waiting[-1].is_gap, len(follower.waiting)) == (False, 37)


def test_who_missed_too_much_is_told_to_look_at_everything(house: House) -> None:
    context = house.opened.context
    broker = Broker(context)
    for _ in range(2_100):
        context.flusher.append(log_draft(event_type="connector.checked", created_at=NOON))
    while logs.log_count(context, LogFilter(), 10_000) < 2_100:
        time.sleep(0.05)
    (told,) = broker._missed(0)
    assert (told.is_gap, told.resume_at) == (True, broker._newest())
    broker.close(ServiceEnds())


@pytest.mark.parametrize(
    ("event_type", "subjects"),
    [
        ("connector.created", (Subject.CONNECTORS,)),
        ("webhook.received", ()),
        ("webhook.created", (Subject.WEBHOOKS,)),
        ("sync.finished", (Subject.SYNCS, Subject.RECORDS, Subject.CONNECTORS)),
        ("receiver.started", (Subject.WORKSPACE,)),
        ("workspace.unlocked", (Subject.WORKSPACE,)),
        ("message.sent", ()),
    ],
)
def test_an_entry_of_the_log_tells_what_changed(event_type: str, subjects: tuple[Subject, ...]) -> None:
    assert subjects_of(event_type) == subjects
