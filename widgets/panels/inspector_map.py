"""The page of the map itself, shown while nothing is chosen: title, scope, language, house style, personas, channels,
words."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from model.commands.grid import set_fields
from model.emotionwords import emotion_words
from model.files.drafts import field_key
from model.i18n import translate
from widgets.controls.buttons import Button
from widgets.controls.chip import Chip
from widgets.controls.empty import IconMark
from widgets.controls.flow import FlowLayout
from widgets.controls.form import FormRow
from widgets.controls.labels import PlainLabel
from widgets.controls.segmented import Segment, Segmented
from widgets.controls.texts import TextSource
from widgets.panels.edits import set_words
from widgets.panels.field_texts import TextField
from widgets.panels.fields import AddField
from widgets.panels.house_group import HouseGroup
from widgets.panels.inspector_people import ChannelList, PersonaList
from widgets.panels.page import Page, Tools
from widgets.panels.pieces import Group
from widgets.panels.scale_choice import ScaleChoice, scale_row


class MapPage(Page):
    """The map."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        hint = QHBoxLayout()
        hint.setSpacing(8)
        hint.addWidget(IconMark("pointer", 18))
        hint.addWidget(
            PlainLabel(
                lambda: translate("Panels", "Nothing selected. Pick a note to fill in feeling, pain and evidence."),
                "small",
                wrap=True,
            ),
            1,
        )
        self.column.addLayout(hint)
        self.title = self._field("title", lambda: translate("Panels", "Title of the map"))
        self.subtitle = self._field("subtitle", lambda: translate("Panels", "Subtitle"))
        self.scope = self._field("scope", lambda: translate("Panels", "Scope"))
        self.language = Segmented(
            [Segment("nl", "Nederlands"), Segment("en", "English")],
            lambda: translate("Panels", "Language of the map"),
            outlined=True,
        )
        self.language.chosen.connect(lambda code: self._set(language=code))
        self.column.addWidget(
            FormRow(
                lambda: translate("Panels", "Language of the map"),
                self.language,
                hint=lambda: translate("Panels", "For headings, hyphens and the poster."),
                small=True,
            )
        )
        self.scale = ScaleChoice()
        self.scale.chosen.connect(lambda scale: self._set(emotion_scale=scale))
        self.column.addWidget(scale_row(self.scale))
        self.house = HouseGroup(tools)
        self.personas = PersonaList(tools)
        self.channels = ChannelList(tools)
        self.words = WordList(tools)
        for group in (self.house, self.personas, self.channels, self.words):
            self.column.addWidget(group)

    def _field(self, field: str, label: TextSource) -> TextField:
        widget = TextField(label)
        widget.committed.connect(lambda text: self._set(**{field: text.strip()}))
        widget.draft_of = lambda: field_key("map", ("map",), field)
        self.column.addWidget(FormRow(label, widget, small=True))
        return widget

    def _set(self, **fields: str) -> None:
        self.run(set_fields, "map", "map", **fields)

    def refresh(self) -> None:
        """Show the map."""
        info = self.document.info
        self.title.show_value(info.title)
        self.subtitle.show_value(info.subtitle)
        self.scope.show_value(info.scope)
        self.language.set_value(info.language)
        self.scale.set_value(info.emotion_scale)
        self.house.refresh()
        self.personas.refresh()
        self.channels.refresh()
        self.words.refresh()

    def first_field(self) -> QWidget | None:
        """The title."""
        return self.title


class WordList(Group):
    """The words offered for a feeling: the map's own, or those of its language."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(lambda: translate("Panels", "Words for feelings"))
        self._tools = tools
        self._shown: tuple[str, ...] = ()
        self.chips: dict[str, Chip] = {}
        self.header.add_link(lambda: translate("Panels", "Word"), self._open_field)
        self._row = QWidget()
        self._flow = FlowLayout(self._row, 4)
        self.field = AddField(
            lambda: translate("Panels", "New word for a feeling"), lambda: translate("Panels", "Type, then Enter")
        )
        self.field.added.connect(self._added)
        self.usual = self._usual_button()
        self.add(self._row, self.field, self.usual)

    def _usual_button(self) -> Button:
        button = Button(lambda: translate("Panels", "Back to the usual words"), "link", icon_name="arrow-back-up")
        button.clicked.connect(lambda _checked=False: self._tools.bridge.run(set_words, ()))
        return button

    def refresh(self) -> None:
        """Show the words."""
        info = self._tools.bridge.document.info
        words = emotion_words(info)
        self.usual.setVisible(bool(info.emotion_words))
        if words == self._shown:
            return
        focused = next((i for i, chip in enumerate(self.chips.values()) if chip.hasFocus()), None)
        self._shown = words
        self._flow.clear()
        self.chips = {}
        for word in words:
            chip = Chip(word, removable=True)
            chip.removed.connect(partial(self._removed, word))
            self.chips[word] = chip
            self._flow.addWidget(chip)
            chip.show()
        rows = list(self.chips.values())
        if focused is not None and rows:
            rows[min(focused, len(rows) - 1)].setFocus()
        self._row.updateGeometry()

    def _open_field(self) -> None:
        self.field.open()

    def _added(self, word: str) -> None:
        words = emotion_words(self._tools.bridge.document.info)
        if word.casefold() not in [known.casefold() for known in words]:
            self._tools.bridge.run(set_words, (*words, word))

    def _removed(self, word: str) -> None:
        words = emotion_words(self._tools.bridge.document.info)
        self._tools.bridge.run(set_words, tuple(known for known in words if known != word))
