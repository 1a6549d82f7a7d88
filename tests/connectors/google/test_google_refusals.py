"""Each refusal of Google becomes one error of ours, and none of them knows a secret."""

from __future__ import annotations

import json
import traceback

import pytest

from integration_console.connectors.answers import Answer
from integration_console.connectors.google.refusals import api_refusal, token_refusal
from integration_console.connectors.google.settings import GoogleSettings
from integration_console.connectors.google.surface import FILES, SHARED_DRIVES_SCOPE
from integration_console.connectors.http import HttpClients
from integration_console.connectors.oauth import TokenRefusal
from integration_console.domain.errors import (
    ConnectionBroken,
    ConsoleError,
    GoogleApiDisabled,
    GoogleClientRefused,
    GoogleClientUnsuitable,
    GoogleDailyLimit,
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
    GoogleStorageFull,
    GoogleTokenRefused,
    GoogleUnavailable,
    RateLimited,
    UnexpectedAnswer,
)
from integration_console.sandbox import GoogleSandbox
from integration_console.sandbox.google_refusals import GoogleRefused
from tests.connectors.google.conftest import Console

REFUSALS = [
    (GoogleRefused(403, "rateLimitExceeded", "x"), GoogleRateLimited),
    (GoogleRefused(403, "userRateLimitExceeded", "x"), GoogleRateLimited),
    (GoogleRefused(429, "rateLimitExceeded", "x"), GoogleRateLimited),
    (GoogleRefused(403, "dailyLimitExceeded", "x"), GoogleDailyLimit),
    (GoogleRefused(403, "downloadQuotaExceeded", "x"), GoogleDailyLimit),
    (GoogleRefused(403, "accessNotConfigured", "x"), GoogleApiDisabled),
    (GoogleRefused(403, "domainPolicy", "x"), GoogleDomainPolicy),
    (GoogleRefused(403, "storageQuotaExceeded", "x"), GoogleStorageFull),
    (GoogleRefused(403, "teamDriveFileLimitExceeded", "x"), GoogleStorageFull),
    (GoogleRefused(403, "insufficientFilePermissions", "x"), GooglePermissionMissing),
    (GoogleRefused(403, "appNotAuthorizedToFile", "x"), GooglePermissionMissing),
    (GoogleRefused(403, "forbidden", "x"), GooglePermissionMissing),
    (GoogleRefused(403, "insufficientPermissions", "x"), GoogleScopeMissing),
    (GoogleRefused(401, "authError", "x"), GoogleTokenRefused),
    (GoogleRefused(404, "notFound", "x"), GoogleNotFound),
    (GoogleRefused(410, "fullSyncRequired", "x"), GooglePlaceRejected),
    (GoogleRefused(400, "invalid", "x", "pageToken"), GooglePlaceRejected),
    (GoogleRefused(400, "invalid", "x", "q"), GoogleError),
    (GoogleRefused(500, "backendError", "x"), GoogleUnavailable),
    (GoogleRefused(503, "backendError", "x"), GoogleUnavailable),
]


@pytest.mark.parametrize(
    ("refused", "error"), REFUSALS, ids=[f"{each.status}-{each.reason}-{each.location}" for each, _ in REFUSALS]
)
def test_a_refusal_of_an_api_becomes_its_error(
    sandbox: GoogleSandbox, console: Console, refused: GoogleRefused, error: type[ConsoleError]
) -> None:
    sandbox.refusal = refused
    with pytest.raises(error) as caught:
        console.sync(stream="files")
    assert type(caught.value) is error
    assert "{" not in str(caught.value)


def test_a_pause_without_a_number_grows_and_lets_nothing_through(sandbox: GoogleSandbox, console: Console) -> None:
    sandbox.refusal = GoogleRefused(403, "rateLimitExceeded", "x")
    with pytest.raises(GoogleRateLimited) as caught:
        console.sync()
    assert caught.value.asks_for_pause
    assert int(caught.value.params["seconds"]) in (1, 2, 3)
    asked = len(sandbox.requests)
    with pytest.raises(RateLimited):
        console.sync()
    assert len(sandbox.requests) == asked


def test_a_pause_is_as_long_as_google_says(sandbox: GoogleSandbox, console: Console) -> None:
    sandbox.weather("429", retry_after=33)
    with pytest.raises(GoogleRateLimited) as caught:
        console.sync()
    assert caught.value.params["seconds"] == "33"


