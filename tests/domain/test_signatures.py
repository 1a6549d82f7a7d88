"""What the verification of a request refuses, and what it lets pass."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256, sha512
from hmac import digest

import pytest
from standardwebhooks import Webhook as Oracle
from standardwebhooks.webhooks import WebhookVerificationError

from integration_console.domain.errors import SignatureInvalid, SignatureMissing, TimestampOutside
from integration_console.domain.signatures import SignedRequest, standard_key, verify
from integration_console.domain.webhooks import HashName, HmacRules, Scheme
from tests.builders import SECRET, STANDARD_SECRET, github_headers, standard_headers

BODY = '{"type":"order.paid","note":"مرحبا"}'.encode()
TIME = 1_700_000_000
MOMENT = datetime.fromtimestamp(TIME, UTC)
STAMPED = HmacRules(header="X-Sig", timestamp_header="X-Time")


@dataclass(frozen=True)
class Case:
    """A validly signed request of one scheme, and where its signature stands."""

    scheme: Scheme
    secrets: tuple[str, ...]
    headers: dict[str, str]
    signature: str
    rules: HmacRules = field(default_factory=HmacRules)
    body: bytes = BODY
    now: float = TIME

    def with_header(self, name: str, value: str) -> Case:
        return replace(self, headers={**self.headers, name: value})

    def with_signature(self, change: Callable[[str], str]) -> Case:
        return self.with_header(self.signature, change(self.headers[self.signature]))

    def verified(self) -> int:
        return verify(self.scheme, self.rules, self.secrets, SignedRequest(self.headers, self.body, self.now))


def stamped_headers() -> dict[str, str]:
    return {"x-sig": digest(SECRET.encode(), f"{TIME}.".encode() + BODY, "sha256").hex(), "x-time": str(TIME)}


CASES = {
    "github": Case(Scheme.GITHUB, (SECRET,), github_headers(BODY), "x-hub-signature-256"),
    "standard": Case(Scheme.STANDARD, (STANDARD_SECRET,), standard_headers(BODY, MOMENT), "webhook-signature"),
    "generic with a timestamp": Case(Scheme.HMAC, (SECRET,), stamped_headers(), "x-sig", STAMPED),
}
every_case = pytest.mark.parametrize("case", CASES.values(), ids=CASES)
every_signed_time = pytest.mark.parametrize(
    ("case", "header"),
    [(CASES["standard"], "webhook-timestamp"), (CASES["generic with a timestamp"], "x-time")],
    ids=["standard", "generic"],
)


def flip_last_digit(text: str) -> str:
    """One bit of a signature turned: of the last hex digit, or of the first letter of base64."""
    comma = text.find(",") + 1
    return text[:comma] + chr(ord(text[comma]) ^ 1) + text[comma + 1 :] if comma else text[:-1] + flipped_hex(text[-1])


def flipped_hex(letter: str) -> str:
    return f"{int(letter, 16) ^ 1:x}"


def refused(case: Case, error: type[Exception] = SignatureInvalid) -> None:
    with pytest.raises(error):
        case.verified()


@every_case
def test_a_valid_request_is_accepted(case: Case) -> None:
    assert case.verified() == 0


@every_case
@pytest.mark.parametrize("bit", [0, 7, len(BODY) * 4, len(BODY) * 8 - 1])
def test_one_flipped_bit_in_the_body_is_refused(case: Case, bit: int) -> None:
    changed = bytearray(case.body)
    changed[bit // 8] ^= 1 << bit % 8
    refused(replace(case, body=bytes(changed)))


@every_case
def test_a_trailing_newline_in_the_body_is_refused(case: Case) -> None:
    refused(replace(case, body=case.body + b"\n"))


@every_case
def test_one_flipped_bit_in_the_signature_is_refused(case: Case) -> None:
    refused(case.with_signature(flip_last_digit))


@every_case
def test_a_trailing_newline_in_the_signature_is_refused(case: Case) -> None:
    refused(case.with_signature(lambda text: text + "\n"))


@every_case
def test_an_empty_signature_header_is_missing(case: Case) -> None:
    refused(case.with_signature(lambda _: ""), SignatureMissing)


@every_case
def test_an_absent_signature_header_is_named(case: Case) -> None:
    headers = {name: value for name, value in case.headers.items() if name != case.signature}
    with pytest.raises(SignatureMissing) as caught:
        replace(case, headers=headers).verified()
    assert caught.value.params["header"].lower() == case.signature


@every_case
@pytest.mark.parametrize("nonsense", ["=", ",", "v1,", "sha256=", "zz", "é" * 64, "sha256=" + "é" * 64, "v1,é", "\x00"])
def test_nonsense_in_the_signature_header_is_refused(case: Case, nonsense: str) -> None:
    refused(case.with_signature(lambda _: nonsense))


@every_case
def test_without_a_secret_nothing_is_valid(case: Case) -> None:
    refused(replace(case, secrets=()))


@every_case
def test_the_secret_that_fits_is_told(case: Case) -> None:
    other = STANDARD_SECRET.replace("MDEy", "ODEy") if case.scheme is Scheme.STANDARD else "another-secret"
    assert replace(case, secrets=(other, *case.secrets)).verified() == 1


@pytest.mark.parametrize("case", [CASES["github"], CASES["generic with a timestamp"]], ids=["github", "generic"])
def test_upper_case_hex_is_accepted(case: Case) -> None:
    assert case.with_signature(lambda text: text[:-64] + text[-64:].upper()).verified() == 0


def test_github_s_weaker_signature_is_never_enough() -> None:
    sha1 = {"x-hub-signature": "sha1=" + digest(SECRET.encode(), BODY, "sha1").hex()}
    refused(replace(CASES["github"], headers=sha1), SignatureMissing)
    refused(CASES["github"].with_signature(lambda _: sha1["x-hub-signature"]))


@every_signed_time
@pytest.mark.parametrize("seconds", [-300, -299.5, 0, 299.5, 300])
def test_a_time_within_five_minutes_is_accepted(case: Case, header: str, seconds: float) -> None:
    assert replace(case, now=int(case.headers[header]) + seconds).verified() == 0


@every_signed_time
@pytest.mark.parametrize("seconds", [-301, 301])
def test_a_time_beyond_five_minutes_is_refused(case: Case, header: str, seconds: int) -> None:
    with pytest.raises(TimestampOutside) as caught:
        replace(case, now=int(case.headers[header]) + seconds).verified()
    assert caught.value.params == {"seconds": "301", "tolerance": "300"}


@every_signed_time
def test_one_flipped_bit_in_the_time_is_refused(case: Case, header: str) -> None:
    refused(case.with_header(header, str(int(case.headers[header]) ^ 1)))


@every_signed_time
@pytest.mark.parametrize(
    "time", ["soon", "-1700000000", "1.7e9", " 1700000000", "١٧٠٠٠٠٠٠٠٠", "9" * 20, "9" * 400, "9" * 5000]
)
def test_a_time_that_is_no_number_is_refused(case: Case, header: str, time: str) -> None:
    refused(case.with_header(header, time))


@every_signed_time
def test_an_empty_time_is_missing(case: Case, header: str) -> None:
    refused(case.with_header(header, ""), SignatureMissing)


def test_an_empty_id_of_standard_webhooks_is_missing() -> None:
    refused(CASES["standard"].with_header("webhook-id", ""), SignatureMissing)


def test_the_second_of_two_signatures_may_be_the_valid_one() -> None:
    wrong = "v1," + base64.b64encode(bytes(32)).decode()
    assert CASES["standard"].with_signature(lambda text: f"{wrong} {text}").verified() == 0


@pytest.mark.parametrize("token", ["v1a,{0}", "v2,{0}", "{0}", "v1{0}", "V1,{0}"])
def test_signatures_of_unknown_versions_count_for_nothing(token: str) -> None:
    refused(CASES["standard"].with_signature(lambda text: token.format(text.removeprefix("v1,"))))


def test_standard_base64_without_its_padding_is_refused() -> None:
    refused(CASES["standard"].with_signature(lambda text: text.rstrip("=")))


def test_a_secret_of_another_form_opens_nothing_in_standard_webhooks() -> None:
    refused(replace(CASES["standard"], secrets=("not base64!", "")))


def test_a_prefix_that_is_missing_is_refused() -> None:
    case = replace(CASES["generic with a timestamp"], rules=replace(STAMPED, prefix="v1="))
    refused(case)
    assert case.with_signature(lambda text: f"v1={text}").verified() == 0


def test_the_window_of_the_generic_scheme_is_the_webhook_s_own() -> None:
    case = replace(CASES["generic with a timestamp"], rules=replace(STAMPED, window_seconds=10), now=TIME + 11)
    refused(case, TimestampOutside)


@pytest.mark.parametrize("name", list(HashName))
def test_every_hash_of_the_generic_scheme_is_computed(name: HashName) -> None:
    headers = {"x-signature": digest(b"k", BODY, name.value).hex()}
    assert verify(Scheme.HMAC, HmacRules(hash=name), ["k"], SignedRequest(headers, BODY, TIME)) == 0


def test_a_signature_of_another_hash_is_refused() -> None:
    headers = {"x-signature": sha512(BODY).hexdigest()[:64]}
    refused(Case(Scheme.HMAC, (SECRET,), headers, "x-signature"))
    assert len(sha256(BODY).hexdigest()) == 64


@pytest.mark.parametrize("body", [b"", b"{}", BODY, bytes(range(256))])
def test_what_the_standard_library_signs_is_accepted(body: bytes) -> None:
    moment = datetime.fromtimestamp(TIME, UTC)
    text = body.decode("latin-1").encode("ascii", "replace").decode()
    signature = Oracle(STANDARD_SECRET).sign("msg_9", moment, text)
    headers = {"webhook-id": "msg_9", "webhook-timestamp": str(TIME), "webhook-signature": signature}
    request = SignedRequest(headers, text.encode(), TIME)
    assert verify(Scheme.STANDARD, HmacRules(), [STANDARD_SECRET], request) == 0


@pytest.mark.parametrize("change", ["", "flip", "second", "unknown version"])
def test_the_standard_library_judges_as_we_do(change: str) -> None:
    headers = standard_headers(BODY, datetime.now(UTC))
    signature = headers["webhook-signature"]
    headers["webhook-signature"] = {
        "": signature,
        "flip": flip_last_digit(signature),
        "second": f"v1,AAAA {signature}",
        "unknown version": signature.replace("v1,", "v1a,"),
    }[change]
    assert oracle_accepts(headers) == we_accept(headers)


def oracle_accepts(headers: dict[str, str]) -> bool:
    try:
        Oracle(STANDARD_SECRET).verify(BODY, headers)
    except (WebhookVerificationError, binascii.Error):
        return False
    return True


def we_accept(headers: dict[str, str]) -> bool:
    request = SignedRequest(headers, BODY, datetime.now(UTC).timestamp())
    try:
        return verify(Scheme.STANDARD, HmacRules(), [STANDARD_SECRET], request) == 0
    except SignatureInvalid:
        return False


@pytest.mark.parametrize("secret", ["whsec_", "whsec_é", "whsec_a", ""])
def test_a_standard_secret_of_the_wrong_form_has_no_key(secret: str) -> None:
    assert standard_key(secret) is None
