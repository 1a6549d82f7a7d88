"""Prints the description of our side for the bench's `run.py --add`: case file or workspace, `case` or `store`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

_NAMES = {"case": "ours (case file)", "store": "ours (workspace)"}
_FILES = {"case": "logs-{rows}.icase", "store": "logs-{rows}.db"}


def main() -> int:
    """Print."""
    kind = sys.argv[1]
    here = f"cd '{Path(__file__).parents[2]}' && exec '{sys.executable}' -m benchmarks.log_peers"
    tasks = {
        "T1": f"{here}.open_window {kind} {{rows}} first",
        "ready": f"{here}.open_window {kind} {{rows}} usable",
        **{f"T{number}": f"{here}.tasks {kind} {{rows}} T{number}" for number in range(2, 7)},
    }
    print(json.dumps({"name": _NAMES[kind], "files": [_FILES[kind]], "tasks": tasks}, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
