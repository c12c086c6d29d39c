"""What each zoom and paper show of a map, and which group shows which record."""

from __future__ import annotations

import pytest

from model.document import Document
from model.draw.card_painter import card_label, card_ops, paint_card
from model.draw.displaylist import Clip, DisplayList, Group, Icon, Op, Path, Rect, Text, walk
from model.draw.map_painter import MapPicture, paint_map
from model.draw.theme import ThemeName, load_theme
from model.i18n import speaking
from model.layout.arrange import lay_out
from model.layout.maplayout import LayoutOptions, MapLayout
from small_maps import MapMaker, every_kind_map


@pytest.fixture(scope="module")
def document() -> Document:
    return every_kind_map()


@pytest.fixture(scope="module")
def layout(document: Document) -> MapLayout:
    return lay_out(document, LayoutOptions(language="en"))


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
        elif isinstance(op, Clip):
            found += shown(op.ops, zoom)
        else:
            found.append(op)
    return found


def sources(ops: DisplayList, role: str) -> list[str]:
    """The records of the groups of a role."""
    return [op.source_id or "" for op, _, _ in walk(ops) if isinstance(op, Group) and op.role == role]


def words(ops: DisplayList, zoom: float | None) -> list[str]:
    return [op.line.text for op in shown(ops, zoom) if isinstance(op, Text)]


def test_far_away_a_card_is_one_block_with_a_red_spot_where_somebody_feels_very_bad(layout: MapLayout) -> None:
    plain = shown(card_ops(layout.cards["c1"].body), 0.2)
    assert [type(op) for op in plain] == [Rect]
    bad = shown(card_ops(layout.cards["c2"].body), 0.2)
    assert [type(op) for op in bad] == [Rect, Path]
    assert isinstance(bad[1], Path)
    assert bad[1].fill == "emotion.-2.fill"


def test_nearer_it_has_its_shape_icon_faces_and_greeked_lines_but_no_text(layout: MapLayout) -> None:
    body = layout.cards["c2"].body
    ops = shown(card_ops(body), 0.3)
    assert not [op for op in ops if isinstance(op, Text)]
    assert [op.name for op in ops if isinstance(op, Icon)] == ["phone"]
    greek = [op for op in ops if isinstance(op, Rect)]
    assert [bar.w for bar in greek] == [line.line.width for line in body.lines]
    assert sum(isinstance(op, Path) and op.fill == "emotion.-2.fill" for op in ops) == 1


@pytest.mark.parametrize(
    ("zoom", "expected"),
    [
        (0.5, ["Winkel neemt niet", "op"]),
        (0.99, ["Winkel neemt niet", "op"]),
        (1.0, ["Winkel neemt niet", "op", "at N2, N1"]),
        (1.25, ["Winkel neemt niet", "op", "at N2, N1", "N7"]),
        (None, ["Winkel neemt niet", "op", "at N2, N1", "N7"]),
    ],
)
def test_text_comes_at_half_size_targets_at_full_size_numbers_above_and_all_of_it_on_paper(
    layout: MapLayout, zoom: float | None, expected: list[str]
) -> None:
    assert words(card_ops(layout.cards["c7"].body), zoom) == expected


def test_paper_has_no_shadow_no_greek_and_no_prompt(picture: MapPicture) -> None:
    colors = {getattr(op, "fill", None) for op in shown(picture.ops, None)}
    assert "shadow.note.0.2" not in colors
    assert "shadow.note.0.2" in {getattr(op, "fill", None) for op in shown(picture.ops, 1.0)}
    assert not any(group.paper for group in picture.prompts.values())


def test_a_shadow_is_the_cards_own_outline_moved_one_and_two_px(layout: MapLayout) -> None:
    ops = card_ops(layout.cards["c7"].body)
    outlines = [
        (op.fill, op.segments, y)
        for op, _, y in walk(ops)
        if isinstance(op, Path) and (op.fill or "").startswith(("shadow", "note.pain.fill"))
    ]
    assert [(fill, y) for fill, _, y in outlines] == [
        ("shadow.note.1.2", 2),
        ("shadow.note.0.2", 1),
        ("note.pain.fill", 0),
    ]
    assert len({segments for _, segments, _ in outlines}) == 1


def test_every_record_has_its_group_at_its_box(picture: MapPicture, layout: MapLayout) -> None:
    for table, boxes in (
        (picture.cards, layout.cards),
        (picture.phases, layout.phases),
        (picture.steps, layout.steps),
        (picture.lanes, layout.lanes),
    ):
        assert list(table) == list(boxes)
        for key, group in table.items():
            box = boxes[key]
            assert (group.source_id, group.x, group.y) == (key, box.x, box.y)
    assert {group.role for group in picture.cards.values()} == {"card"}
    assert sorted(sources(picture.emotions["emotion"].ops, "point")) == ["c1", "c1", "c2", "c2", "c3"]
    assert sources(picture.chips["channels"].ops, "channel") == ["web", "bel", "winkel"]


