"""The poster: the laid out map on one sheet, with its title, legend and foot.

The map is the map of the screen, scaled by one factor; only the emotion lane takes spare height.  Title, personas
and legend stand in a column at the left where the sheet has width to spare, else above the map.  Their sizes are
those of the example poster for the sheet (A1: a title of 18 mm), or larger where the map's own scale is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from math import sqrt
from typing import Literal

from model.document import Document
from model.draw.displaylist import DisplayList, Group, Op, Rect, without
from model.draw.house import accented
from model.draw.map_painter import paint_map
from model.draw.mono import black_and_white
from model.draw.poster_head import Block
from model.draw.poster_plan import Frame, Plan, balanced, beyond, paper_name, reading_order
from model.draw.poster_words import Words
from model.draw.theme import tokens
from model.i18n import speaking
from model.layout import metrics as px
from model.layout.arrange import lay_out, lay_out_again
from model.layout.maplayout import LayoutOptions, MapLayout
from model.progress import checkpoint
from model.records import Language
from model.values import replace

A1_MM = (841.0, 594.0)
A1_MM_PER_PX = 0.471
"""One px of the example poster on A1 (tokens, "poster_mm")."""
A1_MARGIN = 14.0
ROUNDING = 0.01
"""mm by which what is to fit may be larger than its place: sums of fractions are not exact."""
LEAST_MARGIN = 7.0
"""Home printers leave up to 5 mm white."""
ROOMY = 1.5
"""From so much larger than the example map on the same sheet, a small map and its words share the sheet anew: the map
takes what it can get, up to notes of ``LARGEST_NOTE``."""
LARGEST_NOTE = 304.0
"""mm; the widest notes that a poster has: four sticky notes of 76 mm side by side, as for a scale in percents."""
_HALVINGS = 9
MOST_HEAD = 4.0
"""The words round a dense map are at most this much larger than on the example poster, in px of the map."""
LEAST_HEAD = 0.75
COLUMN, COLUMN_MOST, COLUMN_GAP, BLOCK_GAP = 312.0, 420.0, 24.0, 22.0
COLUMN_PREFERRED = 0.93
"""The column at the left is taken when the map is then at least this part of its size below a head."""
FAR = 1e6
"""mm; longer than any poster."""


@dataclass(frozen=True)
class Poster:
    """A poster ready to be painted with the theme "poster" as paper.

    ``ops`` fill ``width_px`` by ``height_px``; one px is ``px_to_mm`` mm.  ``map_x`` and ``map_y`` are where the map's
    top left stands.  ``note_mm`` is the em of a note's text, ``reading_m`` the distance up to which it reads with
    comfort (x-height in mm times 0.4), ``too_small`` whether the text is below the least size for paper.  ``foot``
    draws the last of ``ops`` for a print at a scale.
    """

    ops: DisplayList
    width_px: float
    height_px: float
    px_to_mm: float
    side: Literal["left", "top"]
    map_x: float
    map_y: float
    layout: MapLayout
    note_mm: float
    reading_m: float
    too_small: bool
    plan: Plan
    frame: Frame
    foot: Callable[[float], Group] = field(compare=False)

    def printed(self, scale: float) -> Poster:
        """The poster as it is printed at ``scale`` of its size: its foot says how far it reads then."""
        return self if scale == 1 else replace(self, ops=(*self.ops[:-1], self.foot(scale)))


class DoesNotFit(ValueError):
    """The map does not fit the sheet at the scale asked for: it needs ``width`` by ``height`` mm, margins included."""

    def __init__(self, width: float, height: float) -> None:
        super().__init__(f"needs {width:.0f} by {height:.0f} mm")
        self.width, self.height = width, height


def compose_poster(
    document: Document,
    width_mm: float | None,
    height_mm: float | None,
    *,
    lang: Language | None = None,
    margin_mm: float | None = None,
    blank: bool = False,
    day: date | None = None,
    persona_ids: frozenset[str] | None = None,
    show: LayoutOptions | None = None,
    scale: float | None = None,
    like: Poster | None = None,
    title: bool = True,
    legend: bool = True,
) -> Poster:
    """The poster of ``document`` on a sheet of ``width_mm`` by ``height_mm``.

    ``scale`` is mm of paper per px of the map, None for the largest that fits; with it a side of the sheet may be None:
    it is then as long as the content wants it.  ``like`` is an earlier poster of the map on the same sheet, whose
    scale, places and heights of lanes are kept.  Raises DoesNotFit where that cannot be.

    ``lang`` is the language of the words round the notes (None: the map's own); ``day`` the date at the foot, left
    out when None; ``blank`` an empty form with the same frame, to write in; ``show`` says what of the map is drawn
    (evidence, feelings aimed for, blind spots, links); ``title`` and ``legend`` whether the title with the personas,
    and what the signs mean, stand beside it.  Raises ValueError for a sheet smaller than its margins.
    """
    with speaking(lang or document.info.language):
        spoken = lang or document.info.language
        options = replace(
            show or LayoutOptions(), persona_ids=persona_ids, language=spoken, blank=blank, used_only=True
        )
        if scale is not None and scale <= 0:
            raise ValueError("the scale is above 0")
        if scale is None and (width_mm is None or height_mm is None):
            raise ValueError("without a scale the sheet must have both sides")
        if like is not None:
            pins = tuple((lane.id, lane.h) for lane in like.layout.lanes.values())
            options = replace(options, lane_heights=pins, emotion_height=px.EMOTION_H)
        composer = _Composer(document, width_mm, height_mm, options, spoken, margin_mm, day, title=title, legend=legend)
        if like is not None:
            return composer.like(like)
        return composer.poster(composer.best() if scale is None else composer.at(scale))


class _Composer:
    def __init__(
        self,
        document: Document,
        width_mm: float | None,
        height_mm: float | None,
        options: LayoutOptions,
        lang: Language,
        margin_mm: float | None,
        day: date | None,
        *,
        title: bool,
        legend: bool,
    ) -> None:
        self._doc, self._lang = document, lang
        self._with_title, self._beside = title, title or legend
        ratio = 1.0 if width_mm is None or height_mm is None else sqrt(width_mm * height_mm / (A1_MM[0] * A1_MM[1]))
        self._margin = max(LEAST_MARGIN, A1_MARGIN * ratio) if margin_mm is None else margin_mm
        self._asked = (width_mm, height_mm)
        self._use(width_mm or FAR, height_mm or FAR)
        self._usual = A1_MM_PER_PX * ratio
        self._options = options
        checkpoint()
        self._layout = lay_out_again(document, self._options)
        # What the legend explains is that of the map before its lanes got their heights: marks come with height.
        pinned = bool(options.lane_heights)
        plain = lay_out(document, replace(options, lane_heights=())) if pinned else self._layout
        self._words = Words(document, self._layout, plain, lang, day, title=title, legend=legend)

    def _use(self, width_mm: float, height_mm: float) -> None:
        self._sheet = (width_mm, height_mm)
        self._room = (width_mm - 2 * self._margin, height_mm - 2 * self._margin)
        if min(self._room) <= 0:
            raise ValueError("the sheet is smaller than its margins")

    # -- the plan --------------------------------------------------------------------------------------------

    def best(self) -> Plan:
        """The plan in which the map comes out largest on the sheet."""
        top = self._top()
        left = (self._left() or self._left(2)) if self._beside else None
        plan = left if left is not None and left.scale >= COLUMN_PREFERRED * top.scale else top
        return plan if plan.scale < self._usual * ROOMY * 0.999 else self._roomy(plan)

    def _roomy(self, plan: Plan) -> Plan:
        """The largest plan for a map so small that its sheet has room left, the words round it as small as they may
        be beside it."""
        low = plan.scale
        high = min(self._room[0] / self._layout.width, self._room[1] / self._layout.height, LARGEST_NOTE / px.CARD_W)
        found = self._tried(high)
        if found is not None or high <= low:
            return found or plan
        for _ in range(_HALVINGS):
            middle = sqrt(low * high)
            found = self._tried(middle)
            if found is None:
                high = middle
            else:
                low, plan = middle, found
        return plan

    def _tried(self, scale: float) -> Plan | None:
        """The plan at a scale, None where it does not fit."""
        checkpoint()
        try:
            return self.at(scale)
        except DoesNotFit:
            return None

    def at(self, scale: float) -> Plan:
        """The plan at a scale that is given; sides that were left open become as long as it wants them.

        Raises DoesNotFit.
        """
        if None in self._asked:
            self._usual = scale
        wide, high = self._asked
        margins = 2 * self._margin
        most = self._head_scale(scale)
        # Of a map that is drawn large the words round it need not grow with it.
        least_head = LEAST_HEAD * min(1.0, self._usual * ROOMY / scale)
        heads = [most - 0.05 * i for i in range(int((most - least_head) / 0.05) + 1)]
        best: tuple[float, Plan, float, float] | None = None
        least: tuple[float, float] | None = None
        beside = [("left", 1), ("left", 2)] if self._beside else []
        for side, columns in (*beside, ("top", 1)):
            for head in heads:
                width, height = self._needed(side, columns, head, scale, wide)
                width, height = width + margins, height + margins
                if least is None or beyond(width, height, wide, high) < beyond(*least, wide, high):
                    least = (width, height)
                if (wide or width) < width - ROUNDING or (high or height) < height - ROUNDING:
                    continue
                area = (wide or width) * (high or height) * (1.0 if side == "left" else 1.08)
                if best is None or area < best[0]:
                    plan = Plan("left" if side == "left" else "top", scale, head, columns)
                    best = (area, plan, wide or width, high or height)
                break
        if best is None:
            raise DoesNotFit(*(least or (0.0, 0.0)))
        self._use(best[2], best[3])
        return best[1]

    def _needed(self, side: str, columns: int, head: float, scale: float, sheet_w: float | None) -> tuple[float, float]:
        """The least width and height in mm that a plan takes, without margins."""
        layout = self._layout
        room = None if sheet_w is None else (sheet_w - 2 * self._margin) / scale
        if side == "left":
            column = COLUMN * head if room is None else self._column_width(head, scale, columns)
            high = self._columns(head, column, scale, columns)[1]
            width = columns * (column + COLUMN_GAP * head) + layout.width
            return width * scale, max(high, layout.height) * scale
        least = max(layout.width, COLUMN * head)
        width = max(least, room) if room is not None else least
        above = self._above(head, self._band(head, width, scale))
        below = self._foot(head, width, scale, one_line=True).h + 12 * head
        return least * scale, (above + layout.height + below) * scale

    def _head_scale(self, scale: float) -> float:
        return min(MOST_HEAD, max(1.0, self._usual / scale))

    def _left(self, columns: int = 1) -> Plan | None:
        """The head in columns at the left; None where they would not fit the height."""
        w, h = self._room
        beside = (COLUMN + COLUMN_GAP) * columns
        scale = (w - beside * self._usual) / self._layout.width
        if scale > self._usual:
            scale = w / (beside + self._layout.width)
        elif scale <= 0 or self._usual / scale > MOST_HEAD:
            scale = w / (beside * MOST_HEAD + self._layout.width)
        scale = min(scale, h / self._layout.height, self._usual * ROOMY)
        head = self._head_scale(scale)
        while head >= LEAST_HEAD:
            if self._columns(head, self._column_width(head, scale, columns), scale, columns)[1] * scale <= h:
                return Plan("left", scale, head, columns)
            head -= 0.05
        return None

    def _column_width(self, head: float, scale: float, columns: int) -> float:
        """The width of each column at the left: what the map leaves, within bounds.  Small words may run wider."""
        spare = (self._room[0] / scale - self._layout.width) / columns - COLUMN_GAP * head
        return max(COLUMN * head, min(COLUMN_MOST * max(head, self._head_scale(scale)), spare))

    def _top(self) -> Plan:
        """The head above the map: the largest scale at which both fit."""
        w, h = self._room
        most = min(w / self._layout.width, self._usual * ROOMY)

        def fits(scale: float) -> bool:
            checkpoint()
            head = self._head_scale(scale)
            above = self._above(head, self._band(head, w / scale, scale))
            below = self._foot(head, w / scale, scale, one_line=True).h + 12 * head
            return (above + self._layout.height + below) * scale <= h

        if fits(most):
            return Plan("top", most, self._head_scale(most))
        low, high = most / 64, most
        for _ in range(9):
            middle = sqrt(low * high)
            low, high = (middle, high) if fits(middle) else (low, middle)
        return Plan("top", low, self._head_scale(low))

    # -- the parts -------------------------------------------------------------------------------------------

    def _above(self, head: float, band: Block) -> float:
        """What a band takes above the map, with the gap below it."""
        return band.h + COLUMN_GAP * head if band.h else 0.0

    def _foot(self, head: float, width: float, scale: float, *, one_line: bool, printed: float = 1.0) -> Block:
        return self._words.foot(head, width, scale, paper_name(*self._sheet), one_line=one_line, printed=printed)

    def _columns(
        self, head: float, width: float, scale: float, columns: int
    ) -> tuple[list[tuple[float, float, Block]], float]:
        """The blocks of the columns with their lefts and tops, and the height that they need with the foot."""
        blocks = [
            *([self._words.title(head, width, scale)] if self._with_title else []),
            *self._words.parts(head, width, scale),
        ]
        stacks = balanced(blocks, columns, BLOCK_GAP * head) if columns > 1 else [blocks]
        placed: list[tuple[float, float, Block]] = []
        tallest = 0.0
        for i, stack in enumerate(stacks):
            y = 0.0
            for block in stack:
                placed.append((i * (width + COLUMN_GAP * head), y, block))
                y += block.h + BLOCK_GAP * head
            # The foot stands below the first column.
            below = self._foot(head, width, scale, one_line=False).h if i == 0 else -BLOCK_GAP * head
            tallest = max(tallest, y + below)
        return placed, tallest

    def _band(self, head: float, width: float, scale: float) -> Block:
        """The head above the map: the title at the left, the other parts in columns, as low as possible."""
        gap = COLUMN_GAP * 1.5 * head
        columns = max(1, min(6, int((width + gap) // (COLUMN * 0.85 * head + gap))))
        pitch = (width + gap) / columns
        parts = self._words.parts(head, pitch - gap, scale)
        best: Block | None = None
        for span in range(1, columns + 1) if self._with_title else (0,):
            title = self._words.title(head, span * pitch - gap, scale)
            rest = columns - span
            if parts and rest == 0:
                stacks = [parts[i::columns] for i in range(columns)]
                top, x = title.h + BLOCK_GAP * head, 0.0
            else:
                stacks = balanced(parts, rest, BLOCK_GAP * head)
                top, x = 0.0, span * pitch
            ops: list[Op] = list(title.ops)
            bottom = title.h
            for stack in stacks:
                y = top
                for block in stack:
                    if self._words.drawn:
                        ops.append(Group(block.ops, x, y))
                    bottom = max(bottom, y + block.h)
                    y += block.h + BLOCK_GAP * head
                x += pitch
            if best is None or bottom < best.h:
                best = Block(tuple(ops), bottom)
        return best or self._words.title(head, width, scale)

    # -- the sheet -------------------------------------------------------------------------------------------

    def like(self, before: Poster) -> Poster:
        """The poster with the plan of an earlier one, each part in its place.  Raises DoesNotFit."""
        plan, layout, old = before.plan, self._layout, before.layout
        self._margin, self._usual = before.frame.margin, before.frame.usual
        self._use(*before.frame.sheet)
        same = (layout.width, layout.header_height) == (old.width, old.header_height)
        same = same and list(layout.lanes) == list(old.lanes)
        same = same and all(lane.h == old.lanes[lane.id].h for lane in layout.lanes.values())
        inner_w, inner_h = (side / plan.scale for side in self._room)
        margin = self._margin / plan.scale
        if plan.side == "left":
            column_w = self._column_width(plan.head, plan.scale, plan.columns)
            high = self._columns(plan.head, column_w, plan.scale, plan.columns)[1]
            fits = high <= inner_h + ROUNDING
        else:
            above = self._above(plan.head, self._band(plan.head, inner_w, plan.scale))
            below = self._foot(plan.head, inner_w, plan.scale, one_line=True).h + 12 * plan.head
            fits = margin + above <= before.map_y + ROUNDING
            fits = fits and before.map_y + layout.height + below <= margin + inner_h + ROUNDING
        if not (same and fits):
            raise DoesNotFit(layout.width * plan.scale, layout.height * plan.scale)
        return self.poster(plan, map_y=before.map_y)

    def poster(self, plan: Plan, *, map_y: float | None = None) -> Poster:
        """The poster of a plan; ``map_y`` is where the map's top stands, None for right below what is above it."""
        self._words.draw()
        scale, head = plan.scale, plan.head
        width, height = self._sheet[0] / scale, self._sheet[1] / scale
        margin, inner_w, inner_h = self._margin / scale, self._room[0] / scale, self._room[1] / scale
        ops: list[Op] = [Group((Rect(0, 0, width, height, "surface.window"),), role="background")]
        if plan.side == "left":
            gap = COLUMN_GAP * head
            column_w = self._column_width(head, scale, plan.columns)
            blocks, _ = self._columns(head, column_w, scale, plan.columns)
            ops += [Group(block.ops, margin + x, margin + y) for x, y, block in blocks]
            map_x, map_room = margin + plan.columns * (column_w + gap), inner_h
            map_y = margin
            foot_w = column_w
        else:
            band = self._band(head, inner_w, scale)
            ops.append(Group(band.ops, margin, margin))
            foot_w = inner_w
            map_x, map_y = margin, margin + self._above(head, band) if map_y is None else map_y
            map_room = margin + inner_h - map_y - self._foot(head, foot_w, scale, one_line=True).h - 12 * head

        def foot(printed: float) -> Group:
            block = self._foot(head, foot_w, scale, one_line=plan.side == "top", printed=printed)
            return Group(block.ops, margin, margin + inner_h - block.h)

        self._words.forget()  # a poster keeps its composer, for its foot
        checkpoint()
        layout = self._stretched(map_room)
        drawn = reading_order(paint_map(layout, self._doc), layout)
        if not self._options.card_numbers:
            drawn = without(drawn, "number")
        if self._words.house.accent:
            drawn = accented(drawn, self._words.house.shade)
        if self._options.card_strip:
            drawn = black_and_white(drawn, layout, self._lang)
        ops.append(Group(drawn, map_x, map_y, role="map"))
        ops.append(foot(1.0))
        note = px.style("note").size * scale
        least = float(tokens()["type"]["poster_mm"]["min_note_em"])
        return Poster(
            tuple(ops),
            width,
            height,
            scale,
            plan.side,
            map_x,
            map_y,
            layout,
            note,
            self._words.reach(scale),
            note < least,
            plan,
            Frame(self._sheet, self._margin, self._usual),
            foot,
        )

    def _stretched(self, room: float) -> MapLayout:
        """The layout with spare height given to its emotion lanes."""
        if self._options.lane_heights:
            return self._layout  # every lane has the height that it had
        lanes = len(self._layout.emotions)
        spare = room - self._layout.height
        if not lanes or spare < 1:
            return self._layout
        emotion = min(px.EMOTION_H_POSTER_MAX, px.EMOTION_H + float(int(spare / lanes)))
        return lay_out(self._doc, replace(self._options, emotion_height=emotion), self._layout)
