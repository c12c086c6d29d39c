"""Cards to hang at the edges of a wall: the names of the phases above it, those of the lanes beside it, and the strip
on which a room draws what the customer feels."""

from __future__ import annotations

from collections.abc import Sequence

from model.draw.displaylist import Op, Path, polyline
from model.draw.patterns import letter_of
from model.export.kit.flow import Block, alike, draw, flow, settle
from model.export.kit.ink import HAIR, INK, RULE, SOFT, Ink, K, em
from model.export.kit.notes import kind_title
from model.export.kit.sheet import FOOT, MARGIN, SIDE, Composed, Kit, KitPage, card_pages, foot, grid
from model.i18n import number, translate
from model.kinds import LANE_KINDS
from model.layout.cards import token_of
from model.layout.headers import palette
from model.records import Lane, Phase
from model.scale import score_text
from model.text.breaking import shape_line

CARD = (127.0, 76.0)
SCORES = (2, 1, 0, -1, -2)
_LEAST_COLUMN = 24.0
FACE = 15.0
"""The faces of the strip, mm."""
_LABEL = 5.4
_MOST_NAME = 50.0


def phase_color(kit: Kit, phase: Phase) -> str:
    """The colour of a phase's header: its own, that of the organisation, or the usual one (HS3)."""
    usual = kit.house.shade or "phase.fill"
    return palette(phase.color, usual) or usual


def arrow(ink: Ink, x: float, y: float, w: float, h: float, color: str, *, bw: bool) -> None:
    """The header of a phase as an arrow; in black and white an outline, which saves ink."""
    tip = min(h / 3, w / 8)
    points = ((x, y), (x + w - tip, y), (x + w, y + h / 2), (x + w - tip, y + h), (x, y + h))
    placed = polyline(tuple((a * K, b * K) for a, b in points), close=True)
    ink.ops.append(Path(placed, None if bw else color, INK if bw else None, 0.5 * K))


def phase_number(ink: Ink, order: int, x: float, y: float, size: float, kit: Kit) -> None:
    """The number of a phase on a disc of ``size`` mm."""
    ink.rect(x, y, size, size, "#FFFFFF", INK if kit.bw else None, 0.4, radius=size / 2)
    color = INK if kit.bw else kit.house.shade or "phase.number_ink"
    ink.say(number(order), x, y + size * 0.14, size, size * 0.58, weight=700, color=color, align="middle", lang="en")


def phase_faces(kit: Kit) -> list[tuple[list[Op], str | None]]:
    """Each phase on a card: number and name on its arrow, the question to ask the room below it."""
    w, h = CARD
    band, pad = 40.0, 7.0
    found: list[tuple[list[Op], str | None]] = []
    white = INK if kit.bw else "phase.ink"
    room_w, room_h = w - 44, band - 6
    names = [[Block(phase.name.strip(), 13.0, 700, color=white, lang=kit.map_lang)] for phase in kit.document.phases]
    row = alike([(name, room_w) for name in names], room_h)
    for order, phase in enumerate(kit.document.phases, 1):
        question = [Block(phase.prompt.strip(), 6.4, lang=kit.map_lang)]
        named = row[order - 1]
        if named.ends[0] > room_h:
            named = flow(names[order - 1], room_w, room_h)
        asked = flow(question, w - 2 * pad, h - band - 16)
        count = max(len(named.cards), len(asked.cards))
        for index in range(count):
            ink = Ink()
            arrow(ink, 3, 4, w - 6, band, phase_color(kit, phase), bw=kit.bw)
            phase_number(ink, order, 8, 4 + (band - 15) / 2, 15, kit)
            if index < len(named.cards) and named.cards[index]:
                top = 4 + (band - named.ends[index]) / 2
                draw(ink, named.cards[index], 28, top, room_w)
            elif not phase.name.strip():
                ink.line(28, 4 + band * 0.66, 28 + room_w - 4, 4 + band * 0.66, white, 0.35)
            if index < len(asked.cards) and asked.cards[index]:
                draw(ink, asked.cards[index], pad, band + 8, w - 2 * pad)
            elif not phase.prompt.strip():
                ink.writing(pad, band + 6, w - 2 * pad, h - band - 11, 11)
            if count > 1:
                ink.say(f"{index + 1}/{count}", w - pad - 12, h - 6.5, 12, 3.4, weight=600, align="end", lang="en")
            found.append((ink.ops, phase.id))
    return found


