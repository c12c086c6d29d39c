"""One open map in a window: the canvas between its panels, and where the panels are when there is little room.

Below 1440 px the left panel folds to a rail, which opens it over the map; below 1200 px the inspector lies over the
map (look.md, section 3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.documents import OpenDocument
from app.panelstate import RAIL_WIDTH, RIGHT_BESIDE, SCRIBE_HEIGHT, PanelState, Side
from widgets.bridge import SessionBridge
from widgets.canvas.editor import MapEditor
from widgets.controls.labels import Surface
from widgets.look.settle import settle
from widgets.lookonly import TypingGuard
from widgets.selection import Selection

if TYPE_CHECKING:
    from app.filtering import Filtering
    from app.timing import Timing
    from app.wall import Wall
    from widgets.filters.state import MapFilter
    from widgets.lists.actionpage import ActionPage
    from widgets.lists.columns import Arrangement
    from widgets.lists.itempage import ItemPage
    from widgets.lists.page import ListPage
    from widgets.panels.inspector import Inspector
    from widgets.panels.left import LeftPanel
    from widgets.panels.modes import Mode
    from widgets.scribe.line import ScribeLine


class Workspace(QWidget):
    """The map of ``document``; ``host`` is the widget that holds the canvas, where its shortcuts work."""

    arranged = Signal()
    """Other panels are shown now."""
    view_changed = Signal()
    """Another view of the map is shown now: the canvas, or one of the lists."""
    painted = Signal()
    """The map is on the screen for the first time."""
    furnished = Signal()
    """The panels are there."""
    minimap_menu = Signal(QPoint, str)
    """(place on the screen, phase id or ""): the menu of the minimap is wanted there."""
    panels_changed = Signal()
    """:attr:`panels` says something else: the user opened, closed, widened or narrowed a panel."""

    def __init__(self, document: OpenDocument, host: QWidget, panels: PanelState | None = None) -> None:
        super().__init__()
        self.open_document = document
        self.exported_to = ""
        """The folder where an export of the map went since it was opened; "" before the first."""
        self.bridge = SessionBridge(document.session, self)
        self.selection = Selection(self.bridge, self)
        self.editor = MapEditor(self.bridge, self.selection)
        self.guard = TypingGuard(self, self.bridge)
        self._panels: tuple[LeftPanel, Inspector] | None = None
        self._host = host
        self.filtering: Filtering | None = None
        """What is looked for on the map, once it was asked for."""
        self.wall: Wall | None = None
        """The second window for a projector, once it was asked for."""
        self.timing: Timing | None = None
        """The timer of the session, once it was asked for."""
        self.list: ItemPage | None = None
        """The list of all notes, once it was asked for."""
        self.action_list: ActionPage | None = None
        """The list of actions, once it was asked for."""
        self._views: QStackedWidget | None = None
        self._width = 0
        self.panels = panels or PanelState()
        """Which panels are wanted, and how wide they are."""
        box = QVBoxLayout(host)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.editor)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        # The map is shown first; its panels are made when it stands, in the places kept for them here.
        self._places = (Surface("panel"), Surface("panel"))
        for widget in (self._places[0], host, self._places[1]):
            self._splitter.addWidget(widget)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setStretchFactor(2, 0)
        self._splitter.setSizes([self.panels.left_width, 10_000, self.panels.right_width])
        self._splitter.splitterMoved.connect(self._moved)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._splitter, 1)
        self._scribe: ScribeLine | None = None
        # Its place is kept like those of the panels.
        self._scribe_place = Surface("panel")
        self._scribe_place.setFixedHeight(SCRIBE_HEIGHT)
        self._column.addWidget(self._scribe_place)
        self._scribe_place.setVisible(self.panels.scribe)  # not before it has its place: it would be a window
        self.editor.view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The map was painted: the window's bars and then its panels are next."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # Twice round the event loop: the first comes while the picture is still on its way to the screen.
            QTimer.singleShot(0, self, lambda: QTimer.singleShot(0, self, self._shown))
        return False

    def _shown(self) -> None:
        """What was kept waiting comes, one thing after the other, so that the map answers in between."""
        self.painted.emit()
        QTimer.singleShot(0, self, self._furnish)

    @property
    def left(self) -> LeftPanel:
        """The left panel; made now if the map was not painted yet."""
        return self._furnish()[0]

    @property
    def inspector(self) -> Inspector:
        """The inspector; made now if the map was not painted yet."""
        return self._furnish()[1]

    def _furnish(self) -> tuple[LeftPanel, Inspector]:
        if self._panels is None:
            from widgets.panels.inspector import Inspector
            from widgets.panels.left import LeftPanel

            left = LeftPanel(self.bridge, self.selection, self.editor)
            left.show_minimap(self.panels.minimap)
            if self.panels.whole_outline is not None:
                left.body.outline.show_whole(self.panels.whole_outline)
            left.minimap_menu.connect(self.minimap_menu)
            left.whole_outline_chosen.connect(self._whole_outline_chosen)
            inspector = Inspector(self.bridge, self.selection, self.editor)
            self._panels = (left, inspector)
            sizes = self._splitter.sizes()
            for place, panel in ((0, left), (2, inspector)):
                self._splitter.replaceWidget(place, panel)
                self._places[place // 2].deleteLater()
                self._splitter.setStretchFactor(place, 0)
            self._splitter.setSizes(sizes)
            inspector.show_mode(cast("Mode", self.panels.mode))
            inspector.mode_changed.connect(self._mode_changed)
            left.show()
            inspector.show()
            if self.scribe_shown:
                self.scribe.show()
            self.arrange()
            settle()  # they are painted next, and were laid out before they had their places
            self.furnished.emit()
        return self._panels

    def _whole_outline_chosen(self, whole: bool) -> None:
        """The outline shows other rows: the next window begins so."""
        self.panels.whole_outline = whole
        self.panels_changed.emit()

    def show_minimap(self, shown: bool) -> None:
        """Show the minimap at the bottom of the left panel, or put it away."""
        self.panels.minimap = shown
        if self._panels is not None:
            self.left.show_minimap(shown)
        self.panels_changed.emit()
        self.arranged.emit()

    def _mode_changed(self, mode: str) -> None:
        """The right panel shows something else: the next window begins so."""
        self.panels.mode = mode
        self.panels_changed.emit()
        self.arranged.emit()

    @property
    def mode(self) -> str:
        """What the right panel shows (:mod:`widgets.panels.modes`)."""
        return self._panels[1].mode if self._panels is not None else self.panels.mode

    def commit(self) -> None:
        """Keep what is being typed, on the map and in the panels."""
        self.editor.commit_edit()
        if self._scribe is not None:
            self._scribe.commit_edit()
        for page in (self.list, self.action_list):
            if page is not None:
                page.commit_edit()
        if self._panels is not None:
            for panel in self._panels:
                panel.commit_edit()

    # -- scribe ----------------------------------------------------------------------------------------------

    @property
    def scribe(self) -> ScribeLine:
        """The scribe line; made when it is first asked for."""
        if self._scribe is None:
            from widgets.scribe.line import ScribeLine

            line = self._scribe = ScribeLine(self.bridge, self.editor, self)
            line.draft.connect(self.editor.draft)
            line.left.connect(self._scribe_left)
            line.setVisible(self.scribe_shown)
            self._column.replaceWidget(self._scribe_place, line)
            self._scribe_place.hide()
            line.refresh()
        return self._scribe

    @property
    def scribe_shown(self) -> bool:
        """Whether the scribe line stands under the map: it writes there, not in the list."""
        return self.panels.scribe and self.view == "map"

    def show_scribe(self, shown: bool) -> None:
        """Open the scribe line under the map and give it the keyboard, or put it away."""
        self.panels.scribe = shown
        if shown:
            self.editor.commit_edit()
            self.show_map()
            self.scribe.open()
        else:
            self.scribe.close_line()
        self.panels_changed.emit()
        self.arranged.emit()

    def _scribe_left(self) -> None:
        """Esc in the line gives the keyboard to the map; the line stays, it is part of the window."""
        self.editor.setFocus()

    def end(self) -> None:
        """Let go of the session."""
        if self.wall is not None:
            self.wall.end()
        if self.timing is not None:
            self.timing.stop()
        if self._scribe is not None:
            self._scribe.end()
        self.editor.close_editor()
        self.bridge.close()

    # -- views -----------------------------------------------------------------------------------------------

    @property
    def view(self) -> Literal["map", "list", "actions"]:
        """Which view of the map is shown."""
        if self.list is not None and not self.list.isHidden():
            return "list"
        return "actions" if self.action_list is not None and not self.action_list.isHidden() else "map"

    @property
    def shown_list(self) -> ListPage | None:
        """The list that is shown; None where the map is."""
        return {"list": self.list, "actions": self.action_list}.get(self.view)

    def show_map(self, record_id: str = "") -> None:
        """Show the canvas, and a record on it."""
        page = self.shown_list
        if page is not None and self._views is not None:
            if not page.commit_edit():
                return
            self._views.setCurrentWidget(self._host)
            self.scribe.setVisible(self.scribe_shown)
            self.view_changed.emit()
            if not record_id and self.selection.cards:
                record_id = self.selection.current or ""  # what was chosen in the list is where one goes on
        if record_id:
            self.editor.reveal(record_id)
        self.editor.setFocus()

    def show_list(self, state: MapFilter, wishes: dict[str, bool], columns: Arrangement | None = None) -> None:
        """Show the list of all notes that ``state`` looks for; it is made when it is first asked for, with the columns
        that are wished for, arranged so."""
        self.editor.commit_edit()
        if self.list is None:
            from widgets.lists.itempage import ItemPage

            self.list = ItemPage(self.bridge, self.selection, state, wishes, columns)
            self._add_view(self.list)
        self._show_view(self.list)

    def show_actions(self, columns: Arrangement | None = None) -> None:
        """Show the list of actions; it is made when it is first asked for, with its columns arranged so."""
        self.editor.commit_edit()
        if self.action_list is None:
            from widgets.lists.actionpage import ActionPage

            self.action_list = ActionPage(self.bridge, self.selection, columns)
            self._add_view(self.action_list)
        self._show_view(self.action_list)

    def _add_view(self, page: ListPage) -> None:
        page.map_wanted.connect(self.show_map)
        if self._views is None:
            self._views = QStackedWidget()
            sizes = self._splitter.sizes()
            self._splitter.replaceWidget(1, self._views)
            self._views.addWidget(self._host)
            self._splitter.setStretchFactor(1, 1)
            self._splitter.setSizes(sizes)
        self._views.addWidget(page)

    def _show_view(self, page: ListPage) -> None:
        shown = self.shown_list
        if shown is not page and self._views is not None:
            if shown is not None and not shown.commit_edit():
                return
            self._views.setCurrentWidget(page)
            self.scribe.setVisible(self.scribe_shown)
            self.view_changed.emit()
        page.take_keyboard()

    # -- panels ----------------------------------------------------------------------------------------------

    @property
    def left_shown(self) -> bool:
        """Whether the left panel is there, whole."""
        if self._panels is None:
            return self.panels.shown("left", self._width)
        return not self.left.folded

    @property
    def right_shown(self) -> bool:
        """Whether the inspector is there."""
        if self._panels is None:
            return self.panels.shown("right", self._width)
        return not self.inspector.isHidden()

    def show_left(self, shown: bool) -> None:
        """Unfold the left panel, or fold it to a rail."""
        self._wish("left", shown)

    def show_right(self, shown: bool) -> None:
        """Show or hide the inspector."""
        self._wish("right", shown)

    def _wish(self, side: Side, shown: bool) -> None:
        self.panels.wish(side, self._width, shown)
        self.arrange()
        self.panels_changed.emit()

    def _moved(self) -> None:
        """The user dragged the edge of a panel."""
        sizes = self._splitter.sizes()
        if self._panels is None:
            return
        if not self.left.folded:
            self.panels.left_width = sizes[0]
        if len(sizes) > 2 and sizes[2]:
            self.panels.right_width = sizes[2]
        self.panels_changed.emit()

    def arrange(self) -> None:
        """Give each panel its place beside the map; the inspector lies over its end where there is no room for it."""
        panels, beside = self.panels, self._width >= RIGHT_BESIDE
        left, right = panels.shown("left", self._width), panels.shown("right", self._width)
        if self._panels is None:
            kept = (panels.left_width if left else RAIL_WIDTH, panels.right_width if right and beside else 0)
            self._places[1].setVisible(kept[1] > 0)
            self._splitter.setSizes([kept[0], max(1, self._width - sum(kept)), kept[1]])
            return
        if left == self.left.folded:
            self.left.set_folded(not left)
            self._resize(0, panels.left_width if left else RAIL_WIDTH)
        docked = self._splitter.count() > 2
        if docked and not beside:
            self.inspector.setParent(self)
        elif beside and not docked:
            self._splitter.addWidget(self.inspector)
        appears = right and self.inspector.isHidden()
        self.inspector.setVisible(right)
        if right and beside and (appears or not docked):
            self._resize(2, panels.right_width)
        self._float()
        self.arranged.emit()

    def _resize(self, place: int, width: int) -> None:
        sizes = self._splitter.sizes()
        sizes[1] = max(1, sizes[1] + sizes[place] - width)
        sizes[place] = width
        self._splitter.setSizes(sizes)

    def _float(self) -> None:
        """Lay the inspector over the end of the map when it has no place beside it."""
        if self._panels is not None and self.inspector.parentWidget() is self:
            width = self.panels.right_width
            self.inspector.setGeometry(self.width() - width, 0, width, self._splitter.height())
            self.inspector.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: what was wished for the old one is not what is wished for the new one."""
        super().resizeEvent(event)
        old, self._width = self._width, event.size().width()
        if old != self._width:
            self.arrange()
        else:
            self._float()
