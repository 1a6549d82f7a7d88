"""Who sits at this machine."""

from __future__ import annotations

import getpass


def person_here() -> str:
    """Return the name under which a person is signed in to this machine."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"
