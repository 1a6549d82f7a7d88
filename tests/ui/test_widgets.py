"""The parts that windows are made of."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from integration_console.domain.errors import DiskFull, NameTaken
from integration_console.ui.language import LanguageCode, language, technical
from integration_console.ui.widgets import (
    Banner,
    Card,
    CardGrid,
    Cell,
    Column,
    ConfirmDialog,
    ContentStates,
    CopyButton,
    CopyLine,
    DataTable,
    ElidedLabel,
    EmptyState,
    LtrLine,
    NavigationRail,
    PayloadView,
    PrimaryButton,
    SearchField,
    SegmentedControl,
    Skeleton,
    StatisticCard,
    StatusPill,
    Syntax,
    TableModel,
    Toast,
    ToastOverlay,
    Tone,
    readable,
)
from integration_console.ui.widgets import toasts as toasts_module


def _names(overlay: ToastOverlay) -> list[str]:
    return [card.accessibleName() for card in overlay.cards]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(800, 600)
    qtbot.addWidget(made)
    made.show()
    return made


def test_toasts_stack_at_the_trailing_lower_corner(qtbot: QtBot, window: QWidget) -> None:
    overlay = ToastOverlay(window)
    overlay.show_success("Saved")
    overlay.show_error(NameTaken(name="Team"))
    older, newer = overlay.cards
    qtbot.waitUntil(lambda: older.geometry().bottom() < newer.geometry().top() and newer.geometry().right() > 700)
    language.choose(LanguageCode.ARABIC)
    qtbot.waitUntil(lambda: newer.geometry().left() < 100)


def test_toast_closes_by_keyboard_and_by_itself(qtbot: QtBot, window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toasts_module, "_SHORT_MS", 20)
    overlay = ToastOverlay(window)
    overlay.show_error(DiskFull())
    qtbot.keyClick(overlay.cards[0], Qt.Key.Key_Escape)
    assert _names(overlay) == []
    overlay.show_info("Hello")
    assert _names(overlay) == ["Hello"]
    QApplication.sendEvent(overlay.cards[0], QEvent(QEvent.Type.Leave))  # wherever the mouse of other tests stands
    qtbot.waitUntil(lambda: overlay.cards == ())


def test_toast_action_runs_and_closes(qtbot: QtBot, window: QWidget) -> None:
    overlay = ToastOverlay(window)
    pressed: list[bool] = []
    overlay.show_toast(Toast(Tone.INFO, "Deleted", action_text="Undo", action=lambda: pressed.append(True)))
    button = next(each for each in overlay.cards[0].findChildren(QWidget) if getattr(each, "kind", "") == "link")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == [True]
    assert overlay.cards == ()


def test_no_more_than_four_toasts_are_seen(window: QWidget) -> None:
    overlay = ToastOverlay(window)
    for number in range(6):
        overlay.show_info(str(number))
    assert _names(overlay) == ["2", "3", "4", "5"]
    overlay.close_newest()
    assert len(overlay.cards) == 3


def test_technical_line_stays_left_to_right_in_arabic(qtbot: QtBot) -> None:
    line = LtrLine("https://console.example/")
    qtbot.addWidget(line)
    line.show()
    language.choose(LanguageCode.ARABIC)
    QApplication.processEvents()
    line.setCursorPosition(0)
    assert line.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert line.cursorRect().center().x() < line.width() // 2


def test_copies_carry_no_direction_marks(qtbot: QtBot) -> None:
    button = CopyButton(lambda: technical("/var/log"))
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.copied):
        button.click()
    assert QGuiApplication.clipboard().text() == "/var/log"


def test_copy_line_shows_its_beginning(qtbot: QtBot) -> None:
    line = CopyLine()
    qtbot.addWidget(line)
    line.show_text("https://console.example/" + "x" * 200)
    assert line.text().startswith("https://")
    assert line.findChildren(LtrLine)[0].cursorPosition() == 0


def test_search_waits_for_a_pause_and_escape_clears(qtbot: QtBot) -> None:
    field = SearchField()
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.searched) as heard:
        qtbot.keyClicks(field, "slack")
    assert heard.args == ["slack"]
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_clickable_card_answers_mouse_and_keyboard(qtbot: QtBot) -> None:
    card = Card(clickable=True)
    qtbot.addWidget(card)
    card.show()
    with qtbot.waitSignals([card.clicked, card.clicked]):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
        qtbot.keyClick(card, Qt.Key.Key_Return)


def test_card_grid_has_as_many_columns_as_fit_and_mirrors(qtbot: QtBot) -> None:
    grid = CardGrid(200)
    qtbot.addWidget(grid)
    cards = [Card() for _ in range(3)]
    grid.resize(640, 300)
    grid.show()
    grid.show_cards(cards)
    QApplication.processEvents()
    assert cards[0].y() == cards[2].y()
    language.choose(LanguageCode.ARABIC)
    QApplication.processEvents()
    assert cards[0].x() > cards[1].x() > cards[2].x()
    grid.resize(250, 600)
    QApplication.processEvents()
    assert cards[0].y() < cards[1].y() < cards[2].y()


def test_rail_changes_page_by_mouse_arrows_and_shortcut(qtbot: QtBot) -> None:
    rail = NavigationRail()
    qtbot.addWidget(rail)
    heard: list[str] = []
    rail.page_chosen.connect(heard.append)
    for key in ("hub", "logs"):
        rail.add_page(key, "plug")
    rail.show_labels({"hub": "Hub", "logs": "Logs"})
    rail.choose("hub")
    rail.show()
    with qtbot.waitExposed(rail):
        rail.activateWindow()
    qtbot.keyClick(rail, Qt.Key.Key_Down)
    qtbot.keyClick(rail, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert heard == ["logs", "hub"]


def test_segments_announce_what_a_person_chose_only(qtbot: QtBot) -> None:
    segments = SegmentedControl(["all", "errors"])
    qtbot.addWidget(segments)
    segments.show_labels({"all": "All", "errors": "Errors"})
    heard: list[str] = []
    segments.chosen.connect(heard.append)
    segments.choose("errors")
    assert (heard, segments.key) == ([], "errors")


def test_pill_and_statistics_are_named_for_screen_readers(qtbot: QtBot) -> None:
    pill, card = StatusPill(), StatisticCard("plug")
    qtbot.addWidget(pill)
    qtbot.addWidget(card)
    pill.show_status("Active", Tone.SUCCESS)
    card.show_label("Errors")
    card.show_value("7", "today")
    card.show_trend([1, 2, 3])
    card.show()
    card.grab()
    assert (pill.accessibleName(), card.accessibleName()) == ("Active", "Errors: 7")


def test_payload_is_indented_and_big_ones_arrive_in_pieces(qtbot: QtBot) -> None:
    view = PayloadView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    text, syntax = readable('{"items": [' + ",".join(str(number) for number in range(40_000)) + "]}")
    assert syntax is Syntax.JSON
    view.show_text(text, syntax)
    assert len(view.toPlainText()) < len(text)
    qtbot.waitUntil(lambda: view.toPlainText() == text, timeout=20_000)
    assert view.text() == text


@pytest.mark.parametrize(
    ("payload", "syntax"), [("<a/>", Syntax.XML), ("hello", Syntax.PLAIN), ("{broken", Syntax.PLAIN)]
)
def test_other_payloads_stay_as_they_are(payload: str, syntax: Syntax) -> None:
    assert readable(payload) == (payload, syntax)


def test_states_show_one_thing_at_a_time(qtbot: QtBot) -> None:
    empty = EmptyState("plug")
    empty.show_words("Nothing yet", "Add one.", "Add")
    content = QLabel("content")
    states = ContentStates(content, empty)
    qtbot.addWidget(states)
    assert isinstance(states.currentWidget(), Skeleton)
    states.show_empty()
    assert states.currentWidget() is empty
    states.show_error(DiskFull())
    with qtbot.waitSignal(states.retry_requested):
        next(each for each in states.findChildren(PrimaryButton) if each.text() == "Try again").click()
    states.show_content()
    assert states.shows_content


def test_banner_says_what_to_do(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_error(DiskFull())
    assert banner.accessibleName().startswith("The disk that holds the workspace is full.")


def test_confirm_dialog_does_nothing_by_enter_on_cancel(qtbot: QtBot, window: QWidget) -> None:
    dialog = ConfirmDialog(window)
    dialog.ask("Delete?", "All is lost.", "Delete")
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.ask("Delete?", "All is lost.", "Delete")
    with qtbot.waitSignal(dialog.confirmed):
        dialog.primary.click()
    dialog.close()


def test_long_names_are_shortened_and_told_in_full(qtbot: QtBot) -> None:
    label = ElidedLabel("plain", "a very long name indeed")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert label.text() != "a very long name indeed"
    assert label.toolTip() == "a very long name indeed"


def test_table_shows_rows_opens_and_copies_them(qtbot: QtBot) -> None:
    model = TableModel[tuple[str, str]](
        [
            Column(lambda: "Name", lambda row: Cell(row[0], strong=True, icon="plug")),
            Column(lambda: "URL", lambda row: Cell(row[1], is_technical=True), 200),
            Column(lambda: "State", lambda _row: Cell("Active", tone=Tone.SUCCESS), 120),
        ]
    )
    table = DataTable()
    qtbot.addWidget(table)
    table.show_model(model, [column.width for column in model.columns])
    model.show_rows([("Team", "https://a.example"), ("Ops", "https://b.example")])
    table.show()
    table.grab()
    with qtbot.waitSignal(table.row_selected) as selected:
        table.selectRow(1)
    assert selected.args == [1]
    with qtbot.waitSignal(table.row_opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [1]
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Ops\thttps://b.example\tActive"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Name"


def test_label_leads_with_the_window_not_with_its_text(qtbot: QtBot, window: QWidget) -> None:
    banner = Banner(window)
    banner.show_message(Tone.INFO, "Hint", "Detail")
    banner.resize(600, 80)
    language.choose(LanguageCode.ARABIC)
    QApplication.processEvents()
    labels = [each for each in banner.findChildren(QLabel) if each.text()]
    assert all(each.alignment() & Qt.AlignmentFlag.AlignRight for each in labels)
    assert all(each.mapTo(banner, QPoint(0, 0)).x() < 500 for each in labels)
