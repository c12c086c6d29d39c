"""The line at the bottom: whether everything is saved, what the map holds, and the zoom."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSlider, QWidget

from app.commands import CommandSet
from model.i18n import number, translate
from widgets.controls.buttons import Button, IconButton
from widgets.controls.empty import IconMark
from widgets.controls.labels import PlainLabel
from widgets.controls.texts import TextSource, language_changed, name_for_readers, plain_tooltip, set_property

if TYPE_CHECKING:
    from app.documents import OpenDocument
    from model.document import Document

HEIGHT = 28
_STEPS = 100
"""The slider's places; zoom goes by powers, so that each step looks the same."""
ZOOM_LEAST, ZOOM_MOST = 0.1, 4.0


class StatusLine(QFrame):
    """28 px: safety at the left, counts, hint in the middle, zoom at the right."""

    zoom_chosen = Signal(float)
    """Zoom to this factor (1.0 is 100 %)."""

    def __init__(self, commands: CommandSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusline")
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 12, 0)
        row.setSpacing(8)
        self._mark = IconMark("shield-check", 15, "state.ok")
        self._saved = PlainLabel("", "small")
        self._counts = PlainLabel("", "small")
        self._wall = Button("", "footer", icon_name="device-tv", small=True)
        self._time = Button("", "footer", icon_name="hourglass", small=True)
        self._hint = PlainLabel(lambda: translate("Window", "Drag with Alt to make a copy"), "small")
        self._out = IconButton("minus", lambda: commands.title("zoom_out"), small=True, role="ink.2")
        self._in = IconButton("plus", lambda: commands.title("zoom_in"), small=True, role="ink.2")
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
        for said, action_id in ((self._time, "timer"), (self._wall, "wall_room")):
            said.hide()
            said.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            said.clicked.connect(lambda _checked=False, done=action_id: commands[done].trigger())
            row.addWidget(said)
        row.addStretch(1)
        row.addWidget(self._hint)
        row.addStretch(1)
        for widget in (self._out, self._slider, self._in, self._percent, self._fit):
            row.addWidget(widget)
        self._zoom = 1.0
        self._roomy = self._on_canvas = True
        self._slider.valueChanged.connect(self._slid)
        for button, action_id in ((self._out, "zoom_out"), (self._in, "zoom_in"), (self._fit, "zoom_fit")):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked=False, done=action_id: commands[done].trigger())
        self._name_slider()

    def show_zoom(self, zoom: float) -> None:
        """Show a zoom factor."""
        self._zoom = zoom
        self._percent.set_source(lambda: f"{number(zoom * 100)} %")
        self._slider.blockSignals(True)
        self._slider.setValue(round(_place(zoom)))
        self._slider.blockSignals(False)

    def show_saved(self, document: OpenDocument, *, safe: bool) -> None:
        """Say whether the work is in its file, and if not, whether it is at least in the journal (``safe``)."""
        mark, color, ink, text = _safety(document, safe)
        self._mark.set_icon(mark, color)
        self._saved.set_source(text)
        set_property(self._saved, "textRole", ink)

    def safety_text(self) -> str:
        """What it says about the safety of the work."""
        return self._saved.text()

    def show_counts(self, document: Document, chosen: int) -> None:
        """Say how many touchpoints and pain points there are, and how many cards are chosen."""
        # Only the numbers go into the text, which stays until there is another one: the map may be closed by then.
        touchpoints = len(document.touchpoints)
        pains = sum(item.kind == "pain_point" for item in document.placed)

        def text() -> str:
            parts = [
                translate("Window", "%n touchpoint(s)", n=touchpoints),
                translate("Window", "%n pain point(s)", n=pains),
            ]
            if chosen:
                parts.append(translate("Window", "%n selected", n=chosen))
            return " · ".join(parts)

        if text() != self._counts.text():
            self._counts.set_source(text)

    def show_wall(self, words: str, sentence: str) -> None:
        """Say what the wall shows in ``words``, and in its tip why; "" while there is none."""
        self._wall.setVisible(bool(words))
        if (words, sentence) != (self._wall.text(), self._wall.accessibleDescription()):
            self._wall.set_source(words)
            name_for_readers(self._wall, words, sentence)
            self._wall.setToolTip(plain_tooltip(sentence))

    def wall_text(self) -> str:
        """What it says of the wall; "" while there is none."""
        return "" if self._wall.isHidden() else self._wall.text()

    def show_time(self, clock: str, label: str) -> None:
        """Show the time that the room has still, and for what; "" while there is no timer."""
        self._time.setVisible(bool(clock))
        self._time.set_source(f"{clock}  {label}".strip())

    def time_text(self) -> str:
        """The time that is shown; "" while there is no timer."""
        return "" if self._time.isHidden() else self._time.text()

    def show_zoom_controls(self, shown: bool) -> None:
        """Show what belongs to the canvas: the zoom, and the hint."""
        for widget in (self._out, self._slider, self._in, self._percent, self._fit):
            widget.setVisible(shown)
        self._on_canvas = shown
        self._hint.setVisible(shown and self._roomy)

    def show_hint(self, shown: bool) -> None:
        """Show the hint in the middle, where there is room."""
        self._roomy = shown
        self._hint.setVisible(shown and self._on_canvas)

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self._name_slider()
        super().changeEvent(event)

    def _name_slider(self) -> None:
        name_for_readers(self._slider, translate("Window", "Zoom"))

    def _slid(self, place: int) -> None:
        self.zoom_chosen.emit(ZOOM_LEAST * (ZOOM_MOST / ZOOM_LEAST) ** (place / _STEPS))


def _safety(document: OpenDocument, safe: bool) -> tuple[str, str, str, TextSource]:
    """(icon, its colour, role of the text, text)."""
    if not safe:
        return "shield-exclamation", "state.danger", "small", lambda: translate("Window", "Not protected")
    if document.only_to_look_at:
        return "lock", "ink.2", "small", lambda: translate("Window", "Read only")
    if document.modified:
        return "shield-check", "ink.2", "small", lambda: translate("Window", "Not saved yet, kept on this computer")
    saved = document.saved_at
    if saved is None:
        if document.path is None:
            return "shield-check", "ink.2", "small", lambda: translate("Window", "Nothing to save yet")
        return "shield-check", "state.ok", "ok", lambda: translate("Window", "All saved")
    time = saved.strftime("%H:%M")
    if not document.confirmed:
        return (
            "shield-exclamation",
            "state.warn",
            "small",
            lambda: translate("Window", "Saved {time}, not confirmed yet").format(time=time),
        )
    return "shield-check", "state.ok", "ok", lambda: translate("Window", "All saved {time}").format(time=time)


def _place(zoom: float) -> float:
    return _STEPS * log(max(zoom, ZOOM_LEAST) / ZOOM_LEAST) / log(ZOOM_MOST / ZOOM_LEAST)
