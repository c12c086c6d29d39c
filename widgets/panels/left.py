"""The left panel: outline, inbox, parking lot and minimap; on a narrow window a rail that opens it over the map."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QHBoxLayout,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from model.i18n import translate
from widgets.bridge import SessionBridge
from widgets.canvas.editor import MapEditor
from widgets.controls.buttons import IconButton
from widgets.controls.empty import IconMark
from widgets.controls.labels import PlainLabel, Rule, Surface
from widgets.controls.texts import TextSource, language_changed
from widgets.panels.minimap import Minimap
from widgets.panels.note_list import ListPlace, NoteList
from widgets.panels.outline import Outline
from widgets.panels.rail import RAIL, USUAL, Flyout, RailButton
from widgets.selection import Selection

NARROWEST, WIDEST = 200, 320
"""px (look.md, section 3)."""
HEADER = 40


class SectionBar(QWidget):
    """The heading of a part of the panel: its name, a count, and a button at the right."""

    def __init__(self, text: TextSource, button: IconButton) -> None:
        super().__init__()
        self.setFixedHeight(HEADER)
        self.count = PlainLabel("", "faint")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 8, 0)
        row.setSpacing(6)
        row.addWidget(PlainLabel(text, "strong"))
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(button)

    def show_count(self, count: int) -> None:
        """Show how many; nothing where there is nothing."""
        self.count.set_source(str(count) if count else "")


class ListSection(QWidget):
    """The inbox or the parking lot with its heading; while it is empty, what it is for."""

    def __init__(self, notes: NoteList, title: TextSource, add_text: TextSource, empty: TextSource, icon: str) -> None:
        super().__init__()
        self.notes = notes
        self.add = IconButton("plus", add_text, small=True)
        self.add.clicked.connect(lambda _checked=False: notes.write_new())
        self.bar = SectionBar(title, self.add)
        self.empty = QWidget(notes)
        self.empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self.empty)
        row.setContentsMargins(14, 0, 12, 10)
        row.setSpacing(8)
        row.addWidget(IconMark(icon, 18), 0, Qt.AlignmentFlag.AlignTop)
        self._words = PlainLabel(empty, "small", wrap=True)
        row.addWidget(self._words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(notes, 1)
        notes.height_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the count, or the sentence of an empty list."""
        self.bar.show_count(len(self.notes.ids()))
        self.empty.setVisible(not self.notes.notes.rows)
        # The notes show where the keyboard is; without one the list itself does.
        self.notes.setProperty("ring", not self.notes.notes.rows)
        self.empty.setGeometry(0, 0, self.notes.width(), self._empty_height())
        self.updateGeometry()

    def _empty_height(self) -> int:
        return max(32, self.empty.heightForWidth(max(self.width(), NARROWEST)))

    def content_height(self) -> int:
        """As high as all of it."""
        inside = self.notes.content_height() + 4 if self.notes.notes.rows else self._empty_height()
        return HEADER + inside

    def least_height(self) -> int:
        """The heading and about a note and a half."""
        return min(self.content_height(), HEADER + 72)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sentence is as wide as the list."""
        super().resizeEvent(event)
        self.refresh()


class LeftBody(Surface):
    """Everything in the panel, one below the other; parts that do not fit scroll, the minimap stays at the bottom."""

    whole_outline_chosen = Signal(bool)
    """The user wants every lane and note in the outline, or phases and touchpoints."""

    def __init__(self, bridge: SessionBridge, selection: Selection, editor: MapEditor) -> None:
        super().__init__("panel")
        self._arranging = False
        self.shows_minimap = True
        """Whether the minimap stands at the bottom."""
        self.kebab = IconButton("dots", lambda: translate("Panels", "More for the outline"), small=True)
        self.kebab.clicked.connect(lambda _checked=False: self._menu())
        self.outline_bar = SectionBar(lambda: translate("Panels", "Outline"), self.kebab)
        self.outline = Outline(bridge, selection, editor)
        self.inbox = ListSection(
            NoteList(bridge, selection, editor, "inbox"),
            lambda: translate("Panels", "Inbox"),
            lambda: translate("Panels", "Add a note to the inbox"),
            lambda: translate("Panels", "The inbox is empty. Notes without a place wait here."),
            "inbox",
        )
        self.parking = ListSection(
            NoteList(bridge, selection, editor, "parking"),
            lambda: translate("Panels", "Parking lot"),
            lambda: translate("Panels", "Add a note to the parking lot"),
            lambda: translate("Panels", "The parking lot is empty. Put here what does not fit yet."),
            "car",
        )
        self.minimap = Minimap(editor)
        self.rules = [Rule(), Rule()]
        for widget in (
            self.outline_bar,
            self.outline,
            self.rules[0],
            self.inbox,
            self.rules[1],
            self.parking,
            self.minimap,
        ):
            widget.setParent(self)
            widget.show()
        self.outline.height_changed.connect(self.arrange)
        for section in (self.inbox, self.parking):
            section.notes.height_changed.connect(self.arrange)
        self._retranslate()

    @property
    def sections(self) -> dict[ListPlace, ListSection]:
        """The lists by their place."""
        return {"inbox": self.inbox, "parking": self.parking}

    def sizeHint(self) -> QSize:
        """The usual width."""
        return QSize(USUAL, 600)

    def arrange(self) -> None:
        """Give every part its height: all it wants where there is room, else as even a share as can be."""
        if self._arranging or self.width() < 60:
            return
        self._arranging = True
        width, high = self.width(), self.height()
        low = self.minimap.height() + 12 if self.shows_minimap else 0
        room = high - HEADER - 12 - low - 2 * 11
        wants = [self.outline.content_height(), self.inbox.content_height(), self.parking.content_height()]
        least = [min(wants[0], 104), self.inbox.least_height(), self.parking.least_height()]
        heights = shares(room, wants, least)
        y = 0
        for widget, h in (
            (self.outline_bar, HEADER),
            (self.outline, heights[0]),
            (self.rules[0], 1),
            (self.inbox, heights[1]),
            (self.rules[1], 1),
            (self.parking, heights[2]),
        ):
            if isinstance(widget, Rule):
                y += 10
            widget.setGeometry(0, y, width, h)
            y += h
        self.minimap.setGeometry(12, high - 12 - self.minimap.height(), width - 24, self.minimap.height())
        self._arranging = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another room."""
        super().resizeEvent(event)
        self.arrange()

    def outline_menu(self) -> QMenu:
        """What can be done with the outline."""
        menu = QMenu(self.kebab)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(translate("Panels", "Unfold all phases")).triggered.connect(self.outline.unfold_all)
        menu.addAction(translate("Panels", "Fold all phases")).triggered.connect(self.outline.fold_all)
        menu.addSeparator()
        whole = menu.addAction(translate("Panels", "Every lane and note"))
        whole.setCheckable(True)
        whole.setChecked(self.outline.shows_whole)
        whole.triggered.connect(self._show_whole)
        return menu

    def _show_whole(self, whole: bool) -> None:
        self.outline.show_whole(whole)
        self.whole_outline_chosen.emit(whole)

    def show_minimap(self, shown: bool) -> None:
        """Show the minimap at the bottom, or leave its room to the lists."""
        self.shows_minimap = shown
        self.minimap.setVisible(shown)
        self.arrange()

    def _menu(self) -> None:
        self.outline_menu().popup(self.kebab.mapToGlobal(self.kebab.rect().bottomLeft()))

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("Panels", "Left panel"))

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self._retranslate()
            self.arrange()
        super().changeEvent(event)


