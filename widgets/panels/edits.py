"""Edits that the panels make of several commands, each one step of history: pure, like the commands themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from model.changes import ChangeSet, Edit, apply, squash
from model.commands.cards import attach_cards, set_card, set_emotion
from model.commands.grid import add_channel, reorder, set_fields
from model.document import Document, card_number
from model.emotionwords import emotion_words
from model.i18n import QT_TRANSLATE_NOOP, translate
from model.records import Item, Medium

_NUMBER = re.compile(r"\s*[nN]?\s*([0-9]{1,9})\s*")


def change_feeling(document: Document, /, touchpoint_id: str, persona_id: str, **fields: Any) -> ChangeSet:
    """Change ``score``, ``word`` or ``quote`` of a feeling; what is not named stays."""
    was = document.emotions.get((touchpoint_id, persona_id))
    now: dict[str, Any] = {"score": None, "word": "", "quote": ""}
    if was is not None:
        now = {"score": was.score, "word": was.word, "quote": was.quote}
    return set_emotion(document, touchpoint_id, persona_id, **(now | fields))


def add_channel_to(document: Document, item_id: str, name: str, icon: str, medium: Medium) -> ChangeSet:
    """Give a touchpoint a channel by name: the map's own channel of that name, or a new one."""
    item = document.item_table[item_id]
    known = next((c for c in document.channels if c.name.casefold() == name.casefold()), None)
    if known is not None:
        return set_card(document, [item_id], channel_ids=(*(c for c in item.channel_ids if c != known.id), known.id))
    added = add_channel(document, name, icon, medium)
    used = set_card(apply(added, document), [item_id], channel_ids=(*item.channel_ids, *added.added("channels")))
    return ChangeSet(squash([added, used]).changes, added.label)


def toggle_channel(document: Document, item_id: str, channel_id: str) -> ChangeSet:
    """Give a touchpoint one of the map's channels, or take it away."""
    now = document.item_table[item_id].channel_ids
    rest = tuple(c for c in now if c != channel_id)
    return set_card(document, [item_id], channel_ids=rest if len(rest) < len(now) else (*now, channel_id))


def change_members(
    document: Document, item_ids: Sequence[str], field_id: str, add: Sequence[str], drop: Sequence[str]
) -> ChangeSet:
    """Add to a field of cards that holds several words (tags, channels, actors), and take away from it; what else
    each of them says there stays."""
    edit = Edit(document)
    for item in (document.item_table[i] for i in dict.fromkeys(item_ids)):
        now = tuple(item.value(field_id, ()))
        kept = tuple(word for word in now if word not in drop)
        wanted = (*kept, *(word for word in add if word not in kept))
        if wanted != now:
            edit.put(item.changed(**{field_id: wanted}))
    return edit.result(QT_TRANSLATE_NOOP("Undo", "Change note"))


def set_words(document: Document, words: tuple[str, ...]) -> ChangeSet:
    """The map's own list of words for feelings; the language's own list is kept as no list."""
    usual = emotion_words(document.info.changed(emotion_words=()))
    return set_fields(document, "map", "map", emotion_words=() if words == usual else words)


def shifted(document: Document, table: str, record_id: str, by: int) -> ChangeSet:
    """Move a phase, step, lane, persona or channel by one place; empty at the end of its row."""
    rows = row_of(document, table, record_id)
    at = rows.index(record_id)
    if not 0 <= at + by < len(rows):
        return ChangeSet()
    after = at + by if by < 0 else at + by + 1
    return reorder(document, table, record_id, rows[after] if after < len(rows) else None)


def row_of(document: Document, table: str, record_id: str) -> list[str]:
    """The ids of the records among which a record stands, in order."""
    if table == "steps":
        return [step.id for step in document.steps_by_phase[document.step_table[record_id].phase_id]]
    rows: dict[str, Any] = {
        "phases": document.phases,
        "lanes": document.lanes,
        "personas": document.personas,
        "channels": document.channels,
    }
    return [record.id for record in rows[table]]


class UnknownTarget(ValueError):
    """What was typed names no touchpoint to hang the card on; ``str()`` is the sentence for the user, in the language
    of now.  ``wrong`` is a key of :data:`_WRONG`, ``number`` what was meant."""

    def __init__(self, wrong: str, number: str = "") -> None:
        super().__init__(wrong)
        self.wrong, self.number = wrong, number

    def __str__(self) -> str:
        return translate("Panels", _WRONG[self.wrong]).format(number=self.number)


_WRONG = {
    "unreadable": QT_TRANSLATE_NOOP("Panels", "Type the number of a touchpoint, such as N28."),
    "unknown": QT_TRANSLATE_NOOP("Panels", "There is no note {number}. Look for the number on the map."),
    "kind": QT_TRANSLATE_NOOP("Panels", "{number} is no touchpoint. Type the number of a touchpoint."),
    "already": QT_TRANSLATE_NOOP("Panels", "It hangs on {number} already."),
}


def target_named(document: Document, source_id: str, text: str) -> Item:
    """The touchpoint whose number was typed ("N28", "28").  Raises UnknownTarget."""
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise UnknownTarget("unreadable")
    item = document.by_number(int(match.group(1)))
    if item is None:
        raise UnknownTarget("unknown", f"N{int(match.group(1))}")
    if item.kind != "touchpoint":
        raise UnknownTarget("kind", card_number(item))
    if item in document.targets.get(source_id, ()):
        raise UnknownTarget("already", card_number(item))
    return item


def attach_one(document: Document, source_id: str, touchpoint_id: str) -> ChangeSet:
    """Hang one card on a touchpoint."""
    return attach_cards(document, [source_id], touchpoint_id)
