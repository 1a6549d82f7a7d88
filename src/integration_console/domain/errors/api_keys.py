"""Errors of API keys: what the caller is told, and the exact reason that only the log tells."""

from __future__ import annotations

from integration_console.domain.errors.base import ConsoleError
from integration_console.domain.translatable import QT_TRANSLATE_NOOP


class ApiKeyRefused(ConsoleError):
    """All that is said outside when a key does not count, whatever the reason."""

    code = "api_key.refused"
    template = QT_TRANSLATE_NOOP("Errors", "This API key is not accepted.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Ask whoever gave you the key; the log of their console has the reason.")
    http_status = 401


class ApiKeyMalformed(ApiKeyRefused):
    """What was sent begins like a key, but is none (told in the log only)."""

    code = "api_key.malformed"
    template = QT_TRANSLATE_NOOP("Errors", "This is not a whole API key: its checksum does not fit.")
    remedy = QT_TRANSLATE_NOOP("Errors", "It was mistyped or cut off: enter it again, whole.")


class ApiKeyUnknown(ApiKeyRefused):
    """No key has this id (told in the log only)."""

    code = "api_key.unknown"
    template = QT_TRANSLATE_NOOP("Errors", "No API key has this id.")
    remedy = QT_TRANSLATE_NOOP("Errors", "The key belongs to another workspace, or somebody tries keys out.")


class ApiKeyWrong(ApiKeyRefused):
    """The id is that of a key, the secret is not (told in the log only)."""

    code = "api_key.wrong_secret"
    template = QT_TRANSLATE_NOOP("Errors", "The secret of this API key was wrong.")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "It was replaced by a reroll long ago, or somebody tries secrets: look at the addresses."
    )


class ApiKeyExpired(ApiKeyRefused):
    """The time of the key, or of the secret before a reroll, is over (told in the log only)."""

    code = "api_key.expired"
    template = QT_TRANSLATE_NOOP("Errors", "This API key, or its secret from before the reroll, ended at {moment}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Give the key more time, or enter the new secret at its user.")


class ApiKeyRevoked(ApiKeyRefused):
    """The key was taken back (told in the log only)."""

    code = "api_key.revoked"
    template = QT_TRANSLATE_NOOP("Errors", "This API key was revoked.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Create a new key where one is still needed.")


class ApiKeyAddressRefused(ApiKeyRefused):
    """The key does not count from this address (told in the log only)."""

    code = "api_key.address_not_allowed"
    template = QT_TRANSLATE_NOOP("Errors", "This API key does not count from the address {address}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "If its user has moved, add the new address to the key.")


class ApiKeyRateLimited(ConsoleError):
    """The key was used too often; only who has proved the key hears of it."""

    code = "api_key.rate_limited"
    template = QT_TRANSLATE_NOOP("Errors", "This API key is used too often: it allows {limit} requests a minute.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Wait {seconds} s before the next request.")
    retriable = True
    asks_for_pause = True
    http_status = 429


class ApiKeyBeyondRights(ConsoleError):
    """Somebody tried to give a key, or to take over one with, more than they may do themselves."""

    code = "api_key.beyond_rights"
    template = QT_TRANSLATE_NOOP("Errors", "A key cannot be given what you may not do yourself: “{permission}”.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Take that permission out, or ask somebody who has it.")
    http_status = 403


class ApiKeyEnded(ConsoleError):
    """A revoked key was to be changed."""

    code = "api_key.ended"
    template = QT_TRANSLATE_NOOP("Errors", "The API key “{name}” was revoked; that cannot be undone.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Create a new key.")
    http_status = 409


class ApiKeyTooOld(ConsoleError):
    """A key was to go on with a new secret for longer than the organisation lets any secret count."""

    code = "api_key.too_old"
    template = QT_TRANSLATE_NOOP(
        "Errors", "The API key “{name}” ends later than your organisation lets a secret count (in days: {days})."
    )
    remedy = QT_TRANSLATE_NOOP("Errors", "Edit the key and choose an earlier end; then give it a new secret.")
    http_status = 409
