"""Long work over HTTP: one answer at the end, or, for a client that accepts it, a line of JSON for each step.

Lines (`application/x-ndjson`) are `{"progress": ...}`, `{"stage": ...}`, `{"part": "base64"}` and, last,
`{"answer": ...}` or `{"problem": ...}`; an empty line every second says that the work goes on. It stops when the client
hangs up.
"""

from __future__ import annotations

import io
import logging
import queue
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from fastapi import Request, Response
from starlette.concurrency import iterate_in_threadpool
from starlette.responses import StreamingResponse

from integration_console.domain.errors import ConsoleError, UnexpectedError
from integration_console.domain.ids import new_id
from integration_console.domain.work import Cancelled, UnattendedWork
from integration_console.service.api.kinds import answer, as_json
from integration_console.service.problems import problem_body

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

    from integration_console.domain.work import Progress, Work

Tell = Callable[[str, object], None]
"""Sends a line: its name and a domain value."""
Item = bytes | ConsoleError | None
"""A piece of the answer, what went wrong, or the end."""
LINES = "application/x-ndjson"
_BEAT_SECONDS = 1.0
_MOST_WAITING = 64
_PART_BYTES = 64 * 1024
_log = logging.getLogger(__name__)


def long_answer(request: Request, work_on: Callable[[Work, Tell], object]) -> Response:
    """Do the work, and answer as the client accepts it."""
    if not wants_lines(request):
        return answer(work_on(UnattendedWork(), lambda _name, _value: None))
    return lines_answer(work_on)


def lines_answer(work_on: Callable[[Work, Tell], object]) -> Response:
    """Send a line for each step, and at the end what the work returns."""
    return _lines_of(_Begun(lambda work: work.tell("answer", work_on(work, work.tell))))


def file_answer(media_type: str, work_on: Callable[[BinaryIO, Work], object]) -> Response:
    """Send what the work writes, piece by piece. What goes wrong before the first is raised, later it breaks off."""
    begun = _Begun(lambda work: _written(work, work.put, work_on))
    pieces = begun.pieces()
    first = next(pieces, b"")
    return StreamingResponse(_sent(begun, chain((first,), pieces)), media_type=media_type)


def parts_answer(work_on: Callable[[BinaryIO, Work], object]) -> Response:
    """Send what the work writes as lines, among those of its progress, and at the end what it returns."""

    def told(work: _Begun) -> None:
        work.tell("answer", _written(work, lambda part: work.tell("part", part), work_on))

    return _lines_of(_Begun(told))


def wants_lines(request: Request) -> bool:
    """Return whether the client wants to hear of each step."""
    return LINES in request.headers.get("accept", "")


def described(media_types: tuple[str, ...]) -> dict[int | str, dict[str, Any]]:
    """Return what an OpenAPI document says of such answers."""
    return {200: {"content": {each: {"schema": {"type": "string"}} for each in media_types}}}


class _Begun:
    """Work on a thread of its own; whoever reads its pieces decides how long it goes on."""

    def __init__(self, work_on: Callable[[_Begun], object]) -> None:
        self._items: queue.Queue[Item] = queue.Queue(_MOST_WAITING)
        self._over = threading.Event()
        threading.Thread(target=self._run, args=(work_on,), name="long-work", daemon=True).start()

    def tell(self, name: str, value: object) -> None:
        self.put(b'{"%b":%b}\n' % (name.encode(), as_json(value)))

    def put(self, item: Item) -> None:
        while not self._over.is_set():
            try:
                return self._items.put(item, timeout=_BEAT_SECONDS)
            except queue.Full:
                continue
        return None

    def report(self, progress: Progress) -> None:
        if not self._items.full():  # a slow reader need not hear of each step
            self.tell("progress", progress)

    def stop_if_cancelled(self) -> None:
        if self._over.is_set():
            raise Cancelled

    def pieces(self, beat: bytes = b"") -> Iterator[bytes]:
        """Yield what the work has put, `beat` when there was nothing for a second. Raises what the work raised."""
        while (item := self._next(beat)) is not None:
            if isinstance(item, ConsoleError):
                raise item
            if item:
                yield item

    def stop(self) -> None:
        self._over.set()

    def _next(self, beat: bytes) -> Item:
        try:
            return self._items.get(timeout=_BEAT_SECONDS)
        except queue.Empty:
            return beat

    def _run(self, work_on: Callable[[_Begun], object]) -> None:
        try:
            work_on(self)
        except Cancelled:
            pass
        except ConsoleError as error:
            self.put(error)
        except Exception:  # noqa: BLE001 - a request: the client must get an answer, and we the traceback
            reference = new_id()
            _log.exception("a long request failed (reference %s)", reference)
            self.put(UnexpectedError(reference=reference))
        self.put(None)


class _Parts(io.RawIOBase):
    """A file whose parts are passed on as they are written."""

    def __init__(self, pass_on: Callable[[bytes], None]) -> None:
        self._pass_on = pass_on

    def writable(self) -> bool:
        return True

    def write(self, part: ReadableBuffer, /) -> int:
        content = bytes(part)
        self._pass_on(content)
        return len(content)


def _written(work: Work, pass_on: Callable[[bytes], None], work_on: Callable[[BinaryIO, Work], object]) -> object:
    with io.BufferedWriter(_Parts(pass_on), _PART_BYTES) as target:
        return work_on(cast("BinaryIO", target), work)


async def _sent(begun: _Begun, pieces: Iterator[bytes]) -> AsyncIterator[bytes]:
    try:
        async for piece in iterate_in_threadpool(pieces):
            yield piece
    finally:
        begun.stop()


def _lines_of(begun: _Begun) -> Response:
    """Send lines; what goes wrong before the first, within a second, is raised as from any other route."""
    pieces = begun.pieces(beat=b"\n")
    first = next(pieces, b"")
    return StreamingResponse(_sent(begun, chain((first,), _lines(pieces))), media_type=LINES)


def _lines(pieces: Iterator[bytes]) -> Iterator[bytes]:
    try:
        yield from pieces
    except ConsoleError as error:
        yield b'{"problem":%b}\n' % problem_body(error)
