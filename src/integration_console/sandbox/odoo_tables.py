"""The tables of an Odoo in miniature: rows by id, what each field is, and how a row is shown."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from integration_console.sandbox.odoo_people import EXACT

Row = dict[str, Any]
EMPLOYEE, PUBLIC, DEPARTMENT, JOB = "hr.employee", "hr.employee.public", "hr.department", "hr.job"
LANGUAGE = "en_US"

TITLES: Mapping[str, str] = {
    EMPLOYEE: "Employee",
    PUBLIC: "Public Employee",
    DEPARTMENT: "Department",
    JOB: "Job Position",
    "hr.version": "Version",
}
_COMMON = {"id": "integer", "display_name": "char", "active": "boolean", "write_date": "datetime"}
_PUBLIC = {
    **_COMMON,
    "name": "char",
    "work_email": "char",
    "work_phone": "char",
    "mobile_phone": "char",
    "job_title": "char",
    "job_id": JOB,
    "department_id": DEPARTMENT,
    "parent_id": EMPLOYEE,
}
FIELDS: Mapping[str, Mapping[str, str]] = {
    EMPLOYEE: {**_PUBLIC, "private_email": "char", "barcode": "char"},
    PUBLIC: _PUBLIC,
    DEPARTMENT: {
        **_COMMON,
        "name": "char",
        "complete_name": "char",
        "parent_id": DEPARTMENT,
        "manager_id": EMPLOYEE,
    },
    JOB: {**_COMMON, "name": "char", "department_id": DEPARTMENT},
    "hr.version": {"id": "integer", "write_date": "datetime"},
}
"""The fields of each model: a plain type, or the model that a many2one names."""

LABELS: Mapping[str, str] = {
    "name": "Employee Name",
    "job_id": "Job",
    "write_date": "Last Updated on",
    "private_email": "Private Email",
    "work_email": "Work Email",
}
_DEFAULTS: Mapping[str, Any] = {"active": True}
_IN_VERSION = ("job_id", "department_id", "job_title")
"""Since Odoo 19 these stand in hr.version, whose changes do not touch the employee's own write_date."""


@dataclass(slots=True)
class Tables:
    """The rows of one database, each dated by the start of its transaction.

    A date is told and compared in whole seconds, but kept and sorted by to the microsecond (`instant`).
    `modules` names what is installed: without "hr" none of these models exist.
    """

    now: Callable[[], datetime]
    modules: frozenset[str] = frozenset({"hr"})
    languages: tuple[str, ...] = (LANGUAGE, "ar_001")
    rows: dict[str, dict[int, Row]] = field(default_factory=lambda: {EMPLOYEE: {}, DEPARTMENT: {}, JOB: {}})
    words: dict[tuple[str, int, str], str] = field(default_factory=dict)
    """Names in other languages, by model, id and language."""

    lock: threading.RLock = field(default_factory=threading.RLock)
    _next_ids: dict[str, int] = field(default_factory=dict)

    def table(self, model: str) -> dict[int, Row]:
        """Return the rows that a model shows; the public profile is a view of the employees."""
        return self.rows[EMPLOYEE if model in (PUBLIC, "hr.version") else model]

    def clear(self) -> None:
        """Forget every row, and the ids that were given."""
        with self.lock:
            for table in self.rows.values():
                table.clear()
            self.words.clear()
            self._next_ids.clear()

    def add(self, model: str, values: Mapping[str, Any], *, began: str = "") -> Row:
        """Add a row whose transaction `began` then (now when empty; exactly), under its own or the next id."""
        with self.lock:
            table = self.table(model)
            row_id = int(values.get("id") or self._next_ids.get(model, max(table, default=0) + 1))
            self._next_ids[model] = max(self._next_ids.get(model, 1), row_id + 1)
            began = str(values.get("write_date") or began or self.moment())
            dates = {"write_date": began[:19], "version_date": began[:19], "instant": began}
            row = {**dict.fromkeys(FIELDS[model], False), **_DEFAULTS, **dates, **values, "id": row_id}
            if model == EMPLOYEE and row["job_id"] and not values.get("job_title"):
                row["job_title"] = self.rows[JOB][row["job_id"]]["name"]
            table[row_id] = row
            return row

    def change(self, model: str, ids: Iterable[int], values: Mapping[str, Any], *, touched: bool = True) -> None:
        """Change rows; `touched` says whether their own write_date moves."""
        with self.lock:
            table, now = self.table(model), self.moment()
            for row_id in ids:
                dates = {"write_date": now[:19], "instant": now} if touched else {}
                version = {"version_date": now[:19]} if any(name in _IN_VERSION for name in values) else {}
                table[row_id] = {**table[row_id], **values, **dates, **version}

    def remove(self, model: str, ids: Iterable[int]) -> None:
        """Delete rows without a trace; what named them names nothing from now on."""
        with self.lock:
            gone = set(ids)
            for row_id in gone:
                del self.table(model)[row_id]
            for other, table in self.rows.items():
                names = [name for name, kind in FIELDS[other].items() if kind == model]
                for row_id, row in table.items():
                    lost = {name: False for name in names if row[name] in gone and row[name] is not False}
                    if lost:
                        table[row_id] = {**row, **lost}

    def moment(self) -> str:
        """Return the server's time as Odoo keeps it."""
        return self.now().strftime(EXACT)

    def label(self, model: str, row_id: Any, language: str) -> Any:
        """Return what a many2one shows: [id, label], or `false`."""
        row = self.table(model).get(row_id) if row_id is not False else None
        if row is None:
            return False
        return [row_id, self.path(row_id, language) if model == DEPARTMENT else self.name(model, row, language)]

    def name(self, model: str, row: Mapping[str, Any], language: str) -> Any:
        """Return a row's name in a language."""
        return self.words.get((model, row["id"], language), row["name"])

    def path(self, department_id: int, language: str) -> str:
        """Return a department's full path, also where somebody made a circle of departments."""
        names: list[str] = []
        seen: set[int] = set()
        table = self.table(DEPARTMENT)
        row = table.get(department_id)
        while row is not None and row["id"] not in seen:
            seen.add(row["id"])
            names.append(str(self.name(DEPARTMENT, row, language)))
            row = table.get(row["parent_id"]) if row["parent_id"] is not False else None
        return " / ".join(reversed(names))


@dataclass(slots=True)
class View:
    """How one answer shows the rows of a model: in a language, with labels looked up once; `bare` many2ones are ids."""

    tables: Tables
    model: str
    language: str
    bare: bool = False
    _labels: dict[tuple[str, int], Any] = field(default_factory=dict)

    def shown(self, row: Row, names: Iterable[str]) -> Row:
        """Return the named fields of a row as `read` answers them."""
        return {name: self._value(row, name) for name in names}

    def _value(self, row: Row, name: str) -> Any:
        kind = FIELDS[self.model][name]
        if kind in FIELDS:
            return row[name] if self.bare or row[name] is False else self._label(kind, row[name])
        if name == "complete_name" or (name == "display_name" and self.model == DEPARTMENT):
            return self.tables.path(row["id"], self.language)
        if name in ("name", "display_name"):
            return self.tables.name(self.model, row, self.language)
        if name == "write_date" and self.model in (PUBLIC, "hr.version"):
            return row["version_date"]
        return row[name]

    def _label(self, model: str, row_id: int) -> Any:
        if (model, row_id) not in self._labels:
            self._labels[model, row_id] = self.tables.label(model, row_id, self.language)
        return self._labels[model, row_id]
