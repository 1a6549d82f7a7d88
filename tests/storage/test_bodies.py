"""Bodies come back byte for byte, however they are stored."""

from __future__ import annotations

import os

import pytest

from integration_console.storage.bodies import packed, unpacked


@pytest.mark.parametrize(
    ("body", "codec"),
    [(b"", ""), (b"x" * 511, ""), (b"x" * 512, "zstd"), (os.urandom(2000), ""), ("مرحبا".encode() * 500, "zstd")],
    ids=["empty", "small", "even", "random", "Arabic"],
)
def test_a_body_is_compressed_only_where_that_makes_it_smaller(body: bytes, codec: str) -> None:
    kept, stored = packed(body)
    assert (kept, len(stored) <= len(body), unpacked(kept, stored)) == (codec, True, body)
