"""A real workspace for each test of a page, with and without a receiver."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.workspace import Place, made_place


@pytest.fixture
def place(tmp_path: Path, dressed: QApplication) -> Iterator[Place]:
    with made_place(tmp_path) as made:
        yield made


@pytest.fixture
def receiving_place(tmp_path: Path, dressed: QApplication) -> Iterator[Place]:
    with made_place(tmp_path, receiving=True) as made:
        yield made
