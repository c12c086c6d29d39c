"""A switch: on or off at once, with no button to confirm it."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QEvent, QPoint, QRectF, QSize, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from widgets.controls.texts import TextSource, language_changed, name_for_readers, resolve
from widgets.look import paint
from widgets.look.theme import look

_WIDTH, _HEIGHT = 34, 20


class Switch(QCheckBox):
    """A switch of 34 x 20 in a target of 28; the words stand beside it in a row, ``name`` is for screen readers."""

    def __init__(self, name: TextSource, *, checked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._position = 1.0 if checked else 0.0
        self.setChecked(checked)
        self.setProperty("plain", True)
        self.setProperty("ringRadius", 13)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._slide = QVariantAnimation(self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.valueChanged.connect(self._moved)
        self.toggled.connect(self._go)
        self.retranslate()

    def retranslate(self) -> None:
        """Ask for the name again."""
        name_for_readers(self, resolve(self._name))

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """The drawn switch with room round it, so that the target is 28 high."""
        return QSize(_WIDTH + 6, 28)

    def minimumSizeHint(self) -> QSize:
        """Never smaller."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """All of it can be pressed."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The switch."""
        painter = QPainter(self)
        left, top = (self.width() - _WIDTH) / 2, (self.height() - _HEIGHT) / 2
        rect = QRectF(left, top, _WIDTH, _HEIGHT)
        paint.switch(painter, rect, position=self._position, enabled=self.isEnabled(), hover=self.underMouse())
        painter.end()

    def _go(self, on: bool) -> None:
        target = 1.0 if on else 0.0
        duration = look().motion("move") if self.isVisible() else 0
        self._slide.stop()
        if not duration:
            self._moved(target)
            return
        self._slide.setDuration(duration)
        self._slide.setStartValue(self._position)
        self._slide.setEndValue(target)
        self._slide.start()

    def _moved(self, position: float) -> None:
        self._position = position
        self.update()
