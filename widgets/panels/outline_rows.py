"""The rows of the outline as a tree for Qt's views: phases and their touchpoints, or the whole map.

OL1  The whole map: each phase, in it each step where there are several or it has a name, in these each lane that holds
     notes, in these each note, all in map order.  A lane without notes there is a row as well: an empty place is
     something to hear of.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from model.commands.places import item_kind_of
from model.document import Document, card_number
from model.fields import EVIDENCE
from model.i18n import translate
from model.itemlist import lane_title, persona_name
from model.kinds import ITEM_KINDS, LANE_KINDS
from model.layout.cards import icon_of
from model.records import Channel, EmotionScale, Item, Lane
from model.scale import score_text
from model.values import dataclass
from widgets.controls.texts import plain_tooltip

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The role of the row itself."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PhaseRow:
    """A phase of the outline; ``number`` counts from 1, ``count`` touchpoints, or all notes of the ``whole`` map."""

    id: str
    number: int
    name: str
    count: int
    whole: bool = False


@dataclass(frozen=True, slots=True)
class CardRow:
    """A card of the outline; ``faces`` are (persona's place, score), ``more`` what else a reader hears of it."""

    id: str
    number: str
    text: str
    icon: str
    faces: tuple[tuple[int, int], ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of the whole map; ``place`` counts from 1 in its phase."""

    id: str
    place: int
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class LaneRow:
    """A lane in one phase or step of the whole map; ``id`` is of this place, ``lane_id`` of the lane."""

    id: str
    lane_id: str
    name: str
    icon: str
    count: int


Row = PhaseRow | StepRow | LaneRow | CardRow


class OutlineRows:
    """Makes the rows of documents; rows of what did not change are the very objects of the time before."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Item, Channel | None, tuple[tuple[int, int], ...], CardRow]] = {}

    def card(self, item: Item, channel: Channel | None, faces: tuple[tuple[int, int], ...]) -> CardRow:
        """The row of a touchpoint."""
        known = self._known.get(item.id)
        if known is not None and known[0] is item and known[1] is channel and known[2] == faces:
            return known[3]
        icon_name = channel.icon if channel is not None else icon_of(item.kind)
        row = CardRow(item.id, card_number(item), " ".join(item.text.split()), icon_name, faces)
        self._known[item.id] = (item, channel, faces, row)
        return row

    def of(self, document: Document) -> Rows:
        """The phases of ``document`` with their touchpoints, in map order."""
        rows = outline_rows(document, self.card)
        if len(self._known) > 2 * len(document.item_table) + 64:
            self._known.clear()
        return rows


def outline_rows(
    document: Document, card: Callable[[Item, Channel | None, tuple[tuple[int, int], ...]], CardRow]
) -> Rows:
    """The phases of ``document`` with their touchpoints, in map order; ``card`` makes the row of a touchpoint."""
    places = {persona.id: place for place, persona in enumerate(document.personas)}
    faces: dict[str, list[tuple[int, int]]] = {}
    for emotion in document.emotion_table.values():
        if emotion.score is not None and emotion.persona_id in places:
            faces.setdefault(emotion.touchpoint_id, []).append((places[emotion.persona_id], emotion.score))
    cards: dict[str, list[CardRow]] = {phase.id: [] for phase in document.phases}
    channels, steps = document.channel_table, document.step_table
    for item in document.touchpoints:
        channel = next((channels[c] for c in item.channel_ids if c in channels), None) if item.channel_ids else None
        row = card(item, channel, tuple(sorted(faces.get(item.id, ()))))
        cards[steps[item.step_id or ""].phase_id].append(row)
    return tuple(
        (PhaseRow(phase.id, number, phase.name.strip(), len(cards[phase.id])), tuple(cards[phase.id]))
        for number, phase in enumerate(document.phases, 1)
    )


Rows = tuple[tuple[PhaseRow, tuple[CardRow, ...]], ...]
Tree = tuple[tuple[Row, Any], ...]
"""Rows with what is in them: (row, tree).  Leaves have an empty one."""


def tree_of(rows: Rows) -> Tree:
    """Phases with their touchpoints, as a tree."""
    return tuple((phase, tuple((card, ()) for card in cards)) for phase, cards in rows)


def whole_tree(document: Document) -> Tree:
    """The whole map (OL1)."""
    lanes = [lane for lane in document.lanes if item_kind_of(lane) is not None]
    phases: list[tuple[Row, Any]] = []
    for number, phase in enumerate(document.phases, 1):
        steps = document.steps_by_phase[phase.id]
        if len(steps) > 1 or any(step.name.strip() for step in steps):
            inside: list[tuple[Row, Any]] = []
            for place, step in enumerate(steps, 1):
                found = [(lane, document.cell(lane.id, step.id)) for lane in lanes]
                count = sum(len(cards) for _, cards in found)
                inside.append((StepRow(step.id, place, step.name.strip(), count), _lanes(document, step.id, found)))
        else:
            inside = list(
                _lanes(document, phase.id, [(lane, document.phase_cell(lane.id, phase.id)) for lane in lanes])
            )
        count = sum(row.count for row, _ in inside if isinstance(row, StepRow | LaneRow))
        phases.append((PhaseRow(phase.id, number, phase.name.strip(), count, whole=True), tuple(inside)))
    return tuple(phases)


def _lanes(document: Document, where: str, found: list[tuple[Lane, tuple[Item, ...]]]) -> Tree:
    rows: list[tuple[Row, Any]] = []
    for lane, cards in found:
        known = LANE_KINDS.get(lane.kind)
        icon = known.icon if known is not None else "note"
        row = LaneRow(f"{where}/{lane.id}", lane.id, lane_title(lane), icon, len(cards))
        rows.append((row, tuple((_whole_card(document, item), ()) for item in cards)))
    return tuple(rows)


def _whole_card(document: Document, item: Item) -> CardRow:
    """A card with what is said of it: its kind, channels, severity and evidence."""
    kind = ITEM_KINDS.get(item.kind)
    channels = [document.channel_table[i] for i in item.channel_ids if i in document.channel_table]
    parts = [kind.title if kind is not None else item.kind, *(channel.name for channel in channels)]
    parts += [persona_name(document, each) for each in item.persona_ids]
    if item.severity is not None and kind is not None and kind.severity:
        parts.append(translate("Panels", "severity {number}").format(number=item.severity))
    evidence = next((choice.title for choice in EVIDENCE if choice.id == item.evidence), "")
    faces = tuple(
        (place, felt.score)
        for place, persona in enumerate(document.personas)
        if (felt := document.emotions.get((item.id, persona.id))) is not None and felt.score is not None
    )
    icon = channels[0].icon if channels and item.kind == "touchpoint" else icon_of(item.kind)
    text = " ".join(item.text.split())
    return CardRow(
        item.id, card_number(item), text, icon, faces, ", ".join(part for part in (*parts, evidence) if part)
    )


@dataclass(frozen=True, slots=True)
class _Node:
    """A row in the tree: the index of the node above (-1 for none), its place there, the indices of what is in it."""

    row: Row
    above: int
    place: int
    inside: tuple[int, ...]


class OutlineModel(QAbstractItemModel):
    """The rows as a tree.  The internal id of an index is the place of its node."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Rows = ()
        """The phases and their touchpoints; () where the whole map is shown."""
        self._nodes: list[_Node] = []
        self._top: tuple[int, ...] = ()
        self._found: dict[str, int] = {}
        self.scale: EmotionScale = "signed"

    def show_rows(self, rows: Rows) -> bool:
        """Show phases and touchpoints.  Returns whether rows came, went or moved (then what was unfolded is folded)."""
        self.rows = rows
        return self._show(tree_of(rows))

    def show_whole(self, tree: Tree) -> bool:
        """Show the whole map.  Returns as :meth:`show_rows`."""
        self.rows = ()
        return self._show(tree)

    def _show(self, tree: Tree) -> bool:
        old = self._nodes
        nodes, top = _flat(tree)
        if [(n.row.id, n.above) for n in nodes] != [(n.row.id, n.above) for n in old]:
            self.beginResetModel()
            self._nodes, self._top = nodes, top
            self._found = {node.row.id: at for at, node in enumerate(nodes)}
            self.endResetModel()
            return True
        self._nodes, self._top = nodes, top
        for at, (node, was) in enumerate(zip(nodes, old, strict=True)):
            if node.row is not was.row and node.row != was.row:
                index = self._index(at)
                self.dataChanged.emit(index, index)
        return False

    def _index(self, at: int) -> QModelIndex:
        return self.createIndex(self._nodes[at].place, 0, at)

    def _node(self, index: Index) -> _Node | None:
        if not index.isValid():
            return None
        at = int(index.internalId())
        return self._nodes[at] if at < len(self._nodes) else None

    def row_of(self, index: Index) -> Row | None:
        """The row behind an index."""
        node = self._node(index)
        return node.row if node is not None else None

    def depth_of(self, index: Index) -> int:
        """How many rows stand above one: 0 for a phase."""
        depth = -1
        node = self._node(index)
        while node is not None:
            depth += 1
            node = self._nodes[node.above] if node.above >= 0 else None
        return depth

    def every_index(self) -> list[QModelIndex]:
        """All rows, from top to bottom."""
        return [self._index(at) for at in range(len(self._nodes))]

    def find(self, record_id: str) -> QModelIndex:
        """The index of a phase, step or card, or of the first row of a lane; invalid where it is not there."""
        at = self._found.get(record_id)
        if at is None:
            rows = enumerate(self._nodes)
            at = next((i for i, node in rows if isinstance(node.row, LaneRow) and node.row.lane_id == record_id), None)
        return self._index(at) if at is not None else QModelIndex()

    # -- what Qt asks ----------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own default
        node = self._node(parent)
        inside = self._top if not parent.isValid() else node.inside if node is not None else ()
        return self._index(inside[row]) if not column and 0 <= row < len(inside) else QModelIndex()

    def parent(self, child: Index | None = None) -> Any:
        if child is None:
            return super().parent()
        node = self._node(child)
        return self._index(node.above) if node is not None and node.above >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        node = self._node(parent)
        return len(self._top) if not parent.isValid() else len(node.inside) if node is not None else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_of(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.number} {phase_name(row)}" if isinstance(row, PhaseRow) else row_text(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            number = f"{row.number} " if isinstance(row, CardRow | PhaseRow) else ""
            return plain_tooltip(f"{number}{row_text(row)}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_row(row, self.scale)
        return None


def phase_name(row: PhaseRow) -> str:
    """A phase's name, or what stands for it."""
    return row.name or translate("Panels", "Phase without a name")


def card_text(row: CardRow) -> str:
    """A card's text, or what stands for it."""
    return row.text or translate("Panels", "Empty note")


def row_text(row: Row) -> str:
    """What a row says, without its number."""
    if isinstance(row, PhaseRow):
        return phase_name(row)
    if isinstance(row, StepRow):
        return row.name or translate("Panels", "Step {number}").format(number=row.place)
    return row.name if isinstance(row, LaneRow) else card_text(row)


def spoken_row(row: Row, scale: EmotionScale = "signed") -> str:
    """A row in words."""
    if isinstance(row, PhaseRow):
        if row.whole:
            count = translate("Panels", "%n note(s)", n=row.count)
        else:
            count = translate("Panels", "%n touchpoint(s)", n=row.count)
        return f"{translate('Panels', 'Phase {number}').format(number=row.number)}, {phase_name(row)}, {count}"
    if isinstance(row, StepRow | LaneRow):
        kind = translate("Panels", "Step") if isinstance(row, StepRow) else translate("Panels", "Lane")
        count = translate("Panels", "%n note(s)", n=row.count) if row.count else translate("Panels", "empty")
        return f"{kind}, {row_text(row)}, {count}"
    scores = ", ".join(score_text(score, scale) for _, score in row.faces)
    words = f"{row.number}: {card_text(row)}" + (f", {row.more}" if row.more else "")
    return f"{words}, {translate('Panels', 'feeling {scores}').format(scores=scores)}" if scores else words


def _flat(tree: Tree) -> tuple[list[_Node], tuple[int, ...]]:
    """The nodes of a tree, each before what is in it, and the indices of the topmost."""
    nodes: list[_Node] = []

    def add(branches: Tree, above: int) -> tuple[int, ...]:
        made = []
        for place, (row, inside) in enumerate(branches):
            at = len(nodes)
            nodes.append(_Node(row, above, place, ()))
            nodes[at] = _Node(row, above, place, add(inside, at))
            made.append(at)
        return tuple(made)

    return nodes, add(tree, -1)
