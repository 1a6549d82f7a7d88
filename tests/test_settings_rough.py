"""Settings that look right and are not."""

from __future__ import annotations

import pytest

from integration_console.domain.errors import InvalidInput
from integration_console.settings import read_settings


@pytest.mark.parametrize(
    "text", ["https://", "http://[bad", "https://x:99999", "https://x/?a=b", "https://x/#y", "ftp://x"]
)
def test_a_public_url_must_be_a_whole_address(text: str) -> None:
    with pytest.raises(InvalidInput, match="INTEGRATION_PUBLIC_URL"):
        read_settings({"INTEGRATION_PUBLIC_URL": text})


def test_a_public_url_may_have_a_path() -> None:
    assert read_settings({"INTEGRATION_PUBLIC_URL": "https://x:444/hooks/"}).public_url == "https://x:444/hooks"


def test_a_level_that_is_none_is_named() -> None:
    with pytest.raises(InvalidInput) as caught:
        read_settings({"INTEGRATION_LOG_LEVEL": "loud"})
    (problem,) = caught.value.problems
    assert problem.sentence == "Choose one of: DEBUG, INFO, WARNING, ERROR, CRITICAL."


def test_a_person_without_a_home_must_name_the_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless(*_: object, **__: object) -> None:
        raise RuntimeError("could not determine the home directory")

    monkeypatch.setattr("platformdirs.PlatformDirs", homeless)
    with pytest.raises(InvalidInput, match="INTEGRATION_DATA_FOLDER"):
        read_settings({})
    named = {f"INTEGRATION_{each}_FOLDER": f"/{each}" for each in ("DATA", "KEY", "LOG")}
    assert str(read_settings(named).log_folder) == "/LOG"
