"""What can be set about a wall: its lanes, and the room that is to read it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from model.i18n import translate
from model.layout.boxes import LaneBox
from model.legibility import IMAGE_M, SEAT_M, Room, metres, metres_text
from widgets.controls.choice import ChoiceToggles, Option
from widgets.controls.form import FormRow
from widgets.controls.labels import PlainLabel, SectionHeader
from widgets.controls.popup import Popup

WIDTH = 340
"""px."""


class LanesPopup(Popup):
    """The lanes of the map, any of which can stand on the wall; one always does."""

    chosen = Signal(tuple)
    """The ids of the lanes, in map order."""

    def __init__(self, lanes: Sequence[LaneBox], shown: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Wall", "Lanes on the wall"))
        self._lanes = [lane.id for lane in lanes]
        self._shown = tuple(shown)
        options = [
            Option(lane.id, lane.name.strip() or translate("Wall", "Lane without a name"), lane.icon) for lane in lanes
        ]
        self.toggles = ChoiceToggles(options, lambda: translate("Wall", "Lanes on the wall"))
        self.toggles.show_values(self._shown)
        self.toggles.changed.connect(self._changed)
        self.column.addWidget(SectionHeader(lambda: translate("Wall", "Lanes on the wall")))
        self.column.addWidget(self.toggles)
        self.setFixedWidth(WIDTH)
        margins = self.column.contentsMargins()
        self.toggles.setMinimumHeight(self.toggles.heightForWidth(WIDTH - margins.left() - margins.right()))

    def open_below(self, anchor: QWidget) -> None:
        """Open, with the keyboard on the first lane."""
        super().open_below(anchor)
        self.toggles.setFocus()

    def _changed(self, values: Sequence[str]) -> None:
        found = tuple(lane_id for lane_id in self._lanes if lane_id in values)
        if not found:
            self.toggles.show_values(self._shown)  # an empty wall helps nobody
            return
        self._shown = found
        self.chosen.emit(found)


class RoomPopup(Popup):
    """The height of the projected image and the farthest seat; below them what follows, in the words of ``told``."""

    chosen = Signal(object)
    """A :class:`model.legibility.Room`."""

    def __init__(self, room: Room, told: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Wall", "Image size and distance"))
        self._room, self._told = room, told
        self.image, self.seat = _Length(room.image_m), _Length(room.seat_m)
        self._rows = (
            FormRow(
                lambda: translate("Wall", "Height of the projected image"),
                self.image,
                hint=lambda: translate("Wall", "In m or cm, from edge to edge"),
            ),
            FormRow(
                lambda: translate("Wall", "Distance of the farthest seat"),
                self.seat,
                hint=lambda: translate("Wall", "In m, from the image"),
            ),
        )
        self.told = PlainLabel("", "small", wrap=True)
        for row in self._rows:
            self.column.addWidget(row)
        self.column.addWidget(self.told)
        for field in (self.image, self.seat):
            field.textEdited.connect(self._edited)
            field.returnPressed.connect(self.close)
        self.setFixedWidth(WIDTH)
        self.told.set_source(told)

    def open_below(self, anchor: QWidget) -> None:
        """Open, ready to type."""
        super().open_below(anchor)
        self.image.setFocus()
        self.image.selectAll()

    def _edited(self) -> None:
        image, seat = metres(self.image.text(), IMAGE_M, or_cm=True), metres(self.seat.text(), SEAT_M)
        wrong = translate("Wall", "Give a length from {least} to {most} m.")
        for row, value, (least, most) in zip(self._rows, (image, seat), (IMAGE_M, SEAT_M), strict=True):
            text = wrong.format(least=metres_text(least), most=metres_text(most))
            row.set_error("" if value is not None else text)
        room = Room(image or self._room.image_m, seat or self._room.seat_m)
        if room != self._room:
            self._room = room
            self.chosen.emit(room)
        self.told.set_source(self._told)
        self.adjustSize()


class _Length(QLineEdit):
    """A length in m."""

    def __init__(self, value: float) -> None:
        super().__init__()
        self.setText(f"{metres_text(value)} m")
