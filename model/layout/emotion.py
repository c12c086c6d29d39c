"""The emotion lane: one point per touchpoint and persona, the legend in its header, its two labels."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from model.document import Document
from model.draw.curve import CurveHeight
from model.i18n import translate
from model.journey import Marks, marks
from model.layout import metrics as px
from model.layout.boxes import CurveLabel, EmotionBox, EmotionPoint, EmotionSeries, Legend, PlacedLine, StepBox
from model.personas import persona_name
from model.records import EmotionScale, Persona
from model.scale import SCORES, fall_text, score_text
from model.text.breaking import layout_text, shape_line
from model.text.shape import TextLine, TextStyle

SCALE_FACE = 15.0
SCALE_LEFT = px.LANE_HEADER_W - 5 - SCALE_FACE
"""The faces of the scale stand 5 px from the right edge of the header."""
SAMPLE_W, SAMPLE_GAP, LEGEND_GAP = 20.0, 5.0, 4.0
LEGEND = TextStyle(12, 16, 400)
RING = 7.5
SMALL_RING = 6.0
"""Round the peak and the end; the lowest point has the larger one."""
TICK = TextStyle(10, 12, 500)
TICK_LEFT, TICK_UP, TICK_POINT = 3.0, 2.0, 4.0
"""Where the number of a level stands right of the lane's edge and above its line, and half a point of a line, px."""
BRACKET_X, BRACKET_W, BRACKET_PITCH = 5.0, 3.0, 4.0
"""Where the bracket of a gap stands right of its point, how wide it is, and how far those of two personas are apart."""


def persona_color(persona: Persona, place: int) -> str:
    """The token or literal of a persona's colour; ``place`` counts the map's personas from 0."""
    if isinstance(persona.color, str):
        return persona.color
    return f"persona.{(place if persona.color is None else persona.color) % 6}"


def columns(document: Document, steps: Mapping[str, StepBox]) -> tuple[tuple[str, float], ...]:
    """(touchpoint, x) of every touchpoint on the map: spread evenly inside its step, in map order."""
    lanes, cells = [lane.id for lane in document.lanes], document.cells
    found: list[tuple[str, float]] = []
    for step_id, box in steps.items():
        items = (item for lane_id in lanes for item in cells.get((lane_id, step_id), ()))
        ids = [item.id for item in items if item.kind == "touchpoint"]
        found += [(item_id, box.x + (i + 0.5) * box.w / len(ids)) for i, item_id in enumerate(ids)]
    return tuple(found)


def legend(
    personas: Sequence[tuple[int, Persona]], top: float, lang: str, *, aimed: bool = False
) -> tuple[tuple[Legend, ...], float]:
    """The personas' lines and names below ``top`` in the header, and where they end.

    A map with one persona without a name needs no legend.  ``aimed`` adds what feelings aimed for look like.
    """
    found: list[Legend] = []
    left = px.LANE_PAD_LEFT + SAMPLE_W + SAMPLE_GAP

    def add(name: str, place: int, color: str, *, chosen: bool, aim: bool) -> None:
        nonlocal top
        broken = layout_text(name, LEGEND, SCALE_LEFT - 2 - left, lang=lang)
        lines = tuple(
            PlacedLine(left, top + n * LEGEND.line + px.baseline(LEGEND), line) for n, line in enumerate(broken)
        )
        found.append(Legend(place, color, chosen, px.LANE_PAD_LEFT, top + LEGEND.line / 2, lines, aim))
        top += len(lines) * LEGEND.line + LEGEND_GAP

    if len(personas) > 1 or any(persona.name.strip() for _, persona in personas):
        for i, (place, persona) in enumerate(personas):
            add(persona_name(persona), place, persona_color(persona, place), chosen=i == 0, aim=False)
    if aimed:
        add(translate("Map", "aimed for"), 0, "ink.2", chosen=False, aim=True)
    return tuple(found), top - LEGEND_GAP if found else top


