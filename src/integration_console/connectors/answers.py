"""What an outside system answered, read wholly and within the limit; its text never shows the body."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson

from integration_console.domain.errors import UnexpectedAnswer

_MEDIA_TYPE = re.compile(r"[a-z0-9.+-]{1,40}/[a-z0-9.+-]{1,60}")
_LONGEST_PAUSE = 86_400


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its status, its headers (names in small letters) and its body."""

    host: str
    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)

    @property
    def content_type(self) -> str:
        """The media type without its parameters; “-” when there is none that reads like one."""
        found = _MEDIA_TYPE.match(self.headers.get("content-type", "").lower())
        return found.group() if found else "-"

    @property
    def pause_seconds(self) -> int:
        """The whole seconds of Retry-After (RFC 9110 10.2.3); 1 when it is missing or not a number."""
        text = self.headers.get("retry-after", "").strip()
        number = int(text[:9]) if text.isascii() and text.isdigit() else 1
        return min(max(number, 1), _LONGEST_PAUSE)

    @property
    def names_pause(self) -> bool:
        """Whether a Retry-After header is there at all."""
        return "retry-after" in self.headers

    @property
    def text(self) -> str:
        """The body as text; bytes that are not UTF-8 are replaced."""
        return self.body.decode("utf-8", errors="replace")

    def json_object(self) -> dict[str, Any] | None:
        """Return the body when it is a JSON object, else None (a proxy's page, an empty body)."""
        try:
            value = orjson.loads(self.body)
        except orjson.JSONDecodeError:
            return None
        return value if isinstance(value, dict) else None

    def json_value(self) -> Any:  # noqa: ANN401 - the JSON border
        """Return the body as JSON. Raises `UnexpectedAnswer` where it is none."""
        try:
            return orjson.loads(self.body)
        except orjson.JSONDecodeError:
            pass
        raise self.unexpected()

    def unexpected(self) -> UnexpectedAnswer:
        """Return the error that says that this answer is not in the language of the protocol."""
        return UnexpectedAnswer(host=self.host, status=self.status, content_type=self.content_type)
