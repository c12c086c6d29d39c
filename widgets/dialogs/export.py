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
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from model.document import Document
from model.export.base import ExportOptions, Made
from model.export.errors import ExportError
from model.export.kit.pdf import MadePart
from model.export.pdf import ExportReport
from model.files.errors import FileError
from model.files.prints import settings_of
from model.finding import Filter
from model.i18n import number, translate
from model.layout.maplayout import LayoutOptions
from widgets.controls.bar import BarStack
from widgets.controls.buttons import Button
from widgets.controls.labels import ElidedLabel, Rule, Surface
from widgets.controls.segmented import Segmented
from widgets.controls.texts import language_changed, name_for_readers, resolve
from widgets.dialogs.base import BaseDialog
from widgets.dialogs.exports import saving
from widgets.dialogs.exports.beside import TAGS, Beside
from widgets.dialogs.exports.book_view import BookView
from widgets.dialogs.exports.forms import BookForm, Form, PageForm
from widgets.dialogs.exports.kinds import KINDS, offered_pages
from widgets.dialogs.exports.kit_form import KitForm, start_of
from widgets.dialogs.exports.parts import scrolled
from widgets.dialogs.exports.poster_form import PosterForm
from widgets.dialogs.exports.poster_pane import PosterPane
from widgets.dialogs.exports.press import Book, Press, Proof
from widgets.dialogs.exports.printing import Printing
from widgets.dialogs.exports.remembered import State, section
from widgets.dialogs.exports.replacing import files_of, may_replace
from widgets.dialogs.exports.summary import summary
from widgets.dialogs.exports.wishes import wish_of
from widgets.dialogs.exports.worker import DEBOUNCE, Worker
from widgets.dialogs.findings import FindingsDialog

Page = Literal["poster", "kit", "actions", "workbook", "picture"]

