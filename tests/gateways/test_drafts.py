"""Changes that wait for a workspace that is away: when they are made, what refuses them, what is left of them."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from integration_console.domain.connectors import Connector, ConnectorDraft
from integration_console.domain.drafts import DraftState
from integration_console.domain.errors import (
    ApiKeyRateLimited,
    ConnectionRefused,
    ConsoleError,
    DatabaseBusy,
    InvalidInput,
    NameTaken,
    NotReady,
    PermissionDenied,
    SecretNotKept,
    ServerFailed,
    ServiceEnds,
    SignInNeeded,
    TimedOut,
    UnexpectedAnswer,
    UnexpectedError,
    WorkspaceReadOnly,
)
from integration_console.domain.schedules import ScheduleDraft
from integration_console.domain.webhooks import CreatedWebhook, Scheme, WebhookDraft
from integration_console.gateways.cached import reach
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


@pytest.mark.parametrize(
    "error",
    [
        AWAY,
        ApiKeyRateLimited(seconds="9"),
        DatabaseBusy(),
        NotReady(reason="-"),
        ServiceEnds(),
        SignInNeeded(host="x"),
        TimedOut(host="x", seconds="30"),
        UnexpectedAnswer(host="x", status=503, content_type="text/html"),
        UnexpectedError(reference="x"),
    ],
    ids=lambda error: error.code,
)
def test_what_passes_refuses_no_change(
    door: Gateway, cached: CachedGateway, elsewhere: Elsewhere, error: ConsoleError
) -> None:
    people = kept_people(door, cached, elsewhere)
    there = Elsewhere(elsewhere.inner)
    there.error = error
    cached._waiting.send_all(there)
    assert [each.state for each in cached.drafts] == [DraftState.WAITING]
    there.error = None
    cached._waiting.send_all(there)
    assert elsewhere.inner.connector(people.id).name == "Staff"


@pytest.mark.parametrize("error", [PermissionDenied(permission="x"), InvalidInput(), NameTaken(name="x")])
def test_what_is_refused_can_be_tried_again(
    door: Gateway, cached: CachedGateway, elsewhere: Elsewhere, error: ConsoleError
) -> None:
    people = kept_people(door, cached, elsewhere)
    there = Elsewhere(elsewhere.inner)
    there.error = error
    cached._waiting.send_all(there)
    (draft,) = cached.drafts
    assert (draft.state, draft.refusal) == (DraftState.REFUSED, error.code)
    assert draft.refusal_params == error.params
    there.error = NameTaken(name="y")
    with pytest.raises(NameTaken):
        cached._waiting.insist(there, draft.id)
    assert [each.refusal for each in cached.drafts] == [NameTaken.code]
    there.error = None
    cached._waiting.insist(there, draft.id)
    assert cached.drafts == ()
    assert elsewhere.inner.connector(people.id).name == "Staff"


def test_what_was_refused_is_not_made_over_somebody_elses_when_it_is_tried_again(
    door: Gateway, cached: CachedGateway, elsewhere: Elsewhere
) -> None:
    people = kept_people(door, cached, elsewhere)
    there = Elsewhere(elsewhere.inner)
    there.error = PermissionDenied(permission="x")
    cached._waiting.send_all(there)
    there.error = None
    elsewhere.inner.save_connector(renamed(people, "Theirs"))
    cached._waiting.insist(there, cached.drafts[0].id)
    assert [each.state for each in cached.drafts] == [DraftState.CONFLICT]
    assert elsewhere.inner.connector(people.id).name == "Theirs"


@pytest.mark.parametrize("error", [AWAY, ServerFailed(host="x", status=500), TimedOut(host="x", seconds="30")])
def test_the_first_changes_after_it_went_away_wait_as_well(
    door: Gateway, cached: CachedGateway, elsewhere: Elsewhere, error: ConsoleError
) -> None:
    people = door.save_connector(source_draft())
    repo = door.save_webhook(WebhookDraft("Repo", Scheme.GITHUB)).webhook
    cached.fill()
    elsewhere.error = error
    assert door.save_webhook(WebhookDraft("Code", Scheme.GITHUB, id=repo.id)) == CreatedWebhook(
        replace(repo, name="Code"), "", ""
    )
    assert door.save_connector(renamed(people, "Staff")).name == "Staff"
    with pytest.raises(type(error)):
        door.save_connector(renamed(replace(people, id=repo.id), "Never seen"))
    with pytest.raises(type(error)):
        door.save_webhook(WebhookDraft("Never seen", Scheme.GITHUB, id=people.id))
    assert not cached.freshness.reachable
    elsewhere.error = None
    wait_for(lambda: cached.drafts == ())
    assert elsewhere.inner.connector(people.id).name == "Staff"
    assert elsewhere.inner.webhooks()[0].name == "Code"


def test_a_change_that_was_made_before_the_answer_was_lost_is_no_conflict(
    door: Gateway, cached: CachedGateway, elsewhere: Elsewhere
) -> None:
    people = kept_people(door, cached, elsewhere)
    made = elsewhere.inner.save_connector(renamed(people, "Staff"))
    elsewhere.error = None
    wait_for(lambda: cached.drafts == ())
    assert elsewhere.inner.connector(people.id) == made  # it is not made again
    assert elsewhere.asked.count("save_connector") == 1  # which added it


def test_nothing_is_asked_of_a_workspace_that_is_known_to_be_away(
    door: Gateway, cached: CachedGateway, elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reach, "_PROBE_SECONDS", 60)
    people = kept_people(door, cached, elsewhere)
    elsewhere.slow.clear()  # whoever asks it waits
    asked = list(elsewhere.asked)
    with pytest.raises(ConnectionRefused):
        door.remove_connector(people.id)
    with pytest.raises(ConnectionRefused):
        door.save_connector(source_draft(name="New"))
    assert door.save_connector(renamed(people, "Crew")).name == "Crew"
    assert elsewhere.asked == asked


def test_a_secret_typed_before_a_second_change_goes_with_it(
    door: Gateway, cached: CachedGateway, elsewhere: Elsewhere
) -> None:
    people = kept_people(door, cached, elsewhere)
    sent: list[object] = []
    door.save_connector(renamed(people, "Staff", token="tok-new"))
    door.save_connector(renamed(people, "Crew", token=""))
    there = Elsewhere(elsewhere.inner)
    there.save_connector = sent.append  # type: ignore[attr-defined] # in front of what is there
    cached._waiting.send_all(there)
    assert sent == [renamed(people, "Crew", token="tok-new")]


def test_a_change_whose_secret_was_typed_in_an_earlier_session_is_not_made_without_it_unasked(
    door: Gateway, cached: CachedGateway, elsewhere: Elsewhere, tmp_path: Path
) -> None:
    people = kept_people(door, cached, elsewhere)
    door.save_connector(renamed(people, "Staff", token="tok-new"))
    there = Elsewhere(elsewhere.inner)
    later = CachedGateway(CacheFile(tmp_path / "copies" / "one.db"), lambda: there, there)
    later.fill()
    (draft,) = later.drafts
    assert (draft.state, draft.refusal) == (DraftState.REFUSED, SecretNotKept.code)
    assert elsewhere.inner.connector(people.id).name == "People"
    later.insist(draft.id)
    assert later.drafts == ()
    assert elsewhere.inner.connector(people.id).name == "Staff"
    later.close()


def test_a_change_that_is_let_go_leaves_nothing_in_the_copy(
    door: Gateway, cached: CachedGateway, elsewhere: Elsewhere, copy: CacheFile
) -> None:
    people = door.save_connector(source_draft())
    repo = door.save_webhook(WebhookDraft("Repo", Scheme.GITHUB)).webhook
    hourly = door.save_schedule(ScheduleDraft(people.id))
    cached.fill()
    elsewhere.error = AWAY

    def shown() -> list[object]:
        return [*door.connectors(), door.connector(people.id), *door.webhooks(), *door.schedules(people.id)]

    before = shown()
    door.save_connector(renamed(people, "Staff"))
    door.save_webhook(WebhookDraft("Code", Scheme.GITHUB, id=repo.id))
    door.save_schedule(ScheduleDraft(people.id, seconds=7200, id=hourly.id))
    assert [each.name for each in (*door.connectors(), door.connector(people.id))] == ["Staff", "Staff"]
    assert [each.name for each in door.webhooks()] == ["Code"]
    assert [each.seconds for each in (*door.schedules(), *door.schedules(people.id))] == [7200, 7200]
    changes: list[object] = []
    door.on_change(changes.append)
    for each in cached.drafts:
        cached.forget_draft(each.id)
    assert changes
    assert shown() == before


def test_a_change_over_a_draft_begins_with_what_was_there(
    door: Gateway, cached: CachedGateway, elsewhere: Elsewhere
) -> None:
    people = kept_people(door, cached, elsewhere)
    door.save_connector(renamed(people, "Crew"))
    (draft,) = cached.drafts
    assert (draft.base["name"], draft.mine["name"]) == ("People", "Crew")


def test_a_locked_workspace_takes_no_changes_and_makes_none(
    door: Gateway, cached: CachedGateway, elsewhere: Elsewhere
) -> None:
    people = kept_people(door, cached, elsewhere)
    (draft,) = cached.drafts
    cached.lock(on=True)
    for refused in (
        lambda: door.save_connector(renamed(people, "Crew")),
        lambda: cached.forget_draft(draft.id),
        lambda: cached.insist(draft.id),
    ):
        with pytest.raises(WorkspaceReadOnly):
            refused()
    elsewhere.error = None
    wait_for(lambda: cached.freshness.reachable)
    cached.fill()
    assert cached.drafts == (draft,)
    assert "save_connector" not in elsewhere.asked[-50:]
    assert elsewhere.inner.connector(people.id).name == "People"
    cached.lock(on=False)
    cached.fill()
    assert elsewhere.inner.connector(people.id).name == "Staff"


def test_what_may_be_done_is_known_of_a_locked_copy(
    door: Gateway, cached: CachedGateway, elsewhere: Elsewhere, tmp_path: Path
) -> None:
    cached.fill()
    cached.lock(on=True)
    cached.fill()  # what a lock refuses is not kept
    later = CachedGateway(CacheFile(tmp_path / "copies" / "one.db"), lambda: elsewhere)
    later.begin_away(AWAY)
    known = as_gateway(later)
    assert (known.can("connectors.write"), known.can("connectors.write", "some-id")) == (True, True)
    changes: list[object] = []
    known.on_change(changes.append)
    later.lock(on=True)
    assert changes
    assert (known.can("connectors.write"), known.can("connectors.read")) == (False, True)
    assert isinstance(known.refusal("connectors.write"), WorkspaceReadOnly)
    assert known.refusal("connectors.read") is None
    later.close()


def test_a_change_that_is_gone_is_insisted_on_by_nobody(
    door: Gateway, cached: CachedGateway, elsewhere: Elsewhere
) -> None:
    people = kept_people(door, cached, elsewhere)
    (draft,) = cached.drafts
    elsewhere.error = None
    wait_for(lambda: cached.drafts == ())
    told: list[object] = []
    cached.tell(lambda: told.append(cached.drafts))
    cached.insist(draft.id)
    assert told == [()]
    assert elsewhere.inner.connector(people.id).name == "Staff"


def test_one_absence_is_enough_to_send_nothing_more(door: Gateway, cached: CachedGateway, elsewhere: Elsewhere) -> None:
    door.save_connector(source_draft(name="First"))
    kept_people(door, cached, elsewhere)
    first = door.connectors()[0]
    door.save_connector(renamed(first, "Second"))
    assert len(cached.drafts) == 2
    there = Elsewhere(elsewhere.inner)
    there.error = AWAY
    cached._waiting.send_all(there)
    assert there.asked == ["connector"]
