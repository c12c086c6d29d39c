"""The map on the wall: phases in reach and chosen lanes, to be looked at from far away.

It paints the very boxes and display lists of the editor's canvas, so an edit shows in both at once, and paints only
what changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from model.commands.places import Cell
from model.document import card_number
from model.i18n import translate
from model.layout.boxes import CardBox
from model.layout.maplayout import MapLayout
from model.legibility import Image, Room, sentence
from widgets.canvas.stage import Stage
from widgets.controls.texts import language_changed, name_for_readers
from widgets.wall.arrivals import Arrivals
from widgets.wall.colors import WallColors
from widgets.wall.picture import WallPicture
from widgets.wall.plan import Row, WallPlan, make_plan, moved, same_curve, without_count
from widgets.wall.scrolling import Ground, WallScroll, stops_of
from widgets.wall.sight import Sight

_NAME_H = 50.0
"""px at 100 % that the name of a lane takes at most before it scrolls away with its lane."""
_NOTCH = 120
"""What a wheel tells for one notch; touchpads tell less at a time."""
_AIR = 6.0
"""px at 100 % kept round what is scrolled into view."""


class WallView(QWidget):
    """Shows what ``stage`` lays out.  Positions named x0 and y0 are px of the map at 100 %."""

    planned = Signal()
    """Something else is shown: other phases, another scale; :meth:`sentence` says it."""
    resized = Signal()
    """It has another size, as when it is opened, and may show fewer phases."""

    def __init__(self, stage: Stage, colors: WallColors, chosen: Sequence[str], room: Room) -> None:
        super().__init__()
        self._stage = stage
        self._chosen, self._extra, self._room = tuple(chosen), "", room
        self._screen_h = 0
        self._layout: MapLayout = stage.layout
        self._plan: WallPlan | None = None
        self._said: tuple[object, ...] = ()
        self._turned = 0
        self._arrivals = Arrivals(self, self._cell_of)
        self._picture = WallPicture(stage.scene.cards, self._arrivals, colors)
        self._scroll = WallScroll(self._ground, self.isVisible, self._layout.header_width, self)
        self._scroll.scrolled.connect(self.update)
        self._scroll.went.connect(self._tell)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", False)  # the room has no use for it; letters go to the line
        stage.laid_out.connect(self.show_layout)
        stage.card_written.connect(self.show_layout)

    def end(self) -> None:
        """Let go of the canvas."""
        self._stage.laid_out.disconnect(self.show_layout)
        self._stage.card_written.disconnect(self.show_layout)
        self._scroll.stop()
        self._arrivals.stop()
        self._picture.drop()

    # -- what is shown ---------------------------------------------------------------------------------------

    @property
    def plan(self) -> WallPlan:
        """What stands on the wall now."""
        if self._plan is None:
            self._plan_anew()
        assert self._plan is not None  # noqa: S101 - made in the line before
        return self._plan

    @property
    def chosen(self) -> tuple[str, ...]:
        """The lanes that were chosen."""
        return self._chosen

    @property
    def scale(self) -> float:
        """1.0 is 100 % of the canvas."""
        return self.plan.fit.scale

    def choose_lanes(self, lane_ids: Sequence[str]) -> None:
        """Show these lanes from now on."""
        self._chosen = tuple(lane_ids)
        self._show_all()

    def show_lane_too(self, lane_id: str) -> None:
        """Show one lane more for as long as a note goes there; "" takes it away again."""
        extra = "" if lane_id in self._chosen else lane_id
        if extra != self._extra:
            self._extra = extra
            self._show_all()

    def set_room(self, room: Room) -> None:
        """Make it readable in this room."""
        if room != self._room:
            self._room = room
            self._show_all()

    def set_screen_height(self, height: int) -> None:
        """The screen, which the projector shows from edge to edge, is this many px high."""
        if height != self._screen_h:
            self._screen_h = height
            self._show_all()

    def show_colors(self) -> None:
        """The theme is another one."""
        self.update()

    def show_layout(self) -> None:
        """The map is another one: paint what changed of what is to be seen."""
        before, self._layout = self._layout, self._stage.layout
        if before is self._layout or self.width() <= 0:
            return
        old = self._plan
        self._plan_anew()
        plan = self.plan
        if old is None or moved(old, plan) or before.phases != self._layout.phases:
            self._scroll.keep()
            self.update()
            self._tell()
            return
        sight = self.sight
        seen = sight.columns()
        for row, was in zip(plan.rows, old.rows, strict=True):
            if not same_curve(was.curve, row.curve) or without_count(row.lane) != without_count(was.lane):
                self.update(sight.row_rect(row))
                continue
            for step_id in seen:
                place = (row.lane.id, step_id)
                now, then = self._layout.stacks.get(place, ()), before.stacks.get(place, ())
                if now is not then:
                    self._update_cards(sight, row, now, then)
        if [before.steps.get(i) for i in seen] != [self._layout.steps.get(i) for i in seen]:
            self.update(0, 0, self.width(), round(plan.head_h * self.scale) + 2)
        if before.chips is not self._layout.chips and before.chips != self._layout.chips:
            self.update()

    def _update_cards(self, sight: Sight, row: Row, now: Sequence[CardBox], then: Sequence[CardBox]) -> None:
        """Paint what differs between two stacks of a cell."""
        old = {card.id: card for card in then}
        kept = {card.id for card in now if old.get(card.id) is card}
        for card in (*now, *then):
            if card.id not in kept:
                self._update_box(sight.box_rect(row, card))

    def _update_box(self, box: QRectF) -> None:
        """Paint a card anew, with what reaches beyond it; an empty box is none."""
        if not box.isEmpty():
            self.update(box.adjusted(-4, -14, 8, 10).toAlignedRect())

    def _plan_anew(self) -> None:
        image = Image(max(1, self.width()), max(1, self.height()), max(1, self._screen_h or self.height()))
        document = self._stage.document
        lanes = [i for i in self._chosen if i in self._layout.lanes]
        self._plan = make_plan(self._layout, document, lanes, self._extra, image, self._room, self._plan)

    def _show_all(self) -> None:
        self._plan_anew()
        self._scroll.keep()
        self.update()
        self._tell()

    def _tell(self) -> None:
        said = (self.sentence(), self.scale, self._scroll.first)
        if said != self._said:
            self._said = said
            name_for_readers(self, self._name(), str(said[0]))
            self.planned.emit()

    def _name(self) -> str:
        title = self._stage.bridge.document.info.title
        phases = list(self._layout.phases.values())
        seen = [phase for phase in phases if phase.id in self.phases_seen()]
        if not seen:
            return title
        return translate("Wall", "Wall: {title}, phases {first} to {last}").format(
            title=title, first=seen[0].number, last=seen[-1].number
        )

    def sentence(self) -> str:
        """What was chosen of the map and why (LG3 to LG5)."""
        return sentence(self.plan.fit, len(self.phases_seen()), len(self._layout.phases))

    # -- phases ----------------------------------------------------------------------------------------------

    @property
    def sight(self) -> Sight:
        """What is seen now, and where it stands in this widget."""
        return Sight(self._layout, self.plan, self._scroll.x, self._scroll.y, self.width(), self.height())

    @property
    def _across(self) -> float:
        """How many px of the map fit beside the names of lanes."""
        return self.width() / self.scale - self._layout.header_width

    def phases_seen(self) -> tuple[str, ...]:
        """The phases that stand on the wall whole, once it has scrolled."""
        left, right = self._scroll.to[0] - 0.5, self._scroll.to[0] + self._across + 0.5
        return tuple(p.id for p in self._layout.phases.values() if p.x >= left and p.right <= right)

    def _ground(self) -> Ground:
        """What can be scrolled."""
        return Ground(stops_of(self._layout, self._across), self._across, self._layout.width, self.plan.scrolls)

    def scroll_phases(self, by: int) -> None:
        """Go ``by`` phases on, or back; not beyond the ends."""
        self._scroll.phases(by)

    def page(self, by: int) -> None:
        """Go on, or back, by as many phases as are seen."""
        self.scroll_phases(by * max(1, len(self.phases_seen())))

    def scroll_rows(self, by: float) -> None:
        """Scroll the lanes by about ``by`` notes and a half, where they do not fit."""
        self._scroll.rows(by * 90.0)

    def reveal(self, cell: Cell) -> None:
        """Bring a phase into view whole, and in it the place of a cell."""
        step, row = self._layout.steps.get(cell.step_id), self.plan.row(cell.lane_id)
        if step is None:
            return
        phase = self._layout.phases[step.phase_id]
        box = phase if phase.w <= self._across + 0.5 else step
        y0 = self._scroll.to[1]
        if row is not None and not row.pinned:
            line = self._layout.insertion_line(cell)
            middle = row.top + (line[1] - row.lane.y if line is not None else 0.0)
            y0 = self._with(y0, middle - 60.0, middle + 50.0)
        self._scroll.go(self._scroll.reaching(box.x, box.right), y0)

    def reveal_card(self, card_id: str) -> None:
        """Bring a card into view."""
        card = self._layout.cards.get(card_id)
        if card is None:
            return
        self.reveal(Cell(card.lane_id, card.step_id))
        row = self.plan.row(card.lane_id)
        if row is not None and not row.pinned:
            top = row.top + card.y - row.lane.y
            self._scroll.go(self._scroll.first, self._with(self._scroll.to[1], top - _AIR, top + card.h + _AIR))

    def _with(self, y0: float, top: float, bottom: float) -> float:
        """``y0`` moved no more than needed to have top to bottom in sight."""
        if bottom - y0 > self.plan.window:
            y0 = bottom - self.plan.window
        return min(y0, max(top, 0.0))

    # -- where the next note goes, and new notes -------------------------------------------------------------

    def show_target(self, cell: Cell | None) -> None:
        """Show where the next note goes; None shows nothing."""
        if cell != self.target:
            for at in (self.target, cell):
                row = self.plan.row(at.lane_id) if at is not None else None
                if at is not None and row is not None:
                    self.update(self.sight.cell_rect(row, at.step_id))
            self._picture.target = cell

    @property
    def target(self) -> Cell | None:
        """Where the next note goes, if that is shown."""
        return self._picture.target

    @property
    def new_cards(self) -> tuple[str, ...]:
        """The cards outlined now because they are new."""
        return tuple(self._arrivals.way)

    def greet(self, card_ids: Iterable[str]) -> None:
        """Let new cards glide to their place from below, and outline them for a moment."""
        shown = [i for i in card_ids if i in self._layout.cards]
        if not shown:
            return
        self._arrivals.greet(shown)

    def show_numbers(self, shown: bool) -> None:
        """Let every note say its number, or none."""
        if shown or self.numbered:
            items = self._stage.document.item_table.values()
            self._picture.numbers = {item.id: card_number(item) for item in items} if shown else None
            self.update()

    @property
    def numbered(self) -> bool:
        """Whether the notes say their numbers."""
        return self._picture.numbers is not None

    def _cell_of(self, card_id: str) -> QRect:
        return self.sight.cell_of(card_id)

    def card_rect(self, card_id: str) -> QRectF:
        """Where a card is on the wall, px of this widget; an empty rectangle where it is not."""
        return self.sight.card_rect(card_id)

    # -- what is looked for ----------------------------------------------------------------------------------

    def show_found(self, card_ids: frozenset[str] | None) -> None:
        """Let every note but these fade, as on the canvas; None shows all of them again."""
        sight, picture = self.sight, self._picture
        before = {card.id for card in self._layout.cards.values() if picture.faded(card.id)}
        picture.found = card_ids
        for card_id in before ^ {card.id for card in self._layout.cards.values() if picture.faded(card.id)}:
            self._update_box(sight.card_rect(card_id))

    def faded(self, card_id: str) -> bool:
        """Whether a note is shown as one that is not looked for."""
        return self._picture.faded(card_id)

    # -- Qt --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """What is to be seen of the map."""
        painter = QPainter(self)
        self._picture.paint(painter, self.sight, event.rect())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size: another plan."""
        super().resizeEvent(event)
        self._show_all()
        self.resized.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls lanes, or phases with Shift and by wheels that go sideways; a notch is a phase."""
        delta = event.angleDelta()
        across = delta.x() or (delta.y() if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0)
        event.accept()
        if not across:
            self.scroll_rows(-delta.y() / _NOTCH)
            return
        self._turned += across
        notches = int(self._turned / _NOTCH)
        self._turned -= notches * _NOTCH
        if notches:
            self.scroll_phases(-notches)

    def changeEvent(self, event: QEvent) -> None:
        """A change of language: the sentence is another one."""
        if language_changed(event):
            self._tell()
        super().changeEvent(event)
