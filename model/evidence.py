"""How much of a map is known: the share of evidence, of the whole map and of each phase.

EV1  What counts are the cards on the map that say something of the customer (``ItemKind.claims``: touchpoints, actions,
     thoughts, needs, pain points, insights).  Opportunities, solutions and free notes are ideas and do not count.
EV2  A card of which nothing is said is an assumption, so is one with a word that this version does not know.
EV3  Shares are whole percents that add up to 100, by the largest remainder; between equal remainders the weaker
     evidence gets the point, so that a map never looks better known than it is.
EV4  A map in which no card says how it is known has no shares to show.

Source: the evidence ledger of a journey map is our own; that assumption and finding must be told apart is asked for
in "what customers really experience against what you think they do" (product row 2f).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from model.document import Document
from model.kinds import ITEM_KINDS
from model.records import Item


class Share(NamedTuple):
    """Numbers of cards by how they are known, or percents of them."""

    assumption: int = 0
    observed: int = 0
    measured: int = 0

    @property
    def total(self) -> int:
        """The sum of the three."""
        return self.assumption + self.observed + self.measured


def counts(item: Item) -> bool:
    """Whether a card counts (EV1)."""
    kind = ITEM_KINDS.get(item.kind)
    return kind is not None and kind.claims and item.place == "map"


def share_of(items: Iterable[Item]) -> Share:
    """How many of the cards that count are assumed, observed and measured (EV1, EV2)."""
    found = {"assumption": 0, "observed": 0, "measured": 0}
    for item in items:
        if counts(item):
            found[item.evidence if item.evidence in found else "assumption"] += 1
    return Share(**found)


def percents(share: Share) -> Share:
    """A share in whole percents that add up to 100 (EV3); all 0 where nothing counts."""
    if not share.total:
        return Share()
    whole = [100 * n // share.total for n in share]
    rest = [100 * n % share.total for n in share]
    for place in sorted(range(3), key=lambda i: (-rest[i], i))[: 100 - sum(whole)]:
        whole[place] += 1
    return Share(*whole)


def evidence_used(document: Document) -> bool:
    """Whether any card of the map says how it is known (EV4)."""
    return any(item.evidence and counts(item) for item in document.item_table.values())


def share_by_phase(document: Document) -> dict[str, Share]:
    """The numbers of each phase by its id, in map order."""
    cards: dict[str, list[Item]] = {phase.id: [] for phase in document.phases}
    for item in document.placed:
        phase = document.phase_of(item)
        if phase is not None:
            cards[phase.id].append(item)
    return {phase: share_of(items) for phase, items in cards.items()}


def share_of_map(document: Document) -> Share:
    """The numbers of the whole map."""
    return share_of(document.placed)
