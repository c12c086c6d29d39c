"""The line at the bottom: whether everything is saved, what the map holds, and the zoom."""

from __future__ import annotations

from datetime import datetime
from math import log

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSlider, QWidget

from model.document import Document
from model.i18n import number, translate
from widgets.controls.buttons import Button, IconButton
from widgets.controls.empty import IconMark
from widgets.controls.labels import PlainLabel
from widgets.controls.texts import language_changed, name_for_readers

HEIGHT = 28
_STEPS = 100
"""The slider's places; zoom goes by powers, so that each step looks the same."""
ZOOM_LEAST, ZOOM_MOST = 0.1, 4.0


class StatusLine(QFrame):
    """28 px: safety at the left, counts, hint in the middle, zoom at the right."""

    zoom_chosen = Signal(float)
    """Zoom to this factor (1.0 is 100 %)."""
    fit_chosen = Signal()
    """Fit the map."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusline")
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 12, 0)
        row.setSpacing(8)
        self._mark = IconMark("shield-check", 15, "state.ok")
        self._saved = PlainLabel("", "small")
        self._counts = PlainLabel("", "small")
        self._hint = PlainLabel(lambda: translate("Window", "Drag with Alt to make a copy"), "small")
        self._out = IconButton("minus", lambda: translate("Window", "Zoom out"), small=True)
        self._in = IconButton("plus", lambda: translate("Window", "Zoom in"), small=True)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, _STEPS)
        self._slider.setFixedWidth(90)
        self._percent = PlainLabel("100 %", "small")
        self._percent.setMinimumWidth(44)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._fit = Button(lambda: translate("Window", "Fit"), "footer", icon_name="arrows-maximize", small=True)
        row.addWidget(self._mark)
        row.addWidget(self._saved)
        row.addSpacing(8)
        row.addWidget(self._counts)
        row.addStretch(1)
        row.addWidget(self._hint)
        row.addStretch(1)
        for widget in (self._out, self._slider, self._in, self._percent, self._fit):
            row.addWidget(widget)
        self._zoom = 1.0
        self._slider.valueChanged.connect(self._slid)
        self._out.clicked.connect(lambda _checked=False: self.zoom_chosen.emit(self._zoom / 1.25))
        self._in.clicked.connect(lambda _checked=False: self.zoom_chosen.emit(self._zoom * 1.25))
        self._fit.clicked.connect(lambda _checked=False: self.fit_chosen.emit())
        self._name_slider()

    def show_zoom(self, zoom: float) -> None:
        """Show a zoom factor."""
        self._zoom = zoom
        self._percent.set_source(lambda: f"{number(zoom * 100)} %")
        self._slider.blockSignals(True)
        self._slider.setValue(round(_place(zoom)))
        self._slider.blockSignals(False)

    def show_saved(self, *, safe: bool, modified: bool, saved_at: datetime | None) -> None:
        """Say whether the work is in its file, and if not, whether it is at least in the journal."""
        if not safe:
            self._mark.set_icon("shield-exclamation", "state.danger")
            self._saved.set_source(lambda: translate("Window", "Not protected"))
        elif modified:
            self._mark.set_icon("shield-check", "ink.2")
            self._saved.set_source(lambda: translate("Window", "Not saved yet, kept on this computer"))
        elif saved_at is not None:
            time = saved_at.strftime("%H:%M")
            self._mark.set_icon("shield-check", "state.ok")
            self._saved.set_source(lambda: translate("Window", "All saved {time}").format(time=time))
        else:
            self._mark.set_icon("shield-check", "state.ok")
            self._saved.set_source(lambda: translate("Window", "Nothing to save"))

    def show_counts(self, document: Document, chosen: int) -> None:
        """Say how many touchpoints and pain points there are, and how many cards are chosen."""
        pains = sum(item.kind == "pain_point" for item in document.placed)

        def text() -> str:
            parts = [
                translate("Window", "%n touchpoint(s)", n=len(document.touchpoints)),
                translate("Window", "%n pain point(s)", n=pains),
            ]
            if chosen:
                parts.append(translate("Window", "%n selected", n=chosen))
            return " · ".join(parts)

        self._counts.set_source(text)

    def show_hint(self, shown: bool) -> None:
        """Show the hint in the middle, where there is room."""
        self._hint.setVisible(shown)

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self._name_slider()
        super().changeEvent(event)

    def _name_slider(self) -> None:
        name_for_readers(self._slider, translate("Window", "Zoom"))

    def _slid(self, place: int) -> None:
        self.zoom_chosen.emit(ZOOM_LEAST * (ZOOM_MOST / ZOOM_LEAST) ** (place / _STEPS))


def _place(zoom: float) -> float:
    return _STEPS * log(max(zoom, ZOOM_LEAST) / ZOOM_LEAST) / log(ZOOM_MOST / ZOOM_LEAST)
