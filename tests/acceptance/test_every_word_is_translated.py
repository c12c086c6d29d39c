"""Under the pseudo-language each text of ours stands in brackets: in the window, on paper, in files and errors."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.shell import Shell
from hostile import cases
from maps import full_map
from model.check import check_document
from model.document import Document
from model.draw.poster import compose_poster
from model.emotionwords import emotion_words
from model.export.mermaid import left_out
from model.export.papers import paper
from model.export.xlsx import workbook_bytes
from model.files import native
from model.files.errors import ContentError
from model.i18n import PSEUDO, set_language, speaking
from model.importers.base import import_file
from model.importers.report import NotImportable
from model.kinds import LANE_KINDS
from model.overview import overview_lines
from model.records import Language, record_fields
from model.templates import example_path, list_templates
from posters import placed_texts
from running_shell import shells
from widgets.look.language import speak

CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "mermaid"
PSEUDO_LANGUAGE: Language = PSEUDO  # type: ignore[assignment]  # the language of tests is none of a map
ALIKE = {
    *("Nederlands", "English", "Journeywall", "NL", "EN", "PDF", "PNG", "Excel", "Mermaid"),
    *(
        "mm",
        "px",
        "Ctrl",
        "Shift",
        "Alt",
        "Del",
        "Ins",
        "Return",
        "Insert",
        "Space",
        "Backspace",
        "Left",
        "Right",
        "Down",
    ),
}
"""Names of languages, programs, kinds of files, units and keys; letters that stand alone (N28, A4, Ctrl Z) as well."""


@pytest.fixture(scope="module")
def example() -> Document:
    return native.load(example_path("nl")).document


def words_of(document: Document) -> set[str]:
    """Every word that somebody wrote on the map."""
    texts: list[str] = []
    for table in document.tables.values():
        for record in table.values():
            for value in record_fields(record).values():
                texts += [value] if isinstance(value, str) else [v for v in value if isinstance(v, str)] if isinstance(
                    value, tuple
                ) else []  # fmt: skip
    with speaking(document.info.language):  # what the map says where nothing was written, in its own language
        texts += [kind.title for kind in LANE_KINDS.values()]
        texts += emotion_words(document.info)
    return set(re.findall(r"\w+", " ".join(texts)))


def untranslated(text: str, own: Iterable[str] = ()) -> list[str]:
    """The words of ``text`` that are neither in brackets nor the user's own."""
    left = text
    while (found := re.sub(r"⟦[^⟦⟧]*⟧", " ", left)) != left:
        left = found
    known = {word.casefold() for word in (*own, *ALIKE)}
    return [w for w in re.findall(r"[^\W\d_]+", left) if len(w) > 1 and w.casefold() not in known]


def test_the_check_bites() -> None:
    assert untranslated("⟦Save {a}⟧ as N28 ⟦of ⟦two⟧⟧") == ["as"]
    assert untranslated("Sanne ⟦at⟧ N1", {"Sanne"}) == []


def test_the_poster(example: Document) -> None:
    made = compose_poster(example, *reversed(paper("A1")), lang=PSEUDO_LANGUAGE)
    # A text may be broken into lines, hyphens put in: the page is read as one string.
    page = " ".join(text.line.text.replace("\u00ad", "-") for text, _, _ in placed_texts(made.ops))
    assert page.count("⟦") > 20
    own = words_of(example)
    pieces = {part for word in own for part in (word[:n] for n in range(1, len(word)))}
    pieces |= {part for word in own for part in (word[n:] for n in range(1, len(word)))}
    assert untranslated(page, own | pieces) == []


@pytest.mark.parametrize("blank", [False, True])
def test_the_workbook(example: Document, blank: bool) -> None:
    data, _ = workbook_bytes(example, lang=PSEUDO_LANGUAGE, blank=blank)
    book = openpyxl.load_workbook(io.BytesIO(data))
    own, wrong = words_of(example), []
    for sheet in book:
        if sheet.sheet_state == "visible":
            for row in sheet.iter_rows():
                for cell in row:
                    hidden = sheet.row_dimensions[cell.row].hidden or sheet.column_dimensions[cell.column_letter].hidden
                    if isinstance(cell.value, str) and not hidden:
                        wrong += [(sheet.title, cell.coordinate, word) for word in untranslated(cell.value, own)]
            for rule in sheet.data_validations.dataValidation:
                for said in (rule.error, rule.errorTitle, rule.prompt, rule.promptTitle):
                    wrong += [(sheet.title, "rule", word) for word in untranslated(said or "", own)]
    assert wrong == []


