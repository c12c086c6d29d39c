"""A template to choose: its picture, its name, one line."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from model.templates import Template
from widgets.controls.texts import name_for_readers, plain_tooltip
from widgets.look import paint
from widgets.look.fonts import sized_font, wrapped
from widgets.look.theme import look
from widgets.start_parts import two_lines
from widgets.start_pictures import paint_template

CARD_HEIGHT = 148
"""px that a card needs at least."""
_WORDS, _LINE = 36.0, 18.0
"""px below the picture beside the name, and of each of its lines."""


class TemplateCard(QRadioButton):
    """A template.  Arrow keys go along the cards, letters to a name, Enter makes the map."""

    activated = Signal()
    """Double-clicked, or Enter pressed: make it."""
    typed = Signal(str)
    """Somebody who came by the keyboard types the beginning of a name."""
    written = Signal(str)
    """Somebody who chose it with the mouse begins to type what the journey is about."""
    rename_asked = Signal()
    """F2 was pressed."""
    delete_asked = Signal()
    """Delete was pressed."""
    reached = Signal()
    """The keyboard came here."""

    def __init__(self, template: Template, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.template = template
        self._pointed = False  # chosen with the mouse, and the keyboard has not moved since
        self.setProperty("plain", True)
        self.setProperty("ringRadius", 10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(280)
        self.show_template(template)

    @property
    def template_id(self) -> str:
        """The template's id."""
        return self.template.id

    def show_template(self, template: Template) -> None:
        """Show a template: the same one in another language, or under another name."""
        self.template = template
        name_for_readers(self, template.name, template.description or template.when)
        self.setToolTip(plain_tooltip(f"{template.name}\n{template.description}".strip()))
        self.update()

    def sizeHint(self) -> QSize:
        """The picture of the design."""
        return QSize(230, 164)

    def minimumSizeHint(self) -> QSize:
        """Small windows get small pictures."""
        return QSize(170, CARD_HEIGHT)

    def hitButton(self, pos: QPoint) -> bool:
        """All of it can be pressed."""
        return self.rect().contains(pos)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What is typed after a click is the title."""
        self._pointed = True
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Make it."""
        self.activated.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come into sight."""
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self._pointed = False
        super().focusInEvent(event)
        self.reached.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter makes it; letters look for a name or, after a click, are the title.

        One of the user's own is renamed and deleted as files are.
        """
        plain = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit()
        elif event.key() == Qt.Key.Key_F2 and self.template.own:
            self.rename_asked.emit()
        elif event.key() == Qt.Key.Key_Delete and self.template.own:
            self.delete_asked.emit()
        elif event.text().strip() and event.text().isprintable() and plain == Qt.KeyboardModifier.NoModifier:
            (self.written if self._pointed else self.typed).emit(event.text())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        chosen = self.isChecked()
        line = "accent.base" if chosen else "ink.3" if self.underMouse() else "line.hair"
        paint.outlined(painter, rect, 10, fill="surface.raised", line=line, width=2 if chosen else 1)
        wide = int(rect.width() - 24)
        font = sized_font(15, 600)
        heading = wrapped(two_lines(self.template.name, font, wide), font, wide, line=_LINE)
        high = heading.lineCount() * _LINE
        picture = rect.adjusted(10, 10, -10, -(_WORDS + high))
        paint.outlined(painter, picture, 6, fill="wall.base")
        paint_template(painter, picture.adjusted(8, 6, -8, -6), self.template)
        painter.setPen(look().color("ink.1"))
        heading.draw(painter, QPointF(12, picture.bottom() + 7))
        painter.setPen(look().color("ink.2"))
        painter.setFont(sized_font(12))
        said = self.template.description or self.template.when
        text = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(QRectF(12, rect.bottom() - 26, wide, 16), Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()
