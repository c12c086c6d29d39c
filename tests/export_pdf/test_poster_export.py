"""The shipped examples, composed and printed for real: everything on them is there, on every paper."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from maps import full_map
from model.document import Document
from model.draw.poster import compose_poster
from model.export.papers import PAPERS, paper
from model.export.pdf import PosterOptions, export_pdf, poster_pdf, render
from model.export.png import export_png
from model.files.native import load
from model.i18n import speaking
from posters import HandMade, picture, placed_texts, without_texts
from resources import resource_path


@pytest.fixture(scope="module", params=["nl", "en"])
def example(request: pytest.FixtureRequest) -> Document:
    return load(resource_path("templates", f"example_{request.param}.journey")).document


def squeezed(text: str) -> str:
    """Without spaces and the hyphens of line ends, which PDFium gives as U+FFFE."""
    return re.sub("[\\s\u00ad\ufffe]", "", text)


def read_page(pdf: bytes, page: int = 0) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return squeezed(document[page].get_textpage().get_text_range())
    finally:
        document.close()


def test_every_card_is_on_the_poster(example: Document) -> None:
    pdf, report = poster_pdf(example, PosterOptions())
    read = read_page(pdf)
    assert len(example.placed) > 60
    for item in example.placed:
        assert squeezed(item.text) in read, item.text
    for phase in example.phases:
        assert squeezed(phase.name) in read
    assert squeezed(example.info.title) in read
    assert report.missing == ()


def test_every_line_is_painted(example: Document) -> None:
    composed = compose_poster(example, *reversed(paper("A1")))
    pdf, _ = render(example, composed, PosterOptions())
    textless = HandMade(without_texts(composed.ops), composed.width_px, composed.height_px, composed.px_to_mm)
    bare, _ = render(example, textless, PosterOptions())
    per_mm = 3.0
    mine, empty = picture(pdf, per_mm=per_mm), picture(bare, per_mm=per_mm)
    k = composed.px_to_mm * per_mm
    lines = 0
    for text, x, y in placed_texts(composed.ops):
        if not text.line.text.strip():
            continue
        size = max(run.size for run in text.line.runs)
        box = (int(x * k), int((y - 0.75 * size) * k), int(text.line.width * k) + 1, int(size * k))
        assert mine.cut(*box).difference(empty.cut(*box)) > 40, text.line.text
        lines += 1
    assert lines > 200


@pytest.mark.parametrize("name", ["A0", "A3", "A4", "A5", "letter", "legal", "tabloid", "ARCH-E1"])
def test_every_paper(name: str) -> None:
    example = load(resource_path("templates", "example_nl.journey")).document
    pdf, report = poster_pdf(example, PosterOptions(paper=name))
    assert sorted((report.width_mm, report.height_mm)) == pytest.approx(sorted(PAPERS[name]))
    document = pypdfium2.PdfDocument(pdf)
    try:
        size = document[0].get_size()
    finally:
        document.close()
    assert sorted(side / 72 * 25.4 for side in size) == pytest.approx(sorted(PAPERS[name]), abs=0.01)
    assert read_page(pdf).count(squeezed("Wacht twintig minuten")) == 1


def test_the_direction_follows_the_map() -> None:
    """Eight phases lie down; one phase of many cards stands upright; and what is asked for is done."""
    example = load(resource_path("templates", "example_nl.journey")).document
    lying = poster_pdf(example, PosterOptions())[1]
    assert lying.width_mm > lying.height_mm
    upright = poster_pdf(example, PosterOptions(orientation="portrait"))[1]
    assert upright.width_mm < upright.height_mm
    assert upright.mm_per_px < lying.mm_per_px

    from model.commands.cards import add_cards
    from model.commands.places import Cell, lane_for
    from model.newmap import new_map
    from model.session import Session

    session = Session(new_map("Hoog", "nl", ["A"], ("touchpoints",)))
    lane = lane_for(session.document, "touchpoint")
    assert lane is not None
    session.run(add_cards, "touchpoint", [f"Kaart {i}" for i in range(40)], Cell(lane.id, session.document.steps[0].id))
    tall = poster_pdf(session.document, PosterOptions())[1]
    assert tall.width_mm < tall.height_mm


def test_the_tiled_example_is_valid_and_whole(example: Document, tmp_path: Path) -> None:
    out = tmp_path / "tiles.pdf"
    report = export_pdf(example, out, PosterOptions(paper="A1", tile="A4"))
    assert report.sheets == ("A1", "B1", "C1", "A2", "B2", "C2", "A3", "B3", "C3")
    assert (report.scale, report.unscaled_sheets) == (1.0, 9)
    read = "".join(read_page(out.read_bytes(), page) for page in range(1, report.pages))
    for item in example.placed:
        assert f"N{item.number}" in read
    try:
        from pikepdf import pdfa
    except ImportError:
        return
    assert list(pdfa.validate_written(out, "3b").findings) == []


def test_a_blank_poster_has_the_frame_and_no_card() -> None:
    example = load(resource_path("templates", "example_nl.journey")).document
    pdf, _ = poster_pdf(example, PosterOptions(blank=True))
    read = read_page(pdf)
    assert all(squeezed(phase.name) in read for phase in example.phases)
    # A thought may be a persona's own words, which stand beside the map.
    cards = [item for item in example.placed if item.kind != "thought"]
    assert not any(squeezed(item.text) in read for item in cards)
    document = pypdfium2.PdfDocument(pdf)
    try:
        assert document.count_attachments() == 0
    finally:
        document.close()


def test_a_map_of_many_scripts_prints_and_names_what_it_cannot() -> None:
    document = full_map().document
    pdf, report = poster_pdf(document, PosterOptions(paper="A2"))
    assert squeezed("Sportschoenen 😀") in read_page(pdf)
    numbers = {missing.number for missing in report.missing}
    characters = set("".join(missing.characters for missing in report.missing))
    assert characters <= set("日本"), "only where no installed font has them"
    assert numbers <= {f"N{item.number}" for item in document.placed}


def test_the_language_of_the_words_can_be_another() -> None:
    example = load(resource_path("templates", "example_nl.journey")).document
    with speaking("nl"):
        pdf, _ = poster_pdf(example, PosterOptions(lang="en"))
    english = read_page(pdf)
    assert squeezed("Pain points") in english
    assert squeezed("Wacht twintig minuten") in english


def test_a_picture_of_the_example(tmp_path: Path) -> None:
    example = load(resource_path("templates", "example_nl.journey")).document
    out = tmp_path / "map.png"
    export_png(example, out, PosterOptions(paper="A4"), dpi=50)
    assert out.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    assert out.stat().st_size > 20_000


def test_the_measurement_runs() -> None:
    script = Path(__file__).parents[1] / "bench" / "bench_poster.py"
    done = subprocess.run([sys.executable, str(script), "--quick"], capture_output=True, text=True, check=True)
    assert "calibration loop" in done.stdout
    assert "in bytes" in done.stdout
