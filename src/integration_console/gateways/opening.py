"""Opens a workspace: its file, its keys, its log, and the context in which operations work on it."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from integration_console.connectors.http import HttpClients
from integration_console.connectors.registry import ConnectorTypes, Described, nothing_described
from integration_console.domain.changes import Change, Subject
from integration_console.domain.errors import AddressNotUnderstood, CaseFileReadOnly, ConsoleError
from integration_console.domain.permissions import ALL_RIGHTS, ROLE_RIGHTS, Rights, Role
from integration_console.domain.token_rules import TokenRules
from integration_console.domain.workspace import HolderKind
from integration_console.gateways.places import Place, is_case
from integration_console.operations.api_key_memory import ApiKeyMemory
from integration_console.operations.api_key_uses import flush_uses
from integration_console.operations.context import Announcements, Context
from integration_console.operations.journal import gap_entry
from integration_console.operations.short_memory import SignInMemory
from integration_console.storage.key_places import KeyFile, SystemKeyring
from integration_console.storage.log_flusher import LogFlusher
from integration_console.storage.log_indexer import LogIndexer
from integration_console.storage.migrate import NEWEST, revision_of
from integration_console.storage.shared.access import SERVICE
from integration_console.storage.shared.address import DatabaseAddress
from integration_console.storage.store import look_into, open_store
from integration_console.storage.transaction import refuse_open_transaction
from integration_console.storage.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from integration_console.domain.clock import Clock
    from integration_console.domain.connectors import BrokenType, ConnectorKind
    from integration_console.domain.logs import LogDraft
    from integration_console.operations.context import LogSink
    from integration_console.storage.store import Store


@dataclass(frozen=True, slots=True)
class Opening:
    """How to open a workspace: as which program and person, with its own key in which place.

    `path` is a file, or the address of a shared database with the `password` to it ("": libpq's own places).
    `connectors_folder` (None: there is none) holds manifests of custom connector types. `tokens` are the rules of
    people's tokens.
    """

    path: Place
    program: str
    actor: str
    clock: Clock
    key_folder: Path
    place: HolderKind
    public_url: str = ""
    own_types: Mapping[str, ConnectorKind] | None = None
    connectors_folder: Path | None = None
    password: str = field(default="", repr=False)
    tokens: TokenRules = field(default_factory=TokenRules)

    @property
    def file(self) -> Path:
        """The file of an embedded workspace. Raises `AddressNotUnderstood` where there is none, `CaseFileReadOnly`."""
        if is_case(self.path):
            raise CaseFileReadOnly
        if not isinstance(self.path, Path):
            raise AddressNotUnderstood(reason="a file is needed here")
        return self.path


class OpenWorkspace:
    """An open workspace; `close` writes what is queued and lets others hold the file."""

    def __init__(self, context: Context, closing: ExitStack) -> None:
        """Take over what `open_workspace` opened."""
        self.context = context
        self._closing = closing

    @property
    def store(self) -> Store:
        """The open store."""
        return self.context.store

    @property
    def shared(self) -> bool:
        """Whether this is a shared database, which nobody holds and others change meanwhile."""
        return self.store.shared

    @property
    def may_protect(self) -> bool:
        """Whether keys of a new workspace may be made here: in a shared database by a person, never by the service."""
        return self.context.rights.allows("workspace.write") and not (self.shared and self.store.role == SERVICE)

    @property
    def token(self) -> str:
        """The bearer token of this holder ("": we only look)."""
        return self.store.holder.token if self.store.holder else ""

    def announce_port(self, port: int, host: str = "127.0.0.1") -> None:
        """Tell the same person's other programs at which address of this machine this holder can be spoken to."""
        if self.store.holder:
            self.store.holder.announce(port, host)

    def close(self) -> None:
        """Close the workspace."""
        self._closing.close()


def open_workspace(opening: Opening) -> OpenWorkspace:
    """Open (or create) a workspace for writing, its keys unlocked where that needs no question.

    Raises `WorkspaceHeld` and the other errors of the workspace.
    """
    with ExitStack() as closing:
        store = _opened_store(opening)
        closing.callback(store.close)
        context = opened_over(opening, store, Announcements(), closing)
        return OpenWorkspace(context, closing.pop_all())


def opened_over(opening: Opening, store: Store, announcements: Announcements, closing: ExitStack) -> Context:
    """Return the context of a store that is open; `closing` ends what it starts."""
    store.writer.on_trouble = lambda: announcements.announce(Change(Subject.WORKSPACE))
    rights = _rights(store)
    flusher = _flusher(opening, store, announcements, closing, rights)
    context = _context(opening, store, flusher, announcements, rights)
    context.vault.unlock_silently()
    closing.callback(_flush_uses, context)
    if not store.shared:
        indexer = LogIndexer(store)
        closing.callback(indexer.close)
        indexer.start()
    return context


def _flush_uses(context: Context) -> None:
    """Counts of the last minute are not worth a workspace that cannot be closed."""
    with suppress(ConsoleError):
        flush_uses(context)


def _opened_store(opening: Opening) -> Store:
    if isinstance(opening.path, DatabaseAddress):
        from integration_console.storage.shared.store import open_shared  # noqa: PLC0415 - a file needs no driver

        return open_shared(opening.path, opening.password)
    return open_store(opening.file, opening.program, opening.file.stem, opening.clock.now())


def _rights(store: Store) -> Rights:
    """Return what whoever opened the workspace may do: all of it with a file of one's own, or as the service."""
    return ALL_RIGHTS if store.role == SERVICE else ROLE_RIGHTS[Role(store.role)]


def _flusher(
    opening: Opening, store: Store, announcements: Announcements, closing: ExitStack, rights: Rights
) -> LogSink:
    if not rights.allows("syncs.run"):  # who only looks writes no log
        return _NoLog()
    flusher = LogFlusher(
        store.writer,
        lambda count: gap_entry(opening.clock.now(), count),
        lambda: announcements.announce(Change(Subject.LOGS, store.writer.position)),
    )
    closing.callback(flusher.close)
    return flusher


def is_up_to_date(path: Path) -> bool:
    """Return whether `path` is a workspace of this very version. Raises `WorkspaceDamaged`."""
    return revision_of(path) == NEWEST


def migrate_workspace(opening: Opening) -> tuple[str, str]:
    """Bring the file to the newest shape; return the revisions before ("": a new file) and after."""
    before = revision_of(opening.file)
    store = open_store(opening.file, opening.program, opening.file.stem, opening.clock.now())
    store.close()
    return before, revision_of(opening.file)


def look_at_workspace(opening: Opening) -> OpenWorkspace:
    """Open a workspace that another program holds, only to look: what would change it raises `WorkspaceHeld`."""
    store = look_into(opening.file)
    with ExitStack() as closing:
        closing.callback(store.close)
        return OpenWorkspace(_context(opening, store, _NoLog(), Announcements(), ALL_RIGHTS), closing.pop_all())


class _NoLog:
    """The log of a program that only looks: it writes nothing."""

    def append(self, draft: LogDraft) -> None:
        """Leave the entry out: the holder logs what the holder does."""


def _context(opening: Opening, store: Store, flusher: LogSink, announcements: Announcements, rights: Rights) -> Context:
    http = HttpClients(network_guard=refuse_open_transaction)
    sign_ins = SignInMemory()
    api_keys = ApiKeyMemory()
    for memory in (sign_ins, api_keys):
        announcements.listen(memory.hear)
    return Context(
        store=store,
        vault=_vault(opening, store),
        flusher=flusher,
        clock=opening.clock,
        types=ConnectorTypes(http, ready=opening.own_types or {}, described=_described(opening)),
        announcements=announcements,
        actor=store.login or opening.actor,
        rights=rights,
        public_url=opening.public_url,
        sign_ins=sign_ins,
        api_keys=api_keys,
        tokens=opening.tokens.at(opening.public_url),
    )


def _described(opening: Opening) -> Described:
    folder = opening.connectors_folder
    if folder is None:
        return nothing_described

    def in_folder(http: HttpClients) -> Iterator[ConnectorKind | BrokenType]:
        from integration_console.connectors.custom.folder import ManifestFolder  # noqa: PLC0415 - 0.3 s, when asked

        return ManifestFolder(folder).types(http)

    return in_folder


def _vault(opening: Opening, store: Store) -> Vault:
    """A desktop keeps its key in the keyring, a service in a file; each can use the other's, where it may read it."""
    keyring, file = SystemKeyring(), KeyFile(opening.key_folder)
    return Vault(store, keyring, [file]) if opening.place is HolderKind.KEYRING else Vault(store, file, [keyring])
