"""Ends with 0 where a window can be opened: DISPLAY or WAYLAND_DISPLAY names a server that answers."""

from __future__ import annotations

import ctypes
import os
import socket
import sys
from pathlib import Path


def wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY")
    if not name:
        return False
    path = Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / name  # an absolute name replaces the folder
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.settimeout(3)
            server.connect(str(path))
    except OSError:
        return False
    return True


def x_answers() -> bool:
    if not os.environ.get("DISPLAY"):
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    answers: bool = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return answers


if __name__ == "__main__":
    native = sys.platform in {"darwin", "win32"}
    sys.exit(0 if native or wayland_answers() or x_answers() else 1)
