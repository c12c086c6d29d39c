"""How feelings are written (ES1 to ES4): -2 to +2, 1 to 5 or faces, everywhere the same, and stored as ever."""

from __future__ import annotations

import io
import re

import openpyxl
import pytest

from every_field_map import every_field_map
from model.cardlines import record_lines
from model.changes import apply, invert
from model.commands import cards, grid
from model.commands.places import Cell, Listing
from model.details import details
from model.difference import compare
from model.document import Document
from model.draw.card_painter import card_label
from model.draw.displaylist import Text, walk
from model.draw.map_painter import emotion_label, paint_map
from model.draw.poster import compose_poster
from model.export.xlsx import LISTS, workbook_bytes
from model.files.native import dumps, loads
from model.i18n import speaking
from model.importers.cells import cells_from_text
from model.importers.tablepaste import paste_table
from model.importers.tables import recognise
from model.layout.arrange import lay_out
from model.layout.maplayout import LayoutOptions
from model.newmap import new_map
from model.overview import overview
from model.records import EmotionScale
from model.scale import SCALES, SCORES, fall_text, mean_text, score_of, score_said, score_text, score_value
from said_maps import said_map

WRITTEN: dict[EmotionScale, list[str]] = {
    "signed": ["−2", "−1", "0", "+1", "+2"],
    "five": ["1", "2", "3", "4", "5"],
    "faces": ["very bad", "bad", "neutral", "good", "very good"],
}


def scaled(document: Document, scale: EmotionScale) -> Document:
    """The document with another scale, by the command that the inspector runs."""
    changes = grid.set_fields(document, "map", "map", emotion_scale=scale)
    after = apply(changes, document)
    assert apply(invert(changes), after).same_content(document)
    return after


@pytest.mark.parametrize("scale", SCALES)
def test_es4_what_is_written_is_read_back(scale: EmotionScale) -> None:
    for lang in ("en", "nl"):
        with speaking(lang):
            for score in SCORES:
                for written in (score_text(score, scale), score_value(score, scale), f" {score_value(score, scale)} "):
                    assert score_of(written, scale) == score
            assert [score_of(wrong, scale) for wrong in ("", "7", None, True, "−3", "x")] == [None] * 6
    with speaking("en"):
        assert [score_text(score, scale) for score in SCORES] == WRITTEN[scale]


def test_means_falls_and_words() -> None:
    with speaking("en"):
        assert [mean_text(-0.42, scale) for scale in SCALES] == ["−0.4", "2.6", "neutral"]
        assert mean_text(0.01, "signed") == "0.0"
        assert [fall_text(-3, scale) for scale in SCALES] == ["steepest fall −3", "steepest fall −3", "steepest fall"]
        assert [score_said(-1, scale) for scale in SCALES] == ["−1 bad", "2 bad", "bad"]
    with speaking("nl"):
        assert mean_text(-0.42, "five") == "2,6"


@pytest.mark.parametrize("scale", ["five", "faces"])
def test_es1_the_file_and_info_keep_the_scores(scale: EmotionScale) -> None:
    before = said_map()
    after = scaled(before, scale)
    assert overview(after, 1)["emotions"] == overview(before, 1)["emotions"]
    assert details(after)["feelings"] == details(before)["feelings"]
    assert details(after)["map"]["emotion_scale"] == scale
    read, report = loads(dumps(after))
    assert read.same_content(after) and not report.mended
    assert b"emotion_scale" not in dumps(before), "a map of -2 to +2 is written as ever"


def test_a_scale_of_a_newer_version_is_put_aside_and_the_map_opens() -> None:
    written = dumps(scaled(said_map(), "five")).replace(b'"emotion_scale": "five"', b'"emotion_scale": "stars"')
    read, report = loads(written)
    assert read.info.emotion_scale == "signed" and report.mended


def feelings_of(document: Document) -> list[tuple[str, int]]:
    return [(e.touchpoint_id, e.score) for e in document.emotions.values() if e.score is not None]


@pytest.mark.parametrize("scale", SCALES)
def test_cards_lines_and_curve_say_it_in_the_map_s_scale(scale: EmotionScale) -> None:
    document = scaled(said_map(), scale)
    with speaking("en"):
        layout = lay_out(document, LayoutOptions(language="en"))
        for touchpoint, score in feelings_of(document):
            label = card_label(layout.cards[touchpoint].body, document)
            assert re.search(rf"feeling (of \w+ )?{re.escape(score_text(score, scale))}(;|$)", label)
        (box,) = layout.emotions.values()
        told = emotion_label(box)
        for series in box.series:
            said = ", ".join(score_text(point.score, scale) for point in series.points)
            assert f"{series.name}: {said}" in told


def ticks(document: Document) -> list[str]:
    """The numbers that are painted at the levels of the curve, from the lowest."""
    layout = lay_out(document, LayoutOptions(language="en"))
    (box,) = layout.emotions.values()
    painted = [
        op.line.text for op, *_ in walk((paint_map(layout, document).emotions[box.lane_id],)) if isinstance(op, Text)
    ]
    found = [line.line.text for line in box.ticks]
    assert [text for text in painted if text in found] == found
    return found


