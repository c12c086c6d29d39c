"""The page of one card: kind, text, place, and what its kind has (feelings, pains, channels, targets, severity)."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from model.commands.cards import set_card, set_text
from model.document import Document, card_number
from model.i18n import translate
from model.kinds import ITEM_KINDS
from model.records import Item
from widgets.controls.buttons import IconButton
from widgets.controls.faces import FacePicker
from widgets.controls.labels import PlainLabel
from widgets.controls.severity import SeverityPicker
from widgets.panels.card_menu import fill_card_menu, popup_kind_menu
from widgets.panels.fields import TextField
from widgets.panels.inspector_channels import ChannelsGroup
from widgets.panels.inspector_feeling import FeelingRow
from widgets.panels.inspector_links import AttachedGroup, TargetsGroup
from widgets.panels.page import INDENT, PADDING, Page, Tools
from widgets.panels.pieces import Group, KeyedColumn, KindChip

DRAFT_MS = 1000
"""How often a half-typed text goes to the journal."""


class CardPage(Page):
    """One card."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self._item_id = ""
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
        self.kebab = IconButton("dots", lambda: translate("Panels", "More for this note"), small=True)
        self.kebab.clicked.connect(self._menu)
        row = QHBoxLayout()
        row.setContentsMargins(INDENT, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.kind)
        row.addWidget(self.number)
        row.addStretch(1)
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
        self.severity_group = Group(lambda: translate("Panels", "Severity"))
        self.severity = SeverityPicker(lambda: translate("Panels", "Severity"))
        self.severity.severity_chosen.connect(self._severity_chosen)
        self.severity_group.add(self.severity)
        self.targets = TargetsGroup(tools)
        self.pains = AttachedGroup(tools, lambda: translate("Panels", "Pain points"), ("pain_point",))
        self.insights = AttachedGroup(
            tools, lambda: translate("Panels", "Insights and opportunities"), ("insight", "opportunity")
        )
        self.solutions = AttachedGroup(tools, lambda: translate("Panels", "Solutions"), ("solution",))
        self.channels = ChannelsGroup(tools)
        for group in (
            self.feelings,
            self.severity_group,
            self.targets,
            self.pains,
            self.insights,
            self.solutions,
            self.channels,
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
        self.place.set_source(place_line(self.document, item))
        touchpoint = item.kind == "touchpoint"
        self.feelings.setVisible(touchpoint)
        self.severity_group.setVisible(bool(known and known.severity))
        self.targets.setVisible(bool(known and known.attaches))
        for group in (self.pains, self.insights, self.solutions, self.channels):
            group.setVisible(touchpoint)
        if touchpoint:
            self.feeling_rows.show_keys([persona.id for persona in self.document.personas])
            for row in self.feeling_rows.rows.values():
                row.show_feeling(item.id)
            for attached in (self.pains, self.insights, self.solutions):
                attached.show_host(item.id)
            self.channels.show_card(item.id)
        if known is not None and known.severity and self.severity.value() != item.severity:
            self.severity.set_value(item.severity)
        if known is not None and known.attaches:
            self.targets.show_card(item.id)

    def first_field(self) -> QWidget | None:
        """The text."""
        return self.text

    def faces_of(self, persona_id: str) -> FacePicker:
        """The faces of a persona."""
        return self.feeling_rows.rows[persona_id].faces

    # -- edits -----------------------------------------------------------------------------------------------

    def _text_committed(self, text: str) -> None:
        self._end_draft()
        if self.item is not None:
            self.run(set_text, self._item_id, text)
        elif text.strip():
            # The card went away under the hand; its text does not.
            self.tools.editor.stage.rescue("note", text)

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

    def _severity_chosen(self, severity: int | None) -> None:
        if self.item is not None:
            self.run(set_card, [self._item_id], severity=severity)

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
