"""Borders between departments among what is on the poster: offered where the map has some, and asked of the export."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from maps import Builder
from model.commands.cards import set_card
from model.commands.links import link_cards
from model.document import Document
from model.export.base import ExportOptions, poster_options
from model.export.placing import shown_on
from model.layout.maplayout import LayoutOptions
from model.newmap import new_map
from widgets.dialogs.exports.on_poster import OnPoster


def two_departments() -> Builder:
    make = Builder(new_map("Winkel", "nl", ("Voor", "Na"), ("touchpoints",)))
    for step, name in enumerate(("Inkoop", "Winkel")):
        made = make.card("touchpoint", name, step)
        make.do(set_card(make.document, [made], department=name))
    return make


def part(qtbot: QtBot, document: Document) -> OnPoster:
    made = OnPoster(document)
    qtbot.addWidget(made)
    made.show()
    made.head.click()
    return made


def test_it_is_offered_and_asked_for(qtbot: QtBot) -> None:
    made = part(qtbot, two_departments().document)
    assert made.borders.isVisible() and "borders" not in made.options()
    with qtbot.waitSignal(made.changed):
        QTest.mouseClick(made.borders, Qt.MouseButton.LeftButton)
    assert made.options()["borders"] is True
    assert shown_on(poster_options(ExportOptions(**made.options()))).borders


def test_it_begins_with_what_is_drawn_on_the_map(qtbot: QtBot) -> None:
    made = part(qtbot, two_departments().document)
    made.begin_with(LayoutOptions(borders=True))
    assert made.options()["borders"] is True


def test_a_map_without_departments_and_hand_overs_is_not_asked(qtbot: QtBot) -> None:
    make = Builder(new_map("Leeg", "nl", ("Een",), ("touchpoints",)))
    first, second = make.card("touchpoint", "Een", 0), make.card("touchpoint", "Twee", 0)
    made = part(qtbot, make.document)
    made.begin_with(LayoutOptions(borders=True))
    assert not made.borders.isVisible() and "borders" not in made.options()
    make.do(link_cards(make.document, "handover", [first], second))
    assert part(qtbot, make.document).borders.isVisible()
