"""The rows of the start screen show the maps themselves, as they were saved or closed, in the theme of now."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.mappictures import read
from app.shell import Shell
from model.draw.far import FarMap, from_json, to_json
from model.files.native import dumps, load
from model.files.paths import pictures_folder
from model.layout.arrange import lay_out
from model.newmap import new_map
from model.templates import example_path
from shell_person import Person
from widgets.look.theme import look
from widgets.start_maps import picture_of
from widgets.start_parts import PICTURE, MapRow


def picture(row: MapRow) -> QImage:
    """The picture of a row as it is on the screen."""
    return row.grab().toImage().copy(9, (row.height() - PICTURE.height()) // 2 + 1, 82, 52)


def share(row: MapRow, token: str) -> float:
    """How much of a picture has the colour of a token."""
    image, wanted = picture(row), look().color(token).rgb()
    pixels = [image.pixel(x, y) for x in range(image.width()) for y in range(image.height())]
    return pixels.count(wanted) / len(pixels)


def a_map(path: Path, phases: int) -> Path:
    path.write_bytes(dumps(new_map("Given", "en", [f"P{n}" for n in range(phases)])))
    return path


def begin(make_shell: Callable[[], Shell], qtbot: QtBot) -> Person:
    shell = make_shell()
    window = shell.new_window()
    qtbot.waitExposed(window)
    shell.begin(window, None)
    return Person(qtbot, shell, window)


def test_a_closed_map_is_seen_on_the_start_screen(
    make_shell: Callable[[], Shell], qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "maps"
    folder.mkdir()
    path = folder / "example.journey"
    path.write_bytes(example_path("en").read_bytes())
    person = begin(make_shell, qtbot)
    person.shell.files.open_path(person.window, path)
    layout = person.editor.stage.layout
    assert read(path) is None
    person.window.close()
    far = read(path)
    assert far is not None
    assert len(far.cards) == len(layout.cards)
    assert [round(block.x) for block in far.phases] == [round(box.x) for box in layout.phases.values()]
    assert [entry.name for entry in folder.iterdir()] == [path.name], "nothing of ours lies beside the map"

    again = begin(make_shell, qtbot)
    row = again.start.recent_rows()[0]
    assert row.key == str(path)
    qtbot.waitUntil(lambda: share(row, "note.insight.fill") > 0.005)  # a map in general has none
    light = picture(row)
    again.shell.choose_theme("dark")
    QApplication.processEvents()
    assert picture(row) != light
    assert share(row, "note.insight.fill") > 0.005, "in the colours of the theme"


def test_the_start_screen_does_not_wait_for_the_pictures(
    make_shell: Callable[[], Shell], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_map(tmp_path / "given.journey", 3)
    person = begin(make_shell, qtbot)
    person.shell.files.open_path(person.window, path)
    person.window.close()
    asked: list[str] = []
    look_of = Shell._look_of

    def noted(shell: Shell, key: str) -> FarMap | None:
        asked.append(key)
        return look_of(shell, key)

    monkeypatch.setattr(Shell, "_look_of", noted)
    shell = make_shell()
    window = shell.new_window()
    shell.begin(window, None)
    start = Person(qtbot, shell, window).start
    assert asked == []
    row = start.recent_rows()[0]
    first = picture(row)  # this paints it
    assert asked == [], "not while it is painted"
    qtbot.waitUntil(lambda: str(path) in asked)
    qtbot.waitUntil(lambda: picture(row) != first)


def test_saving_keeps_the_picture_and_unsaved_work_does_not_show(mapper: Person, tmp_path: Path) -> None:
    path = tmp_path / "mine.journey"
    mapper.with_file(path, mapper.window.handlers.save_as)
    mapper.saved()
    mapper.qtbot.waitUntil(lambda: read(path) is not None)
    far = read(path)
    assert far is not None
    assert len(far.cards) == 2
    mapper.add_cards("Third")
    mapper.answering(lambda dialog: mapper.press_button(dialog, "Do not save"), mapper.window.close_map)
    kept = read(path)
    assert kept is not None
    assert len(kept.cards) == 2
    mapper.shell.recents.clear()
    mapper.window.close()
    assert read(path) is None, "what is on the list no more is not kept"


def test_the_examples_are_seen_the_first_time(make_shell: Callable[[], Shell], qtbot: QtBot) -> None:
    person = begin(make_shell, qtbot)
    rows = person.start.example_rows()
    first = [picture(row) for row in rows]
    assert first[0] == first[1], "maps in general"
    qtbot.waitUntil(lambda: all(picture(row) != old for row, old in zip(rows, first, strict=True)))
    assert len(list(pictures_folder().glob("example-*.json"))) == len(rows)
    assert all(share(row, "note.insight.fill") > 0.005 for row in rows)
    person.window.close()
    assert len(list(pictures_folder().glob("example-*.json"))) == len(rows)


@pytest.mark.parametrize("content", [b"", b"no json", b"{}", b'{"format": "journeywall-far", "version": 1}'])
def test_a_broken_picture_is_that_of_a_map_in_general(
    make_shell: Callable[[], Shell], qtbot: QtBot, tmp_path: Path, content: bytes
) -> None:
    path = a_map(tmp_path / "given.journey", 2)
    never = a_map(tmp_path / "never.journey", 2)
    person = begin(make_shell, qtbot)
    person.shell.files.open_path(person.window, path)
    person.window.close()
    (kept,) = [file for file in pictures_folder().iterdir() if not file.name.startswith("example-")]
    kept.write_bytes(content)
    again = begin(make_shell, qtbot)
    again.shell.recents.add(never, "Never opened")
    again.window.show_start()
    qtbot.wait(100)
    fresh, broken = again.start.recent_rows()
    assert broken.key == str(path)
    assert picture(broken) == picture(fresh)


def test_what_is_kept_reads_back_and_nothing_else_is_read() -> None:
    from model.draw.far import far_map

    far = far_map(lay_out(load(example_path("nl")).document))
    back = from_json(to_json(far))
    assert len(to_json(far)) < 20_000, "a small file"
    assert [(b.token, b.kind, b.first) for b in back.cards] == [(b.token, b.kind, b.first) for b in far.cards]
    assert all(abs(a.x - b.x) <= 0.5 for a, b in zip(far.cards, back.cards, strict=True))
    assert [c.token for c in back.curves] == [c.token for c in far.curves]
    text = to_json(far)
    for wrong in (
        text.replace('"version":1', '"version":2'),
        text.replace('"size":[', '"size":[-5,'),
        text.replace('"cards":[[', '"cards":[[1e99,'),
        text.replace('"size":[', '"size":[1' + "0" * 400 + ","),
        text[:-40],
        "[" * 5000,
    ):
        with pytest.raises(ValueError, match=r"."):
            from_json(wrong)


@pytest.mark.parametrize("token", ["phase.fill.deeper", "nowhere", "personas.x"])
def test_a_picture_of_colours_that_are_none_is_no_picture(token: str, qapp: QApplication) -> None:
    from model.draw.far import Block, FarMap

    assert picture_of(FarMap(100, 100, (), (), (Block(0, 0, 9, 9, token, "note", False),), ())) is None
