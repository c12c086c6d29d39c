"""The face picker: a feeling from -2 to +2, as five faces with their numbers."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from model.i18n import QT_TRANSLATE_NOOP, signed, translate
from widgets.controls.pick_row import PickButton, PickRow
from widgets.controls.texts import TextSource
from widgets.look.fonts import sized_font
from widgets.look.icons import paint_icon
from widgets.look.marks import paint_face
from widgets.look.theme import look

SCORES = (-2, -1, 0, 1, 2)

_WORDS = {
    -2: QT_TRANSLATE_NOOP("Controls", "very bad"),
    -1: QT_TRANSLATE_NOOP("Controls", "bad"),
    0: QT_TRANSLATE_NOOP("Controls", "neutral"),
    1: QT_TRANSLATE_NOOP("Controls", "good"),
    2: QT_TRANSLATE_NOOP("Controls", "very good"),
}


class _FaceButton(PickButton):
    def __init__(self, score: int, persona: int) -> None:
        super().__init__(score, QSize(48, 44))
        self.persona = persona
        self.aimed = False

    def draw(self, painter: QPainter) -> None:
        on = self.isChecked()
        left = (self.width() - 22) / 2
        opacity = 1.0 if on else 0.75
        paint_face(painter, QRectF(left, 4, 22, 22), self.value, self.persona, opacity if self.isEnabled() else 0.35)
        if self.aimed:
            paint_icon(painter, "target", QRectF(left + 19, 1, 13, 13), look().color("ink.1" if on else "ink.2"))
        painter.setFont(sized_font(12, 700 if on else 400))
        ink = "ink.disabled" if not self.isEnabled() else "accent.ink" if on else "ink.2"
        painter.setPen(look().color(ink))
        painter.drawText(QRect(0, 27, self.width(), 14), Qt.AlignmentFlag.AlignCenter, signed(self.value))


class FacePicker(PickRow):
    """Five faces; ``persona`` counts the map's personas from 0 and gives them their shape.  Keys 1..5 are -2..+2."""

    score_chosen = Signal(object)
    """The user chose a score -2..+2, or None: no score."""

    def __init__(self, name: TextSource, *, persona: int = 0, parent: QWidget | None = None) -> None:
        self._faces = [_FaceButton(score, persona) for score in SCORES]
        super().__init__(self._faces, name, parent)

    def set_persona(self, persona: int) -> None:
        """Frame the faces like another persona's."""
        for face in self._faces:
            face.persona = persona
            face.update()

    def set_aim(self, score: int | None) -> None:
        """Mark the face that is aimed for, or none."""
        for face in self._faces:
            face.aimed = face.value == score
            face.update()
        self.retranslate()

    def describe(self, value: int) -> str:
        """The score and its word, and whether it is aimed for."""
        said = f"{signed(value)} {translate('Controls', _WORDS[value])}"
        if any(face.aimed and face.value == value for face in self._faces):
            said = translate("Controls", "{score}, aimed for").format(score=said)
        return said

    def report(self, value: int | None) -> None:
        """Tell the owner."""
        self.score_chosen.emit(value)
