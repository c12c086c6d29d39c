"""The controls: named for screen readers, plain text, worked by keyboard and mouse, in every language."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from model.draw.icons import CHANNEL_ICONS
from widgets.controls.bar import Bar, BarStack
from widgets.controls.buttons import Button, IconButton
from widgets.controls.chip import Chip
from widgets.controls.color_picker import PERSONA_SWATCHES, PHASE_SWATCHES, ColorPicker
from widgets.controls.command_palette import Command, CommandPalette
from widgets.controls.dialog import PANEL_MARGINS, Dialog, Scrim
from widgets.controls.disc import NumberDisc
from widgets.controls.empty import EmptyState
from widgets.controls.faces import FacePicker
from widgets.controls.flow import FlowLayout
from widgets.controls.form import FormRow, SwitchRow
from widgets.controls.fuzzy import rank
from widgets.controls.icon_picker import ICON_TITLES, IconPicker
from widgets.controls.labels import ElidedLabel, KeyCap, PlainLabel, SectionHeader
from widgets.controls.persona_line import PersonaLine
from widgets.controls.search_field import SearchField
from widgets.controls.segmented import Segment, Segmented
from widgets.controls.severity import SeverityPicker
from widgets.controls.switch import Switch
from widgets.controls.toast import ToastStack
from widgets.look.language import speak
from widgets.look.theme import look

NASTY = "<b>bold</b> & <img src=x>"
COMMANDS = [
    Command("print", "Print poster", "Ctrl+P", icon_name="printer"),
    Command("check", "Check the poster's legibility"),
    Command("undo", "Undo", "Ctrl+Z"),
    Command("redo", "Redo", enabled=False),
]


def segments() -> list[Segment]:
    """Three choices."""
    return [Segment("map", "Map", "map-2"), Segment("list", "List"), Segment("wall", "Wall")]


def filled_toasts() -> QWidget:
    """A host with two messages."""
    host = QWidget()
    host.resize(800, 500)
    stack = ToastStack(host)
    stack.show_message(NASTY, kind="done", action="Put back", run=lambda: None)
    stack.show_message("Saved", kind="warn")
    return host


def filled_bar() -> Bar:
    """A bar with all it can have."""
    bar = Bar("danger", "shield-exclamation", "Not protected.", NASTY)
    bar.add_button("Save elsewhere", lambda: None)
    bar.add_close("Hide", lambda: None)
    return bar


def opened_palette() -> QWidget:
    """A window with the palette open."""
    window = QWidget()
    window.resize(900, 600)
    CommandPalette(window).open(COMMANDS)
    return window


BUILD: dict[str, Callable[[], QWidget]] = {
    "plain label": lambda: PlainLabel(NASTY),
    "elided label": lambda: ElidedLabel(NASTY),
    "key cap": lambda: KeyCap("Enter"),
    "section header": lambda: SectionHeader("Pains", Button("Add", "link", icon_name="plus")),
    "button": lambda: Button("Make map", "filled", icon_name="plus", key="Enter"),
    "icon button": lambda: IconButton("link", "Connect two notes", words="Connect", shortcut="V"),
    "segmented": lambda: Segmented(segments(), "View"),
    "outlined segmented": lambda: Segmented(segments(), "Evidence", outlined=True),
    "switch": lambda: Switch("Black and white"),
    "chip": lambda: Chip(NASTY, "outlined", icon_name="world", removable=True),
    "bar": filled_bar,
    "toasts": filled_toasts,
    "faces": lambda: FacePicker("Feeling of Sanne"),
    "severity": lambda: SeverityPicker("Severity"),
    "colours": lambda: ColorPicker(PHASE_SWATCHES, "Colour of the phase"),
    "persona colours": lambda: ColorPicker(PERSONA_SWATCHES, "Colour of the persona"),
    "icons": lambda: IconPicker("Icon of the channel"),
    "empty state": lambda: EmptyState("inbox", "Nothing here", NASTY, framed=True),
    "search": lambda: SearchField("Search or do something", shortcut="Ctrl K"),
    "disc": lambda: NumberDisc(3),
    "persona line": lambda: PersonaLine(1, "persona.1"),
    "form row": lambda: FormRow("Owner", QLineEdit(), hint=NASTY),
    "switch row": lambda: SwitchRow("Black and white", Switch(""), hint=NASTY),
    "palette": opened_palette,
}


def shown(qtbot: QtBot, widget: QWidget) -> QWidget:
    """``widget`` in a shown and active window."""
    window = QWidget()
    QVBoxLayout(window).addWidget(widget)
    qtbot.addWidget(window, before_close_func=lambda _: window.hide())  # and so keeps the window till the end
    window.resize(700, 300)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.mark.parametrize("name", BUILD)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_control_is_painted_named_and_plain(qtbot: QtBot, name: str, theme: str) -> None:
    look().choose(theme)  # type: ignore[arg-type]  # the parameters are two of its words
    widget = BUILD[name]()
    qtbot.addWidget(widget)
    widget.show()
    image = widget.grab().toImage()
    seen = {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(image.height())}
    assert len(seen) > 1, "something was painted"
    for label in [widget, *widget.findChildren(QLabel)]:
        if isinstance(label, QLabel):
            assert label.textFormat() == Qt.TextFormat.PlainText, label.text()
    for child in [widget, *widget.findChildren(QWidget)]:
        if child.focusPolicy() != Qt.FocusPolicy.NoFocus and isinstance(child, (QAbstractButton, QLineEdit)):
            spoken = QAccessible.queryAccessibleInterface(child)
            assert spoken.text(QAccessible.Text.Name).strip(), f"{child} says nothing"


@pytest.mark.parametrize("name", BUILD)
def test_every_control_asks_for_its_texts_again(qtbot: QtBot, name: str) -> None:
    widget = BUILD[name]()
    qtbot.addWidget(widget)
    widget.show()
    speak("xx")
    for child in [widget, *widget.findChildren(QAbstractButton)]:
        assert "⟦⟦" not in child.accessibleName()
    speak("en")
    assert "⟦" not in widget.accessibleName()


def test_targets_are_28_px_at_least(qtbot: QtBot) -> None:
    for name, build in BUILD.items():
        widget = build()
        qtbot.addWidget(widget)
        widget.show()
        for button in [widget, *widget.findChildren(QAbstractButton)]:
            if isinstance(button, QAbstractButton) and button.isVisible():
                assert button.height() >= 28, f"{name}: {button}"
                assert button.width() >= 28, f"{name}: {button}"


def test_a_label_shows_markup_as_letters(qtbot: QtBot) -> None:
    plain, wide = PlainLabel(NASTY), PlainLabel("bold & ")
    qtbot.addWidget(plain)
    qtbot.addWidget(wide)
    assert plain.sizeHint().width() > 2 * wide.sizeHint().width()


def test_a_label_follows_the_language(qtbot: QtBot) -> None:
    words = iter(["one", "two"])
    label = PlainLabel(lambda: next(words))
    qtbot.addWidget(label)
    assert label.text() == "one"
    speak("nl")
    assert label.text() == "two"


def test_a_cut_label_says_the_rest_as_plain_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel(f"{NASTY}\nsecond line")
    qtbot.addWidget(label)
    label.resize(600, 20)
    label.show()
    assert not label.is_cut()
    assert label.toolTip() == ""
    label.resize(60, 20)
    assert label.is_cut()
    assert "&lt;b&gt;bold&lt;/b&gt; &amp;" in label.toolTip()


def test_words_of_a_button_are_no_mnemonic(qtbot: QtBot) -> None:
    button = Button("Winkel & web")
    qtbot.addWidget(button)
    assert button.text() == "Winkel && web"
    assert button.shortcut().isEmpty()
    assert button.accessibleName() == "Winkel & web"


def test_an_icon_button_tells_its_shortcut_and_can_lose_its_words(qtbot: QtBot) -> None:
    button = IconButton("link", "Connect two notes", words="Connect", shortcut="Ctrl+L")
    qtbot.addWidget(button)
    button.show()
    assert button.toolTip() == "Connect two notes  Ctrl L"
    wide = button.sizeHint().width()
    button.show_words(False)
    assert button.sizeHint() == QSize(34, 34)
    button.show_words(True)
    assert button.sizeHint().width() == wide > 80


def test_segments_by_mouse_and_arrows(qtbot: QtBot) -> None:
    control = Segmented(segments(), "View")
    control.set_value("map")
    shown(qtbot, control)
    heard: list[str] = []
    control.chosen.connect(heard.append)
    control.button("map").setFocus()
    QTest.keyClick(control.button("map"), Qt.Key.Key_Right)
    QTest.keyClick(control.button("list"), Qt.Key.Key_Right)
    assert control.value() == "wall"
    assert control.button("wall").hasFocus()
    QTest.mouseClick(control.button("map"), Qt.MouseButton.LeftButton)
    assert heard == ["list", "wall", "map"]
    control.set_value("")
    assert control.value() == ""
    with pytest.raises(KeyError):
        control.set_value("nothing")
    assert heard == ["list", "wall", "map"], "setting is silent"


def test_choosing_moves_no_segment(qtbot: QtBot) -> None:
    control = Segmented(segments(), "View")
    shown(qtbot, control)
    before = [control.button(value).geometry() for value in ("map", "list", "wall")]
    control.set_value("list")
    assert [control.button(value).geometry() for value in ("map", "list", "wall")] == before


def test_a_switch_by_space_and_without_motion(qtbot: QtBot) -> None:
    switch = Switch("Black and white")
    window = shown(qtbot, switch)
    look().reduce_motion(True)
    switch.setFocus()
    off = window.grab().toImage()
    with qtbot.waitSignal(switch.toggled):
        QTest.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()
    image = window.grab().toImage()
    assert image != off
    left = switch.mapTo(window, QPoint(8, 14))
    assert image.pixelColor(left) == look().color("accent.base"), "it is there at once"


def test_a_chip_is_removed_by_key_and_by_cross_only(qtbot: QtBot) -> None:
    chip = Chip("Shop", "outlined", removable=True)
    shown(qtbot, chip)
    heard: list[str] = []
    chip.removed.connect(lambda: heard.append("removed"))
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(10, 14))
    assert heard == []
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 12, 14))
    assert heard == ["removed"]
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    QTest.keyClick(chip, Qt.Key.Key_Backspace)
    assert heard == ["removed"] * 3
    assert Chip("Only to read").focusPolicy() == Qt.FocusPolicy.NoFocus


def test_flow_goes_on_in_the_next_row(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, 6)
    buttons = [QPushButton(f"Button {number}") for number in range(6)]
    for button in buttons:
        flow.addWidget(button)
    holder.resize(2000, 200)
    holder.show()
    assert len({button.y() for button in buttons}) == 1
    holder.resize(buttons[0].sizeHint().width() * 2 + 10, 600)
    qtbot.waitUntil(lambda: len({button.y() for button in buttons}) == 3)
    assert flow.heightForWidth(holder.width()) == 3 * 34 + 2 * 6
    flow.clear()
    assert flow.count() == 0


def test_a_bar_wraps_and_its_button_works(qtbot: QtBot) -> None:
    stack = BarStack()
    window = shown(qtbot, stack)
    heard: list[str] = []
    bar = Bar("warn", "lock", "Read only.", "This map is open on another laptop. " * 3)
    button = bar.add_button("Make a copy", lambda: heard.append("copy"))
    stack.show_bar("lock", bar)
    window.resize(1200, 300)
    qtbot.waitUntil(lambda: bar.width() > 1000)
    qtbot.waitUntil(lambda: bar.height() == 46)
    wide = bar.height()
    window.resize(420, 300)
    qtbot.waitUntil(lambda: bar.width() < 450)
    qtbot.waitUntil(lambda: bar.height() > wide)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert heard == ["copy"]
    assert bar.accessibleName().startswith("Read only. This map")
    stack.show_bar("lock", Bar("info", "history", "Recovered.", ""))
    assert stack.bar("lock") is not bar
    stack.remove_bar("lock")
    assert stack.bar("lock") is None


def test_messages_stand_bottom_centre_and_at_most_three(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 500)
    host.show()
    stack = ToastStack(host, lift=60)
    for number in range(4):
        stack.show_message(f"Message {number}")
    QApplication.processEvents()
    assert [toast.text() for toast in stack.toasts()] == ["Message 1", "Message 2", "Message 3"]
    assert stack.geometry().bottom() == 500 - 60 - 1
    assert abs(stack.geometry().center().x() - 450) <= 1
    host.resize(700, 400)
    assert stack.geometry().bottom() == 400 - 60 - 1
    QApplication.processEvents()
    assert stack.toasts()[-1].geometry().bottom() > stack.toasts()[0].geometry().bottom()


def test_a_message_goes_by_itself_but_waits_for_the_keyboard(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(look(), "motion", lambda name: 30)
    host = QWidget()
    other = QPushButton("Elsewhere", host)
    qtbot.addWidget(host)
    host.resize(900, 500)
    host.show()
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    stack = ToastStack(host)
    heard: list[str] = []
    stack.show_message("3 notes deleted", action="Put back", run=lambda: heard.append("back"))
    assert stack.focus_newest()
    qtbot.wait(120)
    assert len(stack.toasts()) == 1, "the keyboard is on it"
    other.setFocus()
    qtbot.waitUntil(lambda: not stack.toasts())
    assert not stack.isVisible()
    assert not stack.focus_newest()
    stack.show_message("3 notes deleted", action="Put back", run=lambda: heard.append("back"))
    stack.focus_newest()
    focused = host.focusWidget()
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert heard == ["back"]
    assert stack.toasts() == []


def test_escape_closes_a_message(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 500)
    host.show()
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    stack = ToastStack(host)
    toast = stack.show_message("Saved", kind="done")
    stack.focus_newest()
    QTest.keyClick(toast.first_button(), Qt.Key.Key_Escape)
    assert stack.toasts() == []


def test_faces_by_digits_arrows_and_clicks(qtbot: QtBot) -> None:
    picker = FacePicker("Feeling of Sanne")
    shown(qtbot, picker)
    heard: list[object] = []
    picker.score_chosen.connect(heard.append)
    assert picker.value() is None
    picker.buttons()[0].setFocus()
    QTest.keyClick(picker.buttons()[0], Qt.Key.Key_5)
    assert (picker.value(), heard) == (2, [2])
    QTest.keyClick(picker.buttons()[4], Qt.Key.Key_Left)
    assert (picker.value(), heard) == (1, [2, 1])
    QTest.keyClick(picker.buttons()[3], Qt.Key.Key_Delete)
    assert (picker.value(), heard) == (None, [2, 1, None])
    QTest.mouseClick(picker.buttons()[0], Qt.MouseButton.LeftButton)
    assert heard[-1] == -2
    QTest.mouseClick(picker.buttons()[0], Qt.MouseButton.LeftButton)
    assert picker.value() is None, "a click on what is chosen takes it back"
    picker.set_value(0)
    assert heard == [2, 1, None, -2, None], "setting is silent"
    with pytest.raises(ValueError, match="not offered"):
        picker.set_value(3)
    assert [button.accessibleName()[:2] for button in picker.buttons()] == ["−2", "−1", "0 ", "+1", "+2"]


def test_faces_are_framed_by_their_persona(qtbot: QtBot) -> None:
    picker = FacePicker("Feeling")
    picker.set_value(2)
    qtbot.addWidget(picker)
    picker.show()
    corner = QPoint(picker.buttons()[4].width() // 2 - 8, 7)
    circle = picker.buttons()[4].grab().toImage().pixelColor(corner)
    picker.set_persona(1)
    square = picker.buttons()[4].grab().toImage().pixelColor(corner)
    assert circle != square == look().color("emotion.2.fill")


def test_severity_by_digits(qtbot: QtBot) -> None:
    picker = SeverityPicker("Severity")
    shown(qtbot, picker)
    heard: list[object] = []
    picker.severity_chosen.connect(heard.append)
    picker.buttons()[0].setFocus()
    QTest.keyClick(picker.buttons()[0], Qt.Key.Key_4)
    QTest.keyClick(picker.buttons()[3], Qt.Key.Key_4)
    assert heard == [4], "the same again is no change"
    assert "very serious" in picker.buttons()[3].accessibleName()


def test_colours_are_picked_by_arrows_and_enter_and_have_names(qtbot: QtBot) -> None:
    anchor = QPushButton("Colour")
    shown(qtbot, anchor)
    picker = ColorPicker(PHASE_SWATCHES, "Colour of the phase", anchor)
    heard: list[object] = []
    picker.color_chosen.connect(heard.append)
    picker.set_value(0)
    picker.open_below(anchor)
    qtbot.waitUntil(picker.choices()[0].hasFocus)
    QTest.keyClick(picker.choices()[0], Qt.Key.Key_Right)
    QTest.keyClick(picker.choices()[1], Qt.Key.Key_Down)
    assert heard == [], "arrows only move"
    assert picker.choices()[3].hasFocus()
    QTest.keyClick(picker.choices()[3], Qt.Key.Key_Return)
    assert heard == [3]
    assert not picker.isVisible()
    assert len({choice.accessibleName() for choice in picker.choices()}) == 8
    picker.open_below(anchor)
    QTest.keyClick(picker.choices()[3], Qt.Key.Key_Escape)
    assert heard == [3]
    assert not picker.isVisible()


def test_the_names_of_colours_fit_both_themes() -> None:
    names = [swatch.title for swatch in PERSONA_SWATCHES]
    look().choose("dark")
    assert PERSONA_SWATCHES[3].title == "Cream" != names[3]
    assert len(set(names)) == len(PERSONA_SWATCHES)


def test_icons_are_picked_and_named(qtbot: QtBot) -> None:
    anchor = QPushButton("Icon")
    shown(qtbot, anchor)
    picker = IconPicker("Icon of the channel", parent=anchor)
    picker.set_value("mail")
    picker.open_below(anchor)
    qtbot.waitUntil(lambda: picker.caption() == "E-mail")
    with qtbot.waitSignal(picker.icon_chosen) as caught:
        QTest.mouseClick(picker.choices()[0], Qt.MouseButton.LeftButton)
    assert caught.args == ["world"]
    assert set(CHANNEL_ICONS) == set(ICON_TITLES), "every icon that is offered has a name"


def test_a_search_field_empties_on_escape(qtbot: QtBot) -> None:
    field = SearchField("Search", shortcut="Ctrl K")
    window = shown(qtbot, field)
    assert window.findChild(KeyCap).isVisible()  # type: ignore[union-attr]  # it is there, or the test fails
    heard: list[str] = []
    field.search_changed.connect(heard.append)
    field.setFocus()
    QTest.keyClicks(field, " desk ")
    assert heard[-1] == "desk"
    assert not window.findChild(KeyCap).isVisible()  # type: ignore[union-attr]  # as above
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == heard[-1] == ""


def test_a_form_row_says_what_is_wrong(qtbot: QtBot) -> None:
    row = FormRow("Page width", QLineEdit("5.4 m"), hint="In metres")
    window = shown(qtbot, row)
    assert row.field.accessibleName() == "Page width"
    assert row.field.accessibleDescription() == "In metres"
    row.field.clearFocus()
    row.set_error("At most 5.08 m")
    top = row.field.mapTo(window, QPoint(40, 0))
    assert window.grab().toImage().pixelColor(top) == look().color("state.danger")
    assert row.field.accessibleDescription() == "At most 5.08 m"
    row.set_error("")
    assert window.grab().toImage().pixelColor(top) == look().color("line.field")


def test_an_empty_state_leads_on(qtbot: QtBot) -> None:
    heard: list[str] = []
    state = EmptyState("search", "No note with “balle”", "Did you mean “balie”?")
    button = state.add_button("Search “balie”", lambda: heard.append("search"))
    shown(qtbot, state)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert heard == ["search"]
    assert state.accessibleName() == "No note with “balle” Did you mean “balie”?"


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("post", "Print poster", True),
        ("pp", "Print poster", True),
        ("orient", "Oriëntatiefase", True),
        ("prnt", "Print poster", True),
        ("xyz", "Print poster", False),
        ("poster print", "Print poster", True),
        ("poster undo", "Print poster", False),
    ],
)
def test_commands_are_found_by_a_few_letters(query: str, text: str, found: bool) -> None:
    assert (rank(query, text) is not None) is found


def test_the_beginning_counts_more_than_the_middle() -> None:
    ranks = [rank("po", text) for text in ("Poster", "Print poster", "Report", "Peel off")]
    assert ranks == sorted(ranks, key=lambda value: value if value is not None else 999)


def test_the_palette_filters_goes_along_and_does(qtbot: QtBot) -> None:
    window = QWidget()
    before = QLineEdit(window)
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    before.setFocus()
    palette = CommandPalette(window)
    heard: list[str] = []
    palette.command_chosen.connect(heard.append)
    palette.open(COMMANDS)
    qtbot.waitUntil(palette.field().hasFocus)
    assert [command.id for command in palette.shown_commands()] == ["print", "check", "undo", "redo"]
    QTest.keyClicks(palette.field(), "post")
    assert [command.id for command in palette.shown_commands()] == ["print", "check"]
    QTest.keyClick(palette.field(), Qt.Key.Key_Down)
    QTest.keyClick(palette.field(), Qt.Key.Key_Return)
    assert heard == ["check"]
    assert not palette.isVisible()
    assert before.hasFocus(), "the keyboard is back where it was"
    palette.open(COMMANDS, "redo")
    QTest.keyClick(palette.field(), Qt.Key.Key_Return)
    assert heard == ["check"], "what cannot be done now is not done"
    assert palette.isVisible()
    QTest.keyClick(palette.field(), Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_the_palette_keeps_tab_and_closes_on_a_click_elsewhere(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    palette = CommandPalette(window)
    palette.open(COMMANDS)
    QTest.keyClick(palette.field(), Qt.Key.Key_Tab)
    assert palette.field().hasFocus()
    QTest.keyClick(palette.field(), Qt.Key.Key_Return)
    palette.open(COMMANDS, "nothing like it")
    assert palette.shown_commands() == []
    assert QRect(QPoint(0, 0), window.size()).contains(palette.geometry())
    with qtbot.waitSignal(palette.closed):
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(5, 590))
    assert not palette.isVisible()


def test_a_dialog_dims_its_window_and_stands_in_its_middle(qtbot: QtBot) -> None:
    window = shown(qtbot, QPushButton("Behind"))
    window.resize(900, 600)
    dialog = Dialog(window)
    box = QVBoxLayout(dialog)
    box.setContentsMargins(PANEL_MARGINS)
    box.addWidget(QLineEdit())
    dialog.resize(400, 200)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.windowModality() == Qt.WindowModality.WindowModal
    assert [scrim.geometry() for scrim in window.findChildren(Scrim)] == [window.rect()]
    assert abs(dialog.geometry().center().x() - window.geometry().center().x()) <= 1
    image = dialog.grab().toImage()
    assert image.pixelColor(0, 0).alpha() == 0, "the corners are round"
    assert image.pixelColor(200, 190) == look().color("surface.panel")
    assert 0 < image.pixelColor(200, 195).alpha() < 255, "a flat shadow, not a frame"
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(Scrim))
