"""A connector type of somebody else's: it reads the accounts of a ledger, and stands on the console's shared parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack

from integration_console.connectors.form_parts import private_network_field, timeout_field
from integration_console.connectors.http import HttpClients
from integration_console.connectors.reachability import Reachability
from integration_console.connectors.stages import run_steps
from integration_console.domain.access import Access
from integration_console.domain.connectors import CheckStage, ConnectorType, Stage, StageOutcome
from integration_console.domain.errors import FieldProblem, InvalidInput, SignInRefused
from integration_console.domain.forms import Field, FieldKind, Form, Value
from integration_console.domain.streams import Page, SourceRecord, Stream, SyncMode, SyncRequest
from integration_console.domain.work import Work

_FORM = Form((
    Field("address", FieldKind.URL, "Address of the ledger", required=True),
    Field("token", FieldKind.SECRET, "Token", required=True),
    timeout_field(),
    private_network_field(),
))  # fmt: skip
_ACCOUNTS = Stream("accounts", "Accounts", (SyncMode.FULL,))


class LedgerConnectorType:
    """Reads the accounts of a ledger."""

    description = ConnectorType("ledger", "Ledger", "Brings accounts.", "tag", _FORM, syncs=True)

    def __init__(self, http: HttpClients) -> None:
        self._http = http

    def problems(
        self, values: Mapping[str, Value], stored_secrets: frozenset[str] = frozenset()
    ) -> tuple[FieldProblem, ...]:
        """Return what is wrong with a filled form."""
        return _FORM.problems(values, stored_secrets)

    def check(self, access: Access, work: Work) -> Iterator[CheckStage]:
        """Yield the stages of a check."""
        found = self.problems(access.settings)
        if found:
            yield CheckStage(Stage.NAME, StageOutcome.FAILED, error=InvalidInput(*found))
            return
        filled = _FORM.with_defaults(access.settings)
        seconds = float(str(filled["timeout_seconds"]))
        with ExitStack() as opened:
            address, private = str(filled["address"]), access.private_network
            way = opened.enter_context(Reachability(address, self._http, seconds, private_network=private))
            yield from run_steps((*way.steps(), (Stage.SIGN_IN, lambda: self._sign_in(address, seconds, access))), work)

    def streams(self, settings: Mapping[str, Value]) -> tuple[Stream, ...]:
        """Return the one stream."""
        del settings
        return (_ACCOUNTS,)

    def sync(self, access: Access, request: SyncRequest, work: Work) -> Iterator[Page]:
        """Yield the accounts."""
        del access, request
        work.stop_if_cancelled()
        yield Page((SourceRecord("1", {"name": "Cash"}, title="Cash"),), swept=("",))

    def _sign_in(self, address: str, seconds: float, access: Access) -> str:
        token = str(access.settings["token"])
        with self._http.client(address, seconds, private_network=access.private_network) as client:
            answer = client.get(address, bearer=token)
        if answer.status >= 400:
            raise SignInRefused(host=answer.host, status=answer.status)
        return ""


class BrokenConnectorType:
    """A type that cannot be made: its author's key lies in a home folder, and the sentence tells too much."""

    def __init__(self, http: HttpClients) -> None:
        del http
        raise RuntimeError("/home/amina/.ledger/keys/main.pem cannot be read, token=tok-4711-secret\nsecond line")
