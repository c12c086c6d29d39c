"""The notes of a map as cards to cut and hang, and empty ones to write on.

PK6  A note says its number, its kind by colour, letter and pattern, and where it stands on the map, so that it is read
     in black and white and finds its place again.  Notes in the inbox are printed, those on the parking lot stand on
     its sheet.
"""

from __future__ import annotations

from model.document import Document, card_number
from model.draw import marks
from model.draw.displaylist import Group, Op
from model.export.kit.flow import Block, draw, flow
from model.export.kit.ink import INK, Ink, K, broken, em
from model.export.kit.sheet import Composed, Kit, card_pages, grid
from model.i18n import number, translate
from model.kinds import ITEM_KINDS, LANE_KINDS
from model.layout.cards import token_of
from model.records import Item
from model.text.breaking import shape_line

STRIP = 7.0
TOP, BOTTOM = 10.5, 4.0
PAD = 3.6
_PLACE = 2.9
EVIDENCE = ("assumption", "observed", "measured")
_NUMBERED = 22.0
"""The room of a number, and of one that is to be written."""


def printed_notes(document: Document) -> tuple[Item, ...]:
    """The notes that the sheets of notes hold, in map order (PK6)."""
    return (*document.placed, *document.inbox)


def kind_title(kind: str) -> str:
    """What a kind of card is called; one of a newer version by its own id."""
    known = ITEM_KINDS.get(kind)
    return known.title if known else kind


def plate(ink: Ink, kind: str, w: float, h: float, *, blank: bool = False) -> None:
    """The ground of a card, with the strip of its kind at the left: pattern, and letter on white."""
    token = token_of(kind)
    ink.rect(0, 0, w, h, "#FFFFFF" if blank else f"note.{token}.fill")
    ink.rect(0, 0, STRIP, h, "#FFFFFF")
    ink.pattern(kind, 0, 0, STRIP, h)
    ink.line(STRIP, 0, STRIP, h, f"note.{token}.edge", 0.3)
    ink.rect(0.9, 2.2, STRIP - 1.8, 6.2, "#FFFFFF", f"note.{token}.edge", 0.3, 0.8)
    ink.letter(kind, 0, 2.3, STRIP, 6.0)


def place_of(kit: Kit, item: Item, width: float) -> str:
    """Where a note stands (phase, step and lane, by their own names), as far as two small lines have room for it; the
    phase's number at least."""
    document = kit.document
    if item.place == "inbox":
        return translate("Kit", "Inbox")
    if item.place == "parking":
        return translate("Kit", "Parking lot")
    phase = document.phase_of(item)
    if phase is None:
        return ""
    order = number(document.phases.index(phase) + 1)
    lane = document.lane_table.get(item.lane_id or "")
    name = " ".join(phase.name.split())
    row = " ".join(lane.name.split()) if lane else ""
    own = document.step_table.get(item.step_id or "")
    step = " ".join(own.name.split()) if own else ""
    short = translate("Kit", "Phase {number}").format(number=order)
    first = f"{order} {name}" if name else short
    for more in ((step, row), (step,), (row,), ()):
        text = " · ".join(filter(None, (first, *more)))
        if len(broken(text, em(_PLACE), width, kit.map_lang)) <= 2:
            return text
    return short


