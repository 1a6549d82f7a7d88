"""Every way to sign in, tokens that end, and every refusal: each has a name of its own, and none tells a secret."""

from __future__ import annotations

import traceback
from dataclasses import replace

import httpx
import pytest

from integration_console.connectors.http import HttpClients
from integration_console.connectors.oauth import OAuthClient
from integration_console.connectors.rest.description import Grant, Place, SignIn, SignInKind
from integration_console.domain.access import Token
from integration_console.domain.connectors import CheckReport, Stage, StageOutcome
from integration_console.domain.errors import (
    AuthorisationLost,
    ConnectionBroken,
    ConsoleError,
    PermissionMissing,
    RateLimited,
    RemoteNotFound,
    RequestRefused,
    ServerFailed,
    SignInRefused,
    SyncUnavailable,
    TimedOut,
    UnexpectedAnswer,
)
from integration_console.domain.streams import SyncMode, SyncRequest
from integration_console.domain.work import Cancelled, UnattendedWork
from integration_console.sandbox import RestSandbox
from tests.connectors.rest.reading import Reading
from tests.fakes import ImpatientWork, access

FULL = SyncMode.FULL
KEY, QUERY_KEY, TOKEN_KEY, BEARER, BASIC = "key", "query key", "token key", "bearer", "basic"
CREDENTIALS, REFRESH, BASIC_CLIENT = "client credentials", "refresh", "client in the header"


@pytest.fixture(autouse=True)
def _closed(sandbox: RestSandbox) -> None:
    sandbox.door.open_to_all = False


def sign_ins(sandbox: RestSandbox) -> dict[str, SignIn]:
    known = sandbox.credentials
    client = OAuthClient(sandbox.token_address, known.client_id, known.client_secret)
    oauth = SignIn(SignInKind.OAUTH, client=client, scopes=("read", "list"))
    return {
        KEY: SignIn(SignInKind.API_KEY, known.api_key, Place.HEADER, "X-Api-Key"),
        QUERY_KEY: SignIn(SignInKind.API_KEY, known.api_key, Place.QUERY, "api_key"),
        TOKEN_KEY: SignIn(SignInKind.API_KEY, known.api_key, Place.HEADER, "Authorization", "Token "),
        BEARER: SignIn(SignInKind.BEARER, known.bearer),
        BASIC: SignIn(SignInKind.BASIC, known.password, account=known.username),
        CREDENTIALS: oauth,
        BASIC_CLIENT: replace(oauth, client=replace(client, basic=True)),
        REFRESH: replace(oauth, grant=Grant.REFRESH_TOKEN, refresh_token=known.refresh_token),
    }


ALL = sorted([KEY, QUERY_KEY, TOKEN_KEY, BEARER, BASIC, CREDENTIALS, BASIC_CLIENT, REFRESH])


@pytest.fixture(params=ALL)
def any_sign_in(request: pytest.FixtureRequest, reading: Reading, sandbox: RestSandbox) -> Reading:
    reading.sign_in = sign_ins(sandbox)[request.param]
    return reading


def stages(reading: Reading) -> CheckReport:
    found = reading.source().check(reading.description(), access({}, reading.tokens), UnattendedWork())
    return CheckReport(tuple(found))


def told(error: ConsoleError) -> str:
    return "".join([str(error), repr(error), *traceback.format_exception(error)])


@pytest.mark.parametrize("way", ["page", "link"])
def test_every_sign_in_opens_the_door(any_sign_in: Reading, way: str) -> None:
    any_sign_in.by(way).sync(FULL)
    assert len(any_sign_in.ids()) == 25


def test_every_sign_in_passes_its_check(any_sign_in: Reading) -> None:
    report = stages(any_sign_in.by("page"))
    assert [(each.stage, each.outcome.value) for each in report.stages] == [
        (Stage.NAME, "passed"),
        (Stage.CONNECTION, "passed"),
        (Stage.TLS, "skipped"),
        (Stage.SIGN_IN, "passed"),
        (Stage.PERMISSION, "passed"),
        (Stage.SAMPLE, "passed"),
    ]
    assert report.stages[-1].detail == any_sign_in.sandbox.rows.all()[0]["name"]


