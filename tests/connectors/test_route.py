"""Which machine is really connected to."""

from __future__ import annotations

import pytest

from integration_console.connectors.route import Route, proxy_for, route_to


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.mark.parametrize(
    ("address", "route"),
    [
        ("https://slack.com/api", Route("slack.com", 443, tls=True, proxied=False)),
        ("http://slack.test", Route("slack.test", 80, tls=False, proxied=False)),
        ("https://slack.test:8443/api", Route("slack.test", 8443, tls=True, proxied=False)),
    ],
)
def test_without_a_proxy_the_way_is_straight(address: str, route: Route) -> None:
    assert route_to(address) == route


def test_a_proxy_stands_in_front(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "proxy.test:3128")
    assert route_to("https://slack.com/api") == Route("proxy.test", 3128, tls=False, proxied=True)
    assert proxy_for("https://slack.com/api") == "http://proxy.test:3128"
    assert proxy_for("http://slack.com/api") is None


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1", "http://[::1]:1", "http://localhost:1", "http://a.localhost"]
)
def test_this_machine_is_never_reached_by_a_proxy(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("http_proxy", "http://proxy.test:3128")
    assert proxy_for(address) is None


def test_no_proxy_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("all_proxy", "http://proxy.test:3128")
    monkeypatch.setenv("no_proxy", "intern.test")
    assert proxy_for("https://slack.intern.test/api") is None
    assert proxy_for("https://slack.com/api") == "http://proxy.test:3128"


def test_a_proxy_that_we_cannot_speak_to_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "socks5://proxy.test:1080")
    assert proxy_for("https://slack.com/api") is None
