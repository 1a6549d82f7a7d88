"""The methods that an Odoo in miniature answers to, with the signatures and the refusals of Odoo 19."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from integration_console.sandbox import odoo_rights as rights
from integration_console.sandbox.odoo_call import VERSIONED_SINCE, Call
from integration_console.sandbox.odoo_domains import matching, ordering
from integration_console.sandbox.odoo_refusals import (
    Refused,
    bad_value,
    invalid,
    missing_record,
    warning,
)
from integration_console.sandbox.odoo_tables import (
    DEPARTMENT,
    EMPLOYEE,
    FIELDS,
    LABELS,
    TITLES,
    Row,
    View,
)

_BADGE = re.compile(r"[A-Za-z0-9]{1,18}")
_NOT_STORED = ("job_id", "department_id", "job_title")
_MANDATORY = (
    "The operation cannot be completed: Missing required value for the field '{label}' (name).\n"
    "Model: '{title}' ({model})\n- create/update: a mandatory field is not set\n"
    "- delete: another model requires the record being deleted, you can archive it instead\n"
)
_TAKEN = (
    "The operation cannot be completed: The Badge ID must be unique, this one is already assigned to another employee."
)


def search_read(
    call: Call,
    domain: Any = None,
    fields: Any = None,
    offset: int = 0,
    limit: int | None = None,
    order: str | None = None,
    **read_kwargs: Any,
) -> list[Row]:
    """Return the named fields of the rows that match."""
    for name in read_kwargs:
        if name != "load":
            raise Refused("builtins.TypeError", f"BaseModel._read_format() got an unexpected keyword argument '{name}'")
    model = rights.readable_model(call.model, call.user)
    found = _found(call, model, domain, order)[offset:]
    rows = found if limit is None else found[:limit]
    if fields is None and model != call.model:
        return []  # as measured: the count says otherwise
    return _shown(call, model, rows, fields, load=read_kwargs.get("load", "_classic_read"))


def search(call: Call, domain: Any, offset: int = 0, limit: int | None = None, order: str | None = None) -> list[int]:
    """Return the ids of the rows that match."""
    model = rights.readable_model(call.model, call.user)
    found = [row["id"] for row in _found(call, model, domain, order)[offset:]]
    return found if limit is None else found[:limit]


def search_count(call: Call, domain: Any, limit: int | None = None) -> int:
    """Return how many rows match."""
    found = len(_found(call, rights.readable_model(call.model, call.user), domain, "id"))
    return found if limit is None else min(found, limit)


def read(call: Call, fields: Any = None, load: str = "_classic_read") -> list[Row]:
    """Return the named fields of rows; a deleted one is left out, unless only its id is asked for."""
    model = rights.readable_model(call.model, call.user)
    if fields == ["id"]:
        return [{"id": each} for each in call.ids]
    table = call.tables.table(model)
    return _shown(call, model, [table[each] for each in call.ids if each in table], fields, load=load)


def fields_get(call: Call, allfields: Any = None, attributes: Any = None) -> dict[str, dict[str, Any]]:
    """Return what the fields are."""
    told: dict[str, dict[str, Any]] = {}
    for name in allfields or FIELDS[call.model]:
        kind = FIELDS[call.model].get(name)
        if kind is None:
            continue
        stored = not (call.model == EMPLOYEE and name in _NOT_STORED and call.version >= VERSIONED_SINCE)
        whole: dict[str, Any] = {"store": stored, "string": LABELS.get(name, name), "type": kind}
        if kind in FIELDS:
            whole |= {"relation": kind, "type": "many2one"}
        told[name] = {key: value for key, value in whole.items() if attributes is None or key in attributes}
    return told


def create(call: Call, vals_list: Any) -> Any:
    """Add rows, all or none; one alone gives one id where the protocol knows the difference."""
    rights.require_write(call.model, call.user)
    rows = [vals_list] if isinstance(vals_list, dict) else list(vals_list)
    with call.tables.lock:
        badges = {row["barcode"] for row in call.tables.table(EMPLOYEE).values() if row["barcode"]}
        for values in rows:
            _check_values(call.model, values, badges)
        ids = [call.tables.add(call.model, values)["id"] for values in rows]
    return ids[0] if isinstance(vals_list, dict) else ids


def write(call: Call, vals: Mapping[str, Any]) -> bool:
    """Change rows; their write_date moves even when nothing changes."""
    rights.require_write(call.model, call.user)
    with call.tables.lock:
        _require_rows(call)
        _check_fields(call.model, vals)
        if call.model == DEPARTMENT and vals.get("parent_id"):
            _refuse_circle(call, int(vals["parent_id"]))
        call.tables.change(call.model, call.ids, vals)
    return True


def unlink(call: Call) -> bool:
    """Delete rows."""
    rights.require_write(call.model, call.user)
    with call.tables.lock:
        _require_rows(call)
        call.tables.remove(call.model, call.ids)
    return True


def action_archive(call: Call) -> None:
    """Hide rows; returns nothing, which XML-RPC cannot carry."""
    call.tables.change(call.model, call.ids, {"active": False})


def action_unarchive(call: Call) -> None:
    """Show rows again; returns nothing, which XML-RPC cannot carry."""
    call.tables.change(call.model, call.ids, {"active": True})


def has_access(call: Call, operation: str) -> bool:
    """Return whether the account may: for employees only an officer, though others can read base fields."""
    return call.user.role.sees_employees and operation in ("read", "write", "create", "unlink")


def _found(call: Call, model: str, domain: Any, order: str | None) -> list[Row]:
    tables = call.tables
    tests = matching(model, domain, archived_too=call.context.get("active_test") is False)
    keys = ordering(model, order or ("name" if "name" in FIELDS[model] else "id"))
    with tables.lock:
        rows = list(tables.table(model).values())
    for test in reversed(tests):
        rows = [row for row in rows if test(row)]
    for key, falling in keys:
        rows.sort(key=key, reverse=falling)
    return rows


def _shown(call: Call, model: str, rows: Sequence[Row], fields: Any, *, load: str) -> list[Row]:
    names = ["id", *(name for name in fields or FIELDS[model] if name != "id")]
    rights.require_fields(call.model, model, names, call.user, call.version)
    unknown = next((name for name in names if name not in FIELDS[model]), None)
    if unknown is not None:
        raise bad_value(f"Invalid field {unknown!r} on {model!r}")
    view = View(call.tables, model, call.language, bare=not load)
    return [view.shown(row, names) for row in rows]


def _require_rows(call: Call) -> None:
    for each in call.ids:
        if each not in call.tables.table(call.model):
            raise missing_record(call.model, each, call.user.id)


def _check_fields(model: str, values: Mapping[str, Any]) -> None:
    for name in values:
        if name not in FIELDS[model]:
            raise bad_value(f"Invalid field {name!r} in {model!r}")


def _check_values(model: str, values: Mapping[str, Any], badges: set[Any]) -> None:
    _check_fields(model, values)
    if not values.get("name"):
        title = TITLES[model]
        raise invalid(_MANDATORY.format(label=f"{title} Name", title=title, model=model))
    badge = values.get("barcode")
    if badge and not _BADGE.fullmatch(badge):
        raise invalid("The Badge ID must be alphanumeric without any accents and no longer than 18 characters.")
    if badge in badges and badge:
        raise invalid(_TAKEN)


def _refuse_circle(call: Call, parent: int) -> None:
    table = call.tables.table(DEPARTMENT)
    above: Any = parent
    while above is not False:
        if above in call.ids:
            raise warning("Recursion Detected.")
        above = table[above]["parent_id"]


Method = Callable[..., Any]
ON_RECORDS: Mapping[str, Method] = {
    "read": read,
    "write": write,
    "unlink": unlink,
    "has_access": has_access,
    "action_archive": action_archive,
    "action_unarchive": action_unarchive,
}
ON_MODEL: Mapping[str, Method] = {
    "search_read": search_read,
    "search": search,
    "search_count": search_count,
    "fields_get": fields_get,
    "create": create,
}
"""Models that are no tables, with the methods that they have."""
