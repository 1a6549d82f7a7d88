"""Redaction: what each rule takes out, in every way it may be written, and what stays."""

from __future__ import annotations

import base64
import json
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integration_console.domain.masking import MASK
from integration_console.domain.redaction import RULE_TITLES, Redactor, Rule, redacted
from integration_console.domain.redaction_checks import iban_at, is_card, is_phone, looks_random

JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dBjftJeZ4CVPmB92K27uhbUJU1p1r"
PEM = "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA\nabc\n-----END RSA PRIVATE KEY-----"
_ESCAPED = "@'\"\\"

FOUND = [
    ("Authorization: Digest username=x\nHost: a", "Digest username=x", Rule.HEADER),
    ("cookie: session=abc; theme=dark", "abc", Rule.HEADER),
    ("key ick_0123abcd_" + "a" * 36 + " ok", "ick_0123abcd", Rule.TOKEN),
    ("whsec_MDEyMzQ1Njc4OWFiY2Rl", "MDEyMzQ1", Rule.TOKEN),
    ("used " + "xoxb" + "-123456-abcdef", "123456-abcdef", Rule.TOKEN),
    ("https://hooks.slack.com/services/T0/B0/xyz", "T0/B0/xyz", Rule.TOKEN),
    ("Bearer abcDEF123456", "abcDEF123456", Rule.TOKEN),
    ("ya29.a0AfH6SMBabcdefgh", "a0AfH6SMB", Rule.TOKEN),
    ("AIza" + "Sy" + "A" * 33, "AIzaSy", Rule.TOKEN),
    ("GOCSPX-abcdefghij1234", "abcdefghij1234", Rule.TOKEN),
    ("AKIAIOSFODNN7EXAMPLE", "IOSFODNN7", Rule.TOKEN),
    ("got " + JWT, "dBjftJeZ4CVPmB92K27uhbUJU1p1r", Rule.TOKEN),
    ("begin " + PEM + " end", "MIIEpAIBAAKCAQEA", Rule.PRIVATE_KEY),
    ('{"password":"hunter2"}', "hunter2", Rule.NAMED_SECRET),
    ('{"password":"hun\\"ter2"}', "ter2", Rule.NAMED_SECRET),
    ('{"a":"{\\"password\\":\\"hunter2\\"}"}', "hunter2", Rule.NAMED_SECRET),
    ("password='hunter 2'", "hunter 2", Rule.NAMED_SECRET),
    ("client_secret=hunter2&x=1", "hunter2", Rule.NAMED_SECRET),
    ('{"api_token":"Zk3v9Qw7Lp2xTt5"}', "Zk3v9Qw7Lp2xTt5", Rule.NAMED_SECRET),
    ('{"password":"cut off', "cut off", Rule.NAMED_SECRET),
    ("postgresql://amina:s3cr3t@db/console", "s3cr3t", Rule.PASSWORD_IN_URL),
    ("write to amina.b+x@mail.example.com now", "amina", Rule.EMAIL),
    ("SA0380000000608010167519", "SA03", Rule.IBAN),
    ("pay GB29 NWBK 6016 1331 9268 19 today", "NWBK", Rule.IBAN),
    ("ab12 DE89370400440532013000", "DE8937", Rule.IBAN),
    ("card 4111 1111 1111 1111.", "4111", Rule.CARD),
    ('{"pan":5500005555555559}', "55000055", Rule.CARD),
    ("call +966 50 123 4567", "123 4567", Rule.PHONE),
    ("call 0044 20 7946 0958", "7946", Rule.PHONE),
    ("primary_password=hunter2", "hunter2", Rule.NAMED_SECRET),
    ("X-Public-Token=hunter2", "hunter2", Rule.NAMED_SECRET),
    ("user[password]=hunter2", "hunter2", Rule.NAMED_SECRET),
    ("password_of_the_database_of_the_office=hunter2", "hunter2", Rule.NAMED_SECRET),
    ('{"note":"key","author":"password=hunter2"}', "hunter2", Rule.NAMED_SECRET),
    ('{"pin":4711}', "4711", Rule.NAMED_SECRET),
    ('{"secret":{"is":["hunter2","]}"]},"x":1}', "hunter2", Rule.NAMED_SECRET),
    ("{'secret': ['hunter2', \"it's ]\"]}", "hunter2", Rule.NAMED_SECRET),
    ('{"passwords":["cut", "hunter2', "hunter2", Rule.NAMED_SECRET),
    ('{"password":\n  "hunter2"}', "hunter2", Rule.NAMED_SECRET),
    ("{'token': b'hunter2'}", "hunter2", Rule.NAMED_SECRET),
    ("<password>hunter2</password>", "hunter2", Rule.NAMED_SECRET),
    ('<ns:client-secret type="x">\n hunter2\n</ns:client-secret>', "hunter2", Rule.NAMED_SECRET),
    ("<token><![CDATA[hunter2]]></token>", "hunter2", Rule.NAMED_SECRET),
    ('Content-Disposition: form-data; name="password"\r\n\r\nhunter2\r\n--x', "hunter2", Rule.NAMED_SECRET),
    ('{"name": "X-Public-Token", "value": "hunter2"}', "hunter2", Rule.NAMED_SECRET),
    ('{"mobile_number":"0501234567"}', "0501234567", Rule.PHONE),
]

