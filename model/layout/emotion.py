"""The emotion lane: one point per touchpoint and persona, the legend in its header, its two labels."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from model.document import Document
from model.draw.curve import CurveHeight
from model.i18n import signed, translate
from model.journey import Marks, marks
from model.layout import metrics as px
from model.layout.boxes import CurveLabel, EmotionBox, EmotionPoint, EmotionSeries, Legend, PlacedLine, StepBox
from model.records import Persona
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
BRACKET_X, BRACKET_W, BRACKET_PITCH = 5.0, 3.0, 4.0
"""Where the bracket of a gap stands right of its point, how wide it is, and how far those of two personas are apart."""


def persona_name(persona: Persona) -> str:
    """A persona's name, or what stands for it."""
    return persona.name.strip() or translate("Map", "Unnamed persona")


def persona_color(persona: Persona, place: int) -> str:
    """The token or literal of a persona's colour; ``place`` counts the map's personas from 0."""
    if isinstance(persona.color, str):
        return persona.color
    return f"persona.{(place if persona.color is None else persona.color) % 6}"


def columns(document: Document, steps: Mapping[str, StepBox]) -> tuple[tuple[str, float], ...]:
    """(touchpoint, x) of every touchpoint on the map: spread evenly inside its step, in map order."""
    by_step: dict[str, list[str]] = {}
    for item in document.touchpoints:
        by_step.setdefault(item.step_id or "", []).append(item.id)
    found: list[tuple[str, float]] = []
    for step_id, ids in by_step.items():
        box = steps[step_id]
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


def emotion_box(
    document: Document,
    lane_id: str,
    personas: Sequence[tuple[int, Persona]],
    places: tuple[tuple[str, float], ...],
    names: tuple[Legend, ...],
    frame: tuple[float, float, float],
    *,
    blank: bool = False,
    aimed: bool = False,
) -> EmotionBox:
    """The lane in ``frame`` (x, w, h on the map) as if it stood at the top of the map.

    Labels are in the current language.  ``blank`` leaves the feelings out, ``aimed`` takes those aimed for in.
    """
    x, w, h = frame
    zero, unit = h / 2, (h / 2 - px.EMOTION_PAD) / 2
    series: list[EmotionSeries] = []
    for i, (place, persona) in enumerate(personas):
        points: list[EmotionPoint] = []
        aims: list[EmotionPoint] = []
        for touchpoint_id, at in places:
            emotion = document.emotions.get((touchpoint_id, persona.id))
            if emotion is None or blank:
                continue
            if emotion.score is not None:
                points.append(EmotionPoint(touchpoint_id, persona.id, emotion.score, at, zero - emotion.score * unit))
            if emotion.aimed is not None and aimed:
                aims.append(EmotionPoint(touchpoint_id, persona.id, emotion.aimed, at, zero - emotion.aimed * unit))
        name, color = persona_name(persona), persona_color(persona, place)
        series.append(EmotionSeries(persona.id, place, name, color, i == 0, tuple(points), tuple(aims)))
    found: Marks[EmotionPoint] = marks(series[0].points if series else ())
    low_label, peak_label, end_label, fall_label = None, None, None, None
    if found.end is not None:
        room = _Room(series, frame)
        rings = [(found.lowest, RING), (found.peak, SMALL_RING), (found.end, SMALL_RING)]
        for point, ring in rings:
            if point is not None:
                room.keep_ring(point, ring)
        # What comes first gets the better place: where it goes wrong before where it goes well.
        low_label = room.near_ring(_names(found, found.lowest), found.lowest, RING)
        if found.fall is not None:
            size = found.fall[1].score - found.fall[0].score
            wording = translate("Map", "steepest fall {size}").format(size=signed(size))
            fall_label = room.near_fall(shape_line(wording, px.CURVE_NOTE), *found.fall)
        peak_label = room.near_ring(_names(found, found.peak), found.peak, SMALL_RING)
        if found.end not in (found.lowest, found.peak):
            end_label = room.near_ring(_names(found, found.end), found.end, SMALL_RING)
    return EmotionBox(
        x, 0.0, w, h, lane_id, zero, unit, tuple(series), places, names,
        found.lowest, low_label, fall_label, found.peak, peak_label, found.end, end_label,
    )  # fmt: skip