def test_the_levels_of_the_curve_are_numbered_in_the_scale() -> None:
    document = every_field_map()
    document = apply(cards.set_emotion(document, document.touchpoints[0].id, document.personas[0].id), document)
    assert ticks(scaled(document, "signed")) == WRITTEN["signed"]
    assert ticks(scaled(document, "five")) == WRITTEN["five"]
    assert ticks(scaled(document, "faces")) == [], "the faces of the header are the scale"
    (box,) = lay_out(scaled(document, "five"), LayoutOptions()).emotions.values()
    for line, score in zip(box.ticks, SCORES, strict=True):
        assert box.y_of(score) - 4 < line.y < box.y_of(score), "each above its level"
        assert box.x < line.x < box.x + 6


def test_a_number_gives_way_to_a_line_that_begins_there() -> None:
    document = every_field_map()
    host = document.touchpoints[0]
    crowded = document
    for n in range(14):  # so many in one step that the first stands at the edge
        made = cards.add_cards(crowded, "touchpoint", [f"Nog {n}"], _cell(crowded, host.id))
        crowded = apply(made, crowded)
    assert len(ticks(crowded)) == 4, "the one at the level where the line begins is left out"


def _cell(document: Document, item_id: str) -> Cell:
    item = document.item_table[item_id]
    return Cell(item.lane_id or "", item.step_id or "")


def test_another_scale_is_seen_at_once_in_a_layout_that_follows() -> None:
    before = every_field_map()
    host, persona = before.touchpoints[0].id, before.personas[0].id
    before = apply(cards.set_emotion(before, host, persona, score=-1, word="boos"), before)
    options = LayoutOptions(fields=("feelings",))
    first = lay_out(before, options)
    after = scaled(before, "five")
    following, anew = lay_out(after, options, first), lay_out(after, options)
    assert (following.cards, following.emotions) == (anew.cards, anew.emotions)
    assert following.cards != first.cards and following.emotions != first.emotions


def test_the_words_below_a_card_are_in_the_scale() -> None:
    document = every_field_map()
    host, persona = document.touchpoints[0], document.personas[0]
    document = apply(cards.set_emotion(document, host.id, persona.id, score=-1, word="boos"), document)
    with speaking("en"):
        said = [record_lines(scaled(document, scale), document.item_table[host.id], ["feelings"]) for scale in SCALES]
    assert [lines[0][1] for lines in said] == ["Otto: −1 · boos", "Otto: 2 · boos", "Otto: bad · boos"]


@pytest.mark.parametrize("scale", SCALES)
def test_the_poster_explains_the_faces_in_the_scale(scale: EmotionScale) -> None:
    document = scaled(every_field_map(), scale)
    poster = compose_poster(document, 841, 594, lang="en")
    words = [op.line.text for op, *_ in walk(poster.ops) if isinstance(op, Text)]
    numbers = [text for text in words if text in ("−2", "+2", "1", "5")]
    wanted = {"signed": {"−2", "+2"}, "five": {"1", "5"}, "faces": set()}[scale]
    assert wanted <= set(numbers) and not {"−2", "+2"} - wanted & set(numbers)


@pytest.mark.parametrize("scale", ["five", "faces"])
def test_the_workbook_has_the_scale_in_its_headings_and_its_values_can_be_read_back(scale: EmotionScale) -> None:
    document = scaled(every_field_map(), scale)
    host, persona = document.touchpoints[0], document.personas[0]
    with speaking("en"):
        book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(document, lang="en")[0]))
        sheet = book["Notes"]
        rows = list(sheet.iter_rows(values_only=True))
        at = next(i for i, row in enumerate(rows) if "Text" in row)
        head = {str(title): c for c, title in enumerate(rows[at]) if title}
        told = {"five": "1 to 5", "faces": "very bad to very good"}[scale]
        found, aimed = head[f"Otto: feeling ({told})"], head[f"Otto: aimed for ({told})"]
        row = next(row for row in rows[at + 1 :] if row[head["Text"]] == host.text)
        felt = document.emotions[host.id, persona.id]
        assert (score_of(row[found], scale), score_of(row[aimed], scale)) == (felt.score, felt.aimed)
        assert row[found] == {"five": 2, "faces": "bad"}[scale]
        columns = book[LISTS].iter_cols(values_only=True)
        lists = [list(column[1:6]) for column in columns if column[0] == "scores"]
        assert lists == [[score_value(score, scale) for score in SCORES]]


def test_the_difference_tells_another_scale_in_words() -> None:
    with speaking("en"):
        (entry,) = compare(said_map(), scaled(said_map(), "faces"))
    assert entry.fields == (("Scale of feelings", "−2 to +2", "Faces"),)


@pytest.mark.parametrize("scale", SCALES)
def test_es4_cells_of_the_workbook_pasted_into_a_map_of_its_scale_are_its_scores(scale: EmotionScale) -> None:
    document = scaled(new_map("Leeg", "en", ("One",), ("touchpoints",)), scale)
    with speaking("en"):
        rows = [f"Note {score}\tOne\t{score_text(score, scale)}" for score in (-2, -1)]
        table = recognise(document, cells_from_text("\n".join(("Touchpoint\tPhase\tFeeling", *rows))))
    assert table is not None
    after = apply(paste_table(document, table, Listing("inbox")), document)
    felt = {after.item_table[e.touchpoint_id].text: e.score for e in after.emotions.values()}
    assert felt == {"Note -2": -2, "Note -1": -1}