def phase_pages(kit: Kit) -> Composed:
    """The cards of the phases."""
    return card_pages(kit, translate("Kit", "Phase headers"), grid(kit, *CARD), phase_faces(kit))


def lane_question(lane: Lane) -> str:
    """What a lane asks: its own question, or that of its kind, which for the emotion lane is of the editor only."""
    if lane.kind == "emotion":
        return lane.prompt.strip() or translate("Kit", "How does it feel? Put a dot in each phase, then join them.")
    known = LANE_KINDS.get(lane.kind)
    return lane.prompt.strip() or (known.question if known else "")


def lane_name(lane: Lane) -> str:
    """What a lane is called."""
    known = LANE_KINDS.get(lane.kind)
    return lane.name.strip() or (known.title if known else lane.kind)


def lane_icon(lane: Lane) -> str:
    """The icon of a lane."""
    known = LANE_KINDS.get(lane.kind)
    return known.icon if known else "help"


def lane_faces(kit: Kit) -> list[tuple[list[Op], str | None]]:
    """Each lane on a card: its name, its question, and the kind of notes that it holds."""
    w, h = CARD
    pad = 8.0
    found: list[tuple[list[Op], str | None]] = []
    for lane in kit.document.lanes:
        known = LANE_KINDS.get(lane.kind)
        kind = known.item if known else None
        blocks = [
            Block(lane_name(lane), 12.0, 700, lang=kit.map_lang, heads=True),
            Block(lane_question(lane), 6.4, before=3.0, lang=kit.map_lang),
        ]
        low = 15.0 if kind else 8.0
        flowed = flow(blocks, w - 2 * pad - 18, h - 9 - low)
        for index, card in enumerate(flowed.cards):
            ink = Ink()
            ink.rect(1.5, 1.5, w - 3, h - 3, None, INK, 0.5, 3)
            ink.icon(lane_icon(lane), pad, 9.5, 12)
            draw(ink, card, pad + 18, 9, w - 2 * pad - 18)
            if kind:
                token = token_of(kind)
                ink.rect(pad, h - 13.5, 14, 7.5, f"note.{token}.fill", f"note.{token}.edge", 0.3, 0.8)
                ink.pattern(kind, pad + 7, h - 13.5, 7, 7.5)
                ink.rect(pad + 0.6, h - 12.9, 6.2, 6.3, "#FFFFFF", None, 0.3, 0.6)
                ink.letter(kind, pad, h - 13.2, 7.4, 6.6)
                words = translate("Kit", "Notes with the letter {letter}: {kind}")
                said = words.format(letter=letter_of(kind), kind=kind_title(kind))
                ink.say(said, pad + 18, h - 11.8, w - 2 * pad - 32, 3.4, color=SOFT, lang=kit.lang)
            if len(flowed.cards) > 1:
                count = f"{index + 1}/{len(flowed.cards)}"
                ink.say(count, w - pad - 12, h - 8, 12, 3.4, weight=600, align="end", lang="en")
            found.append((ink.ops, lane.id))
    return found


def lane_pages(kit: Kit) -> Composed:
    """The cards of the lanes."""
    return card_pages(kit, translate("Kit", "Lane cards"), grid(kit, *CARD), lane_faces(kit))


# -- the strip of feelings -----------------------------------------------------------------------------------------


