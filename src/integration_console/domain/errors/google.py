"""Errors that Google answers with, sorted by what a person can do about them (providers.md 2.2 and 2.3)."""

from __future__ import annotations

from integration_console.domain.errors.remote import RemoteError
from integration_console.domain.errors.syncing import AuthorisationLost
from integration_console.domain.translatable import QT_TRANSLATE_NOOP


class GoogleError(RemoteError):
    """Google refused, for a reason without a class of its own; `reason` is Google's own word."""

    code = "google.refused"
    template = QT_TRANSLATE_NOOP("Errors", "Google refused the request: {reason}.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Look the word up in Google's documentation, or ask the Google administrator.")


class GoogleAccessLost(AuthorisationLost):
    """invalid_grant of a refresh token; Google never says which of the causes it was."""

    code = "google.access_lost"
    template = QT_TRANSLATE_NOOP("Errors", "Google no longer accepts the access that was granted ({reason}).")
    remedy = QT_TRANSLATE_NOOP(
        "Errors",
        "Check the date of this machine first. Otherwise the access was revoked, was not used for six months, ended with a change of password, ended after seven days because the app is still in “Testing”, or gave way to newer grants. Authorise the connector again; the sync goes on where it stopped.",
    )


class GoogleClockWrong(GoogleError):
    """Google refuses what this machine signs or shows, and the clocks differ."""

    code = "google.clock"
    template = QT_TRANSLATE_NOOP("Errors", "The clock of this machine is {seconds} s away from Google's.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Set the date and time of this machine, best by itself from the internet.")


class GoogleCodeRefused(GoogleError):
    """invalid_grant of an authorisation code: used twice, too old, or not ours."""

    code = "google.code_refused"
    template = QT_TRANSLATE_NOOP("Errors", "Google does not accept the answer from the browser ({reason}).")
    remedy = QT_TRANSLATE_NOOP("Errors", "Start the authorisation again and finish it without a long pause.")


class GoogleClientRefused(GoogleError):
    """invalid_client, deleted_client, disabled_client."""

    code = "google.client"
    template = QT_TRANSLATE_NOOP("Errors", "Google does not know this client ID and client secret ({reason}).")
    remedy = QT_TRANSLATE_NOOP(
        "Errors",
        "In the Google Cloud console, under Credentials, copy both from an OAuth client of the type “Desktop”.",
    )


class GoogleClientUnsuitable(GoogleError):
    """unauthorized_client, unsupported_grant_type of an OAuth client."""

    code = "google.client_kind"
    template = QT_TRANSLATE_NOOP("Errors", "This OAuth client may not sign in this way ({reason}).")
    remedy = QT_TRANSLATE_NOOP("Errors", "Create an OAuth client of the type “Desktop” and enter its ID and secret.")


class GoogleRedirectRefused(GoogleError):
    """redirect_uri_mismatch."""

    code = "google.redirect"
    template = QT_TRANSLATE_NOOP("Errors", "Google does not send the browser back to this program ({reason}).")
    remedy = QT_TRANSLATE_NOOP("Errors", "Use an OAuth client of the type “Desktop”: it may lead back to this machine.")


class GoogleScopeInvalid(GoogleError):
    """invalid_scope."""

    code = "google.scope_invalid"
    template = QT_TRANSLATE_NOOP("Errors", "Google does not grant these permissions ({reason}).")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Add the permissions to the app's consent screen, under “Data access”, and try again."
    )


class GoogleScopeMissing(GoogleError):
    """A permission that the person did not grant, or that the token does not carry."""

    code = "google.scope_missing"
    template = QT_TRANSLATE_NOOP("Errors", "The permission {scope} was not granted.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Authorise the connector again and leave every box ticked.")
    ends_access = True


class GoogleOrganisationForbids(GoogleError):
    """admin_policy_enforced, org_internal, access_denied at the token's door."""

    code = "google.organisation"
    template = QT_TRANSLATE_NOOP("Errors", "The rules of your Google organisation do not allow this app ({reason}).")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Ask the Google administrator to trust the app under Security, “API controls” in the Admin console."
    )


class GoogleKeyUnusable(GoogleError):
    """The service account's key is no key file, or its key cannot be read."""

    code = "google.key"
    template = QT_TRANSLATE_NOOP("Errors", "The service account's key cannot be used.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Paste the whole JSON file that Google gave when the key was created.")