def test_wrong_credentials_are_refused_and_never_told(any_sign_in: Reading) -> None:
    secret = "wr0ng-4711-secret"
    client = any_sign_in.sign_in.client
    any_sign_in.sign_in = replace(
        any_sign_in.sign_in,
        secret=secret,
        refresh_token=secret,
        client=replace(client, client_secret=secret) if client else None,
    )
    with pytest.raises(SignInRefused) as raised:
        any_sign_in.by("page").sync(FULL)
    failure = stages(any_sign_in).failure
    assert failure is not None
    assert failure.stage is Stage.SIGN_IN
    assert isinstance(failure.error, SignInRefused)
    shown = told(raised.value) + told(failure.error) + repr(any_sign_in.description()) + repr(failure)
    assert secret not in shown


def test_a_key_in_the_query_is_kept_in_no_checkpoint(reading: Reading, sandbox: RestSandbox) -> None:
    reading.sign_in = sign_ins(sandbox)[QUERY_KEY]
    reading.by("link").sync(FULL)
    assert sandbox.asked[-1][1]["api_key"] == sandbox.credentials.api_key
    assert sandbox.credentials.api_key not in repr(reading.store.pages)


def test_nobody_s_check_says_that_nobody_signed_in(reading: Reading, sandbox: RestSandbox) -> None:
    sandbox.door.open_to_all = True
    report = stages(reading)
    assert [each.outcome.value for each in report.stages][3:] == ["skipped", "passed", "passed"]


# ---------------------------------------------------------------------------------------------------------- the tokens
def test_a_token_is_asked_for_once(reading: Reading, sandbox: RestSandbox) -> None:
    reading.sign_in = sign_ins(sandbox)[CREDENTIALS]
    reading.by("page").sync(FULL)
    reading.sync(FULL)
    assert sandbox.door.tokens_given == 1


@pytest.mark.parametrize("way", [CREDENTIALS, REFRESH])
def test_a_token_that_was_ended_is_renewed_in_the_middle_of_a_run(
    reading: Reading, sandbox: RestSandbox, way: str
) -> None:
    reading.sign_in = sign_ins(sandbox)[way]
    reading.by("cursor").sync(FULL, pages=1)
    sandbox.door.expire_tokens()
    reading.sync(FULL)
    assert (len(reading.ids()), sandbox.door.tokens_given) == (25, 2)


def test_a_token_that_is_refused_again_is_not_renewed_a_second_time(reading: Reading, sandbox: RestSandbox) -> None:
    reading.sign_in = sign_ins(sandbox)[CREDENTIALS]
    sandbox.weather("invalid_auth", times=None)
    with pytest.raises(SignInRefused):
        reading.sync(FULL)
    assert (len(sandbox.asked), sandbox.door.tokens_given) == (2, 2)


def test_the_newest_refresh_token_is_used(reading: Reading, sandbox: RestSandbox) -> None:
    reading.sign_in = sign_ins(sandbox)[REFRESH]
    reading.sync(FULL)
    sandbox.door.expire_tokens()
    reading.sync(FULL)
    assert reading.tokens.token is not None
    assert reading.tokens.token.refresh == "sandbox-refresh-token-2"


def test_a_refresh_token_that_a_person_enters_anew_is_tried(reading: Reading, sandbox: RestSandbox) -> None:
    reading.sign_in = sign_ins(sandbox)[REFRESH]
    reading.tokens.token = Token("old", "used-up")
    reading.sync(FULL)
    assert len(reading.ids()) == 25


def test_a_revoked_access_is_lost(reading: Reading, sandbox: RestSandbox) -> None:
    reading.sign_in = sign_ins(sandbox)[REFRESH]
    sandbox.door.revoke()
    with pytest.raises(AuthorisationLost) as raised:
        reading.sync(FULL)
    assert raised.value.params == {"host": "127.0.0.1", "reason": "invalid_grant"}


