"""`tokens rotate`, and the options of `serve` that say how people's tokens are made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from integration_console.commands.session import Session, json_option
from integration_console.domain.token_rules import (
    LONGEST_ACCESS,
    LONGEST_LEEWAY,
    LONGEST_SIGN_IN,
    NOT_A_CLAIM,
    TokenWishes,
    is_claim,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

F = TypeVar("F", bound="Callable[..., Any]")


class _Claim(click.ParamType[str]):
    """What may stand in `iss` and `aud`."""

    name = "NAME"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the text, or say what is wrong with it."""
        return value if is_claim(value) else self.fail(NOT_A_CLAIM, param, ctx)


def token_options(command: F) -> F:
    """Give a command the options that say how people's tokens are made."""
    minutes = click.IntRange(1, int(LONGEST_ACCESS.total_seconds()) // 60)
    seconds = click.IntRange(0, int(LONGEST_LEEWAY.total_seconds()))
    for option in (
        click.option(
            "--clock-leeway",
            type=seconds,
            help="Seconds by which other services' clocks may differ (INTEGRATION_CLOCK_LEEWAY, 0).",
        ),
        click.option(
            "--token-audience", type=_Claim(), help="Whom tokens are for (INTEGRATION_TOKEN_AUDIENCE, the issuer)."
        ),
        click.option(
            "--token-issuer", type=_Claim(), help="Who issues tokens (INTEGRATION_TOKEN_ISSUER, the public URL)."
        ),
        click.option(
            "--sign-in-days",
            type=click.IntRange(1, LONGEST_SIGN_IN.days),
            help="Days that a sign-in stays unused (INTEGRATION_SIGN_IN_DAYS, 30).",
        ),
        click.option(
            "--access-minutes",
            type=minutes,
            help="Minutes that an access token counts (INTEGRATION_ACCESS_MINUTES, 10).",
        ),
    ):
        command = option(command)
    return command


def token_wishes(given: Mapping[str, Any]) -> TokenWishes:
    """Return what the options ask for."""
    return TokenWishes(
        given["access_minutes"],
        given["sign_in_days"],
        given["token_issuer"],
        given["token_audience"],
        given["clock_leeway"],
    )


@click.group()
def tokens() -> None:
    """Tokens: what people who sign in are given."""


@tokens.command("rotate")
@click.option("--at-once", is_flag=True, help="What the old key has signed counts no more: it may be known.")
@json_option
@click.pass_obj
def rotate(session: Session, *, at_once: bool) -> None:
    """Sign tokens with a new key; those of the old one count until they end."""
    with session.gateway() as gateway:
        session.with_secrets(gateway, lambda: gateway.rotate_signing_key(at_once=at_once))
    old = "of the old one count no more" if at_once else "of the old one count until they end"
    session.show({"rotated": True, "at_once": at_once}, f"Tokens are signed with a new key; those {old}.")
