"""The scene of a map: one item per card and a few below them, brought up to date by id from a new layout.

Boxes that did not change are the very objects of the layout before, so what changed is found by identity, and only
those items are touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsScene

from model.draw.displaylist import DisplayList
from model.draw.map_painter import paint_background, paint_chip, paint_emotion, paint_prompt
from model.layout.boxes import ChipBox, EmotionBox, LaneBox
from model.layout.maplayout import MapLayout
from widgets.canvas.items import (
    COLUMN_OPACITY,
    COLUMN_Z,
    PLAIN,
    BackItem,
    CardItem,
    CardState,
    LightItem,
    MarksItem,
    Watch,
)
from widgets.canvas.link_items import LinksItem, RubberItem
from widgets.canvas.link_words import WordsItem

_AROUND = 200.0


class MapScene(QGraphicsScene):
    """Owns the items; ``cards`` finds them by the id of their card."""

    def __init__(self) -> None:
        super().__init__()
        self.watch = Watch()
        self.cards: dict[str, CardItem] = {}
        self.marks = MarksItem()
        self.light = LightItem()
        self.column = LightItem(COLUMN_OPACITY, COLUMN_Z)
        self.links = LinksItem(self.watch)
        self.rubber = RubberItem()
        self.words = WordsItem(self.watch)
        self._layout: MapLayout | None = None
        self._states: dict[str, CardState] = {}
        self._back = BackItem(self.watch)
        self._frame: tuple[object, ...] = ()
        self._rows: dict[tuple[str, str], tuple[object, BackItem]] = {}
        for item in (self._back, self.column, self.light, self.links, self.marks, self.rubber, self.words):
            self.addItem(item)

    # -- layout ----------------------------------------------------------------------------------------------

    def show_layout(self, layout: MapLayout) -> None:
        """Show ``layout``; items of what did not change are left alone."""
        old, self._layout = self._layout, layout
        if old is layout:
            return
        for gone in self.cards.keys() - layout.cards.keys():
            card = self.cards.pop(gone)
            card.forget_ops()
            self.removeItem(card)
        bulk = len(layout.cards) - len(self.cards) > 100
        if bulk:
            self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        for card_id, box in layout.cards.items():
            item = self.cards.get(card_id)
            if item is None:
                item = self.cards[card_id] = CardItem(self.watch, box)
                item.set_state(self._states.get(card_id, PLAIN))
                self.addItem(item)
            elif item.box is not box:
                item.set_box(box)
        if bulk:
            self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.BspTreeIndex)
        self._show_frame(layout)
        self._show_rows(layout)
        self.links.show_links(layout.links)

    def show_links(self, layout: MapLayout) -> None:
        """Show ``layout``, which differs from the one before in its links only."""
        self._layout = layout
        self.links.show_links(layout.links)

    def _show_frame(self, layout: MapLayout) -> None:
        frame: tuple[object, ...] = (
            *layout.lanes.values(),
            *layout.steps.values(),
            *layout.phases.values(),
            layout.width,
            layout.height,
        )
        if len(frame) == len(self._frame) and all(a is b or a == b for a, b in zip(frame, self._frame, strict=True)):
            return
        self._frame = frame
        area = QRectF(0, 0, layout.width, layout.height)
        # The index is built for this rectangle; without it each item that sticks out would make it anew.
        self.setSceneRect(area.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND))
        for wide in (self.marks, self.light, self.column, self.links, self.rubber):
            wide.set_area(area.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND))
        self._back.set_area(area, lambda: (paint_background(layout),))

    def _show_rows(self, layout: MapLayout) -> None:
        wanted: dict[tuple[str, str], tuple[object, QRectF, Callable[[], DisplayList]]] = {}
        for lane_id, emotion in layout.emotions.items():
            area = QRectF(emotion.x, emotion.y, emotion.w, emotion.h).adjusted(-12, 0, 12, 0)
            wanted["emotion", lane_id] = (emotion, area, partial(_drawn_emotion, emotion))
        for lane_id, lane in layout.lanes.items():
            if lane.prompt:
                wanted["prompt", lane_id] = (lane, _row(lane), partial(_drawn_prompt, lane))
        chips: dict[str, list[ChipBox]] = {}
        for chip in layout.chips.values():
            chips.setdefault(chip.lane_id, []).append(chip)
        for lane_id, row in chips.items():
            wanted["chips", lane_id] = (tuple(row), _row(layout.lanes[lane_id]), partial(_drawn_chips, tuple(row)))
        for key in self._rows.keys() - wanted.keys():
            left = self._rows.pop(key)[1]
            left.forget_ops()
            self.removeItem(left)
        for key, (boxes, area, draw) in wanted.items():
            known = self._rows.get(key)
            if known is not None and _same(known[0], boxes):
                continue
            if known is None:
                item = BackItem(self.watch, 1.0)
                self.addItem(item)
            else:
                item = known[1]
            self._rows[key] = (boxes, item)
            item.set_area(area, draw)

    # -- states ----------------------------------------------------------------------------------------------

    def show_states(self, states: Mapping[str, CardState]) -> None:
        """Show these states; every other card is plain."""
        for card_id in self._states.keys() - states.keys():
            if card_id in self.cards:
                self.cards[card_id].set_state(PLAIN)
        for card_id, state in states.items():
            if card_id in self.cards:
                self.cards[card_id].set_state(state)
        self._states = dict(states)

    def repaint_all(self) -> None:
        """Paint everything anew: another theme."""
        self.update()

    def cards_in(self, area: QRectF) -> Iterable[str]:
        """The cards that a marquee touches; what fades is not meant."""
        for card_id, item in self.cards.items():
            box = item.box
            if not item.state.faded and area.intersects(QRectF(box.x, box.y, box.w, box.h)):
                yield card_id


def _same(old: object, new: object) -> bool:
    if isinstance(old, tuple) and isinstance(new, tuple):
        return len(old) == len(new) and all(a is b for a, b in zip(old, new, strict=True))
    return old is new


def _row(lane: LaneBox) -> QRectF:
    return QRectF(lane.x, lane.y, lane.w, lane.h)


def _drawn_emotion(box: EmotionBox) -> DisplayList:
    return (paint_emotion(box),)


def _drawn_prompt(box: LaneBox) -> DisplayList:
    return (paint_prompt(box),)


def _drawn_chips(chips: Sequence[ChipBox]) -> DisplayList:
    return tuple(paint_chip(chip) for chip in chips)
