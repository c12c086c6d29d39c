"""How far the operations of a display list reach, for bookmarks and for sheets that hold nothing."""

from __future__ import annotations

from collections.abc import Iterable

from model.draw.displaylist import Clip, Group, Icon, Op, Picture, Rect, Segments, Text
from model.draw.theme import Theme

Box = tuple[float, float, float, float, Op]
"""Left, top, right, bottom in px, and what reaches so far."""

_Outlines = dict[int, tuple[Segments, tuple[float, float, float, float] | None]]
"""id -> an outline and how far it reaches by itself, None for an empty one; cards of one size share theirs."""

_PLAIN = "atkinson"
"""The usual font reaches 0.8 em above its line and 0.25 below it; of other scripts the deepest is taken, Arabic."""


def bounds(ops: Iterable[Op], x: float = 0.0, y: float = 0.0) -> list[Box]:
    """(left, top, right, bottom) in px of every operation that paper shows, and the operation."""
    found: list[Box] = []
    _reach(ops, x, y, found, {})
    return found


def _reach(ops: Iterable[Op], x: float, y: float, found: list[Box], outlines: _Outlines) -> None:
    add = found.append
    for op in ops:
        if isinstance(op, Text):
            line, left, base = op.line, x + op.x, y + op.y
            runs = line.runs
            letters = len(runs) == 1 and runs[0].letters  # of the usual font, as nearly every line is
            size = runs[0].size if letters else max((run.size for run in runs), default=0.0)
            if letters or all(run.font.startswith(_PLAIN) for run in runs):
                add((left, base - 0.8 * size, left + line.width, base + 0.25 * size, op))
            else:
                add((left, base - 1.1 * size, left + line.width, base + 0.55 * size, op))
        elif isinstance(op, Group):
            if op.paper:
                _reach(op.ops, x + op.x, y + op.y, found, outlines)
        elif isinstance(op, Rect):
            grow = op.width / 2 if op.stroke else 0.0
            left, top = x + op.x, y + op.y
            add((left - grow, top - grow, left + op.w + grow, top + op.h + grow, op))
        elif isinstance(op, Icon):
            left, top = x + op.x, y + op.y
            add((left, top, left + op.size, top + op.size, op))
        elif isinstance(op, Picture):
            left, top = x + op.x, y + op.y
            add((left, top, left + op.w, top + op.h, op))
        elif isinstance(op, Clip):
            left, top, right, bottom = x + op.x, y + op.y, x + op.x + op.w, y + op.y + op.h
            inside: list[Box] = []
            _reach(op.ops, x, y, inside, outlines)
            found += [
                (max(a, left), max(b, top), min(c, right), min(d, bottom), inner)
                for a, b, c, d, inner in inside
                if a < right and c > left and b < bottom and d > top
            ]
        else:
            known = outlines.get(id(op.segments))
            if known is None:
                known = outlines[id(op.segments)] = (op.segments, _outline(op.segments))
            if known[1] is not None:
                left, top, right, bottom = known[1]
                grow = op.width / 2 if op.stroke else 0.0
                add((x + left - grow, y + top - grow, x + right + grow, y + bottom + grow, op))


def _outline(segments: Segments) -> tuple[float, float, float, float] | None:
    xs = [v for _, values in segments for v in values[::2]]
    ys = [v for _, values in segments for v in values[1::2]]
    return (min(xs), min(ys), max(xs), max(ys)) if xs else None


def ink(ops: Iterable[Op], theme: Theme, k: float) -> list[tuple[float, float, float, float]]:
    """What leaves ink, as (left, top, right, bottom) in units of ``k`` a px: all but white grounds."""
    return [
        (left * k, top * k, right * k, bottom * k)
        for left, top, right, bottom, op in bounds(ops)
        if not isinstance(op, Rect) or op.stroke is not None or not _is_white(op, theme)
    ]


def _is_white(op: Rect, theme: Theme) -> bool:
    return theme.color(op.fill or "#FFFFFF").upper() == "#FFFFFF"
