"""The wall: a second window on the same map, by real events."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.shell import Shell
from app.wallsettings import WallSettings
from model.commands.cards import add_cards, delete_cards, set_text
from model.commands.grid import set_fields
from model.commands.places import Cell
from model.draw.displaylist import Text, walk
from model.layout import metrics as px
from model.legibility import Room, reading_distance, x_height
from shell_person import ALT, CTRL, SHIFT, Person
from wall_room import keeper, mapper_without_start, wall
from widgets.controls.labels import PlainLabel
from widgets.controls.toast import Toast
from widgets.look.theme import look
from widgets.wall.popups import LanesPopup, RoomPopup
from widgets.wall.window import MESSAGE

Key = Qt.Key


@pytest.fixture(autouse=True)
def _messages_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine may take longer than they are shown."""
    monkeypatch.setattr(Toast, "start", lambda _toast: None)


@pytest.fixture
def mapper(qtbot: QtBot, shell: Shell) -> Person:
    """Somebody with a map of eight phases and two touchpoints."""
    return mapper_without_start(qtbot, shell)


@pytest.fixture
def room(mapper: Person) -> Person:
    """Somebody with the wall open over the editor of a map of eight phases: there is one screen."""
    mapper.back_to_map()
    mapper.key(Key.Key_F11)
    mapper.qtbot.waitExposed(wall(mapper))
    look().reduce_motion(True)  # what moves is another test's
    return mapper


def seen(person: Person) -> list[int]:
    """The numbers of the phases that stand on the wall whole."""
    phases = person.editor.stage.layout.phases
    return [phases[i].number for i in wall(person).view.phases_seen()]


def touchpoints(person: Person) -> str:
    return next(lane.id for lane in person.document.lanes if lane.kind == "touchpoints")


def lane(person: Person, kind: str) -> str:
    return next(lane.id for lane in person.document.lanes if lane.kind == kind)


def on_wall(person: Person) -> list[str]:
    lanes = person.document.lane_table
    return [lanes[row.lane.id].kind for row in wall(person).view.plan.rows]


def enlarge(person: Person, width: int = 1600, height: int = 1000) -> None:
    """As large as a projector: the offscreen screen is 800 px square."""
    wall(person).showNormal()
    wall(person).resize(width, height)
    person.qtbot.waitUntil(lambda: wall(person).width() == width)
    QApplication.processEvents()


# -- opening and closing -------------------------------------------------------------------------------------------


def test_f11_opens_it_full_screen_with_nothing_but_title_map_and_line(room: Person) -> None:
    shown = wall(room)
    assert shown.isFullScreen() and shown.isVisible()
    assert shown.geometry() == shown.screen().geometry()
    assert room.window.commands["wall"].isChecked()
    assert on_wall(room) == ["touchpoints", "emotion"]
    assert shown.windowTitle() == "Wall: My map"
    visible = [w for w in shown.findChildren(QLineEdit) if w.isVisible()]
    assert visible == [shown.line.field]
    assert shown.line.field.hasFocus(), "it covers the editor, so one writes there"


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_F11])
def test_escape_and_f11_lead_back(room: Person, key: Qt.Key) -> None:
    shown = wall(room)
    QTest.keyClick(shown.line.field, key)
    assert keeper(room).shown is None and not shown.isVisible()
    assert not room.window.commands["wall"].isChecked()
    room.qtbot.waitUntil(room.window.isActiveWindow)
    assert room.window.focusWidget() is room.editor.view
    assert room.window.status.wall_text() == ""


def test_the_cross_comes_with_the_pointer_and_closes(room: Person) -> None:
    shown = wall(room)
    shown.head.show_buttons(False)
    shown._controls.setInterval(60_000)  # a busy machine may take longer to click
    assert shown.view.hasMouseTracking()
    at = QPointF(210, 205)
    no, none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    there = QPointF(shown.view.mapToGlobal(at.toPoint()))
    QApplication.sendEvent(shown.view, QMouseEvent(QEvent.Type.MouseMove, at, there, no, no, none))
    assert shown.leave.isVisible()
    QTest.mouseClick(shown.leave, Qt.MouseButton.LeftButton)
    assert keeper(room).shown is None


def test_it_opens_again_after_the_window_system_closed_it(room: Person) -> None:
    wall(room).close()
    assert keeper(room).shown is None
    room.window.commands["wall"].trigger()
    assert wall(room).isVisible()


