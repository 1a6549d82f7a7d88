"""What the accounts of an Odoo in miniature may see: officers everything, others public profiles, guests nothing."""

from __future__ import annotations

from collections.abc import Sequence

from integration_console.sandbox.odoo_call import VERSIONED_SINCE
from integration_console.sandbox.odoo_people import Role, SandboxUser
from integration_console.sandbox.odoo_refusals import Refused, forbidden
from integration_console.sandbox.odoo_tables import EMPLOYEE, FIELDS, PUBLIC, TITLES

_OFFICERS = "\n\t- Employees/Administrator\n\t- Employees/Officer: Manage all employees"
_INTERNAL = "\n\t- Role / User"


def readable_model(model: str, user: SandboxUser) -> str:
    """Return what the account reads when it asks for `model`. Raises `Refused`."""
    if user.role is Role.PORTAL:
        raise _not_allowed(PUBLIC if model == EMPLOYEE else model, _INTERNAL)
    if user.role.sees_employees:
        return model
    if model == "hr.version":
        raise _not_allowed(model, _OFFICERS)
    return PUBLIC if model == EMPLOYEE else model


def require_write(model: str, user: SandboxUser) -> None:
    """Raise `Refused` unless the account may write."""
    if not user.role.sees_employees:
        raise _version_hidden(user) if model == EMPLOYEE else _not_allowed(model, _OFFICERS)


def require_fields(asked: str, model: str, names: Sequence[str], user: SandboxUser, version: int) -> None:
    """Raise `Refused` for fields that a public profile does not have."""
    if asked == model:
        return
    private = [name for name in names if name in FIELDS[asked] and name not in FIELDS[model]]
    if private:
        fields = ", ".join(private)
        raise forbidden(
            f"The fields “{fields}”, which you are trying to read, are not available for employee public profiles."
        )
    if "job_title" in names and version >= VERSIONED_SINCE:
        raise _version_hidden(user)


def _not_allowed(model: str, groups: str) -> Refused:
    return forbidden(
        f"You are not allowed to access '{TITLES[model]}' ({model}) records.\n\n"
        f"This operation is allowed for the following groups:{groups}\n\n"
        "Contact your administrator to request access if necessary."
    )


def _version_hidden(user: SandboxUser) -> Refused:
    return forbidden(
        'You do not have enough rights to access the field "version_id" on Employee (hr.employee). Please contact your'
        f" system administrator.\n\nOperation: read\nUser: {user.id}\nGroups: allowed for groups 'Employees / Officer:"
        " Manage all employees'\n\nImplicitly accessed through 'Employee' (hr.employee)."
    )
