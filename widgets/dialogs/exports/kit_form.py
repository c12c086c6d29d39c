"""What can be chosen for the paper kit: its parts with the pages they take, paper, and what the wall map is printed on.

A part that the map has no data for is not offered; which these are, and why, is said below the others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from model.document import Document
from model.export.base import ExportOptions
from model.export.kit.parts import PARTS, KitPart
from model.export.kit.pdf import MOST_ACROSS, PAPERS, KitOptions, MadePart
from model.export.papers import NOTES, ROLLS, millimetres
from model.i18n import translate
from widgets.controls.buttons import Button
from widgets.controls.form import FormRow, SwitchRow
from widgets.controls.labels import PlainLabel, Rule
from widgets.controls.switch import Switch
from widgets.controls.texts import language_changed, name_for_readers, plain_tooltip
from widgets.dialogs.exports.forms import Form
from widgets.dialogs.exports.paper_fields import paper_text
from widgets.dialogs.exports.parts import Choice, ChoiceCard, ChoiceCards, Note
from widgets.dialogs.exports.remembered import State, put_card, put_choice, put_number, put_tick, texts


class PartRow(QWidget):
    """A part with the pages that it takes, and a switch for it."""

    toggled = Signal(bool)

    def __init__(self, part: KitPart) -> None:
        super().__init__()
        self.part = part
        self._pages = 0
        self.switch = Switch(lambda: part.title, checked=True)
        self.switch.toggled.connect(self.toggled)
        self.name = PlainLabel(lambda: part.title, "label")
        self.pages = PlainLabel("", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.name, 1)
        row.addWidget(self.pages)
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignVCenter)
        self.retranslate()

    def show_pages(self, pages: int) -> None:
        """Say how many pages it takes; 0 where it cannot be printed as it is set."""
        self._pages = pages
        self.pages.set_source(lambda: translate("ExportDialog", "%n page(s)", n=pages) if pages else "")
        self.retranslate()

    def retranslate(self) -> None:
        """What it is for, for those who point at it and those who hear it."""
        about = self.part.description
        self.setToolTip(plain_tooltip(about))
        told = translate("ExportDialog", "%n page(s)", n=self._pages) if self._pages else ""
        name_for_readers(self.switch, self.part.title, ". ".join(filter(None, (about, told))))

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)


class KitForm(Form):
    """The paper of a workshop."""

    part_shown = Signal(str)
    """The user wants to see the part of this id."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        default = KitOptions()
        self.ways = ChoiceCards(
            [
                ChoiceCard(
                    "one",
                    "file-type-pdf",
                    lambda: translate("ExportDialog", "One PDF"),
                    lambda: translate("ExportDialog", "All parts in it"),
                ),
                ChoiceCard(
                    "split",
                    "folder-open",
                    lambda: translate("ExportDialog", "A PDF of each part"),
                    lambda: translate("ExportDialog", "In a folder"),
                ),
            ],
            lambda: translate("ExportDialog", "Kind of kit"),
        )
        self.ways.set_value("one")
        self.ways.chosen.connect(lambda _way: self.changed.emit())
        self.column.addWidget(self.ways)
        self.rows = {part.id: PartRow(part) for part in PARTS.values() if part.offered(document)}
        self._add_parts()
        self.column.addWidget(Rule())
        self.paper = Choice([(name, paper_text(name)) for name in PAPERS])
        self.paper.set_value(default.paper)
        self.note = Choice([(name, partial(_note_text, name)) for name in NOTES])
        self.wall = Choice(
            [
                ("tiles", lambda: translate("ExportDialog", "Sheets to glue")),
                ("page", lambda: translate("ExportDialog", "One large page")),
                *((str(round(width)), partial(_roll_text, width)) for width in ROLLS),
            ]
        )
        self.across, self.down = _count(default.across), _count(default.down)
        self.bw = Switch(lambda: translate("ExportDialog", "Black and white"))
        for choice in (self.paper, self.note, self.wall):
            choice.changed.connect(self.changed)
        for count in (self.across, self.down):
            count.valueChanged.connect(lambda _count: self.changed.emit())
        self.bw.toggled.connect(lambda _on: self.changed.emit())
        self.pair(
            FormRow(lambda: translate("ExportDialog", "Paper, mm"), self.paper),
            FormRow(lambda: translate("ExportDialog", "Notes, mm"), self.note),
        )
        if "wall" in self.rows:
            self._add_wall()
        self.column.addWidget(
            SwitchRow(
                lambda: translate("ExportDialog", "Black and white"),
                self.bw,
                hint=lambda: translate("ExportDialog", "White notes with patterns and letters, little ink"),
            )
        )
        self.column.addWidget(
            FormRow(
                lambda: translate("ExportDialog", "Language"),
                self.language,
                hint=lambda: translate("ExportDialog", "Of headings and fields; notes stay as you wrote them"),
            )
        )
        self.column.addStretch(1)

    def _add_parts(self) -> None:
        self.all = Button(lambda: translate("CardLines", "All"), "link")
        self.none = Button(lambda: translate("CardLines", "None"), "link")
        self.all.clicked.connect(lambda _checked=False: self.choose(tuple(self.rows)))
        self.none.clicked.connect(lambda _checked=False: self.choose(()))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(PlainLabel(lambda: translate("ExportDialog", "In the kit"), "section"), 1)
        head.addWidget(self.all)
        head.addWidget(self.none)
        box = QVBoxLayout()
        box.setSpacing(2)
        box.addLayout(head)
        for row in self.rows.values():
            row.toggled.connect(partial(self._toggled, row.part.id))
            box.addWidget(row)
        self.column.addLayout(box)
        lacking = [part for part in PARTS.values() if part.id not in self.rows]
        if lacking:
            self.lacking = Note("plain", role="small", sign="info-circle")
            self.lacking.say(
                lambda: " ".join(part.reason for part in lacking),
                lambda: translate("ExportDialog", "Not offered: {parts}").format(
                    parts=", ".join(part.title for part in lacking)
                ),
            )
            self.column.addWidget(self.lacking)

    def _add_wall(self) -> None:
        self.column.addWidget(
            FormRow(
                lambda: translate("ExportDialog", "Wall map on"),
                self.wall,
                hint=lambda: translate("ExportDialog", "Always at true size"),
            )
        )
        self.pair(
            FormRow(lambda: translate("ExportDialog", "Notes across a phase"), self.across),
            FormRow(lambda: translate("ExportDialog", "Notes down a lane"), self.down),
        )

    def _toggled(self, part: str, on: bool) -> None:
        self._show_wall()
        if on:
            self.part_shown.emit(part)
        self.changed.emit()

    def _show_wall(self) -> None:
        """What is asked of the wall map makes no difference without it."""
        wanted = "wall" in self.chosen()
        for field in (self.wall, self.across, self.down):
            field.setEnabled(wanted)

    def choose(self, parts: Sequence[str]) -> None:
        """Have these parts in the kit, and no others."""
        for name, row in self.rows.items():
            row.switch.blockSignals(True)
            row.switch.setChecked(name in parts)
            row.switch.blockSignals(False)
            row.switch.update()
        self._show_wall()
        self.changed.emit()

    @property
    def split(self) -> bool:
        """Whether each part is to be a file of its own."""
        return self.ways.value() == "split"

    def chosen(self) -> tuple[str, ...]:
        """The parts that are ticked."""
        return tuple(name for name, row in self.rows.items() if row.switch.isChecked())

    def show_pages(self, pages: Mapping[str, int]) -> None:
        """Say of each part how many pages it takes, ticked or not."""
        for name, row in self.rows.items():
            row.show_pages(pages.get(name, 0))

    def state(self) -> State:
        """See the base."""
        return {
            **super().state(),
            "way": self.ways.value(),
            "without": [name for name in self.rows if name not in self.chosen()],
            "paper": self.paper.value(),
            "note": self.note.value(),
            "wall": self.wall.value(),
            "across": self.across.value(),
            "down": self.down.value(),
            "bw": self.bw.isChecked(),
        }

    def restore(self, state: State) -> None:
        """See the base.  A part that came since is in the kit."""
        super().restore(state)
        put_card(self.ways, state.get("way"))
        without = texts(state.get("without"))
        for name, row in self.rows.items():
            put_tick(row.switch, name not in without)
        for name in ("paper", "note", "wall"):
            put_choice(getattr(self, name), state.get(name))
        for name in ("across", "down"):
            put_number(getattr(self, name), state.get(name))
        put_tick(self.bw, state.get("bw"))
        self._show_wall()

    def options(self) -> ExportOptions:
        """The paper, for what is said of the page that is shown."""
        return ExportOptions(paper=self.paper.value(), lang=self.language.value())

    def wish(self) -> KitOptions:
        """See the base."""
        return KitOptions(
            parts=self.chosen(),
            paper=self.paper.value(),
            lang=self.language.value(),
            note_mm=NOTES[self.note.value()],
            across=self.across.value(),
            down=self.down.value(),
            wall=self.wall.value(),
            bw=self.bw.isChecked(),
        )


def start_of(parts: Sequence[MadePart], part: str) -> int | None:
    """The first page of a part, from 0; None where it is not in the kit."""
    return next((made.start for made in parts if made.id == part), None)


def part_of(parts: Sequence[MadePart], page: int) -> str:
    """The part to which a page of the kit belongs; "" for none."""
    return next((made.id for made in parts if made.start <= page < made.start + made.pages), "")


def part_title(part: str) -> str:
    """What a part is called."""
    return PARTS[part].title if part in PARTS else ""


def _note_text(name: str) -> str:
    return " × ".join(millimetres(side) for side in NOTES[name])


def _roll_text(width: float) -> str:
    return translate("ExportDialog", "Roll of {width} mm").format(width=millimetres(width))


def _count(value: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(1, MOST_ACROSS)
    box.setValue(value)
    box.setKeyboardTracking(False)
    return box
