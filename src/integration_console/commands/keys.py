"""`keys create | list | show | reroll | revoke | check | policy`."""

from __future__ import annotations

import re
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import click

from integration_console.commands.key_policies import policy as policy_command
from integration_console.commands.session import Session, json_option
from integration_console.domain.api_key_forms import LIVES, NEVER, ON_DATE, api_key_draft, usual_end
from integration_console.domain.api_key_policy import is_beyond, is_unused, needed_grants
from integration_console.domain.api_key_text import read_key
from integration_console.domain.api_keys import CUSTOM, preset_of, state_of
from integration_console.domain.errors import ApiKeyMalformed, NotFound, error_from_code
from integration_console.domain.permissions import KEY_PRESETS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from integration_console.domain.api_keys import ApiKey, CheckedApiKey, CreatedApiKey, KeyUse
    from integration_console.gateways.api_key_protocols import ApiKeysGateway

_UNITS = {"m": "minutes", "h": "hours", "d": "days"}
_SPAN = re.compile(r"(\d{1,4})([mhd])")


def _span(context: click.Context, parameter: click.Parameter, value: str) -> timedelta:
    """Read a span of time: 30m, 24h, 7d, or 0."""
    found = _SPAN.fullmatch(value)
    if found is None and value != "0":
        message = f"{value!r} is no span of time: write 30m, 24h, 7d or 0."
        raise click.BadParameter(message, context, parameter)
    return timedelta(**{_UNITS[found[2]]: int(found[1])}) if found else timedelta()


@click.group()
def keys() -> None:
    """API keys: credentials for other systems, shown once and kept as hashes."""


@keys.command("create")
@click.option("--name", required=True, help="Who uses the key, and what for.")
@click.option("--preset", type=click.Choice(list(KEY_PRESETS)), help="A common set of permissions (read_only).")
@click.option(
    "--permission", "permissions", multiple=True, metavar="RESOURCE.VERB[:ID]",
    help="One permission, instead of a preset; can be given again. For one connector alone: syncs.run:ID.",
)  # fmt: skip
@click.option("--address", "addresses", multiple=True, metavar="ADDRESS", help="Only from this address or network.")
@click.option(
    "--expires", metavar="WHEN",
    help="30d, 90d, 365d, a day, or never.  [default: 90d, or as late as the organisation's policy allows]",
)  # fmt: skip
@click.option("--rate-limit", default=0, help="Requests a minute at most (0: as many as it wants).")
@json_option
@click.pass_obj
def create(session: Session, /, name: str, preset: str | None, **asked: Any) -> None:  # noqa: ANN401 - as click gives them
    """Create a key and print it; it is shown at no other time."""
    if preset and asked["permissions"]:
        raise click.UsageError("Give --preset or --permission, not both.")
    chosen = {"preset": CUSTOM, "permissions": "\n".join(asked["permissions"])} if asked["permissions"] else {}
    values = {"name": name, "preset": preset or "read_only", **chosen}
    values |= {"addresses": "\n".join(asked["addresses"]), "rate_limit": asked["rate_limit"]}
    given, now = _end(asked["expires"]), datetime.now(UTC)
    draft = api_key_draft({**values, **given}, now)
    with session.gateway() as gateway:
        if not given and gateway.can("api_keys.read"):
            draft = api_key_draft({**values, **usual_end(gateway.api_key_policy(), now)}, now)
        made = session.with_secrets(gateway, lambda: gateway.create_api_key(draft))
    _show_once(session, made)


@keys.command("list")
@click.option("--unused", is_flag=True, help="Only those that count and that nobody has used for 60 days.")
@json_option
@click.pass_obj
def list_keys(session: Session, *, unused: bool) -> None:
    """List all keys, those that were revoked last."""
    with session.looking() as gateway:
        found, policy = gateway.api_keys(), gateway.api_key_policy()
    now = datetime.now(UTC)
    rows = [
        {**_json(each), "unused": is_unused(each, now), "beyond_policy": is_beyond(each, policy, now)}
        for each in found
        if is_unused(each, now) or not unused
    ]
    if not session.as_json:
        rows = [{**each, "permissions": ", ".join(each["permissions"]), "notes": _notes(each)} for each in rows]
    session.show_rows(rows, ("id", "key", "name", "state", "expires_at", "last_used_at", "notes", "permissions"))


@keys.command("show")
@click.argument("key_id", metavar="KEY")
@json_option
@click.pass_obj
def show(session: Session, key_id: str) -> None:
    """Show a key (ID, name or ick_ABCDEFGH) and where it was used in the last 30 days."""
    with session.looking() as gateway:
        found = named(gateway, key_id)
        usage, policy = gateway.api_key_usage(found.id), gateway.api_key_policy()
    now = datetime.now(UTC)
    uses = [_use_json(each) for each in usage.uses]
    needed = [str(each) for each in needed_grants(found, usage, now) or ()]
    flags = {"unused": is_unused(found, now), "beyond_policy": is_beyond(found, policy, now)}
    lines = [*_lines(found), *([f"Note         {_notes(flags)}"] if any(flags.values()) else [])]
    lines += [f"Enough       {', '.join(needed)} (all that its uses of 30 days needed)"] if needed else []
    lines.append(f"Uses         {usage.total} in 30 days, {usage.refused} refused")
    lines += [f"  {each['uses']:>6}  {each['outcome']:<8}  {each['address'] or '-'}  {each['route']}" for each in uses]
    session.show({**_json(found), **flags, "needed_permissions": needed, "uses": uses}, "\n".join(lines))


