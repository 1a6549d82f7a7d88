"""A copy holds all that its source holds, wherever both lie, however often it was cut short."""

from __future__ import annotations

import hashlib
import resource
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from integration_console.domain.copying import CopyProgress
from integration_console.domain.errors import (
    AdministratorNeeded,
    CopyCutShort,
    CopyDiffers,
    CopySourceMissing,
    CopyTargetNeedsOwner,
    DiskFull,
    LoginMissing,
    NotAMember,
    OrganisationExists,
    OrganisationUnclear,
    WorkspaceDamaged,
    WorkspaceTooNew,
)
from integration_console.domain.ids import new_id
from integration_console.domain.log_conditions import EVERYTHING, Contains
from integration_console.domain.work import Cancelled, Progress, UnattendedWork
from integration_console.operations import audit, connectors
from integration_console.storage import figure_rolls, logs
from integration_console.storage import webhooks as webhook_rows
from integration_console.storage.copying.portable import TABLES
from integration_console.storage.copying.workspaces import Place, copy_workspace
from integration_console.storage.events import store_events
from integration_console.storage.log_rows import append_entries
from integration_console.storage.shared.migrate import Owner
from integration_console.storage.shared.store import open_shared
from integration_console.storage.transaction import Priority
from tests.builders import connector_draft, event_draft, log_draft, opened_workspace, webhook
from tests.fakes import NOON
from tests.postgres import Server, server

OWNER = Owner("laila", "Laila", NOON)
ENTRIES = 12_000


@dataclass
class Impatient:
    """Work that is cancelled after some steps."""

    steps: int

    def report(self, progress: Progress) -> None:
        assert 0 <= progress.done <= (progress.total or 0)

    def stop_if_cancelled(self) -> None:
        self.steps -= 1
        if self.steps < 0:
            raise Cancelled


@dataclass
class Severing:
    """Work whose connection to the database is severed once some entries of the log were copied."""

    running: Server
    database: str
    at: str = "copied"

    def report(self, progress: Progress) -> None:
        assert isinstance(progress, CopyProgress)
        log = next(each for each in progress.tables if each.name == "integration_logs")
        if getattr(log, self.at) > ENTRIES // 2:
            self.running.run(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "  # noqa: S608 - our own name
                f"WHERE datname = '{self.database}' AND application_name = 'integration-console'"
            )

    def stop_if_cancelled(self) -> None:
        """Go on."""


@dataclass
class Watching:
    """Work that keeps the last that it was told."""

    last: Progress | None = None

    def report(self, progress: Progress) -> None:
        self.last = progress

    def stop_if_cancelled(self) -> None:
        """Go on."""


@pytest.fixture(scope="module")
def running() -> Server:
    found = server()
    found.new_login("laila")
    return found


