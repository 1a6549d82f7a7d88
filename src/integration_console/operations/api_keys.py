"""What can be done with API keys: list, create, change, reroll, revoke."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from integration_console.domain import api_key_text
from integration_console.domain.api_key_forms import api_key_draft, api_key_values
from integration_console.domain.api_key_policy import require_end, require_new_secret
from integration_console.domain.api_key_text import KeyText
from integration_console.domain.api_keys import ApiKey, CreatedApiKey, beyond, due_reminder
from integration_console.domain.changes import Subject
from integration_console.domain.errors import ApiKeyBeyondRights, ApiKeyEnded, FieldProblem, InvalidInput, NotFound
from integration_console.domain.ids import new_id
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.operations import api_key_hashes
from integration_console.operations.journal import Happening, announce, record
from integration_console.operations.permission import needs
from integration_console.storage import api_key_policies as policies
from integration_console.storage import api_keys as rows
from integration_console.storage import connectors as connector_rows
from integration_console.storage.api_keys import KeyHashes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from integration_console.domain.api_keys import ApiKeyDraft
    from integration_console.domain.forms import Value
    from integration_console.domain.permissions import Grant
    from integration_console.operations.context import Context
    from integration_console.storage.transaction import Reading, Writing

LONGEST_OVERLAP = timedelta(days=30)
_TOO_LONG = QT_TRANSLATE_NOOP("Forms", "The old secret may count for at most {days} days more.")
_NO_CONNECTOR = QT_TRANSLATE_NOOP("Forms", "There is no connector “{scope}”.")


@needs("api_keys.read")
def api_keys(context: Context) -> tuple[ApiKey, ...]:
    """Return all keys: those that were not revoked first, each part by name."""
    return context.store.read(rows.keys)


@needs("api_keys.write", keeps_rights=True)
def create_api_key(context: Context, draft: ApiKeyDraft) -> CreatedApiKey:
    """Create a key; its text is returned now and never again.

    Raises `InvalidInput`, `NameTaken`, `ApiKeyBeyondRights`, `VaultLocked`.
    """
    now = context.clock.now()
    draft = api_key_draft(api_key_values(draft), now)
    _require_rights(context, draft.grants)
    context.store.read(lambda reading: _require_connectors(reading, draft.grants))
    text = KeyText(api_key_text.new_public_id(), api_key_text.new_secret())
    hashes = KeyHashes(api_key_hashes.hash_of(context, text, api_key_hashes.made_pepper(context)))
    key = ApiKey(
        new_id(), text.public_id, draft.name, draft.grants, context.actor, now, now, now, draft.addresses,
        draft.rate_limit, draft.expires_at, reminded_days=due_reminder(draft.expires_at, now),
    )  # fmt: skip

    def create(writing: Writing) -> None:
        require_end(policies.policy(writing), key.expires_at, now)
        rows.add_key(writing, key, hashes)
        record(context, writing, _happening("api_key.created", key), {}, _audited(key))

    context.store.write(create)
    announce(context, Subject.API_KEYS)
    return CreatedApiKey(key, text.whole)


@needs("api_keys.write", keeps_rights=True)
def change_api_key(context: Context, draft: ApiKeyDraft) -> ApiKey:
    """Change what a key may do, from where, how often and until when; its secret stays.

    Raises `InvalidInput`, `NameTaken`, `NotFound`, `ApiKeyEnded`, `ApiKeyBeyondRights`.
    """

    def change(writing: Writing) -> ApiKey:
        before = _changeable(context, writing, draft.id)
        now = context.clock.now()
        filled = api_key_draft(api_key_values(draft), now, draft.id, before.expires_at)
        require_end(policies.policy(writing), filled.expires_at, now, before)
        _require_rights(context, filled.grants)
        _require_connectors(writing, set(filled.grants) - set(before.grants))
        moved = filled.expires_at != before.expires_at
        after = replace(
            before,
            name=filled.name,
            grants=filled.grants,
            addresses=filled.addresses,
            rate_limit=filled.rate_limit,
            expires_at=filled.expires_at,
            reminded_days=due_reminder(filled.expires_at, now) if moved else before.reminded_days,
            updated_at=now,
        )
        rows.change_key(writing, after)
        record(context, writing, _happening("api_key.changed", after), _audited(before), _audited(after))
        return after

    changed = context.store.write(change)
    announce(context, Subject.API_KEYS)
    return changed


@needs("api_keys.write", keeps_rights=True)
def reroll_api_key(context: Context, key_id: str, overlap: timedelta) -> CreatedApiKey:
    """Give a key a new secret; the old one counts for `overlap` more. The text is returned now and never again.

    Raises `InvalidInput`, `NotFound`, `ApiKeyEnded`, `ApiKeyTooOld`, `ApiKeyBeyondRights`, `VaultLocked`.
    """
    if not timedelta() <= overlap <= LONGEST_OVERLAP:
        raise InvalidInput(FieldProblem("overlap", _TOO_LONG, (("days", str(LONGEST_OVERLAP.days)),)))
    public_id = context.store.read(lambda reading: rows.key(reading, key_id)).public_id
    text = KeyText(public_id, api_key_text.new_secret())
    new = api_key_hashes.hash_of(context, text, api_key_hashes.made_pepper(context))

    def reroll(writing: Writing) -> ApiKey:
        before = _changeable(context, writing, key_id)
        now = context.clock.now()
        require_new_secret(policies.policy(writing), before, now)
        after = replace(before, secret_set_at=now, previous_until=now + overlap, updated_at=now)
        rows.change_key(writing, after)
        rows.replace_hash(writing, key_id, new)
        record(context, writing, _happening("api_key.rerolled", after), _rerolled(before), _rerolled(after))
        return after

    rerolled = context.store.write(reroll)
    announce(context, Subject.API_KEYS)
    return CreatedApiKey(rerolled, text.whole)


@needs("api_keys.write")
def revoke_api_key(context: Context, key_id: str) -> ApiKey:
    """Take a key back, for good; it counts no more at once here, within a second elsewhere. Raises `NotFound`."""

    def revoke(writing: Writing) -> ApiKey:
        before = rows.held_key(writing, key_id)
        if before.revoked_at is not None:
            return before
        now = context.clock.now()
        after = replace(before, revoked_at=now, updated_at=now)
        rows.change_key(writing, after)
        record(context, writing, _happening("api_key.revoked", after), _audited(before), _audited(after))
        return after

    revoked = context.store.write(revoke)
    announce(context, Subject.API_KEYS)
    return revoked


def _changeable(context: Context, writing: Writing, key_id: str) -> ApiKey:
    """Return a key, held for this transaction. Whoever may do less than the key must not get hold of it."""
    found = rows.held_key(writing, key_id)
    if found.revoked_at is not None:
        raise ApiKeyEnded(name=found.name)
    _require_rights(context, found.grants)
    return found


def _require_rights(context: Context, grants: Iterable[Grant]) -> None:
    missing = beyond(context.rights, grants)
    if missing is not None:
        raise ApiKeyBeyondRights(permission=str(missing))


def _require_connectors(reading: Reading | Writing, grants: Iterable[Grant]) -> None:
    for scope in sorted({each.scope for each in grants if each.scope}):
        try:
            connector_rows.connector(reading, scope)
        except NotFound as error:
            raise InvalidInput(FieldProblem("permissions", _NO_CONNECTOR, (("scope", scope),))) from error


def _happening(verb: str, key: ApiKey) -> Happening:
    return Happening(verb, {"key": key.name}, subject_id=key.id)


def _audited(key: ApiKey) -> Mapping[str, Value]:
    """Return what the audit keeps of a key: nothing by which it could be used."""
    return {
        "name": key.name,
        "prefix": key.prefix,
        "grants": [str(each) for each in key.grants],
        "addresses": list(key.addresses),
        "rate_limit": key.rate_limit,
        "expires_at": key.expires_at.isoformat() if key.expires_at else None,
        "revoked_at": key.revoked_at.isoformat() if key.revoked_at else None,
    }


def _rerolled(key: ApiKey) -> Mapping[str, Value]:
    return {
        "secret_set_at": key.secret_set_at.isoformat(),
        "previous_until": key.previous_until.isoformat() if key.previous_until else None,
    }
