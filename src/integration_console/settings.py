"""What may be configured: read once from the environment, checked, frozen."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass, field
from datetime import timedelta
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import platformdirs

from integration_console.domain.errors import FieldProblem, InvalidInput
from integration_console.domain.token_rules import (
    LONGEST_ACCESS,
    LONGEST_LEEWAY,
    LONGEST_SIGN_IN,
    NOT_A_CLAIM,
    TokenRules,
    TokenWishes,
    is_claim,
)
from integration_console.domain.translatable import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_PREFIX = "INTEGRATION_"
_APPLICATION = "integration-console"
_BODY_CAP = 10 * 1024 * 1024
_QUEUE_CAPACITY = 4096
_PORT = 8477
_LEVELS = tuple(logging.getLevelName(level) for level in range(logging.DEBUG, logging.CRITICAL + 1, 10))
_NOT_CHOICE = QT_TRANSLATE_NOOP("Forms", "Choose one of: {choices}.")
_REQUIRED = QT_TRANSLATE_NOOP("Forms", "This field is required.")
_NOT_A_NUMBER = QT_TRANSLATE_NOOP("Forms", "Enter a whole number.")
_OUT_OF_RANGE = QT_TRANSLATE_NOOP("Forms", "Enter a number between {minimum} and {maximum}.")
_NOT_URL = QT_TRANSLATE_NOOP("Forms", "Enter a whole address that starts with https:// or http://.")
_NOT_ORIGIN = QT_TRANSLATE_NOOP(
    "Forms", "Enter origins as browsers send them, with commas between: https://intranet.example.com."
)
_NOT_NETWORK = QT_TRANSLATE_NOOP("Forms", "Enter addresses or networks with commas between: 10.0.0.7, 192.168.4.0/24.")


@dataclass(frozen=True, slots=True)
class Settings:
    """The program's settings; sizes are bytes.

    `public_url` is how senders reach the receiver from outside ("": from this machine only). `connectors_folder` holds
    the manifests of custom connector types. Pages of `cors_origins` may use the API in a browser; what
    `trusted_proxies` say of the address that a request came from is believed. Of services: `token` is what a program
    shows instead of a person's sign-in, `ca_file` holds the certificates of a private authority. `tokens` says how the
    tokens of people are made who sign in here.
    """

    data_folder: Path
    key_folder: Path
    log_folder: Path
    host: str = "127.0.0.1"
    port: int = _PORT
    public_url: str = ""
    body_cap: int = _BODY_CAP
    queue_capacity: int = _QUEUE_CAPACITY
    log_level: str = "INFO"
    connectors_folder: Path | None = None
    cors_origins: tuple[str, ...] = ()
    trusted_proxies: tuple[IPv4Network | IPv6Network, ...] = ()
    token: str = field(default="", repr=False)
    ca_file: Path | None = None
    tokens: TokenRules = field(default_factory=TokenRules)

    @property
    def manifests(self) -> Path:
        """Where manifests of custom connector types are looked for."""
        return self.connectors_folder or self.data_folder / "connectors"

    @property
    def default_workspace(self) -> Path:
        """The workspace file that opens when none is named."""
        return self.data_folder / "console.db"


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings that `INTEGRATION_...` variables stand for, defaults elsewhere.

    Raises `InvalidInput` naming the variable that cannot be understood.
    """

    def text(name: str, default: str) -> str:
        return environment.get(_PREFIX + name, "").strip() or default

    def folder(name: str, usual: Callable[[platformdirs.PlatformDirs], Path]) -> Path:
        try:
            return Path(text(name, "") or usual(platformdirs.PlatformDirs(_APPLICATION, appauthor=False)))
        except RuntimeError as error:  # a person without a home
            raise InvalidInput(FieldProblem(_PREFIX + name, _REQUIRED)) from error

    return Settings(
        data_folder=folder("DATA_FOLDER", lambda own: own.user_data_path),
        key_folder=folder("KEY_FOLDER", lambda own: own.user_config_path / "keys"),
        log_folder=folder("LOG_FOLDER", lambda own: own.user_log_path),
        host=text("HOST", "127.0.0.1"),
        port=_number("PORT", text("PORT", str(_PORT)), at_most=65_535),
        public_url=_url(text("PUBLIC_URL", "")),
        body_cap=_number("BODY_CAP", text("BODY_CAP", str(_BODY_CAP))),
        queue_capacity=_number("QUEUE_CAPACITY", text("QUEUE_CAPACITY", str(_QUEUE_CAPACITY))),
        log_level=_level(text("LOG_LEVEL", "INFO").upper()),
        connectors_folder=Path(named) if (named := text("CONNECTORS_FOLDER", "")) else None,
        cors_origins=tuple(_origin(each) for each in _listed(text("CORS_ORIGINS", ""))),
        trusted_proxies=tuple(_network(each) for each in _listed(text("TRUSTED_PROXIES", ""))),
        token=text("TOKEN", ""),
        ca_file=Path(named) if (named := text("CA_FILE", "")) else None,
        tokens=_token_rules(lambda name: text(name, "")),
    )


