"""What every gateway promises is held on a workspace file and on a real PostgreSQL."""

from __future__ import annotations

import os

import pytest

_OF_WORKSPACES = ("test_gateways", "test_member_gateways", "test_sync_gateways")


@pytest.fixture(autouse=True)
def kept_in(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Where the workspaces of a test are kept."""
    where = str(getattr(request, "param", os.environ.get("TEST_WORKSPACES", "file")))
    monkeypatch.setenv("TEST_WORKSPACES", where)
    return where


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run the tests of workspaces twice, those about a file alone once."""
    if metafunc.module.__name__.rpartition(".")[2] not in _OF_WORKSPACES:
        return
    about_file = any(mark.name == "embedded" for mark in metafunc.definition.iter_markers())
    places = ["shared"] if os.environ.get("TEST_WORKSPACES") == "shared" else ["file", "shared"]
    metafunc.parametrize("kept_in", ["file"] if about_file else places, indirect=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what is about a file alone where a test meets it by one of its parameters."""
    items[:] = [each for each in items if not (_is_kept(each, "shared") and each.get_closest_marker("embedded"))]


def _is_kept(item: pytest.Item, where: str) -> bool:
    call = getattr(item, "callspec", None)
    return call is not None and call.params.get("kept_in") == where