class Felt(NamedTuple):
    """A persona's line before it is placed: (touchpoint, x, score) of the feelings found and of those aimed for."""

    place: int
    persona: Persona
    found: tuple[tuple[str, float, int], ...]
    aimed: tuple[tuple[str, float, int], ...]


class Labels(NamedTuple):
    """The labels of a curve, as if its lane stood at the top of the map."""

    lowest: CurveLabel | None = None
    fall: CurveLabel | None = None
    peak: CurveLabel | None = None
    end: CurveLabel | None = None


def felt(
    document: Document, personas: Sequence[tuple[int, Persona]], places: tuple[tuple[str, float], ...], *, aimed: bool
) -> tuple[Felt, ...]:
    """What each persona feels at the touchpoints at ``places``; with ``aimed`` also what is aimed for."""
    found: list[Felt] = []
    table = document.emotions
    for place, persona in personas:
        own = [(touchpoint, at, table.get((touchpoint, persona.id))) for touchpoint, at in places]
        line = tuple((t, at, e.score) for t, at, e in own if e is not None and e.score is not None)
        aims = tuple((t, at, e.aimed) for t, at, e in own if e is not None and e.aimed is not None) if aimed else ()
        found.append(Felt(place, persona, line, aims))
    return tuple(found)


def _unit(height: float) -> float:
    """How high one score is in a lane, px."""
    return (height / 2 - px.EMOTION_PAD) / 2


def emotion_box(
    lane_id: str,
    lines: tuple[Felt, ...],
    places: tuple[tuple[str, float], ...],
    names: tuple[Legend, ...],
    frame: tuple[float, float, float, float],
    labels: Labels | None = None,
    scale: EmotionScale = "signed",
) -> tuple[EmotionBox, Labels]:
    """The lane in ``frame`` (x, y, w, h on the map), and its labels for the next time.

    ``labels`` are those of the same lines and places in a frame that differs in y at most.  They are looked for as if
    the lane stood at the top of the map, so that they are the same wherever it stands.
    """
    x, y, w, h = frame
    zero, unit = y + h / 2, _unit(h)
    series = tuple(
        EmotionSeries(
            line.persona.id,
            line.place,
            persona_name(line.persona),
            persona_color(line.persona, line.place),
            i == 0,
            tuple(EmotionPoint(t, line.persona.id, score, at, zero - score * unit) for t, at, score in line.found),
            tuple(EmotionPoint(t, line.persona.id, score, at, zero - score * unit) for t, at, score in line.aimed),
        )
        for i, line in enumerate(lines)
    )
    found: Marks[EmotionPoint] = marks(series[0].points if series else ())
    if labels is None:
        labels = _labels(lines, found, (x, w, h), scale) if found.end is not None else Labels()
    lowest, fall, peak, end = (_lowered(label, y) for label in labels)
    box = EmotionBox(
        x, y, w, h, lane_id, zero, unit, series, places, names, scale, _ticks(lines, frame, scale),
        found.lowest, lowest, fall, found.peak, peak, found.end, end,
    )  # fmt: skip
    return box, labels


def ticks_room(scale: EmotionScale) -> float:
    """px that the numbers of the scale take at the left of their lane, with the air behind them."""
    if scale == "faces":
        return 0.0
    return 2 * TICK_LEFT + max(shape_line(score_text(score, scale), TICK).width for score in SCORES)


def _ticks(
    lines: tuple[Felt, ...], frame: tuple[float, float, float, float], scale: EmotionScale
) -> tuple[PlacedLine, ...]:
    """The numbers of the scale, each on its level at the left edge of the lane; a map of faces has the faces alone.

    One that a line of feelings would run through is left out: it begins there, and the others tell what it is.
    """
    if scale == "faces":
        return ()
    x, y, _, h = frame
    found = []
    for score in SCORES:
        line = shape_line(score_text(score, scale), TICK)
        at = y + h / 2 - score * _unit(h) - TICK_UP
        top, right = at - TICK.size, x + TICK_LEFT + line.width + TICK_LEFT
        level = (y + h / 2 - top) / _unit(h), (y + h / 2 - at) / _unit(h)
        if not any(_runs_through(row, right, level) for felt in lines for row in (felt.found, felt.aimed)):
            found.append(PlacedLine(x + TICK_LEFT, at, line))
    return tuple(found)


