"""What can be chosen for a poster, a workbook and a picture: the forms at the right of the export dialog.

Only what the exporters do is asked; the whole map is always exported, whatever is selected.
"""

from __future__ import annotations

from math import ceil
from typing import Literal, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from model.document import Document
from model.export.base import ExportOptions
from model.export.pages import DEFAULT_OVERLAP, MAX_OVERLAP, PRINTER_MARGIN
from model.export.papers import NOTES, PAPERS, ROLLS, millimetres
from model.export.pdf import ExportReport, PosterOptions
from model.export.png import DEFAULT_DPI
from model.i18n import LANGUAGES, number, translate
from widgets.controls.form import FormRow, SwitchRow
from widgets.controls.labels import PlainLabel, Rule
from widgets.controls.segmented import Segment, Segmented
from widgets.controls.switch import Switch
from widgets.controls.texts import TextSource
from widgets.dialogs.exports.on_poster import OnPoster
from widgets.dialogs.exports.parts import Choice, ChoiceCard, ChoiceCards, Note
from widgets.dialogs.exports.press import Book
from widgets.start import LANGUAGE_NAMES

Direction = Literal["auto", "portrait", "landscape"]

POSTER_PAPERS = ("A0", "A1", "A2", "A3", "A4")
ROLL, TRUE = "roll-", "true-"
"""How the sizes begin that are no paper: a roll of so many mm, and notes of so many mm."""
LARGER = {"A4": "A3", "A3": "A2", "A2": "A1", "A1": "A0", "A0": TRUE + "127x76"}
"""What to print a poster on that reads too near: the next size."""
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
        note = Note("plain", role="small")
        note.say(sentence, self._how_much)
        self.changed.connect(lambda: note.say(sentence, self._how_much))
        self.column.addWidget(note)

    def cards(self) -> int:
        """How many cards go along."""
        return 0 if self.options().blank else len(self._document.placed)

    def _how_much(self) -> str:
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


class PageForm(Form):
    """What posters and pictures share: paper, direction, an empty form."""

    def __init__(self, document: Document, sizes: tuple[str, ...] = POSTER_PAPERS) -> None:
        super().__init__(document)
        self.paper = Choice([(name, paper_text(name)) for name in sizes])
        self.paper.set_value(PosterOptions().paper)
        self.paper.changed.connect(self.changed)
        self.direction = Choice(
            [
                ("auto", lambda: translate("ExportDialog", "Automatic")),
                ("landscape", lambda: translate("ExportDialog", "Landscape")),
                ("portrait", lambda: translate("ExportDialog", "Portrait")),
            ]
        )
        self.direction.changed.connect(self.changed)
        self.blank = Switch(lambda: translate("ExportDialog", "Blank form"))
        self.blank.toggled.connect(lambda _on: self.changed.emit())
        self.on_poster = OnPoster(document)
        self.on_poster.changed.connect(self.changed)

    def size_rows(self) -> None:
        """Paper and direction."""
        self.pair(
            FormRow(lambda: translate("ExportDialog", "Size of the poster, mm"), self.paper),
            FormRow(lambda: translate("ExportDialog", "Direction"), self.direction),
        )

    def shown_rows(self) -> None:
        """What is on it, and the switch of the empty form."""
        if self.on_poster.offers:
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

    @property
    def _direction(self) -> Direction:
        return cast(Direction, self.direction.value())


