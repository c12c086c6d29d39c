"""The start screen: a first map by typing a title and pressing Enter; everything by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from model.templates import list_templates
from widgets.controls.chip import Chip
from widgets.controls.empty import EmptyState
from widgets.look.language import speak
from widgets.look.theme import look
from widgets.start import RecentMap, StartScreen
from widgets.start_parts import PictureSource

RECENTS = [
    RecentMap("/maps/shoes.journey", "Buying shoes", "Today 14:32"),
    RecentMap("/maps/<b>.journey", "<b>Bold</b>", "Yesterday"),
    RecentMap("/maps/none.journey", "", ""),
]


def start_screen(
    qtbot: QtBot, picture: PictureSource | None = None, width: int = 1366, height: int = 740
) -> StartScreen:
    """A shown and active start screen."""
    screen = StartScreen(picture=picture)
    qtbot.addWidget(screen)
    screen.resize(width, height)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    return screen


def test_type_a_title_press_enter(qtbot: QtBot) -> None:
    screen = start_screen(qtbot)
    assert screen.title_field().hasFocus()
    QTest.keyClicks(screen.title_field(), "  Buying shoes ")
    with qtbot.waitSignal(screen.create_requested) as caught:
        QTest.keyClick(screen.title_field(), Qt.Key.Key_Return)
    assert caught.args == [list_templates("en")[0].id, "Buying shoes", "en"]


def test_a_title_is_not_demanded(qtbot: QtBot) -> None:
    screen = start_screen(qtbot)
    with qtbot.waitSignal(screen.create_requested) as caught:
        QTest.keyClick(screen.title_field(), Qt.Key.Key_Return)
    assert caught.args is not None
    assert caught.args[1] == ""


def test_templates_are_chosen_by_arrows_and_shown_below(qtbot: QtBot) -> None:
    screen = start_screen(qtbot)
    cards = screen.template_cards()
    assert [card.template_id for card in cards] == [template.id for template in list_templates("en")]
    first = list_templates("en")[0]
    chips = [chip.accessibleName() for chip in screen.findChildren(Chip)]
    assert chips == [f"{number} {name}" for number, name in enumerate(first.phases, start=1)]
    cards[0].setFocus()
    QTest.keyClick(cards[0], Qt.Key.Key_Right)
    assert screen.chosen_template() == cards[1].template_id
    with qtbot.waitSignal(screen.create_requested) as caught:
        QTest.keyClick(cards[1], Qt.Key.Key_Return)
    assert caught.args == [cards[1].template_id, "", "en"]


def test_a_double_click_makes_the_map(qtbot: QtBot) -> None:
    screen = start_screen(qtbot)
    card = screen.template_cards()[1]
    with qtbot.waitSignal(screen.create_requested) as caught:
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)
        QTest.mouseDClick(card, Qt.MouseButton.LeftButton)
    assert caught.args == [card.template_id, "", "en"]


def test_recent_maps_open(qtbot: QtBot) -> None:
    screen = start_screen(qtbot)
    assert any(state.isVisible() for state in screen.findChildren(EmptyState)), "an empty list says what will be here"
    screen.set_recents(RECENTS)
    rows = screen.recent_rows()
    assert [row.accessibleName() for row in rows] == ["Buying shoes", "<b>Bold</b>", "Map without a title"]
    assert rows[1].toolTip() == "<span>/maps/&lt;b&gt;.journey</span>"
    with qtbot.waitSignal(screen.open_requested) as caught:
        QTest.mouseClick(rows[0], Qt.MouseButton.LeftButton)
    assert caught.args == ["/maps/shoes.journey"]
    rows[1].setFocus()
    with qtbot.waitSignal(screen.open_requested) as caught:
        QTest.keyClick(rows[1], Qt.Key.Key_Space)
    assert caught.args == ["/maps/<b>.journey"]


def test_the_two_ways_in_and_the_examples(qtbot: QtBot) -> None:
    screen = start_screen(qtbot)
    by_name = {button.accessibleName(): button for button in screen.findChildren(QAbstractButton)}
    with qtbot.waitSignal(screen.open_requested) as caught:
        QTest.mouseClick(by_name["Open a map"], Qt.MouseButton.LeftButton)
    assert caught.args == [""]
    with qtbot.waitSignal(screen.import_requested):
        QTest.mouseClick(by_name["Import"], Qt.MouseButton.LeftButton)
    for row, code in zip(screen.example_rows(), ("nl", "en"), strict=True):
        with qtbot.waitSignal(screen.example_requested) as caught:
            QTest.mouseClick(row, Qt.MouseButton.LeftButton)
        assert caught.args == [code]


def test_another_language_is_chosen_by_keyboard_and_spoken_at_once(qtbot: QtBot) -> None:
    screen = start_screen(qtbot)
    screen.language_chosen.connect(speak)
    menu = next(menu for menu in screen.findChildren(QMenu) if menu.actions()[0].data() == "nl")
    QTest.keyClicks(screen.title_field(), "Shoes")
    menu.popup(QPoint(0, 0))
    checked = [action.data() for action in menu.actions() if action.isChecked()]
    assert checked == ["en"]
    with qtbot.waitSignal(screen.language_chosen) as caught:
        menu.setActiveAction(menu.actions()[0])
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert caught.args == ["nl"]
    assert screen.template_cards()[0].accessibleName() == list_templates("nl")[0].name
    assert screen.title_field().text() == "Shoes", "what was typed stays"
    assert screen.title_field().accessibleName()


def test_pictures_of_maps_are_shown(qtbot: QtBot) -> None:
    red = QPixmap(168, 108)
    red.fill(QColor("red"))
    asked: list[str] = []

    def picture(key: str) -> QPixmap | None:
        asked.append(key)
        return red if key.endswith("shoes.journey") else None

    screen = start_screen(qtbot, picture)
    screen.set_recents(RECENTS)
    QApplication.processEvents()
    image = screen.recent_rows()[0].grab().toImage()
    assert image.pixelColor(50, 34) == QColor("red")
    other = screen.recent_rows()[1].grab().toImage()
    assert other.pixelColor(50, 34) != QColor("red")
    assert {"/maps/shoes.journey", "example:nl", "example:en"} <= set(asked)


def test_tab_reaches_everything(qtbot: QtBot) -> None:
    screen = start_screen(qtbot)
    screen.set_recents(RECENTS[:1])
    QApplication.processEvents()
    seen: list[str] = []
    for _ in range(20):
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus.accessibleName())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    for name in ("Open a map", "Import", "Buying shoes", "English", "Title of the map", "Make map"):
        assert name in seen


@pytest.mark.parametrize(("width", "height"), [(1600, 960), (1366, 740), (1024, 640), (683, 384)])
def test_nothing_is_cut_at_any_size(qtbot: QtBot, width: int, height: int) -> None:
    screen = start_screen(qtbot, None, width, height)
    screen.set_recents(RECENTS)
    QApplication.processEvents()
    for button in screen.findChildren(QAbstractButton):
        if button.isVisible() and button.text():
            assert button.width() >= button.sizeHint().width() - 1, button.text()
    cards = screen.template_cards()
    assert cards[0].geometry().right() < cards[1].geometry().left()
    if height >= 640:
        title = screen.title_field()
        assert title.mapTo(screen, QPoint(0, title.height())).y() < height, "the title is in sight"
    assert screen.minimumSizeHint().width() <= width


def test_light_and_dark_and_plain_text(qtbot: QtBot) -> None:
    screen = start_screen(qtbot)
    screen.set_recents(RECENTS)
    light = screen.grab().toImage()
    look().choose("dark")
    assert screen.grab().toImage() != light
    for label in screen.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText
