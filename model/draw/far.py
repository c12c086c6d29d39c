"""A map as it is seen from far away: grounds, blocks and curves, by token, in px at 100 % zoom.

The minimap paints it, and the start screen paints it of maps that are not open: it is small enough to be kept as a
file beside the list of recent maps, and sharp in both themes and at every scaling, which a picture of pixels is not.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from model.values import dataclass

if TYPE_CHECKING:  # the start screen reads what was kept, and loads nothing of the layout for it
    from model.layout.maplayout import MapLayout

FORMAT = "journeywall-far"
"""Says what the file is, with its version."""
VERSION = 1
MOST_BLOCKS, MOST_POINTS = 3000, 3000
"""More than these tell nothing at the size of a stamp, and are left out."""
MOST_PX = 1e7
"""px; a whole number may be too large even to be asked whether it is finite."""


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle; ``first`` is for phases: the first has no notch.  ``kind`` is the card's, "" for others."""

    x: float
    y: float
    w: float
    h: float
    token: str
    kind: str = ""
    first: bool = False


@dataclass(frozen=True, slots=True)
class FarCurve:
    """The feelings of a persona."""

    token: str
    chosen: bool
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class FarMap:
    """Everything that is seen of a map ``width`` by ``height`` px."""

    width: float
    height: float
    grounds: tuple[Block, ...]
    phases: tuple[Block, ...]
    cards: tuple[Block, ...]
    curves: tuple[FarCurve, ...]


def far_map(layout: MapLayout) -> FarMap:
    """What is seen of a layout from far away; ``token`` of a card is that of its note, without ".fill"."""
    grounds = []
    for lane in layout.lanes.values():
        token = "wall.emotion" if lane.kind == "emotion" else "wall.lane_alt" if lane.index % 2 else ""
        if token:
            grounds.append(Block(0.0, lane.y, layout.width, lane.h, token))
    phases = tuple(Block(box.x, box.y, box.w, box.h, box.color, "", box.first) for box in layout.phases.values())
    cards = tuple(
        Block(box.x, box.y, box.w, box.h, f"note.{box.body.token}", box.body.kind) for box in layout.cards.values()
    )
    curves = tuple(
        FarCurve(series.color, series.chosen, tuple((point.x, point.y) for point in series.points))
        for emotion in layout.emotions.values()
        for series in reversed(emotion.series)
    )
    return FarMap(layout.width, layout.height, tuple(grounds), phases, cards, curves)


def to_json(far: FarMap) -> str:
    """As text for a file; numbers in whole px, which is plenty from far away."""

    def rows(blocks: Sequence[Block]) -> list[list[Any]]:
        kept = blocks[:MOST_BLOCKS]
        return [[round(b.x), round(b.y), round(b.w), round(b.h), b.token, b.kind, int(b.first)] for b in kept]

    value = {
        "format": FORMAT,
        "version": VERSION,
        "size": [round(far.width), round(far.height)],
        "grounds": rows(far.grounds),
        "phases": rows(far.phases),
        "cards": rows(far.cards),
        "curves": [
            [c.token, int(c.chosen), [[round(x, 1), round(y)] for x, y in c.points[:MOST_POINTS]]] for c in far.curves
        ],
    }
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str | bytes) -> FarMap:
    """Read such a file.  Raises ValueError for anything that is not one, of this version, whole."""
    try:
        value = json.loads(text)
        if value["format"] != FORMAT or value["version"] != VERSION:
            raise ValueError("another kind of file")
        width, height = (_number(side) for side in value["size"])
        curves = tuple(
            FarCurve(_text(token), bool(chosen), tuple((_number(x), _number(y)) for x, y in points[:MOST_POINTS]))
            for token, chosen, points in value["curves"]
        )
        grounds, phases, cards = (_rows(value[name], _block) for name in ("grounds", "phases", "cards"))
    except (KeyError, TypeError, IndexError, RecursionError) as error:
        raise ValueError("not a map seen from far away") from error
    if width < 1 or height < 1:
        raise ValueError("a map without a size")
    if any(b[0] <= a[0] for line in curves for a, b in itertools.pairwise(line.points)):
        raise ValueError("a curve that does not go from left to right")
    return FarMap(width, height, grounds, phases, cards, curves)


def _rows(rows: Sequence[Any], read: Callable[[Any], Block]) -> tuple[Block, ...]:
    return tuple(read(row) for row in rows[:MOST_BLOCKS])


def _block(row: Any) -> Block:
    x, y, w, h, token, kind, first = row
    return Block(_number(x), _number(y), _number(w), _number(h), _text(token), _text(kind), bool(first))


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= MOST_PX:
        raise ValueError("not a number of px")
    return float(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value
