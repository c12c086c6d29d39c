"""Every screen there is: each is in the table of screens; on none a label is cut or would show markup."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QWidget

from cut_labels import NARROWEST, WALKED, cut_elsewhere, cut_labels
from model.i18n import PSEUDO, set_language
from plain_texts import faults_everywhere
from screen_stage import Stage
from screens import SCREENS, open_screen
from widgets.controls.buttons import Button
from widgets.controls.labels import ElidedLabel
from widgets.look.language import speak
from widgets.look.theme import look

ROOT = Path(__file__).resolve().parents[2]
LAPTOP = QSize(1366, 768)
"""px of the smallest screen that the interface is made for."""
SIZES = ((1280, 720, 3.0), (3840, 2160, 1.0), (1920, 1080, 2.0), (1280, 720, 1.5))
"""Width and height of a window in px before scaling, and the scale: 300 % and both ways of 4K among them."""
LANGUAGES = ("nl", PSEUDO) if os.environ.get("JOURNEYWALL_FULL") else ("nl",)
"""Dutch is longer than English; the pseudo-language, English with a bracket more at each end, takes as long again."""


# -- the table is whole ----------------------------------------------------------------------------------------

PARTS = {"Dialog", "BaseDialog", "Popup", "GridPopup", "_TextsDialog"}
"""What dialogs and popups are made of; nobody sees them as they are."""
BASES = {"QDialog", "QMenu", "Dialog", "BaseDialog", "Popup", "GridPopup", "_TextsDialog", "CommandPalette"}


def opened_classes() -> dict[str, str]:
    """The classes of all dialogs and popups in the program, and those made of them, with the file of each."""
    classes = {}
    for folder in ("app", "widgets"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ClassDef):
                    above = {getattr(base, "id", "") for base in node.bases}
                    classes[node.name] = (above, path.relative_to(ROOT).as_posix())
    found: dict[str, str] = {}
    while more := {name for name, (above, _) in classes.items() if above & (BASES | found.keys())} - found.keys():
        found |= {name: classes[name][1] for name in more}
    return found


def test_each_dialog_and_popup_is_looked_at() -> None:
    shown = {name for screen in SCREENS for name in screen.shows}
    missing = {name: path for name, path in opened_classes().items() if name not in shown | PARTS}
    assert missing == {}, "a new dialog needs a row in tests/support/screens.py, so that it is looked at"


def test_screens_have_names_of_their_own() -> None:
    names = [screen.name for screen in SCREENS]
    assert len(names) == len(set(names))
    assert {screen.begins for screen in SCREENS} == {"start", "map"}


# -- no label is cut -------------------------------------------------------------------------------------------


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    monkeypatch.setenv("JOURNEYWALL_HOME", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    qapp.setQuitOnLastWindowClosed(False)
    made = Stage(qapp, tmp_path, "nl", "light", LAPTOP)
    look().reduce_motion(True)
    made.shell.panels.right_width = NARROWEST
    yield made
    made.end()
    look().reduce_motion(False)
    look().choose("light")
    set_language("en")


def speaking(stage: Stage, code: str) -> None:
    """Let the whole program speak ``code``; it began in Dutch."""
    set_language(code)
    speak(code)
    stage.window.refresh_commands()
    QApplication.processEvents()


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_label_is_cut_and_every_text_is_plain(stage: Stage, code: str) -> None:
    speaking(stage, code)
    wrong = {}
    for screen in WALKED:
        open_screen(stage, screen)
        wrong[screen.name] = {said for root in (stage.subject, *stage.floating()) for said in cut_labels(root)}
        wrong[screen.name] |= faults_everywhere()
        stage.clear()
    assert {name: said for name, said in wrong.items() if said} == {}


@pytest.mark.skipif("JOURNEYWALL_FULL" not in os.environ, reason="a walk for each takes a minute")
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_no_label_is_cut_at_other_sizes_and_scales(size: tuple[int, int, float]) -> None:
    assert cut_elsewhere("nl", *size) == {}


# -- that the walk bites ---------------------------------------------------------------------------------------


def test_the_walk_bites(qapp: QApplication) -> None:
    root = QWidget()
    for place, made in enumerate((QLabel("words enough"), Button("words enough"), QCheckBox("words enough"))):
        made.setParent(root)
        made.setGeometry(0, 40 * place, 30, 30)
    cut = ElidedLabel("words enough", parent=root)
    cut.setGeometry(0, 200, 30, 20)
    root.resize(300, 300)
    root.show()
    cut.setToolTip("")
    assert len(list(cut_labels(root))) == 4
    for child in root.findChildren(QWidget):
        child.resize(child.sizeHint())
    assert list(cut_labels(root)) == []
    root.close()
