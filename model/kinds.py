"""The kinds of cards, links and lanes, as one table each: layout, painters, workbook, menus and checks read these.

Adding a kind of card: register an :class:`ItemKind` (and a record class in :mod:`model.records` when it has fields
of its own) and a :class:`LaneKind` it may stand in; see docs/architecture.md for a worked example.
"""

from __future__ import annotations

from model.fields import COMMON, ItemField, fields_named
from model.fieldtypes import Alignment
from model.i18n import QT_TRANSLATE_NOOP, translate
from model.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class ItemKind:
    """A kind of card.

    ``name`` and ``plural`` are source strings of the context "Kinds"; ``token`` is its name in the tokens
    (``note.<token>.fill``); ``icon`` its type icon, or "" where the card shows its first channel's;
    ``attaches`` whether it may hang on touchpoints; ``claims`` whether it says something of the customer, which may be
    an assumption or known (rule EV1); ``actions`` whether it has actions; ``own`` the ids of its fields in
    :data:`model.fields.ITEM_FIELDS` beside the common ones.
    """

    id: str
    name: str
    plural: str
    token: str
    icon: str
    attaches: bool = False
    quote: bool = False
    claims: bool = False
    actions: bool = False
    own: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The kind's name in the current language."""
        return translate("Kinds", self.name)

    @property
    def plural_title(self) -> str:
        """The name of several of them in the current language."""
        return translate("Kinds", self.plural)

    @property
    def fields(self) -> tuple[ItemField, ...]:
        """What may be said of such a card, in the order of the table of fields."""
        return fields_named((*self.own, *COMMON))

    @property
    def severity(self) -> bool:
        """Whether it carries a severity."""
        return "severity" in self.own


@dataclass(frozen=True, slots=True)
class LaneKind:
    """A kind of lane.  ``item`` is the kind of its cards, or None where the lane is drawn from other records."""

    id: str
    name: str
    icon: str
    item: str | None
    prompt: str = ""
    alignment: Alignment = "step"

    @property
    def title(self) -> str:
        """The lane kind's name in the current language, a new lane's name."""
        return translate("Kinds", self.name)

    @property
    def question(self) -> str:
        """The question an empty lane asks, in the current language; may be empty."""
        return translate("Kinds", self.prompt) if self.prompt else ""


ITEM_KINDS: dict[str, ItemKind] = {}
LANE_KINDS: dict[str, LaneKind] = {}
LINK_KINDS: dict[str, LinkKind] = {}


def register_item_kind(kind: ItemKind) -> ItemKind:
    """Add a kind of card; a second one with the same id raises ValueError."""
    if kind.id in ITEM_KINDS:
        raise ValueError(f"item kind {kind.id!r} is registered already")
    ITEM_KINDS[kind.id] = kind
    attach = LINK_KINDS.get("attach")
    if kind.attaches and attach is not None:  # a kind that comes after the table of links
        LINK_KINDS["attach"] = replace(attach, sources=(*attach.sources, kind.id))
    return kind


def register_lane_kind(kind: LaneKind) -> LaneKind:
    """Add a kind of lane; a second one with the same id raises ValueError."""
    if kind.id in LANE_KINDS:
        raise ValueError(f"lane kind {kind.id!r} is registered already")
    LANE_KINDS[kind.id] = kind
    return kind


