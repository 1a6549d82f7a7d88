"""Google's refusals, sorted into our errors (providers.md 2.2 "Errors" and 2.3; Drive API, "Resolve errors")."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from http import HTTPStatus
from typing import Any

from integration_console.connectors.answers import Answer
from integration_console.connectors.google.settings import GoogleSettings
from integration_console.connectors.google.surface import Method
from integration_console.connectors.http_client import HttpClient
from integration_console.connectors.oauth import JWT_BEARER, TokenRefusal
from integration_console.domain.errors import (
    GoogleAccessLost,
    GoogleApiDisabled,
    GoogleClientRefused,
    GoogleClientUnsuitable,
    GoogleClockWrong,
    GoogleCodeRefused,
    GoogleDailyLimit,
    GoogleDelegationMissing,
    GoogleDomainPolicy,
    GoogleError,
    GoogleNotFound,
    GoogleOrganisationForbids,
    GooglePermissionMissing,
    GooglePlaceRejected,
    GoogleRateLimited,
    GoogleRedirectRefused,
    GoogleScopeInvalid,
    GoogleScopeMissing,
    GoogleServiceAccountRefused,
    GoogleStorageFull,
    GoogleTokenRefused,
    GoogleUnavailable,
    RemoteError,
)

_WORD = re.compile(r"[A-Za-z0-9_]{1,64}")
_PLACES = frozenset({"pageToken", "syncToken"})
_TOLERATED_OFFSET = timedelta(minutes=5)

_FORBIDDEN: Mapping[type[GoogleError], str] = {
    GoogleRateLimited: "rateLimitExceeded userRateLimitExceeded sharingRateLimitExceeded RATE_LIMIT_EXCEEDED",
    GoogleDailyLimit: "dailyLimitExceeded dailyLimitExceededUnreg downloadQuotaExceeded quotaExceeded",
    GoogleApiDisabled: "accessNotConfigured SERVICE_DISABLED",
    GoogleDomainPolicy: "domainPolicy",
    GoogleStorageFull: "storageQuotaExceeded teamDriveFileLimitExceeded activeItemCreationLimitExceeded",
    GoogleScopeMissing: "insufficientPermissions ACCESS_TOKEN_SCOPE_INSUFFICIENT",
    GoogleOrganisationForbids: "admin_policy_enforced",
}
"""403 by Google's word; any other is a permission that is missing."""

_TOKEN_WORDS: Mapping[type[GoogleError], str] = {
    GoogleClientRefused: "invalid_client deleted_client disabled_client",
    GoogleClientUnsuitable: "unauthorized_client unsupported_grant_type",
    GoogleRedirectRefused: "redirect_uri_mismatch",
    GoogleScopeInvalid: "invalid_scope",
    GoogleOrganisationForbids: "access_denied admin_policy_enforced org_internal",
}


_BY_STATUS: Mapping[int, type[GoogleError]] = {
    HTTPStatus.UNAUTHORIZED: GoogleTokenRefused,
    HTTPStatus.NOT_FOUND: GoogleNotFound,
    HTTPStatus.GONE: GooglePlaceRejected,
}


def _by_word(classes: Mapping[type[GoogleError], str]) -> Mapping[str, type[GoogleError]]:
    return {word: kind for kind, words in classes.items() for word in words.split()}


_FORBIDDEN_BY_WORD, _TOKEN_BY_WORD = _by_word(_FORBIDDEN), _by_word(_TOKEN_WORDS)


def api_refusal(answer: Answer, method: Method, what: str, client: HttpClient) -> RemoteError:
    """Return the error that an answer other than 200 stands for; a pause that it asks for is kept by `client`."""
    if answer.status == HTTPStatus.TOO_MANY_REQUESTS or _names_pause(answer):
        return _pause(answer, client)
    if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return GoogleUnavailable(reason=f"HTTP {answer.status}")
    reason, place = _reason(answer)
    if not reason:
        return answer.unexpected()
    if answer.status == HTTPStatus.FORBIDDEN:
        return _forbidden(answer, reason, method, client)
    place_rejected = answer.status == HTTPStatus.BAD_REQUEST and place in _PLACES
    kind = GooglePlaceRejected if place_rejected else _BY_STATUS.get(answer.status, GoogleError)
    return kind(reason=reason, what=what)


def token_refusal(refusal: TokenRefusal, settings: GoogleSettings) -> RemoteError:
    """Return the error for a refusal of the token endpoint; a wrong clock is thought of first."""
    word = refusal.word
    if word == "invalid_grant":
        return _invalid_grant(refusal)
    if word == "unauthorized_client" and settings.is_service_account:
        user = settings.delegated_user or "–"
        return GoogleDelegationMissing(reason=word, user=user, scopes=", ".join(settings.scopes))
    return _TOKEN_BY_WORD.get(word, GoogleError)(reason=word)


def _invalid_grant(refusal: TokenRefusal) -> RemoteError:
    offset = refusal.clock_offset
    if offset is not None and abs(offset) > _TOLERATED_OFFSET:
        return GoogleClockWrong(seconds=round(abs(offset).total_seconds()), reason=refusal.word)
    if refusal.grant == JWT_BEARER:
        return GoogleServiceAccountRefused(reason=refusal.word)
    if refusal.grant == "authorization_code":
        return GoogleCodeRefused(reason=refusal.word)
    return GoogleAccessLost(host=refusal.host, reason=refusal.word)


def _forbidden(answer: Answer, reason: str, method: Method, client: HttpClient) -> RemoteError:
    kind = _FORBIDDEN_BY_WORD.get(reason, GooglePermissionMissing)
    if kind is GoogleRateLimited:
        return _pause(answer, client)
    return kind(reason=reason, scope=method.scope)


def _names_pause(answer: Answer) -> bool:
    return answer.status == HTTPStatus.SERVICE_UNAVAILABLE and answer.names_pause


def _pause(answer: Answer, client: HttpClient) -> GoogleRateLimited:
    if not answer.names_pause:
        return GoogleRateLimited(seconds=client.back_off())
    client.park(answer.pause_seconds)
    return GoogleRateLimited(seconds=answer.pause_seconds)


def _reason(answer: Answer) -> tuple[str, str]:
    """Return Google's word and the parameter that it is about; a body that is not Google's gives none."""
    error = _object((answer.json_object() or {}).get("error"))
    listed = error.get("errors")
    first = _object(listed[0]) if isinstance(listed, list) and listed else {}
    for word in (first.get("reason"), *_details(error), error.get("status")):
        if isinstance(word, str) and _WORD.fullmatch(word):
            return word, str(first.get("location") or "")
    return "", ""


def _details(error: Mapping[str, Any]) -> list[object]:
    details = error.get("details")
    return [_object(each).get("reason") for each in details] if isinstance(details, list) else []


def _object(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
