"""Small sums of a poster: how blocks fill columns, how far a size runs beyond a sheet, what a sheet is called, and in
which order a map is read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import Literal

from model.draw.displaylist import DisplayList, Op
from model.draw.map_painter import MapPicture
from model.draw.poster_head import Block
from model.i18n import translate
from model.layout.maplayout import MapLayout
from model.values import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """A way to fill the sheet: mm per px, where the head stands, how much its sizes are multiplied, and over how many
    columns at the left it is spread."""

    side: Literal["left", "top"]
    scale: float
    head: float
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Frame:
    """The sheet and its margin in mm, and what a px of the example poster is on such a sheet, as they were: sums of
    fractions are not exact, and a hair less breaks lines elsewhere."""

    sheet: tuple[float, float]
    margin: float
    usual: float


PAPER_NAMES = {(841, 1189): "A0", (594, 841): "A1", (420, 594): "A2", (297, 420): "A3", (210, 297): "A4"}


def balanced(parts: Sequence[Block], columns: int, gap: float) -> list[list[Block]]:
    """``parts`` in their order over at most ``columns`` columns, so that the longest is as short as can be."""
    if not parts or columns <= 0:
        return [list(parts)] if parts else []
    best: list[list[Block]] = [list(parts)]
    least = float("inf")
    for count in range(min(columns, len(parts))):
        for cuts in combinations(range(1, len(parts)), count):
            edges = (0, *cuts, len(parts))
            stacks = [list(parts[a:b]) for a, b in pairwise(edges)]
            tallest = max(sum(block.h for block in stack) + gap * (len(stack) - 1) for stack in stacks)
            if tallest < least:
                best, least = stacks, tallest
    return best


def beyond(width: float, height: float, wide: float | None, high: float | None) -> float:
    """How far a size runs beyond a sheet, as a factor of the side that lacks most; below 1 where it fits."""
    return max(width / wide if wide else 0.0, height / high if high else 0.0, width * height * 1e-12)


def paper_name(width: float, height: float) -> str:
    """The sheet in words; nothing for a sheet of no standard size."""
    short, long = sorted((round(width), round(height)))
    name = PAPER_NAMES.get((short, long))
    if name is None:
        return ""
    if width > height:
        return translate("Poster", "{paper} landscape").format(paper=name)
    return translate("Poster", "{paper} portrait").format(paper=name)


def reading_order(picture: MapPicture, layout: MapLayout) -> DisplayList:
    """The map's groups as they are read: lanes, then phase by phase its header, steps and cards, then the lines of
    feelings and the links."""
    ops: list[Op] = [picture.background, *picture.chips.values(), *picture.lanes.values(), *picture.phase_rows]
    for phase in layout.phases.values():
        ops.append(picture.phases[phase.id])
        for step_id in phase.step_ids:
            if step_id in picture.steps:
                ops.append(picture.steps[step_id])
            for lane_id in layout.lanes:
                ops += [picture.cards[card.id] for card in layout.stacks.get((lane_id, step_id), ())]
    return (*ops, *picture.prompts.values(), *picture.emotions.values(), *picture.links.values())
