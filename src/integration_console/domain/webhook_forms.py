"""The form of a webhook, and the way from its filled-in values to a draft."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from integration_console.domain.errors import FieldProblem, InvalidInput
from integration_console.domain.forms import Choice, Condition, Field, FieldKind, Form
from integration_console.domain.signatures import standard_key
from integration_console.domain.translatable import QT_TRANSLATE_NOOP
from integration_console.domain.webhooks import Encoding, HashName, HmacRules, Scheme, WebhookDraft

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from integration_console.domain.forms import Value

_HEADER = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_SOURCE = re.compile(r"(header:[A-Za-z0-9!#$%&'*+.^_`|~-]+|body:[^\s.]+(\.[^\s.]+)*)")
_SHORTEST_SECRET = 12
_KEY_BYTES = range(24, 65)
_ONLY_HMAC = Condition("scheme", Scheme.HMAC)
_HMAC_GROUP = QT_TRANSLATE_NOOP("Forms", "Signature")

WEBHOOK_FORM = Form((
    Field("name", FieldKind.TEXT, QT_TRANSLATE_NOOP("Forms", "Name"), required=True,
          placeholder=QT_TRANSLATE_NOOP("Forms", "For example: GitHub, main repository")),
    Field("scheme", FieldKind.CHOICE, QT_TRANSLATE_NOOP("Forms", "Verification"), required=True,
          default=Scheme.GITHUB.value,
          help=QT_TRANSLATE_NOOP("Forms", "How the sender signs its requests. Unsigned requests are refused."),
          choices=(Choice(Scheme.GITHUB, QT_TRANSLATE_NOOP("Forms", "GitHub")),
                   Choice(Scheme.STANDARD, QT_TRANSLATE_NOOP("Forms", "Standard Webhooks")),
                   Choice(Scheme.HMAC, QT_TRANSLATE_NOOP("Forms", "Generic HMAC")))),
    Field("secret", FieldKind.SECRET, QT_TRANSLATE_NOOP("Forms", "Secret"),
          help=QT_TRANSLATE_NOOP("Forms", "Leave it empty, and a new webhook gets a strong one.")),
    Field("events", FieldKind.TEXT, QT_TRANSLATE_NOOP("Forms", "Only these events"),
          placeholder="push, issues, pull_request*",
          help=QT_TRANSLATE_NOOP("Forms", "Names separated by commas; * stands for anything. Empty: all events.")),
    Field("header", FieldKind.TEXT, QT_TRANSLATE_NOOP("Forms", "Signature header"), required=True,
          default="X-Signature", group=_HMAC_GROUP, visible_when=_ONLY_HMAC),
    Field("hash", FieldKind.CHOICE, QT_TRANSLATE_NOOP("Forms", "Hash"), default=HashName.SHA256.value,
          group=_HMAC_GROUP, visible_when=_ONLY_HMAC,
          choices=tuple(Choice(each, each.value.upper()) for each in HashName)),
    Field("encoding", FieldKind.CHOICE, QT_TRANSLATE_NOOP("Forms", "Encoding"), default=Encoding.HEX.value,
          group=_HMAC_GROUP, visible_when=_ONLY_HMAC,
          choices=tuple(Choice(each, each.value) for each in Encoding)),
    Field("prefix", FieldKind.TEXT, QT_TRANSLATE_NOOP("Forms", "Text before the signature"),
          placeholder="sha256=", group=_HMAC_GROUP, visible_when=_ONLY_HMAC),
    Field("timestamp_header", FieldKind.TEXT, QT_TRANSLATE_NOOP("Forms", "Timestamp header"),
          help=QT_TRANSLATE_NOOP("Forms", "When set, the sender signs “timestamp.body”; seconds since 1970."),
          placeholder="X-Timestamp", group=_HMAC_GROUP, visible_when=_ONLY_HMAC),
    Field("event_type_source", FieldKind.TEXT, QT_TRANSLATE_NOOP("Forms", "Event type from"),
          help=QT_TRANSLATE_NOOP("Forms", "header:NAME or body:PATH. Empty: the member “event” of the body."),
          placeholder="header:X-Event", group=_HMAC_GROUP, visible_when=_ONLY_HMAC),
    Field("event_key_source", FieldKind.TEXT, QT_TRANSLATE_NOOP("Forms", "Event ID from"),
          help=QT_TRANSLATE_NOOP("Forms", "header:NAME or body:PATH. It tells repeated events from new ones."),
          placeholder="header:X-Delivery", group=_HMAC_GROUP, visible_when=_ONLY_HMAC),
    Field("window_seconds", FieldKind.INTEGER, QT_TRANSLATE_NOOP("Forms", "Window in seconds"), default=300,
          minimum=10, maximum=86_400, group=_HMAC_GROUP, visible_when=_ONLY_HMAC,
          help=QT_TRANSLATE_NOOP(
              "Forms",
              "How far the signed time may be off; without an event ID, how long an identical body counts as a repeat.",
          )),
))  # fmt: skip

_NOT_HEADER = QT_TRANSLATE_NOOP("Forms", "This is not the name of a header.")
_NOT_SOURCE = QT_TRANSLATE_NOOP("Forms", "Write header:NAME or body:PATH.")
_SHORT_SECRET = QT_TRANSLATE_NOOP("Forms", "Use at least {count} characters.")
_NOT_STANDARD = QT_TRANSLATE_NOOP("Forms", "Use “whsec_” followed by 24 to 64 bytes in base64.")


def webhook_values(draft: WebhookDraft) -> dict[str, Value]:
    """Return the form's values of a draft, its secret left out."""
    rules = draft.rules
    return {
        "name": draft.name,
        "scheme": draft.scheme.value,
        "events": ", ".join(draft.event_filter),
        "header": rules.header,
        "hash": rules.hash.value,
        "encoding": rules.encoding.value,
        "prefix": rules.prefix,
        "timestamp_header": rules.timestamp_header,
        "event_type_source": rules.event_type_source,
        "event_key_source": rules.event_key_source,
        "window_seconds": rules.window_seconds,
    }


