"""Passwords: argon2id verifiers, and one-time passwords that people can type.

Sources: RFC 9106 section 4 (Argon2id, second recommended choice: 64 MiB, 3 passes, 4 lanes), PHC string format.
"""

from __future__ import annotations

import os
import secrets
import threading
import unicodedata

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from integration_console.domain.sign_in import LONGEST_PASSWORD

_SALT_BYTES = 16
_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_GROUPS, _GROUP = 4, 5
_AT_ONCE = threading.BoundedSemaphore(4)
"""Each takes 64 MiB: many attempts at once must not take all memory."""
DECOY = "$argon2id$v=19$m=65536,t=3,p=4$k7ZsJB1R8uoXSdvGG6ApWA$JJuVeN+e/1xc/CsWT7AKUVISoBTIvEWtNEqKHOX2R3E"
"""What a password is held against where there is none, so that the answer takes as long; it opens nothing."""


def verifier_of(password: str) -> str:
    """Return what is stored of a password."""
    with _AT_ONCE:
        kdf = Argon2id(salt=os.urandom(_SALT_BYTES), length=32, iterations=3, lanes=4, memory_cost=64 * 1024)
        return kdf.derive_phc_encoded(_letters(password))


def fits(password: str, verifier: str) -> bool:
    """Return whether a password is the one of `verifier`; what is longer than any that may be chosen is not."""
    with _AT_ONCE:
        try:
            Argon2id.verify_phc_encoded(_letters(password[: LONGEST_PASSWORD + 1]), verifier)
        except InvalidKey:
            return False
    return True


def new_one_time_password() -> str:
    """Return 100 random bits as four groups of letters and digits that are not mistaken for each other."""
    groups = ("".join(secrets.choice(_ALPHABET) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)


def _letters(password: str) -> bytes:
    """Keyboards write the same letters in different code points (Arabic ones, accents), so NFKC comes first."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")
