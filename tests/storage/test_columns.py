"""Identifiers as 16 bytes."""

from __future__ import annotations

import pytest

from integration_console.domain.ids import new_id
from integration_console.storage.columns import id_bytes, id_text


def test_an_identifier_survives_as_sixteen_bytes() -> None:
    identifier = new_id()
    assert (id_text(id_bytes(identifier)), len(id_bytes(identifier))) == (identifier, 16)


@pytest.mark.parametrize("text", ["", "x", "00", new_id()[:-1], new_id() + "00", "é" * 32])
def test_anything_else_is_no_identifier(text: str) -> None:
    with pytest.raises(ValueError):
        id_bytes(text)
