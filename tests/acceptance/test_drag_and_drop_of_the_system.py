"""Drag and drop by a real mouse on a real screen: from the inbox onto the map, and from a file manager's window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import MISSING, Screen
from model.changes import apply
from model.commands.cards import add_cards
from model.commands.places import Listing
from model.files.native import dumps
from model.newmap import new_map

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")


@pytest.fixture
def screen() -> Iterator[Screen]:
    with Screen() as made:
        yield made


def a_map(path: Path, title: str = "Shoes") -> Path:
    document = new_map(title, "en", ("Need", "Buy", "Use"))
    notes = add_cards(document, "touchpoint", ["One", "Two", "Three"], Listing("inbox"))
    path.write_bytes(dumps(apply(notes, document)))
    return path


def test_a_note_is_dragged_from_the_inbox_into_a_cell(screen: Screen, tmp_path: Path) -> None:
    program = screen.program(tmp_path / "home", "map", str(a_map(tmp_path / "shoes.journey")), "Two")
    told = program.hear()
    assert told is not None
    assert told["place"] == "inbox"
    screen.drag(told["start"], told["end"], escape=True)
    assert program.hear(1.0) is None, "Esc: nothing happened"
    screen.drag(told["start"], told["end"])
    assert program.hear() == {"place": "map", "step": 1, "lane": True}
    assert program.hear(0.5) is None, "one edit"


def test_a_file_is_dragged_from_a_file_manager_onto_the_start_screen(screen: Screen, tmp_path: Path) -> None:
    path = a_map(tmp_path / "dropped.journey", "Dropped")
    program = screen.program(tmp_path / "home", "start")
    place = program.hear()
    manager = screen.program(tmp_path / "other", "files", str(path))
    start = manager.hear()
    assert place is not None
    assert start is not None
    screen.drag(start["start"], place["end"])
    assert program.hear() == {"map": "Dropped"}
    assert manager.hear() == {"dragged": True}
    assert path.is_file()
