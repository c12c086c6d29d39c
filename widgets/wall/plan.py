"""What stands on the wall: the chosen lanes of a layout below one another, at the scale that the room can read.

The boxes are those of the map on the screen, so nothing is laid out twice; only rows are moved, and the curve is made
higher where there is room.  No Qt.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from model.document import Document
from model.i18n import speaking
from model.layout import metrics as px
from model.layout.boxes import EmotionBox, LaneBox
from model.layout.cards import text_style
from model.layout.emotion import emotion_box
from model.layout.maplayout import MapLayout
from model.legibility import Fit, Image, Room, Shown, fit, smallest, x_height
from model.text.shape import TextStyle
from model.values import dataclass, replace

USUAL_KINDS = ("touchpoints", "emotion")
"""The kinds of lanes that a wall shows until others are chosen (look.md, section 10)."""
PINNED_MOST = 0.45
"""The curve stays at the bottom, when lanes scroll, where it takes no more than so much of the height."""
_CURVE_MOST = px.EMOTION_H_POSTER_MAX


@dataclass(frozen=True, slots=True)
class Row:
    """A lane on the wall: its box, how far below the row of phases it stands (px at 100 %), and how high it is there.
    ``curve`` is the emotion lane's, at the y of the box; a ``pinned`` row stays at the bottom while others scroll."""

    lane: LaneBox
    top: float
    h: float
    curve: EmotionBox | None = None
    pinned: bool = False

    @property
    def bottom(self) -> float:
        return self.top + self.h


@dataclass(frozen=True, slots=True)
class WallPlan:
    """``rows`` from top to bottom, those that scroll ``tall`` px together; ``window`` is the height that they have, and
    ``head_h`` that of the phases, all in px at 100 %."""

    fit: Fit
    rows: tuple[Row, ...]
    head_h: float
    tall: float
    window: float

    @property
    def scrolls(self) -> float:
        """How far the rows can be scrolled, px at 100 %."""
        return max(0.0, self.tall - self.window)

    def row(self, lane_id: str) -> Row | None:
        """The row of a lane, if it is on the wall."""
        return next((row for row in self.rows if row.lane.id == lane_id), None)


def usual_lanes(document: Document, kinds: Sequence[str] = USUAL_KINDS) -> tuple[str, ...]:
    """The lanes of these kinds, in map order; the first lane where the map has none of them."""
    found = tuple(lane.id for lane in document.lanes if lane.kind in kinds)
    return found or tuple(lane.id for lane in document.lanes[:1])


def note_style(layout: MapLayout, lane_ids: Collection[str]) -> TextStyle:
    """The smallest text of notes in these lanes."""
    styles: list[TextStyle] = []
    for lane_id in lane_ids:
        lane = layout.lanes.get(lane_id)
        if lane is not None and lane.item_kind is not None:
            styles.append(text_style(lane.item_kind))
    if layout.options.fields:
        styles.append(px.SAID)
    return smallest(styles or [text_style("note")])


def make_plan(
    layout: MapLayout,
    document: Document,
    chosen: Collection[str],
    extra: str,
    image: Image,
    room: Room,
    previous: WallPlan | None = None,
) -> WallPlan:
    """The wall with the lanes ``chosen``, and the lane ``extra`` ("" for none) for as long as a note goes there.

    The scale follows from the chosen lanes, so that one lane more for a moment changes no size.  ``previous`` saves
    the work of curves that are the same.
    """
    steps_h = max((step.h for step in layout.steps.values()), default=0.0)
    head_h = layout.phase_height + steps_h
    lanes = [lane for lane in layout.lanes.values() if lane.id in chosen]
    style = note_style(layout, [lane.id for lane in lanes])
    shown = Shown(
        tuple(phase.w for phase in layout.phases.values()),
        tuple(lane.h for lane in lanes),
        layout.header_width,
        head_h,
        x_height(style),
        style.size,
    )
    found = fit(shown, image, room)
    on_wall = [lane for lane in layout.lanes.values() if lane.id in chosen or lane.id == extra]
    window = image.h / found.scale - head_h
    spare = window - sum(lane.h for lane in on_wall)
    curves = [lane for lane in on_wall if lane.id in layout.emotions]
    pinned = curves[-1] if curves and spare < 0 and curves[-1].h <= PINNED_MOST * window else None
    higher = max(0.0, spare) / len(curves) if curves else 0.0
    rows: list[Row] = []
    top = 0.0
    for lane in on_wall:
        h, curve = lane.h, layout.emotions.get(lane.id)
        if curve is not None and higher >= 1:
            h = min(max(h, _CURVE_MOST), h + higher)
            curve = _higher(layout, document, curve, h, previous)
        if lane is pinned:
            window -= h
            continue
        rows.append(Row(lane, top, h, curve))
        top += h
    if pinned is not None:
        rows.append(Row(pinned, window, pinned.h, layout.emotions[pinned.id], pinned=True))
    return WallPlan(found, tuple(rows), head_h, top, window)


def _higher(layout: MapLayout, document: Document, box: EmotionBox, h: float, previous: WallPlan | None) -> EmotionBox:
    """The curve of ``box``, ``h`` px high."""
    known = previous.row(box.lane_id) if previous is not None else None
    made = layout.made.curves.get(box.lane_id) if layout.made is not None else None
    if made is None:
        return box
    if known is not None and known.curve is not None and known.curve.h == h and same_curve(known.curve, box):
        return known.curve
    with speaking(layout.options.language or document.info.language):
        return emotion_box(box.lane_id, made.lines, made.places, box.legend, (box.x, box.y, box.w, h))[0]


def same_curve(old: EmotionBox | None, new: EmotionBox | None) -> bool:
    """Whether two curves that begin at one y say the same, however high they are."""
    if old is None or new is None or old is new:
        return old is new
    if (old.y, old.w, old.legend) != (new.y, new.w, new.legend):
        return False

    def said(box: EmotionBox) -> list[object]:
        return [
            (s.persona_id, s.name, s.color, [(p.x, p.score) for p in s.points], [(p.x, p.score) for p in s.aimed])
            for s in box.series
        ]

    return said(old) == said(new)


def without_count(lane: LaneBox) -> LaneBox:
    """The header of a lane as the wall shows it: without the count of its notes."""
    return lane if lane.count_line is None else replace(lane, count=0, count_line=None)


def moved(old: WallPlan, new: WallPlan) -> bool:
    """Whether anything stands elsewhere than before."""
    if old.fit.scale != new.fit.scale or old.head_h != new.head_h or len(old.rows) != len(new.rows):
        return True
    return any(
        (a.lane.id, a.top, a.h, a.pinned) != (b.lane.id, b.top, b.h, b.pinned)
        for a, b in zip(old.rows, new.rows, strict=True)
    )
