"""Painting pages onto a printer, a little at a time in the interface's thread.

PN1  No step takes longer than a few hundredths of a second, but the last of a page, in which Qt packs it: a fifth of a
     second for a thousand notes.  Between steps the interface answers, and the printing can be ended, with nothing
     printed.
PN2  What cannot be painted, or not be written whole, is told by ``failed`` and gives no half print.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from model.draw.theme import Theme
from model.export.leaves import Leaf, Leaves
from model.i18n import translate
from widgets.canvas.paper_painter import PaperPainter
from widgets.dialogs.exports.print_order import DPI, Size, set_paper
from widgets.dialogs.exports.print_send import PrintFault

_SLICE = 0.012
"""Seconds of painting between two looks at what else there is to do."""


def paper_file(path: str, paper: Size, title: str, *, grey: bool = False) -> QPrinter:
    """A printer that writes a PDF with pages of exactly this paper, upright."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(path)
    printer.setResolution(DPI)
    printer.setDocName(title)
    printer.setCreator("Journeywall")
    if grey:
        printer.setColorMode(QPrinter.ColorMode.GrayScale)
    set_paper(printer, paper, QPageLayout.Orientation.Portrait)
    return printer


class PrintRun(QObject):
    """Paints ``pages`` of ``leaves`` one after the other onto ``printer``."""

    progressed = Signal(int)
    """So many pages are painted."""
    finished = Signal()
    failed = Signal(object)
    """A PrintFault, or an error of the program."""

    def __init__(
        self,
        leaves: Leaves,
        pages: Sequence[Leaf],
        printer: QPrinter,
        theme: Theme,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._leaves, self._pages, self._printer, self._theme = leaves, list(pages), printer, theme
        self._painter = QPainter()
        self._steps: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go)

    @property
    def running(self) -> bool:
        """Whether it is painting."""
        return self._timer.isActive()

    def start(self) -> None:
        """Begin; every run ends with ``finished`` or ``failed``, or with :meth:`cancel`."""
        self._steps = self._paint()
        self._timer.start()

    def cancel(self) -> None:
        """End at once.  What is in the file then is no print; a printer is told to forget the pages."""
        if self.running:
            self._timer.stop()
            self._steps = iter(())
            self._printer.abort()
            self._painter.end()

    def _go(self) -> None:
        until = time.perf_counter() + _SLICE
        try:
            next(self._steps)
            while time.perf_counter() < until:
                next(self._steps)
        except StopIteration:
            self._timer.stop()
            self.finished.emit()
        except Exception as error:  # told to whoever printed, who logs what is no PrintFault
            self.cancel()
            self.failed.emit(error)

    def _paint(self) -> Iterator[None]:
        if not self._painter.begin(self._printer):
            raise PrintFault(translate("Print", "The printer could not be started; nothing was printed."))
        paper = PaperPainter(self._painter, self._theme, grey=self._theme.name == "mono")
        for number, leaf in enumerate(self._pages):
            if number and not self._printer.newPage():
                raise PrintFault(translate("Print", "The printer stopped; nothing more was printed."))
            self._painter.save()
            self._place(leaf)
            yield from paper.leaf(leaf, self._leaves)
            self._painter.restore()
            self.progressed.emit(number + 1)
            yield
        if not self._painter.end():
            raise PrintFault(translate("Print", "The printer stopped; nothing more was printed."))

    def _place(self, leaf: Leaf) -> None:
        """Put the page's top left on the paper's at 100 %, turned where the paper is held otherwise (PP2); in the
        middle of a larger paper."""
        painter, printer = self._painter, self._printer
        painter.scale(printer.logicalDpiX() / 72, printer.logicalDpiY() / 72)
        whole = printer.pageLayout().fullRect(QPageLayout.Unit.Point)
        width, height = whole.width(), whole.height()
        if (leaf.width > leaf.height) != (width > height) and leaf.width != leaf.height:
            painter.translate(width, 0)
            painter.rotate(90)
            width, height = height, width
        painter.translate(_middle(width, leaf.width), _middle(height, leaf.height))


def _middle(room: float, length: float) -> float:
    """Where a page begins on its paper, in pt; papers of one name differ by a little, which moves nothing."""
    return (room - length) / 2 if room - length > 6 else 0.0
