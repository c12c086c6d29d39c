"""Where cards may stand and where a move would put them: the rules of placing, without changing anything.

PL1  A card stands in a lane whose cards are of its kind.  A free note dropped in another lane becomes that lane's
     kind; any other card dropped there goes to its own lane in the same step; where there is none it stays.
PL2  A card that hangs on a touchpoint stands in the step of its first target, when both are on the map.  Moving the
     touchpoint takes along the cards of which it is the first target and that stand where it stood.
PL3  Moving such a card by itself to another step makes the first of its other targets standing there its first
     target; if none stands there the card is taken off its targets.  In the inbox it keeps its targets.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from model import order
from model.document import Document
from model.kinds import LANE_KINDS
from model.records import Item, Lane
from model.values import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """A place on the map: before the card ``before`` of the cell, or at its end."""

    lane_id: str
    step_id: str
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A place in the inbox or the parking lot: before the card ``before``, or at the end."""

    place: Literal["inbox", "parking"]
    before: str | None = None


Target = Cell | Listing


def item_kind_of(lane: Lane) -> str | None:
    """The kind of the cards of a lane; None where it holds no cards or is of an unknown kind."""
    kind = LANE_KINDS.get(lane.kind)
    return None if kind is None else kind.item


def accepts(item: Item, lane: Lane) -> bool:
    """Whether a card may be put in a lane, a free note by becoming the lane's kind (PL1)."""
    kind = item_kind_of(lane)
    return kind is not None and item.kind in {kind, "note"}


def lane_for(document: Document, kind: str) -> Lane | None:
    """The first lane that holds cards of ``kind``."""
    return next((lane for lane in document.lanes if item_kind_of(lane) == kind), None)


def landing(document: Document, item: Item, target: Target) -> Target | None:
    """Where ``item`` lands when dropped at ``target``; None when it cannot land there (PL1)."""
    if isinstance(target, Listing):
        return target
    lane = document.lane_table.get(target.lane_id)
    if lane is None or target.step_id not in document.step_table:
        return None
    if accepts(item, lane):
        return target
    own = document.lane_table.get(item.lane_id or "")
    if own is None or item_kind_of(own) != item.kind:
        own = lane_for(document, item.kind)
    return None if own is None else Cell(own.id, target.step_id)


def members(document: Document, target: Target) -> tuple[Item, ...]:
    """The cards of the cell or list at ``target``, in order.

    In a lane that spans the phase these are the cards of the target's step only: order keys live in the step.
    """
    if isinstance(target, Cell):
        return document.cell(target.lane_id, target.step_id)
    return document.listed(target.place)


def order_keys(document: Document, target: Target, count: int, leaving: frozenset[str] = frozenset()) -> list[str]:
    """``count`` order keys for cards put at ``target``; cards in ``leaving`` do not stand in the way."""
    standing = [item for item in members(document, target) if item.id not in leaving]
    index = next((i for i, item in enumerate(standing) if item.id == target.before), len(standing))
    low = standing[index - 1].order if index > 0 else None
    high = standing[index].order if index < len(standing) else None
    if low is not None and high is not None and low >= high:
        high = None  # keys merged from two files may be equal: go behind both rather than fail
    return order.spread(count, low, high)


def first_target(document: Document, item_id: str) -> Item | None:
    """The touchpoint under which an attached card stands."""
    targets = document.targets.get(item_id)
    return targets[0] if targets else None


def followers(document: Document, touchpoint: Item) -> tuple[Item, ...]:
    """The cards that move along with a touchpoint (PL2), in order."""
    return tuple(
        item
        for item in document.attachments.get(touchpoint.id, ())
        if first_target(document, item.id) == touchpoint
        and item.place == touchpoint.place
        and item.step_id == touchpoint.step_id
    )


def in_map_order(document: Document, ids: Sequence[str]) -> list[Item]:
    """The cards of ``ids`` as people read them: map order, then inbox, then parking lot; unknown ids left out."""
    chosen = frozenset(ids)
    known = [item for item in (*document.placed, *document.inbox, *document.parking) if item.id in chosen]
    seen = {item.id for item in known}
    return known + [document.item_table[i] for i in dict.fromkeys(ids) if i in document.item_table and i not in seen]
