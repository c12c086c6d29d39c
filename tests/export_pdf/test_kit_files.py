"""The paper kit as a file: valid, tagged, true in size, the same twice, and with every text of the map in it."""

from __future__ import annotations

import io
import itertools
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

import kit_maps
from model.document import Document
from model.draw.displaylist import Rect, walk
from model.export.kit.ideas import CARD as IDEA
from model.export.kit.pdf import KitFile, KitOptions, composed_parts, kit_files, kit_of, kit_pdf
from model.export.kit.sheet import FOOT, HEAD, MARGIN, grid
from model.files.native import load
from posters import picture
from resources import resource_path

DAY = date(2026, 5, 21)
PER_MM = 10.0


@pytest.fixture(scope="module", params=["nl", "en"])
def example(request: pytest.FixtureRequest) -> Document:
    return load(resource_path("templates", f"example_{request.param}.journey")).document


@pytest.fixture(scope="module")
def kit(example: Document) -> KitFile:
    return kit_pdf(example, KitOptions(day=DAY))


@pytest.fixture(scope="module")
def read(kit: KitFile) -> dict[str, list[str]]:
    """The text of each page, part by part."""
    with pypdfium2.PdfDocument(io.BytesIO(kit.data)) as pdf:
        pages = [squeezed(page.get_textpage().get_text_range()) for page in pdf]
    return {part.id: pages[part.start : part.start + part.pages] for part in kit.parts}


def squeezed(text: str) -> str:
    return re.sub("[\\s\u00ad\ufffe]", "", text)


# -- what is on it --------------------------------------------------------------------------------------------------


def test_every_part_of_the_example_is_there_with_its_pages(kit: KitFile, read: dict[str, list[str]]) -> None:
    assert [part.id for part in kit.parts] == [
        "wall", "headers", "lanes", "personas", "emotion", "stickies",
        "blanks", "parking", "handouts", "pains", "opportunities", "ballots", "actions",
    ]  # fmt: skip
    assert all(pages for pages in read.values())
    assert kit.missing == ()


def test_every_note_is_a_card_with_its_number(example: Document, read: dict[str, list[str]]) -> None:
    cards = "".join(read["stickies"])
    notes = (*example.placed, *example.inbox)
    assert len(notes) > 80
    for item in notes:
        assert squeezed(item.text) in cards, item.text
        assert cards.count(f"N{item.number}") >= 1
    for item in example.parking:
        assert squeezed(item.text) not in cards
        assert squeezed(item.text) in read["parking"][0]


def test_handouts_hold_every_note_of_their_phase_and_no_other(example: Document, read: dict[str, list[str]]) -> None:
    assert len(read["handouts"]) == len(example.phases)
    for phase, page in zip(example.phases, read["handouts"], strict=True):
        mine = [item for item in example.placed if example.phase_of(item) == phase]
        assert mine
        for item in mine:
            assert squeezed(f"N{item.number}{item.text}") in page, item.text
        hanging = {card.id for item in mine for card in example.attachments.get(item.id, ())}
        for item in example.placed:
            if example.phase_of(item) != phase and item.id not in hanging:
                assert squeezed(f"N{item.number}{item.text}") not in page


def test_pain_points_stand_by_severity_the_worst_first(example: Document, read: dict[str, list[str]]) -> None:
    text = "".join(read["pains"])
    pains = [item for item in example.placed if item.kind == "pain_point"]
    places = {item.id: text.index(squeezed(f"N{item.number}{item.text}")) for item in pains}
    in_order = [item.severity or 0 for item in sorted(pains, key=lambda item: places[item.id])]
    assert in_order == sorted(in_order, reverse=True)
    assert len(set(in_order)) > 2


def test_an_opportunity_card_names_what_it_rests_on_and_what_answers_it(
    example: Document, read: dict[str, list[str]]
) -> None:
    text = "".join(read["opportunities"])
    links = [link for link in example.link_table.values() if link.kind == "solves"]
    assert links
    for link in links:
        solution = example.item_table[link.source_id]
        assert squeezed(f"N{solution.number}{solution.text}") in text


