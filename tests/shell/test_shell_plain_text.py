"""Texts of users are plain text everywhere: every panel, menu and tip of a map that is all markup."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from every_field_map import every_field_map
from guard import watched
from linked_maps import linked_map
from maps import full_map
from model.document import Document
from model.files import native
from plain_texts import Canary, faults_everywhere, faults_of, hostile_document, hostile_text, texts_seen
from said_maps import said_map
from shell_person import Person

ROOT = Path(__file__).resolve().parents[2]
NAME = '<b>x<img src="a">&Amp [*] {0}.journey'
MAPS: dict[str, Callable[[], Document]] = {
    "full": lambda: full_map().document,
    "said": said_map,
    "linked": lambda: linked_map().document(),
    "every field": every_field_map,
}


@pytest.fixture
def canary(tmp_path: Path) -> Iterator[Canary]:
    made = Canary(tmp_path / "canary.gif")
    yield made
    made.close()


@pytest.fixture
def open_hostile(person: Person, canary: Canary, tmp_path: Path) -> Callable[[str], Person]:
    def open_map(which: str) -> Person:
        path = tmp_path / NAME
        path.write_bytes(hostile_document(native.dumps(MAPS[which]()), hostile_text(canary.path)))
        person.shell.files.open_path(person.window, path)
        person.qtbot.waitUntil(lambda: person.window.workspace is not None)
        QApplication.processEvents()
        return person

    return open_map


def selections(person: Person) -> list[Callable[[], object]]:
    """Everything that can be chosen, once for each kind."""
    document, selection = person.document, person.workspace.selection
    found: list[Callable[[], object]] = [selection.clear]
    for kind in {item.kind for item in document.item_table.values()}:
        cards = [item.id for item in document.item_table.values() if item.kind == kind]
        found += [partial(selection.choose_cards, cards[:1]), partial(selection.choose_cards, cards[:3])]
    found.append(partial(selection.choose, "phase", [document.phases[-1].id]))
    found.append(partial(selection.choose, "step", [document.steps[-1].id]))
    found.append(partial(selection.choose, "lane", [document.lanes[-1].id]))
    found += [partial(selection.choose, "link", [link]) for link in list(document.link_table)[:6]]
    emotions = list(document.emotion_table.values())[:2]
    found += [partial(selection.choose, "emotion", [f"{e.touchpoint_id}/{e.persona_id}"]) for e in emotions]
    return found


@pytest.mark.parametrize("which", sorted(MAPS))
def test_every_panel_and_menu(
    open_hostile: Callable[[str], Person], canary: Canary, which: str, tmp_path: Path
) -> None:
    with watched(tmp_path, writes=True, stops=False) as touched:
        person = open_hostile(which)
        found = faults_everywhere()
        for choose in selections(person):
            choose()
            QApplication.processEvents()
            found |= faults_everywhere()
        assert "<b>x</b>" in texts_seen(person.window)
        for page in ("outline", "inbox", "parking", "people", "channels", "legend"):
            shown = getattr(person.window.handlers, f"show_{page}", None)
            if shown is not None:
                shown()
                QApplication.processEvents()
                found |= faults_everywhere()
        for menu in person.window._menus:
            menu.popup(QPoint(10, 10))
            QApplication.processEvents()
            found |= faults_everywhere()
            menu.close()
        person.window.grab()
    assert found == set()
    # Modules are loaded and classes made while one works; files of others and other programs are not asked for.
    assert [said for said in touched if not said.startswith(("compile", "exec"))] == []
    assert canary.touched() == 0


# -- that the walk bites ---------------------------------------------------------------------------------------


def test_the_walk_bites(qtbot: QtBot, canary: Canary) -> None:
    text = hostile_text(canary.path)
    label, button, menu, tipped = QLabel(text), QPushButton(text), QMenu(text), QWidget()
    tipped.setToolTip(text)
    menu.addAction(text)
    wrong: list[QWidget] = [label, button, menu, tipped, QTextEdit()]
    for widget in wrong:
        qtbot.addWidget(widget)
        assert list(faults_of(widget)), type(widget).__name__
    label.resize(300, 40)
    label.grab()
    assert canary.touched() > 0 or not _counts(), "Qt loads what markup names, and the canary tells"


def _counts() -> bool:
    import sys

    return sys.platform.startswith("linux")


# -- in the code -----------------------------------------------------------------------------------------------

_LABELS = {"widgets/controls/labels.py", "widgets/controls/bar.py", "widgets/canvas/link_field.py"}
"""Where labels are made; each says that its text is plain."""
_SHAPED = "widgets/lists/cellpaint.py"
"""Where words are shaped once to be painted often, which says so, too."""
_NEVER = {
    *("QTextEdit", "QTextBrowser", "QErrorMessage", "QMessageBox", "QWhatsThis", "QStaticText", "QWebEngineView"),
    *("QTextDocument", "QTextDocumentFragment", "setHtml_", "appendHtml", "insertHtml", "toHtml", "setMarkdown"),
    *(
        "openUrl",
        "setOpenExternalLinks",
        "Paragraph",
        "QDomDocument",
        "QSvgRenderer",
        "QSvgWidget",
        "QNetworkAccessManager",
    ),
}
_PLAIN_TIPS = {"plain_tooltip", "translate", "number", "title", "describe", "_link_words"}


def _calls(path: Path) -> Iterator[tuple[ast.Call, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            function = node.func
            name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
            yield node, name


def _of_a_file_just_written(node: ast.Call) -> bool:
    return ast.unparse(node.args[0]) == "QUrl.fromLocalFile(path)"


def test_nothing_in_the_code_shows_markup() -> None:
    wrong = []
    for folder in ("app", "widgets", "model"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            for node, called in _calls(path):
                if called == "openUrl" and _of_a_file_just_written(node):
                    continue
                if called == "QStaticText" and name == _SHAPED:
                    continue
                if called in _NEVER or (called == "QLabel" and name not in _LABELS):
                    wrong.append(f"{name}:{node.lineno} {called}")
    assert wrong == []


def test_each_module_with_labels_makes_them_plain() -> None:
    for name in sorted({*_LABELS, _SHAPED}):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "setTextFormat(Qt.TextFormat.PlainText)" in text, name
    for folder in ("app", "widgets"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                bases = {getattr(base, "id", "") for base in node.bases} if isinstance(node, ast.ClassDef) else set()
                assert "QLabel" not in bases or path.relative_to(ROOT).as_posix() in _LABELS, path


def test_tips_are_words_of_ours_or_escaped() -> None:
    wrong = []
    for folder in ("app", "widgets"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node, called in _calls(path):
                if called in ("setToolTip", "setStatusTip", "setWhatsThis") and not _plain(node.args[-1], path):
                    wrong.append(f"{path.relative_to(ROOT)}:{node.lineno} {ast.unparse(node)}")
    assert wrong == []


def _plain(value: ast.expr, path: Path) -> bool:
    if isinstance(value, ast.Constant) or (path.name == "people_page.py" and ast.unparse(value) == "words"):
        return True  # a number with its word
    if isinstance(value, ast.IfExp):
        return _plain(value.body, path) and _plain(value.orelse, path)
    if isinstance(value, ast.BoolOp):
        return all(_plain(part, path) for part in value.values)
    if isinstance(value, ast.Call):
        called = value.func
        name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
        return name in _PLAIN_TIPS
    return False
