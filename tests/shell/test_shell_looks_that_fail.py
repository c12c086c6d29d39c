"""A look at the disk that fails in the middle of what was asked for: its sentence is shown, and nothing is lost."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from app.shell import Shell
from lock_keeper import on_laptop_3, write_lock
from model.files.locks import lock_path, read_lock
from model.files.native import dumps
from model.files.paths import sessions_folder
from model.files.recovery import find_sessions, recently_discarded
from model.files.sessions import mark_closed
from model.newmap import new_map
from session_operations import dead_session
from shell_person import Person


@contextmanager
def failing(call: str, place: Path) -> Iterator[None]:
    """A disk on which ``os.<call>`` of ``place`` fails."""
    plain = getattr(os, call)

    def broken(path: object, *rest: object, **more: object) -> object:
        if isinstance(path, str | os.PathLike) and Path(path) == place:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return plain(path, *rest, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, call, broken)
        yield


def said(person: Person) -> str:
    """What the window tells of what did not work."""
    bar = person.window.bars.bar("told")
    return "" if bar is None else bar.text()


def shown_dialog(person: Person) -> QDialog:
    return next(d for d in person.window.findChildren(QDialog) if d.isVisible())


def test_a_discard_that_fails_says_so_and_the_work_stays(shell: Shell, qtbot: object) -> None:
    folder = dead_session(sessions_folder(), 3)
    window = shell.new_window()
    person = Person(qtbot, shell, window)  # type: ignore[arg-type]  # pytest-qt's own
    shell.files.recover_left_work(window)
    with failing("stat", folder):
        person.press_button(shown_dialog(person), "Discard")
    assert "could not be put away; it is offered again" in said(person)
    assert len(find_sessions()) == 1
    window.close()


def test_taking_back_that_fails_says_so_and_the_work_stays(shell: Shell, qtbot: object) -> None:
    folder = dead_session(sessions_folder(), 3)
    mark_closed(folder)
    window = shell.new_window()
    person = Person(qtbot, shell, window)  # type: ignore[arg-type]  # pytest-qt's own
    window.handlers.find_discarded()
    with failing("unlink", folder / "closed.json"):
        person.press_button(shown_dialog(person), "Open")
    assert "could not be taken back; it stays among the discarded work" in said(person)
    assert len(recently_discarded()) == 1
    window.close()


def test_a_take_over_that_cannot_see_who_has_the_map_says_so(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(dumps(new_map("Given", "en", ("One",))))
    anna = on_laptop_3()
    write_lock(path, anna)
    assert person.shell.files.open_path(person.window, path)
    person.back_to_map()
    with failing("lstat", lock_path(path)):
        person.answering(
            lambda dialog: person.press_button(dialog, "Take over"), lambda: person.bar_button("held", "Take over…")
        )
        assert "Who has “map.journey” open cannot be seen at the moment; try again." in said(person)
    assert read_lock(path) == anna
    assert person.window.bars.bar("held") is not None
