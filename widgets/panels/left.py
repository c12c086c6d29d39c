"""The left panel: outline, inbox, parking lot and minimap; on a narrow window a rail that opens it over the map."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QHBoxLayout,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from model.i18n import translate
from widgets.bridge import SessionBridge
from widgets.canvas.editor import MapEditor
from widgets.controls.buttons import IconButton
from widgets.controls.empty import IconMark
from widgets.controls.labels import PlainLabel, Rule, Surface
from widgets.controls.texts import TextSource, language_changed, name_for_readers, plain_tooltip, resolve
from widgets.look import paint
from widgets.look.fonts import sized_font
from widgets.look.icons import paint_icon
from widgets.look.theme import look
from widgets.panels.minimap import Minimap
from widgets.panels.note_list import ListPlace, NoteList
from widgets.panels.outline import Outline
from widgets.selection import Selection

NARROWEST, USUAL, WIDEST, RAIL = 200, 236, 320, 56
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

    def __init__(self, bridge: SessionBridge, selection: Selection, editor: MapEditor) -> None:
        super().__init__("panel")
        self._arranging = False
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
        room = high - HEADER - 12 - self.minimap.height() - 12 - 2 * 11
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
        whole.triggered.connect(self.outline.show_whole)
        return menu

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


class RailButton(QPushButton):
    """A part of the panel as an icon, with a count."""

    def __init__(self, icon_name: str, name: TextSource) -> None:
        super().__init__()
        self._icon_name, self._name, self._count = icon_name, name, 0
        self.setProperty("plain", True)
        self.setAutoDefault(False)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def show_count(self, count: int) -> None:
        """Show a number at the icon; 0 shows none."""
        self._count = count
        self.retranslate()

    @property
    def count(self) -> int:
        """The number that is shown."""
        return self._count

    def retranslate(self) -> None:
        """Ask for the name again."""
        name = resolve(self._name)
        self.setToolTip(plain_tooltip(name))
        counted = translate("Panels", "%n note(s)", n=self._count)
        name_for_readers(self, f"{name}, {counted}" if self._count else name)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the rail."""
        return QSize(RAIL, 52)

    def minimumSizeHint(self) -> QSize:
        """Never smaller."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon and count."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.isChecked():
            painter.fillRect(rect, look().color("surface.selected"))
        elif self.underMouse():
            painter.fillRect(rect, look().color("surface.hover"))
        ink = look().color("accent.ink" if self.isChecked() else "ink.2")
        paint_icon(painter, self._icon_name, QRectF(18, 16, 20, 20), ink)
        if self._count:
            painter.setFont(sized_font(12, 600))
            words = str(self._count)
            wide = max(16, painter.fontMetrics().horizontalAdvance(words) + 8)
            badge = QRectF(min(rect.width() - 3 - wide, 32), 6, wide, 16)
            paint.outlined(painter, badge, 8, fill="ink.1")
            painter.setPen(look().color("surface.panel"))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)


class Flyout(Surface):
    """The panel over the map, beside the rail: it goes with Esc and with a press elsewhere.

    The keyboard then goes to ``home``; left to Qt it would go to whatever is next in the order of Tab.
    """

    closed = Signal()

    def __init__(self, panel: QWidget, home: QWidget) -> None:
        super().__init__("panel", "right", panel.window())
        self._panel, self._home = panel, home
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        self._column = column

    def open(self, body: QWidget) -> None:
        """Show ``body`` beside the panel."""
        self.setParent(self._panel.window())
        self._column.addWidget(body)
        body.show()
        self._place()
        self.show()
        self.raise_()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def close_flyout(self) -> None:
        """Go away."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        if not self.isHidden():
            held: QWidget | None = self.window().focusWidget()
            if held is not None and (self.isAncestorOf(held) or self._panel.isAncestorOf(held)):
                self._home.setFocus(Qt.FocusReason.OtherFocusReason)
            self.hide()
            self.closed.emit()

    def _place(self) -> None:
        corner = self._panel.mapTo(self._panel.window(), QPoint(self._panel.width(), 0))
        self.setGeometry(QRect(corner, QSize(USUAL, self._panel.height())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press elsewhere in the window closes; so does Esc that nobody inside has used."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            inside = watched is self or self.isAncestorOf(watched) or self._panel.isAncestorOf(watched)
            if not inside and watched.window() is self.window():
                self.close_flyout()
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            # In a field Esc ends the writing; anywhere else in the panel it leads back to the map.
            if isinstance(watched, QWidget) and self.isAncestorOf(watched) and not isinstance(watched, QPlainTextEdit):
                self.close_flyout()
        elif kind == QEvent.Type.Resize and watched is self._panel:
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_flyout()
        else:
            super().keyPressEvent(event)


class LeftPanel(Surface):
    """The panel at the left of the map, 236 wide (200 to 320), or folded a rail of 56.

    Call :meth:`commit_edit` before saving or closing: it keeps what is half typed.
    """

    unfold_requested = Signal()
    """The rail was pressed; the panel shows itself over the map, the window may also unfold it for good."""

    def __init__(
        self, bridge: SessionBridge, selection: Selection, editor: MapEditor, parent: QWidget | None = None
    ) -> None:
        super().__init__("panel", parent=parent)
        self._bridge, self._editor = bridge, editor
        self._folded = False
        self.body = LeftBody(bridge, selection, editor)
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
