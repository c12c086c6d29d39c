"""The page of several cards: how many, what all of them may say, and what can be done with all of them."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.i18n import translate
from model.kinds import ITEM_KINDS
from model.records import Item
from widgets.controls.buttons import Button
from widgets.controls.labels import PlainLabel
from widgets.controls.pick_row import PickRow
from widgets.panels.card_menu import popup_kind_menu
from widgets.panels.field_editors import ScaleEditor
from widgets.panels.inspector_fields import FieldsArea
from widgets.panels.inspector_places import PlacesGroup
from widgets.panels.page import Page, Tools
from widgets.panels.pieces import Group, kind_title


class CardsPage(Page):
    """Several cards."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.count = PlainLabel("", "heading", wrap=True)
        self.kinds = PlainLabel("", "small", wrap=True)
        head = QVBoxLayout()
        head.setSpacing(3)
        head.addWidget(self.count)
        head.addWidget(self.kinds)
        self.column.addLayout(head)
        self.change_kind = Button(lambda: translate("Panels", "Change the kind"), icon_name="repeat")
        self.column.addWidget(self.change_kind)
        self.places = PlacesGroup(tools)
        self.column.addWidget(self.places)
        self.first = FieldsArea(tools, ("first",))
        self.more = FieldsArea(tools)
        self.column.addWidget(self.first)
        self.column.addWidget(self.more)
        editor = tools.editor
        self.change_kind.clicked.connect(
            lambda _checked=False: popup_kind_menu(self.change_kind, tools, self.change_kind.rect().bottomLeft())
        )
        self.duplicate = Button(lambda: translate("Panels", "Duplicate"), icon_name="copy")
        self.duplicate.clicked.connect(lambda _checked=False: editor.duplicate_selection())
        self.inbox = Button(lambda: translate("Panels", "To the inbox"), icon_name="inbox")
        self.inbox.clicked.connect(lambda _checked=False: editor.to_inbox())
        self.parking = Button(lambda: translate("Panels", "To the parking lot"), icon_name="car")
        self.parking.clicked.connect(lambda _checked=False: editor.park_selection())
        self.delete = Button(lambda: translate("Panels", "Delete"), "danger", icon_name="trash")
        self.delete.clicked.connect(lambda _checked=False: editor.delete_selection())
        self.actions_group = Group(lambda: translate("Panels", "All of them"))
        self.actions_group.add(self.duplicate, self.inbox, self.parking, self.delete)
        self.column.addWidget(self.actions_group)

    @property
    def items(self) -> list[Item]:
        """The chosen cards."""
        table = self.document.item_table
        return [table[i] for i in self.tools.selection.cards if i in table]

    @property
    def severity(self) -> PickRow:
        """The bars of the pain points among them."""
        editor = self.first.editor("severity")
        if not isinstance(editor, ScaleEditor):
            raise TypeError("severity is a scale")
        return editor.control

    def refresh(self) -> None:
        """Show the cards."""
        items = self.items
        if len(items) < 2:
            return
        self.count.set_source(translate("Panels", "%n note(s) chosen", n=len(items)))
        counted = Counter(item.kind for item in items)
        order = {kind: place for place, kind in enumerate(ITEM_KINDS)}
        rows = sorted(counted.items(), key=lambda row: order.get(row[0], len(order)))
        self.kinds.set_source(", ".join(f"{n} × {kind_title(kind)}" for kind, n in rows))
        self.places.show_items(items)
        for area in (self.first, self.more):
            area.show_items(items)
        self.inbox.setEnabled(any(item.place != "inbox" for item in items))
        self.parking.setEnabled(any(item.place != "parking" for item in items))

    def first_field(self) -> QWidget | None:
        """The first action."""
        self.change_kind.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return self.change_kind
