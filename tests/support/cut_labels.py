"""A walk over every screen that finds labels with less room than their text needs.

``python tests/support/cut_labels.py LANGUAGE WIDTHxHEIGHT`` walks in a process of its own, as Qt scales it
(``QT_SCALE_FACTOR``), and prints what it finds as JSON: by screen, the sentences about it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QToolButton, QWidget

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]

from screen_stage import Stage  # noqa: E402 - needs the path above
from screens import SCREENS, open_screen  # noqa: E402 - needs the path above
from widgets.controls.labels import ElidedLabel  # noqa: E402 - needs the path above
from widgets.look.theme import look  # noqa: E402 - needs the path above

SLOW = {"compare", "merge", "export-tiles", "export-list", "export-picture"}
"""Screens whose labels stand on another one too; what they render takes seconds."""
WALKED = [screen for screen in SCREENS if screen.name not in SLOW and not screen.state]
NARROWEST = 280
"""px of the right panel where it is dragged to its least."""


def cut_labels(root: QWidget) -> Iterator[str]:
    """Labels, buttons and switches that have less room than their text needs.

    Those that cut on purpose say all of it in their tooltip; what scrolls out of sight is not cut.
    """
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible() or widget.window() is not root.window():
            continue
        if isinstance(widget, ElidedLabel):
            if widget.is_cut() and not widget.toolTip():
                yield f"{widget.text()!r} is cut and has no tooltip"
        elif isinstance(widget, QLabel):
            if widget.text() and not label_fits(widget):
                yield f"{widget.text()!r} in {widget.width()} x {widget.height()}"
        elif isinstance(widget, QAbstractButton) and widget.text() and not button_fits(widget):
            yield f"{widget.text()!r} in {widget.width()} of {widget.minimumSizeHint().width()}"


def label_fits(label: QLabel) -> bool:
    """Whether all lines of a label have their room."""
    if label.wordWrap() or label.hasHeightForWidth():
        return label.height() >= label.heightForWidth(label.width())
    lines = label.text().split("\n")
    needed = max(label.fontMetrics().horizontalAdvance(line) for line in lines)
    return needed <= label.contentsRect().width()


def button_fits(button: QAbstractButton) -> bool:
    """Its own least width is that of its words; a tool button may show its icon only."""
    if isinstance(button, QToolButton) and not button.property("words"):
        return True
    return button.width() >= button.minimumSizeHint().width()


def cut_elsewhere(language: str, width: int, height: int, scale: float) -> dict[str, list[str]]:
    """Walk in a process of its own, on a screen that holds a window of this size at this scale."""
    with tempfile.TemporaryDirectory(prefix="journeywall-walk-") as folder:
        screen = {"name": "one", "x": 0, "y": 0, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        size = {"width": round(width * scale), "height": round(height * scale)}
        config = Path(folder) / "screen.json"
        config.write_text(json.dumps({"screens": [screen | size]}), encoding="utf-8")
        env = dict(os.environ, QT_QPA_PLATFORM=f"offscreen:configfile={config}", QT_SCALE_FACTOR=str(scale))
        env |= {"JOURNEYWALL_HOME": folder, "LC_ALL": "C.UTF-8"}
        command = [sys.executable, __file__, language, f"{width}x{height}"]
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssertionError(done.stderr[-3000:])
    found: dict[str, list[str]] = json.loads(done.stdout.splitlines()[-1])
    return found


def walk(language: str, width: int, height: int) -> dict[str, list[str]]:
    """What is cut on each screen where anything is."""
    app = QApplication(["walk", "-style", "fusion"])
    app.setQuitOnLastWindowClosed(False)
    stage = Stage(app, Path(os.environ["JOURNEYWALL_HOME"]), language, "light", QSize(width, height))
    look().reduce_motion(True)
    stage.shell.panels.right_width = NARROWEST
    found: dict[str, list[str]] = {}
    for screen in WALKED:
        open_screen(stage, screen)
        said = sorted({said for root in (stage.subject, *stage.floating()) for said in cut_labels(root)})
        if said:
            found[screen.name] = said
        stage.clear()
    stage.end()
    return found


if __name__ == "__main__":
    width, _, height = sys.argv[2].partition("x")
    print(json.dumps(walk(sys.argv[1], int(width), int(height))))
