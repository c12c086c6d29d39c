"""Pictures of what does not change while something is dragged over it, or while it is scrolled.

Each step of a drag uncovers what the hand leaves, and painting a card anew takes ten times as long as copying a
picture of it.  A picture is taken when its card is first uncovered, in pixels of the screen and at the card's own
place between them, so that it cannot be told from the card; all of them go when the drag ends.

Headers are painted from pictures as well, since each step of scrolling paints all of them again.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform

MOST = 600
"""Pictures that are kept, those used last: some 20 MB of cards at 100 %."""
AT_A_TIME = 1
"""Pictures that a patient one takes in one step."""
LARGEST = 1_000_000
"""Pixels of a picture that is worth its memory; the header of a very high lane is painted each time."""
_PARTS = 64
"""Parts of a pixel by which two places between pixels are told apart."""


class _Still:
    """What was ``shown`` when a ``picture`` was taken, in which ``form``, and where it was painted last.

    The picture is None for what was painted without one.
    """

    __slots__ = ("at", "form", "inset", "picture", "shown", "world")

    def __init__(
        self, shown: object, form: tuple[float, ...], world: QTransform, at: QPointF, picture: QPixmap | None
    ) -> None:
        self.shown = shown
        self.form = form
        self.world = world
        self.at = at
        self.picture = picture
        self.inset = QPointF()
        """From the corner of the picture to that of what it shows, px."""


class Stills:
    """The pictures of one drag, or of one bar of headers.

    Of what is painted once a ``patient`` one takes no picture, only when it is painted again in the same form, and of
    so many at a time, so that no step takes much longer than those before it: see :meth:`step`.
    """

    def __init__(self, *, patient: bool = False) -> None:
        self._patient = patient
        self._left = 0
        """Pictures that may be taken in this step."""
        self._known: OrderedDict[Hashable, _Still] = OrderedDict()

    def __len__(self) -> int:
        return len(self._known)

    def clear(self) -> None:
        """Let go of all of them."""
        self._known.clear()

    def step(self) -> None:
        """Everything is painted anew from here on."""
        self._left = AT_A_TIME

    def paint(
        self,
        painter: QPainter,
        name: Hashable,
        shown: object,
        bounds: QRectF,
        draw: Callable[[QPainter], None],
        *,
        moving: bool = False,
        scaled: bool = False,
    ) -> None:
        """Paint what ``draw`` paints inside ``bounds``, at the place of ``painter``.

        The picture is kept under ``name`` for as long as the same object ``shown`` is to be seen.  What is ``moving``
        stands on whole pixels, wherever it goes.  ``scaled``: the picture of another size will do.
        """
        world = painter.worldTransform()
        found = self._known.get(name)
        if scaled:
            if found is not None and found.shown is shown and found.picture is not None:
                _paint_scaled(painter, found, found.picture, world, bounds)
                return
            self._left = 1  # however many there are: each is taken once for all steps of a zoom
        if found is None or found.shown is not shown or found.picture is None or found.world != world:
            found = self._taken(painter, found, shown, bounds, draw, moving=moving, at_once=scaled)
            self._known[name] = found
            if len(self._known) > MOST:
                self._known.popitem(last=False)
        self._known.move_to_end(name)
        if found.picture is None:
            draw(painter)
            return
        painter.setWorldMatrixEnabled(False)
        painter.drawPixmap(found.at, found.picture)
        painter.setWorldMatrixEnabled(True)

    def _taken(
        self,
        painter: QPainter,
        known: _Still | None,
        shown: object,
        bounds: QRectF,
        draw: Callable[[QPainter], None],
        *,
        moving: bool,
        at_once: bool,
    ) -> _Still:
        """The picture for this place: the one that is known, where it looks the same there, else a new one."""
        world = painter.worldTransform()
        ratio = painter.device().devicePixelRatioF()
        where = world.mapRect(bounds)
        left, top = floor(where.left() * ratio), floor(where.top() * ratio)
        at = QPointF(left / ratio, top / ratio)
        dx, dy = world.dx() - at.x(), world.dy() - at.y()
        between = () if moving else (round(dx * _PARTS), round(dy * _PARTS))
        form = (world.m11(), world.m12(), world.m21(), world.m22(), ratio, *between)
        again = known is not None and known.shown is shown and known.form == form
        if known is not None and again and known.picture is not None:
            moved = _Still(shown, form, world, at, known.picture)
            moved.inset = where.topLeft() - at
            return moved
        # One pixel more than its size, since it may begin between two.
        wide, high = ceil(where.width() * ratio) + 1, ceil(where.height() * ratio) + 1
        if wide * high > LARGEST or (self._patient and not ((again or at_once) and self._left > 0)):
            return _Still(shown, form, world, at, None)
        self._left -= 1
        picture = QPixmap(wide, high)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        into = QPainter(picture)
        into.setRenderHints(painter.renderHints())
        into.setWorldTransform(QTransform(world.m11(), world.m12(), world.m21(), world.m22(), dx, dy))
        draw(into)
        into.end()
        still = _Still(shown, form, world, at, picture)
        still.inset = where.topLeft() - at
        return still


def _paint_scaled(painter: QPainter, still: _Still, picture: QPixmap, world: QTransform, bounds: QRectF) -> None:
    """Paint a picture of another size where ``bounds`` are now."""
    times = world.m11() / still.form[0]
    size = picture.deviceIndependentSize() * times
    painter.setWorldMatrixEnabled(False)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(
        QRectF(world.mapRect(bounds).topLeft() - still.inset * times, size), picture, QRectF(picture.rect())
    )
    painter.setWorldMatrixEnabled(True)
