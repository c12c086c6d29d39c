"""Files dragged from the file manager onto a window or the start screen; by the events that Qt sends for a drag."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.window import MainWindow
from model.files.native import dumps
from model.newmap import new_map
from shell_person import LEFT, NO, Person

COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
DIAGRAM = "journey\n  title Shoes\n  section Need\n    Sees an advert: 4: Sanne\n"


def a_map(path: Path, title: str) -> Path:
    path.write_bytes(dumps(new_map(title, "en", ("One", "Two"))))
    return path


def drop_files(person: Person, target: QWidget, *paths: Path, proposed: Qt.DropAction = COPY) -> bool:
    """Drag files over a widget and let go, as the window system tells it: the events go to what is under the pointer
    and, where that wants none of them, to what holds it.  Whether they were taken."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at = target.rect().center()
    actions = COPY | MOVE
    enter = QDragEnterEvent(at, actions, mime, LEFT, NO)
    enter.setDropAction(proposed)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    move = QDragMoveEvent(at, actions, mime, LEFT, NO)
    move.setDropAction(enter.dropAction())
    move.accept()
    QApplication.sendEvent(target, move)
    drop = QDropEvent(QPointF(at), actions, mime, LEFT, NO)
    drop.setDropAction(enter.dropAction())
    QApplication.sendEvent(target, drop)
    assert drop.isAccepted()
    assert drop.dropAction() == COPY, "for a move the file manager would delete the file"
    person.qtbot.wait(20)
    return True


def titles(person: Person) -> list[str]:
    windows = [w for w in person.shell.windows if w.workspace is not None]
    return [w.workspace.open_document.title for w in windows if w.workspace is not None]


@pytest.mark.parametrize("proposed", [COPY, MOVE])
def test_a_map_dropped_on_the_start_screen_opens_there(person: Person, tmp_path: Path, proposed: Qt.DropAction) -> None:
    path = a_map(tmp_path / "shoes.journey", "Shoes")
    assert drop_files(person, person.start, path, proposed=proposed)
    assert person.workspace.open_document.path == path
    assert len(person.shell.windows) == 1
    assert path.is_file()


def test_a_map_dropped_among_the_templates_opens_as_well(person: Person, tmp_path: Path) -> None:
    path = a_map(tmp_path / "shoes.journey", "Shoes")
    assert drop_files(person, person.start.chooser.grid, path)
    assert person.workspace.open_document.path == path


@pytest.mark.parametrize("name", ["shoes.mmd", "SHOES.MERMAID", "shoes.md"])
def test_a_diagram_is_imported(person: Person, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    text = f"# Page\n\n```mermaid\n{DIAGRAM}```\n" if name.endswith(".md") else DIAGRAM
    path.write_text(text, encoding="utf-8")
    assert drop_files(person, person.start, path)
    assert person.texts() == {"Sees an advert"}
    assert person.workspace.open_document.path is None
    assert person.workspace.open_document.modified, "it is nowhere yet"
    assert path.read_text(encoding="utf-8") == text


def test_a_map_dropped_on_the_canvas_opens_beside_the_one_that_is_there(mapper: Person, tmp_path: Path) -> None:
    path = a_map(tmp_path / "second.journey", "Second")
    before = mapper.document
    assert drop_files(mapper, mapper.editor.view.viewport(), path)
    assert titles(mapper) == ["My map", "Second"]
    assert mapper.document is before
    assert drop_files(mapper, mapper.workspace.left.body.inbox.notes.viewport(), path)
    assert titles(mapper) == ["My map", "Second"], "it is open already"


def test_several_files_each_get_a_window(person: Person, tmp_path: Path) -> None:
    paths = [a_map(tmp_path / f"{name}.journey", name) for name in ("One", "Two")]
    note = tmp_path / "note.txt"
    note.write_text("no map", encoding="utf-8")
    assert drop_files(person, person.start, *paths, note)
    assert titles(person) == ["One", "Two"]
    bars = [w.bars.bar("told") for w in person.shell.windows]
    (told,) = [bar.text() for bar in bars if bar is not None]
    assert told.startswith("“note.txt” is no map and no diagram.")


def test_what_cannot_be_opened_is_not_taken(mapper: Person, tmp_path: Path) -> None:
    picture = tmp_path / "picture.tiff"
    picture.write_bytes(b"II*")
    assert not drop_files(mapper, mapper.editor.view.viewport(), picture)
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/map.journey")])
    enter = QDragEnterEvent(mapper.window.rect().center(), COPY, mime, LEFT, NO)
    QApplication.sendEvent(mapper.window, enter)
    assert not enter.isAccepted()


def test_a_broken_map_is_told_in_one_sentence(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "broken.json"
    path.write_text("[1, 2", encoding="utf-8")
    assert drop_files(person, person.start, path)
    window: MainWindow = person.window
    assert window.workspace is None
    bar = window.bars.bar("told")
    assert bar is not None
    assert "broken.json" in bar.text()
    assert path.read_text(encoding="utf-8") == "[1, 2"
