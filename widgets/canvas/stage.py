"""What everything on the canvas works with: the document with its draft, the layout, the scene and the view."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, cast

from PySide6.QtCore import QElapsedTimer, QObject, QPoint, QPointF, QRectF, QTimer, Signal

from model.commands.cards import add_cards
from model.commands.places import Cell, Listing
from model.document import Document
from model.i18n import speaking, translate
from model.layout.arrange import lay_out, relink
from model.layout.boxes import CardBox
from model.layout.cards import card_body
from model.layout.maplayout import LayoutOptions, MapLayout
from model.values import replace
from widgets.bridge import SessionBridge
from widgets.canvas.edit.jobs import Job, NewCard
from widgets.canvas.scene import MapScene
from widgets.canvas.view import MapView
from widgets.selection import Selection

LinkMode = Literal["none", "paths", "all"]
Draft = Callable[[Document], Document]
MOST_LINKED = 20
"""The links of more chosen cards than these are not drawn: nobody could follow them."""
LIT_AFTER_MS = 120
"""ms that a drag stays in a phase before that is lit."""
FILLED_AFTER_MS = 60
"""ms that a hand which stops as it comes into a cell is there before the cell is filled."""
REVEAL_MARGIN = 24.0
"""px of screen kept free round what is scrolled into view."""


class Stage(QObject):
    """The shared state of one canvas.

    While something is typed or a feeling is dragged the map shows a draft: the document with the change that is not
    made yet.  Nothing reads the draft but the layout.
    """

    laid_out = Signal()
    """There is another layout."""
    card_written = Signal()
    """One card shows other words, while they are written; nothing else stands elsewhere."""
    focus_moved = Signal()
    """The keyboard is on another cell or card."""
    view_changed = Signal()
    """Something else is drawn now: evidence, aims, blind spots, links or lines of personas."""
    toast = Signal(str, bool)
    """(sentence, whether undo is offered with it)."""
    offered = Signal(str, object)
    """(sentence, choices): what was done, and what else can be had instead, each (words, call); undo is offered too."""
    lit_changed = Signal()
    """Another phase is lit, or none: what is dragged would land there."""
    announced = Signal(str)
    """A sentence for those who listen only: what a sighted person sees happen."""
    link_made = Signal(str, QPoint)
    """(link, place on the screen): a link was made; another kind of path may be offered there."""

    def __init__(self, bridge: SessionBridge, selection: Selection) -> None:
        super().__init__()
        self.bridge = bridge
        self.selection = selection
        self.scene = MapScene()
        self.view = MapView(self.scene)
        self.options = LayoutOptions()
        self._draft: Draft | None = None
        self._document = bridge.document
        self.layout: MapLayout = lay_out(self._document, self.options)
        self.scene.show_layout(self.layout)
        self._cell: tuple[str, str] | None = None
        self._persona: str | None = None
        self._home: str | None = None
        self.lit_phase: str | None = None
        """The phase in which a drag would land, once the hand stays there."""
        self._due_phase: str | None = None
        self._lighting = QTimer(self)
        self._lighting.setSingleShot(True)
        self._lighting.setInterval(LIT_AFTER_MS)
        self._lighting.timeout.connect(self._light)
        self._since = QElapsedTimer()
        """Since when the hand is in the phase."""
        self._due_cells: tuple[QRectF, ...] = ()
        self._crossed = False
        """Whether the last step of a drag painted a cell anew."""
        self._filling = QTimer(self)
        self._filling.setSingleShot(True)
        self._filling.setInterval(FILLED_AFTER_MS)
        self._filling.timeout.connect(self._fill)
        selection.changed.connect(self._follow_selection)

    # -- document and layout ---------------------------------------------------------------------------------

    @property
    def document(self) -> Document:
        """The document as it is shown, with the draft in it."""
        return self._document

    def set_draft(self, draft: Draft | None) -> None:
        """Show the document with a change that is not made; None shows it as it is."""
        self._draft = draft
        self.refresh()

    def refresh(self) -> None:
        """Lay out anew and show what changed."""
        base = self.bridge.document
        document = base if self._draft is None else self._draft(base)
        self._document = document
        layout = lay_out(document, self.options, self.layout)
        self.layout = layout
        self.scene.show_layout(layout)
        self.laid_out.emit()

    def refresh_text(self, item_id: str) -> None:
        """Show the draft's text of one card.  Lays out only this card for as long as its height stays the same."""
        card = self.layout.cards.get(item_id)
        if card is None or self._draft is None:
            self.refresh()
            return
        document = self._draft(self.bridge.document)
        item = document.item_table[item_id]
        with speaking(self.options.language or document.info.language):
            body = card_body(card.body.key._replace(text=item.text))
        if body.h != card.body.h:
            self.refresh()
            return
        self._document = document
        box = CardBox(card.id, card.lane_id, card.step_id, card.x, card.y, body)
        place = (card.lane_id, card.step_id)
        stack = tuple(box if other.id == item_id else other for other in self.layout.stacks[place])
        self.layout = replace(
            self.layout, cards={**self.layout.cards, item_id: box}, stacks={**self.layout.stacks, place: stack}
        )
        self.scene.show_layout(self.layout)
        self.card_written.emit()

    def set_options(self, **fields: object) -> None:
        """Change what the layout depends on besides the document (:class:`LayoutOptions`)."""
        self.options = replace(self.options, **fields)  # type: ignore[arg-type]  # fields of LayoutOptions
        self.refresh()
        self.view_changed.emit()

    def set_view(self, **fields: object) -> None:
        """Change what is drawn: ``evidence``, ``aimed``, ``blind_spots``, ``fields``, ``links`` of the options."""
        if fields.keys() == {"links"}:
            self.show_link_mode(cast(LinkMode, fields["links"]))  # no need to lay out anew
        else:
            self.set_options(**fields)

    # -- links -----------------------------------------------------------------------------------------------

    @property
    def home(self) -> str | None:
        """The card from which the chosen link is looked at: the one that was chosen before it, else its source."""
        link = self.bridge.document.link_table.get(self.selection.current or "")
        if link is None or self.selection.kind != "link":
            return None
        return self._home if self._home in (link.source_id, link.target_id) else link.source_id

    def _follow_selection(self) -> None:
        """The links of what is chosen are drawn in any case."""
        cards = self.selection.cards
        if self.selection.kind == "cards":
            self._home = self.selection.current
        elif (home := self.home) is not None:
            self._home = home
            cards = (home,)
        chosen = frozenset(cards) if len(cards) <= MOST_LINKED else frozenset()
        if chosen != self.options.chosen_ids:
            self.options = replace(self.options, chosen_ids=chosen)
            self.layout = relink(self.layout, self._document, self.options)
            self.scene.show_links(self.layout)

    def show_link_mode(self, mode: LinkMode) -> None:
        """Which links are drawn besides those of what is chosen."""
        self.options = replace(self.options, links=mode)
        self.layout = relink(self.layout, self._document, self.options)
        self.scene.show_links(self.layout)
        self.laid_out.emit()
        self.view_changed.emit()

    # -- a drag ----------------------------------------------------------------------------------------------

    def light_cells(self, cells: tuple[QRectF, ...]) -> None:
        """Fill the cells that a drag would land in; none for ().

        The fill of the cells before goes at once and the new one comes with the next step of the hand that stays in
        them: each paints all notes of its cell anew.  The frame of the cell and the bar are there without waiting.
        """
        if cells != self._due_cells:
            self._due_cells = cells
            self._crossed = True
            self.scene.light.show_cells(())
        else:
            self._crossed = self.scene.light.cells != cells
            self._fill()
        if self._crossed and cells:
            self._filling.start()
        else:
            self._filling.stop()

    def _fill(self) -> None:
        self.scene.light.show_cells(self._due_cells)

    def light_phase(self, phase_id: str | None) -> None:
        """Light a phase over its full height; None for none.

        A phase is lit once the hand stays in it: painting a column of cards anew costs more than a step of a drag, and
        who sweeps across the map sees the cell and the bar.  It comes with a step that paints no cell anew, or when
        the hand rests.
        """
        if phase_id != self._due_phase:
            self._due_phase = phase_id
            self._since.start()
        if phase_id is None or phase_id == self.lit_phase:
            self._lighting.stop()
        elif self._since.elapsed() >= LIT_AFTER_MS and not self._crossed:
            self._light()
        else:
            self._lighting.start()
        if phase_id is None:
            self._show_lit(None)

    def _light(self) -> None:
        self._lighting.stop()
        self._show_lit(self._due_phase)

    def _show_lit(self, phase_id: str | None) -> None:
        if phase_id == self.lit_phase:
            return
        self.lit_phase = phase_id
        phase = self.layout.phases.get(phase_id or "")
        top = self.layout.header_height
        column = () if phase is None else (QRectF(phase.x, top, phase.w, self.layout.height - top),)
        self.scene.column.show_cells(column)
        self.lit_changed.emit()

    # -- the keyboard's cell ---------------------------------------------------------------------------------

    @property
    def cell(self) -> tuple[str, str] | None:
        """(lane id, step id) of the cell that the keyboard is on, when no card is chosen; None for none."""
        return self._cell

    def set_cell(self, cell: tuple[str, str] | None) -> None:
        """Put the keyboard on a cell."""
        if cell != self._cell:
            self._cell = cell
            self.focus_moved.emit()

    def focus_cell(self, cell: tuple[str, str]) -> None:
        """Put the keyboard on a cell and choose nothing."""
        self.selection.clear()
        self.set_cell(cell)
        box = self.cell_box(cell)
        if box is not None:
            self.reveal_rect(box)

    def cell_box(self, cell: tuple[str, str]) -> QRectF | None:
        """Where a cell is on the map: in a lane that spans the phase, the column of the step."""
        lane, step = self.layout.lanes.get(cell[0]), self.layout.steps.get(cell[1])
        if lane is None or step is None:
            return None
        return QRectF(step.x, lane.y, step.w, lane.h)

    def focus_after(self, job: Job, kept: str | None) -> None:
        """Where the keyboard goes when typing ended: on what was written, else on its cell."""
        document = self.bridge.document
        if job.table == "items":
            item = document.item_table.get(kept or "")
            if item is not None:
                self.selection.choose_cards([item.id])
                if item.place == "map":
                    self.set_cell((item.lane_id or "", item.step_id or ""))
                    box = self.layout.cards.get(item.id)
                    if box is not None:  # while it was written only its caret was kept in sight
                        self.reveal_rect(QRectF(box.x, box.y, box.w, box.h))
            elif isinstance(job, NewCard) and job.host is not None:
                self.selection.choose_cards([job.host])
            elif isinstance(job, NewCard) and isinstance(job.target, Cell):
                self.focus_cell((job.target.lane_id, job.target.step_id))
        elif kept is not None and kept in document.tables[job.table]:
            kind = {"phases": "phase", "steps": "step", "lanes": "lane"}[job.table]
            self.selection.choose(kind, [kept])  # type: ignore[arg-type]  # one of the kinds

    def rescue(self, kind: str, text: str) -> None:
        """Keep a text whose card vanished while it was written, as a card in the inbox."""
        self.bridge.run(add_cards, kind, [text], Listing("inbox"))
        self.toast.emit(translate("Canvas", "The note was removed. Your text is in the inbox."), False)

    # -- personas --------------------------------------------------------------------------------------------

    @property
    def persona(self) -> str:
        """The persona whose feelings the digits set: the chosen one, else the first."""
        document = self.bridge.document
        if self._persona in document.persona_table:
            return str(self._persona)
        return document.personas[0].id

    def set_persona(self, persona_id: str | None) -> None:
        """Choose the persona whose feelings the digits set."""
        self._persona = persona_id

    # -- showing ---------------------------------------------------------------------------------------------

    def reveal_rect(self, rect: QRectF, table: str = "items") -> None:
        """Scroll no more than needed to bring ``rect`` of the map into view (headers: along their bar only)."""
        view = self.view
        seen = view.viewportTransform().mapRect(rect)
        room = QRectF(view.viewport().rect())
        margin = min(REVEAL_MARGIN, room.width() / 4, room.height() / 4)
        dx = dy = 0.0
        if table != "lanes":
            dx = _needed(seen.left() - margin, seen.right() + margin, room.width())
        if table not in ("phases", "steps"):
            dy = _needed(seen.top() - margin, seen.bottom() + margin, room.height())
        if dx or dy:
            view.scroll_by(round(dx), round(dy))

    def on_view(self, rect: QRectF, table: str) -> QRectF:
        """``rect`` of the map in px of the view (the headers stand outside it, at its edges)."""
        seen = self.view.viewportTransform().mapRect(rect)
        if table in ("phases", "steps"):
            seen.moveTop((rect.y() - self.layout.header_height) * self.view.zoom)
        elif table == "lanes":
            seen.moveLeft((rect.x() - self.layout.header_width) * self.view.zoom)
        return seen

    def point(self, position: QPointF) -> QPointF:
        """A position in the viewport as a point of the map."""
        return self.view.to_map(position)


def _needed(low: float, high: float, room: float) -> float:
    """How far to scroll so that low..high is inside 0..room; its beginning counts most."""
    if low < 0 or high - low > room:
        return low if low < 0 or low > 0 else 0.0
    return high - room if high > room else 0.0
