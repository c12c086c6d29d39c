"""What the layout gives: frozen boxes in px at 100 % zoom, with every line of text broken and in its place.

A box holds all that its painter needs, so that two equal boxes look the same; the boxes of what did not change are
the very objects of the layout before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from model.text.shape import TextLine
from model.values import dataclass

if TYPE_CHECKING:
    from model.records import Asset, EmotionScale

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of text; (x, y) is the left end of its baseline, from the top left of the box that holds it."""

    x: float
    y: float
    line: TextLine


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the map, px from its top left corner."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    def holds(self, x: float, y: float) -> bool:
        """Whether the point is inside; the left and top edges are, the right and bottom ones are not."""
        return self.x <= x < self.x + self.w and self.y <= y < self.y + self.h


@dataclass(frozen=True, slots=True)
class PhaseBox(Box):
    """The header of a phase: a chevron with its number (from 1) and its name."""

    id: str
    number: int
    first: bool
    name: str
    lines: tuple[PlacedLine, ...]
    digits: PlacedLine
    color: str
    step_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepBox(Box):
    """A column of the map.  The rectangle is that of its header, which has no height where the map shows no row of
    step names; x and w are those of the column."""

    id: str
    phase_id: str
    name: str
    lines: tuple[PlacedLine, ...]
    color: str | None
    first: bool


@dataclass(frozen=True, slots=True)
class LaneBox(Box):
    """A row of the map and its header.  The rectangle is the whole row; the header is its first 104 px.

    ``kind`` is the lane's kind, ``item_kind`` that of its cards, or None; ``index`` counts lanes from 0.
    ``count`` stands below the name of a touchpoints lane.  ``spans`` whether its cells are whole phases.
    ``prompt`` is the question of an empty lane, with its icon at ``prompt_icon``, both from the row's top left;
    ``hints`` are what the phases of an empty map ask for, each in its first cell, ``written`` on a form for paper;
    ``how`` stands below the prompt of an empty map and says how a note is made, where one can be made.
    """

    id: str
    kind: str
    item_kind: str | None
    index: int
    spans: bool
    name: str
    icon: str
    lines: tuple[PlacedLine, ...]
    count: int
    count_line: PlacedLine | None
    color: str | None
    prompt: tuple[PlacedLine, ...] = ()
    prompt_icon: tuple[float, float] = (0.0, 0.0)
    hints: tuple[PlacedLine, ...] = ()
    written: bool = False
    how: tuple[PlacedLine, ...] = ()


@dataclass(frozen=True, slots=True)
class CellBox(Box):
    """A lane in a step, or in a phase (``step_id`` is None then) where the lane spans it."""

    lane_id: str
    phase_id: str
    step_id: str | None
    step_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FootFace:
    """The face of one persona's feeling in the foot of a touchpoint; ``persona`` is its place on the map from 0."""

    x: float
    y: float
    persona_id: str
    persona: int
    score: int


@dataclass(frozen=True, slots=True)
class FootBadge:
    """How many cards of a kind hang on a touchpoint; ``digits`` from two on."""

    x: float
    y: float
    w: float
    kind: str
    count: int
    digits: PlacedLine | None


@dataclass(frozen=True, slots=True)
class FootIcon:
    """A further channel of a touchpoint."""

    x: float
    y: float
    icon: str
    channel_id: str