def test_a_ballot_lists_every_note_of_a_kind_as_often_as_the_sheet_has_room(
    example: Document, read: dict[str, list[str]]
) -> None:
    for kind, page in zip(("pain_point", "opportunity", "solution"), read["ballots"], strict=True):
        notes = [item for item in example.placed if item.kind == kind]
        assert len(notes) > 4
        for item in notes:
            assert page.count(squeezed(f"N{item.number}{item.text}")) == 2, item.text


def test_personas_say_all_that_is_known(example: Document, read: dict[str, list[str]]) -> None:
    text = "".join(read["personas"])
    told = [persona for persona in example.personas if persona.name]
    assert len(told) == 3
    for persona in told:
        for words in (persona.name, persona.role, persona.quote, persona.goals, persona.frustrations):
            assert squeezed(words) in text


def test_actions_are_the_list_that_is_printed_by_itself(example: Document, read: dict[str, list[str]]) -> None:
    for action in example.action_table.values():
        assert squeezed(action.text) in "".join(read["actions"])


def test_pages_say_part_map_day_and_number(kit: KitFile, example: Document, read: dict[str, list[str]]) -> None:
    for part in ("headers", "stickies", "handouts", "pains"):
        count = len(read[part])
        for number, page in enumerate(read[part], 1):
            words = {"nl": f"Blad{number}van{count}", "en": f"Page{number}of{count}"}[example.info.language]
            assert words in page
            assert {"nl": "21mei2026", "en": "21May2026"}[example.info.language] in page
    with pypdfium2.PdfDocument(io.BytesIO(kit.data)) as pdf:
        tops = [mark.get_title() for mark in pdf.get_toc() if mark.level == 0]
        labels = [pdf.get_page_label(part.start) for part in kit.parts]
        every = [pdf.get_page_label(page) for page in range(len(pdf))]
    assert len(tops) == len(kit.parts)
    assert all(label.startswith(top) for label, top in zip(labels, tops, strict=True))
    sheet = {"nl": "vel", "en": "sheet"}[example.info.language]
    named = [label for label in every if re.search(r"\b[A-Z]\d$", label)]
    assert named and all(re.search(rf" {sheet} [A-Z]\d$", label) for label in named), "no size of paper"


def test_words_can_be_in_another_language(example: Document) -> None:
    other = "en" if example.info.language == "nl" else "nl"
    made = kit_pdf(example, KitOptions(parts=("pains",), lang=other, day=DAY))
    with pypdfium2.PdfDocument(io.BytesIO(made.data)) as pdf:
        text = pdf[0].get_textpage().get_text_range()
    assert {"nl": "Pijnpunten op ernst", "en": "Pain points by severity"}[other] in text


# -- the file -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("example", ["nl"], indirect=True)
def test_the_same_map_gives_the_same_bytes(kit: KitFile, example: Document) -> None:
    again = kit_pdf(example, KitOptions(day=DAY))
    assert again.data == kit.data


