"""The map in its frame: the view, the headers at its edges, and how much of it is shown."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from widgets.canvas.edit.caretitem import Blink
from widgets.canvas.edit.writer import Writer
from widgets.canvas.headers import Corner, HeaderBar, LaneBar, PhaseBar
from widgets.canvas.stage import Stage
from widgets.canvas.view import MARGIN, STEP
from widgets.selection import split_emotion

FIT_MOST, SELECTION_MOST = 1.5, 1.0
"""Fitting shows a map of few phases at most so large, and what is chosen."""
FIT_LEAST = 0.25
PHASE_MOST, PHASE_MARGIN = 1.5, 48.0
"""The largest zoom at which a phase is shown by itself, and px of the map left free beside it."""


class MapFrame(QWidget):
    """View, bars and corner, kept together at every zoom and size."""

    zoom_changed = Signal(float)

    def __init__(self, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = stage
        self.view = stage.view
        self.view.setParent(self)
        self.writer = Writer(stage)
        self._blink = Blink(self.writer)
        self._phase_bar = PhaseBar(stage, self._blink, self)
        self._lane_bar = LaneBar(stage, self._blink, self)
        self._corner = Corner(stage, self)
        self._fitted_width = 0.0
        self.setMinimumSize(160, 120)
        stage.laid_out.connect(self._laid_out)
        stage.lit_changed.connect(self._phase_bar.show_lit)
        self.view.zoom_changed.connect(self._zoomed)
        self.view.moved.connect(self._phase_bar.follow)
        self.view.moved.connect(self._lane_bar.follow)
        self.view.sharpened.connect(self.update_bars)
        self._arrange()

    def _laid_out(self) -> None:
        self._arrange()
        if self.view.fitted and self.stage.layout.width != self._fitted_width:
            self.fit()

    def _zoomed(self, zoom: float) -> None:
        self.stage.scene.watch.zoom = zoom
        self._arrange()
        self.zoom_changed.emit(zoom)

    # -- geometry --------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        if self.view.fitted:
            self.fit()

    def _arrange(self) -> None:
        """Put the bars at the edges, as large as the zoom makes them, and bound the scrolling."""
        layout, zoom = self.stage.layout, self.view.zoom
        left, top = round(layout.header_width * zoom), round(layout.header_height * zoom)
        w, h = self.width(), self.height()
        self._corner.setGeometry(0, 0, left, top)
        self._phase_bar.setGeometry(left, 0, max(w - left, 0), top)
        self._lane_bar.setGeometry(0, top, left, max(h - top, 0))
        self.view.setGeometry(left, top, max(w - left, 0), max(h - top, 0))
        tall = layout.height * zoom + MARGIN > h
        bar = self.view.verticalScrollBar().sizeHint().width() if tall else 0
        wide = layout.width * zoom > w - bar + 1
        body = QRectF(
            layout.header_width,
            layout.header_height,
            layout.width - layout.header_width + (MARGIN / zoom if wide else 0.0),
            layout.height - layout.header_height + MARGIN / zoom,
        )
        if body != self.view.sceneRect():
            self.view.setSceneRect(body)
        self.update_bars()

    def update_bars(self) -> None:
        self._phase_bar.update()
        self._lane_bar.update()
        self._corner.update()

    def bar(self, table: str) -> HeaderBar:
        """The bar that has the headers of ``table``."""
        return self._lane_bar if table == "lanes" else self._phase_bar

    # -- looking ---------------------------------------------------------------------------------------------

    @property
    def zoom(self) -> float:
        """1.0 is 100 %."""
        return self.view.zoom

    def set_zoom(self, zoom: float) -> None:
        """Zoom about the middle."""
        self.view.set_fitted(False)
        self.view.zoom_to(zoom)

    def zoom_in(self) -> None:
        """One step nearer."""
        self.set_zoom(self.view.zoom * STEP)

    def zoom_out(self) -> None:
        """One step away."""
        self.set_zoom(self.view.zoom / STEP)

    def actual_size(self) -> None:
        """100 %."""
        self.set_zoom(1.0)

    def fit(self) -> None:
        """Show all phases in width; a map of few phases is drawn up to half as large again, so that it has the room."""
        layout = self.stage.layout
        self._fitted_width = layout.width
        zoom = self._fitting(self.width())
        if layout.height * zoom + MARGIN > self.height():
            zoom = self._fitting(self.width() - self.view.verticalScrollBar().sizeHint().width())
        upright = self.view.verticalScrollBar()
        at_top = upright.value() == upright.minimum()
        self.view.zoom_to(zoom, QPointF(0, 0))  # what stands at the top stays there
        if at_top:
            upright.setValue(upright.minimum())
        self.view.set_fitted(True)
        self.view.horizontalScrollBar().setValue(self.view.horizontalScrollBar().minimum())

    def _fitting(self, room: float) -> float:
        """The zoom at which all phases fit into ``room`` px (the headers' edges are rounded to px)."""
        return min(max((room - 2) / max(self.stage.layout.width, 1.0), FIT_LEAST), FIT_MOST)

    def chosen_area(self) -> QRectF:
        """Where what is chosen stands on the map; empty when nothing of it does."""
        layout, selection = self.stage.layout, self.stage.selection
        ids = selection.ids
        if selection.kind == "emotion":
            ids = tuple(split_emotion(key)[0] for key in ids)
        elif selection.kind == "link":
            links = self.stage.bridge.document.link_table
            ids = tuple(end for i in ids if i in links for end in (links[i].source_id, links[i].target_id))
        area = QRectF()
        for record_id in ids:
            if (card := layout.cards.get(record_id)) is not None:
                area = area.united(QRectF(card.x, card.y, card.w, card.h))
            elif (column := layout.phases.get(record_id) or layout.steps.get(record_id)) is not None:
                top = layout.header_height
                area = area.united(QRectF(column.x, top, column.w, layout.height - top))
            elif (lane := layout.lanes.get(record_id)) is not None:
                area = area.united(QRectF(layout.header_width, lane.y, layout.width - layout.header_width, lane.h))
        return area

    def zoom_to_selection(self) -> None:
        """Show what is chosen as large as it fits, at most at 100 %."""
        area = self.chosen_area()
        if area.isNull():
            return
        room = self.view.viewport().size()
        wanted = min(room.width() / (area.width() + 48), room.height() / (area.height() + 48), SELECTION_MOST)
        self.set_zoom(wanted)
        self.view.show_at(area.center(), QRectF(self.view.viewport().rect()).center())

    def zoom_to_phase(self, phase_id: str = "") -> None:
        """Show a phase as wide as the room, its first lane on top: ``phase_id``, else that of what is chosen, else the
        one in the middle."""
        layout = self.stage.layout
        seen = self.view.shown_area()
        area = self.chosen_area()
        x = area.center().x() if not area.isNull() else min(seen.center().x(), layout.width - 1)
        step = layout.step_at(x)
        phase = layout.phases.get(phase_id or (step.phase_id if step is not None else ""))
        if phase is None:
            return
        # The headers of the lanes take part of the width, and grow with the zoom.
        self.set_zoom(min(self.width() / (phase.w + layout.header_width + PHASE_MARGIN), PHASE_MOST))
        middle = QRectF(self.view.viewport().rect()).center().x()
        self.view.show_at(QPointF(phase.x + phase.w / 2, layout.header_height), QPointF(middle, 0))

    def reveal(self, record_id: str) -> None:
        """Scroll a card, link, phase, step or lane into view."""
        layout = self.stage.layout
        card = layout.cards.get(record_id)
        if card is not None:
            self.stage.reveal_rect(QRectF(card.x, card.y, card.w, card.h))
        elif (step := layout.steps.get(record_id)) is not None:
            self.stage.reveal_rect(QRectF(step.x, step.y, step.w, step.h), "steps")
        elif (phase := layout.phases.get(record_id)) is not None:
            self.stage.reveal_rect(QRectF(phase.x, phase.y, phase.w, phase.h), "phases")
        elif (link := layout.links.get(record_id)) is not None:
            x, y = link.middle
            self.stage.reveal_rect(QRectF(x, y, 1, 1))
        elif (lane := layout.lanes.get(record_id)) is not None:
            self.stage.reveal_rect(QRectF(lane.x, lane.y, lane.w, lane.h), "lanes")