def emotion_pages(kit: Kit) -> Composed:
    """The faces from best to worst at the left, a line for each, and a column for each phase: lying, to draw on."""
    width, height = max(kit.sheet), min(kit.sheet)
    names = max(shape_line(label, em(_LABEL, 600), kit.lang).width / K for _, label in scale_of(kit))
    left, right = SIDE + FACE + max(names + 5, 18.0), width - SIDE
    most = max(1, int((right - left) // _LEAST_COLUMN))
    phases = kit.document.phases
    count = max(1, -(-len(phases) // most))
    each = max(1, -(-len(phases) // count))
    groups: list[Sequence[Phase]] = [phases[at : at + each] for at in range(0, len(phases), each)] or [()]
    title = translate("Kit", "How does it feel?")
    pages: list[KitPage] = []
    start = 1
    for index, group in enumerate(groups):
        ink = Ink()
        name = Ink()
        name.say(title, SIDE, MARGIN + 1, 90, 7.0, weight=700, lang=kit.lang)
        frame: list[Op] = []
        if index == 0:
            ink.part(name.ops, "title")
        else:
            frame += name.ops
        _who(ink, kit, SIDE + 100, MARGIN + 2, right)
        top = _columns(ink, kit, group, start, left, right, MARGIN + 14)
        bottom = height - MARGIN - FOOT - 4
        for i in range(len(group) + 1 if group else 0):
            x = left + i * (right - left) / len(group)
            ink.line(x, MARGIN + 14, x, bottom, HAIR, 0.3)
        _scale(ink, kit, left, right, top, bottom)
        start += len(group)
        frame += foot(kit, translate("Kit", "Emotion strip"), index + 1, len(groups), width, height, check=True)
        pages.append(KitPage(width, height, tuple(ink.ops), tuple(frame)))
    return Composed(tuple(pages))


def _who(ink: Ink, kit: Kit, x: float, y: float, right: float) -> None:
    words = Ink()
    words.say(translate("Kit", "Persona"), x, y, 24, 4.0, color=SOFT, lang=kit.lang)
    ink.part(words.ops, "field")
    ink.line(x + 22, y + 5.4, right, y + 5.4, RULE, 0.3)


def _columns(ink: Ink, kit: Kit, phases: Sequence[Phase], start: int, left: float, right: float, y: float) -> float:
    """The names of the phases above their columns; where the columns begin."""
    if not phases:
        return y
    w = (right - left) / len(phases)
    named = alike(
        [
            ([Block(f"{start + i} {phase.name.strip()}".strip(), 4.6, 600, lang=kit.map_lang)], w - 3)
            for i, phase in enumerate(phases)
        ],
        17,
    )
    # A name too long for its column is told by its number; it stands whole on the card of its phase.
    named = [
        flowed if flowed.ends[0] <= _MOST_NAME else settle([Block(f"{start + i} …", 4.6, 600)], w - 3, 17)
        for i, flowed in enumerate(named)
    ]
    high = max(flowed.ends[0] for flowed in named)
    for i, (flowed, phase) in enumerate(zip(named, phases, strict=True)):
        head = Ink()
        draw(head, flowed.cards[0], left + i * w + 1.5, y + high - flowed.ends[0], w - 3)
        ink.part(head.ops, "phase", source_id=phase.id)
    return y + high + 2


def _scale(ink: Ink, kit: Kit, left: float, right: float, top: float, bottom: float) -> None:
    steps = scale_of(kit)
    size = min(FACE, (bottom - top) / len(steps) - 3)
    pitch = (bottom - top - size) / (len(steps) - 1)
    columns = Ink()
    for i, (score, label) in enumerate(steps):
        y = top + size / 2 + i * pitch
        row = Ink()
        row.face(score, 0, SIDE, y - size / 2, size)
        row.say(label, SIDE + size + 2, y - 3.4, left - SIDE - size - 2, _LABEL, weight=600, lang=kit.lang)
        ink.part(row.ops, "row", label=label)
        strong = score == 0
        columns.line(left, y, right, y, INK if strong else RULE, 0.4 if strong else 0.25, () if strong else (2.0, 1.4))
    ink.ops += columns.ops


def scale_of(kit: Kit) -> tuple[tuple[int, str], ...]:
    """The scores from best to worst, each with what it is called."""
    return tuple((score, score_text(score, kit.document.info.emotion_scale)) for score in SCORES)
