"""The start: what the first window is painted without, and what is said where Qt cannot show one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app import cli, gui, systemlibs
from app.instance import Instance
from app.shell import Shell
from app.systemlibs import XCB, Display, missing
from model.files.native import dumps
from model.newmap import new_map

ROOT = Path(__file__).resolve().parents[2]

LATER = {"pydantic", "pydantic_core", "openpyxl", "reportlab", "fontTools", "uharfbuzz", "ctypes", "PySide6.QtNetwork"}
"""What the first window has to do without."""


def test_the_first_window_is_painted_before_the_model_is_loaded(tmp_path: Path) -> None:
    """In a process of its own, from the command to the window's first paint."""
    script = """
import sys
import app.gui, app.shell
def begin(shell, window, path):
    print(window.width(), window.furnished, [menu.title() for menu in window._menus])
    print("loaded", *sorted(sys.modules))
    print("namespace", "Qt" in vars(sys.modules["PySide6.QtCore"]))
    app.gui.QApplication.exit(0)
app.shell.Shell.begin = begin
from app.cli import main
sys.exit(main([]))
"""
    environ = {
        "PATH": "",
        "JOURNEYWALL_HOME": str(tmp_path),
        "HOME": str(tmp_path),
        "QT_QPA_PLATFORM": "offscreen",
        "LANG": "nl_NL.UTF-8",
    }
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environ, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    shown, loaded, namespace = done.stdout.splitlines()[:3]
    assert namespace == "namespace False", "Qt's own namespace is not loaded by mistake: it is large"
    assert "'Bestand'" in shown
    assert "False" in shown, "bars and menus are filled afterwards"
    assert LATER.isdisjoint(loaded.split()), LATER.intersection(loaded.split())
    assert not [name for name in loaded.split() if name.startswith(("model.records", "widgets.canvas"))]


AFTER_THE_MAP = {
    "locale",
    "pydantic",  # a sound map needs no second opinion
    "pydantic_core",
    "platformdirs",
    "concurrent.futures",
    "dataclasses",
    "xml.etree",
    "openpyxl",
    "reportlab",
    "pypdfium2",
    "uharfbuzz",
    "PySide6.QtNetwork",
    "app.commands",
    "app.discarded",
    "app.filtering",
    "app.handlers",
    "app.lockbars",
    "app.looking",
    "app.recovering",
    "app.sessionend",
    "app.statusline",
    "app.topbar",
    "app.timing",
    "app.underneath",
    "app.wall",
    "model.files.versions",
    "model.files.watch",
    "model.judge",
    "widgets.canvas.clipboard",
    "widgets.canvas.plus_menu",
    "widgets.controls.search_field",
    "widgets.filters",
    "widgets.lists",
    "widgets.look.decoding",
    "widgets.look.icons",
    "widgets.panels",
    "widgets.scribe",
    "widgets.start",
    "widgets.templates",
    "widgets.wall",
}
"""What a sound map of ours is painted without."""

