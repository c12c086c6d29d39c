"""Maps for the paper kit: hardly anything, far too much, and right to left."""

from __future__ import annotations

from maps import Builder
from model.commands import cards, grid, links
from model.commands.places import Listing
from model.document import Document
from model.newmap import new_map

LONG_WORD = "Arbeidsongeschiktheidsverzekeringsmaatschappijenoverkoepelingsorgaan"
LONG_TEXT = " ".join(f"woord{i}" for i in range(900))
ARABIC = "العميل ينتظر عند المنضدة"
HEBREW = "הלקוח מחכה בדלפק"


def five_cards() -> Document:
    """Three phases without a name, five notes, and nobody."""
    builder = Builder(new_map("", "nl", ["", "", ""]))
    for index, kind in enumerate(("touchpoint", "touchpoint", "thought", "pain_point", "opportunity")):
        builder.card(kind, "" if index == 1 else f"Kaart {index}", index)
    return builder.document


def empty_map() -> Document:
    """No phases, no lanes, no notes."""
    return new_map("Leeg", "nl", [], ())


def long_words() -> Document:
    """Names and notes of one very long word, and a note of 900 words."""
    builder = Builder(new_map(f"Over {LONG_WORD}", "nl", [LONG_WORD, "Kort", f"{LONG_WORD} en {LONG_WORD}"]))
    document = builder.document
    builder.do(grid.set_fields(document, "phases", document.phases[1].id, prompt=" ".join([LONG_WORD] * 12)))
    lane = builder.document.lanes[1]
    builder.do(grid.set_fields(builder.document, "lanes", lane.id, name=LONG_WORD))
    touchpoint = builder.card("touchpoint", LONG_WORD, 0)
    pain = builder.do(cards.add_attached(builder.document, "pain_point", LONG_TEXT, touchpoint)).added("items")[0]
    builder.do(cards.set_card(builder.document, [pain], severity=5, cause=LONG_WORD))
    builder.card("pain_point", LONG_WORD, 1)
    builder.do(cards.add_attached(builder.document, "opportunity", LONG_TEXT, touchpoint))
    solution = builder.do(cards.add_attached(builder.document, "solution", LONG_WORD, touchpoint)).added("items")[0]
    builder.do(links.add_action(builder.document, solution, LONG_WORD))
    builder.do(cards.add_cards(builder.document, "note", [LONG_TEXT], Listing("parking")))
    told = builder.card("touchpoint", LONG_TEXT, 2)
    builder.do(cards.set_emotion(builder.document, told, builder.document.personas[0].id, score=-2, word="boos"))
    builder.do(grid.add_persona(builder.document, LONG_WORD, role=LONG_WORD, quote=LONG_TEXT, goals=LONG_WORD))
    return builder.document


def twelve_personas() -> Document:
    """Twelve personas, each with a feeling at every touchpoint."""
    builder = Builder(new_map("Twaalf", "nl", ["Begin", "Midden", "Eind"]))
    touchpoints = [builder.card("touchpoint", f"Contact {i}", i) for i in range(3)]
    for index in range(12):
        builder.do(grid.add_persona(builder.document, f"Persoon {index}", role=f"rol {index}"))
    named = [persona for persona in builder.document.personas if persona.name]
    for index, persona in enumerate(named):
        for place, touchpoint in enumerate(touchpoints):
            builder.do(cards.set_emotion(builder.document, touchpoint, persona.id, score=(index + place) % 5 - 2))
    return builder.document


def right_to_left() -> Document:
    """Names and notes in Arabic and Hebrew."""
    builder = Builder(new_map(ARABIC, "nl", [ARABIC, HEBREW]))
    touchpoint = builder.card("touchpoint", f"{ARABIC} 123 ABC", 0)
    builder.do(cards.add_attached(builder.document, "pain_point", HEBREW, touchpoint))
    builder.do(cards.add_attached(builder.document, "opportunity", f"{HEBREW} — {ARABIC}", touchpoint))
    builder.do(grid.add_persona(builder.document, HEBREW, role=ARABIC, quote=f"{ARABIC} {ARABIC}"))
    builder.do(cards.add_cards(builder.document, "note", [ARABIC], Listing("parking")))
    return builder.document
