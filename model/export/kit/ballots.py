"""Voting ballots: what there is to choose from, with dots to fill in, one for each who votes.

PK11 A ballot lists the notes of one kind, three dots to each.  Everybody has as many dots as a third of the notes,
     three at least and five at most; several of them may go to one note.

Sources: three to five dots each, more than one of them on the same note allowed, and options divided by three, are
usual ways of dot voting.
"""

from __future__ import annotations

from collections.abc import Sequence

from model.document import Document, card_number
from model.draw.displaylist import Op, Path, ellipse
from model.export.kit.flow import Block, draw, flow
from model.export.kit.ink import INK, SOFT, Ink, K
from model.export.kit.sheet import Composed, Kit, card_pages, grid
from model.i18n import translate
from model.kinds import ITEM_KINDS
from model.records import Item

CARD = (132.0, 180.0)
KINDS = ("pain_point", "opportunity", "solution")
"""What is voted on."""
DOTS, LEAST_DOTS, MOST_DOTS = 3, 3, 5
_PAD, _DOT, _PITCH = 9.0, 5.4, 8.4


def choices(document: Document) -> list[tuple[str, list[Item]]]:
    """What there is to vote on: the kinds of which there are two notes at least, with these in map order."""
    cards = (*document.placed, *document.inbox)
    found = [(kind, [item for item in cards if item.kind == kind]) for kind in KINDS]
    return [(kind, items) for kind, items in found if len(items) > 1]


def dots_each(notes: int) -> int:
    """How many dots everybody has for so many notes (PK11)."""
    return min(MOST_DOTS, max(LEAST_DOTS, round(notes / 3)))


def ballot_faces(kit: Kit, kind: str, items: Sequence[Item]) -> list[tuple[list[Op], str | None]]:
    """One ballot, on as many cards as its notes need."""
    w, h = CARD
    room = w - 2 * _PAD
    dots = DOTS * _PITCH
    top = Ink()
    y = top.say(translate("Kit", "Ballot"), _PAD, 9, room, 8.0, weight=700, lang=kit.lang)
    y = top.say(ITEM_KINDS[kind].plural_title, _PAD, y, room, 5.0, weight=600, color=SOFT, lang=kit.lang)
    rule = translate("Kit", "You have %n dot(s). Several may go to the same note.", n=dots_each(len(items)))
    y = top.say(rule, _PAD, y + 2, room, 4.2, lang=kit.lang) + 5
    white = min(6.0, max(2.2, (h - y - 12) / len(items) - 6.6))  # many notes stand closer together
    blocks = [
        Block(
            f"{card_number(item)} {' '.join(item.text.split())}".strip(),
            5.4,
            before=white,
            indent=9.0,
            lang=kit.map_lang,
            sign=kind,
        )
        for item in items
    ]
    flowed = flow(blocks, room - dots - 3, h - y - 12, h - 24)
    found: list[tuple[list[Op], str | None]] = []
    for index, card in enumerate(flowed.cards):
        ink = Ink()
        start = y if index == 0 else 12.0
        if index == 0:
            ink.ops += top.ops
        draw(ink, card, _PAD, start, room - dots - 3, 4.4)
        for row in card:
            if row.first:
                for place in range(DOTS):
                    cx = w - _PAD - dots + _PITCH * (place + 0.5)
                    circle = ellipse(cx * K, (start + row.y) * K + row.style.line / 2, _DOT / 2 * K)
                    ink.ops.append(Path(circle, None, INK, 0.3 * K))
        if len(flowed.cards) > 1:
            count = f"{index + 1}/{len(flowed.cards)}"
            ink.say(count, w - _PAD - 14, h - 7.5, 14, 3.4, weight=600, align="end", lang="en")
        found.append((ink.ops, None))
    return found


def ballot_pages(kit: Kit) -> Composed:
    """A sheet of ballots for each kind; a ballot of one card as often as the sheet has room."""
    place = grid(kit, *CARD)
    faces: list[tuple[list[Op], str | None]] = []
    for kind, items in choices(kit.document):
        ballot = ballot_faces(kit, kind, items)
        copies = max(1, place.count // len(ballot))
        faces += ballot * copies
        faces += [([], None)] * (-len(faces) % place.count)  # each kind on sheets of its own
    return card_pages(kit, translate("Kit", "Ballots"), place, faces)
