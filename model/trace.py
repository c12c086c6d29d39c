"""Following what rests on what: back from a solution to the touchpoint, forward from a pain to what is done about it.

TR1  A card rests on another where a link says so that is no path: the source rests on the target (a solution on the
     opportunities it answers, an opportunity on pain points and insights, these on touchpoints); where both ends say
     the same (two insights) each rests on the other.  A pain point that a path carries rests on both its touchpoints.
     Links of kinds that this version does not know, and links without one of their ends, are not followed.
TR2  The backward trace of a card shows what it rests on, what that rests on, and so on; the forward trace what rests
     on it, and below each card its actions.  A card is in the backward trace of another exactly when the other is in
     its forward trace.
TR3  In one trace a card is opened once: where it is nearest to the beginning, and among equally near places at the
     first in reading order.  Elsewhere it stands as a leaf, marked ``again``.  The link by which a card was reached is
     not followed back.  So a circle of links ends, and a trace has at most one row for each link, end and action.
TR4  Children stand in map order (phase, step, lane, position; then the inbox, then the parking lot), the same card by
     kind of link and order; actions come first, in their order.
TR5  A solution that answers no opportunity is unsupported.
TR6  An opportunity that rests on nothing is unsupported: based on no pain point or insight, attached nowhere.
TR7  An insight is unsupported that has neither a touchpoint nor a source, and does not belong with one that has.
TR8  A pain point is unsupported that is attached nowhere, lies on no path and does not stand in a phase.
TR9  A solution or opportunity is unsupported when it rests on something (TR5, TR6 do not hold), but whichever way
     back from it is followed, it reaches no touchpoint, no card with a source and no pain point in a phase.
TR10 About a pain point nothing is done as long as no action that is not dropped is reached in its forward trace.  How
     far it came: "nothing", "opportunity" (an idea), "solution" (how), then with actions "planned" (all still to do),
     "doing" (one is in progress or done) and "done" (all are).
TR11 Cards on the parking lot are set aside: no list of TR5 to TR10 names them, and what is parked supports nothing
     there and does nothing.

Sources: typed blocks that link "like bricks" and are followable both ways, product row 3a; tracking measures, 3d.
The rules are our own.  TR5 to TR8 are rows of :data:`SUPPORT_RULES`; a kind of card that is added later adds its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple
from weakref import WeakKeyDictionary

from model.document import Document
from model.i18n import QT_TRANSLATE_NOOP, translate
from model.kinds import ITEM_KINDS, LINK_KINDS
from model.records import Action, Item, Link
from model.values import dataclass

Direction = Literal["back", "forward"]
Standing = Literal["nothing", "opportunity", "solution", "planned", "doing", "done"]


@dataclass(frozen=True, slots=True, eq=False)
class Trace:
    """One row of a trace: a card, or an action of the card above it (then ``item`` is that card).

    ``link`` is the link by which it was reached, None at the beginning and for actions; ``from_source`` whether the
    row above is that link's source.  ``carried``: the link is a path that carries the pain point of the one row, the
    other is its beginning (``from_source``) or its end.  ``again``: the card is opened elsewhere in this trace (TR3).
    """

    item: Item
    action: Action | None = None
    link: Link | None = None
    from_source: bool = True
    carried: bool = False
    again: bool = False
    children: tuple[Trace, ...] = ()

    @property
    def id(self) -> str:
        """The id of the card or action of this row."""
        return self.action.id if self.action is not None else self.item.id

    @property
    def relation(self) -> str:
        """How the row above reads on to this one, in the current language: "is based on"; "" at the beginning."""
        if self.link is None:
            return "" if self.action is None else translate("Trace", "is carried out by")
        if self.carried:
            if self.item.id in (self.link.source_id, self.link.target_id):
                began, ended = translate("Trace", "on the way from"), translate("Trace", "on the way to")
            else:
                began, ended = translate("Trace", "on the way from here"), translate("Trace", "on the way to here")
            return began if self.from_source else ended
        kind = LINK_KINDS[self.link.kind]
        return kind.forward_title if self.from_source else kind.backward_title

    def walk(self) -> Iterator[tuple[int, Trace]]:
        """Every row with its depth, from 0, in reading order."""
        waiting = [(0, self)]
        while waiting:
            depth, row = waiting.pop()
            yield depth, row
            waiting += [(depth + 1, child) for child in reversed(row.children)]


class Ground(NamedTuple):
    """One way of TR1: the card ``source_id`` rests on ``target_id`` because of ``link``.

    ``from_source``: it is read from the link's source; ``carried``: the link is a path that carries the pain point
    ``source_id``, and ``from_source`` says that ``target_id`` is its beginning.
    """

    source_id: str
    target_id: str
    link: Link
    from_source: bool = True
    carried: bool = False


class Grounds(NamedTuple):
    """Every way of TR1 by the card that rests (``of``) and by the card on which it rests (``under``), in order (TR4);
    ``place`` is each card's place in map order."""

    of: Mapping[str, tuple[Ground, ...]]
    under: Mapping[str, tuple[Ground, ...]]
    place: Mapping[str, int]


