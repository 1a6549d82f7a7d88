"""Seals secrets: AES-256-GCM with the tenant's data key, which HPKE wraps for each key holder.

Sources: NIST SP 800-38D (AES-GCM), RFC 9180 (HPKE, DHKEM(X25519), HKDF-SHA256), RFC 9106 (Argon2id).
"""

from __future__ import annotations

import os
import secrets
import unicodedata
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, hpke
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

_SUITE = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)
_NONCE_BYTES = 12
_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_MISREAD = str.maketrans("I1", "LL")
_GROUPS, _GROUP = 8, 4
SALT_BYTES = 16


class Unsealable(Exception):
    """The bytes do not open with this key and this purpose."""


@dataclass(frozen=True, slots=True)
class DataKey:
    """A tenant's data key: 32 random bytes and their identifier."""

    id: str
    key: bytes = field(repr=False)

    def seal(self, plain: bytes, purpose: str) -> bytes:
        """Return nonce and ciphertext; they open only for the same `purpose`."""
        nonce = os.urandom(_NONCE_BYTES)
        return nonce + AESGCM(self.key).encrypt(nonce, plain, self._bound(purpose))

    def open(self, sealed: bytes, purpose: str) -> bytes:
        """Return what was sealed. Raises `Unsealable`."""
        try:
            return AESGCM(self.key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], self._bound(purpose))
        except (InvalidTag, ValueError) as error:
            raise Unsealable from error

    def _bound(self, purpose: str) -> bytes:
        return f"{purpose}|{self.id}".encode()


def new_data_key_bytes() -> bytes:
    """Return a new data key: 32 random bytes."""
    return AESGCM.generate_key(bit_length=256)


def new_private_key() -> bytes:
    """Return a new X25519 private key: 32 bytes."""
    return X25519PrivateKey.generate().private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())


def public_key_of(private_key: bytes) -> bytes:
    """Return the public half: 32 bytes."""
    return X25519PrivateKey.from_private_bytes(private_key).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def wrap(data_key: bytes, public_key: bytes, purpose: str) -> bytes:
    """Return the data key wrapped for the owner of `public_key`."""
    return _SUITE.encrypt(data_key, X25519PublicKey.from_public_bytes(public_key), purpose.encode())


def unwrap(wrapped: bytes, private_key: bytes, purpose: str) -> bytes:
    """Return the data key. Raises `Unsealable` for another key or purpose."""
    try:
        return _SUITE.decrypt(wrapped, X25519PrivateKey.from_private_bytes(private_key), purpose.encode())
    except (InvalidTag, ValueError) as error:
        raise Unsealable from error


def key_from_passphrase(passphrase: str, salt: bytes) -> bytes:
    """Return the private key that a passphrase stands for: Argon2id, 64 MiB, 3 passes.

    Keyboards and systems write the same letters in different code points (Arabic ones, accents), so NFKC comes first.
    """
    letters = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    return Argon2id(salt=salt, length=32, iterations=3, lanes=4, memory_cost=64 * 1024).derive(letters)


def new_recovery_code() -> str:
    """Return a code of 160 random bits for paper: eight groups of four letters and digits."""
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(_GROUPS * _GROUP))
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def key_from_recovery_code(code: str, salt: bytes) -> bytes:
    """Return the private key that a recovery code stands for.

    Spaces, dashes, case and the script of digits do not matter; an I or 1 can only be a misread L.
    """
    plain = unicodedata.normalize("NFKC", code).upper().translate(_MISREAD)
    digits = "".join(str(unicodedata.digit(letter, letter)) for letter in plain)
    letters = "".join(letter for letter in digits if letter in _ALPHABET)
    return HKDF(hashes.SHA256(), 32, salt, b"integration-console recovery code").derive(letters.encode())
