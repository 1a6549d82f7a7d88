"""Where a workspace is kept: in a file, in a shared database, or behind a service."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias, TypeGuard

from integration_console.domain.case_files import ENDING
from integration_console.domain.errors import AddressNotUnderstood, NotRemotely, ServiceNeeded
from integration_console.domain.known_workspaces import POSTGRES_PORT, Encryption
from integration_console.gateways.service_api.address import ServiceAddress, parsed_service
from integration_console.storage.shared.address import DatabaseAddress, parsed_address

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from integration_console.domain.forms import Value

__all__ = [
    "DatabaseAddress",
    "Place",
    "ServiceAddress",
    "address_of",
    "as_login",
    "is_case",
    "kind_of",
    "login_of",
    "place_of",
    "require_itself",
    "same_place",
    "service_of",
    "text_of",
    "values_of",
]

Place: TypeAlias = Path | DatabaseAddress | ServiceAddress
"""Every kind of place; one more kind is one more member here, and its scheme below."""
_READERS: Final[Mapping[str, Callable[[str], Place]]] = {
    "postgresql": parsed_address,
    "postgres": parsed_address,
    "https": parsed_service,
    "http": parsed_service,
}


def place_of(text: str) -> Place:
    """Return the place that a text names: an address by its scheme, or a file.

    Raises `AddressNotUnderstood`, `PasswordInAddress` and what `parsed_service` raises.
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


def is_case(place: Place | None) -> TypeGuard[Path]:
    """Return whether a place is a case file."""
    return isinstance(place, Path) and place.suffix.lower() == ENDING


def same_place(one: Place | None, other: Place | None) -> bool:
    """Return whether two places are the same one; a file may be named in several ways."""
    if not (isinstance(one, Path) and isinstance(other, Path)):
        return one is not None and one == other
    if one.absolute() == other.absolute():
        return True
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


def kind_of(place: Place) -> str:
    """Return what kind of place it is, as one word of ours."""
    if is_case(place):
        return "case"
    if isinstance(place, ServiceAddress):
        return "service"
    return "database" if isinstance(place, DatabaseAddress) else "file"


def as_login(place: Place, login: str) -> Place:
    """Return a service as a person with this login comes to it; any other place as it is."""
    return replace(place, login=login) if login and isinstance(place, ServiceAddress) else place


def login_of(place: Place) -> str:
    """Return who comes to a service ("": to be asked, or no service)."""
    return place.login if isinstance(place, ServiceAddress) else ""


def service_of(place: Place | None) -> ServiceAddress:
    """Return the service that a place is. Raises `ServiceNeeded`."""
    if isinstance(place, ServiceAddress):
        return place
    raise ServiceNeeded


def require_itself(command: str, *places: Place | None) -> None:
    """Let pass what needs the workspace itself. Raises `NotRemotely` where one of the places is a service."""
    if any(isinstance(each, ServiceAddress) for each in places):
        raise NotRemotely(command=command)


def address_of(values: Mapping[str, Value]) -> DatabaseAddress:
    """Return the address that a filled `DATABASE_FORM` stands for."""
    said = {name: str(value or "").strip() for name, value in values.items()}
    host, options = said.get("host", ""), {"sslmode": said.get("encryption", "")}
    if said.get("authority"):
        options["sslrootcert"] = said["authority"]
    if host.startswith("/"):  # the folder of a socket, over which nothing is encrypted
        host, options = "", {"host": host}
    port = int(said.get("port") or POSTGRES_PORT)
    return DatabaseAddress(host, port, said["database"], said["login"], said.get("organisation", ""), options)


def values_of(address: DatabaseAddress) -> dict[str, Value]:
    """Return the values of `DATABASE_FORM` that stand for an address."""
    return {
        "host": address.host or address.options.get("host", ""),
        "port": address.port or POSTGRES_PORT,
        "database": address.database,
        "login": address.login,
        "organisation": address.tenant,
        "encryption": address.options.get("sslmode", Encryption.NONE.value),
        "authority": address.options.get("sslrootcert", ""),
    }
