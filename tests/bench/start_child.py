"""One start for ``bench_start.py``: ``start_child.py CASE [MAP]`` prints CPU ms, peak MB and modules at its end.

It imports what the case needs and nothing else, so that the empty window is as small as a program can make it.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.shell import Shell
    from app.window import MainWindow


def report() -> None:
    """Print the cost so far, of threads and child processes as well, and end at once, taking nothing down."""
    import resource

    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = time.process_time() + children.ru_utime + children.ru_stime
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print("cost", cpu * 1000, peak, len(sys.modules), flush=True)
    if "app.instance" in sys.modules:
        from app.instance import server_name

        Path(server_name()).unlink(missing_ok=True)  # or the next start would look who listens there
    if not os.environ.get("BENCH_PROFILE"):
        os._exit(0)
    from PySide6.QtWidgets import QApplication

    QApplication.exit(0)


def floor() -> None:
    """An empty main window, painted."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Empty(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, report)

    app = QApplication(sys.argv[:1])
    window = Empty()
    window.resize(1600, 1000)
    window.show()
    app.exec()


def editor(case: str, path: str) -> None:
    """The editor, until its shell ("shell") or its map ("map") is painted, or bars and panels are there ("ready")."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from app.cli import main

    sys.argv = ["journeywall", *([path] if case != "shell" else [])]
    from app.qtloading import loading

    with loading():  # as app.cli does, which finds everything imported then
        import app.shell

    def begun(shell: Shell, window: MainWindow, opened: Path | None) -> None:
        from PySide6.QtCore import QTimer

        if opened is None:
            report()
            return
        begin(shell, window, opened)
        workspace = window.workspace
        if workspace is None:
            sys.exit("the map was not opened")
        if case == "ready":
            workspace.furnished.connect(lambda: QTimer.singleShot(0, report))
            return
        view = type(workspace.editor.view)
        paint = view.paintEvent

        def painted(self: object, event: object) -> None:
            paint(self, event)  # type: ignore[arg-type]  # Qt's own, passed on
            if self.fitted:  # type: ignore[attr-defined]  # a MapView
                QTimer.singleShot(0, report)

        view.paintEvent = painted  # type: ignore[method-assign]  # to see when it happens

    begin = app.shell.Shell.begin
    app.shell.Shell.begin = begun  # type: ignore[method-assign,assignment]  # to see when it happens
    main()


if __name__ == "__main__":
    if sys.argv[1] == "floor":
        floor()
    else:
        editor(sys.argv[1], sys.argv[2])
