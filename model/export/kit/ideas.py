"""Opportunity cards: each opportunity on a card of half a sheet, to be worked out by two or three people."""

from __future__ import annotations

from model.document import Document, card_number
from model.draw.displaylist import Op, Path, ellipse
from model.export.kit.flow import Block, draw, flow
from model.export.kit.ink import INK, RULE, SOFT, Ink, K
from model.export.kit.notes import PAD, STRIP, kind_title, place_of, plate
from model.export.kit.sheet import Composed, Kit, card_pages, grid
from model.fields import ITEM_FIELDS
from model.i18n import number, translate
from model.records import Item
from model.trace import grounds

CARD = (190.0, 120.0)
_LOW = 31.0
"""The room at the foot of a card for what is to be filled in."""


def opportunities(document: Document) -> list[Item]:
    """The opportunities of a map, in map order, those in the inbox last."""
    return [item for item in (*document.placed, *document.inbox) if item.kind == "opportunity"]


def idea_faces(kit: Kit, item: Item) -> list[tuple[list[Op], str | None]]:
    """An opportunity on as many cards as it needs: what it rests on, and what answers it so far."""
    document = kit.document
    w, h = CARD
    left, room = STRIP + PAD + 1, w - STRIP - 2 * PAD - 2
    lang = kit.map_lang
    ways = grounds(document)
    below = [document.item_table[way.target_id] for way in ways.of.get(item.id, ())]
    above = [document.item_table[way.source_id] for way in ways.under.get(item.id, ())]
    blocks = [Block(item.text.strip(), 8.4, 600, lang=lang)]
    if item.description.strip():
        blocks.append(Block(item.description.strip(), 4.4, before=1.5, lang=lang))
    for name, cards in (
        (translate("Kit", "Rests on"), below),
        (translate("Kit", "Solutions so far"), above),
    ):
        if cards:
            blocks.append(Block(name, 3.6, 700, color=SOFT, before=3.0, lang=kit.lang, heads=True))
            for card in cards:
                said = f"{card_number(card)} {' '.join(card.text.split())}".strip()
                blocks.append(Block(said, 4.2, before=0.9, indent=8.0, lang=lang, sign=card.kind))
    top = 13.0
    flowed = flow(blocks, room, h - top - _LOW, h - top - 6)
    found: list[tuple[list[Op], str | None]] = []
    for index, card_rows in enumerate(flowed.cards):
        ink = Ink()
        plate(ink, item.kind, w, h, blank=True)
        words = f"{kind_title(item.kind)} · {place_of(kit, item, (room - 40) * 0.7)}"
        ink.say(words.rstrip(" ·"), left, 4.2, room - 40, 2.9, color=SOFT, lang=lang)
        if len(flowed.cards) > 1:
            ink.say(f"{index + 1}/{len(flowed.cards)}", left + room - 40, 4.4, 14, 3.6, weight=600, align="end")
        ink.say(card_number(item), left + room - 24, 3.2, 24, 5.4, weight=700, align="end", lang="en")
        draw(ink, card_rows, left, top, room, 3.9)
        if not item.text.strip():
            ink.writing(left, top, room, 24, 11)
        if index == 0:
            _low(ink, kit, item, left, room, h)
        found.append((ink.ops, item.id))
    return found


def _low(ink: Ink, kit: Kit, item: Item, left: float, room: float, h: float) -> None:
    """Impact and effort to tick, who takes it up, and the first step."""
    y = h - _LOW + 3.5
    ink.line(left, y - 2, left + room, y - 2, RULE, 0.25)
    half = room / 2
    for x, name in ((left, "impact"), (left + half, "effort")):
        field = ITEM_FIELDS[name]
        value = getattr(item, name)
        ink.say(field.title, x, y + 0.4, 26, 3.6, weight=600, lang=kit.lang)
        for i in range(5):
            cx, cy, r = x + 30 + i * 11.0, y + 2.6, 2.9
            chosen = value is not None and i + 1 == value
            ink.ops.append(Path(ellipse(cx * K, cy * K, r * K), INK if chosen else None, INK, 0.3 * K))
            digits = number(i + 1)
            color = "#FFFFFF" if chosen else INK
            ink.say(digits, cx - r, cy - 1.9, 2 * r, 3.2, weight=600, color=color, align="middle", lang="en")
    y += 10.5
    fields = (
        (translate("Kit", "Who takes this up"), left, half - 6),
        (translate("Kit", "Before"), left + half, half),
        (translate("Kit", "First step"), left, room),
    )
    for i, (name, x, wide) in enumerate(fields):
        at = y + (8.5 if i == 2 else 0)
        ink.say(name, x, at, 34, 3.4, color=SOFT, lang=kit.lang)
        ink.line(x + 34, at + 4.6, x + wide, at + 4.6, RULE, 0.25)


def idea_pages(kit: Kit) -> Composed:
    """The cards of all opportunities."""
    faces = [face for item in opportunities(kit.document) for face in idea_faces(kit, item)]
    return card_pages(kit, translate("Kit", "Opportunity cards"), grid(kit, *CARD), faces)
