"""`schedules add | list | activate | hold | remove`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from integration_console.commands.connectors import named
from integration_console.commands.session import Session, json_option
from integration_console.domain.errors import NotFound
from integration_console.domain.schedules import Misfire, Overlap, ScheduleDraft, Timing
from integration_console.domain.streams import SyncMode

if TYPE_CHECKING:
    from integration_console.domain.schedules import Schedule
    from integration_console.gateways.protocols import Gateway


@click.group()
def schedules() -> None:
    """Schedules: when syncs become due by themselves."""


@schedules.command("add")
@click.argument("connector_id", metavar="ID")
@click.option("--every", "seconds", type=int, help="Every so many seconds (60 to 366 days).")
@click.option("--cron", default="", metavar="EXPR", help="Five parts, such as '30 6 * * 1-5', in the time zone.")
@click.option("--time-zone", default="UTC", show_default=True, help="Such as Asia/Riyadh; counts for --cron.")
@click.option("--mode", type=click.Choice([each.value for each in SyncMode]), default="incremental", show_default=True)
@click.option(
    "--misfire", type=click.Choice([each.value for each in Misfire]), default="once", show_default=True,
    help="What becomes of fire times that passed while nothing ran.",
)  # fmt: skip
@click.option(
    "--overlap", type=click.Choice([each.value for each in Overlap]), default="skip", show_default=True,
    help="What becomes of a fire time while the last run goes on.",
)  # fmt: skip
@json_option
@click.pass_obj
def add(  # noqa: PLR0913 - one for each option
    session: Session,
    *,
    connector_id: str,
    seconds: int | None,
    cron: str,
    time_zone: str,
    mode: str,
    misfire: str,
    overlap: str,
) -> None:
    """Let the connector ID (or name) sync by itself: --every or --cron."""
    if (seconds is None) == (not cron):
        raise click.UsageError("Give either --every or --cron.")
    with session.gateway() as gateway:
        draft = ScheduleDraft(
            named(gateway, connector_id).id,
            SyncMode(mode),
            Timing.CRON if cron else Timing.INTERVAL,
            seconds or 3600,
            cron,
            time_zone,
            Misfire(misfire),
            Overlap(overlap),
        )
        saved = gateway.save_schedule(draft)
    session.show(_json(saved), f"Added; the next sync is due at {_moment(saved)} ({saved.id}).")


@schedules.command("list")
@click.option("--connector", "connector_id", default="", metavar="ID", help="Only this connector's (id or name).")
@json_option
@click.pass_obj
def list_schedules(session: Session, connector_id: str) -> None:
    """List schedules with their next fire times (UTC)."""
    with session.looking() as gateway:
        names = {each.id: each.name for each in gateway.connectors()}
        found = gateway.schedules(named(gateway, connector_id).id if connector_id else "")
    rows = [{**_json(each), "connector": names.get(each.connector_id, "—")} for each in found]
    session.show_rows(rows, ("id", "connector", "mode", "when", "time_zone", "active", "next"))


@schedules.command("activate")
@click.argument("schedule_id", metavar="SCHEDULE")
@json_option
@click.pass_obj
def activate(session: Session, schedule_id: str) -> None:
    """Let a schedule run again; what it missed is not made up for."""
    _switch(session, schedule_id, active=True)


@schedules.command("hold")
@click.argument("schedule_id", metavar="SCHEDULE")
@json_option
@click.pass_obj
def hold(session: Session, schedule_id: str) -> None:
    """Let a schedule rest."""
    _switch(session, schedule_id, active=False)


@schedules.command("remove")
@click.argument("schedule_id", metavar="SCHEDULE")
@json_option
@click.pass_obj
def remove(session: Session, schedule_id: str) -> None:
    """Remove a schedule; its runs stay."""
    with session.gateway() as gateway:
        found = _found(gateway, schedule_id)
        gateway.remove_schedule(found.id)
    session.show({"removed": found.id}, f"Removed {found.id}.")


def _switch(session: Session, schedule_id: str, *, active: bool) -> None:
    with session.gateway() as gateway:
        switched = gateway.switch_schedule(_found(gateway, schedule_id).id, active=active)
    session.show(_json(switched), f"The next sync is due at {_moment(switched)}.")


def _found(gateway: Gateway, schedule_id: str) -> Schedule:
    found = next((each for each in gateway.schedules() if each.id == schedule_id), None)
    if found is None:
        raise NotFound(kind="schedule", id=schedule_id)
    return found


def _moment(schedule: Schedule) -> str:
    return schedule.next_fire_at.isoformat() if schedule.next_fire_at else "—"


def _json(schedule: Schedule) -> dict[str, Any]:
    return {
        "id": schedule.id,
        "connector_id": schedule.connector_id,
        "mode": schedule.mode.value,
        "when": schedule.cron if schedule.timing is Timing.CRON else f"every {schedule.seconds} s",
        "time_zone": schedule.time_zone,
        "misfire": schedule.misfire.value,
        "overlap": schedule.overlap.value,
        "active": schedule.active,
        "next": _moment(schedule),
    }
