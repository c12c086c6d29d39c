"""Which links are drawn, the ways they take, their words and their signs; each rule by an example."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from model.document import Document
from model.layout import metrics as px
from model.layout.arrange import lay_out, relink
from model.layout.links import LinkBox, link_at
from model.layout.maplayout import LayoutOptions, MapLayout
from model.records import Link, row_to_record
from small_maps import MapMaker

ALL, PATHS = LayoutOptions(links="all"), LayoutOptions(links="paths")
PLACES = (("touchpoint", "s0"), ("touchpoint", "s0"), ("touchpoint", "s1"), ("touchpoint", "s2"), ("pain_point", "s0"))
"""t0 and t1 below each other, t2 and t3 in the next phases, pain p4 below t0."""


def make(*links: tuple[str, int, int], places: Sequence[tuple[str, str]] = PLACES, **fields: object) -> Document:
    """A map of three phases with cards at ``places`` and links (kind, from, to) between them by number."""
    maker = MapMaker()
    maker.columns(("A", [""]), ("B", [""]), ("C", [""]))
    maker.lanes("touchpoints", "emotion", "pain_points", "insights")
    maker.persona("Sanne", "who")
    ids = [maker.card(kind, step, f"kaart {n}") for n, (kind, step) in enumerate(places)]
    for n, (kind, source, target) in enumerate(links):
        row = {"id": f"l{n}", "kind": kind, "source_id": ids[source], "target_id": ids[target], **fields}
        maker.put(row_to_record("links", row))
    return maker.document()


def cards(layout: MapLayout) -> list[str]:
    return list(layout.cards)


def test_what_is_drawn() -> None:
    document = make(("next", 0, 2), ("attach", 4, 0), ("a-newer-kind", 1, 3))
    assert not lay_out(document).links
    assert set(lay_out(document, PATHS).links) == {"l0"}
    assert set(lay_out(document, ALL).links) == {"l0", "l1", "l2"}
    first = next(iter(document.placed)).id
    chosen = LayoutOptions(chosen_ids=frozenset([first]))
    assert set(lay_out(document, chosen).links) == {"l0", "l1"}, "those that begin or end at the chosen card"


def test_a_link_to_the_inbox_has_no_line() -> None:
    document = make(("next", 0, 2))
    target = document.item_table[document.link_table["l0"].target_id]
    moved = target.changed(place="inbox", lane_id=None, step_id=None)
    assert not lay_out(document.with_changes([("items", target.id, moved)]), ALL).links


def test_neighbours_are_joined_by_a_straight_line() -> None:
    layout = lay_out(make(("next", 0, 2)), ALL)
    (box,) = layout.links.values()
    a, b = layout.cards[box.source_id], layout.cards[box.target_id]
    assert [p[0] for p in box.points] == [a.right, b.x]
    assert box.points[0][1] == box.points[1][1]


def test_cards_of_one_stack_are_joined_beside_it_paths_right_and_the_others_left() -> None:
    layout = lay_out(make(("next", 0, 1), ("attach", 4, 0)), ALL)
    path, hangs = layout.links["l0"], layout.links["l1"]
    card = layout.cards[path.source_id]
    assert all(x >= card.right for x, _ in path.points) and len(path.points) == 4
    assert all(x <= card.x for x, _ in hangs.points)


def test_a_far_link_runs_at_the_edge_of_a_lane() -> None:
    layout = lay_out(make(("next", 1, 3)), ALL)
    (box,) = layout.links.values()
    level = [y for (_, y), (_, y2) in zip(box.points, box.points[1:], strict=False) if y == y2][1:-1]
    edges = [layout.header_height, *(lane.bottom for lane in layout.lanes.values())]
    assert level and all(min(abs(y - edge) for edge in edges) <= px.CELL_PAD for y in level)


def test_a_loop_goes_back_to_the_left() -> None:
    layout = lay_out(make(("loop", 3, 0)), ALL)
    (box,) = layout.links.values()
    assert box.points[0][0] == layout.cards[box.source_id].x
    assert box.points[-1][0] == layout.cards[box.target_id].right
    assert (box.stroke, box.start, box.end) == ("dashed", "", "arrow")


def test_links_of_one_kind_leave_a_shared_card_as_one_tree() -> None:
    """RT2."""
    places = (*PLACES, ("pain_point", "s0"))
    layout = lay_out(make(("attach", 4, 0), ("attach", 5, 0), places=places), ALL)
    one, other = layout.links.values()
    assert one.points[-1] == other.points[-1] and one.points[1][0] == other.points[1][0]
    assert one.points[0] != other.points[0]


def test_links_of_two_kinds_have_tracks_of_their_own() -> None:
    """RT3."""
    layout = lay_out(make(("next", 0, 1), ("same_time", 0, 1)), ALL)
    xs = [box.points[1][0] for box in layout.links.values()]
    assert abs(xs[0] - xs[1]) == pytest.approx(3.5)


def test_where_a_gutter_is_full_links_share_tracks() -> None:
    """RT3."""
    kinds = ("next", "same_time", "loop", "handover", "k1", "k2", "k3")
    layout = lay_out(make(*((kind, 0, 1) for kind in kinds)), ALL)
    card = next(iter(layout.cards.values()))
    ways = [box.points[1][0] for box in layout.links.values()]
    assert len({x for x in ways if x > card.right}) == 3, "four paths in a gutter of three tracks"
    assert len([x for x in ways if x > card.right]) == 4
    assert len({x for x in ways if x < card.x}) == 1, "the others at the edge of the map, where there is one"


def test_a_stroke_and_tips_for_each_kind() -> None:
    layout = lay_out(make(("next", 0, 2), ("handover", 1, 3), ("same_time", 2, 3), ("attach", 4, 0)), ALL)
    looks = [(box.stroke, box.start, box.end, box.color) for box in layout.links.values()]
    assert sorted(looks) == [
        ("dotted", "dot", "dot", "ink.2"),
        ("double", "", "arrow", "ink.2"),
        ("solid", "", "arrow", "ink.2"),
        ("solid", "dot", "", "note.pain.edge"),
    ]


def test_words_stand_in_the_free_room_of_a_cell() -> None:
    layout = lay_out(make(("next", 1, 3), text="belt terug"), ALL)
    (box,) = layout.links.values()
    assert box.room is not None and [line.line.text for line in box.label] == ["belt terug"]
    assert layout.card_at(box.room[0], box.room[1]) is None


def test_words_without_a_free_place_are_left_out_of_the_line_and_kept_in_the_box() -> None:
    layout = lay_out(make(("next", 0, 2), text="een heel verhaal " * 12), ALL)
    (box,) = layout.links.values()
    assert box.room is None and box.label == ()
    assert box.text.startswith("een heel verhaal")


def test_signs_of_carried_pain_points_stand_in_the_gutter() -> None:
    document = make(("handover", 0, 1))
    pain = next(item.id for item in document.placed if item.kind == "pain_point")
    link = document.link_table["l0"].changed(pain_point_ids=(pain, "gone"))
    layout = lay_out(document.with_changes([("links", link.id, link)]), ALL)
    box = layout.links["l0"]
    assert box.pains == 1 and len(box.signs) == 1
    (x, y), half = box.signs[0], box.sign
    assert all(x + half <= card.x or card.right <= x - half or card.y > y or card.bottom < y
               for card in layout.cards.values())  # fmt: skip


def test_what_did_not_move_is_the_same_object() -> None:
    document = make(("next", 0, 2), ("attach", 4, 0))
    layout = lay_out(document, ALL)
    assert lay_out(document, ALL, layout).links is layout.links
    item = document.item_table[cards(layout)[0]]
    other = document.with_changes([("items", item.id, item.changed(text="kaart x"))])
    assert lay_out(other, ALL, layout).links is layout.links, "a letter moves no link"
    link = document.link_table["l0"].changed(kind="handover")
    again = lay_out(document.with_changes([("links", link.id, link)]), ALL, layout)
    assert again.links["l1"] is layout.links["l1"] and again.links["l0"] != layout.links["l0"]


def test_relinking_gives_what_laying_out_gives() -> None:
    document = make(("next", 0, 2), ("attach", 4, 0))
    plain = lay_out(document)
    assert relink(plain, document, ALL).links == lay_out(document, ALL).links
    assert not relink(relink(plain, document, ALL), document, LayoutOptions()).links


def test_the_nearest_link_is_found() -> None:
    layout = lay_out(make(("next", 0, 1)), ALL)
    (box,) = layout.links.values()
    x, y = box.points[1]
    assert link_at(layout, x + 3, y + 4) is box
    assert link_at(layout, x + 30, y) is None
    assert isinstance(box, LinkBox)


def test_a_way_keeps_off_the_star_of_a_moment_of_truth() -> None:
    """The star stands above its card, where the first one would run."""
    places = (("touchpoint", "s0"), ("touchpoint", "s1"), ("touchpoint", "s2"))
    document = make(("next", 0, 2), places=places)
    plain = lay_out(document, ALL)
    lane = plain.lanes["touchpoints"]
    assert min(y for _, y in plain.links["l0"].points) == pytest.approx(lane.y, abs=px.CELL_PAD)
    item = document.item_table[cards(plain)[1]]
    marked = lay_out(document.with_changes([("items", item.id, item.changed(moment_of_truth=True))]), ALL, plain)
    lane = marked.lanes["touchpoints"]
    assert max(y for _, y in marked.links["l0"].points) == pytest.approx(lane.bottom, abs=px.CELL_PAD)


def test_a_way_goes_round_a_text() -> None:
    """Words of an empty lane that spans the phase stand across the gutter between two columns."""
    maker = MapMaker()
    maker.columns(("A", ["", ""]), ("B", [""]))
    maker.lanes("touchpoints", "insights", "pain_points", spanning=["insights"])
    maker.persona("Sanne", "who")
    touchpoint, pain = maker.card("touchpoint", "s0", "a"), maker.card("pain_point", "s1", "b")
    maker.put(Link(id="l", source_id=pain, target_id=touchpoint))
    layout = lay_out(maker.document(), ALL)
    lane = layout.lanes["insights"]
    assert lane.prompt, "the lane is empty and asks its question"
    middle = layout.steps["s1"].x
    box = layout.links["l"]
    inside = [a[0] for a, b in zip(box.points, box.points[1:], strict=False) if a[0] == b[0] and a[1] != b[1]
              and min(a[1], b[1]) < lane.bottom - 20 and max(a[1], b[1]) > lane.y + 20]  # fmt: skip
    assert inside and all(abs(x - middle) > 6 for x in inside)
