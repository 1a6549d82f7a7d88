"""The Google connector against somebody else's Google: what `emulate` knows of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from integration_console.connectors.google import GoogleAddresses, GoogleConnectorType
from integration_console.connectors.google.api import GoogleApi
from integration_console.connectors.google.grants import GoogleGrants
from integration_console.connectors.google.settings import GoogleSettings
from integration_console.connectors.google.surface import FILE, FILES
from integration_console.connectors.http import HttpClients
from integration_console.domain.access import Authorisation, Token
from integration_console.domain.clock import SystemClock
from integration_console.domain.errors import (
    GoogleAccessLost,
    GoogleClientRefused,
    GoogleCodeRefused,
    GoogleNotFound,
    UnexpectedAnswer,
)
from integration_console.domain.forms import Value
from integration_console.domain.streams import SyncMode, SyncRequest
from integration_console.domain.work import UnattendedWork
from tests.e2e.emulate_google import REDIRECT, EmulateGoogle
from tests.fakes import MemoryTokens, access
from tests.page_store import PageStore

WORK = UnattendedWork()


@pytest.fixture
def google(emulate_google: EmulateGoogle) -> GoogleConnectorType:
    known = emulate_google
    return GoogleConnectorType(
        addresses=GoogleAddresses(known.base_url, known.authorisation_address, known.token_address)
    )


@pytest.fixture
def values(emulate_google: EmulateGoogle) -> dict[str, Value]:
    return {
        "client_id": emulate_google.client_id,
        "client_secret": emulate_google.client_secret,
        "calendar_events": True,
    }


def begun(google: GoogleConnectorType, values: dict[str, Value]) -> Authorisation:
    found = google.begin_authorisation(values, REDIRECT)
    assert found is not None
    return found


def authorised(google: GoogleConnectorType, values: dict[str, Value], emulate: EmulateGoogle) -> MemoryTokens:
    asked = begun(google, values)
    led_to = emulate.press(asked.url)
    assert led_to.params["state"] == asked.state
    return MemoryTokens(google.finish_authorisation(access(values), asked, led_to.params["code"]))


def api(google: GoogleConnectorType, values: dict[str, Value], tokens: MemoryTokens) -> GoogleApi:
    settings = GoogleSettings.read(google.description.form.with_defaults(values))
    http = HttpClients()
    return GoogleApi(access(values, tokens), settings, http, GoogleGrants(settings, http, SystemClock()))


def test_consent_with_pkce_gives_tokens_and_the_account(
    google: GoogleConnectorType, values: dict[str, Value], emulate_google: EmulateGoogle
) -> None:
    token = authorised(google, values, emulate_google).token
    assert token is not None
    assert token.account == emulate_google.account
    assert token.refresh


def test_another_verifier_is_refused(
    google: GoogleConnectorType, values: dict[str, Value], emulate_google: EmulateGoogle
) -> None:
    asked = begun(google, values)
    code = emulate_google.press(asked.url).params["code"]
    with pytest.raises(GoogleCodeRefused):
        google.finish_authorisation(access(values), replace(asked, verifier="other"), code)


def test_a_wrong_client_secret_is_refused(
    google: GoogleConnectorType, values: dict[str, Value], emulate_google: EmulateGoogle
) -> None:
    asked = begun(google, values)
    code = emulate_google.press(asked.url).params["code"]
    with pytest.raises(GoogleClientRefused):
        google.finish_authorisation(access({**values, "client_secret": "other"}), asked, code)


def test_every_event_is_brought_and_a_second_sync_changes_nothing(
    google: GoogleConnectorType, values: dict[str, Value], emulate_google: EmulateGoogle
) -> None:
    tokens, store = authorised(google, values, emulate_google), PageStore()
    store.take(google.sync(access(values, tokens), SyncRequest("events", SyncMode.FULL), WORK))
    assert len(store.records) == emulate_google.events
    store.begin()
    store.take(google.sync(access(values, tokens), SyncRequest("events", SyncMode.INCREMENTAL, store.cursor), WORK))
    assert store.changes == []


def test_files_are_listed_page_by_page_and_by_folder(
    google: GoogleConnectorType, values: dict[str, Value], emulate_google: EmulateGoogle
) -> None:
    with api(google, values, authorised(google, values, emulate_google)) as asked:
        first = asked.get(FILES, {"pageSize": "8"}, WORK)
        second = asked.get(FILES, {"pageSize": "8", "pageToken": first["nextPageToken"]}, WORK)
        below = asked.get(FILES, {"q": f"'{emulate_google.folder}' in parents"}, WORK)
    names = {each["name"] for each in (*first["files"], *second["files"])}
    assert names >= {"مجلد", *(f"ملف {number}" for number in range(10))}
    assert {each["name"] for each in below["files"]} == {f"ملف {number}" for number in (1, 3, 5, 7, 9)}


def test_a_file_that_is_not_there_is_named(
    google: GoogleConnectorType, values: dict[str, Value], emulate_google: EmulateGoogle
) -> None:
    with (
        api(google, values, authorised(google, values, emulate_google)) as asked,
        pytest.raises(GoogleNotFound) as caught,
    ):
        asked.get(FILE, {}, WORK, what="1nowhere", fileId="1nowhere")
    assert caught.value.params["what"] == "1nowhere"


def test_a_refused_token_is_renewed_and_a_revoked_access_is_lost(
    google: GoogleConnectorType, values: dict[str, Value], emulate_google: EmulateGoogle
) -> None:
    tokens = authorised(google, values, emulate_google)
    assert tokens.token is not None
    refresh = tokens.token.refresh
    emulate_google.revoke(tokens.token.access)
    tokens.token = replace(tokens.token, access="")
    with api(google, values, tokens) as asked:
        assert asked.get(FILES, {"pageSize": "1"}, WORK)["files"] != []
    emulate_google.revoke(refresh)
    tokens.token = Token("", refresh)
    with api(google, values, tokens) as asked, pytest.raises(GoogleAccessLost):
        asked.get(FILES, {"pageSize": "1"}, WORK)


def test_an_api_that_it_does_not_have_is_an_error_and_not_an_empty_drive(
    google: GoogleConnectorType, values: dict[str, Value], emulate_google: EmulateGoogle
) -> None:
    tokens = authorised(google, values, emulate_google)
    with pytest.raises(UnexpectedAnswer):
        list(google.sync(access(values, tokens), SyncRequest("files", SyncMode.FULL), WORK))