def shares(room: int, wants: list[int], least: list[int]) -> list[int]:
    """``room`` px shared out: nobody gets more than it wants, nor less than its ``least`` while that is possible.

    What one does not want goes to the others in equal parts.
    """
    heights = list(least)
    rest = room - sum(heights)
    hungry = [i for i in range(len(wants)) if heights[i] < wants[i]]
    while rest > 0 and hungry:
        part = max(1, rest // len(hungry))
        for i in list(hungry):
            given = min(part, wants[i] - heights[i], rest)
            heights[i] += given
            rest -= given
            if heights[i] >= wants[i]:
                hungry.remove(i)
            if rest <= 0:
                break
    if rest < 0:  # a very low window: the lists give way, the outline last
        for i in (2, 1, 0):
            taken = min(heights[i] - 26, -rest) if heights[i] > 26 else 0
            heights[i] -= taken
            rest += taken
    return [max(0, h) for h in heights]


class LeftPanel(Surface):
    """The panel at the left of the map, 236 wide (200 to 320), or folded a rail of 56.

    Call :meth:`commit_edit` before saving or closing: it keeps what is half typed.
    """

    unfold_requested = Signal()
    """The rail was pressed; the panel shows itself over the map, the window may also unfold it for good."""
    whole_outline_chosen = Signal(bool)
    """The user wants every lane and note in the outline, or phases and touchpoints."""
    minimap_menu = Signal(QPoint, str)
    """(place on the screen, phase id or ""): the menu of the minimap is wanted there."""

    def __init__(
        self, bridge: SessionBridge, selection: Selection, editor: MapEditor, parent: QWidget | None = None
    ) -> None:
        super().__init__("panel", parent=parent)
        self._bridge, self._editor = bridge, editor
        self._folded = False
        self.body = LeftBody(bridge, selection, editor)
        self.body.whole_outline_chosen.connect(self.whole_outline_chosen)
        self.body.minimap.menu_wanted.connect(self.minimap_menu)
        self._flyout: Flyout | None = None
        self._column = QHBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.rail = QWidget()
        self.rail_buttons = {
            "outline": RailButton("list-tree", lambda: translate("Panels", "Outline")),
            "lists": RailButton("inbox", lambda: translate("Panels", "Inbox and parking lot")),
            "minimap": RailButton("map-2", lambda: translate("Panels", "The whole map, small")),
        }
        rail = QVBoxLayout(self.rail)
        rail.setContentsMargins(0, 6, 0, 0)
        rail.setSpacing(0)
        for name, button in self.rail_buttons.items():
            button.clicked.connect(lambda _checked=False, name=name: self._rail_pressed(name))
            rail.addWidget(button)
        rail.addStretch(1)
        self._column.addWidget(self.rail)
        self._column.addWidget(self.body, 1)
        bridge.changed.connect(self._count)
        self._count()
        self._show_folded()

    @property
    def folded(self) -> bool:
        """Whether only the rail is shown."""
        return self._folded

    def set_folded(self, folded: bool) -> None:
        """Fold the panel to its rail, or unfold it."""
        if folded == self._folded:
            return
        self._folded = folded
        self.body_home()
        self._show_folded()

    def show_minimap(self, shown: bool) -> None:
        """Show the minimap, or put it away; the keyboard goes to the map where it was on it."""
        held = self.body.minimap.hasFocus()
        self.body.show_minimap(shown)
        self.rail_buttons["minimap"].setVisible(shown)
        if held and not shown:
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit_edit(self) -> None:
        """Keep what is being typed in a list."""
        for section in self.body.sections.values():
            section.notes.commit_edit()

    def sizeHint(self) -> QSize:
        """The usual width."""
        return QSize(RAIL if self._folded else USUAL, 600)

    def _show_folded(self) -> None:
        self.rail.setVisible(self._folded)
        self.body.setVisible(not self._folded)
        if self._folded:
            self.setFixedWidth(RAIL)
        else:
            self.setMinimumWidth(NARROWEST)
            self.setMaximumWidth(WIDEST)
        self.updateGeometry()

    def _count(self) -> None:
        document = self._bridge.document
        self.rail_buttons["lists"].show_count(len(document.inbox) + len(document.parking))

    # -- over the map ----------------------------------------------------------------------------------------

    @property
    def flyout_open(self) -> bool:
        """Whether the panel lies over the map."""
        return self._flyout is not None and not self._flyout.isHidden()

    def _rail_pressed(self, name: str) -> None:
        was_open = self.flyout_open
        pressed = self.rail_buttons[name]
        if was_open and not pressed.isChecked():
            self.body_home()  # pressed once more
            return
        for other in self.rail_buttons.values():
            other.setChecked(other is pressed)
        if not was_open:
            if self._flyout is None:
                self._flyout = Flyout(self, self._editor)
                self._flyout.closed.connect(self._flown)
            self._flyout.open(self.body)
        self._focus_part(name)
        self.unfold_requested.emit()

    def _focus_part(self, name: str) -> None:
        body = self.body
        lists = body.inbox.notes if body.inbox.notes.ids() or not body.parking.notes.ids() else body.parking.notes
        part: QWidget = {"outline": body.outline, "lists": lists, "minimap": body.minimap}[name]
        if isinstance(part, QAbstractScrollArea):
            part.verticalScrollBar().setValue(0)
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def _flown(self) -> None:
        self.commit_edit()
        for button in self.rail_buttons.values():
            button.setChecked(False)

    def body_home(self) -> None:
        """Take the panel back from over the map."""
        if self._flyout is not None:
            self._flyout.close_flyout()
        for button in self.rail_buttons.values():
            button.setChecked(False)
        if self.body.parentWidget() is not self:
            self._column.addWidget(self.body, 1)
        self.body.setVisible(not self._folded)

    def hideEvent(self, event: QHideEvent) -> None:
        """Folded away or closed: keep what is half typed."""
        self.commit_edit()
        super().hideEvent(event)
