"""What a key may do, from where, and until when; the form says what is wrong with what was entered."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration_console.domain.api_key_forms import (
    API_KEY_FORM,
    api_key_draft,
    api_key_values,
    last_day,
    parsed_addresses,
)
from integration_console.domain.api_keys import (
    ALLOWED,
    ALLOWED_OLD,
    ApiKey,
    ApiKeyDraft,
    CreatedApiKey,
    KeyState,
    KeyUsage,
    KeyUse,
    beyond,
    due_reminder,
    is_allowed_address,
    preset_of,
    state_of,
    trial,
)
from integration_console.domain.errors import InvalidInput
from integration_console.domain.forms import Value
from integration_console.domain.permissions import KEY_PERMISSIONS, KEY_PRESETS, Grant, rights_of
from tests.fakes import NOON

CONNECTOR = "0199a7c0-0000-7000-8000-000000000001"
KEY = ApiKey("1", "0aZ9bY8x", "Website", (Grant("logs.read"),), "amina", NOON, NOON, NOON)


def filled(**changed: Value) -> ApiKeyDraft:
    """The draft of a form in which only a name was entered, but for what is `changed`."""
    return api_key_draft({"name": "Website", **changed}, NOON)


def refused(**changed: Value) -> list[tuple[str, str]]:
    """What is wrong with a form: the field, and the sentence."""
    with pytest.raises(InvalidInput) as found:
        filled(**changed)
    return [(each.field, each.sentence) for each in found.value.problems]


# -------------------------------------------------------------------------------------------------------- the form
def test_a_new_key_only_looks_and_ends_after_90_days() -> None:
    draft = filled()
    assert {str(each) for each in draft.grants} == KEY_PRESETS["read_only"]
    assert draft.expires_at == datetime(2026, 12, 23, tzinfo=UTC)
    assert (draft.addresses, draft.rate_limit) == ((), 0)


@pytest.mark.parametrize(
    ("values", "end"),
    [
        ({"expires": "30d"}, datetime(2026, 10, 24, tzinfo=UTC)),
        ({"expires": "365d"}, datetime(2027, 9, 24, tzinfo=UTC)),
        ({"expires": "never"}, None),
        ({"expires": "date", "expires_on": "2026-09-23"}, datetime(2026, 9, 24, tzinfo=UTC)),
        ({"expires": "date", "expires_on": "2026-09-23T15:00:00+03:00"}, None),
        ({"expires": "date", "expires_on": "2026-09-23T15:30:00+03:00"}, NOON + timedelta(minutes=30)),
    ],
)
def test_a_key_ends_when_the_form_says(values: dict[str, Value], end: datetime | None) -> None:
    if values.get("expires_on") == "2026-09-23T15:00:00+03:00":
        assert refused(**values) == [("expires_on", "This time has passed.")]
    else:
        assert filled(**values).expires_at == end


@pytest.mark.parametrize("text", ["tomorrow", "2026-13-01", "2026-09-30T12:00", "9999-12-31"])
def test_what_is_no_day_is_refused(text: str) -> None:
    sentence = "Enter a day as 2027-06-30: year, month, day."
    assert refused(expires="date", expires_on=text) == [("expires_on", sentence)]


def test_an_end_that_a_key_has_already_may_stay() -> None:
    past = NOON - timedelta(days=3)
    values = api_key_values(ApiKeyDraft("Website", tuple(map(Grant, KEY_PRESETS["ingest"])), expires_at=past))
    assert api_key_draft(values, NOON, "1", past).expires_at == past
    with pytest.raises(InvalidInput):
        api_key_draft(values, NOON, "1", NOON - timedelta(days=4))


@pytest.mark.parametrize(
    ("text", "grants"),
    [
        ("syncs.run, logs.read\nlogs.read", ["logs.read", "syncs.run"]),
        (f"syncs.run:{CONNECTOR}", [f"syncs.run:{CONNECTOR}"]),
        (f"syncs.run:{CONNECTOR} syncs.run", ["syncs.run"]),
    ],
)
def test_permissions_are_chosen_one_by_one(text: str, grants: list[str]) -> None:
    assert [str(each) for each in filled(preset="custom", permissions=text).grants] == grants


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (" , ", "Choose at least one permission."),
        ("", "Choose at least one permission."),
        ("logs.read logs.burn", "A key cannot be given “logs.burn”."),
        ("members.write", "A key cannot be given “members.write”."),
        (f"logs.read:{CONNECTOR}", "“logs.read” cannot be given for one thing alone."),
        ("syncs.run:Odoo", "“Odoo” is not the ID of a connector."),
    ],
)
def test_what_a_key_cannot_be_given_is_named(text: str, sentence: str) -> None:
    assert refused(preset="custom", permissions=text) == [("permissions", sentence)]


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("203.0.113.7", ("203.0.113.7",)),
        ("10.0.0.0/8, 2001:DB8::/32\n203.0.113.7 203.0.113.7", ("10.0.0.0/8", "2001:db8::/32", "203.0.113.7")),
        ("10.0.0.0/255.0.0.0", ("10.0.0.0/8",)),
        ("::ffff:203.0.113.7 ::ffff:10.0.0.0/104 ::/64", ("203.0.113.7", "10.0.0.0/8", "::/64")),
        (" ", ()),
    ],
)
def test_addresses_are_read_and_written_in_one_way(text: str, addresses: tuple[str, ...]) -> None:
    assert parsed_addresses(text) == addresses


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("203.0.113.7 example.com", "“example.com” is neither an address nor a network."),
        ("10.0.0.0/99", "“10.0.0.0/99” is neither an address nor a network."),
        ("fe80::1%eth0", "“fe80::1%eth0” is neither an address nor a network."),
        ("10.1.2.3/8", "“10.1.2.3/8” is no network; the one around it is 10.0.0.0/8."),
        (" ".join(f"10.0.0.{each}" for each in range(101)), "Enter at most 100 addresses; a network stands for many."),
    ],
)
def test_what_is_no_address_is_named(text: str, sentence: str) -> None:
    assert refused(addresses=text) == [("addresses", sentence)]
    with pytest.raises(InvalidInput):
        parsed_addresses(text)


def test_a_key_that_was_pasted_into_the_name_goes_no_further() -> None:
    name = "Website ick_0aZ9bY8x_abcdefghijklmnopqrstuvwxyz01233uU59P"
    assert refused(name=name) == [("name", "This holds a key. Names stand in the log: never write a key into one.")]


def test_every_faulty_field_is_named() -> None:
    wrong: dict[str, Value] = {"name": " ", "rate_limit": -1, "preset": "all", "expires": "1d", "addresses": 7}
    assert [each[0] for each in refused(**wrong)] == ["name", "preset", "expires", "addresses", "rate_limit"]


drafts = st.builds(
    ApiKeyDraft,
    st.just("Website"),
    st.sets(st.sampled_from(KEY_PERMISSIONS), min_size=1).map(lambda found: tuple(map(Grant, sorted(found)))),
    st.lists(st.ip_addresses().map(str), unique=True, max_size=5).map(lambda found: parsed_addresses(" ".join(found))),
    st.integers(0, 10_000),
    st.none() | st.datetimes(datetime(2026, 9, 24), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
)


@given(drafts)
def test_a_draft_comes_back_from_its_form_as_it_was(draft: ApiKeyDraft) -> None:
    assert API_KEY_FORM.problems(api_key_values(draft)) == ()
    assert api_key_draft(api_key_values(draft), NOON) == draft


# ---------------------------------------------------------------------------------------------------------- the key
def test_a_key_counts_until_its_end_or_until_it_is_revoked() -> None:
    def states(key: ApiKey) -> list[KeyState]:
        return [state_of(key, NOON + timedelta(days=each)) for each in (0, 6, 19, 20)]

    active, ending, expired = KeyState.ACTIVE, KeyState.ENDING, KeyState.EXPIRED
    assert states(replace(KEY, expires_at=NOON + timedelta(days=20))) == [active, ending, ending, expired]
    assert states(KEY) == [active] * 4
    assert states(replace(KEY, revoked_at=NOON)) == [KeyState.REVOKED] * 4


def test_reminders_become_due_one_after_the_other() -> None:
    end = NOON + timedelta(days=40)
    days = (0, 10, 25, 26, 33, 39, 40)
    assert [due_reminder(end, NOON + timedelta(days=each)) for each in days] == [None, 30, 30, 14, 7, 1, None]
    assert due_reminder(None, NOON) is None


def test_a_preset_is_recognised_by_its_permissions() -> None:
    for name, permissions in KEY_PRESETS.items():
        assert preset_of(map(Grant, permissions)) == name
    assert preset_of([Grant("logs.read")]) == "custom"


def test_nobody_gives_more_than_they_have() -> None:
    rights = rights_of(["logs.read", "syncs.run"])
    asked = [Grant("logs.read"), Grant("syncs.run", CONNECTOR), Grant("audit.read")]
    assert (beyond(rights, asked[:2]), beyond(rights, asked)) == (None, asked[2])


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("10.1.2.3", True),
        ("::ffff:10.1.2.3", True),
        ("2001:db8::7", True),
        ("2001:db8::7%eth0", True),
        ("11.0.0.1", False),
        ("", False),
        ("unknown", False),
    ],
)
def test_a_key_counts_from_its_addresses_alone(address: str, allowed: bool) -> None:
    assert is_allowed_address(address, ("10.0.0.0/8", "2001:db8::/32")) == allowed
    assert is_allowed_address(address, ())


@given(st.ip_addresses(), st.lists(st.ip_addresses().map(str), max_size=4))
def test_an_address_is_allowed_exactly_where_it_is_listed(address: object, others: list[str]) -> None:
    listed = parsed_addresses(" ".join(others))
    assert is_allowed_address(str(address), (*listed, *parsed_addresses(str(address))))
    if listed:
        assert is_allowed_address(str(address), listed) == (parsed_addresses(str(address))[0] in listed)


def test_usage_is_summed_up_and_an_allowlist_is_tried_on_it() -> None:
    uses = (
        KeyUse("10.0.0.1", "GET /a", ALLOWED, 7, NOON),
        KeyUse("203.0.113.7", "GET /a", ALLOWED_OLD, 2, NOON),
        KeyUse("203.0.113.7", "GET /a", "api_key.expired", 5, NOON),
    )
    usage = KeyUsage(uses)
    assert (usage.total, usage.refused, usage.with_old_secret) == (14, 5, 2)
    tried = trial(usage, ("10.0.0.0/8",))
    assert (tried.total, tried.refused_uses, tried.refused) == (9, 2, uses[1:2])


def test_a_key_is_shown_by_its_prefix_and_never_whole() -> None:
    assert KEY.prefix == "ick_0aZ9bY8x"
    assert "ick_secret" not in repr(CreatedApiKey(KEY, "ick_secret"))


def test_the_last_day_of_a_key_is_the_one_before_its_end() -> None:
    assert [last_day(datetime(2026, 10, 1, hour, tzinfo=UTC)).isoformat() for hour in (0, 1)] == [
        "2026-09-30",
        "2026-10-01",
    ]
