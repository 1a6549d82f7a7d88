"""The words about API keys in the language in force: states, permissions, ends, and what became of uses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from integration_console.domain.api_keys import ALLOWED, ALLOWED_OLD, CUSTOM, ApiKey, KeyState, preset_of, state_of
from integration_console.domain.errors import error_class
from integration_console.domain.permissions import Grant
from integration_console.ui.language import error_title, formats, technical, user_text
from integration_console.ui.tabs.api_keys.permission_words import permission_name
from integration_console.ui.widgets import Tone

_DAY = timedelta(days=1)
_MOST_NAMED = 2


def state_words(key: ApiKey) -> tuple[str, Tone, str]:
    """The word, the tone and the icon of a key's state."""
    words = {
        KeyState.ACTIVE: (QCoreApplication.translate("ApiKeyWords", "Active"), Tone.SUCCESS, "circle-check"),
        KeyState.ENDING: (QCoreApplication.translate("ApiKeyWords", "Ends soon"), Tone.WARNING, "hourglass"),
        KeyState.EXPIRED: (QCoreApplication.translate("ApiKeyWords", "Expired"), Tone.DANGER, "circle-x"),
        KeyState.REVOKED: (QCoreApplication.translate("ApiKeyWords", "Revoked"), Tone.NEUTRAL, "ban"),
    }
    return words[state_of(key, datetime.now(UTC))]


def end_words(key: ApiKey) -> str:
    """When a key ends, as short as a table wants it; near the end, in how many days."""
    if key.revoked_at is not None:
        return formats.day(key.revoked_at)
    if key.expires_at is None:
        return QCoreApplication.translate("ApiKeyWords", "No end")
    left = key.expires_at - datetime.now(UTC)
    if state_of(key, datetime.now(UTC)) is not KeyState.ENDING:
        return formats.day(key.expires_at)
    if left < _DAY:
        return QCoreApplication.translate("ApiKeyWords", "Today or tomorrow")
    return QCoreApplication.translate("ApiKeyWords", "In %Ln day(s)", "", left // _DAY)


def last_use(key: ApiKey) -> str:
    """When a key was used last."""
    if key.last_used_at is None:
        return QCoreApplication.translate("ApiKeyWords", "Never")
    return formats.relative(key.last_used_at)


def permissions_in_short(grants: Sequence[Grant]) -> str:
    """What a key may do, in a few words."""
    preset = preset_of(grants)
    if preset != CUSTOM:
        names = {
            "read_only": QCoreApplication.translate("ApiKeyWords", "Only look"),
            "ingest": QCoreApplication.translate("ApiKeyWords", "Only send events in"),
            "admin": QCoreApplication.translate("ApiKeyWords", "Everything"),
        }
        return names[preset]
    named = [permission_name(each.permission) for each in grants[:_MOST_NAMED]]
    if len(grants) > _MOST_NAMED:
        more = len(grants) - _MOST_NAMED
        named.append(QCoreApplication.translate("ApiKeyWords", "%Ln other(s)", "", more))
    return formats.listing(named)


def grant_names(grants: Sequence[Grant], connectors: Mapping[str, str]) -> list[str]:
    """What each grant allows; one for a connector names it, as far as `connectors` (names by id) knows it."""
    sentence = QCoreApplication.translate("ApiKeyWords", "{permission} ({connector})")
    named = []
    for each in grants:
        name = permission_name(each.permission)
        known = connectors.get(each.scope, "")
        shown = user_text(known) if known else technical(each.scope)
        named.append(sentence.format(permission=name, connector=shown) if each.scope else name)
    return named


def outcome_words(outcome: str) -> tuple[str, Tone]:
    """What became of uses."""
    if outcome == ALLOWED:
        return QCoreApplication.translate("ApiKeyWords", "Allowed"), Tone.SUCCESS
    if outcome == ALLOWED_OLD:
        return QCoreApplication.translate("ApiKeyWords", "Allowed, old secret"), Tone.WARNING
    refusals = {
        "api_key.expired": QCoreApplication.translate("ApiKeyWords", "Refused: expired"),
        "api_key.revoked": QCoreApplication.translate("ApiKeyWords", "Refused: revoked"),
        "api_key.address_not_allowed": QCoreApplication.translate("ApiKeyWords", "Refused: address"),
        "api_key.rate_limited": QCoreApplication.translate("ApiKeyWords", "Refused: too often"),
    }
    return refusals.get(outcome) or error_title(error_class(outcome)()), Tone.DANGER
