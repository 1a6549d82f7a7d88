"""Finds the files that travel with the program: theme, pictures of icons, fonts and built translations."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_CHECKOUT = _PACKAGE.parents[1]


def resource(relative: str) -> Path:
    """The path of a file below `resources/`, in an installed wheel as in a checkout."""
    installed = _PACKAGE / "resources" / relative
    return installed if installed.exists() else _CHECKOUT / "resources" / relative


def built_translations() -> Path:
    """The folder of the `.qm` files: inside the wheel, or `build/translations` of a checkout."""
    installed = _PACKAGE / "translations"
    return installed if installed.is_dir() else _CHECKOUT / "build" / "translations"


@cache
def package_folder(package: str) -> Path | None:
    """The folder of an installed package, found without importing it; None when it is not installed."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).parent
