"""The blank wall map: the phases and lanes of a map as a grid at true size, for notes of paper and for thick pens.

PK8  Each cell is as large as the notes that go there, with 10 mm between them; their places are dashed, with lines to
     write on.  A step is as wide as one note at least, a phase as ``across``, a lane as high as ``down``.
PK9  The wall map is never made smaller: on tiles it takes the sheets that it takes, on a roll it lies along or across,
     whichever is shorter.  What cannot be printed at true size is refused.  On tiles the white round it gives way
     where that saves a row or a column of sheets.
"""

from __future__ import annotations

from collections.abc import Sequence

from model.document import Document
from model.draw.displaylist import Group, Op
from model.draw.fitting import fitting
from model.draw.theme import load_theme
from model.export.errors import ExportError
from model.export.extent import ink
from model.export.kit.flow import Block, Flowed, alike, draw, settle
from model.export.kit.heads import arrow, lane_icon, lane_name, lane_question, phase_color, phase_number, scale_of
from model.export.kit.ink import HAIR, INK, RULE, SOFT, Ink, K, em
from model.export.kit.sheet import Composed, Form, Kit, KitPage, Mark, Stamp, logo
from model.export.pages import Tile, plan_tiles
from model.export.papers import LONGEST, millimetres, roll_width
from model.export.sheets import assembly_page, glue_edges, sheet_words, tile_marks
from model.i18n import number, translate
from model.kinds import LANE_KINDS
from model.layout.cards import token_of
from model.records import Lane, Phase
from model.values import dataclass

WHITE = 8.0
"""Round the whole map, mm."""
LEAST_WHITE = 1.0
"""What of it is left on sheets, where less saves some."""
NAMES = 92.0
"""The column of the lanes' names."""
GAP = 10.0
"""Between two notes."""
ARROW = 30.0
STEP = 11.0
SCORE = 26.0
"""From one score to the next in the lane of feelings."""
CHANNELS = 32.0
WALL = "wall"
_LOGO = (70.0, 24.0)


@dataclass(frozen=True, slots=True)
class Wall:
    """The wall map: its display list in pt, its size in mm, and where its phases stand in mm."""

    ops: tuple[Op, ...]
    width: float
    height: float
    phases: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class _Column:
    """A phase: from ``x`` on ``w`` wide; ``steps`` are (name, x, w, notes side by side)."""

    phase: Phase
    x: float
    w: float
    steps: tuple[tuple[str, float, float, int], ...]


