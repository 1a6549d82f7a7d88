"""`tokens rotate`, and what `serve` is told about people's tokens."""

from __future__ import annotations

import base64
import json
import signal
import subprocess
import sys
from typing import Any

import httpx

from tests.commands.conftest import Service

PASSWORD = "correct horse battery"


def test_the_signing_key_is_rotated_and_the_audit_tells(service: Service) -> None:
    rotated = service("tokens", "rotate")
    assert (rotated.code, rotated.out) == (
        0,
        "Tokens are signed with a new key; those of the old one count until they end.\n",
    )
    assert service("tokens", "rotate", "--at-once").out.endswith("those of the old one count no more.\n")
    assert service("tokens", "rotate", "--json").json == {"rotated": True, "at_once": False}
    told = map(json.loads, service("audit", "list", "--json").out.splitlines())
    entries = [each for each in told if each["action"] == "workspace.signing_key_rotated"]
    assert len(entries) == 3


def claims(token: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(base64.urlsafe_b64decode(token.split(".")[1] + "=="))
    return found


def test_serving_makes_tokens_as_it_is_told(service: Service, environment: dict[str, str]) -> None:
    made = service("members", "add", "--name", "Omar", "--login", "omar", "--role", "support", "--json").json
    flags = ["--access-minutes", "2", "--sign-in-days", "3", "--token-audience", "console"]
    command = [sys.executable, "-m", "integration_console.headless", "serve", "--port", "0", *flags]
    told = {**environment, "INTEGRATION_TOKEN_ISSUER": "https://id.test", "INTEGRATION_ACCESS_MINUTES": "5"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=told) as running:
        assert running.stdout is not None
        address = running.stdout.readline().removeprefix("Listening at ").strip()
        wish = {"login": "omar", "password": made["one_time_password"], "new_password": PASSWORD}
        with httpx.Client(base_url=address, trust_env=False) as client:
            pair = client.post("/api/v1/password", json=wish).json()
            bearer = {"authorization": f"Bearer {pair['access_token']}"}
            myself = client.get("/api/v1/me", headers=bearer).json()
            assert service("tokens", "rotate", "--at-once").code == 0  # through the program that holds the file
            refused = client.get("/api/v1/me", headers=bearer)
            again = client.post("/api/v1/refresh", json={"refresh_token": pair["refresh_token"]}).json()
        running.send_signal(signal.SIGTERM)
        running.wait(timeout=20)
    said = claims(pair["access_token"])
    assert (said["iss"], said["aud"], said["exp"] - said["iat"]) == ("https://id.test", "console", 120)
    assert pair["refresh_expires_at"][:10] > pair["expires_at"][:10]
    assert (myself["name"], refused.json()["code"]) == ("Omar", "sign_in.token_invalid")
    assert claims(again["access_token"])["sub"] == said["sub"]
