"""Draws a laid out map: background, headers, chips, lines of feelings, cards, each as a group of its own.

Every group stands at its place on the map and tells its record, so that the canvas can draw one again alone, pin
headers to the edges, and a PDF can tag them.  What the zoom shows is in the groups (``min_zoom``, ``max_zoom``).
"""

from __future__ import annotations

from collections.abc import Mapping

from model.document import Document
from model.draw import marks
from model.draw.card_painter import HELICOPTER, LINES, line_op, paint_card
from model.draw.curve import CurveHeight, area, curve
from model.draw.displaylist import Clip, DisplayList, Group, Op, Path, Rect, Segment, ellipse
from model.draw.phase_painter import paint_phase_rows
from model.draw.shapes import chevron
from model.i18n import speaking, translate
from model.journey import steepest_fall
from model.layout import metrics as px
from model.layout.boxes import ChipBox, EmotionBox, EmotionPoint, LaneBox, PhaseBox, StepBox
from model.layout.emotion import (
    BRACKET_PITCH,
    BRACKET_W,
    BRACKET_X,
    RING,
    SAMPLE_W,
    SCALE_FACE,
    SCALE_LEFT,
    SMALL_RING,
)
from model.layout.headers import PROMPT_ICON
from model.layout.maplayout import MapLayout
from model.scale import score_text
from model.values import dataclass

COLOR_BAR = 4.0
"""The width of a lane's own colour at its left edge, and the height of a step's."""
FALL_BAND, FALL_OPACITY = 10.0, 0.22
"""The band of the steepest fall: px wide, and how much of its colour is seen."""
FALL_W, FALL_H = 11.0, 9.0
"""The arrow on it."""
AIMED_W = 1.3
"""The width of a line of feelings aimed for, px."""
FAR_LINE = 2.6
"""How much heavier lines of feelings are drawn from far away, where they would else be thinner than a pixel."""


@dataclass(frozen=True, slots=True)
class MapPicture:
    """The groups of a map by the record they show, each at its place on the map."""

    background: Group
    phases: Mapping[str, Group]
    steps: Mapping[str, Group]
    lanes: Mapping[str, Group]
    prompts: Mapping[str, Group]
    chips: Mapping[str, Group]
    emotions: Mapping[str, Group]
    cards: Mapping[str, Group]
    phase_rows: tuple[Group, ...]
    links: Mapping[str, Group]

    @property
    def ops(self) -> DisplayList:
        """Everything from back to front."""
        return (
            self.background,
            *self.emotions.values(),
            *self.chips.values(),
            *self.prompts.values(),
            *self.links.values(),
            *self.cards.values(),
            *self.lanes.values(),
            *self.steps.values(),
            *self.phase_rows,
            *self.phases.values(),
        )


def paint_map(layout: MapLayout, document: Document) -> MapPicture:
    """The picture of ``layout``.  Labels are in the language of the layout."""
    with speaking(layout.options.language or document.info.language):
        return MapPicture(
            paint_background(layout),
            {box.id: paint_phase(box) for box in layout.phases.values()},
            {box.id: paint_step(box) for box in layout.steps.values() if box.h},
            {box.id: paint_lane(box, layout.emotions.get(box.id)) for box in layout.lanes.values()},
            {box.id: paint_prompt(box) for box in layout.lanes.values() if box.prompt or box.hints},
            paint_chips(layout),
            {lane_id: paint_emotion(box) for lane_id, box in layout.emotions.items()},
            {card.id: paint_card(card, document) for card in layout.cards.values()},
            paint_phase_rows(layout),
            _links(layout, document),
        )


def _links(layout: MapLayout, document: Document) -> dict[str, Group]:
    if not layout.links:
        return {}
    from model.draw.link_painter import paint_links  # only where there are some

    return paint_links(layout, document)


