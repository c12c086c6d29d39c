"""What all that a card, a phase and a lane of feelings says looks like: by shape, not by colour alone."""

from __future__ import annotations

import pytest

from golden import check
from model.document import Document
from model.draw import marks
from model.draw.card_painter import card_label, card_ops
from model.draw.displaylist import DisplayList, Group, Icon, Op, Path, Picture, Rect, Text, walk
from model.draw.map_painter import FALL_BAND, MapPicture, paint_map
from model.draw.phase_painter import paint_evidence, paint_loop
from model.draw.poster import Poster, compose_poster
from model.draw.theme import ThemeName, load_theme
from model.i18n import speaking
from model.layout.arrange import lay_out
from model.layout.maplayout import LayoutOptions, MapLayout
from said_maps import changed, said_map

ALL = LayoutOptions(language="en", aimed=True, blind_spots=True)


@pytest.fixture(scope="module")
def document() -> Document:
    return said_map()


@pytest.fixture(scope="module")
def layout(document: Document) -> MapLayout:
    return lay_out(document, ALL)


@pytest.fixture(scope="module")
def picture(layout: MapLayout, document: Document) -> MapPicture:
    return paint_map(layout, document)


def shown(ops: DisplayList, zoom: float | None) -> list[Op]:
    """The operations other than groups that a zoom draws, or paper for None."""
    found: list[Op] = []
    for op in ops:
        if isinstance(op, Group):
            if op.paper if zoom is None else op.min_zoom <= zoom < op.max_zoom:
                found += shown(op.ops, zoom)
        else:
            found.append(op)
    return found


def words(ops: DisplayList, zoom: float | None) -> list[str]:
    return [op.line.text for op in shown(ops, zoom) if isinstance(op, Text)]


def test_a_map_with_everything_said_is_drawn_as_before(picture: MapPicture) -> None:
    check("map_said", picture.ops)


def test_its_poster_is_drawn_as_before(document: Document) -> None:
    poster = compose_poster(document, 420, 297, lang="en", show=ALL)
    check("poster_said_a3", [op for op in poster.ops if getattr(op, "role", "") != "map"])


def test_the_marks_of_evidence_differ_by_shape() -> None:
    full, half, ring = (marks.evidence_ops(e, "ink.1", 12) for e in ("measured", "observed", "assumption"))
    assert [(op.fill, op.dash) for op in full if isinstance(op, Path)] == [("ink.1", ())]
    assert [(op.fill, op.dash) for op in half if isinstance(op, Path)] == [(None, ()), ("ink.1", ())]
    left = [x for _, at in half[1].segments for x in at[::2]]  # type: ignore[union-attr]  # a path
    assert max(left) == pytest.approx(6)
    assert [(op.fill, bool(op.dash)) for op in ring if isinstance(op, Path)] == [(None, True)]