TOUCHPOINT = register_item_kind(
    ItemKind(
        "touchpoint",
        QT_TRANSLATE_NOOP("Kinds", "Touchpoint"),
        QT_TRANSLATE_NOOP("Kinds", "Touchpoints"),
        "touchpoint",
        "",
        claims=True,
        own=(
            "channel_ids",
            "goal",
            "moment_of_truth",
            "time",
            "duration",
            "actors",
            "owner",
            "department",
            "system",
        ),
    )
)
ACTION = register_item_kind(
    ItemKind(
        "action",
        QT_TRANSLATE_NOOP("Kinds", "Customer action"),
        QT_TRANSLATE_NOOP("Kinds", "Customer actions"),
        "action",
        "walk",
        claims=True,
        own=("persona_ids",),
    )
)
THOUGHT = register_item_kind(
    ItemKind(
        "thought",
        QT_TRANSLATE_NOOP("Kinds", "Thought"),
        QT_TRANSLATE_NOOP("Kinds", "Thoughts"),
        "thought",
        "quote",
        quote=True,
        claims=True,
        own=("persona_ids",),
    )
)
NEED = register_item_kind(
    ItemKind(
        "need",
        QT_TRANSLATE_NOOP("Kinds", "Need"),
        QT_TRANSLATE_NOOP("Kinds", "Needs"),
        "need",
        "heart",
        claims=True,
        own=("need_type", "persona_ids"),
    )
)
PAIN_POINT = register_item_kind(
    ItemKind(
        "pain_point",
        QT_TRANSLATE_NOOP("Kinds", "Pain point"),
        QT_TRANSLATE_NOOP("Kinds", "Pain points"),
        "pain",
        "bolt",
        attaches=True,
        claims=True,
        own=("severity", "cause", "reach", "persona_ids"),
    )
)
INSIGHT = register_item_kind(
    ItemKind(
        "insight",
        QT_TRANSLATE_NOOP("Kinds", "Insight"),
        QT_TRANSLATE_NOOP("Kinds", "Insights"),
        "insight",
        "bulb",
        attaches=True,
        claims=True,
        own=("insight_type", "persona_ids"),
    )
)
OPPORTUNITY = register_item_kind(
    ItemKind(
        "opportunity",
        QT_TRANSLATE_NOOP("Kinds", "Opportunity"),
        QT_TRANSLATE_NOOP("Kinds", "Opportunities"),
        "opportunity",
        "seedling",
        attaches=True,
        own=("impact", "effort", "persona_ids"),
    )
)
SOLUTION = register_item_kind(
    ItemKind(
        "solution",
        QT_TRANSLATE_NOOP("Kinds", "Solution"),
        QT_TRANSLATE_NOOP("Kinds", "Solutions"),
        "solution",
        "puzzle",
        attaches=True,
        actions=True,
        own=("solution_type", "owner", "department", "impact", "effort", "persona_ids"),
    )
)
NOTE = register_item_kind(
    ItemKind(
        "note",
        QT_TRANSLATE_NOOP("Kinds", "Note"),
        QT_TRANSLATE_NOOP("Kinds", "Notes"),
        "note",
        "note",
        own=("persona_ids",),
    )
)

for _kind in (
    LaneKind("channels", QT_TRANSLATE_NOOP("Kinds", "Channels"), "layers-subtract", None),
    LaneKind(
        "touchpoints",
        QT_TRANSLATE_NOOP("Kinds", "Touchpoints"),
        "pointer",
        "touchpoint",
        QT_TRANSLATE_NOOP("Kinds", "What does the customer do here, and where?"),
    ),
    LaneKind("actions", QT_TRANSLATE_NOOP("Kinds", "Customer actions"), "walk", "action"),
    LaneKind(
        "thoughts",
        QT_TRANSLATE_NOOP("Kinds", "Thoughts"),
        "quote",
        "thought",
        QT_TRANSLATE_NOOP("Kinds", "What does the customer think or say?"),
    ),
    LaneKind("needs", QT_TRANSLATE_NOOP("Kinds", "Needs"), "heart", "need"),
    LaneKind(
        "emotion",
        QT_TRANSLATE_NOOP("Kinds", "Emotion"),
        "chart-line",
        None,
        QT_TRANSLATE_NOOP("Kinds", "Give a note a face and the line begins"),
    ),
    LaneKind(
        "pain_points",
        QT_TRANSLATE_NOOP("Kinds", "Pain points"),
        "bolt",
        "pain_point",
        QT_TRANSLATE_NOOP("Kinds", "Where does the customer get stuck?"),
    ),
    LaneKind(
        "insights",
        QT_TRANSLATE_NOOP("Kinds", "Insights"),
        "bulb",
        "insight",
        QT_TRANSLATE_NOOP("Kinds", "What do we know now that we did not before?"),
    ),
    LaneKind(
        "opportunities",
        QT_TRANSLATE_NOOP("Kinds", "Opportunities"),
        "seedling",
        "opportunity",
        QT_TRANSLATE_NOOP("Kinds", "How could this be better?"),
    ),
    LaneKind(
        "solutions",
        QT_TRANSLATE_NOOP("Kinds", "Solutions"),
        "puzzle",
        "solution",
        QT_TRANSLATE_NOOP("Kinds", "Who does what, and when?"),
    ),
    LaneKind("notes", QT_TRANSLATE_NOOP("Kinds", "Notes"), "note", "note"),
):
    register_lane_kind(_kind)
del _kind


def lane_kind_of(item_kind: str) -> LaneKind | None:
    """The first lane kind whose cards are of ``item_kind``."""
    return next((lane for lane in LANE_KINDS.values() if lane.item == item_kind), None)


