"""The left side of the export dialog for posters and pictures: the page, how it is cut, and how far it reads."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from model.export.base import ExportOptions
from model.i18n import number, translate
from widgets.controls.buttons import IconButton
from widgets.controls.labels import ElidedLabel, PlainLabel, Surface
from widgets.controls.segmented import Segment, Segmented
from widgets.controls.texts import language_changed
from widgets.dialogs.exports.forms import percentage, size_mm
from widgets.dialogs.exports.kit_form import part_of, part_title
from widgets.dialogs.exports.page_view import PageView
from widgets.dialogs.exports.paper_fields import paper_word
from widgets.dialogs.exports.parts import Note
from widgets.dialogs.exports.press import WHOLE, Proof
from widgets.dialogs.exports.reading_bar import ReadingBar

ASSEMBLY = 0
"""The page of a tiled PDF that says how the sheets hang."""


class PosterPane(Surface):
    """Shows a proof, and asks for another page when the user leafs."""

    page_wanted = Signal()
    """Another page, or another size, is wanted: :attr:`page` and ``view.room()``."""
    missing_wanted = Signal()
    """The list of the characters that cannot be printed is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sunken", parent=parent)
        self.page = WHOLE
        self._tiled = self._leaves = False
        self.undo = False
        """Whether a remedy can be put back."""
        self._proof: Proof | None = None
        self._options = ExportOptions()
        self.how = Segmented(
            [
                Segment("whole", lambda: translate("ExportDialog", "Whole poster")),
                Segment("sheets", lambda: translate("ExportDialog", "Sheet by sheet")),
            ],
            lambda: translate("ExportDialog", "Preview"),
        )
        self.how.set_value("whole")
        self.how.chosen.connect(self._how_chosen)
        self.back = IconButton("chevron-left", lambda: translate("ExportDialog", "Previous sheet"), small=True)
        self.on = IconButton("chevron-right", lambda: translate("ExportDialog", "Next sheet"), small=True)
        self.back.clicked.connect(lambda _checked=False: self.step(-1))
        self.on.clicked.connect(lambda _checked=False: self.step(1))
        self.sheet = PlainLabel("", "label")
        self.facts = ElidedLabel("", "small")
        self.facts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.facts.setMinimumHeight(34)  # as high as the buttons beside it, so that the page stays where it is
        self.view = PageView()
        self.view.sheet_clicked.connect(self._sheet_clicked)
        self.view.stepped.connect(self._leaf)
        self.view.resized.connect(self.page_wanted)
        self.reading = ReadingBar()
        self.reading.hide()
        self.missing = Note("warn")
        self.missing.add_link(lambda: translate("ExportDialog", "View"), self.missing_wanted.emit)
        self.missing.hide()
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self.how, self.back, self.sheet, self.on):
            head.addWidget(widget)
        head.addSpacing(8)
        head.addWidget(self.facts, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addWidget(self.reading)
        column.addWidget(self.missing)
        self._show_head()

    def set_tiled(self, tiled: bool) -> None:
        """Whether there are sheets to leaf through."""
        if tiled != self._tiled:
            self._tiled = tiled
            self.page = WHOLE
            self.how.set_value("whole")
            self._show_head()

    def set_leaves(self, leaves: bool) -> None:
        """Whether it is a document of pages, one after the other, and no poster."""
        if leaves != self._leaves:
            self._leaves = leaves
            self.page = 0 if leaves else WHOLE
            self.how.set_value("whole")
            self._show_head()

    def show_proof(self, proof: Proof, options: ExportOptions) -> None:
        """Show what came of the wish."""
        self._proof, self._options = proof, options
        if self.page != WHOLE:
            self.page = proof.page
        self.view.show_proof(proof, self.page_text())
        self._show_head()
        self._show_notes()

    def page_text(self) -> str:
        """Which page is shown."""
        proof = self._proof
        if proof is None:
            return ""
        if proof.posters > 1:
            return translate("ExportDialog", "Poster {n} of {all}").format(
                n=number(proof.poster + 1), all=number(proof.posters)
            )
        if self._leaves:
            return translate("ExportDialog", "Page {page} of {pages}").format(
                page=number(proof.page + 1), pages=number(proof.report.pages)
            )
        if not self._tiled or proof.page == WHOLE:
            return size_text(proof, self._options)
        if self._assembly and proof.page == ASSEMBLY:
            return translate("ExportDialog", "How the sheets hang")
        name = proof.report.sheets[proof.page - self._assembly]
        return translate("ExportDialog", "Sheet {name}").format(name=name)

    @property
    def _assembly(self) -> int:
        """How many pages stand before the first sheet."""
        return 0 if self._options.assembly is False else 1

    def step(self, by: int) -> None:
        """So many pages on."""
        if self._proof is None or self.page == WHOLE:
            return
        page = min(max(self.page + by, 0), self._proof.report.pages - 1)
        if page != self.page:
            self.page = page
            self._show_head()
            self.page_wanted.emit()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event) and self._proof is not None:
            self.view.show_proof(self._proof, self.page_text())
        super().changeEvent(event)

    # -- what the user does ----------------------------------------------------------------------------------

    def _how_chosen(self, how: str) -> None:
        self.page = WHOLE if how == "whole" else self._assembly
        self._show_head()
        self.page_wanted.emit()

    def _leaf(self, by: int) -> None:
        if self._tiled and self.page == WHOLE and by > 0:
            self.how.set_value("sheets")
            self._how_chosen("sheets")
        else:
            self.step(by)

    def _sheet_clicked(self, name: str) -> None:
        if self._proof is None:
            return
        self.page = self._proof.report.sheets.index(name) + self._assembly
        self.how.set_value("sheets")
        self._show_head()
        self.page_wanted.emit()

    # -- what it says ----------------------------------------------------------------------------------------

    def _show_head(self) -> None:
        leafing = self._leaves or (self._tiled and self.page != WHOLE)
        self.how.setVisible(self._tiled and not self._leaves)
        for widget in (self.back, self.sheet, self.on):
            widget.setVisible(leafing)
        pages = self._proof.report.pages if self._proof is not None else 1
        self.back.setEnabled(self.page > 0)
        self.on.setEnabled(self.page < pages - 1)
        self.sheet.set_source(self.page_text)
        proof = self._proof
        if proof is not None:
            options = self._options
            self.facts.set_source(lambda: kit_text(proof) if proof.kit is not None else size_text(proof, options))

    def _show_notes(self) -> None:
        proof = self._proof
        if proof is None:
            return
        report, blank = proof.report, bool(self._options.blank)
        poster = report.reading is not None and proof.kit is None
        self.reading.setVisible(poster and not blank)
        self.reading.show_reading(report, fixes=self._options.dpi is None, undo=self.undo)
        cards = len(report.missing)
        self.missing.setVisible(bool(cards))
        self.missing.say(
            lambda: translate("ExportDialog", "%n text(s) with characters that cannot be printed", n=cards)
        )


