"""The export dialog at its edges: posters longer than a page may be, settings that make no difference, and files that
are there already."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QMainWindow
from pytestqt.qtbot import QtBot

import kit_maps
from export_room import settle
from maps import Builder
from model.changes import apply
from model.commands import grid
from model.document import Document
from model.export.errors import ExportError
from model.export.kit.pdf import KitOptions
from model.export.papers import LONGEST
from model.export.pdf import PosterOptions
from model.newmap import new_map
from widgets.dialogs.export import ExportDialog
from widgets.dialogs.exports.kit_form import KitForm
from widgets.dialogs.exports.poster_form import PosterForm
from widgets.dialogs.exports.press import WHOLE, Press
from widgets.dialogs.exports.replacing import ReplaceQuestion

Shower = Callable[[QDialog], None]
Opener = Callable[..., ExportDialog]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def opened(window: QMainWindow, show: Shower, qtbot: QtBot, tmp_path: Path) -> Opener:
    """Opens the dialog on a map, and waits for its first preview."""

    def made(document: Document, page: str = "poster") -> ExportDialog:
        dialog = ExportDialog(document, tmp_path / "Map", page, window)
        show(dialog)
        settle(dialog, qtbot)
        return dialog

    return made


def long_map() -> Document:
    """Sixty phases, which at true size are longer than a page of a PDF can be."""
    builder = Builder(new_map("Lang", "nl", [f"Fase {i}" for i in range(60)], ("touchpoints",)))
    builder.card("touchpoint", "Belt", 0)
    builder.card("touchpoint", "Koopt", 59)
    return builder.document


def test_a_poster_longer_than_a_page_may_be_is_shown_whole_and_saved_on_sheets(
    opened: Opener, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The dialog said that it cannot be, and to print it in tiles, which was chosen."""
    dialog = opened(long_map())
    form = dialog.form
    assert isinstance(form, PosterForm)
    form.paper_fields.scale.setFocus()
    QTest.keyClick(form.paper_fields.scale, Qt.Key.Key_Down)
    settle(dialog, qtbot)
    assert form.options().scale == "true" and form.options().tile == "A4"
    proof = dialog.pane.view.proof
    assert proof is not None and dialog.bars.bar("preview") is None
    assert proof.page == WHOLE and proof.report.width_mm > LONGEST
    assert proof.picture.width / proof.picture.height == pytest.approx(
        proof.report.width_mm / proof.report.height_mm, rel=0.02
    )
    assert {frame.name for frame in proof.frames if frame.printed} == set(proof.report.sheets)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "long.pdf"), ""))
    with qtbot.waitSignal(dialog.exported, timeout=30_000):
        QTest.mouseClick(dialog.save, LEFT)
    with pypdfium2.PdfDocument(tmp_path / "long.pdf") as pdf:
        assert len(pdf) == len(proof.report.sheets) + 1


def test_a_poster_as_large_as_it_needs_has_no_direction(opened: Opener, qtbot: QtBot) -> None:
    dialog = opened(kit_maps.five_cards())
    form = dialog.form
    assert isinstance(form, PosterForm)
    fields = form.paper_fields
    fields.direction.setFocus()
    QTest.keyClick(fields.direction, Qt.Key.Key_End)
    assert form.options().orientation == "portrait"
    fields.scale.setFocus()
    QTest.keyClick(fields.scale, Qt.Key.Key_Down)
    settle(dialog, qtbot)
    assert form.options().paper is None and form.options().orientation is None
    assert not fields.direction.isEnabled()
    assert dialog.bars.bar("preview") is None
    fields.scale.setFocus()
    QTest.keyClick(fields.scale, Qt.Key.Key_Up)
    assert form.options().orientation == "portrait" and fields.direction.isEnabled()


def test_what_is_asked_of_a_wall_map_that_is_not_made_cannot_be_set(opened: Opener, qtbot: QtBot) -> None:
    document = kit_maps.five_cards()
    dialog = opened(document, "kit")
    form = dialog.form
    assert isinstance(form, KitForm)
    fields = (form.wall, form.across, form.down)
    assert all(field.isEnabled() for field in fields)
    form.rows["wall"].switch.setFocus()
    QTest.keyClick(form.rows["wall"].switch, Qt.Key.Key_Space)
    settle(dialog, qtbot)
    assert not any(field.isEnabled() for field in fields)
    dialog.reject()
    again = opened(document, "kit").form
    assert isinstance(again, KitForm)
    assert not again.wall.isEnabled(), "as it is remembered"
    QTest.mouseClick(again.all, LEFT)
    assert again.wall.isEnabled()


