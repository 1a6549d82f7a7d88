"""`retention show|set|hold|release|run`: how long the log is kept."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from integration_console.commands.connectors import named
from integration_console.commands.session import Session, json_option, one_line
from integration_console.domain.retention import MOST_DAYS, HoldDraft, RetentionPolicy, RetentionRule
from integration_console.domain.wire import to_wire
from integration_console.domain.work import UnattendedWork

if TYPE_CHECKING:
    from integration_console.domain.retention import LegalHold, RetentionState

_EVER = "ever"
_THOUSAND = 1_000


class _Days(click.ParamType[int]):
    """A number of days, or `ever`."""

    name = "DAYS|ever"

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> int:  # noqa: ANN401 - click's own
        """Return the number, 0 for `ever`."""
        if value in (_EVER, 0):
            return 0
        days = int(value) if str(value).isdecimal() else 0
        if not 1 <= days <= MOST_DAYS:
            self.fail(f"give a number from 1 to {MOST_DAYS}, or {_EVER}", param, context)
        return days


@click.group()
def retention() -> None:
    """How long the log is kept."""


@retention.command("show")
@json_option
@click.pass_obj
def show(session: Session) -> None:
    """Show rules, legal holds and the last removal."""
    with session.looking() as gateway:
        state = gateway.retention()
    session.show(to_wire(state), _state_text(state))


@retention.command("set")
@click.option("--days", type=_Days(), help="Keep entries that no rule is about so long.")
@click.option("--event-days", type=_Days(), help="Keep received events and their bodies so long.")
@click.option("--rule", "rules", multiple=True, metavar="CLASS=DAYS", help="Such as sync.*=30 or status:error=ever.")
@click.option("--without", multiple=True, metavar="CLASS", help="Remove the rule for a class.")
@json_option
@click.pass_obj
def set_(
    session: Session, days: int | None, event_days: int | None, rules: tuple[str, ...], without: tuple[str, ...]
) -> None:
    """Change rules; those that are not named stay as they are."""
    given = dict(_rule(each) for each in rules)
    if days is None and event_days is None and not given and not without:
        raise click.UsageError("Name what is to change: --days, --event-days, --rule or --without.")
    with session.gateway() as gateway:
        before = gateway.retention().policy
        kept = {rule.name: rule.days for rule in before.rules if rule.name not in without}
        policy = RetentionPolicy(
            before.days if days is None else days or None,
            before.event_days if event_days is None else event_days or None,
            tuple(RetentionRule(*each) for each in sorted({**kept, **given}.items())),
        )
        gateway.set_retention(policy)
        state = gateway.retention()
    session.show(to_wire(state), _state_text(state))


@retention.command("hold")
@click.option("--reason", required=True, help="Why these entries must be kept.")
@click.option("--since", type=click.DateTime(), help="From this moment on (UTC).")
@click.option("--until", type=click.DateTime(), help="Until before this moment (UTC).")
@click.option("--connector", default="", metavar="NAME", help="Entries about this connector only.")
@click.option("--correlation", default="", metavar="ID", help="Entries of this cause only.")
@json_option
@click.pass_obj
def hold(
    session: Session, reason: str, since: datetime | None, until: datetime | None, connector: str, correlation: str
) -> None:
    """Keep entries until the hold is released, whatever the rules say; what is named must all hold."""
    with session.gateway() as gateway:
        owner = named(gateway, connector).id if connector else ""
        placed = gateway.place_hold(HoldDraft(reason, _utc(since), _utc(until), owner, correlation))
    session.show(to_wire(placed), f"Held  {placed.id}")


@retention.command("release")
@click.argument("hold_id", metavar="ID")
@json_option
@click.pass_obj
def release(session: Session, hold_id: str) -> None:
    """End a hold; what it kept goes with the next removal."""
    with session.gateway() as gateway:
        gateway.release_hold(hold_id)
    session.show({"released": hold_id}, f"Released  {hold_id}")


@retention.command("run")
@click.option("--dry-run", is_flag=True, help="Only say what would go.")
@json_option
@click.pass_obj
def run(session: Session, dry_run: bool) -> None:
    """Remove now what is older than it is kept; this happens by itself once a day, too."""
    if dry_run:
        with session.looking() as gateway:
            found = gateway.retention_forecast(UnattendedWork())
        lines = [
            f"Would remove {found.entries:,} entries, {size_text(found.size_bytes)}; events at most: {found.events:,}",
            *(f"  {each.name:24}{each.entries:>14,}" for each in found.classes),
            *([f"Kept by legal holds: {found.held:,} entries"] if found.held else []),
        ]
        session.show(to_wire(found), "\n".join(lines))
        return
    with session.gateway() as gateway:
        done = gateway.run_retention(UnattendedWork())
    text = f"Removed {done.entries:,} entries and {done.events:,} events, {size_text(done.size_bytes)}"
    session.show(to_wire(done), text)


def size_text(number: int) -> str:
    """Return a number of bytes as people read it."""
    size = float(number)
    for unit in ("B", "KB", "MB"):
        if size < _THOUSAND:
            return f"{size:.0f} {unit}" if unit == "B" else f"{size:.1f} {unit}"
        size /= _THOUSAND
    return f"{size:.1f} GB"


def _rule(text: str) -> tuple[str, int | None]:
    name, _, days = text.rpartition("=")
    if not name:
        raise click.UsageError(f"--rule takes CLASS=DAYS, not {text}.")
    return name, _Days().convert(days, None, None) or None


def _utc(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.replace(tzinfo=UTC)


def _state_text(state: RetentionState) -> str:
    policy, run = state.policy, state.last_run
    lines = [f"{'Entries':24}{_days_text(policy.days)}"]
    lines += [f"  {rule.name:22}{_days_text(rule.days)}" for rule in policy.rules]
    lines.append(f"{'Received events':24}{_days_text(policy.event_days)}")
    lines += [_hold_text(each) for each in state.holds]
    if run is not None:
        ended = "not ended yet" if run.finished_at is None else f"{run.entries:,} entries, {run.events:,} events"
        lines.append(f"{'Last removal':24}{run.started_at:%Y-%m-%d %H:%M}Z  {ended}")
    return "\n".join(lines)


def _days_text(days: int | None) -> str:
    return "for ever" if days is None else f"{days} days"


def _hold_text(hold: LegalHold) -> str:
    parts = [
        f"since {hold.since:%Y-%m-%d %H:%M}Z" if hold.since else "",
        f"until {hold.until:%Y-%m-%d %H:%M}Z" if hold.until else "",
        f"connector {hold.connector_id}" if hold.connector_id else "",
        f"correlation {hold.correlation_id}" if hold.correlation_id else "",
    ]
    about = ", ".join(each for each in parts if each) or "everything"
    return f"Hold  {hold.id}  {about}: {one_line(hold.reason)} ({one_line(hold.author)})"