KEPT = [
    "order 12345 took 17 ms",
    "4111111111111112",
    "0000000000000000",
    "1111111111111111",
    "GB29NWBK60161331926818",
    "XX29NWBK60161331926819 AB12",
    "0197c0de-0000-7000-8000-00000000000a",
    '{"idempotency_key":"0123456789abcdef","status_code":"404"}',
    '{"password":null,"secret":"true","key_id":"Zk3v9Qw7Lp2xTt5"}',
    '{"token_type":"password-like","password_changed_at":"2026-11-26","token_expires_in":3600,"tokens":12}',
    '{"primary_key":"Zk3v9Qw7Lp2xTt5","secret":true,"password":"","author":{"name":"A"},"code":[404]}',
    "<token_type>bearer</token_type><author>Amina</author><password></password><token/>",
    'form-data; name="comment"\r\n\r\nhello\r\n--x',
    '{"name": "city", "value": "Riyadh"}',
    "token: none",
    "Bearer authentication failed",
    "2026-11-26T23:46:53+03:00",
    "+1",
    "+11111111111",
    "https://example.com/path?page=2",
    "author: Someone Important 12345678",
    "a%20b%2Fc",
    "hash 0123456789abcdef0123456789abcdef",
    "c2hvcnQgYW5kIHBsYWluIHRleHQ=",
    "//////////////////////////8=",
    "0123456789abcdefghijkl",
    '{"path":"\\/v1\\/orders","name":"caf\\u0065"}',
    "",
]


@pytest.mark.parametrize(("text", "secret", "rule"), FOUND)
def test_each_rule_takes_out_what_it_is_for(text: str, secret: str, rule: Rule) -> None:
    found = redacted(text)
    assert secret not in found.text
    assert MASK in found.text
    assert found.found == {rule: 1}


@pytest.mark.parametrize("text", KEPT)
def test_what_is_no_secret_stays(text: str) -> None:
    assert (redacted(text).text, redacted(text).found) == (text, {})


@pytest.mark.parametrize(("text", "secret", "rule"), FOUND)
def test_what_is_written_in_another_form_is_found_too(text: str, secret: str, rule: Rule) -> None:
    escaped = "".join(f"\\u{ord(each):04x}" if each in _ESCAPED else each for each in text)
    for form in (
        json.dumps({"body": text}),
        f"q={quote(text, safe='')}&page=1",
        f"body {base64.b64encode((text + ' and more').encode()).decode()} sent",
        f"body {base64.urlsafe_b64encode((text + ' and more').encode()).decode()} sent",
        f'{{"note":"{escaped}"}}' if "\n" not in text else json.dumps(text),
    ):
        found = redacted(form)
        assert secret not in found.text, form
        assert secret not in _unfolded(found.text), form
        assert sum(found.found.values()) >= 1, (form, rule)


def _unfolded(text: str) -> str:
    """Everything in base64, read; the rest as it is."""
    parts = []
    for word in text.replace("-", "+").replace("_", "/").split():
        try:
            parts.append(base64.b64decode(word + "=" * (-len(word) % 4), validate=True).decode())
        except ValueError:
            continue
    return " ".join(parts)


def test_redacting_again_changes_nothing() -> None:
    for text, _, _ in FOUND:
        once = redacted(text).text
        assert redacted(once) == type(redacted(once))(once, {})


