"""Opening a workspace: its keys, its log, its announcements; and looking at one that is held."""

from __future__ import annotations

import json
from pathlib import Path

import orjson
import pytest

from integration_console.domain.changes import Change, Subject
from integration_console.domain.connectors import Message
from integration_console.domain.errors import (
    ConnectionRefused,
    FieldProblem,
    InvalidInput,
    UnexpectedAnswer,
    WorkspaceBusy,
    WorkspaceHeld,
)
from integration_console.domain.workspace import HolderKind
from integration_console.gateways.holder_client import HeldWorkspaceGateway, holders_receiver
from integration_console.gateways.opening import look_at_workspace, migrate_workspace, open_workspace
from integration_console.operations.journal import Happening, note
from integration_console.sandbox.web import LoopbackServer, Reply, Request, json_reply, text_reply
from integration_console.service.problems import problem_body
from integration_console.storage.holder import note_path
from integration_console.storage.migrate import NEWEST
from tests.builders import another_tool_writing, impatient, logged, opened_workspace, opening

A_MESSAGE = Message("x")


def test_a_workspace_unlocks_itself_with_its_key_file(tmp_path: Path) -> None:
    with opened_workspace(tmp_path):
        pass
    with opened_workspace(tmp_path, protected=False) as opened:
        assert opened.context.vault.unlocked


def test_a_workspace_whose_key_file_is_gone_stays_locked(tmp_path: Path) -> None:
    with opened_workspace(tmp_path):
        pass
    with opened_workspace(tmp_path, key_folder=tmp_path / "elsewhere", protected=False) as opened:
        assert (opened.context.vault.created, opened.context.vault.unlocked) == (True, False)


def test_a_damaged_key_file_locks_the_secrets_and_nothing_else(tmp_path: Path) -> None:
    with opened_workspace(tmp_path):
        pass
    next((tmp_path / "keys").iterdir()).write_text("damaged")
    with opened_workspace(tmp_path, protected=False) as opened:
        assert (opened.context.vault.unlocked, logged(opened.context)) == (False, [])


def test_a_desktop_finds_the_key_file_of_a_service(tmp_path: Path) -> None:
    with opened_workspace(tmp_path):
        pass
    with opened_workspace(tmp_path, place=HolderKind.KEYRING, protected=False) as opened:
        assert opened.context.vault.unlocked


def test_what_is_noted_is_written_before_closing(tmp_path: Path) -> None:
    with opened_workspace(tmp_path) as opened:
        for _ in range(100):
            note(opened.context, Happening("receiver.stopped"))
    with opened_workspace(tmp_path) as opened:
        assert logged(opened.context) == ["receiver.stopped"] * 100


@pytest.mark.embedded
def test_notes_and_trouble_are_announced(tmp_path: Path) -> None:
    heard: list[Change] = []
    with opened_workspace(tmp_path) as opened:
        opened.context.announcements.listen(heard.append)
        note(opened.context, Happening("receiver.stopped"))
        opened.context.flusher.close()  # type: ignore[attr-defined]
        impatient(opened.store)
        with another_tool_writing(tmp_path / "console.db"), pytest.raises(WorkspaceBusy):
            opened.store.write(lambda _: None)
    assert heard[:2] == [Change(Subject.LOGS, 1), Change(Subject.WORKSPACE)]


@pytest.mark.embedded
def test_a_second_opening_is_refused_and_leaves_the_first_alone(tmp_path: Path) -> None:
    with opened_workspace(tmp_path) as opened:
        with pytest.raises(WorkspaceHeld):
            open_workspace(opening(tmp_path))
        assert opened.store.holder is not None
        assert len(opened.token) > 30


@pytest.mark.embedded
def test_migrating_tells_the_revisions(tmp_path: Path) -> None:
    assert migrate_workspace(opening(tmp_path)) == ("", NEWEST)
    assert migrate_workspace(opening(tmp_path)) == (NEWEST, NEWEST)


@pytest.mark.embedded
def test_one_who_looks_neither_holds_nor_logs(tmp_path: Path) -> None:
    with opened_workspace(tmp_path) as opened:
        looking = look_at_workspace(opening(tmp_path))
        note(looking.context, Happening("receiver.stopped"))
        looking.announce_port(4711)
        assert (looking.token, logged(opened.context), holders_receiver(tmp_path / "console.db").running) == (
            "",
            [],
            False,
        )
        looking.close()


@pytest.mark.embedded
def test_where_the_holder_receives_is_read_from_its_note(tmp_path: Path) -> None:
    with opened_workspace(tmp_path) as opened:
        opened.announce_port(4711)
        found = holders_receiver(opened.store.path)
        assert (found.running, found.base_url) == (True, "http://127.0.0.1:4711")
    assert not holders_receiver(tmp_path / "console.db").running


def asked(folder: Path, port: int) -> None:
    """Send a message through a holder that says it listens at `port`."""
    with opened_workspace(folder) as opened:
        opened.announce_port(port)
        looking = look_at_workspace(opening(folder))
        try:
            HeldWorkspaceGateway(looking.context).notify("id", A_MESSAGE)
        finally:
            looking.close()


@pytest.mark.embedded
def test_a_holder_that_does_not_answer_is_no_connection(tmp_path: Path) -> None:
    silent = LoopbackServer(0, lambda _: text_reply(""))
    silent.close()
    with pytest.raises(ConnectionRefused) as caught:
        asked(tmp_path, silent.port)
    assert caught.value.params == {"host": "tests"}


@pytest.mark.embedded
@pytest.mark.parametrize(
    "reply",
    [
        text_reply("hello", 404),
        text_reply("hello"),
        json_reply({"detail": "what?"}, 500),
        json_reply({"code": "input.not_found"}, 404),
        json_reply({"welcome": True}),
        Reply(200, b"[1]"),
        Reply(200, b"{"),
    ],
)
def test_an_answer_of_somebody_else_is_unexpected(tmp_path: Path, reply: Reply) -> None:
    somebody = LoopbackServer(0, lambda _: reply)
    with pytest.raises(UnexpectedAnswer):
        asked(tmp_path, somebody.port)
    somebody.close()


@pytest.mark.embedded
def test_fields_that_the_holder_refuses_are_named_here_too(tmp_path: Path) -> None:
    problem = FieldProblem("text", "At most {most} characters.", (("most", "5"),))
    refusal = orjson.loads(problem_body(InvalidInput(problem)))
    holder = LoopbackServer(0, lambda _: json_reply(refusal, 422))
    with pytest.raises(InvalidInput) as caught:
        asked(tmp_path, holder.port)
    holder.close()
    assert caught.value.problems == (problem,)


@pytest.mark.embedded
def test_the_holder_is_shown_its_own_token(tmp_path: Path) -> None:
    seen: list[Request] = []

    def answer(request: Request) -> Reply:
        seen.append(request)
        return json_reply({"status": "sent", "channel": "C1", "reference": "42"})

    holder = LoopbackServer(0, answer)
    with opened_workspace(tmp_path) as opened:
        opened.announce_port(holder.port)
        token = json.loads(note_path(opened.store.path).read_text())["token"]
        looking = look_at_workspace(opening(tmp_path))
        receipt = HeldWorkspaceGateway(looking.context).notify("id-1", A_MESSAGE)
        looking.close()
    holder.close()
    assert (receipt.channel, receipt.reference) == ("C1", "42")
    assert (seen[0].headers["authorization"], seen[0].path) == (
        f"Bearer {token}",
        "/api/v1/connectors/id-1/messages",
    )
