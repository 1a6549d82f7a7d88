"""Adding, changing, checking, switching and removing connectors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from integration_console.domain.audit import AuditFilter
from integration_console.domain.changes import Change, Subject
from integration_console.domain.connectors import (
    CheckReport,
    CheckStage,
    Connector,
    ConnectorStatus,
    Health,
    Stage,
    StageOutcome,
)
from integration_console.domain.errors import ConnectionRefused, InvalidInput, NameTaken, NotFound, VaultLocked
from integration_console.domain.ids import new_id
from integration_console.domain.work import Cancelled, UnattendedWork
from integration_console.operations import audit, checks, connectors
from integration_console.operations.access import settings
from integration_console.operations.context import Context
from integration_console.storage.audit import audit_entries
from tests.builders import audited, connector_draft, last_logged, logged, opened_workspace
from tests.fakes import NOON, PASSED, FakeKind, ImpatientWork, TurnableClock

FAILED = CheckStage(Stage.CONNECTION, StageOutcome.FAILED, error=ConnectionRefused(host="fake.test"))


@pytest.fixture
def ops(context: Context) -> Connector:
    return connectors.save_connector(context, connector_draft())


def checked(context: Context, about: Connector) -> CheckReport:
    return checks.check_connector(context, about.id, UnattendedWork(), lambda _: None)


def test_types_are_listed_by_title(context: Context) -> None:
    titles = [each.title for each in connectors.connector_types(context)]
    assert titles == sorted(titles)
    assert {"Slack", "Title of fake"} <= set(titles)


def test_a_new_connector_is_active_and_of_unknown_health(context: Context, ops: Connector) -> None:
    assert (ops.status, ops.health, ops.created_at) == (ConnectorStatus.ACTIVE, Health.UNKNOWN, NOON)
    assert (dict(ops.config), set(ops.secrets)) == ({"address": "https://fake.test", "channel": "#ops"}, {"token"})
    assert connectors.connectors(context) == (ops,)


def test_settings_hold_the_opened_secret(context: Context, ops: Connector) -> None:
    assert settings(context, ops) == {
        "address": "https://fake.test",
        "channel": "#ops",
        "token": "tok-4711-secret",
    }


def test_a_change_keeps_the_secret_that_was_left_empty(context: Context, ops: Connector, clock: TurnableClock) -> None:
    clock.turn(hours=1)
    values = {"address": "https://new.test", "token": ""}
    changed = connectors.save_connector(context, connector_draft(id=ops.id, name=" New ", values=values))
    assert (changed.id, changed.name, changed.created_at, changed.updated_at) == (ops.id, "New", NOON, clock.now())
    assert settings(context, changed)["token"] == "tok-4711-secret"


def test_a_change_may_bring_a_new_secret(context: Context, ops: Connector) -> None:
    values = {"address": "https://fake.test", "token": " second-token "}
    changed = connectors.save_connector(context, connector_draft(id=ops.id, values=values))
    assert settings(context, changed)["token"] == "second-token"


def test_every_faulty_field_is_named_the_name_first(context: Context) -> None:
    with pytest.raises(InvalidInput) as caught:
        connectors.save_connector(context, connector_draft(name=" ", values={"address": "x"}))
    assert [each.field for each in caught.value.problems] == ["name", "address", "token"]
    assert logged(context) == []


@pytest.mark.embedded
def test_a_name_is_given_once(context: Context, ops: Connector) -> None:
    with pytest.raises(NameTaken):
        connectors.save_connector(context, connector_draft())
    assert audited(context) == [("amina", "connector.created")]


def test_a_type_that_is_not_installed_is_not_found(context: Context) -> None:
    with pytest.raises(NotFound):
        connectors.save_connector(context, connector_draft(type="fax"))


def test_without_keys_no_secret_is_taken(workspace_without_keys: Context) -> None:
    with pytest.raises(VaultLocked):
        connectors.save_connector(workspace_without_keys, connector_draft())
    assert connectors.connectors(workspace_without_keys) == ()


def test_a_connector_is_switched_off_and_on(context: Context, ops: Connector) -> None:
    off = connectors.switch_connector(context, ops.id, active=False)
    on = connectors.switch_connector(context, ops.id, active=True)
    assert (off.status, on.status) == (ConnectorStatus.INACTIVE, ConnectorStatus.ACTIVE)
    assert logged(context) == ["connector.created", "connector.deactivated", "connector.activated"]


def test_a_removed_connector_is_gone_with_its_secrets(context: Context, ops: Connector) -> None:
    connectors.remove_connector(context, ops.id)
    assert connectors.connectors(context) == ()
    rows = context.store.read(
        lambda reading: reading.connection.exec_driver_sql("SELECT count(*) FROM secrets").scalar()
    )
    assert (rows, last_logged(context).message) == (0, "The connector Ops was removed")
    with pytest.raises(NotFound):
        connectors.remove_connector(context, ops.id)


def test_a_check_that_passes_makes_the_connector_healthy(context: Context, ops: Connector) -> None:
    assert checked(context, ops) == CheckReport((PASSED,))
    found = connectors.connector(context, ops.id)
    assert (found.health, found.health_code, found.checked_at) == (Health.GOOD, "", NOON)
    assert last_logged(context).message == "The test of Ops passed"


def test_a_check_that_fails_says_why(context: Context, ops: Connector, kind: FakeKind) -> None:
    kind.stages = (PASSED, FAILED)
    assert checked(context, ops).failure == FAILED
    found = connectors.connector(context, ops.id)
    assert (found.health, found.health_code, found.health_params) == (
        Health.FAILING,
        "remote.connection",
        {"host": "fake.test"},
    )
    entry = last_logged(context)
    assert (entry.message, entry.error_code) == (
        "The test of Ops failed: No connection to fake.test.",
        "remote.connection",
    )


def test_each_stage_of_a_check_is_told_as_it_comes(context: Context, ops: Connector, kind: FakeKind) -> None:
    kind.stages, told = (PASSED, FAILED), list[CheckStage]()
    checks.check_connector(context, ops.id, UnattendedWork(), told.append)
    assert told == [PASSED, FAILED]


def test_a_check_that_is_stopped_leaves_nothing_behind(context: Context, ops: Connector, kind: FakeKind) -> None:
    kind.stages, told = (PASSED, PASSED, FAILED), list[CheckStage]()
    with pytest.raises(Cancelled):
        checks.check_connector(context, ops.id, ImpatientWork(1), told.append)
    assert (told, connectors.connector(context, ops.id).health) == ([PASSED, PASSED], Health.UNKNOWN)


def test_the_health_of_a_connector_removed_meanwhile_is_forgotten(context: Context, ops: Connector) -> None:
    connectors.remove_connector(context, ops.id)
    checks.remember_health(context, ops, "connector.checked", None, 1.0)
    assert last_logged(context).event_type == "connector.removed"


def test_health_leaves_what_was_changed_meanwhile_alone(context: Context, ops: Connector) -> None:
    connectors.switch_connector(context, ops.id, active=False)
    checks.remember_health(context, ops, "connector.checked", None, 1.0)
    found = connectors.connector(context, ops.id)
    assert (found.status, found.health) == (ConnectorStatus.INACTIVE, Health.GOOD)


@pytest.mark.embedded
def test_listeners_hear_of_a_committed_change(context: Context) -> None:
    heard: list[Change] = []
    context.announcements.listen(lambda change: heard.append(replace(change)))
    connectors.save_connector(context, connector_draft())
    assert heard == [Change(Subject.CONNECTORS, 1), Change(Subject.LOGS, 1)]


@pytest.mark.embedded
def test_the_audit_log_masks_secrets(context: Context, ops: Connector) -> None:
    ((_, draft, _),) = context.store.read(audit_entries)
    assert (draft.action, draft.subject_kind, draft.subject_id) == ("connector.created", "connector", ops.id)
    assert (draft.before, draft.after["token"], draft.after["name"]) == ({}, "••••••", "Ops")


def test_an_unknown_connector_is_not_found(context: Context) -> None:
    with pytest.raises(NotFound):
        connectors.switch_connector(context, new_id(), active=True)


@pytest.fixture
def workspace_without_keys(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    with opened_workspace(tmp_path_factory.mktemp("locked"), protected=False) as opened:
        yield opened.context


def test_what_is_saved_as_it_was_is_no_change_for_the_audit(context: Context) -> None:
    saved = connectors.save_connector(context, connector_draft(name="Ops"))
    for name in ("Ops", "New", "New"):
        values = {"address": "https://fake.test"}  # the secret stays
        connectors.save_connector(context, connector_draft(id=saved.id, name=name, values=values))
    changes = [each.change for each in audit.audit_page(context, AuditFilter(), None, 20).entries]
    assert [each.action for each in changes if each.subject_kind == "connector"] == [
        "connector.changed",
        "connector.created",
    ]
