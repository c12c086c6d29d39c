"""Which sheets of a tiled poster an edit changed, so that only these are printed and hung anew.

RP1  The scale, the places and the heights of the lanes of the earlier print are kept while the notes fit them
     (:func:`model.draw.poster.compose_poster`, ``like``); where they do not, every sheet that differs is told.
RP2  A sheet changed when something in its window is drawn otherwise.  Of a line or an outline only the stretches in the
     window count; dashes may begin elsewhere.
RP3  The number of the version and the date do not count: they change with every save.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from model.draw.displaylist import Clip, DisplayList, Group, Op, Path, Segments
from model.export.extent import bounds
from model.export.pages import Tile
from model.values import dataclass, replace

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_PIECES = 8
"""Straight pieces for a curve, where it is asked what lies inside of an outline."""
_MANY = 12
"""An outline of more segments is looked at stretch by stretch."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """An operation where it stands (px of the poster), how it is shown, and how far it reaches.

    ``outline`` are the segments of a long line or outline, which is looked at stretch by stretch.
    """

    box: Box
    x: float
    y: float
    clips: tuple[Box, ...]
    opacity: float
    op: Op
    outline: Segments = ()


def changed_sheets(before: DisplayList, now: DisplayList, tiles: Sequence[Tile], mm_per_px: float) -> tuple[str, ...]:
    """The names of the sheets that show something else than before (RP2)."""
    old, new = list(drawn(before)), list(drawn(now))
    found: list[str] = []
    for tile in tiles:
        x, y = tile.x / mm_per_px, tile.y / mm_per_px
        window = (x, y, x + tile.w / mm_per_px, y + tile.h / mm_per_px)
        if _seen(old, window) != _seen(new, window):
            found.append(tile.name)
    return tuple(found)


def drawn(
    ops: Iterable[Op], x: float = 0.0, y: float = 0.0, clips: tuple[Box, ...] = (), opacity: float = 1.0
) -> Iterator[Drawn]:
    """Every operation that paper shows, in its place."""
    for op in ops:
        if isinstance(op, Group):
            if op.paper:
                yield from drawn(op.ops, x + op.x, y + op.y, clips, opacity * op.opacity)
        elif isinstance(op, Clip):
            rim = (round(x + op.x, 2), round(y + op.y, 2), round(x + op.x + op.w, 2), round(y + op.y + op.h, 2))
            yield from drawn(op.ops, x, y, (*clips, rim), opacity)
        else:
            for left, top, right, bottom, _ in bounds((op,), x, y):
                box = (left, top, right, bottom)
                for rim in clips:
                    box = (max(box[0], rim[0]), max(box[1], rim[1]), min(box[2], rim[2]), min(box[3], rim[3]))
                long = op.segments if isinstance(op, Path) and len(op.segments) > _MANY else ()
                plain: Op = replace(op, segments=()) if isinstance(op, Path) and long else op
                yield Drawn(box, round(x, 2), round(y, 2), clips, opacity, plain, long)


def _seen(ops: Sequence[Drawn], window: Box) -> list[object]:
    """What of ``ops`` stands in the window, in the order in which it is drawn."""
    found: list[object] = []
    for one in ops:
        if not _meet(one.box, window):
            continue
        if not one.outline:
            found.append((one.x, one.y, one.clips, one.opacity, one.op))
            continue
        grow = one.op.width if isinstance(one.op, Path) and one.op.stroke else 0.0
        near = (window[0] - grow - one.x, window[1] - grow - one.y, window[2] + grow - one.x, window[3] + grow - one.y)
        stretches = [stretch for stretch in _stretches(one.outline) if _meet(_around(stretch), near)]
        filled = isinstance(one.op, Path) and one.op.fill is not None
        inside = filled and _inside(one.outline, near[0] + 0.013, near[1] + 0.017)
        if stretches or inside:
            found.append((one.x, one.y, one.clips, one.opacity, one.op, stretches, inside))
    return found


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and a[2] > b[0] and a[1] < b[3] and a[3] > b[1]


def _stretches(outline: Segments) -> Iterator[tuple[float, ...]]:
    """Each line and curve of an outline: its beginning, its handles if it has some, its end."""
    at = start = (0.0, 0.0)
    for letter, values in outline:
        if letter == "M":
            at = start = (values[0], values[1])
        elif letter == "Z":
            yield (*at, *start)
            at = start
        else:
            yield tuple(round(value, 2) for value in (*at, *values))
            at = (values[-2], values[-1])


def _around(stretch: tuple[float, ...]) -> Box:
    xs, ys = stretch[::2], stretch[1::2]
    return (min(xs) - 0.01, min(ys) - 0.01, max(xs) + 0.01, max(ys) + 0.01)


def _inside(outline: Segments, x: float, y: float) -> bool:
    """Whether a point lies inside of an outline (even-odd).

    With equal stretches in a window this says of one point of it what is filled in all of it.
    """
    crossings = 0
    for stretch in _stretches(outline):
        points = _points(stretch)
        for (x1, y1), (x2, y2) in pairwise(points):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                crossings += 1
    return crossings % 2 == 1


def _points(stretch: tuple[float, ...]) -> list[tuple[float, float]]:
    if len(stretch) == 4:
        return [(stretch[0], stretch[1]), (stretch[2], stretch[3])]
    x0, y0, x1, y1, x2, y2, x3, y3 = stretch
    found = []
    for i in range(_PIECES + 1):
        t = i / _PIECES
        a, b, c, d = (1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3
        found.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
    return found
