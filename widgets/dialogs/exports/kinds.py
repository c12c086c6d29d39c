"""The pages of the export dialog: what each makes, and its words."""

from __future__ import annotations

from collections.abc import Callable

from model.document import Document
from model.i18n import translate
from model.values import dataclass
from widgets.controls.segmented import Segment
from widgets.dialogs.exports.forms import BookForm, Form, PictureForm
from widgets.dialogs.exports.kit_form import KitForm
from widgets.dialogs.exports.list_form import ListForm
from widgets.dialogs.exports.poster_form import PosterForm


@dataclass(frozen=True, slots=True)
class Kind:
    """A page of the dialog: the exporter's id and suffix, its form, the words and the icon of its button, what its
    files are called, and how its file is ``named`` beside the map ("{name}" for what that is called)."""

    exporter: str
    suffix: str
    icon_name: str
    form: Callable[[Document], Form]
    save: Callable[[], str]
    files: Callable[[], str]
    named: Callable[[], str] | None = None


def _save_pdf() -> str:
    return translate("ExportDialog", "Save as PDF")


def _pdf_files() -> str:
    return translate("ExportDialog", "PDF documents")


def _kit_name() -> str:
    return translate("ExportDialog", "{name}, paper kit")


def _list_name() -> str:
    return translate("ExportDialog", "{name}, action list")


KINDS: dict[str, Kind] = {
    "poster": Kind("pdf", ".pdf", "file-type-pdf", PosterForm, _save_pdf, _pdf_files),
    "kit": Kind("pdf", ".pdf", "file-type-pdf", KitForm, _save_pdf, _pdf_files, _kit_name),
    "actions": Kind("pdf", ".pdf", "file-type-pdf", ListForm, _save_pdf, _pdf_files, _list_name),
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


def offered_pages(document: Document) -> list[Segment]:
    """The pages that a map has something for."""
    found = [
        Segment("poster", lambda: translate("ExportDialog", "Poster"), "map-2"),
        Segment("kit", lambda: translate("ExportDialog", "Paper kit"), "scissors"),
        Segment("actions", lambda: translate("ExportDialog", "Action list"), "list"),
        Segment("workbook", lambda: translate("ExportDialog", "Excel"), "file-spreadsheet"),
        Segment("picture", lambda: translate("ExportDialog", "Picture"), "photo"),
    ]
    return [segment for segment in found if segment.value != "actions" or document.action_table]