def _token_rules(text: Callable[[str], str]) -> TokenRules:
    def count(name: str, longest: timedelta, unit: timedelta, at_least: int = 1) -> int | None:
        return _number(name, text(name), longest // unit, at_least) if text(name) else None

    wishes = TokenWishes(
        count("ACCESS_MINUTES", LONGEST_ACCESS, timedelta(minutes=1)),
        count("SIGN_IN_DAYS", LONGEST_SIGN_IN, timedelta(days=1)),
        _claim("TOKEN_ISSUER", text("TOKEN_ISSUER")),
        _claim("TOKEN_AUDIENCE", text("TOKEN_AUDIENCE")),
        count("CLOCK_LEEWAY", LONGEST_LEEWAY, timedelta(seconds=1), at_least=0),
    )
    return TokenRules().wished(wishes)


def _claim(name: str, text: str) -> str:
    if text and not is_claim(text):
        raise InvalidInput(FieldProblem(_PREFIX + name, NOT_A_CLAIM))
    return text


def _number(name: str, text: str, at_most: int = 2**31 - 1, at_least: int = 1) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(at_most))):
        raise InvalidInput(FieldProblem(_PREFIX + name, _NOT_A_NUMBER))
    if not at_least <= int(text) <= at_most:
        limits = (("minimum", str(at_least)), ("maximum", str(at_most)))
        raise InvalidInput(FieldProblem(_PREFIX + name, _OUT_OF_RANGE, limits))
    return int(text)


def _listed(text: str) -> list[str]:
    return [each.strip() for each in text.split(",") if each.strip()]


def _origin(text: str) -> str:
    """Return an origin as browsers send it: scheme, host and port, nothing behind them."""
    try:
        parts = urlsplit(text)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
        usable = usable and text == f"{parts.scheme}://{parts.netloc}".lower() and "@" not in text
    except ValueError:
        usable = False
    if not usable:
        raise InvalidInput(FieldProblem(_PREFIX + "CORS_ORIGINS", _NOT_ORIGIN))
    return text


def _network(text: str) -> IPv4Network | IPv6Network:
    try:
        return ip_network(text)
    except ValueError as error:
        raise InvalidInput(FieldProblem(_PREFIX + "TRUSTED_PROXIES", _NOT_NETWORK)) from error


def _url(text: str) -> str:
    try:
        parts = urlsplit(text)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and not (parts.query or parts.fragment)
        usable = usable and (parts.port is None or parts.port > 0)
    except ValueError:
        usable = False
    if text and not usable:
        raise InvalidInput(FieldProblem(_PREFIX + "PUBLIC_URL", _NOT_URL))
    return text.rstrip("/")


def _level(text: str) -> str:
    if text not in _LEVELS:
        raise InvalidInput(FieldProblem(_PREFIX + "LOG_LEVEL", _NOT_CHOICE, (("choices", ", ".join(_LEVELS)),)))
    return text
