"""Pictures of hub and connectors with real data: `python -m tests.ui.tab_pictures [part of a name]`."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

from PySide6.QtCore import QSettings
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from integration_console.domain.connectors import Message
from integration_console.domain.errors import ConsoleError
from integration_console.domain.work import UnattendedWork
from integration_console.sandbox.weather import Weather
from integration_console.ui.application import make_application
from integration_console.ui.language import LanguageCode, language
from integration_console.ui.main_window import MainWindow
from integration_console.ui.pages import Page
from integration_console.ui.preferences import Preferences
from integration_console.ui.tabs.connectors.controller import ConnectorsController, make_connectors_tab
from integration_console.ui.tabs.connectors.view import ConnectorsView
from integration_console.ui.tabs.hub.controller import make_hub_tab
from integration_console.ui.theme import ThemeChoice, theme
from tests.ui.workspace import Place, made_place

PICTURES = Path(__file__).resolve().parents[2] / "build" / "pictures"
BLOCKS = '[\n  {"type": "header", "text": {"type": "plain_text", "text": "تم النشر"}},\n  {"type": "divider"}\n]'


def settle(seconds: float = 0.15) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.01)


def fill(place: Place) -> dict[str, str]:
    """Connectors in every state, and a day's worth of deliveries."""
    team = place.add_slack("Team Slack")
    lost = place.add_slack("فريق العمليات", channel="#nowhere")
    old = place.add_slack("Old alerts with a name that is longer than most names that people give")
    place.add_slack("Incidents")
    place.gateway.switch_connector(old.id, active=False)
    for each in (team, lost):
        place.gateway.check_connector(each.id, UnattendedWork(), lambda _stage: None)
    webhook = place.add_webhook()
    for number in range(37):
        place.deliver(webhook, f"d-{number % 34}", ("push", "issues", "pull_request", "release")[number % 4])
    place.deliver(webhook, "bad", secret="wrong")
    place.gateway.notify(team.id, Message("Deployed shop-api 2.4.1", "#general"))
    place.sandbox.weather(Weather.RATE_LIMITED, retry_after=30)
    try:
        place.gateway.notify(team.id, Message("Deployed shop-api 2.4.2", "#general"))
    except ConsoleError:
        place.gateway.check_connector(team.id, UnattendedWork(), lambda _stage: None)
    return {"team": team.id, "lost": lost.id}


def picture(widget: QWidget, name: str, ratio: int = 1) -> None:
    pixmap = QPixmap(widget.size() * ratio)
    pixmap.setDevicePixelRatio(ratio)
    widget.render(pixmap)
    pixmap.save(str(PICTURES / f"dev-{name}.png"))


def in_every_dress(widget: QWidget, name: str) -> None:
    for code in (LanguageCode.ENGLISH, LanguageCode.ARABIC):
        for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
            language.choose(code)
            theme.choose(choice)
            settle(0.1)
            for ratio in (1, 2):
                picture(widget, f"{name}-{code}-{choice}{'-2x' if ratio == 2 else ''}", ratio)
    language.choose(LanguageCode.ENGLISH)
    theme.choose(ThemeChoice.LIGHT)
    settle(0.1)


def made_window(place: Place, folder: Path) -> tuple[MainWindow, ConnectorsView]:
    hub = make_hub_tab(place.gateway, place.tasks, place.relay)
    window: MainWindow
    connectors = make_connectors_tab(place.gateway, place.tasks, place.relay, place.toasts, place.unlocking)
    pages = [
        Page("hub", "layout-dashboard", lambda: "Hub", lambda: hub),
        Page("connectors", "plug", lambda: "Connectors", lambda: connectors),
        Page("webhooks", "webhook", lambda: "Webhooks", QWidget),
        Page("logs", "scroll-text", lambda: "Logs", QWidget),
    ]
    window = MainWindow(pages, Preferences(QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)))
    window.show_workspace("Northwind", "/home/laila/northwind.db")
    window.show_receiver(place.gateway.workspace().receiver)
    window.resize(1240, 800)
    window.show()
    settle(0.6)
    return window, connectors


def pictures_of(place: Place, folder: Path) -> dict[str, Callable[[], None]]:
    window, view = made_window(place, folder)
    in_every_dress(window, "hub-empty")
    ids = fill(place)
    settle(1.6)
    controller = view.findChild(ConnectorsController)
    assert controller is not None

    def page(name: str, key: str, width: int = 1240) -> None:
        window.show_page(key)
        window.resize(width, 800)
        settle()
        in_every_dress(window, name)

    def tested(connector: str, name: str) -> None:
        window.show_page("connectors")
        view.check(ids[connector])
        settle(1)
        page(name, "connectors")

    def chooser() -> None:
        view.add()
        settle()
        assert controller.saving.chooser is not None
        in_every_dress(controller.saving.chooser, "connectors-chooser")
        controller.saving.chooser.card_of("slack").clicked.emit()

    def form() -> None:
        chooser()
        settle()
        dialog = controller.saving.dialog
        assert dialog is not None
        in_every_dress(dialog, "connectors-form")
        dialog.primary.click()
        in_every_dress(dialog, "connectors-form-errors")
        dialog.reject()
        view.edit_requested.emit(ids["team"])
        settle()
        assert controller.saving.dialog is not None
        in_every_dress(controller.saving.dialog, "connectors-edit")
        controller.saving.dialog.reject()

    def message() -> None:
        view.compose(ids["team"])
        settle()
        dialog = controller.sending.dialog
        assert dialog is not None
        dialog.form.show_values({"format": "blocks", "blocks": BLOCKS, "text": "تم النشر 2.4.1"})
        settle()
        dialog.grow()
        in_every_dress(dialog, "connectors-message")
        place.sandbox.weather(Weather.RATE_LIMITED, retry_after=2)
        dialog.primary.click()
        settle()
        in_every_dress(dialog, "connectors-message-error")
        dialog.reject()

    def removal() -> None:
        view.removal_requested.emit(ids["team"])
        settle()
        assert controller.confirmation is not None
        in_every_dress(controller.confirmation, "connectors-delete")
        controller.confirmation.reject()

    return {
        "hub": lambda: page("hub", "hub"),
        "hub-narrow": lambda: page("hub-narrow", "hub", 700),
        "passed": lambda: tested("team", "connectors-passed"),
        "failed": lambda: tested("lost", "connectors-failed"),
        "narrow": lambda: page("connectors-narrow", "connectors", 700),
        "form": form,
        "message": message,
        "removal": removal,
    }


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    application = make_application(sys.argv[:1])
    theme.choose(ThemeChoice.LIGHT)
    language.choose(LanguageCode.ENGLISH)
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    with tempfile.TemporaryDirectory() as folder, made_place(Path(folder), receiving=True) as place:
        for name, draw in pictures_of(place, Path(folder)).items():
            if wanted in name:
                draw()
        application.closeAllWindows()


if __name__ == "__main__":
    main()
