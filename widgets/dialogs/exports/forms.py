"""What can be chosen for an export: what all forms at the right of the dialog share, those of pictures and workbooks.

Only what the exporters do is asked; what is selected on the map makes no difference.
"""

from __future__ import annotations

from math import ceil
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from model.document import Document
from model.export.base import ExportOptions
from model.export.pdf import ExportReport, PosterOptions
from model.export.png import DEFAULT_DPI
from model.i18n import LANGUAGES, number, translate
from widgets.controls.form import FormRow, SwitchRow
from widgets.controls.labels import PlainLabel, Rule
from widgets.controls.segmented import Segment, Segmented
from widgets.controls.switch import Switch
from widgets.controls.texts import TextSource
from widgets.dialogs.exports.on_poster import OnPoster
from widgets.dialogs.exports.paper_fields import POSTER_PAPERS, Direction, paper_text
from widgets.dialogs.exports.parts import Choice, ChoiceCard, ChoiceCards, Note
from widgets.dialogs.exports.press import Book
from widgets.dialogs.exports.remembered import State, put_card, put_choice, put_segment, put_tick, section
from widgets.start import LANGUAGE_NAMES

DPIS = (96, 150, 300)


def size_mm(width: float, height: float) -> str:
    """A size in whole mm."""
    return f"{round(width)} × {round(height)} mm"


def percentage(scale: float) -> str:
    """A scale in per cent, with a decimal only where it has one."""
    value = round(scale * 100, 1)
    return number(value, 0 if value.is_integer() else 1)


class Form(QWidget):
    """A column of rows; ``changed`` comes with every choice of the user."""

    changed = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.setProperty("clear", True)
        self._document = document
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 18, 24, 18)
        self.column.setSpacing(14)
        self.language = Choice([(code, LANGUAGE_NAMES[code]) for code in LANGUAGES])
        self.language.set_value(document.info.language)
        self.language.changed.connect(self.changed)

    def pair(self, *rows: QWidget) -> QWidget:
        """Rows side by side."""
        line = QWidget()
        box = QHBoxLayout(line)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        for row in rows:
            box.addWidget(row, 1)
        self.column.addWidget(line)
        return line

    def language_row(self) -> FormRow:
        """The language of the words round the map; notes stay as they are written."""
        return FormRow(
            lambda: translate("ExportDialog", "Language"),
            self.language,
            hint=lambda: translate("ExportDialog", "Of headings and legend"),
        )

    def whole_map(self, sentence: TextSource) -> None:
        """Say that everything goes along, with a sentence about it."""
        note = self.along = Note("plain", role="small")
        note.say(sentence, self.how_much)
        self.changed.connect(lambda: note.say(sentence, self.how_much))
        self.column.addWidget(note)
        self._sentence = sentence

    def cards(self) -> int:
        """How many cards go along."""
        return 0 if self.options().blank else len(self._document.placed)

    def how_much(self) -> str:
        """How many phases, lanes and notes are exported."""
        document, cards = self._document, self.cards()
        parts = [
            translate("ExportDialog", "The whole map: %n phase(s)", n=len(document.phases)),
            translate("ExportDialog", "%n lane(s)", n=len(document.lanes)),
        ]
        if cards:
            parts.append(translate("ExportDialog", "%n note(s)", n=cards))
        return ", ".join(parts)

    def options(self) -> ExportOptions:
        """What is asked of the exporter."""
        raise NotImplementedError

    def wish(self) -> object:
        """All that is asked for; equal where the same comes of it."""
        return self.options()

    def state(self) -> State:
        """What is remembered for the map."""
        return {"language": self.language.value()}

    def restore(self, state: State) -> None:
        """Take what was remembered, silently, as far as it makes sense."""
        put_choice(self.language, state.get("language"))


class PageForm(Form):
    """What posters and pictures share: what is on them, an empty form."""

    def __init__(self, document: Document, on_poster: OnPoster) -> None:
        super().__init__(document)
        self._shown_notes: int | None = None
        self.blank = Switch(lambda: translate("ExportDialog", "Blank form"))
        self.blank.toggled.connect(lambda _on: self.changed.emit())
        self.on_poster = on_poster
        self.on_poster.changed.connect(self._part_changed)

    def shown_rows(self) -> None:
        """What is on it, and the switch of the empty form."""
        self.column.addWidget(self.on_poster)
        self.column.addWidget(Rule())
        self.column.addWidget(
            SwitchRow(
                lambda: translate("ExportDialog", "Blank form"),
                self.blank,
                hint=lambda: translate("ExportDialog", "Phases and lanes with room to write, without notes"),
            )
        )

    def show_report(self, report: ExportReport) -> None:
        """Say what came of it."""
        self._shown_notes = report.attached
        self.along.say(self._sentence, self.how_much)

    def how_much(self) -> str:
        """See the base; of a part what is shown."""
        if not self.on_poster.filtered:
            return super().how_much()
        shown, document = self.on_poster, self._document
        parts = [
            translate(
                "ExportDialog", "A part of the map: %n phase(s)", n=len(shown.phases.values() or document.phases)
            ),
            translate("ExportDialog", "%n lane(s)", n=len(shown.lanes.values() or document.lanes)),
        ]
        if self._shown_notes is not None and not self.blank.isChecked():
            parts.append(translate("ExportDialog", "%n note(s)", n=self._shown_notes))
        return ", ".join(parts)

    def state(self) -> State:
        """See the base."""
        return {**super().state(), "blank": self.blank.isChecked(), "shown": self.on_poster.state()}

    def restore(self, state: State) -> None:
        """See the base."""
        super().restore(state)
        put_tick(self.blank, state.get("blank"))
        self.on_poster.restore(section(state, "shown"))

    def _part_changed(self) -> None:
        self._shown_notes = None
        self.changed.emit()


