"""Every control in one window, to be looked at: ``python tests/gallery.py OUT_DIR [light|dark] [--start]``.

Writes pictures; the scale is Qt's (QT_SCALE_FACTOR=1.5).  With no OUT_DIR the window is shown.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

if len(sys.argv) > 1:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QProgressBar,
    QRadioButton,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from model.fields import ACTORS, EVIDENCE
from model.i18n import set_language
from widgets.controls.bar import Bar
from widgets.controls.buttons import Button, IconButton
from widgets.controls.chip import Chip
from widgets.controls.choice import ChoicePicker, ChoiceToggles, Option
from widgets.controls.color_picker import PERSONA_SWATCHES, PHASE_SWATCHES, ColorPicker
from widgets.controls.command_palette import Command, CommandPalette
from widgets.controls.disc import NumberDisc
from widgets.controls.empty import EmptyState
from widgets.controls.faces import FacePicker
from widgets.controls.flow import FlowLayout
from widgets.controls.form import FormRow, SwitchRow
from widgets.controls.icon_picker import IconPicker
from widgets.controls.labels import ElidedLabel, KeyCap, PlainLabel, SectionHeader, Surface
from widgets.controls.scale import ScalePicker
from widgets.controls.search_field import SearchField
from widgets.controls.segmented import Segment, Segmented
from widgets.controls.severity import SeverityPicker
from widgets.controls.switch import Switch
from widgets.controls.toast import Toast
from widgets.look.icons import icon
from widgets.look.theme import install, look


def titled(text: str, *widgets: QWidget, gap: int = 12) -> QWidget:
    """A heading over ``widgets``."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    column.addWidget(PlainLabel(text, "strong"))
    for widget in widgets:
        column.addWidget(widget)
    return box


