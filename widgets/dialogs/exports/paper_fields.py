"""How large a poster is and on what it is printed: presets as cards, and below them each setting of its own.

PF1  A preset puts its settings into the fields; the cards say which one it was, and when something was changed since.
PF2  Settings that cannot go together are never left side by side: a roll is in one piece, notes at true size or a
     percentage make the poster as large as it has to be, until a paper is chosen.
"""

from __future__ import annotations

from functools import partial
from typing import Any, Literal, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSpinBox, QVBoxLayout, QWidget

from model.export.base import ExportOptions
from model.export.pages import DEFAULT_OVERLAP, MAX_OVERLAP, PRINTER_MARGIN
from model.export.papers import LONGEST, NOTES, PAPERS, ROLLS, SHORTEST, millimetres
from model.export.placing import LEAST_PERCENT, MOST_PERCENT
from model.export.presets import PRESETS, SIZES
from model.i18n import translate
from widgets.controls.form import FormRow
from widgets.controls.texts import TextSource
from widgets.dialogs.exports.parts import Choice, ChoiceCard, ChoiceCards
from widgets.dialogs.exports.remembered import State, put_choice, put_number

Direction = Literal["auto", "portrait", "landscape"]

POSTER_PAPERS = ("A0", "A1", "A2", "A3", "A4", "A5", "letter", "legal", "tabloid")
TILES = ("A4", "A3", "letter", "tabloid")
ROLL, TRUE = "roll-", "true-"
OWN, FREE, PERCENT, FIT = "own", "free", "percent", "fit"
"""A size of one's own, as large as it has to be; the scale in per cent, and what fits the paper."""
_ICONS = {"home": "printer", "shop": "file-type-pdf", "plotter": "ruler-2", "handout": "note"}
_MARGIN = 20
_USUAL_SIZE = (1200, 800)


def paper_word(name: str) -> str:
    """What a paper is called: "A4", "Letter", or its size in mm."""
    words = {"letter": "Letter", "legal": "Legal", "tabloid": "Tabloid"}.get(name, name)
    return words.replace("x", " × ") + " mm" if words[:1].isdigit() else words


def paper_text(name: str) -> TextSource:
    """A paper with its size, a roll with its width, or in words what is none of these."""
    if name.startswith(ROLL):
        return lambda: translate("ExportDialog", "Roll of {width} mm").format(width=name.removeprefix(ROLL))
    if name == OWN:
        return lambda: translate("ExportDialog", "Size of your own")
    if name == FREE:
        return lambda: translate("ExportDialog", "As large as needed")
    short, long = sorted(PAPERS[name])
    size = f"{millimetres(short)} × {millimetres(long)}"
    return f"{paper_word(name)} · {size}"


def _scale_text(name: str) -> TextSource:
    if name == FIT:
        return lambda: translate("ExportDialog", "Fit the paper")
    if name == PERCENT:
        return lambda: translate("ExportDialog", "A percentage")
    wide, high = NOTES[name.removeprefix(TRUE)]
    size = f"{millimetres(wide)} × {millimetres(high)}"
    return lambda: translate("ExportDialog", "True size · {size} mm").format(size=size)


def _sheets_text(name: str) -> TextSource:
    if not name:
        return lambda: translate("ExportDialog", "In one piece")
    return lambda: translate("ExportDialog", "{paper} sheets").format(paper=paper_word(name))


