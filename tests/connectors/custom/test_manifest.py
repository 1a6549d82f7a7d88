"""A manifest is read strictly: what is wrong is told by line and field, and nothing of it is ever run."""

from __future__ import annotations

import json

import pytest
import yaml

from integration_console.connectors.custom.form import EXAMPLE
from integration_console.connectors.custom.manifest import read_manifest
from integration_console.connectors.custom.text import LARGEST_TEXT, ManifestFault, read_text
from integration_console.connectors.rest.description import Grant, PageKind, Place, SignInKind
from tests.connectors.custom.manifests import PEOPLE, line_of, with_line


def fault(text: str, *, needs_key: bool = False) -> tuple[int, str, str]:
    with pytest.raises(ManifestFault) as raised:
        read_manifest(text, needs_key=needs_key)
    return raised.value.line, raised.value.field, raised.value.sentence


def test_a_manifest_says_all_that_a_source_is() -> None:
    manifest = read_manifest(PEOPLE, needs_key=True)
    assert (manifest.key, manifest.title, manifest.icon) == ("people_desk", "People Desk", "users")
    source = manifest.source
    assert (source.base_url, source.headers, source.timeout_seconds) == (
        "https://desk.example.com/v1",
        {"X-Tenant": "acme"},
        20.0,
    )
    assert (source.per_second, source.burst) == (500.0, 50)
    assert (source.sign_in.kind, source.sign_in.place, source.sign_in.name) == (
        SignInKind.API_KEY,
        Place.HEADER,
        "X-Api-Key",
    )
    people, found, listed = source.streams
    assert (people.paging.kind, people.paging.size, people.columns) == (PageKind.CURSOR, 10, ("mail",))
    assert (found.post, found.in_body, found.body, found.changes) == (True, True, {"sort": "id"}, None)
    assert (listed.query, listed.columns) == ({"wide": "true", "depth": "2"}, ())


def test_the_example_in_the_form_is_a_good_one() -> None:
    assert read_manifest(EXAMPLE).source.streams[0].key == "people"


def test_a_manifest_may_be_json_with_tabs() -> None:
    content = yaml.safe_load(PEOPLE)
    assert read_manifest(json.dumps(content, indent="\t")) == read_manifest(PEOPLE)


def test_a_fault_in_json_is_told_by_its_line() -> None:
    content = yaml.safe_load(PEOPLE)
    content["streams"][1]["id"] = "["
    text = json.dumps(content, indent="\t")
    line, field, _ = fault(text)
    assert (line, field) == (text[: text.index('"["')].count("\n") + 1, "streams[1].id")


def test_oauth_is_described_too() -> None:
    oauth = """sign_in:
  kind: oauth
  grant: refresh_token
  token_url: https://desk.example.com/token
  client_in: header
  scopes: [read, list]
streams:"""
    text = PEOPLE[: PEOPLE.index("sign_in:")] + oauth + PEOPLE[PEOPLE.index("streams:") + len("streams:") :]
    manifest = read_manifest(text)
    sign_in = manifest.source.sign_in
    assert (sign_in.kind, sign_in.grant, sign_in.scopes) == (
        SignInKind.OAUTH,
        Grant.REFRESH_TOKEN,
        ("read", "list"),
    )
    assert manifest.token_address == "https://desk.example.com/token"
    assert sign_in.client is not None
    assert sign_in.client.basic


@pytest.mark.parametrize(
    ("old", "new", "field", "sentence"),
    [
        ("manifest: 1", "manifest: 2", "manifest", "this must be one of: 1"),
        ("title: People Desk", "title: 7", "title", "this must be of the kind string"),
        ("title: People Desk", "title: ''", "title", "this is too short or too long"),
        ("icon: users", "icon: unicorn", "icon", "this must be one of: plug, database"),
        ("key: people_desk", "key: People Desk", "key", "this is not written as this field must be"),
        ("key: people_desk", 'key: "people\\n"', "key", "this is not written as this field must be"),
        (
            "base_url: https://desk.example.com/v1",
            "base_url: ftp://x",
            "base_url",
            "this is not written as this field must be",
        ),
        (
            "base_url: https://desk.example.com/v1",
            "base_url: https://u:p@x/",
            "base_url",
            "this is not written as this field must be",
        ),
        ("X-Tenant: acme", "X-Tenant: 5", "headers.X-Tenant", "this must be of the kind string"),
        ("X-Tenant: acme", "Bad Name: acme", "headers.Bad?Name", "This cannot be the name of a header."),
        ("timeout_seconds: 20", "timeout_seconds: 301", "timeout_seconds", "this number must be 300 at most"),
        ("per_second: 500", "per_second: 0", "pace.per_second", "this number must be 0.01 at least"),
        ("name: X-Api-Key", "nmae: X-Api-Key", "sign_in.nmae", "there is no such field"),
        ("name: X-Api-Key", "prefix: x", "sign_in.name", "this is missing"),
        ("name: X-Api-Key", "name: Host", "sign_in.name", "This cannot be the name of a header."),
        ("path: /cursor", "path: https://evil.example/", "streams[0].path", "Enter a path below the base address"),
        ("path: /cursor", "pathh: /cursor", "streams[0].pathh", "there is no such field"),
        (
            "record_title: name",
            "record_title: '[['",
            "streams[0].record_title",
            "This is not a JMESPath expression: look at character 3.",
        ),
        (
            "mail: contact.email",
            "mail: nope(@)",
            "streams[0].content.mail",
            "JMESPath has no function “nope”: look at character 1.",
        ),
        ("size: 10", "size: 0", "streams[0].pages.size", "this number must be 1 at least"),
        ("      next: next_cursor", "      more: a", "streams[0].pages.next", "this is missing"),
        (
            "      field: updated_at",
            "      field: ']'",
            "streams[0].changes.field",
            "This is not a JMESPath expression",
        ),
        ("key: found", "key: people", "streams[1].key", "another stream has this key"),
        ("method: POST", "method: GET", "streams[1].method", "this must be one of: POST"),
        ("columns: [mail]", "columns: [mail, 7]", "streams[0].columns[1]", "this must be of the kind string"),
        ("query: {wide: true, depth: 2}", "query: {wide: [1]}", "streams[2].query.wide", "this must be of the kind"),
        ("more: has_more", "more: '('", "streams[2].pages.more", "This is not a JMESPath expression"),
        ("  burst: 50", "  per_second: 4", "pace.per_second", "this is written twice"),
        ("X-Tenant: acme", "7: acme", "headers.7", "a name must be text: put it in quotes"),
        ("X-Tenant: acme", "[a, b]: acme", "manifest", "this is not written as YAML or JSON must be"),
    ],
)
def test_a_fault_is_told_by_line_and_field(old: str, new: str, field: str, sentence: str) -> None:
    text = with_line(old, new)
    line, told, shown = fault(text)
    assert told == field
    assert shown.startswith(sentence)
    assert line >= 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("icon: users", "icon: unicorn"),
        ("per_second: 500", "per_second: 0"),
        ("mail: contact.email", "mail: nope(@)"),
        ("method: POST", "method: GET"),
        ("key: found", "key: people"),
    ],
)
def test_the_line_is_the_one_that_a_person_has_to_correct(old: str, new: str) -> None:
    assert fault(with_line(old, new))[0] == line_of(old)


