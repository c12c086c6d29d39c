"""Small parts that the pages of the inspector share: group headers, note chips, kind chips, colour buttons."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from model.i18n import QT_TRANSLATE_NOOP, translate
from model.kinds import ITEM_KINDS
from model.layout.cards import icon_of, token_of
from model.records import Colour, Item
from widgets.controls.buttons import Button
from widgets.controls.color_picker import ColorPicker, Swatch
from widgets.controls.flow import HeldItems
from widgets.controls.labels import PlainLabel
from widgets.controls.texts import TextSource, language_changed, name_for_readers, resolve
from widgets.look import paint
from widgets.look.fonts import sized_font
from widgets.look.icons import paint_icon
from widgets.look.theme import look

K = TypeVar("K", bound=Hashable)
W = TypeVar("W", bound=QWidget)


class _HeaderLayout(HeldItems):
    """A label at the left and controls at the right; below it, still at the right, where there is no room."""

    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(10_000))

    def minimumSize(self) -> QSize:
        return QSize(60, self.heightForWidth(10_000))

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        shown = [item for item in self._items if not item.isEmpty()]
        if not shown:
            return 0
        label, rest = shown[0], shown[1:]
        right = sum(item.sizeHint().width() for item in rest)
        wide = label.sizeHint().width()
        first = max([label.sizeHint().height(), *([item.sizeHint().height() for item in rest])])
        below = bool(rest) and wide + right > rect.width()
        if below:
            first = label.sizeHint().height()
        second = max(item.sizeHint().height() for item in rest) if below else 0
        if move:
            label.setGeometry(QRect(rect.x(), rect.y(), min(wide, rect.width()), first))
            x = rect.right() + 1 - right
            for item in rest:
                hint = item.sizeHint()
                top = rect.y() + (first if below else (first - hint.height()) // 2)
                item.setGeometry(QRect(QPoint(x, top), hint))
                x += hint.width()
        return first + second


class GroupHeader(QWidget):
    """The heading of a group with what adds to it at the right: "Pijnpunten   + Pijnpunt"."""

    def __init__(self, text: TextSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = _HeaderLayout(self)
        self.label = PlainLabel(text, "section")
        self._row.addWidget(self.label)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add_link(self, text: TextSource, run: Callable[[], object], *, icon_name: str = "plus") -> Button:
        """A word to press at the right."""
        button = Button(text, "link", icon_name=icon_name)
        button.clicked.connect(lambda _checked=False: run())
        self._row.addWidget(button)
        return button

    def add_control(self, control: QWidget) -> None:
        """A control at the right."""
        self._row.addWidget(control)


class Group(QWidget):
    """A group of a page: its header and, ``GAP`` px apart, what belongs to it."""

    GAP = 5

    def __init__(self, text: TextSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = GroupHeader(text)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(self.GAP)
        self.column.addWidget(self.header)

    def add(self, *widgets: QWidget) -> None:
        """Put widgets below what is there."""
        for widget in widgets:
            self.column.addWidget(widget)


class KeyedColumn(QWidget, Generic[K, W]):
    """Widgets one below the other, each for a key; showing other keys keeps the widgets of those that stay.

    So a refresh never takes the keyboard away from a field, nor a half-typed text.  ``again`` makes a widget that is
    no longer shown the one of another key: then it is used again, which is much faster than to build one.
    """

    def __init__(
        self,
        make: Callable[[K], W],
        gap: int = 5,
        parent: QWidget | None = None,
        *,
        again: Callable[[W, K], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._again = again
        self._spare: list[W] = []
        self.rows: dict[K, W] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)
        self.hide()

    def show_keys(self, keys: Iterable[K]) -> None:
        """Show the widgets of ``keys``, in that order."""
        wanted = list(keys)
        for key in [key for key in self.rows if key not in wanted]:
            widget = self.rows.pop(key)
            # Out of sight first: what it still holds is committed while its record can be asked for.
            widget.hide()
            self._column.removeWidget(widget)
            if self._again is not None:
                self._spare.append(widget)
            else:
                widget.deleteLater()
        for place, key in enumerate(wanted):
            found = self.rows.get(key)
            if found is None:
                found = self.rows[key] = self._used_again(key) or self._make(key)
            if self._column.indexOf(found) != place:
                self._column.insertWidget(place, found)
                found.show()
        self.rows = {key: self.rows[key] for key in wanted}
        self.setVisible(bool(wanted))

    def _used_again(self, key: K) -> W | None:
        if self._again is None or not self._spare:
            return None
        widget = self._spare.pop()
        self._again(widget, key)
        return widget


def keep_in_sight(widget: QWidget) -> None:
    """Let the panel scroll to ``widget``, once the layout is done."""

    def scroll() -> None:
        parent = widget.parentWidget() if isValid(widget) else None
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if parent is not None:
            parent.ensureWidgetVisible(widget, 0, 24)

    QTimer.singleShot(0, widget, scroll)


def walked(rows: Sequence[QWidget], watched: QObject, event: QEvent) -> bool:
    """Whether ``event`` was Up or Down on one of ``rows``: the keyboard is at the one before or after it then.

    For event filters: a button by itself would look for a neighbour inside its own row.
    """
    if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
        return False
    step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
    here = next((at for at, row in enumerate(rows) if row is watched), None)
    if not step or here is None:
        return False
    target = rows[max(0, min(len(rows) - 1, here + step))]
    target.setFocus(Qt.FocusReason.TabFocusReason)
    keep_in_sight(target)
    return True


class KindChip(QPushButton):
    """The kind of a card as on the map: outlined in the kind's edge colour, with its icon; opens the menu of kinds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind, self._icon = "note", "note"
        self.setProperty("plain", True)
        self.setProperty("ringRadius", 13)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def set_kind(self, kind: str, icon_name: str = "") -> None:
        """Show a kind; ``icon_name`` is the first channel's, for a touchpoint."""
        self._kind = kind
        self._icon = icon_name or icon_of(kind)
        self.retranslate()

    @property
    def words(self) -> str:
        """The kind's name."""
        return kind_title(self._kind)

    def retranslate(self) -> None:
        """Ask for the words again."""
        name_for_readers(self, self.words, translate("Panels", "Opens the kinds of notes"))
        self.setToolTip(translate("Panels", "Change the kind"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        return QSize(QFontMetrics(sized_font(12, 600)).horizontalAdvance(self.words) + 9 + 14 + 5 + 11, 28)

    def minimumSizeHint(self) -> QSize:
        """May be cut with an ellipsis."""
        return QSize(60, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Outline, icon, words."""
        painter = QPainter(self)
        body = QRectF(0, 2, self.width(), 24)
        # A touchpoint's card is white, so its chip is its edge; the others are filled like their cards.
        token = f"note.{token_of(self._kind)}"
        plain = self._kind == "touchpoint"
        fill = "surface.hover" if plain and self.underMouse() else "" if plain else f"{token}.fill"
        paint.outlined(painter, body, 12, fill=fill, line=f"{token}.edge", width=1.3)
        edge = look().color(f"{token}.edge" if plain else f"{token}.ink")
        paint_icon(painter, self._icon, QRectF(9, 7, 14, 14), look().color(f"{token}.edge"))
        painter.setFont(sized_font(12, 600))
        painter.setPen(edge)
        room = QRectF(28, 2, self.width() - 28 - 9, 24)
        words = painter.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)


def kind_title(kind: str) -> str:
    """The name of a kind of card; the kind itself where this version does not know it."""
    known = ITEM_KINDS.get(kind)
    return known.title if known is not None else kind


def card_line(item: Item) -> str:
    """A card's text in one line, or what stands for an empty one."""
    return " ".join(item.text.split()) or translate("Panels", "Empty note")


class ColorButton(QPushButton):
    """A colour with its name; opens the picker, which also offers the colour that one gets without choosing."""

    color_chosen = Signal(object)
    """A place in the palette, or None: no colour of its own."""

    def __init__(self, swatches: Sequence[Swatch], name: TextSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._swatches = swatches
        self._name = name
        self._value: Colour = None
        self._token = ""
        self._picker: ColorPicker | None = None
        self.setProperty("plain", True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)
        self.retranslate()

    def show_color(self, value: Colour, token: str) -> None:
        """Show the record's colour; ``token`` is what it is painted in ("" paints none)."""
        self._value, self._token = value, token
        self.retranslate()

    @property
    def words(self) -> str:
        """The name of the colour."""
        if self._value is None:
            return translate("Panels", "As usual")
        if isinstance(self._value, str):
            return self._value
        return self._swatches[self._value % len(self._swatches)].title

    def picker(self) -> ColorPicker:
        """The popup."""
        if self._picker is None:
            picker = ColorPicker(self._swatches, self._name, self)
            picker.color_chosen.connect(self.color_chosen)
            usual = Button(_as_usual, "quiet", small=True)
            usual.clicked.connect(self._usual)
            picker.column.addWidget(usual)
            self._picker = picker
        self._picker.set_value(self._value)
        return self._picker

    def _open(self) -> None:
        self.picker().open_below(self)

    def _usual(self) -> None:
        self.picker().hide()
        self.color_chosen.emit(None)

    def retranslate(self) -> None:
        """Ask for all words again."""
        name_for_readers(self, f"{resolve(self._name)}: {self.words}")
        self.update()

    def sizeHint(self) -> QSize:
        """A small field."""
        return QSize(QFontMetrics(sized_font(13, 400)).horizontalAdvance(self.words) + 66, 30)

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(72, 30)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A field with the colour, its name and a chevron."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        paint.field_frame(painter, rect, enabled=self.isEnabled(), focus=False, hover=self.underMouse(), invalid=False)
        left = 8.0
        if self._token:
            paint.outlined(painter, QRectF(left, 7, 16, 16), 4, fill=self._token)
            left += 24
        painter.setFont(sized_font(13, 400))
        painter.setPen(look().color("ink.1" if self.isEnabled() else "ink.disabled"))
        room = QRectF(left, 0, rect.width() - left - 26, rect.height())
        words = painter.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        paint.chevron(painter, QRectF(rect.width() - 26, 0, 22, rect.height()), "down", look().color("ink.2"), 14)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)


def _as_usual() -> str:
    return translate("Panels", "As usual")


KIND_ADDS: dict[str, str] = {
    "pain_point": QT_TRANSLATE_NOOP("Panels", "Pain point"),
    "insight": QT_TRANSLATE_NOOP("Panels", "Insight"),
    "opportunity": QT_TRANSLATE_NOOP("Panels", "Opportunity"),
    "solution": QT_TRANSLATE_NOOP("Panels", "Solution"),
}
"""What the buttons that add to a touchpoint say."""
