"""What the Odoo connector asks for, and the rules that a form cannot say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from integration_console.connectors.form_parts import GROUP_ADVANCED, private_network_field, timeout_field
from integration_console.connectors.mapping import mapping_problem
from integration_console.domain.connectors import ConnectorType
from integration_console.domain.errors import FieldProblem
from integration_console.domain.forms import Choice, Field, FieldKind, Form, Value
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

API_KEY = "api_key"
PASSWORD = "password"  # noqa: S105 - the name of a way to sign in
EVERYTHING = "all"
EMPLOYEES = "employees"
DEPARTMENTS = "departments"
JOB_TITLE_MAPPING = "job_title || job.name || ''"
LONGEST_TRANSACTION = 120
"""Seconds after which an Odoo server ends a request (its default limit_time_real)."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Za-z0-9]{2,5})?(@[a-z]{2,10})?")
_VISIBLE_ASCII = re.compile(r"[!-~]+")
_NOT_LANGUAGE = QT_TRANSLATE_NOOP("Forms", "Enter a language as Odoo writes it, such as ar_001 or en_US.")
_NOT_KEY = QT_TRANSLATE_NOOP("Forms", "An API key holds only letters and digits: copy it again.")
_GROUP_RECORDS = QT_TRANSLATE_NOOP("Forms", "What is synced")

_METHOD = Field(
    name="method",
    kind=FieldKind.CHOICE,
    label=QT_TRANSLATE_NOOP("Forms", "Sign in with"),
    help=QT_TRANSLATE_NOOP(
        "Forms", "An API key can be revoked by itself. A password works only without two-factor sign-in."
    ),
    required=True,
    choices=(
        Choice(API_KEY, QT_TRANSLATE_NOOP("Forms", "API key (recommended)")),
        Choice(PASSWORD, QT_TRANSLATE_NOOP("Forms", "Password")),
    ),
    default=API_KEY,
)
_DATABASE = Field(
    name="database",
    kind=FieldKind.TEXT,
    label=QT_TRANSLATE_NOOP("Forms", "Database"),
    help=QT_TRANSLATE_NOOP(
        "Forms", "May stay empty with Odoo 19 and an API key when the server has one database; else it is needed."
    ),
)
_LOGIN = Field(
    name="login",
    kind=FieldKind.TEXT,
    label=QT_TRANSLATE_NOOP("Forms", "Login name"),
    help=QT_TRANSLATE_NOOP("Forms", "Needed for a password, and for Odoo 18 and older. Often an email address."),
)
_SECRET = Field(
    name="secret",
    kind=FieldKind.SECRET,
    label=QT_TRANSLATE_NOOP("Forms", "API key or password"),
    help=QT_TRANSLATE_NOOP(
        "Forms",
        "In Odoo open Preferences, Account Security, New API Key. Use an account of its own with the role Employees /"
        " Officer. A key lasts three months at most unless an administrator makes it.",
    ),
    required=True,
)
_RECORDS = Field(
    name="records",
    kind=FieldKind.CHOICE,
    label=QT_TRANSLATE_NOOP("Forms", "Records"),
    required=True,
    choices=(
        Choice(EVERYTHING, QT_TRANSLATE_NOOP("Forms", "Employees, departments and jobs")),
        Choice(EMPLOYEES, QT_TRANSLATE_NOOP("Forms", "Employees only")),
        Choice(DEPARTMENTS, QT_TRANSLATE_NOOP("Forms", "Departments only")),
    ),
    default=EVERYTHING,
    group=_GROUP_RECORDS,
)
_LANGUAGE_FIELD = Field(
    name="language",
    kind=FieldKind.TEXT,
    label=QT_TRANSLATE_NOOP("Forms", "Language of names"),
    help=QT_TRANSLATE_NOOP("Forms", "A language that is installed in Odoo. Empty: the one of the account."),
    placeholder="ar_001",
    group=_GROUP_RECORDS,
)
_JOB_TITLE = Field(
    name="job_title_mapping",
    kind=FieldKind.TEXT,
    label=QT_TRANSLATE_NOOP("Forms", "Job title"),
    help=QT_TRANSLATE_NOOP(
        "Forms",
        "A JMESPath expression over the employee's fields: name, job_title, job.name, department.name, manager.name,"
        " work_email, work_phone, mobile_phone, active.",
    ),
    required=True,
    default=JOB_TITLE_MAPPING,
    group=_GROUP_RECORDS,
)
_OVERLAP = Field(
    name="overlap_seconds",
    kind=FieldKind.INTEGER,
    label=QT_TRANSLATE_NOOP("Forms", "Overlap in seconds"),
    help=QT_TRANSLATE_NOOP(
        "Forms",
        "How far an incremental sync looks back. Odoo dates a change by the start of its transaction, so this must be"
        " longer than the server's time limit for a request (120 s unless changed).",
    ),
    required=True,
    default=LONGEST_TRANSACTION + 60,
    minimum=LONGEST_TRANSACTION + 1,
    maximum=86_400,
    group=GROUP_ADVANCED,
)
_PAGE_SIZE = Field(
    name="page_size",
    kind=FieldKind.INTEGER,
    label=QT_TRANSLATE_NOOP("Forms", "Records in a page"),
    required=True,
    default=200,
    minimum=1,
    maximum=1_000,
    group=GROUP_ADVANCED,
)


def odoo_type(base_url: str) -> ConnectorType:
    """Return the description of the type, which proposes `base_url` ("": none) as Odoo's address."""
    address = Field(
        name="base_url",
        kind=FieldKind.URL,
        label=QT_TRANSLATE_NOOP("Forms", "Address of Odoo"),
        help=QT_TRANSLATE_NOOP("Forms", "As in the browser, for example https://company.odoo.com."),
        required=True,
        placeholder="https://company.odoo.com",
        default=base_url or None,
    )
    network = private_network_field(allowed=bool(base_url))
    main = (address, _DATABASE, _METHOD, _LOGIN, _SECRET)
    records = (_RECORDS, _LANGUAGE_FIELD, _JOB_TITLE)
    return ConnectorType(
        key="odoo",
        title=QT_TRANSLATE_NOOP("ConnectorTypes", "Odoo"),
        description=QT_TRANSLATE_NOOP("ConnectorTypes", "Brings employees, departments and jobs from Odoo."),
        icon="users",
        form=Form((*main, *records, _OVERLAP, _PAGE_SIZE, timeout_field(), network)),
        syncs=True,
    )


def own_problems(form: Form, values: Mapping[str, Value]) -> Iterator[FieldProblem]:
    """Yield what the form alone cannot see: a key, a language or an expression that cannot be one."""
    texts = {name: value.strip() for name, value in form.with_defaults(values).items() if isinstance(value, str)}
    if texts.get("method") == API_KEY and texts.get("secret") and not _VISIBLE_ASCII.fullmatch(texts["secret"]):
        yield FieldProblem("secret", _NOT_KEY)
    if texts.get("language") and not _LANGUAGE.fullmatch(texts["language"]):
        yield FieldProblem("language", _NOT_LANGUAGE)
    if texts.get("job_title_mapping"):
        problem = mapping_problem("job_title_mapping", texts["job_title_mapping"])
        if problem is not None:
            yield problem
