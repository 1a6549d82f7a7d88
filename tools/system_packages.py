"""Installs the system libraries that a wheel cannot bring (Qt's, and what tests need), where they are missing.

Usage: system_packages.py GROUP...   with GROUP one of: python, window, tests, bench

Runs on the bare system Python, so it uses nothing but the standard library. Where it is root or sudo asks for no
password it installs by apt; elsewhere it prints the one command to run and ends with 1.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys

# what is looked for -> the packages that bring it, by preference (Ubuntu 24.04 and Debian 13 renamed some to ...t64)
LIBRARIES = {
    "libglib-2.0.so.0": ["libglib2.0-0t64", "libglib2.0-0"],
    "libGL.so.1": ["libgl1"],
    "libEGL.so.1": ["libegl1"],
    "libfontconfig.so.1": ["libfontconfig1"],
    "libdbus-1.so.3": ["libdbus-1-3"],
    "libxkbcommon.so.0": ["libxkbcommon0"],
    "libbrotlidec.so.1": ["libbrotli1"],
    "libxcb-cursor.so.0": ["libxcb-cursor0"],
    "libxcb-icccm.so.4": ["libxcb-icccm4"],
    "libxcb-image.so.0": ["libxcb-image0"],
    "libxcb-keysyms.so.1": ["libxcb-keysyms1"],
    "libxcb-randr.so.0": ["libxcb-randr0"],
    "libxcb-render-util.so.0": ["libxcb-render-util0"],
    "libxcb-shape.so.0": ["libxcb-shape0"],
    "libxcb-sync.so.1": ["libxcb-sync1"],
    "libxcb-xfixes.so.0": ["libxcb-xfixes0"],
    "libxcb-xkb.so.1": ["libxcb-xkb1"],
    "libxkbcommon-x11.so.0": ["libxkbcommon-x11-0"],
}
PROGRAMS = {
    "tests": {
        "Xvfb": ["xvfb"],
        "xauth": ["xauth"],
        "strace": ["strace"],
        "xwininfo": ["x11-utils"],
        "dbus-run-session": ["dbus-daemon", "dbus"],
        "gnome-keyring-daemon": ["gnome-keyring"],
    },
    "bench": {"wrk": ["wrk"]},
}


def main(groups: list[str]) -> int:
    wanted = [packages for group in groups for packages in missing(group)]
    if not wanted:
        return 0
    if not shutil.which("apt-get"):
        print("These are missing; install them with your system's package manager (named as in Debian):")
        print("    " + " ".join(packages[-1] for packages in wanted))
        return 1
    prefix = privilege()
    if prefix is None:
        print("Some system packages are missing. Run this once, then the same make command again:")
        print("    sudo apt-get update && sudo apt-get install -y " + " ".join(chosen(wanted)))
        return 1
    return install(prefix, wanted)


def missing(group: str) -> list[list[str]]:
    """For each thing of the group that is not here, the packages that would bring it."""
    if group == "window":
        return [packages for library, packages in LIBRARIES.items() if not loads(library)]
    if group in PROGRAMS:
        return [packages for program, packages in PROGRAMS[group].items() if not shutil.which(program)]
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        return [[f"python{sys.version_info[0]}.{sys.version_info[1]}-venv", "python3-venv"]]
    return []


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def privilege() -> list[str] | None:
    """What to put before apt-get: nothing for root, sudo where it asks for no password, None where neither works."""
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n"]
    return None


def chosen(wanted: list[list[str]]) -> list[str]:
    """One package of each list: the first that this release knows."""
    return sorted({next((package for package in packages if known(package)), packages[-1]) for packages in wanted})


def known(package: str) -> bool:
    answer = subprocess.run(["apt-cache", "policy", package], capture_output=True, text=True, check=False).stdout
    return "Candidate:" in answer and "Candidate: (none)" not in answer


def install(prefix: list[str], wanted: list[list[str]]) -> int:
    environment = ["env", "DEBIAN_FRONTEND=noninteractive"]
    apt_get = [*prefix, *environment, "apt-get", "-q", "-o", "Dpkg::Use-Pty=0", "-o", "DPkg::Lock::Timeout=300"]
    updated = subprocess.run([*apt_get, "update"], stdout=sys.stderr, check=False).returncode
    if updated != 0:
        print("apt-get update did not succeed; trying with the package lists that are here.", file=sys.stderr)
    packages = chosen(wanted)
    print("Installing system packages: " + " ".join(packages), file=sys.stderr)
    command = [*apt_get, "install", "-y", "--no-install-recommends", *packages]
    return subprocess.run(command, stdout=sys.stderr, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
