"""The printed action list: every word of every action, headings and page numbers on each page, nothing cut."""

from __future__ import annotations

import io
import itertools
import re
from datetime import date

import pypdfium2
import pytest
from PIL import Image

from action_maps import map_with_actions
from model.actionlist import Grouping
from model.changes import apply
from model.commands import links
from model.commands.pictures import set_logo
from model.document import Document
from model.draw.actionsheet import MARGIN, PT_PER_MM, compose_action_sheets
from model.draw.displaylist import DisplayList, Group, Icon, Rect, Text, walk
from model.export.actions_pdf import ActionListOptions, action_list_pdf
from model.export.errors import ExportError
from model.export.extent import bounds
from model.i18n import speaking
from model.newmap import new_map
from model.pictures import read_picture
from model.records import Action
from small_maps import MapMaker

DAY = date(2026, 6, 1)
ALL: tuple[Grouping, ...] = ("solution", "owner", "due")


def options(**more: object) -> ActionListOptions:
    return ActionListOptions(**{"day": DAY, "lang": "en", **more})  # type: ignore[arg-type]  # tests name what they set


def texts(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(io.BytesIO(data)) as pdf:
        return [page.get_textpage().get_text_bounded() for page in pdf]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.replace("\ufffe", ""))


def long_map() -> Document:
    """Forty actions, one of them longer than a page."""
    builder = map_with_actions(40)
    ids = list(builder.document.action_table)
    builder.do(links.set_actions(builder.document, [ids[3]], text=" ".join(f"woord{i}" for i in range(1500))))
    builder.do(links.set_actions(builder.document, [ids[5]], text="شركة النقل"))
    return builder.document


@pytest.mark.parametrize("by", ALL)
@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
def test_every_word_is_printed_once(by: Grouping, orientation: str) -> None:
    document = long_map()
    data, report = action_list_pdf(document, options(by=by, orientation=orientation))
    pages = texts(data)
    assert len(pages) == report.pages > 3
    assert report.missing == ()
    printed = words(" ".join(pages))
    for i in range(1500):
        assert printed.count(f"woord{i}") == 1
    everything = " ".join(pages)
    for action in document.action_table.values():
        if action.text.startswith("Actie"):
            number = action.text.split(":")[0]
            assert len(re.findall(rf"{number}\b", everything)) == 1
    with pypdfium2.PdfDocument(io.BytesIO(data)) as pdf:
        width, height = pdf[0].get_size()
    assert (width < height) is (orientation == "portrait")


@pytest.mark.parametrize("by", ALL)
def test_every_page_has_its_number_the_columns_and_the_title(by: Grouping) -> None:
    data, report = action_list_pdf(long_map(), options(by=by))
    for number, page in enumerate(texts(data), 1):
        assert f"Page {number} of {report.pages}" in page
        assert "Sportschoenen kopen" in page
        assert "1 June 2026" in page
        assert "Status" in page
        assert "Action" in page


@pytest.mark.parametrize("by", ALL)
@pytest.mark.parametrize("size", [(210, 297), (297, 210), (148, 210)])
def test_nothing_stands_outside_the_page_or_over_the_foot(by: Grouping, size: tuple[float, float]) -> None:
    with speaking("nl"):
        sheets = compose_action_sheets(long_map(), *size, lang="nl", by=by, day=DAY)
    foot = sheets.height - MARGIN
    for page in sheets.pages:
        bottom = 0.0
        for op, dx, dy in walk(page):
            if isinstance(op, Text):
                assert op.x + dx >= MARGIN - 0.01
                assert op.x + dx + op.line.width <= sheets.width - MARGIN + 0.01
                assert op.y + dy < foot - 11
            if isinstance(op, Group) and op.role == "row":
                rows = [part for part in op.ops if isinstance(part, Rect)]
                assert rows[-1].y >= bottom, "rows stand below each other"
                bottom = rows[-1].y


@pytest.mark.parametrize("by", ["solution", "owner"])
def test_a_heading_longer_than_a_page_goes_on_on_the_next_and_is_short_where_it_is_repeated(by: Grouping) -> None:
    long = " ".join(f"woord{i}" for i in range(1_900))
    maker = MapMaker(title="T").columns(("Kopen", [""])).lanes("solutions")
    maker.card("solution", "s0", long if by == "solution" else "kort")
    document = maker.document()
    item = next(iter(document.item_table.values()))
    owner = long if by == "owner" else "Kees"
    rows = [Action(id=f"a{i}", item_id=item.id, text=f"doe {i}", owner=owner) for i in range(60)]
    document = document.with_changes([("actions", row.id, row) for row in rows])
    with speaking("nl"):
        sheets = compose_action_sheets(document, 210, 297, lang="nl", by=by, day=DAY)
    low = (297 - 14) * PT_PER_MM
    for page in sheets.pages:
        assert all(bottom <= low for *_, bottom, _ in bounds(page))
    read = [[op.line.text for op, _, _ in walk(page) if isinstance(op, Text)] for page in sheets.pages]
    whole = " ".join(line for page in read for line in page)
    assert "woord0 " in whole and "woord1899" in whole, "it stands whole where its group begins"
    again = [page for page in sheets.pages if any("vervolg" in line for line in texts_in(page))]
    assert again, "a group that goes on says so"
    for page in again:
        heading = next(op for op in page if isinstance(op, Group) and op.role == "group")
        lines = [op.line.text for op, _, _ in walk(heading.ops) if isinstance(op, Text)]
        assert len(lines) <= 3 and "…" in "".join(lines)