def note_faces(kit: Kit, item: Item) -> list[tuple[list[Op], str | None]]:
    """A note on as many cards as its text needs."""
    w, h = kit.note
    large = 9.0 if w >= 120 else 7.2
    left, room = STRIP + PAD, w - STRIP - 2 * PAD
    signs = Ink()
    beside = room - (left + room - _signs(signs, item, left + room, h - BOTTOM - 3.2))
    place = place_of(kit, item, beside)
    low = len(broken(place, em(_PLACE), beside, kit.map_lang)) * _PLACE * 1.22 + BOTTOM + 1.6
    known = ITEM_KINDS.get(item.kind)
    text = item.text.strip()
    blocks = [Block(text, large, 500 if item.kind == "touchpoint" else 400, bool(known and known.quote),
                    f"note.{token_of(item.kind)}.ink", lang=kit.map_lang)]  # fmt: skip
    flowed = flow(blocks, room, h - TOP - low)
    found: list[tuple[list[Op], str | None]] = []
    for index, card in enumerate(flowed.cards):
        ink = Ink()
        plate(ink, item.kind, w, h)
        count = f"{index + 1}/{len(flowed.cards)}" if len(flowed.cards) > 1 else ""
        numbered = shape_line(card_number(item), em(4.6, 700), "en").width / K + 1.5
        if count:
            wide = shape_line(count, em(3.4, 600), "en").width / K
            numbered += wide + 1.5
            ink.say(count, left + room - numbered + 1.5, 3.4, wide + 1, 3.4, weight=600, lang="en")
        _say_kind(ink, kit, item.kind, left, min(room - numbered, room - _NUMBERED))
        ink.say(card_number(item), left, 2.6, room, 4.6, weight=700, align="end", lang="en")
        if text:
            draw(ink, card, left, TOP, room)
        else:
            ink.writing(left, TOP, room, h - TOP - low, 11, f"note.{token_of(item.kind)}.edge")
        ink.say(place, left, h - low + 1.2, beside, _PLACE, color=INK, lang=kit.map_lang)
        ink.ops += signs.ops
        found.append((ink.ops, item.id))
    return found


def _say_kind(ink: Ink, kit: Kit, kind: str, x: float, width: float) -> None:
    """What kind of note it is, where it fits on one line; else its letter says it."""
    title = kind_title(kind)
    if shape_line(title, em(3.1), kit.lang).width / K <= width:
        ink.say(title, x, 3.4, width + 0.1, 3.1, color=INK, lang=kit.lang)


def _signs(ink: Ink, item: Item, right: float, y: float) -> float:
    """Severity and evidence, from the right; where they begin."""
    edge = f"note.{token_of(item.kind)}.edge"
    if item.evidence in EVIDENCE:
        ops = marks.evidence_ops(item.evidence, edge, 4.0 * K)
        ink.ops.append(Group(ops, (right - 4.0) * K, (y - 0.4) * K))
        right -= 6.0
    known = ITEM_KINDS.get(item.kind)
    if known is not None and known.severity and item.severity:
        ops = marks.severity_ops(item.severity, edge, 3.4 * K / 10)
        ink.ops.append(Group(ops, (right - 8.5) * K, y * K))
        right -= 10.5
    return right


def note_pages(kit: Kit) -> Composed:
    """Every note on the map and in the inbox, as a card of the size of a sticky note."""
    faces = [face for item in printed_notes(kit.document) for face in note_faces(kit, item)]
    return card_pages(kit, translate("Kit", "Notes to hang"), grid(kit, *kit.note), faces)


def lane_items(document: Document) -> list[str]:
    """The kinds of notes that the map's lanes hold, in their order."""
    kinds = (LANE_KINDS.get(lane.kind) for lane in document.lanes)
    return list(dict.fromkeys(kind.item for kind in kinds if kind is not None and kind.item is not None))


def blank_pages(kit: Kit) -> Composed:
    """A sheet of empty notes for each kind that the map's lanes hold, with lines to write on."""
    place = grid(kit, *kit.note)
    faces: list[tuple[list[Op], str | None]] = []
    for kind in lane_items(kit.document):
        ink = Ink()
        w, h = kit.note
        left, room = STRIP + PAD, w - STRIP - 2 * PAD
        plate(ink, kind, w, h)
        _say_kind(ink, kit, kind, left, room - _NUMBERED)
        edge = f"note.{token_of(kind)}.edge"
        ink.say("N", left + room - 20, 3.0, 5, 3.6, weight=600, color=edge, lang="en")
        ink.line(left + room - 16, 7.2, left + room, 7.2, edge, 0.25)
        ink.writing(left, TOP, room, h - TOP - 6, 11, edge)
        faces += [(ink.ops, None)] * place.count
    return card_pages(kit, translate("Kit", "Empty notes"), place, faces)
