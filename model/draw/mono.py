"""A poster for a printer without colour: patterns and letters beside what colour says on other posters.

MO1  A card is white, with a dark outline, and has a strip at its left with the pattern and the letter of its kind
     (:mod:`model.draw.patterns`), a touchpoint its bar; its text stands beside the strip, black on white.
MO2  The headers of phases are outlines: a filled one would be a third of all the ink.
MO3  Lines of feelings are told apart by dashes and markers, faces by their mouths, as on every poster; what is below
     zero is hatched.
MO4  Every other colour becomes the grey that is as light as it (ITU-R BT.601), every text black.
"""

from __future__ import annotations

from collections.abc import Iterable

from model.draw import marks
from model.draw.curve import CurveHeight
from model.draw.displaylist import Clip, DisplayList, Group, Op, Path, Rect, Text
from model.draw.patterns import letter_of, pattern_ops
from model.draw.shapes import edge_bar
from model.layout.boxes import CardBody
from model.layout.maplayout import MapLayout
from model.text.breaking import shape_line
from model.text.shape import TextStyle
from model.values import replace

STRIP = 22.0
"""The width of the strip, px."""
MM = 148 / 76
"""px of the map in a millimetre of a card of 76 mm, for the distances of patterns."""
INK, PAPER = "ink.1", "#FFFFFF"
_LETTER = TextStyle(13, 16, 700)
_PLATE_W, _PLATE_H = 14.0, 16.0
_HATCH = 6.0
"""px between the strokes that fill what is below zero."""


def strip_ops(kind: str, h: float, lang: str) -> tuple[Op, ...]:
    """The strip of a card ``h`` px high: pattern, letter, and the line beside it, from the card's top left."""
    inset = 3.0 if kind == "thought" else 1.0  # its corners are round
    ops: list[Op] = []
    if kind == "touchpoint":
        ops.append(Path(edge_bar(h), INK))
    else:
        ops += pattern_ops(kind, 1.0, inset, STRIP - 1, h - 2 * inset, MM, INK)
    ops.append(Path((("M", (STRIP, 0.5)), ("L", (STRIP, h - 0.5))), None, INK, 1.0))
    left, top = (STRIP - _PLATE_W) / 2, 5.0
    line = shape_line(letter_of(kind), _LETTER, lang)
    ops.append(Rect(left, top, _PLATE_W, _PLATE_H, PAPER))
    ops.append(Text(left + (_PLATE_W - line.width) / 2, top + 12.6, line, INK))
    return tuple(ops)


def sample_ops(kind: str, w: float, h: float, k: float, lang: str) -> tuple[Op, ...]:
    """The pattern and the letter of a kind in a small card of the legend, ``k`` times as large as it says."""
    line = shape_line(letter_of(kind), TextStyle(_LETTER.size * k, _LETTER.line * k, _LETTER.weight), lang)
    plate = _PLATE_W * k
    left = (w * k - plate) / 2
    pattern = pattern_ops(kind, k, k, (w - 2) * k, (h - 2) * k, MM * k * 0.8, INK)
    return (
        *((Path(marks.scaled(edge_bar(h), k), INK),) if kind == "touchpoint" else pattern),
        Rect(left, 2 * k, plate, _PLATE_H * k, PAPER),
        Text(left + (plate - line.width) / 2, 14.6 * k, line, INK),
    )


def black_and_white(ops: Iterable[Op], layout: MapLayout, lang: str) -> DisplayList:
    """The operations of a map laid out with room for strips, for paper without colour."""
    bodies = {card.id: card.body for card in layout.cards.values()}
    return tuple(_changed(op, bodies, lang) for op in ops)


def _changed(op: Op, bodies: dict[str, CardBody], lang: str) -> Op:
    if isinstance(op, Clip):
        inner = op.ops
        if len(inner) == 1 and isinstance(inner[0], Path) and inner[0].fill == "emotion.below":
            return Clip(op.x, op.y, op.w, op.h, (_hatched(inner[0]),))
        return Clip(op.x, op.y, op.w, op.h, tuple(_changed(one, bodies, lang) for one in inner))
    if not isinstance(op, Group):
        return op
    if op.role == "card":
        body = bodies.get(op.source_id or "")
        more = strip_ops(body.kind, body.h, lang) if body is not None else ()
        return _with(op, (*op.ops, Group(more, role="strip")))
    if op.role == "phase":
        return _with(op, tuple(_outlined(one) for one in op.ops))
    return _with(op, tuple(_changed(one, bodies, lang) for one in op.ops))


def _with(op: Group, ops: tuple[Op, ...]) -> Group:
    return replace(op, ops=ops)


def _outlined(op: Op) -> Op:
    """MO2."""
    if isinstance(op, Path) and op.fill is not None:
        return Path(op.segments, PAPER, INK, 1.4, op.dash, round_caps=True)
    return op


def _hatched(shade: Path) -> Path:
    """MO3: strokes from zero down to the line, in place of the shade between them."""
    points = [(values[-2], values[-1]) for letter, values in shade.segments if letter in ("M", "C")]
    zero = next(values[1] for letter, values in shade.segments if letter == "L")
    height = CurveHeight(points)
    strokes: list[tuple[str, tuple[float, ...]]] = []
    x = points[0][0] + _HATCH
    while x < points[-1][0]:
        y = height(x)
        if y is not None and y > zero + 1:
            strokes += [("M", (x, zero)), ("L", (x, y))]
        x += _HATCH
    return Path(tuple(strokes), None, INK, 0.8)
