"""The paper kit in the export dialog: parts to tick with their pages, the real PDF as its preview, one file or many."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMainWindow
from pytestqt.qtbot import QtBot

import kit_maps
from dialog_texts import cut, unnamed, untranslated
from export_room import settle
from model.export.kit.pdf import kit_pdf
from model.i18n import PSEUDO, set_language
from widgets.dialogs.export import ExportDialog
from widgets.dialogs.exports.kit_form import KitForm
from widgets.look.language import speak

Shower = Callable[[QDialog], None]


@pytest.fixture
def dialog(window: QMainWindow, show: Shower, qtbot: QtBot, tmp_path: Path) -> ExportDialog:
    """The dialog on a small map, its kit shown."""
    made = ExportDialog(kit_maps.five_cards(), tmp_path / "Kaart", "kit", window)
    show(made)
    settle(made, qtbot)
    return made


def form(dialog: ExportDialog) -> KitForm:
    found = dialog.form
    assert isinstance(found, KitForm)
    return found


def click(dialog: ExportDialog, part: str, qtbot: QtBot) -> None:
    """Click the switch of a part."""
    switch = form(dialog).rows[part].switch
    dialog._areas["kit"].ensureWidgetVisible(switch)
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    settle(dialog, qtbot)


def pages_of(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as pdf:
        return len(pdf)


def test_parts_of_the_map_are_ticked_with_their_pages_and_the_others_told(dialog: ExportDialog) -> None:
    rows = form(dialog).rows
    assert "personas" not in rows
    assert "actions" not in rows
    assert all(row.switch.isChecked() for row in rows.values())
    made = kit_pdf(kit_maps.five_cards(), form(dialog).wish())
    for part in made.parts:
        assert rows[part.id].pages.text().startswith(f"{part.pages} ")
    assert "Persona cards" in form(dialog).lacking.text()
    assert str(made.pages) in dialog.what.text()


def test_what_is_shown_is_what_is_saved(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    QTest.mouseClick(form(dialog).none, Qt.MouseButton.LeftButton)
    settle(dialog, qtbot)
    click(dialog, "pains", qtbot)
    click(dialog, "headers", qtbot)
    proof = dialog.pane.view.proof
    assert proof is not None
    assert proof.report.pages == 2
    [kept] = [file for options, file in dialog._press._kits.items() if options == form(dialog).wish()]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "kit"), ""))
    with qtbot.waitSignal(dialog.exported):
        QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert (tmp_path / "kit.pdf").read_bytes() == kept.data
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_part_that_is_ticked_is_shown(dialog: ExportDialog, qtbot: QtBot) -> None:
    click(dialog, "pains", qtbot)
    assert dialog.pane.facts.text().startswith("Wall map"), "taking one out leaves the page where it was"
    click(dialog, "pains", qtbot)
    settle(dialog, qtbot)
    proof = dialog.pane.view.proof
    assert proof is not None
    assert proof.kit is not None
    start = next(part.start for part in proof.kit.parts if part.id == "pains")
    assert proof.page == start
    assert dialog.pane.facts.text().startswith("Pain points by severity · 210 × 297 mm")


def test_pages_are_leafed_through_with_the_keyboard(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.pane.view.setFocus()
    QTest.keyClick(dialog.pane.view, Qt.Key.Key_End)
    settle(dialog, qtbot)
    proof = dialog.pane.view.proof
    assert proof is not None
    assert proof.page == proof.report.pages - 1
    assert "Opportunity cards" in dialog.pane.facts.text()


def test_paper_notes_and_wall_reach_the_kit(dialog: ExportDialog, qtbot: QtBot) -> None:
    before = form(dialog).rows["wall"].pages.text()
    form(dialog).wall.setFocus()
    QTest.keyClick(form(dialog).wall, Qt.Key.Key_Down)
    settle(dialog, qtbot)
    assert form(dialog).wish().wall == "page"
    assert form(dialog).rows["wall"].pages.text() == "1 page"
    assert before != "1 page"
    proof = dialog.pane.view.proof
    assert proof is not None
    assert proof.report.width_mm > 600, "the wall map is one large page"
    form(dialog).paper.setFocus()
    QTest.keyClick(form(dialog).paper, Qt.Key.Key_Down)
    settle(dialog, qtbot)
    assert form(dialog).wish().paper == "A3"


def test_a_part_that_cannot_be_printed_so_is_one_sentence(dialog: ExportDialog, qtbot: QtBot) -> None:
    form(dialog).wall.set_value("610")
    form(dialog).changed.emit()
    settle(dialog, qtbot)
    bar = dialog.bars.bar("preview")
    assert bar is not None
    assert "610 mm wide" in bar.accessibleName() + bar.accessibleDescription() + bar.text()
    click(dialog, "wall", qtbot)
    assert dialog.bars.bar("preview") is None, "without the wall map all is well"


def test_no_part_at_all_is_told(dialog: ExportDialog, qtbot: QtBot) -> None:
    QTest.mouseClick(form(dialog).none, Qt.MouseButton.LeftButton)
    settle(dialog, qtbot)
    assert dialog.bars.bar("preview") is not None
    QTest.mouseClick(form(dialog).all, Qt.MouseButton.LeftButton)
    settle(dialog, qtbot)
    assert dialog.bars.bar("preview") is None
    assert form(dialog).chosen() == tuple(form(dialog).rows)


def test_a_folder_gets_a_file_for_each_part(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    QTest.mouseClick(form(dialog).none, Qt.MouseButton.LeftButton)
    click(dialog, "parking", qtbot)
    click(dialog, "stickies", qtbot)
    QTest.mouseClick(form(dialog).ways.cards["split"], Qt.MouseButton.LeftButton)
    settle(dialog, qtbot)
    assert "2" in dialog.details.text()
    folder = tmp_path / "kit"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    with qtbot.waitSignal(dialog.exported) as caught:
        QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert caught.args == [str(folder)]
    assert {path.name: pages_of(path) for path in folder.iterdir()} == {"parking.pdf": 1, "stickies.pdf": 1}


def test_giving_up_the_folder_saves_nothing(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    QTest.mouseClick(form(dialog).ways.cards["split"], Qt.MouseButton.LeftButton)
    settle(dialog, qtbot)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert list(tmp_path.glob("*.pdf")) == []


def test_an_empty_map_has_a_kit_too(window: QMainWindow, show: Shower, qtbot: QtBot, tmp_path: Path) -> None:
    made = ExportDialog(kit_maps.empty_map(), tmp_path / "Leeg", "kit", window)
    show(made)
    settle(made, qtbot)
    assert list(form(made).rows) == ["parking"]
    proof = made.pane.view.proof
    assert proof is not None
    assert proof.report.pages == 1


def test_the_form_is_named_translated_and_whole(dialog: ExportDialog, qtbot: QtBot) -> None:
    assert unnamed(dialog) == []
    assert cut(dialog) == []
    speak(PSEUDO)
    set_language(PSEUDO)
    QApplication.processEvents()
    kept = ("Nederlands", "English", "A4", "A3", "Letter", "mm", "PDF", "Excel", "76", "127")
    assert untranslated(dialog, *kept) == []
    set_language("en")
    speak("en")
