"""Lays a map out: ``lay_out(document) -> MapLayout``, pure, in px at 100 % zoom.

Columns are steps, 160 px wide; a phase is as wide as its steps, wider when its name needs it.  Rows are lanes, as
high as their highest cell.  In a lane that spans the phase the cell is the whole phase; its cards still stand in the
column of their step, so that a card stands under its touchpoint and lands where it is dropped.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from model.document import Document
from model.i18n import speaking
from model.kinds import ITEM_KINDS, LANE_KINDS
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
from model.layout.emotion import columns, emotion_box, felt, legend, ticks_room
from model.layout.follow import Curve, Made, about_all, changed_cards, evidence_of
from model.layout.headers import (
    LaneHeader,
    phase_box,
    phase_header_height,
    phase_width,
    step_box,
    step_header_height,
)
from model.layout.maplayout import LayoutOptions, MapLayout
from model.layout.phase_rows import evidence_boxes, evidence_label, loops
from model.layout.recent import held_of, remember
from model.layout.used import used_lanes
from model.records import Item, Lane
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


def lay_out_again(document: Document, options: LayoutOptions) -> MapLayout:
    """As :func:`lay_out`, with the boxes of a layout of the same cards that somebody holds, where there is one."""
    return lay_out(document, options, held_of(document, options))


def relink(layout: MapLayout, document: Document, options: LayoutOptions) -> MapLayout:
    """``layout`` with the links that ``options`` ask for.  They may differ from its own in that and nothing else."""
    return _with_links(replace(layout, options=options, links={}, links_key=None), document, layout)


def _with_links(layout: MapLayout, document: Document, previous: MapLayout | None) -> MapLayout:
    if layout.options.links != "none" or layout.options.chosen_ids or layout.options.borders:
        from model.layout.links import link_boxes  # a map shows its links when asked to, not at the start

        links, key = link_boxes(layout, document, previous)
        layout = replace(layout, links=links, links_key=key)
    remember(layout)
    return layout


def kept(table: Mapping[K, B], key: K, box: B) -> B:
    """The equal box of the layout before, if it has one."""
    old = table.get(key)
    return old if old is not None and old == box else box


_NOTHING = MapLayout(LayoutOptions(), 0.0, 0.0, 0.0, {}, {}, {}, {}, {}, {}, {}, {}, {}, {})


class _Arrangement:
    def __init__(self, document: Document, options: LayoutOptions, previous: MapLayout | None) -> None:
        self._doc, self._options = document, options
        # Cards of another least height, or with other strips, are no use, not even those that look the same.
        asked = (options.card_height, options.card_strip)
        made = previous is not None and (previous.options.card_height, previous.options.card_strip)
        self._old = previous if previous is not None and made == asked else _NOTHING
        self._least = dict(options.lane_heights)
        self._lang = document.info.language
        self._label_lang = options.language or document.info.language
        shown = options.persona_ids
        self._personas = [(i, p) for i, p in enumerate(document.personas) if shown is None or p.id in shown]

    def result(self) -> MapLayout:
        options = self._options
        evidence = evidence_of(self._doc, False if options.blank else options.evidence, self._old.made)
        self._shares = evidence.shares
        self._about = about_all(self._doc, options, self._label_lang, evidence.shares is not None)
        # What was made of other options, personas or in another language can only be compared, box by box.
        made = self._old.made
        self._made = made if made is not None and made.about == self._about else None
        if self._made is not None and self._same("phases", "steps"):
            self._keep_columns(self._made)
        else:
            self._columns()
        self._show_evidence()
        self._look_at_cards()
        self._rows()
        return MapLayout(
            options,
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
            {},
            self._evidence,
            phase_top=self._phase_top,
            step_top=self._step_top,
            evidence_label=self._evidence_label,
            loops=self._loops,
            made=Made(
                self._doc,
                tuple(ITEM_KINDS),
                self._about,
                evidence,
                self._keys.blind,
                self._keys.borders,
                self._curves,
            ),
        )

    def _same(self, *tables: str) -> bool:
        """Whether the layout before was made, in the same way, of the very same tables."""
        made = self._made
        return made is not None and all(made.document.tables[name] is self._doc.tables[name] for name in tables)

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
        named = [(phase.name, width) for phase, (width, _) in zip(doc.phases, widths, strict=True)]
        phase_h = phase_header_height(named, lang)
        numbers = {phase_id: number - 1 for phase_id, number in self._options.phase_numbers}
        for i, (phase, (width, _)) in enumerate(zip(doc.phases, widths, strict=True)):
            steps = tuple(s.id for s in doc.steps_by_phase[phase.id])
            plain[phase.id] = phase_box(phase, numbers.get(phase.id, i), x, width, phase_h, steps, lang)
            x += width
        self._width = x
        ways, self._phase_top = loops(doc, plain)
        self._loops = ways if ways != old.loops else old.loops
        self._phases: dict[str, PhaseBox] = {}
        for phase_id, box in plain.items():
            box = replace(box, y=self._phase_top) if self._phase_top else box
            self._phases[phase_id] = kept(old.phases, phase_id, box)
        self._step_top = self._phase_top + phase_h
        if self._shares is not None and doc.phases:
            self._step_top += px.EVIDENCE_H
        self._steps: dict[str, StepBox] = {}
        for phase, (_, step_w) in zip(doc.phases, widths, strict=True):
            x = self._phases[phase.id].x
            for n, step in enumerate(doc.steps_by_phase[phase.id]):
                column = step_box(step, n == 0, x + n * step_w, step_w, self._step_top, step_h, lang)
                self._steps[step.id] = kept(old.steps, step.id, column)
        self._header_height = self._step_top + step_h

    def _keep_columns(self, made: Made) -> None:
        """What stands on top of the map, of the layout before."""
        old = self._old
        self._width, self._header_height = old.width, old.header_height
        self._phase_top, self._step_top = old.phase_top, old.step_top
        self._phases, self._steps, self._loops = dict(old.phases), dict(old.steps), old.loops

    def _show_evidence(self) -> None:
        old, shares = self._old, self._shares
        self._evidence: Mapping[str, EvidenceBox] = {}
        self._evidence_label: tuple[PlacedLine, ...] = ()
        if shares is None or not self._doc.phases:
            return
        known = self._made.evidence.shares if self._made is not None and self._same("phases", "steps") else None
        if known == shares:
            self._evidence, self._evidence_label = old.evidence, old.evidence_label
            return
        others = {i: phase for i, phase in self._phases.items() if known is None or known.get(i) != shares.get(i)}
        bars = evidence_boxes(shares, others, self._step_top - px.EVIDENCE_H)
        self._evidence = {
            phase_id: kept(old.evidence, phase_id, bars[phase_id]) if phase_id in bars else old.evidence[phase_id]
            for phase_id in self._phases
        }
        self._evidence_label = evidence_label(self._label_lang)

    # -- cards -----------------------------------------------------------------------------------------------

    def _look_at_cards(self) -> None:
        """Find out which cards may look other than before: ``_changed``, None for all of them."""
        doc, options, made = self._doc, self._options, self._made
        shown = options.persona_ids
        show = replace(options, evidence=self._shares is not None)
        self._keys = CardKeys(doc, self._label_lang, None if shown is None else frozenset(shown), show)
        self._changed: set[str] | None = None
        self._stale: set[tuple[str, str]] = set()
        # A chosen field may say anything of the map; a map on the screen shows none.
        if made is not None and not options.fields and not options.blank:
            self._changed = changed_cards(made.document, doc)
        if made is not None and self._changed is not None:
            self._changed |= made.blind ^ self._keys.blind
            self._changed |= {i for i, _ in made.borders.items() ^ self._keys.borders.items()}
            items = (doc.item_table.get(card_id) for card_id in self._changed)
            self._stale = {(item.lane_id or "", item.step_id or "") for item in items if item is not None}

    def _body(self, item: Item) -> CardBody:
        old = self._old.cards.get(item.id)
        if old is not None and self._changed is not None and item.id not in self._changed:
            return old.body
        key = self._keys.key(item)
        if old is not None and old.body.key == key:
            return old.body
        body = card_body(key, self._options.card_strip)
        least = self._options.card_height
        return replace(body, h=least) if body.h < least else body

    def _stack(self, place: tuple[str, str], x: float, y: float) -> tuple[CardBox, ...]:
        """The cards of a lane in a step, from (x, y) down."""
        items = self._doc.cells.get(place, ())
        before = self._old.stacks.get(place)
        made = self._made
        bodies: list[CardBody]
        if (
            before is not None
            and made is not None
            and self._changed is not None
            and place not in self._stale
            and made.document.cells.get(place) is items
        ):
            if before[0].x == x and before[0].y == y:
                return before
            bodies = [card.body for card in before]
        else:
            bodies = [self._body(item) for item in items]
        stack: list[CardBox] = []
        lane_id, step_id = place
        for item, body in zip(items, bodies, strict=True):
            old = self._old.cards.get(item.id)
            if (
                old is not None
                and old.y == y
                and old.x == x
                and old.body is body
                and old.step_id == step_id
                and old.lane_id == lane_id
            ):
                stack.append(old)
            else:
                stack.append(CardBox(item.id, lane_id, step_id, x, y, body))
            y += body.h + px.GAP
        return tuple(stack)

    # -- rows ------------------------------------------------------------------------------------------------

    def _rows(self) -> None:
        self._lanes: dict[str, LaneBox] = {}
        self._cells: dict[tuple[str, str], CellBox] = {}
        self._cards: dict[str, CardBox] = {}
        self._stacks: dict[tuple[str, str], tuple[CardBox, ...]] = {}
        self._emotions: dict[str, EmotionBox] = {}
        self._chips: dict[tuple[str, str, str], ChipBox] = {}
        self._curves: dict[str, Curve] = {}
        self._places = columns(self._doc, self._steps)
        counts: dict[str, int] = {}
        for (lane_id, _), items in self._doc.cells.items():
            counts[lane_id] = counts.get(lane_id, 0) + len(items)
        empty_map = not counts
        y = self._header_height
        for index, lane in enumerate(self._shown_lanes()):
            count = 0 if self._options.blank else counts.get(lane.id, 0)
            header = LaneHeader(lane, index, count, self._label_lang)
            least = self._least.get(lane.id, 0.0)
            if lane.kind == "emotion":
                height = self._emotion_lane(lane, header, y, least)
            elif lane.kind == "channels":
                height = self._channel_lane(lane, header, y, least)
            else:
                height = max(self._card_lane(lane, header, y, empty_map), least)
            box = header.box(y, self._width, height)
            self._lanes[lane.id] = kept(self._old.lanes, lane.id, box)
            if lane.kind != "emotion":
                self._cell_boxes(lane, y, height)
            y += height
        self._height = y

    def _first_cell_width(self, lane: Lane) -> float:
        boxes: list[Box] = list(self._phases.values() if lane.alignment == "phase" else self._steps.values())
        return boxes[0].w if boxes else 0.0

    def _card_lane(self, lane: Lane, header: LaneHeader, y: float, empty_map: bool) -> float:
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
        for step_id, step in self._steps.items():
            place = (lane.id, step_id)
            if place not in self._doc.cells:
                continue
            stack = self._stacks[place] = self._stack(place, step.x + (step.w - px.CARD_W) / 2, y + px.CELL_PAD)
            for card in stack:
                self._cards[card.id] = card
            height = max(height, stack[-1].bottom + below - y)
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

    def _shown_lanes(self) -> list[Lane]:
        """The lanes on the map: all of them, or those in which something stands, where only these are wanted."""
        lanes = list(self._doc.lanes)
        if not self._options.used_only or self._options.blank:
            return lanes
        held = used_lanes(self._doc, {persona.id for _, persona in self._personas}, aimed=self._options.aimed)
        used = [lane for lane in lanes if lane.id in held or lane.id in self._least]
        return used or lanes

    def _emotion_lane(self, lane: Lane, header: LaneHeader, y: float, least: float) -> float:
        blank, made = self._options.blank, self._made
        aimed = self._options.aimed and not blank
        aimed = aimed and any(emotion.aimed is not None for emotion in self._doc.emotion_table.values())
        curve = None if made is None else made.curves.get(lane.id)
        lines = None
        if curve is not None and self._same("emotions", "personas"):
            lines = curve.lines if (curve.places, curve.aimed) == (self._places, aimed) else None
        again = lines is not None
        if lines is None:
            lines = felt(self._doc, self._personas, () if blank else self._places, aimed=aimed)
        # Somebody without a line needs no entry beside the lines; on a form to fill in everybody has one to come.
        named = [(line.place, line.persona) for line in lines if blank or line.found]
        names, end = legend(named or self._personas, header.bottom + 4, self._lang, aimed=aimed)
        height = max(self._options.emotion_height, end + px.LANE_PAD_BOTTOM, header.height, least)
        width = self._width - px.LANE_HEADER_W
        before = self._old.emotions.get(lane.id)
        labels, scale = None, self._doc.info.emotion_scale
        if before is not None and before.scale != scale:
            curve = None  # the fall is named otherwise
        if curve is not None and lines == curve.lines and (curve.width, curve.height) == (width, height):
            labels = curve.labels
        if (
            again
            and labels is not None
            and before is not None
            and (before.y, before.legend, before.scale) == (y, names, scale)
        ):
            box = before
        else:
            frame = (px.LANE_HEADER_W, y, width, height)
            box, labels = emotion_box(lane.id, lines, self._places, names, frame, labels, scale)
            box = kept(self._old.emotions, lane.id, box)
        self._emotions[lane.id] = box
        self._curves[lane.id] = Curve(lines, self._places, aimed, width, height, labels)
        if not any(line.found or line.aimed for line in lines) and not blank and self._steps:
            free = ticks_room(self._doc.info.emotion_scale)  # the question leaves the numbers of the scale alone
            header.ask(self._first_cell_width(lane), False, self._label_lang, left=free)
        return height

    def _channel_lane(self, lane: Lane, header: LaneHeader, y: float, least: float) -> float:
        """Chips in rows from the left; in a lane that spans the phase each channel of the phase once."""
        height = max(header.height, px.CARD_MIN_H + 2 * px.CELL_PAD, least)
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
        before = self._old.cells
        for phase in self._phases.values():
            places: list[tuple[str | None, Box, tuple[str, ...]]] = [(None, phase, phase.step_ids)]
            if lane.alignment != "phase":
                places = [(step_id, self._steps[step_id], (step_id,)) for step_id in phase.step_ids]
            for step_id, column, step_ids in places:
                key = (lane.id, step_id or phase.id)
                old = before.get(key)
                if (
                    old is None
                    or old.y != y
                    or old.h != height
                    or old.x != column.x
                    or old.w != column.w
                    or old.step_ids != step_ids
                    or old.step_id != step_id
                    or old.phase_id != phase.id
                ):
                    old = CellBox(column.x, y, column.w, height, lane.id, phase.id, step_id, step_ids)
                self._cells[key] = old