def test_one_card_drawn_alone_is_the_one_on_the_map(picture: MapPicture, layout: MapLayout, document: Document) -> None:
    with speaking("en"):
        assert paint_card(layout.cards["c2"], document) == picture.cards["c2"]


def test_a_card_is_told_in_words(layout: MapLayout, document: Document) -> None:
    with speaking("en"):
        touchpoint = card_label(layout.cards["c2"].body, document)
        pain = card_label(layout.cards["c7"].body, document)
        later = card_label(layout.cards["c13"].body, document)
    assert touchpoint == (
        "Touchpoint N2: Belt de winkel over maat 39; feeling of Sanne −2; feeling of Henk −1; "
        "2 Pain points; 1 Opportunity"
    )
    assert pain == "Pain point N7: Winkel neemt niet op; severity 4 of 5; at N2, N1"
    assert later == "later N13: Van een nieuwere versie"


def test_the_lines_of_feelings_are_told_in_words(picture: MapPicture) -> None:
    assert picture.emotions["emotion"].label == "Feelings from left to right. Sanne: +1, −2, +2; Henk: 0, −1"


def test_the_first_persona_is_shaded_and_heavy_the_others_dashed_and_hollow(picture: MapPicture) -> None:
    ops = shown(picture.emotions["emotion"].ops, 1.0)
    paths = [op for op in ops if isinstance(op, Path)]
    lines = {op.stroke: op for op in paths if op.fill is None and op.stroke != "ink.1"}
    assert (lines["persona.0"].width, lines["persona.0"].dash) == (2.6, ())
    assert (lines["persona.1"].width, lines["persona.1"].dash) == (2.0, (7, 4))
    markers = {(op.stroke, op.fill) for op in paths if op.fill and op.stroke and op.fill != "ink.1"}  # no arrow
    assert markers == {("persona.0", "persona.0"), ("persona.1", "wall.emotion")}
    assert [op.fill for op in paths if op.stroke is None][:2] == ["emotion.above", "emotion.below"]


def test_colours_of_phases_lanes_steps_and_personas_follow_the_theme_or_are_their_own() -> None:
    maker = MapMaker().columns(("A", ["x", "y"]), ("B", [""])).lanes("notes", "emotion").persona("Een", "who")
    base = maker.document()
    document = base.with_changes(
        [
            ("phases", "p0", base.phase_table["p0"].changed(color=3)),
            ("phases", "p1", base.phase_table["p1"].changed(color="#123456")),
            ("lanes", "notes", base.lane_table["notes"].changed(color=9)),
            ("steps", "s1", base.step_table["s1"].changed(color=2)),
            ("personas", "who", base.persona_table["who"].changed(color=4)),
        ]
    )
    layout = lay_out(document)
    assert [box.color for box in layout.phases.values()] == ["phase.palette.3", "#123456"]
    assert layout.lanes["notes"].color == "phase.palette.1"
    assert [box.color for box in layout.steps.values()] == [None, "phase.palette.2", None]
    assert layout.emotions["emotion"].series[0].color == "persona.4"
    assert lay_out(base).phases["p0"].color == "phase.fill"
    fills = [getattr(op, "fill", None) for op in shown(paint_map(layout, document).ops, 1.0)]
    assert {"phase.palette.3", "#123456", "phase.palette.1", "phase.palette.2"} <= set(fills)


@pytest.mark.parametrize("name", ["light", "dark", "poster"])
def test_every_colour_of_a_map_is_in_every_theme(picture: MapPicture, name: ThemeName) -> None:
    theme = load_theme(name)
    for op, _, _ in walk(picture.ops):
        for attribute in ("fill", "stroke", "color"):
            color = getattr(op, attribute, None)
            if color is not None:
                assert theme.color(color).startswith("#")


def test_a_spanning_lane_has_no_lines_between_its_steps(picture: MapPicture, layout: MapLayout) -> None:
    x = layout.steps["s1"].x
    crossed = [
        lane.id
        for lane in layout.lanes.values()
        for op in picture.background.ops
        if isinstance(op, Rect) and (op.x, op.w, op.y) == (x, 1, lane.y)
    ]
    assert crossed == [lane.id for lane in layout.lanes.values() if lane.id != "solutions"]
