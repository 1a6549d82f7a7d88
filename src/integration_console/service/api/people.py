"""People: sign in, stay signed in, sign out, change the password. The proof is in the body, so anybody may ask."""

from __future__ import annotations

from dataclasses import dataclass, field
from http import HTTPStatus

from integration_console.domain.sign_in import SignedIn
from integration_console.operations import sign_in as signing_in
from integration_console.service.api.kinds import Given
from integration_console.service.api.routes import Facts, Routes, Unproven

routes = Routes("people")


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a person signs in with."""

    login: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class NewPassword:
    """The present password, and the one to replace it."""

    login: str
    password: str = field(repr=False)
    new_password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Refresh:
    """A refresh token; it counts once."""

    refresh_token: str = field(repr=False)


@routes.public("POST", "/sign-in")
def sign_in(unproven: Unproven, facts: Facts, given: Given[Credentials]) -> SignedIn:
    """Sign in: an access token for some minutes, and a refresh token for the next pair."""
    return signing_in.sign_in(unproven, given.login, given.password, facts)


@routes.public("POST", "/refresh")
def refresh(unproven: Unproven, facts: Facts, given: Given[Refresh]) -> SignedIn:
    """Return the next pair of tokens; using a refresh token twice ends the sign-in everywhere."""
    return signing_in.refresh(unproven, given.refresh_token, facts)


@routes.public("POST", "/sign-out", HTTPStatus.NO_CONTENT)
def sign_out(unproven: Unproven, facts: Facts, given: Given[Refresh]) -> None:
    """End a sign-in; a token that is not known ends nothing."""
    signing_in.sign_out(unproven, given.refresh_token, facts)


@routes.public("POST", "/password")
def change_password(unproven: Unproven, facts: Facts, given: Given[NewPassword]) -> SignedIn:
    """Replace a password, a one-time one above all, and sign in; all that was signed in before ends."""
    return signing_in.change_password(unproven, given.login, given.password, given.new_password, facts)
