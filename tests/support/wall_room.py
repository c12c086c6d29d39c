"""Somebody who shows a map on the wall: the parts that tests of walls work with."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.shell import Shell
from app.wall import Wall
from model.commands.cards import add_cards
from model.commands.places import Cell
from shell_person import Person
from widgets.wall.window import WallWindow


def mapper_without_start(qtbot: QtBot, shell: Shell) -> Person:
    """Somebody with a new map of eight phases and two touchpoints, Advert and Search; there was no start screen."""
    window = shell.new_window()
    shell.files.create(window, "eight-phases", "My map")
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    person = Person(qtbot, shell, window)
    lane = next(lane.id for lane in person.document.lanes if lane.kind == "touchpoints")
    person.workspace.bridge.run(add_cards, "touchpoint", ["Advert", "Search"], Cell(lane, person.document.steps[0].id))
    return person


def keeper(person: Person) -> Wall:
    """What keeps the wall of a window; it was asked for before."""
    assert person.workspace.wall is not None
    return person.workspace.wall


def wall(person: Person) -> WallWindow:
    """The wall, which is open."""
    shown = keeper(person).shown
    assert shown is not None, "there is no wall"
    return shown
