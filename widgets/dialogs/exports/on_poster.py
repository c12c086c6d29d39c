"""What of the map is on the poster: which lanes, phases, personas and notes, with what beside them and on them.

A row stands there only where the map has something for it.  What few ask for is folded away.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.cardlines import lines_used
from model.document import Document
from model.finding import Filter, wanted_by
from model.i18n import number, translate
from model.journey import borders
from model.kinds import ITEM_KINDS, LINK_KINDS
from model.layout.maplayout import LayoutOptions
from widgets.controls.buttons import Button
from widgets.controls.card_lines import CardLineChoice
from widgets.controls.form import FormRow
from widgets.controls.labels import PlainLabel
from widgets.controls.segmented import Segment, Segmented
from widgets.controls.texts import language_changed
from widgets.dialogs.exports.part_rows import PartRow, empty_lanes, lane_rows, persona_rows, phase_rows
from widgets.dialogs.exports.parts import Choice, Tick, TickGrid
from widgets.dialogs.exports.remembered import State, put_choice, put_segment, put_tick, texts
from widgets.look.icons import icon

_NOW = "now"
_EVIDENCE, _LINKS = ("auto", "on", "off"), ("none", "paths", "all")


class OnPoster(QWidget):
    """The choices; ``changed`` comes with every choice of the user.  ``more`` are further boxes to tick."""

    changed = Signal()

    def __init__(self, document: Document, more: tuple[Tick, ...] = ()) -> None:
        super().__init__()
        self._document = document
        self.title_block = Tick(lambda: translate("ExportDialog", "Title and personas"), checked=True)
        self.legend = Tick(lambda: translate("ExportDialog", "Legend"), checked=True)
        self.numbers = Tick(lambda: translate("ExportDialog", "Numbers on notes"), checked=True)
        self.aimed = Tick(lambda: translate("ExportDialog", "Feelings aimed for"))
        self.blind_spots = Tick(
            lambda: translate("ExportDialog", "Blind spots"),
            hint=lambda: translate("ExportDialog", "Touchpoints that no system records"),
        )
        self.borders = Tick(
            lambda: translate("ExportDialog", "Borders between departments"),
            hint=lambda: translate("ExportDialog", "With both names, and with the hand-overs"),
        )
        self._offered = self._ticks_offered()
        self._more = more
        self.lanes = PartRow(lambda: translate("ExportDialog", "Lanes"), lane_rows(document, ()))
        self.phases = PartRow(lambda: translate("ExportDialog", "Phases"), phase_rows(document))
        self.personas = PartRow(lambda: translate("ExportDialog", "Personas"), persona_rows(document))
        self.found = Choice(
            [("", lambda: translate("ExportDialog", "All notes")), *((f.id, f.name) for f in document.filters)]
        )
        self.evidence = Segmented(
            [
                Segment("auto", lambda: translate("ExportDialog", "Where used")),
                Segment("on", lambda: translate("ExportDialog", "Always")),
                Segment("off", lambda: translate("ExportDialog", "Never")),
            ],
            lambda: translate("ExportDialog", "Evidence"),
            outlined=True,
        )
        self.evidence.set_value("auto")
        self.links = Segmented(
            [
                Segment("none", lambda: translate("ExportDialog", "None")),
                Segment("paths", lambda: translate("ExportDialog", "Paths")),
                Segment("all", lambda: translate("ExportDialog", "All")),
            ],
            lambda: translate("ExportDialog", "Links"),
            outlined=True,
        )
        self.links.set_value("none")
        self._now: Filter | None = None
        self._empty_of: object = None
        self.fields = CardLineChoice()
        self.fields.show_choice(lines_used(document, beside=True), ())
        self._claims = any(item.kind in _claiming() for item in document.placed)
        self._build()
        self._show_empty()

    def _ticks_offered(self) -> dict[str, Tick]:
        """The boxes that this map has something for."""
        document = self._document
        found = {"title_block": self.title_block, "legend": self.legend, "numbers": self.numbers}
        if any(felt.aimed is not None for felt in document.emotion_table.values()):
            found["aimed"] = self.aimed
        if document.touchpoints:
            found["blind_spots"] = self.blind_spots
        kinds = {link.kind for link in document.link_table.values()} & LINK_KINDS.keys()
        if borders(document) or any(LINK_KINDS[kind].crosses for kind in kinds):
            found["borders"] = self.borders
        return found

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(lambda: translate("ExportDialog", "On the poster"), "section"))
        ticks = TickGrid((*self._offered.values(), *self._more))
        for tick in ticks.ticks:
            tick.toggled.connect(lambda _on: self._changed())
        column.addWidget(ticks)
        for row in (self.lanes, self.phases, self.personas):
            row.changed.connect(self._changed)
            if row.total > 1:
                column.addWidget(row)
        self.found.changed.connect(self._changed)
        self._found_row = FormRow(
            lambda: translate("ExportDialog", "Notes"),
            self.found,
            hint=lambda: translate("ExportDialog", "Or only those that a filter finds"),
        )
        self._found_row.setVisible(bool(self._document.filters))
        column.addWidget(self._found_row)
        self.head = Button(self._head_text, "link", icon_name="chevron-right")
        self.head.setCheckable(True)
        self.head.toggled.connect(self._unfold)
        self.body = QWidget()
        rows = QVBoxLayout(self.body)
        rows.setContentsMargins(0, 4, 0, 0)
        rows.setSpacing(12)
        if self._claims:
            rows.addWidget(FormRow(lambda: translate("ExportDialog", "Evidence"), self.evidence))
        if self._document.link_table:
            rows.addWidget(
                FormRow(
                    self._links_text,
                    self.links,
                    hint=lambda: translate("ExportDialog", "Paths lead from touchpoint to touchpoint"),
                )
            )
        if self.fields.offered:
            rows.addWidget(
                FormRow(
                    lambda: translate("ExportDialog", "On notes"),
                    self.fields,
                    hint=lambda: translate("ExportDialog", "Notes that say something there grow by it"),
                )
            )
        self.folds = rows.count() > 0
        """Whether there is anything that is folded away."""
        self.head.setVisible(self.folds)
        self.body.hide()
        if self.folds:
            column.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(self.body)
        for choice in (self.evidence, self.links):
            choice.chosen.connect(lambda _value: self.changed.emit())
        self.fields.changed.connect(lambda _fields: self.changed.emit())
        for each in self._every_choice():
            if each.parentWidget() is None:  # this map has nothing for it: it goes with the dialog all the same
                each.setParent(self)
                each.hide()

    def _every_choice(self) -> tuple[QWidget, ...]:
        """Every choice, also those for which this map has nothing."""
        ticks = (self.title_block, self.legend, self.numbers, self.aimed, self.blind_spots, self.borders)
        return (*ticks, self.lanes, self.phases, self.personas, self.found, self.evidence, self.links, self.fields)

    def offer_filter(self, wanted: Filter | None) -> None:
        """Offer what is looked for on the map now, beside what was saved."""
        if wanted:
            self._now = wanted
            self.found.add(_NOW, lambda: translate("ExportDialog", "What is filtered now"))
            self._found_row.setVisible(True)

    def begin_with(self, shown: LayoutOptions) -> None:
        """Begin with what is drawn on the map, of what the map has."""
        evidence = shown.evidence if self._claims else None
        self.evidence.set_value({None: "auto", True: "on", False: "off"}[evidence])
        self.links.set_value(shown.links if self._document.link_table else "none")
        for name in ("aimed", "blind_spots", "borders"):
            getattr(self, name).set_silently(bool(getattr(shown, name)) and name in self._offered)
        self.fields.show_choice(self.fields.offered, shown.fields)
        self._show_empty()

    def _changed(self) -> None:
        self._show_empty()
        self.changed.emit()

    def _wanted(self) -> Filter | None:
        """The filter that is chosen."""
        saved = self._document.filter_table.get(self.found.value())
        if saved is not None:
            return wanted_by(saved)
        return self._now if self.found.value() == _NOW else None

    def _show_empty(self) -> None:
        """Tell the lanes in which nothing of what is exported stands."""
        part, aimed = (self.phases.values(), self.personas.values(), self._wanted()), self.aimed.isChecked()
        if (part, aimed) != self._empty_of:
            self._empty_of = (part, aimed)
            empty = empty_lanes(self._document, *part, aimed=aimed)
            self.lanes.set_rows(lane_rows(self._document, empty), empty)

    @property
    def filtered(self) -> bool:
        """Whether something of the map is left out."""
        return bool(self.lanes.values() or self.phases.values() or self.personas.values() or self.found.value())

    def options(self) -> dict[str, Any]:
        """What was chosen, as options of an export; what was left as it is, is not named."""
        found: dict[str, Any] = {}
        for name in ("title_block", "legend", "numbers"):
            if not getattr(self, name).isChecked():
                found[name] = False
        for name in ("aimed", "blind_spots", "borders"):
            if getattr(self, name).isChecked():
                found[name] = True
        for name, row in (("lanes", self.lanes), ("phases", self.phases), ("personas", self.personas)):
            if row.values():
                found[name] = row.values()
        wanted = self._wanted()
        if wanted is not None:
            found["found"] = wanted
        if self.evidence.value() != "auto":
            found["evidence"] = self.evidence.value()
        if self.links.value() != "none":
            found["links"] = self.links.value()
        if self.fields.values():
            found["fields"] = self.fields.values()
        return found

    def state(self) -> State:
        """What is remembered."""
        return {
            **{name: tick.isChecked() for name, tick in self._offered.items()},
            "without_lanes": list(self.lanes.left_out()),
            "phases": list(self.phases.values()),
            "personas": list(self.personas.values()),
            "filter": self.found.value(),
            "evidence": self.evidence.value(),
            "links": self.links.value(),
            "fields": list(self.fields.values()),
        }

    def restore(self, state: State) -> None:
        """Take what was remembered, as far as the map still has it.  A lane that came since is on it, as nobody left it
        out; of phases and personas those are on it that were asked for."""
        for name, tick in self._offered.items():
            put_tick(tick, state.get(name))
        self.lanes.leave_out(texts(state.get("without_lanes")))
        for name, row in (("phases", self.phases), ("personas", self.personas)):
            row.restore(state.get(name))
        put_choice(self.found, state.get("filter"))
        if self._claims:
            put_segment(self.evidence, state.get("evidence"), _EVIDENCE)
        if self._document.link_table:
            put_segment(self.links, state.get("links"), _LINKS)
        if "fields" in state:
            self.fields.show_choice(self.fields.offered, texts(state["fields"]))
        self._show_empty()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.head.retranslate()
        super().changeEvent(event)

    def _head_text(self) -> str:
        return translate("ExportDialog", "More on the poster")

    def _links_text(self) -> str:
        count = number(len(self._document.link_table))
        return translate("ExportDialog", "Links ({count})").format(count=count)

    def _unfold(self, on: bool) -> None:
        self.body.setVisible(on)
        self.head.setIcon(icon("chevron-down" if on else "chevron-right", 13, "accent.ink"))


def _claiming() -> set[str]:
    return {kind.id for kind in ITEM_KINDS.values() if kind.claims}