def kit_text(proof: Proof) -> str:
    """ "Persona cards · 297 × 210 mm"."""
    part = part_of(proof.kit.parts, proof.page) if proof.kit is not None else ""
    return f"{part_title(part)} · {size_mm(proof.report.width_mm, proof.report.height_mm)}"


def size_text(proof: Proof, options: ExportOptions) -> str:
    """ "A1 landscape at 97.6 % · 821 × 580 mm"."""
    report = proof.report
    lying = report.width_mm >= report.height_mm
    paper = paper_word(options.paper or "")
    words = (
        translate("ExportDialog", "{paper} landscape") if lying else translate("ExportDialog", "{paper} portrait")
    ).format(paper=paper)
    if options.roll_mm is not None:
        words = translate("ExportDialog", "Roll of {width} mm").format(width=number(options.roll_mm))
    elif options.scale == "true":
        words = translate("ExportDialog", "True size")
    elif not options.paper:
        words = translate("ExportDialog", "As large as needed")
    elif options.paper[:1].isdigit():
        words = translate("ExportDialog", "Size of your own")
    if report.scale < 1:
        words = translate("ExportDialog", "{poster} at {percent} %").format(
            poster=words, percent=percentage(report.scale)
        )
    return f"{words} · {size_mm(report.width_mm, report.height_mm)}"
