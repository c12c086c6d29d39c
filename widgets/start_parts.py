"""A part of the start screen: a row that opens a map."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from model.i18n import translate
from widgets.controls.buttons import IconButton
from widgets.controls.texts import TextSource, language_changed, name_for_readers, plain_tooltip, resolve
from widgets.look import paint
from widgets.look.fonts import sized_font, wrapped
from widgets.look.theme import look
from widgets.start_pictures import paint_unknown_map

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
        self._fill: Callable[[QMenu], None] | None = None
        self.more: IconButton | None = None
        """The three dots, where there is a menu."""
        self.setProperty("plain", True)
        self.setProperty("ringRadius", 8)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def add_menu(self, fill: Callable[[QMenu], None]) -> None:
        """Give the row a menu, behind three dots at its end and by the right button; ``fill`` puts its entries in."""
        self._fill = fill
        self.more = IconButton(
            "dots", lambda: translate("Start", "More for this map"), small=True, role="ink.2", parent=self
        )
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the menu key opens it
        self.more.clicked.connect(lambda _checked=False: self._open_menu(self.more.mapToGlobal(QPoint(0, 28))))
        self.more.show()

    def _open_menu(self, at: QPoint) -> None:
        if self._fill is not None:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._fill(menu)
            menu.popup(at)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The right button, or the menu key."""
        self._open_menu(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The dots stay at the end."""
        super().resizeEvent(event)
        if self.more is not None:
            self.more.move(self.width() - self.more.sizeHint().width() - 4, (self.height() - 28) // 2)

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
        width = self.width() - left - (8 if self.more is None else 36)
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
