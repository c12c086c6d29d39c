"""Behind the row that offers to print only the sheets that changed: the earlier print is read, and changes counted.

RS1  The last print of the map is offered by itself; another map, or the PDF of a poster, can be chosen instead.
RS2  Where only the changed sheets were printed, changes are counted from the last whole print after it as well: its
     places are kept.  The sheets that were printed anew count as changed, since one may have changed back.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from model.document import Document
from model.draw.poster_head import written_date
from model.export.base import ExportOptions, poster_options
from model.files.native import SUFFIXES, load
from model.files.prints import LastPrint, last_print
from model.i18n import translate
from model.values import replace
from widgets.dialogs.exports.poster_form import PosterForm
from widgets.dialogs.exports.press import Press
from widgets.dialogs.exports.worker import Job

if TYPE_CHECKING:
    from datetime import datetime

LAST, EARLIER, COUNT = "last print", "earlier", "count"
"""The tags of the jobs."""


class Reprints:
    """What is known of the earlier print, for a form."""

    def __init__(self, document: Document, press: Press) -> None:
        self._document, self._press = document, press
        self._last: LastPrint | None = None
        self._looked = False
        self._counting: object = None
        self._file = ""
        self._counted: object = None

    def next_job(self, form: PosterForm, options: ExportOptions) -> tuple[str, Job] | None:
        """What is to be done when nothing else is: look for the last print, then count what changed."""
        if options.tile is None or form.count > 1 or options.blank:
            return None
        if not self._looked:
            document_id = self._document.document_id
            return LAST, lambda: last_print(document_id)
        self._show(form)
        earlier = form.reprint.earlier
        if earlier is None or (not self._file and self._differs(form)):
            return None
        wanted = poster_options(replace(options, before=earlier, anew=form.reprint.anew or None))
        if self._counted == wanted:
            return None
        self._counting = wanted
        press = self._press
        return COUNT, lambda: press.changed(wanted)

    def take_last(self, form: PosterForm, found: object) -> None:
        """The last print was read."""
        self._looked = True
        self._last = found if isinstance(found, LastPrint) else None
        self._show(form)

    def take_counts(self, form: PosterForm, found: tuple[int, int, bool]) -> None:
        """The changes are counted."""
        self._counted = self._counting
        sheets, changed, kept = found
        form.reprint.set_counts(sheets, changed, kept=kept)

    def take_file(self, form: PosterForm, found: tuple[str, Document]) -> None:
        """The map that was chosen."""
        self._file, document = found
        self._counted = None
        form.reprint.set_earlier(document, translate("ExportDialog", "Since {name}").format(name=self._file))

    def settings(self, form: PosterForm) -> None:
        """Take the settings of the last print."""
        if self._last is not None:
            form.restore({**form.state(), **self._last.settings})
            form.changed.emit()

    def _differs(self, form: PosterForm) -> bool:
        return self._last is None or dict(self._last.settings) != form.print_state()

    def _show(self, form: PosterForm) -> None:
        """The last print, unless a file was chosen."""
        if self._file or self._last is None:
            return
        other = self._differs(form)
        row = form.reprint
        if row.earlier is not self._last.document or row.other != other:
            self._counted = None
            row.set_earlier(self._last.document, _when(self._last.at), other=other, anew=self._last.anew)


def _when(at: datetime) -> str:
    return translate("ExportDialog", "Since the print of {date}").format(date=written_date(at.astimezone().date()))


def ask_earlier(parent: QWidget, folder: Path) -> Path | None:
    """An earlier map, or the PDF of a poster."""
    words = translate("ExportDialog", "The map or PDF of the earlier print")
    kinds = translate("ExportDialog", "Maps and posters") + " (*" + " *".join((*SUFFIXES, ".pdf")) + ")"
    chosen, _ = QFileDialog.getOpenFileName(parent, words, str(folder), kinds)
    return Path(chosen) if chosen else None


def read_earlier(path: Path) -> tuple[str, Document]:
    """The name and the map of an earlier print.  Raises FileError."""
    if path.suffix.lower() == ".pdf":
        from model.importers.base import import_file

        return path.name, import_file(path)[0]
    return path.name, load(path).document
