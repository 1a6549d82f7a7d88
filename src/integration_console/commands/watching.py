"""Long work on a terminal: how far it is stands in one line, and Ctrl+C ends it."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from integration_console.domain.work import Progress, Work


class _Watched:
    """Work that shows on a terminal how far it is; Ctrl+C ends it."""

    def __init__(self) -> None:
        self._shown = ""

    def report(self, progress: Progress) -> None:
        """Show how far the work is."""
        if sys.stderr.isatty() and progress.total:
            line = f"{100 * progress.done // progress.total:3d} % {progress.note}"
            if line != self._shown:
                self._shown = line
                click.echo(f"\r\033[K{line}", nl=False, err=True)

    def stop_if_cancelled(self) -> None:
        """Go on: Ctrl+C interrupts by itself."""

    def end(self) -> None:
        """Take the line away."""
        if self._shown:
            click.echo("\r\033[K", nl=False, err=True)


@contextmanager
def watched() -> Iterator[Work]:
    """Give work that shows on a terminal how far it is."""
    watched = _Watched()
    try:
        yield watched
    finally:
        watched.end()
