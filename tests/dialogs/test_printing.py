"""Printing from the export dialog: the button, the system's dialog, what goes to the printer, and what goes wrong.

No test needs a printer: the system's dialog is answered here; its printer is a file, or a program in place of ``lp``.
"""

from __future__ import annotations

import itertools
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageLayout, QPageRanges
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from model.document import Document
from model.draw.displaylist import Rect
from model.export.leaves import Leaf, Leaves, Stamped, outside
from model.values import replace
from print_room import places, sizes
from small_maps import MapMaker
from widgets.controls.bar import Bar
from widgets.dialogs.export import ExportDialog
from widgets.dialogs.exports import print_order, print_send, printing
from widgets.dialogs.exports.poster_form import PosterForm
from widgets.dialogs.exports.press import Press, Wish
from widgets.dialogs.exports.print_order import Order, knows_paper, order_of, paper_problem, set_paper
from widgets.dialogs.exports.printing import EdgeQuestion

Shower = Callable[[QDialog], None]
A4, A3 = (210.0, 297.0), (297.0, 420.0)


@dataclass
class Answer:
    """What a person does in the system's dialog."""

    path: Path | None = None
    change: Callable[[QPrinter], object] = lambda _printer: None
    accept: bool = True
    asked: list[tuple[int, str, tuple[float, float], bool]] = field(default_factory=list)
    """(pages, title, paper as it was preset, whether it was preset lying)."""

    def __call__(self, printer: QPrinter, pages: int, title: str, _parent: QWidget) -> bool:
        layout = printer.pageLayout()
        size = layout.pageSize().size(layout.pageSize().Unit.Millimeter)
        lying = layout.orientation() == QPageLayout.Orientation.Landscape
        self.asked.append((pages, title, (round(size.width()), round(size.height())), lying))
        if self.path is not None:
            printer.setOutputFileName(str(self.path))
        self.change(printer)
        return self.accept


@pytest.fixture(scope="module")
def shoes() -> Document:
    maker = MapMaker(title="Schoenen")
    maker.columns(("Zoeken", [""]), ("Aankoop", [""]), ("Nazorg", [""])).lanes("touchpoints", "pain_points")
    maker.card("touchpoint", "s0", "Kijkt in de etalage")
    maker.card("pain_point", "s1", "Voorraad klopt niet", severity=4)
    return maker.document()


