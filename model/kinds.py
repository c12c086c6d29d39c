"""The kinds of cards and lanes, as one table each: layout, painters, workbook, menus and checks read these.

Adding a kind of card: register an :class:`ItemKind` (and a record class in :mod:`model.records` when it has fields
of its own) and a :class:`LaneKind` it may stand in; see docs/architecture.md for a worked example.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.i18n import QT_TRANSLATE_NOOP, translate


@dataclass(frozen=True, slots=True)
class ItemKind:
    """A kind of card.

    ``name`` and ``plural`` are source strings of the context "Kinds"; ``token`` is its name in the tokens
    (``note.<token>.fill``); ``icon`` its type icon, or "" where the card shows its first channel's;
    ``attaches`` whether it may hang on touchpoints; ``severity`` whether it carries one.
    """

    id: str
    name: str
    plural: str
    token: str
    icon: str
    attaches: bool = False
    severity: bool = False
    quote: bool = False

    @property
    def title(self) -> str:
        """The kind's name in the current language."""
        return translate("Kinds", self.name)

    @property
    def plural_title(self) -> str:
        """The name of several of them in the current language."""
        return translate("Kinds", self.plural)


@dataclass(frozen=True, slots=True)
class LaneKind:
    """A kind of lane.  ``item`` is the kind of its cards, or None where the lane is drawn from other records."""

    id: str
    name: str
    icon: str
    item: str | None
    prompt: str = ""
    alignment: str = "step"

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


def register_item_kind(kind: ItemKind) -> ItemKind:
    """Add a kind of card; a second one with the same id raises ValueError."""
    if kind.id in ITEM_KINDS:
        raise ValueError(f"item kind {kind.id!r} is registered already")
    ITEM_KINDS[kind.id] = kind
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
    )
)
ACTION = register_item_kind(
    ItemKind(
        "action",
        QT_TRANSLATE_NOOP("Kinds", "Customer action"),
        QT_TRANSLATE_NOOP("Kinds", "Customer actions"),
        "action",
        "walk",
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
    )
)
NEED = register_item_kind(
    ItemKind("need", QT_TRANSLATE_NOOP("Kinds", "Need"), QT_TRANSLATE_NOOP("Kinds", "Needs"), "need", "heart")
)
PAIN_POINT = register_item_kind(
    ItemKind(
        "pain_point",
        QT_TRANSLATE_NOOP("Kinds", "Pain point"),
        QT_TRANSLATE_NOOP("Kinds", "Pain points"),
        "pain",
        "bolt",
        attaches=True,
        severity=True,
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
    )
)
NOTE = register_item_kind(
    ItemKind("note", QT_TRANSLATE_NOOP("Kinds", "Note"), QT_TRANSLATE_NOOP("Kinds", "Notes"), "note", "note")
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
