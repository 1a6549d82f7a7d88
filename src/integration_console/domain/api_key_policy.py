"""How long an organisation lets an API key count, which keys nobody uses, and which permissions a key does not need."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from integration_console.domain.api_keys import USE_HISTORY, KeyState, state_of
from integration_console.domain.errors import ApiKeyTooOld, FieldProblem, InvalidInput
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from integration_console.domain.api_keys import ApiKey, KeyUsage
    from integration_console.domain.permissions import Grant

MOST_DAYS = 3650
UNUSED_AFTER = timedelta(days=60)
"""A key that was not used for so long is no longer needed, or its user has forgotten it."""
_COUNTING = (KeyState.ACTIVE, KeyState.ENDING)
_ANYTHING = "api_keys.write"
"""Whoever gives keys needs everything that these are given."""
_CONTENTS = "payloads.read"
_WITH_CONTENTS = frozenset({"logs.read", "webhooks.read"})
"""What answers more fully to those who may read contents, and refuses nobody else."""
_STREAM = "/stream"
"""What it tells depends on every permission, and refuses nobody."""
_OUT_OF_RANGE = QT_TRANSLATE_NOOP("Forms", "Enter a number between {minimum} and {maximum}.")
_TOO_LATE = QT_TRANSLATE_NOOP(
    "Forms", "Your organisation lets a key count for so many days at most: {days}. Choose {day} or an earlier day."
)
_TOO_OLD = QT_TRANSLATE_NOOP(
    "Forms", "Your organisation lets a secret count for so many days at most: {days}. Give the key a new one first."
)


@dataclass(frozen=True, slots=True)
class KeyPolicy:
    """`longest_days`: so many days after its secret was made a key ends at the latest (None: it need not end)."""

    longest_days: int | None = None

    def last_moment(self, since: datetime) -> datetime | None:
        """Return when a secret that was made then ends at the latest: with a whole day (UTC); None: never."""
        if self.longest_days is None:
            return None
        return end_of_day(since.astimezone(UTC).date() + timedelta(days=self.longest_days))

    def allows(self, end: datetime | None, since: datetime) -> bool:
        """Return whether a key whose secret was made `since` may end then (None: never)."""
        last = self.last_moment(since)
        return last is None or (end is not None and end <= last)


def required_policy(policy: KeyPolicy) -> KeyPolicy:
    """Return a policy that can be. Raises `InvalidInput`."""
    if policy.longest_days is not None and not 1 <= policy.longest_days <= MOST_DAYS:
        limits = (("minimum", "1"), ("maximum", str(MOST_DAYS)))
        raise InvalidInput(FieldProblem("longest_days", _OUT_OF_RANGE, limits))
    return policy


def require_end(policy: KeyPolicy, end: datetime | None, now: datetime, changed: ApiKey | None = None) -> None:
    """Hold the end of a key that is created, or of one that is `changed`, against the policy. Raises `InvalidInput`.

    What a key has already stays until it is changed; an earlier end is always a step towards the policy.
    """
    if changed is not None and end == changed.expires_at:
        return
    is_later = changed is not None and not _is_earlier(end, changed.expires_at)
    since = changed.secret_set_at if changed is not None and is_later else now
    last = policy.last_moment(since)
    if last is None or policy.allows(end, since):
        return
    days = ("days", str(policy.longest_days))
    if last <= now:
        raise InvalidInput(FieldProblem("expires", _TOO_OLD, (days,)))
    raise InvalidInput(
        FieldProblem("expires", _TOO_LATE, (days, ("day", (last - timedelta(days=1)).date().isoformat())))
    )


def require_new_secret(policy: KeyPolicy, key: ApiKey, now: datetime) -> None:
    """Let a key have a new secret where it ends early enough for one. Raises `ApiKeyTooOld`."""
    if not policy.allows(key.expires_at, now):
        raise ApiKeyTooOld(name=key.name, days=str(policy.longest_days))


def is_beyond(key: ApiKey, policy: KeyPolicy, now: datetime) -> bool:
    """Return whether a key that counts is older, or will become older, than the policy allows."""
    return state_of(key, now) in _COUNTING and not policy.allows(key.expires_at, key.secret_set_at)


def is_unused(key: ApiKey, now: datetime) -> bool:
    """Return whether a key that counts was used by nobody for `UNUSED_AFTER`, or never since it was created then."""
    return state_of(key, now) in _COUNTING and now - (key.last_used_at or key.created_at) >= UNUSED_AFTER


def needed_grants(key: ApiKey, usage: KeyUsage, now: datetime) -> tuple[Grant, ...] | None:
    """Return the part of a key's grants with which all its uses of the last 30 days would have been let through.

    None where nothing is proposed: there were none, it needs all that it has, or the log cannot tell.
    """
    allowed = [each for each in usage.uses if each.allowed]
    used = {each.permission for each in allowed}
    is_told = usage.is_whole and now - key.created_at >= USE_HISTORY and state_of(key, now) in _COUNTING
    if not allowed or not is_told or used & {"", _ANYTHING} or any(each.route.endswith(_STREAM) for each in allowed):
        return None
    if used & _WITH_CONTENTS:
        used.add(_CONTENTS)
    needed = tuple(each for each in key.grants if each.permission in used)
    return needed if needed and len(needed) < len(key.grants) else None


def end_of_day(day: date) -> datetime:
    """Return the moment at which a day ends (UTC)."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(days=1)


def _is_earlier(end: datetime | None, before: datetime | None) -> bool:
    return end is not None and (before is None or end < before)
