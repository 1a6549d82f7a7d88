"""The words of workspaces in the language in force: kinds, environments, and the tone of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from integration_console.domain.known_workspaces import Environment
from integration_console.gateways.places import Place, kind_of, text_of
from integration_console.ui.widgets import Tone

_ICONS: Final[Mapping[str, str]] = {"file": "file", "database": "database", "service": "globe", "case": "briefcase"}
_TONES: Final[Mapping[Environment, Tone]] = {
    Environment.NONE: Tone.NEUTRAL,
    Environment.PRODUCTION: Tone.DANGER,
    Environment.STAGING: Tone.WARNING,
    Environment.TEST: Tone.INFO,
    Environment.DEVELOPMENT: Tone.SUCCESS,
}


def kind_icon(place: Place) -> str:
    """The icon of a kind of workspace."""
    return _ICONS[kind_of(place)]


def kind_name(place: Place) -> str:
    """What a kind of workspace is called."""
    names = {
        "file": QCoreApplication.translate("WorkspaceWords", "File"),
        "database": QCoreApplication.translate("WorkspaceWords", "Shared database"),
        "service": QCoreApplication.translate("WorkspaceWords", "Service"),
        "case": QCoreApplication.translate("WorkspaceWords", "Case file"),
    }
    return names[kind_of(place)]


def shown_place(place: Place) -> str:
    """Where a workspace is, as briefly as it can be said."""
    text = text_of(place)
    return text if kind_of(place) in ("file", "case") else text.partition("://")[2].partition("?")[0]


def environment_name(environment: Environment) -> str:
    """What an environment is called ("": none)."""
    names = {
        Environment.NONE: "",
        Environment.PRODUCTION: QCoreApplication.translate("WorkspaceWords", "Production"),
        Environment.STAGING: QCoreApplication.translate("WorkspaceWords", "Staging"),
        Environment.TEST: QCoreApplication.translate("WorkspaceWords", "Test"),
        Environment.DEVELOPMENT: QCoreApplication.translate("WorkspaceWords", "Development"),
    }
    return names[environment]


def environment_tone(environment: Environment) -> Tone:
    """The tone, and so the colour, of an environment."""
    return _TONES[environment]