# -------------------------------------------------------------------------------------------------------- the refusals
@pytest.mark.parametrize(
    ("weather", "error"),
    [
        ("429", RateLimited),
        ("invalid_auth", SignInRefused),
        ("410", RemoteNotFound),
        ("500", ServerFailed),
        ("502", ServerFailed),
        ("html", UnexpectedAnswer),
        ("drop", ConnectionBroken),
        ("hang", TimedOut),
    ],
)
def test_bad_weather_has_a_name(
    reading: Reading, sandbox: RestSandbox, weather: str, error: type[ConsoleError]
) -> None:
    sandbox.door.open_to_all = True
    reading.more = {"timeout_seconds": 0.5}
    sandbox.weather(weather, times=None)
    with pytest.raises(error) as raised:
        reading.sync(FULL)
    assert "not the API" not in told(raised.value)


def test_a_pause_is_kept_that_the_source_asks_for(reading: Reading, sandbox: RestSandbox) -> None:
    sandbox.door.open_to_all = True
    sandbox.weather("429", retry_after=30)
    with pytest.raises(RateLimited) as raised:
        reading.sync(FULL)
    assert (raised.value.params["seconds"], raised.value.asks_for_pause) == ("30", True)
    with pytest.raises(RateLimited):
        reading.sync(FULL)
    assert len(sandbox.asked) == 1


def test_a_page_that_a_proxy_could_not_get_is_asked_for_again(reading: Reading, sandbox: RestSandbox) -> None:
    sandbox.door.open_to_all = True
    sandbox.weather("502", times=1)
    reading.sync(FULL)
    assert len(reading.ids()) == 25


@pytest.mark.parametrize(
    ("path", "forbidden", "error", "stage"),
    [
        ("/all", True, PermissionMissing, Stage.PERMISSION),
        ("/nothing", False, RemoteNotFound, Stage.SAMPLE),
        ("/offset?limit=x", False, RequestRefused, Stage.SAMPLE),
    ],
)
def test_a_refusal_has_a_name_and_a_stage(
    reading: Reading, sandbox: RestSandbox, path: str, forbidden: bool, error: type[ConsoleError], stage: Stage
) -> None:
    sandbox.door.open_to_all, sandbox.forbidden = True, forbidden
    reading.by("all", path=path)
    with pytest.raises(error):
        reading.sync(FULL)
    failure = stages(reading).failure
    assert failure is not None
    assert (failure.stage, type(failure.error)) == (stage, error)
    assert [each.outcome for each in stages(reading).stages].count(StageOutcome.FAILED) == 1


def test_a_redirect_to_a_page_for_people_is_an_unexpected_answer(reading: Reading) -> None:
    def redirected(_: httpx.Request) -> httpx.Response:
        return httpx.Response(302, headers={"Location": "https://login.example.com/"})

    reading.http = HttpClients(transport=httpx.MockTransport(redirected))
    with pytest.raises(UnexpectedAnswer):
        reading.sync(FULL)


def test_a_stream_that_is_not_described_cannot_be_synced(reading: Reading) -> None:
    request = SyncRequest("others", FULL)
    with pytest.raises(SyncUnavailable):
        list(reading.source().sync(reading.description(), access({}), request, UnattendedWork()))


# ------------------------------------------------------------------------------------------------------------ the pace
def test_the_pace_is_kept(reading: Reading, sandbox: RestSandbox) -> None:
    sandbox.door.open_to_all = True
    reading.more = {"per_second": 0.001, "burst": 2}
    with pytest.raises(Cancelled):
        reading.by("page").sync(FULL, work=ImpatientWork(4))
    assert len(sandbox.asked) == 2
    assert reading.waited == [0.25, 0.25]


def test_a_run_without_a_pace_waits_for_nothing(reading: Reading, sandbox: RestSandbox) -> None:
    sandbox.door.open_to_all = True
    reading.by("page").sync(FULL)
    assert reading.waited == []


def test_a_run_that_nobody_wants_stops(reading: Reading, sandbox: RestSandbox) -> None:
    sandbox.door.open_to_all = True
    with pytest.raises(Cancelled):
        reading.by("page").sync(FULL, work=ImpatientWork(1))
    assert len(sandbox.asked) == 1
