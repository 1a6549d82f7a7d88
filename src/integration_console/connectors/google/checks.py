"""The stages of a Google connector's check; none of them changes anything."""

from __future__ import annotations

import contextlib
from typing import Self

from integration_console.connectors.google.api import GoogleApi
from integration_console.connectors.google.drive_crawl import home_of_folder
from integration_console.connectors.google.grants import refuse_missing_scopes
from integration_console.connectors.google.surface import ABOUT, EVENTS, FILES
from integration_console.connectors.http import HttpClients
from integration_console.connectors.reachability import Reachability
from integration_console.connectors.stages import Skipped, Step
from integration_console.domain.access import Token
from integration_console.domain.connectors import Stage
from integration_console.domain.work import Work

_SHOWN = 120


class GoogleChecks:
    """One check of one connector; use it in a `with` statement, so that its connections are closed."""

    def __init__(self, api: GoogleApi, http: HttpClients, work: Work) -> None:
        self._api = api
        self._http = http
        self._work = work
        self._open = contextlib.ExitStack()
        self._token: Token | None = None

    def __enter__(self) -> Self:
        self._open.enter_context(self._api)
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def steps(self) -> tuple[Step, ...]:
        """Return the stages for `run_steps`."""
        google = self._api.settings
        way = self._open.enter_context(
            Reachability(google.api_address, self._http, google.timeout_seconds, private_network=google.private_network)
        )
        return (
            *way.steps(),
            (Stage.SIGN_IN, self._sign_in),
            (Stage.PERMISSION, self._check_scopes),
            (Stage.SAMPLE, self._try),
        )

    def _sign_in(self) -> str:
        """Return the account; Google tells it only to those who may see Drive, or at the first sign-in."""
        self._token = self._api.token()
        if not self._api.settings.drive_files:
            return self._token.account[:_SHOWN]
        user = self._api.get(ABOUT, {}, self._work).get("user")
        return str(user.get("emailAddress") or "")[:_SHOWN] if isinstance(user, dict) else ""

    def _check_scopes(self) -> str:
        if self._token is None or not self._token.scopes:
            raise Skipped  # the answer to a service account names none
        refuse_missing_scopes(self._token, self._api.settings)
        return ", ".join(scope.rpartition("/")[2] for scope in self._api.settings.scopes)

    def _try(self) -> str:
        google, shown = self._api.settings, []
        if google.drive_files and google.folder_id:
            home_of_folder(self._api, google.folder_id, self._work)
        if google.drive_files:
            files = self._api.get(FILES, {"pageSize": "1", "supportsAllDrives": "true"}, self._work).get("files")
            shown += [str(each.get("name", "")) for each in files or () if isinstance(each, dict)]
        for calendar in google.calendar_ids if google.calendar_events else ():
            answer = self._api.get(EVENTS, {"maxResults": "1"}, self._work, what=calendar, calendarId=calendar)
            shown.append(str(answer.get("summary") or calendar))
        return ", ".join(shown)[:_SHOWN]
