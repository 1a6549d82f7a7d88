"""What holds for every test: offscreen windows, nothing personal touched, the guards of tests/guards.py."""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest

from tests.guards import ExpectedLog, NetworkGuard, collected_log, threads_left

# A shell starts what runs beside it with interrupts ignored; the programs that the tests interrupt would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Nothing of the person who runs the tests is touched: no screen, no keyring, none of their folders.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
_home = tempfile.TemporaryDirectory(prefix="console-tests-")
for _variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"):
    _folder = Path(_home.name, _variable.lower())
    _folder.mkdir(mode=0o700)
    os.environ[_variable] = str(_folder)

_network = NetworkGuard()
_network.install()

# Tests that may be skipped in CI, each with its reason. Nothing else may: a skip there is a failure.
SKIPS_ALLOWED: dict[str, str] = {}
# Fixtures that some test must have used, and passed with, for a whole run in CI to count.
FIXTURES_NEEDED = {"emulate_slack", "emulate_google"}
_skipped: dict[str, str] = {}
_used: set[str] = set()
_complaints: list[str] = []


@pytest.fixture(autouse=True)
def expected_log(request: pytest.FixtureRequest) -> Iterator[ExpectedLog]:
    """Fails the test on a warning that it did not announce: `expected_log("part of the message")` or the marker."""
    with collected_log() as log:
        for marker in request.node.iter_markers("expected_log"):
            log(*marker.args)
        yield log
    if surprises := log.surprises():
        pytest.fail("\n".join(surprises), pytrace=False)


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    _wait_for_qt()
    if left := threads_left(before):
        pytest.fail(f"threads left behind: {', '.join(left)}", pytrace=False)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what is about a file where the tests run on a shared database."""
    if os.environ.get("TEST_WORKSPACES") == "shared":
        items[:] = [each for each in items if each.get_closest_marker("embedded") is None]


@pytest.fixture(autouse=True)
def _signals_as_before() -> Iterator[None]:
    """A command that serves replaces what a signal does; the next test, and whoever ends the run, need it back."""
    before = {each: signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)}
    yield
    for each, handler in before.items():
        if signal.getsignal(each) is not handler:
            signal.signal(each, handler)


@pytest.fixture(autouse=True)
def _no_connection_outside(request: pytest.FixtureRequest) -> Iterator[None]:
    _network.refused.clear()
    yield
    if _network.refused and request.node.get_closest_marker("outside_network") is None:
        pytest.fail(f"reached beyond loopback: {', '.join(_network.refused)}", pytrace=False)


def _wait_for_qt() -> None:
    if core := sys.modules.get("PySide6.QtCore"):
        core.QThreadPool.globalInstance().waitForDone(5000)


@pytest.fixture
def seeded() -> random.Random:
    """Chance that can be had again: the seed is in the header of the run, and SEED sets it."""
    return random.Random(_seed())


@pytest.fixture(scope="session")
def rounds() -> Callable[[int, int], int]:
    """`rounds(sample, full)`: how often a long fault run goes round, in `make test` and in `make torture`."""
    return lambda sample, full: full if os.environ.get("TORTURE") == "full" else sample


def _seed() -> int:
    return int(os.environ.get("SEED", "20260923"))


def pytest_report_header() -> str:
    return f"seed: {_seed()}, torture: {os.environ.get('TORTURE', 'sample')}"


def _in_ci() -> bool:
    return os.environ.get("CI", "").lower() in {"1", "true"}


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.skipped and not hasattr(report, "wasxfail"):
        _skipped[report.nodeid] = str(report.longrepr)
    if report.when == "call" and report.passed:
        _used.update(getattr(item, "fixturenames", ()))
    return report


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI a skipped test is a failed one."""
    if not _in_ci() or session.exitstatus != pytest.ExitCode.OK:
        return
    _complaints.extend(f"skipped in CI: {test} {why}" for test, why in _skipped.items() if test not in SKIPS_ALLOWED)
    if session.config.args_source is pytest.Config.ArgsSource.TESTPATHS:
        _complaints.extend(f"no test passed with the fixture {name}" for name in sorted(FIXTURES_NEEDED - _used))
    if _complaints:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for complaint in _complaints:
        terminalreporter.write_line(complaint, red=True)
