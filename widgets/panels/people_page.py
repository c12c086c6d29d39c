"""People and channels: a sheet for each persona, and the channels with how often they are used.

A sheet is read; its chevron opens the fields.  The same rows, without the sheets, stand on the page of the map.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from model.document import Document
from model.fields import ACTORS
from model.i18n import number, translate
from model.journey import curve, marks
from model.personas import persona_name
from model.records import Persona
from model.scale import mean_text, score_text
from widgets.controls.buttons import IconButton
from widgets.controls.labels import PlainLabel
from widgets.controls.picture import Portrait
from widgets.panels.inspector_people import ChannelList, ChannelRow, PersonaList, PersonaRow, RecordRow
from widgets.panels.page import Page, Tools

PORTRAIT = 64
"""px across."""


def actor_title(persona: Persona) -> str:
    """What a persona is: customer, influencer; a word of a newer version as it is."""
    word = persona.actor or ACTORS[0].id
    return next((choice.title for choice in ACTORS if choice.id == word), word)


def feeling_words(document: Document, persona_id: str) -> str:
    """A persona's line in words: how many scores, their mean, the lowest point; empty without scores."""
    points = curve(document, persona_id)
    if not points:
        return ""
    mean = sum(point.score for point in points) / len(points)
    parts = [
        translate("People", "%n score(s)", n=len(points)),
        translate("People", "on average {mean}").format(mean=mean_text(mean, document.info.emotion_scale)),
    ]
    lowest = marks(points).lowest
    if lowest is not None:
        item = document.item_table[lowest.touchpoint_id]
        text = translate("People", "lowest {score} at N{number}")
        parts.append(text.format(score=score_text(lowest.score, document.info.emotion_scale), number=item.number))
    return ", ".join(parts)


class PersonaSheet(QWidget):
    """What is known of a persona, to be read; parts of which nothing is said are not there."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("clear", True)
        self.portrait = Portrait(PORTRAIT)
        self.role = PlainLabel("", "small", wrap=True)
        self.quote = PlainLabel("", wrap=True)
        self.texts = [PlainLabel("", "small", wrap=True) for _ in range(4)]
        top = QVBoxLayout()
        top.setSpacing(2)
        top.addWidget(self.role)
        top.addWidget(self.quote)
        top.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.portrait, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(top, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 2, 0, 12)
        column.setSpacing(4)
        column.addLayout(row)
        for label in self.texts:
            column.addWidget(label)

    def show_persona(self, document: Document, persona: Persona) -> None:
        """Show a persona."""
        asset = document.asset_table.get(persona.portrait or "")
        self.portrait.setVisible(asset is not None)
        self.portrait.show_picture(asset)
        self.portrait.setAccessibleName(translate("Panels", "Portrait of {name}").format(name=persona_name(persona)))
        self.role.set_source(" · ".join(part for part in (actor_title(persona), persona.role.strip()) if part))
        said = (
            persona.description,
            _told(translate("Panels", "Goals"), persona.goals),
            _told(translate("Panels", "Frustrations"), persona.frustrations),
            _told(translate("People", "Feeling"), feeling_words(document, persona.id)),
        )
        for label, text in ((self.quote, persona.quote), *zip(self.texts, said, strict=True)):
            label.set_source(text.strip())
            label.setVisible(bool(text.strip()))


def _told(name: str, text: str) -> str:
    return f"{name}: {text.strip()}" if text.strip() else ""


class SheetRow(PersonaRow):
    """A persona's row with its sheet below, while it is folded, and an eye that shows its line on the map."""

    def __init__(self, tools: Tools, persona_id: str) -> None:
        super().__init__(tools, persona_id)
        self.sheet = PersonaSheet()
        self.eye = IconButton("eye", self._eye_name, small=True)
        self.eye.setCheckable(True)
        self.eye.clicked.connect(self._eye_pressed)
        self.column.insertWidget(1, self.sheet)
        self.head.insertWidget(2, self.eye)
        self.unfold.toggled.connect(lambda on: self.sheet.setVisible(not on))

    def show_record(self) -> None:
        """Show the persona."""
        super().show_record()
        if self.there:
            self.sheet.show_persona(self.document, self.document.persona_table[self.record_id])
            shown = self.record_id in shown_personas(self._tools)
            self.eye.setChecked(shown)
            self.eye.set_icon("eye" if shown else "eye-off")
            self.eye.retranslate()

    def _eye_name(self) -> str:
        return translate("People", "Show the line of {name} on the map").format(name=self.title())

    def _eye_pressed(self, on: bool) -> None:
        show_persona(self._tools, self.record_id, on)
        self.show_record()


def shown_personas(tools: Tools) -> frozenset[str]:
    """The personas whose lines are on the map."""
    wanted = tools.editor.stage.options.persona_ids
    return wanted if wanted is not None else frozenset(tools.bridge.document.persona_table)


def show_persona(tools: Tools, persona_id: str, on: bool) -> None:
    """Show a persona's line on the map, or do not; it is a matter of this window, no edit."""
    every = frozenset(tools.bridge.document.persona_table)
    shown = shown_personas(tools) & every
    shown = shown | {persona_id} if on else shown - {persona_id}
    # All of them is no choice: a persona that is added later is shown too.
    tools.editor.stage.set_options(persona_ids=None if shown == every else shown)


class SheetList(PersonaList):
    """The personas with their sheets."""

    def make_row(self, record_id: str) -> RecordRow:
        """The row of a persona."""
        return SheetRow(self._tools, record_id)


class UsedChannelRow(ChannelRow):
    """A channel, and how many touchpoints run on it."""

    def __init__(self, tools: Tools, channel_id: str) -> None:
        super().__init__(tools, channel_id)
        self.used = PlainLabel("", "small")
        self.head.insertWidget(2, self.used)

    def show_record(self) -> None:
        """Show the channel."""
        super().show_record()
        count = sum(self.record_id in item.channel_ids for item in self.document.item_table.values())
        self.used.set_source(number(count))
        words = translate("People", "%n touchpoint(s)", n=count)
        self.used.setToolTip(words)
        self.used.setAccessibleName(words)


class UsedChannelList(ChannelList):
    """The channels with how often they are used."""

    def make_row(self, record_id: str) -> RecordRow:
        """The row of a channel."""
        return UsedChannelRow(self._tools, record_id)


class PeoplePage(Page):
    """The personas and the channels of the map."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.personas = SheetList(tools)
        self.channels = UsedChannelList(tools)
        self.column.addWidget(self.personas)
        self.column.addWidget(self.channels)

    def refresh(self) -> None:
        """Show them."""
        self.personas.refresh()
        self.channels.refresh()

    def first_field(self) -> QWidget | None:
        """The name of the first persona."""
        rows: Sequence[RecordRow] = list(self.personas.rows.rows.values())
        return rows[0].name if rows else self.personas.add_button