def webhook_draft(values: Mapping[str, Value], webhook_id: str = "") -> WebhookDraft:
    """Return the draft that the form's values stand for. Raises `InvalidInput` naming every faulty field."""
    problems = (*WEBHOOK_FORM.problems(values), *_further_problems(values))
    if problems:
        raise InvalidInput(*problems)
    filled = WEBHOOK_FORM.with_defaults(values)
    text = {name: str(value or "").strip() for name, value in filled.items()}
    scheme = Scheme(text["scheme"])
    events = tuple(name for each in text.get("events", "").split(",") if (name := each.strip()))
    rules = _rules(text) if scheme is Scheme.HMAC else HmacRules()
    return WebhookDraft(text["name"], scheme, rules, events, text.get("secret", ""), webhook_id)


def _rules(text: Mapping[str, str]) -> HmacRules:
    return HmacRules(
        hash=HashName(text["hash"]),
        header=text["header"],
        encoding=Encoding(text["encoding"]),
        prefix=text.get("prefix", ""),
        event_key_source=text.get("event_key_source", ""),
        event_type_source=text.get("event_type_source", ""),
        timestamp_header=text.get("timestamp_header", ""),
        window_seconds=int(text["window_seconds"]),
    )


def _further_problems(values: Mapping[str, Value]) -> Iterator[FieldProblem]:
    text = {name: str(value or "").strip() for name, value in WEBHOOK_FORM.with_defaults(values).items()}
    yield from _secret_problems(text)
    if text["scheme"] != Scheme.HMAC:
        return
    for name in ("header", "timestamp_header"):
        if text.get(name) and not _HEADER.fullmatch(text[name]):
            yield FieldProblem(name, _NOT_HEADER)
    for name in ("event_type_source", "event_key_source"):
        if text.get(name) and not _SOURCE.fullmatch(text[name]):
            yield FieldProblem(name, _NOT_SOURCE)


def _secret_problems(text: Mapping[str, str]) -> Iterator[FieldProblem]:
    secret = text.get("secret", "")
    if not secret:
        return
    if text["scheme"] == Scheme.STANDARD:
        if len(standard_key(secret) or b"") not in _KEY_BYTES or not secret.startswith("whsec_"):
            yield FieldProblem("secret", _NOT_STANDARD)
    elif len(secret) < _SHORTEST_SECRET:
        yield FieldProblem("secret", _SHORT_SECRET, (("count", str(_SHORTEST_SECRET)),))
