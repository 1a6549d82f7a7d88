"""Takes out of text what must not leave the house with it: credentials, and what points at people or their money.

The store masks the secrets that the workspace knows; here stand rules for all that it does not know. A rule also finds
what is written URL-encoded, as JSON inside JSON, or in base64. Redacting twice changes nothing the second time.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from integration_console.domain.api_key_text import PATTERN as OWN_KEY
from integration_console.domain.masking import MASK
from integration_console.domain.named_values import without_named
from integration_console.domain.paired_values import pair_name, without_paired
from integration_console.domain.redaction_checks import iban_at, is_card, is_phone
from integration_console.domain.secret_names import is_secret, is_secret_header, name_within
from integration_console.domain.spoken_values import without_spoken
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


class Rule(StrEnum):
    """What was found and taken out."""

    HEADER = "header"
    TOKEN = "token"  # noqa: S105 - the name of a rule
    PRIVATE_KEY = "private_key"
    NAMED_SECRET = "named_secret"  # noqa: S105 - the name of a rule
    PASSWORD_IN_URL = "password_in_url"  # noqa: S105 - the name of a rule
    EMAIL = "email"
    IBAN = "iban"
    CARD = "card"
    PHONE = "phone"


RULE_TITLES: Mapping[Rule, str] = {
    Rule.HEADER: QT_TRANSLATE_NOOP("Redaction", "Headers that carry credentials"),
    Rule.TOKEN: QT_TRANSLATE_NOOP("Redaction", "API keys and tokens"),
    Rule.PRIVATE_KEY: QT_TRANSLATE_NOOP("Redaction", "Private keys"),
    Rule.NAMED_SECRET: QT_TRANSLATE_NOOP("Redaction", "Values named password, secret, token or key"),
    Rule.PASSWORD_IN_URL: QT_TRANSLATE_NOOP("Redaction", "Passwords in addresses"),
    Rule.EMAIL: QT_TRANSLATE_NOOP("Redaction", "E-mail addresses"),
    Rule.IBAN: QT_TRANSLATE_NOOP("Redaction", "Bank accounts (IBAN)"),
    Rule.CARD: QT_TRANSLATE_NOOP("Redaction", "Card numbers"),
    Rule.PHONE: QT_TRANSLATE_NOOP("Redaction", "Phone numbers"),
}

_SECRET_HEADERS = (
    "authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key", "api-key", "x-auth-token",
    "x-access-token", "x-csrf-token", "x-gitlab-token", "x-amz-security-token", "x-goog-api-key",
)  # fmt: skip
_HEADER_NAMES = "|".join(sorted(_SECRET_HEADERS, key=len, reverse=True))
_HEADER_LINE = re.compile(rf"(?im)(?<![\w-])((?:{_HEADER_NAMES})[ \t]*:[ \t]*)([^\s\"'\\][^\r\n\"]*)")
_TOKEN_FORMS = (
    OWN_KEY,
    r"whsec_[A-Za-z0-9+/=_-]{8,}",
    r"xox[a-z](?:\.xox[a-z])?-[A-Za-z0-9-]{6,}",
    r"xapp-[A-Za-z0-9-]{8,}",
    r"hooks\.slack\.com/(?:services|workflows|triggers)/[A-Za-z0-9/_-]+",
    r"ya29\.[A-Za-z0-9._-]{10,}",
    r"1//[A-Za-z0-9_-]{20,}",
    r"AIza[A-Za-z0-9_-]{30,}",
    r"GOCSPX-[A-Za-z0-9_-]{10,}",
    r"gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}",
    r"glpat-[A-Za-z0-9_-]{16,}",
    r"(?:A3T|AKIA|ASIA|AGPA)[A-Z0-9]{12,}",
    r"[sr]k_(?:live|test)_[A-Za-z0-9]{10,}",
    r"(?i:\b(?:bearer|basic)[ \t]+)(?=[a-z._~+/-]*[0-9A-Z])[A-Za-z0-9._~+/-]{8,}=*",
    r"eyJ[A-Za-z0-9_-]{8,8000}+\.[A-Za-z0-9_-]{4,}(?:\.[A-Za-z0-9_-]*){1,3}",
)
_TOKENS = re.compile("|".join(_TOKEN_FORMS))
_TOKEN_SIGNS = (
    "ick_", "whsec_", "xox", "xapp-", "hooks.slack", "ya29.", "1//", "aiza", "gocspx-", "gh", "glpat-", "a3t", "akia",
    "asia", "agpa", "k_live_", "k_test_", "bearer", "basic", "eyj",
)  # fmt: skip
_PEM = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\Z)", re.DOTALL)
_QUOTE = r"(?:\\{0,3}[\"'])"
_URL_PASSWORD = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{1,20}://[^\s/:@\"']{0,80}:)([^\s/@\"']{1,200})(@)")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[\w-]{2,63}")
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}[0-9]{2}(?:[ -]?[A-Za-z0-9]){11,42}")
_CARD = re.compile(r"(?<![\d.])\d(?:[ -]?\d){12,18}(?![\d.]*\d)")
_PHONE = re.compile(r"(?:(?<![\w+])\+|(?<![\w+/=.-])00)[ ]?\d(?:[ ().-]{0,2}\d){6,14}(?![\w=])")
_PHONE_NAMED = re.compile(
    rf"(?i)((?:phone|mobile|whatsapp|msisdn|fax|tel)(?:[_-]?(?:no|number|nr))?{_QUOTE}?[ \t]*[:=][ \t]*{_QUOTE}?)"
    r"(\d(?:[ ().-]{0,2}\d){5,15})"
)
_PHONE_SIGNS = ("phone", "mobile", "whatsapp", "msisdn", "fax", "tel")
_ENCODED_URL = re.compile(r"(?<![^\s\"'<>\\])[^\s\"'<>\\%]*+%[0-9A-Fa-f]{2}[^\s\"'<>\\]*+")
_ESCAPED = r"\\\\?u00[2-7][0-9A-Fa-f]|\\\\?/"
_ESCAPED_JSON = re.compile(rf"(?<![^\s\"\\])[^\s\"\\]*+(?:{_ESCAPED})(?:[^\"\\]|{_ESCAPED})*+")
_ESCAPE = re.compile(r"\\\\?(?:u(00[2-7][0-9A-Fa-f])|(/))")
_BASE64 = re.compile(r"(?<![A-Za-z0-9+/_-])(?:[A-Za-z0-9+/]{20,}+|[A-Za-z0-9_-]{20,}+)={0,2}+(?![A-Za-z0-9+/_=-])")
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Redacted:
    """Text without what was found, and how often each rule found something."""

    text: str
    found: Mapping[Rule, int]


class Redactor:
    """Redacts many texts and counts over all of them."""

    def __init__(self, *, people: bool = True) -> None:
        """Start with nothing found; without `people`, only credentials are taken out."""
        self.found: Counter[Rule] = Counter()
        self._people = people

    def text(self, text: str) -> str:
        """Return `text` without what any rule finds in it."""
        return self._within(text, _DEEPEST) if text else text

    def headers(self, headers: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        """Return headers, those that carry credentials masked whole, the others as text."""
        return tuple((self.text(name), self._header(name, value)) for name, value in headers)

    def values(self, values: Any) -> Any:  # noqa: ANN401 - JSON of any shape
        """Return a JSON value, every text in it redacted; what is named like a secret is masked whole."""
        return self._value("", values)

    def _header(self, name: str, value: str) -> str:
        if value and value != MASK and is_secret_header(name, value):
            return self._mask(Rule.HEADER)
        return self.text(value)

    def _value(self, name: str, value: Any) -> Any:  # noqa: ANN401 - JSON of any shape
        if value != MASK and is_secret(name, value):
            return self._mask(Rule.NAMED_SECRET)
        if isinstance(value, dict):
            pair = pair_name(value)
            names = {each: pair if pair and each == "value" else name_within(name, str(each)) for each in value}
            return {self.text(str(each)): self._value(names[each], value[each]) for each in value}
        if isinstance(value, list | tuple):
            return [self._value(name, each) for each in value]
        return self.text(value) if isinstance(value, str) else value

    def _within(self, text: str, depth: int) -> str:
        text = self._plain(text)
        if depth == 0:
            return text
        if "%" in text:
            text = _ENCODED_URL.sub(lambda match: self._decoded(match, unquote, _quoted, depth), text)
        if "\\u00" in text or "\\/" in text:
            text = _ESCAPED_JSON.sub(lambda match: self._decoded(match, _unescaped, _escaped, depth), text)
        return _BASE64.sub(lambda match: self._decoded(match, _from_base64, _only_mask, depth), text)

    def _decoded(
        self, match: re.Match[str], decode: Callable[[str], str], encode: Callable[[str], str], depth: int
    ) -> str:
        """Return the run as it is unless its decoded form holds something."""
        plain = decode(match[0])
        redacted = self._within(plain, depth - 1) if plain and plain != match[0] else plain
        return match[0] if redacted == plain else encode(redacted)

    def _plain(self, text: str) -> str:
        low = text.lower()
        if "-----begin" in low:
            text = _PEM.sub(lambda _: self._mask(Rule.PRIVATE_KEY), text)
        if ":" in text and any(each in low for each in ("auth", "cookie", "key", "token")):
            text = _HEADER_LINE.sub(lambda match: match[1] + self._again(match[2], Rule.HEADER), text)
        if any(each in low for each in _TOKEN_SIGNS):
            text = _TOKENS.sub(lambda _: self._mask(Rule.TOKEN), text)
        if "://" in text:
            text = _URL_PASSWORD.sub(lambda match: match[1] + self._again(match[2], Rule.PASSWORD_IN_URL) + "@", text)
        text = without_paired(text, lambda: self._mask(Rule.NAMED_SECRET))
        text = without_named(text, lambda: self._mask(Rule.NAMED_SECRET))
        text = without_spoken(text, lambda: self._mask(Rule.NAMED_SECRET))
        return self._of_people(text, low) if self._people else text

    def _of_people(self, text: str, low: str) -> str:
        if "@" in text:
            text = _EMAIL.sub(lambda _: self._mask(Rule.EMAIL), text)
        text = self._without_ibans(text)
        text = _CARD.sub(lambda match: self._if(is_card, match[0], Rule.CARD), text)
        if "+" in text or "00" in text:
            text = _PHONE.sub(lambda match: self._if(is_phone, match[0], Rule.PHONE), text)
        if any(each in low for each in _PHONE_SIGNS):
            text = _PHONE_NAMED.sub(lambda match: match[1] + self._mask(Rule.PHONE), text)
        return text

    def _without_ibans(self, text: str) -> str:
        """Return `text` without bank accounts; what looks like one may begin inside what looked like one before."""
        parts, begin, at = [], 0, 0
        while found := _IBAN.search(text, at):
            length = iban_at(found[0])
            if length:
                parts += [text[begin : found.start()], self._mask(Rule.IBAN)]
                begin = found.start() + length
            at = found.start() + (length or 1)
        return "".join((*parts, text[begin:])) if parts else text

    def _again(self, value: str, rule: Rule) -> str:
        return MASK if value.strip() == MASK else self._mask(rule)

    def _if(self, check: Callable[[str], bool], value: str, rule: Rule) -> str:
        return self._mask(rule) if check(value) else value

    def _mask(self, rule: Rule) -> str:
        self.found[rule] += 1
        return MASK


def redacted(text: str) -> Redacted:
    """Return one text redacted, and what was found in it."""
    redactor = Redactor()
    return Redacted(redactor.text(text), dict(redactor.found))


def _quoted(text: str) -> str:
    return quote(text, safe="=&?/:;,+", errors="replace").replace(quote(MASK), MASK)


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)) if match[1] else "/", text)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _only_mask(_text: str) -> str:
    return MASK


def _from_base64(text: str) -> str:
    """Return the text that a run stands for; "" where it stands for none."""
    if not re.search(r"[G-Zg-z]", text):
        return ""  # an identifier in hexadecimal digits
    whole = text.rstrip("=").translate(str.maketrans("-_", "+/"))
    try:
        plain = base64.b64decode(whole + "=" * (-len(whole) % 4), validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        return ""
    return plain if plain.isprintable() or plain.replace("\n", "").replace("\r", "").isprintable() else ""
