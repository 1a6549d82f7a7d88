"""Finds the installed connector types; one that cannot be loaded is left out, and its reason is kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import EntryPoint, entry_points
from threading import RLock
from types import MappingProxyType

from integration_console.connectors.http import HttpClients
from integration_console.domain.connectors import BrokenType, ConnectorKind
from integration_console.domain.errors import NotFound
from integration_console.domain.masking import MASK
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

GROUP = "integration_console.connector_types"


def installed_entry_points() -> Iterable[EntryPoint]:
    """Return the entry points that installed packages have registered."""
    return entry_points(group=GROUP)


_LONGEST_REASON = 300
_FOLDERS = re.compile(r"(?:[A-Za-z]:)?(?:[\\/][^\\/:*?\"<>|\n']+)+[\\/]")
_CREDENTIAL = re.compile(
    r"(?i)\b((?:[a-z_-]*(?:token|secret|password|passphrase|api_?key))\b\W{0,4}|bearer\s+|basic\s+)[^\s,;'\")\]}]+"
)
KEY_TAKEN = QT_TRANSLATE_NOOP("Forms", "Another connector type has this key.")
Described = Callable[[HttpClients], Iterable[ConnectorKind | BrokenType]]


def nothing_described(http: HttpClients) -> Iterable[ConnectorKind | BrokenType]:
    """Return no types: what a program does that has no folder of manifests."""
    del http
    return ()


class ConnectorTypes:
    """The connector types that are installed.

    An entry point bears the type's key as its name and leads to a class (or function) that takes the
    keyword `http` and gives a `ConnectorKind`. Nothing is imported before somebody asks. `ready` holds
    types that the program has made itself; they come before installed ones of the same key. `described`
    gives types that come from elsewhere (manifests in a folder): they come last, under keys that are free.
    """

    def __init__(
        self,
        http: HttpClients,
        *,
        ready: Mapping[str, ConnectorKind] = MappingProxyType({}),
        found: Callable[[], Iterable[EntryPoint]] = installed_entry_points,
        described: Described = nothing_described,
    ) -> None:
        self._http = http
        self._kinds = dict(ready)
        self._broken: dict[str, str] = {}
        self._found = found
        self._described = described
        self._loaded = False
        self._lock = RLock()

    @property
    def broken(self) -> tuple[tuple[str, str], ...]:
        """The types that could not be loaded, each with its reason."""
        self._load()
        return tuple(sorted(self._broken.items()))

    def kinds(self) -> tuple[ConnectorKind, ...]:
        """Return every type that works, by key."""
        self._load()
        return tuple(self._kinds[key] for key in sorted(self._kinds))

    def kind(self, key: str) -> ConnectorKind:
        """Return one type. Raises `NotFound`."""
        self._load()
        try:
            return self._kinds[key]
        except KeyError:
            raise NotFound(kind="connector type", id=key) from None

    def find(self, key: str) -> ConnectorKind | None:
        """Return one type, None when it is not installed."""
        self._load()
        return self._kinds.get(key)

    def _load(self) -> None:
        with self._lock:
            if self._loaded:
                return
            for each in sorted(self._found(), key=lambda point: (point.name, point.value)):
                if each.name not in self._kinds:
                    self._load_one(each)
            for described in self._described(self._http):
                self._take(described)
            self._loaded = True

    def _take(self, described: ConnectorKind | BrokenType) -> None:
        if isinstance(described, BrokenType):
            self._broken[described.key] = described.reason
        elif described.description.key in self._kinds:
            self._broken[described.description.key] = KEY_TAKEN
        else:
            self._kinds[described.description.key] = described

    def _load_one(self, point: EntryPoint) -> None:
        try:
            kind: ConnectorKind = point.load()(http=self._http)
            key = kind.description.key
            kind.description.form.visible({})  # conditions that ask each other in a circle
        except Exception as error:  # noqa: BLE001 - somebody else's package may fail in any way, and must not take us along
            self._broken[point.name] = _readable(error)
            return
        if key == point.name:
            self._kinds[point.name] = kind
            self._broken.pop(point.name, None)
        else:
            self._broken[point.name] = f"{point.value} describes the type {key}, not {point.name}"


def _readable(error: Exception) -> str:
    """Return what somebody else's package says of its failure: one line, no folders, nothing after words of secrets."""
    line = next(iter(str(error).splitlines()), "")
    shown = _CREDENTIAL.sub(lambda found: f"{found.group(1)}{MASK}", _FOLDERS.sub("", line))
    return f"{type(error).__name__}: {shown}"[:_LONGEST_REASON]
