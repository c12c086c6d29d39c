"""The colour picker: a palette of named colours; a colour is never the only sign, so the name stands beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from model.i18n import QT_TRANSLATE_NOOP, translate
from model.values import dataclass
from widgets.controls.grid_popup import GridChoice, GridPopup
from widgets.controls.texts import TextSource
from widgets.look import paint
from widgets.look.fonts import sized_font
from widgets.look.theme import look


@dataclass(frozen=True, slots=True)
class Swatch:
    """A colour that can be chosen: what is stored (a place in the palette), its token, and its name."""

    value: int
    token: str
    name: str
    """A source text of the context "Controls"."""
    ink: str = "ink.on_accent"
    """The token of the tick on it."""
    dark_name: str = ""
    """The name in the dark theme, where that colour is quite another one."""

    @property
    def title(self) -> str:
        """The name in the current language, of the colour as it is seen now."""
        dark = self.dark_name and look().theme_name == "dark"
        return translate("Controls", self.dark_name if dark else self.name)


PHASE_SWATCHES: tuple[Swatch, ...] = tuple(
    Swatch(place, f"phase.palette.{place}", name)
    for place, name in enumerate(
        (
            QT_TRANSLATE_NOOP("Controls", "Blue"),
            QT_TRANSLATE_NOOP("Controls", "Petrol"),
            QT_TRANSLATE_NOOP("Controls", "Purple"),
            QT_TRANSLATE_NOOP("Controls", "Plum"),
            QT_TRANSLATE_NOOP("Controls", "Rust"),
            QT_TRANSLATE_NOOP("Controls", "Olive"),
            QT_TRANSLATE_NOOP("Controls", "Green"),
            QT_TRANSLATE_NOOP("Controls", "Slate"),
        )
    )
)
"""The colours of phases, steps and lanes."""

PERSONA_SWATCHES: tuple[Swatch, ...] = tuple(
    Swatch(place, f"persona.{place}", name, "focus.gap", QT_TRANSLATE_NOOP("Controls", "Cream") if place == 3 else "")
    for place, name in enumerate(
        (
            QT_TRANSLATE_NOOP("Controls", "Blue"),
            QT_TRANSLATE_NOOP("Controls", "Orange"),
            QT_TRANSLATE_NOOP("Controls", "Green"),
            QT_TRANSLATE_NOOP("Controls", "Aubergine"),
            QT_TRANSLATE_NOOP("Controls", "Raspberry"),
            QT_TRANSLATE_NOOP("Controls", "Grey"),
        )
    )
)
"""The colours of personas; each comes with its own dash and marker."""


class _SwatchChoice(GridChoice):
    def __init__(self, swatch: Swatch) -> None:
        super().__init__(swatch.value)
        self.swatch = swatch

    def title(self) -> str:
        return self.swatch.title

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(sized_font(14, 600)).horizontalAdvance(self.swatch.title) + 56, 34)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        on = self.isChecked()
        if on or self.underMouse():
            paint.outlined(painter, QRectF(self.rect()), 6, fill="surface.selected" if on else "raised.hover")
        box = QRectF(7, 6, 22, 22)
        paint.outlined(painter, box, 4, fill=self.swatch.token)
        if on:
            paint.tick(painter, box.adjusted(2, 2, -2, -2), look().color(self.swatch.ink))
        painter.setFont(sized_font(14, 600 if on else 400))
        painter.setPen(look().color("accent.ink" if on else "ink.1"))
        words = QRect(38, 0, self.width() - 40, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.swatch.title)
        painter.end()


class ColorPicker(GridPopup):
    """A popup with named colours in two columns."""

    color_chosen = Signal(object)
    """The user chose the swatch with this value."""

    def __init__(self, swatches: Sequence[Swatch], name: TextSource, parent: QWidget | None = None) -> None:
        super().__init__([_SwatchChoice(swatch) for swatch in swatches], 2, name, parent)

    def taken(self, value: object) -> None:
        """Tell the owner."""
        self.color_chosen.emit(value)
