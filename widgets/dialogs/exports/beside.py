"""What the export dialog does for a poster beside its preview: counts what changed since the last print, works out what
makes it read farther, and shows how far each lane reads.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import get_args

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from model.document import Document
from model.export.pdf import ExportReport
from model.export.remedies import Kind, Remedy, remedy
from model.i18n import translate
from widgets.dialogs.exports.poster_form import PosterForm
from widgets.dialogs.exports.poster_pane import PosterPane
from widgets.dialogs.exports.press import Press, Proof
from widgets.dialogs.exports.reading_bar import LanesRead, fix_text
from widgets.dialogs.exports.reprints import COUNT, EARLIER, LAST, Reprints, ask_earlier, read_earlier
from widgets.dialogs.exports.worker import Job, Worker
from widgets.dialogs.findings import FindingsDialog

FIX = "fix"
TAGS = (FIX, LAST, COUNT, EARLIER)
"""What the worker is asked for here."""


class Beside(QObject):
    """Follows the preview of one form; of other forms it does nothing."""

    def __init__(self, window: QWidget, document: Document, press: Press, worker: Worker, pane: PosterPane) -> None:
        super().__init__(window)
        self._window, self._document, self._worker, self._pane = window, document, worker, pane
        self._reprints = Reprints(document, press)
        self._form: PosterForm | None = None
        self._wanted: tuple[str, Job] | None = None
        """What the user asked for; a preview that is asked for meanwhile takes its turn, and then it is asked again."""
        self._fixing: Kind | None = None
        """The remedy that is being worked out."""
        pane.reading.fix_wanted.connect(self.fix)
        pane.reading.back_wanted.connect(self._put_back)
        pane.reading.stop_wanted.connect(self._stop_fix)
        worker.progressed.connect(self._progressed)
        pane.reading.lanes_wanted.connect(self._show_lanes)
        pane.missing_wanted.connect(self.show_missing)

    def follow(self, form: PosterForm, folder: Callable[[], Path]) -> None:
        """Work for this form; ``folder`` is where an earlier map is looked for."""
        self._form = form
        form.changed.connect(self._changed)
        form.reprint.file_wanted.connect(lambda: self._choose_earlier(folder()))
        form.reprint.settings_wanted.connect(lambda: self._reprints.settings(form))

    def _changed(self) -> None:
        """Another poster: what helps the one before, and what was said of it, is of no use."""
        self.given_up(FIX)
        self._pane.reading.tell("")

    def go_on(self) -> None:
        """Do what waited until the preview is there."""
        form = self._form
        if form is not None and form.isVisible():
            job = self._wanted or self._reprints.next_job(form, form.options())
            if job is not None:
                self._worker.ask(*job, 0)
                if job[0] in (LAST, COUNT):
                    self._pane.view.set_busy(False)  # what is shown is ready; this is done beside it

    def ready(self, tag: str, result: object) -> None:
        """What the worker made of one of :data:`TAGS`."""
        form = self._form
        self.given_up(tag)
        if form is None:
            return
        if tag == FIX and isinstance(result, tuple):
            self._fixed(form, *result)
        elif tag == LAST:
            self._reprints.take_last(form, result)
            self.go_on()
        elif tag == COUNT and isinstance(result, tuple):
            self._reprints.take_counts(form, result)
        elif tag == EARLIER and isinstance(result, tuple):
            self._reprints.take_file(form, result)
            self.go_on()

    def given_up(self, tag: str) -> None:
        """What was wanted is there, or cannot be."""
        if self._wanted is not None and self._wanted[0] == tag:
            self._wanted = None
        if tag == FIX:
            self._pane.reading.work(None)
            self._fixing = None

    def _ask(self, tag: str, job: Job) -> None:
        self._wanted = (tag, job)
        self._worker.ask(tag, job, 0)

    # -- an earlier print ------------------------------------------------------------------------------------

    def _choose_earlier(self, folder: Path) -> None:
        path = ask_earlier(self._window, folder)
        if path is not None:
            self._ask(EARLIER, lambda: read_earlier(path))

    # -- how far it reads ------------------------------------------------------------------------------------

    @property
    def _report(self) -> ExportReport | None:
        proof: Proof | None = self._pane.view.proof
        return None if proof is None else proof.report

    def fix(self, name: str) -> None:
        """Do what makes the poster read farther; what that is, is worked out first."""
        report, document, form = self._report, self._document, self._form
        kind = next((kind for kind in get_args(Kind) if kind == name), None)
        if kind is None or form is None or report is None or report.reading is None:
            return
        options, reach, per_px = form.options(), report.reading.reading_m, report.mm_per_px
        self._fixing = kind
        self._pane.reading.work(kind)
        self._ask(FIX, lambda: (kind, remedy(kind, document, options, reach, per_px)))
        self._pane.view.set_busy(False)  # what is shown stays; this is done beside it

    def _progressed(self, tag: str, done: int, steps: int) -> None:
        if tag == FIX and self._fixing is not None:
            self._pane.reading.work(self._fixing, done, steps)

    def _stop_fix(self) -> None:
        """Leave everything as it is."""
        self._worker.forget(FIX)
        self.given_up(FIX)

    def _fixed(self, form: PosterForm, kind: Kind, found: Remedy | None) -> None:
        if found is not None:
            names = ", ".join(self._lane_name(lane_id) for lane_id in found.left_out)
            form.apply(found)
            if names:
                self._pane.reading.tell(translate("ExportDialog", "Without {lanes}.").format(lanes=names))
            return
        text = translate("ExportDialog", "{fix}: that makes no difference here.").format(fix=fix_text(kind))
        self._pane.reading.tell(text)
        if self._report is not None:
            self._pane.reading.show_reading(self._report, fixes=True, undo=form.fixed)

    def _lane_name(self, lane_id: str) -> str:
        report = self._report
        lanes = report.reading.lanes if report is not None and report.reading is not None else ()
        return next((lane.name for lane in lanes if lane.lane_id == lane_id), "")

    def _put_back(self) -> None:
        if self._form is not None:
            self._form.put_back()

    def _show_lanes(self) -> None:
        report, form = self._report, self._form
        if report is not None and report.reading is not None:
            shown = form is not None and form.isVisible()
            dialog = LanesRead(report.reading, fixes=shown, parent=self._window)
            dialog.fix_wanted.connect(self.fix)
            dialog.open()

    # -- what cannot be printed ------------------------------------------------------------------------------

    def show_missing(self) -> None:
        """The list of characters that no font here has, each with its note."""
        report = self._report
        if report is not None:
            rows = [(0, missing_text(text.number, text.characters)) for text in report.missing]
            title = translate("ExportDialog", "These characters cannot be printed")
            FindingsDialog(title, rows, self._window).open()


def missing_text(number: str, characters: str) -> str:
    """ "N28: 🜲 (U+1F732)"."""
    shown = " ".join(f"{c} (U+{ord(c):04X})" for c in characters)
    if number:
        return f"{number}: {shown}"
    return translate("ExportDialog", "In a name or title: {characters}").format(characters=shown)
