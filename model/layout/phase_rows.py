"""What the map says of whole phases round their headers: the way back to an earlier one, and how much is known.

Each has a row of its own, which a map without such a thing does not have.
"""

from __future__ import annotations

from collections.abc import Mapping

from model.document import Document
from model.evidence import Share, percents
from model.i18n import translate
from model.layout import metrics as px
from model.layout.boxes import EvidenceBox, LoopBox, PhaseBox, PlacedLine
from model.text.breaking import layout_text, shape_line

BAR_H, BAR_PAD = 8.0, 8.0
"""The bar of evidence is 8 px high in a row of 16, and ends 8 px from the edges of its phase."""
MARK, MARK_GAP, MARKS_GAP = 9.0, 3.0, 8.0
LEAST_BAR = 112.0
"""Percents stand beside the bar where it keeps this length."""
LOOP_ROW, LOOP_INSET = 18.0, 14.0
"""The height of one way back, and how far from the middle of a header it begins and ends."""


def loops(document: Document, phases: Mapping[str, PhaseBox]) -> tuple[tuple[LoopBox, ...], float]:
    """The ways back with their places on the map, and the height of their row: ``phases`` stand below it.

    Ways that would run over each other stand at several levels, the short ones lowest.
    """
    found: list[tuple[float, float, str, str]] = []
    for phase in document.phases:
        source, target = phases.get(phase.id), phases.get(phase.loop_to or "")
        if source is None or target is None or source is target:
            continue
        inset = LOOP_INSET if target.x < source.x else -LOOP_INSET
        start = source.x + source.w / 2 + inset
        found.append((start, target.x + target.w / 2 - inset, phase.id, target.id))
    taken: list[list[tuple[float, float]]] = []
    levels: dict[str, int] = {}
    for start, end, phase_id, _ in sorted(found, key=lambda row: abs(row[0] - row[1])):
        low, high = min(start, end) - 4, max(start, end) + 4
        free = (i for i, spans in enumerate(taken) if all(high < a or b < low for a, b in spans))
        level = next(free, len(taken))
        if level == len(taken):
            taken.append([])
        taken[level].append((low, high))
        levels[phase_id] = level
    height = len(taken) * LOOP_ROW
    boxes: list[LoopBox] = []
    for start, end, phase_id, target_id in found:
        top = height - (levels[phase_id] + 1) * LOOP_ROW
        label = translate("Map", "From {phase} back to {earlier}")
        if end > start:
            label = translate("Map", "From {phase} on to {later}")
        words = {"phase": phases[phase_id].name.strip(), "earlier": phases[target_id].name.strip()}
        boxes.append(
            LoopBox(
                min(start, end),
                top,
                abs(start - end),
                height - top,
                phase_id,
                target_id,
                start,
                end,
                top + LOOP_ROW / 2,
                label.format(later=words["earlier"], **words),
            )
        )
    return tuple(boxes), height


def evidence_boxes(shares: Mapping[str, Share], phases: Mapping[str, PhaseBox], y: float) -> dict[str, EvidenceBox]:
    """The bars of evidence in a row at ``y``; a phase in which nothing counts has an empty place."""
    return {phase.id: _evidence_box(phase, shares.get(phase.id, Share()), y) for phase in phases.values()}


def evidence_words(share: Share) -> str:
    """A share in words of the current language, strongest first; nothing where nothing counts."""
    if not share.total:
        return ""
    whole = percents(share)
    return translate("Map", "{measured} % measured, {observed} % observed, {assumption} % assumption").format(
        measured=whole.measured, observed=whole.observed, assumption=whole.assumption
    )


def _evidence_box(phase: PhaseBox, share: Share, y: float) -> EvidenceBox:
    left, width = BAR_PAD, phase.w - 2 * BAR_PAD
    marks: list[tuple[float, str, PlacedLine]] = []
    if share.total:
        whole = percents(share)
        rows = (("measured", whole.measured), ("observed", whole.observed), ("assumption", whole.assumption))
        texts = [(name, translate("Map", "{number} %").format(number=value)) for name, value in rows if value]
        lines = [(name, shape_line(text, px.META)) for name, text in texts]
        needed = sum(MARK + MARK_GAP + line.width + MARKS_GAP for _, line in lines)
        if width - needed >= LEAST_BAR:
            width -= needed
            x, base = left + width + MARKS_GAP, (px.EVIDENCE_H - px.META.line) / 2 + px.baseline(px.META)
            for name, line in lines:
                marks.append((x, name, PlacedLine(x + MARK + MARK_GAP, base, line)))
                x += MARK + MARK_GAP + line.width + MARKS_GAP
    words = evidence_words(share)
    label = translate("Map", "Evidence of {phase}: {share}").format(phase=phase.name.strip(), share=words)
    return EvidenceBox(
        phase.x, y, phase.w, px.EVIDENCE_H, phase.id, *share, left, width, tuple(marks), label if words else ""
    )  # fmt: skip


def evidence_label(lang: str) -> tuple[PlacedLine, ...]:
    """The name of the row of evidence, from the row's left end; nothing where a language has no word that fits."""
    lines = layout_text(translate("Map", "Evidence"), px.META, px.LANE_HEADER_W - 12, lang=lang)
    base = (px.EVIDENCE_H - px.META.line) / 2 + px.baseline(px.META)
    return (PlacedLine(10.0, base, lines[0]),) if len(lines) == 1 else ()
