"""Characters that no font here can draw: told with their note before anything is written (rule RD5).

Two ways lead here: what a painter met, which is exact, and :func:`missing_in`, which asks the texts alone and is quick
enough to be asked at every change of a dialog.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from model.cardlines import BESIDE, field_lines, record_lines
from model.document import Document, card_number
from model.export.part import part_of
from model.export.pdf_painted import MissingCharacter
from model.i18n import translate
from model.kinds import LINK_KINDS
from model.text.fonts import missing_characters
from model.values import dataclass

if TYPE_CHECKING:
    from model.export.pdf import PosterOptions


@dataclass(frozen=True, slots=True)
class MissingText:
    """Characters that no font here can draw, in the card ``number`` ("N28"), or elsewhere on the poster ("")."""

    characters: str
    number: str


def missing_texts(document: Document, missing: Sequence[MissingCharacter]) -> tuple[MissingText, ...]:
    """What a painter met, put together card by card; what an action says is said at its card."""
    found: dict[str, dict[str, None]] = {}
    for entry in missing:
        action = document.action_table.get(entry.source_id or "")
        item = document.item_table.get(action.item_id if action is not None else entry.source_id or "")
        found.setdefault(card_number(item) if item else "", {}).update(dict.fromkeys(entry.text))
    return tuple(MissingText("".join(characters), number) for number, characters in found.items())


def missing_in(document: Document, options: PosterOptions) -> tuple[MissingText, ...]:
    """What of a poster's texts no font here can draw, before it is laid out: title and names first, then card by card.

    Raises ExportError for a part of the map that there is not.
    """
    part = part_of(document, lanes=options.lanes, phases=options.phases, personas=options.personas, found=options.found)
    found: dict[str, dict[str, None]] = {}
    for number, text in _printed(part.drawn, part.persona_ids, options):
        if not text.isascii() and (lacking := _lacking(text)):
            found.setdefault(number, {}).update(dict.fromkeys(lacking))
    return tuple(MissingText("".join(characters), number) for number, characters in found.items())


@lru_cache(maxsize=4096)
def _lacking(text: str) -> tuple[str, ...]:
    return tuple(missing_characters(text))


def _printed(document: Document, people: frozenset[str] | None, options: PosterOptions) -> Iterator[tuple[str, str]]:
    """(card's number or "", text) of all that the poster says in the user's own words."""
    info = document.info
    if options.title_block:
        yield from (("", info.title), ("", info.subtitle))
    yield "", info.scope
    for rows in (document.phases, document.steps, document.lanes, document.channels):
        yield from (("", record.name) for record in rows)
    for persona in document.personas:
        if people is None or persona.id in people:
            yield "", persona.name
            if options.title_block:
                yield from (("", persona.role), ("", persona.quote))
                if BESIDE in options.fields:
                    yield from (("", text) for text in (persona.goals, persona.frustrations, persona.description))
    if options.blank:
        yield from (("", lane.prompt) for lane in document.lanes)
        return
    for item in document.placed:
        number = card_number(item)
        for text in (item.text, item.owner, item.department, item.source):
            yield number, text
        if options.fields:
            lines = (*field_lines(item, options.fields), *record_lines(document, item, options.fields))
            yield from ((number, line) for _, line in lines)
    for link in document.link_table.values():
        kind = LINK_KINDS.get(link.kind)
        if link.text and kind is not None and options.links != "none":
            yield "", link.text


def missing_sentences(missing: Iterable[MissingText]) -> tuple[str, ...]:
    """A sentence for each card, or place without one, with characters that no font here can draw."""
    found = []
    for one in missing:
        characters = " ".join(f"{c} (U+{ord(c):04X})" for c in one.characters)
        if one.number:
            text = translate("Export", "{number}: these characters cannot be printed: {characters}")
        else:
            text = translate("Export", "In a name or title: these characters cannot be printed: {characters}")
        found.append(text.format(number=one.number, characters=characters))
    return tuple(found)
