"""How far a poster reads: a green or an amber bar with what helps as buttons, and the whole of it lane by lane."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from model.export.pdf import ExportReport
from model.export.readable import LEAST_MM, WALL_M, LaneText, Reading, size_shown
from model.export.remedies import KINDS, Kind
from model.i18n import QT_TRANSLATE_NOOP, number, translate
from model.legibility import metres_shown, reading_distance
from widgets.controls.buttons import Button
from widgets.controls.flow import FlowLayout
from widgets.controls.labels import PlainLabel
from widgets.dialogs.base import BaseDialog
from widgets.dialogs.exports.parts import Note
from widgets.look.icons import icon

FIXES: dict[Kind, str] = {
    "paper": QT_TRANSLATE_NOOP("ExportDialog", "Larger paper"),
    "sheets": QT_TRANSLATE_NOOP("ExportDialog", "More sheets"),
    "lanes": QT_TRANSLATE_NOOP("ExportDialog", "Fewer lanes"),
    "phases": QT_TRANSLATE_NOOP("ExportDialog", "Split by phase"),
}


_SIGNS = {"check": "state.ok", "info-circle": "ink.3", "alert-triangle": "state.warn"}


def fix_text(kind: Kind) -> str:
    """What a remedy is called."""
    return translate("ExportDialog", FIXES[kind])


class ReadingBar(Note):
    """The sentence about it, and what can be done."""

    lanes_wanted = Signal()
    """Show it lane by lane."""
    fix_wanted = Signal(str)
    """Do what this remedy does (:data:`model.export.remedies.KINDS`)."""
    back_wanted = Signal()
    """Undo the remedy."""
    stop_wanted = Signal()
    """Do not work out the remedy that is being worked out."""

    def __init__(self) -> None:
        super().__init__("ok")
        self._told = ""
        self._shown: tuple[ExportReport, bool, bool] | None = None
        self._working: Kind | None = None
        self._steps = (0, 0)
        self.fixes: dict[str, Button] = {}
        self.back = Button(lambda: translate("ExportDialog", "Put back"), small=True)
        self.back.clicked.connect(lambda _checked=False: self.back_wanted.emit())
        self.back.hide()
        self._links = QWidget()
        self._links.setProperty("clear", True)
        flow = FlowLayout(self._links)
        for kind in KINDS:
            button = Button(partial(fix_text, kind), small=True)
            button.clicked.connect(lambda _checked=False, kind=kind: self.fix_wanted.emit(kind))
            self.fixes[kind] = button
            flow.addWidget(button)
        flow.addWidget(self.back)
        self.stop = Button(lambda: translate("ExportDialog", "Stop"), small=True)
        self.stop.clicked.connect(lambda _checked=False: self.stop_wanted.emit())
        flow.addWidget(self.stop)
        self.words.addWidget(self._links)
        self.per_lane = self.add_link(lambda: translate("ExportDialog", "Per lane"), self.lanes_wanted.emit)
        self._show_fixes(False, False)

    def show_reading(self, report: ExportReport, *, fixes: bool, undo: bool) -> None:
        """Say how far it reads; ``fixes``: what helps can be done here, ``undo``: and was done just now."""
        reading = report.reading
        if reading is None:
            return
        self._shown = (report, fixes, undo)
        told = self._told
        low = bool(reading.too_near) or reading.too_small
        missing = bool(report.missing)
        self.say(
            lambda: "\n".join(filter(None, (self._work_text(), told, sentence(reading, missing=missing)))),
            kind="warn" if low else "ok",
        )
        self._show_fixes(bool(reading.too_near) and fixes, undo)

    def tell(self, words: str) -> None:
        """Say this before the sentence, until something else is told."""
        self._told = words

    def work(self, kind: Kind | None, done: int = 0, steps: int = 0) -> None:
        """Say that a remedy is being worked out, how far that is (0 steps: nobody knows), and offer to leave it; None:
        it is not any more."""
        if (kind, (done, steps)) == (self._working, self._steps):
            return
        begun_or_ended = kind != self._working
        at = QApplication.focusWidget()
        here = at is not None and self._links.isAncestorOf(at)
        self._working, self._steps = kind, (done, steps)
        if self._shown is not None:
            report, fixes, undo = self._shown
            self.show_reading(report, fixes=fixes, undo=undo)
        if here and begun_or_ended:  # the button that had the keyboard is gone
            buttons = (self.stop, *self.fixes.values(), self.back)
            next((each for each in buttons if each.isVisibleTo(self)), self.per_lane).setFocus()

    def _work_text(self) -> str:
        if self._working is None:
            return ""
        fix, (done, steps) = fix_text(self._working), self._steps
        if not steps:
            return translate("ExportDialog", "{fix}: being worked out…").format(fix=fix)
        text = translate("ExportDialog", "{fix}: being worked out, {done} of {steps}…")
        return text.format(fix=fix, done=number(done), steps=number(steps))

    def _show_fixes(self, fixes: bool, undo: bool) -> None:
        working = self._working is not None
        for button in self.fixes.values():
            button.setVisible(fixes and not working)
        self.back.setVisible(undo and not working)
        self.stop.setVisible(working)
        self._links.setVisible(fixes or undo or working)


def sentence(reading: Reading, *, missing: bool = False) -> str:
    """How far notes and the smallest words read, and what is too small."""
    metres = metres_shown(reading.reading_m)
    if reading.too_near:
        said = translate(
            "ExportDialog", "Notes are readable up to {metres} metres; on a wall it should be {wall} metres."
        ).format(metres=metres, wall=number(WALL_M))
    else:
        small = metres_shown(reading_distance(reading.smallest_mm))
        said = translate(
            "ExportDialog", "Notes are readable up to {metres} metres, the smallest words up to {small}."
        ).format(metres=metres, small=small)
        if not missing and not reading.too_small:
            said += " " + translate("ExportDialog", "All text fits.")
    if reading.too_small:
        said += " " + translate(
            "ExportDialog", "The smallest text is {size} mm high (its x), below the {least} mm that can be read."
        ).format(size=size_shown(reading.smallest_mm), least=size_shown(LEAST_MM))
    return said


def verdict(lane: LaneText, *, wall: bool) -> tuple[str, str]:
    """(icon, word) for a lane: its text is too small, its notes read too near for a wall, or all is well."""
    if lane.smallest_mm < LEAST_MM:
        return "alert-triangle", translate("ExportDialog", "Too small")
    if lane.notes_mm is None:
        return "info-circle", translate("ExportDialog", "No notes")
    if wall and lane.reading_m < WALL_M:
        return "alert-triangle", translate("ExportDialog", "Too near")
    return "check", translate("ExportDialog", "Good")


class LanesRead(BaseDialog):
    """A row for each lane: its smallest text in mm of x-height, how far it reads, and whether that will do."""

    fix_wanted = Signal(str)
    """As :attr:`ReadingBar.fix_wanted`; the dialog is closed then."""

    def __init__(self, reading: Reading, *, fixes: bool, parent: QWidget | None = None) -> None:
        super().__init__(lambda: translate("ExportDialog", "How far each lane reads"), parent, width=660)
        said = PlainLabel(lambda: sentence(reading), wrap=True)
        self.body.addWidget(said)
        heads = (
            translate("ExportDialog", "Lane"),
            translate("ExportDialog", "Notes, mm"),
            translate("ExportDialog", "Smallest, mm"),
            translate("ExportDialog", "Reads up to"),
            translate("ExportDialog", "On paper"),
        )
        self.table = QTableWidget(len(reading.lanes), len(heads))
        self.table.setHorizontalHeaderLabels(heads)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        down, across = self.table.verticalHeader(), self.table.horizontalHeader()
        down.hide()
        across.setHighlightSections(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        across.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for row, lane in enumerate(reading.lanes):
            sign, word = verdict(lane, wall=reading.wall)
            metres = translate("ExportDialog", "{metres} m").format(metres=metres_shown(lane.reading_m))
            notes = number(lane.notes_mm, 1) if lane.notes_mm is not None else "–"
            for column, text in enumerate((lane.name, notes, size_shown(lane.smallest_mm), metres, word)):
                item = QTableWidgetItem(text)
                if 0 < column < 4:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                if column == 4:
                    item.setIcon(icon(sign, 16, _SIGNS[sign]))
                self.table.setItem(row, column, item)
        rows = sum(self.table.rowHeight(row) for row in range(len(reading.lanes)))
        self.table.setFixedHeight(min(420, rows + across.sizeHint().height() + 4))
        self.name(self.table, lambda: translate("ExportDialog", "How far each lane reads"))
        self.body.addWidget(self.table)
        self.body.addWidget(
            PlainLabel(
                lambda: translate(
                    "ExportDialog", "Measured is the height of an x. A text reads up to 0.4 m for each mm of it."
                ),
                "small",
                wrap=True,
            )
        )
        self.fixes: dict[str, Button] = {}
        if fixes and reading.too_near:
            for kind in KINDS:
                self.fixes[kind] = self.add_button(Button(partial(fix_text, kind)))
                self.fixes[kind].clicked.connect(lambda _checked=False, kind=kind: self._fix(kind))
        close = self.add_button(Button(lambda: translate("Dialogs", "Close"), "filled"))
        close.clicked.connect(lambda _checked=False: self.accept())
        self.set_default(close)

    def _fix(self, kind: str) -> None:
        self.accept()
        self.fix_wanted.emit(kind)