def paint_background(layout: MapLayout) -> Group:
    """The wall: tints of the lanes, lines between lanes, phases and steps.  Headers are not tinted on paper."""
    left, w, h = layout.header_width, layout.width, layout.height
    heads: list[Op] = [Rect(0, 0, left, h, "wall.lane_alt")]
    below = layout.phase_top + layout.phase_height
    if layout.phase_top:
        heads.append(Rect(0, 0, w, layout.phase_top, "wall.lane_alt"))
    if layout.header_height > below:
        heads.append(Rect(0, below, w, layout.header_height - below, "wall.lane_alt"))
    ops: list[Op] = [Rect(0, 0, w, h, "wall.base"), Group(tuple(heads), paper=False)]
    if layout.evidence and layout.header_height > layout.step_top:
        ops.append(Rect(0, layout.step_top - 1, w, 1, "wall.grid"))
    if layout.header_height > below:
        ops.append(Rect(0, layout.header_height - 1, w, 1, "wall.grid"))
    for lane in layout.lanes.values():
        if lane.kind == "emotion":
            ops.append(Rect(left, lane.y, w - left, lane.h, "wall.emotion"))
        elif lane.index % 2:
            ops.append(Rect(left, lane.y, w - left, lane.h, "wall.lane_alt"))
        ops.append(Rect(0, lane.bottom - 1, w, 1, "wall.grid"))
    for step in layout.steps.values():
        if step.first:
            continue
        for lane in layout.lanes.values():
            if not lane.spans:
                ops.append(Rect(step.x, lane.y, 1, lane.h - 1, "wall.grid"))
    bottom = h - below
    for phase in layout.phases.values():
        ops.append(Rect(phase.x, below, 1, bottom, "wall.phase_line"))
    if layout.phases:
        ops.append(Rect(w - 1, below, 1, bottom, "wall.phase_line"))
    return Group(tuple(ops), role="background")


def paint_phase(box: PhaseBox) -> Group:
    """A phase's header: chevron, number, name."""
    middle = px.PHASE_PAD_LEFT + px.DISC / 2
    near: tuple[Op, ...] = (
        Path(ellipse(middle, box.h / 2, px.DISC / 2), "phase.number_fill"),
        line_op(box.digits, "phase.number_ink"),
        *(line_op(line, "phase.ink") for line in box.lines if line.line.runs),
    )
    arrow = Path(chevron(box.w, box.h, px.CHEVRON_TIP, box.first), box.color, box.color, 2, round_caps=True)
    label = f"{box.number} {box.name}".strip()
    return Group((arrow, Group(near, min_zoom=HELICOPTER)), box.x, box.y, source_id=box.id, role="phase", label=label)


def paint_step(box: StepBox) -> Group:
    """A step's header: its name, and its own colour as a bar below."""
    ops: list[Op] = []
    if box.color is not None:
        ops.append(Rect(1, box.h - COLOR_BAR, box.w - 1, COLOR_BAR - 1, box.color))
    if not box.first:
        ops.append(Rect(0, 4, 1, box.h - 8, "wall.phase_line"))
    ops.append(Group(tuple(line_op(line, "ink.2") for line in box.lines), min_zoom=LINES))
    return Group(tuple(ops), box.x, box.y, source_id=box.id, role="step", label=box.name.strip())


def paint_lane(box: LaneBox, emotion: EmotionBox | None = None) -> Group:
    """A lane's header: icon, name, count; in the emotion lane also the scale and whose line is whose."""
    ground = (
        Rect(0, 0, px.LANE_HEADER_W, box.h - 1, "wall.lane_alt"),
        Rect(0, box.h - 1, px.LANE_HEADER_W, 1, "wall.grid"),
    )
    ops: list[Op] = [Group(ground, paper=False)]
    if box.color is not None:
        ops.append(Rect(0, 0, COLOR_BAR, box.h - 1, box.color))
    ops.append(marks.icon(box.icon, px.LANE_PAD_LEFT, px.LANE_PAD_TOP, px.LANE_ICON, "ink.2"))
    near: list[Op] = [line_op(line, "ink.1") for line in box.lines]
    if box.count_line is not None:
        near.append(line_op(box.count_line, "ink.2"))
    if emotion is not None:
        for score in (2, 0, -2):
            y = emotion.y_of(score) - emotion.y - SCALE_FACE / 2
            near.append(marks.face(score, 0, SCALE_LEFT, y, SCALE_FACE))
        for row in emotion.legend:
            if row.aimed:
                near += aimed_sample(row.x, row.y, SAMPLE_W, row.color, "wall.lane_alt")
                near += [line_op(line, "ink.1") for line in row.lines]
                continue
            near += marks.line_sample(row.persona, row.color, row.chosen, row.x, row.y, SAMPLE_W, "wall.lane_alt")
            near += [line_op(line, "ink.1") for line in row.lines]
    ops.append(Group(tuple(near), min_zoom=HELICOPTER))
    return Group(tuple(ops), box.x, box.y, source_id=box.id, role="lane", label=box.name)


