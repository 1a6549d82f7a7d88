"""The stages of an Odoo connector's check; nothing is written to Odoo."""

from __future__ import annotations

import contextlib
from typing import Self

from integration_console.connectors.http import HttpClients
from integration_console.connectors.odoo.contents import KINDS, record_of
from integration_console.connectors.odoo.conversation import OdooConversation
from integration_console.connectors.odoo.form import DEPARTMENTS, EMPLOYEES
from integration_console.connectors.odoo.settings import OdooSettings
from integration_console.connectors.reachability import Reachability
from integration_console.connectors.stages import Skipped, Step
from integration_console.domain.connectors import Stage
from integration_console.domain.errors import OdooAccessDenied, OdooHrRightsMissing

_SHOWN = 120
_HR_GROUP = "hr.group_hr_user"


class OdooChecks:
    """One check of one connector; use it in a `with` statement, so that its connections are closed."""

    def __init__(self, settings: OdooSettings, http: HttpClients) -> None:
        self._settings = settings
        self._http = http
        self._open = contextlib.ExitStack()
        self._odoo = self._open.enter_context(OdooConversation(settings, http))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def steps(self) -> tuple[Step, ...]:
        """Return the stages for `run_steps`."""
        odoo = self._settings
        way = self._open.enter_context(
            Reachability(odoo.base_url, self._http, odoo.timeout_seconds, private_network=odoo.private_network)
        )
        return (
            *way.steps(),
            (Stage.SIGN_IN, self._sign_in),
            (Stage.PERMISSION, self._check_rights),
            (Stage.SAMPLE, self._read_one),
        )

    def _sign_in(self) -> str:
        self._odoo.sign_in()
        shown = f"Odoo {self._odoo.version.text}, {self._odoo.protocol}"
        ends = self._odoo.key_ends() if self._settings.by_key else ()
        if not ends:
            return shown
        span = ends[0] if len(ends) == 1 else f"{ends[0]} … {ends[-1]}"
        return f"{shown}, API key → {span}"

    def _check_rights(self) -> str:
        if self._settings.records == DEPARTMENTS:
            raise Skipped  # every internal account may read them
        if not self._odoo.has_hr_rights():
            with contextlib.suppress(OdooAccessDenied):
                self._odoo.count(KINDS[EMPLOYEES].public_model, [])  # the app itself may be missing
            raise OdooHrRightsMissing(host=self._settings.host, model=KINDS[EMPLOYEES].model)
        return _HR_GROUP

    def _read_one(self) -> str:
        kind = KINDS[DEPARTMENTS if self._settings.records == DEPARTMENTS else EMPLOYEES]
        asked = {"domain": [], "fields": list(kind.fields), "order": "id", "limit": 1}
        rows = self._odoo.rows(kind.model, asked)
        title = record_of(kind, rows[0], self._settings.job_title).title if rows else "–"
        return title.replace(self._settings.secret, "•••")[:_SHOWN]