def test_a_title_of_any_letters_stands_there_as_it_is(mapper: Person) -> None:
    mapper.workspace.bridge.run(set_fields, "map", "map", title="<b>A</b> & [*] B")
    mapper.window.commands["wall"].trigger()
    assert wall(mapper).windowTitle() == "Wall: <b>A</b> & [*][*] B"
    assert wall(mapper).head.accessibleName() == "<b>A</b> & [*] B"


def test_an_empty_map_asks_but_does_not_say_how_a_note_is_made_there(mapper: Person) -> None:
    for item in mapper.document.touchpoints:
        mapper.workspace.bridge.run(delete_cards, [item.id])
    mapper.key(Key.Key_F11)
    mapper.qtbot.waitExposed(wall(mapper))
    stands = mapper.editor.stage.layout.lanes[touchpoints(mapper)]
    assert stands.prompt and stands.how, "the editor says it"
    enlarge(mapper)
    wall(mapper).grab()
    drawn = wall(mapper).view._picture.kept(f"prompt {stands.id}")
    assert drawn is not None
    words = {op.line.text for op, _, _ in walk(drawn) if isinstance(op, Text)}
    assert words >= {line.line.text for line in stands.prompt}
    assert not words & {line.line.text for line in stands.how}, "one writes in its line, and drags nothing"


def test_the_toolbar_opens_it(mapper: Person) -> None:
    mapper.click(mapper.window.topbar.wall)
    assert wall(mapper).isVisible()
    assert mapper.window.topbar.wall.accessibleName() == "Wall"


def test_tab_leads_to_the_controls(room: Person) -> None:
    shown = wall(room)
    shown.head.show_buttons(False)
    seen_there = set()
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget() or shown, Key.Key_Tab)
        seen_there.add(QApplication.focusWidget())
    assert {shown.lanes, shown.room, shown.other_theme, shown.leave, shown.line.field} <= seen_there
    assert all(button.accessibleName() for button in shown.head.buttons)


def test_it_goes_with_the_map_and_with_its_window(room: Person) -> None:
    shown = wall(room)
    other = room.shell.new_window()
    other.show_document(room.workspace.open_document)
    room.window.close()
    assert not shown.isVisible()
    room.window = other
    room.window.commands["wall"].trigger()
    second = wall(room)
    room.workspace.open_document.session.mark_saved(room.document, 1)
    room.window.close_map()
    assert not second.isVisible()


def test_half_a_note_stands_in_the_editors_line_when_it_closes(room: Person) -> None:
    QTest.keyClicks(wall(room).line.field, "Half a no")
    QTest.keyClick(wall(room).line.field, Key.Key_F11)
    line = room.workspace.scribe
    assert line.field.text() == "Half a no" and line.isVisible()
    room.qtbot.waitUntil(line.field.hasFocus)


def test_escape_with_half_a_note_first_leaves_the_line(room: Person) -> None:
    shown = wall(room)
    QTest.keyClicks(shown.line.field, "Half")
    QTest.keyClick(shown.line.field, Key.Key_Escape)
    assert keeper(room).shown is shown and shown.view.hasFocus() and shown.line.field.text() == "Half"
    QTest.keyClick(shown.view, Key.Key_Escape)
    assert keeper(room).shown is None and room.workspace.scribe.field.text() == "Half"


# -- one map in two windows ------------------------------------------------------------------------------------------


def picture(widget: QWidget) -> QImage:
    QApplication.processEvents()
    return widget.grab().toImage()


def test_an_edit_in_the_editor_shows_on_the_wall_at_once(room: Person) -> None:
    view = wall(room).view
    before = picture(view)
    step = room.document.steps[0].id
    made = room.workspace.bridge.run(add_cards, "touchpoint", ["From the editor"], Cell(touchpoints(room), step))
    rect = view.card_rect(made.added("items")[0])
    assert rect.height() > 0 and rect.intersects(view.rect().toRectF())
    after = picture(view)
    place = rect.toAlignedRect().intersected(view.rect())
    assert before.copy(place) != after.copy(place)
    room.workspace.bridge.run(set_text, made.added("items")[0], "Other words")
    assert picture(view).copy(place) != after.copy(place)
    QTest.keyClick(wall(room).line.field, Key.Key_Z, CTRL)
    assert "From the editor" in room.texts(), "undo from the wall took the words back"


