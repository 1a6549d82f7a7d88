"""The people of an Odoo in miniature: as many employees as wanted, always the same ones for the same seed."""

from __future__ import annotations

import random
from datetime import timedelta

from integration_console.sandbox.odoo_people import FORMAT
from integration_console.sandbox.odoo_tables import DEPARTMENT, EMPLOYEE, JOB, Tables

_DEPARTMENTS = (
    ("Management", 0, "الإدارة"),
    ("Administration", 1, "الشؤون الإدارية"),
    ("Sales", 1, "المبيعات"),
    ("Research & Development", 1, "البحث والتطوير"),
    ("Platform", 4, "المنصة"),
    ("Reliability", 5, "الاعتمادية"),
    ("Human Resources", 1, "الموارد البشرية"),
    ("Finance", 1, "المالية"),
    ("Logistics", 2, "اللوجستيات"),
)
_JOBS = (
    ("Chief Technical Officer", 4, "المدير التقني"),
    ("Consultant", 3, "مستشار"),
    ("Experienced Developer", 4, "مطوّر خبير"),
    ("Human Resources Manager", 7, "مدير الموارد البشرية"),
    ("Accountant", 8, "محاسب"),
    ("Trainee", 0, "متدرّب"),
)
_FIRST = (
    *("Anna", "Omar", "Zoë", "Liam", "Noor", "Chen", "Sofía", "Jürgen"),
    *("ليلى", "محمد", "فاطمة", "يوسف", "مريم", "خالد", "سارة", "عمر"),
)
_LAST = (
    *("Haddad", "Müller", "O'Neill", "García", "Okafor", "Lindqvist", "Rossi", "Tanaka"),
    *("الخطيب", "حداد", "النجار", "العلي", "المصري", "القاسم", "الحسن", "شاهين"),
)
_BATCH = 500
"""Rows of one transaction, which all have the same date."""


def settle(tables: Tables, employees: int, seed: int) -> None:
    """Fill empty tables with departments, jobs and `employees`; the first employee is their own manager."""
    chance = random.Random(seed)  # noqa: S311 - invented people
    began = tables.now() - timedelta(days=1)
    date = began.strftime(FORMAT)
    for name, parent, arabic in _DEPARTMENTS:
        row = tables.add(DEPARTMENT, {"name": name, "parent_id": parent or False}, began=date)
        tables.words[(DEPARTMENT, row["id"], "ar_001")] = arabic
    for name, department, arabic in _JOBS:
        row = tables.add(JOB, {"name": name, "department_id": department or False}, began=date)
        tables.words[(JOB, row["id"], "ar_001")] = arabic
    for number in range(employees):
        made = (began + timedelta(seconds=1 + number // _BATCH)).strftime(FORMAT)
        tables.add(EMPLOYEE, _employee(chance, number), began=made)
    for row in tables.rows[DEPARTMENT].values():
        if row["id"] <= employees:
            row["manager_id"] = row["id"]


def _employee(chance: random.Random, number: int) -> dict[str, object]:
    employee_id = number + 1
    manager = 1 if employee_id == 1 else chance.randrange(1, employee_id)
    return {
        "id": employee_id,
        "name": f"{chance.choice(_FIRST)} {chance.choice(_LAST)}",
        "work_email": f"e{employee_id:05d}@corp.example",
        "work_phone": f"+971 4 555 {number % 10_000:04d}" if chance.random() < 0.8 else False,  # noqa: PLR2004
        "private_email": f"p{employee_id:05d}@home.example",
        "job_id": chance.randrange(1, len(_JOBS) + 1),
        "department_id": chance.randrange(1, len(_DEPARTMENTS) + 1),
        "parent_id": manager,
        "active": employee_id % 97 != 0,
    }
