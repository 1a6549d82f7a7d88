"""Direction, bidirectional text, numbers and made-up words."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from integration_console.domain.errors import SlackChannelNotFound
from integration_console.ui.icons import icon
from integration_console.ui.language import (
    Digits,
    LanguageCode,
    Translated,
    error_title,
    formats,
    language,
    strip_isolates,
    technical,
    user_text,
)
from integration_console.ui.language.pseudo import pseudo
from integration_console.ui.tabs.logs.words import sentence, short_moment
from tests.case_builders import case_entry
from tests.fakes import BEGIN, END


class _Words(Translated, QLabel):
    said = 0

    def retranslate(self) -> None:
        self.said += 1


def test_isolates_are_stripped_again() -> None:
    shown = f"{technical('/var/log/')} {user_text('ليلى')}"
    assert strip_isolates(shown) == "/var/log/ ليلى"
    assert (shown[0], shown[-1]) == ("\u2066", "\u2069")


def test_every_widget_is_told_of_a_new_language(qtbot: QtBot) -> None:
    words = _Words()
    qtbot.addWidget(words)
    with qtbot.waitSignal(language.language_changed):
        language.choose(LanguageCode.PSEUDO)
    assert words.said >= 1


def test_arabic_mirrors_the_layout(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    row = QHBoxLayout(box)
    first, second = QLabel("1"), QLabel("2")
    row.addWidget(first)
    row.addWidget(second)
    box.resize(200, 40)
    box.show()
    language.choose(LanguageCode.ARABIC)
    QApplication.processEvents()
    assert QApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert first.mapTo(box, QPoint(0, 0)).x() > second.mapTo(box, QPoint(0, 0)).x()


def test_directional_icons_are_mirrored_and_others_are_not() -> None:
    sent, kept = icon("send").pixmap(24, 24).toImage(), icon("plug").pixmap(24, 24).toImage()
    language.choose(LanguageCode.ARABIC)
    assert icon("send").pixmap(24, 24).toImage() == sent.flipped(Qt.Orientation.Horizontal)
    assert icon("plug").pixmap(24, 24).toImage() == kept


@pytest.mark.parametrize(
    ("digits", "number", "date"),
    [
        (Digits.LATIN, "1,234,567", "5 مارس 2026 10:09"),
        (Digits.ARABIC_INDIC, "١٬٢٣٤٬٥٦٧", "٥ مارس ٢٠٢٦ ١٠:٠٩"),
    ],
)
def test_arabic_numbers_follow_the_digits_setting(digits: Digits, number: str, date: str) -> None:
    language.choose(LanguageCode.ARABIC, digits)
    moment = datetime(2026, 3, 5, 10, 9).astimezone()
    assert formats.number(1234567) == number
    assert formats.date_time(moment, seconds=False) == date


def test_english_formats() -> None:
    assert formats.number(1234.5, 1) == "1,234.5"
    assert formats.percent(0.5) == "50%"
    sizes = [formats.size(count) for count in (12, 1500, 2_400_000, 7_000_000_000)]
    assert sizes == ["12 B", "1.5 kB", "2.4 MB", "7.0 GB"]
    assert formats.listing(["a", "b", "c"]) == "a, b and c"
    assert [formats.duration(value) for value in (12, 1200, 42000, 180000)] == ["12 ms", "1.2 s", "42 s", "3 min"]
    moment = datetime(2026, 3, 5, 10, 9, 8, 7000).astimezone()
    assert (formats.time(moment), formats.day(moment)) == ("10:09:08.007", "5 Mar 2026")


def test_moments_of_any_year_can_be_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for zone in ("UTC", "Pacific/Kiritimati", "America/Los_Angeles"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        for moment in (BEGIN, END):
            said = (formats.date_time(moment), formats.day(moment), formats.time(moment), formats.relative(moment))
            assert all((*said, formats.in_zone(moment, zone), short_moment(moment)))
    monkeypatch.undo()
    time.tzset()


def test_relative_times() -> None:
    now = datetime(2026, 3, 5, tzinfo=UTC)
    ages = [timedelta(seconds=5), timedelta(minutes=1), timedelta(hours=3), timedelta(days=2), timedelta(days=30)]
    said = [formats.relative(now - age, now) for age in ages]
    assert said[0] == "just now"
    assert said[4] == formats.day(now - ages[4])
    assert [text[0] for text in said[1:4]] == ["1", "3", "2"]


def test_error_sentences_isolate_what_they_name() -> None:
    assert error_title(SlackChannelNotFound(channel="#عام")) == "Slack does not know the channel “\u2068#عام\u2069”."


def test_pseudo_language_keeps_the_holes_and_grows() -> None:
    made = pseudo("Delete {name} after %n days")
    assert "{name}" in made
    assert "%n" in made
    assert len(made) > 1.4 * len("Delete {name} after %n days")


def test_an_entry_that_lacks_what_its_sentence_needs_keeps_its_own_message() -> None:
    ours = case_entry(event_type="webhook.received", message="as stored", params={"topic": "push", "webhook": "Repo"})
    assert strip_isolates(sentence(ours)) == "“push” arrived at Repo"
    assert sentence(replace(ours, params={"topic": "push"})) == "as stored"
    assert sentence(replace(ours, event_type="acme.other")) == "as stored"