def test_letters_typed_on_the_map_show_on_the_wall(room: Person) -> None:
    room.back_to_map()
    room.workspace.selection.choose_cards([room.card("Advert").id])
    room.key(Key.Key_F2)
    place = wall(room).view.card_rect(room.card("Advert").id).toAlignedRect()
    before = picture(wall(room).view).copy(place)
    room.type("s")
    assert picture(wall(room).view).copy(place) != before
    room.key(Key.Key_Escape)


def test_closing_it_leaves_who_works_in_the_editor_alone(room: Person) -> None:
    room.workspace.show_scribe(True)
    QTest.keyClicks(room.workspace.scribe.field, "Half")
    room.back_to_map()
    wall(room).close()
    assert room.window.focusWidget() is room.editor.view
    assert room.workspace.scribe.field.text() == "Half"


def test_the_editor_shows_what_was_written_on_the_wall(room: Person) -> None:
    QTest.keyClicks(wall(room).line.field, "From the wall")
    QTest.keyClick(wall(room).line.field, Key.Key_Return)
    card = room.card("From the wall")
    assert card.id in room.editor.stage.scene.cards
    assert wall(room).line.field.text() == room.workspace.scribe.field.text() == ""


def test_what_is_typed_in_either_line_stands_in_both(room: Person) -> None:
    mine, other = room.workspace.scribe, wall(room).line
    QTest.keyClicks(mine.field, "Abc")
    assert other.field.text() == "Abc"
    QTest.keyClicks(other.field, "d")
    assert mine.field.text() == "Abcd"
    QTest.keyClick(mine.field, Key.Key_3, ALT)
    assert other.chips["phases"].words == mine.chips["phases"].words == room.document.phases[2].name
    QTest.keyClick(other.field, Key.Key_4, CTRL)
    assert mine.aim.score == 1 and other.chips["feeling"].words == "+1"
    QTest.keyClick(other.field, Key.Key_Return)
    card = room.card("Abcd")
    assert room.document.phase_of(card) == room.document.phases[2]
    QTest.keyClick(other.field, Key.Key_F2)
    assert other.field.text() == "Abcd"
    other.field.setCursorPosition(2)
    QTest.keyClick(other.field, Key.Key_Return, CTRL)
    assert {"Ab", "cd"} <= room.texts() and other.field.text() == "cd"


def test_the_draft_of_the_wall_goes_to_the_journal(room: Person, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.editor.draft, timeout=5000) as said:
        QTest.keyClicks(wall(room).line.field, "Not sent")
    assert said.args is not None and said.args[1] == "Not sent"
    room.workspace.commit()  # as saving and closing do
    assert "Not sent" in room.texts()


def test_chips_on_the_wall_choose_too(room: Person, qtbot: QtBot) -> None:
    chip = wall(room).line.chips["phases"]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert menu is not None and menu.parent() is wall(room)
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)
    assert chip.words == room.document.phases[1].name
    assert chip.accessibleName().startswith("Phase of the next note")


# -- the target in view ----------------------------------------------------------------------------------------------


def test_the_targets_phase_stays_in_view_whole(room: Person) -> None:
    enlarge(room)
    view = wall(room).view
    for number in (1, 8, 3, 7, 2):
        QTest.keyClick(wall(room).line.field, Qt.Key(Key.Key_0 + number), ALT)
        assert number in seen(room)
        step = room.document.steps_by_phase[room.document.phases[number - 1].id][0]
        assert view.target == Cell(touchpoints(room), step.id, None)


def test_the_editors_line_moves_the_wall_too(room: Person) -> None:
    enlarge(room)
    room.workspace.show_scribe(True)
    room.window.activateWindow()
    room.qtbot.waitUntil(room.workspace.scribe.field.hasFocus)
    assert 8 not in seen(room)
    QTest.keyClick(room.workspace.scribe.field, Key.Key_8, ALT)
    assert 8 in seen(room)
    assert wall(room).line.field.followed, "its caret is seen on the wall"


