"""The links of a card in words ("is based on N12"), and the page of one link."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from model.commands.links import link_cards
from model.document import Document
from model.i18n import translate
from model.kinds import ITEM_KINDS, LINK_KINDS
from model.records import Item, Link
from widgets.controls.labels import PlainLabel
from widgets.controls.suggest import Suggestion
from widgets.panels.inspector_people import Unfold
from widgets.panels.link_details import LinkDetails
from widgets.panels.link_field import LinkField, card_words, link_offers
from widgets.panels.note_chip import NoteChip
from widgets.panels.page import Page, Tools, go_to_card
from widgets.panels.pieces import Group, KeyedColumn

Way = tuple[str, bool]
"""A kind of link, and whether the card is its target."""


def way_title(way: Way) -> str:
    """How links of a kind read from this end; the kind itself where this version does not know it."""
    known = LINK_KINDS.get(way[0])
    if known is None:
        return way[0]
    return known.backward_title if way[1] else known.forward_title


def ways_of(document: Document, item: Item) -> dict[Way, list[Link]]:
    """The links of a card by kind and direction, in the order of the table of kinds; "attach" stands elsewhere on the
    page."""
    found: dict[Way, list[Link]] = {}
    order = {kind: place for place, kind in enumerate(LINK_KINDS)}
    for end, links in (
        (False, document.links_from.get(item.id, ())),
        (True, document.links_to.get(item.id, ())),
    ):
        for link in links:
            known = LINK_KINDS.get(link.kind)
            if link.kind != "attach":
                found.setdefault((link.kind, end and not (known is not None and known.symmetric)), []).append(link)
    return dict(sorted(found.items(), key=lambda row: (order.get(row[0][0], len(order)), row[0][1])))


class LinkRow(QWidget):
    """The card at the other end of a link; unfolded, what can be said of the link."""

    def __init__(self, tools: Tools, link_id: str) -> None:
        super().__init__()
        self._tools = tools
        self.link_id = link_id
        self.details: LinkDetails | None = None
        self.chip = NoteChip(lambda: translate("Panels", "Delete removes the link."))
        self.chip.clicked.connect(lambda _checked=False: self._go())
        self.chip.removed.connect(self._remove)
        self._other = ""
        self.unfold = Unfold(self._unfold_name)
        self.unfold.toggled.connect(self._toggled)
        self.words = PlainLabel("", "small", wrap=True)
        self.words.hide()
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.chip, 1)
        head.addWidget(self.unfold)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addLayout(head)
        self._column.addWidget(self.words)

    def use_again(self, link_id: str) -> None:
        """Be the row of another link."""
        self.link_id = link_id
        self.unfold.setChecked(False)

    def show_link(self, item_id: str) -> None:
        """Show the link as it is seen from the card ``item_id``."""
        document = self._tools.bridge.document
        link = document.link_table.get(self.link_id)
        if link is None:
            return
        self._other = link.source_id if link.target_id == item_id else link.target_id
        other = document.item_table.get(self._other)
        if other is not None:
            self.chip.show_card(document, other, numbered=True)
        self.unfold.retranslate()
        carried = sum(1 for i in link.pain_point_ids if i in document.item_table)
        said = [link.text] if link.text else []
        if carried:
            said.append(translate("Panels", "%n pain point(s) on the way", n=carried))
        self.words.set_source(" · ".join(said))
        self.words.setVisible(bool(said) and not self.unfold.isChecked())
        if self.details is not None and self.unfold.isChecked():
            self.details.show_link(self.link_id)

    def _toggled(self, on: bool) -> None:
        if self.details is None:
            self.details = LinkDetails(self._tools)
            self._column.addWidget(self.details)
        self.details.setVisible(on)
        self.words.setVisible(bool(self.words.text()) and not on)
        if on:
            self.details.show_link(self.link_id)

    def _go(self) -> None:
        go_to_card(self._tools, self._other)

    def _remove(self) -> None:
        details = self.details or LinkDetails(self._tools)
        details.link_id = self.link_id
        details.take_away()

    def _unfold_name(self) -> str:
        other = self._tools.bridge.document.item_table.get(self._other)
        name = card_words(other) if other is not None else ""
        return translate("Panels", "More of the link to {name}").format(name=name)


class LinkBlock(QWidget):
    """The links of one kind: how they read, and the cards at their other ends."""

    def __init__(self, tools: Tools, way: Way) -> None:
        super().__init__()
        self._way = way
        self.title = PlainLabel(partial(way_title, way), "small", wrap=True)
        self.rows: KeyedColumn[str, LinkRow] = KeyedColumn(
            lambda link_id: LinkRow(tools, link_id), 4, again=LinkRow.use_again
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.title)
        column.addWidget(self.rows)

    def use_again(self, way: Way) -> None:
        """Be the block of another kind."""
        self._way = way
        self.title.set_source(partial(way_title, way))

    def show_links(self, item_id: str, links: list[Link]) -> None:
        """Show these links of a card."""
        self.rows.show_keys([link.id for link in links])
        for row in self.rows.rows.values():
            row.show_link(item_id)


class LinksGroup(Group):
    """All links of a card but those by which it hangs on touchpoints, and a field that makes one more."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(lambda: translate("Panels", "Links"))
        self._tools = tools
        self._item = ""
        self.blocks: KeyedColumn[Way, LinkBlock] = KeyedColumn(
            lambda way: LinkBlock(tools, way), 6, again=LinkBlock.use_again
        )
        self.field = LinkField(
            lambda: translate("Panels", "Link to a note"), lambda: translate("Panels", "Number or words"), self._offers
        )
        self.field.taken.connect(self._link)
        self.add_button = self.header.add_link(lambda: translate("Panels", "Link"), self.field.open)
        self.add(self.blocks, self.field)

    def show_card(self, item_id: str) -> None:
        """Show the links of the card ``item_id``; the group hides where it has none and can have none."""
        if item_id != self._item:
            self._item = item_id
            self.field.shut()
        document = self._tools.bridge.document
        item = document.item_table[item_id]
        ways = ways_of(document, item)
        self.blocks.show_keys(ways)
        for way, links in ways.items():
            self.blocks.rows[way].show_links(item_id, links)
        able = can_be_linked(item.kind)
        self.add_button.setVisible(able)
        self.setVisible(able or bool(ways))

    def _offers(self, typed: str) -> list[Suggestion]:
        document = self._tools.bridge.document
        item = document.item_table.get(self._item)
        return link_offers(document, item, typed) if item is not None else []

    def _link(self, value: object) -> None:
        if isinstance(value, tuple) and self._item in self._tools.bridge.document.item_table:
            kind, other = value
            self._tools.bridge.run(link_cards, kind, [self._item], other)


