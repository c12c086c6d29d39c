"""Pictures of other programs: pasted, and dropped on a card, in a cell or beside; and what a drag says and lights."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.i18n import ordinal, speaking
from model.pictures import picture_bytes

Hand = Any
Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NO = Qt.KeyboardModifier.NoModifier


def image(color: str = "red", size: tuple[int, int] = (60, 40)) -> QImage:
    made = QImage(*size, QImage.Format.Format_RGB32)
    made.fill(color)
    return made


def holding(picture: QImage) -> QMimeData:
    mime = QMimeData()
    mime.setImageData(picture)
    return mime


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


class Drag:
    """Something of another program over the map."""

    def __init__(self, hand: Hand, mime: QMimeData) -> None:
        self.hand, self.mime = hand, mime
        event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, NO)
        QApplication.sendEvent(hand.port, event)
        self.taken = event.isAccepted()

    def over(self, at: QPoint) -> bool:
        event = QDragMoveEvent(at, Qt.DropAction.CopyAction, self.mime, Qt.MouseButton.LeftButton, NO)
        QApplication.sendEvent(self.hand.port, event)
        return event.isAccepted()

    def drop(self, at: QPoint) -> bool:
        self.over(at)
        event = QDropEvent(QPointF(at), Qt.DropAction.CopyAction, self.mime, Qt.MouseButton.LeftButton, NO)
        QApplication.sendEvent(self.hand.port, event)
        return event.isAccepted()


@pytest.fixture
def settle(qtbot: QtBot) -> Any:
    def wait(hand: Hand) -> None:
        qtbot.waitUntil(lambda: not hand.editor.pictures.reader.busy, timeout=20_000)

    return wait


def test_a_pasted_picture_goes_on_the_chosen_card(hand: Hand, settle: Any) -> None:
    hand.click(hand.card(hand.find("A")))
    QGuiApplication.clipboard().setMimeData(holding(image()))
    hand.key(Key.Key_V, CTRL)
    settle(hand)
    (asset,) = hand.document.item_table[hand.find("A")].pictures
    assert picture_bytes(hand.document.asset_table[asset]).startswith(b"\x89PNG")
    assert hand.label == ("Add %n picture(s)", 1)
    assert hand.steps == 1
    hand.undo()
    assert hand.document.asset_table == {}


def test_a_pasted_picture_is_a_card_of_its_own_elsewhere(hand: Hand, settle: Any) -> None:
    hand.click(hand.cell(0, 2))
    QGuiApplication.clipboard().setMimeData(holding(image()))
    hand.key(Key.Key_V, CTRL)
    settle(hand)
    (item,) = hand.document.cell(hand.document.lanes[0].id, hand.document.steps[2].id)
    assert (item.kind, len(item.pictures)) == ("touchpoint", 1)
    assert hand.editor.selection.cards == (item.id,)
    assert hand.steps == 1


def test_text_beside_a_picture_is_what_is_meant(hand: Hand) -> None:
    """Spreadsheets put a picture of the cells beside the cells."""
    mime = holding(image())
    mime.setText("one\ntwo")
    hand.click(hand.cell(0, 2))
    QGuiApplication.clipboard().setMimeData(mime)
    hand.key(Key.Key_V, CTRL)
    assert hand.texts(0, 2) == ["one", "two"]


def test_several_files_are_several_cards_and_one_step(hand: Hand, settle: Any, tmp_path: Path) -> None:
    for name, color in (("front door", "red"), ("till", "blue")):
        image(color).save(str(tmp_path / f"{name}.png"))
    (tmp_path / "broken.jpg").write_bytes(b"no picture")
    said: list[str] = []
    hand.editor.toast.connect(lambda sentence, _undo: said.append(sentence))
    drag = Drag(hand, files(tmp_path / "front door.png", tmp_path / "broken.jpg", tmp_path / "till.png"))
    assert drag.taken
    assert drag.drop(hand.cell(0, 2))
    settle(hand)
    assert hand.texts(0, 2) == ["front door", "till"]
    assert hand.steps == 1
    assert said == ["2 pictures added This is no picture that can be shown. Use PNG, JPEG, WebP, GIF or BMP."]


def test_a_file_dropped_on_a_card_is_its_picture(hand: Hand, settle: Any, tmp_path: Path) -> None:
    image().save(str(tmp_path / "a.png"))
    drag = Drag(hand, files(tmp_path / "a.png"))
    assert drag.over(hand.card(hand.find("C")))
    assert hand.editor.tag.text == "Picture for C"
    assert hand.editor.stage.scene.marks.drop.card is not None
    assert drag.drop(hand.card(hand.find("C")))
    settle(hand)
    assert len(hand.document.item_table[hand.find("C")].pictures) == 1


def test_beside_the_cells_it_goes_to_the_inbox(hand: Hand, settle: Any) -> None:
    drag = Drag(hand, holding(image()))
    at = hand.cell(hand.lane("emotion"), 2, 0.5)
    assert drag.over(at)
    assert hand.editor.tag.text == "To the inbox"
    assert drag.drop(at)
    settle(hand)
    (item,) = hand.document.inbox
    assert len(item.pictures) == 1


def test_maps_among_pictures_are_for_the_window(hand: Hand, tmp_path: Path) -> None:
    assert not Drag(hand, files(tmp_path / "a.png", tmp_path / "b.journey")).taken
    assert not Drag(hand, files(tmp_path / "b.txt")).taken


# -- what a drag shows ------------------------------------------------------------------------------------------------


def test_a_drag_says_where_and_lights_the_phase(hand: Hand, qtbot: QtBot) -> None:
    stage = hand.editor.stage
    hand.drag(hand.card(hand.find("A")), hand.cell(0, 1), drop=False)
    assert hand.editor.tag.text == "Moving to Two, 2nd"
    phase = hand.document.phases[1]
    assert stage.lit_phase is None, "who sweeps across the map does not pay for it"
    qtbot.waitUntil(lambda: stage.lit_phase == phase.id)
    box, (column,) = stage.layout.phases[phase.id], stage.scene.column.cells
    assert (column.left(), column.right()) == (box.x, box.right)
    assert (column.top(), column.bottom()) == (stage.layout.header_height, stage.layout.height), "its full height"
    hand.move(hand.card(hand.find("B")), ALT)
    assert hand.editor.tag.text.startswith("Copy to One, ")
    hand.release(hand.cell(0, 1))
    assert stage.lit_phase is None
    assert stage.scene.column.cells == ()


def test_a_cell_is_filled_with_the_next_step_in_it(hand: Hand, qtbot: QtBot) -> None:
    """The frame is there at once; the fill paints every note of the cell, which a step into it does not wait for."""
    scene = hand.editor.stage.scene
    hand.drag(hand.card(hand.find("A")), hand.cell(0, 1), drop=False)
    hand.move(hand.cell(0, 2))
    assert scene.marks.drop.cells
    assert scene.light.cells == ()
    hand.move(hand.cell(0, 2) + QPoint(3, 3))
    assert scene.light.cells == scene.marks.drop.cells
    hand.move(hand.cell(0, 1))
    assert scene.light.cells == (), "what was left is left at once"
    qtbot.waitUntil(lambda: scene.light.cells == scene.marks.drop.cells)  # the hand rests
    hand.key(Key.Key_Escape)
    assert scene.light.cells == ()
    qtbot.wait(70)
    assert scene.light.cells == (), "nothing is lit after the drag"


def test_what_is_dragged_does_not_count_in_the_place(hand: Hand) -> None:
    a, b = hand.find("A"), hand.find("B")
    hand.drag(hand.card(a), hand.card(b) + QPoint(0, 14), drop=False)
    assert hand.editor.tag.text == "Moving to One, 2nd"
    hand.release(hand.card(b) + QPoint(0, 14))
    assert hand.texts(0, 0) == ["B", "A"]


def test_hanging_and_not_here_are_said(hand: Hand) -> None:
    hand.drag(hand.card(hand.find("I")), hand.card(hand.find("C")), drop=False)
    assert hand.editor.tag.text == "Hangs on C"
    layout = hand.editor.stage.layout
    hand.move(hand.on_view(layout.width + 30, layout.header_height + 40))
    assert hand.editor.tag.text == "Not here"
    assert hand.editor.stage.lit_phase is None
    hand.key(Key.Key_Escape)
    assert hand.editor.tag.text == ""


def test_the_map_scrolls_while_something_is_held_at_its_edge(hand: Hand, qtbot: QtBot) -> None:
    hand.editor.set_zoom(3.0)
    bar = hand.view.horizontalScrollBar()
    bar.setValue(bar.minimum())
    before = bar.value()
    mime = QMimeData()
    mime.setText("words")
    drag = Drag(hand, mime)
    edge = QPoint(hand.port.width() - 3, hand.port.height() // 2)
    drag.over(edge)
    qtbot.waitUntil(lambda: bar.value() > before + 60)
    QApplication.sendEvent(hand.port, QDragLeaveEvent())
    stays = bar.value()
    qtbot.wait(60)
    assert bar.value() == stays
    assert hand.editor.stage.lit_phase is None


def test_places_in_both_languages() -> None:
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 21, 112)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "21st", "112th"
    ]  # fmt: skip
    with speaking("nl"):
        assert ordinal(2) == "2e"
