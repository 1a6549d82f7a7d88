"""Settings: read once from the environment, checked."""

from __future__ import annotations

from datetime import timedelta
from ipaddress import ip_network
from pathlib import Path

import pytest

from integration_console.domain.errors import InvalidInput
from integration_console.domain.token_rules import TokenRules
from integration_console.settings import Settings, read_settings

ORIGINS = "Enter origins as browsers send them, with commas between: https://intranet.example.com."
CLAIM = "Enter a name without spaces, or a whole address such as https://console.example.com."
NETWORKS = "Enter addresses or networks with commas between: 10.0.0.7, 192.168.4.0/24."


def test_without_variables_the_defaults_hold() -> None:
    found = read_settings({})
    assert (found.host, found.port, found.public_url, found.body_cap, found.queue_capacity, found.log_level) == (
        "127.0.0.1",
        8477,
        "",
        10 * 1024 * 1024,
        4096,
        "INFO",
    )
    assert found.default_workspace == found.data_folder / "console.db"
    assert found.manifests == found.data_folder / "connectors"
    assert {folder.is_absolute() for folder in (found.data_folder, found.key_folder, found.log_folder)} == {True}


def test_every_setting_has_its_variable() -> None:
    found = read_settings({
        "INTEGRATION_DATA_FOLDER": "/a", "INTEGRATION_KEY_FOLDER": "/b", "INTEGRATION_LOG_FOLDER": "/c",
        "INTEGRATION_HOST": "0.0.0.0", "INTEGRATION_PORT": "65535", "INTEGRATION_PUBLIC_URL": " https://hooks.test/x/ ",
        "INTEGRATION_BODY_CAP": "1", "INTEGRATION_QUEUE_CAPACITY": "2", "INTEGRATION_LOG_LEVEL": "debug",
        "INTEGRATION_CONNECTORS_FOLDER": "/d", "INTEGRATION_CORS_ORIGINS": "https://a.test, http://localhost:3000",
        "INTEGRATION_TRUSTED_PROXIES": "10.0.0.7,fd00::/8", "INTEGRATION_ACCESS_MINUTES": "60",
        "INTEGRATION_SIGN_IN_DAYS": "365", "INTEGRATION_TOKEN_ISSUER": "https://id.test/",
        "INTEGRATION_TOKEN_AUDIENCE": "console", "INTEGRATION_CLOCK_LEEWAY": "0",
    })  # fmt: skip
    folders = (Path("/a"), Path("/b"), Path("/c"))
    origins, proxies = ("https://a.test", "http://localhost:3000"), (ip_network("10.0.0.7"), ip_network("fd00::/8"))
    rules = TokenRules(timedelta(hours=1), timedelta(days=365), timedelta(), "https://id.test/", "console")
    named = Settings(
        *folders, "0.0.0.0", 65_535, "https://hooks.test/x", 1, 2, "DEBUG", Path("/d"), origins, proxies, tokens=rules
    )
    assert found == named
    assert found.manifests == Path("/d")


def test_an_empty_variable_counts_as_none() -> None:
    assert read_settings({"INTEGRATION_PORT": " "}) == read_settings({})


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("PORT", "soon", "Enter a whole number."),
        ("PORT", "-1", "Enter a whole number."),
        ("PORT", "٨٤٧٧", "Enter a whole number."),
        ("PORT", "0", "Enter a number between 1 and 65535."),
        ("PORT", "65536", "Enter a number between 1 and 65535."),
        ("BODY_CAP", "0", "Enter a number between 1 and 2147483647."),
        ("QUEUE_CAPACITY", "1.5", "Enter a whole number."),
        ("PUBLIC_URL", "hooks.test", "Enter a whole address that starts with https:// or http://."),
        *(("CORS_ORIGINS", each, ORIGINS) for each in ("*", "a.test", "https://a.test/", "https://A.test", "http://[")),
        ("CORS_ORIGINS", "https://me@a.test", ORIGINS),
        ("TRUSTED_PROXIES", "10.0.0.7/8", NETWORKS),
        ("TRUSTED_PROXIES", "proxy.test", NETWORKS),
        ("ACCESS_MINUTES", "0", "Enter a number between 1 and 60."),
        ("ACCESS_MINUTES", "61", "Enter a number between 1 and 60."),
        ("ACCESS_MINUTES", "1.5", "Enter a whole number."),
        ("SIGN_IN_DAYS", "366", "Enter a number between 1 and 365."),
        ("CLOCK_LEEWAY", "61", "Enter a number between 0 and 60."),
        ("CLOCK_LEEWAY", "-1", "Enter a whole number."),
        *(("TOKEN_ISSUER", each, CLAIM) for each in ("two words", "7:x", ":x", "é", "x" * 256, "a:")),
        ("TOKEN_AUDIENCE", "a b", CLAIM),
    ],
)
def test_what_cannot_be_understood_is_named(name: str, text: str, sentence: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        read_settings({f"INTEGRATION_{name}": text})
    assert [(each.field, each.sentence) for each in caught.value.problems] == [(f"INTEGRATION_{name}", sentence)]
