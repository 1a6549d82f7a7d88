"""Entries of the log as a file: in which form, and how many there are with which fingerprint."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_CHECKSUM = re.compile(r"(?P<digest>[0-9a-f]{64}) [ *](?P<name>.+)")


class LogExportForm(StrEnum):
    """What a file of entries is: a table, one JSON object a line, or columns (Apache Parquet)."""

    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"


@dataclass(frozen=True, slots=True)
class ExportReport:
    """How many entries a file has, how long it is in bytes, and its SHA-256 in hexadecimal digits."""

    entries: int
    size: int
    sha256: str


def checksum_line(report: ExportReport, name: str) -> str:
    """Return the line that `sha256sum --check` reads, for a file of this name."""
    return f"{report.sha256}  {name}\n"


def read_checksum(text: str) -> tuple[str, str] | None:
    """Return the digest and the name that such a line holds, also of a file read as binary (`*`); None: it is none."""
    found = _CHECKSUM.fullmatch(text.strip())
    return (found["digest"], found["name"]) if found is not None else None