def test_the_page_of_a_proxy_is_no_answer(sandbox: GoogleSandbox, console: Console) -> None:
    sandbox.weather("html")
    with pytest.raises(UnexpectedAnswer):
        console.sync()


def test_a_bad_gateway_is_tried_again_and_then_told(sandbox: GoogleSandbox, console: Console) -> None:
    sandbox.drive.add("Plan")
    sandbox.weather("502", times=2)
    assert console.sync().titles() == ["Plan"]
    sandbox.weather("502", times=None)
    with pytest.raises(GoogleUnavailable) as caught:
        console.sync()
    assert caught.value.retriable


def test_an_answer_that_breaks_off_is_tried_again_and_then_told(sandbox: GoogleSandbox, console: Console) -> None:
    sandbox.drive.add("Plan")
    sandbox.weather("drop", times=1)
    assert console.sync().titles() == ["Plan"]
    sandbox.weather("drop", times=None)
    with pytest.raises(ConnectionBroken):
        console.sync()


@pytest.mark.parametrize(
    ("word", "error"),
    [
        ("invalid_client", GoogleClientRefused),
        ("deleted_client", GoogleClientRefused),
        ("unauthorized_client", GoogleClientUnsuitable),
        ("unsupported_grant_type", GoogleClientUnsuitable),
        ("redirect_uri_mismatch", GoogleRedirectRefused),
        ("invalid_scope", GoogleScopeInvalid),
        ("access_denied", GoogleOrganisationForbids),
        ("admin_policy_enforced", GoogleOrganisationForbids),
        ("invalid_request", GoogleError),
    ],
)
def test_a_refusal_of_the_token_endpoint_becomes_its_error(
    console: Console, word: str, error: type[ConsoleError]
) -> None:
    settings = GoogleSettings.read(console.google.description.form.with_defaults(console.values))
    refused = token_refusal(TokenRefusal("127.0.0.1", 400, word, "refresh_token"), settings)
    assert (type(refused), refused.params["reason"]) == (error, word)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        ({"details": [{"reason": "SERVICE_DISABLED"}]}, GoogleApiDisabled),
        ({"errors": [{"reason": "<b>"}], "status": "PERMISSION_DENIED"}, GooglePermissionMissing),
        ({"errors": ["x"], "details": "x", "status": "RATE_LIMIT_EXCEEDED"}, GoogleRateLimited),
        ({"errors": []}, UnexpectedAnswer),
        ("x", UnexpectedAnswer),
    ],
)
def test_the_word_is_found_wherever_google_writes_it(console: Console, error: object, kind: type[ConsoleError]) -> None:
    answer = Answer("127.0.0.1", 403, {}, json.dumps({"error": error}).encode())
    with console.google._http.client("http://127.0.0.1:9", 5) as client:
        assert type(api_refusal(answer, FILES, "", client)) is kind


def test_a_missing_scope_is_named(sandbox: GoogleSandbox, console: Console) -> None:
    sandbox.refusal = GoogleRefused(403, "insufficientPermissions", "x")
    with pytest.raises(GoogleScopeMissing) as caught:
        console.sync()
    assert caught.value.params["scope"] == SHARED_DRIVES_SCOPE


def test_no_error_knows_a_secret(sandbox: GoogleSandbox, console: Console) -> None:
    token = console.tokens.token
    assert token is not None
    secrets = (token.access, token.refresh, sandbox.sign_in.client_secret)
    told = []
    for refused, error in REFUSALS:
        console.google._http = HttpClients()
        sandbox.refusal = GoogleRefused(refused.status, refused.reason, f"{token.access} {token.refresh}")
        with pytest.raises(ConsoleError) as caught:
            console.sync()
        told += traceback.format_exception(caught.value)
        told += [repr(caught.value.params), str(error)]
    sandbox.refusal = None
    sandbox.sign_in.revoke()
    console.google._http = HttpClients()
    with pytest.raises(ConsoleError) as caught:
        console.sync()
    told += traceback.format_exception(caught.value)
    assert [secret for secret in secrets if secret in "".join(told)] == []
    assert [secret for secret in secrets if secret in repr(token) + repr(console.access)] == []