class PaperFields(QWidget):
    """The settings; ``changed`` comes with every choice of the user."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.presets = ChoiceCards(
            [
                ChoiceCard(preset.id, _ICONS[preset.id], partial(_title, preset.id), partial(_about, preset.id))
                for preset in PRESETS.values()
            ],
            lambda: translate("ExportDialog", "What it is printed on"),
            columns=2,
        )
        self.presets.chosen.connect(self.use_preset)
        papers = (*POSTER_PAPERS, *(f"{ROLL}{width:.0f}" for width in ROLLS), FREE, OWN)
        self.paper = Choice([(name, paper_text(name)) for name in papers])
        self.tile = Choice([(name, _sheets_text(name)) for name in ("", *TILES)])
        self.direction = Choice(
            [
                ("auto", lambda: translate("ExportDialog", "Automatic")),
                ("landscape", lambda: translate("ExportDialog", "Landscape")),
                ("portrait", lambda: translate("ExportDialog", "Portrait")),
            ]
        )
        self.scale = Choice([(name, _scale_text(name)) for name in (FIT, *(TRUE + name for name in NOTES), PERCENT)])
        self.wide, self.high = (_number(int(SHORTEST), int(LONGEST), value, " mm") for value in _USUAL_SIZE)
        self.percent = _number(int(LEAST_PERCENT), int(MOST_PERCENT), 100, " %")
        self.overlap = _number(0, int(MAX_OVERLAP), int(DEFAULT_OVERLAP), " mm")
        self.margin = _number(0, _MARGIN, int(PRINTER_MARGIN), " mm")
        self._fewer = True
        self._build()
        for choice in (self.tile, self.direction):
            choice.changed.connect(self._touched)
        self.paper.changed.connect(self._choose_paper)
        self.scale.changed.connect(self._choose_scale)
        for box in (self.wide, self.high, self.percent, self.overlap, self.margin):
            box.valueChanged.connect(lambda _value: self._touched())
        self._preset = next(iter(PRESETS))
        self.put_preset(self._preset)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.presets)
        grid = self._grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(14)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._rows = {
            "paper": FormRow(lambda: translate("ExportDialog", "Poster, mm"), self.paper),
            "tile": FormRow(lambda: translate("ExportDialog", "Printed"), self.tile),
            "wide": FormRow(lambda: translate("ExportDialog", "Width"), self.wide),
            "high": FormRow(lambda: translate("ExportDialog", "Height"), self.high),
            "direction": FormRow(lambda: translate("ExportDialog", "Direction"), self.direction),
            "scale": FormRow(lambda: translate("ExportDialog", "Notes"), self.scale),
            "percent": FormRow(
                lambda: translate("ExportDialog", "Percentage"),
                self.percent,
                hint=lambda: translate("ExportDialog", "At 100 % notes are 76 mm wide"),
            ),
            "overlap": FormRow(
                lambda: translate("ExportDialog", "Overlap"),
                self.overlap,
                hint=lambda: translate("ExportDialog", "Glue edge, left and top"),
            ),
            "margin": FormRow(
                lambda: translate("ExportDialog", "Printer margin"),
                self.margin,
                hint=lambda: translate("ExportDialog", "What the printer leaves white"),
            ),
        }
        for at, name in enumerate(("paper", "tile", "wide", "high", "direction", "scale")):
            grid.addWidget(self._rows[name], *divmod(at, 2))
        grid.addWidget(self._rows["percent"], 3, 1)
        grid.addWidget(self._rows["overlap"], 4, 0)
        grid.addWidget(self._rows["margin"], 4, 1)
        column.addLayout(grid)

    # -- presets ---------------------------------------------------------------------------------------------

    @property
    def preset(self) -> str:
        """The id of the preset that was used last."""
        return self._preset

    @property
    def modified(self) -> bool:
        """Whether something is set otherwise than the preset has it."""
        return self.options() != _sized(PRESETS[self._preset].options)

    def use_preset(self, name: str) -> None:
        """Take the settings of a preset."""
        self.put_preset(name)
        self.changed.emit()

    def put_preset(self, name: str) -> None:
        """Take the settings of a preset, silently.  Raises KeyError for an unknown one."""
        self._preset = name
        self.put(PRESETS[name].options)

    def put(self, options: ExportOptions) -> None:
        """Take the size that these options have, silently."""
        own = options.paper is not None and options.paper not in POSTER_PAPERS
        if options.roll_mm is not None:
            put_choice(self.paper, f"{ROLL}{options.roll_mm:.0f}")
        elif own:
            put_choice(self.paper, OWN)
        else:
            put_choice(self.paper, options.paper or (FREE if options.scale not in (None, "fit") else "A1"))
        put_choice(self.tile, options.tile or "")
        put_choice(self.direction, options.orientation or "auto")
        if options.scale == "true":
            note = next((name for name, size in NOTES.items() if size == options.note_mm), "76x76")
            put_choice(self.scale, TRUE + note)
        elif isinstance(options.scale, float):
            put_choice(self.scale, PERCENT)
            put_number(self.percent, round(options.scale))
        else:
            put_choice(self.scale, FIT)
        put_number(self.overlap, round(DEFAULT_OVERLAP if options.overlap_mm is None else options.overlap_mm))
        put_number(self.margin, round(PRINTER_MARGIN if options.margin_mm is None else options.margin_mm))
        self._fewer = options.fewer_sheets is not False
        self._show()

    # -- saving sheets ---------------------------------------------------------------------------------------

    @property
    def fewer(self) -> bool:
        """Whether the poster may be made a little smaller to save sheets."""
        return self._fewer

    def set_fewer(self, on: bool) -> None:
        """Take the saving, or not."""
        self._fewer = on
        self.changed.emit()

    # -- what was chosen -------------------------------------------------------------------------------------

    def options(self) -> dict[str, Any]:
        """The size, as options of an export; what is left as it is, is not named."""
        size, tile, scale = self.paper.value(), self.tile.value(), self.scale.value()
        found: dict[str, Any] = {}
        if size.startswith(ROLL):
            found["roll_mm"] = float(size.removeprefix(ROLL))
        elif size == OWN:
            found["paper"] = f"{self.wide.value()}x{self.high.value()}"
            found["orientation"] = "landscape" if self.wide.value() >= self.high.value() else "portrait"
        elif size != FREE:
            found["paper"] = size
        if size not in (OWN, FREE) and self.direction.value() != "auto":
            found["orientation"] = cast(Direction, self.direction.value())
        if scale.startswith(TRUE):
            found["scale"], found["note_mm"] = "true", NOTES[scale.removeprefix(TRUE)]
        elif scale == PERCENT:
            found["scale"] = float(self.percent.value())
        if tile:
            found |= {"tile": tile, "fewer_sheets": self._fewer}
            if self.overlap.value() != DEFAULT_OVERLAP:
                found["overlap_mm"] = float(self.overlap.value())
            if self.margin.value() != PRINTER_MARGIN:
                found["margin_mm"] = float(self.margin.value())
        return found

    def state(self) -> State:
        """What is remembered."""
        return {
            "preset": self._preset,
            "paper": self.paper.value(),
            "tile": self.tile.value(),
            "direction": self.direction.value(),
            "scale": self.scale.value(),
            "wide": self.wide.value(),
            "high": self.high.value(),
            "percent": self.percent.value(),
            "overlap": self.overlap.value(),
            "margin": self.margin.value(),
            "fewer": self._fewer,
        }

    def restore(self, state: State) -> None:
        """Take what was remembered, as far as it makes sense."""
        preset = state.get("preset")
        if isinstance(preset, str) and preset in PRESETS:
            self.put_preset(preset)
        for name in ("paper", "tile", "direction", "scale"):
            put_choice(getattr(self, name), state.get(name))
        for name in ("wide", "high", "percent", "overlap", "margin"):
            put_number(getattr(self, name), state.get(name))
        self._fewer = state.get("fewer") is not False
        if self.paper.value() == FREE and self.scale.value() == FIT:
            self.paper.set_value("A1")
        if self.paper.value().startswith(ROLL):
            self.tile.set_value("")
        self._show()

    # -- what the user does ----------------------------------------------------------------------------------

    def _choose_paper(self) -> None:
        """PF2."""
        size = self.paper.value()
        if size == FREE and self.scale.value() == FIT:
            self.scale.set_value(TRUE + next(iter(NOTES)))
        elif size != FREE and not size.startswith(ROLL):
            self.scale.set_value(FIT)
        if size.startswith(ROLL):
            self.tile.set_value("")
        self._touched()

    def _choose_scale(self) -> None:
        """PF2."""
        fits, size = self.scale.value() == FIT, self.paper.value()
        if fits and size == FREE:
            self.paper.set_value("A1")
        elif not fits and not size.startswith(ROLL):
            self.paper.set_value(FREE)
        self._touched()

    def _touched(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        tiled, size = bool(self.tile.value()), self.paper.value()
        own = size == OWN
        shown = {
            "overlap": tiled,
            "margin": tiled,
            "wide": own,
            "high": own,
            "percent": self.scale.value() == PERCENT,
            "direction": not own,
        }
        for name, on in shown.items():
            self._rows[name].setVisible(on)
        self.tile.setEnabled(not size.startswith(ROLL))
        self.direction.setEnabled(size != FREE)
        self.presets.set_value(self._preset)
        for name, card in self.presets.cards.items():
            changed = name == self._preset and self.modified
            card.set_line(partial(_about_changed if changed else _about, name))


def _sized(options: ExportOptions) -> dict[str, Any]:
    """What :meth:`PaperFields.options` says of a preset."""
    found: dict[str, Any] = {name: getattr(options, name) for name in SIZES if getattr(options, name) is not None}
    return found | ({"fewer_sheets": options.fewer_sheets is not False} if options.tile else {})


def _title(name: str) -> str:
    return PRESETS[name].title


def _about(name: str) -> str:
    return PRESETS[name].about


def _about_changed(name: str) -> str:
    return translate("ExportDialog", "{line} · changed").format(line=PRESETS[name].about)


def _number(least: int, most: int, value: int, suffix: str) -> QSpinBox:
    box = QSpinBox()
    box.setRange(least, most)
    box.setValue(value)
    box.setSuffix(suffix)
    box.setAccelerated(True)
    box.setKeyboardTracking(False)
    return box
