"""A Slack connector's filled form, read once; its text form shows no secret."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from integration_console.connectors.slack.form import HOOK
from integration_console.domain.forms import Value


@dataclass(frozen=True, slots=True)
class SlackSettings:
    """What a conversation with Slack needs to know."""

    uses_hook: bool
    token: str = field(repr=False)
    hook_url: str = field(repr=False)
    channel: str
    username: str
    icon: str
    base_url: str
    timeout_seconds: float
    private_network: bool = False

    @classmethod
    def read(cls, filled: Mapping[str, Value]) -> Self:
        """Read a filled form that has no problems."""
        texts = {name: str(value or "").strip() for name, value in filled.items()}
        return cls(
            uses_hook=texts["method"] == HOOK,
            token=texts.get("token", ""),
            hook_url=texts.get("hook_url", ""),
            channel=texts.get("channel", ""),
            username=texts.get("username", ""),
            icon=texts.get("icon", ""),
            base_url=texts["base_url"].rstrip("/"),
            timeout_seconds=float(texts["timeout_seconds"]),
            private_network=filled.get("private_network") is True,
        )

    @property
    def address(self) -> str:
        """Where calls go: the hook itself (a secret), or the API."""
        return self.hook_url if self.uses_hook else self.base_url
