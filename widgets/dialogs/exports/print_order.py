"""What is asked of a printer, and whether it can do so: paper, pages, copies.

PP1  A page is printed at 100 % on paper of its own size.  Where the printer does not know that paper, or other paper is
     chosen that is too small, nothing is printed and one sentence says what to do.
PP2  A page whose direction is not the paper's is turned by a quarter on it; the paper that comes out is the same.
PP3  Qt's print dialog goes back to the paper that a printer has by default, and a file has any: neither is anybody's
     choice, and the paper of the pages is taken.
PP4  Pages of several papers are several jobs, each on its own paper, one after the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrintEngine, QPrinter, QPrinterInfo

from model.export.leaves import Leaf
from model.export.papers import PAPERS, millimetres
from model.i18n import translate
from model.values import dataclass

DPI = 600
_SLACK = 1.5
"""mm by which papers of one name differ between drivers."""
_MM = QPageLayout.Unit.Millimeter
_CUPS_OPTIONS = 0xFE00
"""Qt's PPK_CupsOptions, which is in none of its public headers; document viewers on Linux read it the same way."""

Size = tuple[float, float]
Sides = Literal["", "one-sided", "two-sided-long-edge", "two-sided-short-edge"]


@dataclass(frozen=True, slots=True)
class Order:
    """What came of the system's dialog.

    ``printer`` is "" for a file, ``path`` the file, "" for a printer; ``paper`` its paper in mm, upright; ``pages`` the
    numbers of the pages to print, from 0, in the order in which they come out of one copy; ``options`` what else the
    printing system of Linux is told.
    """

    printer: str
    path: str
    paper: Size
    pages: tuple[int, ...]
    copies: int = 1
    collate: bool = True
    sides: Sides = ""
    grey: bool = False
    options: tuple[tuple[str, str], ...] = ()

    @property
    def sequence(self) -> tuple[int, ...]:
        """The pages of all copies, as they come out one after the other."""
        if self.collate:
            return self.pages * self.copies
        return tuple(page for page in self.pages for _ in range(self.copies))


def upright(size: Size) -> Size:
    """The short side first."""
    return min(size), max(size)


def page_size(paper: Size) -> QPageSize:
    """A paper as Qt knows it: by its name where it has one."""
    name = next((name for name, size in PAPERS.items() if _same(size, paper)), "")
    if not name:
        name = f"{millimetres(paper[0])} × {millimetres(paper[1])} mm"
    return QPageSize(QSizeF(*paper), QPageSize.Unit.Millimeter, name, QPageSize.SizeMatchPolicy.FuzzyMatch)


def paper_words(paper: Size) -> str:
    """ "A4", or "914 × 2300 mm"."""
    name = next((name for name, size in PAPERS.items() if _same(size, paper)), "")
    return (name.capitalize() if name.islower() else name) or f"{millimetres(paper[0])} × {millimetres(paper[1])} mm"


def to_file(printer: QPrinter) -> bool:
    """Whether a file is printed to, of which Qt makes the PDF itself."""
    return printer.outputFormat() == QPrinter.OutputFormat.PdfFormat


def lies_down(leaves: Sequence[Leaf]) -> bool:
    """Whether most pages are wider than high."""
    return sum(leaf.width > leaf.height for leaf in leaves) * 2 > len(leaves)


def set_up(printer: QPrinter, leaves: Sequence[Leaf], title: str, *, one_sided: bool = False) -> None:
    """Tell a printer the paper of these pages: full page, no margins, no scaling; and ``one_sided`` for what is hung or
    cut, whatever it does else."""
    printer.setDocName(title)
    printer.setCreator("Journeywall")
    printer.setResolution(DPI)
    lay = QPageLayout.Orientation.Landscape if lies_down(leaves) else QPageLayout.Orientation.Portrait
    set_paper(printer, leaves[0].paper_mm, lay)
    if one_sided:
        printer.setDuplex(QPrinter.DuplexMode.DuplexNone)


def set_paper(printer: QPrinter, paper: Size, orientation: QPageLayout.Orientation) -> None:
    """The whole of a paper, held this way."""
    layout = QPageLayout(page_size(paper), orientation, QMarginsF(0, 0, 0, 0), _MM)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)
    printer.setFullPage(True)


def settle_paper(printer: QPrinter, wanted: Size) -> None:
    """Take the paper of the pages where nobody chose another (PP3)."""
    chosen = chosen_paper(printer)
    if _same(chosen, wanted) or (_holds(chosen, wanted) and not _is_default(printer, chosen)):
        return
    if to_file(printer) or _is_default(printer, chosen):
        set_paper(printer, wanted, printer.pageLayout().orientation())


def _is_default(printer: QPrinter, paper: Size) -> bool:
    own = QPrinterInfo.printerInfo(printer.printerName()).defaultPageSize().size(QPageSize.Unit.Millimeter)
    return own.width() > 0 and _same(upright((own.width(), own.height())), paper)


