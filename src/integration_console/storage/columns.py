"""Column types of ours: identifiers as 16 bytes, moments as whole microseconds, JSON as text people can read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import BigInteger, LargeBinary, String, Text, TypeDecorator

from integration_console.domain.clock import from_microseconds, microseconds

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Dialect

_ID_BYTES = 16


def id_bytes(value: str) -> bytes:
    """Return the 16 bytes of an identifier. Raises `ValueError` for anything else."""
    found = bytes.fromhex(value.replace("-", ""))
    if len(found) != _ID_BYTES:
        message = f"{value!r} is no identifier"
        raise ValueError(message)
    return found


def id_text(value: bytes) -> str:
    """Return the text form of 16 stored bytes."""
    digits = value.hex()
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


class Id(TypeDecorator[str]):
    """A UUID: half the size of its text in every index; an empty one is NULL."""

    impl = LargeBinary(16)
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """Store 16 bytes; text that is no identifier matches nothing."""
        del dialect
        if not value:
            return None
        try:
            return id_bytes(value)
        except ValueError:
            return b"\x00"

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        """Return the text form."""
        del dialect
        return None if value is None else id_text(value)


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
