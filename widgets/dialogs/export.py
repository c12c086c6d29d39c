"""The export dialog: poster, workbook or picture, with a preview of the very thing that will be saved.

EX1  The whole map is exported, never the selection, and the dialog says so.
EX2  Previews and the export are made on one worker thread from the frozen document; the dialog never waits for it.
EX3  A file is replaced only when the new one is whole; what goes wrong is said here in one sentence, and the dialog
     stays open.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from model.document import Document
from model.export.actions_pdf import ActionListOptions
from model.export.base import ExportOptions, Made, action_list_options, export_file, poster_options
from model.export.errors import ExportError
from model.export.kit.pdf import MadePart
from model.export.kit.write import write_kit
from model.export.pdf import ExportReport, PosterOptions
from model.files.errors import FileError
from model.i18n import number, translate
from model.layout.maplayout import LayoutOptions
from widgets.controls.bar import Bar, BarStack
from widgets.controls.buttons import Button
from widgets.controls.labels import ElidedLabel, Rule, Surface
from widgets.controls.segmented import Segment, Segmented
from widgets.controls.texts import TextSource, language_changed, name_for_readers
from widgets.dialogs.base import BaseDialog
from widgets.dialogs.exports.book_view import BookView
from widgets.dialogs.exports.forms import BookForm, Form, PageForm, PosterForm, pixels_text
from widgets.dialogs.exports.kinds import KINDS
from widgets.dialogs.exports.kit_form import KitForm, start_of
from widgets.dialogs.exports.poster_pane import PosterPane, size_text
from widgets.dialogs.exports.press import Book, Press, Proof
from widgets.dialogs.exports.printing import Printing, Wish
from widgets.dialogs.exports.worker import DEBOUNCE, Worker
from widgets.dialogs.findings import FindingsDialog

Page = Literal["poster", "kit", "actions", "workbook", "picture"]

WIDTH, HEIGHT = 1300, 860
"""As large as the design has it, in a window that has the room."""
_LEAST = (720, 440)
_SIDE, _SIDE_NARROW = 454, 388
_WIDE = 1180
_SAVING, _PREVIEW = "saving", "preview"
_LEAFING = 60
"""ms of quiet before another page is rendered: its PDF is there already."""


class ExportDialog(BaseDialog):
    """Shows what an export will be, and saves it."""

    exported = Signal(str)
    """The file at this path is whole."""
    printed = Signal(str)
    """A printer has the pages: the sentence that says so."""

    def __init__(
        self,
        document: Document,
        proposed: Path,
        page: str = "poster",
        parent: QWidget | None = None,
        shown: LayoutOptions | None = None,
    ) -> None:
        """``proposed`` is where to save, without a suffix; ``page`` is one of :data:`KINDS`; ``shown`` what is
        drawn on the map, which posters and pictures begin with.

        The action list is offered when the map has actions; without any its page is the poster's.
        """
        super().__init__(lambda: translate("ExportDialog", "Print or export"), parent, width=_LEAST[0])
        self.setMinimumHeight(_LEAST[1])
        self._document, self._proposed, self._shown = document, proposed, shown
        self._press = Press(document)
        self._report: ExportReport | None = None
        self._saving: Path | None = None
        self._options: ExportOptions | None = None
        self._asked: object = None
        self._refused: object = None
        self._wanted_part = ""
        self.worker = Worker(self)
        self.worker.finished.connect(self._ready)
        self.worker.failed.connect(self._failed)
        self.worker.busy_changed.connect(self._show_busy)
        self.printing = Printing(self)
        self.printing.running_changed.connect(self._lock)
        self.printing.progressed.connect(self._show_printing)
        self.printing.refused.connect(self._not_printed)
        self.printing.done.connect(self._printed)
        offered = [
            Segment("poster", lambda: translate("ExportDialog", "Poster"), "map-2"),
            Segment("kit", lambda: translate("ExportDialog", "Paper kit"), "scissors"),
            Segment("actions", lambda: translate("ExportDialog", "Action list"), "list"),
            Segment("workbook", lambda: translate("ExportDialog", "Excel"), "file-spreadsheet"),
            Segment("picture", lambda: translate("ExportDialog", "Picture"), "photo"),
        ]
        if not document.action_table:
            offered = [segment for segment in offered if segment.value != "actions"]
        self.pages = Segmented(offered, lambda: translate("ExportDialog", "Kind of export"))
        self.pages.chosen.connect(self._page_chosen)
        self._forms: dict[str, Form] = {}
        self._areas: dict[str, QScrollArea] = {}
        self.pane, self.book_view = PosterPane(), BookView()
        self.bars = BarStack()
        self._fill()
        self.pane.page_wanted.connect(self._page_wanted)
        self.pane.missing_wanted.connect(self._show_missing)
        self.pane.larger_wanted.connect(self._larger)
        self.pages.set_value(page if page in [segment.value for segment in offered] else "poster")
        self._show_page()
        self.set_default(self.save)
        self._fit()

    # -- how it is built -------------------------------------------------------------------------------------

    def _fill(self) -> None:
        self.heading.setWordWrap(False)
        self.head_row.setStretchFactor(self.heading, 0)
        self.head_row.setContentsMargins(24, 12, 16, 12)
        self.head_row.setSpacing(8)
        self.head_row.insertSpacing(1, 16)
        self.head_row.insertWidget(2, self.pages)
        self.head_row.insertStretch(3, 1)
        self.head_row.setAlignment(self.heading, Qt.AlignmentFlag.AlignVCenter)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.addWidget(Rule())
        row = QHBoxLayout()
        row.setSpacing(0)
        self._left = QStackedWidget()
        self._left.addWidget(self.pane)
        ground = Surface("sunken")
        box = QVBoxLayout(ground)
        box.setContentsMargins(24, 14, 24, 14)
        box.addWidget(self.book_view)
        self._left.addWidget(ground)
        self._side = QStackedWidget()
        row.addWidget(self._left, 1)
        row.addWidget(Rule("vertical"))
        row.addWidget(self._side)
        self.body.addLayout(row, 1)
        self.body.addWidget(self.bars)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(160)
        self._progress.hide()
        self.what, self.details = ElidedLabel("", "strong"), ElidedLabel("", "small")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.what)
        words.addWidget(self.details)
        self.footer.takeAt(0)
        self.footer.addLayout(words, 1)
        self.footer.addWidget(self._progress)
        self.cancel = self.add_button(Button(lambda: translate("Dialogs", "Cancel"), "quiet"))
        self.cancel.clicked.connect(lambda _checked=False: self.reject())
        self.print = self.add_button(Button(lambda: translate("ExportDialog", "Print"), icon_name="printer"))
        self.print.setShortcut(QKeySequence.StandardKey.Print)
        self.print.clicked.connect(lambda _checked=False: self.ask_and_print())
        self._saves: dict[str, Button] = {}
        for page, kind in KINDS.items():
            button = Button(kind.save, "filled", icon_name=kind.icon_name)
            button.clicked.connect(lambda _checked=False: self.ask_and_save())
            self._saves[page] = self.add_button(button)

    def _fit(self) -> None:
        """As large as the design, and no larger than the window behind leaves room for."""
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        width = max(_LEAST[0], min(WIDTH, room.width() - 40))
        height = max(_LEAST[1], min(HEIGHT, room.height() - 32))
        self._side.setFixedWidth(_SIDE if width >= _WIDE else _SIDE_NARROW)
        self.resize(width, height)

    # -- which page ------------------------------------------------------------------------------------------

    @property
    def page(self) -> str:
        """One of :data:`KINDS`."""
        return self.pages.value()

    @property
    def save(self) -> Button:
        """The button that saves what is shown."""
        return self._saves[self.page]

    @property
    def form(self) -> Form:
        """The form of the page."""
        return self.form_of(self.page)

    def form_of(self, page: str) -> Form:
        """The form of a page, made when it is first needed."""
        if page not in self._forms:
            form = self._forms[page] = KINDS[page].form(self._document)
            if self._shown is not None and isinstance(form, PageForm):
                form.on_poster.begin_with(self._shown)
            form.changed.connect(self._changed)
            if isinstance(form, KitForm):
                form.part_shown.connect(self._part_shown)
            self._areas[page] = _scrolled(form)
            self._side.addWidget(self._areas[page])
        return self._forms[page]

    def _page_chosen(self, _page: str) -> None:
        self.bars.remove_bar(_SAVING)
        self._refused = None
        self._show_page()
        self._prefer(self.save)
        self._ask(0)

    def _show_page(self) -> None:
        for page, button in self._saves.items():
            button.setVisible(page == self.page)
        self.print.setVisible(KINDS[self.page].exporter == "pdf")
        self.form_of(self.page)
        self._side.setCurrentWidget(self._areas[self.page])
        self._left.setCurrentIndex(1 if self.page == "workbook" else 0)
        self._show_what()

    def _prefer(self, button: Button) -> None:
        """Let Enter press ``button``, and leave the keyboard where it is."""
        button.setAutoDefault(True)
        button.setDefault(True)

    # -- previews --------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """The first preview."""
        super().showEvent(event)
        self._ask(0)

    def _changed(self) -> None:
        self.bars.remove_bar(_SAVING)
        self._refused = None
        self._ask(DEBOUNCE)

    def _page_wanted(self) -> None:
        """Another page or size; what failed just now would fail again, and its bar took the room."""
        if self.page != "workbook" and self._refused != self.form.wish():
            self._ask(_LEAFING)

    def _ask(self, delay: int) -> None:
        """Ask for the preview of what is chosen now."""
        if self._saving is not None or not self.isVisible():
            return
        options = self._options = self.form.options()
        self._asked = self.form.wish()
        press = self._press
        if self.page == "workbook":
            lang, blank = options.lang or self._document.info.language, bool(options.blank)
            self.worker.ask("workbook", lambda: press.book(lang, blank=blank), delay)
            return
        self.pane.set_tiled(options.tile is not None)
        self.pane.set_leaves(self.page in ("actions", "kit"))
        wish: PosterOptions | ActionListOptions = poster_options(options)
        if self.page == "actions":
            wish = action_list_options(options)
        number, room = self.pane.page, self.pane.view.room()
        form = self.form
        if isinstance(form, KitForm):
            kit = form.wish()
            self.worker.ask("page", lambda: press.kit_proof(kit, number, room), delay)
            return
        self.worker.ask("page", lambda: press.proof(wish, number, room), delay)

    def _larger(self) -> None:
        form = self.form
        if isinstance(form, PosterForm):
            form.larger()

    def _ready(self, tag: str, result: object) -> None:
        if tag == _SAVING and isinstance(result, Made):
            self._saved(result)
            return
        self.bars.remove_bar(_PREVIEW)
        if isinstance(result, Book):
            self.book_view.show_book(result)
            form = self.form
            if isinstance(form, BookForm):
                form.show_book(result)
        elif isinstance(result, Proof) and self._options is not None:
            self._report = result.report
            self.pane.show_proof(result, self._options)
            form = self.form
            if isinstance(form, KitForm) and result.kit is not None:
                form.show_pages(dict(result.kit.pages))
                self._go_to_part(result.kit.parts)
            if isinstance(form, PageForm):
                form.show_report(result.report)
        self._show_what()

    def _failed(self, tag: str, error: object) -> None:
        if tag == _SAVING:
            self._saving = None
            self._lock(False)
        else:
            self._refused = self._asked
        if isinstance(error, ExportError | FileError):
            self._complain(tag, str(error))
            return
        self._complain(tag, translate("ExportDialog", "A fault of the program is in the log. Try another choice."))
        if isinstance(error, BaseException):
            raise error  # the error hooks of the program log and report it

    def _complain(self, tag: str, sentence: str) -> None:
        saving = tag == _SAVING
        key = _SAVING if saving else _PREVIEW
        bar = Bar(
            "danger",
            "alert-triangle",
            lambda: translate("ExportDialog", "Not saved.") if saving else translate("ExportDialog", "No preview."),
            sentence,
        )
        bar.add_close(lambda: translate("Dialogs", "Close"), lambda: self.bars.remove_bar(key))
        self.bars.show_bar(key, bar)
        self._show_what()

    def _part_shown(self, part: str) -> None:
        """A part came into the kit: its first page is shown as soon as it is made."""
        self._wanted_part = part

    def _go_to_part(self, parts: Sequence[MadePart]) -> None:
        wanted, self._wanted_part = self._wanted_part, ""
        start = start_of(parts, wanted)
        if start is not None and start != self.pane.page:
            self.pane.page = start
            self._ask(0)

    def _show_busy(self, busy: bool) -> None:
        self.pane.view.set_busy(busy and self.page != "workbook" and self._saving is None)

    def _show_missing(self) -> None:
        if self._report is not None:
            rows = [(0, _missing_text(text.number, text.characters)) for text in self._report.missing]
            FindingsDialog(lambda: translate("ExportDialog", "These characters cannot be printed"), rows, self).open()

    # -- what it says ----------------------------------------------------------------------------------------

    def _show_what(self) -> None:
        """The line at the foot: what is going to be saved."""
        if self.printing.running:
            return
        if self._saving is not None:
            name = self._saving.name
            self.what.set_source(lambda: translate("ExportDialog", "Saving…"))
            self.details.set_source(name)
            return
        what, details = self._summary()
        self.what.set_source(what)
        self.details.set_source(details)

    def _summary(self) -> tuple[TextSource, TextSource]:
        options, report = self.form.options(), self._report
        if self.page == "workbook":
            return (
                lambda: (
                    translate("ExportDialog", "An empty workbook")
                    if options.blank
                    else translate("ExportDialog", "A workbook with %n note(s)", n=len(self._document.item_table))
                ),
                lambda: translate("ExportDialog", "For Excel and LibreOffice"),
            )
        if report is None:
            return "", ""
        proof = self.pane.view.proof
        if self.page == "picture":
            return (
                lambda: pixels_text(report, options.dpi or 0),
                lambda: translate("ExportDialog", "{dpi} dots per inch").format(dpi=round(options.dpi or 0)),
            )
        form = self.form
        if isinstance(form, KitForm):
            files = len(form.chosen()) if form.split else 1
            return (
                lambda: translate("ExportDialog", "%n page(s)", n=report.pages),
                lambda: translate("ExportDialog", "In %n PDF(s), to be printed at 100 %", n=files),
            )
        if self.page == "actions":
            return (
                lambda: translate("ExportDialog", "%n page(s) {paper}", n=report.pages).format(paper=options.paper),
                lambda: translate("Lists", "%n action(s)", n=len(self._document.action_table)),
            )
        if report.sheets:
            sheets = len(report.sheets)
            return (
                lambda: translate("ExportDialog", "%n page(s) {paper}", n=report.pages).format(paper=options.tile),
                lambda: translate("ExportDialog", "%n sheet(s), and a page that shows how they hang", n=sheets),
            )
        return (
            lambda: translate("ExportDialog", "One page {paper}").format(paper=options.paper),
            lambda: size_text(proof, options) if proof is not None else "",
        )

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        super().changeEvent(event)
        if language_changed(event):
            name_for_readers(self._progress, translate("ExportDialog", "Saving…"))

    # -- saving ----------------------------------------------------------------------------------------------

    def ask_and_save(self) -> None:
        """Ask where, and save there."""
        form = self.form
        split = isinstance(form, KitForm) and form.split
        path = self._ask_folder() if split else self._ask_where()
        if path is None:
            return
        if not split:
            self._proposed = path.with_name(path.name.removesuffix(path.suffix))
        self._saving = path
        self.bars.remove_bar(_SAVING)
        self._lock(True)
        document, options, exporter = self._document, form.options(), KINDS[self.page].exporter
        if isinstance(form, KitForm):
            kit = form.wish()
            self.worker.ask(_SAVING, lambda: write_kit(document, path, kit, split=split), 0)
            return
        self.worker.ask(_SAVING, lambda: export_file(document, path, options, exporter), 0)

    def _ask_folder(self) -> Path | None:
        """The folder for the parts of a kit; files of the same names in it are replaced."""
        words = translate("ExportDialog", "A folder for the parts of the kit")
        chosen = QFileDialog.getExistingDirectory(self, words, str(self._proposed.parent))
        return Path(chosen) if chosen else None

    def _ask_where(self) -> Path | None:
        suffix = KINDS[self.page].suffix
        path = self._proposed.with_name(self._proposed.name + suffix)
        kinds = f"{KINDS[self.page].files()} (*{suffix})"
        while True:
            chosen, _ = QFileDialog.getSaveFileName(self, self.save.text(), str(path), kinds)
            if not chosen:
                return None
            path = Path(chosen)
            if path.suffix.lower() == suffix:
                return path
            path = path.with_name(path.name + suffix)
            if not path.exists():
                return path
            # The system asked about another name than this one: let it ask again before anything is replaced.

    # -- printing --------------------------------------------------------------------------------------------

    def ask_and_print(self) -> None:
        """Ask for a printer, and print there what is shown."""
        self.bars.remove_bar(_SAVING)
        options, form = self.form.options(), self.form
        wish: Wish = form.wish() if isinstance(form, KitForm) else poster_options(options)
        if self.page == "actions":
            wish = action_list_options(options)
        self.printing.begin(self._document, wish, self._proposed.name)

    def _show_printing(self, done: int, pages: int) -> None:
        self._progress.setRange(0, pages)
        self._progress.setValue(done)
        self.what.set_source(lambda: translate("ExportDialog", "Printing…"))
        told = translate("ExportDialog", "{done} of %n page(s)", n=pages).format(done=number(done)) if pages else ""
        self.details.set_source(told)

    def _not_printed(self, sentence: str) -> None:
        bar = Bar("danger", "alert-triangle", lambda: translate("ExportDialog", "Not printed."), sentence)
        bar.add_button(self.save.text, self.ask_and_save)
        bar.add_close(lambda: translate("Dialogs", "Close"), lambda: self.bars.remove_bar(_SAVING))
        self.bars.show_bar(_SAVING, bar)

    def _printed(self, sentence: str, files: list[str]) -> None:
        self.accept()
        for path in files:
            self.exported.emit(path)
        if sentence:
            self.printed.emit(sentence)

    def _lock(self, locked: bool) -> None:
        for widget in (self.pages, self._left, self._side, self.print, self.save):
            widget.setEnabled(not locked)
        self.cancel.setEnabled(not locked or self.printing.running)
        self._progress.setRange(0, 0)
        self._progress.setVisible(locked)
        self._show_what()
        if not locked:
            self.save.setFocus()

    def _saved(self, made: Made) -> None:
        path, self._saving = self._saving, None
        parent = self.parentWidget()
        self.accept()
        self.exported.emit(str(path))
        if made.findings:
            rows = [(0, sentence) for sentence in made.findings]
            FindingsDialog(lambda: translate("ExportDialog", "Saved, with remarks"), rows, parent).open()

    # -- going -----------------------------------------------------------------------------------------------

    def reject(self) -> None:
        """Close without saving; a file that is being written is finished first, and what is printed is ended."""
        if self.printing.running:
            self.printing.cancel()
        elif self._saving is None:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """See :meth:`reject`."""
        if self._saving is not None or self.printing.running:
            event.ignore()
            return
        super().closeEvent(event)

    def done(self, result: int) -> None:
        """End the worker with the dialog."""
        self.worker.stop()
        self.printing.stop()
        super().done(result)


def _missing_text(number: str, characters: str) -> str:
    shown = " ".join(f"{c} (U+{ord(c):04X})" for c in characters)
    if number:
        return f"{number}: {shown}"
    return translate("ExportDialog", "In a name or title: {characters}").format(characters=shown)


def _scrolled(form: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(form)
    return area
