"""What a journey shows by itself: marks of the feeling, gaps, blind spots, borders that paths cross, contradictions.

CV1  A persona has two lines: the feeling found and the feeling aimed for.  Each goes through the touchpoints on the map
     that have a score, in map order.  A line of one point has no marks.
CV2  The lowest point is the worst feeling, if it is below 0; of equal ones the first: there it goes wrong.
CV3  The peak is the best feeling, if it is above 0; of equal ones the last: it is the one remembered.
CV4  The end is the line's last point.
CV5  The steepest drop is the largest fall without a rise or a rest on its way; of equal ones the first.  A fall of
     fewer than :data:`LEAST_FALL` scores has no name.
CV6  The gap at a touchpoint is the feeling aimed for less the feeling found, where a persona has both: above 0 it falls
     short.
BS1  A touchpoint on the map without a system that records it is a blind spot.
BS2  A map in which no touchpoint names a system does not use systems; there a blind spot says nothing yet.
FL1  A touchpoint is online, offline or both by its channels; a path crosses from one to the other when its ends have
     channels and no medium in common.
FL2  A path crosses departments when both its ends name one and these differ (case and spaces make no difference).
FL9  The journey crosses a border between departments at a touchpoint on the map that names another one than the last
     before it, in map order, that names any (case and spaces make no difference).
FL3  "At the same time" is no passage and crosses nothing.
FL4  Contradictory: a path that says it leads onward ("next") and ends in an earlier step.
FL5  Contradictory: a path that says it leads back ("loop") and ends in a later step.
FL6  Contradictory: a phase that goes back to a later phase.
FL7  Contradictory: a hand-over between touchpoints with the same channels and the same department, where at least one
     of the two is known.
FL8  Contradictory: touchpoints of different phases that happen at the same time.

Sources: what is remembered of an experience are its most intense moment and its end (Kahneman, Fredrickson, Schreiber
and Redelmeier, "When More Pain Is Preferred to Less: Adding a Better End", 1993; the peak-end rule); bottlenecks and
steepest drops, product row 3c; gap, 0a; blind spots, 0e; online to offline and back, 0b; borders of silos, 2e.  The
least fall and the ties are our own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, Literal, NamedTuple, Protocol, TypeVar
from weakref import WeakKeyDictionary

from model.document import Document
from model.kinds import ITEM_KINDS, LINK_KINDS
from model.records import Item, Link, Phase

Line = Literal["found", "aimed"]
LINES: tuple[Line, ...] = ("found", "aimed")

LEAST_FALL = 2
"""A fall of fewer scores has no name (CV5)."""


class Scored(Protocol):
    """Anything on a line of feelings: it has a score, -2..+2."""

    @property
    def score(self) -> int:
        """The feeling."""
        ...


P = TypeVar("P", bound=Scored)


class CurvePoint(NamedTuple):
    """A point of a persona's line: the touchpoint and the score, -2..+2."""

    touchpoint_id: str
    score: int


class Marks(NamedTuple, Generic[P]):
    """The points of a line that have a name (CV2 to CV5); ``fall`` is where the steepest drop begins and ends."""

    lowest: P | None = None
    peak: P | None = None
    end: P | None = None
    fall: tuple[P, P] | None = None


def curve(document: Document, persona_id: str, line: Line = "found") -> tuple[CurvePoint, ...]:
    """The points of a persona's line in map order (CV1)."""
    points = []
    for item in document.touchpoints:
        emotion = document.emotions.get((item.id, persona_id))
        score = None if emotion is None else emotion.score if line == "found" else emotion.aimed
        if score is not None:
            points.append(CurvePoint(item.id, score))
    return tuple(points)


def marks(points: Sequence[P]) -> Marks[P]:
    """The marks of a line, given its points in map order; points of any kind that have a score."""
    if len(points) < 2:
        return Marks()
    lowest = min(points, key=lambda p: p.score)
    peak = max(reversed(points), key=lambda p: p.score)
    return Marks(
        lowest if lowest.score < 0 else None, peak if peak.score > 0 else None, points[-1], steepest_fall(points)
    )


def steepest_fall(points: Sequence[P]) -> tuple[P, P] | None:
    """Where the feeling falls furthest without rising or resting on its way: first and last point (CV5)."""
    best: tuple[P, P] | None = None
    start = 0
    for i in range(1, len(points)):
        if points[i].score >= points[i - 1].score:
            start = i
        elif best is None or points[start].score - points[i].score > best[0].score - best[1].score:
            best = (points[start], points[i])
    return best if best is not None and best[0].score - best[1].score >= LEAST_FALL else None


def curve_marks(document: Document) -> dict[tuple[str, Line], Marks[CurvePoint]]:
    """(persona id, line) -> its marks, for every line with two points or more; personas in their order."""
    found: dict[tuple[str, Line], Marks[CurvePoint]] = {}
    for persona in document.personas:
        for line in LINES:
            points = curve(document, persona.id, line)
            if len(points) > 1:
                found[persona.id, line] = marks(points)
    return found


class Gap(NamedTuple):
    """The feeling found and the feeling aimed for at a touchpoint, for a persona (CV6)."""

    touchpoint_id: str
    persona_id: str
    found: int
    aimed: int

    @property
    def size(self) -> int:
        """How far the feeling found falls short of the one aimed for, -4..+4."""
        return self.aimed - self.found


