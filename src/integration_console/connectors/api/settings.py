"""A REST API connector's filled form, read as the description of a source."""

from __future__ import annotations

from collections.abc import Mapping

from integration_console.connectors.api.form import POST
from integration_console.connectors.mapping import Expression
from integration_console.connectors.oauth import OAuthClient
from integration_console.connectors.rest.description import (
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
from integration_console.connectors.rest.form_parts import object_of, texts_of
from integration_console.connectors.rest.sign_in_form import with_credentials
from integration_console.domain.forms import Value
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

STREAM = "records"
TITLE = QT_TRANSLATE_NOOP("Streams", "Records")
_COLUMNS = 4


def described(filled: Mapping[str, Value]) -> RestDescription:
    """Return the source that a filled form without problems describes."""
    texts = {name: value.strip() for name, value in filled.items() if isinstance(value, str)}
    return RestDescription(
        name="REST API",
        base_url=texts["base_url"].rstrip("/"),
        streams=(stream_of(filled),),
        sign_in=_sign_in(filled, texts),
        headers=texts_of(filled.get("headers")) or {},
        timeout_seconds=float(str(filled["timeout_seconds"])),
        private_network=filled.get("private_network") is True,
        per_second=float(str(filled["per_second"])),
        burst=int(str(filled["burst"])),
    )


def stream_of(filled: Mapping[str, Value]) -> RestStream:
    """Return the one stream that a filled form describes."""
    texts = {name: value.strip() for name, value in filled.items() if isinstance(value, str)}
    post = texts["method"] == POST
    content = {name: Expression(str(text)) for name, text in (object_of(filled.get("content")) or {}).items()}
    columns = tuple(each.strip() for each in texts.get("columns", "").split(",") if each.strip())
    return RestStream(
        key=STREAM,
        title=TITLE,
        path=texts.get("path", ""),
        id=Expression(texts["id_path"]),
        records=_expression(texts, "records_path"),
        record_title=_expression(texts, "title_path"),
        archived=_expression(texts, "archived_path"),
        removed=_expression(texts, "removed_path"),
        content=content,
        columns=columns or tuple(content)[:_COLUMNS],
        post=post,
        in_body=post and filled.get("in_body") is True,
        query=texts_of(filled.get("query")) or {},
        body=(object_of(filled.get("body")) or {}) if post else {},
        paging=_paging(filled, texts),
        changes=_changes(filled, texts),
    )


def _paging(filled: Mapping[str, Value], texts: Mapping[str, str]) -> Paging:
    kind = PageKind(texts["paging"])
    counted = kind not in (PageKind.NONE, PageKind.LINK)
    return Paging(
        kind,
        parameter=texts["page_parameter"],
        first=int(str(filled["first_page"])),
        size_parameter=texts.get("size_parameter", ""),
        size=int(str(filled["page_size"])),
        next_cursor=_expression(texts, "next_path"),
        more=_expression(texts, "more_path") if counted else None,
    )


def _changes(filled: Mapping[str, Value], texts: Mapping[str, str]) -> Changes | None:
    field = _expression(texts, "changes_path")
    if field is None or not texts.get("changes_parameter"):
        return None
    return Changes(field, texts["changes_parameter"], int(str(filled["overlap_seconds"])))


def _sign_in(filled: Mapping[str, Value], texts: Mapping[str, str]) -> SignIn:
    kind = SignInKind(texts["sign_in"])
    place = Place(texts["key_place"])
    prefix = texts.get("key_prefix", "") if place is Place.HEADER else ""
    chosen = SignIn(
        kind,
        place=place,
        name=texts["key_name"],
        prefix=f"{prefix} " if prefix else "",
        client=OAuthClient("", "", basic=filled.get("client_basic") is True),
        grant=Grant(texts["grant"]),
        scopes=tuple(texts.get("scopes", "").split()),
    )
    return with_credentials(chosen, texts)


def _expression(texts: Mapping[str, str], name: str) -> Expression | None:
    return Expression(texts[name]) if texts.get(name) else None
