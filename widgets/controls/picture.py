"""Pictures on controls: a thumbnail that can be opened and removed, a portrait in a disc, and a logo on paper."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from model.draw.theme import load_theme
from model.i18n import translate
from model.records import Asset
from widgets.controls.cross import Cross
from widgets.controls.texts import TextSource, language_changed, name_for_readers, plain_tooltip, resolve
from widgets.look import paint
from widgets.look.icons import paint_icon
from widgets.look.pictures import picture_pixmap
from widgets.look.theme import look

SIDE = 76
"""The width and height of a thumbnail, in px."""
_CROSS = 22
_LOGO_W, _LOGO_H = 104, 52


class Thumbnail(QPushButton):
    """A picture, small: a click opens it, its cross, Delete and Backspace remove it."""

    removed = Signal()
    """The user asked to remove it; the thumbnail itself stays until its owner takes it away."""

    def __init__(self, asset: Asset, name: TextSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asset = asset
        self._name = name
        self._cross = Cross(self, _CROSS + 4, _CROSS + 4)
        self._cross.pressed.connect(self.removed)
        self.setProperty("plain", True)
        self.setProperty("ringRadius", 4)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def set_name(self, name: TextSource) -> None:
        """Be called otherwise."""
        self._name = name
        self.retranslate()

    def retranslate(self) -> None:
        """Ask for the name again."""
        hint = translate("Controls", "Enter opens it, Delete removes it")
        name_for_readers(self, resolve(self._name), hint)
        self.setToolTip(plain_tooltip(resolve(self._name)))

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(SIDE, SIDE)

    def minimumSizeHint(self) -> QSize:
        """Never smaller."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture in its frame, and the cross while it can be pressed."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        paint.outlined(painter, rect, 4, fill="surface.sunken")
        pixmap = picture_pixmap(self.asset, QSize(SIDE - 2, SIDE - 2), self.devicePixelRatioF())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if pixmap.isNull():
            paint_icon(painter, "photo", QRectF(rect.center().x() - 11, rect.center().y() - 11, 22, 22),
                       look().color("ink.3"))  # fmt: skip
        else:
            size = pixmap.deviceIndependentSize()
            at = QRectF(rect.center().x() - size.width() / 2, rect.center().y() - size.height() / 2, 0, 0)
            painter.drawPixmap(at.topLeft(), pixmap)
        line = "ink.2" if self.underMouse() or self.hasFocus() else "line.field"
        paint.outlined(painter, rect, 4, line=line)
        if self.underMouse() or self.hasFocus():
            cross = QRectF(rect.right() - _CROSS + 2, 2, _CROSS - 4, _CROSS - 4)
            paint.outlined(painter, cross, 9, fill="surface.raised", line="line.field")
            ink = look().color("ink.1" if self._cross.lit else "ink.2")
            paint_icon(painter, "x", cross.adjusted(3, 3, -3, -3), ink)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class AssetView(QWidget):
    """One picture of the map at a fixed ``size``, or what stands for it where there is none."""

    def __init__(self, size: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own_size = size
        self._asset: Asset | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_picture(self, asset: Asset | None) -> None:
        """Show a picture, or none."""
        self._asset = asset
        self.update()

    @property
    def asset(self) -> Asset | None:
        """The picture that is shown."""
        return self._asset

    def sizeHint(self) -> QSize:
        """Always the same."""
        return self._own_size

    def minimumSizeHint(self) -> QSize:
        """Never smaller."""
        return self.sizeHint()


class Portrait(AssetView):
    """A portrait in a disc of ``size`` px, or the sign of a person where there is none."""

    def __init__(self, size: int = 56, parent: QWidget | None = None) -> None:
        super().__init__(QSize(size, size), parent)
        self._size = size

    def paintEvent(self, event: QPaintEvent) -> None:
        """The disc, filled by the middle of the picture."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        paint.outlined(painter, rect, self._size / 2, fill="surface.sunken")
        shown = False
        if self._asset is not None:
            longest = self._size * max(self._asset.w, self._asset.h) // max(1, min(self._asset.w, self._asset.h)) + 1
            pixmap = picture_pixmap(self._asset, QSize(longest, longest), self.devicePixelRatioF())
            if not pixmap.isNull():
                shown = True
                disc = QPainterPath()
                disc.addEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5))
                painter.save()
                painter.setClipPath(disc)
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                size = pixmap.deviceIndependentSize()
                scale = self._size / min(size.width(), size.height())
                wide, high = size.width() * scale, size.height() * scale
                painter.drawPixmap(
                    QRectF(rect.center().x() - wide / 2, rect.center().y() - high / 2, wide, high),
                    pixmap,
                    QRectF(pixmap.rect()),
                )
                painter.restore()
        if not shown:
            side = self._size * 0.5
            place = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
            ink: QColor = look().color("ink.3")
            paint_icon(painter, "user", place, ink)
        paint.outlined(painter, rect, self._size / 2, line="line.field")
        painter.end()


class LogoView(AssetView):
    """A logo, whole, on the white of paper in either theme; the sign of a picture where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QSize(_LOGO_W, _LOGO_H), parent)  # wider than high, as most logos are

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture in the middle of its field."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        paper, pixmap = load_theme("poster").color("surface.window"), QPixmap()
        if self._asset is not None:
            pixmap = picture_pixmap(self._asset, QSize(_LOGO_W - 12, _LOGO_H - 12), self.devicePixelRatioF())
        paint.outlined(painter, rect, 4, fill="surface.sunken" if pixmap.isNull() else paper, line="line.field")
        if pixmap.isNull():
            place = QRectF(rect.center().x() - 11, rect.center().y() - 11, 22, 22)
            paint_icon(painter, "photo", place, look().color("ink.3"))
        else:
            size = pixmap.deviceIndependentSize()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            left, top = rect.center().x() - size.width() / 2, rect.center().y() - size.height() / 2
            painter.drawPixmap(QRectF(left, top, 0, 0).topLeft(), pixmap)
        painter.end()