def test_headers_that_carry_credentials_are_masked_whole() -> None:
    redactor = Redactor()
    headers = (
        ("Authorization", "x"), ("X-Mail", "to amina@example.com"), ("cookie", MASK), ("x-api-key", ""),
        ("X-Vault-Token", "s.1"), ("X-Hub-Signature-256", "sha256=0"), ("Idempotency-Key", "abc-1"),
        ("X-Event", "push"), ("X-Public-Token", "a"), ("X-Primary-Secret-2", "a"), ("X-Token-Type", "user"),
        ("Ocp-Apim-Subscription-Key", "Zk3v9Qw7Lp2xTt5"), ("X-Author", "Ops"),
    )  # fmt: skip
    assert [value for _, value in redactor.headers(headers)] == [
        MASK, f"to {MASK}", MASK, "", MASK, MASK, "abc-1", "push",
        MASK, MASK, "user", MASK, "Ops",
    ]  # fmt: skip
    assert redactor.found == {Rule.HEADER: 6, Rule.EMAIL: 1}


def test_json_values_are_redacted_by_their_names_and_by_what_they_are() -> None:
    redactor = Redactor()
    given_values = {
        "password": "x",
        "secret_rotated_at": "2026-09-23T12:00:00+00:00",
        "mails": ["amina@example.com", 3, None],
        "deeper": {"api_key": "k", "name": "Ops", "count": 7},
        "secrets": ["token"],
        "pin": 4711,
        "has_password": True,
        "otp": None,
        "tokens": 12,
        "session": {"id": "Zk3v9Qw7Lp2xTt5", "count": 3, "keys": ["Ops", "Zk3v9Qw7Lp2xTt5"]},
        "key": {"id": "Zk3v9Qw7Lp2xTt5"},
        "fields": [{"name": "password", "value": 1234}, {"key": "city", "value": "Riyadh"}],
    }
    assert redactor.values(given_values) == {
        "password": MASK,
        "secret_rotated_at": "2026-09-23T12:00:00+00:00",
        "mails": [MASK, 3, None],
        "deeper": {"api_key": MASK, "name": "Ops", "count": 7},
        "secrets": MASK,
        "pin": MASK,
        "has_password": True,
        "otp": None,
        "tokens": 12,
        "session": {"id": MASK, "count": 3, "keys": ["Ops", MASK]},
        "key": {"id": "Zk3v9Qw7Lp2xTt5"},
        "fields": [{"name": "password", "value": MASK}, {"key": "city", "value": "Riyadh"}],
    }


_SECRET_HEADS = (
    "password", "passwd", "passphrase", "pwd", "pass", "secret", "client_secret", "token", "access_token", "api_key",
    "private_key", "credential", "credentials", "cookie", "authorization", "pin", "otp", "cvv", "jwt", "passcode",
)  # fmt: skip
_QUALIFIERS = (
    "primary", "public", "partition", "cache", "sort", "expires", "status", "event", "keyword", "foreign",
    "idempotency", "type", "changed_at", "key_id", "count", "zip_code", "user",
)  # fmt: skip
_STYLES = (
    "_".join, lambda words: "-".join(words).upper(), lambda words: "_".join(words).upper(),
    lambda words: "X-" + "-".join(each.title() for each in words),
    lambda words: words[0] + "".join(each.title() for each in words[1:]),
    lambda words: "_".join(words) + "_2",
)  # fmt: skip
_names = st.builds(
    lambda style, before, head: style([*"_".join([*before, head]).split("_")]),
    st.sampled_from(_STYLES),
    st.lists(st.sampled_from(_QUALIFIERS), max_size=3),
    st.sampled_from(_SECRET_HEADS),
)
_SEED = "Seeded"
_seeded = st.recursive(
    st.sampled_from([_SEED, f"{_SEED} {{]", f"it's {_SEED}", 5323307, 5323307.5]),
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, min_size=1),
    max_leaves=5,
)


@settings(max_examples=300, deadline=None)
@given(_names, _seeded)
def test_what_stands_under_the_name_of_a_secret_never_appears(name: str, value: object) -> None:
    held = {"before": 1, name: value, "after": "stays"}
    body = json.dumps(held)
    encoded = base64.b64encode(body.encode()).decode()
    for shown in (
        json.dumps(Redactor().values(held)),
        redacted(body).text,
        redacted(repr(held)).text,
        redacted(json.dumps({"outer": body})).text,
        redacted(quote(body)).text,
        redacted(f"sent {encoded}").text,
        str(Redactor().headers([(name, str(value))])),
    ):
        assert _SEED not in shown
        assert "5323307" not in shown
        assert _SEED not in _unfolded(shown)
    assert json.loads(redacted(body).text) == {"before": 1, name: MASK, "after": "stays"}


