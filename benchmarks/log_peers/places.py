"""Where the data of the comparison lies: in BENCH_WORK, as the bench's own programs have it."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any


def data() -> Path:
    """The folder of the generated logs."""
    return Path(os.environ["BENCH_WORK"], "data")


def keys() -> Path:
    """The folder of the keys of our workspaces."""
    return data() / "keys"


def store_of(rows: int) -> Path:
    """The workspace file with so many entries."""
    return data() / f"logs-{rows}.db"


def case_of(rows: int) -> Path:
    """The case file with so many entries."""
    return data() / f"logs-{rows}.icase"


def truth(rows: int) -> dict[str, Any]:
    """What the generator knows of its data: the right answer of every task."""
    found: dict[str, Any] = json.loads((data() / f"logs-{rows}.truth.json").read_text("utf-8"))
    return found
