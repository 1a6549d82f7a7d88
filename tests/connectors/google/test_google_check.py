"""The check of a Google connector: stage by stage, in plain words."""

from __future__ import annotations

import pytest

from integration_console.connectors.google.surface import CALENDAR_SCOPE
from integration_console.domain.connectors import CheckReport, Stage, StageOutcome
from integration_console.domain.errors import (
    ConsoleError,
    GoogleApiDisabled,
    GoogleKeyUnusable,
    GoogleNotFound,
    GoogleScopeMissing,
    InvalidInput,
    NotAuthorisedYet,
)
from integration_console.domain.forms import Value
from integration_console.domain.work import UnattendedWork
from integration_console.sandbox import GoogleSandbox
from integration_console.sandbox.google_refusals import GoogleRefused
from tests.connectors.google.conftest import Console, console_for


def report(console: Console) -> CheckReport:
    return CheckReport(tuple(console.google.check(console.access, UnattendedWork())))


def failure(console: Console) -> tuple[Stage, type[ConsoleError]]:
    failed = report(console).failure
    assert failed is not None
    assert failed.error is not None
    return failed.stage, type(failed.error)


def test_a_good_connector_passes_every_stage(sandbox: GoogleSandbox, console: Console) -> None:
    sandbox.drive.add("عقد")
    stages = report(console).stages
    passed, skipped = StageOutcome.PASSED, StageOutcome.SKIPPED
    assert [each.outcome for each in stages] == [passed, passed, skipped, passed, passed, passed]
    assert [each.detail for each in stages[3:]] == [
        "sara@sandbox.example",
        "drive.readonly, calendar.events.readonly",
        "عقد, sara@sandbox.example",
    ]


def test_a_calendar_alone_shows_the_account_of_the_sign_in(sandbox: GoogleSandbox) -> None:
    console = console_for(sandbox, drive_files=False)
    console.authorise()
    assert report(console).stages[3].detail == "sara@sandbox.example"


def test_a_service_account_passes_and_its_scopes_are_not_known(sandbox: GoogleSandbox) -> None:
    console = console_for(sandbox, method="service_account", service_key=sandbox.sign_in.service_key())
    assert [each.outcome for each in report(console).stages[3:]] == [
        StageOutcome.PASSED,
        StageOutcome.SKIPPED,
        StageOutcome.PASSED,
    ]


def test_without_an_authorisation_the_sign_in_fails(sandbox: GoogleSandbox) -> None:
    assert failure(console_for(sandbox)) == (Stage.SIGN_IN, NotAuthorisedYet)


def test_a_key_that_is_none_fails_at_the_sign_in(sandbox: GoogleSandbox) -> None:
    console = console_for(sandbox, method="service_account", service_key="no key")
    assert failure(console) == (Stage.SIGN_IN, GoogleKeyUnusable)


def test_an_api_that_is_not_enabled_fails_at_the_sign_in(sandbox: GoogleSandbox, console: Console) -> None:
    sandbox.refusal = GoogleRefused(403, "accessNotConfigured", "x")
    assert failure(console) == (Stage.SIGN_IN, GoogleApiDisabled)


def test_a_missing_scope_fails_at_the_permissions(sandbox: GoogleSandbox) -> None:
    console = console_for(sandbox, calendar_events=False)
    console.authorise()
    console.values["calendar_events"] = True
    assert failure(console) == (Stage.PERMISSION, GoogleScopeMissing)
    failed = report(console).failure
    assert failed is not None
    assert failed.error is not None
    assert failed.error.params["scope"] == CALENDAR_SCOPE


@pytest.mark.parametrize("values", [{"folder_id": "1nowhere"}, {"calendar_ids": "nobody@example.org"}])
def test_a_folder_or_a_calendar_that_is_not_there_fails_at_the_sample(
    console: Console, values: dict[str, Value]
) -> None:
    console.values.update(values)
    assert failure(console) == (Stage.SAMPLE, GoogleNotFound)


def test_a_form_with_problems_is_not_tried(console: Console) -> None:
    console.values["client_id"] = ""
    assert failure(console) == (Stage.NAME, InvalidInput)


def test_problems_of_the_form_are_named(console: Console) -> None:
    google = console.google
    nothing: dict[str, Value] = {**console.values, "drive_files": False, "calendar_events": False}
    assert [each.field for each in google.problems(nothing)] == ["drive_files"]
    robot: dict[str, Value] = {"method": "service_account", "service_key": "{}"}
    assert [each.field for each in google.problems(robot)] == ["service_key"]
    assert google.problems({"method": "service_account"}, frozenset({"service_key"})) == ()


def test_only_the_chosen_streams_are_there(console: Console) -> None:
    google = console.google
    assert [each.key for each in google.streams({})] == ["files"]
    assert [each.key for each in google.streams({"drive_files": False, "calendar_events": True})] == ["events"]
