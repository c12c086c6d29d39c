"""One editor for each type of field of a note, as model.fields names them.

An editor shows what one note says, or several; where they say different things it shows that they do.  A field of a
kind of note that was added from outside has its editor by its type, without a word about it here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.document import Document
from model.fields import EVIDENCE, Choice, ItemField, parse_duration, shown, value_of
from model.files.drafts import field_key
from model.i18n import translate
from model.records import Asset, Item
from widgets.controls.chip import Chip
from widgets.controls.choice import ChoicePicker, ChoiceToggles, Option, Shape
from widgets.controls.flow import FlowLayout
from widgets.controls.form import FormRow, SwitchRow
from widgets.controls.labels import PlainLabel
from widgets.controls.pick_row import PickRow
from widgets.controls.scale import ScalePicker
from widgets.controls.severity import SeverityPicker
from widgets.controls.suggest import Suggestion, Suggestions, matching_words
from widgets.controls.switch import Switch
from widgets.panels.field_lines import DateField, ParsedField, SuggestField
from widgets.panels.field_texts import TextField
from widgets.panels.fields import AddField, LineField
from widgets.panels.page import Tools
from widgets.panels.pieces import Group
from widgets.panels.said import said_elsewhere

_SEGMENTS = 3
"""Up to so many choices stand side by side; more of them are chips."""


class Host(Protocol):
    """What an editor works for: some notes of a map."""

    @property
    def document(self) -> Document:
        """Today's document."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The notes that are shown."""

    def set_field(self, field: ItemField, value: Any) -> None:
        """Let all of them say ``value``."""

    def change_members(self, field: ItemField, add: Sequence[str], drop: Sequence[str]) -> None:
        """Add to what each of them says, and take away from it."""

    def add_pictures(self, item_id: str, assets: Sequence[Asset]) -> None:
        """Give a note pictures."""

    def remove_picture(self, asset_id: str) -> None:
        """Take a picture away."""

    @property
    def tools(self) -> Tools:
        """What the pages of the inspector share."""


class FieldEditor(QWidget):
    """The editor of one field.  Subclasses build it, and show values in :meth:`show_values`."""

    def __init__(self, field: ItemField, host: Host) -> None:
        super().__init__()
        self.field, self.host = field, host
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(5)
        self._shown: tuple[str, ...] = ()

    def show_items(self, items: Sequence[Item]) -> None:
        """Show what ``items`` say there."""
        ids = tuple(item.id for item in items)
        if ids != self._shown:
            self.part()
            self._shown = ids
            self.arrive(ids)
        self.show_values([value_of(item, self.field) for item in items])

    def show_values(self, values: list[Any]) -> None:
        """Show these values, one for each note."""
        raise NotImplementedError

    def part(self) -> None:
        """Take leave of the notes that are shown: others come."""
        if self._shown:
            self.leave(self._shown)
            self._shown = ()

    def leave(self, ids: tuple[str, ...]) -> None:
        """These notes go; what is half typed and not understood belongs to them."""

    def arrive(self, ids: tuple[str, ...]) -> None:
        """These notes come, perhaps again."""

    def has_draft(self, ids: tuple[str, ...]) -> bool:
        """Whether something was typed for these notes that is not understood."""
        return False

    def target(self) -> QWidget:
        """What takes the keyboard when the field is asked for."""
        raise NotImplementedError

    def begin(self) -> None:
        """Put the caret into the field."""
        self.target().setFocus(Qt.FocusReason.OtherFocusReason)

    def hint(self) -> str:
        """What to write there; where the notes differ, that they do."""
        return translate("Panels", "Several values") if self._mixed else self.field.prompt

    _mixed = False
    _mixed_words: PlainLabel | None = None
    tells_mixed = True
    """Whether it takes a line of words to say that the notes differ; a field to type in says so itself."""

    def settle(self, values: list[Any]) -> Any:
        """The one value of all notes, or the empty one where they differ."""
        first = values[0] if values else self.field.empty
        self.tell_mixed(any(value != first for value in values[1:]))
        return self.field.empty if self._mixed else first

    def shared(self, values: list[Any]) -> tuple[str, ...]:
        """What all notes hold."""
        found = common(values)
        self.tell_mixed(any(tuple(value) != found for value in values))
        return found

    def tell_mixed(self, mixed: bool) -> None:
        """Say that the notes differ, or no more."""
        self._mixed = mixed
        if mixed and self.tells_mixed and self._mixed_words is None:
            self._mixed_words = PlainLabel(lambda: translate("Panels", "Several values"), "small")
            self.column.addWidget(self._mixed_words)
        if self._mixed_words is not None:
            self._mixed_words.setVisible(mixed)


