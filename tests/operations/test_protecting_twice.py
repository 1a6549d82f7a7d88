"""A workspace gets its keys once: new ones would make its secrets unreadable."""

from __future__ import annotations

from pathlib import Path

import pytest

from integration_console.domain.errors import AlreadyProtected
from integration_console.operations import workspace
from tests.builders import opened_workspace


def test_a_protected_workspace_is_not_protected_again(tmp_path: Path) -> None:
    with opened_workspace(tmp_path) as opened:
        before = opened.context.vault.holders()
        with pytest.raises(AlreadyProtected):
            workspace.protect(opened.context, "amina", "a passphrase of some length")
        assert opened.context.vault.holders() == before
