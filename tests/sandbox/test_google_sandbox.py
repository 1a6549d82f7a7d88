"""The Google in miniature answers as Google does, so that what works against it works there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from itertools import pairwise
from time import time
from typing import Any

import httpx
import pytest

from integration_console.sandbox import GoogleSandbox, Weather
from integration_console.sandbox.google_drive import ROOT, DriveHouse

SCOPES = "https://www.googleapis.com/auth/drive.readonly https://www.googleapis.com/auth/calendar.events.readonly"
VERIFIER = "verifier-of-more-than-forty-three-characters-1234567890"
CHALLENGE = "9Pp6aU8S614uSoH6hg7LHsGX3hYAk5psF1tU_WhCFMo"
REDIRECT = "http://127.0.0.1:9/"


@pytest.fixture
def sandbox() -> Iterator[GoogleSandbox]:
    with GoogleSandbox() as google:
        yield google


@pytest.fixture
def client(sandbox: GoogleSandbox) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=sandbox.base_url, trust_env=False) as client:
        tokens = token(client, sandbox, code=consent(client, sandbox)).json()
        client.headers["Authorization"] = f"Bearer {tokens['access_token']}"
        yield client


def consent(client: httpx.Client, sandbox: GoogleSandbox, **changes: str) -> str:
    answer = page(client, sandbox, **changes)
    assert answer.status_code == 302
    return str(httpx.URL(answer.headers["location"]).params["code"])


def page(client: httpx.Client, sandbox: GoogleSandbox, **changes: str) -> httpx.Response:
    query = {
        "client_id": sandbox.sign_in.client_id,
        "redirect_uri": REDIRECT,
        "scope": SCOPES,
        "state": "s",
        "code_challenge": CHALLENGE,
        **changes,
    }
    return client.get("/o/oauth2/v2/auth", params=query)


def token(client: httpx.Client, sandbox: GoogleSandbox, **fields: str) -> httpx.Response:
    form = {
        "grant_type": "authorization_code",
        "client_id": sandbox.sign_in.client_id,
        "client_secret": sandbox.sign_in.client_secret,
        "redirect_uri": REDIRECT,
        "code_verifier": VERIFIER,
        **fields,
    }
    return client.post("/token", data=form)


def ask(client: httpx.Client, path: str, **query: str) -> dict[str, Any]:
    content: dict[str, Any] = client.get(path, params=query).json()
    return content


# ------------------------------------------------------------------------------------------------------------- sign-in
def test_a_person_who_refuses_is_led_back_with_the_word(sandbox: GoogleSandbox, client: httpx.Client) -> None:
    sandbox.sign_in.consents = False
    assert page(client, sandbox).headers["location"] == f"{REDIRECT}?error=access_denied&state=s"


@pytest.mark.parametrize(
    ("changes", "status"), [({"client_id": "other"}, 401), ({"redirect_uri": "https://example.org/"}, 400)]
)
def test_a_stranger_sees_googles_page_and_is_led_nowhere(
    sandbox: GoogleSandbox, client: httpx.Client, changes: dict[str, str], status: int
) -> None:
    assert page(client, sandbox, **changes).status_code == status


@pytest.mark.parametrize(
    ("fields", "status", "error"),
    [
        ({"code": "4/none"}, 400, "invalid_grant"),
        ({"code_verifier": "another"}, 400, "invalid_grant"),
        ({"redirect_uri": "http://127.0.0.1:10/"}, 400, "redirect_uri_mismatch"),
        ({"client_secret": "wrong"}, 401, "invalid_client"),
        ({"grant_type": "password"}, 400, "unsupported_grant_type"),
        ({"grant_type": "refresh_token", "refresh_token": "1//none"}, 400, "invalid_grant"),
        ({"grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion": "x.y.z"}, 400, "invalid_grant"),
    ],
)
def test_the_token_endpoint_refuses_in_googles_words(
    sandbox: GoogleSandbox, client: httpx.Client, fields: dict[str, str], status: int, error: str
) -> None:
    answer = token(client, sandbox, **{"code": consent(client, sandbox), **fields})
    assert (answer.status_code, answer.json()["error"]) == (status, error)
    assert set(answer.json()) == {"error", "error_description"}


def test_a_refresh_token_is_counted_and_ends_with_its_access(sandbox: GoogleSandbox, client: httpx.Client) -> None:
    refresh = token(client, sandbox, code=consent(client, sandbox)).json()["refresh_token"]
    assert token(client, sandbox, grant_type="refresh_token", refresh_token=refresh).status_code == 200
    client.post("/revoke", data={"token": refresh})
    assert token(client, sandbox, grant_type="refresh_token", refresh_token=refresh).status_code == 400
    assert sandbox.sign_in.refreshes == 2
    assert client.get("/drive/v3/drives").status_code == 401


def test_the_key_of_the_service_account_is_a_key_file(sandbox: GoogleSandbox) -> None:
    key = json.loads(sandbox.sign_in.service_key())
    assert (key["type"], key["token_uri"]) == ("service_account", sandbox.token_address)
    assert sandbox.sign_in.service_key() == json.dumps(key)


# --------------------------------------------------------------------------------------------------------------- Drive
def test_the_same_seed_makes_the_same_files() -> None:
    houses = [DriveHouse() for _ in range(3)]
    for house, seed in zip(houses, (1, 1, 2), strict=True):
        house.fill(200, seed=seed)
    shown = [[file.shown() for file in house] for house in houses]
    assert shown[0] == shown[1] != shown[2]
    assert len(shown[0]) == 200
    assert {file["parents"][0] for file in shown[0]} >= {ROOT, "0AShared01"}


def test_a_list_is_read_page_by_page(sandbox: GoogleSandbox, client: httpx.Client) -> None:
    sandbox.drive.fill(30, drives=0)
    found, query = [], {"fields": "*", "pageSize": "7"}
    while True:
        answer = ask(client, "/drive/v3/files", **query)
        found += [file["id"] for file in answer["files"]]
        if "nextPageToken" not in answer:
            break
        query["pageToken"] = answer["nextPageToken"]
    assert found == list(sandbox.drive.files)


def test_without_fields_google_tells_little(sandbox: GoogleSandbox, client: httpx.Client) -> None:
    sandbox.drive.add("Plan")
    assert [sorted(file) for file in ask(client, "/drive/v3/files")["files"]] == [["id", "mimeType", "name"]]
    assert client.get("/drive/v3/about").status_code == 400


def test_a_log_keeps_only_the_newest_of_each_file(sandbox: GoogleSandbox, client: httpx.Client) -> None:
    start = ask(client, "/drive/v3/changes/startPageToken")["startPageToken"]
    first, second = sandbox.drive.add("1"), sandbox.drive.add("2")
    sandbox.drive.rename(first, "3")
    changes = ask(client, "/drive/v3/changes", pageToken=start, fields="*")
    assert [(each["fileId"], each["file"]["name"]) for each in changes["changes"]] == [(second, "2"), (first, "3")]
    again = ask(client, "/drive/v3/changes", pageToken=changes["newStartPageToken"], fields="*")
    assert again["changes"] == []


def test_the_new_start_is_on_the_last_page_only(sandbox: GoogleSandbox, client: httpx.Client) -> None:
    start = ask(client, "/drive/v3/changes/startPageToken")["startPageToken"]
    for number in range(5):
        sandbox.drive.add(str(number))
    pages = [ask(client, "/drive/v3/changes", pageToken=start, pageSize="2")]
    while "nextPageToken" in pages[-1]:
        pages.append(ask(client, "/drive/v3/changes", pageToken=pages[-1]["nextPageToken"], pageSize="2"))
    assert [len(each["changes"]) for each in pages] == [2, 2, 1]
    assert ["newStartPageToken" in each for each in pages] == [False, False, True]
    assert all("nextPageToken" in before for before, _ in pairwise(pages))


@pytest.mark.parametrize(
    ("path", "query", "status", "reason", "location"),
    [
        ("/drive/v3/files/none", {}, 404, "notFound", "fileId"),
        ("/drive/v3/files", {"pageToken": "x"}, 400, "invalid", "pageToken"),
        ("/drive/v3/changes", {"pageToken": "x"}, 400, "invalid", "pageToken"),
        ("/drive/v3/changes", {"pageToken": "x", "driveId": "0ANone"}, 404, "notFound", "driveId"),
        ("/calendar/v3/calendars/none/events", {}, 404, "notFound", None),
        ("/calendar/v3/calendars/primary/events", {"syncToken": "x"}, 410, "fullSyncRequired", "syncToken"),
        ("/calendar/v3/calendars/primary/events", {"pageToken": "x"}, 400, "invalid", "pageToken"),
    ],
)
def test_an_api_refuses_in_googles_shape(
    client: httpx.Client, path: str, query: dict[str, str], status: int, reason: str, location: str | None
) -> None:
    answer = client.get(path, params=query)
    error = answer.json()["error"]
    assert (answer.status_code, error["code"], error["errors"][0]["reason"]) == (status, status, reason)
    assert error["errors"][0].get("location") == location


def test_shared_drives_are_listed_only_to_those_who_may_read(sandbox: GoogleSandbox, client: httpx.Client) -> None:
    few = consent(client, sandbox, scope="https://www.googleapis.com/auth/drive.metadata.readonly")
    granted = token(client, sandbox, code=few).json()["access_token"]
    client.headers["Authorization"] = f"Bearer {granted}"
    assert client.get("/drive/v3/files").status_code == 200
    assert client.get("/drive/v3/drives").json()["error"]["errors"][0]["reason"] == "insufficientPermissions"


# ------------------------------------------------------------------------------------------------ calendar and weather
def test_calendars_are_listed(sandbox: GoogleSandbox, client: httpx.Client) -> None:
    sandbox.calendar.open("team@example.org")
    listed = ask(client, "/calendar/v3/users/me/calendarList")["items"]
    assert [(each["id"], each["primary"]) for each in listed] == [
        ("sara@sandbox.example", True),
        ("team@example.org", False),
    ]


def test_cancelled_events_are_told_to_those_who_knew_them(sandbox: GoogleSandbox, client: httpx.Client) -> None:
    event = sandbox.calendar.add("Lunch")
    known = ask(client, "/calendar/v3/calendars/primary/events")["nextSyncToken"]
    sandbox.calendar.cancel(event)
    assert ask(client, "/calendar/v3/calendars/primary/events")["items"] == []
    told = ask(client, "/calendar/v3/calendars/primary/events", syncToken=known)["items"]
    assert told == [{"id": event, "status": "cancelled"}]


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (Weather.RATE_LIMITED, 429),
        (Weather.RATE_LIMIT_EXCEEDED, 403),
        (Weather.INVALID_AUTH, 401),
        (Weather.SERVER_ERROR, 500),
        (Weather.BAD_GATEWAY, 502),
        (Weather.HTML, 200),
        (Weather.GONE, 410),
        (Weather.CLEAR, 200),
    ],
)
def test_the_weather_comes_once_and_passes(
    sandbox: GoogleSandbox, client: httpx.Client, kind: Weather, status: int
) -> None:
    sandbox.weather(kind, retry_after=7)
    assert client.get("/drive/v3/drives").status_code == status
    assert client.get("/drive/v3/drives").status_code == 200


def test_the_weather_may_be_ordered_over_http(client: httpx.Client) -> None:
    assert client.post("/sandbox/weather", json={"kind": "502", "times": 2}).status_code == 200
    assert [client.get("/drive/v3/drives").status_code for _ in range(3)] == [502, 502, 200]
    assert client.post("/sandbox/weather", json={"kind": "410", "times": None}).status_code == 200
    assert [client.get("/drive/v3/drives").status_code for _ in range(2)] == [410, 410]
    assert client.post("/sandbox/weather", json={"kind": "snow"}).status_code == 400


def test_an_answer_may_never_come_or_break_off(sandbox: GoogleSandbox, client: httpx.Client) -> None:
    for kind in (Weather.HANG, Weather.COMMIT_THEN_TIMEOUT):
        sandbox.weather(kind)
        with pytest.raises(httpx.ReadTimeout):
            client.get("/drive/v3/drives", timeout=0.2)
    sandbox.weather(Weather.DROP)
    with pytest.raises(httpx.RemoteProtocolError):
        client.get("/drive/v3/drives")


def test_a_slow_answer_is_late(sandbox: GoogleSandbox, client: httpx.Client) -> None:
    sandbox.weather(Weather.SLOW)
    with pytest.raises(httpx.ReadTimeout):
        client.get("/drive/v3/drives", timeout=0.2)


def test_its_clock_may_differ(sandbox: GoogleSandbox, client: httpx.Client) -> None:
    sandbox.clock_offset_seconds = -3600
    answer = client.get("/drive/v3/drives")
    assert answer.headers.get_list("date") == [answer.headers["date"]]
    assert abs(time() - parsedate_to_datetime(answer.headers["date"]).timestamp() - 3600) < 60
