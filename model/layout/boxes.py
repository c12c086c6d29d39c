"""What the layout gives: frozen boxes in px at 100 % zoom, with every line of text broken and in its place.

A box holds all that its painter needs, so that two equal boxes look the same; the boxes of what did not change are
the very objects of the layout before.
"""

from __future__ import annotations

from typing import NamedTuple

from model.text.shape import TextLine
from model.values import dataclass


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
    ``prompt`` is the question of an empty lane, with its icon at ``prompt_icon``, both from the row's top left.
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
class Foot:
    """What stands below a card's text; places from the card's top left.  ``severity`` is where its bars begin."""

    faces: tuple[FootFace, ...] = ()
    badges: tuple[FootBadge, ...] = ()
    icons: tuple[FootIcon, ...] = ()
    severity: tuple[float, float, int] | None = None
    targets: tuple[PlacedLine, ...] = ()


class CardKey(NamedTuple):
    """All that a card's look depends on, besides its place.

    ``lang`` is the language of the text (it decides where words are cut), ``language`` that of the labels;
    ``icon`` the first channel's; ``channels`` the others as (id, icon); ``feelings`` (persona id, place, score);
    ``badges`` (kind, count) of what hangs on it; ``targets`` the numbers of what it hangs on.
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


@dataclass(frozen=True, slots=True, eq=False)
class CardBody:
    """A card without its place: size in px, text, foot, number.  Equal keys give equal bodies."""

    key: CardKey
    w: float
    h: float
    token: str
    icon: str
    icon_at: tuple[float, float]
    lines: tuple[PlacedLine, ...]
    foot: Foot
    number: PlacedLine

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
    series of a lane is the chosen one, ``chosen``."""

    persona_id: str
    persona: int
    name: str
    color: str
    chosen: bool
    points: tuple[EmotionPoint, ...]


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
    """A persona's line in the header of the emotion lane; the sample's left end and middle, and its name."""

    persona: int
    color: str
    chosen: bool
    x: float
    y: float
    lines: tuple[PlacedLine, ...]


@dataclass(frozen=True, slots=True)
class EmotionBox(Box):
    """The emotion lane right of its header.  Score 0 is at ``zero``, one score is ``unit`` px high.

    ``columns`` are the places of all touchpoints, with feelings or without: id -> x, in map order.
    ``lowest`` is the lowest point of the chosen persona; its label is None where there is no room for it.
    """

    lane_id: str
    zero: float
    unit: float
    series: tuple[EmotionSeries, ...]
    columns: tuple[tuple[str, float], ...]
    legend: tuple[Legend, ...]
    lowest: EmotionPoint | None = None
    lowest_label: CurveLabel | None = None
    fall_label: CurveLabel | None = None

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
