"""The methods that an Odoo in miniature answers to, with the signatures and the refusals of Odoo 19."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from integration_console.sandbox import odoo_rights as rights
from integration_console.sandbox.odoo_domains import matching, ordering
from integration_console.sandbox.odoo_people import People, SandboxKey, SandboxUser
from integration_console.sandbox.odoo_refusals import (
    Refused,
    bad_value,
    denied,
    invalid,
    missing_record,
    warning,
)
from integration_console.sandbox.odoo_tables import (
    DEPARTMENT,
    EMPLOYEE,
    FIELDS,
    LABELS,
    LANGUAGE,
    TITLES,
    Row,
    Tables,
)

KEY_LIMIT = 10
_JSON2_SINCE = 19
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


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a method: who asks, of which model and records."""

    tables: Tables
    people: People
    user: SandboxUser
    model: str
    version: int = _JSON2_SINCE
    ids: tuple[int, ...] = ()
    context: Mapping[str, Any] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """The language of names."""
        return str(self.context.get("lang") or LANGUAGE)


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
        stored = not (call.model == EMPLOYEE and name in _NOT_STORED and call.version >= _JSON2_SINCE)
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


def context_get(call: Call) -> dict[str, Any]:
    """Return the account's own context."""
    return {"lang": call.user.language, "tz": "Europe/Brussels", "uid": call.user.id}


def has_group(call: Call, group_ext_id: str) -> bool:
    """Return whether a user is in a group; only the one for employees is known."""
    asked = call.people.user(call.ids[0]) if call.ids else call.user
    return asked is not None and group_ext_id == "hr.group_hr_user" and asked.role.sees_employees


def get_installed(call: Call) -> list[list[str]]:
    """Return the installed languages."""
    return [[code, code] for code in call.tables.languages]


def read_keys(call: Call, domain: Any = None, fields: Any = None, order: Any = None, **_: Any) -> list[Row]:
    """Return the account's own API keys, never the keys themselves."""
    del domain, order
    mine = [each for each in call.people.keys if each.user_id == call.user.id]
    known = {"id", "name", "scope", "expiration_date"} if call.version > 17 else {"id", "name", "scope"}  # noqa: PLR2004
    for name in fields or ():
        if name not in known:
            raise bad_value(f"Invalid field {name!r} on 'res.users.apikeys'")
    rows = (
        {"id": number, "name": each.name, "scope": each.scope or False, "expiration_date": each.ends or False}
        for number, each in enumerate(mine, 1)
    )
    return [{name: row[name] for name in ("id", *(fields or known))} for row in rows]


def generate_key(call: Call, key: str, scope: str, name: str, expiration_date: str) -> str:
    """Make an API key, when shown one of the account's own."""
    if not call.user.role.may_make_keys:
        raise warning("Programmatic API keys are not enabled")
    if call.people.by_key(key) != call.user:
        raise denied("The provided API key is invalid or does not belong to the current user.")
    if sum(each.user_id == call.user.id for each in call.people.keys) >= KEY_LIMIT:
        raise warning(f"Limit of {KEY_LIMIT} API keys is reached for programmatic creation")
    made = SandboxKey(call.user.id, secrets.token_hex(20), scope, name, expiration_date)
    call.people.keys.append(made)
    return made.key


def revoke_key(call: Call, key: str) -> bool:
    """End an API key."""
    found = next((each for each in call.people.keys if each.key == key), None)
    if found is None:
        raise denied("The provided API key is invalid.")
    call.people.keys.remove(found)
    return True


def _found(call: Call, model: str, domain: Any, order: str | None) -> list[Row]:
    tables = call.tables
    test = matching(model, domain, archived_too=call.context.get("active_test") is False)
    keys = ordering(model, order or ("name" if "name" in FIELDS[model] else "id"))
    with tables.lock:
        rows = [row for row in tables.table(model).values() if test(row)]
    for key, falling in keys:
        rows.sort(key=key, reverse=falling)
    return rows


def _shown(call: Call, model: str, rows: Sequence[Row], fields: Any, *, load: str) -> list[Row]:
    names = ["id", *(name for name in fields or FIELDS[model] if name != "id")]
    rights.require_fields(call.model, model, names, call.user, call.version)
    unknown = next((name for name in names if name not in FIELDS[model]), None)
    if unknown is not None:
        raise bad_value(f"Invalid field {unknown!r} on {model!r}")
    return [call.tables.shown(model, row, names, call.language, bare=not load) for row in rows]


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
OTHERS: Mapping[str, Mapping[str, Method]] = {
    "res.users": {"context_get": context_get, "has_group": has_group},
    "res.users.apikeys": {"search_read": read_keys, "generate": generate_key, "revoke": revoke_key},
    "res.lang": {"get_installed": get_installed},
}
"""Models that are no tables, with the methods that they have."""
