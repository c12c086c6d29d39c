"""The rows of the outline: phases and their touchpoints, as a tree for Qt's views."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from model.document import Document, card_number
from model.i18n import signed, translate
from model.layout.cards import icon_of
from model.records import Channel, Item
from model.values import dataclass
from widgets.controls.texts import plain_tooltip

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The role of the row itself."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PhaseRow:
    """A phase of the outline; ``number`` counts from 1."""

    id: str
    number: int
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class CardRow:
    """A touchpoint of the outline; ``faces`` are (persona's place, score)."""

    id: str
    number: str
    text: str
    icon: str
    faces: tuple[tuple[int, int], ...]


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


class OutlineModel(QAbstractItemModel):
    """The rows as a tree.  The internal id of a phase is 0, that of a touchpoint its phase's place + 1."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Rows = ()

    def show_rows(self, rows: Rows) -> bool:
        """Show other rows.  Returns whether rows came, went or moved (then what was unfolded is folded again)."""
        old = self.rows
        if [(p.id, [c.id for c in cards]) for p, cards in old] != [(p.id, [c.id for c in cards]) for p, cards in rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return True
        self.rows = rows
        for place, ((phase, cards), (was, before)) in enumerate(zip(rows, old, strict=True)):
            parent = self.index(place, 0)
            if phase != was:
                self.dataChanged.emit(parent, parent)
            for i, (card, card_before) in enumerate(zip(cards, before, strict=True)):
                if card is not card_before and card != card_before:
                    index = self.index(i, 0, parent)
                    self.dataChanged.emit(index, index)
        return False

    def row_of(self, index: Index) -> PhaseRow | CardRow | None:
        """The row behind an index."""
        if not index.isValid():
            return None
        above = index.internalId()
        if above == 0:
            return self.rows[index.row()][0] if index.row() < len(self.rows) else None
        cards = self.rows[above - 1][1] if above <= len(self.rows) else ()
        return cards[index.row()] if index.row() < len(cards) else None

    def find(self, record_id: str) -> QModelIndex:
        """The index of a phase or touchpoint; invalid where it is not in the outline."""
        for place, (phase, cards) in enumerate(self.rows):
            if phase.id == record_id:
                return self.index(place, 0)
            for i, card in enumerate(cards):
                if card.id == record_id:
                    return self.index(i, 0, self.index(place, 0))
        return QModelIndex()

    # -- what Qt asks ----------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own default
        if column or row < 0:
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, 0, 0) if row < len(self.rows) else QModelIndex()
        if parent.internalId() or row >= len(self.rows[parent.row()][1]):
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1)

    def parent(self, child: Index | None = None) -> Any:
        if child is None:
            return super().parent()
        above = child.internalId() if child.isValid() else 0
        return self.createIndex(above - 1, 0, 0) if above else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        if not parent.isValid():
            return len(self.rows)
        return 0 if parent.internalId() else len(self.rows[parent.row()][1])

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_of(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.number} {phase_name(row)}" if isinstance(row, PhaseRow) else card_text(row)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, CardRow):
            return plain_tooltip(f"{row.number} {card_text(row)}")
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, PhaseRow):
            return plain_tooltip(f"{row.number} {phase_name(row)}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_row(row)
        return None


def phase_name(row: PhaseRow) -> str:
    """A phase's name, or what stands for it."""
    return row.name or translate("Panels", "Phase without a name")


def card_text(row: CardRow) -> str:
    """A card's text, or what stands for it."""
    return row.text or translate("Panels", "Empty note")


def spoken_row(row: PhaseRow | CardRow) -> str:
    """A row in words."""
    if isinstance(row, PhaseRow):
        count = translate("Panels", "%n touchpoint(s)", n=row.count)
        return f"{row.number} {phase_name(row)}, {count}"
    scores = ", ".join(signed(score) for _, score in row.faces)
    words = f"{row.number}: {card_text(row)}"
    return f"{words}, {translate('Panels', 'feeling {scores}').format(scores=scores)}" if scores else words
