"""Persona cards: who travels, to lay on the table or to hang beside the map."""

from __future__ import annotations

from model.draw import marks
from model.draw.displaylist import Op, Path, Picture, ellipse
from model.draw.poster_head import who
from model.export.kit.flow import Block, draw, flow
from model.export.kit.ink import SOFT, Ink, K
from model.export.kit.sheet import Composed, Kit, card_pages, grid
from model.i18n import translate
from model.layout.emotion import persona_color
from model.personas import persona_name
from model.records import Persona

CARD = (132.0, 180.0)
PAD, BAR = 9.0, 5.0
PORTRAIT = 38.0
_FIELD = 27.0
"""The room that a field to fill in takes: its name and two lines."""


def known_personas(kit: Kit) -> list[tuple[int, Persona]]:
    """The personas of whom anything is said, each with its place among all."""
    return told_personas(kit.document.personas)


def told_personas(personas: tuple[Persona, ...]) -> list[tuple[int, Persona]]:
    """Those of ``personas`` of whom anything is said, each with its place among all."""
    return [
        (i, p)
        for i, p in enumerate(personas)
        if any(text.strip() for text in (p.name, p.role, p.quote, p.goals, p.frustrations, p.description)) or p.portrait
    ]


def persona_faces(kit: Kit, place: int, persona: Persona) -> list[tuple[list[Op], str | None]]:
    """A persona on as many cards as its words need.  What nobody said yet has lines to write it on."""
    w, h = CARD
    left, room = BAR + PAD, w - BAR - 2 * PAD
    color = persona_color(persona, place)
    lang = kit.map_lang
    quote = persona.quote.strip()
    blocks = [
        Block(persona_name(persona), 10.0, 700, lang=lang, heads=True),
        Block(who(persona), 5.0, color=SOFT, before=1.0, lang=lang),
        Block(quote, 6.2, italic=True, before=5.0, lang=lang),
    ]
    open_fields: list[str] = []
    for name, said, asked in (
        (translate("CardLines", "Goals"), persona.goals, True),
        (translate("CardLines", "Frustrations"), persona.frustrations, True),
        (translate("CardLines", "Description"), persona.description, False),
    ):
        if said.strip():
            blocks.append(Block(name, 3.8, 700, color=SOFT, before=5.0, lang=kit.lang, heads=True))
            blocks.append(Block(said.strip(), 5.0, before=0.8, lang=lang))
        elif asked:
            open_fields.append(name)
    top, low = 10.0 + PORTRAIT + 5.0, 9.0
    flowed = flow(blocks, room, h - top - low, h - 10.0 - low)
    found: list[tuple[list[Op], str | None]] = []
    for index, card in enumerate(flowed.cards):
        ink = Ink()
        ink.rect(0, 0, BAR, h, color)
        y = top if index == 0 else 10.0
        if index == 0:
            _portrait(ink, kit, persona, left, 10.0)
            sample = marks.line_sample(
                place, color, True, (w - PAD - 30) * K, 18 * K, 28 * K, "surface.window", K / 2.4
            )
            ink.ops += sample
        draw(ink, card, left, y, room)
        end = y + flowed.ends[index]
        if index == len(flowed.cards) - 1:
            for name in open_fields:
                if end + _FIELD > h - low:
                    break
                ink.say(name, left, end + 5, room, 3.8, weight=700, color=SOFT, lang=kit.lang)
                ink.writing(left, end + 8, room, _FIELD - 8, 9)
                end += _FIELD
        if len(flowed.cards) > 1:
            count = f"{index + 1}/{len(flowed.cards)}"
            ink.say(count, w - PAD - 14, h - 7.5, 14, 3.4, weight=600, align="end", lang="en")
        found.append((ink.ops, persona.id))
    return found


def _portrait(ink: Ink, kit: Kit, persona: Persona, x: float, y: float) -> None:
    asset = kit.document.asset_table.get(persona.portrait or "")
    if asset is not None:
        ink.ops.append(Picture(asset, x * K, y * K, PORTRAIT * K, PORTRAIT * K, round=True))
        return
    r = PORTRAIT / 2
    ink.ops.append(Path(ellipse((x + r) * K, (y + r) * K, r * K), "surface.sunken"))
    ink.icon("user", x + r * 0.5, y + r * 0.5, r, "ink.3")


def persona_pages(kit: Kit) -> Composed:
    """The cards of all personas."""
    faces = [face for place, persona in known_personas(kit) for face in persona_faces(kit, place, persona)]
    return card_pages(kit, translate("Kit", "Persona cards"), grid(kit, *CARD), faces)