_KNOWN: WeakKeyDictionary[Document, Grounds] = WeakKeyDictionary()


def grounds(document: Document) -> Grounds:
    """What rests on what in a document, worked out once for each."""
    known = _KNOWN.get(document)
    if known is None:
        known = _KNOWN[document] = _grounds(document)
    return known


def _grounds(document: Document) -> Grounds:
    cards = document.item_table
    place = {item.id: i for i, item in enumerate((*document.placed, *document.inbox, *document.parking))}
    found: list[Ground] = []
    for link in sorted(document.link_table.values(), key=lambda r: (r.kind, r.order, r.id)):
        kind = LINK_KINDS.get(link.kind)
        if kind is None or link.source_id not in cards or link.target_id not in cards:
            continue
        if not kind.flow:
            found.append(Ground(link.source_id, link.target_id, link))
            if kind.symmetric:
                found.append(Ground(link.target_id, link.source_id, link, from_source=False))
        for pain in link.pain_point_ids:
            if pain in cards:
                found.append(Ground(pain, link.source_id, link, carried=True))
                found.append(Ground(pain, link.target_id, link, from_source=False, carried=True))

    of: dict[str, list[Ground]] = {}
    under: dict[str, list[Ground]] = {}
    far = len(place)
    for way in sorted(found, key=lambda each: place.get(each.target_id, far)):
        of.setdefault(way.source_id, []).append(way)
    for way in sorted(found, key=lambda each: place.get(each.source_id, far)):
        under.setdefault(way.target_id, []).append(way)
    return Grounds(
        {card: tuple(ways) for card, ways in of.items()}, {card: tuple(ways) for card, ways in under.items()}, place
    )


def trace_back(document: Document, item_id: str) -> Trace:
    """What a card rests on (TR2).  Raises KeyError for a card that is not in the map."""
    return _trace(document, item_id, "back")


def trace_forward(document: Document, item_id: str) -> Trace:
    """What rests on a card, down to the actions (TR2).  Raises KeyError for a card that is not in the map."""
    return _trace(document, item_id, "forward")


class _Row:
    """A row while the trace is being made."""

    __slots__ = ("again", "children", "item_id", "way")

    def __init__(self, item_id: str, way: Ground | None) -> None:
        self.item_id = item_id
        self.way = way
        self.again = False
        self.children: list[_Row] = []


