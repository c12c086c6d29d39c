"""What an edit can have changed of a layout, found from the documents before and after it.

Records are never changed, only replaced, and every document shares the records that an edit left alone; so what
differs is found by identity, whatever edits lie between two documents, drafts and undo included.  Everything here may
name too much, never too little: ``tests/layout/test_layout_follows.py`` holds layouts made this way to layouts made
from scratch.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from model.document import Document
from model.evidence import Share, counts, share_by_phase
from model.kinds import ITEM_KINDS, LANE_KINDS
from model.layout.emotion import Felt, Labels
from model.layout.maplayout import LayoutOptions
from model.records import Item, Record

R = TypeVar("R", bound=Record)

_PLACE = {"assumption": 0, "observed": 1, "measured": 2}


class Evidence(NamedTuple):
    """How many cards say how they are known, and the numbers of each phase where the map shows them."""

    said: int
    shares: Mapping[str, Share] | None


class Curve(NamedTuple):
    """What the lines and labels of an emotion lane were made of."""

    lines: tuple[Felt, ...]
    places: tuple[tuple[str, float], ...]
    aimed: bool
    width: float
    height: float
    labels: Labels


class Made(NamedTuple):
    """What a layout remembers of how it was made, for the one that follows it; ``curves`` by the id of their lane."""

    document: Document
    kinds: tuple[str, ...]
    about: tuple[object, ...]
    evidence: Evidence
    blind: frozenset[str]
    borders: Mapping[str, tuple[str, str]]
    curves: Mapping[str, Curve]


def differing(before: Mapping[str, R], now: Mapping[str, R]) -> list[tuple[R | None, R | None]]:
    """(old, new) of each record that is another one; None is "not there"."""
    if before is now:
        return []
    find = before.get
    found: list[tuple[R | None, R | None]] = [(find(key), new) for key, new in now.items() if find(key) is not new]
    if len(now) - sum(old is None for old, _ in found) < len(before):
        found += [(old, None) for key, old in before.items() if key not in now]
    return found


def about_all(document: Document, options: LayoutOptions, language: str, evidence: bool) -> tuple[object, ...]:
    """What the looks of all cards and headers depend on, besides records one by one."""
    return (
        language,
        document.info.language,
        document.info.emotion_scale,
        evidence,
        options.persona_ids,
        options.blind_spots,
        options.borders,
        options.fields,
        options.blank,
        options.phase_numbers,
        tuple(ITEM_KINDS),
        tuple(LANE_KINDS),
    )


def changed_cards(before: Document, now: Document) -> set[str] | None:
    """The cards that may look different, other than by what :func:`about_all` tells; None for all of them."""
    tables = (
        (before.persona_table, now.persona_table),
        (before.channel_table, now.channel_table),
        (before.asset_table, now.asset_table),
    )
    if any(a is not b for a, b in tables):
        return None
    changed: set[str] = set()
    for old, new in differing(before.item_table, now.item_table):
        ids = {item.id for item in (old, new) if item is not None}
        changed |= ids
        if old is None or new is None or old.kind != new.kind or old.number != new.number:
            for document in (before, now):  # its number stands on what hangs on it, its kind on what it hangs on
                for beside in (document.targets, document.attachments):
                    changed.update(item.id for card in ids for item in beside.get(card, ()))
    for link in _each(before.link_table, now.link_table):
        if link.kind == "attach":
            changed.update((link.source_id, link.target_id))
    changed.update(emotion.touchpoint_id for emotion in _each(before.emotion_table, now.emotion_table))
    changed.update(action.item_id for action in _each(before.action_table, now.action_table))
    return changed


def _each(before: Mapping[str, R], now: Mapping[str, R]) -> list[R]:
    """Every record that came, went or is another one, in all its versions."""
    return [record for pair in differing(before, now) for record in pair if record is not None]


def evidence_of(document: Document, asked: bool | None, previous: Made | None) -> Evidence:
    """How much of ``document`` is known, counted from what was known of the one before.

    ``asked`` is whether it is to be shown; None where the map says something of it (rule EV4).
    """
    if previous is None or previous.kinds != tuple(ITEM_KINDS):
        said = sum(_says(item) for item in document.item_table.values())
        return Evidence(said, share_by_phase(document) if _shown(asked, said) else None)
    before = previous.document
    pairs = differing(before.item_table, document.item_table)
    said = previous.evidence.said + sum(_says(new) for _, new in pairs) - sum(_says(old) for old, _ in pairs)
    if not _shown(asked, said):
        return Evidence(said, None)
    known = previous.evidence.shares
    if known is None or any(before.tables[name] is not document.tables[name] for name in ("phases", "steps", "lanes")):
        return Evidence(said, share_by_phase(document))
    numbers = {phase_id: list(share) for phase_id, share in known.items()}
    for pair in pairs:
        for item, by in zip(pair, (-1, 1), strict=True):
            phase = None if item is None or not counts(item) else document.phase_of(item)
            if item is not None and phase is not None and item.lane_id in document.lane_table:
                numbers[phase.id][_PLACE.get(item.evidence, 0)] += by
    return Evidence(said, {phase_id: Share(*row) for phase_id, row in numbers.items()})


def _shown(asked: bool | None, said: int) -> bool:
    return said > 0 if asked is None else asked


def _says(item: Item | None) -> bool:
    return item is not None and bool(item.evidence) and counts(item)
