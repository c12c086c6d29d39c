"""Draws what stands round the headers of phases: the row of evidence, and the ways back above them."""

from __future__ import annotations

from model.draw import marks
from model.draw.card_painter import HELICOPTER, LINES, line_op
from model.draw.displaylist import Group, Op, Path, Rect, Segments, polyline
from model.draw.shapes import arc
from model.layout.boxes import EvidenceBox, LoopBox, PlacedLine
from model.layout.maplayout import MapLayout
from model.layout.phase_rows import BAR_H, LOOP_ROW, MARK

BEND = 6.0
"""The radius of the corners of a way back."""
ARROW = 4.0
LOOP_ICON = 14.0
_HALF_PI = 1.5707963267948966


def paint_evidence(box: EvidenceBox) -> Group:
    """How much is known of a phase: the bar, and the percents where they have room."""
    share = (box.measured, box.observed, box.assumption)
    if not any(share):
        return Group((), box.x, box.y, role="evidence")
    ops: list[Op] = list(marks.evidence_bar(share, box.bar_x, (box.h - BAR_H) / 2, box.bar_w, BAR_H, "ink.2"))
    if box.marks:
        near: list[Op] = []
        for x, evidence, digits in box.marks:
            near.append(Group(marks.evidence_ops(evidence, "ink.2", MARK), x, (box.h - MARK) / 2))
            near.append(line_op(digits, "ink.2"))
        ops.append(Group(tuple(near), min_zoom=LINES))
    return Group(tuple(ops), box.x, box.y, role="evidence", label=box.label)


def paint_evidence_label(lines: tuple[PlacedLine, ...], top: float) -> Group:
    """The name of the row of evidence, in the corner."""
    return Group(tuple(line_op(line, "ink.2") for line in lines), 0, top, role="evidence", min_zoom=LINES)


def paint_loop(box: LoopBox) -> Group:
    """A way back: up from a phase, over the others, and down with an arrow to the earlier one."""
    way = 1 if box.end > box.start else -1
    bottom, level = box.bottom - 2, box.level
    r = min(BEND, abs(box.end - box.start) / 2, bottom - level)
    turned: Segments
    if way < 0:
        turned = (
            ("M", (box.start, bottom)),
            ("L", (box.start, level + r)),
            arc(box.start - r, level + r, r, 0, -_HALF_PI),
            ("L", (box.end + r, level)),
            arc(box.end + r, level + r, r, -_HALF_PI, -2 * _HALF_PI),
            ("L", (box.end, bottom)),
        )
    else:
        turned = (
            ("M", (box.start, bottom)),
            ("L", (box.start, level + r)),
            arc(box.start + r, level + r, r, 2 * _HALF_PI, 3 * _HALF_PI),
            ("L", (box.end - r, level)),
            arc(box.end - r, level + r, r, -_HALF_PI, 0),
            ("L", (box.end, bottom)),
        )
    tip = polyline(((box.end - ARROW, bottom - ARROW), (box.end, bottom), (box.end + ARROW, bottom - ARROW)))
    line: tuple[Op, ...] = (
        Path(turned, None, "ink.2", 1.6, round_caps=True),
        Path(tip, None, "ink.2", 1.6, round_caps=True),
    )
    middle = (box.start + box.end) / 2
    sign: tuple[Op, ...] = (
        Rect(middle - LOOP_ROW / 2 - 2, level - 3, LOOP_ROW + 4, 6, "wall.lane_alt"),
        marks.icon("arrow-loop-right", middle - LOOP_ICON / 2, level - LOOP_ICON / 2, LOOP_ICON, "ink.2"),
    )
    ops = (Group(line), Group(sign, min_zoom=HELICOPTER))
    return Group(ops, source_id=box.phase_id, role="loop", label=box.label)


def paint_phase_rows(layout: MapLayout) -> tuple[Group, ...]:
    """All that stands round the headers of phases, at its place on the map."""
    found = [paint_loop(box) for box in layout.loops]
    found += [paint_evidence(box) for box in layout.evidence.values()]
    if layout.evidence_label:
        found.append(paint_evidence_label(layout.evidence_label, layout.step_top - layout.evidence_height))
    return tuple(found)
