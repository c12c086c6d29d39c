"""Parts of the start screen: a row that opens a map, a card that chooses a template."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QPushButton, QRadioButton, QSizePolicy, QWidget

from widgets.controls.texts import TextSource, language_changed, name_for_readers, plain_tooltip, resolve
from widgets.look import paint
from widgets.look.fonts import sized_font, wrapped
from widgets.look.theme import look
from widgets.start_pictures import paint_template, paint_unknown_map

PICTURE = QSize(84, 54)
"""The size in px of a map's picture in a row."""

PictureSource = Callable[[str], "QPixmap | None"]
"""Gives the picture of the map with this key (a path), or None: a map in general is shown then."""


class MapRow(QPushButton):
    """A map that can be opened: its picture, its title in one or two lines, and what else is known of it."""

    def __init__(
        self,
        key: str,
        title: TextSource,
        detail: TextSource,
        picture: PictureSource | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.key = key
        self._title, self._detail, self._picture = title, detail, picture
        self.setProperty("plain", True)
        self.setProperty("ringRadius", 8)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def retranslate(self) -> None:
        """Ask for the texts again."""
        title, detail = resolve(self._title), resolve(self._detail)
        name_for_readers(self, title, detail)
        self.setToolTip(plain_tooltip(self.key) if self.key.startswith(("/", "\\")) or ":" in self.key[1:3] else "")
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """68 high."""
        return QSize(260, PICTURE.height() + 14)

    def minimumSizeHint(self) -> QSize:
        """Narrow panels cut the title."""
        return QSize(150, PICTURE.height() + 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Picture and texts."""
        painter = QPainter(self)
        if self.isDown() or self.underMouse() or self.hasFocus():
            ground = "surface.pressed" if self.isDown() else "surface.hover"
            paint.outlined(painter, QRectF(self.rect()), 8, fill=ground)
        frame = QRectF(8, (self.height() - PICTURE.height()) / 2, PICTURE.width(), PICTURE.height())
        self._paint_picture(painter, frame)
        left = frame.right() + 12
        width = self.width() - left - 8
        title = two_lines(resolve(self._title), sized_font(14, 600), width)
        heading = wrapped(title, sized_font(14, 600), width, line=18)
        height = heading.lineCount() * 18 + 18
        top = (self.height() - height) / 2
        painter.setPen(look().color("ink.1"))
        heading.draw(painter, QPointF(left, top))
        painter.setFont(sized_font(12))
        painter.setPen(look().color("ink.2"))
        detail = painter.fontMetrics().elidedText(resolve(self._detail), Qt.TextElideMode.ElideRight, int(width))
        below = QRectF(left, top + heading.lineCount() * 18 + 2, width, 16)
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, detail)
        painter.end()

    def _paint_picture(self, painter: QPainter, frame: QRectF) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(frame, 4, 4)
        painter.save()
        painter.setClipPath(shape)
        pixmap = self._picture(self.key) if self._picture is not None else None
        if pixmap is None or pixmap.isNull():
            paint_unknown_map(painter, frame)
        else:
            painter.fillRect(frame, look().color("wall.base"))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            size = QSizeF(pixmap.deviceIndependentSize()).scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(QPointF(), size)
            place.moveCenter(frame.center())
            painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))
        painter.restore()
        paint.outlined(painter, frame, 4, line="line.strong")


def two_lines(text: str, font: QFont, width: float) -> str:
    """``text`` as much as two lines of ``width`` px hold, with an ellipsis when that is not all."""
    text = " ".join(text.split())
    layout = wrapped(text, font, width)
    if layout.lineCount() <= 2:
        return text
    first = layout.lineAt(0).textLength()
    return text[:first] + QFontMetrics(font).elidedText(text[first:], Qt.TextElideMode.ElideRight, int(width) - 2)


class TemplateCard(QRadioButton):
    """A template: its picture, its name, one line.  Arrow keys go along the cards, Enter makes the map."""

    activated = Signal()
    """Double-clicked, or Enter pressed: make it."""

    def __init__(self, template_id: str, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.template_id = template_id
        self._kind = kind
        self._name, self._line = "", ""
        self.setProperty("plain", True)
        self.setProperty("ringRadius", 10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(280)

    def set_texts(self, name: str, line: str) -> None:
        """Say what it is."""
        self._name, self._line = name, line
        name_for_readers(self, name, line)
        self.update()

    def sizeHint(self) -> QSize:
        """The picture of the design."""
        return QSize(270, 204)

    def minimumSizeHint(self) -> QSize:
        """Small windows get small pictures."""
        return QSize(180, 150)

    def hitButton(self, pos: QPoint) -> bool:
        """All of it can be pressed."""
        return self.rect().contains(pos)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Make it."""
        self.activated.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter makes it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        chosen = self.isChecked()
        line = "accent.base" if chosen else "ink.3" if self.underMouse() else "line.hair"
        paint.outlined(painter, rect, 10, fill="surface.raised", line=line, width=2 if chosen else 1)
        words = 54.0
        picture = rect.adjusted(10, 10, -10, -words)
        paint.outlined(painter, picture, 6, fill="wall.base")
        paint_template(painter, picture.adjusted(12, 10, -12, -10), self._kind)
        painter.setPen(look().color("ink.1"))
        painter.setFont(sized_font(15, 600))
        wide = int(rect.width() - 24)
        name = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(QRectF(12, rect.bottom() - 46, wide, 20), Qt.AlignmentFlag.AlignVCenter, name)
        painter.setPen(look().color("ink.2"))
        painter.setFont(sized_font(12))
        text = painter.fontMetrics().elidedText(self._line, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(QRectF(12, rect.bottom() - 26, wide, 16), Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()
