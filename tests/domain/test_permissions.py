"""Permissions: what roles and presets may do, and how a grant is read."""

from __future__ import annotations

import pytest

from integration_console.domain.errors import PermissionDenied
from integration_console.domain.permissions import (
    ALL_RIGHTS,
    KEY_PERMISSIONS,
    KEY_PRESETS,
    PERMISSIONS,
    ROLE_PERMISSIONS,
    ROLE_RIGHTS,
    Grant,
    Rights,
    Role,
    parsed_grant,
)


def test_what_is_not_granted_is_denied() -> None:
    assert [each for each in PERMISSIONS if Rights().allows(each)] == []
    with pytest.raises(PermissionDenied) as denied:
        Rights().require("logs.read")
    assert denied.value.params == {"permission": "logs.read"}


def test_the_holder_of_a_file_may_do_everything() -> None:
    assert [each for each in PERMISSIONS if not ALL_RIGHTS.allows(each)] == []


def test_support_and_auditor_change_no_settings_and_see_no_payloads() -> None:
    for role, more in ((Role.SUPPORT, {"logs.write"}), (Role.AUDITOR, set())):
        assert {each for each in ROLE_PERMISSIONS[role] if not each.endswith(".read")} == more
        assert not ROLE_RIGHTS[role].allows("payloads.read")


def test_no_key_can_be_given_what_only_a_person_may_do() -> None:
    personal = {"members.write", "holders.write", "workspace.write"}
    assert set(PERMISSIONS) - set(KEY_PERMISSIONS) == personal
    assert [name for name, preset in KEY_PRESETS.items() if preset & personal] == []


@pytest.mark.parametrize(
    ("text", "grant"),
    [
        ("logs.read", Grant("logs.read")),
        (" events.ingest:4711 ", Grant("events.ingest", "4711")),
        ("logs.read:", None),
        ("logs", None),
        ("", None),
    ],
)
def test_a_grant_is_read_from_text(text: str, grant: Grant | None) -> None:
    assert parsed_grant(text) == grant


def test_a_grant_reads_as_it_is_written() -> None:
    assert [str(Grant("logs.read")), str(Grant("events.ingest", "1"))] == ["logs.read", "events.ingest:1"]


def test_a_narrow_grant_counts_for_its_scope_only() -> None:
    rights = Rights(frozenset({Grant("events.ingest", "a")}))
    assert [rights.allows("events.ingest", scope) for scope in ("a", "b", "")] == [True, False, False]
