"""Where starts of one program meet: the same for the same, another for all that makes two programs different."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from integration_console.meeting import claimed, may_be_met, meeting_place
from integration_console.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_folder=tmp_path / "data", key_folder=tmp_path / "keys", log_folder=tmp_path)


@pytest.fixture
def around() -> Iterator[dict[str, str]]:
    with tempfile.TemporaryDirectory() as short:
        yield {"XDG_RUNTIME_DIR": short, "DISPLAY": ":0", "PGPASSWORD": "one"}


def test_the_same_program_meets_itself(settings: Settings, around: dict[str, str]) -> None:
    place = meeting_place(settings, around)
    assert place == meeting_place(replace(settings), {**around, "PGPASSWORD": "another", "LANG": "ar"})
    assert Path(place or "").parent == Path(around["XDG_RUNTIME_DIR"]) / "integration-console"


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PGSERVICE"])
def test_another_screen_or_database_is_another_program(settings: Settings, around: dict[str, str], name: str) -> None:
    assert meeting_place(settings, around) != meeting_place(settings, {**around, name: "other"})


def test_other_settings_are_another_program(settings: Settings, around: dict[str, str], tmp_path: Path) -> None:
    for other in (
        replace(settings, data_folder=tmp_path / "other"),
        replace(settings, port=1),
        replace(settings, public_url="https://example.com"),
    ):
        assert meeting_place(settings, around) != meeting_place(other, around)


def test_no_secret_is_in_the_name(settings: Settings, around: dict[str, str]) -> None:
    assert meeting_place(settings, around) == meeting_place(replace(settings, token="a secret"), around)


def test_a_path_that_is_too_long_for_a_socket_is_not_used(settings: Settings, around: dict[str, str]) -> None:
    near = replace(settings, data_folder=Path("/data"))
    far = replace(settings, data_folder=Path("/" + "x" * 100))
    long = {**around, "XDG_RUNTIME_DIR": "/" + "y" * 80}
    assert str(meeting_place(near, long)).startswith("/data/running/")
    assert str(meeting_place(near, {"XDG_RUNTIME_DIR": "relative"})).startswith("/data/running/")
    assert meeting_place(far, long) is None


def test_windows_has_a_named_pipe(settings: Settings, around: dict[str, str]) -> None:
    place = meeting_place(settings, around, "win32")
    assert place is not None
    assert place.startswith("\\\\.\\pipe\\integration-console-")
    assert may_be_met(place)


def test_one_program_is_met_at_a_named_pipe(settings: Settings, around: dict[str, str]) -> None:
    place = meeting_place(settings, around, "win32") or ""
    first = claimed(place)
    assert first is not None
    assert claimed(place) is None
    first.release()


def test_a_folder_that_others_can_enter_is_not_trusted(settings: Settings, around: dict[str, str]) -> None:
    place = meeting_place(settings, around) or ""
    assert not may_be_met(place)
    Path(place).parent.mkdir(mode=0o755)
    assert not may_be_met(place)
    assert claimed(place) is None


def test_one_program_is_met_and_what_a_killed_one_left_is_taken_away(
    settings: Settings, around: dict[str, str]
) -> None:
    place = meeting_place(settings, around) or ""
    first = claimed(place)
    assert first is not None
    assert may_be_met(place)
    Path(place).write_text("left behind")
    assert claimed(place) is None
    assert Path(place).exists()
    first.release()
    second = claimed(place)
    assert second is not None
    assert not Path(place).exists()
    second.release()
