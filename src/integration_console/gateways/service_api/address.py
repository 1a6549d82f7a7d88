"""The address of a service: `https://host[:port]`, and `http://` where the service runs on this very machine."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from integration_console.domain.errors import LoginInAddress, PasswordInAddress, PlainAddress, ServiceAddressUnclear

_USUAL = {"https": 443, "http": 80}


@dataclass(frozen=True, slots=True)
class ServiceAddress:
    """Where a service is; `login` is who signs in there ("": to be asked), which is no part of the address."""

    base_url: str
    login: str = field(default="", compare=False)

    @property
    def host(self) -> str:
        """The host, and the port where it is not the usual one."""
        return urlsplit(self.base_url).netloc

    def __str__(self) -> str:
        """The address as people write it."""
        return self.base_url


def parsed_service(text: str) -> ServiceAddress:
    """Return what an address says.

    Raises `ServiceAddressUnclear`, `PlainAddress`, `PasswordInAddress`, `LoginInAddress`.
    """
    try:
        parts = urlsplit(text.strip())
        port, host = parts.port, (parts.hostname or "").encode("idna").decode()
    except (ValueError, UnicodeError) as error:
        raise ServiceAddressUnclear from error
    _refuse_person(parts)
    unusable = parts.path.strip("/") or parts.query or parts.fragment or port == 0 or " " in host
    if unusable or not host or parts.scheme not in _USUAL:
        raise ServiceAddressUnclear
    if parts.scheme == "http" and not _is_loopback(host):
        raise PlainAddress(host=host)
    shown = f"[{host}]" if ":" in host else host
    place = "" if port in (None, _USUAL[parts.scheme]) else f":{port}"
    return ServiceAddress(f"{parts.scheme}://{shown}{place}")


def _refuse_person(parts: SplitResult) -> None:
    if parts.password is not None:
        raise PasswordInAddress
    if parts.username is not None:
        raise LoginInAddress


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