def texts_in(page: DisplayList) -> list[str]:
    return [op.line.text for op, _, _ in walk(page) if isinstance(op, Text)]


def test_columns_of_which_no_row_says_anything_are_left_out() -> None:
    builder = map_with_actions(3)
    ids = list(builder.document.action_table)
    builder.do(links.set_actions(builder.document, ids, department="", due=""))
    page = texts(action_list_pdf(builder.document, options(by="owner"))[0])[0]
    assert "Department" not in page
    assert "Due" not in page
    assert "Belongs to" in page


def test_a_heading_stands_with_its_first_row() -> None:
    with speaking("en"):
        for count in range(9, 40):
            sheets = compose_action_sheets(map_with_actions(count).document, 210, 297, lang="nl", by="owner", day=DAY)
            for page in sheets.pages:
                roles = [op.role for op in page if isinstance(op, Group)]
                assert roles[-1] == "row", f"a heading alone at the end of a page, with {count} actions"


def test_status_is_a_word_and_a_sign_and_overdue_is_said() -> None:
    builder = map_with_actions(6)
    with speaking("en"):
        sheets = compose_action_sheets(builder.document, 210, 297, lang="nl", by="solution", day=DAY)
    rows = [op for op in sheets.pages[0] if isinstance(op, Group) and op.role == "row"]
    assert len(rows) == 6
    for row in rows:
        assert sum(isinstance(op, Icon) and op.name != "alert-triangle" for op in row.ops) == 1
    names = {op.name for row in rows for op in row.ops if isinstance(op, Icon)}
    assert names == {"circle", "progress", "circle-check", "circle-x", "circle-dot", "alert-triangle"}
    page = texts(action_list_pdf(builder.document, options())[0])[0]
    for word in ("To do", "In progress", "Done", "Dropped", "later"):
        assert word in page
    assert page.count("overdue") == 1 + sum(
        bool(action.due) and action.due < "2026-06-01" and action.status not in ("done", "dropped")
        for action in builder.document.action_table.values()
    )


def test_bands_are_grey_on_paper() -> None:
    data, _ = action_list_pdf(map_with_actions(6).document, options())
    with pypdfium2.PdfDocument(io.BytesIO(data)) as pdf:
        image = pdf[0].render(scale=1.0).to_pil().convert("RGB")
    grey = (0xE4, 0xE4, 0xE4)
    rows = [y for y in range(image.height) if image.getpixel((image.width - round(MARGIN) - 4, y)) == grey]
    runs = sum(after - row > 14 for row, after in itertools.pairwise(rows)) + 1
    assert runs == 3, "a band for each solution"
    assert image.getpixel((5, 5)) == (255, 255, 255)


def test_the_language_and_the_same_bytes_twice() -> None:
    document = map_with_actions(5).document
    first, _ = action_list_pdf(document, options(lang="nl"))
    second, _ = action_list_pdf(document, options(lang="nl"))
    assert first == second
    assert "1 juni 2026" in texts(first)[0]


def test_a_bookmark_for_each_heading() -> None:
    data, _ = action_list_pdf(long_map(), options(by="owner"))
    with pypdfium2.PdfDocument(io.BytesIO(data)) as pdf:
        assert [mark.get_title() for mark in pdf.get_toc()] == ["Fatima A.", "Jan de Wit", "No owner"]


def test_characters_without_a_font_are_told_by_the_number_of_the_card() -> None:
    builder = map_with_actions(2)
    first = next(iter(builder.document.action_table.values()))
    builder.do(links.set_actions(builder.document, [first.id], text="日本"))
    _, report = action_list_pdf(builder.document, options())
    number = builder.document.item_table[first.item_id].number
    assert [(missing.number, missing.characters) for missing in report.missing] == [(f"N{number}", "日本")]


def test_a_map_without_actions_is_one_sentence() -> None:
    with pytest.raises(ExportError, match="no actions yet"):
        action_list_pdf(new_map("Leeg", "nl", ["A"]), options())


def colors_of(page: pypdfium2.PdfPage) -> list[tuple[int, tuple[int, int, int]]]:
    """(pixels, colour) of a page at 36 dots per inch."""
    return list(page.render(scale=0.5).to_pil().convert("RGB").getcolors(1_000_000))


def test_the_logo_stands_above_the_date_and_on_the_first_page_only() -> None:
    made = io.BytesIO()
    Image.new("RGB", (90, 30), (227, 6, 19)).save(made, "PNG")
    logo = read_picture(made.getvalue())
    data, report = action_list_pdf(long_map(), options(logo=logo))
    assert report.pages > 1
    with pypdfium2.PdfDocument(io.BytesIO(data)) as pdf:
        reds = [sum(count for count, (red, green, _) in colors_of(page) if red > 200 and green < 40) for page in pdf]
    assert reds[0] > 300 and not any(reds[1:])
    own = apply(set_logo(long_map(), logo), long_map())
    assert action_list_pdf(own, options())[0] == data
