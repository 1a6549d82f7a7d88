"""A manifest that was found good: what the connector type is called, and the source that it describes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from integration_console.connectors.custom.text import read_text
from integration_console.connectors.custom.validation import check_manifest
from integration_console.connectors.mapping import Expression
from integration_console.connectors.oauth import OAuthClient
from integration_console.connectors.rest.description import (
    MOST_PAGES,
    Changes,
    Grant,
    PageKind,
    Paging,
    Place,
    RestDescription,
    RestStream,
    SignIn,
    SignInKind,
)
from integration_console.connectors.rest.form_parts import texts_of
from integration_console.connectors.rest.sign_in_form import with_credentials
from integration_console.domain.forms import Value

_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a manifest says; `source` has no credentials yet, which come from a filled form."""

    key: str
    title: str
    description: str
    icon: str
    source: RestDescription
    token_address: str = ""

    def filled(self, values: Mapping[str, Value]) -> RestDescription:
        """Return the source with what a person entered: the base address where there is one, and the credentials."""
        texts = {name: value.strip() for name, value in values.items() if isinstance(value, str)}
        named = {**texts, "token_address": texts.get("token_address") or self.token_address}
        return replace(
            self.source,
            base_url=(texts.get("base_url") or self.source.base_url).rstrip("/"),
            sign_in=with_credentials(self.source.sign_in, named),
            timeout_seconds=float(str(values.get("timeout_seconds") or self.source.timeout_seconds)),
            private_network=values.get("private_network") is True,
        )


def read_manifest(text: str, *, needs_key: bool = False) -> Manifest:
    """Return the manifest that `text` is. Raises `ManifestFault`."""
    found = read_text(text)
    check_manifest(found, needs_key=needs_key)
    return _manifest(found.content)


@lru_cache(maxsize=32)
def kept_manifest(text: str) -> Manifest:
    """Return the manifest that `text` is, read once for each text. Raises `ManifestFault`."""
    return read_manifest(text)


def _manifest(content: Mapping[str, Any]) -> Manifest:
    pace = content.get("pace", {})
    source = RestDescription(
        name=content["title"],
        base_url=content["base_url"].rstrip("/"),
        streams=tuple(_stream(each) for each in content["streams"]),
        sign_in=_sign_in(content.get("sign_in", {"kind": SignInKind.NONE})),
        headers=dict(content.get("headers", {})),
        timeout_seconds=float(content.get("timeout_seconds", 30)),
        per_second=float(pace.get("per_second", 0)),
        burst=int(pace.get("burst", 1)),
    )
    described, icon = content.get("description", content["title"]), content.get("icon", "plug")
    token_address = content.get("sign_in", {}).get("token_url", "")
    return Manifest(content.get("key", ""), content["title"], described, icon, source, token_address)


def _sign_in(said: Mapping[str, Any]) -> SignIn:
    kind = SignInKind(said["kind"])
    return SignIn(
        kind,
        place=Place(said.get("in", Place.HEADER)),
        name=said.get("name", ""),
        prefix=said.get("prefix", ""),
        client=OAuthClient("", "", basic=said.get("client_in") == "header") if kind is SignInKind.OAUTH else None,
        grant=Grant(said.get("grant", Grant.CLIENT_CREDENTIALS)),
        scopes=tuple(said.get("scopes", ())),
    )


def _stream(said: Mapping[str, Any]) -> RestStream:
    content = {name: Expression(text) for name, text in said.get("content", {}).items()}
    changes = said.get("changes")
    return RestStream(
        key=said["key"],
        title=said["title"],
        path=said["path"],
        id=Expression(said.get("id", "id")),
        records=_expression(said, "records"),
        record_title=_expression(said, "record_title"),
        archived=_expression(said, "archived"),
        removed=_expression(said, "removed"),
        content=content,
        columns=tuple(said.get("columns", ())) or tuple(content)[:_COLUMNS],
        post=said.get("method") == "POST",
        in_body=said.get("parameters_in") == Place.BODY,
        query=texts_of(said.get("query")) or {},
        body=said.get("body", {}),
        paging=_paging(said.get("pages", {"kind": PageKind.NONE})),
        changes=_changes(changes) if changes else None,
        most_pages=said.get("most_pages", MOST_PAGES),
    )


def _paging(said: Mapping[str, Any]) -> Paging:
    return Paging(
        PageKind(said["kind"]),
        parameter=said.get("parameter", ""),
        first=said.get("first", 1),
        size_parameter=said.get("size_parameter", ""),
        size=said.get("size", 100),
        next_cursor=_expression(said, "next"),
        more=_expression(said, "more"),
    )


def _changes(said: Mapping[str, Any]) -> Changes:
    return Changes(Expression(said["field"]), said["parameter"], said.get("overlap_seconds", 60))


def _expression(said: Mapping[str, Any], name: str) -> Expression | None:
    return Expression(said[name]) if said.get(name) else None
