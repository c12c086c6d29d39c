"""A card as a chip in the inspector."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from model.document import Document, card_number
from model.fields import ITEM_FIELDS, shown
from model.i18n import translate
from model.kinds import ITEM_KINDS
from model.layout.cards import icon_of, token_of
from model.records import Item
from widgets.controls.texts import TextSource, language_changed, name_for_readers, plain_tooltip, resolve
from widgets.look import paint
from widgets.look.fonts import sized_font, wrapped
from widgets.look.icons import paint_icon
from widgets.look.marks import paint_evidence, paint_severity
from widgets.look.theme import look
from widgets.panels.pieces import card_line, kind_title


class NoteChip(QPushButton):
    """A card in the inspector, in the colours of its note: a click goes there; its cross, or Delete, takes it off.

    Without ``remove_hint``, which says what taking off means here, it has no cross.  ``mark`` is a short word at the
    right, such as the one that says which target is the first.
    """

    removed = Signal()

    def __init__(self, remove_hint: TextSource = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remove_hint = remove_hint
        self._item: Item | None = None
        self._icon = "note"
        self._mark: TextSource = ""
        self._numbered = False
        self._over_cross = False
        self.setProperty("plain", True)
        self.setProperty("ringRadius", 3)
        self.setMouseTracking(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_card(self, document: Document, item: Item, mark: TextSource = "", *, numbered: bool = False) -> None:
        """Show ``item``, with its number before the text where ``numbered``."""
        icon_name = icon_of(item.kind)
        if item.kind == "touchpoint":
            channel = next((document.channel_table[c] for c in item.channel_ids if c in document.channel_table), None)
            icon_name = channel.icon if channel is not None else icon_name
        self._item, self._icon, self._mark, self._numbered = item, icon_name, mark, numbered
        self.retranslate()

    @property
    def item(self) -> Item | None:
        """The card shown."""
        return self._item

    @property
    def item_id(self) -> str:
        """The id of the card shown; "" before one is."""
        return self._item.id if self._item is not None else ""

    @property
    def words(self) -> str:
        """What stands on it."""
        if self._item is None:
            return ""
        line = card_line(self._item)
        return f"{card_number(self._item)} {line}" if self._numbered else line

    def retranslate(self) -> None:
        """Ask for all words again."""
        item = self._item
        if item is None:
            return
        name = f"{kind_title(item.kind)} {card_number(item)}: {card_line(item)}"
        mark = resolve(self._mark)
        if mark:
            name += f", {mark}"
        if item.evidence:
            name += f", {shown(ITEM_FIELDS['evidence'], item.evidence)}"
        hint = " ".join((translate("Panels", "Enter goes there."), resolve(self._remove_hint))).strip()
        name_for_readers(self, name, hint)
        self.setToolTip(plain_tooltip(f"{card_number(item)} {item.text}".strip()))
        self._grow()
        self.update()

    def _text_width(self, width: int) -> float:
        item = self._item
        right = 22.0 if self._remove_hint else 6.0
        if item is not None and item.severity:
            right += 30
        if item is not None and item.evidence:
            right += 17
        mark = resolve(self._mark)
        if mark:
            right += QFontMetrics(sized_font(12, 600)).horizontalAdvance(mark) + 6
        return max(40.0, width - 8 - 14 - 7 - right)

    def _height(self, width: int) -> int:
        layout = wrapped(self.words, self._font(), self._text_width(width), line=17)
        return 12 + 17 * max(1, layout.lineCount())

    def _font(self) -> QFont:
        known = ITEM_KINDS.get(self._item.kind) if self._item is not None else None
        return sized_font(13, 400, italic=bool(known and known.quote))

    def _grow(self) -> None:
        """Be as high as the lines at this width."""
        high = self._height(self.width() if self.width() > 60 else 268)
        if self.minimumHeight() != high or self.maximumHeight() != high:
            self.setFixedHeight(high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        self._grow()

    def sizeHint(self) -> QSize:
        """As high as its lines at the width it has."""
        return QSize(120, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(60, self.minimumHeight())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The note."""
        item = self._item
        if item is None:
            return
        painter = QPainter(self)
        token = f"note.{token_of(item.kind)}"
        rect = QRectF(self.rect())
        paint.outlined(painter, rect, 2, fill=f"{token}.fill", line=f"{token}.outline")
        edge = look().color(f"{token}.edge")
        if item.kind == "touchpoint":
            painter.fillRect(QRectF(0, 0, 4, rect.height()), edge)
        paint_icon(painter, self._icon, QRectF(8, 7.5, 14, 14), edge)
        layout = wrapped(self.words, self._font(), self._text_width(self.width()), line=17)
        painter.setPen(look().color(f"{token}.ink"))
        layout.draw(painter, QPointF(29, 6))
        right = rect.width() - (22 if self._remove_hint else 6)
        mark = resolve(self._mark)
        if mark:
            painter.setFont(sized_font(12, 600))
            painter.setPen(edge)
            wide = painter.fontMetrics().horizontalAdvance(mark)
            painter.drawText(QRectF(right - wide, 6, wide + 2, 17), Qt.AlignmentFlag.AlignVCenter, mark)
            right -= wide + 6
        if item.evidence:
            paint_evidence(painter, QRectF(right - 11, 9, 11, 11), item.evidence, f"{token}.ink")
            right -= 17
        if item.severity:
            paint_severity(painter, QRectF(right - 25, 10, 25, 10), item.severity, f"{token}.edge")
        if self._remove_hint and (self.underMouse() or self.hasFocus()):
            ink = look().color(f"{token}.ink")
            if not self._over_cross:
                ink.setAlphaF(0.7)
            paint_icon(painter, "x", QRectF(rect.width() - 19, 8, 13, 13), ink)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there, Delete and Backspace take off."""
        if self._remove_hint and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Delete is for this chip, not for the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        ):
            event.accept()
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the cross."""
        self._over_cross = self._on_cross(event.position().toPoint())
        self.update()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Put the cross out."""
        self._over_cross = False
        self.update()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the cross takes off and goes nowhere."""
        pressed = event.button() == Qt.MouseButton.LeftButton and self.isDown()
        if pressed and self._on_cross(event.position().toPoint()):
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    def _on_cross(self, pos: QPoint) -> bool:
        return bool(self._remove_hint) and self.rect().contains(pos) and pos.x() >= self.width() - 26

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)


def keep(chip: NoteChip, _key: str) -> None:
    """A chip can show any card: nothing has to be changed to use it again."""
