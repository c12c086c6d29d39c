"""What may be written on cards below their text, where somebody chose it: "Goal: ordering within a minute".

CL1  Every field of cards can be chosen but those that have a sign on the card anyhow (:data:`SIGNED`), and besides the
     fields three things that are records of their own: a solution's actions, the words and quotes of a touchpoint's
     feelings, and the links that begin at a card; and, beside the map of a poster, what the personas want and what
     troubles them (:data:`BESIDE`).  What a card hangs on stands in its foot at all times, so "attach"
     links are not written again.
CL2  A card that says nothing there gets no line.  Lines stand in the order of the table, whatever order they were
     chosen in.
CL3  What is offered is what a card on the map says.

A field of a kind that is registered later is one of them like any other.  No name that is unknown does harm here: maps
and settings of other versions may name some.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from unicodedata import bidirectional

from model.actionlist import status_title
from model.document import Document
from model.fields import COMMON, ITEM_FIELDS, NAMED, ItemField, day_text, says, shown, value_of
from model.i18n import QT_TRANSLATE_NOOP, translate
from model.kinds import ITEM_KINDS, LINK_KINDS
from model.records import Item, Persona
from model.scale import score_text

SIGNED = frozenset({"severity", "moment_of_truth", "pictures", "evidence"})
"""Fields that are drawn on every card that says something there: bars, star and outline, the picture, the mark."""

OTHERS: dict[str, str] = {
    "actions": QT_TRANSLATE_NOOP("CardLines", "Actions"),
    "feelings": QT_TRANSLATE_NOOP("CardLines", "Words for feelings"),
    "links": QT_TRANSLATE_NOOP("CardLines", "Links in words"),
    "personas": QT_TRANSLATE_NOOP("CardLines", "Goals of personas"),
}
"""What can be chosen besides fields; names in the context "CardLines"."""
BESIDE = "personas"
"""What stands beside the map of a poster, and not on cards."""
QUOTE_MARKS = "\"'‘’“”„«»"
"""A quote that begins with one of these needs no others."""


def line_ids() -> tuple[str, ...]:
    """All that can be chosen, in the order of the lines on a card."""
    fields = tuple(name for name, field in ITEM_FIELDS.items() if _may_stand(field))
    return (*fields, *(name for name in OTHERS if name not in ITEM_FIELDS))


def line_title(line_id: str) -> str:
    """What it is called in the current language; an unknown one by its id."""
    field = ITEM_FIELDS.get(line_id)
    if field is not None:
        return field.title
    return translate("CardLines", OTHERS[line_id]) if line_id in OTHERS else line_id


def in_order(ids: Iterable[str]) -> tuple[str, ...]:
    """Those of ``ids`` that can be chosen, each once, in the order of the lines on a card."""
    wanted = set(ids)
    return tuple(name for name in line_ids() if name in wanted)


def parse_lines(text: str) -> tuple[str, ...]:
    """The ids of "goal, time", of "all" or of "none".  Raises ValueError with a sentence for the user."""
    names = [name.strip().casefold().replace("-", "_") for name in text.split(",")]
    if names == ["none"]:
        return ()
    if names == ["all"]:
        return line_ids()
    known = line_ids()
    for name in names:
        if name not in known:
            sentence = translate(
                "CardLines", "“{name}” is nothing that can be on notes; choose all, none, or of: {known}"
            )
            raise ValueError(sentence.format(name=name, known=", ".join(known)))
    return in_order(names)


def lines_used(document: Document, *, beside: bool = False) -> tuple[str, ...]:
    """What the cards on the map say something of (CL3), in the order of the lines on a card; with ``beside`` also what
    a poster can say beside its map."""
    cards = document.placed
    return tuple(name for name in line_ids() if (beside or name != BESIDE) and _used(document, cards, name))


def persona_lines(persona: Persona) -> list[str]:
    """What a persona wants, what troubles it, and what else is told of it, a line each."""
    said = (
        (translate("CardLines", "Goals"), persona.goals),
        (translate("CardLines", "Frustrations"), persona.frustrations),
        (translate("CardLines", "Description"), persona.description),
    )
    return [_line(title, words) for title, words in said if words.strip()]


def _used(document: Document, cards: Sequence[Item], name: str) -> bool:
    field = ITEM_FIELDS.get(name)
    if field is not None:
        if field.type in NAMED:
            return any(_names(document, card, field) for card in cards)
        return any(says(card, field) for card in cards if _belongs(card, field))
    if name == BESIDE:
        return any(persona_lines(persona) for persona in document.personas)
    placed = {card.id for card in cards}
    if name == "actions":
        return any(action.item_id in placed for action in document.action_table.values())
    if name == "feelings":
        felt = document.emotion_table.values()
        return any(one.touchpoint_id in placed and (one.word.strip() or one.quote.strip()) for one in felt)
    links = document.link_table.values()
    return any(link.source_id in placed and link.kind != "attach" for link in links)


def field_lines(item: Item, chosen: Iterable[str]) -> list[tuple[str, str]]:
    """(id, line) of what the record alone says of the fields in ``chosen``, in their order, but what names records."""
    found: list[tuple[str, str]] = []
    for name in chosen:
        field = ITEM_FIELDS.get(name)
        if field is None or field.type in NAMED or not _may_stand(field):
            continue
        if says(item, field) and _belongs(item, field):
            value = value_of(item, field)
            found.append((name, field.title if field.type == "switch" else _line(field.title, shown(field, value))))
    return found


def record_lines(document: Document, item: Item, chosen: Iterable[str]) -> list[tuple[str, str]]:
    """(id, line) of what other records say of a card, for those of ``chosen`` that are no fields of it."""
    found: list[tuple[str, str]] = []
    for name in chosen:
        field = ITEM_FIELDS.get(name)
        if field is not None and field.type in NAMED:
            if words := ", ".join(_names(document, item, field)):
                found.append((name, _line(field.title, words)))
        elif field is None and name in _OF_RECORDS:
            found += [(name, line) for line in _OF_RECORDS[name](document, item)]
    return found


def _line(title: str, words: str) -> str:
    """A title and what stands there; words that run the other way than the title in a paragraph of their own."""
    words = " ".join(words.split())
    between = "\n" if _from_right(words) and not _from_right(title) else ""
    line = translate("CardLines", "{field}: {words}").format(field=title, words=between + words)
    return line.replace(" \n", "\n")


def _from_right(text: str) -> bool:
    """Whether the first letter with a direction runs from the right (rules P2 and P3 of UAX #9)."""
    ways = (bidirectional(character) for character in text)
    return next((way for way in ways if way in ("L", "R", "AL")), "L") != "L"


def _may_stand(field: ItemField) -> bool:
    return field.id not in SIGNED and field.type != "pictures"


def _belongs(item: Item, field: ItemField) -> bool:
    """Whether cards of the kind have the field: what is left of another kind is not shown in the inspector either."""
    kind = ITEM_KINDS.get(item.kind)
    return kind is None or field.id in kind.own or field.id in COMMON


def _names(document: Document, item: Item, field: ItemField) -> list[str]:
    """The names of the channels or personas that a card names, where its kind does so."""
    if not _belongs(item, field):
        return []
    table: Mapping[str, Any] = document.tables[field.type]
    names = (table[each].name.strip() for each in value_of(item, field) if each in table)
    return [name for name in names if name]


def _actions(document: Document, item: Item) -> list[str]:
    """Each action: what is to be done, how far it is, who and when."""
    lines = []
    for action in document.actions_of.get(item.id, ()):
        words = [" ".join(action.text.split()), status_title(action.status).lower()]
        words += [" ".join(name.split()) for name in (action.owner, action.department)]
        words.append(day_text(action.due))
        lines.append(_line(translate("CardLines", "Action"), " · ".join(word for word in words if word)))
    return lines


def _feelings(document: Document, item: Item) -> list[str]:
    """Each persona's word and quote, with the score; personas in the order of the map."""
    lines = []
    for persona in document.personas:
        emotion = document.emotions.get((item.id, persona.id))
        if emotion is None or not (emotion.word.strip() or emotion.quote.strip()):
            continue
        words = [] if emotion.score is None else [score_text(emotion.score, document.info.emotion_scale)]
        words += [emotion.word.strip()] if emotion.word.strip() else []
        if quote := emotion.quote.strip():
            marked = quote[0] in QUOTE_MARKS
            words.append(quote if marked else translate("CardLines", "“{quote}”").format(quote=quote))
        lines.append(_line(persona.name.strip() or translate("CardLines", "Feeling"), " · ".join(words)))
    return lines


def _links(document: Document, item: Item) -> list[str]:
    """Each kind of link that begins at the card, with the numbers it leads to and the link's own words."""
    ends: dict[str, list[str]] = {}
    for link in document.links_from.get(item.id, ()):
        target = document.item_table.get(link.target_id)
        if link.kind == "attach" or target is None:
            continue
        end = f"N{target.number}"
        if said := " ".join(link.text.split()):
            end = translate("CardLines", "{number} ({words})").format(number=end, words=said)
        ends.setdefault(link.kind, []).append(end)
    order = {kind: place for place, kind in enumerate(LINK_KINDS)}
    kinds = sorted(ends, key=lambda kind: (order.get(kind, len(order)), kind))
    return [_line(LINK_KINDS[kind].title if kind in LINK_KINDS else kind, ", ".join(ends[kind])) for kind in kinds]


_OF_RECORDS = {"actions": _actions, "feelings": _feelings, "links": _links}
