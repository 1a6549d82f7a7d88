"""Column types of ours: identifiers as 16 bytes (PostgreSQL's UUID), moments as whole microseconds, JSON as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import BigInteger, LargeBinary, String, Text, TypeDecorator
from sqlalchemy.types import UserDefinedType

from integration_console.domain.clock import from_microseconds, microseconds

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Dialect
    from sqlalchemy.types import TypeEngine

_ID_BYTES = 16


class IdBytes(bytes):
    """The 16 bytes of an identifier: SQLite stores them as they are, PostgreSQL's driver sends them as a UUID."""

    __slots__ = ()


def id_bytes(value: str) -> bytes:
    """Return the 16 bytes of an identifier. Raises `ValueError` for anything else."""
    found = IdBytes.fromhex(value.replace("-", ""))
    if len(found) != _ID_BYTES:
        message = f"{value!r} is no identifier"
        raise ValueError(message)
    return found


_NOTHING = IdBytes(b"\xff" * _ID_BYTES)
"""An identifier that nothing bears."""


def id_text(value: bytes | UUID) -> str:
    """Return the text form of 16 stored bytes, or of a UUID as PostgreSQL's driver gives it."""
    if not isinstance(value, bytes):
        return str(value)
    digits = value.hex()
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def _id_or_none(value: bytes | UUID | None) -> str | None:
    return None if value is None else id_text(value)


class _Uuid(UserDefinedType[Any]):
    """PostgreSQL's UUID, given and taken as its driver knows it."""

    cache_ok = True

    def get_col_spec(self, **_: object) -> str:
        """Return the name of the type."""
        return "UUID"


class Id(TypeDecorator[str]):
    """A UUID: half the size of its text in every index; an empty one is NULL."""

    impl = LargeBinary(16)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return the type that the database has for it."""
        return dialect.type_descriptor(_Uuid() if dialect.name == "postgresql" else LargeBinary(16))

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """Store 16 bytes; text that is no identifier matches nothing."""
        if not value:
            return None
        try:
            return id_bytes(value)
        except ValueError:
            return _NOTHING if dialect.name == "postgresql" else b"\x00"

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ANN401 - bytes or UUID
        """Return the text form."""
        del dialect
        return None if value is None else id_text(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], str | None]:
        """Return what reads it: nothing stands between, for a page of the log has 500 of them."""
        del dialect, coltype
        return _id_or_none


class Moment(TypeDecorator["datetime"]):
    """An aware UTC time as whole microseconds since 1970."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Store the number."""
        del dialect
        return None if value is None else microseconds(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Return the time."""
        del dialect
        return None if value is None else from_microseconds(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None]:
        """Return what reads it, as for identifiers."""
        del dialect, coltype
        return _moment_or_none


def _moment_or_none(value: int | None) -> datetime | None:
    return None if value is None else from_microseconds(value)


class Json(TypeDecorator[Any]):
    """JSON with non-ASCII letters kept as they are, so that Arabic stays searchable."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:  # noqa: ANN401 - the JSON border
        """Store compact text."""
        del dialect
        return orjson.dumps(value).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ANN401 - the JSON border
        """Return the parsed value."""
        del dialect
        return None if value is None else orjson.loads(value)


Word = String(120)
"""A short name, a code, a state."""