def _columns(kit: Kit) -> list[_Column]:
    cell = kit.note[0] + GAP
    found = []
    x = WHITE + NAMES
    for phase in kit.document.phases:
        steps = kit.document.steps_by_phase.get(phase.id, ())
        each = max(1, -(-kit.across // max(1, len(steps))))
        start = x
        placed = []
        for step in steps:
            placed.append((step.name.strip(), x, each * cell, each))
            x += each * cell
        if not steps:
            placed.append(("", x, each * cell, each))
            x += each * cell
        found.append(_Column(phase, start, x - start, tuple(placed)))
    return found


def compose_wall(kit: Kit) -> Wall:
    """The wall map at true size."""
    ink = Ink()
    columns = _columns(kit)
    right = columns[-1].x + columns[-1].w
    y = _title(ink, kit, right)
    y = _heads(ink, kit, columns, y)
    top = y
    named = alike(
        [([Block(lane_name(lane), 8.6, 700, lang=kit.map_lang)], NAMES - 19) for lane in kit.document.lanes], 24
    )
    for lane, name in zip(kit.document.lanes, named, strict=True):
        y = _lane(ink, kit, lane, name, columns, y, right)
    for column in columns:
        for index, (_, x, _, _) in enumerate(column.steps):
            ink.line(x, top, x, y, SOFT if index == 0 else HAIR, 0.5 if index == 0 else 0.3)
    ink.line(right, top, right, y, SOFT, 0.5)
    ink.line(WHITE, y, right, y, SOFT, 0.5)
    names = tuple((f"{i} {column.phase.name.strip()}".strip(), column.x) for i, column in enumerate(columns, 1))
    return Wall(tuple(ink.ops), right + WHITE, y + WHITE, names)


def _title(ink: Ink, kit: Kit, right: float) -> float:
    """Title at the left, and who and when to fill in at the right, or below it on a narrow map; where they end."""
    wide = right - WHITE
    beside = wide >= 560
    room = wide - 330 if beside else wide
    blocks = [
        Block(kit.title, 17.0, 700, lang=kit.map_lang),
        Block(kit.document.info.subtitle.strip(), 8.0, color=SOFT, before=1.0, lang=kit.map_lang),
    ]
    sign = logo(kit, WHITE, WHITE, *_LOGO)
    left_of_title = WHITE
    if sign is not None:
        ink.ops.append(sign.op)
        left_of_title += sign.w + 8
        room -= sign.w + 8
    words = settle(blocks, room, 44)
    for index, role in enumerate(("title", "subtitle")):
        rows = tuple(row for row in words.cards[0] if row.block is blocks[index])
        if rows:
            part = Ink()
            draw(part, rows, left_of_title, WHITE, room)
            ink.part(part.ops, role)
    end = WHITE + max(words.ends[0], _LOGO[1] if sign is not None else 0.0)
    x, y, w = (right - 310, WHITE + 1, 310.0) if beside else (WHITE, end + 3, wide)
    fields = (translate("Kit", "Persona"), translate("Kit", "Date"), translate("Kit", "In the room"))
    per_row = 3 if w < 300 else 2
    high = 15.0
    for index, name in enumerate(fields):
        row, at = divmod(index, per_row)
        each = w / per_row
        left = x + at * each
        span = w if row == 1 else each - 6
        part = Ink()
        part.say(name, left, y + row * high + 3.4, 40, 6.4, color=SOFT, lang=kit.lang)
        ink.part(part.ops, "field")
        ink.line(left + 40, y + row * high + 10.5, left + span, y + row * high + 10.5, RULE, 0.35)
    low = y + high * -(-len(fields) // per_row)
    return max(end, low) + 5


def _heads(ink: Ink, kit: Kit, columns: Sequence[_Column], y: float) -> float:
    white = INK if kit.bw else "phase.ink"
    disc, pad = 16.0, 8.0
    named = alike(
        [
            (
                [Block(column.phase.name.strip(), 12.0, 700, color=white, lang=kit.map_lang)],
                column.w - disc - 3 * pad - min(ARROW / 3, column.w / 8),
            )
            for column in columns
        ],
        24,
    )
    asked = alike(
        [
            ([Block(column.phase.prompt.strip(), 6.4, italic=True, lang=kit.map_lang)], column.w - 8)
            for column in columns
        ],
        22,
    )
    high = max(ARROW, *(flowed.ends[0] + 6 for flowed in named))
    for order, (column, flowed) in enumerate(zip(columns, named, strict=True), 1):
        part = Ink()
        arrow(part, column.x + 1, y, column.w - 2, high, phase_color(kit, column.phase), bw=kit.bw)
        phase_number(part, order, column.x + pad, y + (high - disc) / 2, disc, kit)
        left = column.x + disc + 2 * pad
        if flowed.cards[0]:
            draw(part, flowed.cards[0], left, y + (high - flowed.ends[0]) / 2, column.w - disc - 3 * pad)
        else:
            ink_line = y + high * 0.66
            part.line(left, ink_line, column.x + column.w - 22, ink_line, white, 0.4)
        ink.part(part.ops, "phase", source_id=column.phase.id)
    y += high + 2
    low = 4 + max(flowed.ends[0] for flowed in asked)
    for column, flowed in zip(columns, asked, strict=True):
        if flowed.cards[0]:
            part = Ink()
            draw(part, flowed.cards[0], column.x + 4, y + 1, column.w - 8)
            ink.part(part.ops, "question")
    y += low
    if any(name for column in columns for name, _, _, _ in column.steps):
        steps = [
            (x, w, settle([Block(name, 6.0, 600, lang=kit.map_lang)], w - 8, STEP - 2))
            for column in columns
            for name, x, w, _ in column.steps
        ]
        row = max(STEP, *(flowed.ends[0] + 2 for _, _, flowed in steps))
        for x, w, flowed in steps:
            if flowed.cards[0]:
                part = Ink()
                draw(part, flowed.cards[0], x + 4, y + 1, w - 8)
                ink.part(part.ops, "step")
        y += row
    return y


def _lane(ink: Ink, kit: Kit, lane: Lane, name: Flowed, columns: Sequence[_Column], y: float, right: float) -> float:
    """One lane, its name set already; where it ends."""
    known = LANE_KINDS.get(lane.kind)
    kind = known.item if known else None
    left, room = WHITE + 17, NAMES - 19
    wide = room - 19 if lane.kind == "emotion" else room  # the faces stand there
    high = {"emotion": SCORE * (len(scale_of(kit)) - 1) + 24, "channels": CHANNELS}.get(
        lane.kind, kit.down * (kit.note[1] + GAP)
    )
    low = 12.0 if kind else 2.0
    begun = name.ends[0] + 1.5
    words = settle(
        [Block(lane_question(lane), 6.0, color=SOFT, lang=kit.map_lang)], wide, max(high - 8 - low - begun, 12)
    )
    high = max(high, begun + words.ends[0] + 8 + low)
    ink.line(WHITE, y, right, y, SOFT, 0.5)
    part = Ink()
    part.icon(lane_icon(lane), WHITE + 3, y + 5, 10)
    draw(part, name.cards[0], left, y + 5, room)
    draw(part, words.cards[0], left, y + 5 + begun, wide)
    if kind:
        token = token_of(kind)
        part.rect(left, y + high - 10.5, 12, 7, f"note.{token}.fill", f"note.{token}.edge", 0.3, 0.8)
        part.pattern(kind, left + 6.5, y + high - 10.5, 5.5, 7)
        part.rect(left + 0.6, y + high - 9.9, 5.8, 5.8, "#FFFFFF", None, 0.3, 0.6)
        part.letter(kind, left, y + high - 10.1, 7.0, 6.2)
    ink.part(part.ops, "lane", source_id=lane.id)
    if lane.kind == "emotion":
        _feelings(ink, kit, y, high, right)
    elif lane.kind == "channels":
        for column in columns:
            for _, x, w, _ in column.steps:
                _discs(ink, x, y, w, high)
    else:
        for column in columns:
            for _, x, _, count in column.steps:
                _places(ink, kit, x, y, count)
    return y + high


def _feelings(ink: Ink, kit: Kit, y: float, high: float, right: float) -> None:
    steps = scale_of(kit)
    top = y + (high - SCORE * (len(steps) - 1)) / 2
    left = WHITE + NAMES
    for index, (score, label) in enumerate(steps):
        at = top + index * SCORE
        part = Ink()
        part.face(score, 0, left - 18, at - 7, 14)
        part.say(label, left + 2, at - 6.4, 60, 4.6, weight=600, color=SOFT, lang=kit.lang)
        ink.part(part.ops, "figure", label=label)
        strong = score == 0
        ink.line(left, at, right, at, SOFT if strong else RULE, 0.5 if strong else 0.3, () if strong else (3.0, 2.0))


def _discs(ink: Ink, x: float, y: float, w: float, high: float) -> None:
    """Places for the signs of channels."""
    size, gap = 18.0, 6.0
    count = max(1, int((w - 6) // (size + gap)))
    for index in range(count):
        left = x + 5 + index * (size + gap)
        ink.rect(left, y + (high - size) / 2, size, size, None, RULE, 0.35, radius=size / 2, dash=(2.0, 1.6))


def _places(ink: Ink, kit: Kit, x: float, y: float, count: int) -> None:
    """Places for notes, with lines to write on."""
    w, h = kit.note
    for row in range(kit.down):
        for column in range(count):
            left, top = x + GAP / 2 + column * (w + GAP), y + GAP / 2 + row * (h + GAP)
            ink.rect(left, top, w, h, None, RULE, 0.35, 1.5, (2.4, 1.8))
            pitch = h / 6
            for index in range(1, 6):
                at = top + index * pitch
                ink.line(left + 4, at, left + w - 4, at, HAIR, 0.2)


# -- on paper ------------------------------------------------------------------------------------------------------


def wall_pages(kit: Kit) -> Composed:
    """The wall map on tiles, on one page or on a roll (PK9).  Raises ExportError for what cannot be printed."""
    wall = compose_wall(kit)
    if kit.wall == "tiles":
        return _tiled(kit, wall)
    form = Form(wall.ops, wall.width * K, wall.height * K)
    width, height = wall.width, wall.height
    if kit.wall != "page":
        width, height = _on_roll(wall, roll_width(float(kit.wall)))
    if max(width, height) > LONGEST:
        text = translate(
            "Kit",
            "A PDF page cannot be longer than 5.08 m, and the wall map would be {length} m; print it on sheets to "
            "glue, or with fewer notes across a phase.",
        )
        raise ExportError(text.format(length=number(max(width, height) / 1000, 2)))
    marks = tuple(Mark(name, 0.0) for name, _ in wall.phases)
    label = translate("Kit", "Wall map")
    page = KitPage(width, height, (), (), (Stamp(WALL, 0.0, 0.0),), label, marks=marks)
    return Composed((page,), ((WALL, form),))


def _on_roll(wall: Wall, roll: float) -> tuple[float, float]:
    """The page on a roll: as wide as the roll one way, as long as the map the other, the shorter of both ways."""
    across = wall.width <= roll
    if across and (wall.height <= wall.width or wall.height > roll):
        return roll, wall.height
    if wall.height <= roll:
        return wall.width, roll
    text = translate(
        "Kit",
        "The wall map is {height} mm high, and the roll {roll} mm wide; take a wider roll, or print it on sheets to "
        "glue.",
    )
    raise ExportError(text.format(height=millimetres(round(wall.height)), roll=millimetres(roll)))


def _fitted(kit: Kit, wall: Wall) -> Wall:
    """The wall map with less white round it where that saves a row or a column of sheets; the map keeps its size."""
    spare = 2 * (WHITE - LEAST_WHITE)
    full = plan_tiles(wall.width, wall.height, kit.sheet, least_scale=1.0)
    least = plan_tiles(wall.width - spare, wall.height - spare, kit.sheet, least_scale=1.0)
    if least.columns * least.rows >= full.columns * full.rows:
        return wall
    across, down = (side - 2 * least.margin - least.overlap for side in least.sheet)
    less_x = max(0.0, wall.width - least.columns * across - least.overlap) / 2
    less_y = max(0.0, wall.height - least.rows * down - least.overlap) / 2
    return Wall(
        (Group(wall.ops, -less_x * K, -less_y * K),),
        wall.width - 2 * less_x,
        wall.height - 2 * less_y,
        tuple((name, x - less_x) for name, x in wall.phases),
    )


def _tiled(kit: Kit, wall: Wall) -> Composed:
    """The assembly page, and a sheet for each part of the wall map that holds something (CU1)."""
    wall = _fitted(kit, wall)
    form = Form(wall.ops, wall.width * K, wall.height * K)
    tiling = plan_tiles(wall.width, wall.height, kit.sheet, least_scale=1.0)
    hung = tiling.inked(ink(wall.ops, load_theme("mono" if kit.bw else "poster"), 1 / K))
    tiles = tuple(tile for tile in tiling.tiles if tile.name in hung)
    # The whole title stands on the map itself.
    title = fitting(f"{translate('Kit', 'Wall map')} · {kit.title}", em(4.0), kit.map_lang, min(kit.sheet) * K)
    plan = assembly_page(tiling, tiles, paper_name=kit.paper, title=title, version=0, lang=kit.lang)
    small = Stamp(WALL, plan.map_x, plan.map_y, plan.map_scale / K, reads=False)
    forms: dict[str, Form] = {WALL: form}
    pages = [
        KitPage(
            plan.width / K, plan.height / K, plan.ops, (), (small,), translate("Tiles", "Assembly"),
            marks=(Mark(translate("Tiles", "How the map hangs"), 0.0),),
        )
    ]  # fmt: skip
    width, height = tiling.sheet
    for tile in tiles:
        window = (tiling.margin * K, tiling.margin * K, tile.w * K, tile.h * K)
        shown = [Stamp(WALL, (tiling.margin - tile.x) * K, (tiling.margin - tile.y) * K, window=window)]
        for strip in glue_edges(tiling, tile, hung):
            forms.setdefault(strip.name, Form(strip.ops, strip.w, strip.h))
            shown.append(Stamp(strip.name, strip.x, strip.y))
        trim = (0.0, 0.0, tiling.margin + tile.w, tiling.margin + tile.h)
        frame = tile_marks(tiling, tile, title, kit.lang, hung=hung)
        pages.append(KitPage(width, height, (), frame, tuple(shown), sheet_words(tile.name), trim, _marks(wall, tile)))
    return Composed(tuple(pages), tuple(forms.items()))


def _marks(wall: Wall, tile: Tile) -> tuple[Mark, ...]:
    """The phases that begin on a sheet of the topmost row."""
    if tile.row:
        return ()
    return tuple(Mark(name, 0.0) for name, x in wall.phases if tile.x <= x < tile.x + tile.w)


def can_hang(document: Document) -> bool:
    """Whether a map has what a wall map is made of."""
    return bool(document.phases and document.lanes)
