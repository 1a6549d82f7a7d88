"""Holds the coverage of a whole run of `make test` against its gates: `python -m tests.coverage_gates`.

85 % of everything, 100 % of what decides (domain, operations). Ends with 1 where a gate is missed, after saying where.
"""

from __future__ import annotations

import io
import sys
import warnings
from typing import Final

import coverage

GATES: Final = (
    ("everything", None, 85.0),
    ("domain", "*/integration_console/domain/*", 100.0),
    ("operations", "*/integration_console/operations/*", 100.0),
)


def main() -> int:
    """Adds up what the tests and the programs that they started have covered; 0 where every gate holds, else 1."""
    whole = coverage.Coverage()
    with warnings.catch_warnings(action="ignore", category=coverage.exceptions.CoverageWarning):
        whole.combine()
    whole.save()
    held = [_gate_holds(whole, *gate) for gate in GATES]
    return 0 if all(held) else 1


def _gate_holds(whole: coverage.Coverage, name: str, include: str | None, wanted: float) -> bool:
    text = io.StringIO()
    try:
        reached = whole.report(include=include, file=text)
    except coverage.exceptions.NoDataError:
        reached = 0.0
    holds = reached >= wanted
    if not holds:
        sys.stdout.write(text.getvalue())
    verdict = "holds" if holds else "MISSED"
    sys.stdout.write(f"coverage of {name}: {reached:.2f} %, wanted {wanted:g} %: {verdict}\n")
    return holds


if __name__ == "__main__":
    sys.exit(main())
