"""Scenes for desktop.py, run as programs of their own.

desktop_stage.py map FILE TEXT     the whole program on a map; says where the note TEXT lies in the inbox and where
                                   the second step of the touchpoints is, then each map and place of that note
desktop_stage.py start             the whole program on its start screen; says where its middle is, then each map
desktop_stage.py files FILE        a window like a file manager's, from which FILE can be dragged; says where
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

from app.shell import Shell
from app.window import MainWindow


def say(**told: object) -> None:
    """One line for the test."""
    print(json.dumps(told), flush=True)


def at(point: QPoint) -> list[int]:
    """A place on the screen."""
    return [point.x(), point.y()]


def show_map(window: MainWindow, text: str) -> None:
    """Say where to begin and where to go, and from then on what becomes of the note."""
    workspace = window.workspace
    assert workspace is not None
    document, notes, view = workspace.bridge.document, workspace.left.body.inbox.notes, workspace.editor.view
    card = next(item for item in document.inbox if item.text == text)
    row = notes.visualRect(notes.notes.find(card.id))
    lane = next(lane for lane in document.lanes if lane.kind == "touchpoints")
    box = workspace.editor.stage.layout.cells[lane.id, document.steps[1].id]
    middle = view.viewportTransform().map(QPointF(box.x + box.w / 2, box.y + box.h / 2)).toPoint()

    def changed() -> None:
        item = workspace.bridge.document.item_table[card.id]
        step = workspace.bridge.document.step_index.get(item.step_id or "", -1)
        say(place=item.place, step=step, lane=item.lane_id == lane.id)

    workspace.bridge.changed.connect(lambda *_: changed())
    say(
        start=at(notes.viewport().mapToGlobal(row.center())),
        end=at(view.viewport().mapToGlobal(middle)),
        place=card.place,
    )


def when_it_stands(window: MainWindow, then: Callable[[], None]) -> None:
    """Do something when the map is painted, fits, and does not move any more."""
    workspace = window.workspace
    if workspace is not None and workspace.editor.view.fitted:
        QTimer.singleShot(1000, then)
    else:
        QTimer.singleShot(100, lambda: when_it_stands(window, then))


def watch_maps(shell: Shell) -> QTimer:
    """Say each map that comes up."""
    seen: set[str] = set()

    def look() -> None:
        for window in shell.windows:
            if window.workspace is not None and window.workspace.open_document.title not in seen:
                seen.add(window.workspace.open_document.title)
                say(map=window.workspace.open_document.title)

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(50)
    return timer


class FileManager(QLabel):
    """A window from which a file can be dragged."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self._path = path

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(self._path))])
        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)
        say(dragged=True)


def main() -> int:
    """Play one scene until the test ends it."""
    scene, *words = sys.argv[1:]
    app = QApplication(sys.argv[:1])
    if scene == "files":
        manager = FileManager(Path(words[0]))
        manager.setGeometry(1400, 900, 300, 100)
        manager.show()
        QTimer.singleShot(500, lambda: say(start=at(manager.mapToGlobal(manager.rect().center()))))
        return app.exec()
    shell = Shell(app)
    window = shell.new_window()
    window.showNormal()
    window.setGeometry(0, 0, 1500 if scene == "map" else 1300, 880)
    shell.begin(window, Path(words[0]) if scene == "map" else None)
    if scene == "map":
        when_it_stands(window, lambda: show_map(window, words[1]))
    else:
        timer = watch_maps(shell)
        QTimer.singleShot(1000, lambda: say(end=at(window.mapToGlobal(QPoint(150, 600))), timer=timer.isActive()))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
