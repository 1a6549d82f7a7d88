"""Types that manifests describe: in a form and as files in a folder, against a REST API in miniature."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from integration_console.connectors.custom import CustomConnectorType, ManifestConnectorType
from integration_console.connectors.custom.folder import ManifestFolder
from integration_console.connectors.custom.manifest import read_manifest
from integration_console.connectors.custom.text import LARGEST_TEXT
from integration_console.connectors.http import HttpClients
from integration_console.connectors.registry import ConnectorTypes
from integration_console.domain.connectors import BrokenType, CheckReport, ConnectorDraft, ConnectorKind
from integration_console.domain.errors import InvalidInput, SignInRefused, SyncUnavailable
from integration_console.domain.forms import Value
from integration_console.domain.records import RecordFilter
from integration_console.domain.streams import SyncMode, SyncRequest
from integration_console.domain.syncs import RunCounts, RunRequest
from integration_console.domain.work import UnattendedWork
from integration_console.operations import connectors, records
from integration_console.sandbox import RestSandbox
from tests.builders import opened_workspace, synced
from tests.connectors.custom.manifests import PEOPLE, line_of, people, with_line
from tests.contracts.connector_type_contract import ConnectorTypeContract
from tests.fakes import access
from tests.page_store import PageStore

FULL, INCREMENTAL = SyncMode.FULL, SyncMode.INCREMENTAL
OAUTH = """sign_in:
  kind: oauth
  token_url: {address}
