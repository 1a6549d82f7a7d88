"""The whole window, page by page and dialog by dialog, in English, in Arabic and in a made-up language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QTableView, QWidget

from integration_console.domain.webhook_forms import WEBHOOK_FORM
from integration_console.ui.demonstration.waiting import let_events_pass
from integration_console.ui.forms.field_row import FieldRow
from integration_console.ui.language import LanguageCode, language, strip_isolates
from integration_console.ui.record_words import column_title, value_text
from integration_console.ui.tabs.connectors.stages_view import StageRow
from integration_console.ui.widgets import Dialog, Label, LtrLine
from tests.latin import PROPER_NAMES, foreign_words
from tests.ui import api_key_scenes, key_holder_scenes, member_scenes
from tests.ui.scenes import (
    GITHUB_WEBHOOK,
    GOOD_CONNECTOR,
    HMAC_WEBHOOK,
    WORKSPACE,
    RealWindow,
    real_window,
    scenes,
)
from tests.ui.seen import ROWS, clipped, texts, widgets
from tests.ui.sync_scenes import ODOO_CONNECTOR

# What people, other systems and the keyboard named, and the language that the button offers.
NAMED = {
    WORKSPACE,
    GITHUB_WEBHOOK,
    HMAC_WEBHOOK,
    GOOD_CONNECTOR,
    ODOO_CONNECTOR,
    "console",
    "Sandbox",
    "integration-service",
    "UTC",
    *key_holder_scenes.NAMED,
    *(word for name in (*member_scenes.NAMED, *api_key_scenes.NAMED) for word in (name, *name.split())),
}
KEYS = {"Ctrl", "Esc", "Shift", "Del", "Ins", "Return", "Alt", "English", "العربية"}
_DATE = re.compile(r"(?:[A-Z][a-z]{2} )?\d{1,2} [A-Z][a-z]{2,3} \d{4}")
pytestmark = pytest.mark.timeout(600)  # each walk goes through every page and dialog
PAGES = ("hub", "connectors", "syncs", "records", "webhooks", "logs", "members", "api_keys", "key_holders", "audit")


@dataclass
class Found:
    """What one walk through all pages and dialogs found, each with the place where it was."""

    english: dict[str, str] = field(default_factory=dict)
    unmarked: dict[str, str] = field(default_factory=dict)
    clipped: dict[str, str] = field(default_factory=dict)
    unmirrored: list[str] = field(default_factory=list)
    directions: dict[str, set[Qt.LayoutDirection]] = field(default_factory=lambda: {"addresses": set(), "json": set()})


def walk(real: RealWindow) -> Found:
    """Looks at everything in the language in force."""
    found = Found()
    known = {each.placeholder for each in WEBHOOK_FORM.fields if each.placeholder}
    for name, root in scenes(real):
        known |= topics(real) | data_of_records(real) | words_of_outside(root)
        for _, text in texts(root):
            if foreign_words(text, frozenset(PROPER_NAMES | NAMED | KEYS | known)):
                found.english[text] = name
            if not is_marked(text) and foreign_words(_DATE.sub("", text), frozenset(NAMED | KEYS | known)):
                found.unmarked[text] = name
        found.clipped |= dict.fromkeys(clipped(root), name)
        found.unmirrored += [f"{name}: {each}" for each in unmirrored(root)]
        note_directions(root, found.directions)
    return found


@pytest.fixture(scope="module")
def english(dressed: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[RealWindow, Found]]:
    """The window stays open: it has been used, and its pages are full."""
    language.choose(LanguageCode.ENGLISH)
    with real_window(tmp_path_factory.mktemp("english")) as real:
        yield real, walk(real)


@pytest.fixture(scope="module")
def arabic(dressed: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Found:
    return walk_in(LanguageCode.ARABIC, tmp_path_factory.mktemp("arabic"))


@pytest.fixture(scope="module")
def made_up(dressed: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Found:
    return walk_in(LanguageCode.PSEUDO, tmp_path_factory.mktemp("pseudo"))


def walk_in(code: LanguageCode, folder: Path) -> Found:
    language.choose(code)
    try:
        with real_window(folder) as real:
            return walk(real)
    finally:
        language.choose(LanguageCode.ENGLISH)


def topics(real: RealWindow) -> set[str]:
    """The senders' own names of the events that arrived."""
    if real.console.tabs is None:
        return set()
    model = real.tabs.logs.model
    entries = (model.entry(row) for row in range(min(model.total, 100)))
    return {entry.topic for entry in entries if entry is not None and entry.topic}


def data_of_records(real: RealWindow) -> set[str]:
    """What the sources hold: titles, parts and their names, and who asked for runs."""
    if real.console.tabs is None:
        return set()
    records, syncs = real.console.tabs.records.model, real.console.tabs.syncs
    found = {change.title for change in syncs.details.changes.rows} | {run.requested_by for run in syncs.model.rows}
    for row in range(min(records.total, ROWS)):
        record = records.record(row)
        if record is not None:
            parts = record.content.items()
            found |= {
                record.title,
                *(value_text(value) for _, value in parts),
                *(column_title(name) for name, _ in parts),
            }
    return {each for each in found if each}


def words_of_outside(root: QWidget) -> set[str]:
    """What an outside system said of itself while it was tested."""
    rows = (each for each in root.findChildren(StageRow) if each.ended is not None)
    return {each.ended.detail for each in rows if each.ended is not None and each.ended.detail}