def test_a_long_lane_scrolls_to_the_place_of_the_next_note(room: Person) -> None:
    enlarge(room)
    step = room.document.steps[0].id
    room.workspace.bridge.run(
        add_cards, "touchpoint", [f"Note {n} of many" for n in range(14)], Cell(touchpoints(room), step)
    )
    view = wall(room).view
    assert not view.plan.fit.lanes_fit
    assert view.plan.rows[-1].pinned and view.plan.rows[-1].lane.kind == "emotion", "the curve stays"
    QTest.keyClicks(wall(room).line.field, "The last of all")
    QTest.keyClick(wall(room).line.field, Key.Key_Return)
    rect = view.card_rect(room.card("The last of all").id)
    curve = view.height() - view.plan.rows[-1].h * view.scale
    assert rect.top() > view.plan.head_h * view.scale and rect.bottom() <= curve + 1


def test_a_hidden_lane_is_shown_until_the_next_note(room: Person) -> None:
    field = wall(room).line.field
    scale = wall(room).view.scale
    QTest.keyClicks(field, "/pHurts")
    assert on_wall(room) == ["touchpoints", "emotion", "pain_points"]
    QTest.keyClick(field, Key.Key_Return)
    assert "pain_points" in on_wall(room), "the note that was sent is seen"
    assert room.card("Hurts").id in wall(room).view.new_cards
    assert wall(room).view.scale == scale, "and no letter changes its size for it"
    QTest.keyClicks(field, "On we go")
    QTest.keyClick(field, Key.Key_Return)
    assert on_wall(room) == ["touchpoints", "emotion"]


# -- scrolling -------------------------------------------------------------------------------------------------------


def test_the_place_of_the_next_note_comes_back_when_one_types(room: Person) -> None:
    enlarge(room)
    run, steps = room.workspace.bridge.run, room.document.steps
    run(add_cards, "touchpoint", [f"Note {n} of many" for n in range(14)], Cell(touchpoints(room), steps[0].id))
    view, field = wall(room).view, wall(room).line.field
    QTest.keyClick(field, Key.Key_2, ALT)
    QTest.keyClicks(field, "At the top of its phase")
    QTest.keyClick(field, Key.Key_Return)
    QTest.keyClicks(field, "/pIn a lane that is not on the wall")
    QTest.keyClick(field, Key.Key_Return)
    assert "pain_points" in on_wall(room)

    def place_seen() -> bool:
        """The place below the note at the top of the phase."""
        return view.card_rect(room.card("At the top of its phase").id).bottom() > view.plan.head_h * view.scale

    assert not place_seen(), "the note that was sent is in sight, far below"
    QTest.keyClicks(field, "N")
    assert place_seen()
    assert "pain_points" in on_wall(room), "until this one is sent"
    QTest.keyClicks(field, "ext")
    QTest.keyClick(field, Key.Key_Return)
    assert on_wall(room) == ["touchpoints", "emotion"]
    number = room.card("Note 0 of many").number
    QTest.keyClick(field, Key.Key_8, ALT)
    QTest.keyClicks(field, f"/{number}pFar away")
    QTest.keyClick(field, Key.Key_Return)
    assert 1 in seen(room) and 8 not in seen(room), "the note that was sent"
    QTest.keyClicks(field, "N")
    assert 8 in seen(room), "and now the next one"


def test_phases_scroll_by_alt_and_arrows_and_stop_at_the_ends(room: Person) -> None:
    enlarge(room)
    shown = wall(room)
    shown.view.setFocus()
    first = seen(room)
    assert first[0] == 1 and len(first) < 8
    QTest.keyClick(shown.view, Key.Key_Right, ALT)
    assert seen(room) == [n + 1 for n in first]
    for _ in range(9):
        QTest.keyClick(shown.view, Key.Key_Right, ALT)
    assert seen(room)[-1] == 8 and len(seen(room)) == len(first), "the last phases fill the wall"
    QTest.keyClick(shown.view, Key.Key_Left, ALT)
    assert seen(room)[-1] == 7
    QTest.keyClick(shown.view, Key.Key_Home)
    assert seen(room) == first
    QTest.keyClick(shown.view, Key.Key_PageDown)
    assert seen(room)[-1] == 8


def test_the_editor_scrolls_the_wall_by_its_commands(room: Person) -> None:
    enlarge(room)
    before = seen(room)
    room.window.commands["wall_next"].trigger()
    assert seen(room)[0] == before[0] + 1
    room.window.commands["wall_previous"].trigger()
    assert seen(room) == before


