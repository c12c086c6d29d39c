"""Findings, and how places are named in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from model.document import Document, card_number, table_of
from model.i18n import speaking, translate
from model.kinds import LANE_KINDS, LINK_KINDS
from model.records import Action, Asset, Channel, Item, Lane, Link, Persona, Phase, Record, SavedFilter, Step
from model.values import dataclass

Level = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding.  ``place`` says where in words; ``table``, ``id`` and ``line`` (of the file) for programs."""

    rule: str
    level: Level
    place: str
    text: str
    table: str = ""
    id: str = ""
    line: int | None = None

    @property
    def line_text(self) -> str:
        """The finding as one line of a list."""
        words = {
            "error": translate("Check", "error"),
            "warning": translate("Check", "warning"),
            "info": translate("Check", "remark"),
        }
        return f"{self.place}: {words[self.level]} {self.rule}: {self.text}"


def counts(finding: Finding, *, strict: bool = False) -> bool:
    """Whether a finding is a problem."""
    return finding.level == "error" or (strict and finding.level == "warning")


def as_json(finding: Finding) -> dict[str, Any]:
    """A finding as plain values."""
    return {
        "rule": finding.rule,
        "level": finding.level,
        "place": finding.place,
        "text": finding.text,
        "table": finding.table,
        "id": finding.id,
        "line": finding.line,
    }


def at(document: Document, rule: str, level: Level, record: Record, text: str) -> Finding:
    """A finding at a record, in one line whatever names it quotes."""
    table = table_of(record)
    return Finding(rule, level, place_of(document, table, record.id), " ".join(text.split("\n")), table, record.id)


def at_map(rule: str, level: Level, text: str) -> Finding:
    """A finding at the map itself."""
    return Finding(rule, level, whole(), text, "map", "map")


def whole() -> str:
    """The place of what concerns the map itself."""
    return translate("Check", "the map")


def place_of(document: Document, table: str, record_id: str) -> str:
    """Where a record stands, in words: "N28, phase 6 “Delivery”"; its table and id when it stands nowhere."""
    record = document.tables[table].get(record_id) if table in document.tables else None
    if table == "map":
        return whole()
    if table == "items" and isinstance(record, Item):
        return f"{card_number(record)}, {_whereabouts(document, record)}"
    if table == "emotions" and record_id in document.emotion_table:
        emotion = document.emotion_table[record_id]
        if emotion.touchpoint_id in document.item_table:
            feeling = translate("Check", "feeling at {number}")
            return feeling.format(number=card_number(document.item_table[emotion.touchpoint_id]))
    if table in ("links", "actions", "assets") and record is not None:
        place = _beside(document, record)
        if place:
            return place
    words: dict[str, tuple[str, str, Sequence[Phase | Step | Lane | Persona | Channel | SavedFilter]]] = {
        "phases": (
            translate("Check", "phase {number} “{name}”"),
            translate("Check", "phase {number}"),
            document.phases,
        ),
        "steps": (translate("Check", "step {number} “{name}”"), translate("Check", "step {number}"), document.steps),
        "lanes": (translate("Check", "lane {number} “{name}”"), translate("Check", "lane {number}"), document.lanes),
        "personas": (
            translate("Check", "persona {number} “{name}”"),
            translate("Check", "persona {number}"),
            document.personas,
        ),
        "channels": (
            translate("Check", "channel {number} “{name}”"),
            translate("Check", "channel {number}"),
            document.channels,
        ),
        "filters": (
            translate("Check", "filter {number} “{name}”"),
            translate("Check", "filter {number}"),
            document.filters,
        ),
    }
    if table in words:
        named, plain, records = words[table]
        for index, known in enumerate(records, 1):
            if known.id == record_id:
                name = known.name.strip()
                if isinstance(known, Lane) and not name and known.kind in LANE_KINDS:
                    with speaking(document.info.language):
                        name = LANE_KINDS[known.kind].title  # as the map calls it
                return (named if name else plain).format(number=index, name=name)
    return f"{table} {record_id}".rstrip()


def _beside(document: Document, record: Record) -> str:
    """Where a link, an action or a picture is, by the cards at it; "" where these are not in the map."""
    cards = document.item_table
    if isinstance(record, Link) and record.source_id in cards and record.target_id in cards:
        numbers = (card_number(cards[record.source_id]), card_number(cards[record.target_id]))
        if record.kind in LINK_KINDS:
            return f"{numbers[0]} {LINK_KINDS[record.kind].forward_title} {numbers[1]}"
        return translate("Check", "link from {first} to {second}").format(first=numbers[0], second=numbers[1])
    if isinstance(record, Action) and record.item_id in cards:
        number = card_number(cards[record.item_id])
        place = [action.id for action in document.actions_of[record.item_id]].index(record.id) + 1
        name = " ".join(record.text.split())
        if name:
            text = translate("Check", "{number}, action {place} “{name}”")
            return text.format(number=number, place=place, name=f"{name[:60]}…" if len(name) > 60 else name)
        return translate("Check", "{number}, action {place}").format(number=number, place=place)
    if isinstance(record, Asset):
        for item in (*document.placed, *document.inbox, *document.parking):
            if record.id in item.pictures:
                return translate("Check", "picture at {number}").format(number=card_number(item))
        for persona in document.personas:
            if persona.portrait == record.id:
                name = place_of(document, "personas", persona.id)
                return translate("Check", "portrait of {persona}").format(persona=name)
        if document.info.logo == record.id:
            return translate("Check", "logo of the map")
        return translate("Check", "picture that nothing shows")
    return ""


def _whereabouts(document: Document, item: Item) -> str:
    if item.place == "inbox":
        return translate("Check", "inbox")
    if item.place == "parking":
        return translate("Check", "parking lot")
    phase = document.phase_of(item)
    return place_of(document, "phases", phase.id) if phase is not None else translate("Check", "nowhere")
