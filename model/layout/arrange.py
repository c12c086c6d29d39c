"""Lays a map out: ``lay_out(document) -> MapLayout``, pure, in px at 100 % zoom.

Columns are steps, 160 px wide; a phase is as wide as its steps, wider when its name needs it.  Rows are lanes, as
high as their highest cell.  In a lane that spans the phase the cell is the whole phase; its cards still stand in the
column of their step, so that a card stands under its touchpoint and lands where it is dropped.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from model.document import Document
from model.evidence import evidence_used
from model.i18n import speaking
from model.kinds import LANE_KINDS
from model.layout import metrics as px
from model.layout.boxes import (
    Box,
    CardBody,
    CardBox,
    CellBox,
    ChipBox,
    EmotionBox,
    EvidenceBox,
    LaneBox,
    PhaseBox,
    PlacedLine,
    StepBox,
)
from model.layout.cards import CardKeys, card_body
from model.layout.emotion import columns, emotion_box, legend
from model.layout.headers import LaneHeader, phase_box, phase_width, step_box, step_header_height
from model.layout.maplayout import LayoutOptions, MapLayout
from model.layout.phase_rows import evidence_boxes, evidence_label, loops
from model.records import Lane
from model.values import replace

B = TypeVar("B")
K = TypeVar("K")

BLANK_ROWS = 2
"""How many touchpoints of two lines fit in a cell of an empty form."""
BLANK_CARD_H = 66.0


def lay_out(document: Document, options: LayoutOptions | None = None, previous: MapLayout | None = None) -> MapLayout:
    """The boxes of ``document``.  ``previous`` only saves time: boxes that come out equal are its very objects."""
    chosen = options or LayoutOptions()
    with speaking(chosen.language or document.info.language):
        layout = _Arrangement(document, chosen, previous).result()
    return _with_links(layout, document, previous)


def relink(layout: MapLayout, document: Document, options: LayoutOptions) -> MapLayout:
    """``layout`` with the links that ``options`` ask for.  They may differ from its own in that and nothing else."""
    return _with_links(replace(layout, options=options, links={}, links_key=None), document, layout)


def _with_links(layout: MapLayout, document: Document, previous: MapLayout | None) -> MapLayout:
    if layout.options.links == "none" and not layout.options.chosen_ids:
        return layout
    from model.layout.links import link_boxes  # a map shows its links when asked to, not at the start

    links, key = link_boxes(layout, document, previous)
    return replace(layout, links=links, links_key=key)


def kept(table: Mapping[K, B], key: K, box: B) -> B:
    """The equal box of the layout before, if it has one."""
    old = table.get(key)
    return old if old is not None and old == box else box


_NOTHING = MapLayout(LayoutOptions(), 0.0, 0.0, 0.0, {}, {}, {}, {}, {}, {}, {}, {})


class _Arrangement:
    def __init__(self, document: Document, options: LayoutOptions, previous: MapLayout | None) -> None:
        self._doc, self._options = document, options
        self._old = previous or _NOTHING
        self._lang = document.info.language
        self._label_lang = options.language or document.info.language
        shown = options.persona_ids
        self._personas = [(i, p) for i, p in enumerate(document.personas) if shown is None or p.id in shown]

    def result(self) -> MapLayout:
        self._columns()
        bodies = {} if self._options.blank else self._bodies()
        self._rows(bodies)
        return MapLayout(
            self._options,
            self._width,
            self._height,
            self._header_height,
            self._phases,
            self._steps,
            self._lanes,
            self._cells,
            self._cards,
            self._stacks,
            self._emotions,
            self._chips,
            phase_top=self._phase_top,
            step_top=self._step_top,
            evidence=self._evidence,
            evidence_label=self._evidence_label,
            loops=self._loops,
        )

    # -- columns ---------------------------------------------------------------------------------------------

    def _columns(self) -> None:
        doc, old, lang = self._doc, self._old, self._lang
        shows_steps = any(step.name.strip() for step in doc.steps) or any(
            len(steps) > 1 for steps in doc.steps_by_phase.values()
        )
        widths: list[tuple[float, float]] = []
        for phase in doc.phases:
            count = max(1, len(doc.steps_by_phase[phase.id]))
            width = phase_width(phase.name, count, lang)
            widths.append((width, width / count))
        step_h = 0.0
        if shows_steps:
            sized = [
                (step, w)
                for phase, (_, w) in zip(doc.phases, widths, strict=True)
                for step in doc.steps_by_phase[phase.id]
            ]
            step_h = step_header_height(sized, lang)
        plain: dict[str, PhaseBox] = {}
        x = px.LANE_HEADER_W
        for i, (phase, (width, _)) in enumerate(zip(doc.phases, widths, strict=True)):
            plain[phase.id] = phase_box(phase, i, x, width, tuple(s.id for s in doc.steps_by_phase[phase.id]), lang)
            x += width
        self._width = x
        ways, self._phase_top = loops(doc, plain)
        self._loops = ways if ways != old.loops else old.loops
        self._phases: dict[str, PhaseBox] = {}
        for phase_id, box in plain.items():
            box = replace(box, y=self._phase_top) if self._phase_top else box
            self._phases[phase_id] = kept(old.phases, phase_id, box)
        self._step_top = self._phase_top + px.PHASE_HEADER_H
        self._evidence: dict[str, EvidenceBox] = {}
        self._evidence_label: tuple[PlacedLine, ...] = ()
        if self._shows_evidence() and doc.phases:
            bars = evidence_boxes(doc, self._phases, self._step_top)
            self._evidence = {phase_id: kept(old.evidence, phase_id, bar) for phase_id, bar in bars.items()}
            self._evidence_label = evidence_label(self._label_lang)
            self._step_top += px.EVIDENCE_H
        self._steps: dict[str, StepBox] = {}
        for phase, (_, step_w) in zip(doc.phases, widths, strict=True):
            x = self._phases[phase.id].x
            for n, step in enumerate(doc.steps_by_phase[phase.id]):
                column = step_box(step, n == 0, x + n * step_w, step_w, self._step_top, step_h, lang)
                self._steps[step.id] = kept(old.steps, step.id, column)
        self._header_height = self._step_top + step_h

    def _shows_evidence(self) -> bool:
        if self._options.blank:
            return False
        asked = self._options.evidence
        return evidence_used(self._doc) if asked is None else asked

    # -- cards -----------------------------------------------------------------------------------------------

    def _bodies(self) -> dict[str, CardBody]:
        shown = self._options.persona_ids
        keys = CardKeys(self._doc, self._label_lang, None if shown is None else frozenset(shown), self._options)
        before = self._old.cards
        bodies: dict[str, CardBody] = {}
        for items in self._doc.cells.values():
            for item in items:
                key = keys.key(item)
                card = before.get(item.id)
                bodies[item.id] = card.body if card is not None and card.body.key == key else card_body(key)
        return bodies

    # -- rows ------------------------------------------------------------------------------------------------

    def _rows(self, bodies: Mapping[str, CardBody]) -> None:
        self._lanes: dict[str, LaneBox] = {}
        self._cells: dict[tuple[str, str], CellBox] = {}
        self._cards: dict[str, CardBox] = {}
        self._stacks: dict[tuple[str, str], tuple[CardBox, ...]] = {}
        self._emotions: dict[str, EmotionBox] = {}
        self._chips: dict[tuple[str, str, str], ChipBox] = {}
        self._places = columns(self._doc, self._steps)
        counts: dict[str, int] = {}
        for (lane_id, _), items in self._doc.cells.items():
            counts[lane_id] = counts.get(lane_id, 0) + len(items)
        empty_map = not counts
        y = self._header_height
        for index, lane in enumerate(self._shown_lanes(counts)):
            count = 0 if self._options.blank else counts.get(lane.id, 0)
            header = LaneHeader(lane, index, count, self._label_lang)
            if lane.kind == "emotion":
                height = self._emotion_lane(lane, header, y)
            elif lane.kind == "channels":
                height = self._channel_lane(lane, header, y)
            else:
                height = self._card_lane(lane, header, y, bodies, empty_map)
            box = header.box(y, self._width, height)
            self._lanes[lane.id] = kept(self._old.lanes, lane.id, box)
            if lane.kind != "emotion":
                self._cell_boxes(lane, y, height)
            y += height
        self._height = y

    def _first_cell_width(self, lane: Lane) -> float:
        boxes: list[Box] = list(self._phases.values() if lane.alignment == "phase" else self._steps.values())
        return boxes[0].w if boxes else 0.0

    def _card_lane(
        self, lane: Lane, header: LaneHeader, y: float, bodies: Mapping[str, CardBody], empty_map: bool
    ) -> float:
        known = LANE_KINDS.get(lane.kind)
        below = px.CELL_PAD + (px.TAIL_H if known is not None and known.item == "thought" else 0.0)
        height = max(header.height, px.CARD_MIN_H + px.CELL_PAD + below)
        first = known is not None and known.item == "touchpoint"
        if self._options.blank:
            rows = BLANK_ROWS * BLANK_CARD_H + (BLANK_ROWS - 1) * px.GAP
            asked = header.hint(self._hints(lane), self._lang, written=True) if first else 0.0
            return max(height, asked + rows + px.CELL_PAD + below)
        if not header.count and self._steps:
            hints = self._hints(lane) if first and empty_map else []
            own = hints.pop(0)[2] if hints and hints[0][0] == px.LANE_HEADER_W else ""
            height = max(height, header.hint(hints, self._lang, written=False))
            height = max(height, header.ask(self._first_cell_width(lane), empty_map, self._label_lang, own))
        before = self._old.cards
        for step_id, step in self._steps.items():
            items = self._doc.cells.get((lane.id, step_id), ())
            if not items:
                continue
            x, at = step.x + (step.w - px.CARD_W) / 2, y + px.CELL_PAD
            stack: list[CardBox] = []
            for item in items:
                body = bodies[item.id]
                old = before.get(item.id)
                if (
                    old is not None
                    and old.body is body
                    and old.x == x
                    and old.y == at
                    and old.step_id == step_id
                    and old.lane_id == lane.id
                ):
                    card = old
                else:
                    card = CardBox(item.id, lane.id, step_id, x, at, body)
                stack.append(card)
                self._cards[item.id] = card
                at += body.h + px.GAP
            self._stacks[lane.id, step_id] = tuple(stack)
            height = max(height, at - px.GAP + below - y)
        return height

    def _hints(self, lane: Lane) -> list[tuple[float, float, str]]:
        """(x, width, text) of what the phases ask, each in its first cell."""
        found: list[tuple[float, float, str]] = []
        for phase in self._doc.phases:
            box = self._phases[phase.id]
            width = box.w if lane.alignment == "phase" or not box.step_ids else self._steps[box.step_ids[0]].w
            if phase.prompt.strip():
                found.append((box.x, width, phase.prompt))
        return found

    def _shown_lanes(self, counts: Mapping[str, int]) -> list[Lane]:
        """The lanes on the map: all of them, or those in which something stands, where only these are wanted."""
        lanes = list(self._doc.lanes)
        if not self._options.used_only or self._options.blank:
            return lanes
        people = {persona.id for _, persona in self._personas}
        placed = {item.id for item in self._doc.touchpoints}
        felt = any(
            emotion.persona_id in people
            and emotion.touchpoint_id in placed
            and (emotion.score is not None or (self._options.aimed and emotion.aimed is not None))
            for emotion in self._doc.emotion_table.values()
        )
        drawn = {"emotion": felt, "channels": any(self._doc.channels_by_step.values())}
        used = [lane for lane in lanes if counts.get(lane.id) or drawn.get(lane.kind)]
        return used or lanes

    def _emotion_lane(self, lane: Lane, header: LaneHeader, y: float) -> float:
        # Somebody without a line needs no entry beside the lines; on a form to fill in everybody has one to come.
        lines = [(i, p) for i, p in self._personas if self._options.blank or p.id in self._doc.feeling]
        aimed = self._options.aimed and not self._options.blank
        aimed = aimed and any(emotion.aimed is not None for emotion in self._doc.emotion_table.values())
        names, end = legend(lines or self._personas, header.bottom + 4, self._lang, aimed=aimed)
        height = max(self._options.emotion_height, end + px.LANE_PAD_BOTTOM, header.height)
        frame = (px.LANE_HEADER_W, y, self._width - px.LANE_HEADER_W, height)
        box = emotion_box(
            self._doc, lane.id, self._personas, self._places, names, frame, blank=self._options.blank, aimed=aimed
        )
        self._emotions[lane.id] = kept(self._old.emotions, lane.id, box)
        if not any(series.points or series.aimed for series in box.series) and not self._options.blank and self._steps:
            header.ask(self._first_cell_width(lane), False, self._label_lang)
        return height

    def _channel_lane(self, lane: Lane, header: LaneHeader, y: float) -> float:
        """Chips in rows from the left; in a lane that spans the phase each channel of the phase once."""
        height = max(header.height, px.CARD_MIN_H + 2 * px.CELL_PAD)
        if self._options.blank:
            return height
        spans = lane.alignment == "phase"
        groups: list[tuple[float, float, list[str]]] = [
            (box.x, box.w, list(box.step_ids)) for box in self._phases.values()
        ]
        if not spans:
            groups = [(box.x, box.w, [box.id]) for box in self._steps.values()]
        used = self._doc.channels_by_step
        rows: list[tuple[float, list[tuple[str, str]]]] = []
        most = 1
        for x, width, step_ids in groups:
            fits = max(1, int((width - px.CHIP_LEFT - px.CELL_PAD + px.CHIP_GAP) // (px.CHIP_W + px.CHIP_GAP)))
            shown: dict[str, str] = {}
            for step_id in step_ids:
                for channel in used.get(step_id, ()):
                    shown.setdefault(channel.id, step_id)
            pairs = list(shown.items())
            for start in range(0, len(pairs), fits):
                rows.append((x, pairs[start : start + fits]))
            most = max(most, -(-len(pairs) // fits))
        need = most * px.CHIP_H + (most - 1) * px.CHIP_GAP + 2 * px.CELL_PAD
        height = max(height, need)
        top = y + (height - need) / 2 + px.CELL_PAD
        row_of: dict[float, int] = {}
        for x, pairs in rows:
            row = row_of[x] = row_of.get(x, -1) + 1
            for i, (channel_id, step_id) in enumerate(pairs):
                channel = self._doc.channel_table[channel_id]
                key = (lane.id, step_id, channel_id)
                chip = ChipBox(
                    x + px.CHIP_LEFT + i * (px.CHIP_W + px.CHIP_GAP),
                    top + row * (px.CHIP_H + px.CHIP_GAP),
                    px.CHIP_W,
                    px.CHIP_H,
                    lane.id,
                    step_id,
                    channel_id,
                    channel.icon,
                    channel.medium,
                    channel.name,
                )
                self._chips[key] = kept(self._old.chips, key, chip)
        return height

    def _cell_boxes(self, lane: Lane, y: float, height: float) -> None:
        boxes: list[CellBox] = []
        for phase in self._phases.values():
            if lane.alignment == "phase":
                boxes.append(CellBox(phase.x, y, phase.w, height, lane.id, phase.id, None, phase.step_ids))
                continue
            for step_id in phase.step_ids:
                step = self._steps[step_id]
                boxes.append(CellBox(step.x, y, step.w, height, lane.id, phase.id, step_id, (step_id,)))
        for box in boxes:
            key = (lane.id, box.step_id or box.phase_id)
            self._cells[key] = kept(self._old.cells, key, box)
