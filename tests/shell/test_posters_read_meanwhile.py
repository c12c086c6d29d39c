"""A poster is read while one goes on working, however long its PDF keeps the reader busy."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app import reading
from model.export.pdf import PosterOptions, poster_pdf
from model.files.native import load
from model.importers import posterfile
from model.importers.posterfile import child_command
from model.templates import example_path
from shell_person import Person

READER = "import os, sys, time\nopen({begun!r}, 'w').write(str(os.getpid()))\n"
HANGS = READER + "while True: pass"
WAITS = READER + "while not os.path.exists({gate!r}): time.sleep(0.01)\nos.execv({command[0]!r}, {command!r})"


class Reader:
    """A process that stands where the reader of PDFs is, and does as ``code`` says."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
        self.begun, self.gate = folder / "begun", folder / "gate"
        filled = code.format(begun=str(self.begun), gate=str(self.gate), command=child_command())
        monkeypatch.setattr(posterfile, "child_command", lambda: [sys.executable, "-c", filled])

    @property
    def at_work(self) -> bool:
        """Whether it was started, and said so."""
        return self.begun.exists() and self.begun.read_text() != ""

    @property
    def gone(self) -> bool:
        """Whether it was ended, and nobody waits for it."""
        return not Path(f"/proc/{self.begun.read_text()}").exists()


@pytest.fixture
def poster(tmp_path: Path) -> Path:
    path = tmp_path / "poster.pdf"
    path.write_bytes(poster_pdf(load(example_path("en")).document, PosterOptions(paper="A5"))[0])
    return path


@pytest.fixture(autouse=True)
def _told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """How long it takes until it is said that a poster is read must not matter here."""
    monkeypatch.setattr(reading, "NOTE_AFTER_MS", 0)


def choose(person: Person, path: Path) -> None:
    """Ctrl+O and the name of the file."""
    person.with_file(path, person.window.commands["open"].trigger)


def notes(person: Person, path: Path) -> str:
    bar = person.window.bars.bar(f"reading {path}")
    return "" if bar is None else bar.text()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for the process as Linux shows it")
def test_one_works_on_while_a_pdf_keeps_its_reader_busy(
    mapper: Person, poster: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(posterfile, "MOST_SECONDS", 600.0)
    reader = Reader(tmp_path, monkeypatch, HANGS)
    beats: list[int] = []
    heart = QTimer()
    heart.timeout.connect(lambda: beats.append(1))
    heart.start(0)
    choose(mapper, poster)
    mapper.qtbot.waitUntil(lambda: reader.at_work)
    counted = len(beats)
    mapper.add_cards("Meanwhile")
    mapper.qtbot.waitUntil(lambda: len(beats) >= counted + 200)
    heart.stop()
    assert list(mapper.shell.files.readings.under_way) == [poster], "all of that happened while it was read"
    assert not reader.gone
    assert "Meanwhile" in mapper.texts()
    assert notes(mapper, poster) == (
        "Reading “poster.pdf”.  Its map comes as soon as it is read; you can go on working."
    )
    mapper.shell.files.open_path(mapper.window, poster)
    QApplication.processEvents()
    assert list(mapper.shell.files.readings.under_way) == [poster], "it is not read twice at once"
    mapper.bar_button(f"reading {poster}", "Cancel")
    mapper.qtbot.waitUntil(lambda: reader.gone)
    assert list(mapper.shell.files.readings.under_way) == []
    assert notes(mapper, poster) == "" and mapper.window.bars.bar("told") is None
    assert len(mapper.shell.windows) == 1


def test_the_map_comes_beside_the_one_that_is_open(
    mapper: Person, poster: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Reader(tmp_path, monkeypatch, WAITS)
    choose(mapper, poster)
    mapper.qtbot.waitUntil(lambda: reader.at_work and bool(notes(mapper, poster)))
    assert len(mapper.shell.windows) == 1
    reader.gate.touch()
    mapper.qtbot.waitUntil(lambda: len(mapper.shell.windows) == 2)
    shown = mapper.shell.windows[1].workspace
    assert shown is not None
    assert shown.bridge.document.same_content(load(example_path("en")).document)
    assert notes(mapper, poster) == "" and mapper.shell.files.readings.under_way == ()
    assert mapper.texts() == {"Advert", "Search"}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for the process as Linux shows it")
def test_a_window_that_closes_takes_its_reader_along(
    mapper: Person, poster: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(posterfile, "MOST_SECONDS", 600.0)
    reader = Reader(tmp_path, monkeypatch, HANGS)
    other = mapper.shell.new_window()
    other.show_start()
    mapper.shell.files.open_path(other, poster)
    mapper.qtbot.waitUntil(lambda: reader.at_work)
    other.close()
    del other
    mapper.qtbot.waitUntil(lambda: reader.gone)
    assert list(mapper.shell.files.readings.under_way) == []


def test_a_reader_that_is_ended_for_its_time_is_told(
    mapper: Person, poster: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(posterfile, "MOST_SECONDS", 0.1)
    Reader(tmp_path, monkeypatch, HANGS)
    choose(mapper, poster)
    mapper.qtbot.waitUntil(lambda: mapper.window.bars.bar("told") is not None)
    told = mapper.window.bars.bar("told")
    assert told is not None and "“poster.pdf” could not be looked through" in told.text()
    assert notes(mapper, poster) == ""


def test_the_program_begins_with_a_poster(mapper: Person, poster: Path) -> None:
    """The start screen is there until it is read."""
    window = mapper.shell.new_window()
    mapper.shell.begin(window, poster)
    assert window.workspace is None and window.furnished
    mapper.qtbot.waitUntil(lambda: window.workspace is not None)
