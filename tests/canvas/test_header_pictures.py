"""Headers while the map is scrolled: from pictures that cannot be told from them, and no oftener than needed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from model.commands.grid import set_fields
from widgets.canvas import headers as headers_module
from widgets.canvas import stills as stills_module
from widgets.canvas.headers import HeaderBar
from widgets.canvas.stills import Stills
from widgets.look.theme import look

Hand = Any
SMOOTH = Qt.TransformationMode.SmoothTransformation


class Paints(QObject):
    """Counts the paints of some widgets."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.counts = dict.fromkeys(widgets, 0)
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent) and isinstance(watched, QWidget):
            self.counts[watched] += 1
        return False

    def since(self) -> list[int]:
        """How often each was painted since it was asked last."""
        QApplication.processEvents()
        window = next(iter(self.counts)).window()
        QCoreApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))
        found = list(self.counts.values())
        self.counts = dict.fromkeys(self.counts, 0)
        return found


@pytest.fixture
def bars(hand: Hand) -> Iterator[tuple[HeaderBar, HeaderBar]]:
    yield hand.editor.bar("phases"), hand.editor.bar("lanes")
    look().choose("light")


def seen(bar: HeaderBar) -> QImage:
    image: QImage = bar.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return image


def difference(one: QImage, other: QImage) -> int:
    """The largest difference of a channel between two pictures of one size."""
    first, second = (bytes(cast("memoryview", image.constBits())) for image in (one, other))
    assert len(first) == len(second)
    both = enumerate(zip(first, second, strict=True))
    return max((abs(a - b) for at, (a, b) in both if a != b and at % 4 != 3), default=0)


def without_pictures(bar: HeaderBar) -> QImage:
    """The bar as it is when everything is painted anew."""
    kept, bar._stills = bar._stills, Stills(patient=True)
    image = seen(bar)
    bar._stills = kept
    return image


@pytest.mark.parametrize("zoom", [1.0, 0.48, 1.7])
def test_headers_look_as_they_are(hand: Hand, bars: tuple[HeaderBar, HeaderBar], zoom: float) -> None:
    hand.editor.set_zoom(zoom)
    for _ in range(8):
        hand.view.scroll_by(7, 5)
        for bar in bars:
            seen(bar)
    for bar in bars:
        assert sum(one.picture is not None for one in bar._stills._known.values()) >= 2
        assert difference(seen(bar), without_pictures(bar)) <= 3
    hand.view.scroll_by(-31, -22)
    look().choose("dark")
    for bar in bars:
        for _ in range(4):
            assert difference(seen(bar), without_pictures(bar)) <= 3


def test_a_zoom_gesture_scales_the_pictures_and_ends_sharp(
    hand: Hand, bars: tuple[HeaderBar, HeaderBar], monkeypatch: pytest.MonkeyPatch
) -> None:
    hand.editor.set_zoom(1.0)
    anew: list[object] = []
    paint = headers_module._paint_ops

    def count(painter: QPainter, **more: Any) -> None:
        anew.append(more)
        paint(painter, **more)

    monkeypatch.setattr(headers_module, "_paint_ops", count)
    about = hand.view.viewport().rect().toRectF().center()
    hand.view.zoom_to(1.05, about, gesture=True)
    for bar in bars:
        seen(bar)
    anew.clear()
    hand.view.zoom_to(1.1, about, gesture=True)
    scaled = [seen(bar) for bar in bars]
    assert hand.view.scaling
    assert not anew, "each step shows the same pictures, larger"
    paints = Paints(*bars)
    hand.view.sharpen()
    assert min(paints.since()) == 1
    for bar, soft in zip(bars, scaled, strict=True):
        sharp = seen(bar)
        assert difference(sharp, without_pictures(bar)) <= 3
        assert soft.size() == sharp.size()
        assert alike(soft, sharp), "it stood where it stands now"
    assert anew


def alike(one: QImage, other: QImage) -> bool:
    """Whether two pictures are the same but for being soft: seen small they are."""
    small = [image.scaled(image.width() // 8, image.height() // 8, mode=SMOOTH) for image in (one, other)]
    return difference(*small) <= 40


def test_another_name_is_painted(hand: Hand, bars: tuple[HeaderBar, HeaderBar]) -> None:
    before = seen(bars[0])
    for _ in range(5):
        assert difference(before, seen(bars[0])) <= 3
    assert hand.bridge.run(set_fields, "phases", hand.document.phases[0].id, name="Quite another name")
    after = seen(bars[0])
    assert difference(before, after) > 30
    for _ in range(3):
        assert difference(after, seen(bars[0])) <= 3


def test_a_bar_is_painted_where_it_moves(hand: Hand, bars: tuple[HeaderBar, HeaderBar]) -> None:
    hand.editor.resize(500, 300)
    hand.editor.set_zoom(1.0)
    paints = Paints(*bars)
    paints.since()
    hand.view.scroll_by(9, 0)
    assert paints.since() == [1, 0]
    hand.view.scroll_by(0, 9)
    assert paints.since() == [0, 1]
    hand.editor.set_zoom(1.3)
    assert paints.since() == [1, 1]


def test_bars_show_what_is_chosen_of_them_and_are_left_alone_for_cards(
    hand: Hand, bars: tuple[HeaderBar, HeaderBar]
) -> None:
    paints = Paints(*bars)
    paints.since()
    hand.editor.selection.choose_cards([hand.find("A")])
    assert paints.since() == [0, 0]
    plain = seen(bars[0])
    hand.editor.selection.choose("phase", [hand.document.phases[0].id])
    assert paints.since()[0] >= 1
    assert difference(plain, seen(bars[0])) > 30, "it is outlined"
    hand.editor.selection.choose_cards([hand.find("A")])
    paints.since()
    assert difference(plain, seen(bars[0])) <= 3, "and no more when a card is chosen"


def test_patience_takes_a_picture_the_second_time_and_few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stills_module, "AT_A_TIME", 2)
    drawn: list[str] = []
    kept = Stills(patient=True)
    shown = object()
    image = QImage(60, 40, QImage.Format.Format_ARGB32_Premultiplied)

    def draw(name: str, _into: QPainter) -> None:
        drawn.append(name)

    def step(*names: str, scale: float = 1.0) -> list[str]:
        """What was drawn in a step that paints these."""
        drawn.clear()
        kept.step()
        painter = QPainter(image)
        painter.scale(scale, scale)
        for name in names:
            kept.paint(painter, name, shown, painter.window().toRectF(), partial(draw, name))
        painter.end()
        return list(drawn)

    assert step("a", "b", "c") == ["a", "b", "c"]
    assert step("a", "b", "c") == ["a", "b", "c"], "two of them into their pictures"
    assert step("a", "b", "c") == ["c"], "the third one into its own"
    assert step("a", "b", "c") == []
    assert step("a", scale=2.0) == ["a"], "another form"
    monkeypatch.setattr(stills_module, "LARGEST", 100)
    for _ in range(3):
        assert step("d") == ["d"], "too large to be kept"
