"""A REST API in miniature, and the connector type `api` that reads it by a filled form."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from integration_console.connectors.api import ApiConnectorType
from integration_console.domain.forms import Value
from integration_console.sandbox import RestSandbox


@pytest.fixture
def sandbox() -> Iterator[RestSandbox]:
    with RestSandbox(items=25) as running:
        yield running


@pytest.fixture
def api(sandbox: RestSandbox) -> ApiConnectorType:
    return ApiConnectorType(base_url=sandbox.base_url)


@pytest.fixture
def values(sandbox: RestSandbox) -> dict[str, Value]:
    return {
        "path": "/cursor",
        "sign_in": "bearer",
        "token": sandbox.credentials.bearer,
        "records_path": "items",
        "title_path": "name",
        "paging": "cursor",
        "page_parameter": "cursor",
        "size_parameter": "limit",
        "page_size": 10,
        "changes_path": "updated_at",
        "changes_parameter": "updated_since",
        "columns": "status, contact",
    }
