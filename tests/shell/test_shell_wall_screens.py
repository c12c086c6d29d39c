"""Screens that come and go while the wall stands on them, and the timer of the room."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app import screens
from app.shell import Shell
from app.timing import Timing
from shell_person import Person
from wall_room import keeper, mapper_without_start, wall
from widgets.controls.toast import Toast
from widgets.look.theme import look
from widgets.wall.timer import TimerPopup, minutes_of

Key = Qt.Key
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _messages_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine may take longer than they are shown."""
    monkeypatch.setattr(Toast, "start", lambda _toast: None)


@pytest.fixture
def mapper(qtbot: QtBot, shell: Shell) -> Person:
    """Somebody with a map of eight phases and two touchpoints."""
    return mapper_without_start(qtbot, shell)


@pytest.fixture
def room(mapper: Person) -> Person:
    """Somebody with the wall open."""
    look().reduce_motion(True)
    mapper.window.commands["wall"].trigger()
    mapper.qtbot.waitExposed(wall(mapper))
    return mapper


def toasts(person: Person) -> list[str]:
    return [toast.text() for toast in person.window.toasts.toasts()]


# -- one screen, unplugged -------------------------------------------------------------------------------------------


def test_an_unplugged_projector_loses_nothing(room: Person, qapp: QApplication) -> None:
    shown = wall(room)
    QTest.keyClicks(shown.line.field, "Half a no")
    qapp.screenRemoved.emit(shown.screen())
    assert keeper(room).shown is None and not shown.isVisible()
    assert any("The screen of the wall is gone" in text for text in toasts(room))
    line = room.workspace.scribe
    assert line.field.text() == "Half a no" and line.isVisible()
    room.qtbot.waitUntil(line.field.hasFocus)
    QTest.keyClicks(line.field, "te")
    QTest.keyClick(line.field, Key.Key_Return)
    assert "Half a note" in room.texts()


def test_who_works_in_the_editor_goes_on_there_when_the_projector_goes(room: Person, qapp: QApplication) -> None:
    room.workspace.show_scribe(True)
    room.window.activateWindow()
    room.qtbot.waitUntil(room.window.isActiveWindow)
    QTest.keyClicks(room.workspace.scribe.field, "Half")
    room.back_to_map()
    qapp.screenRemoved.emit(wall(room).screen())
    assert keeper(room).shown is None
    assert room.window.focusWidget() is room.editor.view
    assert room.workspace.scribe.field.text() == "Half"


def test_when_the_screen_is_back_it_offers_the_wall(room: Person, qapp: QApplication, qtbot: QtBot) -> None:
    screen = wall(room).screen()
    qapp.screenRemoved.emit(screen)
    qapp.screenAdded.emit(screen)
    qtbot.waitUntil(lambda: any("is back" in text for text in toasts(room)))
    toast = next(t for t in room.window.toasts.toasts() if "is back" in t.text())
    button = toast.action_button()
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wall(room).isVisible()


def test_a_screen_that_comes_back_offers_nothing_when_the_wall_was_closed_by_hand(
    room: Person, qapp: QApplication
) -> None:
    screen = wall(room).screen()
    wall(room).close()
    qapp.screenRemoved.emit(screen)
    qapp.screenAdded.emit(screen)
    QApplication.processEvents()
    assert not any("screen of the wall" in text for text in toasts(room))


def test_mirrored_screens_count_as_one(monkeypatch: pytest.MonkeyPatch, room: Person) -> None:
    class Mirrored:
        @staticmethod
        def screens() -> list[QScreen]:
            return [wall(room).screen()] * 2

    monkeypatch.setattr(screens, "QGuiApplication", Mirrored)
    assert len(Mirrored.screens()) == 2
    assert len(screens.screens()) == 1
    room.window.refresh_commands()
    assert not room.window.commands["wall_screen"].isEnabled(), "there is no other screen to go to"
    assert screens.named("no such screen") is None
    assert "×" in screens.title(screens.screens()[0])


# -- two screens -----------------------------------------------------------------------------------------------------

