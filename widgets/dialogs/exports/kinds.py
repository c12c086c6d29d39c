"""The pages of the export dialog: what each makes, and its words."""

from __future__ import annotations

from collections.abc import Callable

from model.document import Document
from model.i18n import translate
from model.values import dataclass
from widgets.dialogs.exports.forms import BookForm, Form, PictureForm, PosterForm
from widgets.dialogs.exports.kit_form import KitForm
from widgets.dialogs.exports.list_form import ListForm


@dataclass(frozen=True, slots=True)
class Kind:
    """A page of the dialog: the exporter's id and suffix, its form, the words and the icon of its button, and what its
    files are called."""

    exporter: str
    suffix: str
    icon_name: str
    form: Callable[[Document], Form]
    save: Callable[[], str]
    files: Callable[[], str]


def _save_pdf() -> str:
    return translate("ExportDialog", "Save as PDF")


def _pdf_files() -> str:
    return translate("ExportDialog", "PDF documents")


KINDS: dict[str, Kind] = {
    "poster": Kind("pdf", ".pdf", "file-type-pdf", PosterForm, _save_pdf, _pdf_files),
    "kit": Kind("pdf", ".pdf", "file-type-pdf", KitForm, _save_pdf, _pdf_files),
    "actions": Kind("pdf", ".pdf", "file-type-pdf", ListForm, _save_pdf, _pdf_files),
    "workbook": Kind(
        "xlsx",
        ".xlsx",
        "file-spreadsheet",
        BookForm,
        lambda: translate("ExportDialog", "Save as Excel"),
        lambda: translate("ExportDialog", "Excel workbooks"),
    ),
    "picture": Kind(
        "png",
        ".png",
        "photo",
        PictureForm,
        lambda: translate("ExportDialog", "Save as picture"),
        lambda: translate("ExportDialog", "PNG pictures"),
    ),
}
"""Every page by its name."""