def can_be_linked(kind: str) -> bool:
    """Whether cards of a kind can have links beside those by which they hang on touchpoints."""
    return kind in ITEM_KINDS and any(
        kind in known.sources or kind in known.targets for known in LINK_KINDS.values() if known.id != "attach"
    )


class LinkPage(Page):
    """The page of a link that is chosen on the map: its two ends, and what can be said of it."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self._link = ""
        self.title = PlainLabel("", "heading", wrap=True)
        self.source = NoteChip(lambda: translate("Panels", "Delete removes the link."))
        self.verb = PlainLabel("", "small", wrap=True)
        self.target = NoteChip(lambda: translate("Panels", "Delete removes the link."))
        self.details = LinkDetails(tools)
        for chip in (self.source, self.target):
            chip.clicked.connect(partial(self._go, chip))
            chip.removed.connect(self.details.take_away)
        ends = QVBoxLayout()
        ends.setSpacing(3)
        for widget in (self.source, self.verb, self.target):
            ends.addWidget(widget)
        self.column.addWidget(self.title)
        self.column.addLayout(ends)
        self.column.addWidget(self.details)

    def refresh(self) -> None:
        """Show the link."""
        selection = self.tools.selection
        link = self.document.link_table.get(selection.current or "")
        if link is None:
            return
        known = LINK_KINDS.get(link.kind)
        self.title.set_source(known.title if known is not None else link.kind)
        self.verb.set_source(way_title((link.kind, False)))
        for chip, end in ((self.source, link.source_id), (self.target, link.target_id)):
            item = self.document.item_table.get(end)
            chip.setVisible(item is not None)
            if item is not None:
                chip.show_card(self.document, item, numbered=True)
        self.details.show_link(link.id)

    def first_field(self) -> QWidget | None:
        """The word at the line."""
        return self.details.text

    def _go(self, chip: NoteChip, _checked: bool = False) -> None:
        if chip.item is not None:
            go_to_card(self.tools, chip.item.id)