class PosterForm(PageForm):
    """A poster on one sheet, or in parts on the paper of an ordinary printer."""

    def __init__(self, document: Document) -> None:
        rolls, notes = (f"{ROLL}{width:.0f}" for width in ROLLS), (TRUE + name for name in NOTES)
        super().__init__(document, (*POSTER_PAPERS, *rolls, *notes))
        self.ways = ChoiceCards(
            [
                ChoiceCard(
                    "",
                    "file-type-pdf",
                    lambda: translate("ExportDialog", "One sheet"),
                    lambda: translate("ExportDialog", "Print shop"),
                ),
                ChoiceCard(
                    "A4",
                    "printer",
                    lambda: translate("ExportDialog", "A4 sheets"),
                    lambda: translate("ExportDialog", "Any printer"),
                ),
                ChoiceCard(
                    "A3",
                    "printer",
                    lambda: translate("ExportDialog", "A3 sheets"),
                    lambda: translate("ExportDialog", "Large printer"),
                ),
            ],
            lambda: translate("ExportDialog", "Printed on"),
        )
        self.ways.set_value("")
        self.ways.chosen.connect(self._way_chosen)
        self.column.addWidget(self.ways)
        self.size_rows()
        self.overlap = QSpinBox()
        self.overlap.setRange(0, int(MAX_OVERLAP))
        self.overlap.setValue(int(DEFAULT_OVERLAP))
        self.overlap.setSuffix(" mm")
        self.overlap.setAccelerated(True)
        self.overlap.valueChanged.connect(lambda _mm: self.changed.emit())
        self._overlap_row = FormRow(
            lambda: translate("ExportDialog", "Overlap"),
            self.overlap,
            hint=lambda: translate("ExportDialog", "Glue edge, left and top"),
        )
        self.margin = QSpinBox()
        self.margin.setRange(0, 20)
        self.margin.setValue(int(PRINTER_MARGIN))
        self.margin.setSuffix(" mm")
        self.margin.valueChanged.connect(lambda _mm: self.changed.emit())
        margin_row = FormRow(
            lambda: translate("ExportDialog", "Printer margin"),
            self.margin,
            hint=lambda: translate("ExportDialog", "What the printer leaves white"),
        )
        self._tile_rows = self.pair(self._overlap_row, margin_row)
        self._tile_rows.hide()
        self.column.addWidget(self.language_row())
        self.saved = Note("info", role="small", sign="layout-grid")
        self.saved.hide()
        self.column.addWidget(self.saved)
        self.column.addWidget(Rule())
        self.shown_rows()
        self.bw = Switch(lambda: translate("ExportDialog", "Black and white"))
        self.marks = Switch(lambda: translate("ExportDialog", "Crop marks"))
        self.marks.setChecked(True)
        self.attach = Switch(lambda: translate("ExportDialog", "Map in the PDF"))
        self.attach.setChecked(True)
        self.column.addWidget(
            SwitchRow(
                lambda: translate("ExportDialog", "Black and white"),
                self.bw,
                hint=lambda: translate("ExportDialog", "Patterns and letters beside the colours"),
            )
        )
        self._marks_row = SwitchRow(lambda: translate("ExportDialog", "Crop marks"), self.marks)
        self._marks_row.hide()
        self.column.addWidget(self._marks_row)
        self.column.addWidget(
            SwitchRow(
                lambda: translate("ExportDialog", "Map in the PDF"),
                self.attach,
                hint=lambda: translate("ExportDialog", "The PDF opens again as a map"),
            )
        )
        for switch in (self.bw, self.marks, self.attach):
            switch.toggled.connect(lambda _on: self.changed.emit())
        self.column.addWidget(Rule())
        self.whole_map(self._attached)
        self.column.addStretch(1)

    def _attached(self) -> str:
        if self.blank.isChecked() or not self.attach.isChecked():
            return translate("ExportDialog", "What is selected makes no difference.")
        return translate(
            "ExportDialog",
            "What is selected makes no difference. The map goes along in the PDF as an attachment, with its inbox and "
            "parking lot.",
        )

    def options(self) -> ExportOptions:
        """See the base."""
        tile = self.ways.value() or None
        size, note = self.paper.value(), NOTES.get(self.paper.value().removeprefix(TRUE))
        return ExportOptions(
            paper=size if size in PAPERS else None,
            roll_mm=float(size.removeprefix(ROLL)) if size.startswith(ROLL) else None,
            scale="true" if note is not None else None,
            note_mm=note,
            orientation=self._direction,
            tile=tile,
            overlap_mm=float(self.overlap.value()) if tile else None,
            margin_mm=float(self.margin.value()) if tile else None,
            marks=False if tile and not self.marks.isChecked() else None,
            bw=self.bw.isChecked() or None,
            attach=None if self.attach.isChecked() else False,
            blank=self.blank.isChecked(),
            lang=self.language.value(),
            **self.on_poster.options(),
        )

    def larger(self) -> bool:
        """Take the next larger size, so that the notes read further.  Whether there is one."""
        size = LARGER.get(self.paper.value())
        if size is None:
            return False
        self.paper.set_value(size)
        self.changed.emit()
        return True

    def show_report(self, report: ExportReport) -> None:
        """Say what making it a little smaller saves in sheets."""
        sheets = len(report.sheets)
        saves = bool(sheets) and report.scale < 1 and sheets < report.unscaled_sheets
        if saves:
            self.saved.say(
                lambda: translate("ExportDialog", "At {percent} % of its size the poster fits that many.").format(
                    percent=percentage(report.scale)
                ),
                lambda: translate("ExportDialog", "%n sheet(s) instead of {most}", n=sheets).format(
                    most=report.unscaled_sheets
                ),
            )
        self.saved.setVisible(saves)

    def _way_chosen(self, way: str) -> None:
        self._tile_rows.setVisible(bool(way))
        self._marks_row.setVisible(bool(way))
        self.changed.emit()


class PictureForm(PageForm):
    """A PNG of the poster."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.dpi = Segmented(
            [Segment(str(dpi), str(dpi)) for dpi in DPIS],
            lambda: translate("ExportDialog", "Dots per inch"),
            outlined=True,
        )
        self.dpi.set_value(str(DEFAULT_DPI))
        self.dpi.chosen.connect(lambda _dpi: self.changed.emit())
        self.pixels = PlainLabel("", "small", wrap=True)
        self.size_rows()
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
            orientation=self._direction,
            blank=self.blank.isChecked(),
            lang=self.language.value(),
            **self.on_poster.options(),
            dpi=float(self.dpi.value()),
        )

    def show_report(self, report: ExportReport) -> None:
        """Say how large the picture becomes."""
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


def paper_text(name: str) -> TextSource:
    """A paper with its size, a roll with its width, or true size with that of its notes."""
    if name.startswith(ROLL):
        return lambda: translate("ExportDialog", "Roll of {width} mm").format(width=name.removeprefix(ROLL))
    if name.startswith(TRUE):
        wide, high = NOTES[name.removeprefix(TRUE)]
        size = f"{millimetres(wide)} × {millimetres(high)}"
        return lambda: translate("ExportDialog", "True size · notes of {size}").format(size=size)
    short, long = sorted(PAPERS[name])
    return f"{name} · {millimetres(short)} × {millimetres(long)}"