class TextEditor(FieldEditor):
    """Several lines; the field grows with its text."""

    tells_mixed = False

    def __init__(self, field: ItemField, host: Host) -> None:
        super().__init__(field, host)
        self.control = TextField(lambda: field.title, self.hint)
        self.control.committed.connect(lambda text: host.set_field(field, text))
        self.control.draft_of = lambda: field_key("items", host.ids, field.id)
        self.column.addWidget(FormRow(lambda: field.title, self.control, small=True))

    def show_values(self, values: list[Any]) -> None:
        """Show the text."""
        text = str(self.settle(values))
        self.control.retranslate()
        self.control.show_value(text)

    def target(self) -> QWidget:
        """The field."""
        return self.control


class LineEditor(FieldEditor):
    """One line, with what other notes say there where the field asks for that."""

    tells_mixed = False

    def __init__(self, field: ItemField, host: Host) -> None:
        super().__init__(field, host)
        self.control: LineField
        if field.suggest:
            self.control = SuggestField(
                lambda: field.title, self.hint, lambda: said_elsewhere(host.document, field.id, host.ids)
            )
        else:
            self.control = LineField(lambda: field.title, self.hint)
        self.control.committed.connect(lambda text: host.set_field(field, text))
        self.control.draft_of = lambda: field_key("items", host.ids, field.id)
        self.column.addWidget(FormRow(lambda: field.title, self.control, small=True))

    def show_values(self, values: list[Any]) -> None:
        """Show the text."""
        text = str(self.settle(values))
        self.control.retranslate()
        self.control.show_value(text)

    def target(self) -> QWidget:
        """The field."""
        return self.control


class ChoiceEditor(FieldEditor):
    """One of some choices, or none: segments, or chips where there are many.  Evidence has its marks."""

    def __init__(self, field: ItemField, host: Host) -> None:
        super().__init__(field, host)
        shape: Shape = "segments" if len(field.choices) <= _SEGMENTS else "chips"
        self.control = ChoicePicker(options_of(field), lambda: field.title, shape)
        self.control.chosen.connect(lambda value: host.set_field(field, value))
        self.column.addWidget(titled(field, self.control))

    def show_values(self, values: list[Any]) -> None:
        """Show the choice."""
        value = str(self.settle(values))
        self.control.show_value(value, mixed=self._mixed)

    def target(self) -> QWidget:
        """The first choice."""
        return self.control.button(self.control.value() or self.field.choices[0].id)


class ChoicesEditor(FieldEditor):
    """Any of some choices, as chips.  Of several notes those are lit that all of them have."""

    def __init__(self, field: ItemField, host: Host) -> None:
        super().__init__(field, host)
        self.control = ChoiceToggles(options_of(field), lambda: field.title)
        self.control.changed.connect(self._changed)
        self._common: tuple[str, ...] = ()
        self.column.addWidget(titled(field, self.control))

    def show_values(self, values: list[Any]) -> None:
        """Show the choices."""
        self._common = self.shared(values)
        self.control.show_values(self._common, mixed=self._mixed)

    def target(self) -> QWidget:
        """The first choice."""
        return self.control.button(self.field.choices[0].id)

    def _changed(self, now: tuple[str, ...]) -> None:
        add = [value for value in now if value not in self._common]
        self.host.change_members(self.field, add, [value for value in self._common if value not in now])


