"""The programs' own logs: JSON lines in a file that does not grow for ever, secrets masked."""

from __future__ import annotations

import json
import logging
import logging.handlers
import os
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from io import TextIOWrapper
    from pathlib import Path

_LOOKS_SECRET = re.compile(
    r"(xox[abeprs]-[A-Za-z0-9-]{6,}|whsec_[A-Za-z0-9+/=_-]{8,}|(?<=Bearer )[A-Za-z0-9._~+/=-]{8,}"
    r"|(?<=/services/)[A-Za-z0-9/_-]{8,}|ick_[A-Za-z0-9]{8}_[A-Za-z0-9]+)"
)
_MASK = "••••••"
_FILE_BYTES, _FILES = 5 * 1024 * 1024, 3


class JsonLines(logging.Formatter):
    """One JSON object a line: time, level, logger, message, traceback where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, with everything that looks like a credential masked."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": mask_patterns(record.getMessage()),
        }
        if record.exc_info:
            line["traceback"] = mask_patterns(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)


class _PrivateFiles(logging.handlers.RotatingFileHandler):
    """A log that only its owner reads."""

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        return os.fdopen(descriptor, "a", encoding=self.encoding)


def mask_patterns(text: str) -> str:
    """Return `text` without anything that has the form of a credential."""
    return _LOOKS_SECRET.sub(_MASK, text)


def start_logging(folder: Path, program: str, level: str) -> None:
    """Write this program's log to `folder`/`program`.log; where that cannot be, log nothing but errors."""
    root = logging.getLogger()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler: logging.Handler = _PrivateFiles(
            folder / f"{program}.log", maxBytes=_FILE_BYTES, backupCount=_FILES, encoding="utf-8"
        )
    except OSError:
        handler = logging.StreamHandler()
        handler.setLevel(logging.ERROR)
    handler.setFormatter(JsonLines())
    root.handlers[:] = [handler]
    root.setLevel(level if level in logging.getLevelNamesMapping() else "INFO")
    logging.raiseExceptions = False
