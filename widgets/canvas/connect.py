"""The command "Connect": from the chosen cards to a card that is clicked or named by its number.

The field at the card takes one number or several ("28", "28 30"); the line is shown meanwhile, as in a drag.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from model.document import card_number
from model.i18n import translate
from widgets.canvas.link_field import LinkField
from widgets.canvas.linking import Linking

if TYPE_CHECKING:
    from widgets.canvas.editor import MapEditor

_LONGEST = 40
"""Letters of a card's text that stand below the field."""


class Connect:
    """The command, from its field to the link."""

    def __init__(self, editor: MapEditor) -> None:
        self._editor = editor
        self._stage = editor.stage
        self.field = LinkField(editor.view.viewport())
        self._linking: Linking | None = None
        self._choosing = False
        self.field.edited.connect(self._typed)
        self.field.submitted.connect(self._submit)
        self.field.left.connect(self._left)
        editor.selection.changed.connect(self._selection_changed)

    @property
    def active(self) -> bool:
        """Whether it is under way."""
        return self._linking is not None

    def begin(self) -> bool:
        """Ask what the chosen cards are to be linked to; False where no card of the map is chosen."""
        stage = self._stage
        chosen = [i for i in self._editor.selection.cards if i in stage.layout.cards]
        if not chosen:
            stage.toast.emit(translate("Canvas", "Choose a note first, then connect it."), False)
            return False
        self.cancel()
        current = self._editor.selection.current
        sources = sorted(chosen, key=lambda i: i != current)
        self._editor.reveal(sources[0])
        self._linking = Linking(stage, sources)
        box = stage.layout.cards[sources[0]]
        seen = stage.view.viewportTransform().mapRect(QRectF(box.x, box.y, box.w, box.h))
        number = card_number(stage.document.item_table[sources[0]])
        heading = (
            translate("Canvas", "Connect {number} with").format(number=number)
            if len(sources) == 1
            else translate("Canvas", "Connect %n note(s) with", n=len(sources))
        )
        self.field.ask(heading, "", translate("Canvas", "Number, or click a note"), seen)
        return True

    def cancel(self) -> None:
        """Leave everything as it was."""
        if self._linking is None:
            return
        linking, self._linking = self._linking, None
        linking.clear()
        self._editor.tag.clear()
        had = self.field.edit.hasFocus()
        self.field.hide()
        if had:
            self._editor.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _left(self, _asked: bool) -> None:
        self.cancel()

    def _selection_changed(self) -> None:
        if self._linking is not None and set(self._editor.selection.cards) != set(self._linking.sources):
            self.cancel()

    # -- by number -------------------------------------------------------------------------------------------

    def _targets(self, text: str) -> tuple[list[str], str]:
        """The cards whose numbers stand in ``text``, and the first number that no card has ("" for none)."""
        document = self._stage.bridge.document
        found: list[str] = []
        for digits in re.findall(r"\d+", text):
            item = document.by_number(int(digits))
            if item is None:
                return found, digits
            found.append(item.id)
        return found, ""

    def _typed(self, text: str) -> None:
        linking = self._linking
        if linking is None:
            return
        targets, unknown = self._targets(text)
        if unknown or not targets:
            linking.show(None, None)
            self.field.say("")  # a number may still be half typed
            return
        words = linking.show(targets[-1], None)
        item = self._stage.bridge.document.item_table[targets[-1]]
        shown = " ".join(item.text.split())
        if len(shown) > _LONGEST:
            shown = shown[:_LONGEST].rstrip() + "…"
        self.field.say(f"{words}: {shown}", wrong=linking.kind_to(targets[-1]) is None)

    def _submit(self, text: str) -> None:
        linking = self._linking
        if linking is None:
            return
        targets, unknown = self._targets(text)
        if unknown:
            self.field.say(translate("Canvas", "There is no note N{number}.").format(number=unknown), wrong=True)
        elif not targets:
            self.field.say(translate("Canvas", "Type the number of a note, like 28."), wrong=True)
        elif any(linking.kind_to(target) is None for target in targets):
            wrong = next(target for target in targets if linking.kind_to(target) is None)
            self.field.say(self._refusal(wrong), wrong=True)
        else:
            at = self.field.mapToGlobal(self.field.rect().topLeft())
            self.cancel()
            linking.make(targets, at)

    def _refusal(self, target_id: str) -> str:
        number = card_number(self._stage.bridge.document.item_table[target_id])
        return translate("Canvas", "There is no link between these kinds of notes: {number}.").format(number=number)

    # -- by mouse --------------------------------------------------------------------------------------------

    def hover(self, point: QPointF, position: QPointF) -> None:
        """The pointer is here: show what a click would do."""
        if self._linking is not None:
            card = self._stage.layout.card_at(point.x(), point.y())
            words = self._linking.show(None if card is None else card.id, point)
            self._editor.tag.show_at(words, position)

    def press(self, point: QPointF, position: QPointF) -> bool:
        """A click on the map: link to the card there; beside cards it calls the command off.  Always used."""
        linking = self._linking
        if linking is None:
            return False
        card = self._stage.layout.card_at(point.x(), point.y())
        if card is not None and linking.kind_to(card.id) is None and card.id not in linking.sources:
            self._editor.tag.show_at(translate("Canvas", "Not here"), position)
            self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        self.cancel()
        self._editor.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if card is not None and card.id not in linking.sources:
            linking.make([card.id], self._stage.view.viewport().mapToGlobal(position.toPoint()))
        return True
