"""Runs the story, takes the pictures, and says in a short table what happened."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from integration_console.ui.demonstration.asking import AskingStory
from integration_console.ui.demonstration.cases import CaseStory
from integration_console.ui.demonstration.copies import CopiesStory
from integration_console.ui.demonstration.keys import KeysStory
from integration_console.ui.demonstration.people import PeopleStory
from integration_console.ui.demonstration.pictures import (
    PAGES,
    SIZE,
    Over,
    Picture,
    View,
    take_dialog,
    take_pictures,
    take_window,
)
from integration_console.ui.demonstration.reading import ReadingStory
from integration_console.ui.demonstration.story import Slack, Story
from integration_console.ui.demonstration.syncing import Google, Odoo, SyncStory
from integration_console.ui.demonstration.waiting import TookTooLong

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from integration_console.ui.console import Console
    from integration_console.ui.demonstration.deliveries import Posted
    from integration_console.ui.language import LanguageCode
    from integration_console.ui.tasks import TaskRunner


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the workspace and the pictures go, in which languages, and what their names end in.

    `another` makes a console with nothing opened yet.
    """

    workspace: Path
    pictures: Path
    languages: Sequence[LanguageCode]
    another: Callable[[], Console]
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Systems:
    """The outside systems that the story meets."""

    slack: Slack
    odoo: Odoo
    google: Google


@dataclass(frozen=True, slots=True)
class _Stories:
    """What is demonstrated, and by whom."""

    story: Story
    syncing: SyncStory
    people: PeopleStory
    keys: KeysStory
    copies: CopiesStory
    reading: ReadingStory
    asking: AskingStory
    case: CaseStory

    @property
    def happened(self) -> list[tuple[str, str]]:
        """Each step with its outcome."""
        told = (self.story, self.syncing, self.people, self.keys, self.reading, self.copies, self.case)
        return [step for each in told for step in each.happened]

    def tell(self, workspace: Path, take: Callable[..., None]) -> Posted:
        """Go through all of it; return what became of the deliveries. Raises `TookTooLong`."""
        self.story.open_workspace(workspace)
        posted = self.story.receive_deliveries()
        self.story.send_message()
        self.syncing.sync_odoo(lambda: take(View("syncs", "progress")))
        self.syncing.sync_drive()
        self.syncing.meet_trouble()
        self.people.add_members()
        self.keys.hand_out_keys()
        self.people.verify_audit()
        self.reading.leave_notes()
        take(*(View(page, page) for page in PAGES), *self.reading.views)
        self.asking.look_at_dialogs()
        self.case.hand_over(workspace.with_name("acme.icase"))
        self.copies.back_up(workspace.with_name("kept.db"))
        self.copies.look_at_copy()
        return posted


def demonstrate(
    console: Console, tasks: TaskRunner, systems: Systems, plan: Plan, say: Callable[[str], None] = print
) -> int:
    """Do the main job; return 0 when all of it happened and every picture shows what is stored."""
    pictures: list[Picture] = []

    def take(*views: View) -> None:
        pictures.extend(take_pictures(console, plan.pictures, plan.languages, views, plan.suffix))

    def take_over(over: Over) -> None:
        pictures.extend(take_dialog(console, plan.pictures, plan.languages, over, plan.suffix))

    def take_case(other: Console, over: Over) -> None:
        pictures.extend(take_window(other, plan.pictures, plan.languages, over, plan.suffix))

    stories = _Stories(
        Story(console, tasks, systems.slack),
        SyncStory(console, tasks, systems.odoo, systems.google),
        PeopleStory(console),
        KeysStory(console),
        CopiesStory(console, take_over),
        ReadingStory(console),
        AskingStory(console, take_over),
        CaseStory(console, plan.another, take_case),
    )
    try:
        console.window.resize(*SIZE)
        posted = stories.tell(plan.workspace, take)
    except TookTooLong as error:
        _say_table(stories.happened, say)
        say(f"It ended there: {error} did not come.")
        return 1
    happened = stories.happened
    wrong = [each.name for each in pictures if not each.true]
    report = {"happened": happened, "pictures": [each.as_json() for each in pictures]}
    report_file = plan.pictures / f"report{plan.suffix}.json"
    report_file.write_text(json.dumps(report, ensure_ascii=False, indent=2), encoding="utf-8")
    _say_table([*happened, ("Pictures", _told(pictures, plan.pictures))], say)
    for name in wrong:
        say(f"{name} does not show what is stored.")
    complete = posted.accepted == len(posted.answers) and posted.repeated == "duplicate"
    return 0 if complete and not wrong else 1


def _told(pictures: Sequence[Picture], folder: Path) -> str:
    return f"{len(pictures)} of every page, in {folder}"


def _say_table(rows: Sequence[tuple[str, str]], say: Callable[[str], None]) -> None:
    width = max((len(what) for what, _ in rows), default=0)
    for what, outcome in rows:
        say(f"  {what.ljust(width)}  {outcome}")
