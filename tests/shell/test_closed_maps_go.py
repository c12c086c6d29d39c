"""What belonged to a map goes when it is closed: who works all day opens many, in a program that never ends.

Nothing of it may be held by what lives on (the window, the look, the application), nor by a circle that Python cannot
see because Qt holds a part of it: a lambda that is connected to a signal is such a part.
"""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.memory import give_back
from maps import full_map
from model.commands import cards
from model.files import native
from model.records import Item
from shell_person import CTRL, Person
from widgets.canvas import qt_painter


def watched(person: Person) -> dict[str, Callable[[], Any]]:
    """What must go with the map of a window."""
    workspace = person.workspace
    document = workspace.open_document
    parts = {
        "workspace": workspace,
        "editor": workspace.editor,
        "stage": workspace.editor.stage,
        "scene": workspace.editor.stage.scene,
        "selection": workspace.selection,
        "bridge": workspace.bridge,
        "session": document.session,
        "open document": document,
        "journal": document.journal,
        "document": document.session.document,
        "left panel": workspace.left,
        "inspector": workspace.inspector,
    }
    wall = workspace.wall
    if wall is not None and wall.shown is not None:
        parts |= {"keeper of the wall": wall, "wall": wall.shown, "view of the wall": wall.shown.view}
    for name, page in (("list", workspace.list), ("actions", workspace.action_list)):
        if page is not None:
            parts[name] = page
    return {name: weakref.ref(part) for name, part in parts.items()}


def rest() -> None:
    """What the event loop does in a while."""
    for _ in range(5):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def alive(parts: dict[str, Callable[[], Any]]) -> list[str]:
    """What is still there."""
    return [name for name, part in parts.items() if part() is not None]


@pytest.fixture
def reader(person: Person, tmp_path: Path) -> Person:
    """Somebody with a map of every kind of record, from a file."""
    path = tmp_path / "full.journey"
    native.save(full_map().document, path)
    person.shell.files.open_path(person.window, path)
    rest()
    return person


def work(person: Person) -> None:
    """Use what a map's window has: every kind of card chosen, the list, the scribe line, filter, palette, menus."""
    window, workspace = person.window, person.workspace
    for item in person.document.placed:
        workspace.selection.choose_cards([item.id])
        QApplication.processEvents()
    for link in person.document.link_table:
        workspace.selection.choose("link", link)
        QApplication.processEvents()
    editor = workspace.editor
    workspace.selection.choose_cards([person.document.touchpoints[0].id])
    editor.open_attach_menu().close()
    editor.begin_connecting()
    person.back_to_map()
    person.key(Qt.Key.Key_Escape)
    person.add_cards("Written in the soak")
    editor.undo()
    editor.redo()
    window.handlers.run("view_list")
    workspace.show_actions()
    rest()
    workspace.show_map()
    workspace.show_scribe(True)
    QApplication.processEvents()
    workspace.show_scribe(False)
    on_the_wall(person)
    window.handlers.find()
    QApplication.processEvents()
    window.palette_popup.close()
    window.show_toast("A sentence", True)
    person.shell.choose_theme("dark")
    person.shell.choose_language("nl")
    QApplication.processEvents()
    person.shell.choose_language("en")
    person.shell.choose_theme("light")
    rest()


def on_the_wall(person: Person) -> None:
    """Show the map on the wall, write there, look at what can be set, start the timer, and leave it open."""
    window, workspace = person.window, person.workspace
    window.commands["wall"].trigger()
    assert workspace.wall is not None
    rest()
    workspace.wall.choose_lanes().close()
    workspace.wall.choose_room().close()
    window.handlers._timing.start(5, "Vote")
    wall = workspace.wall.shown
    assert wall is not None
    QTest.keyClicks(wall.line.field, "On the wall")
    QTest.keyClick(wall.line.field, Qt.Key.Key_Return)
    rest()
    person.back_to_map()


def save(person: Person) -> None:
    """Save, so that closing asks nothing."""
    document = person.workspace.open_document
    person.window.handlers.save()
    person.qtbot.waitUntil(lambda: not document.modified and not person.shell.files.saver.busy_with(document))
    rest()


