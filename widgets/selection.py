"""What is chosen: cards, or a phase, step, lane, feeling or link; shared by the canvas and the panels.

Selection is no edit: it is not in the document and not in its history.  It follows the document though: what
vanishes is no longer chosen, and undo brings back the choice that was there before the edit.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from PySide6.QtCore import QObject, Signal

from model.changes import ChangeSet
from model.values import dataclass
from widgets.bridge import SessionBridge

Kind = Literal["cards", "phase", "step", "lane", "emotion", "link", "none"]
"""What sort of thing is chosen.  An emotion's id is ``"touchpoint id/persona id"`` (see :func:`emotion_key`)."""

_TABLES: dict[str, str] = {
    "cards": "items",
    "phase": "phases",
    "step": "steps",
    "lane": "lanes",
    "link": "links",
}


def emotion_key(touchpoint_id: str, persona_id: str) -> str:
    """The id by which the feeling of a persona at a touchpoint is chosen."""
    return f"{touchpoint_id}/{persona_id}"


def split_emotion(key: str) -> tuple[str, str]:
    """(touchpoint id, persona id) of :func:`emotion_key`."""
    touchpoint, _, persona = key.partition("/")
    return touchpoint, persona


@dataclass(frozen=True, slots=True)
class Choice:
    """A state of the selection; ``current`` is the one of ``ids`` that the keyboard and the inspector mean."""

    kind: Kind = "none"
    ids: tuple[str, ...] = ()
    current: str | None = None


_NOTHING = Choice()


class Selection(QObject):
    """What is chosen in one window.

    Edits made by undo and redo choose what they changed, if that is what the edit itself had chosen.
    """

    changed = Signal()
    """Something else is chosen now."""

    def __init__(self, bridge: SessionBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._choice = _NOTHING
        # Step of history -> the choice before and after it; kept by the number of steps that were done.
        self._around: dict[int, tuple[Choice, Choice]] = {}
        bridge.changed.connect(self._document_changed)

    @property
    def kind(self) -> Kind:
        """What sort of thing is chosen."""
        return self._choice.kind

    @property
    def ids(self) -> tuple[str, ...]:
        """The chosen ids, in the order in which they were chosen."""
        return self._choice.ids

    @property
    def current(self) -> str | None:
        """The one that the keyboard and the inspector mean; None when nothing is chosen."""
        return self._choice.current

    @property
    def cards(self) -> tuple[str, ...]:
        """The chosen cards; empty when something else is chosen."""
        return self._choice.ids if self._choice.kind == "cards" else ()

    def __contains__(self, record_id: object) -> bool:
        return record_id in self._choice.ids

    def choose(self, kind: Kind, ids: Iterable[str] = (), current: str | None = None) -> None:
        """Choose ``ids`` and nothing else; ``current`` is the last of them unless named."""
        unique = tuple(dict.fromkeys(ids))
        if kind == "none" or not unique:
            self._set(_NOTHING)
        else:
            self._set(Choice(kind, unique, current if current in unique else unique[-1]))

    def choose_cards(self, ids: Iterable[str], current: str | None = None) -> None:
        """Choose cards."""
        self.choose("cards", ids, current)

    def toggle_card(self, item_id: str) -> None:
        """Add a card to the chosen cards, or take it away."""
        ids = list(self.cards)
        if item_id in ids:
            ids.remove(item_id)
            self.choose("cards", ids)
        else:
            self.choose("cards", [*ids, item_id], item_id)

    def clear(self) -> None:
        """Choose nothing."""
        self._set(_NOTHING)

    def _set(self, choice: Choice) -> None:
        if choice == self._choice:
            return
        self._choice = choice
        self._remember(choice)
        self.changed.emit()

    def _remember(self, choice: Choice) -> None:
        """What is chosen after an edit belongs to that edit, so that redo brings it back."""
        done = len(self._bridge.session.history.done)
        around = self._around.get(done)
        if around is not None:
            self._around[done] = (around[0], choice)

    def _document_changed(self, changes: ChangeSet, source: str) -> None:
        done = len(self._bridge.session.history.done)
        if source == "user":
            before = self._choice
            for step in [step for step in self._around if step > done]:
                del self._around[step]
            # An edit that was merged into the last step keeps the choice from before that step.
            self._around[done] = (self._around.get(done, (before, before))[0], before)
            self._set(self._pruned(before))
        elif source == "undo":
            self._set(self._pruned(self._around.get(done + 1, (self._choice, _NOTHING))[0]))
        elif source == "redo":
            self._set(self._pruned(self._around.get(done, (_NOTHING, self._choice))[1]))
        else:
            self._around.clear()
            self._set(self._pruned(self._choice))

    def _pruned(self, choice: Choice) -> Choice:
        """``choice`` without what is no longer there."""
        document = self._bridge.document
        if choice.kind == "emotion":
            ids = tuple(
                key
                for key in choice.ids
                if split_emotion(key)[0] in document.item_table and split_emotion(key)[1] in document.persona_table
            )
        else:
            table = document.tables.get(_TABLES.get(choice.kind, ""), {})
            ids = tuple(record_id for record_id in choice.ids if record_id in table)
        if not ids:
            return _NOTHING
        return Choice(choice.kind, ids, choice.current if choice.current in ids else ids[-1])
