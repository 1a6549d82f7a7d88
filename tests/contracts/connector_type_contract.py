"""What holds for every connector type, whoever made it: a class of tests that wants a fixture `kind`."""

from __future__ import annotations

import dataclasses
import json
import socket
import traceback
from typing import Any

from integration_console.domain.connectors import CheckReport, ConnectorKind, Stage, StageOutcome
from integration_console.domain.errors import AddressForbidden, ConnectionRefused, HostNotFound
from integration_console.domain.forms import Choice, Condition, Field, FieldKind, Form, Value
from integration_console.domain.work import UnattendedWork
from tests.fakes import access

SECRET = "s3cret-4711-value"
ORDER = list(Stage)


def pointed_at(kind: ConnectorKind, address: str, choices: dict[str, str]) -> dict[str, Value]:
    """A form filled so that every address is `address` and every secret is `SECRET`."""
    values: dict[str, Value] = dict(choices)
    for field in kind.description.form.visible(values):
        if field.kind is FieldKind.URL:
            values[field.name] = address
        elif field.kind is FieldKind.SECRET:
            values[field.name] = f"{address}/{SECRET}" if field.name.endswith("url") else SECRET
        elif field.name == "private_network":
            values[field.name] = True
        elif field.required and field.default is None:
            values[field.name] = "anything"
    return values


def ways(kind: ConnectorKind) -> list[dict[str, str]]:
    """Every way of filling the choices, one by one."""
    fields = [field for field in kind.description.form.fields if field.kind is FieldKind.CHOICE]
    return [{field.name: choice.value} for field in fields for choice in field.choices] or [{}]


def checked(kind: ConnectorKind, values: dict[str, Value]) -> CheckReport:
    return CheckReport(tuple(kind.check(access(values), UnattendedWork())))


def has_address(kind: ConnectorKind) -> bool:
    """Whether it talks to anybody: a type without a field for an address needs no network."""
    return any(field.kind is FieldKind.URL for field in kind.description.form.fields)


def reports(kind: ConnectorKind, address: str) -> list[CheckReport]:
    if not has_address(kind):
        return []
    return [checked(kind, pointed_at(kind, address, way)) for way in ways(kind)]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def condition(travelled: dict[str, Any] | None) -> Condition | None:
    return Condition(**{**travelled, "others": tuple(travelled["others"])}) if travelled else None


def rebuilt(form: list[dict[str, Any]]) -> Form:
    return Form(
        tuple(
            Field(
                **{
                    **each,
                    "kind": FieldKind(each["kind"]),
                    "choices": tuple(Choice(**choice) for choice in each["choices"]),
                    "visible_when": condition(each["visible_when"]),
                }
            )
            for each in form
        )
    )


class ConnectorTypeContract:
    """Inherit it, and give it a fixture `kind`."""

    def test_it_has_a_title_a_description_and_an_icon(self, kind: ConnectorKind) -> None:
        described = kind.description
        assert all(text.strip() for text in (described.key, described.title, described.description, described.icon))

    def test_every_field_has_a_name_of_its_own_and_a_label(self, kind: ConnectorKind) -> None:
        fields = kind.description.form.fields
        assert len({field.name for field in fields}) == len(fields)
        assert [field.name for field in fields if not field.label.strip()] == []
        assert [field.name for field in fields if field.kind is FieldKind.CHOICE and not field.choices] == []

    def test_conditions_name_fields_and_values_that_exist(self, kind: ConnectorKind) -> None:
        choices = {field.name: {choice.value for choice in field.choices} for field in kind.description.form.fields}
        conditions = [field.visible_when for field in kind.description.form.fields if field.visible_when]
        assert [each for each in conditions if {each.equals, *each.others} - choices[each.field]] == []

    def test_the_form_travels_as_json_and_back(self, kind: ConnectorKind) -> None:
        form = kind.description.form
        travelled = json.loads(json.dumps([dataclasses.asdict(field) for field in form.fields]))
        assert rebuilt(travelled) == form

    def test_no_secret_has_a_default(self, kind: ConnectorKind) -> None:
        assert [field.name for field in kind.description.form.fields if field.secret and field.default] == []

    def test_an_unknown_host_fails_at_the_first_stage(self, kind: ConnectorKind) -> None:
        for report in reports(kind, "https://nobody.invalid"):
            assert [(each.stage, each.outcome) for each in report.stages] == [(Stage.NAME, StageOutcome.FAILED)]
            assert isinstance(report.stages[0].error, HostNotFound)

    def test_a_closed_port_fails_at_the_connection(self, kind: ConnectorKind) -> None:
        for report in reports(kind, f"http://127.0.0.1:{free_port()}"):
            assert [each.outcome for each in report.stages] == [StageOutcome.PASSED, StageOutcome.FAILED]
            assert report.failure is not None
            assert report.failure.stage is Stage.CONNECTION
            assert isinstance(report.failure.error, ConnectionRefused)

    def test_stages_come_in_order_and_end_at_the_first_failure(self, kind: ConnectorKind) -> None:
        for address in ("https://nobody.invalid", f"http://127.0.0.1:{free_port()}"):
            for report in reports(kind, address):
                assert [each.stage for each in report.stages] == ORDER[: len(report.stages)]
                assert [each for each in report.stages if each.outcome is StageOutcome.FAILED] == [report.stages[-1]]

    def test_no_secret_is_told(self, kind: ConnectorKind) -> None:
        for address in ("https://nobody.invalid", f"http://127.0.0.1:{free_port()}"):
            for report in reports(kind, address):
                error = report.stages[-1].error
                assert error is not None
                told = [repr(report), str(error), repr(error), *traceback.format_exception(error)]
                assert SECRET not in "".join(told)

    def test_it_asks_for_a_time_limit_and_for_private_networks_and_refuses_those_until_allowed(
        self, kind: ConnectorKind
    ) -> None:
        fields = {field.name: field for field in kind.description.form.fields}
        for way in ways(kind) if has_address(kind) else []:
            assert fields["timeout_seconds"].kind is FieldKind.INTEGER
            assert fields["private_network"].default is False
            values = {**pointed_at(kind, f"http://127.0.0.1:{free_port()}", way), "private_network": False}
            stages = checked(kind, values).stages
            assert [(each.stage, each.outcome) for each in stages] == [(Stage.NAME, StageOutcome.FAILED)]
            assert isinstance(stages[0].error, AddressForbidden)
