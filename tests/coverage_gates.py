"""Holds the coverage of a whole run against its gates, before pytest writes its closing line.

Active where COVERAGE_GATES is set (`make test`): 85 % of everything, 100 % of what decides (domain, operations).
"""

from __future__ import annotations

import io
import os
import warnings
from typing import Final

import coverage
import pytest

GATES: Final = (
    ("everything", None, 85.0),
    ("domain", "*/integration_console/domain/*", 100.0),
    ("operations", "*/integration_console/operations/*", 100.0),
)
_report: list[str] = []


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Adds up what this process and the programs it started have covered."""
    measuring = coverage.Coverage.current()
    if not os.environ.get("COVERAGE_GATES") or measuring is None:
        return
    with warnings.catch_warnings(action="ignore", category=coverage.exceptions.CoverageWarning):
        measuring.stop()
        measuring.save()
        whole = coverage.Coverage()
        whole.combine()
        whole.save()
        missed = [gate for gate in GATES if not _gate_holds(whole, *gate)]
    if missed and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _gate_holds(whole: coverage.Coverage, name: str, include: str | None, wanted: float) -> bool:
    text = io.StringIO()
    try:
        reached = whole.report(include=include, file=text)
    except coverage.exceptions.NoDataError:
        reached = 0.0
    holds = reached >= wanted
    if not holds:
        _report.append(text.getvalue())
    verdict = "holds" if holds else "MISSED"
    _report.append(f"coverage of {name}: {reached:.2f} %, wanted {wanted:g} %: {verdict}")
    return holds


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints the gates above the closing line."""
    if _report:
        terminalreporter.section("coverage")
        terminalreporter.write_line("\n".join(_report))