def test_a_map_that_was_only_looked_at_goes_when_it_is_closed(reader: Person) -> None:
    parts = watched(reader)
    reader.back_to_map()
    reader.key(Qt.Key.Key_W, CTRL)
    assert reader.window.workspace is None
    rest()
    assert alive(parts) == []


def test_a_map_that_was_worked_on_goes_when_it_is_closed(reader: Person) -> None:
    work(reader)
    save(reader)
    parts = watched(reader)
    assert "list" in parts
    reader.window.close_map()
    assert reader.window.workspace is None
    rest()
    assert alive(parts) == []


def test_a_map_goes_with_its_window(reader: Person) -> None:
    second = reader.shell.new_window()
    second.show_start()
    work(reader)
    save(reader)
    parts = watched(reader)
    reader.window.close()
    reader.window = second
    rest()
    assert alive(parts) == []


def test_of_three_maps_one_after_the_other_only_the_last_is_there(reader: Person) -> None:
    path = reader.workspace.open_document.path
    assert path is not None
    gone: list[dict[str, Callable[[], Any]]] = []
    for _ in range(3):
        gone.append(watched(reader))
        reader.window.close_map()
        reader.shell.files.open_path(reader.window, path)
        rest()
    assert [alive(parts) for parts in gone] == [[], [], []]
    assert reader.window.workspace is not None


def test_what_was_drawn_goes_with_the_map_and_the_memory_is_given_back(
    reader: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[bool] = []
    monkeypatch.setattr(reader.shell.memory._timer, "start", lambda: given.append(True))
    assert drawn() > 0
    reader.window.close_map()
    assert drawn() == 0
    assert given == [True]


def test_no_note_of_a_closed_map_is_kept_anywhere(reader: Person) -> None:
    """Neither those that stood there, nor what they said before."""
    card = reader.document.touchpoints[0].id
    for i in range(20):
        reader.workspace.bridge.run(cards.set_text, card, f"Kept {i}")
        rest()
    assert len(notes_saying("Kept")) == 20, "undo brings them back"
    assert outlines() > 0
    save(reader)
    done: list[object] = []
    reader.shell.files.saver.later(lambda: None, done.append)  # after the version that is kept of it
    reader.qtbot.waitUntil(lambda: bool(done))
    reader.window.close_map()
    rest()
    assert notes_saying("Kept") == []
    assert outlines() == 0


def notes_saying(words: str) -> list[str]:
    """The texts of all notes in memory that say so."""
    found = {id(o): o.text for o in gc.get_objects() if type(o) is Item and o.text.startswith(words)}
    return sorted(set(found.values()))


def outlines() -> int:
    """How many outlines of lines are kept for painting."""
    kept = (qt_painter.stroke_outline, qt_painter._stroke_outline)
    return sum(outline.cache_info().currsize for outline in kept)


@pytest.mark.whole_memory
def test_a_circle_of_what_was_there_at_the_start_is_found_when_a_map_was_closed() -> None:
    class Part:
        other: Part | None = None

    first, second = Part(), Part()
    first.other, second.other = second, first
    gone = weakref.ref(first)
    gc.collect()
    gc.freeze()
    try:
        del first, second
        gc.collect()
        assert gone() is not None, "what was set apart is not looked at"
        give_back()
        assert gone() is None
        assert gc.get_freeze_count() > 0, "and what stays is set apart again"
    finally:
        gc.unfreeze()


def test_a_card_that_is_edited_leaves_nothing_drawn_behind(reader: Person) -> None:
    card = reader.document.touchpoints[0].id

    def write(text: str) -> None:
        reader.workspace.bridge.run(cards.set_text, card, text)
        rest()

    write("text 0")
    before = drawn()
    for i in range(1, 15):
        write(f"text {i}")
    assert drawn() <= before + 5


def drawn() -> int:
    """How many display lists are prepared for painting."""
    return sum(len(known) for known in qt_painter._programs.values())