def is_marked(text: str) -> bool:
    """Whether a text comes from the made-up language; where it is shortened, only its beginning tells."""
    return text.startswith("[") or "~]" in text


def unmirrored(root: QWidget) -> Iterator[str]:
    """Parts of a dialog that do not stand as Arabic is read."""
    if not isinstance(root, Dialog):
        return
    for row in (each for each in root.findChildren(FieldRow) if each.isVisible()):
        label = next((each for each in row.findChildren(QLabel) if each.property("role") == "field"), None)
        if label is None:  # a box with its words beside it
            continue
        if left_of(label, row) + label.width() / 2 < row.width() / 2:
            yield label.text()
    if root.secondary.isVisible() and left_of(root.primary, root) > left_of(root.secondary, root):
        yield "buttons"


def note_directions(root: QWidget, seen: dict[str, set[Qt.LayoutDirection]]) -> None:
    """Notes how addresses and JSON read."""
    for widget in widgets(root):
        if isinstance(widget, LtrLine) and "://" in widget.text():
            seen["addresses"].add(widget.layoutDirection())
        if isinstance(widget, QPlainTextEdit) and widget.toPlainText().lstrip().startswith(("{", "[")):
            seen["json"].add(widget.document().defaultTextOption().textDirection())


def test_no_english_is_left_in_the_arabic_window(arabic: Found) -> None:
    assert arabic.english == {}


def test_every_word_of_the_window_goes_through_translation(made_up: Found) -> None:
    """In the made-up language each sentence begins with a mark; what has none was written into the code."""
    assert made_up.unmarked == {}


def test_nothing_is_clipped_in_english(english: tuple[RealWindow, Found]) -> None:
    assert english[1].clipped == {}


def test_nothing_is_clipped_in_arabic(arabic: Found) -> None:
    assert arabic.clipped == {}


def test_nothing_is_clipped_when_all_words_are_longer(made_up: Found) -> None:
    assert made_up.clipped == {}


def test_arabic_dialogs_lead_from_the_right(arabic: Found) -> None:
    assert arabic.unmirrored == []


def test_addresses_and_json_read_left_to_right_in_arabic(arabic: Found) -> None:
    left_to_right = {Qt.LayoutDirection.LeftToRight}
    assert arabic.directions == {"addresses": left_to_right, "json": left_to_right}


def left_of(widget: QWidget, root: QWidget) -> int:
    return widget.mapTo(root, QPoint(0, 0)).x()


def test_the_arabic_window_is_a_mirror_of_the_english_one(english: tuple[RealWindow, Found]) -> None:
    real, _ = english
    window = real.console.window
    places = {}
    for code in (LanguageCode.ENGLISH, LanguageCode.ARABIC):
        language.choose(code)
        for page in PAGES:
            real.page(page)
        table = real.tabs.logs.table.horizontalHeader()
        real.page("logs")
        first, last = table.sectionViewportPosition(0), table.sectionViewportPosition(table.count() - 1)
        places[code] = (
            left_of(window.rail, window) < left_of(window.stack, window),
            left_of(window.top_bar.title, window) < left_of(window.top_bar.receiver, window),
            first < last,
            left_of(real.tabs.logs.search, window) < left_of(real.tabs.logs.live, window),
        )
    assert places == {
        LanguageCode.ENGLISH: (True, True, True, True),
        LanguageCode.ARABIC: (False, False, False, False),
    }
    assert left_of(window.rail, window) + window.rail.width() == window.width()


def test_english_comes_back_live_on_every_page(english: tuple[RealWindow, Found]) -> None:
    real, _ = english
    before = _words_of_pages(real)
    language.choose(LanguageCode.ARABIC)
    arabic = _words_of_pages(real)
    language.choose(LanguageCode.ENGLISH)
    assert _words_of_pages(real) == before
    assert {page for page in PAGES if arabic[page] == before[page]} == set()


def _words_of_pages(real: RealWindow) -> dict[str, list[str]]:
    words = {}
    for page in PAGES:
        window = real.page(page)
        let_events_pass(100)
        words[page] = [_untimed(text) for widget, text in texts(window) if not isinstance(widget, QTableView)]
    return words


def _untimed(text: str) -> str:
    """How long ago something was may change between two looks."""
    return re.sub(r"just now|\d+ minutes? ago", "", strip_isolates(text))


def test_wrapped_arabic_lines_begin_at_the_same_edge(dressed: QApplication) -> None:
    language.choose(LanguageCode.ARABIC)
    label = Label("plain", "هذه جملة طويلة بما يكفي لتنكسر في سطرين أو ثلاثة أسطر داخل اللافتة", wrap=True)
    label.setStyleSheet("background: white; color: black")
    label.resize(160, label.heightForWidth(160))
    edges = _right_edges(label.grab().toImage(), label.fontMetrics().lineSpacing())
    assert len(edges) >= 2
    assert max(edges) - min(edges) <= 2


def _right_edges(image: QImage, line_height: int) -> list[int]:
    """Where the ink of each line ends at the right."""
    rows = range(image.height() // line_height)
    return [
        max(
            x
            for x in range(image.width())
            for y in range(row * line_height, (row + 1) * line_height)
            if image.pixelColor(x, y).lightness() < 128
        )
        for row in rows
    ]