def test_what_is_missing_is_told_at_what_it_belongs_to() -> None:
    assert fault(with_line("    path: /search\n", ""))[:2] == (line_of("- key: found"), "streams[1].path")
    assert fault(with_line("title: People Desk\n", ""))[:2] == (1, "title")


def test_a_file_s_manifest_needs_a_key() -> None:
    assert fault(with_line("key: people_desk\n", ""), needs_key=True) == (1, "key", "this is missing")
    assert read_manifest(with_line("key: people_desk\n", "")).key == ""


def test_of_several_faults_the_first_is_told() -> None:
    text = with_line("icon: users", "icon: x", with_line("size: 10", "size: 0"))
    assert fault(text)[:2] == (5, "icon")


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("a: 1\nb: [\n", 3, "this is not written as YAML or JSON must be"),
        ("a: 1\n\tb: 2\n", 2, "this is not written as YAML or JSON must be"),
        ('{"a": 1,\n "b": }', 2, "this is not written as YAML or JSON must be"),
        ('{"a": 1,\n b: 2}', 2, "this is not written as YAML or JSON must be"),
        ("a: 1\nb: \x01\n", 2, "this is not written as YAML or JSON must be"),
        ("a: " + "9" * 5_000, 1, "this is not written as YAML or JSON must be"),
        ("a: 1\n---\nb: 2\n", 2, "this is not written as YAML or JSON must be"),
        ("a: &x 1\nb: *x\n", 1, "anchors, aliases and tags are not allowed"),
        ("a: 1\nb: *x\n", 2, "anchors, aliases and tags are not allowed"),
        ("a: 1\nb: !!python/object/apply:os.system ['true']\n", 2, "anchors, aliases and tags are not allowed"),
        ("a: " + "[" * 60, 1, "this is too large, or nested too deeply"),
        ("a:\n" + "  - 1\n" * 21_000, 20_000, "this is too large, or nested too deeply"),
        ("x" * (LARGEST_TEXT + 1), 1, "this is too large, or nested too deeply"),
        ('{"a": "\\ud800"}', 1, "this is not written as YAML or JSON must be"),
        ('{"a": NaN}', 1, "this is not written as YAML or JSON must be"),
        ("- 1\n", 1, "this must be an object of names and values"),
        ("", 1, "this must be an object of names and values"),
        ("just words", 1, "this must be an object of names and values"),
    ],
)
def test_a_text_that_cannot_be_read_is_told_by_its_line(text: str, line: int, sentence: str) -> None:
    found_line, field, found = fault(text)
    assert (field, found) == ("manifest", sentence)
    assert abs(found_line - line) <= (1 if line < 100 else 20)


def test_yaml_has_no_surprises() -> None:
    plain = "date: 2026-11-22\nno: no\non: on\nyes: true\nempty: null\nnothing: ~\n"
    text = read_text(plain + "time: 10:30\ncode: 010\nhex: 0x1f\nint: -7\nfloat: 1.50\nbig: 1e3\n")
    assert text.content == {
        "time": "10:30",
        "code": "010",
        "hex": "0x1f",
        "int": -7,
        "float": 1.5,
        "big": 1000.0,
        "date": "2026-11-22",
        "no": "no",
        "on": "on",
        "yes": True,
        "empty": None,
        "nothing": None,
    }


def test_nothing_of_a_faulty_value_is_repeated() -> None:
    secret = "s3cret-4711-value"
    for old, new in (
        ("icon: users", f"icon: {secret}"),
        ("id: id", f"id: '[[{secret}'"),
        ("in: header", f"in: {secret}"),
    ):
        assert secret not in repr(fault(with_line(old, new)))
