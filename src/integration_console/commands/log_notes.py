"""`logs note ID [TEXT]`, `logs filters list | save | remove`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from integration_console.commands.session import Session, json_option
from integration_console.domain.errors import NotFound
from integration_console.domain.folding import folded
from integration_console.domain.log_notes import LogNoteDraft, Mark
from integration_console.domain.saved_filters import SavedFilterDraft

if TYPE_CHECKING:
    from integration_console.domain.log_notes import LogNote
    from integration_console.domain.saved_filters import SavedFilter
    from integration_console.gateways.protocols import Gateway

_MARKS = [each.value for each in Mark if each]


@click.command("note")
@click.argument("entry_id", metavar="ID")
@click.argument("text", required=False)
@click.option("--mark", type=click.Choice([*_MARKS, "none"]), help="The colour of the entry's mark.")
@json_option
@click.pass_obj
def note(session: Session, entry_id: str, text: str | None, mark: str | None) -> None:
    """Show what stands beside the entry ID; with TEXT or --mark write it. An empty TEXT takes the note away."""
    with session.looking() if text is None and mark is None else session.gateway() as gateway:
        found = next(iter(gateway.log_notes([entry_id])), None)
        if text is not None or mark is not None:
            kept_mark = found.mark if found is not None else Mark.NONE
            kept_text = found.text if found is not None else ""
            draft = LogNoteDraft(
                entry_id,
                kept_mark if mark is None else Mark(mark.replace("none", "")),
                kept_text if text is None else text,
            )
            found = gateway.save_log_note(draft)
        session.show(_note(entry_id, found), _told(found))


@click.group("filters")
def filters() -> None:
    """Queries under a name, for all members; in a query, filter:NAME stands for one."""


@filters.command("list")
@json_option
@click.pass_obj
def list_filters(session: Session) -> None:
    """List the saved filters, by name."""
    with session.looking() as gateway:
        session.show_rows([_filter(each) for each in gateway.saved_filters()], ("name", "query", "author"))


@filters.command("save")
@click.argument("name")
@click.argument("query")
@json_option
@click.pass_obj
def save(session: Session, name: str, query: str) -> None:
    """Keep QUERY under NAME, in place of the query that it stood for."""
    with session.gateway() as gateway:
        present = _named(gateway, name)
        kept = gateway.save_filter(SavedFilterDraft(name, query, present.id if present is not None else ""))
        session.show(_filter(kept), f"{kept.name}: {kept.query}")


@filters.command("remove")
@click.argument("name")
@click.pass_obj
def remove(session: Session, name: str) -> None:
    """Remove the filter NAME for everybody."""
    with session.gateway() as gateway:
        present = _named(gateway, name)
        if present is None:
            raise NotFound(kind="saved filter", id=name)
        gateway.remove_filter(present.id)


def _named(gateway: Gateway, name: str) -> SavedFilter | None:
    return next((each for each in gateway.saved_filters() if folded(each.name) == folded(name)), None)


def _told(found: LogNote | None) -> str:
    if found is None:
        return "Nothing stands beside this entry."
    mark = f"[{found.mark}] " if found.mark else ""
    return f"{mark}{found.text}".strip() + f"  ({found.author}, {found.written_at:%Y-%m-%d %H:%M}Z)"


def _note(entry_id: str, found: LogNote | None) -> dict[str, Any]:
    return {
        "log_id": entry_id,
        "mark": found.mark.value if found is not None else "",
        "text": found.text if found is not None else "",
        "author": found.author if found is not None else "",
        "written_at": found.written_at.isoformat() if found is not None else None,
    }


def _filter(each: SavedFilter) -> dict[str, Any]:
    return {"id": each.id, "name": each.name, "query": each.query, "author": each.author}
