"""One database of an Odoo in miniature, and what can happen in it while others look."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from integration_console.sandbox.odoo_call import VERSIONED_SINCE
from integration_console.sandbox.odoo_people import EXACT, People, Role, SandboxKey, SandboxUser
from integration_console.sandbox.odoo_tables import DEPARTMENT, EMPLOYEE, JOB, Row, Tables


@dataclass(frozen=True, slots=True)
class OdooDatabase:
    """A database: its rows, its accounts, and the changes that an office makes."""

    name: str
    tables: Tables
    people: People
    major: int = 19

    @property
    def employees(self) -> tuple[Row, ...]:
        """All employees as they are stored, archived ones too."""
        return tuple(self.tables.rows[EMPLOYEE].values())

    def add_employee(self, **values: Any) -> int:
        """Add an employee now and return the id."""
        return int(self.tables.add(EMPLOYEE, {"name": "New Employee", **values})["id"])

    def add_employee_late(self, seconds: float, **values: Any) -> int:
        """Add an employee by a transaction that began `seconds` ago and ends now: so is the row dated."""
        began = (self.tables.now() - timedelta(seconds=seconds)).strftime(EXACT)
        return int(self.tables.add(EMPLOYEE, {"name": "Late Employee", **values}, began=began)["id"])

    def change_employee(self, employee_id: int, **values: Any) -> None:
        """Change an employee's own fields; this moves write_date, even when nothing changes."""
        self.tables.change(EMPLOYEE, (employee_id,), values)

    def change_contract(self, employee_id: int, **values: Any) -> None:
        """Change job, department or job title in hr.version: since Odoo 19 the employee's write_date stays."""
        self.tables.change(EMPLOYEE, (employee_id,), values, touched=self.major < VERSIONED_SINCE)

    def archive_employee(self, employee_id: int) -> None:
        """Archive an employee; this moves write_date."""
        self.tables.change(EMPLOYEE, (employee_id,), {"active": False})

    def delete_employees(self, *ids: int) -> None:
        """Delete employees without a trace."""
        self.tables.remove(EMPLOYEE, ids)

    def rename_department(self, department_id: int, name: str) -> None:
        """Rename a department; no write_date of an employee or of a department below moves."""
        self.tables.change(DEPARTMENT, (department_id,), {"name": name})

    def move_department(self, department_id: int, parent_id: int | bool) -> None:
        """Put a department under another one, in a circle too, which Odoo itself would refuse."""
        self.tables.change(DEPARTMENT, (department_id,), {"parent_id": parent_id})

    def delete_department(self, department_id: int) -> None:
        """Delete a department; its employees have none from then on, and their write_date stays."""
        self.tables.remove(DEPARTMENT, (department_id,))

    def rename_job(self, job_id: int, name: str) -> None:
        """Rename a job; no employee's write_date moves."""
        self.tables.change(JOB, (job_id,), {"name": name})

    def translate(self, model: str, row_id: int, language: str, name: str) -> None:
        """Give a row's name in another language."""
        self.tables.words[(model, row_id, language)] = name

    def change_role(self, user_id: int, role: Role) -> None:
        """Give an account another role."""
        self.people.users[:] = [replace(each, role=role) if each.id == user_id else each for each in self.people.users]

    def add_key(self, user_id: int, key: str, *, scope: str = "rpc", ends: str = "") -> None:
        """Give an account an API key."""
        self.people.keys.append(SandboxKey(user_id, key, scope, ends=ends))

    def end_key(self, key: str, ends: str) -> None:
        """Let a key end at another moment (Odoo's writing, UTC)."""
        self.people.keys[:] = [replace(each, ends=ends) if each.key == key else each for each in self.people.keys]

    def revoke_key(self, key: str) -> None:
        """Let a key be good for nothing."""
        self.people.keys[:] = [each for each in self.people.keys if each.key != key]

    def add_users(self, users: Iterable[SandboxUser]) -> None:
        """Add accounts."""
        self.people.users.extend(users)