class ScaleEditor(FieldEditor):
    """A number of a short range, as bars."""

    def __init__(self, field: ItemField, host: Host) -> None:
        super().__init__(field, host)
        self.control: PickRow
        if field.id == "severity":
            severity = SeverityPicker(lambda: field.title)
            severity.severity_chosen.connect(lambda value: host.set_field(field, value))
            self.control = severity
        else:
            scale = ScalePicker(field.low, field.high, lambda: field.title)
            scale.value_chosen.connect(lambda value: host.set_field(field, value))
            self.control = scale
        self.group = titled(field, self.control)
        self.column.addWidget(self.group)

    def show_values(self, values: list[Any]) -> None:
        """Show the number; one outside of the range (of a newer version) marks none."""
        value = self.settle(values)
        offered = isinstance(value, int) and self.field.low <= value <= self.field.high
        if self.control.value() != (value if offered else None):
            self.control.set_value(value if offered else None)

    def target(self) -> QWidget:
        """The first number."""
        buttons = self.control.buttons()
        return next((button for button in buttons if button.isChecked()), buttons[0])


class ParsedEditor(FieldEditor):
    """A line with a meaning: a duration or a share.  What is not understood stays, for the note it was typed for."""

    tells_mixed = False

    def __init__(self, field: ItemField, host: Host) -> None:
        super().__init__(field, host)
        self.control = self.make()
        self._drafts: dict[tuple[str, ...], str] = {}
        self.row = FormRow(lambda: field.title, self.control, small=True)
        self.line.checked.connect(lambda: self.row.set_error(self.line.sentence))
        self.line.draft_of = lambda: field_key("items", host.ids, field.id)
        self.column.addWidget(self.row)

    def make(self) -> QWidget:
        """The field."""
        parse = parse_duration if self.field.type == "duration" else parse_percent
        made = ParsedField(lambda: self.field.title, self.hint, parse, lambda value: shown(self.field, value))
        made.given.connect(lambda value: self.host.set_field(self.field, value))
        return made

    @property
    def line(self) -> ParsedField:
        """Where one types."""
        control = self.control
        if not isinstance(control, ParsedField):
            raise TypeError("a field with a meaning")
        return control

    def leave(self, ids: tuple[str, ...]) -> None:
        """Keep what was typed and is not understood until its note comes back."""
        draft = self.line.draft()
        self._drafts.pop(ids, None)
        if draft:
            self._drafts[ids] = draft
        self.line.set_draft("")

    def arrive(self, ids: tuple[str, ...]) -> None:
        """Show again what was kept."""
        self.line.set_draft(self._drafts.get(ids, ""))

    def has_draft(self, ids: tuple[str, ...]) -> bool:
        """Whether something is kept for these notes."""
        return bool(self._drafts.get(ids))

    def show_values(self, values: list[Any]) -> None:
        """Show the value."""
        value = self.settle(values)
        self.line.retranslate()
        self.line.show_parsed(value)

    def target(self) -> QWidget:
        """The field."""
        return self.line


class DayEditor(ParsedEditor):
    """A day: typed, or taken from a calendar."""

    def make(self) -> QWidget:
        """The field and its calendar."""
        made = DateField(lambda: self.field.title, past=True, placeholder=self._example)
        made.given.connect(lambda day: self.host.set_field(self.field, day))
        return made

    def _example(self) -> str:
        return self.hint() or translate("Panels", "For example: 1-3-2026")

    @property
    def line(self) -> ParsedField:
        """Where one types."""
        control = self.control
        if not isinstance(control, DateField):
            raise TypeError("a field for a day")
        return control.line

    def show_values(self, values: list[Any]) -> None:
        """Show the day."""
        day = str(self.settle(values))
        self.line.retranslate()
        if isinstance(self.control, DateField):
            self.control.show_day(day)


class SwitchEditor(FieldEditor):
    """Yes or no."""

    def __init__(self, field: ItemField, host: Host) -> None:
        super().__init__(field, host)
        self.control = Switch(lambda: field.title)
        self.control.clicked.connect(lambda on: host.set_field(field, bool(on)))
        self.column.addWidget(SwitchRow(lambda: field.title, self.control, hint=self.hint))

    def show_values(self, values: list[Any]) -> None:
        """Show whether."""
        self.control.setChecked(bool(self.settle(values)))

    def target(self) -> QWidget:
        """The switch."""
        return self.control