class PictureForm(PageForm):
    """A PNG of the poster."""

    def __init__(self, document: Document) -> None:
        super().__init__(document, OnPoster(document))
        self.paper = Choice([(name, paper_text(name)) for name in POSTER_PAPERS])
        self.paper.set_value(PosterOptions().paper)
        self.direction = Choice(
            [
                ("auto", lambda: translate("ExportDialog", "Automatic")),
                ("landscape", lambda: translate("ExportDialog", "Landscape")),
                ("portrait", lambda: translate("ExportDialog", "Portrait")),
            ]
        )
        for choice in (self.paper, self.direction):
            choice.changed.connect(self.changed)
        self.dpi = Segmented(
            [Segment(str(dpi), str(dpi)) for dpi in DPIS],
            lambda: translate("ExportDialog", "Dots per inch"),
            outlined=True,
        )
        self.dpi.set_value(str(DEFAULT_DPI))
        self.dpi.chosen.connect(lambda _dpi: self.changed.emit())
        self.pixels = PlainLabel("", "small", wrap=True)
        self.pair(
            FormRow(lambda: translate("ExportDialog", "Size of the poster, mm"), self.paper),
            FormRow(lambda: translate("ExportDialog", "Direction"), self.direction),
        )
        column = QWidget()
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(5)
        box.addWidget(FormRow(lambda: translate("ExportDialog", "Dots per inch"), self.dpi))
        box.addWidget(self.pixels)
        self.column.addWidget(column)
        self.column.addWidget(self.language_row())
        self.column.addWidget(Rule())
        self.shown_rows()
        self.column.addWidget(Rule())
        self.whole_map(lambda: translate("ExportDialog", "What is selected makes no difference."))
        self.column.addStretch(1)

    def options(self) -> ExportOptions:
        """See the base."""
        return ExportOptions(
            paper=self.paper.value(),
            orientation=cast(Direction, self.direction.value()),
            blank=self.blank.isChecked(),
            lang=self.language.value(),
            **self.on_poster.options(),
            dpi=float(self.dpi.value()),
        )

    def state(self) -> State:
        """See the base."""
        own = {"paper": self.paper.value(), "direction": self.direction.value(), "dpi": self.dpi.value()}
        return super().state() | own

    def restore(self, state: State) -> None:
        """See the base."""
        super().restore(state)
        put_choice(self.paper, state.get("paper"))
        put_choice(self.direction, state.get("direction"))
        put_segment(self.dpi, state.get("dpi"), (str(dpi) for dpi in DPIS))

    def show_report(self, report: ExportReport) -> None:
        """Say how large the picture becomes."""
        super().show_report(report)
        self.pixels.set_source(lambda: pixels_text(report, float(self.dpi.value())))


def pixel_size(report: ExportReport, dpi: float) -> tuple[int, int]:
    """Width and height of the picture: PDFium takes the next whole pixel."""
    return ceil(report.width_mm / 25.4 * dpi - 1e-6), ceil(report.height_mm / 25.4 * dpi - 1e-6)


def pixels_text(report: ExportReport, dpi: float) -> str:
    """ "3179 × 2246 pixels"."""
    width, height = pixel_size(report, dpi)
    return translate("ExportDialog", "{width} × {height} pixels").format(width=width, height=height)


class BookForm(Form):
    """The workbook: filled in, or a template with drop-down lists."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.ways = ChoiceCards(
            [
                ChoiceCard(
                    "filled",
                    "file-spreadsheet",
                    lambda: translate("ExportDialog", "Filled in"),
                    lambda: translate("ExportDialog", "With every note"),
                ),
                ChoiceCard(
                    "blank",
                    "template",
                    lambda: translate("ExportDialog", "Empty template"),
                    lambda: translate("ExportDialog", "To hand out"),
                ),
            ],
            lambda: translate("ExportDialog", "Kind of workbook"),
        )
        self.ways.set_value("filled")
        self.ways.chosen.connect(lambda _way: self.changed.emit())
        self.column.addWidget(self.ways)
        self.column.addWidget(
            FormRow(
                lambda: translate("ExportDialog", "Language"),
                self.language,
                hint=lambda: translate("ExportDialog", "Of headings and lists; notes stay as you wrote them"),
            )
        )
        self.column.addWidget(Rule())
        self.column.addWidget(PlainLabel(lambda: translate("ExportDialog", "In the workbook"), "label"))
        self.sheets = PlainLabel("", wrap=True)
        self.column.addWidget(self.sheets)
        self._lists = PlainLabel(
            lambda: translate(
                "ExportDialog", "Phases, lanes, channels, scores and severities are chosen from drop-down lists."
            ),
            "small",
            wrap=True,
        )
        self.column.addWidget(self._lists)
        self.column.addWidget(Rule())
        self.whole_map(
            lambda: (
                translate("ExportDialog", "What is selected makes no difference. Inbox and parking lot go along, too.")
                if self.ways.value() == "filled"
                else translate(
                    "ExportDialog", "The template has its phases, lanes, personas and channels, and no notes."
                )
            )
        )
        self.column.addStretch(1)

    def cards(self) -> int:
        """Inbox and parking lot, too."""
        return 0 if self.options().blank else len(self._document.item_table)

    def show_book(self, book: Book) -> None:
        """Say what is in it."""
        self.sheets.set_source(" · ".join(sheet.title for sheet in book.sheets))

    def options(self) -> ExportOptions:
        """See the base."""
        return ExportOptions(blank=self.ways.value() == "blank", lang=self.language.value())

    def state(self) -> State:
        """See the base."""
        return {**super().state(), "way": self.ways.value()}

    def restore(self, state: State) -> None:
        """See the base."""
        super().restore(state)
        put_card(self.ways, state.get("way"))
