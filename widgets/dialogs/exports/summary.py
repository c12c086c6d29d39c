"""The two lines at the foot of the export dialog: what is going to be saved or printed."""

from __future__ import annotations

from model.document import Document
from model.export.base import ExportOptions
from model.export.pdf import ExportReport
from model.i18n import number, translate
from widgets.controls.texts import TextSource
from widgets.dialogs.exports.forms import BookForm, Form, PictureForm, pixels_text
from widgets.dialogs.exports.kit_form import KitForm
from widgets.dialogs.exports.list_form import ListForm
from widgets.dialogs.exports.paper_fields import paper_word
from widgets.dialogs.exports.poster_pane import size_text
from widgets.dialogs.exports.press import Proof

Lines = tuple[TextSource, TextSource]


def summary(document: Document, form: Form, proof: Proof | None) -> Lines:
    """How much it is, and what of; two empty lines before the first preview."""
    options = form.options()
    if isinstance(form, BookForm):
        return _book(document, options)
    if proof is None:
        return "", ""
    report = proof.report
    if isinstance(form, PictureForm):
        return (
            lambda: pixels_text(report, options.dpi or 0),
            lambda: translate("ExportDialog", "{dpi} dots per inch").format(dpi=round(options.dpi or 0)),
        )
    if isinstance(form, KitForm):
        files = len(form.chosen()) if form.split else 1
        return (
            lambda: translate("ExportDialog", "%n page(s)", n=report.pages),
            lambda: translate("ExportDialog", "In %n PDF(s), to be printed at 100 %", n=files),
        )
    if isinstance(form, ListForm):
        return (
            lambda: _pages(report, options.paper or "A4"),
            lambda: translate("Lists", "%n action(s)", n=len(document.action_table)),
        )
    return _poster(proof, options)


def _book(document: Document, options: ExportOptions) -> Lines:
    return (
        lambda: (
            translate("ExportDialog", "An empty workbook")
            if options.blank
            else translate("ExportDialog", "A workbook with %n note(s)", n=len(document.item_table))
        ),
        lambda: translate("ExportDialog", "For Excel and LibreOffice"),
    )


def _poster(proof: Proof, options: ExportOptions) -> Lines:
    report = proof.report

    def paper() -> str:
        digits = 1 if proof.m2 >= 0.1 else 2
        return translate("ExportDialog", "{area} m² paper").format(area=number(proof.m2, digits))

    def sheets() -> str:
        count = len(report.sheets)
        if options.assembly is False:
            return translate("ExportDialog", "%n sheet(s)", n=count)
        return translate("ExportDialog", "%n sheet(s) and the assembly page", n=count)

    if proof.posters > 1:
        return (
            lambda: translate("ExportDialog", "%n poster(s)", n=proof.posters),
            lambda: translate("ExportDialog", "%n page(s)", n=report.pages) + ", " + paper(),
        )
    if report.sheets:
        return (lambda: _pages(report, paper_word(options.tile or "A4")), lambda: f"{sheets()}, {paper()}")
    return (
        lambda: (
            translate("ExportDialog", "One page {paper}").format(paper=paper_word(options.paper or ""))
            if options.paper
            else translate("ExportDialog", "One page")
        ),
        lambda: f"{size_text(proof, options)}, {paper()}",
    )


def _pages(report: ExportReport, paper: str) -> str:
    return translate("ExportDialog", "%n page(s) {paper}", n=report.pages).format(paper=paper)