class GoogleServiceAccountRefused(GoogleError):
    """invalid_grant of a service account: the key was deleted, the account disabled, or the user does not exist."""

    code = "google.service_account"
    template = QT_TRANSLATE_NOOP("Errors", "Google does not accept the service account ({reason}).")
    remedy = QT_TRANSLATE_NOOP(
        "Errors",
        "Check that the account is enabled, that its key still exists and that the user to act for exists in your organisation.",
    )


class GoogleDelegationMissing(GoogleError):
    """unauthorized_client of a service account: domain-wide delegation does not list these scopes."""

    code = "google.delegation"
    template = QT_TRANSLATE_NOOP("Errors", "The service account may not act for {user} ({reason}).")
    remedy = QT_TRANSLATE_NOOP(
        "Errors",
        "In the Admin console, under “Domain-wide delegation”, allow the account's client ID these scopes: {scopes}.",
    )


class GoogleTokenRefused(GoogleError):
    """401 for a token that was only just given."""

    code = "google.token"
    template = QT_TRANSLATE_NOOP("Errors", "Google refuses a token that it has only just given ({reason}).")
    remedy = QT_TRANSLATE_NOOP("Errors", "Check the addresses in the connector's settings, then authorise it again.")


class GoogleRateLimited(GoogleError):
    """429, rateLimitExceeded, userRateLimitExceeded."""

    code = "google.rate_limited"
    template = QT_TRANSLATE_NOOP("Errors", "Google asks for a pause of {seconds} s.")
    remedy = QT_TRANSLATE_NOOP("Errors", "Nothing has to be done: it goes on after the pause.")
    retriable = True
    asks_for_pause = True
    http_status = 429


class GoogleUnavailable(GoogleError):
    """HTTP 5xx."""

    code = "google.unavailable"
    template = QT_TRANSLATE_NOOP("Errors", "Google is having problems ({reason}).")
    remedy = QT_TRANSLATE_NOOP("Errors", "Try again later.")
    retriable = True


class GoogleDailyLimit(GoogleError):
    """dailyLimitExceeded, downloadQuotaExceeded, quotaExceeded: over for today."""

    code = "google.daily_limit"
    template = QT_TRANSLATE_NOOP("Errors", "The Google project has used up its quota of the day ({reason}).")
    remedy = QT_TRANSLATE_NOOP("Errors", "Wait until tomorrow, or ask for a higher quota in the Google Cloud console.")


class GoogleApiDisabled(GoogleError):
    """accessNotConfigured, SERVICE_DISABLED."""

    code = "google.api_disabled"
    template = QT_TRANSLATE_NOOP("Errors", "The Google project has not enabled this API ({reason}).")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "In the Google Cloud console, under “APIs & Services”, enable it and wait a few minutes."
    )


class GooglePermissionMissing(GoogleError):
    """insufficientFilePermissions, forbidden, appNotAuthorizedToFile, appNotAuthorizedToChild."""

    code = "google.permission"
    template = QT_TRANSLATE_NOOP("Errors", "The Google account may not do this ({reason}).")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Share the folder, the drive or the calendar with the account, then try again."
    )


class GoogleDomainPolicy(GoogleError):
    """domainPolicy: the organisation keeps apps from its Drive."""

    code = "google.domain_policy"
    template = QT_TRANSLATE_NOOP("Errors", "The rules of your Google organisation keep apps away from this ({reason}).")
    remedy = QT_TRANSLATE_NOOP("Errors", "Ask the Google administrator to allow Drive's API for the app.")


class GoogleStorageFull(GoogleError):
    """storageQuotaExceeded, teamDriveFileLimitExceeded; a service account has no storage of its own."""

    code = "google.storage"
    template = QT_TRANSLATE_NOOP("Errors", "There is no room left in Google Drive ({reason}).")
    remedy = QT_TRANSLATE_NOOP("Errors", "Make room, or work in a shared drive: a service account has no storage.")


class GoogleNotFound(GoogleError):
    """notFound: there is none, or it is not shared with us; Google does not tell these apart."""

    code = "google.not_found"
    template = QT_TRANSLATE_NOOP("Errors", "Google does not know “{what}”, or does not show it to this account.")
    remedy = QT_TRANSLATE_NOOP(
        "Errors", "Check the ID, and share the folder, the drive or the calendar with the account."
    )


class GooglePlaceRejected(GoogleError):
    """410, or 400 for a page token: the place in a list that we remembered is no longer known."""

    code = "google.place"
    template = QT_TRANSLATE_NOOP("Errors", "Google no longer knows where the last sync stopped ({reason}).")
    remedy = QT_TRANSLATE_NOOP("Errors", "Nothing has to be done: everything is compared anew at the next sync.")
