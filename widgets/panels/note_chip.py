"""A card as a chip in the inspector."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from model.document import Document, card_number
from model.fields import ITEM_FIELDS, shown
from model.i18n import translate
from model.kinds import ITEM_KINDS
from model.layout.cards import icon_of, token_of
from model.records import Item
from widgets.controls.cross import Cross
from widgets.controls.lines_button import LinesButton
from widgets.controls.texts import TextSource, language_changed, name_for_readers, plain_tooltip, resolve
from widgets.look import paint
from widgets.look.fonts import sized_font
from widgets.look.icons import paint_icon
from widgets.look.marks import paint_evidence, paint_severity
from widgets.look.theme import look
from widgets.panels.pieces import card_line, kind_title


class NoteChip(LinesButton):
    """A card in the inspector, in the colours of its note: a click goes there; its cross, or Delete, takes it off.

    Without ``remove_hint``, which says what taking off means here, it has no cross.  ``mark`` is a short word at the
    right, such as the one that says which target is the first.
    """

    removed = Signal()

    def __init__(self, remove_hint: TextSource = "", parent: QWidget | None = None) -> None:
        super().__init__(12, parent)
        self._remove_hint = remove_hint
        self._item: Item | None = None
        self._icon = "note"
        self._mark: TextSource = ""
        self._numbered = False
        self._cross = Cross(self, 26, shown=bool(remove_hint))
        self._cross.pressed.connect(self.removed)

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
        self.grow()
        self.update()

    def text_width(self, width: int) -> float:
        """What the marks at the right leave."""
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

    def text_font(self) -> QFont:
        """A quote leans."""
        known = ITEM_KINDS.get(self._item.kind) if self._item is not None else None
        return sized_font(13, 400, italic=bool(known and known.quote))

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
        painter.setPen(look().color(f"{token}.ink"))
        self.lines(self.width()).draw(painter, QPointF(29, 6))
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
            if not self._cross.lit:
                ink.setAlphaF(0.7)
            paint_icon(painter, "x", QRectF(rect.width() - 19, 8, 13, 13), ink)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)


def keep(chip: NoteChip, _key: str) -> None:
    """A chip can show any card: nothing has to be changed to use it again."""