def gaps(document: Document) -> tuple[Gap, ...]:
    """Every gap on the map, also those of size 0, in map order, then by persona."""
    return tuple(
        Gap(item.id, persona.id, emotion.score, emotion.aimed)
        for item in document.touchpoints
        for persona in document.personas
        if (emotion := document.emotions.get((item.id, persona.id))) is not None
        and emotion.score is not None
        and emotion.aimed is not None
    )


# -- blind spots ------------------------------------------------------------------------------------------------


def _recordable(document: Document) -> tuple[Item, ...]:
    """The cards on the map whose kind may name a system."""
    return tuple(item for item in document.placed if item.kind in ITEM_KINDS and "system" in ITEM_KINDS[item.kind].own)


def blind_spots(document: Document) -> tuple[Item, ...]:
    """The touchpoints on the map that no system records, in map order (BS1)."""
    return tuple(item for item in _recordable(document) if not item.system.strip())


def systems_used(document: Document) -> bool:
    """Whether any touchpoint of the map names a system (BS2)."""
    return any(item.system.strip() for item in _recordable(document))


def missed_systems(document: Document) -> frozenset[str]:
    """The ids of the blind spots, in a map that says of other touchpoints which system records them (BS1, BS2).

    It is asked for each card that somebody looks at, so it is worked out once for each document.
    """
    found = _missed.get(document)
    if found is None:
        ids = frozenset(item.id for item in blind_spots(document)) if systems_used(document) else frozenset()
        found = _missed[document] = ids
    return found


_missed: WeakKeyDictionary[Document, frozenset[str]] = WeakKeyDictionary()
"""Kept with the document, and gone with it."""


# -- borders --------------------------------------------------------------------------------------------------------


class Border(NamedTuple):
    """Where the journey comes to another department: the touchpoint before and the one after (FL9)."""

    before: Item
    after: Item


def borders(document: Document) -> tuple[Border, ...]:
    """Every border between departments, in map order."""
    found: list[Border] = []
    last: Item | None = None
    for item in document.touchpoints:
        if not _plain(item.department):
            continue
        if last is not None and _plain(last.department) != _plain(item.department):
            found.append(Border(last, item))
        last = item
    return tuple(found)


# -- paths ------------------------------------------------------------------------------------------------------


class Crossing(NamedTuple):
    """A path that crosses a border.  ``media``: from online to offline or back (FL1); ``departments``: FL2."""

    link: Link
    media: bool
    departments: bool


def crossings(document: Document) -> tuple[Crossing, ...]:
    """Every path that crosses a border, by the map order of its beginning, then of its end."""
    found = []
    for link, source, target in _paths(document):
        if not LINK_KINDS[link.kind].symmetric:
            here, there = (_media(document, item) for item in (source, target))
            media = bool(here and there and not here & there)
            departments = bool(
                _plain(source.department)
                and _plain(target.department)
                and _plain(source.department) != _plain(target.department)
            )
            if media or departments:
                found.append(Crossing(link, media, departments))
    return tuple(found)


def _paths(document: Document) -> list[tuple[Link, Item, Item]]:
    """The paths between cards that are there, with both ends, in map order."""
    place = {item.id: i for i, item in enumerate((*document.placed, *document.inbox, *document.parking))}
    paths = [
        (link, document.item_table[link.source_id], document.item_table[link.target_id])
        for link in document.link_table.values()
        if link.kind in LINK_KINDS
        and LINK_KINDS[link.kind].flow
        and link.source_id in place
        and link.target_id in place
    ]
    return sorted(paths, key=lambda p: (place[p[1].id], place[p[2].id], p[0].kind, p[0].order, p[0].id))


def _media(document: Document, item: Item) -> set[str]:
    """The media of a touchpoint: "online", "offline" or both; none where it has no channel."""
    found: set[str] = set()
    for channel_id in item.channel_ids:
        channel = document.channel_table.get(channel_id)
        if channel is not None:
            found |= {"online", "offline"} if channel.medium == "both" else {channel.medium}
    return found


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


class Contradiction(NamedTuple):
    """What cannot be as it is drawn: the rule ("FL4") and the path or phase."""

    rule: str
    record: Link | Phase


def contradictions(document: Document) -> tuple[Contradiction, ...]:
    """Every contradiction of paths and phases (FL4 to FL8), by rule, each in map order."""
    found: list[Contradiction] = []
    for link, source, target in _paths(document):
        kind = LINK_KINDS[link.kind]
        here, there = (document.step_index.get(item.step_id or "") for item in (source, target))
        if here is not None and there is not None:
            if kind.heads == "onward" and there < here:
                found.append(Contradiction("FL4", link))
            if kind.heads == "back" and there > here:
                found.append(Contradiction("FL5", link))
            if kind.symmetric and document.phase_of(source) != document.phase_of(target):
                found.append(Contradiction("FL8", link))
        if kind.crosses and _nothing_changes(source, target):
            found.append(Contradiction("FL7", link))
    places = {phase.id: i for i, phase in enumerate(document.phases)}
    for phase in document.phases:
        if phase.loop_to is not None and places.get(phase.loop_to, -1) > places[phase.id]:
            found.append(Contradiction("FL6", phase))
    return tuple(sorted(found, key=lambda each: each.rule))


def _nothing_changes(source: Item, target: Item) -> bool:
    """Whether channels and department of two touchpoints are the same, as far as they are known (FL7)."""
    return (
        set(source.channel_ids) == set(target.channel_ids)
        and _plain(source.department) == _plain(target.department)
        and bool(source.channel_ids or _plain(source.department))
    )
