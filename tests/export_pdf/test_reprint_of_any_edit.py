"""Whatever is edited between two prints in tiles: a sheet that is said to be as before is, pixel by pixel."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from unittest.mock import patch

import pypdfium2
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from model.changes import ChangeSet, apply
from model.commands import cards, grid, links
from model.commands.places import Cell
from model.document import Document
from model.export.errors import ExportError
from model.export.pdf import ExportReport, PosterOptions, poster_pdf
from posters import Picture, picture
from small_maps import MapMaker

OPTIONS = PosterOptions(paper="A3", tile="148x105", links="all", overlap_mm=8)
EXAMPLES = 200 if os.environ.get("JOURNEYWALL_FULL") else 8
PER_MM = 2.0
TEXTS = ("Ja", "Belt de winkel", "Vraagt wie er aan de balie staat en wacht", "Lang: arbeidsongeschiktheid", "")

Edit = Callable[[Document, int, int], ChangeSet]


@cache
def before() -> Document:
    maker = MapMaker(title="Schoenen kopen").persona("Sanne", "sanne").channel("balie", "building-store", "offline")
    maker.columns(*((f"Fase {i}", ["a", "b"] if i == 2 else [""]) for i in range(5)))
    maker.lanes("channels", "touchpoints", "emotion", "pain_points", "solutions")
    for i in range(5):
        step = f"s{i}"
        first = maker.card("touchpoint", step, TEXTS[i % 4], feelings={"sanne": (i * 3) % 5 - 2}, channels=["balie"])
        maker.card("touchpoint", step, TEXTS[(i + 1) % 4])
        maker.card("pain_point", step, TEXTS[(i + 2) % 4], targets=[first], severity=i % 5 + 1)
    maker.card("solution", "s2", "Meer mensen aan de balie")
    return maker.document()


def _card(document: Document, n: int) -> str:
    placed = document.placed
    return placed[n % len(placed)].id


def _cell(document: Document, n: int, item_id: str) -> Cell:
    steps = document.steps
    return Cell(document.item_table[item_id].lane_id or "", steps[n % len(steps)].id)


EDITS: tuple[Edit, ...] = (
    lambda d, n, m: cards.set_text(d, _card(d, n), TEXTS[m % len(TEXTS)] or "Kort"),
    lambda d, n, m: cards.delete_cards(d, [_card(d, n)]),
    lambda d, n, m: cards.move_cards(d, [_card(d, n)], _cell(d, m, _card(d, n))),
    lambda d, n, m: cards.duplicate_cards(d, [_card(d, n)]),
    lambda d, n, m: cards.add_cards(d, "pain_point", [TEXTS[m % 4]], _cell(d, m, d.placed[-2].id)),
    lambda d, n, m: cards.set_emotion(d, d.touchpoints[n % len(d.touchpoints)].id, "sanne", score=m % 5 - 2),
    lambda d, n, m: cards.set_card(d, [_card(d, n)], evidence=("measured", "observed")[m % 2]),
    lambda d, n, m: cards.set_card(d, [d.touchpoints[n % len(d.touchpoints)].id], moment_of_truth=bool(m % 2)),
    lambda d, n, m: grid.set_fields(d, "phases", d.phases[n % len(d.phases)].id, name=TEXTS[m % 3]),
    lambda d, n, m: grid.set_fields(d, "phases", d.phases[n % len(d.phases)].id, color=m % 8),
    lambda d, n, m: grid.set_fields(d, "lanes", d.lanes[n % len(d.lanes)].id, name=TEXTS[m % 3]),
    lambda d, n, m: grid.set_fields(d, "personas", "sanne", name=TEXTS[m % 3], quote=TEXTS[n % 4]),
    lambda d, n, m: grid.set_fields(d, "map", "map", subtitle=TEXTS[n % 5]),  # the title is on every sheet's label
    lambda d, n, m: grid.set_fields(d, "map", "map", accent=("#E30613", "#FFDD00", "")[m % 3]),
    lambda d, n, m: grid.reorder(d, "phases", d.phases[n % len(d.phases)].id, None),
    lambda d, n, m: grid.add_step(d, d.phases[n % len(d.phases)].id, TEXTS[m % 3]),
    lambda d, n, m: grid.remove_lane(d, d.lanes[n % len(d.lanes)].id),
    lambda d, n, m: links.link_cards(d, "next", [d.touchpoints[0].id], d.touchpoints[1 + n % 4].id),
    lambda d, n, m: links.unlink(d, [sorted(d.link_table)[n % len(d.link_table)]]),
)

ROUNDS = st.lists(
    st.tuples(st.integers(0, len(EDITS) - 1), st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=4
)


def edited(document: Document, steps: list[tuple[int, int, int]]) -> Document:
    for which, n, m in steps:
        if not document.placed or len(document.touchpoints) < 5 or not document.link_table:
            break  # an edit before took away what the next ones are about
        document = apply(EDITS[which](document, n, m), document)
    return document


def sheets_of(pdf: bytes) -> dict[str, Picture]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        names = [document.get_page_label(i).rpartition(" ")[2] for i in range(1, len(document))]
    finally:
        document.close()
    return {name: picture(pdf, page, per_mm=PER_MM) for page, name in enumerate(names, 1)}


@cache
def first_print() -> tuple[dict[str, Picture], ExportReport]:
    pdf, report = poster_pdf(before(), OPTIONS)
    return sheets_of(pdf), report


def printed_whole(now: Document) -> tuple[dict[str, Picture], ExportReport]:
    """Every sheet of the poster in the places of the first print."""
    every = patch("model.export.pdf.changed_sheets", lambda _old, _new, tiles, _k: tuple(tile.name for tile in tiles))
    with every:
        pdf, report = poster_pdf(now, replace(OPTIONS, before=before()))
    return sheets_of(pdf), report


def told(now: Document) -> tuple[set[str], bool]:
    """The sheets that are said to change, and whether the rest is kept."""
    try:
        _, report = poster_pdf(now, replace(OPTIONS, before=before()))
    except ExportError:
        return set(), True  # nothing to print
    return set(report.sheets), report.kept


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],  # to shrink would take minutes: the steps are few as it is
)
@given(ROUNDS)
def test_a_sheet_that_is_not_printed_anew_equals_what_hangs_there(steps: list[tuple[int, int, int]]) -> None:
    now = edited(before(), steps)
    changed, kept = told(now)
    old, report = first_print()
    whole, again = printed_whole(now)
    assert again.kept == kept
    if not kept:
        return  # laid out anew: the sheets are told, and nothing hangs that they could be like
    assert (again.mm_per_px, again.scale) == (report.mm_per_px, report.scale)
    for name, page in whole.items():
        if name not in changed:
            assert page.difference(old[name]) <= 8, name


def test_an_edit_of_one_note_leaves_most_sheets_as_they_hang() -> None:
    changed, kept = told(edited(before(), [(5, 1, 3)]))
    old, _ = first_print()
    assert kept and 0 < len(changed) < len(old)


@pytest.mark.parametrize(
    "options",
    [
        PosterOptions(paper="", scale="true", tile="A4"),
        PosterOptions(paper="", scale=60, tile="A4"),
        PosterOptions(paper="A1", scale=40, tile="A4"),
        PosterOptions(paper="1234.5x777.7", tile="letter"),
        PosterOptions(paper="A2", tile="A4", bw=True),
    ],
    ids=["true", "60 %", "40 % on A1", "a size of its own", "black and white"],
)
def test_the_same_map_prints_nothing_and_one_note_few_sheets_at_every_scale(options: PosterOptions) -> None:
    with pytest.raises(ExportError):
        poster_pdf(before(), replace(options, before=before()))
    _, report = poster_pdf(edited(before(), [(0, 4, 0)]), replace(options, before=before()))
    assert report.kept and report.tiling is not None
    assert 0 < len(report.sheets) <= max(4, report.tiling.columns * report.tiling.rows // 2)
