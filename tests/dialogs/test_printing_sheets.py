"""Sheets that are hung or cut, from a printer: never on both sides, and a print of some of them is no print of all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from model.document import Document
from model.files.prints import last_print
from model.records import row_to_record
from small_maps import MapMaker
from widgets.dialogs.export import ExportDialog
from widgets.dialogs.exports import printing

Shower = Callable[[QDialog], None]
LEFT = Qt.MouseButton.LeftButton


class Noted(QPrinter):
    """A printer that is a file, and prints on both sides if nobody says otherwise."""

    sides: QPrinter.DuplexMode = QPrinter.DuplexMode.DuplexLongSide

    def __init__(self) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)

    def setDuplex(self, duplex: QPrinter.DuplexMode) -> None:
        self.sides = duplex


@pytest.fixture
def shoes() -> Document:
    maker = MapMaker(title="Schoenen")
    maker.columns(("Zoeken", [""]), ("Aankoop", [""]), ("Nazorg", [""])).lanes("touchpoints", "solutions")
    maker.card("touchpoint", "s0", "Kijkt in de etalage")
    solution = maker.card("solution", "s1", "Hangt een bord op")
    maker.put(row_to_record("actions", {"id": "a1", "item_id": solution, "text": "Bestelt een bord", "order": "a"}))
    return maker.document()


@dataclass
class Asked:
    """What the system's dialog was shown, and which pages are chosen in it: from, to."""

    sides: QPrinter.DuplexMode | None = None
    pages: tuple[int, int] | None = None


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Asked:
    """The system's dialog, answered."""
    told = Asked()

    def answer(printer: QPrinter, _pages: int, _title: str, _parent: QWidget) -> bool:
        assert isinstance(printer, Noted)
        told.sides = printer.sides
        printer.setOutputFileName(str(tmp_path / "print.pdf"))
        if told.pages is not None:
            printer.setPrintRange(QPrinter.PrintRange.PageRange)
            printer.setFromTo(*told.pages)
        return True

    monkeypatch.setattr(printing, "printers", lambda: ["Office"])
    monkeypatch.setattr(printing, "printer_for", lambda _paper: Noted())
    monkeypatch.setattr(printing, "ask_printer", answer)
    return told


Opener = Callable[[str], ExportDialog]


@pytest.fixture
def opened(shoes: Document, window: QMainWindow, show: Shower, qtbot: QtBot, tmp_path: Path) -> Opener:
    def made(page: str) -> ExportDialog:
        dialog = ExportDialog(shoes, tmp_path / "Shoes", page, window)
        show(dialog)
        QTest.qWait(20)
        qtbot.waitUntil(lambda: not dialog.worker.busy, timeout=30_000)
        return dialog

    return made


@pytest.mark.parametrize(
    ("page", "sides"),
    [
        ("poster", QPrinter.DuplexMode.DuplexNone),
        ("kit", QPrinter.DuplexMode.DuplexNone),
        ("actions", QPrinter.DuplexMode.DuplexLongSide),
    ],
)
def test_what_is_hung_or_cut_is_printed_on_one_side(
    page: str, sides: QPrinter.DuplexMode, opened: Opener, asked: Asked, qtbot: QtBot
) -> None:
    """An office printer prints on both sides, and then half the sheets are on the backs of others."""
    dialog = opened(page)
    asked.pages = (1, 1)
    with qtbot.waitSignal(dialog.exported, timeout=30_000):
        QTest.mouseClick(dialog.print, LEFT)
    assert asked.sides == sides


def test_a_print_of_some_sheets_is_not_remembered_as_one_of_all(
    opened: Opener, asked: Asked, shoes: Document, qtbot: QtBot
) -> None:
    dialog = opened("poster")
    report = dialog.pane.view.proof.report  # type: ignore[union-attr]  # the preview is there
    assert report.pages > 3
    asked.pages = (1, 2)
    with qtbot.waitSignal(dialog.exported, timeout=30_000):
        QTest.mouseClick(dialog.print, LEFT)
    assert last_print(shoes.document_id) is None, "the other sheets hang nowhere"
    dialog = opened("poster")
    asked.pages = (2, report.pages)
    with qtbot.waitSignal(dialog.exported, timeout=30_000):
        QTest.mouseClick(dialog.print, LEFT)
    assert last_print(shoes.document_id) is not None, "all sheets, without the page that says how they hang"