@settings(max_examples=200, deadline=None)
@given(_names, st.sampled_from(["type", "changed_at", "expires_at", "expires_in", "count", "status", "name"]))
def test_what_is_only_about_a_secret_stays(name: str, about: str) -> None:
    for whole in (f"{name}_{about}", f"{name}-{about}".upper(), name + about.title().replace("_", "")):
        held = {whole: "Seeded", "count": 3}
        assert Redactor().values(held) == held
        assert redacted(json.dumps(held)).found == {}
        assert Redactor().headers([(whole, "Seeded")]) == ((whole, "Seeded"),)


def test_every_rule_has_its_title() -> None:
    assert set(RULE_TITLES) == set(Rule)


def test_numbers_are_what_their_sums_say() -> None:
    assert is_card("378282246310005")
    assert not is_card("378282246310006")
    assert not is_card("4111")
    assert iban_at("SA0380000000608010167519 and more") == len("SA0380000000608010167519")
    assert iban_at("SA038000") == 0
    assert is_phone("+966501234567")
    assert not is_phone("+9665")
    assert looks_random("Zk3v9Qw7Lp2xTt5")
    assert not looks_random("aaaaaaaaaaaaaaa1")
    assert not looks_random("notrandombutlong")
    assert not looks_random("Zk3v9")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_redacted_and_is_not_redacted_again(text: str) -> None:
    once = redacted(text).text
    assert redacted(once).text == once


def test_long_texts_take_no_longer_than_their_length() -> None:
    """A pattern that tries every beginning up to the end would not come back from these."""
    for letter in (
        "a", "%", "\\", "-", "1", "+", "=", "{", '\\"', "key", "password=", "eyJ", "a@", "00 ", "A3T", "<a>", "<a>a",
        'name="a"\n\n', 'name="a"\n', '"name":"a","value":"', 'key=\\"', "key={", 'key"\n', "key=[", "\\u0022 a",
    ):  # fmt: skip
        text = letter * (200_000 // len(letter))
        assert redacted(text + " %41 \\u0041 @ :// key token").text


def test_what_is_encoded_deeper_than_anybody_does_is_left() -> None:
    text = '{"password":"hunter2"}'
    deep = [text]
    for _ in range(4):
        deep.append(base64.b64encode(f"a body: {deep[-1]} (end)".encode()).decode())
    assert [redacted(each).found for each in deep[:4]] == [{Rule.NAMED_SECRET: 1}] * 4
    assert redacted(deep[4]).found == {}


@pytest.mark.parametrize(
    "text",
    [
        "mysql --password {} -u joe",
        'login --api-key "{}"',
        "curl -u joe:{} https://x.example",
        "curl --proxy-user 'joe:{}' https://x.example",
        "token=<{}>",
        "the password is {}",
        "his PIN was {}, he said",
        "كلمة المرور: {}",
        "كَلِمَةُ المُرُور هي {}",
        "الرقم السرّي = {}",
        '{{"كلمة السر": "{}"}}',
        '{{"note": "{{\\"رمز التحقق\\": \\"{}\\"}}"}}',
    ],
)
def test_secrets_are_found_as_people_say_and_type_them(text: str) -> None:
    for secret in ("hunter2", "Tr0ub4dor&3", "47119"):
        found = redacted(text.format(secret))
        assert secret not in found.text
        assert MASK in found.text
        assert redacted(found.text).text == found.text


@pytest.mark.parametrize(
    "text",
    [
        "the password is wrong", "the token is Expired.", "pin is required", "a key-value --store disk",
        "sort -u names",
        "كلمة المرور هي خاطئة", "رقم الطلب: 4711", "x <y> z", "count=<7>", "tar -xf token.tar",
    ],
)  # fmt: skip
def test_what_is_only_said_of_secrets_stays(text: str) -> None:
    assert redacted(text).text == text


def test_names_of_secrets_in_arabic_are_known() -> None:
    values = {"كلمة المرور": "abc", "الرّقم السرّي": 4711, "رقم الطلب": 4711}
    assert Redactor().values(values) == {"كلمة المرور": MASK, "الرّقم السرّي": MASK, "رقم الطلب": 4711}


def test_a_structure_that_is_cut_off_ends_where_the_text_around_it_ends() -> None:
    found = redacted('{"body": "{\\"credentials\\": {\\"pin\\": 4711", "after": 1}')
    assert "4711" not in found.text
    assert found.text.endswith('", "after": 1}')
