"""Entries of the log as they are copied: JSON, CSV (RFC 4180), and a received request as a `curl` command.

Text is in logical order. What cannot be seen is shown: by JSON's own escapes, as a code in CSV, and in a command by
the shell's escapes of bytes, so that the command still sends what was received.
"""

from __future__ import annotations

import base64
import csv
import io
import json
import re
import shlex
from typing import TYPE_CHECKING, Any

from integration_console.domain.controls import has_unseen, visible
from integration_console.domain.redaction import Redactor

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from integration_console.domain.logs import LogDetail, LogEntry

COLUMNS = (
    *("id", "created_at", "status", "event_type", "message", "topic", "connector", "webhook", "error_code"),
    *("duration_ms", "event_id", "correlation_id"),
)
"""The columns of a CSV of entries."""
_FORMULA = re.compile(r"\s*[=+\-@\t\r＝＋－＠]")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_DELETE = "\x7f"
_BREAKS = "\n\r\t"
_BREAKS_ESCAPED = str.maketrans({"\n": "\\n", "\r": "\\r", "\t": "\\t"})
_OF_THE_CONNECTION = frozenset({
    "accept-encoding", "connection", "content-length", "expect", "host", "keep-alive", "te", "trailer",
    "transfer-encoding", "upgrade",
})  # fmt: skip


def as_json(entries: Iterable[LogEntry], names: Mapping[str, str]) -> str:
    """Return entries as a JSON array of objects; `names` are those of connectors and webhooks by ID."""
    text = json.dumps([entry_values(each, names) for each in entries], indent=2, ensure_ascii=False)
    return visible(text, lambda letter: json.dumps(letter)[1:-1] if letter != _DELETE else "\\u007f")


def as_csv(entries: Iterable[LogEntry], names: Mapping[str, str]) -> str:
    """Return entries as a table with a heading; no cell is taken for a formula by a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for entry in entries:
        values = entry_values(entry, names)
        writer.writerow([cell(values.get(each, "")) for each in COLUMNS])
    return out.getvalue()


def as_curl(detail: LogDetail, url: str) -> str:
    """Return the request that an entry stands for as a command of a POSIX shell with `$'...'` (bash, zsh).

    Credentials and signatures are masked by the rules of a case file; who sent it, and for whom, stays.
    """
    redactor = Redactor(people=False)
    lines = [f"curl --request POST {shell_word(redactor.text(url))}"]
    lines += [f"  --header {shell_word(f'{name}: {value}')}" for name, value in redactor.headers(_sent_headers(detail))]
    if not detail.body:
        return " \\\n".join(lines)
    body = redactor.text(detail.body.decode("utf-8", "surrogateescape"))
    raw = body.encode("utf-8", "surrogateescape")
    if "\0" in body or not _is_text(raw):  # no argument of a command can hold it
        encoded = base64.b64encode(raw).decode()
        return f"printf %s {encoded} | base64 --decode | \\\n" + " \\\n".join([*lines, "  --data-binary @-"])
    return " \\\n".join([*lines, f"  --data-raw {shell_word(body)}"])


def shell_word(text: str) -> str:
    """Return text as one word of a shell command; what cannot be seen is written as escapes of its bytes."""
    if not has_unseen(text) and not any(each in text for each in _BREAKS):
        return shlex.quote(text)
    quoted = text.replace("\\", "\\\\").replace("'", "\\'").translate(_BREAKS_ESCAPED)
    return f"$'{visible(quoted, _as_bytes)}'"


def _as_bytes(letter: str) -> str:
    return "".join(f"\\x{each:02x}" for each in letter.encode())


def cell(value: object) -> str:
    """Return a value as a cell of a table; what a spreadsheet would run as a formula begins with an apostrophe."""
    text = visible("" if value is None else str(value))
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def entry_values(entry: LogEntry, names: Mapping[str, str]) -> dict[str, Any]:
    """Return what an entry has, by the names that copies and exports give it; what is empty is left out."""
    values = {
        "id": entry.id,
        "created_at": entry.created_at.isoformat(),
        "status": entry.status.value,
        "event_type": entry.event_type,
        "message": entry.message,
        "topic": entry.topic,
        "params": dict(entry.params),
        "connector": names.get(entry.connector_id, ""),
        "connector_id": entry.connector_id,
        "webhook": names.get(entry.webhook_id, ""),
        "webhook_id": entry.webhook_id,
        "error_code": entry.error_code,
        "duration_ms": entry.duration_ms,
        "event_id": entry.event_id,
        "correlation_id": entry.correlation_id,
    }
    return {name: value for name, value in values.items() if value not in ("", None, {})}


def _sent_headers(detail: LogDetail) -> Sequence[tuple[str, str]]:
    kept = [each for each in detail.headers if each[0].lower() not in _OF_THE_CONNECTION]
    if detail.content_type and not any(name.lower() == "content-type" for name, _ in kept):
        kept.append(("Content-Type", detail.content_type))
    return kept


def _is_text(raw: bytes) -> bool:
    try:
        return bool(raw.decode())
    except UnicodeDecodeError:
        return False