class TagsEditor(FieldEditor):
    """Words as chips.  Enter adds one and waits for the next; of several notes those show that all of them have."""

    def __init__(self, field: ItemField, host: Host) -> None:
        super().__init__(field, host)
        self._tags: tuple[str, ...] = ()
        self.chips: dict[str, Chip] = {}
        self._row = QWidget()
        self._flow = FlowLayout(self._row, 4)
        self.group = Group(lambda: field.title)
        self.add_button = self.group.header.add_link(lambda: translate("Panels", "Add"), self.begin)
        self.adder = AddField(
            lambda: translate("Panels", "New: {kind}").format(kind=field.title),
            lambda: translate("Panels", "Type, then Enter"),
        )
        self.adder.draft_of = lambda: field_key("items", host.ids, field.id)
        self.suggestions = Suggestions(self.adder, self._offers)
        self.suggestions.taken.connect(self._take)
        self.adder.added.connect(self._added)
        self.group.add(self._row, self.adder)
        self.column.addWidget(self.group)

    def show_values(self, values: list[Any]) -> None:
        """Show the words."""
        tags = self.shared(values)
        if tags == self._tags:
            return
        focused = next((i for i, chip in enumerate(self.chips.values()) if chip.hasFocus()), None)
        self._tags = tags
        self._flow.clear()
        self.chips = {}
        for tag in tags:
            chip = Chip(tag, removable=True)
            chip.removed.connect(lambda tag=tag: self.host.change_members(self.field, (), (tag,)))
            self.chips[tag] = chip
            self._flow.addWidget(chip)
            chip.show()
        self._row.setVisible(bool(tags))
        rows = list(self.chips.values())
        if focused is not None:
            (rows[min(focused, len(rows) - 1)] if rows else self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)
        self._row.updateGeometry()

    def target(self) -> QWidget:
        """The field for one more."""
        return self.adder

    def begin(self) -> None:
        """Open the field for one more."""
        self.adder.open()

    def leave(self, ids: tuple[str, ...]) -> None:
        """Other notes come."""
        self.adder.hide()

    def _offers(self, typed: str) -> list[Suggestion]:
        known = said_elsewhere(self.host.document, self.field.id, ())
        return matching_words([word for word in known if word not in self._tags], typed)

    def _take(self, suggestion: Suggestion) -> None:
        self.adder.clear()
        self._added(suggestion.text)

    def _added(self, word: str) -> None:
        if word.casefold() not in [tag.casefold() for tag in self._tags]:
            self.host.change_members(self.field, (word,), ())


def options_of(field: ItemField) -> list[Option]:
    """The choices of a field as parts of a control; those of evidence with their marks."""
    marks = field.choices == EVIDENCE

    def option(choice: Choice) -> Option:
        return Option(choice.id, lambda: choice.title, choice.icon, choice.id if marks else "")

    return [option(choice) for choice in field.choices]


def titled(field: ItemField, control: QWidget) -> Group:
    """A control below its small heading."""
    group = Group(lambda: field.title)
    group.add(control)
    return group


def common(values: Sequence[Any]) -> tuple[str, ...]:
    """What all of some lists hold, in the order of the first."""
    rows = [tuple(str(each) for each in value) for value in values if isinstance(value, list | tuple)]
    if not rows:
        return ()
    return tuple(each for each in rows[0] if all(each in row for row in rows[1:]))


def parse_percent(text: str) -> int | None:
    """The whole number of "40" or "40 %"; None for an empty text.  Raises ValueError with a sentence for the user."""
    rest = text.strip().removesuffix("%").strip()
    if not rest:
        return None
    if not rest.isascii() or not rest.isdigit() or int(rest) > 100:
        raise ValueError(
            translate("Panels", "“{text}” is no share; write a whole number from 0 to 100.").format(text=text.strip())
        )
    return int(rest)
