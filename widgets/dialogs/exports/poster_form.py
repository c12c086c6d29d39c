"""What can be chosen for a poster: what for, how large, what is on it, which sheets, and what goes along."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal

from model.document import Document
from model.export.base import ExportOptions
from model.export.pdf import ExportReport
from model.export.remedies import Remedy
from model.export.split import MOST_POSTERS
from model.i18n import number, translate
from widgets.controls.form import FormRow, SwitchRow
from widgets.controls.labels import Rule
from widgets.controls.switch import Switch
from widgets.dialogs.exports.forms import PageForm, percentage
from widgets.dialogs.exports.on_poster import OnPoster
from widgets.dialogs.exports.paper_fields import PaperFields
from widgets.dialogs.exports.parts import Choice, Note, Tick
from widgets.dialogs.exports.remembered import State, put_choice, put_tick, section
from widgets.dialogs.exports.reprint_row import ReprintRow


class PosterForm(PageForm):
    """A poster in one piece, or in parts on the paper of an ordinary printer."""

    remedied = Signal()
    """Something that makes it read farther was done, or put back."""

    def __init__(self, document: Document) -> None:
        marks = Tick(lambda: translate("ExportDialog", "Crop marks"), checked=True)
        assembly = Tick(
            lambda: translate("ExportDialog", "Assembly page"),
            checked=True,
            hint=lambda: translate("ExportDialog", "A page that shows how the sheets hang"),
        )
        super().__init__(document, OnPoster(document, (marks, assembly)))
        self.marks, self.assembly, self.paper_fields = marks, assembly, PaperFields()
        self._report: ExportReport | None = None
        self._before_fix: State | None = None
        phases = max(1, min(len(document.phases), MOST_POSTERS))
        self.posters = Choice([(str(n), _posters_text(n)) for n in range(1, phases + 1)])
        self.reprint = ReprintRow()
        self.bw = Switch(lambda: translate("ExportDialog", "Black and white"))
        self.attach = Switch(lambda: translate("ExportDialog", "Map in the PDF"), checked=True)
        self.saved = Note("info", role="small", sign="layout-grid")
        self.take = self.saved.add_link(self._take_text, self._take)
        self.saved.hide()
        self._build()
        self.paper_fields.changed.connect(self._changed)
        self.posters.changed.connect(self._changed)
        self.reprint.changed.connect(self._changed)
        for switch in (self.bw, self.attach):
            switch.toggled.connect(lambda _on: self._changed())
        self._show()

    def _build(self) -> None:
        self.column.addWidget(self.paper_fields)
        self.column.addWidget(self.saved)
        self.column.addWidget(self.reprint)
        self.column.addWidget(Rule())
        self.shown_rows()
        self.pair(
            FormRow(lambda: translate("ExportDialog", "Phases on"), self.posters),
            self.language_row(),
        )
        self.column.addWidget(
            SwitchRow(
                lambda: translate("ExportDialog", "Black and white"),
                self.bw,
                hint=lambda: translate("ExportDialog", "Patterns and letters beside the colours"),
            )
        )
        self.column.addWidget(
            SwitchRow(
                lambda: translate("ExportDialog", "Map in the PDF"),
                self.attach,
                hint=lambda: translate("ExportDialog", "The PDF opens again as a map"),
            )
        )
        self.column.addWidget(Rule())
        self.whole_map(self._attached)
        self.column.addStretch(1)

    # -- what was chosen -------------------------------------------------------------------------------------

    @property
    def count(self) -> int:
        """On how many posters the phases are."""
        shown = len(self.on_poster.phases.values()) or len(self._document.phases)
        return min(int(self.posters.value()), max(1, shown))

    def size_options(self) -> dict[str, Any]:
        """See :class:`PaperFields`."""
        return self.paper_fields.options()

    def options(self) -> ExportOptions:
        """See the base."""
        tiled = bool(self.paper_fields.tile.value())
        before = self.reprint.before if tiled and self.count == 1 else None
        return ExportOptions(
            **self.size_options(),
            marks=False if tiled and not self.marks.isChecked() else None,
            assembly=False if tiled and not self.assembly.isChecked() else None,
            bw=self.bw.isChecked() or None,
            attach=None if self.attach.isChecked() else False,
            blank=self.blank.isChecked(),
            lang=self.language.value(),
            before=before,
            anew=self.reprint.anew or None if before is not None else None,
            **self.on_poster.options(),
        )

    def wish(self) -> object:
        """See the base."""
        return (self.options(), self.count)

    def state(self) -> State:
        """What is remembered."""
        return {
            **super().state(),
            "size": self.paper_fields.state(),
            "posters": self.posters.value(),
            "marks": self.marks.isChecked(),
            "assembly": self.assembly.isChecked(),
            "bw": self.bw.isChecked(),
            "attach": self.attach.isChecked(),
        }

    def restore(self, state: State) -> None:
        """Take what was remembered, as far as it makes sense."""
        super().restore(state)
        self.paper_fields.restore(section(state, "size"))
        put_choice(self.posters, state.get("posters"))
        for name in ("marks", "assembly", "bw", "attach"):
            put_tick(getattr(self, name), state.get(name))
        self._show()

    def print_state(self) -> State:
        """What of the settings decides how sheets look: a reprint with others has other sheets."""
        state = self.state()
        state["size"] = {key: value for key, value in state["size"].items() if key != "preset"}
        return {key: value for key, value in state.items() if key not in ("attach", "assembly")}

    # -- what helps ------------------------------------------------------------------------------------------

    @property
    def fixed(self) -> bool:
        """Whether a remedy was taken that can be put back."""
        return self._before_fix is not None

    def apply(self, remedy: Remedy) -> None:
        """Take the settings of a remedy."""
        before = self.state()
        self.paper_fields.put(remedy.options)
        if remedy.options.lanes:
            self.on_poster.lanes.put(remedy.options.lanes)
        if remedy.posters > 1:
            self.posters.set_value(str(remedy.posters))
        self._before_fix = before
        self._show()
        self.changed.emit()
        self.remedied.emit()

    def put_back(self) -> None:
        """Undo the remedy."""
        before, self._before_fix = self._before_fix, None
        if before is not None:
            self.restore(before)
            self.changed.emit()
            self.remedied.emit()

    # -- what it says ----------------------------------------------------------------------------------------

    def show_report(self, report: ExportReport) -> None:
        """Say what a little smaller saves in sheets, which can be put back, and what goes along."""
        self._report = report
        found = report.saving if report.changed is None and self.count == 1 else None
        if found is not None:
            sheets, most, scale = found.sheets, found.instead_of, found.scale
            across, down = found.columns, found.rows
            self.saved.say(
                lambda: translate("ExportDialog", "At {percent} % it fits {across} by {down} sheets.").format(
                    percent=percentage(scale), across=number(across), down=number(down)
                ),
                lambda: translate("ExportDialog", "%n sheet(s) instead of {most}", n=sheets).format(most=number(most)),
            )
            self.take.retranslate()
            self.saved.setVisible(True)
        else:
            self.saved.setVisible(False)
        super().show_report(report)

    def _take_text(self) -> str:
        if self.paper_fields.fewer:
            return "✓ " + translate("ExportDialog", "Taken")
        return translate("ExportDialog", "Take it")

    def _take(self) -> None:
        self.paper_fields.set_fewer(not self.paper_fields.fewer)
        self.take.retranslate()

    def _attached(self) -> str:
        if self.blank.isChecked() or not self.attach.isChecked():
            return translate("ExportDialog", "No map goes along in the PDF.")
        report = self._report
        if self.on_poster.filtered or self.count > 1:
            if report is not None and report.attached is not None and self.count == 1:
                text = translate(
                    "ExportDialog",
                    "Only what is shown goes along in the PDF, with %n note(s); no inbox, no parking lot.",
                    n=report.attached,
                )
                return text
            return translate("ExportDialog", "Each PDF carries only what it shows; no inbox, no parking lot.")
        return translate(
            "ExportDialog",
            "What is selected makes no difference. The map goes along in the PDF as an attachment, with its inbox and "
            "parking lot.",
        )

    def _changed(self) -> None:
        self._before_fix = None
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        tiled = bool(self.paper_fields.tile.value())
        self.marks.setVisible(tiled)
        self.assembly.setVisible(tiled)
        self.reprint.setVisible(tiled and self.count == 1)


def _posters_text(posters: int) -> Any:
    if posters == 1:
        return lambda: translate("ExportDialog", "One poster")
    return lambda: translate("ExportDialog", "%n poster(s)", n=posters)
