"""Where a workspace is kept: in a file, or in a shared database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from integration_console.domain.errors import AddressNotUnderstood
from integration_console.storage.shared.address import DatabaseAddress, parsed_address

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["DatabaseAddress", "Place", "place_of", "text_of"]

Place: TypeAlias = Path | DatabaseAddress
"""Every kind of place; one more kind is one more member here, and its scheme below."""
_READERS: Final[Mapping[str, Callable[[str], Place]]] = {
    "postgresql": parsed_address,
    "postgres": parsed_address,
}


def place_of(text: str) -> Place:
    """Return the place that a text names: an address by its scheme, or a file.

    Raises `AddressNotUnderstood`, `PasswordInAddress`.
    """
    scheme, separator, _ = text.partition("://")
    if not separator:
        return Path(text)
    reader = _READERS.get(scheme.lower())
    if reader is None:
        raise AddressNotUnderstood(reason=f"“{scheme}” is not known")
    return reader(text)


def text_of(place: Place) -> str:
    """Return the text that `place_of` reads as this place."""
    return place.whole if isinstance(place, DatabaseAddress) else str(place)
