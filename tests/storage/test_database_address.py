"""The address of a shared database is read, and never holds a password."""

from __future__ import annotations

import pytest

from integration_console.domain.errors import AddressNotUnderstood, PasswordInAddress
from integration_console.storage.shared.address import DatabaseAddress, parsed_address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("postgresql://db.example/console", DatabaseAddress("db.example", 0, "console")),
        ("postgres://laila@db:5433/c?tenant=Acme", DatabaseAddress("db", 5433, "c", "laila", "Acme")),
        (
            "postgresql://laila@db/c?sslmode=verify-full",
            DatabaseAddress("db", 0, "c", "laila", options={"sslmode": "verify-full"}),
        ),
        ("postgresql://laila@/c?host=/run/pg", DatabaseAddress("", 0, "c", "laila", options={"host": "/run/pg"})),
    ],
)
def test_an_address_says_where_and_as_whom(text: str, address: DatabaseAddress) -> None:
    assert parsed_address(text) == address


@pytest.mark.parametrize(
    "text",
    ["", "console.db", "mysql://db/c", "postgresql://db", "postgresql://db:port/c", "postgresql://db/c?options=-c"],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(AddressNotUnderstood):
        parsed_address(text)


@pytest.mark.parametrize("text", ["postgresql://laila:secret@db/c", "postgresql://db/c?password=secret"])
def test_a_password_in_an_address_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(PasswordInAddress) as refused:
        parsed_address(text)
    assert "secret" not in str(refused.value)


def test_an_address_is_shown_as_it_is_written() -> None:
    text = "postgresql://laila@db:5433/c?tenant=Acme"
    assert str(parsed_address(text)) == text
    assert parsed_address(text).url("hidden").render_as_string() == "postgresql+psycopg://laila:***@db:5433/c"
