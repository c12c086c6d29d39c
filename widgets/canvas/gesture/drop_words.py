"""What letting go would do, in a plain sentence beside the hand: "Moving to Koop, 2nd"."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from model.commands.places import Cell
from model.document import Document, card_number
from model.i18n import ordinal, translate
from model.records import Item

if TYPE_CHECKING:
    from widgets.canvas.gesture.drop import Drop

MOST_LETTERS = 32


def said(document: Document, drop: Drop, leaving: Collection[str] = ()) -> str:
    """The sentence for ``drop``; ``leaving`` are the cards under the hand, which do not count where they go."""
    if drop.kind == "none":
        return translate("Canvas", "Not here")
    if drop.kind == "table":
        return translate("Canvas", "Each to the phase and lane it names")
    if drop.kind in ("attach", "picture") and drop.card_id is not None:
        text = short(document.item_table[drop.card_id].text) or translate("Canvas", "this note")
        if drop.kind == "attach":
            return translate("Canvas", "Hangs on {note}").format(note=text)
        return translate("Canvas", "Picture for {note}").format(note=text)
    if drop.place is None:
        return translate("Canvas", "To the inbox")
    where = place_words(document, drop.place, () if drop.kind == "copy" else leaving)
    off = _taken_off(document, leaving, drop.place.step_id) if drop.kind == "move" else []
    if off:
        told = (
            translate("Canvas", "Moving to {place}; no longer at {note}")
            if len(off) == 1
            else translate("Canvas", "Moving to {place}; no longer at their touchpoints")
        )
        return told.format(place=where, note=card_number(off[0]))
    if drop.kind == "move":
        return translate("Canvas", "Moving to {place}").format(place=where)
    if drop.kind == "copy":
        return translate("Canvas", "Copy to {place}").format(place=where)
    return translate("Canvas", "New in {place}").format(place=where)


def _taken_off(document: Document, moved: Collection[str], step_id: str) -> list[Item]:
    """The first targets that cards lose which are moved to another step without any of their targets (PL3)."""
    lost: dict[str, Item] = {}
    for item_id in moved:
        targets = document.targets.get(item_id, ())
        stays = any(target.id in moved or target.step_id == step_id for target in targets)
        if targets and not stays and document.item_table[item_id].step_id != step_id:
            lost[targets[0].id] = targets[0]
    return list(lost.values())


def place_words(document: Document, place: Cell, leaving: Collection[str] = ()) -> str:
    """ "Koop, 2nd": the phase, its step where that has a name among others, and the place in the cell."""
    step = document.step_table[place.step_id]
    phase = document.phase_table[step.phase_id]
    number = next(i for i, each in enumerate(document.phases, 1) if each.id == phase.id)
    parts = [short(phase.name) or translate("Canvas", "phase {number}").format(number=number)]
    if step.name and len(document.steps_by_phase[phase.id]) > 1:
        parts.append(short(step.name))
    standing = [item.id for item in document.cell(place.lane_id, place.step_id)]
    before = standing.index(place.before) if place.before in standing else len(standing)
    staying = sum(i not in leaving for i in standing[:before])
    return ", ".join([*parts, ordinal(staying + 1)])


def short(text: str) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= MOST_LETTERS else line[: MOST_LETTERS - 1].rstrip() + "…"
