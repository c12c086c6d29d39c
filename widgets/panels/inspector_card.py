"""The page of one card: kind, text, place; feelings and what hangs on it; then what its kind may say, by the tables."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from model.commands.cards import set_card, set_text
from model.document import Document, card_number
from model.i18n import translate
from model.kinds import ITEM_KINDS
from model.records import Item
from widgets.controls.buttons import IconButton
from widgets.controls.faces import FacePicker
from widgets.controls.labels import PlainLabel
from widgets.controls.pick_row import PickRow
from widgets.panels.card_menu import fill_card_menu, popup_kind_menu
from widgets.panels.field_editors import ScaleEditor
from widgets.panels.field_pictures import PicturesEditor
from widgets.panels.field_texts import TextField
from widgets.panels.inspector_actions import ActionsGroup
from widgets.panels.inspector_channels import ChannelsEditor, ChannelsGroup
from widgets.panels.inspector_feeling import FeelingRow
from widgets.panels.inspector_fields import FieldsArea, fields_of
from widgets.panels.inspector_links import AttachedGroup, TargetsGroup
from widgets.panels.inspector_relations import LinksGroup
from widgets.panels.page import INDENT, PADDING, Page, Tools
from widgets.panels.pieces import Group, KeyedColumn, KindChip
from widgets.picture_reader import PictureTarget

DRAFT_MS = 700
"""How often a half-typed text goes to the journal."""
STARRED = "moment_of_truth"
"""The field whose switch is the star at the top of the page."""


class CardPage(Page):
    """One card."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self._item_id = ""
        PictureTarget(self, pasting=False).given.connect(self._take_pictures)
        self.column.setContentsMargins(PADDING - INDENT, 8, PADDING - INDENT, PADDING)
        self._make_head()
        body = QWidget()
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(INDENT, 0, INDENT, 0)
        self._body.setSpacing(self.column.spacing())
        self.column.addWidget(body)
        self._make_groups()
        self._drafted = False
        self._drafting = QTimer(self)
        self._drafting.setInterval(DRAFT_MS)
        self._drafting.timeout.connect(self._tell_draft)
        self.text.typed.connect(lambda _text: self._drafting.start() if not self._drafting.isActive() else None)

    def _make_head(self) -> None:
        self.kind = KindChip()
        self.kind.clicked.connect(self._kind_menu)
        self.number = PlainLabel("", "faint")
        self.star = IconButton(
            "star", lambda: translate("Panels", "Moment of truth"), small=True, on_role="surface.panel"
        )
        self.star.setCheckable(True)
        self.star.setProperty("kind", "inverse")
        self.star.clicked.connect(self._starred)
        self.kebab = IconButton("dots", lambda: translate("Panels", "More for this note"), small=True)
        self.kebab.clicked.connect(self._menu)
        row = QHBoxLayout()
        row.setContentsMargins(INDENT, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.kind)
        row.addWidget(self.number)
        row.addStretch(1)
        row.addWidget(self.star)
        row.addWidget(self.kebab)
        self.text = TextField(
            lambda: translate("Panels", "Text of the note"), lambda: translate("Panels", "Empty note"), heading=True
        )
        self.text.committed.connect(self._text_committed)
        self.place = PlainLabel("", "small", wrap=True)
        self.place.setContentsMargins(INDENT, 0, INDENT, 0)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addLayout(row)
        head.addSpacing(2)
        head.addWidget(self.text)
        head.addWidget(self.place)
        self.column.addLayout(head)

    def _make_groups(self) -> None:
        tools = self.tools
        self.feelings = Group(lambda: translate("Panels", "Feeling"))
        self.feeling_rows: KeyedColumn[str, FeelingRow] = KeyedColumn(lambda persona: FeelingRow(tools, persona), 8)
        self.feelings.add(self.feeling_rows)
        self.first = FieldsArea(tools, ("first",), lambda field: field.type != "channels")
        self.targets = TargetsGroup(tools)
        self.pains = AttachedGroup(tools, lambda: translate("Panels", "Pain points"), ("pain_point",))
        self.insights = AttachedGroup(
            tools, lambda: translate("Panels", "Insights and opportunities"), ("insight", "opportunity")
        )
        self.solutions = AttachedGroup(tools, lambda: translate("Panels", "Solutions"), ("solution",))
        self.actions_group = ActionsGroup(tools)
        self.others: AttachedGroup | None = None
        self.links = LinksGroup(tools)
        self.channel_fields = FieldsArea(tools, ("first",), lambda field: field.type == "channels")
        self.more = FieldsArea(tools, wanted=lambda field: field.id != STARRED)
        for group in (
            self.feelings,
            self.first,
            self.targets,
            self.pains,
            self.insights,
            self.solutions,
            self.actions_group,
            self.links,
            self.channel_fields,
            self.more,
        ):
            group.hide()
            self._body.addWidget(group)

    # -- showing ---------------------------------------------------------------------------------------------

    @property
    def item(self) -> Item | None:
        """The card that is shown."""
        return self.document.item_table.get(self._item_id)

    def refresh(self) -> None:
        """Show the card."""
        current = self.tools.selection.current
        if self.tools.selection.kind != "cards" or current is None or current not in self.document.item_table:
            return
        self._item_id = current
        item = self.document.item_table[current]
        known = ITEM_KINDS.get(item.kind)
        channels = self.document.channel_table
        first = next((channels[c] for c in item.channel_ids if c in channels), None)
        self.kind.set_kind(item.kind, first.icon if first is not None and item.kind == "touchpoint" else "")
        self.number.set_source(card_number(item))
        self.text.show_value(item.text)
        place = place_line(self.document, item)
        if item.moment_of_truth:
            place = " · ".join(words for words in (place, translate("Panels", "moment of truth")) if words)
        self.place.set_source(place)
        touchpoint = item.kind == "touchpoint"
        self.feelings.setVisible(touchpoint)
        for area in (self.first, self.channel_fields, self.more):
            area.show_items([item])
        self.links.show_card(item.id)
        self.actions_group.setVisible(bool(known and known.actions) or item.id in self.document.actions_of)
        self.actions_group.show_card(item.id)
        self.star.setVisible(STARRED in [field.id for field in fields_of([item])])
        self.star.setChecked(item.moment_of_truth)
        self.star.set_icon("star-filled" if item.moment_of_truth else "star")
        self.targets.setVisible(bool(known and known.attaches))
        for group in (self.pains, self.insights, self.solutions):
            group.setVisible(touchpoint)
        if touchpoint:
            self.feeling_rows.show_keys([persona.id for persona in self.document.personas])
            for row in self.feeling_rows.rows.values():
                row.show_feeling(item.id)
            for attached in (self.pains, self.insights, self.solutions):
                attached.show_host(item.id)
        self._show_others(item, shown=touchpoint)
        if known is not None and known.attaches:
            self.targets.show_card(item.id)

    def _show_others(self, item: Item, *, shown: bool) -> None:
        """What hangs on a touchpoint of kinds that have no group of their own: those that were added from outside."""
        own = {kind for group in (self.pains, self.insights, self.solutions) for kind in group.kinds}
        kinds = [kind.id for kind in ITEM_KINDS.values() if kind.attaches and kind.id not in own]
        if self.others is None and shown and kinds:
            self.others = AttachedGroup(self.tools, lambda: translate("Panels", "Other notes"), kinds)
            self._body.insertWidget(self._body.indexOf(self.solutions) + 1, self.others)
        if self.others is not None:
            self.others.setVisible(shown)
            if shown:
                self.others.show_host(item.id)

    def first_field(self) -> QWidget | None:
        """The text."""
        return self.text

    @property
    def severity(self) -> PickRow:
        """The bars of a pain point."""
        editor = self.first.editor("severity")
        if not isinstance(editor, ScaleEditor):
            raise TypeError("severity is a scale")
        return editor.control

    @property
    def channels(self) -> ChannelsGroup:
        """The channels of a touchpoint."""
        editor = self.channel_fields.editor("channel_ids")
        if not isinstance(editor, ChannelsEditor):
            raise TypeError("channels have their own editor")
        return editor.group

    def faces_of(self, persona_id: str) -> FacePicker:
        """The faces of a persona."""
        return self.feeling_rows.rows[persona_id].faces

    # -- edits -----------------------------------------------------------------------------------------------

    def _text_committed(self, text: str) -> None:
        if self.item is not None:
            self.run(set_text, self._item_id, text)
        elif text.strip():
            # The card went away under the hand; its text does not.
            self.tools.editor.stage.rescue("note", text)
        self._end_draft()  # not before the text is kept

    def _tell_draft(self) -> None:
        if self.text.dirty and self.item is not None:
            self._drafted = True
            self.tools.editor.draft.emit(self._item_id, self.text.toPlainText())
        else:
            self._end_draft()

    def _end_draft(self) -> None:
        self._drafting.stop()
        if self._drafted:
            self._drafted = False
            self.tools.editor.draft.emit("", "")

    def _starred(self, on: bool) -> None:
        if self.item is not None:
            self.run(set_card, [self._item_id], moment_of_truth=on)

    def _take_pictures(self, data: QMimeData) -> None:
        """Add what was dropped anywhere on the page to the card."""
        editor = self.more.open("pictures")
        if isinstance(editor, PicturesEditor):
            editor.take_data(data)

    # -- menus -----------------------------------------------------------------------------------------------

    def _kind_menu(self) -> None:
        popup_kind_menu(self.kind, self.tools, self.kind.rect().bottomLeft())

    def _menu(self) -> None:
        menu = fill_card_menu(self.kebab, self.tools)
        menu.popup(self.kebab.mapToGlobal(self.kebab.rect().bottomLeft()))


def place_line(document: Document, item: Item) -> str:
    """Where a card stands: "6 Levering", with its step where that has a name."""
    if item.place == "inbox":
        return translate("Panels", "Inbox")
    if item.place == "parking":
        return translate("Panels", "Parking lot")
    phase = document.phase_of(item)
    if phase is None:
        return ""
    number = [p.id for p in document.phases].index(phase.id) + 1
    name = phase.name.strip() or translate("Panels", "Phase without a name")
    step = document.step_table[item.step_id or ""].name.strip()
    return f"{number} {name}" + (f" · {step}" if step else "")
