"""The wall follows the filter of its editor: what is not looked for fades there too, and both say so."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.shell import Shell
from model.commands.cards import set_text
from model.finding import Filter
from shell_person import CTRL, Person
from wall_room import keeper, mapper_without_start, wall
from widgets.controls.toast import Toast
from widgets.filters.popup import FilterPopup
from widgets.look.theme import look

Key = Qt.Key


@pytest.fixture
def mapper(qtbot: QtBot, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> Person:
    """Somebody with a map of two touchpoints, Advert and Search."""
    monkeypatch.setattr(Toast, "start", lambda _toast: None)
    made = mapper_without_start(qtbot, shell)
    look().reduce_motion(True)
    made.back_to_map()
    return made


def open_wall(person: Person) -> None:
    person.key(Key.Key_F11)
    person.qtbot.waitExposed(wall(person))
    wall(person).showNormal()
    wall(person).resize(1600, 1000)
    person.qtbot.waitUntil(lambda: wall(person).width() == 1600)
    for toast in wall(person).toasts.toasts():
        toast.dismiss()
    QApplication.processEvents()


def look_for(person: Person, words: str, window: QWidget) -> None:
    """Ctrl+F in a window, the words, Esc."""
    window.activateWindow()
    person.qtbot.waitUntil(window.isActiveWindow)
    person.key(Key.Key_F, CTRL, window)
    person.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), FilterPopup))
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, FilterPopup) and popup.parentWidget() is window
    QTest.keyClicks(popup.words, words)
    QTest.keyClick(popup.words, Key.Key_Escape)
    person.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def picture(person: Person, text: str) -> QImage:
    """A note as it is seen on the wall."""
    view = wall(person).view
    return view.grab(view.card_rect(person.card(text).id).toAlignedRect()).toImage()


def ink(image: QImage) -> int:
    """How dark the darkest pixel is."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return 255 - min(pixel.lightness() for pixel in pixels)


def faded_on_wall(person: Person) -> set[str]:
    view, items = wall(person).view, person.document.item_table
    return {items[i].text for i in person.editor.stage.scene.cards if view.faded(i)}


def test_what_fades_in_the_editor_fades_on_the_wall(mapper: Person) -> None:
    open_wall(mapper)
    mapper.window.activateWindow()
    mapper.qtbot.waitUntil(mapper.window.isActiveWindow)  # the wall's line showed where the next note goes
    plain = {text: picture(mapper, text) for text in ("Advert", "Search")}
    look_for(mapper, "search", mapper.window)
    assert faded_on_wall(mapper) == {"Advert"}
    assert picture(mapper, "Search") == plain["Search"]
    assert ink(picture(mapper, "Advert")) < 0.5 * ink(plain["Advert"]), "its words step back"
    mapper.window.commands["show_all"].trigger()
    assert faded_on_wall(mapper) == set()
    assert picture(mapper, "Advert") == plain["Advert"]


def test_only_what_begins_to_fade_is_painted_again(mapper: Person) -> None:
    open_wall(mapper)
    view = wall(mapper).view
    stale: list[bool] = []

    class Watch(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if isinstance(event, QPaintEvent):
                spot = view.card_rect(mapper.card("Search").id).center().toPoint()
                stale.append(event.region().contains(spot))
            return False

    watch = Watch(view)
    view.installEventFilter(watch)
    mapper.window.handlers.filtering.state.look_for(Filter(words="search"))
    QApplication.processEvents()
    view.removeEventFilter(watch)
    assert stale and not any(stale), "Search looks as before"


def test_room_and_facilitator_are_told_what_the_wall_follows(mapper: Person) -> None:
    look_for(mapper, "search", mapper.window)
    bar = mapper.window.bars.bar("filter")
    assert bar is not None and "wall" not in bar.text()
    open_wall(mapper)
    assert faded_on_wall(mapper) == {"Advert"}, "a wall that opens later follows as well"
    assert wall(mapper).head.filter_shown == "Filter: “search”. 1 of 2 notes"
    assert "Filter: “search”." in wall(mapper).head.accessibleDescription()
    assert bar.text() == "Filter: “search”.  1 of 2 notes. The wall shows the same."
    mapper.workspace.bridge.run(set_text, mapper.card("Advert").id, "Advert on search")
    assert wall(mapper).head.filter_shown == "Filter: “search”. 2 of 2 notes"
    assert faded_on_wall(mapper) == set()
    wall(mapper).close()
    assert keeper(mapper).shown is None
    assert bar.text() == "Filter: “search”.  2 of 2 notes."


def test_where_the_wall_covers_the_editor_one_looks_for_notes_on_it(mapper: Person) -> None:
    open_wall(mapper)
    shown = wall(mapper)
    shown.show_controls()
    assert not shown.all_notes.isVisible(), "there is nothing to take away"
    look_for(mapper, "search", shown)
    assert faded_on_wall(mapper) == {"Advert"}
    assert shown.all_notes.isVisible() == shown.leave.isVisible(), "it comes and goes with the other controls"
    shown.show_controls()
    QTest.mouseClick(shown.all_notes, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert faded_on_wall(mapper) == set()
    assert shown.head.filter_shown == "" and not shown.all_notes.isVisible()
    assert mapper.window.bars.bar("filter") is None
    shown.close()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    look_for(mapper, "advert", mapper.window)  # the popup of the wall went with it


def test_a_note_that_does_not_fit_is_seen_when_it_comes_and_fades_then(mapper: Person) -> None:
    look_for(mapper, "search", mapper.window)
    open_wall(mapper)
    QTest.keyClicks(wall(mapper).line.field, "Visit")
    QTest.keyClick(wall(mapper).line.field, Key.Key_Return)
    view, note = wall(mapper).view, mapper.card("Visit").id
    if view.new_cards:  # a busy machine may be through with it
        assert not view.faded(note)
    assert wall(mapper).head.filter_shown == "Filter: “search”. 1 of 3 notes"
    bar = mapper.window.bars.bar("filter")
    assert bar is not None and "1 of 3 notes" in bar.text()
    mapper.qtbot.waitUntil(lambda: not view.new_cards)
    assert view.faded(note)