def paint_prompt(box: LaneBox) -> Group:
    """What an empty lane and the phases of an empty map ask; on paper only on a form to fill in."""
    hints = tuple(line_op(line, "ink.2") for line in box.hints)
    if box.written:
        return Group(hints, box.x, box.y, box.id, "prompt")
    ops: list[Op] = list(hints)
    if not box.prompt:
        return Group(tuple(ops), box.x, box.y, box.id, "prompt", min_zoom=LINES, paper=False)
    if box.kind == "emotion":  # keep the levels of the scale off the words
        left = min(line.x for line in box.prompt)
        right = max(line.x + line.line.width for line in box.prompt)
        top, bottom = box.prompt_icon[1], box.prompt[-1].y + px.PROMPT.line - px.baseline(px.PROMPT)
        ops.append(Rect(left - 4, top - 2, right - left + 8, bottom - top + 4, "wall.emotion"))
    ops.append(marks.icon(box.icon, *box.prompt_icon, PROMPT_ICON, "ink.3"))
    ops += [line_op(line, "ink.2") for line in (*box.prompt, *box.how)]
    return Group(tuple(ops), box.x, box.y, box.id, "prompt", min_zoom=LINES, paper=False)


def paint_chips(layout: MapLayout) -> dict[str, Group]:
    """The channels of each channels lane, by lane."""
    rows: dict[str, list[Op]] = {}
    for chip in layout.chips.values():
        rows.setdefault(chip.lane_id, []).append(paint_chip(chip))
    return {lane_id: Group(tuple(ops), source_id=lane_id, role="channels") for lane_id, ops in rows.items()}


def paint_chip(chip: ChipBox) -> Group:
    """One channel of a step."""
    ops = marks.chip(chip.icon, chip.medium, 0, 0, chip.w, chip.h)
    return Group(ops, chip.x, chip.y, source_id=chip.channel_id, role="channel", label=chip.name)


def paint_emotion(box: EmotionBox) -> Group:
    """The lines of feelings: scale, shade of the chosen persona, every line, every point, the two labels."""
    x, w = box.x, box.w
    ops: list[Op] = [Rect(x, box.y_of(score) - 0.5, w, 1, "wall.grid") for score in (2, 1, -1, -2)]
    if box.series:
        points = [(p.x, p.y) for p in box.series[0].points]
        shade = area(points, box.zero)
        if shade:
            ops.append(Clip(x, box.y, w, box.zero - box.y, (Path(shade, "emotion.above"),)))
            ops.append(Clip(x, box.zero, w, box.bottom - box.zero, (Path(shade, "emotion.below"),)))
    ops.append(Rect(x, box.zero - 0.6, w, 1.2, "emotion.zero"))
    ops += _aimed(box)
    fall = fall_of(box)
    if fall is not None:
        ops.append(_fall_band(box, fall))
    for series in reversed(box.series):
        segments = curve([(p.x, p.y) for p in series.points])
        width = 2.6 if series.chosen else 2.0
        if segments:
            dash = marks.DASHES[series.persona % 4]
            line = Path(segments, None, series.color, width, dash, round_caps=series.chosen and not dash)
            far = Path(segments, None, series.color, width * FAR_LINE, tuple(v * FAR_LINE for v in dash))
            ops.append(Group((line,), min_zoom=HELICOPTER))
            ops.append(Group((far,), max_zoom=HELICOPTER, paper=False))
        r, fill = (3.1, series.color) if series.chosen else (2.9, "wall.emotion")
        ops += [
            Group(
                (marks.marker(series.persona, p.x, p.y, series.color, r, fill),),
                source_id=p.touchpoint_id,
                role="point",
                min_zoom=HELICOPTER,
            )
            for p in series.points
        ]
    if fall is not None:
        x, y = (fall[0].x + fall[1].x) / 2, (fall[0].y + fall[1].y) / 2
        at = CurveHeight([(p.x, p.y) for p in box.series[0].points])(x)
        arrow = marks.fall_arrow(x, y if at is None else at, FALL_W, FALL_H)
        ops.append(Group((arrow,), role="fall", min_zoom=HELICOPTER))
    rings = [Path(ellipse(p.x, p.y, SMALL_RING), None, "ink.2", 1.1) for p in _small_rings(box)]
    if box.lowest is not None:
        rings.append(Path(ellipse(box.lowest.x, box.lowest.y, RING), None, "ink.1", 1.8))
    if rings:
        ops.append(Group(tuple(rings), min_zoom=HELICOPTER))
    named = (
        (box.lowest_label, "ink.1"),
        (box.peak_label, "ink.2"),
        (box.end_label, "ink.2"),
        (box.fall_label, "ink.2"),
    )
    labels = [line_op(label.line, color) for label, color in named if label is not None]
    labels += [line_op(line, "ink.3") for line in box.ticks]
    if labels:
        ops.append(Group(tuple(labels), min_zoom=LINES))
    return Group(tuple(ops), source_id=box.lane_id, role="curve", label=emotion_label(box))


