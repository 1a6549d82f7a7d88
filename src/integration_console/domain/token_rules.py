"""The rules of people's tokens: how long they count, who issues them and for whom, how far clocks may differ."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta

from integration_console.domain.translatable import QT_TRANSLATE_NOOP

LONGEST_ACCESS = timedelta(minutes=60)
LONGEST_SIGN_IN = timedelta(days=365)
LONGEST_LEEWAY = timedelta(seconds=60)
NOT_A_CLAIM = QT_TRANSLATE_NOOP(
    "Forms", "Enter a name without spaces, or a whole address such as https://console.example.com."
)
_LONGEST_CLAIM = 255
_NAME, _URI = re.compile(r"[!-9;-~]+"), re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!-~]+")


@dataclass(frozen=True, slots=True)
class TokenWishes:
    """What is asked for in place of the settings (None: as they say): minutes, days, seconds, two claims."""

    access_minutes: int | None = None
    sign_in_days: int | None = None
    issuer: str | None = None
    audience: str | None = None
    leeway_seconds: int | None = None


@dataclass(frozen=True, slots=True)
class TokenRules:
    """How the tokens of people are made, and which of them are believed.

    An access token counts for `access_life`, and `leeway` longer where clocks differ. A sign-in ends when its refresh
    token was not used for `sign_in_life`. `issuer` and `audience` are the claims `iss` and `aud` (RFC 7519, 4.1;
    "": there is none); a token counts only where both are exactly these.
    """

    access_life: timedelta = timedelta(minutes=10)
    sign_in_life: timedelta = timedelta(days=30)
    leeway: timedelta = timedelta()
    issuer: str = ""
    audience: str = ""

    def wished(self, wishes: TokenWishes) -> TokenRules:
        """Return these rules with what is asked for in their place."""
        return TokenRules(
            _span(wishes.access_minutes, timedelta(minutes=1), self.access_life),
            _span(wishes.sign_in_days, timedelta(days=1), self.sign_in_life),
            _span(wishes.leeway_seconds, timedelta(seconds=1), self.leeway),
            self.issuer if wishes.issuer is None else wishes.issuer,
            self.audience if wishes.audience is None else wishes.audience,
        )

    def at(self, public_url: str) -> TokenRules:
        """Return the rules of a service at this address ("": of this machine only).

        What is not named is named after it: RFC 9068 wants both claims, and one service both issues and accepts.
        """
        issuer = self.issuer or public_url
        return replace(self, issuer=issuer, audience=self.audience or issuer)


def is_claim(text: str) -> bool:
    """Return whether `text` may stand in `iss` or `aud`: no spaces, and with a colon only as a URI (RFC 7519, 2)."""
    return len(text) <= _LONGEST_CLAIM and bool(_NAME.fullmatch(text) or _URI.fullmatch(text))


def _span(count: int | None, unit: timedelta, usual: timedelta) -> timedelta:
    return usual if count is None else count * unit
