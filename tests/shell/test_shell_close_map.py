"""Ctrl+W in the only window leads to the start screen, after the same questions as any closing; Ctrl+Q ends."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

import app.documents
from model.files.atomic import WriteResult, write_atomic
from model.files.recovery import find_sessions, recently_discarded
from shell_person import CTRL, Person
from widgets.start import StartScreen


def close_by_key(person: Person) -> None:
    person.back_to_map()
    person.key(Qt.Key.Key_W, CTRL)


def at_the_start(person: Person) -> bool:
    window = person.window
    return (
        window in person.shell.windows
        and window.isVisible()
        and window.workspace is None
        and isinstance(window.pages.currentWidget(), StartScreen)
    )


def saved_to(person: Person, path: Path) -> Path:
    person.with_file(path, person.window.handlers.save_as)
    person.saved()
    return path


def test_a_saved_map_is_closed_and_the_start_screen_lists_it(mapper: Person, tmp_path: Path) -> None:
    path = saved_to(mapper, tmp_path / "shoes.journey")
    close_by_key(mapper)
    assert at_the_start(mapper)
    assert mapper.window.windowTitle() == "Journeywall"
    assert not mapper.window.isWindowModified()
    assert mapper.shell.files.documents.all == ()
    assert find_sessions() == []
    assert [row.key for row in mapper.start.recent_rows()] == [str(path)]
    assert mapper.start.title_field().hasFocus()


def test_the_window_takes_another_map_and_its_keys_work_there(mapper: Person, tmp_path: Path) -> None:
    path = saved_to(mapper, tmp_path / "shoes.journey")
    close_by_key(mapper)
    mapper.click(mapper.start.recent_rows()[0])
    assert mapper.workspace.open_document.path == path
    mapper.workspace.selection.choose_cards([mapper.card("Advert").id])
    mapper.back_to_map()
    mapper.key(Qt.Key.Key_P)  # a key of the canvas: a pain point on the chosen touchpoint
    mapper.type("Too long")
    mapper.key(Qt.Key.Key_Escape)
    assert mapper.card("Too long").kind == "pain_point"
    mapper.key(Qt.Key.Key_Z, CTRL)
    assert "Too long" not in mapper.texts()
    zoom = mapper.editor.zoom
    mapper.key(Qt.Key.Key_Plus, CTRL)
    assert mapper.editor.zoom > zoom


def test_unsaved_work_is_asked_for_and_cancel_stays(mapper: Person) -> None:
    window = mapper.window
    mapper.answering(lambda dialog: mapper.press_button(dialog, "Cancel"), lambda: close_by_key(mapper))
    assert window.workspace is not None
    assert mapper.texts() == {"Advert", "Search"}
    mapper.answering(lambda dialog: mapper.press_button(dialog, "Cancel"), window.close)
    assert window.isVisible(), "nothing of the first try is left"


def test_work_that_is_not_saved_can_be_taken_back(mapper: Person) -> None:
    mapper.answering(lambda dialog: mapper.press_button(dialog, "Do not save"), lambda: close_by_key(mapper))
    assert at_the_start(mapper)
    assert [found.title for found in recently_discarded()] == ["My map"]
    mapper.menu("file", "find_discarded")
    dialog = next(d for d in mapper.window.findChildren(QDialog) if d.isVisible())
    mapper.press_button(dialog, "Open")
    assert mapper.texts() == {"Advert", "Search"}


def test_saving_first_closes_the_map_and_not_the_window(mapper: Person, tmp_path: Path) -> None:
    path = saved_to(mapper, tmp_path / "shoes.journey")
    mapper.add_cards("Third")
    mapper.answering(lambda dialog: mapper.press_button(dialog, "Save"), lambda: close_by_key(mapper))
    mapper.qtbot.waitUntil(lambda: at_the_start(mapper))
    assert "Third" in path.read_text(encoding="utf-8")


def test_quitting_while_the_map_is_still_being_saved_ends_the_program(
    mapper: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved_to(mapper, tmp_path / "slow.journey")
    gate = threading.Event()

    def slow(where: Path, data: bytes, **options: object) -> WriteResult:
        gate.wait(10)
        return write_atomic(where, data, **options)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(app.documents, "write_atomic", slow)
    mapper.add_cards("Third")
    mapper.key(Qt.Key.Key_S, CTRL)
    close_by_key(mapper)
    assert mapper.window.workspace is not None, "it waits for the save"
    mapper.key(Qt.Key.Key_Q, CTRL)
    gate.set()
    mapper.qtbot.waitUntil(lambda: not mapper.shell.windows)


def test_one_of_two_windows_closes_and_an_empty_only_one_too(mapper: Person, tmp_path: Path) -> None:
    saved_to(mapper, tmp_path / "shoes.journey")
    second = mapper.shell.new_window()
    second.show_start()
    close_by_key(mapper)
    assert mapper.shell.windows == [second]
    other = Person(mapper.qtbot, mapper.shell, second)
    second.activateWindow()
    mapper.qtbot.waitUntil(second.isActiveWindow)
    other.key(Qt.Key.Key_W, CTRL)
    assert mapper.shell.windows == []