streams:"""


class TestTheTypeOfAManifest(ConnectorTypeContract):
    @pytest.fixture(params=["api_key", "bearer", "basic", "oauth", "none"])
    def kind(self, request: pytest.FixtureRequest) -> ConnectorKind:
        named = "" if request.param == "api_key" else "\n  # no name"
        text = with_line("  kind: api_key", f"  kind: {request.param}{named}")
        return ManifestConnectorType(read_manifest(text))


@pytest.fixture
def sandbox() -> Iterator[RestSandbox]:
    with RestSandbox(items=25) as running:
        yield running


@pytest.fixture
def values(sandbox: RestSandbox) -> dict[str, Value]:
    return {"manifest": people(sandbox), "api_key": sandbox.credentials.api_key, "private_network": True}


def read(kind: CustomConnectorType | ManifestConnectorType, values: dict[str, Value], stream: str) -> PageStore:
    store = PageStore()
    store.take(kind.sync(access(values), SyncRequest(stream, FULL), UnattendedWork()))
    return store


# ------------------------------------------------------------------------------------------------- written into a form
@pytest.mark.parametrize("stream", ["people", "found", "listed"])
def test_every_stream_of_a_manifest_is_read(values: dict[str, Value], stream: str) -> None:
    assert len(read(CustomConnectorType(), values, stream).records) == 25


def test_a_custom_connector_passes_its_check_and_shows_first_records(values: dict[str, Value]) -> None:
    custom = CustomConnectorType()
    assert CheckReport(tuple(custom.check(access(values), UnattendedWork()))).passed
    shown = custom.preview(access(values), 2)
    assert (len(shown.records), shown.problems) == (2, ())


def test_a_path_of_a_manifest_that_finds_nothing_is_told(values: dict[str, Value], sandbox: RestSandbox) -> None:
    wrong = people(sandbox, with_line("record_title: name", "record_title: label"))
    shown = CustomConnectorType().preview(access({**values, "manifest": wrong}), 2)
    assert [(each.field, each.sentence) for each in shown.problems] == [
        ("manifest", "No record has anything at “label”.")
    ]


def test_a_faulty_manifest_is_told_by_line_and_field(values: dict[str, Value]) -> None:
    custom = CustomConnectorType()
    wrong = {**values, "manifest": with_line("size: 10", "size: ten")}
    (problem,) = custom.problems(wrong)
    line = line_of("size: 10")
    assert (problem.field, problem.sentence) == (
        "manifest",
        f"Line {line}, streams[0].pages.size: this must be of the kind integer.",
    )
    assert custom.streams(wrong) == ()
    with pytest.raises(InvalidInput):
        read(custom, wrong, "people")
    assert not CheckReport(tuple(custom.check(access(wrong), UnattendedWork()))).passed


def test_an_empty_manifest_is_a_missing_field() -> None:
    assert [each.field for each in CustomConnectorType().problems({"manifest": ""})] == ["manifest"]


@pytest.mark.parametrize(
    ("sign_in", "missing"),
    [
        ("api_key\n  name: X-Key", ["api_key"]),
        ("bearer", ["token"]),
        ("basic", ["username"]),
        ("oauth", ["token_address", "client_id"]),
        ("oauth\n  grant: refresh_token\n  token_url: https://a/t", ["client_id", "refresh_token"]),
        ("none", []),
    ],
)
def test_the_credentials_of_the_sign_in_are_asked_for(sign_in: str, missing: list[str]) -> None:
    text = PEOPLE[: PEOPLE.index("sign_in:")] + f"sign_in:\n  kind: {sign_in}\n" + PEOPLE[PEOPLE.index("streams:") :]
    custom = CustomConnectorType()
    assert [each.field for each in custom.problems({"manifest": text})] == missing
    stored = frozenset({"api_key", "token", "refresh_token"})
    left = [name for name in missing if name not in stored]
    assert [each.field for each in custom.problems({"manifest": text}, stored)] == left


def test_credentials_and_addresses_that_cannot_be_are_named(values: dict[str, Value]) -> None:
    wrong: dict[str, Value] = {**values, "api_key": "two words", "base_url": "https://a.example?x"}
    assert sorted(each.field for each in CustomConnectorType().problems(wrong)) == ["api_key", "base_url"]


def test_the_form_s_address_goes_before_the_manifest_s(sandbox: RestSandbox, values: dict[str, Value]) -> None:
    elsewhere: dict[str, Value] = {**values, "manifest": PEOPLE, "base_url": sandbox.base_url}
    assert len(read(CustomConnectorType(), elsewhere, "people").records) == 25


def test_the_proposed_manifest_works_at_once_when_the_console_is_tried_out(sandbox: RestSandbox) -> None:
    kind = CustomConnectorType(base_url=sandbox.base_url)
    tried: dict[str, Value] = {"token": sandbox.credentials.bearer}
    assert kind.problems(tried) == ()
    assert len(read(kind, {**kind.description.form.with_defaults(tried)}, "people").records) == 25


# ------------------------------------------------------------------------------------------------------- in a folder
@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "connectors"
    made.mkdir()
    return made


def found(folder: Path) -> ConnectorTypes:
    return ConnectorTypes(HttpClients(), found=lambda: (), described=ManifestFolder(folder).types)


def test_each_file_is_a_type_of_its_own(folder: Path, sandbox: RestSandbox) -> None:
    (folder / "people.yaml").write_text(people(sandbox), "utf-8")
    (folder / "other.YML").write_text(people(sandbox, with_line("key: people_desk", "key: other_desk")), "utf-8")
    (folder / "notes.txt").write_text("nothing", "utf-8")
    (folder / ".hidden.yaml").write_text("nothing", "utf-8")
    (folder / "folder.yaml").mkdir()
    types = found(folder)
    assert [kind.description.key for kind in types.kinds()] == ["other_desk", "people_desk"]
    assert types.broken == ()
    described = types.kind("people_desk").description
    assert [each.name for each in described.form.fields] == [
        *("base_url", "api_key", "timeout_seconds", "private_network"),
    ]
    assert described.form.with_defaults({})["timeout_seconds"] == 20


def test_a_type_of_a_file_is_read_with_oauth_too(sandbox: RestSandbox) -> None:
    oauth = OAUTH.format(address=sandbox.token_address)
    text = PEOPLE[: PEOPLE.index("sign_in:")] + oauth + PEOPLE[PEOPLE.index("streams:") + len("streams:") :]
    kind = ManifestConnectorType(read_manifest(people(sandbox, text), needs_key=True))
    known = sandbox.credentials
    values: dict[str, Value] = {"client_id": known.client_id, "client_secret": known.client_secret}
    assert kind.problems(values) == ()
    assert len(read(kind, {**values, "private_network": True}, "people").records) == 25
    with pytest.raises(SignInRefused):
        read(kind, {**values, "client_secret": "wrong", "private_network": True}, "people")
    with pytest.raises(SyncUnavailable):
        read(kind, {**values, "private_network": True}, "nothing")


def test_a_type_of_a_file_names_what_cannot_be() -> None:
    kind = ManifestConnectorType(read_manifest(PEOPLE))
    assert [each.field for each in kind.problems({"api_key": "two words"})] == ["api_key"]
    assert [each.field for each in kind.problems({})] == ["api_key"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (
            with_line("icon: users", "icon: unicorn").encode(),
            "people.yaml, line 5: icon: this must be one of: plug, database",
        ),
        (
            with_line("key: people_desk\n", "").encode(),
            "people.yaml, line 1: key: this is missing. Correct the file; the connector type appears at",
        ),
        (b"a: 1\nb: \xff\n", "people.yaml, line 2: manifest: the file is not written in UTF-8."),
        (b" " * (LARGEST_TEXT + 1), f"people.yaml, line 1: manifest: the file is larger than {LARGEST_TEXT} bytes."),
        (b"", "people.yaml, line 1: manifest: this must be an object of names and values."),
    ],
)
def test_a_faulty_file_is_a_broken_type_with_its_reason(folder: Path, content: bytes, reason: str) -> None:
    (folder / "people.yaml").write_bytes(content)
    ((key, told),) = found(folder).broken
    assert key == "people.yaml"
    assert told.startswith(reason)
    assert str(folder) not in told


def test_a_file_that_cannot_be_read_is_a_broken_type(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "people.yaml").write_text(PEOPLE, "utf-8")

    def refused(*_: object) -> None:
        raise PermissionError(str(folder))

    monkeypatch.setattr(Path, "open", refused)
    ((_, told),) = found(folder).broken
    assert told.startswith("people.yaml, line 1: manifest: the file cannot be read.")


def test_two_files_of_one_key_are_one_type(folder: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (folder / name).write_text(PEOPLE, "utf-8")
    types = found(folder)
    assert len(types.kinds()) == 1
    assert types.broken[0][0] == "b.yaml"
    assert types.broken[0][1].startswith("b.yaml, line 1: key: another file has this key.")


def test_a_key_of_an_installed_type_stays_that_type_s() -> None:
    mine = CustomConnectorType()
    described = ManifestConnectorType(read_manifest(with_line("key: people_desk", "key: custom")))
    broken = BrokenType("gone", "It is gone.")
    types = ConnectorTypes(
        HttpClients(), ready={"custom": mine}, found=lambda: (), described=lambda _: (described, broken)
    )
    assert types.kind("custom") is mine
    assert types.broken == (("custom", "Another connector type has this key."), ("gone", "It is gone."))


def test_a_folder_that_is_not_there_has_no_types(tmp_path: Path) -> None:
    assert found(tmp_path / "nowhere").kinds() == ()


def test_a_file_in_the_folder_of_a_workspace_brings_records_with_nothing_else_changed(
    tmp_path: Path, folder: Path, sandbox: RestSandbox
) -> None:
    (folder / "people.yaml").write_text(people(sandbox), "utf-8")
    with opened_workspace(tmp_path, connectors_folder=folder) as opened:
        context = opened.context
        values: dict[str, Value] = {"api_key": sandbox.credentials.api_key, "private_network": True}
        desk = connectors.save_connector(context, ConnectorDraft("people_desk", "Desk", values))
        run = synced(context, RunRequest(desk.id, FULL, streams=("people",)))
        assert run.counts == RunCounts(added=25, pages=3)
        sandbox.rows.change(3, name="Renamed")
        assert synced(context, RunRequest(desk.id, INCREMENTAL, streams=("people",))).counts.updated == 1
        page = records.record_page(context, RecordFilter(desk.id, "people"))
        assert {"name": "Renamed", "mail": "person3@example.com"} in [dict(each.content) for each in page.records]
