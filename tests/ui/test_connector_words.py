"""A connector type of somebody else may name any icon."""

from __future__ import annotations

import pytest

from integration_console.domain.connectors import ConnectorType
from integration_console.domain.forms import Form
from integration_console.ui.connector_words import UNKNOWN_TYPE_ICON, type_icon


@pytest.mark.parametrize(
    ("name", "shown"), [("users", "users"), ("no-such-icon", UNKNOWN_TYPE_ICON), ("", UNKNOWN_TYPE_ICON)]
)
def test_an_icon_that_there_is_not_becomes_a_plug(name: str, shown: str) -> None:
    assert type_icon(ConnectorType("other", "Other", "Of somebody else", name, Form())) == shown


def test_a_type_that_is_not_installed_has_a_plug() -> None:
    assert type_icon(None) == UNKNOWN_TYPE_ICON