_TWO = {
    "screens": [
        {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768},
        {"name": "beamer", "x": 1366, "y": 0, "width": 1920, "height": 1080},
    ]
}

_ON_TWO = """
import json, sys
from PySide6.QtWidgets import QApplication
from PySide6.QtCore import QCoreApplication
app = QApplication(sys.argv[:1])
app.setQuitOnLastWindowClosed(False)
from app.shell import Shell
shell = Shell(app)
window = shell.new_window()
shell.begin(window, None)
shell.files.create(window, "eight-phases", "Two screens")
from app import screens
here = {screen.name(): screen for screen in screens.screens()}
said = {"screens": sorted(here), "editor": window.screen().name()}
window.commands["wall"].trigger()
wall = window.workspace.wall
said["asks"] = wall.shown is None
menu = app.activePopupWidget()
said["offers"] = [action.text() for action in menu.actions()]
menu.actions()[0].trigger()
menu.close()
QCoreApplication.processEvents()
said["on"] = wall.shown.screen().name()
said["at"] = list(wall.shown.geometry().getRect())
said["editor keeps the keyboard"] = not wall.shown.line.field.hasFocus()
wall.close()
window.commands["wall"].trigger()
said["again"] = wall.shown is not None and wall.shown.screen().name()
said["kept"] = shell.settings.get("wall")["screen"]
window.commands["wall_screen"].trigger()
said["checked"] = [action.isChecked() for action in app.activePopupWidget().actions()]
app.activePopupWidget().actions()[1].trigger()
QCoreApplication.processEvents()
said["other"] = wall.shown.screen().name()
app.screenRemoved.emit(here[said["on"]])
said["stays"] = wall.shown is not None
app.screenRemoved.emit(wall.shown.screen())
said["goes"] = wall.shown is None
window.workspace.open_document.session.mark_saved(window.workspace.open_document.session.document, 1)
window.commands["wall"].trigger()
app.processEvents()
window.close()
said["closed with the editor"] = wall.shown is None
shell.stop()
print(json.dumps(said))
"""


def test_on_two_screens_it_asks_once_and_remembers(tmp_path: Path) -> None:
    config = tmp_path / "screens.json"
    config.write_text(json.dumps(_TWO), encoding="utf-8")
    environ = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={config}",
        "JOURNEYWALL_HOME": str(tmp_path / "home"),
        "PYTHONPATH": str(ROOT),
        "LC_ALL": "C.UTF-8",
    }
    done = subprocess.run(
        [sys.executable, "-c", _ON_TWO], capture_output=True, text=True, env=environ, cwd=ROOT, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout.splitlines()[-1])
    assert said["screens"] == ["beamer", "laptop"]
    free = next(name for name in said["screens"] if name != said["editor"])
    screen = next(screen for screen in _TWO["screens"] if screen["name"] == free)
    assert said["asks"] and len(said["offers"]) == 2
    assert free in said["offers"][0], "the screen without the editor comes first"
    assert f"{screen['width']} × {screen['height']}" in said["offers"][0]
    assert said["on"] == free
    assert said["at"] == [screen["x"], screen["y"], screen["width"], screen["height"]]
    assert said["editor keeps the keyboard"]
    assert said["again"] == said["kept"] == free, "the second time it does not ask"
    assert said["checked"] == [True, False]
    assert said["other"] == said["editor"]
    assert said["stays"], "another screen that goes is no matter"
    assert said["goes"]
    assert said["closed with the editor"]


# -- timer -----------------------------------------------------------------------------------------------------------


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_countdown_counts_pauses_and_ends() -> None:
    clock = Clock()
    timing = Timing(clock=clock)
    ended: list[bool] = []
    timing.over.connect(lambda: ended.append(True))
    assert timing.text() == "" and not timing.active
    timing.start(2, "  Collect \n touchpoints ")
    assert (timing.text(), timing.label) == ("2:00", "Collect touchpoints")
    clock.now += 30.5
    assert timing.text() == "1:30" and timing.part == pytest.approx(30.5 / 120)
    timing.pause()
    clock.now += 500
    assert timing.text() == "1:30" and not timing.running
    timing.pause()
    timing.add(1)
    assert timing.text() == "2:30" and timing.part == pytest.approx(30.5 / 180)
    timing.add(-1)
    assert timing.text() == "1:30"
    clock.now += 90
    timing._tick()
    assert (timing.is_over, timing.text(), timing.part, ended) == (True, "0:00", 1.0, [True])
    timing.pause()
    assert timing.is_over, "what is over cannot be paused"


