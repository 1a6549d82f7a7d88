"""Takes pictures of every page in each language and theme, and checks that what they show is what is stored."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPixmap

from integration_console.domain.audit import AuditFilter
from integration_console.domain.connectors import Health
from integration_console.domain.logs import LogFilter
from integration_console.domain.syncs import RunFilter
from integration_console.ui.demonstration.waiting import let_events_pass, wait_for
from integration_console.ui.language import LanguageCode, language
from integration_console.ui.tabs.logs.view import ENTRIES
from integration_console.ui.theme import SHOWN, theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from integration_console.domain.api_keys import ApiKey
    from integration_console.gateways.protocols import Gateway
    from integration_console.ui.console import Console
    from integration_console.ui.tab_set import TabSet

PAGES = ("hub", "connectors", "syncs", "records", "webhooks", "logs", "members", "api_keys", "key_holders", "audit")

SIZE = (1280, 832)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page's model holds: how much of what, and the newest id."""

    counts: tuple[int, ...]
    newest: str


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: its file's name, what its page showed, and what was stored at that moment."""

    name: str
    shown: Seen
    stored: Seen

    @property
    def true(self) -> bool:
        """Whether the page showed what was stored, and anything at all."""
        return self.shown == self.stored and any(self.shown.counts)

    def as_json(self) -> dict[str, object]:
        """Return the picture as the report has it."""
        return {**asdict(self), "true": self.true}


@dataclass(frozen=True, slots=True)
class View:
    """What a picture is taken of: a page, the name that its files begin with, and what is done there before.

    `width` is that of the window.
    """

    page: str
    name: str
    prepare: Callable[[TabSet], None] | None = None
    width: int = SIZE[0]


@dataclass(frozen=True, slots=True)
class Over:
    """A dialog that a picture is taken of: its files' name, what it says of itself, and what is so."""

    name: str
    dialog: QWidget
    shown: Callable[[], Seen]
    stored: Seen


