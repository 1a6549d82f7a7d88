"""What the window says of a connector, on every page the same: its type, its state and the reason for it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from integration_console.domain.connectors import Connector, ConnectorStatus, ConnectorType, Health
from integration_console.domain.errors import ConsoleError, NotAuthorisedYet, error_from_code
from integration_console.ui.language import error_title, formats
from integration_console.ui.svg import has_icon
from integration_console.ui.widgets import StatusPill, Tone

UNKNOWN_TYPE_ICON = "plug"


def type_title(connector: Connector, kind: ConnectorType | None) -> str:
    """The name of the connector's type; a type that is not installed is named by its key."""
    return QCoreApplication.translate("ConnectorTypes", kind.title) if kind else connector.type


def type_icon(kind: ConnectorType | None) -> str:
    """The icon of a type; a plug where the type is not installed, or names an icon that there is not."""
    return kind.icon if kind and has_icon(kind.icon) else UNKNOWN_TYPE_ICON


def state_of(connector: Connector) -> tuple[str, Tone, str]:
    """The word, tone and icon for the state of a connector."""
    if connector.status is ConnectorStatus.INACTIVE:
        return QCoreApplication.translate("ConnectorWords", "Inactive"), Tone.NEUTRAL, "circle-pause"
    if connector.health is Health.NEEDS_AUTHORISATION:
        return QCoreApplication.translate("ConnectorWords", "No access"), Tone.WARNING, "key-round"
    if connector.health is Health.FAILING:
        return QCoreApplication.translate("ConnectorWords", "Failing"), Tone.DANGER, ""
    if connector.health is Health.GOOD:
        return QCoreApplication.translate("ConnectorWords", "Working"), Tone.SUCCESS, ""
    return QCoreApplication.translate("ConnectorWords", "Not tested"), Tone.INFO, "circle-dashed"


def show_state(pill: StatusPill, connector: Connector) -> None:
    """Shows the state of a connector in a pill."""
    text, tone, icon_name = state_of(connector)
    pill.show_status(text, tone, icon_name)


def failure_of(connector: Connector) -> ConsoleError | None:
    """Why the connector is failing or needs a person, as the error that it last met."""
    if connector.health not in (Health.FAILING, Health.NEEDS_AUTHORISATION):
        return None
    if connector.health is Health.NEEDS_AUTHORISATION and not connector.health_code:
        return NotAuthorisedYet(name=connector.name)
    return error_from_code(connector.health_code, connector.health_params)


def reason_of(connector: Connector) -> str:
    """One sentence for the state."""
    failure = failure_of(connector)
    if connector.status is ConnectorStatus.INACTIVE:
        return QCoreApplication.translate("ConnectorWords", "It is switched off and sends nothing.")
    if failure is not None:
        return error_title(failure)
    if connector.health is Health.GOOD:
        return QCoreApplication.translate("ConnectorWords", "The last contact went well.")
    return QCoreApplication.translate("ConnectorWords", "It has not been tested yet.")


def checked_words(connector: Connector) -> str:
    """When the outside system was last spoken to."""
    if connector.checked_at is None:
        return QCoreApplication.translate("ConnectorWords", "Never contacted")
    return formats.relative(connector.checked_at)