@pytest.mark.parametrize("page", ["kit", "poster"])
def test_files_of_the_same_names_in_the_folder_are_not_replaced_unasked(
    page: str, opened: Opener, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kit's file is called actions.pdf or parking.pdf, as anybody's may be."""
    dialog = opened(kit_maps.five_cards(), page)
    form = dialog.form
    name = "parking.pdf"
    if isinstance(form, KitForm):
        form.choose(("parking",))
        QTest.mouseClick(form.ways.cards["split"], LEFT)
    elif isinstance(form, PosterForm):
        form.posters.setFocus()
        QTest.keyClick(form.posters, Qt.Key.Key_Down)
        name = "Map-2.pdf"
    settle(dialog, qtbot)
    folder = tmp_path / "Workshop"
    folder.mkdir()
    (folder / name).write_bytes(b"somebody's own")
    (folder / "other.pdf").write_bytes(b"not of these")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(folder))
    asked: list[str] = []

    def shown(answer: int) -> Callable[[ReplaceQuestion], int]:
        def reply(question: ReplaceQuestion) -> int:
            asked.append(" ".join(label.text() for label in question.findChildren(QLabel)))
            return answer

        return reply

    monkeypatch.setattr(ReplaceQuestion, "exec", shown(0))
    QTest.mouseClick(dialog.save, LEFT)
    assert dialog.isVisible() and not dialog.worker.busy
    assert name in asked[0] and "Workshop" in asked[0] and "other" not in asked[0]
    assert sorted(file.name for file in folder.iterdir()) == sorted([name, "other.pdf"])
    assert (folder / name).read_bytes() == b"somebody's own"
    monkeypatch.setattr(ReplaceQuestion, "exec", shown(1))
    with qtbot.waitSignal(dialog.exported, timeout=30_000):
        QTest.mouseClick(dialog.save, LEFT)
    assert (folder / name).read_bytes().startswith(b"%PDF")
    assert (folder / "other.pdf").read_bytes() == b"not of these"


def test_pdfs_of_a_map_with_photographs_are_not_all_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sixteen PDFs of 60 MB each would be a gigabyte for a preview."""
    document = kit_maps.five_cards()
    made = Press(document)
    room = (40, 40)
    for percent in (10.0, 11.0, 12.0):
        made.proof(PosterOptions(paper="", scale=percent), 0, room)
        made.proof(PosterOptions(paper="", scale=percent, tile="A4"), WHOLE, room)
        made.kit_proof(KitOptions(parts=("parking",), across=int(percent) - 8), 0, room)
    assert (len(made._kept), len(made._whole), len(made._kits)) == (6, 3, 3)
    monkeypatch.setattr("widgets.dialogs.exports.press.MOST_KEPT", 1000)
    made.proof(PosterOptions(paper="", scale=13.0, tile="A4"), WHOLE, room)
    made.kit_proof(KitOptions(parts=("parking",), across=5), 0, room)
    assert (len(made._kept), len(made._whole), len(made._kits)) == (1, 1, 1), "what is shown is kept, however large"


def test_a_lane_that_came_since_is_on_the_poster_though_others_were_left_out(opened: Opener, qtbot: QtBot) -> None:
    """What was remembered named the lanes to show: a new one was missing on paper, and nobody had left it out."""
    document = kit_maps.five_cards()
    dialog = opened(document)
    form = dialog.form
    assert isinstance(form, PosterForm)
    out = next(lane.id for lane in document.lanes if lane.kind == "thoughts")
    form.on_poster.lanes.choose.setFocus()
    QTest.keyClick(form.on_poster.lanes.choose, Qt.Key.Key_Space)
    popup = form.on_poster.lanes.popup
    assert popup is not None
    popup.ticks[out].setFocus()
    QTest.keyClick(popup.ticks[out], Qt.Key.Key_Space)
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    settle(dialog, qtbot)
    assert out not in (form.options().lanes or (out,))
    dialog.reject()
    grown = apply(grid.add_lane(document, "thoughts", "Later gedacht"), document)
    (new,) = set(grown.lane_table) - set(document.lane_table)
    again = opened(grown).form
    assert isinstance(again, PosterForm)
    assert new in (again.options().lanes or ()) and out not in (again.options().lanes or ())
    shrunk = apply(grid.remove_lane(grown, out), grown)
    last = opened(shrunk).form
    assert isinstance(last, PosterForm)
    assert last.options().lanes is None, "what was left out is gone, so all is on it"


def test_a_save_that_waits_for_a_preview_can_be_cancelled(
    opened: Opener, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It said that it was being cancelled, and the file was written as soon as the preview was done."""
    dialog = opened(kit_maps.five_cards())
    begun, release = Event(), Event()

    def slow() -> None:
        begun.set()
        release.wait(20)
        raise ExportError("a preview that nobody waits for")

    dialog.worker.ask("page", slow, 0)
    qtbot.waitUntil(begun.is_set)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "map.pdf"), ""))
    QTest.mouseClick(dialog.save, LEFT)
    QTest.qWait(50)
    QTest.mouseClick(dialog.cancel, LEFT)
    release.set()
    settle(dialog, qtbot)
    assert dialog.isVisible() and dialog.save.isEnabled(), "what was chosen is there still"
    assert not (tmp_path / "map.pdf").exists()
    QTest.mouseClick(dialog.cancel, LEFT)
    assert not dialog.isVisible()
