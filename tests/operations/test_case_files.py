"""Making case files of a workspace: what goes in, who may, which key signs, what is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from integration_console.domain.case_files import CaseWish, key_bytes
from integration_console.domain.errors import CaseFileNothing, InvalidInput, QueryNotUnderstood, VaultLocked
from integration_console.domain.log_conditions import EVERYTHING, Contains
from integration_console.domain.logs import LogFilter
from integration_console.domain.schedules import ScheduleDraft
from integration_console.domain.webhooks import Scheme, WebhookDraft
from integration_console.domain.work import UnattendedWork
from integration_console.operations import audit, case_files, connectors, logs, schedules, webhooks
from integration_console.operations.context import Context
from integration_console.storage.case_files.reading import CaseFile
from integration_console.storage.events import store_events
from integration_console.storage.log_rows import append_entries
from integration_console.storage.vault import Vault
from tests.builders import connector_draft, event_draft, log_draft, source_draft
from tests.fakes import NOON, MemoryPlace

WORK = UnattendedWork()


def logged(context: Context, count: int, **changed: object) -> None:
    drafts = [log_draft(created_at=NOON - timedelta(minutes=n), message=f"entry {n}", **changed) for n in range(count)]
    context.store.write(lambda writing: append_entries(writing, drafts))


def test_a_case_file_holds_the_entries_that_fit_with_their_payloads_and_events(
    context: Context, tmp_path: Path
) -> None:
    hook, _ = webhooks.save_webhook(context, WebhookDraft("Repo", Scheme.GITHUB))
    event = event_draft(webhook_id=hook.id, body=b'{"mail":"amina@example.com"}')
    context.store.write(lambda writing: store_events(writing, [event]))
    logged(context, 1300, payload='{"password":"hunter2"}')
    report = case_files.make_case_file(
        context, CaseWish(LogFilter(query="type:webhook.received")), tmp_path / "a.icase", WORK
    )
    case = CaseFile(tmp_path / "a.icase")
    assert report.manifest == case.manifest
    assert case.count(EVERYTHING, 10_000) == report.manifest.entries == 1301
    assert case.count(Contains("hunter2"), 10) == 0
    newest = case.page(Contains("entry 0"), None, 1).entries[0]
    assert case.detail(newest.id).payload == '{"password":"••••••"}'
    received = next(each for each in case.page(EVERYTHING, None, 3).entries if each.event_id)
    detail = case.detail(received.id)
    assert (detail.headers, detail.content_type) == ((("x-github-event", "push"),), "application/json")
    assert detail.body.decode() == '{"mail":"••••••"}'
    assert (case.manifest.redactions["email"], case.manifest.redactions["named_secret"]) == (1, 1300)


def test_the_configuration_is_in_it_without_secrets(context: Context, tmp_path: Path) -> None:
    ops = connectors.save_connector(context, connector_draft())
    people = connectors.save_connector(context, source_draft())
    webhooks.save_webhook(context, WebhookDraft("Repo", Scheme.GITHUB))
    schedules.save_schedule(context, ScheduleDraft(people.id))
    case_files.make_case_file(context, CaseWish(), tmp_path / "a.icase", WORK)
    found = CaseFile(tmp_path / "a.icase").configuration
    assert [each["name"] for each in found["connectors"]] == [ops.name, people.name]
    assert [each["name"] for each in found["webhooks"]] == ["Repo"]
    assert [each["connector_id"] for each in found["schedules"]] == [people.id]
    assert found["health"]["trouble"] == ""
    assert b"tok-4711-secret" not in (tmp_path / "a.icase").read_bytes()


def test_one_key_signs_all_case_files_of_an_organisation(context: Context, tmp_path: Path) -> None:
    logged(context, 1)
    signer = case_files.case_signer(context)
    made = [case_files.make_case_file(context, CaseWish(), tmp_path / f"{n}.icase", WORK) for n in range(2)]
    assert {report.manifest.fingerprint for report in made} == {signer}
    source = made[0].manifest.source
    assert (source.organisation, source.made_by, source.made_at) == (context.store.name, context.actor, NOON)


def test_that_a_case_file_was_made_is_logged_and_audited(context: Context, tmp_path: Path) -> None:
    logged(context, 3)
    report = case_files.make_case_file(context, CaseWish(LogFilter(query="entry")), tmp_path / "a.icase", WORK)
    assert report.manifest.entries == 3
    found = logs.log_page(context, LogFilter(event_type="workspace.case_file_made"), None, 5).entries
    assert [each.params["count"] for each in found] == ["3"]
    assert "workspace.case_file_made" in audit.audit_actions(context)


def test_what_cannot_be_made_is_refused_before_anything_is_written(context: Context, tmp_path: Path) -> None:
    target = tmp_path / "made" / "a.icase"
    target.parent.mkdir()
    logged(context, 1)
    locked = replace(context, vault=Vault(context.store, MemoryPlace()))
    with pytest.raises(InvalidInput):
        case_files.make_case_file(context, CaseWish(cap=10), target, WORK)
    with pytest.raises(QueryNotUnderstood):
        case_files.make_case_file(context, CaseWish(LogFilter(query="status:odd")), target, WORK)
    with pytest.raises(CaseFileNothing):
        case_files.make_case_file(context, CaseWish(LogFilter(query="nothing-like-it")), target, WORK)
    with pytest.raises(VaultLocked):
        case_files.make_case_file(locked, CaseWish(), target, WORK)
    assert list(target.parent.iterdir()) == []


@pytest.mark.parametrize("text", ["", "AAAA", "no base 64!", "é"])
def test_what_is_no_key_is_none(text: str) -> None:
    assert key_bytes(text) == b""


def test_of_two_programs_that_make_the_first_key_both_take_the_same(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    signer = case_files.case_signer(context)
    opened, asked = case_files._opened, []

    def as_if_there_were_none(asking: Context) -> object:
        asked.append(asking)
        return None if len(asked) == 1 else opened(asking)

    monkeypatch.setattr(case_files, "_opened", as_if_there_were_none)
    assert case_files.case_signer(context) == signer
    assert len(asked) == 2
