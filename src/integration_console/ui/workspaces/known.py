"""The workspaces that were opened on this machine: where each is, what it is for, whether it is locked here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import orjson
from PySide6.QtCore import QSettings

from integration_console.domain.errors import ConsoleError
from integration_console.domain.forms import Value
from integration_console.domain.known_workspaces import Environment
from integration_console.gateways.places import Place, as_login, login_of, place_of, text_of

_KEY: Final = "workspaces"
_BEGUN: Final = "copies begun"
_MOST: Final = 12


@dataclass(frozen=True, slots=True)
class KnownWorkspace:
    """A workspace as this machine remembers it; what an environment is called stands beside its colour."""

    place: Place
    name: str = ""
    environment: Environment = Environment.NONE
    read_only: bool = False

    @classmethod
    def labelled(cls, place: Place, name: str, values: Mapping[str, Value]) -> KnownWorkspace:
        """A workspace with the labels that a form holds."""
        environment = Environment(str(values.get("environment") or ""))
        return cls(place, name, environment, bool(values.get("read_only")))

    def labels(self) -> dict[str, Value]:
        """The values of the form's labels."""
        return {"environment": self.environment.value, "read_only": self.read_only}


class KnownWorkspaces:
    """Kept in the window's settings file, the one that was opened last first. No password is among them."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def all(self) -> tuple[KnownWorkspace, ...]:
        """All that are known; what cannot be read any more is left out."""
        try:
            rows = orjson.loads(str(self._settings.value(_KEY, "[]")))
        except orjson.JSONDecodeError:
            return ()
        found = (_known(row) for row in rows) if isinstance(rows, list) else ()
        return tuple(each for each in found if each is not None)

    def at(self, place: Place) -> KnownWorkspace:
        """The workspace at a place, with its labels if it is known."""
        return next((each for each in self.all() if each.place == place), KnownWorkspace(place))

    def remember(self, known: KnownWorkspace) -> None:
        """Puts a workspace first."""
        others = [each for each in self.all() if each.place != known.place]
        self._keep([known, *others][:_MOST])

    def change(self, known: KnownWorkspace) -> None:
        """Changes the labels of a workspace where it stands."""
        self._keep([known if each.place == known.place else each for each in self.all()])

    def forget(self, place: Place) -> None:
        """Takes a workspace off the list; the workspace itself stays as it is."""
        self._keep([each for each in self.all() if each.place != place])

    def begun_copy(self, source: Path) -> dict[str, Value]:
        """What was entered for a copy of a file into a database that has begun and not ended ({}: there is none)."""
        found = self._begun().get(str(source), {})
        return found if isinstance(found, dict) else {}

    def keep_begun_copy(self, source: Path, values: Mapping[str, Value]) -> None:
        """Keeps what was entered for a copy, never its password; forgets it where nothing is given."""
        begun = {**self._begun(), str(source): dict(values)}
        self._settings.setValue(_BEGUN, orjson.dumps({path: each for path, each in begun.items() if each}).decode())

    def _begun(self) -> dict[str, Any]:
        try:
            found = orjson.loads(str(self._settings.value(_BEGUN, "{}")))
        except orjson.JSONDecodeError:
            return {}
        return found if isinstance(found, dict) else {}

    def _keep(self, found: list[KnownWorkspace]) -> None:
        rows = [
            {"place": text_of(each.place), "login": login_of(each.place), "name": each.name, **each.labels()}
            for each in found
        ]
        self._settings.setValue(_KEY, orjson.dumps(rows).decode())


def _known(row: Any) -> KnownWorkspace | None:  # noqa: ANN401 - the JSON border
    try:
        place = as_login(place_of(str(row["place"])), str(row.get("login", "")))
        return KnownWorkspace.labelled(place, str(row.get("name", "")), row)
    except (ConsoleError, KeyError, TypeError, ValueError, AttributeError):
        return None