def wheel(widget: QWidget, delta: QPoint) -> None:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(middle.toPoint())),
        QPoint(),
        delta,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_a_notch_of_the_wheel_is_a_phase_and_a_touchpad_needs_as_far(room: Person) -> None:
    enlarge(room)
    view = wall(room).view
    wheel(view, QPoint(-120, 0))
    assert seen(room)[0] == 2
    for _ in range(3):
        wheel(view, QPoint(-30, 0))
    assert seen(room)[0] == 2
    wheel(view, QPoint(-30, 0))
    assert seen(room)[0] == 3
    wheel(view, QPoint(240, 0))
    assert seen(room)[0] == 1


def test_a_letter_goes_to_the_line(room: Person) -> None:
    shown = wall(room)
    shown.view.setFocus()
    QTest.keyClicks(shown.view, "x")
    assert shown.line.field.text() == "x" and shown.line.field.hasFocus()


# -- what the room can read ------------------------------------------------------------------------------------------


def smallest_mm(person: Person, image_m: float) -> float:
    view = wall(person).view
    return x_height(px.style("touchpoint")) * view.scale * image_m * 1000 / wall(person).height()


def test_the_rule_is_kept_and_said(room: Person) -> None:
    enlarge(room)
    assert len(seen(room)) == 6
    assert wall(room).view.sentence() == "6 of 8 phases, so that the last row at 6 m can read it."
    assert reading_distance(smallest_mm(room, 1.5)) >= 6
    assert room.window.status.wall_text() == "Wall: 6 of 8"
    assert wall(room).view.accessibleDescription() == wall(room).view.sentence()
    told = [toast.text() for toast in wall(room).toasts.toasts()]
    assert any(text.startswith(wall(room).view.sentence()) for text in told)


def test_the_room_is_set_by_typing_and_remembered(room: Person, make_shell: Callable[[], Shell]) -> None:
    enlarge(room)
    popup = keeper(room).choose_room()
    assert isinstance(popup, RoomPopup)
    assert popup.image.text() == "1.5 m"
    QTest.keyClicks(popup.image, "180 cm")  # the text there is chosen
    popup.seat.selectAll()
    QTest.keyClicks(popup.seat, "12")
    assert popup.told.text() == wall(room).view.sentence()
    assert "12 m" in popup.told.text()
    assert len(seen(room)) < 6
    assert reading_distance(smallest_mm(room, 1.8)) >= 12
    popup.seat.selectAll()
    QTest.keyClicks(popup.seat, "far")
    assert "from 0.5 to 80 m" in popup._rows[1].error()
    popup.close()
    assert WallSettings(make_shell().settings.get("wall")).room == Room(1.8, 12.0)


def test_one_phase_too_wide_is_told(room: Person) -> None:
    enlarge(room)
    from model.commands.grid import add_step

    for _ in range(7):
        room.workspace.bridge.run(add_step, room.document.phases[0].id)
    keeper(room)._read_in(Room(1.0, 30.0))
    assert wall(room).view.sentence().startswith("One phase is wider than the image")
    QTest.keyClick(wall(room).line.field, Key.Key_Left, ALT)
    last = room.document.steps_by_phase[room.document.phases[0].id][-1]
    for _ in range(8):
        QTest.keyClick(wall(room).line.field, Key.Key_PageDown, ALT)
    assert wall(room).view.target is not None
    box = room.editor.stage.layout.steps[last.id]
    view = wall(room).view
    assert view.sight.x(box.x) >= 0 and view.sight.x(box.right) <= view.width() + 1, "the step is in view at least"


def test_nonsense_in_the_settings_is_the_usual() -> None:
    bad: tuple[object, ...] = (None, [], "x", {"image_m": "a", "seat_m": -1, "kinds": [1], "screen": 3, "theme": "p"})
    for value in bad:
        settings = WallSettings(value)
        assert (settings.room, settings.theme, settings.screen) == (Room(1.5, 6.0), "light", "")
        assert settings.kinds == ("touchpoints", "emotion")
    kept = WallSettings({"image_m": 2, "seat_m": 9, "kinds": ["emotion"], "screen": "HDMI-1", "theme": "dark"})
    assert WallSettings(kept.as_json()).as_json() == kept.as_json()


# -- lanes and colours -----------------------------------------------------------------------------------------------


