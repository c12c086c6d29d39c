"""A persona without a name is called the same wherever it is told (PE1), and told apart from others (PE2)."""

from __future__ import annotations

import io
import re
from pathlib import Path

import openpyxl

from model.differencewords import entry_title
from model.document import Document
from model.export.xlsx import workbook_bytes
from model.i18n import speaking
from model.itemlist import persona_name as listed_name
from model.layout.arrange import lay_out
from model.layout.maplayout import LayoutOptions
from model.personas import persona_name, told_apart
from small_maps import MapMaker

ROOT = Path(__file__).resolve().parent.parent.parent
WORDS = {"en": "Unnamed persona", "nl": "Persona zonder naam"}


def a_map(*names: str) -> Document:
    """A touchpoint at which each of these personas feels something."""
    maker = MapMaker(title="Shoes", language="en")
    maker.columns(("Look", [""])).lanes("touchpoints", "emotion")
    for i, name in enumerate(names):
        maker.persona(name, f"someone{i}")
    maker.card("touchpoint", "s0", "Looks", feelings={f"someone{i}": 1 for i in range(len(names))})
    return maker.document()


def squeezed(text: str) -> str:
    """Without what breaking lines adds or takes away."""
    return "".join(text.replace("\xad", "").split())


def workbook_words(document: Document, lang: str) -> str:
    """Every text of the workbook."""
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(document, lang=lang)[0]))
    return "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value)


def test_map_list_comparison_and_workbook_have_one_word_for_it() -> None:
    document = a_map("Sara", "  ")
    unnamed = document.personas[1]
    for lang, word in WORDS.items():
        with speaking(lang):
            assert persona_name(unnamed) == word
            assert listed_name(document, unnamed.id) == word
            assert word in entry_title(unnamed, document)
            layout = lay_out(document, LayoutOptions(language=lang))
            (lane,) = layout.emotions.values()
            legend = ["".join(line.line.text for line in entry.lines) for entry in lane.legend]
            assert squeezed(word) in [squeezed(text) for text in legend]
        words = workbook_words(document, lang)
        assert f"{word}: " in words
        assert "Customer: " not in words and "Klant: " not in words


def test_those_of_one_name_are_told_apart_where_one_chooses() -> None:
    document = a_map("", "Sara", "", "sara")
    with speaking("en"):
        names = told_apart(document.personas)
    assert list(names.values()) == ["Unnamed persona", "Sara", "Unnamed persona (2)", "sara (2)"]
    words = workbook_words(document, "en")
    assert "Unnamed persona (2): " in words


def test_no_other_word_stands_for_it_in_the_program() -> None:
    """Whoever needs a name asks for it: no module has a word of its own for a persona without one."""
    own = re.compile(r"(persona|person)\w*(\[\w+\])?\.name(\.strip\(\))? or translate\(")
    found = [
        str(path.relative_to(ROOT))
        for folder in ("app", "model", "widgets")
        for path in sorted((ROOT / folder).rglob("*.py"))
        if own.search(path.read_text(encoding="utf-8"))
    ]
    assert found == ["model/cardlines.py"], "on a card the line says that it is a feeling"
