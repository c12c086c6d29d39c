"""The lists of personas and channels in the page of the map: each row unfolds to all of its fields."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from model.commands import grid
from model.commands.pictures import set_portrait
from model.document import Document
from model.fields import ACTORS, Choice
from model.files.drafts import field_key
from model.i18n import translate
from model.layout.emotion import persona_color
from model.records import Asset
from widgets.controls.buttons import Button, IconButton
from widgets.controls.choice import ChoicePicker, Option
from widgets.controls.color_picker import PERSONA_SWATCHES
from widgets.controls.form import FormRow
from widgets.controls.persona_line import PersonaLine
from widgets.controls.segmented import Segmented
from widgets.controls.texts import TextSource, resolve
from widgets.look.settle import settle
from widgets.look.theme import look
from widgets.panels.edits import row_of, shifted
from widgets.panels.field_texts import TextField
from widgets.panels.fields import AddField, LineField
from widgets.panels.inspector_channels import IconChoice, medium_segments
from widgets.panels.page import Tools
from widgets.panels.pieces import ColorButton, Group, KeyedColumn
from widgets.panels.portrait_field import PortraitField


class Unfold(IconButton):
    """A chevron that shows more of a row."""

    def __init__(self, name: TextSource) -> None:
        self.open_name = name
        super().__init__("chevron-right", name, small=True)
        self.setCheckable(True)
        self.toggled.connect(lambda on: self.set_icon("chevron-down" if on else "chevron-right"))


class RecordRow(QWidget):
    """A row of a list: a sign and a name; unfolded, the rest of the fields, its place and its removal.

    ``sign`` stands before the name.  Subclasses fill ``fields`` and answer :meth:`show_record`.
    """

    unfolded = Signal(str)
    """This row was opened (its id): the others close."""

    def __init__(self, tools: Tools, table: str, record_id: str, sign: QWidget, placeholder: TextSource) -> None:
        super().__init__()
        self._tools, self._table, self.record_id = tools, table, record_id
        self.name = LineField(self._name_label, placeholder)
        self.name.setProperty("quiet", True)  # a list of names is no form
        self.says(self.name, "name")
        self.unfold = Unfold(self._unfold_label)
        self.unfold.toggled.connect(self._toggled)
        self.head = QHBoxLayout()
        self.head.setSpacing(2)
        self.head.addWidget(sign)
        self.head.addWidget(self.name, 1)
        self.head.addWidget(self.unfold)
        self.details = QWidget()
        self.fields = QVBoxLayout(self.details)
        self.fields.setContentsMargins(0, 4, 0, 8)
        self.fields.setSpacing(8)
        self.details.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addLayout(self.head)
        self.column.addWidget(self.details)

    def add_ending(self, remove_text: TextSource, remove: Callable[[], object]) -> None:
        """The buttons below the fields: up, down, remove."""
        self.up = IconButton("chevron-up", lambda: translate("Panels", "Move up"), small=True)
        self.down = IconButton("chevron-down", lambda: translate("Panels", "Move down"), small=True)
        self.remove = Button(remove_text, "danger", small=True)
        self.up.clicked.connect(lambda _checked=False: self._shift(-1))
        self.down.clicked.connect(lambda _checked=False: self._shift(1))
        self.remove.clicked.connect(lambda _checked=False: remove())
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.up)
        row.addWidget(self.down)
        row.addStretch(1)
        row.addWidget(self.remove)
        self.fields.addLayout(row)

    @property
    def document(self) -> Document:
        """Today's document."""
        return self._tools.bridge.document

    @property
    def there(self) -> bool:
        """Whether the record is still there (a field that loses the keyboard as its row goes has nobody to tell)."""
        return self.record_id in self.document.tables[self._table]

    def change(self, **fields: object) -> None:
        """Change fields of the record."""
        if self.there:
            self._tools.bridge.run(grid.set_fields, self._table, self.record_id, **fields)

    def says(self, widget: LineField | TextField, field: str) -> None:
        """Let ``widget`` write ``field`` of the record, and the journal keep what is half typed in it."""
        widget.committed.connect(lambda text: self.change(**{field: text}))
        widget.draft_of = lambda: field_key(self._table, (self.record_id,), field)

    def show_record(self) -> None:
        """Show the record; subclasses show the rest of it."""
        row = row_of(self.document, self._table, self.record_id)
        at = row.index(self.record_id)
        self.up.setEnabled(at > 0)
        self.down.setEnabled(at + 1 < len(row))
        self.unfold.retranslate()
        self.name.retranslate()

    def set_open(self, on: bool) -> None:
        """Unfold the row, or fold it."""
        self.unfold.setChecked(on)

    def title(self) -> str:
        """What the row is called."""
        return self.name.text().strip() or resolve(self.name.placeholderText())

    def _toggled(self, on: bool) -> None:
        self.details.setVisible(on)
        settle()
        if on:
            self.unfolded.emit(self.record_id)

    def _shift(self, by: int) -> None:
        if self.there:
            self._tools.bridge.run(shifted, self._table, self.record_id, by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with Up or Down moves the row."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._shift(by)
        else:
            super().keyPressEvent(event)

    def _name_label(self) -> str:
        raise NotImplementedError

    def _unfold_label(self) -> str:
        return translate("Panels", "More of {name}").format(name=self.title() if hasattr(self, "name") else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline below an open row."""
        if self.details.isHidden():
            return
        painter = QPainter(self)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), look().color("line.hair"))
        painter.end()


class PersonaRow(RecordRow):
    """One persona."""

    def __init__(self, tools: Tools, persona_id: str) -> None:
        self.line = PersonaLine(0, "persona.0")
        super().__init__(tools, "personas", persona_id, self.line, lambda: translate("Map", "Unnamed persona"))
        self.role = LineField(
            lambda: translate("Panels", "Role"), lambda: translate("Panels", "Customer, influencer, colleague")
        )
        self.color = ColorButton(PERSONA_SWATCHES, lambda: translate("Panels", "Colour"))
        self.portrait = PortraitField(lambda: translate("Panels", "Portrait of {name}").format(name=self.title()))
        self.portrait.taken.connect(self._portrayed)
        self.actor = ChoicePicker(
            [_actor(choice) for choice in ACTORS], lambda: translate("Panels", "Who this is"), "chips"
        )
        self.actor.chosen.connect(self._actor_chosen)
        self.description = TextField(lambda: translate("Panels", "Description"))
        self.says(self.description, "description")
        self.quote = TextField(lambda: translate("Panels", "Quote"))
        self.goals = TextField(lambda: translate("Panels", "Goals"))
        self.frustrations = TextField(lambda: translate("Panels", "Frustrations"))
        self.says(self.role, "role")
        self.color.color_chosen.connect(lambda color: self.change(color=color))
        self.says(self.quote, "quote")
        self.says(self.goals, "goals")
        self.says(self.frustrations, "frustrations")
        self.fields.addWidget(self.portrait)
        self.fields.addWidget(FormRow(lambda: translate("Panels", "Role"), self.role, small=True))
        who = Group(lambda: translate("Panels", "Who this is"))
        who.add(self.actor)
        self.fields.addWidget(who)
        self.fields.addWidget(FormRow(lambda: translate("Panels", "Description"), self.description, small=True))
        colour = Group(lambda: translate("Panels", "Colour"))
        colour.add(self.color)
        self.fields.addWidget(colour)
        self.fields.addWidget(FormRow(lambda: translate("Panels", "Quote"), self.quote, small=True))
        self.fields.addWidget(FormRow(lambda: translate("Panels", "Goals"), self.goals, small=True))
        self.fields.addWidget(FormRow(lambda: translate("Panels", "Frustrations"), self.frustrations, small=True))
        self.add_ending(lambda: translate("Panels", "Remove persona"), self._remove)

    def _name_label(self) -> str:
        return translate("Panels", "Name of the persona")

    def show_record(self) -> None:
        """Show the persona."""
        if not self.there:
            return
        persona = self.document.persona_table[self.record_id]
        place = [p.id for p in self.document.personas].index(self.record_id)
        token = persona_color(persona, place)
        self.line.set_persona(place, token, chosen=place == 0)
        self.name.show_value(persona.name)
        self.role.show_value(persona.role)
        self.portrait.show_picture(self.document.asset_table.get(persona.portrait or ""))
        self.actor.show_value(persona.actor or ACTORS[0].id)
        self.description.show_value(persona.description)
        self.color.show_color(persona.color, token)
        self.quote.show_value(persona.quote)
        self.goals.show_value(persona.goals)
        self.frustrations.show_value(persona.frustrations)
        super().show_record()

    def _actor_chosen(self, actor: str) -> None:
        # Nothing said is the customer.
        self.change(actor="" if actor in ("", ACTORS[0].id) else actor)
        self.show_record()

    def _portrayed(self, asset: object) -> None:
        if self.there:
            self._tools.bridge.run(set_portrait, self.record_id, asset if isinstance(asset, Asset) else None)

    def _remove(self) -> None:
        felt = sum(emotion.persona_id == self.record_id for emotion in self.document.emotion_table.values())
        named = sum(self.record_id in item.persona_ids for item in self.document.item_table.values())
        if self._tools.bridge.run(grid.remove_persona, self.record_id):
            said = translate("Panels", "Persona removed.")
            if felt:
                said += " " + translate("Panels", "%n feeling(s) went with it.", n=felt)
            if named:
                said += " " + translate("Panels", "%n note(s) name it no longer.", n=named)
            self._tools.editor.toast.emit(said, True)


def _actor(choice: Choice) -> Option:
    return Option(choice.id, lambda: choice.title, choice.icon)


class ChannelRow(RecordRow):
    """One channel."""

    def __init__(self, tools: Tools, channel_id: str) -> None:
        self.icon = IconChoice()
        super().__init__(
            tools, "channels", channel_id, self.icon, lambda: translate("Panels", "Channel without a name")
        )
        self.icon.chosen.connect(lambda name: self.change(icon=name))
        self.medium = Segmented(medium_segments(), lambda: translate("Panels", "Medium"), outlined=True)
        self.medium.chosen.connect(lambda medium: self.change(medium=medium))
        self.fields.addWidget(self.medium)
        self.add_ending(lambda: translate("Panels", "Remove channel"), self._remove)

    def _name_label(self) -> str:
        return translate("Panels", "Name of the channel")

    def show_record(self) -> None:
        """Show the channel."""
        if not self.there:
            return
        channel = self.document.channel_table[self.record_id]
        if self.icon.icon_name != channel.icon:
            self.icon.show_icon(channel.icon)
        self.name.show_value(channel.name)
        if self.medium.value() != channel.medium:
            self.medium.set_value(channel.medium)
        super().show_record()

    def _remove(self) -> None:
        used = sum(self.record_id in item.channel_ids for item in self.document.item_table.values())
        if self._tools.bridge.run(grid.remove_channel, self.record_id):
            said = translate("Panels", "Channel removed.")
            if used:
                said += " " + translate("Panels", "%n touchpoint(s) had it.", n=used)
            self._tools.editor.toast.emit(said, True)


class _RecordList(Group):
    """The rows of a table and the field that adds one."""

    def __init__(self, tools: Tools, text: TextSource, add_text: TextSource, field_name: TextSource) -> None:
        super().__init__(text)
        self._tools = tools
        self.rows: KeyedColumn[str, RecordRow] = KeyedColumn(self._made, 0)
        self.field = AddField(field_name, field_name)
        self.add_button = self.header.add_link(add_text, self.field.open)
        self.field.added.connect(self._add)
        self.add(self.rows, self.field)

    def _made(self, record_id: str) -> RecordRow:
        row = self.make_row(record_id)
        row.unfolded.connect(self._one_open)
        return row

    def make_row(self, record_id: str) -> RecordRow:
        """The row of a record."""
        raise NotImplementedError

    def ids(self) -> list[str]:
        """The ids of the records, in order."""
        raise NotImplementedError

    def _add(self, name: str) -> None:
        raise NotImplementedError

    def refresh(self) -> None:
        """Show the records."""
        self.rows.show_keys(self.ids())
        for row in self.rows.rows.values():
            row.show_record()

    def _one_open(self, record_id: str) -> None:
        for key, row in self.rows.rows.items():
            if key != record_id:
                row.set_open(False)


class PersonaList(_RecordList):
    """The personas of the map."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(
            tools,
            lambda: translate("Panels", "Personas"),
            lambda: translate("Panels", "Persona"),
            lambda: translate("Panels", "Name of the new persona"),
        )

    def make_row(self, record_id: str) -> RecordRow:
        """The row of a persona."""
        return PersonaRow(self._tools, record_id)

    def ids(self) -> list[str]:
        """The personas, in order."""
        return [persona.id for persona in self._tools.bridge.document.personas]

    def _add(self, name: str) -> None:
        self._tools.bridge.run(grid.add_persona, name)


class ChannelList(_RecordList):
    """The channels of the map."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(
            tools,
            lambda: translate("Panels", "Channels"),
            lambda: translate("Panels", "Channel"),
            lambda: translate("Panels", "Name of the new channel"),
        )

    def make_row(self, record_id: str) -> RecordRow:
        """The row of a channel."""
        return ChannelRow(self._tools, record_id)

    def ids(self) -> list[str]:
        """The channels, in order."""
        return [channel.id for channel in self._tools.bridge.document.channels]

    def _add(self, name: str) -> None:
        self._tools.bridge.run(grid.add_channel, name)
