"""The layout of a whole map: every box, and what stands at a point."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from model.commands.places import Cell
from model.layout import metrics as px
from model.layout.boxes import (
    CardBox,
    CellBox,
    ChipBox,
    EmotionBox,
    EmotionPoint,
    EvidenceBox,
    LaneBox,
    LoopBox,
    PhaseBox,
    PlacedLine,
    StepBox,
)
from model.values import dataclass

if TYPE_CHECKING:
    from model.layout.follow import Made
    from model.layout.links import LinkBox


@dataclass(frozen=True, slots=True)
class LayoutOptions:
    """What the layout may depend on besides the document.  Zoom and paper are not among them: boxes are the same.

    ``emotion_height`` px (a poster gives its spare height to it); ``persona_ids`` the personas shown in their order
    on the map, None for all, the first of them with the shaded line; ``language`` of labels, None for the map's own;
    ``blank`` an empty form of the map: no cards, rooms to write in.

    ``evidence``: the bar of evidence under the phases and the marks on cards, None where the map uses evidence (rule
    EV4); ``aimed``: the line of the feeling aimed for and the gap to the one found; ``blind_spots``: the sign of
    touchpoints that no system records; ``borders``: where the journey comes to another department, with both names, and
    the hand-overs; ``links``: which links are drawn, those between touchpoints ("paths"), those
    between all cards ("all"), or none; ``chosen_ids``: cards whose links are drawn in any case; ``used_only``: leave
    out lanes in which nothing stands; ``fields``: what is written on cards below their text, ids of
    :func:`model.cardlines.line_ids`, unknown ones harmless.

    ``card_height`` is the least height of a card in px; ``lane_heights`` are (lane id, least height in px) of lanes
    that are kept as high as they were, and shown even when nothing stands in them any more.  ``phase_numbers`` are
    (phase id, number) of phases that are not counted from the first, since they are a part of a map.
    ``card_numbers``: whether paper shows the numbers of cards, whose room is kept in any case; ``card_strip`` px are
    left free at the left of each card, for the patterns of paper without colour.
    """

    emotion_height: float = px.EMOTION_H
    persona_ids: frozenset[str] | None = None
    language: str | None = None
    blank: bool = False
    evidence: bool | None = None
    aimed: bool = False
    blind_spots: bool = False
    borders: bool = False
    links: Literal["none", "paths", "all"] = "none"
    chosen_ids: frozenset[str] = frozenset()
    used_only: bool = False
    fields: tuple[str, ...] = ()
    card_height: float = 0.0
    lane_heights: tuple[tuple[str, float], ...] = ()
    phase_numbers: tuple[tuple[str, int], ...] = ()
    card_numbers: bool = True
    card_strip: float = 0.0


class _Remembers:
    """Has room for what cached properties remember, which values lack."""


@dataclass(frozen=True, slots=True, eq=False)
class MapLayout(_Remembers):
    """All boxes of a map by id, in px at 100 % zoom from its top left.  Mappings are in map order.

    ``cells`` go by (lane id, step id), in a lane that spans the phase by (lane id, phase id); ``stacks`` are the cards
    of each (lane id, step id) from top to bottom; ``emotions`` go by lane id.  ``links`` are those that are drawn
    (:mod:`model.layout.links`), ``links_key`` is all that their ways depend on.

    The headers of phases stand at ``phase_top``, below the ways back (``loops``) where the map has some; below them
    the row of ``evidence`` by phase id, where it is shown, with its name in the corner; then the headers of steps, at
    ``step_top``.

    Layouts are compared box by box (:meth:`diff`), not as a whole.  ``made`` is for the layout that follows this one
    (:mod:`model.layout.follow`) and for nothing else.
    """

    options: LayoutOptions
    width: float
    height: float
    header_height: float
    phases: Mapping[str, PhaseBox]
    steps: Mapping[str, StepBox]
    lanes: Mapping[str, LaneBox]
    cells: Mapping[tuple[str, str], CellBox]
    cards: Mapping[str, CardBox]
    stacks: Mapping[tuple[str, str], tuple[CardBox, ...]]
    emotions: Mapping[str, EmotionBox]
    chips: Mapping[tuple[str, str, str], ChipBox]
    links: Mapping[str, LinkBox]
    evidence: Mapping[str, EvidenceBox]
    header_width: float = px.LANE_HEADER_W
    links_key: object = None
    phase_top: float = 0.0
    step_top: float = px.PHASE_HEADER_H
    evidence_label: tuple[PlacedLine, ...] = ()
    loops: tuple[LoopBox, ...] = ()
    made: Made | None = None

    @property
    def phase_height(self) -> float:
        """The height of the row of phases."""
        return next((phase.h for phase in self.phases.values()), px.PHASE_HEADER_H)

    @property
    def evidence_height(self) -> float:
        """The height of the row of evidence, 0 where it is not shown."""
        return px.EVIDENCE_H if self.evidence else 0.0

    @cached_property
    def _lane_rows(self) -> tuple[list[float], list[LaneBox]]:
        rows = list(self.lanes.values())
        return [row.y for row in rows], rows

    @cached_property
    def _step_columns(self) -> tuple[list[float], list[StepBox]]:
        columns = list(self.steps.values())
        return [column.x for column in columns], columns

    # -- what stands at a point ------------------------------------------------------------------------------

    def lane_at(self, y: float) -> LaneBox | None:
        """The lane at a height of the map."""
        tops, rows = self._lane_rows
        i = bisect_right(tops, y) - 1
        return rows[i] if i >= 0 and y < rows[i].bottom else None

    def step_at(self, x: float) -> StepBox | None:
        """The step at an x of the map."""
        lefts, columns = self._step_columns
        i = bisect_right(lefts, x) - 1
        return columns[i] if i >= 0 and x < columns[i].right else None

    def cell_at(self, x: float, y: float) -> CellBox | None:
        """The cell at a point; the emotion lane has none."""
        lane, step = self.lane_at(y), self.step_at(x)
        if lane is None or step is None:
            return None
        return self.cells.get((lane.id, step.phase_id if lane.spans else step.id))

    def card_at(self, x: float, y: float) -> CardBox | None:
        """The card at a point."""
        lane, step = self.lane_at(y), self.step_at(x)
        if lane is None or step is None:
            return None
        return next((card for card in self.stacks.get((lane.id, step.id), ()) if card.holds(x, y)), None)

    def target_at(self, x: float, y: float) -> Cell | None:
        """Where a card dropped at a point goes: its lane, step, and the card before which it lands.

        None beside the map.  Whether the lane takes the card is for :func:`model.commands.places.landing` to say.
        """
        lane, step = self.lane_at(y), self.step_at(x)
        if lane is None or step is None:
            return None
        cards = self.stacks.get((lane.id, step.id), ())
        return Cell(lane.id, step.id, next((card.id for card in cards if y < card.y + card.h / 2), None))

    def insertion_line(self, target: Cell) -> tuple[float, float, float] | None:
        """Where a card would come at ``target``: the left end (x, y) and the length of a line, px."""
        lane, step = self.lanes.get(target.lane_id), self.steps.get(target.step_id)
        if lane is None or step is None:
            return None
        x = step.x + (step.w - px.CARD_W) / 2
        cards = self.stacks.get((lane.id, step.id), ())
        after = next((card for card in cards if card.id == target.before), None)
        if after is not None:
            return x, after.y - px.GAP / 2, px.CARD_W
        return x, cards[-1].bottom + px.GAP / 2 if cards else lane.y + px.CELL_PAD, px.CARD_W

    def phase_header_at(self, x: float, y: float) -> PhaseBox | None:
        """The phase whose chevron is at a point."""
        return next((box for box in self.phases.values() if box.holds(x, y)), None)

    def step_header_at(self, x: float, y: float) -> StepBox | None:
        """The step whose header is at a point."""
        return next((box for box in self.steps.values() if box.holds(x, y)), None)

    def lane_header_at(self, x: float, y: float) -> LaneBox | None:
        """The lane whose header is at a point."""
        return self.lane_at(y) if 0 <= x < self.header_width else None

    def emotion_point_at(self, x: float, y: float, radius: float = 10.0) -> EmotionPoint | None:
        """The point of a curve nearest to (x, y), at most ``radius`` px away; of two at one place the first's."""
        best: EmotionPoint | None = None
        least = radius * radius
        for box in self.emotions.values():
            if box.y - radius <= y <= box.bottom + radius:
                for series in box.series:
                    for point in series.points:
                        away = (point.x - x) ** 2 + (point.y - y) ** 2
                        if away < least or (best is None and away == least):
                            best, least = point, away
        return best

    def touchpoint_at(self, lane_id: str, x: float) -> str | None:
        """The touchpoint whose column of the emotion lane is nearest to x, in the step at x."""
        box, step = self.emotions.get(lane_id), self.step_at(x)
        if box is None or step is None:
            return None
        near = [(abs(at - x), touchpoint) for touchpoint, at in box.columns if step.x <= at < step.right]
        return min(near)[1] if near else None

    def chip_at(self, x: float, y: float) -> ChipBox | None:
        """The channel at a point of the channels lane."""
        return next((chip for chip in self.chips.values() if chip.holds(x, y)), None)

    # -- what changed ----------------------------------------------------------------------------------------

    def diff(self, old: MapLayout) -> frozenset[str]:
        """The ids of cards, phases, steps, lanes and emotion lanes whose boxes differ, came or went.

        A lane's id also stands for its chips and its curve, a phase's for its evidence and its way back.
        """
        changed: set[str] = set()
        tables: tuple[tuple[Mapping[str, object], Mapping[str, object]], ...] = (
            (self.cards, old.cards),
            (self.phases, old.phases),
            (self.steps, old.steps),
            (self.lanes, old.lanes),
            (self.emotions, old.emotions),
            (self.evidence, old.evidence),
            ({way.phase_id: way for way in self.loops}, {way.phase_id: way for way in old.loops}),
        )
        for now, before in tables:
            changed.update(now.keys() ^ before.keys())
            changed.update(i for i, box in now.items() if i in before and box is not before[i] and box != before[i])
        changed.update(key[0] for key in self.chips.keys() ^ old.chips.keys())
        changed.update(key[0] for key, chip in self.chips.items() if key in old.chips and chip != old.chips[key])
        return frozenset(changed)