def take_pictures(
    console: Console, folder: Path, languages: Iterable[LanguageCode], views: Sequence[View], suffix: str = ""
) -> list[Picture]:
    """Save `NAME-LANGUAGE-THEME.png` of every view in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    taken = []
    for code in languages:
        for choice in SHOWN:
            language.choose(code)
            theme.choose(choice)
            taken += [_take(console, folder, each, f"{each.name}-{code}-{choice}{suffix}") for each in views]
    return taken


def take_dialog(
    console: Console, folder: Path, languages: Iterable[LanguageCode], over: Over, suffix: str = ""
) -> list[Picture]:
    """Save `NAME-LANGUAGE-THEME.png` of a dialog over the window."""
    taken = []
    for code in languages:
        for choice in SHOWN:
            language.choose(code)
            theme.choose(choice)
            let_events_pass(250)
            name = f"{over.name}-{code}-{choice}{suffix}.png"
            _picture(console, over.dialog).save(str(folder / name))
            taken.append(Picture(name, over.shown(), over.stored))
    return taken


def take_window(
    console: Console, folder: Path, languages: Iterable[LanguageCode], over: Over, suffix: str = ""
) -> list[Picture]:
    """Save `NAME-LANGUAGE-THEME.png` of a window as it is, of which `over` tells."""
    taken = []
    for code in languages:
        for choice in SHOWN:
            language.choose(code)
            theme.choose(choice)
            _close_toasts(console)
            let_events_pass(250)
            name = f"{over.name}-{code}-{choice}{suffix}.png"
            _picture(console).save(str(folder / name))
            taken.append(Picture(name, over.shown(), over.stored))
    return taken


def _picture(console: Console, dialog: QWidget | None = None) -> QPixmap:
    """Return the window as it is seen, and in the middle of it a dialog."""
    ratio = console.window.devicePixelRatioF()
    picture = QPixmap(console.window.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    console.window.render(picture)
    if dialog is not None:
        room = console.window.size() - dialog.size()
        place = QRect(QPoint(room.width() // 2, room.height() // 2), dialog.size())
        painter = QPainter(picture)
        painter.drawPixmap(place.topLeft(), dialog.grab())
        painter.setPen(theme.color("border-strong"))
        painter.drawRect(place)
        painter.end()
    return picture


def _take(console: Console, folder: Path, view: View, name: str) -> Picture:
    assert console.tabs is not None  # noqa: S101 - pictures are taken of an open workspace
    assert console.workplace is not None  # noqa: S101 - see above
    tabs, gateway, page = console.tabs, console.workplace.gateway, view.page
    console.window.resize(view.width, SIZE[1])
    console.window.show_page(page)
    wait_for(f"the page {name}", lambda: _is_whole(_shown(tabs, page), _stored(gateway, tabs, page)))
    tabs.logs.show_perspective(ENTRIES)
    tabs.logs.close_details()
    tabs.logs.table.scrollToTop()
    if view.prepare is not None:
        view.prepare(tabs)
    else:
        _choose_something(tabs, page)
    _close_toasts(console)
    let_events_pass(250)
    _picture(console).save(str(folder / f"{name}.png"))
    return Picture(f"{name}.png", _shown(tabs, page), _stored(gateway, tabs, page))


def _is_whole(shown: Seen, stored: Seen) -> bool:
    return any(shown.counts) and shown == stored


def _choose_something(tabs: TabSet, page: str) -> None:
    """Details are seen in the pictures, too: the connector in trouble, the newest sync, the first record, webhook."""
    if page == "connectors" and tabs.connectors.model.rows:
        rows = tabs.connectors.model.rows
        troubled = [each for each in rows if each.health is Health.NEEDS_AUTHORISATION]
        tabs.connectors.choose((troubled or rows)[0].id)
    if page == "webhooks" and tabs.webhooks.model.rows:
        tabs.webhooks.choose(tabs.webhooks.model.rows[0].webhook.id)
    if page == "syncs" and tabs.syncs.model.rows:
        tabs.syncs.show_run(tabs.syncs.model.rows[0].id)
    if page == "members" and tabs.members.model.rows:
        tabs.members.choose(tabs.members.model.rows[0].id)
    if page == "api_keys" and tabs.api_keys.model.rows:
        tabs.api_keys.choose(max(tabs.api_keys.model.rows, key=_last_use).id)
    if page == "audit" and tabs.audit.model.rows:
        tabs.audit.show_entry(tabs.audit.model.rows[0].number)
    first = tabs.records.model.record(0)
    if page == "records" and first is not None:
        tabs.records.open_details(first)


def _last_use(key: ApiKey) -> datetime:
    return key.last_used_at or key.created_at


def _close_toasts(console: Console) -> None:
    for _ in range(8):
        console.window.toasts.close_newest()


def _shown(tabs: TabSet, page: str) -> Seen:
    if page == "hub":
        contents = tabs.hub.contents
        if contents is None:
            return Seen((), "")
        numbers = contents.statistics
        newest = contents.entries[0].id if contents.entries else ""
        return Seen((len(contents.connectors), numbers.webhooks, numbers.events, numbers.entries), newest)
    if page == "logs":
        first = tabs.logs.model.entry(0)
        return Seen((tabs.logs.model.total,), first.id if first else "")
    if page == "records":
        record = tabs.records.model.record(0)
        return Seen((tabs.records.model.total,), record.external_id if record else "")
    rows = {
        "connectors": [each.id for each in tabs.connectors.model.rows],
        "syncs": [each.id for each in tabs.syncs.model.rows],
        "webhooks": [each.webhook.id for each in tabs.webhooks.model.rows],
        "members": [each.id for each in tabs.members.model.rows],
        "key_holders": [each.id for each in tabs.key_holders.model.rows],
        "api_keys": [each.id for each in tabs.api_keys.model.rows],
        "audit": [each.hash for each in tabs.audit.model.rows],
    }[page]
    return Seen((len(rows),), max(rows, default=""))


def _stored(gateway: Gateway, tabs: TabSet, page: str) -> Seen:
    newest = gateway.log_page(LogFilter(), None, 1).entries
    newest_id = newest[0].id if newest else ""
    if page == "hub":
        numbers = gateway.statistics()
        return Seen((len(gateway.connectors()), numbers.webhooks, numbers.events, numbers.entries), newest_id)
    if page == "logs":
        return Seen((gateway.log_count(LogFilter()),), newest_id)
    if page == "records":
        wanted = tabs.records.wanted
        records = gateway.record_page(wanted, None, 1).records if wanted else ()
        return Seen((gateway.record_count(wanted) if wanted else 0,), records[0].external_id if records else "")
    rows = {
        "connectors": [each.id for each in gateway.connectors()],
        "syncs": [each.id for each in gateway.sync_runs(RunFilter())],
        "webhooks": [each.id for each in gateway.webhooks()],
        "members": [each.id for each in gateway.members().members],
        "key_holders": [each.id for each in gateway.key_holders().holders],
        "api_keys": [each.id for each in gateway.api_keys() if each.revoked_at is None],
        "audit": [each.hash for each in gateway.audit_page(AuditFilter()).entries],
    }[page]
    return Seen((len(rows),), max(rows, default=""))
