"""The editor's start: one instance, error hooks, the first window.

That window is painted before anything but Qt is loaded; the model and the canvas follow when it stands.
"""

from __future__ import annotations

import builtins
import gc
import linecache
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLibraryInfo, QObject, QPluginLoader, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from app.faults import ErrorHooks
from app.instance import Instance
from app.systemlibs import Display

if TYPE_CHECKING:
    from app.sessionend import SessionEnd
    from app.shell import Shell
    from app.window import MainWindow
    from model.records import Language


SWITCH_SECONDS = 0.001
"""How long one thread keeps the interpreter from another that waits for it."""
LISTEN_MS = 250
"""How long after the beginning the editor hears of the session's end and of other starts, where no map is painted."""
LATEST_MS = 5000
"""When the editor listens to other starts though its map was not painted: nobody looks at its window yet."""


class Application(QApplication):
    """Qt's application, which also hears what the desktop wants opened (macOS asks by an event)."""

    file_asked = Signal(str)
    """Open this map."""

    def event(self, event: QEvent) -> bool:
        """A wish of the desktop."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_asked.emit(event.file())
            return True
        return super().event(event)


PLUGINS = {Display.X11: ("xcb",), Display.WAYLAND: ("wayland",), Display.EITHER: ("wayland", "xcb")}
"""By which of its plug-ins Qt shows windows on a display; any of them will do."""


def can_show(shown_on: Display) -> bool:
    """Whether the plug-in loads by which Qt would show windows; where it does not, Qt would end the whole process."""
    plugins = PLUGINS.get(shown_on, ())
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms") if plugins else Path()
    return not plugins or any(QPluginLoader(str(folder / f"libq{name}.so")).load() for name in plugins)


def run(path: Path | None, spoken: Language | None = None) -> int:
    """Open the editor, on a map when one is given, speaking ``spoken`` or what was chosen.  Returns the exit status."""
    spare_sources()
    # Others (a save, the journal) get the interpreter for a millisecond at a time: each call of Qt that lets go of it
    # would wait five for it otherwise, and a repaint makes many of them.
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.disable()  # for good: see app.memory, which looks for what can go
    app = Application([*sys.argv[:1], "-style", "fusion"])  # our own is made of it, after the first frame
    app.setApplicationName("journeywall")
    app.setApplicationDisplayName("Journeywall")
    app.setDesktopFileName("journeywall")
    hooks = ErrorHooks()
    hooks.install()
    instance = Instance(app)
    if instance.hand_over(path):
        hooks.remove()
        return 0
    from app.shell import Shell

    shell = Shell(app, spoken)
    ends: list[SessionEnd] = []
    window = shell.new_window(frame_only=True, bars=path is not None)

    def begin() -> None:
        shell.begin(window, path)
        gc.freeze()
        collect_from(app)
        instance.asked.connect(lambda asked: open_asked(shell, asked))
        app.file_asked.connect(lambda asked: open_asked(shell, asked))
        after_the_map(window, app, hear_end)
        listen_after(window, instance)

    def hear_end() -> None:
        from app.sessionend import SessionEnd

        ends.append(SessionEnd(shell, app))

    # The timer fires when the whole window is on the screen, since its children are painted in one go with it.
    window.painted.connect(lambda: QTimer.singleShot(0, window, begin))
    status = app.exec()
    instance.stop()
    for end in ends:
        end.remove()
    shell.stop()
    hooks.remove()
    return status


def collect_from(app: QApplication) -> None:
    """Look for unreachable objects from now on, on this thread."""
    from app.memory import Collector  # not above: the first window is painted without it

    Collector(app)


def listen_after(window: MainWindow, instance: Instance) -> None:
    """Listen to other starts when the map of ``window`` was painted, which loading a library would keep waiting."""
    after_the_map(window, instance, instance.listen)


def after_the_map(window: MainWindow, owner: QObject, work: Callable[[], object]) -> None:
    """Do ``work`` once, if ``owner`` still lives: when the map of ``window`` was painted, or soon where it has none."""
    timer = QTimer(owner, singleShot=True)
    timer.timeout.connect(work)
    workspace = window.workspace
    if workspace is None:
        timer.start(LISTEN_MS)
        return
    timer.start(LATEST_MS)

    def painted() -> None:
        if timer.isActive():
            timer.start(0)

    workspace.painted.connect(painted)


def spare_sources() -> None:
    """Take PySide's hand off the import statement.

    It wraps each one and reads the source file of every module that is imported, in search of a use of its
    ``__feature__`` switch, which this program does not have; that took a tenth of the start, and the sources stayed in
    memory.  Where PySide does not do so, nothing happens.
    """
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
    linecache.clearcache()


def open_asked(shell: Shell, asked: str) -> None:
    """Open what another start or the desktop asks for; "" is a window to begin in."""
    from app.window import active_window

    window = active_window(shell.windows) or shell.new_window()
    if asked:
        shell.files.open_path(window, asked)
    elif window.workspace is not None:
        shell.new_window().show_start()
    else:
        window.show_start()
        window.raise_()
        window.activateWindow()