def test_the_bar_is_full_hatched_and_dashed_in_the_parts_that_the_numbers_say() -> None:
    ops = marks.evidence_bar((1, 2, 1), 10, 4, 80, 8, "ink.2")
    full, frame, hatch, dashed = ops
    assert isinstance(full, Rect)
    assert (full.x, full.w, full.fill, full.stroke) == (10, 20, "ink.2", None)
    assert isinstance(frame, Rect)
    assert (frame.x, frame.x + frame.w, frame.fill, frame.dash) == (30.5, 69.5, None, ())
    assert isinstance(hatch, Path)
    xs = [x for _, at in hatch.segments for x in at[::2]]
    assert (min(xs), max(xs), len(xs) // 2) == (30, 70, 8)
    assert isinstance(dashed, Rect)
    assert (dashed.x, dashed.x + dashed.w, bool(dashed.dash)) == (70.5, 89.5, True)
    assert [type(op) for op in marks.evidence_bar((0, 0, 3), 0, 0, 50, 8, "ink.2")] == [Rect]
    assert [type(op) for op in marks.evidence_bar((3, 0, 0), 0, 0, 50, 8, "ink.2")] == [Rect]


def test_an_assumption_is_dashed_and_a_moment_of_truth_heavy_with_a_star_on_its_edge(layout: MapLayout) -> None:
    def line(card: str) -> Path:
        ops = shown(card_ops(layout.cards[card].body), 1.0)
        fill = next(op for op in ops if isinstance(op, Path) and op.fill == "note.touchpoint.fill")
        return next(op for op in ops if isinstance(op, Path) and op.stroke and op.segments == fill.segments)

    assumed, truth, plain = line("c1"), line("c2"), line("c3")
    assert (assumed.stroke, bool(assumed.dash)) == ("ink.3", True)
    assert (truth.stroke, truth.width, truth.dash) == ("ink.1", 2.0, ())
    assert (plain.stroke, plain.width, plain.dash) == ("note.touchpoint.outline", 1.0, ())
    for zoom in (0.3, 1.0, None):
        stars = [
            op
            for op in shown(card_ops(layout.cards["c2"].body), zoom)
            if isinstance(op, Icon) and op.name == "star-filled"
        ]
        assert len(stars) == 1
        assert stars[0].y < 0 < stars[0].y + stars[0].size
    assert not [op for op in shown(card_ops(layout.cards["c2"].body), 0.2) if isinstance(op, Icon)]


def test_a_moment_of_truth_that_is_assumed_is_heavy_and_dashed() -> None:
    document = changed(said_map(), {"items": {"c1": {"moment_of_truth": True}}})
    ops = shown(card_ops(lay_out(document).cards["c1"].body), 1.0)
    assert [op.width for op in ops if isinstance(op, Path) and op.stroke == "ink.1" and op.dash] == [2.0]


def test_owner_actions_and_evidence_come_with_the_text_and_sources_when_read_from_near(layout: MapLayout) -> None:
    solution = card_ops(layout.cards["c11"].body)
    assert {"Winkel + IT", "1/2"} <= set(words(solution, 0.5))
    assert "circle-check" in {op.name for op in shown(solution, 0.5) if isinstance(op, Icon)}
    truth = card_ops(layout.cards["c2"].body)
    assert "Telling maart" not in words(truth, 1.2)
    assert "Telling maart" in words(truth, 1.25)
    assert "Telling maart" in words(truth, None)


def test_a_source_of_which_only_the_beginning_has_room_is_not_on_paper() -> None:
    document = changed(said_map(), {"items": {"c7": {"source": "Meeloopdag in de winkel", "evidence": "measured"}}})
    body = lay_out(document, LayoutOptions(language="en")).cards["c8"].body
    assert body.foot.note == ()
    rows = {"items": {"c5": {"source": "Meeloopdag in de winkel in Utrecht"}}}
    body = lay_out(changed(said_map(), rows), LayoutOptions(language="en")).cards["c5"].body
    assert [text for text in words(card_ops(body), 1.25) if text.endswith("…")]
    assert not [text for text in words(card_ops(body), None) if text.endswith("…")]


def test_pictures_stand_on_the_card_at_every_zoom_but_the_farthest(layout: MapLayout, document: Document) -> None:
    body = layout.cards["c3"].body
    for zoom in (0.3, 1.0, None):
        (op,) = [op for op in shown(card_ops(body), zoom) if isinstance(op, Picture)]
        assert op.asset is document.asset_table[document.item_table["c3"].pictures[0]]
    assert not [op for op in shown(card_ops(body), 0.2) if isinstance(op, Picture)]
    assert "+1" in words(card_ops(body), 1.0)
    lost = lay_out(changed(document, {"items": {"c4": {"pictures": ("0" * 64,)}}})).cards["c4"].body
    assert "photo" in {op.name for op in shown(card_ops(lost), 1.0) if isinstance(op, Icon)}


def test_a_picture_fills_its_place_and_keeps_its_sides(document: Document) -> None:
    asset = document.asset_table[document.item_table["c3"].pictures[0]]
    x, y, w, h = Picture(asset, 10, 20, 40, 40, round=True).filled()
    assert (w, h) == (60, 40)
    assert (x, y) == (0, 20)


def test_a_card_tells_in_words_what_its_signs_say(layout: MapLayout, document: Document) -> None:
    with speaking("en"):
        truth, solution = (card_label(layout.cards[i].body, document) for i in ("c2", "c11"))
        need, insight = (card_label(layout.cards[i].body, document) for i in ("c6", "c3"))
    assert "; measured; moment of truth; blind spot" in truth
    assert "; assumption; Winkel + IT; 1 of 2 actions done" in solution
    assert need == "Need N6: Lopen zonder pijn; Latent"
    assert "; 2 pictures" in insight


def test_a_way_back_ends_in_an_arrow_at_the_earlier_phase_and_has_its_sign(layout: MapLayout) -> None:
    (way,) = layout.loops
    ops = shown((paint_loop(way),), 1.0)
    line, tip = (op for op in ops if isinstance(op, Path))
    assert line.segments[0] == ("M", (way.start, way.bottom - 2))
    assert line.segments[-1] == ("L", (way.end, way.bottom - 2))
    assert tip.segments[1] == ("L", (way.end, way.bottom - 2))
    assert [op.name for op in ops if isinstance(op, Icon)] == ["arrow-loop-right"]
    assert "arrow-loop-right" not in {op.name for op in shown((paint_loop(way),), 0.2) if isinstance(op, Icon)}
    onward = paint_loop(way.__class__(0, 0, 100, 18, "a", "b", 20, 90, 9, ""))
    assert shown((onward,), 1.0)[0].segments[-1] == ("L", (90, 16))  # type: ignore[union-attr]  # a path


def test_a_phase_in_which_nothing_counts_has_an_empty_place() -> None:
    rows = {"items": {i: {"evidence": ""} for i in ("c3",)}}
    document = changed(said_map(), rows).with_changes([("items", i, None) for i in ("c3", "c6", "c9", "c12")])
    box = lay_out(document, LayoutOptions(language="en")).evidence["p1"]
    assert paint_evidence(box).ops == ()
    assert box.label == ""


def test_what_is_aimed_for_is_thin_dashed_and_hollow_with_a_bracket_at_every_gap(
    layout: MapLayout, picture: MapPicture
) -> None:
    (aimed,) = [op for op, _, _ in walk((picture.emotions["emotion"],)) if isinstance(op, Group) and op.role == "aimed"]
    paths = [op for op in aimed.ops if isinstance(op, Path)]
    lines = [op for op in paths if op.dash]
    assert {op.stroke for op in lines} == {"persona.0", "persona.1"}
    assert all(op.width < 2 for op in lines)
    assert len({op.dash for op in lines}) == 2
    sanne, henk = layout.emotions["emotion"].series
    assert [(a.score, b.score) for a, b in sanne.gaps] == [(1, 2), (-2, 1)]
    assert henk.gaps == ()
    assert [p.score for p in henk.aimed] == [-1, 2]
    brackets = [op for op in paths if not op.dash and op.fill is None and len(op.segments) == 4]
    assert len(brackets) == 2
    assert lay_out(said_map()).emotions["emotion"].series[0].aimed == ()
    label = paint_map(layout, said_map()).emotions["emotion"].label
    assert "Sanne, aimed for: +2, +1" in label


def test_the_lowest_point_has_the_heavy_ring_the_peak_and_the_end_thin_ones(layout: MapLayout) -> None:
    box = layout.emotions["emotion"]
    assert (box.lowest and box.lowest.touchpoint_id, box.peak and box.peak.touchpoint_id) == ("c2", "c3")
    assert box.end is box.peak
    ops = shown(paint_map(layout, said_map()).emotions["emotion"].ops, 1.0)
    ops = [op for op in ops if not isinstance(op, Path) or op.width != FALL_BAND]
    rings = {(op.stroke, op.width) for op in ops if isinstance(op, Path) and op.stroke in ("ink.1", "ink.2")}
    assert rings == {("ink.1", 1.8), ("ink.2", 1.1)}
    assert sum(isinstance(op, Path) and op.stroke == "ink.2" for op in ops) == 1
    named = {label.line.line.text for label in (box.lowest_label, box.peak_label, box.end_label) if label}
    assert "Low point" in named
    assert box.end_label is None


def legend(poster: Poster) -> set[str]:
    found: set[str] = set()
    for op in poster.ops:
        for group, _, _ in walk((op,)):
            if isinstance(group, Group) and group.role == "legend":
                found |= {inner.line.text for inner, _, _ in walk(group.ops) if isinstance(inner, Text)}
    return found


def test_the_legend_explains_exactly_what_is_drawn(document: Document) -> None:
    everything = legend(compose_poster(document, 841, 594, lang="en", show=ALL))
    signs = {"moment of truth", "assumption", "blind spot", "actions done", "feeling aimed for", "gap to the aim"}
    known = {"measured", "seen or heard", "assumption, still to be tested"}
    assert signs | known | {"back to an earlier phase", "later"} <= everything
    plain = legend(compose_poster(document, 841, 594, lang="en", show=LayoutOptions(evidence=False)))
    assert not plain & (known | {"assumption", "blind spot", "feeling aimed for", "gap to the aim"})
    assert "moment of truth" in plain
    base = changed(document, {"items": {"c3": {"evidence": ""}, "c2": {"moment_of_truth": False}}})
    less = legend(compose_poster(base, 841, 594, lang="en"))
    assert "seen or heard" not in less
    assert "moment of truth" not in less
    assert not {"Links", "Next"} & everything


def test_the_third_figure_is_the_share_of_measured_where_evidence_is_shown(document: Document) -> None:
    def figures(**options: object) -> list[str]:
        poster = compose_poster(document, 841, 594, lang="en", show=LayoutOptions(**options))  # type: ignore[arg-type]  # by name
        groups = [op for op, _, _ in walk(poster.ops) if isinstance(op, Group) and op.role == "figures"]
        return [op.line.text for op, _, _ in walk(groups) if isinstance(op, Text)]

    assert figures() == ["3", "Touchpoints", "2", "Pain points", "22 %", "measured"]
    assert figures(evidence=False) == ["3", "Touchpoints", "2", "Pain points", "1", "Insight"]


def test_a_persona_has_a_face_and_is_told_who_it_is(document: Document) -> None:
    poster = compose_poster(document, 841, 594, lang="en")
    (henk,) = [
        op for op, _, _ in walk(poster.ops) if isinstance(op, Group) and op.role == "persona" and op.source_id == "henk"
    ]
    (face,) = [op for op in henk.ops if isinstance(op, Picture)]
    assert (face.round, face.w) == (True, face.h)
    assert "Prospect · Loopt" in [op.line.text for op in henk.ops if isinstance(op, Text)]


@pytest.mark.parametrize("name", ["light", "dark", "poster"])
def test_every_colour_is_in_every_theme(picture: MapPicture, document: Document, name: ThemeName) -> None:
    theme = load_theme(name)
    poster = compose_poster(document, 841, 594, lang="en", show=ALL)
    for op, _, _ in walk((*picture.ops, *poster.ops)):
        for attribute in ("fill", "stroke", "color"):
            color = getattr(op, attribute, None)
            if color is not None:
                assert theme.color(color).startswith("#")
