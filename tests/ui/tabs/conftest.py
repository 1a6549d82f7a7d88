"""A workspace for each test of a page: a real one, with and without a receiver, or one in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.fake_syncs import Desk, made_desk
from tests.ui.workspace import Place, made_place


@pytest.fixture
def place(tmp_path: Path, dressed: QApplication) -> Iterator[Place]:
    with made_place(tmp_path) as made:
        yield made


@pytest.fixture
def receiving_place(tmp_path: Path, dressed: QApplication) -> Iterator[Place]:
    with made_place(tmp_path, receiving=True) as made:
        yield made


@pytest.fixture
def desk(dressed: QApplication) -> Iterator[Desk]:
    with made_desk() as made:
        yield made