@pytest.fixture(scope="module")
def database(running: Server) -> str:
    return running.new_database()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a connector and its secret, an event, and entries of two months, some of them odd."""
    folder = tmp_path_factory.mktemp("source")
    path = folder / "console.db"
    with opened_workspace(folder, path=path) as opened:
        connectors.save_connector(opened.context, connector_draft())
        hook = webhook()
        opened.store.write(lambda writing: webhook_rows.add_webhook(writing, hook))
        opened.store.write(lambda writing: store_events(writing, [event_draft(webhook_id=hook.id)]), Priority.EVENTS)
        drafts = [log_draft(message=f"entry {number} \0 “سطر”", duration_ms=number / 7) for number in range(ENTRIES)]
        drafts += [log_draft(created_at=NOON.replace(month=3), payload="later")]
        opened.store.write(lambda writing: append_entries(writing, drafts), Priority.LOGS)
    return path


def sum_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def emptied(running: Server, database: str) -> None:
    """Take every organisation out of the database."""
    for table in (*(each.name for each in TABLES), "tenants"):
        running.run(f"SET app.copying = on; DELETE FROM console.{table}", database)  # noqa: S608 - our own names


@pytest.fixture
def empty(running: Server, database: str) -> Iterator[str]:
    emptied(running, database)
    yield database
    emptied(running, database)


def test_a_file_comes_into_a_database_whole_and_works_there(running: Server, empty: str, file: Path) -> None:
    before = sum_of(file)
    report = copy_workspace(Place(file), Place(running.address(empty)), UnattendedWork(), OWNER)
    assert (sum_of(file), report.organisation, report.resumed) == (before, "console", 0)
    assert report.replaced == ENTRIES
    with opened_workspace(file.parent, path=running.address(empty, "laila"), protected=False) as opened:
        assert opened.context.vault.unlocked  # the holder's key opens what was sealed before
        (used,) = connectors.connectors(opened.context)
        assert used.name == "Ops"
        found = opened.store.read(lambda reading: logs.count(reading, Contains("entry"), 100_000))
        chain = audit.verify_audit(opened.context, UnattendedWork())
    assert (found, chain.broken_at) == (ENTRIES, None)
    months = "SELECT count(*) FROM console.integration_logs_other"
    with running.connect(empty) as connection:
        assert connection.execute(months.encode()).fetchone() == (0,)


def test_what_came_back_from_a_database_is_the_same(running: Server, empty: str, file: Path, tmp_path: Path) -> None:
    there = copy_workspace(Place(file), Place(running.address(empty)), UnattendedWork(), OWNER)
    first, second = tmp_path / "first.db", tmp_path / "second.db"
    back = copy_workspace(Place(running.address(empty, tenant="console")), Place(first), UnattendedWork())
    again = copy_workspace(Place(first), Place(second), UnattendedWork())
    assert back.digest == again.digest
    changed = {"tenant_members", "audit_log"}  # the owner came to it there, which is told
    assert [each for each in back.tables if each.name not in changed] == [
        each for each in there.tables if each.name not in changed
    ]
    with opened_workspace(file.parent, path=second, protected=False) as opened:
        assert opened.context.vault.unlocked


def test_a_copy_that_was_cut_short_goes_on(running: Server, empty: str, file: Path) -> None:
    target = Place(running.address(empty))
    for steps in (1, 12, 20):
        with pytest.raises(Cancelled):
            copy_workspace(Place(file), target, Impatient(steps), OWNER)
        with pytest.raises(NotAMember):
            open_shared(running.address(empty, "laila"))
    report = copy_workspace(Place(file), target, UnattendedWork(), OWNER)
    assert report.resumed >= 5_000
    with pytest.raises(OrganisationExists):
        copy_workspace(Place(file), target, UnattendedWork(), OWNER)


@pytest.mark.parametrize("moment", ["copied", "proved"])
def test_a_copy_whose_connection_broke_goes_on(running: Server, empty: str, file: Path, moment: str) -> None:
    target = Place(running.address(empty))
    with pytest.raises(CopyCutShort) as cut:
        copy_workspace(Place(file), target, Severing(running, empty, moment), OWNER)
    assert cut.value.params == {"database": empty}
    report = copy_workspace(Place(file), target, UnattendedWork(), OWNER)
    assert report.resumed >= 5_000


def test_a_copy_tells_of_each_table_how_far_it_is(file: Path, tmp_path: Path) -> None:
    work = Watching()
    report = copy_workspace(Place(file), Place(tmp_path / "copy.db"), work)
    assert isinstance(work.last, CopyProgress)
    assert (work.last.done, work.last.total) == (2 * report.rows, 2 * report.rows)
    assert [(each.name, each.rows, each.copied, each.proved) for each in work.last.tables] == [
        (each.name, each.rows, each.rows, each.rows) for each in report.tables
    ]


def test_an_owner_whom_the_database_does_not_know_is_refused_before_anything_is_copied(
    running: Server, empty: str, file: Path
) -> None:
    with pytest.raises(LoginMissing) as refused:
        copy_workspace(Place(file), Place(running.address(empty)), UnattendedWork(), Owner("nobody-here", "", NOON))
    assert refused.value.params == {"login": "nobody-here"}
    with running.connect(empty) as connection:
        assert connection.execute(b"SELECT count(*) FROM integration_connectors").fetchone() == (0,)


def test_what_comes_after_a_copy_comes_behind_it(running: Server, empty: str, file: Path, tmp_path: Path) -> None:
    far = 10**15
    copy_workspace(Place(file), Place(tmp_path / "far.db"), UnattendedWork())
    with closing(sqlite3.connect(tmp_path / "far.db")) as connection, connection:
        connection.execute("UPDATE integration_logs SET position = position + ?", (far,))
    copy_workspace(Place(tmp_path / "far.db"), Place(running.address(empty)), UnattendedWork(), OWNER)
    store = open_shared(running.address(empty, "laila"))
    start = store.read(logs.newest_position)
    store.write(lambda writing: append_entries(writing, [log_draft()]), Priority.LOGS)
    entries, _ = store.read(lambda reading: logs.tail(reading, EVERYTHING, start, 100))
    store.close()
    assert (len(entries), start > far) == (1, True)


def test_what_comes_after_a_copy_of_an_emptied_log_is_added_up(
    running: Server, empty: str, file: Path, tmp_path: Path
) -> None:
    far = tmp_path / "far.db"
    copy_workspace(Place(file), Place(far), UnattendedWork())
    with closing(sqlite3.connect(far)) as connection, connection:
        (tenant,) = connection.execute("SELECT tenant_id FROM tenants").fetchone()
        connection.execute("DELETE FROM log_reached")
        connection.execute("INSERT INTO log_reached VALUES (?, 'figures', ?)", (tenant, 10**15))
    copy_workspace(Place(far), Place(running.address(empty)), UnattendedWork(), OWNER)
    store = open_shared(running.address(empty, "laila"))
    store.write(lambda writing: append_entries(writing, [log_draft()]), Priority.LOGS)
    draft = store.read(figure_rolls.draft_next)
    store.close()
    assert draft.rows != []


def test_what_was_altered_meanwhile_is_copied_anew(running: Server, empty: str, file: Path) -> None:
    target = Place(running.address(empty))
    with pytest.raises(Cancelled):
        copy_workspace(Place(file), target, Impatient(20), OWNER)
    running.run("UPDATE console.integration_logs SET topic = 'altered'", empty)
    copy_workspace(Place(file), target, UnattendedWork(), OWNER)
    with running.connect(empty) as connection:
        assert connection.execute(b"SELECT count(*) FROM integration_logs WHERE topic = 'altered'").fetchone() == (0,)


def test_a_copy_that_differs_is_not_used(running: Server, empty: str, file: Path) -> None:
    running.run(
        "CREATE FUNCTION console.spoil() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN NEW.name := 'spoilt'; RETURN NEW; END $$; "
        "CREATE TRIGGER spoil BEFORE INSERT ON console.integration_webhooks "
        "FOR EACH ROW EXECUTE FUNCTION console.spoil()",
        empty,
    )
    try:
        with pytest.raises(CopyDiffers) as refused:
            copy_workspace(Place(file), Place(running.address(empty)), UnattendedWork(), OWNER)
        assert refused.value.params["table"] == "integration_webhooks"
        with pytest.raises(NotAMember):
            open_shared(running.address(empty, "laila"))
    finally:
        running.run("DROP FUNCTION console.spoil() CASCADE", empty)


def test_another_organisation_of_the_database_is_left_alone(
    running: Server, empty: str, file: Path, tmp_path: Path
) -> None:
    running.new_organisation(empty, "Globex", "omar")
    globex = open_shared(running.address(empty, "omar"))
    globex.write(lambda writing: append_entries(writing, [log_draft(id=new_id())]), Priority.LOGS)
    copy_workspace(Place(file), Place(running.address(empty)), UnattendedWork(), OWNER)
    assert globex.read(lambda reading: logs.count(reading, EVERYTHING, 100_000)) == 1
    globex.close()
    with pytest.raises(OrganisationUnclear):
        copy_workspace(Place(running.address(empty)), Place(tmp_path / "unclear.db"), UnattendedWork())
    assert list(tmp_path.iterdir()) == []


def test_only_an_administrator_copies(running: Server, empty: str, file: Path, tmp_path: Path) -> None:
    running.new_organisation(empty, "Acme", "laila")
    with pytest.raises(AdministratorNeeded):
        copy_workspace(Place(file), Place(running.address(empty, "laila")), UnattendedWork(), OWNER)
    with pytest.raises(AdministratorNeeded):
        copy_workspace(Place(running.address(empty, "laila")), Place(tmp_path / "own.db"), UnattendedWork())
    with pytest.raises(CopyTargetNeedsOwner):
        copy_workspace(Place(file), Place(running.address(empty)), UnattendedWork())


def test_a_person_cannot_keep_changes_out_of_the_audit(running: Server, empty: str) -> None:
    running.new_organisation(empty, "Acme", "laila")
    with running.connect(empty, "laila") as person:
        person.execute("SET app.copying = on")
        tenant = person.execute("SELECT tenant_id::text FROM console.my_organisations()").fetchone()
        assert tenant is not None
        person.execute("SELECT set_config('app.tenant_id', %s, false)", tenant)
        before = person.execute("SELECT count(*) FROM audit_log").fetchone()
        person.execute("UPDATE tenant_members SET name = 'Somebody else'")
        assert person.execute("SELECT count(*) - 1 FROM audit_log").fetchone() == before


def test_a_file_is_made_whole_or_not_at_all(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "deep" / "copy.db"
    with pytest.raises(Cancelled):
        copy_workspace(Place(file), Place(target), Impatient(9))
    assert [each.name for each in target.parent.iterdir() if "lock" not in each.name] == []
    report = copy_workspace(Place(file), Place(target), UnattendedWork())
    assert report.rows > ENTRIES
    with pytest.raises(OrganisationExists):
        copy_workspace(Place(file), Place(target), UnattendedWork())


def test_a_full_disk_is_said_and_nothing_half_is_left(file: Path, tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, before[1]))  # as where there is no more room
    try:
        with pytest.raises(DiskFull):
            copy_workspace(Place(file), Place(tmp_path / "copy.db"), UnattendedWork())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert [each.name for each in tmp_path.iterdir() if "lock" not in each.name] == []


def test_a_file_can_be_copied_while_it_is_written(tmp_path: Path) -> None:
    with opened_workspace(tmp_path) as opened:
        opened.store.write(lambda writing: append_entries(writing, [log_draft()]), Priority.LOGS)
        report = copy_workspace(Place(tmp_path / "console.db"), Place(tmp_path / "copy.db"), UnattendedWork())
    assert [each.rows for each in report.tables if each.name == "integration_logs"] == [1]


@pytest.mark.parametrize(("revision", "expected"), [("9999", WorkspaceTooNew), ("", WorkspaceDamaged)])
def test_a_file_that_cannot_be_understood_is_not_copied(
    tmp_path: Path, revision: str, expected: type[Exception]
) -> None:
    with opened_workspace(tmp_path):
        pass
    path = tmp_path / "console.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    with pytest.raises(expected):
        copy_workspace(Place(path), Place(tmp_path / "copy.db"), UnattendedWork())
    with pytest.raises(CopySourceMissing):
        copy_workspace(Place(tmp_path / "missing.db"), Place(tmp_path / "copy.db"), UnattendedWork())
