"""Sources that change all the time by chance, each with its truth: what a connector must have brought in the end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import Any, Protocol

from integration_console.sandbox import GoogleSandbox, OdooSandbox, RestSandbox
from integration_console.sandbox.odoo_tables import View
from integration_console.sandbox.weather import Weather

Truth = dict[str, dict[str, list[Any]]]
"""By stream and id: the state of a record, and what its content must say."""


class Restless(Protocol):
    """A source in a sandbox that changes by chance; `weathers` are those that it knows."""

    @property
    def weathers(self) -> tuple[str, ...]: ...

    def start(self) -> None:
        """Listen."""

    def stop(self) -> None:
        """Listen no more."""

    def values(self) -> Mapping[str, Any]:
        """Return the filled form of a connector that reads it in many small pages."""

    def change(self, chance: Random) -> None:
        """Let something change."""

    def bring(self, weather: str) -> None:
        """Let the next answers be like this."""

    def truth(self) -> Truth:
        """Return what is there now."""


class RestlessOdoo:
    """An Odoo whose staff comes and goes."""

    weathers = ("429", "500", "502", "drop", "html")

    def __init__(self, seed: int) -> None:
        self._odoo = OdooSandbox(employees=90, seed=seed)

    def start(self) -> None:
        self._odoo.start()

    def stop(self) -> None:
        self._odoo.stop()

    def values(self) -> Mapping[str, Any]:
        odoo = self._odoo
        return {
            "base_url": odoo.base_url, "method": "api_key", "secret": odoo.api_key, "login": odoo.login,
            "page_size": 20, "private_network": True, "timeout_seconds": 2,
        }  # fmt: skip

    def change(self, chance: Random) -> None:
        data = self._odoo.data
        with data.tables.lock:
            people = [row["id"] for row in data.employees]
            one = chance.choice(people)
            changes: list[Callable[[], object]] = [
                lambda: data.change_employee(one, work_phone=f"+{chance.randrange(10**9)}"),
                lambda: data.archive_employee(one),
                lambda: data.add_employee(name=f"New {chance.randrange(10**6)}", job_id=chance.randrange(1, 5)),
                lambda: data.delete_employees(one) if len(people) > 40 else None,
                lambda: data.rename_department(chance.randrange(2, 6), f"Department {chance.randrange(10**4)}"),
                lambda: data.rename_job(chance.randrange(1, 5), f"Job {chance.randrange(10**4)}"),
            ]
            chance.choice(changes)()

    def bring(self, weather: str) -> None:
        self._odoo.weather(Weather(weather), retry_after=1, times=1)

    def truth(self) -> Truth:
        tables = self._odoo.data.tables
        kinds = {"employees": "hr.employee", "departments": "hr.department", "jobs": "hr.job"}
        with tables.lock:
            return {stream: self._rows(model) for stream, model in kinds.items()}

    def _rows(self, model: str) -> dict[str, list[Any]]:
        tables = self._odoo.data.tables
        view, names = View(tables, model, "en_US"), _ODOO_NAMES[model]
        return {
            str(row_id): ["live" if row["active"] else "archived", _named(view.shown(row, names))]
            for row_id, row in tables.table(model).items()
        }


_ODOO_NAMES = {
    "hr.employee": ("name", "work_email", "work_phone", "job_id", "department_id", "parent_id"),
    "hr.department": ("name", "parent_id", "manager_id"),
    "hr.job": ("name", "department_id"),
}
_OURS = {"job_id": "job", "department_id": "department", "parent_id": "manager", "manager_id": "manager"}


def _named(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row with our names, written again by hand: references as {id, name}, nothing where Odoo says false."""
    is_department = "manager_id" in row
    found: dict[str, Any] = {}
    for name, value in row.items():
        ours = "parent" if is_department and name == "parent_id" else _OURS.get(name, name)
        found[ours] = {"id": value[0], "name": value[1]} if isinstance(value, list | tuple) else value or None
    return found


