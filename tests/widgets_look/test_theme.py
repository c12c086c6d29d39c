"""Theme, stylesheet, fonts, icons, focus ring: what is seen, measured in pixels."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QIcon, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from widgets.controls.buttons import Button
from widgets.controls.labels import Surface
from widgets.look import corners
from widgets.look.fonts import load_fallback_fonts, load_fonts, ui_font
from widgets.look.icons import icon
from widgets.look.keys import keys_text
from widgets.look.menubar import MenuBar
from widgets.look.motion import system_reduces_motion
from widgets.look.stylesheet import build_stylesheet
from widgets.look.theme import look, parse_color

ROOT = Path(__file__).parents[2]


def window_with(qtbot: QtBot, *widgets: QWidget) -> Surface:
    """A shown and active window with ``widgets`` one above the other, 24 px of ground round them."""
    window = Surface("window")
    column = QVBoxLayout(window)
    column.setContentsMargins(24, 24, 24, 24)
    column.setSpacing(24)
    for widget in widgets:
        column.addWidget(widget)
    qtbot.addWidget(window, before_close_func=lambda _: window.hide())  # and so keeps the window till the end
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def share(image: QImage, color: QColor, rect: QRect) -> float:
    """The share of pixels of ``rect`` that have ``color``."""
    hits = sum(
        image.pixelColor(x, y) == color
        for x in range(rect.left(), rect.right() + 1)
        for y in range(rect.top(), rect.bottom() + 1)
    )
    return hits / (rect.width() * rect.height())


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_the_stylesheet_has_no_open_end(choice: str) -> None:
    look().choose(choice)  # type: ignore[arg-type]  # the parameters are two of its words
    sheet = build_stylesheet(look().color)
    assert "$(" not in sheet
    assert sheet.count("{") == sheet.count("}") > 80
    assert not re.search(r"(url|gradient)\(", sheet), "no picture files, no gradients"
    assert look().color("surface.raised").name() in sheet


def test_an_unknown_token_is_an_error_and_not_a_black_spot() -> None:
    with pytest.raises(KeyError):
        look().color("surface.nowhere")
    with pytest.raises(ValueError, match="not a colour"):
        parse_color("#12")


def test_eight_digits_end_with_the_alpha() -> None:
    assert parse_color("#11223380").getRgb() == (0x11, 0x22, 0x33, 0x80)


def test_light_and_dark_differ_and_can_be_switched_while_running(qtbot: QtBot) -> None:
    window = window_with(qtbot, QPushButton("Button"), QLineEdit("Text"), QCheckBox("Box"), QComboBox(), QSpinBox())
    light = window.grab().toImage()
    with qtbot.waitSignal(look().theme_changed):
        look().choose("dark")
    dark = window.grab().toImage()
    assert light.pixelColor(3, 3) == parse_color("#F6F4EF")
    assert dark.pixelColor(3, 3) == parse_color("#1B1D21")
    look().choose("light")
    assert window.grab().toImage() == light, "back to where it was, pixel for pixel"


def test_choosing_the_system_follows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    class Hints:
        scheme = Qt.ColorScheme.Dark

        def colorScheme(self) -> Qt.ColorScheme:
            return self.scheme

        def unsetColorScheme(self) -> None:
            pass

        def setColorScheme(self, scheme: Qt.ColorScheme) -> None:
            pass

    hints = Hints()
    monkeypatch.setattr(QGuiApplication, "styleHints", lambda: hints)
    look().choose("system")
    assert look().theme_name == "dark"
    hints.scheme = Qt.ColorScheme.Light
    look().refresh()
    assert look().theme_name == "light"
    look().choose("dark")
    look().refresh()
    assert look().theme_name == "dark", "a choice of one's own outranks the system"


def test_an_unknown_theme_is_refused() -> None:
    with pytest.raises(ValueError, match="no such theme"):
        look().choose("sepia")  # type: ignore[arg-type]  # the point of the test


def test_reduced_motion_stops_movement_but_not_reading_time() -> None:
    assert look().motion("panel") == 180
    look().reduce_motion(True)
    assert look().motion("panel") == 0
    assert look().motion("toast_stay") == 5000


@pytest.mark.parametrize(
    ("name", "text", "still"),
    [
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n", False),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=fast\n", False),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n", True),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=true\n", False),
        ("gtk-4.0/settings.ini", "no section at all", False),
    ],
)
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="these files are Linux desktops'")
def test_a_desktop_that_keeps_still_is_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str, still: bool
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert not system_reduces_motion()
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert system_reduces_motion() is still


def test_the_bundled_fonts_are_there() -> None:
    assert "Atkinson Hyperlegible Next" in load_fonts()
    styles = QFontDatabase.styles("Atkinson Hyperlegible Next")
    assert {"Regular", "Italic", "Medium", "SemiBold", "Bold"} <= set(styles)
    assert {"Noto Sans", "Noto Emoji", "Noto Sans Arabic", "Noto Sans Hebrew"} <= set(load_fallback_fonts())


def test_figures_are_tabular() -> None:
    font = ui_font("body_strong")
    assert font.isFeatureSet(QFont.Tag("tnum"))
    assert len({QFontMetricsF(font).horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_icons_follow_the_theme_at_every_scale(qtbot: QtBot) -> None:
    mark = icon("bolt", 18, "ink.1")
    for scale in (1.0, 1.5, 2.0, 3.0):
        pixmap = mark.pixmap(QSize(18, 18), scale)
        assert pixmap.width() == round(18 * scale)
        assert pixmap.devicePixelRatio() == scale

    def darkest(image: QImage) -> QColor:
        solid = [image.pixelColor(x, y) for x in range(36) for y in range(36) if image.pixelColor(x, y).alpha() == 255]
        return min(solid, key=lambda color: color.lightness())

    def picture(mode: QIcon.Mode = QIcon.Mode.Normal) -> QImage:
        return mark.pixmap(QSize(18, 18), 2.0, mode).toImage()

    assert darkest(picture()) == look().color("ink.1")
    assert darkest(picture(QIcon.Mode.Disabled)) == look().color("ink.disabled")
    look().choose("dark")
    assert darkest(picture()) == look().color("ink.1") != parse_color("#22252B")
    with pytest.raises(KeyError):
        icon("no-such-icon")


def test_the_ring_lies_two_px_off_and_is_two_px_wide(qtbot: QtBot) -> None:
    first, second = QPushButton("First"), QPushButton("Second")
    window = window_with(qtbot, first, second)
    first.setFocus()
    before = window.grab().toImage()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    qtbot.waitUntil(second.hasFocus)
    image = window.grab().toImage()
    ring, gap = look().color("focus.ring"), look().color("focus.gap")
    middle = second.geometry().center().x()
    top = second.mapTo(window, QPoint(0, 0)).y()
    column = [image.pixelColor(middle, top - off) for off in (1, 2, 3, 4, 5)]
    assert column[:2] == [gap, gap]
    assert column[2:4] == [ring, ring]
    assert column[4] == look().color("surface.window")
    assert before.pixelColor(middle, top - 3) == look().color("surface.window")
    above = first.mapTo(window, QPoint(0, 0)).y()
    assert image.pixelColor(middle, above - 3) == look().color("surface.window"), "the ring left the first button"


def test_a_click_shows_no_ring_until_a_key_is_pressed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    button = QPushButton("Press")
    window = window_with(qtbot, QLineEdit(), button)
    monkeypatch.setattr(QGuiApplication, "mouseButtons", lambda: Qt.MouseButton.LeftButton)
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    place = QRect(button.mapTo(window, QPoint(10, -4)), QSize(20, 2))
    assert share(window.grab().toImage(), look().color("focus.ring"), place) == 0
    QTest.keyClick(button, Qt.Key.Key_Shift)
    assert share(window.grab().toImage(), look().color("focus.ring"), place) == 1


def test_the_ring_follows_its_control(qtbot: QtBot) -> None:
    button = QPushButton("Here")
    window = window_with(qtbot, button)
    button.setFocus()
    window.resize(window.width() + 100, window.height() + 60)
    qtbot.wait(10)
    top = button.mapTo(window, QPoint(0, 0)).y()
    assert window.grab().toImage().pixelColor(button.geometry().center().x(), top - 3) == look().color("focus.ring")
    button.hide()
    assert share(window.grab().toImage(), look().color("focus.ring"), window.rect()) == 0


def test_a_field_shows_the_focus_by_its_line(qtbot: QtBot) -> None:
    field = QLineEdit()
    window = window_with(qtbot, QPushButton("Other"), field)
    field.setFocus()
    line = window.grab().toImage().pixelColor(field.geometry().center().x(), field.geometry().top())
    assert line == look().color("accent.base")


@pytest.mark.parametrize(("kind", "height"), [("", 34), ("filled", 34), ("quiet", 34), ("danger", 34)])
def test_buttons_have_the_heights_of_the_design(qtbot: QtBot, kind: str, height: int) -> None:
    large, small = Button("Make map", kind or "outlined"), Button("Small", kind or "outlined", small=True)  # type: ignore[arg-type]  # four of its words
    window = window_with(qtbot, large, small)
    assert window.isVisible()
    assert (large.height(), small.height()) == (height, 28)


def test_fields_combo_and_spin_boxes_are_34_high(qtbot: QtBot) -> None:
    fields = [QLineEdit(), QComboBox(), QSpinBox()]
    window = window_with(qtbot, *fields)
    assert window.isVisible()
    assert [field.height() for field in fields] == [34, 34, 34]


def test_menu_rows_are_32_high_and_red_where_dangerous(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    first, second = menu.addAction("Rename"), menu.addAction("Delete")
    second.setProperty("danger", True)
    menu.popup(QPoint(0, 0))
    assert menu.actionGeometry(first).height() == menu.actionGeometry(second).height() == 32
    image = menu.grab().toImage()
    danger = look().color("state.danger")
    assert share(image, danger, menu.actionGeometry(second)) > 0
    assert share(image, danger, menu.actionGeometry(first)) == 0
    assert image.pixelColor(0, 0).alpha() < 255, "the corners are round"
    menu.close()


@pytest.mark.parametrize(
    ("keys", "shown"),
    [("Ctrl+Z", "Ctrl Z"), ("Ctrl++", "Ctrl +"), ("Ctrl+Shift+V", "Ctrl Shift V"), ("V", "V"), ("Return", "Enter")],
)
def test_keys_are_written_with_spaces(keys: str, shown: str) -> None:
    assert keys_text(keys) == shown


def test_the_menu_bar_underlines_only_for_the_keyboard(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setMenuBar(MenuBar())
    window.menuBar().addMenu("&File").addAction("Open")
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    bar = window.menuBar()
    assert bar.height() == 28
    still = bar.grab().toImage()
    assert still.pixelColor(2, 2) == look().color("surface.panel")
    QTest.keyPress(window, Qt.Key.Key_Alt, Qt.KeyboardModifier.AltModifier)
    QTest.keyRelease(window, Qt.Key.Key_Alt)
    qtbot.waitUntil(bar.hasFocus)
    assert bar.grab().toImage() != still


def test_where_windows_do_not_blend_they_are_cut(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corners, "windows_blend", lambda: False)
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("Rename")
    menu.popup(QPoint(0, 0))
    cut = menu.mask()
    assert not cut.contains(QPoint(0, 0))
    assert cut.contains(QPoint(menu.width() // 2, 10))
    assert not cut.contains(QPoint(menu.width() // 2, menu.height() - 2)), "no shadow there"
    menu.close()


def test_a_wrong_field_has_a_red_line(qtbot: QtBot) -> None:
    field, combo = QLineEdit(), QComboBox()
    for widget in (field, combo):
        widget.setProperty("invalid", True)
    window = window_with(qtbot, field, combo)
    image = window.grab().toImage()
    for widget in (field, combo):
        assert image.pixelColor(widget.geometry().center().x(), widget.geometry().top()) == look().color("state.danger")


def test_only_the_look_chooses_colours() -> None:
    for folder in ("widgets", "app"):
        for path in (ROOT / folder).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            assert "QGraphicsDropShadowEffect" not in text, path
            assert "QGraphicsBlurEffect" not in text, path
            if "look" in path.parts:
                continue
            assert "setStyleSheet(" not in text, path
            assert not re.search(r"""["']#[0-9A-Fa-f]{6}""", text), path