WIDTH, HEIGHT = 1300, 860
"""As large as the design has it, in a window that has the room."""
_LEAST = (720, 440)
_SIDE, _SIDE_NARROW, _WIDE = 454, 388, 1180
_SAVING, _PREVIEW = "saving", "preview"
_LEAFING = 60  # ms of quiet before another page is rendered: its PDF is there already


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
        wanted: Filter | None = None,
    ) -> None:
        """``proposed`` is where to save, without a suffix; ``page`` is one of :data:`KINDS`; ``shown`` what is
        drawn on the map, which posters and pictures begin with; ``wanted`` what is looked for there.

        The action list is offered when the map has actions; without any its page is the poster's.
        """
        super().__init__(lambda: translate("ExportDialog", "Print or export"), parent, width=_LEAST[0])
        self.setMinimumHeight(_LEAST[1])
        self._document, self._proposed, self._shown, self._wanted = document, proposed, shown, wanted
        self._press = Press(document)
        self._settings = settings_of(document.document_id)
        self._called: dict[str, str] = {}
        self._report: ExportReport | None = None
        self._saving: Path | None = None
        self._options: ExportOptions | None = None
        self._asked: object = None
        self._refused: object = None
        self._wanted_part = ""
        self.worker = Worker(self)
        self.worker.finished.connect(self._ready)
        self.worker.failed.connect(self._failed)
        self.worker.cancelled.connect(self._cancelled)
        self.worker.progressed.connect(self._show_progress)
        self.worker.busy_changed.connect(self._show_busy)
        self.printing = Printing(self, self.worker)
        self.printing.running_changed.connect(self._lock)
        self.printing.progressed.connect(self._show_printing)
        self.printing.refused.connect(self._not_printed)
        self.printing.done.connect(self._printed)
        offered = offered_pages(document)
        self._offered = {segment.value: segment.text for segment in offered}
        self.pages = Segmented(offered, lambda: translate("ExportDialog", "Kind of export"))
        self.pages.chosen.connect(self._page_chosen)
        self._forms: dict[str, Form] = {}
        self._begun: dict[str, State] = {}
        self._areas: dict[str, QScrollArea] = {}
        self.pane, self.book_view = PosterPane(), BookView()
        self.bars = BarStack()
        self._beside = Beside(self, document, self._press, self.worker, self.pane)
        self._fill()
        self.pane.page_wanted.connect(self._page_wanted)
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
            if isinstance(form, PageForm):
                form.on_poster.begin_with(self._shown or LayoutOptions())
                form.on_poster.offer_filter(self._wanted)
            form.restore(section(self._settings, page))
            self._begun[page] = form.state()
            form.changed.connect(self._changed)
            if isinstance(form, KitForm):
                form.part_shown.connect(self._part_shown)
            if isinstance(form, PosterForm):
                self._beside.follow(form, lambda: self._proposed.parent)
            self._areas[page] = scrolled(form)
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
        form = self.form
        posters = form.count if isinstance(form, PosterForm) else 1
        self.pane.undo = isinstance(form, PosterForm) and form.fixed
        self.pane.set_tiled(options.tile is not None and posters == 1)
        self.pane.set_leaves(self.page in ("actions", "kit") or posters > 1)
        number, room = self.pane.page, self.pane.view.room()
        wish = wish_of(self._document, form)
        self.worker.ask("page", lambda: press.page(wish, number, room), delay)

    def _ready(self, tag: str, result: object) -> None:
        if tag == _SAVING and isinstance(result, Made):
            self._saved(result)
            return
        form = self.form
        if tag in TAGS:
            self._beside.ready(tag, result)
            return
        self.bars.remove_bar(_PREVIEW)
        if isinstance(result, Book):
            self.book_view.show_book(result)
            if isinstance(form, BookForm):
                form.show_book(result)
        elif isinstance(result, Proof) and self._options is not None:
            self._report = result.report
            self.pane.show_proof(result, self._options)
            if isinstance(form, KitForm) and result.kit is not None:
                form.show_pages(dict(result.kit.pages))
                self._go_to_part(result.kit.parts)
            if isinstance(form, PageForm):
                form.show_report(result.report)
        self._show_what()
        self._beside.go_on()

    def _cancelled(self, tag: str) -> None:
        if tag == _SAVING:
            self._saving = None
            self._lock(False)
            self._ask(0)

    def _failed(self, tag: str, error: object) -> None:
        if tag == _SAVING:
            self._saving = None
            self._lock(False)
        elif tag in TAGS:
            self._beside.given_up(tag)
        else:
            self._refused = self._asked
        if isinstance(error, ExportError | FileError):
            self._complain(tag, str(error))
            return
        self._complain(tag, translate("ExportDialog", "A fault of the program is in the log. Try another choice."))
        if isinstance(error, BaseException):
            raise error  # the error hooks of the program log and report it

    def _complain(self, tag: str, sentence: str, solve: saving.Solution | None = None) -> None:
        if tag == _SAVING:
            saving.trouble(self.bars, _SAVING, lambda: translate("ExportDialog", "Not saved."), sentence, solve)
        elif tag in TAGS:
            saving.trouble(self.bars, _SAVING, lambda: translate("ExportDialog", "Not possible."), sentence)
        else:
            saving.trouble(self.bars, _PREVIEW, lambda: translate("ExportDialog", "No preview."), sentence)
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
        what, details = summary(self._document, self.form, self.pane.view.proof)
        self.what.set_source(what)
        self.details.set_source(details)

    def _show_progress(self, tag: str, done: int, pages: int) -> None:
        """How far a file is that is being made."""
        if tag != _SAVING or self._saving is None:
            return
        self._progress.setRange(0, pages)
        self._progress.setValue(done)
        told = translate("ExportDialog", "Page {page} of {pages}").format(page=number(done), pages=number(pages))
        self.details.set_source(told)
        self._progress.setAccessibleDescription(told)

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        super().changeEvent(event)
        if language_changed(event):
            name_for_readers(self._progress, translate("ExportDialog", "Saving…"))

    # -- saving ----------------------------------------------------------------------------------------------

    def proposed(self) -> Path:
        """Where the page's file is to go, without its suffix."""
        named, name = KINDS[self.page].named, self._proposed.name
        return self._proposed.with_name(self._called.get(self.page) or (named().format(name=name) if named else name))

    def ask_and_save(self) -> None:
        """Ask where, and save there."""
        form, kind, proposed = self.form, KINDS[self.page], self.proposed()
        several, words = saving.in_folder(form), self.save.text()
        if several:
            path = saving.ask_folder(self, form, proposed.parent)
        else:
            path = saving.ask_file(self, kind, words, proposed, self._offered)
        other = "" if path is None or several else saving.other_page(path, kind, self._offered)
        if path is not None and other:
            self._offer_page(other, path)
            return
        if path is None or (several and not may_replace(files_of(form, path, proposed.name), self)):
            return
        if not several:
            self._called[self.page] = path.name.removesuffix(path.suffix)
            self._proposed = path.with_name(self._proposed.name)
        self._saving = path
        self.bars.remove_bar(_SAVING)
        self._lock(True)
        self.worker.ask(_SAVING, saving.job_of(self._document, form, kind, path, proposed.name), 0)

    def _offer_page(self, page: str, path: Path) -> None:
        """Say that a name is one of another kind of file, and lead to what makes these."""
        self._called[page] = path.name.removesuffix(path.suffix)
        self._proposed = path.with_name(self._proposed.name)

        def go() -> None:
            self.pages.set_value(page)
            self._page_chosen(page)

        text = saving.wrong_name(KINDS[self.page], path, resolve(self._offered[page]))
        self._complain(_SAVING, text, (self._offered[page], go))

    # -- printing --------------------------------------------------------------------------------------------

    def ask_and_print(self) -> None:
        """Ask for a printer, and print there what is shown."""
        self.bars.remove_bar(_SAVING)
        self.printing.begin(self._document, wish_of(self._document, self.form), self._proposed.name)

    def _show_printing(self, done: int, pages: int) -> None:
        self._progress.setRange(0, pages)
        self._progress.setValue(done)
        self.what.set_source(lambda: translate("ExportDialog", "Printing…"))
        told = translate("ExportDialog", "{done} of %n page(s)", n=pages).format(done=number(done)) if pages else ""
        self.details.set_source(told)

    def _not_printed(self, sentence: str) -> None:
        solve = (self.save.text, self.ask_and_save)
        saving.trouble(self.bars, _SAVING, lambda: translate("ExportDialog", "Not printed."), sentence, solve)

    def _printed(self, sentence: str, files: list[str]) -> None:
        changed = self._report.changed if self._report is not None else None
        saving.printed_job(self._document, self.form, self.printing.skipped)(changed or ())
        self.accept()
        for path in files:
            self.exported.emit(path)
        if sentence:
            self.printed.emit(sentence)

    def _lock(self, locked: bool) -> None:
        for widget in (self.pages, self._left, self._side, self.print, self.save):
            widget.setEnabled(not locked)
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
        """Close without saving; a file that is being made is not made then, and what is printed is ended."""
        if self.printing.running:
            self.printing.cancel()
        elif self._saving is not None:
            self.details.set_source(lambda: translate("ExportDialog", "Being cancelled…"))
            self.worker.give_up()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """See :meth:`reject`."""
        if self._saving is not None or self.printing.running:
            event.ignore()
            return
        super().closeEvent(event)

    def done(self, result: int) -> None:
        """End the worker with the dialog, and remember how it was set."""
        now = {page: form.state() for page, form in self._forms.items()}
        changed = {page: state for page, state in now.items() if state != self._begun[page]}
        self._settings = saving.remember(self._document.document_id, self._settings, changed)
        self._begun |= changed
        self.printing.stop()
        self.worker.stop()
        super().done(result)
