"""A restless source in a process of its own: `source_program.py KIND SEED`, spoken to by lines of JSON.

It prints the filled form of a connector first; then it obeys `thaw`, `freeze`, `truth` and `weather NAME`.
"""

from __future__ import annotations

import json
import sys
import threading
from random import Random

from tests.kills.restless import SOURCES, Restless

_PAUSE_SECONDS = 0.01


class Unrest:
    """Changes the source on a thread while it is thawed."""

    def __init__(self, source: Restless, seed: int) -> None:
        self._source, self._chance = source, Random(seed)
        self._thawed, self._ended, self._quiet = threading.Event(), threading.Event(), threading.Lock()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def thaw(self) -> None:
        self._thawed.set()

    def freeze(self) -> None:
        """Return once nothing changes any more."""
        self._thawed.clear()
        with self._quiet:
            pass

    def stop(self) -> None:
        self._ended.set()
        self._thawed.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._ended.is_set():
            self._thawed.wait()
            with self._quiet:
                if self._thawed.is_set():
                    self._source.change(self._chance)
            self._ended.wait(_PAUSE_SECONDS)


def _say(what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def main(kind: str, seed: int) -> None:
    """Serve until standard input ends."""
    source = SOURCES[kind](seed)
    source.start()
    unrest = Unrest(source, seed)
    try:
        _say(source.values())
        for line in sys.stdin:
            word, _, rest = line.strip().partition(" ")
            answer: object = "done"
            if word == "thaw":
                unrest.thaw()
            elif word == "freeze":
                unrest.freeze()
            elif word == "weather":
                source.bring(rest)
            else:
                answer = source.truth()
            _say(answer)
    finally:
        unrest.stop()
        source.stop()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
