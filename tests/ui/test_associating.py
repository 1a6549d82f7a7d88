"""A double click on a case file: what is installed for a person, where, and what is said when a tool is missing."""

from __future__ import annotations

import configparser
import os
import re
import shlex
import shutil
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from integration_console.desktop import main
from integration_console.domain.errors import FileUnwritable, NotAssociatedHere
from integration_console.ui.associating import MIME_TYPE, associate, own_command
from tests.case_builders import made_up, written_case

TOOLS = ("update-mime-database", "update-desktop-database", "xdg-mime")
PROGRAM = ("/opt/my tools/integration-console",)


def person(folder: Path, tools: tuple[str, ...] = TOOLS, code: int = 0) -> dict[str, str]:
    """The environment of a person whose folders are all in a temporary place, with tools that write down their call."""
    bin_folder = folder / "bin"
    bin_folder.mkdir()
    for tool in tools:
        script = bin_folder / tool
        script.write_text(f'#!/bin/sh\necho "{tool} $*" >> "{folder}/calls"\nexit {code}\n')
        script.chmod(0o755)
    home = folder / "home"
    return {"PATH": str(bin_folder), "HOME": str(home), "XDG_DATA_HOME": str(home / "data")}


def files_in(folder: Path) -> set[str]:
    return {str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file()}


def test_the_type_and_the_program_are_installed_for_this_person_alone(tmp_path: Path) -> None:
    environment = person(tmp_path)
    assert len(associate(PROGRAM, environment, "linux")) == 2
    data = tmp_path / "home" / "data"
    assert files_in(tmp_path / "home") == {
        "data/mime/packages/integration-console-case.xml",
        "data/applications/integration-console.desktop",
    }
    entry = configparser.ConfigParser(interpolation=None, strict=True)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(data / "applications" / "integration-console.desktop", encoding="utf-8")
    desktop = entry["Desktop Entry"]
    assert desktop["MimeType"] == f"{MIME_TYPE};"
    assert shlex.split(desktop["Exec"]) == [*PROGRAM, "%f"]
    calls = (tmp_path / "calls").read_text().splitlines()
    assert calls == [
        f"update-mime-database {data}/mime",
        f"update-desktop-database {data}/applications",
        f"xdg-mime default integration-console.desktop {MIME_TYPE}",
    ]
    assert len(associate(PROGRAM, environment, "linux")) == 2


def test_the_description_of_the_type_fits_what_case_files_are(tmp_path: Path) -> None:
    associate(PROGRAM, person(tmp_path), "linux")
    path = tmp_path / "home/data/mime/packages/integration-console-case.xml"
    root = ET.parse(path).getroot()  # noqa: S314 - our own
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    (kind,) = root.findall("m:mime-type", space)
    assert kind.get("type") == MIME_TYPE
    assert [each.get("pattern") for each in kind.findall("m:glob", space)] == ["*.icase"]
    match = kind.find("m:magic/m:match/m:match", space)
    assert match is not None
    written_case(tmp_path / "a.icase", made_up(3))
    at, value = int(match.get("offset", "")), match.get("value", "").encode()
    assert (tmp_path / "a.icase").read_bytes()[at : at + len(value)] == value


@pytest.mark.skipif(shutil.which("update-mime-database") is None, reason="the tool is not installed here")
def test_the_real_tool_takes_the_description(tmp_path: Path) -> None:
    environment = {**person(tmp_path, ()), "PATH": os.environ["PATH"]}
    associate(PROGRAM, environment, "linux")
    globs = (tmp_path / "home" / "data" / "mime" / "globs2").read_text()
    assert f"80:{MIME_TYPE}:*.icase" in globs


def test_what_is_missing_or_fails_is_said(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    said = associate(PROGRAM, person(tmp_path / "a", ()), "linux")
    assert [each.split(". ")[0] for each in said[2:]] == [f"{tool} is not installed" for tool in TOOLS]
    said = associate(PROGRAM, person(tmp_path / "b", code=3), "linux")
    assert [each.split(". ")[0] for each in said[2:]] == [f"{tool} failed" for tool in TOOLS]
    (tmp_path / "b" / "bin" / "xdg-mime").write_bytes(b"\x7fELF no program")
    assert associate(PROGRAM, {**person_again(tmp_path / "b")}, "linux")[-1].startswith("xdg-mime could not be run")


def person_again(folder: Path) -> dict[str, str]:
    return {"PATH": str(folder / "bin"), "HOME": str(folder / "home"), "XDG_DATA_HOME": "not/absolute"}


def test_a_folder_that_is_no_whole_path_does_not_count(tmp_path: Path) -> None:
    person(tmp_path)
    associate(PROGRAM, person_again(tmp_path), "linux")
    assert ".local/share/applications/integration-console.desktop" in files_in(tmp_path / "home")


def test_other_systems_and_closed_folders_are_refused(tmp_path: Path) -> None:
    for platform in ("win32", "darwin"):
        with pytest.raises(NotAssociatedHere):
            associate(PROGRAM, person_again(tmp_path), platform)
    (tmp_path / "home").write_text("no folder")
    with pytest.raises(FileUnwritable):
        associate(PROGRAM, person_again(tmp_path), "linux")


@pytest.mark.parametrize("argument", ["/a b/c", '/q"u/$HOME`x`', "/per%cent", "/back\\slash"])
def test_a_path_of_any_letters_is_quoted(tmp_path: Path, argument: str) -> None:
    associate((argument,), person(tmp_path), "linux")
    entry = (tmp_path / "home/data/applications/integration-console.desktop").read_text(encoding="utf-8")
    value = next(line for line in entry.splitlines() if line.startswith("Exec=")).removeprefix("Exec=")
    unescaped = value.replace("\\\\", "\\")  # as any string of an entry
    quoted, end = unescaped.rsplit(" ", 1)
    assert (quoted[0], quoted[-1], end) == ('"', '"', "%f")
    assert re.sub(r"\\(.)", r"\1", quoted[1:-1]) == argument.replace("%", "%%")


def test_the_program_names_itself(tmp_path: Path) -> None:
    own = tmp_path / "integration-console"
    own.write_text("#!/bin/sh\n")
    own.chmod(0o755)
    assert own_command([str(own)]) == (str(own),)
    assert own_command(["desktop.py"]) == own_command([]) == (sys.executable, "-m", "integration_console.desktop")


def test_the_command_line_installs_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in person(tmp_path).items():
        monkeypatch.setenv(name, value)
    assert main(["--associate"]) == 0
    assert capsys.readouterr().out.count("Written: ") == 2
    shutil.rmtree(tmp_path / "home")
    (tmp_path / "home").write_text("no folder")
    assert main(["--associate"]) == 2
    assert "cannot be written" in capsys.readouterr().err
