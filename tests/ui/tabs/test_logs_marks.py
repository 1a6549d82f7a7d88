"""What is looked for is marked where it is shown, however it is written, and nothing else is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from integration_console.domain.folding import folded
from integration_console.ui.language import LanguageCode, language
from integration_console.ui.tabs.logs.cells import LogCell, draw_log_cell
from integration_console.ui.theme import ThemeChoice, theme

WIDTH, HEIGHT = 400, 34


def marked_columns(text: str, *words: str) -> list[int]:
    """The columns of pixels in which a cell shows the ground of a mark."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_log_cell(painter, QRectF(0, 0, WIDTH, HEIGHT), LogCell(text), frozenset(map(folded, words)))
    painter.end()
    wanted = theme.color("mark").rgb()
    return [x for x in range(WIDTH) if any(image.pixel(x, y) == wanted for y in range(HEIGHT))]


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST])
def test_a_word_is_marked_and_the_rest_is_not(choice: ThemeChoice) -> None:
    theme.choose(choice)
    assert marked_columns("the disk is full", "none") == []
    first, whole = marked_columns("the disk is full", "the"), marked_columns("the disk is full", "the disk is full")
    assert 0 < len(first) < len(whole) / 2
    assert first == whole[: len(first)]


def test_two_words_are_marked_apart() -> None:
    both = marked_columns("the disk is full", "THE", "Full")
    assert max(after - before for before, after in pairwise(both)) > 20


@pytest.mark.parametrize("written", ["محمد", "مُحَمَّد", "مـحـمـد"])
def test_arabic_is_marked_however_it_is_written(written: str) -> None:
    language.choose(LanguageCode.ARABIC)
    marked = marked_columns(f"أرسل {written} رسالة", "محمد")
    everything = marked_columns(f"أرسل {written} رسالة", "أرسل", "محمد", "رساله")
    assert 0 < len(marked) < len(everything)
    assert everything[0] < marked[0] < marked[-1] < everything[-1]  # in the middle, where it stands
    assert everything[-1] > WIDTH - 24  # where a line begins
