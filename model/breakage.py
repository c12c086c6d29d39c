"""What an edit can have broken of what always holds (:mod:`model.invariants`), without a look at the whole map.

The document before an edit is whole.  So a rule can only be broken where the edit changed something that the rule
speaks of: mostly a card or two of a thousand.  What is asked of a record is the same question in both modules; here it
is only asked of fewer.  Where any answer is "maybe", everything is looked at, and that is what counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from model.changes import ChangeSet
from model.document import Document
from model.invariants import (
    Violation,
    asks_amiss,
    ends_of,
    has_lost_channels,
    has_lost_logo,
    has_lost_personas,
    has_lost_pictures,
    has_lost_portrait,
    is_nobodys,
    leads_nowhere,
    misplaced,
    stands_apart,
    violations,
)
from model.kinds import LINK_KINDS
from model.records import TABLES, Action, Emotion, Item, Link, Persona, Record, SavedFilter

Rows = Mapping[str, list[Record]]

_FEW = frozenset({"phases", "steps", "lanes", "assets"})
"""An edit of one of these tables has everything looked at: there are few such edits, and each may concern any card."""


def violations_after(changes: ChangeSet, before: Document, after: Document) -> list[Violation]:
    """What :func:`model.invariants.violations` says of ``after``, which ``changes`` made of ``before``, a whole one."""
    return violations(after) if _may_break(changes, before, after) else []


def _may_break(changes: ChangeSet, before: Document, after: Document) -> bool:
    if changes.tables & _FEW:
        return True
    olds: dict[str, list[Record]] = {}
    news: dict[str, list[Record]] = {}
    for change in changes:
        if change.new is None or change.new.id != change.id or type(change.new) is not TABLES[change.table]:
            if change.new is not None or change.table in ("map", "personas", "channels"):
                return True  # I9; and what goes of these may be missed anywhere
        elif change.table == "map" and change.id != "map":
            return True  # I9
        else:
            news.setdefault(change.table, []).append(change.new)
        if change.old is not None:
            olds.setdefault(change.table, []).append(change.old)
    items = cast("list[Item]", news.get("items", []))
    return (
        _numbers_clash(items, before, after)
        or any(_is_broken(after, item) for item in items)
        or _is_missed(olds, after)
        or _links_are_broken(cast("list[Link]", news.get("links", [])), after)
        or _feelings_are_broken(cast("list[Emotion]", news.get("emotions", [])), after)
        or any(stands_apart(after.item_table.get(i), after.targets.get(i, ())) for i in _hanging(olds, news, after))
        or any(a.item_id not in after.item_table for a in cast("list[Action]", news.get("actions", [])))
        or any(asks_amiss(after, f) for f in cast("list[SavedFilter]", news.get("filters", [])))
        or ("map" in news and has_lost_logo(after))
        or any(has_lost_portrait(after, p) for p in cast("list[Persona]", news.get("personas", [])))
    )


def _is_broken(after: Document, item: Item) -> bool:
    return (
        misplaced(after, item)
        or has_lost_channels(after, item)
        or has_lost_personas(after, item)
        or has_lost_pictures(after, item)
    )


def _numbers_clash(items: Iterable[Item], before: Document, after: Document) -> bool:
    """I3: cards that were there had numbers of their own, below the map's next one."""
    table, end = before.item_table, after.info.next_number
    fresh = [item for item in items if item.id not in table or table[item.id].number != item.number]
    if any(item.number >= end for item in fresh):
        return True
    if end < before.info.next_number and any(item.number >= end for item in after.item_table.values()):
        return True
    return bool(fresh) and len({item.number for item in after.item_table.values()}) < len(after.item_table)


def _is_missed(olds: Rows, after: Document) -> bool:
    """Whether something speaks of a card that went or became another kind (I4, I5, I10)."""
    table = after.item_table
    gone = {
        item.id
        for item in cast("list[Item]", olds.get("items", []))
        if item.id not in table or table[item.id].kind != item.kind
    }
    if not gone:
        return False
    for link in after.link_table.values():
        kind = LINK_KINDS.get(link.kind)
        about = link.source_id in gone or link.target_id in gone or not gone.isdisjoint(link.pain_point_ids)
        if about and kind is not None and leads_nowhere(after, link, kind):
            return True
    return any(e.touchpoint_id in gone and is_nobodys(after, e) for e in after.emotion_table.values()) or any(
        action.item_id not in table for action in after.action_table.values()
    )


def _links_are_broken(links: Iterable[Link], after: Document) -> bool:
    """I4 of links that are new or others."""
    for link in links:
        kind = LINK_KINDS.get(link.kind)
        if kind is None:
            continue
        if leads_nowhere(after, link, kind):
            return True
        beside = (*after.links_from.get(link.source_id, ()), *after.links_to.get(link.source_id, ()))
        if any(o.id != link.id and o.kind == kind.id and ends_of(o, kind) == ends_of(link, kind) for o in beside):
            return True
    return False


def _feelings_are_broken(emotions: list[Emotion], after: Document) -> bool:
    """I5 of feelings that are new or others; a second one for a pair is missing from the view by pairs."""
    return any(is_nobodys(after, emotion) for emotion in emotions) or (
        bool(emotions) and len(after.emotions) < len(after.emotion_table)
    )


def _hanging(olds: Rows, news: Rows, after: Document) -> set[str]:
    """The cards whose place I6 speaks of: those that changed, hang on one that did, or got or lost a link."""
    found: set[str] = set()
    for item in (*olds.get("items", ()), *news.get("items", ())):
        found.add(item.id)
        found.update(source.id for source in after.attachments.get(item.id, ()))
    for link in cast("list[Link]", [*olds.get("links", ()), *news.get("links", ())]):
        found.add(link.source_id)
    return found
