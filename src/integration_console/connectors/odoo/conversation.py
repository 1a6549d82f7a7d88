"""A conversation with one Odoo: its version is looked up, the protocol chosen, and the account signed in once."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any, Protocol, Self

from integration_console.connectors.http import HttpClients
from integration_console.connectors.http_client import HttpClient
from integration_console.connectors.odoo.json2 import Json2
from integration_console.connectors.odoo.refusals import refuse_by_status
from integration_console.connectors.odoo.settings import OdooSettings
from integration_console.connectors.odoo.xmlrpc import XmlRpc
from integration_console.domain.errors import (
    OdooApiUnavailable,
    OdooError,
    OdooLanguageMissing,
    OdooLoginNeeded,
    OdooNotThere,
    RemoteError,
    UnexpectedAnswer,
)

_FIRST_WITH_JSON2 = 19
_GROUP_OF_RECORD = 18
"""Since this version `has_group` is asked of a user's record; before, of the model."""

_HR_GROUP = "hr.group_hr_user"
_SHOWN_LANGUAGES = 8
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


class Rpc(Protocol):
    """One of Odoo's two protocols."""

    name: str
    date: str
    """The Date header of the last answer (RFC 9110 6.6.1)."""

    def sign_in(self) -> int:
        """Return the account's id. Raises `RemoteError`."""

    def call(self, model: str, method: str, named: Mapping[str, Any], ids: Sequence[int] | None = None) -> Any:
        """Call a method that reads. Raises `RemoteError`."""


@dataclass(frozen=True, slots=True)
class Version:
    """Which Odoo it is: as it names itself, and its first number."""

    text: str
    major: int