def stand_in() -> QPrinter:
    """A printer that is a file, whatever printers there are here."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    return printer


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Answer:
    """The dialog of a computer with one printer; its print goes into a file."""
    made = Answer(tmp_path / "print.pdf")
    monkeypatch.setattr(printing, "printers", lambda: ["Office"])
    monkeypatch.setattr(printing, "printer_for", lambda _paper: stand_in())
    monkeypatch.setattr(printing, "ask_printer", made)
    return made


@pytest.fixture(scope="module")
def press(shoes: Document) -> Press:
    """One press for all dialogs: their previews are the same."""
    return Press(shoes)


@pytest.fixture
def dialog(
    shoes: Document,
    press: Press,
    window: QMainWindow,
    show: Shower,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> ExportDialog:
    """The dialog, with one page A0 to print."""
    monkeypatch.setattr("widgets.dialogs.export.Press", lambda _document: press)
    made = ExportDialog(shoes, tmp_path / "Shoes", "poster", window)
    show(made)
    QTest.qWait(20)
    qtbot.waitUntil(lambda: not made.worker.busy)
    assert prepared(made, "shop", qtbot) == 1
    return made


def prepared(dialog: ExportDialog, preset: str, qtbot: QtBot) -> int:
    """Choose "home" (A4 sheets) or "shop" (A0); how many pages that gives."""
    form = dialog.form_of("poster")
    assert isinstance(form, PosterForm)
    QTest.mouseClick(form.paper_fields.presets.cards[preset], Qt.MouseButton.LeftButton)
    QTest.qWait(20)
    qtbot.waitUntil(lambda: not dialog.worker.busy)
    proof = dialog.pane.view.proof
    assert proof is not None
    return proof.report.pages


def click_print(dialog: ExportDialog) -> None:
    QTest.mouseClick(dialog.print, Qt.MouseButton.LeftButton)


def sentence(dialog: ExportDialog) -> str:
    """What the bar at the foot says."""
    return " ".join(bar.text() for bar in dialog.bars.findChildren(Bar) if bar.isVisible())


# -- what is printed ---------------------------------------------------------------------------------------------


def test_print_asks_with_the_right_paper_and_prints_every_page(
    dialog: ExportDialog, answer: Answer, qtbot: QtBot
) -> None:
    pages = prepared(dialog, "home", qtbot)
    with qtbot.waitSignal(dialog.exported) as caught:
        click_print(dialog)
    assert caught.args == [str(answer.path)]
    [(count, title, paper, _)] = answer.asked
    assert (count, paper) == (pages, (210, 297))
    assert title == f"Print {pages} pages on A4"
    assert answer.path is not None
    assert [pytest.approx(A4, abs=0.2)] * pages == sizes(answer.path.read_bytes())
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_ctrl_p_prints(dialog: ExportDialog, answer: Answer, qtbot: QtBot) -> None:
    """Ctrl+P opens the dialog, and Ctrl+P in it prints."""
    focus = QApplication.focusWidget()
    assert focus is not None
    with qtbot.waitSignal(dialog.exported):
        QTest.keyClick(focus, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert answer.asked[0][2:] == ((841, 1189), True), "an A0 that lies"


@pytest.mark.parametrize("page", ["workbook", "picture"])
def test_what_is_no_paper_has_no_print_button(page: str, dialog: ExportDialog, qtbot: QtBot) -> None:
    assert dialog.print.isVisible()
    QTest.mouseClick(dialog.pages.button(page), Qt.MouseButton.LeftButton)
    assert not dialog.print.isVisible()


def test_a_kit_is_printed(dialog: ExportDialog, answer: Answer, qtbot: QtBot) -> None:
    QTest.mouseClick(dialog.pages.button("kit"), Qt.MouseButton.LeftButton)
    QTest.qWait(20)
    qtbot.waitUntil(lambda: not dialog.worker.busy)
    proof = dialog.pane.view.proof
    assert proof is not None
    with qtbot.waitSignal(dialog.exported):
        click_print(dialog)
    assert answer.path is not None
    assert len(sizes(answer.path.read_bytes())) == proof.report.pages


def on_posters(dialog: ExportDialog, count: int, qtbot: QtBot) -> int:
    """Put the phases on so many posters; the pages of all of them."""
    form = dialog.form_of("poster")
    assert isinstance(form, PosterForm)
    form.posters.set_value(str(count))
    form.posters.changed.emit()
    QTest.qWait(20)
    qtbot.waitUntil(lambda: not dialog.worker.busy)
    proof = dialog.pane.view.proof
    assert proof is not None and proof.posters == count
    return proof.report.pages


def test_posters_by_phase_are_one_print_with_each_phase_once(
    dialog: ExportDialog, answer: Answer, qtbot: QtBot
) -> None:
    """What was split to be read from farther away need not be saved to be printed."""
    assert on_posters(dialog, 3, qtbot) == 3
    with qtbot.waitSignal(dialog.exported):
        click_print(dialog)
    assert [(count, title) for count, title, _, _ in answer.asked] == [(3, "Print 3 pages on A0")]
    assert answer.path is not None
    data = answer.path.read_bytes()
    assert [pytest.approx((841, 1189), abs=0.4)] * 3 == sizes(data)
    phases = ["Zoeken", "Aankoop", "Nazorg"]
    assert [list(places(data, page, phases)) for page in range(3)] == [[phase] for phase in phases]
    assert places(data, 0, ["etalage"]) and places(data, 1, ["klopt"]), "with the notes of its own map"


def test_sheets_of_several_posters_are_printed_poster_by_poster(
    dialog: ExportDialog, answer: Answer, qtbot: QtBot
) -> None:
    prepared(dialog, "home", qtbot)
    pages = on_posters(dialog, 2, qtbot)
    with qtbot.waitSignal(dialog.exported):
        click_print(dialog)
    assert answer.path is not None
    data = answer.path.read_bytes()
    assert [pytest.approx(A4, abs=0.2)] * pages == sizes(data)
    plans = [page for page in range(pages) if places(data, page, ["Zo hangt de kaart"])]
    assert len(plans) == 2 and plans[0] == 0, "an assembly page before the sheets of each"


def test_leaves_of_two_files_show_each_their_own_map() -> None:
    """Both call it by the same name."""
    one, other, both = Leaves(), Leaves(), Leaves()
    for leaves, color in ((one, "#111111"), (other, "#222222")):
        leaves.keep("map", (Rect(0, 0, 10, 10, fill=color),), content=True)
        leaves.pages.append(Leaf(100, 100, (Stamped("map", 0, 0, 1, None, True),), (), True))
    both.add(one, "0/")
    both.add(other, "1/")
    shown = [both.forms[stamp.form][0] for leaf in both.pages for stamp in leaf.shown]
    assert [op.fill for op in shown if isinstance(op, Rect)] == ["#111111", "#222222"]
    assert all(both.is_content(stamp) for leaf in both.pages for stamp in leaf.shown)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda p: (p.setPrintRange(p.PrintRange.PageRange), p.setFromTo(2, 3)), (1, 2)),
        (lambda p: (p.setPrintRange(p.PrintRange.PageRange), p.setPageRanges(QPageRanges.fromString("1,4-9"))), (0, 3)),
        (lambda p: p.setCopyCount(2), (0, 1, 2, 3, 0, 1, 2, 3)),
        (lambda p: (p.setCopyCount(2), p.setCollateCopies(False)), (0, 0, 1, 1, 2, 2, 3, 3)),
        (lambda p: p.setPageOrder(p.PageOrder.LastPageFirst), (3, 2, 1, 0)),
    ],
)
def test_range_copies_and_order_are_heeded(
    change: Callable[[QPrinter], object], expected: tuple[int, ...], qtbot: QtBot, tmp_path: Path
) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "x.pdf"))
    change(printer)
    assert order_of(printer, 4).sequence == expected


def test_a_part_of_the_pages_twice(dialog: ExportDialog, answer: Answer, qtbot: QtBot) -> None:
    """The pages themselves, not only their number."""
    prepared(dialog, "home", qtbot)

    def change(printer: QPrinter) -> None:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(1, 2)
        printer.setCopyCount(2)

    answer.change = change
    with qtbot.waitSignal(dialog.exported):
        click_print(dialog)
    assert answer.path is not None
    data = answer.path.read_bytes()
    words = [bool(places(data, page, ("How the map hangs", "Zo hangt de kaart"))) for page in range(4)]
    assert words == [True, False, True, False]


def test_a_range_beyond_the_last_page_is_told(dialog: ExportDialog, answer: Answer, qtbot: QtBot) -> None:
    def change(printer: QPrinter) -> None:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(7, 9)

    answer.change = change
    with qtbot.waitSignal(dialog.printing.refused):
        click_print(dialog)
    assert "There is 1 page; choose that one to print." in sentence(dialog)


# -- to a printer of the system ----------------------------------------------------------------------------------


@pytest.fixture
def lp(answer: Answer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program in place of ``lp``, which notes down what it is told; the folder of its notes."""
    if sys.platform == "win32":
        pytest.skip("Windows has no lp")
    notes = tmp_path / "lp-notes"
    notes.mkdir()
    program = tmp_path / "lp"
    program.write_text(
        f"#!{sys.executable}\nimport pathlib, shutil, sys\nnotes = pathlib.Path({str(notes)!r})\n"
        "refusal = notes / 'refuse'\n"
        "if refusal.exists():\n    sys.exit(refusal.read_text())\n"
        "(notes / 'words').write_text('\\n'.join(sys.argv[1:]))\nshutil.copy(sys.argv[-1], notes / 'pages.pdf')\n"
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    real = order_of

    def ordered(printer: QPrinter, count: int) -> Order:
        order = real(printer, count)
        return replace(order, printer="Office", options=(("media", "A4"), ("InputSlot", "Tray2")))

    monkeypatch.setattr(print_order, "to_file", lambda _printer: False)
    monkeypatch.setattr(printing, "order_of", ordered)
    monkeypatch.setattr(printing, "spooler", lambda: str(program))
    return notes


def test_the_printing_system_is_told_not_to_scale(dialog: ExportDialog, answer: Answer, lp: Path, qtbot: QtBot) -> None:
    pages = prepared(dialog, "home", qtbot)
    answer.change = lambda printer: printer.setCopyCount(3)
    with qtbot.waitSignal(dialog.printed) as caught:
        click_print(dialog)
    assert caught.args == [f"{pages * 3} pages went to “Office”."]
    words = (lp / "words").read_text().split("\n")
    options = [after for before, after in itertools.pairwise(words) if before == "-o"]
    assert words[words.index("-d") + 1] == "Office"
    assert words[words.index("-n") + 1] == "3"
    assert "print-scaling=none" in options
    assert {"media=A4", "InputSlot=Tray2", "collate=true"} <= set(options)
    assert sizes((lp / "pages.pdf").read_bytes()) == [pytest.approx(A4, abs=0.2)] * pages, "the copies are its own work"
    assert not Path(words[-1]).exists(), "nothing is left behind"
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_printer_that_refuses_is_told_with_its_reason(
    dialog: ExportDialog, answer: Answer, lp: Path, qtbot: QtBot
) -> None:
    (lp / "refuse").write_text("lp: The printer or class does not exist.")
    with qtbot.waitSignal(dialog.printing.refused):
        click_print(dialog)
    assert "“Office” did not take the pages (The printer or class does not exist)." in sentence(dialog)
    assert dialog.isVisible() and dialog.print.isEnabled() and dialog.save.isEnabled()
    (lp / "refuse").unlink()
    with qtbot.waitSignal(dialog.printed):
        click_print(dialog)


def test_a_fault_of_the_program_is_told_too(
    dialog: ExportDialog, answer: Answer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(*_: object) -> None:
        raise KeyError("no such colour")

    monkeypatch.setattr("widgets.canvas.paper_painter.PaperPainter._rect", faulty)
    with qtbot.captureExceptions() as caught, qtbot.waitSignal(dialog.printing.refused):
        click_print(dialog)
    assert "A fault of the program is in the log; nothing was printed." in sentence(dialog)
    assert not dialog.printing.running
    assert answer.path is not None and not answer.path.exists()
    assert [kind for kind, *_ in caught] == [KeyError], "the error hooks of the program get it"


# -- what cannot be ----------------------------------------------------------------------------------------------


def test_without_a_printer_it_says_what_to_do(
    dialog: ExportDialog, answer: Answer, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the button beside the sentence does it."""
    monkeypatch.setattr(printing, "printers", list)
    monkeypatch.setattr("ctypes.CDLL", lambda name: name)
    click_print(dialog)
    assert "no printer on this computer" in sentence(dialog)
    assert not answer.asked
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "saved.pdf"), ""))
    [bar] = [bar for bar in dialog.bars.findChildren(Bar) if bar.isVisible()]
    button = next(each for each in bar.findChildren(QWidget) if getattr(each, "text", str)() == "Save as PDF")
    with qtbot.waitSignal(dialog.exported):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(sizes((tmp_path / "saved.pdf").read_bytes())) == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere nothing is to be added")
def test_a_linux_without_the_library_is_told_which(
    dialog: ExportDialog, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacking(name: str) -> None:
        raise OSError(f"{name}: cannot open shared object file")

    monkeypatch.setattr(printing, "printers", list)
    monkeypatch.setattr("ctypes.CDLL", lacking)
    click_print(dialog)
    assert "libcups2" in sentence(dialog)


def test_nothing_is_printed_when_the_question_is_not_answered(
    dialog: ExportDialog, answer: Answer, qtbot: QtBot
) -> None:
    answer.accept = False
    with qtbot.waitSignal(dialog.printing.running_changed, check_params_cb=lambda running: not running):
        click_print(dialog)
    assert answer.path is not None and not answer.path.exists()
    assert dialog.isVisible() and dialog.print.isEnabled()
    assert not sentence(dialog)


def test_smaller_paper_is_told_before_anything_is_printed(
    dialog: ExportDialog, answer: Answer, lp: Path, qtbot: QtBot
) -> None:
    answer.change = lambda printer: set_paper(printer, A4, QPageLayout.Orientation.Portrait)
    with qtbot.waitSignal(dialog.printing.refused):
        click_print(dialog)
    assert "The pages are A0 and you chose paper of A4" in sentence(dialog)
    assert not (lp / "words").exists()


def test_paper_that_the_dialog_went_back_to_is_nobodys_choice(
    dialog: ExportDialog, answer: Answer, lp: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Qt's dialog sets a printer to its own paper, Letter or A4, whatever was preset."""
    answer.change = lambda printer: set_paper(printer, A4, QPageLayout.Orientation.Portrait)
    monkeypatch.setattr(print_order, "_is_default", lambda _printer, paper: paper == pytest.approx(A4, abs=1))
    with qtbot.waitSignal(dialog.printed):
        click_print(dialog)
    assert sizes((lp / "pages.pdf").read_bytes()) == [pytest.approx((841, 1189), abs=0.2)]


def test_larger_paper_that_was_chosen_is_printed_on(
    dialog: ExportDialog, answer: Answer, lp: Path, qtbot: QtBot
) -> None:
    prepared(dialog, "home", qtbot)
    answer.change = lambda printer: set_paper(printer, A3, QPageLayout.Orientation.Portrait)
    with qtbot.waitSignal(dialog.printed):
        click_print(dialog)
    assert sizes((lp / "pages.pdf").read_bytes())[0] == pytest.approx(A3, abs=0.2)


def test_a_file_has_any_paper(dialog: ExportDialog, answer: Answer, qtbot: QtBot) -> None:
    answer.change = lambda printer: set_paper(printer, A4, QPageLayout.Orientation.Portrait)
    with qtbot.waitSignal(dialog.exported):
        click_print(dialog)
    assert answer.path is not None
    assert sizes(answer.path.read_bytes()) == [pytest.approx((841, 1189), abs=0.2)]


def test_cancel_ends_it_and_leaves_nothing(
    dialog: ExportDialog, answer: Answer, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("widgets.dialogs.exports.print_run._SLICE", 0.0)
    made: list[str] = []
    real = print_send.paper_path

    def noted() -> str:
        made.append(real())
        return made[-1]

    monkeypatch.setattr(printing, "paper_path", noted)
    prepared(dialog, "home", qtbot)

    def one_page_done(done: int, pages: int) -> bool:
        return done == 1 and pages > 2

    with qtbot.waitSignal(dialog.printing.progressed, check_params_cb=one_page_done):
        click_print(dialog)
    assert dialog.cancel.isEnabled() and not dialog.save.isEnabled()
    assert "1 of" in dialog.details.text()
    QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    assert not dialog.printing.running
    assert dialog.isVisible() and dialog.print.isEnabled() and dialog.save.isEnabled()
    assert answer.path is not None and not answer.path.exists()
    assert made and not Path(made[0]).exists()


def test_a_full_disk_keeps_the_file_that_is_there(
    dialog: ExportDialog, answer: Answer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Qt does not tell when a write fails; the end of the file does."""
    assert answer.path is not None
    answer.path.write_bytes(b"old")
    real = print_send.whole

    def cut(path: str) -> bytes:
        whole = Path(path).read_bytes()
        Path(path).write_bytes(whole[: len(whole) // 2])
        return real(path)

    monkeypatch.setattr(print_send, "whole", cut)
    with qtbot.waitSignal(dialog.printing.refused):
        click_print(dialog)
    assert "make room on the disk" in sentence(dialog)
    assert answer.path.read_bytes() == b"old"


def test_a_place_that_cannot_be_written_is_told(dialog: ExportDialog, answer: Answer, qtbot: QtBot) -> None:
    assert answer.path is not None
    answer.path.mkdir()
    with qtbot.waitSignal(dialog.printing.refused):
        click_print(dialog)
    assert "Not printed." in sentence(dialog)


# -- paper and edges ---------------------------------------------------------------------------------------------


@dataclass
class Info:
    """What a printer says of its papers."""

    sizes: list[tuple[float, float]]
    custom: bool = False
    most: tuple[float, float] = (0.0, 0.0)

    def supportedPageSizes(self) -> list[object]:
        from widgets.dialogs.exports.print_order import page_size

        return [page_size(size) for size in self.sizes]

    def supportsCustomPageSizes(self) -> bool:
        return self.custom

    def maximumPhysicalPageSize(self) -> object:
        from PySide6.QtCore import QSizeF
        from PySide6.QtGui import QPageSize

        return QPageSize(QSizeF(*self.most), QPageSize.Unit.Millimeter) if self.most[0] else QPageSize()


@pytest.mark.parametrize(
    ("info", "paper", "known"),
    [
        (Info([A4, (215.9, 279.4)]), A4, True),
        (Info([A4]), A3, False),
        (Info([(209.9, 297.04)]), A4, True),
        (Info([A4], custom=True, most=(1066.8, 45720.0)), (914.0, 2300.0), True),
        (Info([A4], custom=True, most=(215.9, 355.6)), A3, False),
        (Info([]), A3, True),
    ],
)
def test_which_papers_a_printer_knows(info: Info, paper: tuple[float, float], known: bool) -> None:
    assert knows_paper(info, paper) is known  # type: ignore[arg-type]  # it answers like a QPrinterInfo


def test_larger_paper_is_no_problem(qtbot: QtBot) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    set_paper(printer, A3, QPageLayout.Orientation.Portrait)
    assert paper_problem(printer, A4) == ""
    assert "paper of A3" in paper_problem(printer, (594.0, 841.0))


def test_what_stands_at_the_edge_is_asked_about(
    dialog: ExportDialog, answer: Answer, lp: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A printer that leaves 25 mm white loses a part of the poster; nothing is printed unless one says so."""
    monkeypatch.setattr(printing, "white_edge", lambda _printer: 25.0)
    asked: list[str] = []

    def say(reply: bool) -> None:
        def shown(self: EdgeQuestion) -> int:
            asked.append(self.windowTitle())
            return int(reply)

        monkeypatch.setattr(EdgeQuestion, "exec", shown)

    say(False)
    with qtbot.waitSignal(dialog.printing.running_changed, check_params_cb=lambda running: not running):
        click_print(dialog)
    assert asked and not (lp / "words").exists()
    say(True)
    with qtbot.waitSignal(dialog.printed):
        click_print(dialog)
    assert (lp / "words").exists()


def test_marks_at_the_edge_are_told_and_printed(
    dialog: ExportDialog, answer: Answer, lp: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Crop marks stand in the printer's margin: with 4.2 mm of white they are shorter, which is said once."""
    monkeypatch.setattr(printing, "white_edge", lambda _printer: 4.2)
    prepared(dialog, "home", qtbot)
    with qtbot.waitSignal(dialog.printed) as caught:
        click_print(dialog)
    assert caught.args is not None
    assert str(caught.args[0]).endswith("It leaves 4.2 mm white at the edges; marks that stand there are not printed.")


def test_the_map_of_a_sheet_is_inside_its_margin(shoes: Document) -> None:
    """Of a poster in parts nothing is lost on a printer that leaves 5 mm white, and content from 6 mm on."""
    from model.draw.theme import load_theme
    from model.export.pdf import PosterOptions

    leaves: Leaves = printing.pages_of(shoes, PosterOptions(paper="A2", tile="A4"))
    color = load_theme("poster").color
    sheets = leaves.pages[1:]
    assert [outside(leaf, leaves, (5.0,) * 4, color)[0] for leaf in sheets] == [False] * len(sheets)
    assert any(outside(leaf, leaves, (30.0,) * 4, color)[0] for leaf in sheets)
    assert all(outside(leaf, leaves, (4.2,) * 4, color)[1] for leaf in sheets), "marks"


def test_lp_itself_if_there_is_one() -> None:
    """The words that are used are words of the real program; without it there is nothing to learn here."""
    program = print_send.spooler()
    if program is None:
        pytest.skip("there is no lp on this computer")
    words = [program, "-d", "no-such-printer", "-o", "print-scaling=none", "-n", "2", "-t", "x", "--", __file__]
    done = subprocess.run(words, capture_output=True, check=False, timeout=60)
    assert done.returncode != 0
    assert b"nknown option" not in done.stderr


def test_previews_and_prints_share_one_thread(
    dialog: ExportDialog, answer: Answer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No two exports are made at once: the pages of a print wait for a preview that is being made."""
    going, go_on, composed = threading.Event(), threading.Event(), threading.Event()
    real = printing.pages_of

    def preview() -> None:
        going.set()
        go_on.wait(60)

    def noted(document: Document, wish: Wish) -> Leaves:
        composed.set()
        return real(document, wish)

    monkeypatch.setattr(printing, "pages_of", noted)
    dialog.worker._pool.submit(preview)
    qtbot.waitUntil(going.is_set)
    click_print(dialog)
    QTest.qWait(100)
    assert not composed.is_set()
    with qtbot.waitSignal(dialog.exported):
        go_on.set()
    assert composed.is_set()


def test_cancel_while_pages_are_composed(
    dialog: ExportDialog, answer: Answer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is asked for a printer any more."""
    going, go_on = threading.Event(), threading.Event()

    def slow(*_: object) -> Leaves:
        going.set()
        go_on.wait(60)
        return Leaves()

    monkeypatch.setattr(printing, "pages_of", slow)
    click_print(dialog)
    qtbot.waitUntil(going.is_set)
    QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    assert not dialog.printing.running and dialog.isVisible()
    go_on.set()
    QTest.qWait(100)
    assert not answer.asked
