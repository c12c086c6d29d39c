"""The keys of the scribe line that matter now, at its end."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from model import scribe
from model.i18n import translate
from widgets.controls.labels import KeyCap, PlainLabel
from widgets.controls.texts import name_for_readers
from widgets.scribe.field import LETTER_CHORDS


class Hints(QWidget):
    """The keys that matter now."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4, 0, 0, 0)
        self._row.setSpacing(6)
        self._caps: list[tuple[KeyCap, PlainLabel]] = []
        for _ in range(4):
            pair = (KeyCap(""), PlainLabel("", "small"))
            self._caps.append(pair)
            for label in pair:
                self._row.addWidget(label)
        self._correcting: bool | None = None

    def show_for(self, *, correcting: bool) -> None:
        """Show the keys for writing a note, or for correcting one."""
        if correcting:
            said = (
                ("Enter", translate("Scribe", "put back")),
                ("Ctrl+Enter", translate("Scribe", "split")),
                ("F2", translate("Scribe", "earlier one")),
                ("Esc", translate("Scribe", "leave as it was")),
            )
        else:
            pain = scribe.letter_of("pain_point")
            said = (
                ("Enter", translate("Scribe", "put down")),
                ("Alt →", translate("Scribe", "phase")),
                (f"Alt {pain.upper()}" if LETTER_CHORDS else f"/{pain}", translate("Scribe", "kind")),
                ("F2", translate("Scribe", "last one")),
            )
        for (cap, label), (key, words) in zip(self._caps, said, strict=True):
            cap.set_source(key)
            label.set_source(words)
        name_for_readers(self, "; ".join(f"{key}: {words}" for key, words in said))
