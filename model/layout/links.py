"""The links of a map: which are drawn, where they run, their words and the signs of the pain points they carry.

Their ways are those of :mod:`model.layout.routes`.  The links of chosen cards come to those that are drawn anyhow and
move none of these.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Literal

from model.document import Document
from model.kinds import ITEM_KINDS, LINK_KINDS
from model.layout import metrics as px
from model.layout.boxes import PlacedLine
from model.layout.maplayout import MapLayout
from model.layout.routes import Ground, Point, Router, Wish, starred_cells, texts_of
from model.records import Link
from model.text.breaking import layout_text
from model.values import dataclass

LABEL_STYLE = px.CURVE_NOTE
LABEL_LINES = 3
"""A text of more lines is not set at its link."""
LABEL_GAP = 3.0
"""px between a line and its words."""
SIGN = 5.5
"""px, half the width of a sign of a pain point on a line."""
MOST_SIGNS = 3

Tip = Literal["", "dot", "arrow"]


@dataclass(frozen=True, slots=True)
class LinkBox:
    """A link on the map.

    ``points`` are the corners of its way in px, from the source to the target; ``stroke`` is that of its kind;
    ``color`` a token; ``start`` and ``end`` what stands at its ends.  ``label`` are the lines of its text, placed on
    the map, inside ``room`` (x, y, w, h); none where there is no free place beside the way.  ``signs`` are the
    middles of the signs of the pain points it carries, ``sign`` half their width.
    """

    id: str
    kind: str
    source_id: str
    target_id: str
    points: tuple[Point, ...]
    stroke: str
    color: str
    start: Tip
    end: Tip
    text: str
    label: tuple[PlacedLine, ...]
    room: tuple[float, float, float, float] | None
    pains: int
    signs: tuple[Point, ...]
    sign: float

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """(x, y, w, h) of all that is drawn of it."""
        xs, ys = [p[0] for p in self.points], [p[1] for p in self.points]
        left, top, right, bottom = min(xs) - 6, min(ys) - 6, max(xs) + 6, max(ys) + 6
        if self.room is not None:
            x, y, w, h = self.room
            left, top, right, bottom = min(left, x), min(top, y), max(right, x + w), max(bottom, y + h)
        return left, top, right - left, bottom - top

    @property
    def middle(self) -> Point:
        """The middle of its longest stretch."""
        a, b = max(pairwise(self.points), key=lambda s: abs(s[0][0] - s[1][0]) + abs(s[0][1] - s[1][1]))
        return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2

    @property
    def unplaced(self) -> bool:
        """Whether it has words and there is no free place beside its way for them."""
        return bool(self.text) and not self.label

    @property
    def words_at(self) -> Point:
        """Where a sign says that it has words: a third along its longest stretch, off the signs in its middle."""
        a, b = max(pairwise(self.points), key=lambda s: abs(s[0][0] - s[1][0]) + abs(s[0][1] - s[1][1]))
        return a[0] + (b[0] - a[0]) / 3, a[1] + (b[1] - a[1]) / 3

    def distance(self, x: float, y: float) -> float:
        """How far a point of the map is from the line or its words, px."""
        best = min(_away(a, b, x, y) for a, b in pairwise(self.points))
        if self.room is not None:
            rx, ry, w, h = self.room
            if rx <= x <= rx + w and ry <= y <= ry + h:
                return 0.0
        return best


def _away(a: Point, b: Point, x: float, y: float) -> float:
    dx = max(min(a[0], b[0]) - x, 0.0, x - max(a[0], b[0]))
    dy = max(min(a[1], b[1]) - y, 0.0, y - max(a[1], b[1]))
    return float((dx * dx + dy * dy) ** 0.5)


def shown_links(layout: MapLayout, document: Document) -> tuple[list[Link], list[Link]]:
    """The links that are drawn anyhow, and those only drawn for the chosen cards; of cards on the map."""
    mode, chosen, cards = layout.options.links, layout.options.chosen_ids, layout.cards
    always: list[Link] = []
    extra: list[Link] = []
    if mode == "none" and not chosen and not layout.options.borders:
        return always, extra
    for link in document.link_table.values():
        if link.source_id not in cards or link.target_id not in cards:
            continue
        known = LINK_KINDS.get(link.kind)
        crossing = layout.options.borders and known is not None and known.crosses
        if mode == "all" or crossing or (mode == "paths" and known is not None and known.flow):
            always.append(link)
        elif link.source_id in chosen or link.target_id in chosen:
            extra.append(link)

    def key(link: Link) -> tuple[object, ...]:
        a, b = cards[link.source_id], cards[link.target_id]
        return a.x, a.y, b.x, b.y, link.kind, link.id

    return sorted(always, key=key), sorted(extra, key=key)


def link_boxes(
    layout: MapLayout, document: Document, previous: MapLayout | None = None
) -> tuple[Mapping[str, LinkBox], object]:
    """The links of ``layout`` (whose own table of links is not read) and the key of all that they depend on.

    Where nothing of that is others in ``previous``, its very table is given again.
    """
    always, extra = shown_links(layout, document)
    if not always and not extra:
        return {}, None
    key = _key(layout, document, always, extra)
    if previous is not None and previous.links_key == key:
        return previous.links, key
    router = Router(Ground(layout))
    ways: dict[str, tuple[Point, ...]] = {}
    for links in (always, extra):
        ways |= router.route([_wish(layout, link) for link in links])
    old = previous.links if previous is not None else {}
    labels = _Labels(layout, document.info.language)
    found: dict[str, LinkBox] = {}
    for link in (*always, *extra):
        if link.id in ways:
            box = _box(link, ways[link.id], document, labels, router.ground)
            was = old.get(link.id)
            found[link.id] = was if was == box and was is not None else box
    return found, key


def _key(layout: MapLayout, document: Document, always: Sequence[Link], extra: Sequence[Link]) -> object:
    cards = layout.cards
    ends = [cards[card_id] for link in (*always, *extra) for card_id in (link.source_id, link.target_id)]
    places = tuple((box.x, box.y, box.h, document.item_table[box.id].kind) for box in ends)
    worded = any(link.text for link in (*always, *extra))
    return (
        tuple(always),
        tuple(extra),
        places,
        tuple((box.id, box.x, box.w) for box in layout.steps.values()),
        tuple((box.id, box.y, box.h, box.kind) for box in layout.lanes.values()),
        layout.header_height,
        texts_of(layout),
        starred_cells(layout),
        tuple((box.x, box.y, box.h) for box in cards.values()) if worded else (),
    )


def _wish(layout: MapLayout, link: Link) -> Wish:
    known = LINK_KINDS.get(link.kind)
    flow = known is not None and known.flow
    return Wish(link.id, link.kind, layout.cards[link.source_id], layout.cards[link.target_id], flow)


def link_look(kind: str, source_kind: str) -> tuple[str, str, Tip, Tip]:
    """(stroke, colour token, tip at the source, tip at the target) of a link from a card of ``source_kind``.

    A path has an arrow at its target; what hangs on or rests on a card has a dot where it begins and its own colour;
    where both ends say the same there is a dot at each.
    """
    known = LINK_KINDS.get(kind)
    if known is None:
        return "solid", "ink.3", "dot", ""
    if known.symmetric:
        start: Tip = "dot"
        end: Tip = "dot"
    elif known.flow:
        start, end = "", "arrow"
    else:
        start, end = "dot", ""
    item = ITEM_KINDS.get(source_kind)
    color = "ink.2" if known.flow or item is None else f"note.{item.token}.edge"
    return known.stroke, color, start, end


def _box(
    link: Link, points: tuple[Point, ...], document: Document, labels: _Labels, ground: Ground
) -> LinkBox:  # fmt: skip
    stroke, color, start, end = link_look(link.kind, document.item_table[link.source_id].kind)
    text = " ".join(link.text.split())
    label, room = labels.place(text, points) if text else ((), None)
    pains = sum(1 for i in link.pain_point_ids if i in document.item_table)
    signs, sign = _signs(points, min(pains, MOST_SIGNS), ground)
    return LinkBox(
        link.id,
        link.kind,
        link.source_id,
        link.target_id,
        points,
        stroke,
        color,
        start,
        end,
        text,
        label,
        room,
        pains,
        signs,
        sign,
    )


def _signs(points: tuple[Point, ...], count: int, ground: Ground) -> tuple[tuple[Point, ...], float]:
    """``count`` signs in the middle of the longest stretch, inside its gutter."""
    if not count:
        return (), 0.0
    stretches = sorted(pairwise(points), key=lambda s: -abs(s[0][0] - s[1][0]) - abs(s[0][1] - s[1][1]))
    (ax, ay), (bx, by) = stretches[0]
    upright = ax == bx
    spans = ground.uprights if upright else ground.levels
    across = ax if upright else ay
    low, high = min(spans, key=lambda span: max(span[0] - across, across - span[1]))
    if not low <= across <= high:  # the short straight line between two neighbours
        low, high = across - SIGN, across + SIGN
    half = min(SIGN, (high - low) / 2 - 0.25)
    across = min(max(across, low + half), high - half)
    middle = ((ay + by) if upright else (ax + bx)) / 2
    along = [middle + (2 * n - (count - 1)) * half for n in range(count)]
    return tuple((across, at) if upright else (at, across) for at in along), half


class _Labels:
    """Finds free places for the words at links: in the free room of a cell, beside the line."""

    def __init__(self, layout: MapLayout, lang: str) -> None:
        self._layout = layout
        self._lang = lang
        self._taken: list[tuple[float, float, float, float]] = list(texts_of(layout))
        self._columns = list(layout.steps.values())
        self._lanes = [lane for lane in layout.lanes.values() if lane.item_kind is not None]

    def place(
        self, text: str, points: tuple[Point, ...]
    ) -> tuple[tuple[PlacedLine, ...], tuple[float, float, float, float] | None]:
        """The lines of ``text`` in their place and the room they take; nothing and None where none is free."""
        lines = layout_text(text, LABEL_STYLE, px.CARD_W - 2 * LABEL_GAP, lang=self._lang)
        if len(lines) > LABEL_LINES:
            return (), None
        w, h = max(line.width for line in lines), len(lines) * LABEL_STYLE.line
        stretches = sorted(pairwise(points), key=lambda s: -abs(s[0][0] - s[1][0]) - abs(s[0][1] - s[1][1]))
        for a, b in stretches:
            for x, y in self._beside(a, b, w, h) if a[0] == b[0] else self._along(a, b, w, h):
                room = (x, y, w, h)
                if not any(_touch(room, other) for other in self._taken):
                    self._taken.append(room)
                    placed = tuple(
                        PlacedLine(x, y + n * LABEL_STYLE.line + px.baseline(LABEL_STYLE), line)
                        for n, line in enumerate(lines)
                    )
                    return placed, room
        return (), None

    def _rooms(self, low: float, high: float) -> Iterable[tuple[int, float, float]]:
        """(place of the column, top, bottom) of the free rooms of cells between two x of the map."""
        for i, column in enumerate(self._columns):
            if column.x < high and low < column.right:
                for lane in self._lanes:
                    stack = self._layout.stacks.get((lane.id, column.id), ())
                    top = stack[-1].bottom + px.GAP if stack else lane.y + px.CELL_PAD
                    yield i, top, lane.bottom - px.CELL_PAD

    def _beside(self, a: Point, b: Point, w: float, h: float) -> Iterable[Point]:
        """Places right and left of an upright line."""
        x, top, bottom = a[0], min(a[1], b[1]), max(a[1], b[1])
        for i, low, high in self._rooms(x - px.STEP_W, x + px.STEP_W):
            column = self._columns[i]
            side = (column.w - px.CARD_W) / 2
            left, right = column.x + side, column.right - side
            if abs(left - x) > 2 * side + px.CELL_PAD and abs(right - x) > 2 * side + px.CELL_PAD:
                continue
            low, high = max(low, top - h / 2), min(high, bottom + h / 2)
            if high - low >= h:
                yield (left + LABEL_GAP if abs(left - x) < abs(right - x) else right - LABEL_GAP - w), low

    def _along(self, a: Point, b: Point, w: float, h: float) -> Iterable[Point]:
        """Places above and below a level line."""
        y, left, right = a[1], min(a[0], b[0]), max(a[0], b[0])
        for i, low, high in self._rooms(left, right):
            column = self._columns[i]
            x = column.x + (column.w - w) / 2
            if high - low < h:
                continue
            if 0 <= y - high <= 2 * px.CELL_PAD + px.TAIL_H:
                yield x, high - h
            elif 0 <= low - y <= 2 * px.CELL_PAD:
                yield x, low


def _touch(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]


def link_at(layout: MapLayout, x: float, y: float, radius: float = 5.0) -> LinkBox | None:
    """The link nearest to a point of the map, at most ``radius`` px away; of two the one drawn above."""
    best: LinkBox | None = None
    least = radius
    for box in layout.links.values():
        left, top, w, h = box.bounds
        if left - radius <= x <= left + w + radius and top - radius <= y <= top + h + radius:
            away = box.distance(x, y)
            if away <= least:
                best, least = box, away
    return best
