"""What the right panel shows: what is chosen, its trace, people and channels, the legend, or the check of the map.

The first is the usual one and follows the selection; the others are pages of their own in the same place.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from model.i18n import QT_TRANSLATE_NOOP, translate
from widgets.controls.segmented import Segment, Segmented
from widgets.look.icons import icon

Mode = Literal["details", "trace", "people", "legend", "check"]

MODES: dict[Mode, tuple[str, str]] = {
    "details": ("adjustments", QT_TRANSLATE_NOOP("Panels", "Details")),
    "trace": ("git-merge", QT_TRANSLATE_NOOP("Panels", "Trace")),
    "people": ("users", QT_TRANSLATE_NOOP("Panels", "People and channels")),
    "legend": ("palette", QT_TRANSLATE_NOOP("Panels", "Legend")),
    "check": ("circle-check", QT_TRANSLATE_NOOP("Panels", "Check")),
}
"""The icon and the name of each."""


def mode_title(mode: Mode) -> str:
    """A mode's name in the current language."""
    return translate("Panels", MODES[mode][1])


class ModeStrip(QWidget):
    """The icons at the top of the right panel, by which it is told what to show."""

    chosen = Signal(str)

    def __init__(self, modes: Iterable[Mode], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = Segmented(
            [
                Segment(mode, "", ready_icon=icon(MODES[mode][0], 16, "ink.1"), name=partial(mode_title, mode))
                for mode in modes
            ],
            lambda: translate("Panels", "What the panel shows"),
        )
        self.choice.chosen.connect(self.chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 2)
        row.addWidget(self.choice)
        row.addStretch(1)

    def show_mode(self, mode: Mode) -> None:
        """Show which one it is."""
        self.choice.set_value(mode)
