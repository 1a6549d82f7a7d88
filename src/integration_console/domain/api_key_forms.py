"""What is asked of an API key: the form, and the draft that its values stand for."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from integration_console.domain.api_key_policy import KeyPolicy, end_of_day
from integration_console.domain.api_key_text import PATTERN
from integration_console.domain.api_keys import CUSTOM, SCOPED, ApiKeyDraft, plain_address, preset_of
from integration_console.domain.errors import FieldProblem, InvalidInput
from integration_console.domain.forms import Choice, Condition, Field, FieldKind, Form
from integration_console.domain.ids import is_id
from integration_console.domain.permissions import KEY_PERMISSIONS, KEY_PRESETS, Grant, parsed_grant
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from integration_console.domain.forms import Value

MOST_REQUESTS = 10_000
MOST_ADDRESSES = 100
_MAPPED_BITS = 96
NEVER, ON_DATE = "never", "date"
LIVES = {"30d": 30, "90d": 90, "365d": 365}
"""The choices of the form for how long a key counts, in days; each ends with a whole day (UTC)."""
_ON_DATE = Condition("expires", ON_DATE)

API_KEY_FORM = Form((
    Field("name", FieldKind.TEXT, QT_TRANSLATE_NOOP("Forms", "Name"), required=True,
          placeholder=QT_TRANSLATE_NOOP("Forms", "For example: Website, order forms"),
          help=QT_TRANSLATE_NOOP("Forms", "Who uses the key, and what for. It stands in the log.")),
    Field("preset", FieldKind.CHOICE, QT_TRANSLATE_NOOP("Forms", "May do"), required=True, default="read_only",
          choices=(Choice("read_only", QT_TRANSLATE_NOOP("Forms", "Only look: connectors, syncs, records, log")),
                   Choice("ingest", QT_TRANSLATE_NOOP("Forms", "Only send events in")),
                   Choice("admin", QT_TRANSLATE_NOOP("Forms", "Everything that a key may do")),
                   Choice(CUSTOM, QT_TRANSLATE_NOOP("Forms", "Chosen one by one")))),
    Field("permissions", FieldKind.MULTILINE, QT_TRANSLATE_NOOP("Forms", "Permissions"),
          placeholder="syncs.run", visible_when=Condition("preset", CUSTOM)),
    Field("expires", FieldKind.CHOICE, QT_TRANSLATE_NOOP("Forms", "Counts for"), required=True, default="90d",
          choices=(Choice("30d", QT_TRANSLATE_NOOP("Forms", "30 days")),
                   Choice("90d", QT_TRANSLATE_NOOP("Forms", "90 days")),
                   Choice("365d", QT_TRANSLATE_NOOP("Forms", "One year")),
                   Choice(ON_DATE, QT_TRANSLATE_NOOP("Forms", "Until a date")),
                   Choice(NEVER, QT_TRANSLATE_NOOP("Forms", "Until it is revoked")))),
    Field("expires_on", FieldKind.TEXT, QT_TRANSLATE_NOOP("Forms", "Last day"), required=True, visible_when=_ON_DATE,
          placeholder="2027-06-30",
          help=QT_TRANSLATE_NOOP("Forms", "Year, month, day. The key counts until that day ends (UTC).")),
    Field("addresses", FieldKind.MULTILINE, QT_TRANSLATE_NOOP("Forms", "Only from these addresses"),
          placeholder="203.0.113.7\n2001:db8::/32",
          help=QT_TRANSLATE_NOOP("Forms", "IPv4 or IPv6 addresses or networks, one a line. Empty: from everywhere.")),
    Field("rate_limit", FieldKind.INTEGER, QT_TRANSLATE_NOOP("Forms", "Requests a minute at most"),
          default=0, minimum=0, maximum=MOST_REQUESTS, help=QT_TRANSLATE_NOOP("Forms", "0: as many as it wants.")),
))  # fmt: skip
_KEY_AS_NAME = QT_TRANSLATE_NOOP("Forms", "This holds a key. Names stand in the log: never write a key into one.")
_NO_PERMISSIONS = QT_TRANSLATE_NOOP("Forms", "Choose at least one permission.")
_NO_PERMISSION = QT_TRANSLATE_NOOP("Forms", "A key cannot be given “{permission}”.")
_NO_SCOPE = QT_TRANSLATE_NOOP("Forms", "“{permission}” cannot be given for one thing alone.")
_NOT_ID = QT_TRANSLATE_NOOP("Forms", "“{scope}” is not the ID of a connector.")
_NOT_DATE = QT_TRANSLATE_NOOP("Forms", "Enter a day as 2027-06-30: year, month, day.")
_PAST = QT_TRANSLATE_NOOP("Forms", "This time has passed.")
_NOT_ADDRESS = QT_TRANSLATE_NOOP("Forms", "“{text}” is neither an address nor a network.")
_HOST_BITS = QT_TRANSLATE_NOOP("Forms", "“{text}” is no network; the one around it is {network}.")
_TOO_MANY = QT_TRANSLATE_NOOP("Forms", "Enter at most {count} addresses; a network stands for many.")


def api_key_draft(
    values: Mapping[str, Value], now: datetime, key_id: str = "", kept: datetime | None = None
) -> ApiKeyDraft:
    """Return the draft that the form's values stand for; `kept` is an end that the key has already, passed or not.

    Raises `InvalidInput` naming every faulty field.
    """
    found = list(API_KEY_FORM.problems(values))
    if re.search(PATTERN, str(values.get("name"))):
        found.append(FieldProblem("name", _KEY_AS_NAME))
    faulty = {each.field for each in found}
    text = {name: str(value or "").strip() for name, value in API_KEY_FORM.with_defaults(values).items()}
    draft = ApiKeyDraft(text.get("name", ""), (), (), 0, None, key_id)
    for parts, read in (({"preset", "permissions"}, _with_grants), ({"addresses"}, _with_addresses)):
        if not faulty & parts:
            draft = read(draft, text, found)
    if not faulty & {"expires", "expires_on"}:
        draft = replace(draft, expires_at=_end(text, (now, kept), found))
    if found:
        raise InvalidInput(*found)
    return replace(draft, rate_limit=int(text["rate_limit"] or 0))


def api_key_values(draft: ApiKeyDraft) -> dict[str, Value]:
    """Return the form's values of a draft."""
    preset = preset_of(draft.grants)
    values: dict[str, Value] = {
        "name": draft.name,
        "preset": preset,
        "expires": ON_DATE if draft.expires_at else NEVER,
        "addresses": "\n".join(draft.addresses),
        "rate_limit": draft.rate_limit,
    }
    if preset == CUSTOM:
        values["permissions"] = "\n".join(str(each) for each in draft.grants)
    if draft.expires_at:
        values["expires_on"] = _written_end(draft.expires_at)
    return values