def _trace(document: Document, item_id: str, direction: Direction) -> Trace:
    known = grounds(document)
    ways = known.of if direction == "back" else known.under
    first = _Row(document.item_table[item_id].id, None)
    opened = {item_id}
    rows = [first]
    for row in rows:  # grows while it is walked: breadth first, so that a card opens where it is nearest (TR3)
        if row.again:
            continue
        for way in ways.get(row.item_id, ()):
            if row.way is not None and way.link.id == row.way.link.id:
                continue
            child = _Row(way.target_id if direction == "back" else way.source_id, way)
            child.again = child.item_id in opened
            opened.add(child.item_id)
            row.children.append(child)
            rows.append(child)
    made: dict[int, Trace] = {}
    for row in reversed(rows):  # children before their parents, without recursion: a chain may be long
        item = document.item_table[row.item_id]
        below = tuple(made.pop(id(child)) for child in row.children)
        if direction == "forward" and not row.again:
            below = (*(Trace(item, action) for action in document.actions_of.get(item.id, ())), *below)
        if row.way is None:
            made[id(row)] = Trace(item, children=below)
        else:
            carried = row.way.carried
            from_source = row.way.from_source == (direction == "back" or carried)
            made[id(row)] = Trace(item, None, row.way.link, from_source, carried, row.again, below)
    return made[id(first)]


# -- what has no support ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SupportRule:
    """What a card of the kind ``kind`` has to have, one of: a ground by a link of the kinds ``links``, a text in one of
    ``fields``, a path that carries it, or a place in a phase (``standing``).

    ``handed_on``: resting on a card that has it will do (TR7).  ``sentence`` is a source text of the context "Trace".
    """

    rule: str
    kind: str
    sentence: str
    links: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    standing: bool = False
    handed_on: bool = False

    @property
    def text(self) -> str:
        """What is missing, in the current language."""
        return translate("Trace", self.sentence)


SUPPORT_RULES: dict[str, SupportRule] = {}
"""By the kind of card."""


def register_support_rule(rule: SupportRule) -> SupportRule:
    """Say what a kind of card has to rest on; a second rule for the same kind raises ValueError."""
    if rule.kind in SUPPORT_RULES:
        raise ValueError(f"there is a support rule for {rule.kind!r} already")
    SUPPORT_RULES[rule.kind] = rule
    return rule


for _rule in (
    SupportRule(
        "TR5", "solution", QT_TRANSLATE_NOOP("Trace", "This solution answers no opportunity."), links=("solves",)
    ),
    SupportRule(
        "TR6",
        "opportunity",
        QT_TRANSLATE_NOOP("Trace", "This opportunity rests on nothing: no pain point, insight or touchpoint."),
        links=("based_on", "attach"),
    ),
    SupportRule(
        "TR7",
        "insight",
        QT_TRANSLATE_NOOP("Trace", "This insight has neither a touchpoint nor a source."),
        links=("attach",),
        fields=("source",),
        handed_on=True,
    ),
    SupportRule(
        "TR8",
        "pain_point",
        QT_TRANSLATE_NOOP("Trace", "This pain point belongs to no touchpoint and no phase."),
        links=("attach",),
        standing=True,
    ),
):
    register_support_rule(_rule)
del _rule

_HANGING = QT_TRANSLATE_NOOP("Trace", "What this rests on leads back to no touchpoint and no source.")


class Unsupported(NamedTuple):
    """A card without support: the rule ("TR6"), the card, and what is missing in the current language."""

    rule: str
    item: Item
    text: str


def unsupported(document: Document) -> tuple[Unsupported, ...]:
    """Every card on the map or in the inbox that lacks support (TR5 to TR9, TR11), by rule, each in map order."""
    cards = (*document.placed, *document.inbox)
    grounded = _grounded(document)
    handed: dict[str, frozenset[str]] = {}
    found: list[Unsupported] = []
    for item in cards:
        rule = SUPPORT_RULES.get(item.kind)
        if rule is None:
            continue
        if item.kind not in handed:
            handed[item.kind] = _meeting(document, rule)
        if item.id not in handed[item.kind]:
            found.append(Unsupported(rule.rule, item, rule.text))
        elif item.id not in grounded:
            found.append(Unsupported("TR9", item, translate("Trace", _HANGING)))
    return tuple(sorted(found, key=lambda each: int(each.rule[2:])))


