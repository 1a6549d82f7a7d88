"""Whether digits and letters are what they look like: card numbers, bank accounts, phone numbers, made-up secrets."""

from __future__ import annotations

import math
import re
from collections import Counter
from itertools import groupby

_SHORTEST_RANDOM = 12
_FEWEST_BITS = 2.8
"""Of Shannon's entropy a letter: words have less, keys have more."""
_IBANS = (
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 "
    "ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 "
    "LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 "
    "PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30"
)
_IBAN_LENGTHS = {each[:2]: int(each[2:]) for each in _IBANS.split()}
"""How long a bank account's number is in each country (the registry of ISO 13616)."""
_CARD_LENGTHS = range(13, 20)
_CARD_FIRST = range(2, 7)
_PHONE_LENGTHS = range(8, 16)
_ID = re.compile(r"(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def is_card(text: str) -> bool:
    """Return whether the digits of `text` are a card number by Luhn's sum."""
    digits = [int(each) for each in text if each.isdigit()]
    if len(digits) not in _CARD_LENGTHS or digits[0] not in _CARD_FIRST or len(set(digits)) == 1:
        return False
    doubled = (each * 2 - 9 if each > 4 else each * 2 for each in digits[-2::-2])  # noqa: PLR2004 - two digits from 5 on
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def iban_at(text: str) -> int:
    """Return how much of the beginning of `text` is an international bank account number (ISO 13616); 0: nothing."""
    length, digits = _IBAN_LENGTHS.get(text[:2].upper(), 0), 0
    for at, letter in enumerate(text):
        digits += letter not in " -"
        if digits == length:
            plain = "".join(each for each in text[: at + 1].upper() if each not in " -")
            return at + 1 if int("".join(str(int(each, 36)) for each in plain[4:] + plain[:4])) % 97 == 1 else 0
    return 0


def is_phone(text: str) -> bool:
    """Return whether `text` has as many digits as an international phone number (E.164)."""
    digits = [each for each in text if each.isdigit()]
    return len(digits) in _PHONE_LENGTHS and max(len(list(run)) for _, run in groupby(digits)) < len(digits) - 2


def looks_random(text: str) -> bool:
    """Return whether `text` looks made up by a machine: long, of many different letters, digits among them, no UUID."""
    if len(text) < _SHORTEST_RANDOM or _ID.fullmatch(text) or not any(each.isdigit() for each in text):
        return False
    counts = Counter(text)
    bits = -sum(each / len(text) * math.log2(each / len(text)) for each in counts.values())
    return bits >= _FEWEST_BITS and not text.isdigit() and " " not in text