def _runs_through(row: tuple[tuple[str, float, int], ...], right: float, level: tuple[float, float]) -> bool:
    """Whether a line of feelings has a point, or passes, left of ``right`` between the scores (highest, lowest)."""
    if not row or row[0][1] - TICK_POINT >= right:
        return False
    near: list[float] = [score for _, at, score in row if at - TICK_POINT < right]
    after = next(((at, score) for _, at, score in row if at - TICK_POINT >= right), None)
    if after is not None:  # where the line is when it leaves the number behind, as if it were straight
        at, score = row[len(near) - 1][1:]
        near.append(score + (after[1] - score) * max(0.0, right - at) / (after[0] - at))
    margin = 0.35  # the height of a point, in scores
    return min(near) - margin <= level[0] and max(near) + margin >= level[1]


def _lowered(label: CurveLabel | None, y: float) -> CurveLabel | None:
    if label is None:
        return None
    line = PlacedLine(label.line.x, label.line.y + y, label.line.line)
    return CurveLabel(line, label.x, label.y + y, label.w, label.h)


def _labels(
    lines: tuple[Felt, ...], found: Marks[EmotionPoint], frame: tuple[float, float, float], scale: EmotionScale
) -> Labels:
    """Places for the labels of a curve whose lane, of ``frame`` (x, w, h), stands at the top of the map."""
    room = _Room(lines, frame)
    rings = [(found.lowest, RING), (found.peak, SMALL_RING), (found.end, SMALL_RING)]
    for point, ring in rings:
        if point is not None:
            room.keep_ring(point, ring)
    # What comes first gets the better place: where it goes wrong before where it goes well.
    lowest = room.near_ring(_names(found, found.lowest), found.lowest, RING)
    fall = None
    if found.fall is not None:
        size = found.fall[1].score - found.fall[0].score
        fall = room.near_fall(shape_line(fall_text(size, scale), px.CURVE_NOTE), *found.fall)
    peak = room.near_ring(_names(found, found.peak), found.peak, SMALL_RING)
    end = None
    if found.end not in (found.lowest, found.peak):
        end = room.near_ring(_names(found, found.end), found.end, SMALL_RING)
    return Labels(lowest, fall, peak, end)


def _names(found: Marks[EmotionPoint], point: EmotionPoint | None) -> str:
    """What a marked point is called; the end of the journey may be its lowest or its highest point too."""
    names = []
    if point is not None and point is found.lowest:
        names.append(translate("Map", "Low point"))
    if point is not None and point is found.peak:
        names.append(translate("Map", "High point"))
    if point is not None and point is found.end:
        names.append(translate("Map", "End"))
    return " · ".join(names)


