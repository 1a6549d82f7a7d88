"""The workspace's key in a real keyring: GNOME's, on a session bus of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_TOP = Path(__file__).parents[2]


@pytest.mark.timeout(120)
def test_a_workspace_protected_by_the_system_keyring_opens_without_a_question(tmp_path: Path) -> None:
    for program in ("dbus-run-session", "gnome-keyring-daemon"):
        assert shutil.which(program), f"{program} is needed: make setup installs it"
    (tmp_path / "home").mkdir(mode=0o700)
    (tmp_path / "run").mkdir(mode=0o700)
    kept = ("PATH", "LANG", "VIRTUAL_ENV", "COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG", "LD_LIBRARY_PATH")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    environment |= {"HOME": str(tmp_path / "home"), "XDG_RUNTIME_DIR": str(tmp_path / "run")}
    job = (
        "printf unlock | gnome-keyring-daemon --unlock --components=secrets >/dev/null && "
        f'exec "{sys.executable}" -m tests.e2e.keyring_program "{tmp_path}"'
    )
    command = ["dbus-run-session", "--", "sh", "-c", job]
    done = subprocess.run(command, cwd=_TOP, env=environment, capture_output=True, text=True, check=False, timeout=90)
    assert done.stdout.split("\n")[0] == "True a secret keyring recovery", done.stderr
    assert not (tmp_path / "keys").exists()
