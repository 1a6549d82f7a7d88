"""Finds the installed connector types; one that cannot be loaded is left out, and its reason is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import EntryPoint, entry_points
from threading import RLock
from types import MappingProxyType

from integration_console.connectors.http import HttpClients
from integration_console.domain.connectors import ConnectorKind
from integration_console.domain.errors import NotFound

GROUP = "integration_console.connector_types"


def installed_entry_points() -> Iterable[EntryPoint]:
    """Return the entry points that installed packages have registered."""
    return entry_points(group=GROUP)


class ConnectorTypes:
    """The connector types that are installed.

    An entry point bears the type's key as its name and leads to a class (or function) that takes the
    keyword `http` and gives a `ConnectorKind`. Nothing is imported before somebody asks. `ready` holds
    types that the program has made itself; they come before installed ones of the same key.
    """

    def __init__(
        self,
        http: HttpClients,
        *,
        ready: Mapping[str, ConnectorKind] = MappingProxyType({}),
        found: Callable[[], Iterable[EntryPoint]] = installed_entry_points,
    ) -> None:
        self._http = http
        self._kinds = dict(ready)
        self._broken: dict[str, str] = {}
        self._found = found
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
            self._loaded = True

    def _load_one(self, point: EntryPoint) -> None:
        try:
            kind: ConnectorKind = point.load()(http=self._http)
            key = kind.description.key
        except Exception as error:  # noqa: BLE001 - somebody else's package may fail in any way, and must not take us along
            self._broken[point.name] = f"{type(error).__name__}: {error}"
            return
        if key == point.name:
            self._kinds[point.name] = kind
            self._broken.pop(point.name, None)
        else:
            self._broken[point.name] = f"{point.value} describes the type {key}, not {point.name}"