@keys.command("reroll")
@click.argument("key_id", metavar="KEY")
@click.option("--overlap", callback=_span, default="24h", show_default=True, help="So long the old secret counts, too.")
@json_option
@click.pass_obj
def reroll(session: Session, key_id: str, overlap: timedelta) -> None:
    """Give a key (ID, name or ick_ABCDEFGH) a new secret and print it; it is shown at no other time."""
    with session.gateway() as gateway:
        found = named(gateway, key_id)
        made = session.with_secrets(gateway, lambda: gateway.reroll_api_key(found.id, overlap))
    _show_once(session, made)


@keys.command("revoke")
@click.argument("key_id", metavar="KEY")
@json_option
@click.pass_obj
def revoke(session: Session, key_id: str) -> None:
    """Take a key (ID, name or ick_ABCDEFGH) back, for good; it counts no more at once."""
    with session.gateway() as gateway:
        revoked = gateway.revoke_api_key(named(gateway, key_id).id)
    session.show(_json(revoked), f"Revoked {revoked.name} ({revoked.prefix}).")


@keys.command("check")
@click.option("--offline", is_flag=True, help="Look at the checksum only; no workspace is opened.")
@json_option
@click.pass_obj
def check(session: Session, offline: bool) -> None:
    """Read a key from standard input and say whether it is whole, which it is, and what it may do.

    Leaves with 1 where the key does not count.
    """
    typed = click.prompt("API key", hide_input=True, err=True) if sys.stdin.isatty() else sys.stdin.read()
    text = typed.strip()
    read = read_key(text)
    if read is None:
        raise ApiKeyMalformed
    if offline:
        session.show({"key": str(read), "checksum": "right"}, f"{read}: the checksum is right.")
        return
    with session.gateway() as gateway:
        checked = session.with_secrets(gateway, lambda: gateway.check_api_key(text))
    _show_checked(session, str(read), checked)


keys.add_command(policy_command)


def named(gateway: ApiKeysGateway, text: str) -> ApiKey:
    """Return the key with this id, name or prefix, one that was revoked last. Raises `NotFound`."""
    found = next((each for each in gateway.api_keys() if text in (each.id, each.name, each.prefix)), None)
    if found is None:
        raise NotFound(kind="API key", id=text)
    return found


def _show_checked(session: Session, prefix: str, checked: CheckedApiKey) -> None:
    counts = not checked.error_code
    shown: dict[str, Any] = {"key": prefix, "checksum": "right", "counts": counts, "code": checked.error_code}
    lines = [f"{prefix}: the checksum is right."]
    lines.append("It counts." if counts else str(error_from_code(checked.error_code, checked.error_params)))
    if checked.key is not None:
        shown |= _json(checked.key)
        lines += _lines(checked.key)
    session.show(shown, "\n".join(lines))
    if not counts:
        raise SystemExit(1)


def _show_once(session: Session, made: CreatedApiKey) -> None:
    shown = {**_json(made.key), "secret": made.text}
    lines = [*_lines(made.key), f"Secret       {made.text}", "It is shown only now: store it where its user finds it."]
    if made.key.previous_until and made.key.previous_until > made.key.secret_set_at:
        lines.append(f"The old secret counts until {made.key.previous_until.isoformat(timespec='minutes')}.")
    session.show(shown, "\n".join(lines))


def _lines(key: ApiKey) -> list[str]:
    allowed = ", ".join(str(each) for each in key.grants)
    return [
        f"{key.name} ({key.prefix}), {state_of(key, datetime.now(UTC)).value}",
        f"ID           {key.id}",
        f"May          {'everything that a key may do' if preset_of(key.grants) == 'admin' else allowed}",
        f"From         {', '.join(key.addresses) or 'everywhere'}",
        f"Rate limit   {f'{key.rate_limit} a minute' if key.rate_limit else 'none'}",
        f"Ends         {_moment(key.expires_at) or 'when it is revoked'}",
        f"Last used    {_moment(key.last_used_at) or 'never'}",
    ]


def _end(text: str | None) -> dict[str, Any]:
    """Return the form's values for when a key ends (None: as is usual)."""
    if text is None:
        return {}
    return {"expires": text} if text in (*LIVES, NEVER) else {"expires": ON_DATE, "expires_on": text}


def _notes(flags: Mapping[str, Any]) -> str:
    words = {"unused": "unused for 60 days", "beyond_policy": "longer than the policy allows"}
    return ", ".join(sentence for name, sentence in words.items() if flags[name])


def _use_json(use: KeyUse) -> dict[str, Any]:
    outcome = "allowed" if use.allowed else "refused"
    told = {"address": use.address, "route": use.route, "outcome": outcome, "code": use.outcome, "uses": use.uses}
    return {**told, "last_at": _moment(use.last_at)}


def _json(key: ApiKey) -> dict[str, Any]:
    return {
        "id": key.id,
        "key": key.prefix,
        "name": key.name,
        "state": state_of(key, datetime.now(UTC)).value,
        "permissions": [str(each) for each in key.grants],
        "addresses": list(key.addresses),
        "rate_limit": key.rate_limit,
        "expires_at": _moment(key.expires_at),
        "previous_until": _moment(key.previous_until),
        "last_used_at": _moment(key.last_used_at),
        "created_by": key.created_by,
    }


def _moment(moment: datetime | None) -> str:
    return moment.isoformat(timespec="seconds") if moment else ""
