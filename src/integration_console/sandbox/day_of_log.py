"""The log of a day that nobody lived through: what a workspace shows that has been at work, always the same."""

from __future__ import annotations

import json
import math
import random
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from integration_console.domain.ids import new_id
from integration_console.domain.logs import LogDraft, LogStatus

if TYPE_CHECKING:
    from datetime import datetime

_MINUTES: Final = 24 * 60
_MOST_A_MINUTE: Final = 4
_TROUBLED: Final = range(900, 950)
_SELDOM, _OFTEN = 0.03, 0.4
_TOPICS: Final = ("order.created", "order.paid", "invoice.sent", "stock.changed", "طلب.جديد")
_CONNECTORS: Final = ("Odoo, Riyadh", "أودو – فرع جدة", "Slack, on-call")
_WEBHOOKS: Final = ("Shop", "متجر الرياض")
_SENDERS: Final = ("Noura", "خالد العتيبي", "مُحَمَّد")
_USUAL: Final = ("webhook.received", "webhook.received", "message.sent", "sync.succeeded")
_TROUBLE: Final = (
    ("message.failed", "slack.rate_limited", LogStatus.WARNING),
    ("message.failed", "slack.channel_not_found", LogStatus.ERROR),
    ("sync.failed", "odoo.unavailable", LogStatus.ERROR),
    ("webhook.rejected", "webhook.signature_invalid", LogStatus.ERROR),
)
_DISGUISED: Final = "invoice\u202efdp.exe"
"""A name that shows as another where its direction is not made visible."""
_CHAIN: Final = (
    ("webhook.received", LogStatus.SUCCESS, 0, 40),
    ("sync.started", LogStatus.INFO, 90, 20),
    ("message.failed", LogStatus.WARNING, 240, 900),
    ("message.sent", LogStatus.SUCCESS, 1_400, 310),
    ("sync.succeeded", LogStatus.SUCCESS, 130, 2_100),
    ("message.failed", LogStatus.ERROR, 2_260, 180),
    ("message.sent", LogStatus.SUCCESS, 2_700, 260),
)
"""One order: type, outcome, after and for how many milliseconds."""


def day_of_log(until: datetime) -> tuple[LogDraft, ...]:
    """Return the entries of the 24 hours before, oldest first: busy at noon, with an hour in which much failed."""
    day = _Day()
    drafts: list[LogDraft] = []
    for minute in range(_MINUTES):
        begin = until - timedelta(minutes=_MINUTES - minute)
        busy = 0.5 + 0.5 * math.sin(math.pi * minute / _MINUTES)
        for _ in range(day.chance.randint(0, round(_MOST_A_MINUTE * busy))):
            at = begin + timedelta(seconds=day.chance.uniform(0, 59))
            drafts.append(day.usual(at, _OFTEN if minute in _TROUBLED else _SELDOM))
    drafts += day.chain(until - timedelta(seconds=40))
    begin = until - timedelta(seconds=20)
    drafts.append(day.entry("webhook.received", LogStatus.SUCCESS, begin, 12, topic=_DISGUISED))
    return tuple(sorted(drafts, key=lambda each: each.created_at))


class _Day:
    """Who takes part in it, and the chance by which things happen."""

    def __init__(self) -> None:
        self.chance = random.Random(2026)  # noqa: S311 - nothing is secret about it
        self._ids = {name: new_id() for name in (*_CONNECTORS, *_WEBHOOKS)}

    def usual(self, at: datetime, failing: float) -> LogDraft:
        """Something that happens every day; it fails in so many of all cases."""
        milliseconds = self.chance.lognormvariate(5, 1)
        if self.chance.random() < failing:
            kind, code, status = self.chance.choice(_TROUBLE)
            return self.entry(kind, status, at, milliseconds, code=code)
        return self.entry(self.chance.choice(_USUAL), LogStatus.SUCCESS, at, milliseconds)

    def chain(self, begin: datetime) -> list[LogDraft]:
        """What came of one order."""
        cause, made = new_id(), []
        for kind, status, after, milliseconds in _CHAIN:
            code = "slack.rate_limited" if kind == "message.failed" else ""
            ended = begin + timedelta(milliseconds=after + milliseconds)
            made.append(self.entry(kind, status, ended, milliseconds, code=code, cause=cause))
        return made

    def entry(  # noqa: PLR0913 - the fields of an entry
        self,
        kind: str,
        status: LogStatus,
        at: datetime,
        milliseconds: float,
        *,
        code: str = "",
        cause: str = "",
        topic: str = "",
    ) -> LogDraft:
        """One entry, of somebody who takes part."""
        is_webhook = kind.startswith("webhook.")
        owner = self.chance.choice(_WEBHOOKS if is_webhook else _CONNECTORS)
        topic = topic or (self.chance.choice(_TOPICS) if is_webhook else "")
        payload = {
            "sender": self.chance.choice(_SENDERS),
            "order": self.chance.randint(10_000, 99_999),
            "topic": topic,
        }
        return LogDraft(
            new_id(),
            at,
            status,
            kind,
            f"{owner}: {kind} {topic}".strip(),
            topic,
            self._params(owner, topic) if is_webhook else self._params_of_connector(owner),
            connector_id="" if is_webhook else self._ids[owner],
            webhook_id=self._ids[owner] if is_webhook else "",
            correlation_id=cause,
            error_code=code,
            duration_ms=round(milliseconds, 1),
            payload=json.dumps(payload, ensure_ascii=False),
        )

    @staticmethod
    def _params(webhook: str, topic: str) -> dict[str, str]:
        return {"webhook": webhook, "topic": topic}

    def _params_of_connector(self, connector: str) -> dict[str, str]:
        counts = {name: str(self.chance.randint(0, most)) for name, most in (("added", 40), ("updated", 9))}
        more = {"deleted": "0", "channel": "#orders", "seconds": "30", "reason": "503"}
        return {"connector": connector, **counts, **more}