def in_row(*widgets: QWidget, gap: int = 12) -> QWidget:
    """``widgets`` side by side."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return box


def buttons() -> QWidget:
    """Buttons of every kind and state that needs no pointer."""
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(4, 0, 0, 0)
    grid.setSpacing(12)
    off = Button("Kan nu niet")
    off.setEnabled(False)
    off_filled = Button("Kan nu niet", "filled")
    off_filled.setEnabled(False)
    pressed = Button("Ingedrukt")
    pressed.setDown(True)
    focused = Button("Met focus", "filled")
    focused.setObjectName("focused")
    rows = (
        (Button("Maak kaart", "filled"), Button("Leeg printen"), Button("Annuleer", "quiet")),
        (focused, pressed, Button("Pijnpunt", "link", icon_name="plus")),
        (Button("Verwijder fase", "danger"), off, Button("Klein", small=True)),
        (Button("Druk af", "filled", icon_name="printer"), Button("Open", icon_name="folder-open"), off_filled),
    )
    for y, row in enumerate(rows):
        for x, widget in enumerate(row):
            grid.addWidget(widget, y, x)
    grid.setColumnStretch(3, 1)
    return box


def fields() -> QWidget:
    """Fields in their states."""
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(12)
    goal = QLineEdit()
    goal.setPlaceholderText("Waar moet dit toe leiden?")
    department = QComboBox()
    department.addItems(["Winkel", "IT"])
    fixed = QLineEdit("Vast bij dit sjabloon")
    fixed.setEnabled(False)
    overlap = QSpinBox()
    overlap.setSuffix(" mm")
    overlap.setValue(10)
    wrong = FormRow("Paginabreedte", QLineEdit("5,4 m"))
    wrong.set_error("Kan tot 5,08 m")
    rows = (
        FormRow("Eigenaar", QLineEdit("Fatima A.")),
        FormRow("Doel", goal),
        FormRow("Titel", QLineEdit("Balie: bestelling")),
        wrong,
        FormRow("Afdeling", department),
        FormRow("Bewaard in", fixed),
        FormRow("Overlap", overlap),
        FormRow("Zoek", SearchField("Zoek of doe iets", shortcut="Ctrl K", small=True)),
    )
    for place, row in enumerate(rows):
        grid.addWidget(row, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
    return box


def choices() -> QWidget:
    """Boxes, discs, switches, chips, segments, pickers."""
    legend, numbers, a4, a3 = QCheckBox("Legenda"), QCheckBox("Nummers"), QRadioButton("A4"), QRadioButton("A3")
    legend.setChecked(True)
    a4.setChecked(True)
    segments = Segmented(
        [
            Segment("map", "Kaart", "map-2"),
            Segment("priorities", "Prioriteiten", "grid-dots"),
            Segment("list", "Lijst", "table"),
        ],
        "Weergave",
    )
    segments.set_value("map")
    evidence = ChoicePicker([Option(choice.id, choice.title, evidence=choice.id) for choice in EVIDENCE], "Bewijs")
    evidence.show_value("observed")
    actors = ChoiceToggles([Option(choice.id, choice.title, choice.icon) for choice in ACTORS], "Wie doet mee")
    actors.show_values(("customer", "employee"))
    impact = ScalePicker(1, 5, "Effect")
    impact.set_value(4)
    chips = QWidget()
    flow = FlowLayout(chips, 8)
    flow.addWidget(Chip("Webshop", icon_name="world"))
    flow.addWidget(Chip("Winkel", "outlined", removable=True))
    flow.addWidget(Chip("Pijn 3+", "accent", icon_name="filter"))
    flow.addWidget(Chip("Oriëntatiefase", prefix="2"))
    faces = FacePicker("Gevoel van Sanne")
    faces.set_value(-2)
    squares = FacePicker("Gevoel van Henk", persona=1)
    squares.set_value(1)
    triangles = FacePicker("Gevoel van Mila", persona=2)
    severity = SeverityPicker("Ernst")
    severity.set_value(3)
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setValue(40)
    return titled(
        "Kiezen",
        in_row(legend, numbers, a4, a3, Switch("Aan", checked=True), Switch("Uit"), gap=16),
        in_row(segments),
        evidence,
        chips,
        faces,
        squares,
        triangles,
        severity,
        actors,
        impact,
        in_row(NumberDisc(3), NumberDisc(7, 22), KeyCap("Enter"), KeyCap("Ctrl K"), slider),
        gap=8,
    )


def bars() -> QWidget:
    """The four bars."""
    red = Bar("danger", "shield-exclamation", "Niet beschermd.", "De usb-stick is weg. Je werk staat alleen hier.")
    red.add_button("Bewaar elders", lambda: None)
    amber = Bar("warn", "lock", "Alleen lezen.", "Deze kaart staat open op een andere laptop.")
    amber.add_button("Maak een kopie", lambda: None)
    grey = Bar("neutral", "filter", "Filter: pijn 3 of meer, Henk.", "6 van 40 kaartjes.")
    grey.add_button("Toon alles", lambda: None)
    blue = Bar("info", "history", "Teruggevonden.", "Vier kaartjes van 14:31, voor de stroom uitviel.")
    blue.add_button("Prima", lambda: None, quiet=True)
    blue.add_button("Bekijk", lambda: None)
    return titled("Balken onder de werkbalk", red, amber, grey, blue, gap=10)


def empties() -> QWidget:
    """Empty states."""
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(12)
    search = EmptyState(
        "search", "Geen kaartje met ‘balle’", "Bedoel je ‘balie’? Die staat er drie keer op.", framed=True
    )
    search.add_button("Zoek ‘balie’", lambda: None)
    grid.addWidget(
        EmptyState(
            "inbox",
            "Parkeerplaats is leeg",
            "Wat nu niet past, zet je hier.",
            framed=True,
        ),
        0,
        0,
    )
    grid.addWidget(
        EmptyState("pointer", "Niets gekozen", "Kies een kaartje om het in te vullen.", framed=True),
        0,
        1,
    )
    grid.addWidget(search, 1, 0)
    return titled("Nog niets hier", box)


def toasts() -> QWidget:
    """Three messages."""
    done = Toast("Poster bewaard, 10 bladzijden", "done", "check")
    done.set_action("Open", lambda: None)
    gone = Toast("3 kaartjes verwijderd", "note", "trash")
    gone.set_action("Zet terug", lambda: None)
    warn = Toast("2 regels niet herkend, regel 14 en 31", "warn", "alert-triangle")
    warn.set_action("Bekijk", lambda: None)
    return titled("Meldingen", gone, done, warn, gap=8)


def others() -> QWidget:
    """Tool buttons, rows with switches, progress, headers."""
    add = IconButton("plus", "Nieuw kaartje", words="Kaartje", shortcut="N")
    add.show_menu_mark()
    on = IconButton("layout-sidebar", "Linkerpaneel")
    on.setCheckable(True)
    on.setChecked(True)
    off = IconButton("arrow-forward-up", "Opnieuw")
    off.setEnabled(False)
    progress = QProgressBar()
    progress.setTextVisible(False)
    progress.setValue(66)
    ground = Surface("card")
    column = QVBoxLayout(ground)
    column.addWidget(SwitchRow("Zwart-wit", Switch(""), hint="Arcering en letters naast de kleur"))
    column.addWidget(SectionHeader("Pijnpunten", Button("Pijnpunt", "link", icon_name="plus")))
    column.addWidget(ElidedLabel("Een naam die veel te lang is voor de ruimte die er hier is, afgekapt met puntjes"))
    column.addWidget(progress)
    return titled("Werkbalk en rijen", in_row(IconButton("arrow-back-up", "Ongedaan"), off, add, on, gap=4), ground)


class Gallery(Surface):
    """Everything."""

    def __init__(self) -> None:
        super().__init__("panel")
        row = QHBoxLayout(self)
        row.setContentsMargins(36, 26, 36, 26)
        row.setSpacing(40)
        for width, parts in (
            (470, (titled("Knoppen", buttons()), titled("Velden", fields()), toasts())),
            (484, (bars(), choices())),
            (490, (empties(), others())),
        ):
            holder = QWidget()
            holder.setFixedWidth(width)
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(22)
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
            row.addWidget(holder)
        row.addStretch(1)


def menu() -> QMenu:
    """The menu at a note."""
    found = QMenu()
    for name, words, keys in (
        ("pencil", "Bewerk", "Return"),
        ("bolt", "Pijnpunt erbij", "P"),
        ("bulb", "Inzicht erbij", "I"),
        ("copy", "Dupliceer", "Ctrl+D"),
    ):
        action = found.addAction(icon(name, 16, "ink.2"), words)
        action.setShortcut(keys)
    found.addSeparator()
    more = found.addMenu("Meer")
    more.addAction("Iets")
    tick = found.addAction("Toon nummers")
    tick.setCheckable(True)
    tick.setChecked(True)
    delete = found.addAction(icon("trash", 16, "state.danger"), "Verwijder")
    delete.setProperty("danger", True)
    delete.setShortcut("Del")
    found.setActiveAction(found.actions()[1])
    return found


def palette_window() -> QWidget:
    """A window with the command palette open."""
    window = Surface("window")
    window.resize(700, 320)
    palette = CommandPalette(window)
    window.show()
    palette.open(
        [
            Command("print", "Druk poster af", "Ctrl+P", icon_name="printer"),
            Command("check", "Controleer leesbaarheid van de poster", icon_name="ruler-2"),
            Command("phase", "Voeg fase toe na Levering", icon_name="template", keywords="poster"),
            Command("numbers", "Toon nummers op de poster", enabled=False, icon_name="text-size"),
            Command("undo", "Maak ongedaan", "Ctrl+Z"),
        ],
        "post",
    )
    return window


def save(widget: QWidget, path: Path) -> QPixmap:
    """A picture of ``widget``."""
    QApplication.processEvents()
    picture = widget.grab()
    picture.save(str(path))
    return picture


def main(arguments: list[str]) -> int:
    """Write the pictures, or show the window."""
    app = QApplication.instance() or QApplication(arguments)
    assert isinstance(app, QApplication)
    set_language("nl")
    theme = "dark" if "dark" in arguments else "light"
    install(app, "dark" if theme == "dark" else "light")
    gallery = Gallery()
    gallery.resize(QSize(1600, 1000))
    gallery.show()
    gallery.activateWindow()
    QApplication.processEvents()
    focused = gallery.findChild(Button, "focused")
    if focused is not None:
        focused.setFocus(Qt.FocusReason.TabFocusReason)
    if len(arguments) < 2:
        return app.exec()
    out = Path(arguments[1])
    out.mkdir(parents=True, exist_ok=True)
    save(gallery, out / f"controls-{theme}.png")
    shown = menu()
    shown.popup(gallery.mapToGlobal(gallery.rect().topLeft()))
    save(shown, out / f"menu-{theme}.png")
    shown.close()
    palette = palette_window()
    save(palette, out / f"palette-{theme}.png")
    for name, popup in (
        ("colors", ColorPicker(PHASE_SWATCHES, "Kleur van de fase", gallery)),
        ("personas", ColorPicker(PERSONA_SWATCHES, "Kleur van de persona", gallery)),
        ("icons", IconPicker("Teken van het kanaal", parent=gallery)),
    ):
        popup.set_value("mail" if name == "icons" else 1)
        popup.open_below(gallery)
        save(popup, out / f"{name}-{theme}.png")
        popup.hide()
    assert look().theme_name == theme
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
