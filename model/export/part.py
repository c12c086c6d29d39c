"""A part of a map to be shown: some lanes, phases, personas, or the notes that a filter finds.

PA1  What is not shown is not in the part: other notes with their actions and pictures, feelings, links that lead there,
     and all that stands off the map.  A part is a sound map of its own (I1 to I14), with an id of its own.
PA2  Lanes are named by their name on the map, their kind, or their id; phases by their number from 1, a range of
     numbers, or their name; personas by their name.
PA3  A drawn lane (channels, feelings) is made of touchpoints: it is not shown without a lane of these.
PA4  A filter that has the name of a saved one is that one; else it is words to be found in notes.
PA5  Of an earlier map the same part is what has the same ids there: numbers and names are those of now.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TypeVar

from model.changes import apply
from model.commands.filters import named_filter
from model.document import Document
from model.export.errors import ExportError
from model.finding import Filter, fits, folded, wanted_by
from model.i18n import speaking, translate
from model.invariants import repair
from model.kinds import LANE_KINDS
from model.records import Item, Lane, Link, Persona, Phase, Record
from model.values import dataclass, replace

R = TypeVar("R", bound=Record)

_RANGE = re.compile(r"(\d{1,4})\s*[-\u2013]\s*(\d{1,4})")
_DRAWN = frozenset(("channels", "emotion"))
_NAMESPACE = uuid.UUID("6f0c5d0e-8a59-4f0e-9b8b-5a0f3a0f7d11")


@dataclass(frozen=True, slots=True)
class Part:
    """What is shown: ``drawn`` is laid out, ``attached`` is what goes along in the file (fewer personas, where some
    were chosen); ``persona_ids`` are those drawn, None for all; ``phase_numbers`` those that phases have in the whole
    map; ``whole`` where nothing was left out."""

    drawn: Document
    attached: Document
    persona_ids: frozenset[str] | None = None
    whole: bool = True
    phase_numbers: tuple[tuple[str, int], ...] = ()


def part_of(
    document: Document,
    *,
    lanes: Sequence[str] = (),
    phases: Sequence[str] = (),
    personas: Sequence[str] = (),
    found: str | Filter = "",
) -> Part:
    """The part that was asked for, in words (PA2, PA4); empty ones ask for all.  Raises ExportError."""
    if not (lanes or phases or personas or found):
        return Part(document, document)
    lane_ids = {lane.id for lane in chosen_lanes(document, lanes)} if lanes else set(document.lane_table)
    phase_ids = {phase.id for phase in chosen_phases(document, phases)} if phases else set(document.phase_table)
    people = {persona.id for persona in chosen_personas(document, personas)} if personas else None
    wanted = asked_filter(document, found)
    items = shown_items(document, phase_ids, wanted, lane_ids)
    if wanted is not None and not items:
        raise ExportError(translate("Export", "No note is found by this filter; there is nothing to show."))
    numbers = tuple((phase.id, i) for i, phase in enumerate(document.phases, 1) if phase.id in phase_ids)
    drawn = _kept(document, lane_ids, phase_ids, set(document.persona_table), items)
    attached = drawn if people is None else _kept(document, lane_ids, phase_ids, people, items)
    return Part(drawn, attached, None if people is None else frozenset(people), False, numbers)


def shown_items(
    document: Document, phase_ids: Collection[str], wanted: Filter | None, lane_ids: Collection[str] | None = None
) -> set[str]:
    """The ids of the notes in these phases, and in these lanes (None: in all), that a filter finds."""
    return {
        item.id
        for item in document.placed
        if (lane_ids is None or item.lane_id in lane_ids)
        and document.step_table[item.step_id or ""].phase_id in phase_ids
        and (wanted is None or fits(document, item, wanted))
    }


def part_before(
    before: Document,
    now: Document,
    *,
    lanes: Sequence[str] = (),
    phases: Sequence[str] = (),
    personas: Sequence[str] = (),
    found: str | Filter = "",
) -> Part | None:
    """The same part of an earlier map (PA5), None where it had nothing of it.  Raises ExportError, as ``part_of``."""
    if not (lanes or phases or personas or found):
        return Part(before, before)
    shown = part_of(now, lanes=lanes, phases=phases, personas=personas, found=found)

    def there(rows: Sequence[Record], table: Mapping[str, Record], asked: Sequence[str]) -> tuple[str, ...] | None:
        known = tuple(row.id for row in rows if row.id in table)
        return known or (None if asked else ())

    lane_ids = there(shown.drawn.lanes if lanes else (), before.lane_table, lanes)
    phase_ids = there(shown.drawn.phases if phases else (), before.phase_table, phases)
    people = [persona for persona in now.personas if persona.id in (shown.persona_ids or ())]
    persona_ids = there(people, before.persona_table, personas)
    if lane_ids is None or phase_ids is None or persona_ids is None:
        return None
    try:
        part = part_of(
            before, lanes=lane_ids, phases=phase_ids, personas=persona_ids, found=asked_filter(now, found) or ""
        )
    except ExportError:
        return None  # its touchpoints had another lane, or the filter found nothing
    if before.document_id == now.document_id:
        return part
    # A part that was printed has its own numbers from 1, and on paper those that it had in the whole map; and where its
    # personas stand among all says their colours.
    numbers = tuple((key, number) for key, number in shown.phase_numbers if key in part.drawn.phase_table)
    others = [("personas", row.id, row) for row in now.personas if personas and row.id not in before.persona_table]
    return replace(part, drawn=part.drawn.with_changes(others), phase_numbers=numbers)


def _kept(
    document: Document, lane_ids: set[str], phase_ids: set[str], persona_ids: set[str], item_ids: set[str]
) -> Document:
    """PA1."""
    items: dict[str, Item] = {key: item for key, item in document.item_table.items() if key in item_ids}
    steps = {key: step for key, step in document.step_table.items() if step.phase_id in phase_ids}
    used = {channel for item in items.values() for channel in item.channel_ids}
    personas = _only(document.persona_table, persona_ids)
    seen = {picture for item in items.values() for picture in item.pictures}
    seen |= {persona.portrait for persona in personas.values() if persona.portrait}
    seen |= {document.info.logo} if document.info.logo else set()
    tables: dict[str, dict[str, Record]] = {
        "map": dict(document.tables["map"]),
        "phases": dict(_only(document.phase_table, phase_ids)),
        "steps": dict(steps),
        "lanes": dict(_only(document.lane_table, lane_ids)),
        "personas": dict(personas),
        "channels": dict(_only(document.channel_table, used)),
        "items": dict(items),
        "links": {key: link for key, link in document.link_table.items() if _leads(document, link, item_ids)},
        "emotions": {
            key: emotion
            for key, emotion in document.emotion_table.items()
            if emotion.touchpoint_id in item_ids and emotion.persona_id in persona_ids
        },
        "actions": {key: action for key, action in document.action_table.items() if action.item_id in item_ids},
        "assets": dict(_only(document.asset_table, seen)),
    }
    names = "\n".join((document.document_id, *sorted(lane_ids | phase_ids | persona_ids | item_ids)))
    part = Document(tables, document_id=str(uuid.uuid5(_NAMESPACE, names)), revision=document.revision)
    return apply(repair(part), part)


def _only(table: Mapping[str, R], ids: set[str]) -> dict[str, R]:
    return {key: row for key, row in table.items() if key in ids}


def _leads(document: Document, link: Link, item_ids: set[str]) -> bool:
    """Whether both ends of a link are shown; a note that hung elsewhere first stays where it stands (I6)."""
    if link.source_id not in item_ids or link.target_id not in item_ids:
        return False
    if link.kind != "attach":
        return True
    targets = document.targets.get(link.source_id, ())
    return bool(targets) and targets[0].id in item_ids


# -- what was meant -------------------------------------------------------------------------------------------------


def chosen_lanes(document: Document, words: Sequence[str]) -> tuple[Lane, ...]:
    """The lanes that are meant (PA2), those of a kind all of them.  Raises ExportError."""

    def names(lane: Lane) -> tuple[str, ...]:
        kind = LANE_KINDS.get(lane.kind)
        if kind is None:
            return (lane.id, lane.name, lane.kind)
        with speaking(document.info.language):
            own = kind.title  # as the poster has it
        return (lane.id, lane.name, lane.kind, own, kind.title)

    def told(lane: Lane) -> str:
        """Its name, and its kind where that is another word."""
        name = lane.name.strip() or names(lane)[-1]
        return name if folded(name) == folded(lane.kind) else f"{name} ({lane.kind})"

    found = _meant(document.lanes, words, names)
    if found is None:
        text = translate("Export", "There is no lane “{name}”; choose of these: {names}.")
        raise ExportError(_none_such(text, document.lanes, words, names, told))
    if any(lane.kind in _DRAWN for lane in found) and not any(lane.kind == "touchpoints" for lane in found):
        raise ExportError(
            translate("Export", "Channels and feelings are drawn from touchpoints; add the lane of these: touchpoints.")
        )
    return found


def chosen_phases(document: Document, words: Sequence[str]) -> tuple[Phase, ...]:
    """The phases that are meant (PA2).  Raises ExportError."""
    numbers = {phase.id: str(i) for i, phase in enumerate(document.phases, 1)}
    plain: list[str] = []
    for word in words:
        run = _RANGE.fullmatch(word.strip())
        if run is None or not 1 <= int(run[1]) <= int(run[2]) <= len(document.phases):
            plain.append(word)  # a name, or a range of which there is not all: told as it was written
        else:
            plain += [str(i) for i in range(int(run[1]), int(run[2]) + 1)]

    def names(phase: Phase) -> tuple[str, ...]:
        return (numbers[phase.id], phase.name, phase.id)

    found = _meant(document.phases, plain, names)
    if found is None:
        text = translate("Export", "There is no phase “{name}”; choose of these: {names}.")
        raise ExportError(
            _none_such(text, document.phases, plain, names, lambda phase: f"{numbers[phase.id]} {phase.name}")
        )
    return found


def chosen_personas(document: Document, words: Sequence[str]) -> tuple[Persona, ...]:
    """The personas that are meant (PA2).  Raises ExportError."""

    def names(persona: Persona) -> tuple[str, ...]:
        return (persona.name, persona.id)

    found = _meant(document.personas, words, names)
    if found is None:
        text = translate("Export", "There is no persona “{name}”; choose of these: {names}.")
        raise ExportError(_none_such(text, document.personas, words, names, lambda persona: persona.name))
    return found


def asked_filter(document: Document, found: str | Filter) -> Filter | None:
    """The filter that is meant (PA4), None for none."""
    if isinstance(found, Filter):
        return found or None
    if not found.strip():
        return None
    saved = named_filter(document, found)
    return Filter(words=found) if saved is None else wanted_by(saved)


def _meant(rows: Sequence[R], words: Sequence[str], names: Callable[[R], tuple[str, ...]]) -> tuple[R, ...] | None:
    """The rows that one of the words names; None where a word names none."""
    asked = [folded(word.strip()) for word in words]
    known = [(row, {folded(name.strip()) for name in names(row) if name.strip()}) for row in rows]
    if any(all(word not in own for _, own in known) for word in asked):
        return None
    return tuple(row for row, own in known if own & set(asked))


def _none_such(
    text: str, rows: Sequence[R], words: Sequence[str], names: Callable[[R], tuple[str, ...]], shown: Callable[[R], str]
) -> str:
    lacking = next(word for word in words if _meant(rows, (word,), names) is None)
    listed = [name for row in rows if (name := shown(row).strip())]
    return text.format(name=lacking.strip(), names=", ".join(listed) or "–")
