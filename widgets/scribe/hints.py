"""The keys of the scribe line that matter now, at its end; in their place a sentence where a key chooses nothing."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from model import scribe
from model.i18n import translate
from widgets.controls.labels import ElidedLabel, KeyCap, PlainLabel
from widgets.controls.texts import name_for_readers, plain_tooltip
from widgets.scribe.field import LETTER_CHORDS

PART = 0.4
"""What a sentence has of the width of its line."""


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
        self._sentence = ElidedLabel("", "small")
        self._sentence.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._sentence.hide()
        self._row.addWidget(self._sentence)
        self._room = True

    @property
    def sentence(self) -> str:
        """The sentence that stands there; "" for none."""
        return "" if self._sentence.isHidden() else self._sentence.text()

    def set_room(self, width: int, *, keys: bool) -> None:
        """The line is ``width`` px wide; whether it has room for keys.  A sentence finds some."""
        self._room = keys
        self._sentence.setFixedWidth(round(width * PART))
        self._show()

    def say(self, sentence: str) -> None:
        """Say ``sentence`` instead of the keys; "" shows the keys again."""
        if sentence == self.sentence:
            return
        self._sentence.set_source(sentence)
        self._sentence.setToolTip(plain_tooltip(sentence))
        self._sentence.setHidden(not sentence)
        self._show()
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _show(self) -> None:
        said = not self._sentence.isHidden()
        for pair in self._caps:
            for label in pair:
                label.setHidden(said)
        self.setVisible(said or self._room)

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
