"""Whether a name says that what it names is a secret.

The head of a name decides, as in speech: a `primary_password` is a password, but a `password_changed_at` is a moment
and only *about* one. Names are read in every way they are written: `api_key`, `apiKey`, `X-API-Key`, `APIKEY2`.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import Any

from integration_console.domain.folding import folded
from integration_console.domain.redaction_checks import looks_random


class Standing(IntEnum):
    """What a name says of its value."""

    HARMLESS = 0
    PERHAPS = 1
    """A secret where it looks made up by a machine."""
    SURELY = 2


_APART = re.compile(r"[\W_]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_SURELY = (
    r"pass_?(?:w(?:or)?d|phrase|code|key)|passwd|pwd|secret|credential|authorization|cookie|token"
    r"|(?:api|private|access|signing|encryption|master|account|shared)_?key|(?:verification|auth|access|recovery)_?code"
    r"|(?<![a-z])(?:pass|pin|otp|cvv|cvc|jwt)(?![a-z])"
    r"|(?:كلمه|عباره)_(?:ال)?(?:مرور|سر)|(?:رقم|رمز|مفتاح)_(?:ال)?(?:سري|مرور|دخول|تحقق)"
)
_SURE_NAME = re.compile(_SURELY)
_SECRET_WORD = re.compile(rf"{_SURELY}|key|signature|sig|session|pin|otp|auth|code")
_OF_HEADERS = re.compile(r"auth|cookie|token|secret|passw|credential|session|signature|api_?key|goog_api")
_OTHER_WORDS = re.compile(
    r"(?:idempotency|public|primary|foreign|partition|cache|sort|event)_?key(?![a-z]*_?(?:secret|pass))"
    r"|(?:country|postal|zip|error|currency|language|lang|http|exit|return|status)_?code"
    r"|keyboard|keyword|monkey|secretar(?:y|ies)|authors?(?![a-z])|authorit(?:y|ies)|passwordless|tokeni[sz]\w*?(?=_|\Z)"
)
"""Words that only look like secrets, or keys and codes of no secret."""
_ABOUT_IT = re.compile(
    r"(?:[a-z0-9]*_)*(?:types?|kind|ids?|names?|at|on|until|since|counts?|length|size|version|status|state|scopes?"
    r"|expir(?:es|ed|y|ation)(?:_in)?|expires|ttl|age|lifetime|dates?|time|timestamp|policy|strength|algorithm|alg|format"
    r"|methods?|required|enabled|changed|rotated|used|limit|url|uri|endpoint|days?|hours?|minutes?|seconds?|ms)"
)
"""The ends of names that are about a secret and hold none."""
_OWN_ID = re.compile(r"(?:session|secret)_?ids?\Z")
"""Who knows such an ID is let in with it."""
_NO_SECRETS = frozenset({"null", "true", "false", "none", "nil", "undefined"})
_LONGEST = 100
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


@lru_cache(maxsize=2048)
def standing(name: str) -> Standing:
    """Return what a name says of its value."""
    words = _OTHER_WORDS.sub("", _words(name))
    found = [each.end() for each in _SECRET_WORD.finditer(words)]
    if not found or _is_about(words, found[-1]):
        return Standing.HARMLESS
    return Standing.SURELY if _SURE_NAME.search(words) else Standing.PERHAPS


def is_secret(name: str, value: Any) -> bool:  # noqa: ANN401 - JSON of any shape
    """Return whether a value of that name is a secret as a whole: never truth, nothing, or a count of tokens."""
    if value is None or isinstance(value, bool) or (not value and not isinstance(value, int | float)):
        return False
    said = standing(name)
    if said is Standing.HARMLESS or (isinstance(value, str) and value.lower() in _NO_SECRETS):
        return False
    if said is Standing.SURELY:
        return not (_words(name).endswith("tokens") and _NUMBER.fullmatch(str(value)))
    return isinstance(value, str) and looks_random(value)


def name_within(outer: str, name: str) -> str:
    """Return the whole name of what is called `name` within `outer`: the `id` of a `key` is a `key_id`."""
    return f"{outer[-_LONGEST:]}_{name}" if standing(outer) is Standing.PERHAPS else name


def is_secret_header(name: str, value: str) -> bool:
    """Return whether a header carries a credential: there every signature and session is one, too."""
    words = _OTHER_WORDS.sub("", _words(name))
    found = [each.end() for each in _OF_HEADERS.finditer(words)]
    return bool(found and not _is_about(words, found[-1])) or is_secret(name, value)


def _words(name: str) -> str:
    """Return the words of a name in small letters with `_` between them, without a number at the end."""
    plain = _CAMEL.sub("_", name) if name.isascii() else folded(name)
    return _APART.sub("_", plain).lower().rstrip("_0123456789")


def _is_about(words: str, end: int) -> bool:
    """Return whether what follows the last secret word, which ends at `end`, makes the name one about a secret."""
    return bool(_ABOUT_IT.fullmatch(words[end:].lstrip("_"))) and not _OWN_ID.search(words)
