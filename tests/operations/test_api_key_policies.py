"""The organisation's policy for API keys: set, audited, and held against keys that are created, changed, rerolled."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from integration_console.domain.api_key_policy import KeyPolicy, end_of_day, is_beyond
from integration_console.domain.api_keys import ALLOWED, ApiKeyDraft, KeyUse
from integration_console.domain.errors import ApiKeyTooOld, InvalidInput, PermissionDenied
from integration_console.domain.permissions import KEY_PRESETS, rights_of
from integration_console.operations import api_key_policies, api_key_uses, api_keys
from integration_console.operations.context import Context
from tests.builders import audited, last_logged
from tests.fakes import NOON, TurnableClock
from tests.operations.keys import created, draft

DAY = timedelta(days=1)
LAST = end_of_day((NOON + 90 * DAY).date())


def test_a_policy_is_kept_audited_and_logged(context: Context) -> None:
    assert api_key_policies.api_key_policy(context) == KeyPolicy()
    for policy in (KeyPolicy(90), KeyPolicy(30), KeyPolicy()):
        assert api_key_policies.set_api_key_policy(context, policy) == policy
        assert api_key_policies.api_key_policy(context) == policy
    assert audited(context)[-3:] == [("amina", "api_key_policy.changed")] * 3
    assert last_logged(context).message == "The longest life of API keys was changed"
    with pytest.raises(InvalidInput):
        api_key_policies.set_api_key_policy(context, KeyPolicy(0))


def test_an_api_key_that_may_do_everything_lays_down_no_policy(context: Context) -> None:
    machine = replace(context, rights=rights_of(KEY_PRESETS["admin"]))
    with pytest.raises(PermissionDenied):
        api_key_policies.set_api_key_policy(machine, KeyPolicy(90))
    assert api_key_policies.api_key_policy(machine) == KeyPolicy()


def test_keys_are_held_to_the_policy_and_those_of_before_stay(context: Context, clock: TurnableClock) -> None:
    old = created(context, "Old").key
    api_key_policies.set_api_key_policy(context, KeyPolicy(90))
    for end in (None, LAST + DAY):
        with pytest.raises(InvalidInput):
            created(context, "New", expires_at=end)
    assert created(context, "New", expires_at=LAST).key.expires_at == LAST
    (kept,) = [each for each in api_keys.api_keys(context) if each.name == "Old"]
    assert (kept, is_beyond(kept, KeyPolicy(90), clock.now())) == (old, True)
    renamed = api_keys.change_api_key(context, ApiKeyDraft("Older", old.grants, id=old.id))
    assert renamed.expires_at is None
    with pytest.raises(ApiKeyTooOld) as refused:
        api_keys.reroll_api_key(context, old.id, timedelta())
    assert refused.value.title == (
        "The API key “Older” ends later than your organisation lets a secret count (in days: 90)."
    )
    with pytest.raises(InvalidInput):
        api_keys.change_api_key(context, draft(id=old.id, name="Older", expires_at=LAST + DAY))
    api_keys.change_api_key(context, draft(id=old.id, name="Older", expires_at=LAST))
    assert api_keys.reroll_api_key(context, old.id, timedelta()).key.expires_at == LAST


@pytest.mark.as_service
def test_uses_tell_the_permission_that_they_needed(context: Context) -> None:
    key = created(context).key
    use = KeyUse("203.0.113.7", "GET /api/v1/logs", ALLOWED, 2, NOON, "logs.read")
    older = replace(use, permission="", last_at=NOON - 2 * DAY)
    context.api_keys.uses.add(key.id, use)
    api_key_uses.flush_uses(context)
    usage = api_key_uses.api_key_usage(context, key.id)
    assert ([each.permission for each in usage.uses], usage.is_whole) == (["logs.read"], True)
    context.api_keys.uses.add(key.id, older)
    api_key_uses.flush_uses(context)
    usage = api_key_uses.api_key_usage(context, key.id)
    assert [(each.permission, each.uses) for each in usage.uses] == [("", 4)]  # not of all of them it is known
