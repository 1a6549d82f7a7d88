"""Reads the lines of a log of another program: plain or gzip, UTF-8 or UTF-16, however long a line is."""

from __future__ import annotations

import errno
import gzip
import io
import os
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from integration_console.domain.errors import FileUnreadable, LogDamaged
from integration_console.domain.foreign_logs import LONGEST_LINE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_GZIP = b"\x1f\x8b"
_ENCODINGS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_TOLD_EVERY = 256
_LONGEST_READ = 16 * LONGEST_LINE


@contextmanager
def lines_of(path: Path, look: Callable[[int], None]) -> Iterator[Iterator[str]]:
    """Give the lines of a file; `look` is told now and then how many of its bytes were read.

    Of a line that is far longer than any entry may be, the end is left out.
    Raises `FileUnreadable`, `LogDamaged`.
    """
    with _saying(path):
        if path.exists() and not path.is_file():
            raise FileUnreadable(path=str(path), reason=os.strerror(errno.EISDIR))
        with path.open("rb") as raw, _text_of(raw) as text:
            yield _lines(text, lambda: look(raw.tell()))


def _text_of(raw: io.BufferedReader) -> io.TextIOWrapper:
    packed = raw.peek(2)[:2] == _GZIP
    source = io.BufferedReader(gzip.GzipFile(fileobj=raw)) if packed else raw
    begin = source.peek(2)[:2]
    encoding = next((name for mark, name in _ENCODINGS if begin == mark), "utf-8-sig")
    return io.TextIOWrapper(source, encoding=encoding, errors="replace")


def _lines(text: io.TextIOWrapper, look: Callable[[], None]) -> Iterator[str]:
    number = 0
    while line := text.readline(_LONGEST_READ):
        if not line.endswith("\n"):
            _skip_line(text, look)
        if number % _TOLD_EVERY == 0:
            look()
        number += 1
        yield line


def _skip_line(text: io.TextIOWrapper, look: Callable[[], None]) -> None:
    while (rest := text.readline(_LONGEST_READ)) and not rest.endswith("\n"):
        look()


@contextmanager
def _saying(path: Path) -> Iterator[None]:
    try:
        yield
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise LogDamaged(path=str(path)) from error
    except OSError as error:
        raise FileUnreadable(path=str(path), reason=error.strerror or str(error)) from error
