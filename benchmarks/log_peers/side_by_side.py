"""Runs the bench's `run.py` with more than one side of ours in the same rounds; see README.md.

Its arguments: the folder of the bench, descriptions as `--add` takes them, then `--` and what run.py takes. It runs
with the Python of the bench, not with that of the program.
"""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any


def main() -> int:
    """Add ours to the contenders, and let the bench run."""
    at = sys.argv.index("--")
    bench, *descriptions = sys.argv[1:at]
    sys.path.insert(0, bench)
    run: Any = importlib.import_module("run")
    theirs = run.contenders

    def contenders() -> dict[str, Any]:
        found: dict[str, Any] = theirs()
        for each in descriptions:
            ours = json.loads(Path(each).read_text("utf-8"))
            found[ours["name"]] = run.ours(ours)
        return found

    run.contenders = contenders
    sys.argv[1:] = sys.argv[at + 1 :]
    run.main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
