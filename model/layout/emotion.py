"""The emotion lane: one point per touchpoint and persona, the legend in its header, its two labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from model.document import Document
from model.draw.curve import CurveHeight
from model.i18n import signed, translate
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
LEAST_FALL = 2
"""A fall of fewer scores has no name."""


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


def legend(personas: Sequence[tuple[int, Persona]], top: float, lang: str) -> tuple[tuple[Legend, ...], float]:
    """The personas' lines and names below ``top`` in the header, and where they end.

    A map with one persona without a name needs no legend.
    """
    if not personas or (len(personas) == 1 and not personas[0][1].name.strip()):
        return (), top
    found: list[Legend] = []
    left = px.LANE_PAD_LEFT + SAMPLE_W + SAMPLE_GAP
    for i, (place, persona) in enumerate(personas):
        broken = layout_text(persona_name(persona), LEGEND, SCALE_LEFT - 2 - left, lang=lang)
        lines = tuple(
            PlacedLine(left, top + n * LEGEND.line + px.baseline(LEGEND), line) for n, line in enumerate(broken)
        )
        color = persona_color(persona, place)
        found.append(Legend(place, color, i == 0, px.LANE_PAD_LEFT, top + LEGEND.line / 2, lines))
        top += len(lines) * LEGEND.line + LEGEND_GAP
    return tuple(found), top - LEGEND_GAP


def emotion_box(
    document: Document,
    lane_id: str,
    personas: Sequence[tuple[int, Persona]],
    places: tuple[tuple[str, float], ...],
    names: tuple[Legend, ...],
    frame: tuple[float, float, float, float],
    *,
    blank: bool = False,
) -> EmotionBox:
    """The lane in ``frame`` (x, y, w, h on the map).  Labels are in the current language."""
    x, y, w, h = frame
    zero, unit = y + h / 2, (h / 2 - px.EMOTION_PAD) / 2
    series: list[EmotionSeries] = []
    for i, (place, persona) in enumerate(personas):
        points: list[EmotionPoint] = []
        for touchpoint_id, at in places:
            emotion = document.emotions.get((touchpoint_id, persona.id))
            if emotion is not None and emotion.score is not None and not blank:
                points.append(EmotionPoint(touchpoint_id, persona.id, emotion.score, at, zero - emotion.score * unit))
        series.append(
            EmotionSeries(
                persona.id, place, persona_name(persona), persona_color(persona, place), i == 0, tuple(points)
            )
        )
    lowest, low_label, fall_label = None, None, None
    if series and len(series[0].points) > 1:
        room = _Room(series, frame)
        points = list(series[0].points)
        lowest = min(points, key=lambda p: p.score)
        if lowest.score < 0:
            text = shape_line(translate("Map", "Low point"), px.CURVE_LABEL)
            low_label = room.near_ring(text, lowest)
        else:
            lowest = None
        fall = steepest_fall(points)
        if fall is not None:
            size = fall[1].score - fall[0].score
            wording = translate("Map", "steepest fall {size}").format(size=signed(size))
            fall_label = room.near_fall(shape_line(wording, px.CURVE_NOTE), *fall)
    return EmotionBox(
        x, y, w, h, lane_id, zero, unit, tuple(series), places, names, lowest, low_label, fall_label
    )  # fmt: skip


def steepest_fall(points: Sequence[EmotionPoint]) -> tuple[EmotionPoint, EmotionPoint] | None:
    """Where the feeling falls furthest without rising or resting on its way: its first and last point."""
    best: tuple[EmotionPoint, EmotionPoint] | None = None
    start = 0
    for i in range(1, len(points)):
        if points[i].score >= points[i - 1].score:
            start = i
        elif best is None or points[start].score - points[i].score > best[0].score - best[1].score:
            best = (points[start], points[i])
    return best if best is not None and best[0].score - best[1].score >= LEAST_FALL else None


class _Room:
    """Finds places for labels that touch no line, no marker, no other label and not the edge of the lane.

    A place between the levels of the scale comes before one on them.
    """

    def __init__(self, series: Sequence[EmotionSeries], frame: tuple[float, float, float, float]) -> None:
        self._frame = frame
        self._curves = [CurveHeight([(p.x, p.y) for p in one.points]) for one in series]
        self._markers = [(p.x, p.y) for one in series for p in one.points]
        self._taken: list[tuple[float, float, float, float]] = []
        top, height = frame[1], frame[3]
        unit = (height / 2 - px.EMOTION_PAD) / 2
        self._levels = [top + height / 2 - score * unit for score in (-2, -1, 0, 1, 2)]

    def _free(self, x: float, y: float, w: float, h: float, *, on_levels: bool) -> bool:
        left, top, width, height = self._frame
        if x < left + 2 or y < top + 1 or x + w > left + width - 2 or y + h > top + height - 1:
            return False
        if not on_levels and any(y < level < y + h for level in self._levels):
            return False
        if any(x < b[0] + b[2] and b[0] < x + w and y < b[1] + b[3] and b[1] < y + h for b in self._taken):
            return False
        if any(x - 5 < mx < x + w + 5 and y - 4 < my < y + h + 4 for mx, my in self._markers):
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

    def near_ring(self, line: TextLine, point: EmotionPoint) -> CurveLabel | None:
        """Beside, below or above the ring round ``point``."""
        w, h = line.width, px.CURVE_LABEL.line
        gap = RING + 3
        self._taken.append((point.x - RING, point.y - RING, 2 * RING, 2 * RING))
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
