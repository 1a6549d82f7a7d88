"""What an entry loses on its way into a case file: secrets, and the ends of texts that are too long."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

import orjson

from integration_console.domain.logs import LogDetail
from integration_console.domain.redaction import Redactor
from integration_console.storage.case_files.layout import LONGEST_PARAMS, LONGEST_TEXT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from integration_console.domain.logs import LogEntry

_MOST_REMEMBERED = 4096
_ID_LENGTH = 36
_LONGEST_WORD = 200
_NAMED = "secrets"


class Cleaning:
    """Cleans entry after entry and counts what it took away."""

    def __init__(self) -> None:
        """Start with nothing taken away."""
        self.redactor = Redactor()
        self.shortened = 0
        self.unreadable = 0
        self._clean: dict[str, bool] = {}

    def cleaned(self, detail: LogDetail) -> LogDetail:
        """Return an entry with payload, headers and body as they may leave the house."""
        return LogDetail(
            entry=self._entry(detail.entry),
            payload=self._text(detail.payload),
            headers=self._headers(detail.headers),
            content_type=self._text(detail.content_type),
            body=self._body(detail.body),
        )

    def configuration(self, given: Mapping[str, object]) -> dict[str, object]:
        """Return the configuration as it may leave the house; what a connector calls `secrets` are names alone."""
        connectors = given.get("connectors")
        if not isinstance(connectors, list):
            return dict(self.redactor.values(dict(given)))
        clean = [
            {**self.redactor.values({**each, _NAMED: []}), _NAMED: list(each.get(_NAMED, ()))} for each in connectors
        ]
        return {**self.redactor.values({**given, "connectors": []}), "connectors": clean}

    def _entry(self, entry: LogEntry) -> LogEntry:
        return replace(
            entry,
            message=self._text(entry.message),
            params=self._params(entry.params) if entry.params else {},
            topic=self._word(entry.topic),
            event_type=self._word(entry.event_type[:_LONGEST_WORD]),
            error_code=self._word(entry.error_code[:_LONGEST_WORD]),
            correlation_id=self._identifier(entry.correlation_id),
            event_id=self._identifier(entry.event_id),
        )

    def _word(self, word: str) -> str:
        """Return a text that occurs again and again, looked at once where there is nothing in it."""
        if word in self._clean:
            return word
        redacted = self._text(word)
        if redacted == word and len(self._clean) < _MOST_REMEMBERED:
            self._clean[word] = True
        return redacted

    def _identifier(self, identifier: str) -> str:
        return identifier if len(identifier) in (0, _ID_LENGTH) else self._word(identifier[:_LONGEST_WORD])

    def _body(self, body: bytes) -> bytes:
        if not body:
            return body
        try:
            text = body.decode()
        except UnicodeDecodeError:
            self.unreadable += 1
            return b""
        return self._text(text).encode()

    def _text(self, text: str) -> str:
        """Return a text redacted, and cut where it is too long before that or, encoded anew, after it."""
        short = _cut(text)
        redacted = self.redactor.text(short)
        kept = _cut(redacted)
        self.shortened += short is not text or kept is not redacted
        return kept

    def _headers(self, headers: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        """Return headers redacted, the first ones of them where all together are too long."""
        found = self.redactor.headers(headers)
        sizes = accumulate(_size(f"{name}: {value}\n") for name, value in found)
        kept = found[: sum(size <= LONGEST_TEXT for size in sizes)]
        self.shortened += len(kept) < len(found)
        return kept

    def _params(self, params: Mapping[str, str]) -> Mapping[str, str]:
        """Return parameters redacted, their values cut alike (then fewer of them) where all together are too long."""
        kept = {name: str(value) for name, value in self.redactor.values(dict(params)).items()}
        longest, is_cut = max(map(len, kept.values())), False
        while len(orjson.dumps(kept)) > LONGEST_PARAMS:
            is_cut = True
            if longest:
                longest //= 2
                kept = {name: value[:longest] for name, value in kept.items()}
            else:
                kept = dict(list(kept.items())[: len(kept) // 2])
        self.shortened += is_cut
        return kept


def bytes_of(detail: LogDetail) -> int:
    """Return how many bytes the texts of an entry have."""
    entry = detail.entry
    texts = (entry.message, entry.topic, detail.payload, detail.content_type)
    more = (*entry.params.items(), *detail.headers)
    return sum(map(_size, texts)) + len(detail.body) + sum(_size(name) + _size(value) for name, value in more)


def _size(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "replace"))


def _cut(text: str) -> str:
    """Return as much of a text as may be kept: itself, where that is all."""
    if _size(text) <= LONGEST_TEXT:
        return text
    return text.encode("utf-8", "replace")[:LONGEST_TEXT].decode("utf-8", "ignore")