def usual_end(policy: KeyPolicy, now: datetime) -> dict[str, Value]:
    """Return the form's values for the end that a new key is proposed: as late as the policy allows, or the form's."""
    last = policy.last_moment(now)
    if last is None:
        return {}
    choice = f"{policy.longest_days}d"
    return {"expires": choice} if choice in LIVES else {"expires": ON_DATE, "expires_on": last_day(last).isoformat()}


def is_possible_life(policy: KeyPolicy, choice: str) -> bool:
    """Return whether a choice of the form for how long a key counts is within the policy."""
    if policy.longest_days is None or choice == ON_DATE:
        return True
    return choice != NEVER and LIVES[choice] <= policy.longest_days


def parsed_addresses(text: str) -> tuple[str, ...]:
    """Return the networks that a text lists, each in its one way to be written. Raises `InvalidInput`."""
    problems: list[FieldProblem] = []
    draft = _with_addresses(ApiKeyDraft("", ()), {"addresses": text}, problems)
    if problems:
        raise InvalidInput(*problems)
    return draft.addresses


def last_day(expires_at: datetime) -> date:
    """Return the last day on which a key counts (UTC)."""
    return (expires_at.astimezone(UTC) - timedelta(microseconds=1)).date()


def _with_grants(draft: ApiKeyDraft, text: Mapping[str, str], problems: list[FieldProblem]) -> ApiKeyDraft:
    preset = text["preset"]
    if preset != CUSTOM:
        return replace(draft, grants=tuple(Grant(each) for each in sorted(KEY_PRESETS[preset])))
    words = text.get("permissions", "").replace(",", " ").split()
    if not words:
        problems.append(FieldProblem("permissions", _NO_PERMISSIONS))
    faults = [fault for each in words if (fault := _grant_problem(each))]
    problems.extend(faults[:1])
    grants = {grant for each in words if (grant := parsed_grant(each))}
    whole = {each.permission for each in grants if not each.scope}
    kept = (each for each in grants if not each.scope or each.permission not in whole)
    return replace(draft, grants=tuple(sorted(kept, key=str)))


