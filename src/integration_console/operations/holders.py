"""What can be done with key holders: ask, approve, refuse, remove, a new recovery code, a new key for everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integration_console.domain.changes import Change, Subject
from integration_console.domain.errors import (
    FieldProblem,
    HolderNeeded,
    HoldsAlready,
    InvalidInput,
    LastWayIn,
    NotFound,
)
from integration_console.domain.ids import new_id
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.domain.workspace import (
    HolderKind,
    HolderRequest,
    KeyHolder,
    KeyHolders,
    NewWorkspace,
    fingerprint_of,
)
from integration_console.operations.journal import Happening, announce, record
from integration_console.operations.permission import needs
from integration_console.storage import key_holders as rows
from integration_console.storage import sealing
from integration_console.storage.holding import TYPED, Wrapping, replaced
from integration_console.storage.key_holders import RequestRow

if TYPE_CHECKING:
    from integration_console.operations.context import Context
    from integration_console.storage.key_holders import HolderRow
    from integration_console.storage.sealing import DataKey
    from integration_console.storage.secrets import SealedSecret
    from integration_console.storage.transaction import Reading, Writing

SHORTEST_PASSPHRASE = 12
_TOO_SHORT = QT_TRANSLATE_NOOP("Forms", "Use at least {count} characters.")
_REQUIRED = QT_TRANSLATE_NOOP("Forms", "This field is required.")


@needs("holders.read")
def holders(context: Context) -> KeyHolders:
    """Return who can open the secrets, who asks to, and which of them this program is."""
    return context.store.read(lambda reading: _seen(context, reading))


@needs("syncs.run")
def ask(context: Context, name: str) -> HolderRequest:
    """Ask that this program may open the secrets; `name` tells people which computer it is.

    Whoever runs syncs needs them. A program that asked already asks the same thing again.

    Raises `HoldsAlready`, `KeyringUnavailable`, `InvalidInput`.
    """
    if not name.strip():
        raise InvalidInput(FieldProblem("name", _REQUIRED))
    public_key = sealing.public_key_of(context.vault.own_private_key())
    asked = HolderRequest(
        new_id(),
        context.vault.own_kind,
        name.strip(),
        context.actor,
        fingerprint_of(public_key),
        context.clock.now(),
    )

    def keep(writing: Writing) -> HolderRequest:
        if any(row.public_key == public_key for row in rows.holders(writing)):
            raise HoldsAlready
        for row in rows.requests(writing):
            if row.public_key == public_key:
                return row.request
        rows.add_request(writing, RequestRow(asked, public_key))
        record(context, writing, _happening("holder.asked", asked), {}, _told(asked))
        return asked

    found = context.store.write(keep)
    _announce(context)
    return found


@needs("holders.write")
def approve(context: Context, request_id: str) -> KeyHolder:
    """Let a program that asks open the secrets. Compare the fingerprints first. Raises `NotFound`, `VaultLocked`."""
    key = context.vault.open_key()

    def keep(writing: Writing) -> KeyHolder:
        found = rows.request(writing, request_id)
        asked = found.request
        moment = context.clock.now()
        row = Wrapping(writing.tenant_id).row(key, asked.kind, asked.name, found.public_key, moment)
        rows.require_data_key(writing, key.id)
        rows.add_holder(writing, row)
        rows.remove_request(writing, request_id)
        record(context, writing, _happening("holder.approved", asked), {}, _told(asked))
        return row.holder

    holder = context.store.write(keep)
    _announce(context)
    return holder


@needs("holders.write")
def refuse(context: Context, request_id: str) -> None:
    """Forget that a program asks. Raises `NotFound`."""

    def forget(writing: Writing) -> None:
        asked = rows.request(writing, request_id).request
        rows.remove_request(writing, request_id)
        record(context, writing, _happening("holder.refused", asked), _told(asked), {})

    context.store.write(forget)
    _announce(context)


@needs("holders.write")
def remove(context: Context, holder_id: str) -> None:
    """Take the secrets from a holder: the data key is replaced, so that what it may have kept opens nothing any more.

    Raises `NotFound`, `VaultLocked`, `HolderNeeded` for the one that this program itself uses, `LastWayIn`.
    """
    old = context.vault.open_key()

    def replace(writing: Writing) -> DataKey:
        present = rows.holders(writing)
        row = next((each for each in present if each.holder.id == holder_id), None)
        if row is None:
            raise NotFound(kind="key holder", id=holder_id)
        _require_ways_in(context, present, row)
        new = _replaced(context, writing, old, holder_id)
        record(context, writing, _happening("holder.removed", row.holder), _told(row.holder), {})
        return new

    context.vault.use(context.store.write(replace))
    _announce(context)


@needs("holders.write")
def replace_key(context: Context) -> None:
    """Replace the data key for all holders and seal every secret anew, while work goes on. Raises `VaultLocked`."""
    old = context.vault.open_key()

    def replace(writing: Writing) -> DataKey:
        new = _replaced(context, writing, old)
        record(context, writing, Happening("workspace.key_replaced"), {}, {})
        return new

    context.vault.use(context.store.write(replace))
    _announce(context)


@needs("holders.write")
def new_recovery_code(context: Context) -> NewWorkspace:
    """Return a new recovery code, shown at no other time; the old one opens nothing any more. Raises `VaultLocked`."""
    old, code = context.vault.open_key(), sealing.new_recovery_code()

    def replace(writing: Writing) -> DataKey:
        before = [row.holder.id for row in rows.holders(writing) if row.holder.kind is HolderKind.RECOVERY]
        new = _replaced(context, writing, old, *before)
        moment = context.clock.now()
        typed = Wrapping(writing.tenant_id).typed(new, HolderKind.RECOVERY, "recovery code", code, moment)
        rows.add_holder(writing, typed[0])
        record(context, writing, Happening("workspace.recovery_code_made"), {}, {})
        return new

    context.vault.use(context.store.write(replace))
    _announce(context)
    return NewWorkspace(code)


@needs("holders.write")
def add_passphrase(context: Context, passphrase: str) -> None:
    """Let a passphrase open the secrets, too. Raises `VaultLocked`, `InvalidInput`."""
    require_long(passphrase)
    key, moment = context.vault.open_key(), context.clock.now()
    row, _ = Wrapping(context.store.tenant_id).typed(key, HolderKind.PASSPHRASE, context.actor, passphrase, moment)

    def keep(writing: Writing) -> None:
        rows.require_data_key(writing, key.id)
        rows.add_holder(writing, row)
        record(context, writing, Happening("workspace.passphrase_added"), {}, {})

    context.store.write(keep)
    _announce(context)


def require_long(passphrase: str) -> None:
    """Raise `InvalidInput` for a passphrase that is too short."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise InvalidInput(FieldProblem("passphrase", _TOO_SHORT, (("count", str(SHORTEST_PASSPHRASE)),)))


