"""What a manifest says of its signer."""

from __future__ import annotations

from dataclasses import replace

from integration_console.domain.case_files import CaseManifest, CaseWish
from tests.case_builders import SOURCE

MANIFEST = CaseManifest(
    format=1, id="x", source=SOURCE, key="AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", wish=CaseWish(), entries=1,
    left_out=0, shortened=0, unreadable=0, redactions={}, newest=None, oldest=None, blocks=1, chunks=9, chain="",
    end="",
)  # fmt: skip


def test_people_compare_the_fingerprint_of_the_key() -> None:
    assert MANIFEST.fingerprint == "6668 7aad f862 bd77"
    assert replace(MANIFEST, key="none").fingerprint == ""