def _small_rings(box: EmotionBox) -> list[EmotionPoint]:
    """The peak and the end, without what the ring of the lowest point says already."""
    found: list[EmotionPoint] = []
    for point in (box.peak, box.end):
        if point is not None and point is not box.lowest and point not in found:
            found.append(point)
    return found


def fall_of(box: EmotionBox) -> tuple[EmotionPoint, EmotionPoint] | None:
    """Where the steepest drop of the chosen persona begins and ends (CV5)."""
    return steepest_fall(box.series[0].points) if box.series else None


def _fall_band(box: EmotionBox, fall: tuple[EmotionPoint, EmotionPoint]) -> Group:
    """A wide band below the line where it falls most, so that the fall is seen where there is no room for its name."""
    points = box.series[0].points
    first, last = points.index(fall[0]), points.index(fall[1])
    whole = curve([(p.x, p.y) for p in points])  # its form depends on the neighbours: the very same curve, cut out
    start: Segment = ("M", (fall[0].x, fall[0].y))
    band = Path((start, *whole[first + 1 : last + 1]), None, "ink.2", FALL_BAND, (), round_caps=True)
    return Group((band,), min_zoom=HELICOPTER, opacity=FALL_OPACITY)


def _aimed(box: EmotionBox) -> list[Op]:
    """The feelings aimed for, below the lines of those found: thin lines, targets, and brackets at the gaps."""
    ops: list[Op] = []
    for series in reversed(box.series):
        if not series.aimed:
            continue
        segments = curve([(p.x, p.y) for p in series.aimed])
        if segments:
            ops.append(Path(segments, None, series.color, AIMED_W, marks.aimed_dash(series.persona)))
        left = BRACKET_X + series.persona * BRACKET_PITCH
        ops += [
            marks.bracket(found.x + left, min(found.y, aim.y), max(found.y, aim.y), BRACKET_W, series.color)
            for found, aim in series.gaps
        ]
        for point in series.aimed:
            ops += marks.aim(series.persona, point.x, point.y, series.color, "wall.emotion")
    return [Group(tuple(ops), role="aimed", min_zoom=HELICOPTER)] if ops else []


def aimed_sample(x: float, y: float, w: float, color: str, ground: str, scale: float = 1.0) -> tuple[Op, ...]:
    """A stretch of a line of feelings aimed for from (x, y) to the right, with its target in the middle."""
    dash = tuple(v * scale for v in marks.aimed_dash(0))
    line = Path((("M", (x, y)), ("L", (x + w, y))), None, color, AIMED_W * scale, dash)
    return (line, *marks.aim(0, x + w / 2, y, color, ground, scale))


def emotion_label(box: EmotionBox) -> str:
    """The lines in words: every persona with the scores from left to right."""
    parts = [
        translate("Map", "{name}: {scores}").format(
            name=series.name, scores=", ".join(score_text(point.score, box.scale) for point in series.points)
        )
        for series in box.series
        if series.points
    ]
    parts += [
        translate("Map", "{name}, aimed for: {scores}").format(
            name=series.name, scores=", ".join(score_text(point.score, box.scale) for point in series.aimed)
        )
        for series in box.series
        if series.aimed
    ]
    return translate("Map", "Feelings from left to right. {lines}").format(lines="; ".join(parts)) if parts else ""
