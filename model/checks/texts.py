"""K3: every text of a map can be printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from model.checks.base import Finding, place_of
from model.document import Document
from model.fields import COMMON, fields_named, value_of
from model.i18n import translate
from model.kinds import ITEM_KINDS
from model.records import Item

_WORDS = ("text", "line", "tags")
"""The types of fields that hold what the user wrote."""


def unprintable(document: Document) -> Iterator[Finding]:
    """Characters that no bundled or installed font can print, with their code points."""
    from model.text.fonts import missing_characters

    for table, record_id, texts in printed_texts(document):
        missing = list(
            dict.fromkeys(c for text in texts if text and not text.isascii() for c in missing_characters(text))
        )
        if missing:
            text = translate("Check", "No font here can print: {characters}")
            named = " ".join(f"{c} ({_code(c)})" for c in missing)
            yield Finding(
                "K3", "error", place_of(document, table, record_id), text.format(characters=named), table, record_id
            )


def _code(cluster: str) -> str:
    return " ".join(f"U+{ord(c):04X}" for c in cluster)


def printed_texts(document: Document) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Every text that may be printed: (table, id, texts), in the order of the tables, each in map order."""
    info = document.info
    yield "map", "map", (info.title, info.subtitle, info.scope)
    for phase in document.phases:
        yield "phases", phase.id, (phase.name, phase.prompt)
    for step in document.steps:
        yield "steps", step.id, (step.name,)
    for lane in document.lanes:
        yield "lanes", lane.id, (lane.name, lane.prompt)
    for persona in document.personas:
        told = (persona.quote, persona.goals, persona.frustrations, persona.description)
        yield "personas", persona.id, (persona.name, persona.role, *told)
    for channel in document.channels:
        yield "channels", channel.id, (channel.name,)
    cards = (*document.placed, *document.inbox, *document.parking)
    for item in cards:
        yield "items", item.id, (item.text, *_said(item))
    for item in cards:
        for link in document.links_from.get(item.id, ()):
            yield "links", link.id, (link.text,)
    for emotion in document.emotion_table.values():
        yield "emotions", emotion.id, (emotion.word, emotion.quote)
    for item in cards:
        for action in document.actions_of.get(item.id, ()):
            yield "actions", action.id, (action.text, action.owner, action.department)


def _said(item: Item) -> Iterator[str]:
    """What a card says in the fields that its kind shows."""
    fields = ITEM_KINDS[item.kind].fields if item.kind in ITEM_KINDS else fields_named(COMMON)
    for field in fields:
        if field.type in _WORDS:
            value: Any = value_of(item, field)
            yield from [value] if isinstance(value, str) else value