def test_lanes_are_chosen_in_a_popup_and_one_always_stays(room: Person) -> None:
    popup = keeper(room).choose_lanes()
    assert isinstance(popup, LanesPopup)
    ids = [lane(room, kind) for kind in ("touchpoints", "emotion", "pain_points")]
    popup.toggles.changed.emit(tuple(ids))
    assert on_wall(room) == ["touchpoints", "emotion", "pain_points"]
    popup.toggles.changed.emit((ids[1],))
    assert on_wall(room) == ["emotion"]
    popup.toggles.changed.emit(())
    assert on_wall(room) == ["emotion"]
    popup.close()
    QTest.keyClick(wall(room).line.field, Key.Key_Escape)
    room.window.commands["wall"].trigger()
    assert on_wall(room) == ["emotion"], "the next wall begins like this one"


def test_it_is_light_whatever_the_editor_is_and_can_be_dark(room: Person) -> None:
    room.shell.choose_theme("dark")
    view = wall(room).view
    corner = QPoint(4, view.height() - 4)
    assert picture(view).pixelColor(corner).lightness() > 200
    assert picture(wall(room).line).pixelColor(2, 2).lightness() > 200
    room.window.commands["wall_theme"].trigger()
    assert picture(view).pixelColor(corner).lightness() < 80
    assert room.window.commands["wall_theme"].isChecked()
    assert WallSettings(room.shell.settings.get("wall")).theme == "dark"


def test_it_speaks_the_language_of_the_program(room: Person) -> None:
    room.shell.choose_language("nl")
    assert wall(room).windowTitle() == "Wand: My map"
    assert wall(room).view.sentence() != ""


# -- new notes -------------------------------------------------------------------------------------------------------


def test_new_notes_glide_in_and_stay_outlined_for_a_second(room: Person, qtbot: QtBot) -> None:
    look().reduce_motion(False)
    view = wall(room).view
    QTest.keyClicks(wall(room).line.field, "New")
    QTest.keyClick(wall(room).line.field, Key.Key_Return)
    card = room.card("New").id
    assert view._arrivals.way == {card: 1.0}, "it begins below"
    qtbot.waitUntil(lambda: view._arrivals.way.get(card, 0.0) == 0.0)
    qtbot.waitUntil(lambda: view.new_cards == (), timeout=5000)


def test_nothing_moves_where_motion_is_switched_off(room: Person) -> None:
    view = wall(room).view
    QTest.keyClicks(wall(room).line.field, "Still")
    QTest.keyClick(wall(room).line.field, Key.Key_Return)
    assert view._arrivals.way == {room.card("Still").id: 0.0}, "it is there, and outlined all the same"