def _grant_problem(text: str) -> FieldProblem | None:
    grant = parsed_grant(text)
    if grant is None or grant.permission not in KEY_PERMISSIONS:
        return FieldProblem("permissions", _NO_PERMISSION, (("permission", text),))
    if not grant.scope:
        return None
    if grant.permission not in SCOPED:
        return FieldProblem("permissions", _NO_SCOPE, (("permission", grant.permission),))
    return None if is_id(grant.scope) else FieldProblem("permissions", _NOT_ID, (("scope", grant.scope),))


def _with_addresses(draft: ApiKeyDraft, text: Mapping[str, str], problems: list[FieldProblem]) -> ApiKeyDraft:
    found: dict[str, None] = {}
    for each in text.get("addresses", "").replace(",", " ").split():
        network = _network(each)
        if isinstance(network, FieldProblem):
            problems.append(network)
            return draft
        found[network] = None
    if len(found) > MOST_ADDRESSES:
        problems.append(FieldProblem("addresses", _TOO_MANY, (("count", str(MOST_ADDRESSES)),)))
    return replace(draft, addresses=tuple(found))


def _network(text: str) -> str | FieldProblem:
    """Return the one way to write an address or a network."""
    try:
        if "/" not in text:
            return (
                str(plain_address(text)) if "%" not in text else FieldProblem("addresses", _NOT_ADDRESS, _named(text))
            )
        around = ipaddress.ip_network(text, strict=False)
    except ValueError:
        return FieldProblem("addresses", _NOT_ADDRESS, _named(text))
    if ipaddress.ip_interface(text).ip != around.network_address:
        return FieldProblem("addresses", _HOST_BITS, (*_named(text), ("network", str(around))))
    mapped = getattr(around.network_address, "ipv4_mapped", None)
    if mapped is not None and around.prefixlen >= _MAPPED_BITS:
        return str(ipaddress.ip_network((mapped, around.prefixlen - _MAPPED_BITS)))
    return str(around)


def _named(text: str) -> tuple[tuple[str, str], ...]:
    return (("text", text),)


def _end(
    text: Mapping[str, str], times: tuple[datetime, datetime | None], problems: list[FieldProblem]
) -> datetime | None:
    choice, (now, kept) = text["expires"], times
    if choice == NEVER:
        return None
    if choice != ON_DATE:
        return end_of_day(now.astimezone(UTC).date() + timedelta(days=LIVES[choice]))
    end = _read_end(text["expires_on"])
    if end is None:
        problems.append(FieldProblem("expires_on", _NOT_DATE))
    elif end <= now and end != kept:
        problems.append(FieldProblem("expires_on", _PAST))
    return end


def _read_end(text: str) -> datetime | None:
    """Return the end of a day, or a moment as ISO 8601 has it with its time zone; None for anything else."""
    for read in (_end_of_written_day, _written_moment):
        try:
            return read(text)
        except (ValueError, OverflowError):  # the last day of the year 9999 has no end
            continue
    return None


def _end_of_written_day(text: str) -> datetime:
    return end_of_day(date.fromisoformat(text))


def _written_moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError(text)
    return found.astimezone(UTC)


def _written_end(moment: datetime) -> str:
    """Return a whole day as such, and any other moment to the microsecond."""
    day = last_day(moment)
    return day.isoformat() if end_of_day(day) == moment else moment.astimezone(UTC).isoformat()
