"""Pictures of cards while something is dragged over them: nobody can tell them from the cards."""

from __future__ import annotations

from typing import Any, cast

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBitmap, QImage, QPainter, QRegion, QTransform

from model.commands.cards import set_text
from widgets.canvas import stills as stills_module
from widgets.canvas.stills import Stills
from widgets.canvas.tag import GhostItem

Hand = Any


def _seen(hand: Hand) -> QImage:
    seen: QImage = hand.port.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return seen


def _difference(one: QImage, other: QImage, but: QRectF) -> int:
    """The largest difference of a channel between two pictures, outside ``but``."""
    most = 0
    for y in range(one.height()):
        first, second = (
            bytes(cast("memoryview", image.constScanLine(y)))[: image.width() * 4] for image in (one, other)
        )
        if first != second:
            differing = (at for at in range(len(first)) if first[at] != second[at] and at % 4 != 3)
            most = max([most, *(abs(first[at] - second[at]) for at in differing if not but.contains(at // 4, y))])
    return most


@pytest.mark.parametrize("zoom", [1.0, 0.73, 0.48])
def test_during_a_drag_the_map_looks_as_it_is(hand: Hand, zoom: float) -> None:
    hand.editor.set_zoom(zoom)
    hand.drag(hand.card(hand.find("A")), hand.cell(0, 2), drop=False)
    watch, view = hand.editor.stage.scene.watch, hand.view
    ghost = next(item for item in hand.editor.stage.scene.items() if type(item).__name__ == "GhostItem")
    around = view.viewportTransform().mapRect(ghost.sceneBoundingRect()).adjusted(-2, -2, 2, 2)
    _seen(hand)  # takes them
    from_pictures = _seen(hand)
    kept = watch.stills
    assert kept is not None
    assert len(kept) >= 4
    watch.stills = None
    assert _difference(from_pictures, _seen(hand), around) <= 3
    watch.stills = kept
    view.scroll_by(0, 9)
    from_pictures = _seen(hand)
    watch.stills = None
    around = view.viewportTransform().mapRect(ghost.sceneBoundingRect()).adjusted(-2, -2, 2, 2)
    assert _difference(from_pictures, _seen(hand), around) <= 3, "when the map was scrolled under the hand"


def test_no_picture_outlives_its_drag(hand: Hand) -> None:
    watch = hand.editor.stage.scene.watch
    hand.drag(hand.card(hand.find("A")), hand.cell(0, 2), drop=False)
    assert watch.stills is not None
    hand.key(Qt.Key.Key_Escape)
    assert watch.stills is None
    hand.release(hand.cell(0, 2))
    hand.drag(hand.card(hand.find("A")), hand.cell(0, 1))
    assert watch.stills is None
    assert hand.bridge.run(set_text, hand.find("B"), "Something else")
    hand.drag(hand.card(hand.find("A")), hand.cell(0, 2), drop=False)
    assert watch.stills is not None


@pytest.mark.parametrize("count", [1, 2, 30])
def test_what_is_dragged_is_painted_within_its_bounds(hand: Hand, count: int) -> None:
    scene = hand.editor.stage.scene
    for card in scene.cards.values():
        ghost = GhostItem(scene.watch, card.box, card.ops, count)
        image = QImage(360, 400, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(50, 50)
        ghost.paint_cards(painter, 1.0)
        painter.end()
        inked = QRegion(QBitmap.fromImage(image.createAlphaMask())).boundingRect()
        assert ghost.boundingRect().translated(50, 50).contains(QRectF(inked))


def test_a_picture_is_taken_anew_when_something_else_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []
    kept = Stills()
    image = QImage(60, 40, QImage.Format.Format_ARGB32_Premultiplied)

    def painted(name: str, shown: object, x: float, scale: float = 1.0, *, moving: bool = False) -> bool:
        """Whether it was painted anew."""
        before = len(taken)
        painter = QPainter(image)
        painter.setWorldTransform(QTransform(scale, 0, 0, scale, x, 0))
        kept.paint(painter, name, shown, QRectF(0, 0, 10, 10), lambda _into: taken.append(name), moving=moving)
        painter.end()
        return len(taken) > before

    first, second = object(), object()
    assert painted("a", first, 3.25)
    assert not painted("a", first, 3.25)
    assert not painted("a", first, 20.25), "elsewhere, at the same place between two pixels"
    assert painted("a", first, 20.5), "at another place between two pixels"
    assert painted("a", second, 20.5), "another look"
    assert painted("a", second, 20.5, 2.0), "another zoom"
    assert painted("hand", first, 3.0, moving=True)
    assert not painted("hand", first, 3.4, moving=True), "what moves stands on whole pixels"
    monkeypatch.setattr(stills_module, "MOST", 2)
    assert painted("b", first, 0.0)
    assert len(kept) == 2
    assert painted("a", second, 20.5, 2.0), "used longest ago, so it had to go"