# -- what it says ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1920, 1080), (3840, 2160)])
def test_messages_are_as_large_for_the_room_on_every_screen(room: Person, size: tuple[int, int]) -> None:
    shown = wall(room)
    before = shown.toasts.toasts()
    assert before, "it says what it shows when it opens"
    enlarge(room, *size)
    shown.toasts.show_message("The note “Advert” stands in the second phase now. " * 2, action="Undo", run=lambda: None)
    QApplication.processEvents()
    assert shown.toasts.toasts()[0] is before[0], "it grows while it stands there"
    for toast in shown.toasts.toasts():
        label = next(child for child in toast.findChildren(PlainLabel) if child.text() == toast.text())
        assert label.fontInfo().pixelSize() == round(MESSAGE * size[1] / 1000)
        assert label.heightForWidth(label.width()) <= label.height(), "no line of it is cut"
        button = toast.first_button()
        if button.isVisible() and button.text():
            assert button.fontInfo().pixelSize() == label.fontInfo().pixelSize()
            assert button.width() >= button.sizeHint().width() and label.geometry().right() < button.x()
        assert abs(toast.width() / size[1] - 400 / 14 * MESSAGE / 1000) < 0.001
    inside = shown.toasts.geometry()
    assert shown.view.rect().contains(inside) and abs(inside.center().x() - size[0] // 2) <= 1


# -- what it costs ---------------------------------------------------------------------------------------------------


class Paints(QObject):
    """Counts the paint events of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_an_edit_that_is_not_on_the_wall_paints_nothing_there(room: Person) -> None:
    enlarge(room)
    QApplication.processEvents()
    paints = Paints(wall(room).view)
    before = paints.count
    room.workspace.bridge.run(
        add_cards, "touchpoint", ["Out of sight"], Cell(touchpoints(room), room.document.steps[-1].id)
    )
    QApplication.processEvents()
    assert paints.count == before
    room.workspace.bridge.run(set_text, room.card("Advert").id, "Advert!")
    QApplication.processEvents()
    assert paints.count > before


def test_a_closed_wall_hears_nothing(room: Person) -> None:
    stage = room.editor.stage
    signal = "2laid_out()"
    heard = stage.receivers(signal)
    QTest.keyClick(wall(room).line.field, Key.Key_Escape)
    assert stage.receivers(signal) == heard - 1
    room.window.commands["wall"].trigger()
    assert stage.receivers(signal) == heard


def test_shift_f11_and_ctrl_f11_open_the_popups(room: Person) -> None:
    for keys, kind in ((SHIFT, LanesPopup), (CTRL, RoomPopup)):
        wall(room).activateWindow()
        room.qtbot.waitUntil(wall(room).isActiveWindow)
        QTest.keyClick(wall(room), Key.Key_F11, keys)
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, kind)
        popup.close()
        QApplication.processEvents()


# -- where it begins -------------------------------------------------------------------------------------------------


def _one_chosen_and_the_line_elsewhere(mapper: Person) -> None:
    """A note of the first phase is chosen on the map; the line writes in the eighth."""
    mapper.back_to_map()
    mapper.workspace.selection.choose_cards([mapper.card("Advert").id])
    mapper.key(Key.Key_M, CTRL)
    mapper.qtbot.waitUntil(mapper.workspace.scribe.field.hasFocus)
    mapper.key(Key.Key_8, ALT)


def _open_wall(mapper: Person) -> None:
    mapper.key(Key.Key_F11)
    mapper.qtbot.waitExposed(wall(mapper))
    look().reduce_motion(True)
    QApplication.processEvents()


def test_it_begins_where_the_line_writes(mapper: Person) -> None:
    _one_chosen_and_the_line_elsewhere(mapper)
    _open_wall(mapper)
    assert 8 in seen(mapper)


def test_it_begins_where_the_line_was_used_last(mapper: Person) -> None:
    _one_chosen_and_the_line_elsewhere(mapper)
    mapper.key(Key.Key_Escape)
    assert not mapper.workspace.scribe.field.hasFocus()
    _open_wall(mapper)
    assert 8 in seen(mapper)
    assert wall(mapper).view.target is not None


def test_it_begins_where_one_is_on_the_map_after_a_choice_there(mapper: Person) -> None:
    _one_chosen_and_the_line_elsewhere(mapper)
    mapper.key(Key.Key_Escape)
    mapper.workspace.selection.choose_cards([mapper.card("Search").id])
    _open_wall(mapper)
    assert 1 in seen(mapper) and 8 not in seen(mapper)


def test_beside_the_editor_it_begins_where_the_line_is_too(mapper: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a second screen the keyboard stays in the editor, on its map, and nothing is written on the wall."""
    _one_chosen_and_the_line_elsewhere(mapper)
    mapper.key(Key.Key_Escape)
    monkeypatch.setattr(mapper.window, "screen", lambda: None)
    look().reduce_motion(True)
    mapper.window.commands["wall"].trigger()
    shown = wall(mapper)
    mapper.qtbot.waitExposed(shown)
    QApplication.processEvents()
    assert not shown.line.field.hasFocus() and not mapper.workspace.scribe.writing
    assert 8 in seen(mapper)
    enlarge(mapper)
    assert 8 in seen(mapper), "a screen that is ready a moment later"


def test_beside_the_editor_it_begins_where_one_is_on_the_map(mapper: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line goes to what was chosen on the map meanwhile, though nobody writes in it."""
    last = mapper.document.steps[-1].id
    made = mapper.workspace.bridge.run(add_cards, "touchpoint", ["Review"], Cell(touchpoints(mapper), last))
    _one_chosen_and_the_line_elsewhere(mapper)
    mapper.key(Key.Key_1, ALT)
    mapper.key(Key.Key_Escape)
    mapper.workspace.selection.choose_cards(made.added("items"))
    monkeypatch.setattr(mapper.window, "screen", lambda: None)
    look().reduce_motion(True)
    mapper.window.commands["wall"].trigger()
    mapper.qtbot.waitExposed(wall(mapper))
    QApplication.processEvents()
    assert not mapper.workspace.scribe.writing
    assert 8 in seen(mapper)