@pytest.mark.skipif(shutil.which("pdffonts") is None, reason="poppler is not installed, as it is in CI")
def test_fonts_are_embedded_and_poppler_reads_the_notes(kit: KitFile, example: Document, tmp_path: Path) -> None:
    out = tmp_path / "kit.pdf"
    out.write_bytes(kit.data)
    fonts = subprocess.run(["pdffonts", str(out)], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert fonts
    for line in fonts:
        assert re.search(r"yes\s+yes\s+yes\s", line), line
    text = squeezed(subprocess.run(["pdftotext", str(out), "-"], capture_output=True, text=True, check=True).stdout)
    for item in example.item_table.values():
        if item.kind != "image":
            assert squeezed(item.text) in text, item.text


@pytest.mark.parametrize("example", ["nl"], indirect=True)
def test_it_is_tagged_has_a_title_and_is_not_scaled(kit: KitFile, example: Document) -> None:
    pikepdf = pytest.importorskip("pikepdf")
    with pikepdf.open(io.BytesIO(kit.data)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == example.info.language
        assert str(pdf.Root.ViewerPreferences.PrintScaling) == "/None"
        assert example.info.title in str(pdf.docinfo["/Title"])
        kinds = [str(element.S) for element in elements(pdf.Root.StructTreeRoot.K[0])]
    assert kinds.count("/H1") >= len(kit.parts) + len(example.phases) - 1, "one for each part and each handout"
    assert kinds.count("/H2") >= len(example.phases)
    assert kinds.count("/P") > len(example.item_table)


def elements(element: Any) -> Iterator[Any]:
    """Every structure element below one."""
    import pikepdf

    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


@pytest.mark.parametrize("example", ["nl"], indirect=True)
def test_a_file_for_each_part_holds_that_part(example: Document, kit: KitFile) -> None:
    files = dict(kit_files(example, KitOptions(parts=("pains", "headers"), day=DAY)))
    assert list(files) == ["headers", "pains"], "in the order of the kit, whatever was asked first"
    counts = {part.id: part.pages for part in kit.parts}
    for name, file in files.items():
        assert [part.id for part in file.parts] == [name]
        assert file.pages == counts[name]
        assert len(file.data) < len(kit.data)


# -- true size ------------------------------------------------------------------------------------------------------


def strip(pdf: bytes, x: float, y: float, w: float, h: float) -> list[bytes]:
    """The rows of a part of the first page in grey, at 10 pixels per mm; the part in mm from the top left."""
    k = 72 / 25.4
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        page = document[0]
        width, height = page.get_size()
        crop = (x * k, height - (y + h) * k, width - (x + w) * k, y * k)
        bitmap = page.render(scale=PER_MM / k, crop=crop, grayscale=True)
        data = bytes(bitmap.buffer)
        return [data[at * bitmap.stride : at * bitmap.stride + bitmap.width] for at in range(bitmap.height)]


def lines_in(rows: list[bytes] | list[tuple[int, ...]], least: float = 0.4) -> list[float]:
    """Where lines stand level, in mm from the top: the middles of runs of rows that are dark over much of them."""
    flags = [sum(value < 190 for value in row) > least * len(row) for row in rows]
    runs: list[float] = []
    start: int | None = None
    for index, flag in enumerate([*flags, False]):
        if flag and start is None:
            start = index
        if not flag and start is not None:
            runs.append((start + index) / 2 / PER_MM)
            start = None
    return runs


def turned(rows: list[bytes]) -> list[tuple[int, ...]]:
    """Columns as rows."""
    return list(zip(*rows, strict=True))


@pytest.mark.parametrize(
    ("part", "paper", "note", "size"),
    [
        ("blanks", "A4", (76.0, 76.0), (76.0, 76.0)),
        ("stickies", "letter", (76.0, 76.0), (76.0, 76.0)),
        ("stickies", "A4", (127.0, 76.0), (127.0, 76.0)),
        ("opportunities", "A4", (76.0, 76.0), IDEA),
    ],
)
def test_a_card_between_its_lines_to_cut_is_as_large_as_it_says(
    part: str, paper: str, note: tuple[float, float], size: tuple[float, float]
) -> None:
    document = load(resource_path("templates", "example_nl.journey")).document
    options = KitOptions(parts=(part,), paper=paper, note_mm=note, day=DAY)
    made = kit_pdf(document, options)
    place = grid(kit_of(document, options), *size)
    with pypdfium2.PdfDocument(io.BytesIO(made.data)) as pdf:
        assert [side / 72 * 25.4 for side in pdf[0].get_size()] == pytest.approx([place.width, place.height], abs=0.05)
    # The lines reach 2.5 mm beyond the cards, where nothing else stands.
    columns = lines_in(turned(strip(made.data, 0, place.y - 2.4, place.width, 2.2)))
    assert len(columns) == int((place.width - 10) // size[0]) + 1
    for left, right in itertools.pairwise(columns):
        assert right - left == pytest.approx(size[0], abs=0.2)
    rows = lines_in(strip(made.data, columns[0] - 2.4, 11, 2.2, place.height - 26))
    assert len(rows) == int((place.height - 2 * MARGIN - HEAD - FOOT) // size[1]) + 1
    for above, below in itertools.pairwise(rows):
        assert below - above == pytest.approx(size[1], abs=0.2)


def test_the_line_to_measure_is_50_mm() -> None:
    made = kit_pdf(kit_maps.five_cards(), KitOptions(parts=("stickies",), day=DAY))
    ends = lines_in(turned(strip(made.data, 0, 297 - 8.4, 210, 2.4)), 0.8)
    assert any(b - a == pytest.approx(50, abs=0.2) for a in ends for b in ends)


def test_places_on_the_wall_map_are_as_large_as_the_notes() -> None:
    made = kit_pdf(kit_maps.twelve_personas(), KitOptions(parts=("wall",), wall="page", day=DAY))
    [(_, composed)] = composed_parts(kit_maps.twelve_personas(), KitOptions(parts=("wall",), wall="page", day=DAY))
    with pypdfium2.PdfDocument(io.BytesIO(made.data)) as pdf:
        width, height = (side / 72 * 25.4 for side in pdf[0].get_size())
    assert (width, height) == pytest.approx((composed.pages[0].width, composed.pages[0].height), abs=0.05)
    k = 72 / 25.4
    form = dict(composed.forms)["wall"]
    places = [(op.x / k, op.y / k) for op, _, _ in walk(form.ops) if isinstance(op, Rect) and op.dash and op.w > 70 * k]
    assert len(places) == 3 * 2 * 6, "two in each of three phases, in each lane of notes"
    xs, ys = sorted({round(x, 2) for x, _ in places}), sorted({round(y, 2) for _, y in places})
    assert [b - a for a, b in itertools.pairwise(xs)] == pytest.approx([86] * 5)
    # The dashed frame of the first place, seen.
    seen = lines_in(turned(strip(made.data, xs[0] - 2, ys[0] + 2, 80, 9)), 0.4)
    assert [b - a for a, b in itertools.pairwise(seen)] == pytest.approx([76], abs=0.2)


def test_tiles_put_together_are_the_wall_map() -> None:
    document = kit_maps.five_cards()
    tiled = kit_pdf(document, KitOptions(parts=("wall",), day=DAY)).data
    whole = kit_pdf(document, KitOptions(parts=("wall",), wall="page", day=DAY)).data
    [(_, composed)] = composed_parts(document, KitOptions(parts=("wall",), day=DAY))
    per_mm, k, inside = 2.0, 72 / 25.4, 12.0
    page = picture(whole, 0, per_mm=per_mm)
    for index, sheet in enumerate(composed.pages[1:], 1):
        stamp = next(stamp for stamp in sheet.shown if stamp.form == "wall")
        assert stamp.window is not None
        seen = picture(tiled, index, per_mm=per_mm)
        # Inside of glue edges, names and marks.
        left, top = stamp.window[0] / k + inside, stamp.window[1] / k + inside
        width, height = stamp.window[2] / k - 2 * inside, stamp.window[3] / k - 2 * inside
        if width < 5 or height < 5:
            continue
        size = (int(width * per_mm), int(height * per_mm))
        mine = seen.cut(round(left * per_mm), round(top * per_mm), *size)
        x, y = left - stamp.x / k, top - stamp.y / k
        its = page.cut(round(x * per_mm), round(y * per_mm), *size)
        assert mine.mean_difference(its) < 6, sheet.label
        moved = page.cut(round((x + 4) * per_mm), round((y + 4) * per_mm), *size)
        if moved.width == size[0] and moved.height == size[1]:
            assert mine.mean_difference(moved) > mine.mean_difference(its), sheet.label
