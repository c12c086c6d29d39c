"""What can be said of all chosen cards at once, as menus: on the map, in the list and in the inbox.

What all of them say is ticked; where they differ the menu says so.  Each choice is one edit, and what cannot take it
is told (:mod:`model.commands.many`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QMenu, QWidget

from model.commands import many
from model.document import Document
from model.fields import ITEM_FIELDS, value_of
from model.i18n import translate
from model.itemlist import lane_title, persona_name, phase_title, step_title
from model.kinds import ITEM_KINDS, LANE_KINDS
from model.layout.cards import icon_of
from model.records import Item
from widgets.bridge import SessionBridge
from widgets.controls.popup import Popup
from widgets.controls.texts import name_for_readers
from widgets.look.icons import icon
from widgets.panels.field_lines import SuggestField
from widgets.panels.fields import one_line
from widgets.panels.said import said_elsewhere
from widgets.selection import Selection

Tell = Callable[[str, bool], object]
"""(sentence, whether undo takes it back) is to be said."""
Edit = Callable[[Document, Sequence[str]], many.Outcome]
_MOST_NAMES = 12
_WIDTH = 280


class QuickEdits:
    """The menus of one place: ``ids`` are the chosen cards."""

    def __init__(self, bridge: SessionBridge, ids: Sequence[str], tell: Tell, parent: QWidget) -> None:
        self._bridge, self._tell, self._parent = bridge, tell, parent
        self.ids = tuple(i for i in ids if i in bridge.document.item_table)

    @property
    def _document(self) -> Document:
        return self._bridge.document

    @property
    def _items(self) -> list[Item]:
        return [self._document.item_table[i] for i in self.ids]

    def give(self, edit: Edit) -> None:
        """Make an edit of the chosen cards, and say what did not take it."""
        outcome = edit(self._document, [i for i in self.ids if i in self._document.item_table])
        done = bool(self._bridge.apply(outcome.changes))
        if outcome.told:
            self._tell(outcome.sentence, done)

    # -- menus -----------------------------------------------------------------------------------------------

    def fill(self, menu: QMenu, before: QAction | None = None) -> None:
        """Put the menus into ``menu``, before an action of it or at its end; those that have nothing to offer are
        left out."""
        if not self.ids or self._bridge.session.refusal is not None:
            return
        makers = (self._kinds, self._phases, self._steps, self._lanes, self._channels, self._personas, self._evidence)
        made = [sub for make in makers if (sub := make(menu)) is not None]
        made += [sub for name in ("owner", "department", "tags") if (sub := self._names(menu, name)) is not None]
        for sub in made:
            if before is not None:
                menu.insertMenu(before, sub)
            else:
                menu.addMenu(sub)

    def _menu(self, parent: QMenu, title: str, icon_name: str, *, mixed: bool = False) -> QMenu:
        menu = QMenu(title.replace("&", "&&"), parent)
        menu.setIcon(icon(icon_name, 16))
        if mixed:
            menu.addAction(translate("Panels", "Several values")).setEnabled(False)
        return menu

    def _add(self, menu: QMenu, value: Any, title: str, run: Edit, *, on: bool = False, icon_name: str = "") -> None:
        action = menu.addAction(title.replace("&", "&&"))
        action.setData(value)
        if icon_name:
            action.setIcon(icon(icon_name, 16))
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda _checked=False: self.give(run))

    def _one(
        self, parent: QMenu, title: str, icon_name: str, values: set[Any], rows: Sequence[tuple[Any, str, str]], to: Any
    ) -> QMenu | None:
        """A menu of one of some: rows of (value, words, icon); ``to`` makes the edit of a value."""
        if not rows:
            return None
        menu = self._menu(parent, title, icon_name, mixed=len(values) > 1)
        for value, words, row_icon in rows:
            self._add(menu, value, words, partial(_with, to, value), on=values == {value}, icon_name=row_icon)
        return menu

    def _kinds(self, parent: QMenu) -> QMenu | None:
        rows = [(kind.id, kind.title, icon_of(kind.id)) for kind in ITEM_KINDS.values()]
        values = {item.kind for item in self._items}
        return self._one(parent, translate("Panels", "Change the kind"), "repeat", values, rows, many.to_kind)

    def _phases(self, parent: QMenu) -> QMenu | None:
        document = self._document
        rows = [(phase.id, phase_title(document, phase.id), "") for phase in document.phases]
        found = [document.phase_of(item) for item in self._items]
        values = {phase.id if phase is not None else "" for phase in found}
        return self._one(parent, translate("Panels", "Move to phase"), "arrow-right", values, rows, many.to_phase)

    def _steps(self, parent: QMenu) -> QMenu | None:
        """The steps of the phases in which the cards stand, where these have several."""
        document = self._document
        phases = {phase.id for item in self._items if (phase := document.phase_of(item)) is not None}
        rows = [
            (step.id, f"{phase_title(document, phase.id)} · {step_title(document, step.id)}", "")
            for phase in document.phases
            if phase.id in phases and len(document.steps_by_phase[phase.id]) > 1
            for step in document.steps_by_phase[phase.id]
        ]
        values = {item.step_id for item in self._items}
        return self._one(parent, translate("Panels", "Move to step"), "arrow-right", values, rows, many.to_step)

    def _lanes(self, parent: QMenu) -> QMenu | None:
        """The lanes that take one of the cards, where there is a choice."""
        rows = [
            (lane.id, lane_title(lane), LANE_KINDS[lane.kind].icon if lane.kind in LANE_KINDS else "")
            for lane in many.lanes_offered(self._document, self._items)
        ]
        values = {item.lane_id for item in self._items}
        return self._one(parent, translate("Panels", "Move to lane"), "arrow-down", values, rows, many.to_lane)

    def _channels(self, parent: QMenu) -> QMenu | None:
        rows = [(channel.id, channel.name, channel.icon) for channel in self._document.channels]
        return self._several(parent, "channel_ids", "world", rows)

    def _personas(self, parent: QMenu) -> QMenu | None:
        document = self._document
        rows = [(person.id, persona_name(document, person.id), "") for person in document.personas]
        return self._several(parent, "persona_ids", "users", rows)

    def _several(
        self, parent: QMenu, field_id: str, icon_name: str, rows: Sequence[tuple[str, str, str]]
    ) -> QMenu | None:
        """A menu of any of some: what all have is ticked, what some have says so."""
        field = ITEM_FIELDS[field_id]
        having = [item for item in self._items if many.has_field(item, field_id)]
        if not having or not rows:
            return None
        menu = self._menu(parent, field.title, icon_name)
        for value, words, row_icon in rows:
            count = sum(value in value_of(item, field) for item in having)
            on = count == len(having)
            title = words if on or not count else translate("Panels", "{name} (some of them)").format(name=words)
            edit = partial(_members, field_id, value, on)
            self._add(menu, value, title, edit, on=on, icon_name=_known_icon(row_icon))
        return menu

    def _evidence(self, parent: QMenu) -> QMenu | None:
        field = ITEM_FIELDS["evidence"]
        rows = [(choice.id, choice.title, "") for choice in field.choices]
        rows.append(("", translate("Panels", "Not said"), ""))
        values = {value_of(item, field) for item in self._items}
        return self._one(parent, field.title, "shield-check", values, rows, partial(_field, "evidence"))

    def _names(self, parent: QMenu, field_id: str) -> QMenu | None:
        """What the map says there, and a field for what it does not say yet."""
        field = ITEM_FIELDS[field_id]
        having = [item for item in self._items if many.has_field(item, field_id)]
        if not having:
            return None
        tags = field.type == "tags"
        known = list(said_elsewhere(self._document, field_id, ()))[:_MOST_NAMES]
        icons = {"owner": "user", "department": "building", "tags": "tag"}
        if tags:
            menu = self._several(parent, field_id, icons[field_id], [(word, word, "") for word in known])
            menu = menu or self._menu(parent, field.title, icons[field_id])
        else:
            values = {value_of(item, field) for item in having}
            rows = [(name, name, "") for name in known]
            if values != {""}:
                rows.append(("", translate("Panels", "Not said"), ""))
            set_it = partial(_field, field_id)
            menu = self._one(parent, field.title, icons[field_id], values, rows, set_it) or self._menu(
                parent, field.title, icons[field_id]
            )
        if not menu.isEmpty():
            menu.addSeparator()
        other = menu.addAction(translate("Panels", "Something else…"))
        other.triggered.connect(lambda _checked=False: self.ask(field_id))
        return menu

    def ask(self, field_id: str) -> NamePopup:
        """Ask what the chosen cards shall say in a field of names."""
        popup = NamePopup(field_id, lambda: said_elsewhere(self._document, field_id, ()), self._parent)
        if ITEM_FIELDS[field_id].type == "tags":
            popup.given = lambda word: self.give(partial(_members, field_id, word, False)) if word else None
        else:
            popup.given = lambda word: self.give(partial(_with, partial(_field, field_id), word))
        popup.open_at(QCursor.pos())
        return popup


class NamePopup(Popup):
    """One line for a name; Enter takes it, Esc does not."""

    def __init__(self, field_id: str, words: Callable[[], Sequence[str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.given: Callable[[str], object] = lambda _word: None
        title = ITEM_FIELDS[field_id].title
        name_for_readers(self, title)
        self.field = SuggestField(title, title, words)
        self.field.returnPressed.connect(self._take)
        self.column.addWidget(self.field)
        self.setFixedWidth(_WIDTH)

    def open_at(self, place: QPoint) -> None:
        """Open at a place of the screen, ready to type."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        x = min(max(place.x(), room.left()), room.right() - self.width())
        self.move(x, min(place.y(), room.bottom() - self.height()))
        self.show()
        self.field.setFocus()

    def _take(self) -> None:
        word = one_line(self.field.text())
        self.close()
        self.given(word)


def fill_quick_edits(
    menu: QMenu, bridge: SessionBridge, selection: Selection, tell: Tell, before: QAction | None = None
) -> None:
    """Put what can be said of the chosen cards into ``menu``."""
    QuickEdits(bridge, selection.cards, tell, menu.parentWidget() or menu).fill(menu, before)


def _with(to: Any, value: Any, document: Document, ids: Sequence[str]) -> many.Outcome:
    outcome: many.Outcome = to(document, ids, value)
    return outcome


def _field(field_id: str, document: Document, ids: Sequence[str], value: Any) -> many.Outcome:
    return many.set_field(document, ids, field_id, value)


def _members(field_id: str, value: str, on: bool, document: Document, ids: Sequence[str]) -> many.Outcome:
    return many.set_members(document, ids, field_id, () if on else (value,), (value,) if on else ())


def _known_icon(name: str) -> str:
    from model.draw.icons import ICON_NAMES

    return name if name in ICON_NAMES else ""