def test_minutes_more_wake_a_countdown_that_is_over() -> None:
    clock = Clock()
    timing = Timing(clock=clock)
    timing.start(1)
    clock.now += 61
    timing._tick()
    timing.add(1)
    assert (timing.running, timing.text()) == (True, "1:00")
    timing.stop()
    assert (timing.active, timing.text()) == (False, "")


def test_a_countdown_of_nothing_or_of_days_is_none() -> None:
    for minutes in (0, -1, 601):
        with pytest.raises(ValueError, match="minutes"):
            Timing().start(minutes)


def test_taking_more_minutes_than_are_left_ends_it() -> None:
    timing = Timing(clock=Clock())
    timing.start(2)
    timing.add(-5)
    assert timing.is_over


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("12", 12), ("7:30", 7.5), ("7,5", 7.5), (" 5 ", 5), ("0", None), ("", None), ("7:75", None), ("soon", None)],
)
def test_minutes_are_read_as_they_are_written(text: str, minutes: float | None) -> None:
    assert minutes_of(text) == minutes


def test_on_the_wall_the_timer_is_asked_for_where_it_will_stand(room: Person) -> None:
    QTest.keyClick(wall(room), Key.Key_F6)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, TimerPopup)
    head = wall(room).head
    right = head.mapToGlobal(QPoint(head.width(), 0)).x()
    assert right - 20 <= popup.geometry().right() <= right, "at the right, and the first phase is free"
    popup.close()


def test_the_timer_is_started_by_key_and_shown_in_both_windows(room: Person) -> None:
    QTest.keyClick(wall(room), Key.Key_F6)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, TimerPopup)
    QTest.keyClicks(popup.minutes, "soon")
    QTest.keyClick(popup.minutes, Key.Key_Return)
    assert popup.isVisible() and popup._row.error()
    popup.minutes.selectAll()
    QTest.keyClicks(popup.minutes, "12")
    popup.label.setFocus()
    QTest.keyClicks(popup.label, "Collect")
    QTest.keyClick(popup.label, Key.Key_Return)
    assert not popup.isVisible()
    assert wall(room).head.time_shown == ("Collect", "12:00")
    assert room.window.status.time_text() == "12:00  Collect"
    assert room.window.topbar.timer.text() == "12:00"
    commands = room.window.commands
    commands["timer_more"].trigger()
    assert wall(room).head.time_shown[1] == "13:00"
    commands["timer_pause"].trigger()
    assert commands["timer_pause"].text() == "Let the timer go on"
    commands["timer_less"].trigger()
    commands["timer_stop"].trigger()
    assert wall(room).head.time_shown == ("", "") and room.window.status.time_text() == ""
    assert not commands["timer_stop"].isEnabled() and not commands["timer_pause"].isEnabled()


def test_a_wall_that_opens_later_shows_the_time_too_and_the_end_is_told(room: Person) -> None:
    wall(room).close()
    clock = Clock()
    timing = room.window.handlers._timing
    timing._clock = clock
    timing.start(5, "Vote")
    room.window.commands["wall"].trigger()
    assert wall(room).head.time_shown == ("Vote", "5:00")
    clock.now += 300
    timing._tick()
    assert wall(room).head.time_shown == ("Vote", "0:00")
    assert wall(room).head._glow == 1.0, "a soft light, at once where nothing moves"
    assert any(text == "The time is over: Vote" for text in toasts(room))


def test_the_timer_stops_with_its_map(room: Person) -> None:
    timing = room.window.handlers._timing
    timing.start(5)
    room.workspace.open_document.session.mark_saved(room.document, 1)
    room.window.close_map()
    assert not timing.active and room.window.status.time_text() == ""