class _Room:
    """Finds places for labels that touch no line, no marker, no other label and not the edge of the lane.

    A place between the levels of the scale comes before one on them.
    """

    def __init__(self, lines: Sequence[Felt], frame: tuple[float, float, float]) -> None:
        x, w, h = frame
        self._frame = x, 0.0, w, h
        self._zero, self._unit = h / 2, _unit(h)
        drawn = [[(at, self._y(score)) for _, at, score in row] for one in lines for row in (one.found, one.aimed)]
        self._curves = [CurveHeight(points) for points in drawn]
        self._markers = sorted(point for points in drawn for point in points)
        self._marker_xs = [x for x, _ in self._markers]
        self._taken: list[tuple[float, float, float, float]] = []
        for one in lines:
            left = BRACKET_X + one.place * BRACKET_PITCH
            aims = {touchpoint: score for touchpoint, _, score in one.aimed}
            for touchpoint, at, score in one.found if aims else ():
                aim = aims.get(touchpoint, score)
                if aim != score:
                    top, bottom = self._y(max(aim, score)), self._y(min(aim, score))
                    self._taken.append((at + left, top, BRACKET_W, bottom - top))
        self._levels = [self._y(score) for score in (-2, -1, 0, 1, 2)]

    def _y(self, score: int) -> float:
        return self._zero - score * self._unit

    def _free(self, x: float, y: float, w: float, h: float, *, on_levels: bool) -> bool:
        left, top, width, height = self._frame
        if x < left + 2 or y < top + 1 or x + w > left + width - 2 or y + h > top + height - 1:
            return False
        if not on_levels and any(y < level < y + h for level in self._levels):
            return False
        if any(x < b[0] + b[2] and b[0] < x + w and y < b[1] + b[3] and b[1] < y + h for b in self._taken):
            return False
        near = self._markers[bisect_right(self._marker_xs, x - 5) : bisect_left(self._marker_xs, x + w + 5)]
        if any(y - 4 < my < y + h + 4 for _, my in near):
            return False
        for height_at in self._curves:
            last: float | None = None
            for step in range(int(w // 2) + 3):
                now = height_at(x - 2 + 2 * step)
                if now is not None:
                    low, high = (now, now) if last is None else (min(now, last), max(now, last))
                    if low < y + h + 1 and high > y - 1:
                        return False
                last = now
        return True

    def _put(self, line: TextLine, style: TextStyle, spots: Sequence[tuple[float, float]]) -> CurveLabel | None:
        w, h = line.width, style.line
        for on_levels in (False, True):
            for x, y in spots:
                if self._free(x, y, w, h, on_levels=on_levels):
                    self._taken.append((x, y, w, h))
                    return CurveLabel(PlacedLine(x, y + px.baseline(style), line), x, y, w, h)
        return None

    def keep_ring(self, point: EmotionPoint, ring: float) -> None:
        """Keep labels off the ring round ``point``."""
        self._taken.append((point.x - ring, self._y(point.score) - ring, 2 * ring, 2 * ring))

    def near_ring(self, name: str, point: EmotionPoint | None, ring: float) -> CurveLabel | None:
        """Beside, below or above the ring round ``point``."""
        if point is None:
            return None
        line = shape_line(name, px.CURVE_LABEL)
        w, h = line.width, px.CURVE_LABEL.line
        gap = ring + 3
        left, right, middle, y = point.x - gap - w, point.x + gap, point.x - w / 2, self._y(point.score)
        spots = [(left, y - h / 2), (right, y - h / 2)]
        spots += [(left, y + 3), (right, y + 3)]
        spots += [(middle, y + gap), (middle, y - gap - h)]
        spots += [(left, y - h), (right, y - h)]
        return self._put(line, px.CURVE_LABEL, spots)

    def near_fall(self, line: TextLine, start: EmotionPoint, end: EmotionPoint) -> CurveLabel | None:
        """At the upper right of the fall from ``start`` to ``end``, else along it or at the lower left."""
        w, h = line.width, px.CURVE_NOTE.line
        high, low = self._y(start.score), self._y(end.score)
        x, y = (start.x + end.x) / 2, (high + low) / 2
        top = self._frame[1] + 2
        spots = [
            (start.x + 9, top),
            (x, top),
            (start.x + 9, high - h / 2),
            (x + 6, high - h / 2),
            (x + 8, y - h / 2),
            (end.x, top),
        ]
        spots += [(x - w / 2, top), (x - w - 8, y - h / 2), (start.x - w - 9, high - h / 2)]
        spots += [(x - w - 8, low - h / 2), (x - w / 2, low + 6)]
        return self._put(line, px.CURVE_NOTE, spots)
