"""Printing from the export dialog: the system's own print dialog, then pages at 100 %, with progress and an end.

What is printed is what would be saved: the pages are noted down while their PDF is made (:mod:`model.export.leaves`).
The road to the printer is decided in docs/decisions/0022-printing.md.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QAbstractButton, QWidget

from model.document import Document
from model.draw.theme import load_theme
from model.export.actions_pdf import ActionListOptions, action_list_pdf
from model.export.errors import ExportError
from model.export.kit.pdf import KitOptions, kit_pdf
from model.export.leaves import Leaf, Leaves, batches, keeping_leaves, outside
from model.export.papers import millimetres
from model.export.pdf import PosterOptions, poster_pdf
from model.files.errors import FileError
from model.i18n import translate
from model.progress import step
from model.values import replace
from widgets.canvas.paper_painter import forget_printed_fonts
from widgets.controls.buttons import Button
from widgets.controls.labels import PlainLabel
from widgets.dialogs.base import BaseDialog
from widgets.dialogs.exports.press import Wish
from widgets.dialogs.exports.print_order import (
    Order,
    Size,
    knows_paper,
    order_of,
    paper_problem,
    paper_words,
    set_paper,
    set_up,
    settle_paper,
    white_edge,
)
from widgets.dialogs.exports.print_run import PrintRun, paper_file
from widgets.dialogs.exports.print_send import PrintFault, forget_paper, keep, paper_path, spool, spooler
from widgets.dialogs.exports.worker import Worker

_COMPOSE, _SEND, _NOTHING = "compose", "send", "nothing"


def printers() -> list[str]:
    """The printers that this computer knows."""
    return QPrinterInfo.availablePrinterNames()


def why_no_printer() -> str:
    """What to do on a computer without a printer, or without the library by which Qt asks for them."""
    if sys.platform.startswith("linux"):
        try:
            ctypes.CDLL("libcups.so.2")
        except OSError:
            return translate(
                "Print",
                "Printing needs the system’s package libcups2, which is not there. Add it, or save as PDF and print "
                "that with another program.",
            )
    return translate(
        "Print",
        "There is no printer on this computer. Save as PDF and print that elsewhere, or add a printer in your system’s "
        "settings.",
    )


def printer_for(paper: Size) -> QPrinter:
    """The printer to begin with: the one that the system prefers, unless only another has the paper."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    preferred = QPrinterInfo.defaultPrinterName()
    names = sorted(printers(), key=lambda name: name != preferred)
    knowing = (name for name in names if knows_paper(QPrinterInfo.printerInfo(name), paper))
    printer.setPrinterName(next(knowing, names[0] if names else ""))
    return printer


def ask_printer(printer: QPrinter, pages: int, title: str, parent: QWidget) -> bool:
    """The system's print dialog: which printer, pages, copies.  Whether it was accepted."""
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, pages > 1)
    dialog.setMinMax(1, pages)
    dialog.setFromTo(1, pages)
    dialog.setPrintRange(QAbstractPrintDialog.PrintRange.AllPages)
    for button in dialog.findChildren(QAbstractButton):
        if button.text():
            button.setIcon(QIcon())  # Qt's own dialog comes with pictures of another style
    accepted = bool(dialog.exec())
    dialog.deleteLater()
    return accepted


def pages_of(document: Document, wish: Wish) -> Leaves:
    """The pages of an export, of several posters one after the other.  Raises ExportError for a request that cannot be
    met."""
    if isinstance(wish, tuple):
        found = Leaves()
        for i, each in enumerate(wish):
            step(i, len(wish))
            found.add(pages_of(document, each), f"{i}/")
        return found
    with keeping_leaves() as leaves:
        if isinstance(wish, PosterOptions):
            poster_pdf(document, replace(wish, attach=False))
        elif isinstance(wish, KitOptions):
            kit_pdf(document, wish)
        else:
            action_list_pdf(document, wish)
    return leaves