@dataclass(frozen=True, slots=True)
class FootMarker:
    """The marker of a persona whom a note concerns, or who is at a touchpoint without a score; (x, y) is its middle,
    ``persona`` its place on the map from 0."""

    x: float
    y: float
    persona: int
    color: str


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands below a card's text; places from the card's top left.

    ``severity`` is where its bars begin; ``evidence`` where the mark of (x, y, evidence) stands, ``blind`` the sign of
    a blind spot; ``words`` say what the card is (a latent need, a kind of a newer version) and who owns it; ``done``
    how many of its actions are done, with the place of its tick; ``note`` what is read from near: source, owner, worth.
    ``whole`` is False for a note of which only the beginning has room.
    """

    faces: tuple[FootFace, ...] = ()
    badges: tuple[FootBadge, ...] = ()
    icons: tuple[FootIcon, ...] = ()
    severity: tuple[float, float, int] | None = None
    targets: tuple[PlacedLine, ...] = ()
    evidence: tuple[float, float, str] | None = None
    blind: tuple[float, float] | None = None
    words: tuple[PlacedLine, ...] = ()
    done: tuple[float, float, PlacedLine] | None = None
    note: tuple[PlacedLine, ...] = ()
    whole: bool = True
    whom: tuple[FootMarker, ...] = ()


@dataclass(frozen=True, slots=True)
class CardPicture(Box):
    """The first picture of a card, from the card's top left; ``asset`` is None where the map has lost it.

    ``mount_h`` is how far the mount round it reaches down; ``more`` says how many further pictures there are.
    """

    asset: Asset | None
    mount_h: float
    more: PlacedLine | None


class CardKey(NamedTuple):
    """All that a card's look depends on, besides its place.

    ``lang`` is the language of the text (it decides where words are cut), ``language`` that of the labels;
    ``icon`` the first channel's; ``channels`` the others as (id, icon); ``feelings`` (persona id, place, score);
    ``badges`` (kind, count) of what hangs on it; ``targets`` the numbers of what it hangs on.  ``evidence`` is how
    it is known, where that is shown; ``truth`` a moment of truth; ``blind`` a blind spot, where these are shown;
    ``quote`` whether it holds words as somebody said them; ``words`` what stands in its foot as words; ``note`` what
    is read from near; ``done`` (done, all) of its actions; ``picture`` its first one and ``pictures`` their number;
    ``said`` are the lines chosen for cards (:mod:`model.cardlines`), not broken yet; ``whom`` (persona id, place,
    colour) are the personas that a note names, or who are at a touchpoint without a score, on a map with several;
    ``border`` the departments before a touchpoint and from it on, where the map shows its borders.
    """

    kind: str
    number: int
    text: str
    width: float
    language: str
    lang: str
    icon: str
    channels: tuple[tuple[str, str], ...]
    severity: int | None
    feelings: tuple[tuple[str, int, int], ...]
    badges: tuple[tuple[str, int], ...]
    targets: tuple[int, ...]
    evidence: str = ""
    truth: bool = False
    blind: bool = False
    quote: bool = False
    words: tuple[str, ...] = ()
    note: str = ""
    done: tuple[int, int] | None = None
    picture: Asset | None = None
    pictures: int = 0
    said: tuple[str, ...] = ()
    whom: tuple[tuple[str, int, str], ...] = ()
    border: tuple[str, ...] = ()


Fonts = frozenset[tuple[str, float]]
"""Keys of fonts with their sizes, px."""


class Remembers:
    """Has room for what was found of a value, for as long as the value is there; nothing of it when it is new.

    ``drawn`` is what :mod:`model.draw.card_painter` made of it, ``fonts`` those of its text and ``printed`` those of
    all that paper shows of it.
    """

    __slots__ = ("drawn", "fonts", "printed")

    def remember(self, name: str, found: T) -> T:
        """Keep ``found`` under one of the names."""
        object.__setattr__(self, name, found)
        return found


@dataclass(frozen=True, slots=True, eq=False)
class CardBody(Remembers):
    """A card without its place: size in px, text, foot, number.  Equal keys give equal bodies.

    ``quote_at`` is where the sign of words that somebody said stands, beside the icon of the type; ``said`` what the
    card says in the chosen fields, below its text (``lines``); ``border`` the names of two departments above it.
    """

    key: CardKey
    w: float
    h: float
    token: str
    icon: str
    icon_at: tuple[float, float]
    lines: tuple[PlacedLine, ...]
    foot: Foot
    number: PlacedLine
    picture: CardPicture | None = None
    quote_at: tuple[float, float] | None = None
    said: tuple[PlacedLine, ...] = ()
    border: tuple[PlacedLine, ...] = ()

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, CardBody) and self.key == other.key)

    def __hash__(self) -> int:
        return hash(self.key)

    @property
    def kind(self) -> str:
        """The kind of the card, as its record has it."""
        return self.key.kind


@dataclass(frozen=True, slots=True)
class CardBox:
    """A card on the map."""

    id: str
    lane_id: str
    step_id: str
    x: float
    y: float
    body: CardBody

    @property
    def w(self) -> float:
        return self.body.w

    @property
    def h(self) -> float:
        return self.body.h

    @property
    def right(self) -> float:
        return self.x + self.body.w

    @property
    def bottom(self) -> float:
        return self.y + self.body.h

    def holds(self, x: float, y: float) -> bool:
        """Whether the point is inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom


@dataclass(frozen=True, slots=True)
class EmotionPoint:
    """One persona's feeling at one touchpoint; (x, y) in px on the map."""

    touchpoint_id: str
    persona_id: str
    score: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class EmotionSeries:
    """A persona's line: its points from left to right.  ``persona`` is its place on the map from 0; the first
    series of a lane is the chosen one, ``chosen``.  ``aimed`` are the feelings aimed for, where these are shown."""

    persona_id: str
    persona: int
    name: str
    color: str
    chosen: bool
    points: tuple[EmotionPoint, ...]
    aimed: tuple[EmotionPoint, ...] = ()

    @property
    def gaps(self) -> tuple[tuple[EmotionPoint, EmotionPoint], ...]:
        """(found, aimed for) at every touchpoint where the two differ."""
        if not self.aimed:
            return ()
        aims = {point.touchpoint_id: point for point in self.aimed}
        found = ((point, aims.get(point.touchpoint_id)) for point in self.points)
        return tuple((point, aim) for point, aim in found if aim is not None and aim.score != point.score)


@dataclass(frozen=True, slots=True)
class CurveLabel:
    """A short text at the curve and the rectangle that it covers, in px on the map."""

    line: PlacedLine
    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class Legend:
    """A persona's line in the header of the emotion lane; the sample's left end and middle, and its name.

    ``aimed``: not a persona's, but what the lines of feelings aimed for look like.
    """

    persona: int
    color: str
    chosen: bool
    x: float
    y: float
    lines: tuple[PlacedLine, ...]
    aimed: bool = False


@dataclass(frozen=True, slots=True)
class EmotionBox(Box):
    """The emotion lane right of its header.  Score 0 is at ``zero``, one score is ``unit`` px high.

    ``scale`` is how feelings are written and ``ticks`` the numbers of its levels, on the map.
    ``columns`` are the places of all touchpoints, with feelings or without: id -> x, in map order.
    ``lowest``, ``peak`` and ``end`` are named points of the chosen persona (rules CV2 to CV4); a label is None where
    there is no room for it, and where another one says the same point.
    """

    lane_id: str
    zero: float
    unit: float
    series: tuple[EmotionSeries, ...]
    columns: tuple[tuple[str, float], ...]
    legend: tuple[Legend, ...]
    scale: EmotionScale = "signed"
    ticks: tuple[PlacedLine, ...] = ()
    lowest: EmotionPoint | None = None
    lowest_label: CurveLabel | None = None
    fall_label: CurveLabel | None = None
    peak: EmotionPoint | None = None
    peak_label: CurveLabel | None = None
    end: EmotionPoint | None = None
    end_label: CurveLabel | None = None

    def y_of(self, score: float) -> float:
        """Where a score is drawn, px on the map."""
        return self.zero - score * self.unit

    def score_at(self, y: float) -> int:
        """The whole score nearest to a height on the map."""
        return max(-2, min(2, round((self.zero - y) / self.unit)))


@dataclass(frozen=True, slots=True)
class ChipBox(Box):
    """A channel in the channels lane; ``medium`` "online", "offline" or "both"."""

    lane_id: str
    step_id: str
    channel_id: str
    icon: str
    medium: str
    name: str


@dataclass(frozen=True, slots=True)
class EvidenceBox(Box):
    """How much is known of a phase, below its header: numbers of cards that are assumed, observed and measured.

    The bar is ``bar_w`` px wide; right of it stand the percents, ``marks``, where the phase has room for them: the x
    of each mark, its evidence and its digits.  ``label`` says the same in words.
    """

    phase_id: str
    assumption: int
    observed: int
    measured: int
    bar_x: float
    bar_w: float
    marks: tuple[tuple[float, str, PlacedLine], ...]
    label: str


@dataclass(frozen=True, slots=True)
class LoopBox(Box):
    """The way back from one phase to another, above their headers: from (``start``, bottom) up and over to
    (``end``, bottom).  The box is what it covers; its line runs at ``level``, px on the map."""

    phase_id: str
    target_id: str
    start: float
    end: float
    level: float
    label: str