def _holds(paper: Size, wanted: Size) -> bool:
    return paper[0] >= wanted[0] - _SLACK and paper[1] >= wanted[1] - _SLACK


def chosen_paper(printer: QPrinter) -> Size:
    """The paper that a printer is set to, in mm, upright."""
    size = printer.pageLayout().pageSize().size(QPageSize.Unit.Millimeter)
    return upright((size.width(), size.height()))


def white_edge(printer: QPrinter) -> float:
    """mm that the printer leaves white at its worst edge; 0 where that is not known."""
    if to_file(printer):
        return 0.0
    layout = printer.pageLayout()
    layout.setUnits(_MM)
    least = layout.minimumMargins()
    return max(least.left(), least.top(), least.right(), least.bottom())


def order_of(printer: QPrinter, count: int) -> Order:
    """What the user chose of ``count`` pages."""
    filed = to_file(printer)
    pages = list(_range(printer, count))
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    return Order(
        printer="" if filed else printer.printerName(),
        path=printer.outputFileName() if filed else "",
        paper=chosen_paper(printer),
        pages=tuple(pages),
        copies=max(1, printer.copyCount()),
        collate=printer.collateCopies(),
        sides=_sides(printer),
        grey=printer.colorMode() == QPrinter.ColorMode.GrayScale,
        options=() if filed else _options(printer),
    )


def _options(printer: QPrinter) -> tuple[tuple[str, str], ...]:
    """What CUPS is to be told beside: the paper by the printer's own name for it, and the further settings of Qt's
    dialog, which it keeps in a property of its own as name and value, name and value."""
    told = printer.printEngine().property(QPrintEngine.PrintEnginePropertyKey(_CUPS_OPTIONS))
    words = [str(word) for word in told] if isinstance(told, list | tuple) else []
    media = printer.pageLayout().pageSize().key()
    return (("media", media), *zip(words[::2], words[1::2], strict=False))


def paper_problem(printer: QPrinter, wanted: Size) -> str:
    """Why pages of this paper cannot be printed at 100 % on what is chosen (PP1); "" where they can."""
    chosen = chosen_paper(printer)
    name, known = printer.printerName(), True
    if not to_file(printer):
        known = knows_paper(QPrinterInfo.printerInfo(name), wanted)
    if not known:
        text = translate(
            "Print",
            "“{printer}” has no paper of {paper}. Choose sheets of a paper that it has, or save as PDF and have that "
            "printed elsewhere.",
        )
        return text.format(printer=name, paper=paper_words(wanted))
    if not _holds(chosen, wanted):
        text = translate(
            "Print",
            "The pages are {paper} and you chose paper of {chosen}: at 100 % they would be cut off. Choose {paper} in "
            "the print dialog, or sheets of {chosen} here.",
        )
        return text.format(paper=paper_words(wanted), chosen=paper_words(chosen))
    return ""


def knows_paper(info: QPrinterInfo, wanted: Size) -> bool:
    """Whether a printer has this paper; one that tells nothing of its papers is believed to."""
    sizes = [each.size(QPageSize.Unit.Millimeter) for each in info.supportedPageSizes()]
    if not sizes or any(_same(upright((size.width(), size.height())), wanted) for size in sizes):
        return True
    if not info.supportsCustomPageSizes():
        return False
    most = info.maximumPhysicalPageSize().size(QPageSize.Unit.Millimeter)
    largest = upright((most.width(), most.height()))
    if largest[0] <= 0:
        return True
    return wanted[0] <= largest[0] + _SLACK and wanted[1] <= largest[1] + _SLACK


def _same(one: Size, other: Size) -> bool:
    return abs(one[0] - other[0]) <= _SLACK and abs(one[1] - other[1]) <= _SLACK


def _range(printer: QPrinter, count: int) -> Sequence[int]:
    """The pages that were asked for, from 0; those beyond the last are none."""
    if printer.printRange() != QPrinter.PrintRange.PageRange:
        return range(count)
    asked: QPageRanges = printer.pageRanges()
    if asked.isEmpty():
        first, last = printer.fromPage() or 1, printer.toPage() or count
        return range(max(first, 1) - 1, min(last, count))
    return [page for page in range(count) if asked.contains(page + 1)]


def _sides(printer: QPrinter) -> Sides:
    """On which sides of the paper; where the printer is to choose, so that pages turn as they are held."""
    mode = printer.duplex()
    if mode == QPrinter.DuplexMode.DuplexNone:
        return "one-sided"
    if mode == QPrinter.DuplexMode.DuplexLongSide:
        return "two-sided-long-edge"
    if mode == QPrinter.DuplexMode.DuplexShortSide:
        return "two-sided-short-edge"
    lying = printer.pageLayout().orientation() == QPageLayout.Orientation.Landscape
    return "two-sided-short-edge" if lying else "two-sided-long-edge"
