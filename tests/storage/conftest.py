"""A workspace file of its own for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from integration_console.storage.store import EmbeddedStore
from tests.builders import opened_store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "console.db"


@pytest.fixture
def store(path: Path) -> Iterator[EmbeddedStore]:
    with opened_store(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def lasting_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    """One store for all examples of a property."""
    with opened_store(tmp_path_factory.mktemp("workspace") / "console.db") as opened:
        yield opened
