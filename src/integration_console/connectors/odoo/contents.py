"""What is kept of Odoo's rows: plain names, nothing where Odoo says `false`, never an image.

A reference becomes {"id", "name"} with the label that Odoo shows; a department's label is its full path. No reference
is followed, so that an employee who is their own manager, or a cycle of departments, costs nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from integration_console.connectors.mapping import Expression
from integration_console.domain.streams import RecordState, SourceRecord, Stream
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

Row = Mapping[str, Any]
Content = dict[str, Any]

EMPLOYEES = Stream(
    "employees",
    QT_TRANSLATE_NOOP("Streams", "Employees"),
    columns=("job_title", "department", "work_email"),
)
DEPARTMENTS = Stream("departments", QT_TRANSLATE_NOOP("Streams", "Departments"), columns=("path", "manager"))
JOBS = Stream("jobs", QT_TRANSLATE_NOOP("Streams", "Jobs"), columns=("department",))


@dataclass(frozen=True, slots=True)
class Kind:
    """One stream's model, the fields that are asked for, and how a row becomes content.

    `public_model` is what an account without rights for Employees reads in its place ("": the same model).
    """

    model: str
    fields: tuple[str, ...]
    content: Callable[[Row, Expression], Content]
    public_model: str = ""


def record_of(kind: Kind, row: Row, job_title: Expression) -> SourceRecord:
    """Return a row as the console keeps it; `job_title` is the connector's mapping."""
    content = kind.content(row, job_title)
    state = RecordState.LIVE if row.get("active", True) else RecordState.ARCHIVED
    return SourceRecord(str(row["id"]), content, title=content["name"] or "", state=state)


def _employee(row: Row, job_title: Expression) -> Content:
    content = {
        "id": row["id"],
        "name": _text(row.get("name")),
        "work_email": _text(row.get("work_email")),
        "work_phone": _text(row.get("work_phone")),
        "mobile_phone": _text(row.get("mobile_phone")),
        "job_title": _text(row.get("job_title")),
        "job": _reference(row.get("job_id")),
        "department": _reference(row.get("department_id")),
        "manager": _reference(row.get("parent_id")),
        "active": row.get("active") is True,
    }
    return {**content, "job_title": _shown(job_title.apply(content))}


def _department(row: Row, _: Expression) -> Content:
    return {
        "id": row["id"],
        "name": _text(row.get("name")),
        "path": _text(row.get("complete_name")),
        "parent": _reference(row.get("parent_id")),
        "manager": _reference(row.get("manager_id")),
        "active": row.get("active") is True,
    }


def _job(row: Row, _: Expression) -> Content:
    return {
        "id": row["id"],
        "name": _text(row.get("name")),
        "department": _reference(row.get("department_id")),
        "active": row.get("active") is True,
    }


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _reference(value: Any) -> Content | None:
    """Return what a many2one names: it arrives as [id, label], or `false`."""
    if isinstance(value, list | tuple) and len(value) == 2 and isinstance(value[0], int):  # noqa: PLR2004 - a pair
        return {"id": value[0], "name": _text(value[1])}
    return None


def _shown(value: Any) -> str:
    if value is None or value is False:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


KINDS: Mapping[str, Kind] = {
    EMPLOYEES.key: Kind(
        "hr.employee",
        (
            "id",
            "name",
            "work_email",
            "work_phone",
            "mobile_phone",
            "job_title",
            "job_id",
            "department_id",
            "parent_id",
            "active",
            "write_date",
        ),
        _employee,
        public_model="hr.employee.public",
    ),
    DEPARTMENTS.key: Kind(
        "hr.department",
        ("id", "name", "complete_name", "parent_id", "manager_id", "active", "write_date"),
        _department,
    ),
    JOBS.key: Kind("hr.job", ("id", "name", "department_id", "active", "write_date"), _job),
}