# -- links ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LinkKind:
    """A kind of link.  ``sources`` and ``targets`` are the kinds of cards it may lead from and to.

    ``name``, ``forward`` (read from the source: "leads to") and ``backward`` (read from the target) are source texts
    of the context "Links".  ``flow``: it is a path between touchpoints; ``symmetric``: both ends say the same;
    ``stroke`` how its line is drawn: "solid", "dashed", "dotted" or "double".  ``heads``: where a path says it leads,
    "onward", "back" or "" (anywhere); ``crosses``: it says that channel or department change (rules FL4 to FL7).
    """

    id: str
    name: str
    forward: str
    backward: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    icon: str
    flow: bool = False
    symmetric: bool = False
    stroke: str = "solid"
    heads: str = ""
    crosses: bool = False

    @property
    def title(self) -> str:
        """The link kind's name in the current language."""
        return translate("Links", self.name)

    @property
    def forward_title(self) -> str:
        """How the link reads from its source, in the current language."""
        return translate("Links", self.forward)

    @property
    def backward_title(self) -> str:
        """How the link reads from its target, in the current language."""
        return translate("Links", self.backward)

    def fits(self, source: str, target: str) -> bool:
        """Whether it may lead from a card of the kind ``source`` to one of the kind ``target``.

        Ends of kinds that this version does not know are let through.
        """
        return (source in self.sources or source not in ITEM_KINDS) and (
            target in self.targets or target not in ITEM_KINDS
        )


def register_link_kind(kind: LinkKind) -> LinkKind:
    """Add a kind of link; a second one with the same id raises ValueError."""
    if kind.id in LINK_KINDS:
        raise ValueError(f"link kind {kind.id!r} is registered already")
    LINK_KINDS[kind.id] = kind
    return kind


for _link in (
    LinkKind(
        "attach",
        QT_TRANSLATE_NOOP("Links", "Attached to"),
        QT_TRANSLATE_NOOP("Links", "is attached to"),
        QT_TRANSLATE_NOOP("Links", "has attached"),
        tuple(kind.id for kind in ITEM_KINDS.values() if kind.attaches),
        ("touchpoint",),
        "link",
    ),
    LinkKind(
        "based_on",
        QT_TRANSLATE_NOOP("Links", "Based on"),
        QT_TRANSLATE_NOOP("Links", "is based on"),
        QT_TRANSLATE_NOOP("Links", "is a ground for"),
        ("opportunity",),
        ("pain_point", "insight"),
        "bulb",
    ),
    LinkKind(
        "solves",
        QT_TRANSLATE_NOOP("Links", "Answers"),
        QT_TRANSLATE_NOOP("Links", "answers"),
        QT_TRANSLATE_NOOP("Links", "is answered by"),
        ("solution",),
        ("opportunity",),
        "puzzle",
    ),
    LinkKind(
        "relates",
        QT_TRANSLATE_NOOP("Links", "Belongs with"),
        QT_TRANSLATE_NOOP("Links", "belongs with"),
        QT_TRANSLATE_NOOP("Links", "belongs with"),
        ("insight",),
        ("insight",),
        "bulb",
        symmetric=True,
        stroke="dotted",
    ),
    LinkKind(
        "next",
        QT_TRANSLATE_NOOP("Links", "Next"),
        QT_TRANSLATE_NOOP("Links", "leads to"),
        QT_TRANSLATE_NOOP("Links", "follows"),
        ("touchpoint",),
        ("touchpoint",),
        "arrow-right",
        flow=True,
        heads="onward",
    ),
    LinkKind(
        "loop",
        QT_TRANSLATE_NOOP("Links", "Loop back"),
        QT_TRANSLATE_NOOP("Links", "goes back to"),
        QT_TRANSLATE_NOOP("Links", "is returned to from"),
        ("touchpoint",),
        ("touchpoint",),
        "arrow-loop-right",
        flow=True,
        stroke="dashed",
        heads="back",
    ),
    LinkKind(
        "handover",
        QT_TRANSLATE_NOOP("Links", "Hand-over"),
        QT_TRANSLATE_NOOP("Links", "hands over to"),
        QT_TRANSLATE_NOOP("Links", "takes over from"),
        ("touchpoint",),
        ("touchpoint",),
        "arrows-exchange",
        flow=True,
        stroke="double",
        crosses=True,
    ),
    LinkKind(
        "same_time",
        QT_TRANSLATE_NOOP("Links", "At the same time"),
        QT_TRANSLATE_NOOP("Links", "happens at the same time as"),
        QT_TRANSLATE_NOOP("Links", "happens at the same time as"),
        ("touchpoint",),
        ("touchpoint",),
        "equal",
        flow=True,
        symmetric=True,
        stroke="dotted",
    ),
):
    register_link_kind(_link)
del _link


def link_kinds_between(source: str, target: str) -> tuple[tuple[LinkKind, bool], ...]:
    """The kinds of links that a line drawn from a card of the kind ``source`` to one of the kind ``target`` may mean.

    Each with whether the link runs the other way: an insight drawn to an opportunity is the opportunity's ground.
    """
    found = []
    for kind in LINK_KINDS.values():
        if source in kind.sources and target in kind.targets:
            found.append((kind, False))
        elif target in kind.sources and source in kind.targets:
            found.append((kind, True))
    return tuple(found)