class RestlessDrive:
    """A Google Drive whose files are moved, shared, trashed and lost."""

    weathers = ("429", "500", "502", "drop", "rate_limit_exceeded", "revoked")

    def __init__(self, seed: int) -> None:
        self._google = GoogleSandbox(files=120, seed=seed)

    def start(self) -> None:
        self._google.start()

    def stop(self) -> None:
        self._google.stop()

    def values(self) -> Mapping[str, Any]:
        google = self._google
        return {
            "client_id": google.sign_in.client_id, "client_secret": google.sign_in.client_secret,
            "api_address": google.base_url, "authorisation_address": google.authorisation_address,
            "token_address": google.token_address, "page_size": 20, "private_network": True, "timeout_seconds": 2,
        }  # fmt: skip

    def change(self, chance: Random) -> None:
        drive = self._google.drive
        with drive.lock:
            seen = [file for file in drive if file.mime_type != "application/vnd.google-apps.folder"]
            one = chance.choice(seen).id if seen else drive.add("first")
            home = chance.choice(["", *drive.drives])
            changes: list[Callable[[], object]] = [
                lambda: drive.rename(one, f"Renamed {chance.randrange(10**6)}"),
                lambda: drive.trash(one),
                lambda: drive.untrash(one),
                lambda: drive.add(f"New {chance.randrange(10**6)}", drive=home),
                lambda: drive.add(f"New {chance.randrange(10**6)}", drive=home),
                lambda: drive.move(one, drive=home),
                lambda: drive.delete(one) if len(seen) > 60 else None,
                lambda: drive.lose_access(one) if len(seen) > 60 else None,
                lambda: self._come_or_go(chance) if chance.random() < 0.2 else None,
            ]
            chance.choice(changes)()

    def _come_or_go(self, chance: Random) -> None:
        drive = self._google.drive
        if "0AShared02" in drive.drives:
            drive.leave_drive("0AShared02")
        else:
            drive.join_drive("0AShared02", f"Back again {chance.randrange(100)}")

    def bring(self, weather: str) -> None:
        if weather == "revoked":
            self._google.sign_in.revoke()
        else:
            self._google.weather(Weather(weather), retry_after=1, times=1)

    def truth(self) -> Truth:
        def kept(shown: dict[str, Any]) -> dict[str, Any]:
            return {name: shown.get(name) for name in ("name", "mimeType", "parents", "driveId")}

        files = {each.id: ["trashed" if each.trashed else "live", kept(each.shown())] for each in self._google.drive}
        return {"files": files}


class RestlessRest:
    """A REST API whose items come and go."""

    weathers = ("429", "500", "502", "drop", "html")

    def __init__(self, seed: int) -> None:
        self._rest = RestSandbox(items=120, seed=seed)

    def start(self) -> None:
        self._rest.start()

    def stop(self) -> None:
        self._rest.stop()

    def values(self) -> Mapping[str, Any]:
        rest = self._rest
        return {
            "base_url": rest.base_url, "path": "/cursor", "records_path": "items", "id_path": "id",
            "title_path": "name", "archived_path": "archived", "paging": "cursor",
            "page_parameter": "cursor", "next_path": "next_cursor",
            "size_parameter": "limit", "page_size": 20, "changes_path": "updated_at",
            "changes_parameter": "updated_since", "sign_in": "bearer", "token": rest.credentials.bearer,
            "private_network": True, "timeout_seconds": 2,
        }  # fmt: skip

    def change(self, chance: Random) -> None:
        rows = self._rest.rows
        there = [row["id"] for row in rows.all()]
        one = chance.choice(there)
        changes: list[Callable[[], object]] = [
            lambda: rows.change(one, status=f"status {chance.randrange(10**6)}"),
            lambda: rows.archive(one),
            lambda: rows.add(f"New {chance.randrange(10**6)}"),
            lambda: rows.delete(one) if len(there) > 60 else None,
        ]
        chance.choice(changes)()

    def bring(self, weather: str) -> None:
        self._rest.weather(Weather(weather), retry_after=1, times=1)

    def truth(self) -> Truth:
        rows = self._rest.rows.all()
        return {"records": {str(row["id"]): ["archived" if row["archived"] else "live", row] for row in rows}}


SOURCES: Mapping[str, Callable[[int], Restless]] = {
    "api": RestlessRest,
    "odoo": RestlessOdoo,
    "google_workspace": RestlessDrive,
}
