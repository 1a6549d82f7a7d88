"""What is seen of key holders: a computer asks and is compared; this program without a key, and asking for one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtWidgets import QApplication

from integration_console.domain.workspace import HolderKind
from integration_console.operations import holders
from integration_console.storage.vault import Vault
from integration_console.ui.demonstration.waiting import let_events_pass, wait_for
from integration_console.ui.tabs.key_holders.dialogs import ApproveDialog, AskDialog
from integration_console.ui.widgets import ConfirmDialog, Dialog
from tests.fakes import MemoryPlace

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from integration_console.operations.context import Context
    from integration_console.workplaces import LocalWorkplace
    from tests.ui.scenes import RealWindow

Scene = tuple[str, "QWidget"]
D = TypeVar("D", bound=Dialog)
NAMED = {"huda-laptop", "basma", "front-desk"}


def key_holder_scenes(real: RealWindow) -> Iterator[Scene]:
    """Yields what is seen of the page, by name."""
    context = cast("LocalWorkplace", real.console.workplace).opened.context
    yield from _asking(real, context)
    yield from _without_key(real, context)


def _asking(real: RealWindow, context: Context) -> Iterator[Scene]:
    window, view = real.page("key_holders"), real.tabs.key_holders
    wait_for("the first key", lambda: view.model.rows)
    let_events_pass(200)
    yield "key-holders", window
    laptop = replace(context, vault=Vault(context.store, MemoryPlace()), actor="basma")
    holders.ask(laptop, "huda-laptop")
    wait_for("who asks", lambda: view.model.rows[0].asks)
    view.table.selectRow(0)
    let_events_pass(200)
    yield "key-holders-asking", window
    view.panel.approve.click()
    dialog = _opened(ApproveDialog)
    yield "key-holder-approve", dialog
    dialog.reject()
    for kind in (HolderKind.RECOVERY, HolderKind.PASSPHRASE):
        rows = [place for place, row in enumerate(view.model.rows) if row.kind is kind]
        for place in rows:
            view.table.selectRow(place)
            let_events_pass(100)
            yield f"key-holder-{kind.value}", window
    for name, button in (("recovery", view.recovery), ("replace", view.replace)):
        button.click()
        asked = _opened(ConfirmDialog)
        yield f"key-holder-{name}-asked", asked
        asked.reject()


def _without_key(real: RealWindow, context: Context) -> Iterator[Scene]:
    """What this program shows on a computer that holds no key; afterwards it has its own again."""
    window, view, vault = real.page("key_holders"), real.tabs.key_holders, context.vault
    data_key, private_keys = vault._data_key, dict(vault._private_keys)
    vault._data_key, vault._private_keys = None, {}
    view.shown.emit()
    wait_for("what is closed", lambda: not view.keys.unlocked)
    let_events_pass(200)
    yield "key-holders-locked", window
    asking = AskDialog(view, "front-desk")
    asking.open()
    let_events_pass(100)
    yield "key-holder-ask", asking
    asking.reject()
    place = MemoryPlace()
    vault._private_keys.update(_private_key_of(Vault(context.store, place), place))
    holders.ask(replace(context, vault=_with(context, place)), "front-desk")
    wait_for("what was asked", lambda: view.keys.asked)
    let_events_pass(200)
    yield "key-holders-waiting", window
    vault._data_key, vault._private_keys = data_key, private_keys
    view.shown.emit()
    wait_for("the key again", lambda: view.keys.unlocked)


def _with(context: Context, place: MemoryPlace) -> Vault:
    return Vault(context.store, place)


def _private_key_of(vault: Vault, _place: MemoryPlace) -> dict[bytes, bytes]:
    vault.own_private_key()
    return dict(vault._private_keys)


def _opened(kind: type[D]) -> D:
    def visible() -> D | None:
        return next(
            (each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()), None
        )

    return wait_for(kind.__name__, visible)
