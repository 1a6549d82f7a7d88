"""Runs the story, takes the pictures, and says in a short table what happened."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from integration_console.ui.demonstration.keys import KeysStory
from integration_console.ui.demonstration.people import PeopleStory
from integration_console.ui.demonstration.pictures import PAGES, Picture, View, take_pictures
from integration_console.ui.demonstration.story import Slack, Story
from integration_console.ui.demonstration.syncing import Google, Odoo, SyncStory
from integration_console.ui.demonstration.waiting import TookTooLong

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from integration_console.ui.console import Console
    from integration_console.ui.language import LanguageCode
    from integration_console.ui.tasks import TaskRunner

_SIZE = (1280, 832)


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the workspace and the pictures go, in which languages, and what their names end in."""

    workspace: Path
    pictures: Path
    languages: Sequence[LanguageCode]
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Systems:
    """The outside systems that the story meets."""

    slack: Slack
    odoo: Odoo
    google: Google


def demonstrate(
    console: Console, tasks: TaskRunner, systems: Systems, plan: Plan, say: Callable[[str], None] = print
) -> int:
    """Do the main job; return 0 when all of it happened and every picture shows what is stored."""
    story = Story(console, tasks, systems.slack)
    syncing = SyncStory(console, tasks, systems.odoo, systems.google)
    people, keys = PeopleStory(console), KeysStory(console)
    pictures: list[Picture] = []

    def take(*views: View) -> None:
        pictures.extend(take_pictures(console, plan.pictures, plan.languages, views, plan.suffix))

    try:
        console.window.resize(*_SIZE)
        story.open_workspace(plan.workspace)
        posted = story.receive_deliveries()
        story.send_message()
        syncing.sync_odoo(lambda: take(View("syncs", "progress")))
        syncing.sync_drive()
        syncing.meet_trouble()
        people.add_members()
        keys.hand_out_keys()
        people.verify_audit()
        take(*(View(page, page) for page in PAGES))
    except TookTooLong as error:
        _say_table([*story.happened, *syncing.happened, *people.happened, *keys.happened], say)
        say(f"It ended there: {error} did not come.")
        return 1
    wrong = [each.name for each in pictures if not each.true]
    happened = [*story.happened, *syncing.happened, *people.happened, *keys.happened]
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
