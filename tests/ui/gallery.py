"""Draws every part of the window into build/pictures/gallery-*.png, for looking at: `python -m tests.ui.gallery`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from integration_console.domain.errors import DiskFull, SlackChannelNotFound
from integration_console.domain.forms import Choice, Condition, Field, FieldKind, Form
from integration_console.domain.workspace import ReceiverState
from integration_console.ui.application import make_application
from integration_console.ui.forms import FormView
from integration_console.ui.language import LanguageCode, language
from integration_console.ui.main_window import MainWindow
from integration_console.ui.pages import Page
from integration_console.ui.preferences import Preferences
from integration_console.ui.theme import Space, ThemeChoice, theme
from integration_console.ui.widgets import (
    Banner,
    Card,
    CardGrid,
    ConfirmDialog,
    CopyLine,
    DangerButton,
    Dialog,
    EmptyState,
    IconButton,
    Label,
    LinkButton,
    PayloadView,
    PrimaryButton,
    QuietButton,
    SearchField,
    SecondaryButton,
    SegmentedControl,
    Skeleton,
    StatisticCard,
    StatusPill,
    Tone,
    readable,
)

PICTURES = Path(__file__).resolve().parents[2] / "build" / "pictures"
_PAYLOAD = (
    '{"action":"opened","number":42,"draft":false,"user":{"login":"ليلى","id":7},"url":"https://a.example/x?y=1"}'
)

FORM = Form(
    (
        Field("name", FieldKind.TEXT, "Name", "As it is shown in lists.", required=True),
        Field("url", FieldKind.URL, "Base address", placeholder="https://example.com/api", group="Connection"),
        Field("token", FieldKind.SECRET, "Token", "Kept sealed.", required=True, group="Connection"),
        Field(
            "mode",
            FieldKind.CHOICE,
            "Way of sending",
            choices=(Choice("hook", "Hook URL"), Choice("bot", "Bot token")),
            default="bot",
            group="Connection",
        ),
        Field("channel", FieldKind.TEXT, "Channel", visible_when=Condition("mode", "bot"), group="Connection"),
        Field("retries", FieldKind.INTEGER, "Retries", default=3, minimum=0, maximum=9, group="Details"),
        Field("active", FieldKind.BOOLEAN, "Active", default=True, group="Details"),
        Field("extra", FieldKind.JSON, "Extra headers", group="Details", default='{"X-Team": "ops"}'),
    )
)


def gallery() -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(Space.XL, Space.S, Space.XL, Space.XL)
    column.setSpacing(Space.L)
    column.addWidget(_statistics())
    column.addLayout(_buttons())
    column.addLayout(_pills())
    column.addWidget(_banners())
    lower = QHBoxLayout()
    lower.setSpacing(Space.M)
    lower.addWidget(_fields(), 1)
    lower.addWidget(_payload(), 1)
    column.addLayout(lower)
    states = QHBoxLayout()
    skeleton = Card()
    skeleton.body.addWidget(Skeleton())
    states.addWidget(skeleton, 1)
    empty = Card()
    state = EmptyState("webhook")
    state.show_words("No webhooks yet", "A webhook gives another system an address to send its events to.", "Create")
    empty.body.addWidget(state)
    states.addWidget(empty, 1)
    column.addLayout(states)
    column.addStretch(1)
    return page


def _statistics() -> QWidget:
    grid = CardGrid(220)
    cards = []
    for name, tone, label, value in (
        ("plug", Tone.NEUTRAL, "Active connectors", "12"),
        ("webhook", Tone.INFO, "Events today", "4,218"),
        ("circle-check", Tone.SUCCESS, "Delivered", "99.2%"),
        ("triangle-alert", Tone.DANGER, "Errors", "7"),
    ):
        card = StatisticCard(name, tone)
        card.show_label(label)
        card.show_value(value, "in the last 24 hours")
        card.show_trend([3, 5, 4, 8, 7, 12, 9, 14, 13, 18, 11, 19])
        cards.append(card)
    grid.show_cards(cards)
    return grid


def _buttons() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.S)
    for kind, name, text in (
        (PrimaryButton, "plus", "Add connector"),
        (SecondaryButton, "refresh-cw", "Refresh"),
        (SecondaryButton, "", "Cancel"),
        (DangerButton, "trash-2", "Delete"),
        (QuietButton, "send", "Send test"),
        (LinkButton, "", "Learn more"),
    ):
        button = kind(name)
        button.setText(text)
        row.addWidget(button)
    disabled = PrimaryButton("plus")
    disabled.setText("Disabled")
    disabled.setEnabled(False)
    row.addWidget(disabled)
    row.addWidget(IconButton("ellipsis"))
    segments = SegmentedControl(["all", "errors", "warnings"])
    segments.show_labels({"all": "All", "errors": "Errors", "warnings": "Warnings"})
    row.addWidget(segments)
    row.addStretch(1)
    return row


def _pills() -> QHBoxLayout:
    row = QHBoxLayout()
    for tone, text in zip(Tone, ("Paused", "Info", "Active", "Needs attention", "Failed"), strict=True):
        pill = StatusPill()
        pill.show_status(text, tone)
        row.addWidget(pill)
    row.addWidget(SearchField(), 1)
    return row


def _banners() -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    for tone, title, action in ((Tone.WARNING, "Receiving is interrupted", "Try again"), (Tone.INFO, "Hint", "")):
        banner = Banner()
        banner.show_message(tone, title, "The disk that holds the workspace is full. Free some space.", action)
        column.addWidget(banner)
    return box


def _fields() -> QWidget:
    card = Card()
    card.body.addWidget(Label("section", "Address"))
    card.body.addWidget(CopyLine("https://console.example/functions/v1/webhook-receiver/0197-ab"))
    form = FormView(FORM, {"name": "فريق العمليات", "url": "example"}, frozenset({"token"}))
    form.check()
    card.body.addWidget(form)
    return card


def _payload() -> QWidget:
    card = Card()
    view = PayloadView()
    view.show_text(*readable(_PAYLOAD))
    card.body.addWidget(Label("section", "Body"))
    card.body.addWidget(view)
    return card


def window() -> MainWindow:
    def scrolled() -> QWidget:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = gallery()
        page.setProperty("role", "clear")
        area.setWidget(page)
        return area

    pages = [
        Page("hub", "layout-dashboard", lambda: "Hub", scrolled),
        Page("connectors", "plug", lambda: "Connectors", QWidget),
        Page("webhooks", "webhook", lambda: "Webhooks", QWidget),
        Page("logs", "scroll-text", lambda: "Logs", QWidget),
    ]
    settings = QSettings(str(PICTURES / "gallery.ini"), QSettings.Format.IniFormat)
    made = MainWindow(pages, Preferences(settings))
    made.show_workspace("Northwind", "/home/me/northwind.console")
    made.show_receiver(ReceiverState(running=True, base_url="http://127.0.0.1:8787"))
    made.rail.show_count("logs", "7")
    return made


def form_dialog(parent: QWidget) -> Dialog:
    class Sample(Dialog):
        def retranslate(self) -> None:
            self.show_title("Add connector", "What the console needs to know to send messages.")
            self.primary.setText("Save")
            self.secondary.setText("Cancel")

    dialog = Sample(parent)
    dialog.body.addWidget(FormView(FORM))
    dialog.retranslate()
    dialog.show_error(SlackChannelNotFound(channel="#general"))
    dialog.fit()
    return dialog


def picture(widget: QWidget, name: str, ratio: int) -> None:
    QApplication.processEvents()
    pixmap = QPixmap(widget.size() * ratio)
    pixmap.setDevicePixelRatio(ratio)
    widget.render(pixmap)
    pixmap.save(str(PICTURES / f"gallery-{name}.png"))


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    application = make_application(sys.argv)
    shown = window()
    shown.resize(1240, 1360)
    shown.show()
    shown.toasts.show_success("Message sent", "It arrived in #general.")
    shown.toasts.show_error(DiskFull(), "Open log", lambda: None)
    dialog = form_dialog(shown)
    dialog.show()
    confirm = ConfirmDialog(shown)
    confirm.ask("Delete “Team Slack”?", "Its settings and its token are deleted. Log entries stay.", "Delete connector")
    for code in (LanguageCode.ENGLISH, LanguageCode.ARABIC):
        for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
            language.choose(code)
            theme.choose(choice)
            application.processEvents()
            for part, widget in (("window", shown), ("dialog", dialog), ("confirm", confirm)):
                picture(widget, f"{part}-{code}-{choice}", 1)
    picture(shown, "window-ar-dark-2x", 2)


if __name__ == "__main__":
    main()
