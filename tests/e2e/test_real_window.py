"""The console on a real X screen (a virtual one): the same command opens a window, receives, and ends when asked to."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from tests.e2e.service_process import PATIENCE, wait_for

_TOP = Path(__file__).parents[2]


def _environment(folder: Path) -> dict[str, str]:
    own = {f"INTEGRATION_{name}_FOLDER": str(folder) for name in ("DATA", "KEY", "LOG")}
    return {**os.environ, **own, "QT_QPA_PLATFORM": "xcb", "INTEGRATION_PORT": "18477"}


@pytest.mark.timeout(900)
def test_the_run_command_opens_a_window_on_a_screen_and_ends_when_asked(tmp_path: Path) -> None:
    assert shutil.which("xvfb-run"), "xvfb is needed: make setup installs it"
    command = ["xvfb-run", "-a", "sh", "tools/run.sh", str(tmp_path / "acme.db")]
    with subprocess.Popen(command, cwd=_TOP, env=_environment(tmp_path)) as run:
        note = tmp_path / "acme.db.holder"
        wait_for(lambda: note.exists() and json.loads(note.read_text())["port"] == 18477)
        holder = psutil.Process(json.loads(note.read_text())["pid"])
        titles = _window_titles(holder)
        holder.send_signal(signal.SIGTERM)
        run.wait(timeout=PATIENCE)
    assert any("Integration Console" in each for each in titles)
    assert not note.exists()


def _window_titles(process: psutil.Process) -> list[str]:
    display = process.environ()
    surroundings = {**os.environ, "DISPLAY": display["DISPLAY"], "XAUTHORITY": display.get("XAUTHORITY", "")}
    done = subprocess.run(["xwininfo", "-root", "-tree"], env=surroundings, capture_output=True, text=True, check=True)
    return re.findall(r'0x[0-9a-f]+ "([^"]*)"', done.stdout)


@pytest.mark.timeout(900)
def test_the_main_job_is_done_on_a_real_screen(tmp_path: Path) -> None:
    job = [
        sys.executable,
        "-m",
        "integration_console.desktop",
        "--demonstrate",
        "--languages",
        "en",
        "--pictures",
        str(tmp_path),
    ]
    done = subprocess.run(
        ["xvfb-run", "-a", *job], cwd=_TOP, env=_environment(tmp_path), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(list(tmp_path.glob("*.png"))) == 78
