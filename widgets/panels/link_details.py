"""What can be said of one link: its kind where it is a path, a word, the pain points on the way; and its removal."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from model.commands.links import reverse_link, set_link, unlink
from model.files.drafts import field_key
from model.i18n import translate
from model.kinds import LINK_KINDS, PAIN_POINT, LinkKind
from model.records import Link
from widgets.controls.buttons import Button
from widgets.controls.choice import ChoicePicker, Option
from widgets.controls.form import FormRow
from widgets.controls.suggest import Suggestion
from widgets.panels.fields import LineField
from widgets.panels.link_field import LinkField, card_words, ranked
from widgets.panels.note_chip import NoteChip, keep
from widgets.panels.page import Tools, go_to_card
from widgets.panels.pieces import Group, KeyedColumn


class LinkDetails(QWidget):
    """The fields of a link that :meth:`show_link` names."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self.link_id = ""
        self.kind = ChoicePicker(
            [_option(kind) for kind in LINK_KINDS.values() if kind.flow],
            lambda: translate("Panels", "Kind of link"),
            "chips",
        )
        self.kind.chosen.connect(self._kind_chosen)
        self.text = LineField(
            lambda: translate("Panels", "Word at the line"), lambda: translate("Panels", "For example: within a day")
        )
        self.text.committed.connect(lambda text: self._set(text=text))
        self.text.draft_of = lambda: field_key("links", (self.link_id,), "text")
        self.text_row = FormRow(lambda: translate("Panels", "Word at the line"), self.text, small=True)
        self.carried = Group(lambda: translate("Panels", "Pain points on the way"))
        self.carry_button = self.carried.header.add_link(lambda: translate("Panels", "Pain point"), self._open_field)
        self.pains: KeyedColumn[str, NoteChip] = KeyedColumn(self._chip, again=keep)
        self.pain_field = LinkField(
            lambda: translate("Panels", "Pain point on the way"),
            lambda: translate("Panels", "Number or words"),
            self._pain_offers,
        )
        self.pain_field.taken.connect(self._carry)
        self.carried.add(self.pains, self.pain_field)
        self.turn = Button(lambda: translate("Panels", "Turn round"), small=True, icon_name="arrows-horizontal")
        self.remove = Button(lambda: translate("Panels", "Remove link"), "danger", small=True)
        self.turn.clicked.connect(lambda _checked=False: self._turn())
        self.remove.clicked.connect(lambda _checked=False: self.take_away())
        ending = QHBoxLayout()
        ending.setSpacing(6)
        ending.addWidget(self.turn)
        ending.addStretch(1)
        ending.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(8)
        column.addWidget(self.kind)
        column.addWidget(self.text_row)
        column.addWidget(self.carried)
        column.addLayout(ending)

    @property
    def link(self) -> Link | None:
        """The link, while it is there."""
        return self._tools.bridge.document.link_table.get(self.link_id)

    def show_link(self, link_id: str) -> None:
        """Show a link."""
        if link_id != self.link_id:
            self.link_id = link_id
            self.pain_field.shut()
        link = self.link
        if link is None:
            return
        known = LINK_KINDS.get(link.kind)
        flow = known is not None and known.flow
        self.kind.setVisible(flow)
        if flow:
            self.kind.show_value(link.kind)
        self.text.show_value(link.text)
        table = self._tools.bridge.document.item_table
        pains = [i for i in link.pain_point_ids if i in table]
        self.carried.setVisible(flow or bool(pains))
        self.pains.show_keys(pains)
        for pain in pains:
            self.pains.rows[pain].show_card(self._tools.bridge.document, table[pain], numbered=True)
        self.turn.setVisible(flow and known is not None and not known.symmetric)

    def take_away(self) -> None:
        """Remove the link."""
        if self.link is not None:
            self._tools.bridge.run(unlink, [self.link_id])

    def _set(self, **fields: object) -> None:
        if self.link is not None:
            self._tools.bridge.run(set_link, self.link_id, **fields)

    def _kind_chosen(self, kind: str) -> None:
        link = self.link
        if link is not None and not kind:
            self.kind.show_value(link.kind)  # a path is of some kind
        else:
            self._set(kind=kind)

    def _turn(self) -> None:
        if self.link is not None:
            self._tools.bridge.run(reverse_link, self.link_id)

    def _chip(self, _pain_id: str) -> NoteChip:
        chip = NoteChip(lambda: translate("Panels", "Delete takes it off this way."))
        chip.clicked.connect(lambda _checked=False: go_to_card(self._tools, chip.item_id))
        chip.removed.connect(lambda: self._drop(chip.item_id))
        return chip

    def _open_field(self) -> None:
        self.pain_field.open()

    def _pain_offers(self, typed: str) -> list[Suggestion]:
        link = self.link
        held = link.pain_point_ids if link is not None else ()
        items = self._tools.bridge.document.item_table.values()
        pains = [item for item in items if item.kind == PAIN_POINT.id and item.id not in held]
        return [Suggestion(item.id, card_words(item), PAIN_POINT.icon) for item in ranked(pains, typed)]

    def _carry(self, pain_id: object) -> None:
        link = self.link
        if link is not None:
            self._set(pain_point_ids=(*link.pain_point_ids, str(pain_id)))

    def _drop(self, pain_id: str) -> None:
        link = self.link
        if link is not None:
            self._set(pain_point_ids=tuple(i for i in link.pain_point_ids if i != pain_id))


def _option(kind: LinkKind) -> Option:
    return Option(kind.id, lambda: kind.title, kind.icon)
