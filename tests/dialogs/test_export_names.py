"""Names that end as another kind of file: nothing is called "wall.xlsx.pdf"."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMainWindow
from pytestqt.qtbot import QtBot

from export_room import answer, settle
from model.document import Document
from small_maps import MapMaker
from widgets.controls.buttons import Button
from widgets.dialogs.export import ExportDialog
from widgets.dialogs.exports.saving import ended

Shower = Callable[[QDialog], None]


@pytest.fixture(scope="module")
def shoes() -> Document:
    maker = MapMaker(title="Shoes", language="en")
    maker.columns(("Look", [""])).lanes("touchpoints")
    maker.card("touchpoint", "s0", "Looks")
    return maker.document()


@pytest.fixture
def dialog(shoes: Document, window: QMainWindow, show: Shower, qtbot: QtBot, tmp_path: Path) -> ExportDialog:
    made = ExportDialog(shoes, tmp_path / "Shoes", "poster", window)
    show(made)
    settle(made, qtbot)
    return made


def go_to(dialog: ExportDialog, page: str, qtbot: QtBot) -> None:
    QTest.mouseClick(dialog.pages.button(page), Qt.MouseButton.LeftButton)
    settle(dialog, qtbot)


@pytest.mark.parametrize(
    ("page", "typed", "button", "meant"),
    [
        ("poster", "wall.xlsx", "Excel", "workbook"),
        ("kit", "wall.XLSX", "Excel", "workbook"),
        ("kit", "wall.png", "Picture", "picture"),
        ("workbook", "wall.pdf", "Poster", "poster"),
    ],
)
def test_a_name_of_what_another_page_makes_leads_there(
    page: str,
    typed: str,
    button: str,
    meant: str,
    dialog: ExportDialog,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Who wants a workbook gets none by typing its ending, and is told where it is made; nothing is written."""
    go_to(dialog, page, qtbot)
    proposed = answer(monkeypatch, tmp_path / typed, "")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    bar = dialog.bars.bar("saving")
    assert bar is not None
    suffix = Path(typed).suffix
    kind = ".xlsx" if page == "workbook" else ".pdf"
    assert " ".join(bar.text().split()) == (
        f"Not saved. Here {kind} files are made, and “{typed}” is none. "
        f"End the name in {kind}, or choose “{button}” above."
    )
    assert list(tmp_path.glob("wall*")) == []
    dialog.grab()
    (go,) = [each for each in bar.findChildren(Button) if each.text() == button]
    QTest.mouseClick(go, Qt.MouseButton.LeftButton)
    settle(dialog, qtbot)
    assert dialog.page == meant
    assert dialog.bars.bar("saving") is None
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert proposed[1] == str(tmp_path / ("wall" + suffix.lower())), "with the name that was typed"


@pytest.mark.parametrize("typed", ["wall.docx", "wall.jpeg", "wall.journey", "wall.SVG"])
def test_the_ending_of_what_no_page_makes_is_replaced(
    typed: str, dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, tmp_path / typed)
    with qtbot.waitSignal(dialog.exported) as caught:
        QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert caught.args == [str(tmp_path / "wall.pdf")]
    assert [path.name for path in tmp_path.glob("wall*")] == ["wall.pdf"]


def test_a_file_that_the_replaced_name_would_hit_is_asked_about(
    dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "wall.pdf").write_bytes(b"old")
    proposed = answer(monkeypatch, tmp_path / "wall.docx", "")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert proposed[1] == str(tmp_path / "wall.pdf")
    assert (tmp_path / "wall.pdf").read_bytes() == b"old"


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("wall", "wall.pdf"),
        ("wall.pdf", "wall.pdf"),
        ("wall.PDF", "wall.PDF"),
        ("plan v1.2", "plan v1.2.pdf"),
        ("plan 2026.05.21", "plan 2026.05.21.pdf"),
        ("a.b.docx", "a.b.pdf"),
        ("Dr. Bakker", "Dr. Bakker.pdf"),
    ],
)
def test_a_point_in_a_name_is_no_ending(typed: str, made: str) -> None:
    assert ended(Path(typed), ".pdf") == Path(made)