@dataclass(slots=True)
class OdooConversation:
    """Everything that is said to one Odoo; use it in a `with` statement, then `sign_in` first.

    The two version addresses set a session cookie: they have a client of their own, and no cookie is kept.
    """

    settings: OdooSettings
    http: HttpClients
    version: Version = field(default=Version("", 0), init=False)
    _rpc: Rpc | None = field(default=None, init=False)
    _uid: int = field(default=0, init=False)
    _language: str = field(default="", init=False)
    _open: contextlib.ExitStack = field(default_factory=contextlib.ExitStack, init=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    @property
    def protocol(self) -> str:
        """The protocol's name, once it was chosen."""
        return self._rpc.name if self._rpc is not None else ""

    @property
    def server_time(self) -> datetime | None:
        """What the server's own clock said with its last answer (UTC); None where it did not say."""
        try:
            return parsedate_to_datetime(self._rpc.date if self._rpc is not None else "").astimezone(UTC)
        except (TypeError, ValueError, OverflowError):
            return None

    def sign_in(self) -> None:
        """Find the version, choose the protocol, sign in, and settle the language. Raises `RemoteError`."""
        with self._client() as prober:
            self.version, protocol = _found(prober, self.settings)
        if protocol is XmlRpc and not self.settings.login:
            raise OdooLoginNeeded(host=prober.host, version=self.version.text)
        self._rpc = protocol(self._open.enter_context(self._client()), self.settings)
        self._uid = self._rpc.sign_in()
        self._settle_language()

    def has_hr_rights(self) -> bool:
        """Return whether the account is an officer of Employees: only then it sees everything that changes."""
        ids = (self._uid,) if self.version.major >= _GROUP_OF_RECORD else None
        return self._call("res.users", "has_group", {"group_ext_id": _HR_GROUP}, ids) is True

    def key_ends(self) -> tuple[str, ...]:
        """Return the days on which the account's API keys end (ISO 8601), soonest first; empty where not told."""
        named = {"domain": [["user_id", "=", self._uid]], "fields": ["expiration_date"], "order": "id"}
        try:
            rows = self._call("res.users.apikeys", "search_read", named)
        except OdooError:
            return ()  # Odoo 17 knows no end, and an administrator may have shut the list
        ends = (str(row.get("expiration_date") or "") for row in rows if isinstance(row, dict))
        return tuple(sorted({end[:10] for end in ends if _DATE.match(end)}))

    def rows(self, model: str, named: Mapping[str, Any], *, after: int = 0) -> list[dict[str, Any]]:
        """Return the rows of a `search_read`, archived ones too, in the connector's language.

        All of their ids must be greater than `after`. Raises `RemoteError`.
        """
        found = self._call(model, "search_read", {**named, "context": self._context})
        if isinstance(found, list) and all(_is_row(row, after) for row in found):
            return found
        raise UnexpectedAnswer(host=self.settings.host, status=HTTPStatus.OK, content_type="–")

    def count(self, model: str, domain: Sequence[Any]) -> int:
        """Return how many rows match, archived ones too. Raises `RemoteError`."""
        found = self._call(model, "search_count", {"domain": list(domain), "context": self._context})
        return found if isinstance(found, int) else 0

    @property
    def _context(self) -> dict[str, Any]:
        return {"active_test": False, **({"lang": self._language} if self._language else {})}

    def _settle_language(self) -> None:
        wanted = self.settings.language
        if not wanted:
            mine = self._call("res.users", "context_get", {})
            self._language = str(mine.get("lang") or "") if isinstance(mine, dict) else ""
            return
        found = self._call("res.lang", "get_installed", {})
        codes = [str(each[0]) for each in found if isinstance(each, list | tuple) and each]
        if wanted not in codes:
            shown = ", ".join(codes[:_SHOWN_LANGUAGES])
            raise OdooLanguageMissing(host=self.settings.host, language=wanted, installed=shown)
        self._language = wanted

    def _call(self, model: str, method: str, named: Mapping[str, Any], ids: Sequence[int] | None = None) -> Any:
        assert self._rpc is not None  # noqa: S101 - sign_in comes first
        return self._rpc.call(model, method, named, ids)

    def _client(self) -> HttpClient:
        odoo = self.settings
        return self.http.client(
            odoo.base_url, odoo.timeout_seconds, private_network=odoo.private_network, bucket=odoo.account
        )


def _is_row(row: Any, after: int) -> bool:
    return isinstance(row, dict) and isinstance(row.get("id"), int) and row["id"] > after


def _found(http: HttpClient, settings: OdooSettings) -> tuple[Version, type[Json2 | XmlRpc]]:
    """Return the version and the protocol that its sign-in needs. Raises `RemoteError`."""
    newer = _newer_version(http, settings)
    if newer is not None and newer.major >= _FIRST_WITH_JSON2 and settings.by_key:
        return newer, Json2
    try:
        older = _version(XmlRpc(http, settings).version(), "server_version", "server_version_info")
    except (UnexpectedAnswer, OdooApiUnavailable) as error:
        failure: RemoteError | None = error if newer is not None else None
    else:
        if older is not None:
            return older, XmlRpc
        failure = None
    raise failure.with_traceback(None) if failure is not None else OdooNotThere(host=http.host)


def _newer_version(http: HttpClient, settings: OdooSettings) -> Version | None:
    """Ask /web/version, which Odoo has since 19; None where nothing of the kind answers."""
    answer = http.get(f"{settings.base_url}/web/version")
    if answer.status == HTTPStatus.OK:
        return _version(answer.json_object(), "version", "version_info")
    if answer.status == HTTPStatus.TOO_MANY_REQUESTS or answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        refuse_by_status(answer, {"host": http.host})
    return None


def _version(content: Any, text: str, parts: str) -> Version | None:
    if not isinstance(content, dict) or not isinstance(content.get(parts), list) or not content[parts]:
        return None
    number = re.search(r"\d+", str(content[parts][0]))  # Odoo Online says "saas~18"
    shown = re.sub(r"[^\w.~+-]", "", str(content.get(text, "")))[:30]
    return Version(shown, int(number.group()[:4])) if number else None
