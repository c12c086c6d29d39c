"""The actions of a solution: what somebody does, who, how far it is and by when."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from model.commands.links import add_action, move_action, remove_actions, set_actions
from model.days import overdue
from model.document import Document
from model.fields import STATUSES, Choice, day_text
from model.files.drafts import field_key
from model.i18n import translate
from model.records import Action
from widgets.controls.buttons import Button, IconButton
from widgets.controls.form import FormRow
from widgets.controls.labels import PlainLabel
from widgets.controls.texts import TextSource, language_changed
from widgets.look.icons import icon, paint_icon
from widgets.look.theme import look
from widgets.panels.field_lines import DateField, SuggestField
from widgets.panels.fields import AddField, LineField
from widgets.panels.inspector_people import Unfold
from widgets.panels.page import Tools
from widgets.panels.pieces import Group, KeyedColumn, keep_in_sight
from widgets.panels.said import said_elsewhere

_KNOWN = {choice.id: choice for choice in STATUSES}
_DRAG = 4
"""How far the pointer moves before it drags, in px."""


def status_of(action: Action) -> Choice | None:
    """How far an action is; to do where nothing is said, None for a status that this version does not know."""
    return _KNOWN.get(action.status or STATUSES[0].id)


def status_words(action: Action) -> str:
    """How far an action is, in words."""
    status = status_of(action)
    return status.title if status is not None else action.status


class Grip(QWidget):
    """The handle by which a row is dragged; the keyboard has Alt with the arrows."""

    moved = Signal(QPoint)
    """Dragged to this place of the screen."""
    dropped = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self._pressed: QPoint | None = None
        self._dragging = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.retranslate()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def retranslate(self) -> None:
        """Ask for the hint again."""
        self.setToolTip(translate("Panels", "Drag to move, or press Alt with Up or Down"))

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """As high as the row's field."""
        return QSize(16, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Six dots."""
        painter = QPainter(self)
        ink = look().color("ink.2" if self.underMouse() or self._dragging else "ink.3")
        paint_icon(painter, "grip-vertical", QRectF(1, 7, 14, 14), ink)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hold."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        here = event.globalPosition().toPoint()
        if self._pressed is not None and (self._dragging or (here - self._pressed).manhattanLength() > _DRAG):
            self._dragging = True
            self.moved.emit(here)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        dragged, self._dragging, self._pressed = self._dragging, False, None
        if dragged:
            self.dropped.emit(event.globalPosition().toPoint())


class StatusButton(IconButton):
    """How far an action is: a click opens the menu of all four, Left and Right go along them."""

    chosen = Signal(str)

    def __init__(self) -> None:
        self._action = Action(id="none", item_id="none")
        super().__init__(STATUSES[0].icon, self._words, small=True)
        self.clicked.connect(lambda _checked=False: self.open_menu())

    def show_action(self, action: Action) -> None:
        """Show how far an action is."""
        self._action = action
        status = status_of(action)
        self.set_icon(status.icon if status is not None else "help")
        self.retranslate()

    def _words(self) -> str:
        return translate("Panels", "Status: {name}").format(name=status_words(self._action))

    def open_menu(self) -> QMenu:
        """All of them."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        now = status_of(self._action)
        for status in STATUSES:
            entry = menu.addAction(icon(status.icon, 16), status.title)
            entry.setCheckable(True)
            entry.setChecked(status is now)
            entry.setData(status.id)
            entry.triggered.connect(partial(self._choose, status.id))
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        return menu

    def _choose(self, status: str, _checked: bool = False) -> None:
        self.chosen.emit(status)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right go along, Enter opens the menu."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers():
            now = status_of(self._action)
            at = STATUSES.index(now) + step if now is not None else 0
            if 0 <= at < len(STATUSES):
                self.chosen.emit(STATUSES[at].id)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class ActionRow(QWidget):
    """One action: status and text; below them who and when; unfolded, the fields for these."""

    shift = Signal(str, int)
    """The keyboard moves this action (its id) up (-1) or down (1)."""

    def __init__(self, tools: Tools, action_id: str) -> None:
        super().__init__()
        self._tools = tools
        self.action_id = action_id
        self.grip = Grip()
        self.status = StatusButton()
        self.status.chosen.connect(lambda status: self._set(status=status))
        self.text = LineField(lambda: translate("Panels", "Action"), lambda: translate("Panels", "What is done?"))
        self.text.setProperty("quiet", True)
        self.text.committed.connect(lambda text: self._set(text=text))
        self.text.draft_of = lambda: field_key("actions", (self.action_id,), "text")
        self.unfold = Unfold(self._unfold_name)
        self.unfold.toggled.connect(self._toggled)
        head = QHBoxLayout()
        head.setSpacing(2)
        for widget in (self.grip, self.status):
            head.addWidget(widget)
        head.addWidget(self.text, 1)
        head.addWidget(self.unfold)
        self.words = PlainLabel("", "small", wrap=True)
        self.late = PlainLabel("", "danger", wrap=True)
        below = QVBoxLayout()
        below.setContentsMargins(50, 0, 0, 2)
        below.setSpacing(0)
        below.addWidget(self.words)
        below.addWidget(self.late)
        self.details = QWidget()
        self.details.hide()
        self._made = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(below)
        column.addWidget(self.details)

    def _make_details(self) -> None:
        self._made = True
        self.owner = self._said("owner", lambda: translate("Fields", "Owner"))
        self.department = self._said("department", lambda: translate("Fields", "Department"))
        self.due = DateField(lambda: translate("Panels", "Due"))
        self.due.given.connect(lambda day: self._set(due=day))
        due_row = FormRow(lambda: translate("Panels", "Due"), self.due, small=True)
        self.due.line.checked.connect(lambda: due_row.set_error(self.due.line.sentence))
        self.up = IconButton("chevron-up", lambda: translate("Panels", "Move up"), small=True)
        self.down = IconButton("chevron-down", lambda: translate("Panels", "Move down"), small=True)
        self.remove = Button(lambda: translate("Panels", "Remove action"), "danger", small=True)
        self.up.clicked.connect(lambda _checked=False: self.shift.emit(self.action_id, -1))
        self.down.clicked.connect(lambda _checked=False: self.shift.emit(self.action_id, 1))
        self.remove.clicked.connect(lambda _checked=False: self._tools.bridge.run(remove_actions, [self.action_id]))
        people = QHBoxLayout()
        people.setSpacing(8)
        people.addWidget(FormRow(lambda: translate("Fields", "Owner"), self.owner, small=True))
        people.addWidget(FormRow(lambda: translate("Fields", "Department"), self.department, small=True))
        ending = QHBoxLayout()
        ending.setSpacing(4)
        ending.addWidget(self.up)
        ending.addWidget(self.down)
        ending.addStretch(1)
        ending.addWidget(self.remove)
        column = QVBoxLayout(self.details)
        column.setContentsMargins(18, 4, 0, 8)
        column.setSpacing(8)
        column.addLayout(people)
        column.addWidget(due_row)
        column.addLayout(ending)

    def _said(self, field: str, name: TextSource) -> SuggestField:
        made = SuggestField(name, "", lambda: said_elsewhere(self._tools.bridge.document, field))
        made.committed.connect(lambda text: self._set(**{field: text}))
        made.draft_of = lambda: field_key("actions", (self.action_id,), field)
        return made

    @property
    def action(self) -> Action | None:
        """The action, while it is there."""
        return self._tools.bridge.document.action_table.get(self.action_id)

    def show_action(self) -> None:
        """Show the action."""
        action = self.action
        if action is None:
            return
        self.status.show_action(action)
        self.text.show_value(action.text)
        self.text.setAccessibleDescription(translate("Panels", "Alt with Up or Down moves it"))
        self.unfold.retranslate()
        late = overdue(action)
        said = [status_words(action), action.owner, action.department]
        if action.due and not late:
            said.append(translate("Panels", "by {day}").format(day=day_text(action.due)))
        self.words.set_source(" · ".join(word for word in said if word))
        self.late.set_source(translate("Panels", "Overdue: {day}").format(day=day_text(action.due)) if late else "")
        self.late.setVisible(late)
        if self._made:
            self.owner.show_value(action.owner)
            self.department.show_value(action.department)
            self.due.show_day(action.due)
            row = ids_of(self._tools.bridge.document, action.item_id)
            self.up.setEnabled(row.index(action.id) > 0)
            self.down.setEnabled(row.index(action.id) + 1 < len(row))

    def _toggled(self, on: bool) -> None:
        if on and not self._made:
            self._make_details()
            self.show_action()
        self.details.setVisible(on)
        if on:
            keep_in_sight(self)

    def _set(self, **fields: object) -> None:
        if self.action is not None:
            self._tools.bridge.run(set_actions, [self.action_id], **fields)

    def _unfold_name(self) -> str:
        action = self.action
        return translate("Panels", "More of {name}").format(name=action.text if action is not None else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with Up and Down moves the action."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shift.emit(self.action_id, step)
        else:
            super().keyPressEvent(event)


class _Bar(QWidget):
    """Where a dragged row will land."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().color("accent.base"))
        painter.end()


class ActionsGroup(Group):
    """The actions of one card."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(lambda: translate("Panels", "Actions"))
        self._tools = tools
        self._item = ""
        self.rows: KeyedColumn[str, ActionRow] = KeyedColumn(self._row, 2)
        self.field = AddField(
            lambda: translate("Panels", "New action"), lambda: translate("Panels", "Type, then Enter")
        )
        self.field.added.connect(self._add)
        self.add_button = self.header.add_link(lambda: translate("Panels", "Action"), self._open)
        self.add(self.rows, self.field)
        self._bar = _Bar(self)
        self._bar.hide()

    def _row(self, action_id: str) -> ActionRow:
        row = ActionRow(self._tools, action_id)
        row.shift.connect(self._shift)
        row.grip.moved.connect(self._drag)
        row.grip.dropped.connect(partial(self._drop, action_id))
        return row

    def show_card(self, item_id: str) -> None:
        """Show the actions of the card ``item_id``."""
        if item_id != self._item:
            self._item = item_id
            self.field.hide()
        self.rows.show_keys(ids_of(self._tools.bridge.document, item_id))
        for row in self.rows.rows.values():
            row.show_action()

    def _open(self) -> None:
        self.field.open()
        keep_in_sight(self.field)

    def _add(self, text: str) -> None:
        if self._item in self._tools.bridge.document.item_table:
            self._tools.bridge.run(add_action, self._item, text)
            if not self.field.isHidden():
                keep_in_sight(self.field)

    def _shift(self, action_id: str, by: int) -> None:
        ids = ids_of(self._tools.bridge.document, self._item)
        at = ids.index(action_id)
        if 0 <= at + by < len(ids):
            self.rows.rows[action_id].text.flush()
            self._move(action_id, at + by if by < 0 else at + by + 1)
            keep_in_sight(self.rows.rows[action_id])

    def _move(self, action_id: str, place: int) -> None:
        ids = ids_of(self._tools.bridge.document, self._item)
        before = ids[place] if place < len(ids) else None
        focused: QWidget | None = self.window().focusWidget()
        self._tools.bridge.run(move_action, action_id, self._item, before)
        if focused is not None and self.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self, at: QPoint) -> int:
        """Before which row a place of the screen lies."""
        rows = list(self.rows.rows.values())
        rows.sort(key=lambda row: row.y())
        y = self.rows.mapFromGlobal(at).y()
        return sum(1 for row in rows if y > row.y() + row.height() / 2)

    def _drag(self, at: QPoint) -> None:
        rows = sorted(self.rows.rows.values(), key=lambda row: row.y())
        place = self._place(at)
        y = rows[place].y() - 2 if place < len(rows) else rows[-1].y() + rows[-1].height()
        self._bar.setGeometry(0, self.rows.y() + y, self.width(), 3)
        self._bar.show()
        self._bar.raise_()

    def _drop(self, action_id: str, at: QPoint) -> None:
        self._bar.hide()
        ids = ids_of(self._tools.bridge.document, self._item)
        place = self._place(at)
        if action_id in ids and place not in (ids.index(action_id), ids.index(action_id) + 1):
            self._move(action_id, place)


def ids_of(document: Document, item_id: str) -> list[str]:
    """The ids of a card's actions, in order."""
    return [action.id for action in document.actions_of.get(item_id, ())]