class EdgeQuestion(BaseDialog):
    """Whether to print pages of which a printer leaves a part white.  Esc does not print; nor does Enter."""

    def __init__(self, printer: str, edge: float, pages: int, parent: QWidget | None = None) -> None:
        super().__init__(lambda: translate("Print", "Something stands at the edge of the paper"), parent, width=480)
        words = PlainLabel(
            lambda: translate(
                "Print",
                "“{printer}” leaves up to {edge} mm white at the edges, and on %n page(s) something stands there. "
                "Choose a wider margin, or print without it.",
                n=pages,
            ).format(printer=printer, edge=millimetres(round(edge, 1))),
            wrap=True,
        )
        self.body.addWidget(words)
        self.back = self.add_button(Button(lambda: translate("Print", "Back"), "filled"))
        self.on = self.add_button(Button(lambda: translate("Print", "Print anyway")))
        self.back.clicked.connect(lambda _checked=False: self.reject())
        self.on.clicked.connect(lambda _checked=False: self.accept())
        self.set_default(self.back)


class Printing(QObject):
    """One print after the other, for a dialog that stays usable."""

    running_changed = Signal(bool)
    progressed = Signal(int, int)
    """(pages painted, pages in all); (0, 0) while nobody knows."""
    done = Signal(str, list)
    """All is printed: (the sentence that says so, "" where all went into files; the paths of these)."""
    refused = Signal(str)
    """Nothing was printed; the sentence that says why and what to do."""

    def __init__(self, parent: QWidget, beside: Worker | None = None) -> None:
        """``beside`` is the worker whose thread makes exports already."""
        super().__init__(parent)
        self._window = parent
        self._worker = Worker(self, beside)
        self._worker.finished.connect(self._ready)
        self._worker.failed.connect(self._failed)
        self._leaves = Leaves()
        self._title = ""
        self._theme = "poster"
        self._waiting: list[tuple[Size, list[Leaf]]] = []
        self._run: PrintRun | None = None
        self._path = ""
        self._order: Order | None = None
        self._printed, self._printer, self._edge = 0, "", 0.0
        self._one_sided = True
        self._given: set[int] = set()
        self._going: set[int] = set()
        """Which leaves were printed and are being printed, by their identity."""
        self.skipped: tuple[int, ...] = ()
        """The pages that were left out of the last print, counted from 0."""
        self._files: list[str] = []
        self._running = False

    @property
    def running(self) -> bool:
        """Whether something is on its way to a printer."""
        return self._running

    def begin(self, document: Document, wish: Wish, title: str) -> None:
        """Compose the pages, ask for a printer, and print."""
        if self._running:
            return
        if not printers():
            self.refused.emit(why_no_printer())
            return
        self._title, self._printed, self._printer, self._edge = title, 0, "", 0.0
        self._files = []
        self._one_sided, self._given = not isinstance(wish, ActionListOptions), set()
        first = wish[0] if isinstance(wish, tuple) else wish
        self._theme = "mono" if not isinstance(first, ActionListOptions) and first.bw else "poster"
        self._set_running(True)
        self.progressed.emit(0, 0)
        self._worker.ask(_COMPOSE, lambda: pages_of(document, wish), 0)

    def cancel(self) -> None:
        """End what is under way; of the pages that are not with the printer yet nothing is printed."""
        if self._running and self._order is None:
            self._worker.ask(_NOTHING, lambda: None, 0)
            self._stop()
        elif self._run is not None and self._run.running:
            self._run.cancel()
            self._stop()

    def stop(self) -> None:
        """End with the dialog."""
        self.cancel()
        self._worker.stop()

    # -- one paper after the other ---------------------------------------------------------------------------

    def _ready(self, tag: str, result: object) -> None:
        if tag == _COMPOSE and isinstance(result, Leaves):
            self._leaves = result
            self._waiting = batches(result)
            self._next()
        elif tag == _SEND:
            self._handed_over()

    def _next(self) -> None:
        """Ask for a printer for the next paper, or say that all is printed."""
        self._order = None
        if not self._waiting:
            self._all_done()
            return
        paper, leaves = self._waiting.pop(0)
        printer = printer_for(paper)
        set_up(printer, leaves, self._title, one_sided=self._one_sided)
        words = translate("Print", "Print %n page(s) on {paper}", n=len(leaves)).format(paper=paper_words(paper))
        if not ask_printer(printer, len(leaves), words, self._window) or not self._running:
            self._stop()
            return
        settle_paper(printer, paper)
        problem = paper_problem(printer, paper)
        if problem:
            self._refuse(problem)
            return
        order = order_of(printer, len(leaves))
        if not order.pages:
            text = translate("Print", "There are %n page(s); choose some of these to print.", n=len(leaves))
            self._refuse(text)
            return
        if not self._edges_are_fine(white_edge(printer), order, leaves):
            self._stop()
            return
        self._begin(printer, order, leaves)

    def _edges_are_fine(self, edge: float, order: Order, leaves: Sequence[Leaf]) -> bool:
        """Whether nothing is lost at the edges, or the user knows."""
        if edge <= 0:
            return True
        color = load_theme("mono" if self._theme == "mono" else "poster").color
        found = [outside(leaves[page], self._leaves, (edge,) * 4, color) for page in order.pages]
        lost = sum(content for content, _ in found)
        if lost:
            question = EdgeQuestion(order.printer, edge, lost, self._window)
            return bool(question.exec())
        if any(marks for _, marks in found):
            self._edge = max(self._edge, edge)
        return True

    def _begin(self, printer: QPrinter, order: Order, leaves: Sequence[Leaf]) -> None:
        through = spooler()
        try:
            if order.path or through is not None:
                self._path = paper_path()
                device = paper_file(self._path, order.paper, self._title, grey=order.grey)
                sequence = order.sequence if order.path else order.pages
            else:
                device = printer
                set_paper(device, order.paper, device.pageLayout().orientation())  # the dialog may have set margins
                sequence = order.pages if printer.supportsMultipleCopies() else order.sequence
        except PrintFault as error:
            self._refuse(str(error))
            return
        self._order = order
        self._going = {id(leaves[page]) for page in order.pages}
        theme = load_theme("mono" if self._theme == "mono" else "poster")
        run = self._run = PrintRun(self._leaves, [leaves[page] for page in sequence], device, theme, self)
        total = len(sequence)
        run.progressed.connect(lambda done: self.progressed.emit(done, total))
        run.finished.connect(self._painted)
        run.failed.connect(lambda error: self._failed("", error))
        self.progressed.emit(0, total)
        run.start()

    def _painted(self) -> None:
        order, path, title = self._order, self._path, self._title
        if order is None:
            return
        if not path:
            self._handed_over()
        elif order.path:
            self._worker.ask(_SEND, lambda: keep(path, order.path), 0)
        else:
            self._worker.ask(_SEND, lambda: send(path, order, title), 0)

    def _handed_over(self) -> None:
        order = self._order
        if order is None:
            return
        self._clear()
        self._given |= self._going
        if order.path:
            self._files.append(order.path)
        else:
            self._printed += len(order.sequence)
            self._printer = order.printer
        self._next()

    # -- how it ends -----------------------------------------------------------------------------------------

    def _all_done(self) -> None:
        printed, printer, edge, files = self._printed, self._printer, self._edge, self._files
        self.skipped = tuple(i for i, leaf in enumerate(self._leaves.pages) if id(leaf) not in self._given)
        self._stop()
        if not printed:
            self.done.emit("", files)
            return
        words = translate("Print", "%n page(s) went to “{printer}”.", n=printed).format(printer=printer)
        if edge:
            more = translate("Print", "It leaves {edge} mm white at the edges; marks that stand there are not printed.")
            words += " " + more.format(edge=millimetres(round(edge, 1)))
        self.done.emit(words, files)

    def _failed(self, _tag: str, error: object) -> None:
        if isinstance(error, PrintFault | ExportError | FileError):
            self._refuse(str(error))
            return
        text = translate("Print", "A fault of the program is in the log; nothing was printed. Save as PDF instead.")
        self._refuse(text)
        if isinstance(error, BaseException):
            raise error  # the error hooks of the program log and report it

    def _refuse(self, sentence: str) -> None:
        self._stop()
        self.refused.emit(sentence)

    def _clear(self) -> None:
        if self._run is not None:
            self._run.deleteLater()
            self._run = None
        if self._path:
            forget_paper(self._path)
            self._path = ""

    def _stop(self) -> None:
        self._clear()
        self._waiting, self._order, self._leaves = [], None, Leaves()
        forget_printed_fonts()
        self._set_running(False)

    def _set_running(self, running: bool) -> None:
        if running != self._running:
            self._running = running
            self.running_changed.emit(running)


def send(path: str, order: Order, title: str) -> None:
    """Give the pages of an order to the printing system.  Raises PrintFault."""
    program = spooler()
    if program is None:
        raise PrintFault(translate("Print", "The printing system is gone; nothing was printed."))
    options = list(order.options)
    if order.sides:
        options.append(("sides", order.sides))
    if order.copies > 1:
        options.append(("collate", "true" if order.collate else "false"))
    spool(program, path, order.printer, order.copies, title, options)