def _said(item: Item, fields: Iterable[str]) -> bool:
    return any(str(item.value(name, "") or "").strip() for name in fields)


def _meeting(document: Document, rule: SupportRule) -> frozenset[str]:
    """The cards of a rule's kind that meet it."""
    known, cards = grounds(document), document.item_table
    own = [i for i in known.place if cards[i].kind == rule.kind and cards[i].place != "parking"]

    def meets(item: Item) -> bool:
        if _said(item, rule.fields) or (rule.standing and item.place == "map"):
            return True
        return any(
            (way.carried or way.link.kind in rule.links) and cards[way.target_id].place != "parking"
            for way in known.of.get(item.id, ())
        )

    found = [i for i in own if meets(cards[i])]
    if rule.handed_on:
        return frozenset(_resting(document, found, kind=rule.kind))
    return frozenset(found)


def _resting(document: Document, begin: Iterable[str], *, kind: str = "") -> dict[str, None]:
    """The cards ``begin`` and those that rest on them, directly or through others; only those of ``kind`` if one is
    given, and none from the parking lot (TR11)."""
    known, cards = grounds(document), document.item_table
    reached = dict.fromkeys(begin)
    waiting = list(reached)
    for card in waiting:
        for way in known.under.get(card, ()):
            item = cards[way.source_id]
            if item.id not in reached and item.place != "parking" and kind in ("", item.kind):
                reached[item.id] = None
                waiting.append(item.id)
    return reached


def _may_rest(kind: str) -> bool:
    """Whether there is a kind of link by which cards of a kind rest on others."""
    return any(
        not link.flow and (kind in link.sources or (link.symmetric and kind in link.targets))
        for link in LINK_KINDS.values()
    )


def _grounded(document: Document) -> frozenset[str]:
    """The cards from which a way back reaches a touchpoint, a source, or a pain point in a phase (TR9)."""

    def begins(item: Item) -> bool:
        rule = SUPPORT_RULES.get(item.kind)
        return (
            not _may_rest(item.kind)
            or _said(item, ("source",))
            or (rule is not None and rule.standing and item.place == "map")
        )

    cards = document.item_table.values()
    return frozenset(_resting(document, [item.id for item in cards if item.place != "parking" and begins(item)]))


# -- what is done -----------------------------------------------------------------------------------------------


def standing(document: Document, item_id: str) -> Standing:
    """How far what is done about a card came (TR10).  Raises KeyError for a card that is not in the map."""
    reached = _resting(document, [document.item_table[item_id].id])
    states = {action.status for i in reached for action in document.actions_of.get(i, ())} - {"dropped"}
    if states:
        if states == {"done"}:
            return "done"
        return "doing" if states & {"doing", "done"} else "planned"
    kinds = [ITEM_KINDS[k] for k in {document.item_table[i].kind for i in reached if i != item_id} if k in ITEM_KINDS]
    if any(kind.actions for kind in kinds):
        return "solution"
    return "opportunity" if any(not kind.claims and _may_rest(kind.id) for kind in kinds) else "nothing"


class Unanswered(NamedTuple):
    """A pain point about which nothing is done, and how far it came: "nothing", "opportunity" or "solution"."""

    item: Item
    standing: Standing


def unanswered(document: Document) -> tuple[Unanswered, ...]:
    """The pain points on the map or in the inbox about which nothing is done (TR10, TR11), in map order.

    A pain point is a card whose kind has a severity.
    """
    pains = (
        item
        for item in (*document.placed, *document.inbox)
        if item.kind in ITEM_KINDS and ITEM_KINDS[item.kind].severity
    )
    found = (Unanswered(item, standing(document, item.id)) for item in pains)
    return tuple(each for each in found if each.standing in ("nothing", "opportunity", "solution"))
