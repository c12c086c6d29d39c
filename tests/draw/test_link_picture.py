"""What links look like: each kind by its stroke and tips, on the screen and on paper, in words for those who listen."""

from __future__ import annotations

import pytest

from golden import check
from model.document import Document
from model.draw.displaylist import Group, Path, walk
from model.draw.link_painter import CHOSEN, link_label, link_ops, link_sample, paint_links, rounded_line
from model.draw.map_painter import paint_map
from model.draw.poster import compose_poster
from model.i18n import set_language, speaking
from model.kinds import LINK_KINDS
from model.layout.arrange import lay_out
from model.layout.maplayout import LayoutOptions
from model.records import row_to_record
from small_maps import MapMaker

ALL = LayoutOptions(links="all", language="en")


@pytest.fixture
def document() -> Document:
    """A link of every kind, one with words and a pain point that it carries."""
    maker = MapMaker()
    maker.columns(("A", [""]), ("B", [""]), ("C", [""]))
    maker.lanes("touchpoints", "pain_points", "insights", "opportunities", "solutions")
    one, two, three, four = (maker.card("touchpoint", step, step) for step in ("s0", "s0", "s1", "s2"))
    pain = maker.card("pain_point", "s0", "zoek")
    insight, other = maker.card("insight", "s0", "a"), maker.card("insight", "s2", "b")
    chance, plan = maker.card("opportunity", "s1", "c"), maker.card("solution", "s1", "d")
    rows = (
        ("next", one, three), ("loop", four, one), ("handover", two, four), ("same_time", three, four),
        ("attach", pain, one), ("based_on", chance, pain), ("solves", plan, chance), ("relates", insight, other),
    )  # fmt: skip
    for kind, source, target in rows:
        carries = {"text": "belt terug", "pain_point_ids": (pain,)} if kind == "handover" else {}
        maker.put(
            row_to_record("links", {"id": kind, "kind": kind, "source_id": source, "target_id": target, **carries})
        )
    return maker.document()


def test_links_are_drawn_as_before(document: Document) -> None:
    layout = lay_out(document, ALL)
    with speaking("en"):
        check("links", list(paint_links(layout, document).values()))


def test_every_kind_differs_from_the_others_without_its_colour() -> None:
    paths = [kind for kind in LINK_KINDS.values() if kind.flow]
    seen = {
        tuple((op.dash, round(op.width, 2), op.fill is None, len(op.segments)) for op in link_sample(kind.id, 0, 0, 40)
              if isinstance(op, Path))
        for kind in paths
    }  # fmt: skip
    assert len(seen) == len(paths)
    flow, rests = link_sample("next", 0, 0, 40), link_sample("based_on", 0, 0, 40)
    assert flow[1:] != rests[1:], "an arrow here, a dot there"


def test_links_stand_below_the_cards_and_above_the_wall(document: Document) -> None:
    layout = lay_out(document, ALL)
    roles = [op.role for op in paint_map(layout, document).ops if isinstance(op, Group)]
    assert roles.index("background") < roles.index("link") < roles.index("card")
    assert roles.count("link") == 8


def test_on_paper_the_same_lines_come_last(document: Document) -> None:
    assert not [op for op, _, _ in walk(compose_poster(document, 420, 297).ops) if getattr(op, "role", "") == "link"]
    poster = compose_poster(document, 420, 297, show=ALL)
    drawn = {op.source_id: op for op, _, _ in walk(poster.ops) if isinstance(op, Group) and op.role == "link"}
    assert set(drawn) == {link.id for link in document.link_table.values()}
    for link_id, box in poster.layout.links.items():
        assert drawn[link_id].ops == link_ops(box), "what the screen draws"
        assert any(op.paper for op in drawn[link_id].ops if isinstance(op, Group))


def test_a_chosen_link_is_drawn_in_the_accent(document: Document) -> None:
    box = lay_out(document, ALL).links["next"]
    strokes = {op.stroke for op, _, _ in walk(link_ops(box, CHOSEN, 3.0)) if isinstance(op, Path) and op.stroke}
    assert strokes == {CHOSEN}


def test_corners_are_round_and_the_ends_stay() -> None:
    segments = rounded_line(((0, 0), (10, 0), (10, 30)))
    assert [letter for letter, _ in segments] == ["M", "L", "C", "L"]
    assert [points for _, points in (segments[0], segments[-1])] == [(0, 0), (10, 30)]
    assert rounded_line(((0, 0), (2, 0), (2, 30)))[1][1] == (1, 0), "half of a short stretch stays straight"


def test_a_link_in_words(document: Document) -> None:
    set_language("en")
    try:
        assert link_label("next", document) == "N1 leads to N3"
        target = document.link_table["next"].target_id
        assert link_label("next", document, target) == "N3 follows N1"
        assert link_label("handover", document) == "N2 hands over to N4; belt terug; carries 1 pain point"
        set_language("nl")
        assert link_label("next", document) == "N1 leidt naar N3"
    finally:
        set_language("en")
