"""The manifest of a case file: JSON of exactly one shape, signed with Ed25519."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING

import orjson
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from integration_console.domain.case_files import CaseManifest, key_bytes
from integration_console.domain.errors import CaseFileMalformed, CaseFileTampered, CaseFileTooNew
from integration_console.storage.case_files import layout
from integration_console.storage.case_files.manifest_json import json_of, manifest_of

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

LONGEST = 1 << 20
_LONGEST_NAME, _LONGEST_WORDS = 1000, 10_000
_HASH = re.compile(r"[0-9a-f]{64}")


def public_text(key: Ed25519PrivateKey) -> str:
    """Return the public half of a signing key as a manifest has it."""
    return base64.b64encode(key.public_key().public_bytes_raw()).decode()


def manifest_to_bytes(manifest: CaseManifest) -> bytes:
    """Return a manifest as it is signed."""
    return orjson.dumps(json_of(manifest), option=orjson.OPT_SORT_KEYS)


def manifest_from_bytes(raw: bytes, signature: bytes) -> CaseManifest:
    """Return a manifest that its own key signed. Raises `CaseFileTampered`, `CaseFileMalformed`, `CaseFileTooNew`."""
    manifest = _read(raw)
    key = key_bytes(manifest.key)
    if not key:
        raise CaseFileMalformed(part="manifest")
    require_signature(key, signature, layout.SIGNED_MANIFEST + raw, "manifest")
    numbers = (manifest.entries, manifest.left_out, manifest.shortened, manifest.unreadable, manifest.chunks)
    fits = 0 < manifest.blocks <= manifest.entries <= min(layout.MOST_ENTRIES, manifest.blocks * layout.BLOCK_ROWS)
    if (
        not fits
        or not _is_short(manifest)
        or min(*numbers, *manifest.redactions.values()) < 0
        or manifest.chunks < layout.CHUNKS_OF_BLOCK * manifest.blocks + len(layout.BEHIND[manifest.format])
        or not (_HASH.fullmatch(manifest.chain) and _HASH.fullmatch(manifest.end))
    ):
        raise CaseFileMalformed(part="manifest")
    return manifest


def require_signature(key: bytes, signature: bytes, signed: bytes, part: str) -> None:
    """Raise `CaseFileTampered` unless the holder of `key` signed this."""
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, signed)
    except (InvalidSignature, ValueError) as error:
        raise CaseFileTampered(block=part) from error


def _is_short(manifest: CaseManifest) -> bool:
    """Return whether everything that people are shown can be shown."""
    source, wish = manifest.source, manifest.wish
    names = (source.organisation_id, source.organisation, source.made_by, source.program, source.schema, manifest.id)
    words = (wish.note, wish.wanted.query, *manifest.redactions)
    return max(map(len, names)) <= _LONGEST_NAME and max(map(len, words)) <= _LONGEST_WORDS


def _read(raw: bytes) -> CaseManifest:
    if len(raw) > LONGEST:
        raise CaseFileMalformed(part="manifest")
    try:
        found = orjson.loads(raw)
        made_for = found["format"] if isinstance(found, dict) else None
        if type(made_for) is int and made_for > layout.FORMAT:
            raise CaseFileTooNew(format=made_for)
        manifest = manifest_of(found)
    except (ValueError, KeyError, TypeError, OverflowError) as error:
        raise CaseFileMalformed(part="manifest") from error
    if manifest.format not in layout.BEHIND:
        raise CaseFileMalformed(part="manifest")
    return manifest
