"""The stages of a Slack check, over real loopback connections."""

from __future__ import annotations

import datetime as dt
import ipaddress
import socket
import ssl
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from integration_console.connectors.http import HttpClients
from integration_console.connectors.slack import SlackConnectorType
from integration_console.connectors.slack.checks import SlackChecks
from integration_console.connectors.slack.settings import SlackSettings
from integration_console.connectors.stages import run_steps
from integration_console.domain.connectors import CheckReport, Stage, StageOutcome
from integration_console.domain.errors import (
    ConnectionRefused,
    ConsoleError,
    HostNotFound,
    InvalidInput,
    SlackChannelClosed,
    SlackChannelNotFound,
    SlackScopeMissing,
    SlackSignInFailed,
    SlackUnavailable,
    TlsFailed,
    UnexpectedAnswer,
)
from integration_console.domain.forms import Value
from integration_console.domain.work import Cancelled, Progress, UnattendedWork
from integration_console.sandbox import SlackSandbox
from tests.fakes import access

PASSED, SKIPPED, FAILED = StageOutcome.PASSED, StageOutcome.SKIPPED, StageOutcome.FAILED
Values = dict[str, Value]


def report(slack: SlackConnectorType, values: Values) -> CheckReport:
    return CheckReport(tuple(slack.check(access(values), UnattendedWork())))


def outcomes(checked: CheckReport) -> list[tuple[Stage, StageOutcome]]:
    return [(each.stage, each.outcome) for each in checked.stages]


def failure(slack: SlackConnectorType, values: Values) -> tuple[Stage, type[ConsoleError]]:
    failed = report(slack, values).failure
    assert failed is not None
    assert failed.error is not None
    return failed.stage, type(failed.error)


def test_a_good_token_passes_every_stage(slack: SlackConnectorType, by_token: Values, sandbox: SlackSandbox) -> None:
    checked = report(slack, by_token)
    assert outcomes(checked) == [
        (Stage.NAME, PASSED),
        (Stage.CONNECTION, PASSED),
        (Stage.TLS, SKIPPED),
        (Stage.SIGN_IN, PASSED),
        (Stage.PERMISSION, PASSED),
        (Stage.SAMPLE, PASSED),
    ]
    assert checked.stages[3].detail == "console @ Sandbox"
    assert checked.stages[5].detail == "#alerts"
    assert all(each.duration_ms > 0 for each in checked.stages)
    assert sandbox.messages == ()


def test_a_living_hook_passes_and_nothing_is_posted(
    slack: SlackConnectorType, by_hook: Values, sandbox: SlackSandbox
) -> None:
    checked = report(slack, by_hook)
    assert [outcome for _, outcome in outcomes(checked)] == [PASSED, PASSED, SKIPPED, PASSED, SKIPPED, SKIPPED]
    assert sandbox.messages == ()


def test_a_revoked_hook_fails_at_sign_in(slack: SlackConnectorType, by_hook: Values) -> None:
    by_hook["hook_url"] = f"{by_hook['hook_url']}x"
    assert failure(slack, by_hook) == (Stage.SIGN_IN, SlackSignInFailed)


def test_a_wrong_token_fails_at_sign_in(slack: SlackConnectorType, by_token: Values) -> None:
    assert failure(slack, {**by_token, "token": "xoxb-wrong"}) == (Stage.SIGN_IN, SlackSignInFailed)


def test_an_incomplete_form_fails_before_anything_is_sent(slack: SlackConnectorType) -> None:
    assert failure(slack, {"method": "bot_token"}) == (Stage.NAME, InvalidInput)


def test_an_unknown_name_fails_at_the_first_stage(slack: SlackConnectorType, by_token: Values) -> None:
    assert failure(slack, {**by_token, "base_url": "https://slack.invalid/api"}) == (Stage.NAME, HostNotFound)


def test_a_closed_port_fails_at_the_second_stage(slack: SlackConnectorType, by_token: Values) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound, but nobody listens
        values = {**by_token, "base_url": f"http://127.0.0.1:{taken.getsockname()[1]}/api"}
        assert failure(slack, values) == (Stage.CONNECTION, ConnectionRefused)


@pytest.mark.parametrize(
    ("weather", "error"),
    [("500", SlackUnavailable), ("html", UnexpectedAnswer), ("invalid_auth", SlackSignInFailed)],
)
def test_bad_weather_shows_at_sign_in(
    slack: SlackConnectorType, by_token: Values, sandbox: SlackSandbox, weather: str, error: type[ConsoleError]
) -> None:
    sandbox.weather(weather)
    assert failure(slack, by_token) == (Stage.SIGN_IN, error)


@pytest.mark.parametrize(
    ("channel", "expected"),
    [
        ("#nowhere", (Stage.SAMPLE, SlackChannelNotFound)),
        ("C9999999999", (Stage.SAMPLE, SlackChannelNotFound)),
        ("old-news", (Stage.SAMPLE, SlackChannelClosed)),
        ("C0000000003", (Stage.SAMPLE, SlackChannelClosed)),
        ("board", (Stage.SAMPLE, SlackChannelClosed)),
    ],
)
def test_a_channel_that_cannot_be_written_to_is_found_out(
    slack: SlackConnectorType, by_token: Values, channel: str, expected: tuple[Stage, type[ConsoleError]]
) -> None:
    assert failure(slack, {**by_token, "channel": channel}) == expected