def lowered(box: EmotionBox, y: float) -> EmotionBox:
    """A lane that stood at the top of the map, at ``y``."""

    def point(p: EmotionPoint) -> EmotionPoint:
        return EmotionPoint(p.touchpoint_id, p.persona_id, p.score, p.x, p.y + y)

    def label(one: CurveLabel | None) -> CurveLabel | None:
        if one is None:
            return None
        line = PlacedLine(one.line.x, one.line.y + y, one.line.line)
        return CurveLabel(line, one.x, one.y + y, one.w, one.h)

    series = tuple(
        EmotionSeries(s.persona_id, s.persona, s.name, s.color, s.chosen, *(tuple(map(point, line)) for line in lines))
        for s, lines in ((s, (s.points, s.aimed)) for s in box.series)
    )
    # Marks are points of the first series, and one point may bear two of them.
    now = {id(old): new for old, new in zip(box.series[0].points, series[0].points, strict=True)} if series else {}

    def mark(p: EmotionPoint | None) -> EmotionPoint | None:
        return now[id(p)] if p is not None else None

    return EmotionBox(
        box.x, y, box.w, box.h, box.lane_id, box.zero + y, box.unit, series, box.columns, box.legend,
        mark(box.lowest), label(box.lowest_label), label(box.fall_label), mark(box.peak), label(box.peak_label),
        mark(box.end), label(box.end_label),
    )  # fmt: skip


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

    def __init__(self, series: Sequence[EmotionSeries], frame: tuple[float, float, float]) -> None:
        x, w, h = frame
        self._frame = x, 0.0, w, h
        lines = [line for one in series for line in (one.points, one.aimed)]
        self._curves = [CurveHeight([(p.x, p.y) for p in line]) for line in lines]
        self._markers = sorted((p.x, p.y) for line in lines for p in line)
        self._marker_xs = [x for x, _ in self._markers]
        self._taken: list[tuple[float, float, float, float]] = []
        for one in series:
            left = BRACKET_X + one.persona * BRACKET_PITCH
            for point, aim in one.gaps:
                self._taken.append((point.x + left, min(point.y, aim.y), BRACKET_W, abs(point.y - aim.y)))
        unit = (h / 2 - px.EMOTION_PAD) / 2
        self._levels = [h / 2 - score * unit for score in (-2, -1, 0, 1, 2)]

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
        self._taken.append((point.x - ring, point.y - ring, 2 * ring, 2 * ring))

    def near_ring(self, name: str, point: EmotionPoint | None, ring: float) -> CurveLabel | None:
        """Beside, below or above the ring round ``point``."""
        if point is None:
            return None
        line = shape_line(name, px.CURVE_LABEL)
        w, h = line.width, px.CURVE_LABEL.line
        gap = ring + 3
        left, right, middle = point.x - gap - w, point.x + gap, point.x - w / 2
        spots = [(left, point.y - h / 2), (right, point.y - h / 2)]
        spots += [(left, point.y + 3), (right, point.y + 3)]
        spots += [(middle, point.y + gap), (middle, point.y - gap - h)]
        spots += [(left, point.y - h), (right, point.y - h)]
        return self._put(line, px.CURVE_LABEL, spots)

    def near_fall(self, line: TextLine, start: EmotionPoint, end: EmotionPoint) -> CurveLabel | None:
        """At the upper right of the fall from ``start`` to ``end``, else along it or at the lower left."""
        w, h = line.width, px.CURVE_NOTE.line
        x, y = (start.x + end.x) / 2, (start.y + end.y) / 2
        top = self._frame[1] + 2
        spots = [
            (start.x + 9, top),
            (x, top),
            (start.x + 9, start.y - h / 2),
            (x + 6, start.y - h / 2),
            (x + 8, y - h / 2),
            (end.x, top),
        ]
        spots += [(x - w / 2, top), (x - w - 8, y - h / 2), (start.x - w - 9, start.y - h / 2)]
        spots += [(x - w - 8, end.y - h / 2), (x - w / 2, end.y + 6)]
        return self._put(line, px.CURVE_NOTE, spots)
