"""What stands out on the map: chosen, under the pointer, under way, and what belongs to it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, QTimer

from model.values import replace
from widgets.canvas.edit.writer import Writer
from widgets.canvas.edits import linkable
from widgets.canvas.items import FADED, PLAIN, CardState, PointMark
from widgets.canvas.link_items import State as LinkState
from widgets.canvas.stage import Stage
from widgets.selection import split_emotion

CELL_INSET = 2.0
FLASH_MS = 1000
"""How long a note that came from elsewhere stays outlined (look.md, section 10)."""


class Highlights(QObject):
    """Turns selection, pointer and keyboard into states of cards and marks on the map."""

    def __init__(self, stage: Stage, writer: Writer) -> None:
        super().__init__(stage)
        self._stage = stage
        self._writer = writer
        self.hover: str | None = None
        self.hover_point: tuple[str, str] | None = None
        self.hover_link: str | None = None
        self.dragged_point: tuple[str, str] | None = None
        self.away: frozenset[str] = frozenset()
        self.by_keyboard = False
        self.focused = False
        self._flashed: str | None = None
        self._found: frozenset[str] | None = None
        self._flash = QTimer(self)
        self._flash.setSingleShot(True)
        self._flash.setInterval(FLASH_MS)
        self._flash.timeout.connect(self._flash_over)  # no lambda: the timer would hold it, and it the whole canvas
        stage.selection.changed.connect(self.refresh)
        stage.focus_moved.connect(self.refresh)
        stage.laid_out.connect(self.refresh)
        writer.shown.connect(self.refresh)

    def _flash_over(self) -> None:
        self.flash(None)

    def set_hover(self, card: str | None, point: tuple[str, str] | None, link: str | None = None) -> None:
        """The pointer is over this card, this point of a curve, or this link."""
        if (card, point, link) != (self.hover, self.hover_point, self.hover_link):
            self.hover, self.hover_point, self.hover_link = card, point, link
            self.refresh()

    def set_away(self, cards: frozenset[str]) -> None:
        """These cards are under way."""
        if cards is not self.away and cards != self.away:
            self.away = cards
            self.refresh()

    def set_keyboard(self, used: bool) -> None:
        """Whether the keyboard was used last: then its ring is shown."""
        if used != self.by_keyboard:
            self.by_keyboard = used
            self.refresh()

    def set_focused(self, focused: bool) -> None:
        """Whether the map has the keyboard."""
        if focused != self.focused:
            self.focused = focused
            self.refresh()

    def set_found(self, cards: frozenset[str] | None) -> None:
        """Let every card but these fade; None shows all of them again."""
        self._found = cards
        self.refresh()

    def flash(self, card: str | None) -> None:
        """Outline a card for a moment: it was put there from outside the map."""
        self._flashed = card
        if card is not None:
            self._flash.start()
        self.refresh()

    # -- working it out --------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what stands out now."""
        stage, selection = self._stage, self._stage.selection
        states: dict[str, CardState] = {}

        if self._found is not None:
            states.update((card_id, FADED) for card_id in stage.layout.cards if card_id not in self._found)

        def mark(*card_ids: str, **fields: bool) -> None:
            # A thousand cards of the same state share one, and become one other.
            known: dict[int, tuple[CardState, CardState]] = {}
            for card_id in card_ids:
                before = states.get(card_id, PLAIN)
                pair = known.get(id(before))
                if pair is None:
                    pair = known[id(before)] = (before, replace(before, **fields))
                states[card_id] = pair[1]

        mark(*self._lit(), lit=True)
        if self._flashed is not None:
            mark(self._flashed, lit=True)
        job = self._writer.job
        written = job.record_id if job is not None and job.table == "items" else None
        if written is None:
            mark(*selection.cards, selected=True)
            if selection.kind == "cards" and selection.current and self.by_keyboard and self.focused:
                mark(selection.current, ring=True)
        else:
            mark(written, editing=True)
        if self.hover is not None and not self.away:
            mark(self.hover, hover=True)
        if not self.away and written is None:
            mark(*self.plus_cards(), plus=True)
        mark(*self.away, away=True)
        stage.scene.show_states(states)
        stage.scene.marks.show_ring(self._ring())
        stage.scene.marks.show_points(self._points())
        states_of_links = self._links()
        stage.scene.links.show_states(states_of_links)
        boxes = stage.layout.links
        stage.scene.words.show_links(
            (boxes[i] for i in sorted(states_of_links, key=self._first) if i in boxes), stage.document.info.language
        )

    def plus_cards(self) -> tuple[str, ...]:
        """The cards that show their round plus: the one under the pointer and the only chosen one."""
        layout, chosen = self._stage.layout, self._stage.selection.cards
        cards = dict.fromkeys(
            [*([self.hover] if self.hover is not None else []), *(chosen if len(chosen) == 1 else ())]
        )
        return tuple(i for i in cards if i in layout.cards and linkable(layout.cards[i].body.kind))

    def _links(self) -> dict[str, LinkState]:
        selection = self._stage.selection
        cards = set(selection.cards)
        found: dict[str, LinkState] = {}
        if cards or self.hover_link is not None:
            for box in self._stage.layout.links.values():
                if box.id == self.hover_link or box.source_id in cards or box.target_id in cards:
                    found[box.id] = "lit"
        if selection.kind == "link" and selection.current is not None:
            found[selection.current] = "chosen"
        return found

    def _first(self, link_id: str) -> tuple[bool, bool]:
        """The chosen link and the one under the pointer come before those that only belong to what is chosen."""
        return link_id != self._stage.selection.current, link_id != self.hover_link

    def _lit(self) -> set[str]:
        """The cards to which the chosen cards or the chosen link are linked; the touchpoint of a marked point."""
        document, selection = self._stage.document, self._stage.selection
        lit: set[str] = set()
        for card_id in selection.cards:
            lit.update(link.target_id for link in document.links_from.get(card_id, ()))
            lit.update(link.source_id for link in document.links_to.get(card_id, ()))
        lit.difference_update(selection.cards)
        if selection.kind == "emotion":
            lit.update(split_emotion(key)[0] for key in selection.ids)
        link = document.link_table.get(selection.current or "") if selection.kind == "link" else None
        if link is not None:
            lit.update((link.source_id, link.target_id))
        for point in (self.hover_point, self.dragged_point):
            if point is not None:
                lit.add(point[0])
        return lit

    def _ring(self) -> QRectF | None:
        stage = self._stage
        if stage.cell is None or stage.selection.kind != "none" or self._writer.active or not self.focused:
            return None
        box = stage.cell_box(stage.cell)
        return None if box is None else box.adjusted(CELL_INSET, CELL_INSET, -CELL_INSET, -CELL_INSET)

    def _points(self) -> tuple[PointMark, ...]:
        stage, selection = self._stage, self._stage.selection
        active = {split_emotion(key) for key in selection.ids} if selection.kind == "emotion" else set()
        if self.dragged_point is not None:
            active.add(self.dragged_point)
        # A card and its points light up together.
        cards = {selection.current} if selection.kind == "cards" else set()
        if self.hover is not None:
            cards.add(self.hover)
        if not active and not cards and self.hover_point is None:
            return ()
        wanted = {touchpoint for touchpoint, _ in active} | cards
        if self.hover_point is not None:
            wanted.add(self.hover_point[0])
        found: list[PointMark] = []
        for box in stage.layout.emotions.values():
            for series in box.series:
                for point in series.points:
                    if point.touchpoint_id not in wanted:
                        continue
                    key = (point.touchpoint_id, point.persona_id)
                    if key in active:
                        found.append(PointMark(point.x, point.y, active=True))
                    elif key == self.hover_point or point.touchpoint_id in cards:
                        found.append(PointMark(point.x, point.y))
        return tuple(found)
