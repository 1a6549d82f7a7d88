"""Keys for other systems: each is shown once, one gets a new secret, and one is revoked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QApplication

from integration_console.ui.demonstration.waiting import wait_for
from integration_console.ui.tabs.api_keys.dialogs import KeyDialog, OneTimeDialog, RerollDialog
from integration_console.ui.widgets import ConfirmDialog, Dialog

if TYPE_CHECKING:
    from integration_console.ui.console import Console
    from integration_console.ui.tabs.api_keys.view import ApiKeysView

D = TypeVar("D", bound=Dialog)
_KEYS = (
    ("Website, order forms", {"preset": "ingest"}, {"expires": "365d"}, "203.0.113.0/24\n2001:db8::/32"),
    ("تقارير الإدارة", {"preset": "read_only"}, {"expires": "90d"}, ""),
    ("Deployments", {"preset": "admin"}, {"expires": "30d"}, ""),
    ("Trial of last week", {"preset": "read_only"}, {"expires": "30d"}, ""),
)


class KeysStory:
    """An admin hands keys out, and takes one back."""

    def __init__(self, console: Console) -> None:
        """Use `console`, whose workspace the story before has opened."""
        self._console = console
        self.happened: list[tuple[str, str]] = []

    def hand_out_keys(self) -> None:
        """Create the keys, give the first a new secret, revoke the last."""
        self._console.window.show_page("api_keys")
        view = self._view
        wait_for("the page of API keys", view.create_key.isEnabled)
        for number, (name, may, life, addresses) in enumerate(_KEYS, 1):
            view.creation_requested.emit()
            dialog = wait_for("the form of a key", partial(_newest, view, KeyDialog))
            dialog.head.show_values({"name": name, **may})
            dialog.life.show_values(life)
            dialog.places.show_values({"addresses": addresses})
            dialog.primary.click()
            self._store(view)
            wait_for("the new key", partial(_lists, view, number))
        self._reroll(view)
        self._revoke(view)
        self.happened.append(("API keys", f"{len(_KEYS)} handed out, each shown once; one rerolled, one revoked"))

    def _reroll(self, view: ApiKeysView) -> None:
        key = next(each for each in view.model.rows if each.name == _KEYS[0][0])
        view.reroll_requested.emit(key)
        wait_for("the question for the overlap", lambda: _newest(view, RerollDialog)).primary.click()
        self._store(view)

    def _revoke(self, view: ApiKeysView) -> None:
        key = next(each for each in view.model.rows if each.name == _KEYS[-1][0])
        view.revocation_requested.emit(key)
        wait_for("the question before it is revoked", lambda: _newest(view, ConfirmDialog)).primary.click()
        wait_for("the revoked key's end", partial(_lists, view, len(_KEYS) - 1))
        wait_for("the dialog's end", lambda: QApplication.activeModalWidget() is None)

    @staticmethod
    def _store(view: ApiKeysView) -> None:
        shown = wait_for("the key, shown once", lambda: _newest(view, OneTimeDialog))
        shown.stored.click()
        shown.primary.click()
        wait_for("the dialog's end", lambda: QApplication.activeModalWidget() is None)

    @property
    def _view(self) -> ApiKeysView:
        assert self._console.tabs is not None  # noqa: S101 - the workspace is open
        return self._console.tabs.api_keys


def _newest(view: ApiKeysView, kind: type[D]) -> D | None:
    return next((each for each in view.findChildren(kind)[::-1] if each.isVisible()), None)


def _lists(view: ApiKeysView, count: int) -> bool:
    return len(view.model.rows) == count
