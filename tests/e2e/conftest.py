"""Outside systems that end-to-end tests run against."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.e2e.emulate_google import EmulateGoogle, running_emulate_google
from tests.e2e.emulate_server import EmulateSlack, running_emulate_slack


@pytest.fixture(scope="session")
def emulate_slack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmulateSlack]:
    """An independent Slack on loopback, one for the whole run; it fails, and never skips, where it cannot start."""
    with running_emulate_slack(tmp_path_factory.mktemp("emulate")) as slack:
        yield slack


@pytest.fixture(scope="session")
def emulate_google(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmulateGoogle]:
    """An independent Google on loopback, one for the whole run; it fails, and never skips, where it cannot start."""
    with running_emulate_google(tmp_path_factory.mktemp("emulate")) as google:
        yield google
