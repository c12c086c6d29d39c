"""Edits that a gesture makes of several commands, each one step of history: pure, like the commands themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from model.changes import ChangeSet, Label, apply, squash
from model.commands.cards import add_attached, add_cards, duplicate_cards, move_cards
from model.commands.links import find_link, link_cards, set_link, usual_kind
from model.commands.places import Cell, Listing, Target, item_kind_of, landing
from model.document import Document
from model.i18n import QT_TRANSLATE_NOOP
from model.kinds import ITEM_KINDS, LINK_KINDS, PAIN_POINT
from model.records import Item

Command = Callable[[Document], ChangeSet]


def in_one(document: Document, *commands: Command, label: Label | None = None) -> ChangeSet:
    """The commands one after the other as one edit, named by ``label`` or else by the first."""
    done: list[ChangeSet] = []
    for command in commands:
        changes = command(document)
        document = apply(changes, document)
        done.append(changes)
    result = squash(done)
    return ChangeSet(result.changes, label or result.label)


def move_to(document: Document, ids: Sequence[str], target: Target) -> ChangeSet:
    """Move cards to ``target``; empty when they stand there already, however their order keys would change."""
    changes = move_cards(document, ids, target)
    after = apply(changes, document)
    moved = [record for change in changes for record in (change.old, change.new) if isinstance(record, Item)]
    for cell in {(item.lane_id or "", item.step_id or "") for item in moved if item.place == "map"}:
        if _ids(document.cells.get(cell, ())) != _ids(after.cells.get(cell, ())):
            return changes
    for before, now in ((document.inbox, after.inbox), (document.parking, after.parking)):
        if before is not now and _ids(before) != _ids(now):
            return changes
    return ChangeSet()


def _ids(items: Sequence[Item]) -> list[str]:
    return [item.id for item in items]


def copy_to(document: Document, ids: Sequence[str], target: Target) -> ChangeSet:
    """Copies of cards at ``target``: what a drag with Alt does.  Copies of attached cards keep their targets."""
    copied = duplicate_cards(document, ids)
    made = copied.added("items")
    moved = move_cards(apply(copied, document), made, target)
    return ChangeSet(squash([copied, moved]).changes, copied.label)


def may_attach(document: Document, ids: Sequence[str], touchpoint_id: str) -> bool:
    """Whether dropping cards on a touchpoint attaches them: all of them can be attached, and one is not yet."""
    table, targets = document.item_table, document.targets
    host = table.get(touchpoint_id)
    if host is None or host.kind != "touchpoint":
        return False
    new = False
    for item_id in ids:
        item = table.get(item_id)
        if item is None:
            continue
        if item.kind not in ITEM_KINDS or not ITEM_KINDS[item.kind].attaches:
            return False
        new = new or host not in targets.get(item_id, ())
    return new


def linkable(kind: str) -> bool:
    """Whether cards of a kind can have links."""
    return any(kind in known.sources or kind in known.targets for known in LINK_KINDS.values())


def paste_columns(document: Document, columns: Sequence[Sequence[str]], target: Target) -> ChangeSet:
    """Texts from another program as cards at ``target``; a second column goes to the next step, and so on.

    What stands beyond the last step, or has no lane to stand in, goes to the inbox.
    """
    commands: list[Command] = []
    count = 0
    for number, texts in enumerate(columns):
        if not texts:
            continue
        place, kind = column_target(document, target, number)
        commands.append(partial(_add, kind, tuple(texts), place))
        count += len(texts)
    return in_one(document, *commands, label=Label(QT_TRANSLATE_NOOP("Undo", "Paste %n note(s)"), count))


def _add(kind: str, texts: Sequence[str], place: Target, document: Document) -> ChangeSet:
    return add_cards(document, kind, texts, place)


def column_target(document: Document, target: Target, number: int) -> tuple[Target, str]:
    """Where column ``number`` of a pasted text goes, and the kind of its cards."""
    if isinstance(target, Cell):
        lane = document.lane_table.get(target.lane_id)
        kind = None if lane is None else item_kind_of(lane)
        index = document.step_index.get(target.step_id, -1) + number
        if kind is not None and 0 <= index < len(document.steps):
            return (target if number == 0 else Cell(target.lane_id, document.steps[index].id)), kind
        return Listing("inbox"), kind or "note"
    return target, "note"


def may_land(document: Document, ids: Sequence[str], target: Target) -> bool:
    """Whether at least one of the cards can land at ``target``."""
    return any(landing(document, document.item_table[i], target) is not None for i in ids if i in document.item_table)


def connect(document: Document, source_ids: Sequence[str], target_ids: Sequence[str]) -> ChangeSet:
    """Link each card to each target by the usual kind of link; pairs that cannot have one, or that are linked by some
    kind of path already, stay as they are."""
    commands: list[Command] = []
    for target_id in target_ids:
        for source_id in source_ids:
            kind = usual_kind(document, source_id, target_id)
            if kind is not None and not _linked(document, source_id, target_id, kind):
                commands.append(partial(_link, kind, source_id, target_id))
    if not commands:
        return ChangeSet()
    return in_one(document, *commands, label=Label(QT_TRANSLATE_NOOP("Undo", "Link %n note(s)"), len(commands)))


def _link(kind: str, source_id: str, target_id: str, document: Document) -> ChangeSet:
    return link_cards(document, kind, [source_id], target_id)


def _linked(document: Document, source_id: str, target_id: str, kind: str) -> bool:
    """Whether there is that link, or, where it is a path, any path the same way."""
    kinds = [other for other in LINK_KINDS.values() if other.flow] if LINK_KINDS[kind].flow else [LINK_KINDS[kind]]
    return any(find_link(document, other, source_id, target_id) is not None for other in kinds)


def carry_new_pain(document: Document, link_id: str, text: str) -> ChangeSet:
    """A new pain point at the card where a path begins, carried by the path."""
    link = document.link_table[link_id]
    made = add_attached(document, PAIN_POINT.id, text, link.source_id)
    pain = made.added("items")[0]
    changed = set_link(apply(made, document), link_id, pain_point_ids=(*link.pain_point_ids, pain))
    return ChangeSet(squash([made, changed]).changes, made.label)
