"""A real workspace behind a door that can be closed: away, refusing, or slow."""

from __future__ import annotations

import threading
from typing import Any

from integration_console.gateways.protocols import Gateway


class Elsewhere:
    """A real workspace that can be away, refuse, or be slow."""

    def __init__(self, inner: Gateway) -> None:
        self.inner = inner
        self.error: Exception | None = None
        self.errors: dict[str, Exception] = {}
        """What single questions and changes raise, by their names."""
        self.slow = threading.Event()
        self.slow.set()
        self.asked: list[str] = []

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.inner, name)

        def asked(*args: Any, **kwargs: Any) -> Any:
            self.asked.append(name)
            if name not in ("can", "refusal", "lock", "on_change"):
                self.slow.wait(20)
                error = self.error or self.errors.get(name)
                if error is not None:
                    raise error
            return found(*args, **kwargs)

        return asked
