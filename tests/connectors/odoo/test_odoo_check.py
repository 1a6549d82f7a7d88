"""The stages of an Odoo connector's check against an Odoo in miniature."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from integration_console.connectors.odoo import OdooConnectorType
from integration_console.domain.connectors import CheckReport, Stage, StageOutcome
from integration_console.domain.errors import (
    ConsoleError,
    InvalidInput,
    OdooApiUnavailable,
    OdooDatabaseUnknown,
    OdooHrRightsMissing,
    OdooLanguageMissing,
    OdooLoginNeeded,
    OdooModelMissing,
    OdooNotThere,
    OdooSignInFailed,
    OdooUnavailable,
    RateLimited,
    TimedOut,
)
from integration_console.domain.forms import Value
from integration_console.domain.work import UnattendedWork
from integration_console.sandbox import OdooSandbox, SlackSandbox
from integration_console.sandbox.odoo_people import Role
from tests.fakes import TurnableClock, access

PASSED, SKIPPED, FAILED = StageOutcome.PASSED, StageOutcome.SKIPPED, StageOutcome.FAILED
Values = Mapping[str, Value]


def report(odoo: OdooSandbox, **values: Value) -> CheckReport:
    filled = {"database": odoo.database, "login": odoo.login, "secret": odoo.api_key, **values}
    kind = OdooConnectorType(base_url=odoo.base_url)
    return CheckReport(tuple(kind.check(access(filled), UnattendedWork())))


def failure(checked: CheckReport) -> tuple[Stage, type[ConsoleError]]:
    assert checked.failure is not None
    assert checked.failure.error is not None
    return checked.failure.stage, type(checked.failure.error)


def detail(checked: CheckReport, stage: Stage) -> str:
    return next(each.detail for each in checked.stages if each.stage is stage)


# ------------------------------------------------------------------------------------------------------ what is there
def test_a_good_key_passes_every_stage(sandbox: OdooSandbox) -> None:
    checked = report(sandbox)
    assert [(each.stage, each.outcome) for each in checked.stages] == [
        (Stage.NAME, PASSED),
        (Stage.CONNECTION, PASSED),
        (Stage.TLS, SKIPPED),
        (Stage.SIGN_IN, PASSED),
        (Stage.PERMISSION, PASSED),
        (Stage.SAMPLE, PASSED),
    ]
    assert detail(checked, Stage.PERMISSION) == "hr.group_hr_user"
    assert detail(checked, Stage.SAMPLE) == sandbox.data.employees[0]["name"]


@pytest.mark.parametrize(
    ("version", "method", "shown"),
    [
        (19, "api_key", "Odoo 19.0, JSON-2"),
        (19, "password", "Odoo 19.0, XML-RPC"),
        (18, "api_key", "Odoo 18.0, XML-RPC"),
        (18, "password", "Odoo 18.0, XML-RPC"),
        (17, "api_key", "Odoo 17.0, XML-RPC"),
        (17, "password", "Odoo 17.0, XML-RPC"),
    ],
)
def test_version_and_protocol_are_found_and_shown(version: int, method: str, shown: str) -> None:
    with OdooSandbox(version=version) as odoo:
        secret = odoo.api_key if method == "api_key" else odoo.password
        checked = report(odoo, method=method, secret=secret)
    assert checked.passed
    assert detail(checked, Stage.SIGN_IN) == shown


@pytest.mark.parametrize(
    ("ends", "shown"),
    [
        (["2026-12-22 23:39:59"], "Odoo 19.0, JSON-2, API key → 2026-12-22"),
        (["2027-01-10 00:00:00", "2026-12-22 23:39:59"], "Odoo 19.0, JSON-2, API key → 2026-12-22 … 2027-01-10"),
    ],
)
def test_the_end_of_the_keys_is_shown(sandbox: OdooSandbox, ends: list[str], shown: str) -> None:
    for number, end in enumerate(ends):
        sandbox.data.add_key(9, f"another-key-{number}", ends=end)
    assert detail(report(sandbox), Stage.SIGN_IN) == shown


def test_with_one_database_its_name_may_be_missing(sandbox: OdooSandbox) -> None:
    assert report(sandbox, database="", login="").passed


def test_an_address_copied_from_the_browser_will_do(sandbox: OdooSandbox) -> None:
    assert report(sandbox, base_url=f"{sandbox.base_url}/odoo/employees?view_type=list#5").passed
    assert report(sandbox, base_url=f"{sandbox.base_url}/web#action=menu").passed


def test_departments_are_the_sample_where_only_they_are_wanted(sandbox: OdooSandbox) -> None:
    assert detail(report(sandbox, records="departments"), Stage.SAMPLE) == "Management"


def test_an_odoo_without_employees_passes() -> None:
    with OdooSandbox(employees=0) as odoo:
        assert detail(report(odoo), Stage.SAMPLE) == "–"


# --------------------------------------------------------------------------------------------------- what is refused
@pytest.mark.parametrize("version", [17, 18, 19])
def test_a_wrong_secret_fails_at_sign_in(version: int) -> None:
    with OdooSandbox(version=version) as odoo:
        assert failure(report(odoo, secret="wrong")) == (Stage.SIGN_IN, OdooSignInFailed)
        assert failure(report(odoo, secret="wrong", method="password")) == (Stage.SIGN_IN, OdooSignInFailed)


def test_a_key_that_has_ended_or_was_revoked_fails_at_sign_in(sandbox: OdooSandbox) -> None:
    sandbox.data.end_key(sandbox.api_key, "2026-11-22 07:00:00")
    assert failure(report(sandbox)) == (Stage.SIGN_IN, OdooSignInFailed)
    sandbox.data.revoke_key(sandbox.api_key)
    assert failure(report(sandbox)) == (Stage.SIGN_IN, OdooSignInFailed)


def test_a_password_is_no_key(sandbox: OdooSandbox) -> None:
    assert failure(report(sandbox, secret=sandbox.password)) == (Stage.SIGN_IN, OdooSignInFailed)


def test_with_two_factors_a_password_is_refused_and_a_key_in_its_place_is_not() -> None:
    with OdooSandbox(version=18) as odoo:
        odoo.data.people.two_factor = True
        refused = report(odoo, method="password", secret=odoo.password)
        assert failure(refused) == (Stage.SIGN_IN, OdooSignInFailed)
        assert report(odoo, method="password", secret=odoo.api_key).passed


@pytest.mark.parametrize("version", [17, 18, 19])
@pytest.mark.parametrize("databases", [("sandbox",), ("sandbox", "other")])
def test_an_unknown_database_fails_at_sign_in(version: int, databases: tuple[str, ...]) -> None:
    with OdooSandbox(version=version, databases=databases) as odoo:
        assert failure(report(odoo, database="nodb")) == (Stage.SIGN_IN, OdooDatabaseUnknown)


@pytest.mark.parametrize(("version", "databases"), [(19, ("sandbox", "other")), (18, ("sandbox",))])
def test_a_database_that_must_be_named_fails_at_sign_in(version: int, databases: tuple[str, ...]) -> None:
    with OdooSandbox(version=version, databases=databases) as odoo:
        assert failure(report(odoo, database="")) == (Stage.SIGN_IN, OdooDatabaseUnknown)


def test_the_key_of_another_database_fails_at_sign_in() -> None:
    with OdooSandbox(databases=("sandbox", "other")) as odoo:
        assert failure(report(odoo, database="other")) == (Stage.SIGN_IN, OdooSignInFailed)


@pytest.mark.parametrize("version", [17, 18])
def test_older_versions_want_a_login_name(version: int) -> None:
    with OdooSandbox(version=version) as odoo:
        assert failure(report(odoo, login="")) == (Stage.SIGN_IN, OdooLoginNeeded)


@pytest.mark.parametrize("role", [Role.INTERNAL, Role.PORTAL])
@pytest.mark.parametrize("version", [17, 18, 19])
def test_an_account_without_rights_for_employees_is_told_so(version: int, role: Role) -> None:
    with OdooSandbox(version=version) as odoo:
        odoo.data.change_role(9, role)
        checked = report(odoo)
    assert failure(checked) == (Stage.PERMISSION, OdooHrRightsMissing)
    assert checked.failure is not None
    assert "every sync of employees reads everything" in str(checked.failure.error)


@pytest.mark.parametrize("version", [18, 19])
def test_an_odoo_without_the_app_is_told_apart_from_missing_rights(version: int) -> None:
    with OdooSandbox(version=version) as odoo:
        odoo.data.tables.modules = frozenset()
        assert failure(report(odoo)) == (Stage.PERMISSION, OdooModelMissing)
        assert failure(report(odoo, records="departments")) == (Stage.SAMPLE, OdooModelMissing)


def test_departments_alone_need_no_rights_for_employees(sandbox: OdooSandbox) -> None:
    sandbox.data.change_role(9, Role.INTERNAL)
    checked = report(sandbox, records="departments")
    assert checked.passed
    assert [each.outcome for each in checked.stages if each.stage is Stage.PERMISSION] == [SKIPPED]


@pytest.mark.parametrize("version", [18, 19])
def test_a_language_is_looked_up_before_it_is_used(version: int) -> None:
    with OdooSandbox(version=version) as odoo:
        checked = report(odoo, language="fr_FR")
        assert report(odoo, language="ar_001").passed
    assert failure(checked) == (Stage.SIGN_IN, OdooLanguageMissing)
    assert checked.failure is not None
    assert checked.failure.error is not None
    assert checked.failure.error.title == "The language “fr_FR” is not installed in Odoo (en_US, ar_001)."


def test_something_else_at_the_address_is_no_odoo(sandbox: OdooSandbox) -> None:
    with SlackSandbox() as slack:
        checked = report(sandbox, base_url=slack.base_url)
    assert failure(checked) == (Stage.SIGN_IN, OdooNotThere)


def test_an_odoo_whose_old_door_is_shut_says_so(sandbox: OdooSandbox) -> None:
    with OdooSandbox(version=19) as odoo:
        odoo.shut_xml_rpc = True
        checked = report(odoo, method="password", secret=odoo.password)
    assert failure(checked) == (Stage.SIGN_IN, OdooApiUnavailable)


def test_an_incomplete_form_fails_before_anything_is_sent(sandbox: OdooSandbox) -> None:
    assert failure(report(sandbox, secret="")) == (Stage.NAME, InvalidInput)
    assert sandbox.calls == ()


@pytest.mark.parametrize(
    ("weather", "error"),
    [
        ("429", RateLimited),
        ("500", OdooUnavailable),
        ("502", OdooUnavailable),
        ("html", OdooNotThere),
        ("hang", TimedOut),
        ("slow", TimedOut),
        ("commit_then_timeout", TimedOut),
    ],
)
@pytest.mark.parametrize("version", [18, 19])
def test_bad_weather_shows_at_sign_in(version: int, weather: str, error: type[ConsoleError]) -> None:
    with OdooSandbox(version=version) as odoo:
        odoo.weather(weather, times=None)
        assert failure(report(odoo, timeout_seconds=1)) == (Stage.SIGN_IN, error)


def test_a_check_of_a_server_whose_clock_is_wrong_passes(sandbox: OdooSandbox, clock: TurnableClock) -> None:
    sandbox.skew_clock(-86_400 * 30)
    assert report(sandbox).passed


@pytest.mark.parametrize("version", [17, 18, 19])
def test_no_secret_and_no_traceback_is_told(version: int) -> None:
    secret = "k3y-4711-verysecret"
    with OdooSandbox(version=version) as odoo:
        checks = [
            report(odoo, secret=secret),
            report(odoo, secret=secret, database="nodb"),
            report(odoo, language="fr_FR"),
        ]
    told = "".join(f"{each!r} {each.failure.error if each.failure else ''}" for each in checks)
    assert secret not in told
    assert "Traceback" not in told
    assert "/opt/odoo" not in told


def test_a_name_that_holds_the_secret_does_not_tell_it(sandbox: OdooSandbox) -> None:
    sandbox.data.change_employee(1, name=f"Nora {sandbox.api_key}")
    assert detail(report(sandbox), Stage.SAMPLE) == "Nora •••"
