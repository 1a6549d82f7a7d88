"""`case make|verify|info`: a part of the log in one signed file, made, proved and described."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from integration_console.commands.session import FAILED, Session, json_option, one_line
from integration_console.commands.watching import watched
from integration_console.commands.zones import zone_here
from integration_console.domain.case_files import DEFAULT_CAP, CaseWish, Verdict
from integration_console.domain.logs import LogFilter

if TYPE_CHECKING:
    from integration_console.domain.case_files import CaseManifest, CaseState

_FILE = click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
_MEGABYTE = 1 << 20


@click.group("case")
def case() -> None:
    """Case files: a part of the log with the configuration, redacted and signed, to be looked at anywhere."""


@case.command("make")
@_FILE
@click.option("--query", default="", help="What the entries must be like, as for `logs search` (default: all).")
@click.option(
    "--cap", type=click.IntRange(1), default=DEFAULT_CAP // _MEGABYTE, show_default=True,
    help="Largest size in MB; the oldest entries are left out.",
)  # fmt: skip
@click.option("--note", default="", help="A few words for whoever opens it.")
@click.option("--replace", is_flag=True, help="Write over a file that is there.")
@json_option
@click.pass_obj
def make(session: Session, /, **given: Any) -> None:  # noqa: ANN401 - the options above
    """Write the entries that QUERY finds, and the configuration without secrets, into FILE.

    Keys, tokens, passwords, e-mail addresses, bank accounts, card and phone numbers are taken out and counted.
    """
    file: Path = given["file"]
    if file.exists() and not given["replace"]:
        raise click.UsageError(f"{file} is there already; --replace writes over it.")
    wanted = LogFilter(query=given["query"], time_zone=zone_here())
    wish = CaseWish(wanted, given["cap"] * _MEGABYTE, given["note"])
    with session.gateway() as gateway, watched() as work:
        report = session.with_secrets(gateway, lambda: gateway.make_case_file(wish, file, work))
    with session.programs.case_file(file) as opened:
        opened.trust_signer()
    manifest = report.manifest
    lines = [f"{report.path}: {manifest.entries} entries, {report.size} bytes."]
    if manifest.left_out:
        lines.append(f"{manifest.left_out} older entries did not fit.")
    lines += [f"Taken out: {number} x {rule}" for rule, number in sorted(manifest.redactions.items())]
    lines.append(f"Signed with {manifest.fingerprint}")
    session.show({"file": report.path, "size": report.size, **_described(manifest)}, "\n".join(lines))


@case.command("verify")
@_FILE
@click.option("--accept", is_flag=True, help="Know the signer from now on, if nothing was changed.")
@json_option
@click.pass_obj
def verify(session: Session, file: Path, accept: bool) -> None:
    """Look at every byte of FILE: leaves with 0 when nothing was changed since it was signed, else with 1."""
    with session.programs.case_file(file) as opened, watched() as work:
        state = opened.verify_whole(work)
        if accept and state.verdict is Verdict.UNVERIFIED:
            state = opened.trust_signer()
    signer = f"{one_line(state.manifest.source.organisation)} ({state.manifest.fingerprint})"
    words = {
        Verdict.VERIFIED: f"Verified: nothing was changed since {signer} signed it.",
        Verdict.UNVERIFIED: f"Unverified: nothing was changed, but the signer is not known here: {signer}.",
        Verdict.TAMPERED: f"Tampered with (block {state.tampered_block}): do not rely on it.",
    }
    session.show(_state(state), words[state.verdict])
    if state.verdict is Verdict.TAMPERED:
        raise SystemExit(FAILED)


@case.command("info")
@_FILE
@json_option
@click.pass_obj
def info(session: Session, file: Path) -> None:
    """Say what FILE holds, as its signer says; `verify` looks at every byte."""
    with session.programs.case_file(file) as opened:
        state = opened.case_state()
    manifest, source = state.manifest, state.manifest.source
    lines = [
        f"Organisation  {one_line(source.organisation)}",
        f"Made by       {one_line(source.made_by)}, {source.made_at.isoformat()}, version {one_line(source.program)}",
        f"Entries       {manifest.entries} (left out: {manifest.left_out})",
        f"From, to      {_moment(manifest, 'oldest')}, {_moment(manifest, 'newest')}",
        f"Query         {one_line(manifest.wish.wanted.query)}",
        f"Note          {one_line(manifest.wish.note)}",
        f"Signed with   {manifest.fingerprint} ({state.verdict.value})",
        *(f"Taken out     {number} x {one_line(rule)}" for rule, number in sorted(manifest.redactions.items())),
    ]
    session.show(_state(state), "\n".join(lines))


def _moment(manifest: CaseManifest, which: str) -> str:
    moment = getattr(manifest, which)
    return moment.isoformat() if moment else "-"


def _state(state: CaseState) -> dict[str, Any]:
    return {
        "file": state.path,
        "size": state.size,
        "verdict": state.verdict.value,
        "block": state.tampered_block,
        **_described(state.manifest),
    }


def _described(manifest: CaseManifest) -> dict[str, Any]:
    source = manifest.source
    return {
        "organisation": source.organisation,
        "made_by": source.made_by,
        "made_at": source.made_at.isoformat(),
        "program": source.program,
        "schema": source.schema,
        "fingerprint": manifest.fingerprint,
        "query": manifest.wish.wanted.query,
        "note": manifest.wish.note,
        "entries": manifest.entries,
        "left_out": manifest.left_out,
        "shortened": manifest.shortened,
        "unreadable": manifest.unreadable,
        "redactions": dict(manifest.redactions),
        "oldest": _moment(manifest, "oldest"),
        "newest": _moment(manifest, "newest"),
    }