def _seen(context: Context, reading: Reading) -> KeyHolders:
    own = context.vault.public_keys
    found, asking = rows.holders(reading), rows.requests(reading)
    mine = next((row.holder.id for row in found if row.public_key in own), "")
    asked = next((row.request.id for row in asking if row.public_key in own), "")
    return KeyHolders(tuple(row.holder for row in found), tuple(row.request for row in asking), mine, asked)


def _require_ways_in(context: Context, present: tuple[HolderRow, ...], row: HolderRow) -> None:
    if row.public_key in context.vault.public_keys:
        raise HolderNeeded(name=row.holder.name)
    typed = [each for each in present if each.holder.kind in TYPED]
    if typed == [row]:
        raise LastWayIn(name=row.holder.name)


def _replaced(context: Context, writing: Writing, old: DataKey, *without: str) -> DataKey:
    def purpose(secret: SealedSecret) -> str:
        return context.vault.purpose(secret.table, secret.row_id, secret.name)

    rows.require_data_key(writing, old.id)
    return replaced(writing, old, context.clock.now(), purpose, *without)


def _happening(verb: str, about: HolderRequest | KeyHolder) -> Happening:
    return Happening(verb, {"holder": about.name}, subject_id=about.id)


def _told(about: HolderRequest | KeyHolder) -> dict[str, str]:
    fingerprint = {"fingerprint": about.fingerprint} if isinstance(about, HolderRequest) else {}
    return {"name": about.name, "kind": about.kind.value, **fingerprint}


def _announce(context: Context) -> None:
    announce(context, Subject.HOLDERS)
    context.announcements.announce(Change(Subject.WORKSPACE))
