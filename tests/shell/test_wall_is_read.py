"""Whether the last row can read the wall, measured on what stands there: the x of its notes in px, and so in mm.

The measure knows nothing of how the wall chooses its scale.  A stem of an r is as high as an x, and as wide from its
foot to its top: what ink its rows hold adds up to its height, to a fraction of a px.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.shell import Shell
from model.commands.cards import add_cards
from model.commands.places import Cell
from shell_person import Person
from wall_room import wall
from widgets.look.theme import look

IMAGE_M, SEAT_M = 1.5, 6.0
METRES_PER_MM = 0.4
STEMS = "rrrrrrrrrrrrrrr"
KINDS = {
    "touchpoints": "touchpoint",
    "thoughts": "thought",
    "pain_points": "pain_point",
    "insights": "insight",
    "opportunities": "opportunity",
    "solutions": "solution",
}


@pytest.fixture
def room(qtbot: QtBot, shell: Shell) -> Person:
    """Somebody with a wall and a note of stems of each kind in the first phase."""
    window = shell.new_window()
    shell.files.create(window, "eight-phases", "Map")
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    person = Person(qtbot, shell, window)
    run, document = person.workspace.bridge.run, person.document
    for lane in document.lanes:
        if lane.kind in KINDS:
            run(add_cards, KINDS[lane.kind], [STEMS], Cell(lane.id, document.steps[0].id))
    look().reduce_motion(True)
    person.back_to_map()
    person.key(Qt.Key.Key_F11)
    qtbot.waitExposed(wall(person))
    return person


def stem_px(image: QImage) -> float:
    """How high the stems of the line of text in ``image`` are, in px: each row of them holds as much ink as the row in
    the middle of their lower half, the rows at the ends a part of it (slanted stems as well)."""
    rows = [[image.pixelColor(x, y).lightness() for x in range(image.width())] for y in range(image.height())]
    ground = max(max(row) for row in rows)
    inks = [float(sum(ground - light for light in row)) for row in rows]
    band = [ink for ink in inks if ink > max(inks) * 0.3]
    stem = band[len(band) * 3 // 4]
    return sum(min(1.0, ink / stem) for ink in inks)


def measured(person: Person) -> dict[str, float]:
    """The stems of each kind of note on the wall, in px."""
    view = wall(person).view
    image = view.grab().toImage()
    found = {}
    for item in person.document.item_table.values():
        card = view.card_rect(item.id).toRect()
        if not card.isNull():
            # Behind the sign of its kind, inside its edge.
            inside = card.adjusted(
                round(card.width() * 0.3), card.height() // 8, -card.width() // 3, -card.height() // 8
            )
            found[item.kind] = stem_px(image.copy(inside))
    return found


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080), (3840, 2160)])
def test_the_last_row_can_read_every_note(room: Person, size: tuple[int, int]) -> None:
    shown = wall(room)
    shown.showNormal()
    shown.resize(*size)
    room.qtbot.waitUntil(lambda: (shown.width(), shown.height()) == size)
    QApplication.processEvents()
    seen: dict[str, float] = {}
    for letter in "tqpios":  # each lane is on the wall for the note that is to be sent there
        QTest.keyClick(shown.line.field, Qt.Key(ord(letter.upper())), Qt.KeyboardModifier.AltModifier)
        QApplication.processEvents()
        seen |= measured(room)
    assert set(seen) == {"touchpoint", "thought", "pain_point", "insight", "opportunity", "solution"}
    for kind, px in seen.items():
        mm = px * IMAGE_M * 1000 / size[1]
        assert SEAT_M <= mm * METRES_PER_MM < SEAT_M * 1.2, kind
