"""How far the operations of a display list reach, for bookmarks and for sheets that hold nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from model.draw.displaylist import Clip, Group, Icon, Op, Picture, Rect, Text
from model.draw.theme import Theme


def bounds(ops: Iterable[Op], x: float = 0.0, y: float = 0.0) -> Iterator[tuple[float, float, float, float, Op]]:
    """(left, top, right, bottom) in px of every operation that paper shows, and the operation."""
    for op in ops:
        if isinstance(op, Group):
            if op.paper:
                yield from bounds(op.ops, x + op.x, y + op.y)
        elif isinstance(op, Clip):
            left, top, right, bottom = x + op.x, y + op.y, x + op.x + op.w, y + op.y + op.h
            for a, b, c, d, inner in bounds(op.ops, x, y):
                if a < right and c > left and b < bottom and d > top:
                    yield max(a, left), max(b, top), min(c, right), min(d, bottom), inner
        elif isinstance(op, Rect):
            grow = op.width / 2 if op.stroke else 0.0
            yield x + op.x - grow, y + op.y - grow, x + op.x + op.w + grow, y + op.y + op.h + grow, op
        elif isinstance(op, Picture):
            yield x + op.x, y + op.y, x + op.x + op.w, y + op.y + op.h, op
        elif isinstance(op, Icon):
            yield x + op.x, y + op.y, x + op.x + op.size, y + op.y + op.size, op
        elif isinstance(op, Text):
            size = max((run.size for run in op.line.runs), default=0.0)
            yield x + op.x, y + op.y - 0.8 * size, x + op.x + op.line.width, y + op.y + 0.25 * size, op
        else:
            xs = [v for _, values in op.segments for v in values[::2]]
            ys = [v for _, values in op.segments for v in values[1::2]]
            if xs:
                grow = op.width / 2 if op.stroke else 0.0
                yield x + min(xs) - grow, y + min(ys) - grow, x + max(xs) + grow, y + max(ys) + grow, op


def ink(ops: Iterable[Op], theme: Theme, k: float) -> Iterator[tuple[float, float, float, float]]:
    """What leaves ink, as (left, top, right, bottom) in units of ``k`` a px: all but white grounds."""
    for left, top, right, bottom, op in bounds(ops):
        if isinstance(op, Rect) and op.stroke is None and theme.color(op.fill or "#FFFFFF").upper() == "#FFFFFF":
            continue
        yield left * k, top * k, right * k, bottom * k
