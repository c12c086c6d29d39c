"""Whatever stops protecting the work is on the screen within two seconds, and gone when it works again."""

from __future__ import annotations

import errno
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from model.commands import cards
from model.commands.places import Listing
from model.files import atomic, generation
from model.files.generation import Generation
from model.files.paths import versions_folder
from shell_person import Person
from stopwatch import Stopwatch

LIMIT = 2.0


class Clock:
    """Seconds until something is shown."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.watch = Stopwatch()

    def shows(self, bar: str) -> None:
        """The bar is there in time."""
        self.person.qtbot.waitUntil(lambda: self.person.window.bars.bar(bar) is not None)
        assert self.watch.seconds() < LIMIT


def edit(person: Person, text: str = "one more") -> None:
    """An edit as a command makes it."""
    person.workspace.bridge.run(cards.add_cards, "note", [text], Listing("inbox"))


def healed(person: Person, bar: str) -> None:
    person.qtbot.waitUntil(lambda: person.window.bars.bar(bar) is None)


@pytest.fixture
def settled(mapper: Person) -> Person:
    assert mapper.workspace.open_document.journal.flush()
    assert mapper.window.bars.bar("protection") is None
    return mapper


@pytest.mark.parametrize("call", ["write", "sync"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_the_journal_fails(settled: Person, monkeypatch: pytest.MonkeyPatch, call: str, number: int) -> None:
    def refuse(*_args: Any) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as broken:
        broken.setattr(Generation, call, refuse)
        clock = Clock(settled)
        edit(settled)
        clock.shows("protection")
        assert settled.window.status.safety_text() == "Not protected"
        edit(settled, "work goes on")
        assert "work goes on" in settled.texts()
    healed(settled, "protection")
    assert settled.workspace.open_document.journal.flush()


def test_the_folder_of_the_journal_is_deleted(settled: Person) -> None:
    folder = settled.workspace.open_document.journal.folder
    clock = Clock(settled)
    shutil.rmtree(folder)
    edit(settled)
    clock.shows("protection")
    healed(settled, "protection")
    assert folder.is_dir(), "it was made anew, with everything in it"


def test_a_new_base_cannot_be_written(settled: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The folder takes nothing new, while what is open can still be written."""

    def refuse(*_args: Any, **_named: Any) -> None:
        raise PermissionError(errno.EACCES, "no")

    with monkeypatch.context() as broken:
        broken.setattr(generation, "write_atomic", refuse)
        settled.shell.files.saver.save(settled.workspace.open_document, tmp_path / "reis.journey")
        settled.saved()
        clock = Clock(settled)
        clock.shows("protection")
    healed(settled, "protection")


@pytest.mark.parametrize("call", ["write", "sync"])
def test_the_disk_of_the_journal_hangs(settled: Person, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    go = threading.Event()
    plain: Callable[..., Any] = getattr(Generation, call)

    def hang(*args: Any) -> Any:
        go.wait(30)
        return plain(*args)

    monkeypatch.setattr(Generation, call, hang)
    try:
        clock = Clock(settled)
        held = Stopwatch()
        edit(settled)
        edit(settled, "a second one")
        assert held.seconds() < 1.0, "nobody is held up"
        clock.shows("protection")
        bar = settled.window.bars.bar("protection")
        assert bar is not None
        assert "does not answer" in bar.text()
    finally:
        go.set()
    healed(settled, "protection")


def test_saving_fails(settled: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "reis.journey"
    settled.shell.files.saver.save(settled.workspace.open_document, path)
    settled.saved()
    before = path.read_bytes()
    edit(settled)

    def refuse(_fd: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as broken:
        broken.setattr(atomic, "sync_file", refuse)
        clock = Clock(settled)
        settled.window.handlers.save()
        clock.shows("save")
    assert path.read_bytes() == before
    assert settled.workspace.open_document.modified
    settled.bar_button("save", "Try again")
    settled.saved()
    healed(settled, "save")


@pytest.fixture
def no_versions(home: Path) -> Iterator[Path]:
    """A file stands where the folder of the versions should be."""
    folder = versions_folder()
    folder.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    folder.write_text("in the way", encoding="utf-8")
    yield folder
    if folder.is_file():
        folder.unlink()


def test_versions_cannot_be_kept(settled: Person, no_versions: Path, tmp_path: Path) -> None:
    clock = Clock(settled)
    settled.shell.files.saver.save(settled.workspace.open_document, tmp_path / "reis.journey")
    clock.shows("versions")
    assert not settled.workspace.open_document.modified, "the save itself stands"
    no_versions.unlink()
    edit(settled)
    settled.window.handlers.save()
    settled.saved()
    healed(settled, "versions")
