"""What is seen of API keys: one is created and shown once, changed, tried, given a new secret, revoked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import update

from integration_console.domain.callers import RequestFacts
from integration_console.domain.errors import ApiKeyRefused
from integration_console.operations import api_key_checks, api_key_uses
from integration_console.operations.context import Context
from integration_console.storage import api_key_tables
from integration_console.ui.demonstration.waiting import let_events_pass, wait_for
from integration_console.ui.tabs.api_keys.dialogs import KeyDialog, OneTimeDialog, RerollDialog
from integration_console.ui.tabs.api_keys.policy_dialog import PolicyDialog
from integration_console.ui.widgets import ConfirmDialog, Dialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from integration_console.ui.tabs.api_keys.view import ApiKeysView
    from tests.ui.scenes import RealWindow

Scene = tuple[str, "QWidget"]
D = TypeVar("D", bound=Dialog)
FORMS, REPORTS, TRIAL = "order-forms", "تقارير الإدارة", "erp-trial"
ROUTES = ("GET /api/v1/logs", "POST /api/v1/syncs")
NAMED = {FORMS, REPORTS, TRIAL, *ROUTES, "-"}
"""What people and routes are called."""


def api_key_scenes(real: RealWindow) -> Iterator[Scene]:
    """Yields what is seen of the page, by name."""
    window, view = real.page("api_keys"), real.tabs.api_keys
    wait_for("the page without keys", lambda: not view.states.shows_content)
    let_events_pass(200)
    yield "api-keys-empty", window
    yield from _creation(real, view)
    yield from _keys(real, view)
    yield from _changes(real, view)


def _creation(real: RealWindow, view: ApiKeysView) -> Iterator[Scene]:
    view.create_key.click()
    dialog = _opened(real, KeyDialog)
    yield "api-key-new", dialog
    dialog.head.show_values({"name": "", "preset": "custom"})
    dialog.life.show_values({"expires": "date", "expires_on": "x"})
    dialog.places.show_values({"addresses": "10.1.2.3/8"})
    for form in (dialog.head, dialog.life):
        form.changed.emit()
    dialog.primary.click()
    let_events_pass()
    yield "api-key-new-errors", dialog
    dialog.picker.boxes["syncs.run"].setChecked(True)
    dialog.picker.boxes["logs.read"].setChecked(True)
    dialog.head.show_values({"name": FORMS})
    dialog.life.show_values({"expires": "30d", "rate_limit": 600})
    dialog.places.show_values({"addresses": "203.0.113.0/24\n2001:db8::/32"})
    dialog.primary.click()
    once = _opened(real, OneTimeDialog)
    yield "api-key-once", once
    _use(real, once.text.text())
    once.stored.click()
    once.primary.click()
    wait_for("the new key", lambda: view.model.rows)


def _keys(real: RealWindow, view: ApiKeysView) -> Iterator[Scene]:
    window = real.page("api_keys")
    for name, preset in ((REPORTS, "read_only"), (TRIAL, "admin")):
        view.create_key.click()
        dialog = _opened(real, KeyDialog)
        dialog.head.show_values({"name": name, "preset": preset})
        dialog.life.show_values({"expires": "never"})
        dialog.primary.click()
        once = _opened(real, OneTimeDialog)
        once.stored.click()
        once.primary.click()
    wait_for("all keys", lambda: len(view.model.rows) == 3)
    _choose(view, FORMS)
    wait_for("its uses", lambda: view.panel.usage.model.rows)
    let_events_pass(200)
    yield "api-keys", window
    yield from _hygiene(real, view)


def _hygiene(real: RealWindow, view: ApiKeysView) -> Iterator[Scene]:
    """Keys that need not end, under a rule that they must; one that nobody uses, and one that may do too much."""
    window = real.page("api_keys")
    view.policy.click()
    dialog = _opened(real, PolicyDialog)
    dialog.form.show_values({"limited": True, "longest_days": 90})
    let_events_pass(100)
    yield "api-key-policy", dialog
    dialog.primary.click()
    wait_for("the rule", lambda: view.keyring.policy.longest_days == 90)
    then = datetime.now(UTC) - timedelta(days=100)
    _context(real).store.write(
        lambda writing: writing.connection.execute(update(api_key_tables.api_keys).values(created_at=then))
    )
    view.looked_at.emit()
    wait_for("the unused keys", view.only_unused.isVisible)
    _choose(view, FORMS)
    wait_for("the proposal", view.panel.narrowing.isVisible)
    let_events_pass(200)
    yield "api-keys-narrowing", window
    _choose(view, TRIAL)
    view.only_unused.click()
    let_events_pass(200)
    yield "api-keys-unused", window
    view.only_unused.click()
    view.policy.click()
    dialog = _opened(real, PolicyDialog)
    dialog.form.show_values({"limited": False})
    dialog.primary.click()
    wait_for("no rule", lambda: view.keyring.policy.longest_days is None)


def _changes(real: RealWindow, view: ApiKeysView) -> Iterator[Scene]:
    window = real.page("api_keys")
    _choose(view, FORMS)
    view.panel.edit.click()
    edit = _opened(real, KeyDialog)
    edit.places.show_values({"addresses": "203.0.113.7"})
    edit.trial.button.click()
    wait_for("the trial", lambda: not edit.trial.banner.isHidden())
    let_events_pass(100)
    yield "api-key-edit", edit
    edit.reject()
    view.panel.reroll.click()
    reroll = _opened(real, RerollDialog)
    yield "api-key-reroll", reroll
    reroll.primary.click()
    once = _opened(real, OneTimeDialog)
    once.stored.click()
    once.primary.click()
    _choose(view, TRIAL)
    view.panel.revoke.click()
    revocation = _opened(real, ConfirmDialog)
    yield "api-key-revoke", revocation
    revocation.primary.click()
    wait_for("its end", lambda: len(view.model.rows) == 2)
    view.with_revoked.click()
    _choose(view, TRIAL)
    let_events_pass(300)
    yield "api-keys-revoked", window
    while real.console.window.toasts.cards:
        real.console.window.toasts.close_newest()


def _use(real: RealWindow, text: str) -> None:
    """Use a key from several addresses, one of them not allowed."""
    context = _context(real)
    for address in ("203.0.113.7", "203.0.113.9", "198.51.100.4"):
        for route in ROUTES:
            try:
                api_key_checks.authenticate(context, text, RequestFacts(address, route, permission="logs.read"))
            except ApiKeyRefused:
                assert address == "198.51.100.4"
    api_key_uses.flush_uses(context)


def _context(real: RealWindow) -> Context:
    workplace = real.console.workplace
    assert workplace is not None
    context: Context = workplace.gateway._context  # type: ignore[attr-defined]  # what a service would work with
    return context


def _choose(view: ApiKeysView, name: str) -> None:
    view.choose(next(each.id for each in view.model.rows if each.name == name))
    let_events_pass(100)


def _opened(real: RealWindow, kind: type[D]) -> D:
    found = wait_for(
        kind.__name__, lambda: next((each for each in real.console.window.findChildren(kind) if each.isVisible()), None)
    )
    let_events_pass()
    return found
