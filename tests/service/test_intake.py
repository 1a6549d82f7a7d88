"""Group commit: many events in few transactions, and one that cannot be stored takes no others with it."""

from __future__ import annotations

import asyncio

import pytest

from integration_console.domain.changes import Change, Subject
from integration_console.domain.errors import ConsoleError, EventUnstorable, WorkspaceBusy
from integration_console.domain.ids import new_id
from integration_console.operations.context import Context
from integration_console.service.intake import Intake
from integration_console.storage import events
from integration_console.storage.events import EventDraft, Stored
from tests.builders import another_tool_writing, event_draft, impatient, logged

WEBHOOK = new_id()
POISON = (
    "CREATE TRIGGER poison BEFORE INSERT ON webhook_events WHEN NEW.event_type = 'poison' "
    "BEGIN SELECT RAISE(ABORT, 'no'); END"
)


def stored(context: Context, *drafts: EventDraft) -> list[Stored | BaseException]:
    """What each of these events hears, all sent at once."""

    async def send() -> list[Stored | BaseException]:
        intake = Intake(context.store.writer, context.announcements, 1000)
        return await asyncio.gather(*(intake.store(each) for each in drafts), return_exceptions=True)

    return asyncio.run(send())


def test_events_that_come_together_are_written_together(context: Context) -> None:
    heard: list[Change] = []
    context.announcements.listen(heard.append)
    drafts = [event_draft(webhook_id=WEBHOOK) for _ in range(300)]
    assert stored(context, *drafts) == [Stored(each.id, duplicate=False) for each in drafts]
    assert heard == [Change(Subject.LOGS, 256), Change(Subject.LOGS, 300)]


def test_a_poisoned_event_is_refused_alone(context: Context) -> None:
    context.store.write(lambda writing: writing.connection.exec_driver_sql(POISON))
    drafts = [event_draft(webhook_id=WEBHOOK, event_type="poison" if each == 5 else "push") for each in range(12)]
    outcomes = stored(context, *drafts)
    assert [type(each) for each in outcomes] == [*[Stored] * 5, EventUnstorable, *[Stored] * 6]
    kept = context.store.read(lambda reading: events.last_events(reading, WEBHOOK, 99))
    assert sorted(each.id for each in kept) == sorted(each.id for each in drafts if each.event_type != "poison")
    assert (logged(context), context.store.trouble) == (["webhook.received"] * 11, None)


def test_trouble_of_the_workspace_is_told_to_everyone_who_waits(context: Context) -> None:
    impatient(context.store)
    with another_tool_writing(context.store.path):
        outcomes = stored(context, event_draft(), event_draft())
    assert [type(each) for each in outcomes] == [WorkspaceBusy, WorkspaceBusy]
    assert [type(each) for each in stored(context, event_draft())] == [Stored]


@pytest.mark.parametrize("poisoned", [False, True])
def test_a_sender_that_no_longer_waits_disturbs_nobody(context: Context, poisoned: bool) -> None:
    context.store.write(lambda writing: writing.connection.exec_driver_sql(POISON))
    left = event_draft(webhook_id=WEBHOOK, event_type="poison" if poisoned else "push")

    async def send() -> Stored:
        intake = Intake(context.store.writer, context.announcements, 10)
        impatient_sender = asyncio.ensure_future(intake.store(left))
        await asyncio.sleep(0)
        impatient_sender.cancel()
        return await intake.store(event_draft(webhook_id=WEBHOOK))

    assert asyncio.run(send()).duplicate is False
    kept = context.store.read(lambda reading: events.last_events(reading, WEBHOOK, 9))
    assert len(kept) == 1 + (not poisoned)


def test_an_unstorable_event_says_why(context: Context) -> None:
    context.store.write(lambda writing: writing.connection.exec_driver_sql(POISON))
    (outcome,) = stored(context, event_draft(event_type="poison"))
    assert isinstance(outcome, ConsoleError)
    assert outcome.title == "This event cannot be stored: IntegrityError."
