"""The whole way of a newcomer: start screen, a new map, cards, saving, closing, opening again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.shell import Shell
from model.files.native import load
from model.templates import example_path
from shell_person import CTRL, Person


def test_from_the_start_screen_to_a_saved_map_and_back(
    person: Person, tmp_path: Path, make_shell: Callable[[], Shell], qtbot: QtBot
) -> None:
    assert person.start.title_field().hasFocus()
    person.type("Buying shoes")
    person.key(Qt.Key.Key_Return)
    assert person.document.info.title == "Buying shoes"
    assert person.window.windowTitle() == "Buying shoes[*] · Journeywall"
    assert not person.window.isWindowModified()
    person.add_cards("Sees an advert", "Searches online", "Asks a friend")
    assert person.texts() == {"Sees an advert", "Searches online", "Asks a friend"}
    assert person.window.isWindowModified()
    path = tmp_path / "shoes.journey"
    person.with_file(path, lambda: person.key(Qt.Key.Key_S, CTRL))
    person.saved()
    assert not person.window.isWindowModified()
    made = person.document
    assert load(path).document.same_content(made)
    assert person.window.close()
    assert not list((tmp_path / "home" / "state" / "sessions").iterdir()), "a saved map leaves no journal"

    again = make_shell()
    window = again.new_window()
    again.begin(window, None)
    qtbot.waitExposed(window)
    other = Person(qtbot, again, window)
    rows = other.start.recent_rows()
    assert [row.key for row in rows] == [str(path)]
    other.click(rows[0])
    assert other.document.same_content(made)
    assert other.document.document_id == made.document_id
    assert not other.window.isWindowModified()


def test_a_map_is_opened_from_the_command_line(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "example.journey"
    path.write_bytes(example_path("nl").read_bytes())
    window = shell.new_window(frame_only=True, bars=True)
    shell.begin(window, path)
    assert window.workspace is not None
    assert window.workspace.open_document.path == path
    assert len(window.workspace.bridge.document.touchpoints) == 40
    qtbot.waitUntil(lambda: window.workspace is not None and window.workspace.editor.view.fitted)


def test_saving_again_writes_what_changed_and_says_when(mapper: Person, tmp_path: Path) -> None:
    path = tmp_path / "again.journey"
    mapper.with_file(path, lambda: mapper.menu("file", "save"))
    mapper.saved()
    first = json.loads(path.read_text(encoding="utf-8"))["revision"]
    saved_at = mapper.workspace.open_document.saved_at
    assert saved_at is not None
    assert mapper.window.status.safety_text() == f"All saved {saved_at:%H:%M}"
    mapper.add_cards("Third")
    assert mapper.window.status.safety_text() == "Not saved yet, kept on this computer"
    mapper.key(Qt.Key.Key_S, CTRL)
    mapper.saved()
    assert json.loads(path.read_text(encoding="utf-8"))["revision"] == first + 1
    assert "Third" in path.read_text(encoding="utf-8")


def test_saving_keeps_what_is_half_typed(mapper: Person, tmp_path: Path) -> None:
    path = tmp_path / "half.journey"
    mapper.with_file(path, lambda: mapper.key(Qt.Key.Key_S, CTRL))
    mapper.saved()
    mapper.back_to_map()
    mapper.key(Qt.Key.Key_Insert)
    mapper.type("Half a sent")
    assert QApplication.focusWidget() is mapper.editor.view
    mapper.key(Qt.Key.Key_S, CTRL)
    mapper.saved()
    assert "Half a sent" in {item.text for item in load(path).document.item_table.values()}


def test_a_map_opens_at_its_first_lane_with_all_phases_in_width(shell: Shell, qtbot: QtBot) -> None:
    window = shell.new_window()
    window.showNormal()
    window.resize(1366, 768)
    shell.files.open_example(window, "nl")
    assert window.workspace is not None
    view = window.workspace.editor.view
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > view.verticalScrollBar().minimum())
    assert view.verticalScrollBar().value() == view.verticalScrollBar().minimum()
    assert view.horizontalScrollBar().maximum() == view.horizontalScrollBar().minimum()
    assert window.workspace.left.folded, "a rail below 1440 px"