OPENING = """
import os, sys
import app.gui, app.shell
from app.cli import main
from app.instance import server_name
from PySide6.QtCore import QTimer

app.gui.LISTEN_MS = 0
begin = app.shell.Shell.begin
seen = []


def begun(shell, window, path):
    begin(shell, window, path)
    view = type(window.workspace.editor.view)
    paint = view.paintEvent

    def painted(self, event):
        paint(self, event)
        if self.fitted and not seen:
            seen.append(True)
            QTimer.singleShot(0, told)

    view.paintEvent = painted


def told():
    print("loaded", *sorted(sys.modules))
    print("listens", os.path.lexists(server_name()))
    look = QTimer(app.gui.QApplication.instance())
    look.timeout.connect(lambda: os.path.lexists(server_name()) and heard())
    look.start(20)


def heard():
    print("heard", "pydantic" in sys.modules, flush=True)
    app.gui.QApplication.exit(0)


app.shell.Shell.begin = begun
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a named pipe of Windows is no file to look for")
def test_a_sound_map_is_painted_without_what_comes_after_it(tmp_path: Path, map_path: Path) -> None:
    """In a process of its own, with the folders that a user has."""
    environ = {"PATH": "", "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "LANG": "nl_NL.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-c", OPENING, str(map_path)],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    loaded, listens, heard = done.stdout.splitlines()[:3]
    modules = set(loaded.split()[1:])
    assert "widgets.canvas.view" in modules, "the map was painted"
    assert AFTER_THE_MAP.isdisjoint(modules), AFTER_THE_MAP & modules
    assert listens == "listens False", "no other start is listened to before"
    assert heard == "heard False", "bars and menus need no second opinion either"


def test_other_starts_are_heard_though_the_map_is_never_painted(
    make_shell: Callable[[], Shell], map_path: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = make_shell()
    window = shell.new_window(frame_only=True, bars=True)
    window.hide()
    shell.begin(window, map_path)
    workspace = window.workspace
    assert workspace is not None
    instance = Instance(name=str(tmp_path / "socket"))
    listened: list[bool] = []
    monkeypatch.setattr(instance, "listen", lambda: listened.append(True))
    monkeypatch.setattr(gui, "LATEST_MS", 30)
    gui.listen_after(window, instance)
    assert not listened
    qtbot.waitUntil(lambda: bool(listened))
    workspace.painted.emit()
    qtbot.wait(20)
    assert listened == [True], "once is enough"


def test_other_starts_are_heard_as_soon_as_the_map_is_painted(
    make_shell: Callable[[], Shell], map_path: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = make_shell()
    window = shell.new_window(frame_only=True, bars=True)
    shell.begin(window, map_path)
    assert window.workspace is not None
    shown: list[bool] = []
    window.workspace.painted.connect(lambda: shown.append(True))
    instance = Instance(name=str(tmp_path / "socket"))
    listened: list[bool] = []
    monkeypatch.setattr(instance, "listen", lambda: listened.append(bool(shown)))
    monkeypatch.setattr(gui, "LATEST_MS", 600_000)
    gui.listen_after(window, instance)
    qtbot.waitUntil(lambda: bool(listened))
    assert listened == [True]


@pytest.fixture
def map_path(tmp_path: Path) -> Path:
    path = tmp_path / "given.journey"
    path.write_bytes(dumps(new_map("Given", "en", ("One", "Two"))))
    return path


def test_the_map_comes_first_then_bars_and_menus_then_panels(
    make_shell: Callable[[], Shell], map_path: Path, qtbot: QtBot
) -> None:
    shell = make_shell()
    window = shell.new_window(frame_only=True, bars=True)
    shell.begin(window, map_path)
    assert window.workspace is not None
    assert not window.furnished
    order: list[tuple[str, bool]] = []
    window.workspace.painted.connect(lambda: order.append(("painted", window.furnished)))
    window.workspace.furnished.connect(lambda: order.append(("panels", window.furnished)))
    window.painted.connect(lambda: order.append(("frame", window.furnished)))
    qtbot.waitUntil(lambda: bool(order) and order[-1][0] == "panels")
    assert [name for name, _ in order if name != "frame"] == ["painted", "panels"]
    assert dict(order)["panels"], "the bars are there before the panels"
    assert window.windowTitle().startswith("Given")
    assert window.menuBar().actions()[0].text() == "&File"
    assert window.commands.menu("file").actions()
    assert not window.topbar.isHidden()
    assert window.status.isVisible()


def test_one_can_write_before_the_bars_are_there(make_shell: Callable[[], Shell], map_path: Path, qtbot: QtBot) -> None:
    shell = make_shell()
    window = shell.new_window(frame_only=True, bars=True)
    shell.begin(window, map_path)
    assert window.workspace is not None
    assert not window.furnished
    view = window.workspace.editor.view
    window.workspace.editor.new_card()
    QTest.keyClicks(view, "Early")
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert [item.text for item in window.workspace.open_document.session.document.item_table.values()] == ["Early"]
    qtbot.waitUntil(lambda: window.furnished)
    assert window.commands["undo"].isEnabled()
    assert window.isWindowModified()


def test_a_shortcut_works_before_its_command_is_there(
    make_shell: Callable[[], Shell], map_path: Path, qtbot: QtBot
) -> None:
    shell = make_shell()
    window = shell.new_window(frame_only=True, bars=True)
    shell.begin(window, map_path)
    assert window.workspace is not None
    before = window.furnished
    QTest.keyClick(window.workspace.editor.view, Qt.Key.Key_Insert)
    assert (before, window.furnished) == (False, True)
    assert window.workspace.editor.editing, "Insert began a note"


def test_what_a_window_makes_late_is_made_when_it_is_asked_for(make_shell: Callable[[], Shell], map_path: Path) -> None:
    shell = make_shell()
    window = shell.new_window(frame_only=True, bars=True)
    shell.begin(window, map_path)
    commands = window.commands
    assert window.furnished
    assert commands["save"].isEnabled()
    window.furnish()
    assert window.commands is commands
    with pytest.raises(AttributeError):
        _ = window.no_such_thing


def test_a_map_that_cannot_be_opened_leaves_the_start_screen(make_shell: Callable[[], Shell], tmp_path: Path) -> None:
    shell = make_shell()
    window = shell.new_window(frame_only=True, bars=True)
    shell.begin(window, tmp_path / "no-such.journey")
    assert window.workspace is None
    assert window.furnished
    assert window.bars.bar("told") is not None


def test_the_plug_in_for_the_display_is_tried() -> None:
    assert gui.can_show(Display.NONE), "a platform without windows needs none"
    assert gui.can_show(Display.NATIVE)
    assert gui.can_show(Display.X11) is (missing(XCB) == ())


def test_a_library_that_is_missing_is_named_with_the_line_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(gui, "PLUGINS", {Display.NONE: ("there_is_no_such",)})
    monkeypatch.setattr(systemlibs, "missing_for_window", lambda environ: XCB[:1])
    assert cli.main([]) == cli.REFUSED
    assert "libxcb-cursor0" in capsys.readouterr().err


def test_qt_that_cannot_be_imported_is_explained(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "app.gui", None)  # importing it raises ImportError
    monkeypatch.setattr(systemlibs, "missing_for_window", lambda environ: systemlibs.BASE[2:3])
    assert cli.main([]) == cli.REFUSED
    assert "libgl1" in capsys.readouterr().err
    monkeypatch.setattr(systemlibs, "missing_for_window", lambda environ: ())
    assert cli.main([]) == cli.INTERNAL, "the fault is ours then"
