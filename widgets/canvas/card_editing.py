"""What is done with the chosen cards, and with the feelings at touchpoints."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from model.commands import cards as card_commands
from model.commands.many import to_kind
from model.commands.places import Listing
from model.i18n import translate
from model.kinds import ITEM_KINDS
from widgets.canvas.gesture.feeling import with_score
from widgets.canvas.writing import Writing
from widgets.selection import emotion_key


class CardEditing(Writing):
    """Commands for cards, each one edit of history at most."""

    def delete_chosen(self) -> None:
        """Delete the chosen cards; the keyboard goes to the next one in their cell."""
        ids = self.selection.cards
        after = self._card_after(ids)
        changes = self.bridge.run(card_commands.delete_cards, ids)
        if changes:
            if after is not None:
                self.selection.choose_cards([after])
            self.toast.emit(translate("Canvas", "%n note(s) deleted", n=len(ids)), True)

    def _card_after(self, ids: tuple[str, ...]) -> str | None:
        """The card of the same cell that gets the keyboard when ``ids`` go."""
        item = self.bridge.document.item_table.get(self.selection.current or "")
        if item is None or item.place != "map":
            return None
        cell = self.bridge.document.cell(item.lane_id or "", item.step_id or "")
        stays = [other.id for other in cell if other.id not in ids]
        later = [other.id for other in cell[cell.index(item) :] if other.id not in ids]
        return later[0] if later else stays[-1] if stays else None

    def duplicate_selection(self) -> None:
        """A copy of each chosen card right behind it."""
        made = self.bridge.run(card_commands.duplicate_cards, self.selection.cards).added("items")
        if made:
            self.selection.choose_cards(made, made[0])

    def change_kind(self, kind: str) -> None:
        """Make the chosen cards another kind; what went by it, or stayed as it was, is said."""
        outcome = to_kind(self.bridge.document, self.selection.cards, kind)
        done = bool(self.bridge.apply(outcome.changes))
        if outcome.told:
            self.toast.emit(outcome.sentence, done)

    def to_inbox(self) -> None:
        """Move the chosen cards to the inbox."""
        self._to_list("inbox")

    def park_selection(self) -> None:
        """Move the chosen cards to the parking lot."""
        self._to_list("parking")

    def _to_list(self, place: str) -> None:
        target = Listing("parking" if place == "parking" else "inbox")
        ids = self.selection.cards
        if self.bridge.run(card_commands.move_cards, ids, target):
            sentence = (
                translate("Canvas", "%n note(s) parked", n=len(ids))
                if place == "parking"
                else translate("Canvas", "%n note(s) moved to the inbox", n=len(ids))
            )
            self.toast.emit(sentence, True)

    # -- feelings --------------------------------------------------------------------------------------------

    def set_score(self, score: int | None) -> None:
        """The feeling -2..+2 of the persona at the current touchpoint, and on to the next touchpoint of the map."""
        touchpoint = self._current_touchpoint()
        if touchpoint is None:
            return
        self.bridge.run(with_score, touchpoint, self.stage.persona, score)
        ids = [item.id for item in self.bridge.document.touchpoints]
        if touchpoint in ids:
            following = ids[min(ids.index(touchpoint) + 1, len(ids) - 1)]
            self.selection.choose_cards([following])
            self.reveal(following)

    def set_severity(self, severity: int) -> bool:
        """The severity 1 to 5 of the chosen cards that have one; False when none of them has."""
        table = self.bridge.document.item_table
        kinds = ((i, ITEM_KINDS.get(table[i].kind)) for i in self.selection.cards)
        pains = [i for i, kind in kinds if kind is not None and kind.severity]
        if pains:
            self.bridge.run(card_commands.set_card, pains, severity=severity)
        return bool(pains)

    def nudge_score(self, touchpoint: str, persona: str, by: int) -> None:
        """One score more or less at a point of a curve."""
        emotion = self.bridge.document.emotions.get((touchpoint, persona))
        if emotion is not None and emotion.score is not None:
            self.bridge.run(with_score, touchpoint, persona, max(-2, min(2, emotion.score + by)))

    def choose_feeling(self, touchpoint: str, persona: str) -> None:
        """Choose the point of a persona's curve at a touchpoint."""
        self.selection.choose("emotion", [emotion_key(touchpoint, persona)])
        for box in self.stage.layout.emotions.values():
            for series in box.series:
                for point in series.points:
                    if (point.touchpoint_id, point.persona_id) == (touchpoint, persona):
                        self.stage.reveal_rect(QRectF(point.x - 10, point.y - 10, 20, 20))