def test_what_the_command_line_says_of_a_map(example: Document) -> None:
    own = words_of(example) | words_of(full_map().document)
    with speaking(PSEUDO):
        said = [*overview_lines(example), *left_out(example), *left_out(full_map().document)]
        for document in (example, full_map().document):
            said += [found.text for found in check_document(document)]
            said += [found.place for found in check_document(document)]
    assert len(said) > 20
    assert [(text, words) for text in said if (words := untranslated(text, own))] == []


def test_what_is_said_of_a_diagram() -> None:
    with speaking(PSEUDO):
        for path in (CORPUS / "traps" / "everything.mmd", CORPUS / "traps" / "two_journeys.md"):
            own = set(re.findall(r"\w+", path.read_text(encoding="utf-8")))
            _, report = import_file(path, None, "en")
            assert report.findings
            for finding in report.findings:
                assert untranslated(finding.text, own) == [], finding.text
                assert "⟦" in finding.text


def test_what_is_said_of_a_bad_file() -> None:
    with speaking(PSEUDO):
        for name, case in cases().items():
            try:
                _, report = native.loads(case.data, "wall.journey")
            except (ContentError, NotImportable) as error:
                assert str(error).startswith("⟦"), (name, str(error))
            else:
                for problem in report.problems:
                    assert problem.text.startswith("⟦"), (name, problem.text)


# -- the window --------------------------------------------------------------------------------------------------


@pytest.fixture
def shell(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shell]:
    monkeypatch.setenv("JOURNEYWALL_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    with shells(qapp) as started:
        started.append(Shell(qapp))
        yield started[0]


def said_by(root: QWidget) -> Iterator[tuple[str, str]]:
    """Who says what: labels, buttons, fields, tips, names for readers of the screen, menus, the window's title."""
    for widget in (root, *root.findChildren(QWidget)):
        texts = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle()]
        if isinstance(widget, QLabel | QAbstractButton):
            texts.append(widget.text())
        elif isinstance(widget, QLineEdit):
            texts.append(widget.placeholderText())
        elif isinstance(widget, QMenu):
            texts.append(widget.title())
        yield from ((type(widget).__name__, text.replace("&", "")) for text in texts if text)
    for action in root.findChildren(QAction):
        yield from (
            (action.objectName() or "action", t.replace("&", "")) for t in (action.text(), action.toolTip()) if t
        )


@pytest.mark.parametrize("page", ["start", "map"])
def test_the_window(shell: Shell, qtbot: QtBot, page: str, example: Document, tmp_path: Path) -> None:
    window = shell.new_window()
    qtbot.waitExposed(window)
    path = None
    if page == "map":
        path = tmp_path / "example.journey"
        path.write_bytes(example_path("nl").read_bytes())
    shell.begin(window, path)
    qtbot.waitUntil(lambda: page == "start" or window.workspace is not None)
    qtbot.wait(300)
    set_language(PSEUDO)
    speak(PSEUDO)
    window.refresh_commands()
    qtbot.wait(300)
    own = words_of(example) | {"example", "journey", PSEUDO}
    own |= {"Enter", "Alt"}  # keys, as the hints of the scribe line name them
    own |= set(
        native.load(example_path("en")).document.info.title.replace(",", "").split()
    )  # each example is named in its language
    for template in list_templates("en"):  # templates are written in each language
        texts = (template.name, template.description, template.when, template.source, *template.phases)
        own |= set(re.findall(r"\w+", " ".join(texts)))
    said = list(said_by(window))
    assert len(said) > 40
    assert sum("⟦" in text for _, text in said) > 30
    wrong = {(who, text) for who, text in said if untranslated(text, own)}
    assert wrong == set()
