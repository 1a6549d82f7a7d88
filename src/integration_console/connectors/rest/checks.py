"""The stages of a REST source's check; one page of its first stream is read, nothing is changed."""

from __future__ import annotations

import contextlib
from typing import Self

from integration_console.connectors.answers import Answer
from integration_console.connectors.http import HttpClients
from integration_console.connectors.reachability import Reachability
from integration_console.connectors.rest.conversation import RestConversation
from integration_console.connectors.rest.description import SignInKind
from integration_console.connectors.rest.records import rows_of, sorted_rows
from integration_console.connectors.rest.refusals import refuse_by_status
from integration_console.connectors.stages import Skipped, Step
from integration_console.domain.connectors import Stage
from integration_console.domain.errors import PermissionMissing, RemoteError, SignInRefused
from integration_console.domain.masking import masked
from integration_console.domain.work import Work

_SHOWN = 120


class RestChecks:
    """One check of one connector; use it in a `with` statement, so that its connections are closed."""

    def __init__(self, source: RestConversation, http: HttpClients, work: Work) -> None:
        self._source = source
        self._http = http
        self._work = work
        self._open = contextlib.ExitStack()
        self._answer: Answer | None = None
        self._refusal: RemoteError | None = None

    def __enter__(self) -> Self:
        self._open.enter_context(self._source)
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def steps(self) -> tuple[Step, ...]:
        """Return the stages for `run_steps`."""
        rest = self._source.description
        way = self._open.enter_context(
            Reachability(rest.base_url, self._http, rest.timeout_seconds, private_network=rest.private_network)
        )
        return (
            *way.steps(),
            (Stage.SIGN_IN, self._sign_in),
            (Stage.PERMISSION, self._check_permission),
            (Stage.SAMPLE, self._read_one),
        )

    def _sign_in(self) -> str:
        """Ask for the first page: most sources say only then what they think of the credentials."""
        self._source.sign_in()
        stream = self._source.description.streams[0]
        self._answer = self._source.ask(stream, {}, {}, self._work)
        try:
            refuse_by_status(self._answer)
        except SignInRefused:
            raise
        except RemoteError as refused:
            self._refusal = refused.with_traceback(None)
        if self._source.description.sign_in.kind is SignInKind.NONE:
            raise Skipped
        return ""

    def _check_permission(self) -> str:
        if isinstance(self._refusal, PermissionMissing):
            raise self._refusal
        if self._refusal is not None:
            raise Skipped
        return f"HTTP {self._answer.status}" if self._answer else ""

    def _read_one(self) -> str:
        if self._refusal is not None:
            raise self._refusal
        rest = self._source.description
        content = self._answer.json_value() if self._answer else None
        rows = rows_of(rest.streams[0], content, rest.host)[:1]
        found = sorted_rows(rest.streams[0], rows, rest.host)
        title = found.records[0].title if found.records else "–"
        return masked(title, rest.sign_in.secrets)[:_SHOWN]
