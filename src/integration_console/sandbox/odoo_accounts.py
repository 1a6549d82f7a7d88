"""The methods of an Odoo in miniature that are about accounts, their API keys, and languages."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from typing import Any

from integration_console.sandbox.odoo_call import Call
from integration_console.sandbox.odoo_people import SandboxKey
from integration_console.sandbox.odoo_refusals import bad_value, denied, warning
from integration_console.sandbox.odoo_tables import Row

KEY_LIMIT = 10
Method = Callable[..., Any]


def context_get(call: Call) -> dict[str, Any]:
    """Return the account's own context."""
    return {"lang": call.user.language, "tz": "Europe/Brussels", "uid": call.user.id}


def has_group(call: Call, group_ext_id: str) -> bool:
    """Return whether a user is in a group; only the one for employees is known, where their app is installed."""
    asked = call.people.user(call.ids[0]) if call.ids else call.user
    known = group_ext_id == "hr.group_hr_user" and "hr" in call.tables.modules
    return known and asked is not None and asked.role.sees_employees


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


OTHERS: Mapping[str, Mapping[str, Method]] = {
    "res.users": {"context_get": context_get, "has_group": has_group},
    "res.users.apikeys": {"search_read": read_keys, "generate": generate_key, "revoke": revoke_key},
    "res.lang": {"get_installed": get_installed},
}
