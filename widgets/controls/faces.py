"""The face picker: a feeling from -2 to +2, as five faces with their numbers in the map's scale."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from model.i18n import translate
from model.records import EmotionScale
from model.scale import SCORES, score_said, score_text
from widgets.controls.pick_row import PickButton, PickRow
from widgets.controls.texts import TextSource
from widgets.look.fonts import sized_font
from widgets.look.icons import paint_icon
from widgets.look.marks import paint_face
from widgets.look.theme import look


class _FaceButton(PickButton):
    def __init__(self, score: int, persona: int) -> None:
        super().__init__(score, QSize(48, 44))
        self.persona = persona
        self.aimed = False
        self.scale: EmotionScale = "signed"

    def draw(self, painter: QPainter) -> None:
        on = self.isChecked()
        left = (self.width() - 22) / 2
        opacity = 1.0 if on else 0.75
        top = 4 if self.scale != "faces" else 11
        paint_face(painter, QRectF(left, top, 22, 22), self.value, self.persona, opacity if self.isEnabled() else 0.35)
        if self.aimed:
            paint_icon(painter, "target", QRectF(left + 19, top - 3, 13, 13), look().color("ink.1" if on else "ink.2"))
        if self.scale == "faces":
            return
        painter.setFont(sized_font(12, 700 if on else 400))
        ink = "ink.disabled" if not self.isEnabled() else "accent.ink" if on else "ink.2"
        painter.setPen(look().color(ink))
        painter.drawText(
            QRect(0, 27, self.width(), 14), Qt.AlignmentFlag.AlignCenter, score_text(self.value, self.scale)
        )


class FacePicker(PickRow):
    """Five faces; ``persona`` counts the map's personas from 0 and gives them their shape.  Keys 1..5 are -2..+2.

    Below them stand the scores in the map's scale, unless it is one of faces.
    """

    score_chosen = Signal(object)
    """The user chose a score -2..+2, or None: no score."""

    def __init__(self, name: TextSource, *, persona: int = 0, parent: QWidget | None = None) -> None:
        self._faces = [_FaceButton(score, persona) for score in SCORES]
        self._scale: EmotionScale = "signed"
        super().__init__(self._faces, name, parent)

    def set_persona(self, persona: int) -> None:
        """Frame the faces like another persona's."""
        for face in self._faces:
            face.persona = persona
            face.update()

    def set_scale(self, scale: EmotionScale) -> None:
        """Write the scores in this scale."""
        if scale != self._scale:
            self._scale = scale
            for face in self._faces:
                face.scale = scale
                face.update()
            self.retranslate()

    def set_aim(self, score: int | None) -> None:
        """Mark the face that is aimed for, or none."""
        for face in self._faces:
            face.aimed = face.value == score
            face.update()
        self.retranslate()

    def describe(self, value: int) -> str:
        """The score and its word, and whether it is aimed for."""
        said = score_said(value, self._scale)
        if any(face.aimed and face.value == value for face in self._faces):
            said = translate("Controls", "{score}, aimed for").format(score=said)
        return said

    def report(self, value: int | None) -> None:
        """Tell the owner."""
        self.score_chosen.emit(value)