def test_a_person_is_not_looked_up(slack: SlackConnectorType, by_token: Values) -> None:
    assert outcomes(report(slack, {**by_token, "channel": "U0000000001"}))[-1] == (Stage.SAMPLE, SKIPPED)


def test_a_token_that_may_not_write_fails_at_permission(by_token: Values) -> None:
    with SlackSandbox(token=str(by_token["token"]), scopes=("channels:read",)) as reader:
        slack = SlackConnectorType(base_url=reader.base_url)
        assert failure(slack, by_token) == (Stage.PERMISSION, SlackScopeMissing)


def test_a_token_that_may_not_look_at_channels_still_passes(by_token: Values) -> None:
    with SlackSandbox(token=str(by_token["token"]), scopes=("chat:write",)) as writer:
        checked = report(SlackConnectorType(base_url=writer.base_url), by_token)
    assert checked.passed
    assert (checked.stages[-1].outcome, checked.stages[-1].detail) == (SKIPPED, "missing_scope: channels:read")


def test_a_check_can_be_stopped_between_stages(slack: SlackConnectorType, by_token: Values) -> None:
    class Impatient(UnattendedWork):
        def __init__(self) -> None:
            self.heard: list[Progress] = []

        def report(self, progress: Progress) -> None:
            self.heard.append(progress)

        def stop_if_cancelled(self) -> None:
            if len(self.heard) == 2:
                raise Cancelled

    work = Impatient()
    with pytest.raises(Cancelled):
        tuple(slack.check(access(by_token), work))
    assert [each.note for each in work.heard] == ["name", "connection"]


def test_a_check_that_is_left_early_closes_its_connection(slack: SlackConnectorType, by_token: Values) -> None:
    stages = iter(slack.check(access(by_token), UnattendedWork()))
    assert [next(stages).stage, next(stages).stage] == [Stage.NAME, Stage.CONNECTION]
    del stages  # an open socket would be a ResourceWarning, and fail the test


# ------------------------------------------------------------------------------------------------------- certificates
@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = dt.datetime.now(dt.UTC)
    names = x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(names, critical=False)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "server.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(secret + built.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture
def tls_port(certificate: Path) -> Iterator[int]:
    """Takes TLS connections and says nothing more."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    listener = socket.create_server(("127.0.0.1", 0))

    def shake_hands() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                try:
                    with context.wrap_socket(connection, server_side=True) as secured:
                        secured.recv(1)
                except OSError:
                    continue

    thread = Thread(target=shake_hands)
    thread.start()
    yield listener.getsockname()[1]
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()
    thread.join()


def test_a_certificate_that_nobody_vouches_for_fails(by_token: Values, tls_port: int) -> None:
    slack = SlackConnectorType()
    assert failure(slack, {**by_token, "base_url": f"https://127.0.0.1:{tls_port}"}) == (Stage.TLS, TlsFailed)


def test_a_certificate_of_a_trusted_authority_passes(by_token: Values, tls_port: int, certificate: Path) -> None:
    slack = SlackConnectorType(HttpClients(trust=ssl.create_default_context(cafile=str(certificate))))
    checked = report(slack, {**by_token, "base_url": f"https://127.0.0.1:{tls_port}"})
    assert (checked.stages[2].outcome, checked.stages[2].detail) == (PASSED, "TLSv1.3")
    assert checked.failure is checked.stages[3]


def test_a_port_without_tls_fails_where_tls_is_wanted(by_token: Values, sandbox: SlackSandbox) -> None:
    address = sandbox.base_url.replace("http://", "https://")
    assert failure(SlackConnectorType(), {**by_token, "base_url": address}) == (Stage.TLS, TlsFailed)


# ------------------------------------------------------------------------------------------------------ many channels
def looked_up(by_token: Values, pages: int, name_on_page: int | None) -> tuple[StageOutcome, str, int]:
    """The sample stage against a workspace whose list of channels has `pages` pages."""
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path)
        name = "alerts" if len(asked) == name_on_page else "other"
        cursor = "more" if len(asked) < pages else ""
        channels = [{"name": name, "is_member": True}, "no channel"]
        return httpx.Response(
            200, json={"ok": True, "channels": channels, "response_metadata": {"next_cursor": cursor}}
        )

    http = HttpClients(transport=httpx.MockTransport(answer))
    filled = SlackConnectorType().description.form.with_defaults(by_token)
    with SlackChecks(SlackSettings.read(filled), http) as checks:
        stage = next(run_steps(checks.steps()[-1:], UnattendedWork()))
    return stage.outcome, stage.detail, len(asked)


def test_a_channel_on_a_later_page_is_found(by_token: Values) -> None:
    assert looked_up(by_token, pages=9, name_on_page=3) == (PASSED, "#alerts", 3)


def test_a_channel_on_no_page_is_not_found(by_token: Values) -> None:
    assert looked_up(by_token, pages=2, name_on_page=None) == (FAILED, "", 2)


def test_looking_ends_after_three_pages(by_token: Values) -> None:
    assert looked_up(by_token, pages=9, name_on_page=None) == (SKIPPED, "", 3)
