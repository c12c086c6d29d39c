"""Where the dialog of exports proposes to save: beside the map, and never in the folder the program was started in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from model.files import native
from model.newmap import new_map
from model.templates import example_path
from shell_person import Person
from widgets.dialogs.export import ExportDialog


@pytest.fixture
def proposed(person: Person, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Export the workbook of the open map as ``target``; what was proposed, as the system's dialog understands it."""

    def export(target: Path | None = None, page: str = "export_workbook") -> Path:
        asked: list[str] = []

        def reply(_parent: object, _title: str, where: str, _kinds: str) -> tuple[str, str]:
            asked.append(where)
            return (str(target), "") if target is not None else ("", "")

        monkeypatch.setattr(QFileDialog, "getSaveFileName", reply)
        person.menu("file", page)
        if page == "export_mermaid":
            return Path(asked[0])
        dialog = next(d for d in person.window.findChildren(ExportDialog) if d.isVisible())
        QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
        person.qtbot.waitUntil(lambda: bool(asked))
        if target is not None:
            person.qtbot.waitUntil(lambda: person.workspace.exported_to == str(target.parent))
            assert target.exists()
        else:
            dialog.reject()
        return Path(asked[0])

    return export


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program was started in a folder that has nothing to do with anything."""
    folder = tmp_path / "clone"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _which: str(tmp_path / "Documents"))
    return folder


def opened(person: Person, path: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    native.save(new_map("Shoes", "en", ("A",)), path)
    assert person.shell.files.open_path(person.window, path)
    return path


def test_a_map_is_exported_beside_itself(person: Person, tmp_path: Path, proposed: Callable[..., Path]) -> None:
    opened(person, tmp_path / "maps" / "shoes.journey")
    assert proposed().parent == tmp_path / "maps"
    assert proposed(page="export_mermaid").parent == tmp_path / "maps"


def test_a_name_from_the_command_line_is_no_way_into_the_folder_of_the_program(
    person: Person, tmp_path: Path, proposed: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A path that counts from a folder is made a whole one before anybody goes elsewhere."""
    path = opened(person, tmp_path / "maps" / "shoes.journey")
    monkeypatch.chdir(path.parent)
    person.window.leave_map()
    assert person.shell.files.open_path(person.window, Path("shoes.journey"))
    found = proposed()
    assert found.is_absolute() and found.parent == tmp_path / "maps"


def test_the_next_export_of_the_map_goes_where_the_last_one_went(
    person: Person, tmp_path: Path, proposed: Callable[..., Path]
) -> None:
    opened(person, tmp_path / "maps" / "shoes.journey")
    (tmp_path / "print").mkdir()
    proposed(tmp_path / "print" / "a.xlsx")
    assert proposed().parent == tmp_path / "print"
    person.window.leave_map()
    opened(person, tmp_path / "others" / "boots.journey")
    assert proposed().parent == tmp_path / "others", "another map has a folder of its own"


def test_a_map_without_a_file_goes_where_the_last_export_of_any_went(
    person: Person, tmp_path: Path, proposed: Callable[..., Path]
) -> None:
    opened(person, tmp_path / "maps" / "shoes.journey")
    (tmp_path / "print").mkdir()
    proposed(tmp_path / "print" / "a.xlsx")
    person.window.leave_map()
    assert person.shell.files.open_path(person.window, example_path("en"))
    assert proposed().parent == tmp_path / "print"
    (tmp_path / "print" / "a.xlsx").unlink()
    (tmp_path / "print").rmdir()
    assert proposed().parent != tmp_path / "print", "a folder that is gone is proposed to nobody"


def test_without_any_folder_it_is_the_documents_else_the_home(
    person: Person, tmp_path: Path, elsewhere: Path, proposed: Callable[..., Path]
) -> None:
    person.shell.set("folder", "")
    assert person.shell.files.open_path(person.window, example_path("en"))
    person.shell.set("folder", "")
    assert proposed().parent == Path.home(), (
        "there are no documents yet, and the folder of the start is nobody's choice"
    )
    (tmp_path / "Documents").mkdir()
    assert proposed().parent == tmp_path / "Documents"
    assert list(elsewhere.iterdir()) == []
