"""What an entry loses on its way into a case file: secrets, and the ends of texts that are too long."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from integration_console.domain.logs import LogDetail
from integration_console.domain.redaction import Redactor
from integration_console.storage.case_files.layout import LONGEST_TEXT

if TYPE_CHECKING:
    from collections.abc import Mapping

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
            payload=self.redactor.text(self._short(detail.payload)),
            headers=self.redactor.headers(detail.headers),
            content_type=self.redactor.text(detail.content_type),
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
            message=self.redactor.text(self._short(entry.message)),
            params={name: self._short(str(value)) for name, value in self.redactor.values(dict(entry.params)).items()},
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
        redacted = self.redactor.text(self._short(word))
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
        return self.redactor.text(self._short(text)).encode()

    def _short(self, text: str) -> str:
        if len(text) <= LONGEST_TEXT // 4:
            return text
        raw = text.encode("utf-8", "replace")
        if len(raw) <= LONGEST_TEXT:
            return text
        self.shortened += 1
        return raw[:LONGEST_TEXT].decode("utf-8", "ignore")
