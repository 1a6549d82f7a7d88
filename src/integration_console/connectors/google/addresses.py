"""Where Google's doors are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GoogleAddresses:
    """The addresses that the form proposes: Google's own, or a sandbox's."""

    api: str = "https://www.googleapis.com"
    authorisation: str = "https://accounts.google.com/o/oauth2/v2/auth"
    token: str = "https://oauth2.googleapis.com/token"  # noqa: S105 - an address
