"""The preview of a page: the rendered PDF on a sunken ground, and over a whole poster the sheets it is cut into."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from model.i18n import translate
from widgets.controls.texts import language_changed, name_for_readers
from widgets.dialogs.exports.press import WHOLE, Frame, Proof
from widgets.look import paint
from widgets.look.fonts import sized_font
from widgets.look.theme import look

_PATIENCE = 400
"""ms after which is said that something is being made; most previews are quicker."""
_EDGE = 3
"""px for the line round the page and its shadow."""


class PageView(QWidget):
    """Shows one page as large as fits.

    A sheet on the whole poster can be clicked; with the keyboard the arrows, Home and End leaf through the pages.
    """

    sheet_clicked = Signal(str)
    """The sheet with this name was clicked on the whole poster."""
    stepped = Signal(int)
    """Go so many pages on (or back)."""
    resized = Signal()
    """There is another amount of room: :meth:`room`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proof: Proof | None = None
        self._image = QImage()
        self._said = ""
        self._lit = ""
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_PATIENCE)
        self._late.timeout.connect(self.update)
        self._busy = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringRadius", 2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.retranslate()

    @property
    def proof(self) -> Proof | None:
        """What is shown."""
        return self._proof

    def room(self) -> tuple[int, int]:
        """The largest picture that fits, in device px."""
        scale = self.devicePixelRatioF()
        return round((self.width() - 2 * _EDGE) * scale), round((self.height() - 2 * _EDGE) * scale)

    def show_proof(self, proof: Proof | None, said: str = "") -> None:
        """Show a page, or none; ``said`` describes it to a screen reader."""
        self._proof, self._said = proof, said
        if proof is None:
            self._image = QImage()
        else:
            picture = proof.picture
            image = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB888)
            self._image = image.copy()  # the bytes belong to the proof
        self._lit = ""
        self.retranslate()
        self.update()

    def set_busy(self, busy: bool) -> None:
        """Say that another page is being made, when it takes long enough to be noticed."""
        self._busy = busy
        if busy and not self._late.isActive():
            self._late.start()
        elif not busy:
            self._late.stop()
            self.update()

    def retranslate(self) -> None:
        """Name it for screen readers."""
        name_for_readers(self, translate("ExportDialog", "Preview"))
        self.setAccessibleDescription(self._said)

    def sizeHint(self) -> QSize:
        """An A1 poster as in the design."""
        return QSize(780, 560)

    def minimumSizeHint(self) -> QSize:
        """Small windows scroll."""
        return QSize(240, 180)

    def page_rect(self) -> QRectF:
        """Where the page stands, in px of the widget."""
        if self._image.isNull():
            return QRectF()
        size = self._image.size().toSizeF() / self.devicePixelRatioF()
        area = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        if size.width() > area.width() or size.height() > area.height():  # the picture of a larger window
            size.scale(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left = area.left() + (area.width() - size.width()) / 2
        return QRectF(QPointF(round(left), area.top()), size)

    def frame_at(self, at: QPointF) -> Frame | None:
        """The printed sheet at a spot; where two overlap, the one that is glued on top."""
        page = self.page_rect()
        if self._proof is None or page.isEmpty():
            return None
        x, y = (at.x() - page.x()) / page.width(), (at.y() - page.y()) / page.height()
        hits = [f for f in self._proof.frames if f.printed and f.x <= x < f.x + f.w and f.y <= y < f.y + f.h]
        return hits[-1] if hits else None

    # -- events ----------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another picture is due."""
        super().resizeEvent(event)
        self.resized.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the sheet below the pointer."""
        frame = self.frame_at(event.position())
        name = frame.name if frame is not None else ""
        if name != self._lit:
            self._lit = name
            self.setCursor(Qt.CursorShape.PointingHandCursor if name else Qt.CursorShape.ArrowCursor)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is lit any more."""
        super().leaveEvent(event)
        self._lit = ""
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the sheet."""
        frame = self.frame_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and frame is not None:
            self.sheet_clicked.emit(frame.name)
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and page keys leaf, Home and End go to the ends."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_PageUp: -1,
            Qt.Key.Key_PageDown: 1,
            Qt.Key.Key_Home: -10_000,
            Qt.Key.Key_End: 10_000,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    # -- painting --------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page, the sheets, and whether another one is on its way."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        page = self.page_rect()
        if not page.isEmpty():
            paint.outlined(painter, page.adjusted(-1, -1, 1, 3), 0, fill="line.strong")
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(page, self._image)
            if self._proof is not None and self._proof.page == WHOLE:
                self._paint_frames(painter, page, self._proof.frames)
        if self._busy and not self._late.isActive():
            self._paint_busy(painter)
        painter.end()

    def _paint_frames(self, painter: QPainter, page: QRectF, frames: tuple[Frame, ...]) -> None:
        painter.setFont(sized_font(12, 700))
        for frame in frames:
            rect = QRectF(
                page.x() + frame.x * page.width(),
                page.y() + frame.y * page.height(),
                frame.w * page.width(),
                frame.h * page.height(),
            )
            if not frame.printed:
                continue
            if frame.name == self._lit:
                tint = look().color("accent.base")
                tint.setAlphaF(0.12)
                painter.fillRect(rect, tint)
            painter.setPen(QPen(look().color("accent.base"), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0.6, 0.6, -0.6, -0.6))
            words = translate("ExportDialog", "Sheet {name}").format(name=frame.name)
            if painter.fontMetrics().horizontalAdvance(words) + 22 > rect.width():
                words = frame.name
            wide = painter.fontMetrics().horizontalAdvance(words) + 12
            label = QRectF(rect.right() - wide - 5, rect.bottom() - 23, wide, 18)
            paint.outlined(painter, label, 4, fill="accent.base")
            painter.setPen(look().color("ink.on_accent"))
            painter.drawText(label, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_busy(self, painter: QPainter) -> None:
        words = translate("ExportDialog", "Preview is being made…")
        painter.setFont(sized_font(13, 500))
        wide = painter.fontMetrics().horizontalAdvance(words) + 28
        chip = QRectF((self.width() - wide) / 2, self.height() / 2 - 16, wide, 32)
        paint.outlined(painter, chip, 16, fill="surface.raised", line="line.strong")
        painter.setPen(look().color("ink.2"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)
