"""What may be said of notes, as the tables of fields and kinds tell it, in groups.

The fields of the group "first" are always there.  Of the other groups those are there that say something; the rest are
words with a plus in a quiet row, which open the field and put the caret in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from model.commands import many
from model.commands.cards import set_card
from model.commands.pictures import add_pictures, remove_picture
from model.document import Document
from model.fields import COMMON, ITEM_FIELDS, ItemField, fields_named, says, value_of
from model.i18n import translate
from model.kinds import ITEM_KINDS
from model.records import Asset, Item
from widgets.controls.buttons import Button
from widgets.controls.flow import FlowLayout
from widgets.panels.edits import change_members
from widgets.panels.field_editors import (
    ChoiceEditor,
    ChoicesEditor,
    DayEditor,
    FieldEditor,
    Host,
    LineEditor,
    ParsedEditor,
    ScaleEditor,
    SwitchEditor,
    TagsEditor,
    TextEditor,
)
from widgets.panels.field_personas import PersonasEditor
from widgets.panels.field_pictures import PicturesEditor
from widgets.panels.field_system import SystemEditor, is_blind_spot
from widgets.panels.inspector_channels import ChannelsEditor
from widgets.panels.page import GAP, Tools
from widgets.panels.pieces import keep_in_sight

EDITORS: dict[str, Callable[[ItemField, Host], FieldEditor]] = {
    "text": TextEditor,
    "line": LineEditor,
    "choice": ChoiceEditor,
    "choices": ChoicesEditor,
    "scale": ScaleEditor,
    "percent": ParsedEditor,
    "duration": ParsedEditor,
    "date": DayEditor,
    "switch": SwitchEditor,
    "tags": TagsEditor,
    "channels": ChannelsEditor,
    "personas": PersonasEditor,
    "pictures": PicturesEditor,
}
"""The editor of each type of field."""

SPECIAL: dict[str, Callable[[ItemField, Host], FieldEditor]] = {"system": SystemEditor}
"""Fields with an editor of their own."""

ASKED_GROUPS = ("about", "people", "worth", "evidence")
"""The groups whose fields are there when they say something or are asked for, in order."""
TOGETHER = {"evidence": "evidence"}
"""Group -> the field that stands for it: asked for, the whole group comes, since its parts say little alone."""
_PAIRS = frozenset({("owner", "department"), ("time", "duration")})
"""Fields that stand side by side where both are there."""
TOGETHER_ANY = frozenset({"owner", "department", "persona_ids"})
"""Fields that are set for several notes also where some of them have no such field; these stay as they are."""
_ALONE = frozenset({"pictures"})
"""Types that belong to one note."""


def fields_of(items: Sequence[Item]) -> list[ItemField]:
    """The fields that some notes have, in the order of the table: of several notes those of the group "first" and of
    :data:`TOGETHER_ANY` that any of them has, and of the others those that all have."""
    rows = {item.kind: {field.id for field in own_fields(item)} for item in items}
    own = list(rows.values())
    return [
        field
        for field in ITEM_FIELDS.values()
        if (any if field.group == "first" or field.id in TOGETHER_ANY else all)(field.id in row for row in own)
        and (len(items) == 1 or field.type not in _ALONE)
    ]


def own_fields(item: Item) -> tuple[ItemField, ...]:
    """The fields of a note: those of its kind, the common ones for a kind that this version does not know."""
    known = ITEM_KINDS.get(item.kind)
    return known.fields if known is not None else fields_named(COMMON)


def speaks_unasked(field_id: str, document: Document, items: Sequence[Item]) -> bool:
    """Whether an empty field says something by being empty: a touchpoint that no system records, where others are."""
    return field_id == "system" and len(items) == 1 and is_blind_spot(document, items[0])


class FieldGroup(QWidget):
    """The fields of one group that are shown, and the words that ask for the others."""

    def __init__(self, host: Host, group: str, *, leads: bool) -> None:
        super().__init__()
        self._host = host
        self._leads = leads
        self.group = group
        self.editors: dict[str, FieldEditor] = {}
        self.chips: dict[str, Button] = {}
        self._words: dict[str, Button] = {}
        self._asked: set[str] = set()
        self._items: tuple[str, ...] = ()
        self._arranged: tuple[str, ...] = ()
        self.fields: dict[str, ItemField] = {}
        self._body = QWidget()
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(GAP)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._adds = QWidget()
        self._flow = FlowLayout(self._adds, 0)
        self._body.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._body)
        column.addWidget(self._adds)

    def show_items(self, items: Sequence[Item], fields: Iterable[ItemField]) -> None:
        """Show the fields of this group that these notes use, and offer the rest."""
        ids = tuple(item.id for item in items)
        if ids != self._items:
            self._items = ids
            self._asked.clear()
            for editor in self.editors.values():
                editor.part()
        self.fields = {field.id: field for field in fields if field.group == self.group}
        said = [key for key, field in self.fields.items() if any(says(item, field) for item in items)]
        if self.group not in ASKED_GROUPS:
            said = list(self.fields)
        said += [key for key in self.fields if key not in said and speaks_unasked(key, self._host.document, items)]
        if self.group in TOGETHER and said:
            said = list(self.fields)
        # What was there stays until other notes come: a field that one empties does not go from under the hand.
        self._asked |= set(said)
        shown = [key for key in self.fields if key in self._asked or self._held(key)]
        for key in shown:
            if key not in self.editors:
                make = SPECIAL.get(key, EDITORS[self.fields[key].type])
                self.editors[key] = make(self.fields[key], self._host)
        self._arrange(shown)
        own = {item.kind: {field.id for field in own_fields(item)} for item in items}
        for key in shown:
            self.editors[key].show_items([item for item in items if key in own[item.kind]])
        self._offer([key for key in self.fields if key not in shown])
        self.setVisible(bool(self.fields))

    def _held(self, key: str) -> bool:
        editor = self.editors.get(key)
        return editor is not None and editor.has_draft(self._items)

    def _arrange(self, shown: list[str]) -> None:
        if tuple(shown) == self._arranged:
            return
        self._arranged = tuple(shown)
        for key, editor in self.editors.items():
            self._grid.removeWidget(editor)
            if key not in shown:
                editor.hide()
        row = 0
        left = list(shown)
        while left:
            key = left.pop(0)
            if left and (key, left[0]) in _PAIRS:
                self._grid.addWidget(self.editors[key], row, 0, Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(self.editors[left[0]], row, 1, Qt.AlignmentFlag.AlignTop)
                self.editors[left.pop(0)].show()
            else:
                self._grid.addWidget(self.editors[key], row, 0, 1, 2)
            self.editors[key].show()
            row += 1
        self._body.setVisible(bool(shown))
        layout = self.layout()
        if layout is not None and not self._leads:  # rows of words alone need no air between them
            layout.setContentsMargins(0, GAP if shown else 0, 0, 0)

    def _offer(self, missing: list[str]) -> None:
        stands_for = TOGETHER.get(self.group)
        offered = [stands_for] if stands_for in missing else [] if self.group in TOGETHER else missing
        if list(self.chips) != offered:
            for key in offered:
                if key not in self._words:
                    self._words[key] = self._chip(self.fields[key])
                    self._flow.addWidget(self._words[key])
            for key, chip in self._words.items():
                chip.setVisible(key in offered)
            self.chips = {key: self._words[key] for key in offered}
            self._flow.sort(list(self.chips.values()))
            self._adds.updateGeometry()
        self._adds.setVisible(bool(offered))

    def _chip(self, field: ItemField) -> Button:
        chip = Button(
            lambda: field.title, "footer", icon_name="plus",
            description=lambda: field.prompt or translate("Panels", "Adds this field"),
        )  # fmt: skip
        chip.clicked.connect(lambda _checked=False: self.ask(field.id))
        return chip

    def ask(self, field_id: str) -> None:
        """Open a field and put the caret in it."""
        self.open(field_id)
        self.editors[field_id].begin()
        keep_in_sight(self.editors[field_id])

    def open(self, field_id: str) -> FieldEditor:
        """Show a field."""
        wanted = set(self.fields) if self.group in TOGETHER else {field_id}
        self._asked |= wanted & set(self.fields)
        table = self._host.document.item_table
        self.show_items([table[i] for i in self._items if i in table], self.fields.values())
        return self.editors[field_id]


class FieldsArea(QWidget):
    """The fields of some notes, in groups; only those that ``wanted`` lets through: others may stand elsewhere."""

    def __init__(
        self,
        tools: Tools,
        groups: Sequence[str] = ASKED_GROUPS,
        wanted: Callable[[ItemField], bool] = lambda field: True,
    ) -> None:
        super().__init__()
        self._tools = tools
        self._wanted = wanted
        self._ids: tuple[str, ...] = ()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.groups = {group: FieldGroup(self, group, leads=group == groups[0]) for group in groups}
        for group in self.groups.values():
            self.column.addWidget(group)

    # -- showing ---------------------------------------------------------------------------------------------

    def show_items(self, items: Sequence[Item]) -> None:
        """Show what these notes say."""
        self._ids = tuple(item.id for item in items)
        fields = [field for field in fields_of(items) if self._wanted(field)]
        for group in self.groups.values():
            group.show_items(items, fields)
        self.setVisible(any(field.group in self.groups for field in fields))

    def editor(self, field_id: str) -> FieldEditor:
        """The editor of a field that is shown, or was.  Raises KeyError for one that was never asked for."""
        return next(group.editors[field_id] for group in self.groups.values() if field_id in group.editors)

    def chip(self, field_id: str) -> Button:
        """The word that asks for a field.  Raises StopIteration where the field is there already."""
        return next(group.chips[field_id] for group in self.groups.values() if field_id in group.chips)

    def open(self, field_id: str) -> FieldEditor | None:
        """Show a field; None where these notes have none of that name."""
        group = next((group for group in self.groups.values() if field_id in group.fields), None)
        return group.open(field_id) if group is not None else None

    # -- the host of the editors -----------------------------------------------------------------------------

    @property
    def document(self) -> Document:
        """Today's document."""
        return self._tools.bridge.document

    @property
    def ids(self) -> tuple[str, ...]:
        """The notes that are shown."""
        return self._ids

    @property
    def there(self) -> list[str]:
        """Those of them that are still there: a field that loses the keyboard as its note goes has nobody to tell."""
        return [i for i in self._ids if i in self.document.item_table]

    def _having(self, field: ItemField) -> list[str]:
        return [i for i in self.there if field in own_fields(self.document.item_table[i])]

    def set_field(self, field: ItemField, value: Any) -> None:
        """Let all notes that have the field say ``value``; of several, how many have none is said."""
        ids = self._having(field)
        if not any(value_of(self.document.item_table[i], field) != value for i in ids):
            return
        if len(self.there) > 1:
            self._give(many.set_field(self.document, self.there, field.id, value))
        else:
            self._tools.bridge.run(set_card, ids, **{field.id: value})

    def change_members(self, field: ItemField, add: Sequence[str], drop: Sequence[str]) -> None:
        """Add to what each note says, and take away from it; of several, how many have no such field is said."""
        if len(self.there) > 1:
            self._give(many.set_members(self.document, self.there, field.id, tuple(add), tuple(drop)))
        else:
            self._tools.bridge.run(change_members, self._having(field), field.id, tuple(add), tuple(drop))

    def _give(self, outcome: many.Outcome) -> None:
        done = bool(self._tools.bridge.apply(outcome.changes))
        if outcome.told:
            self._tools.editor.toast.emit(outcome.sentence, done)

    def add_pictures(self, item_id: str, assets: Sequence[Asset]) -> None:
        """Give a note pictures, if it is still there."""
        if item_id in self.document.item_table:
            self._tools.bridge.run(add_pictures, item_id, assets)

    def remove_picture(self, asset_id: str) -> None:
        """Take a picture off the note."""
        for item_id in self.there[:1]:
            self._tools.bridge.run(remove_picture, item_id, asset_id)

    @property
    def tools(self) -> Tools:
        """What the pages share."""
        return self._tools
