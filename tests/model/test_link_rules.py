"""Rules LK1 and LK2 by example, and what a line from one card to another most likely means."""

from __future__ import annotations

import pytest

from maps import Builder
from model.commands import cards, grid, links
from model.newmap import new_map


@pytest.fixture
def built() -> Builder:
    """Three phases; touchpoints A, B, C in them, by channel and department set in the tests."""
    return Builder(new_map("", "en", ["1", "2", "3"]))


def test_a_line_back_is_a_loop_and_a_line_on_is_next(built: Builder) -> None:
    first, last = built.card("touchpoint", "A", 0), built.card("touchpoint", "C", 2)
    assert links.usual_kind(built.document, first, last) == "next"
    assert links.usual_kind(built.document, last, first) == "loop"
    assert links.usual_kind(built.document, first, first) is None


def test_other_channels_or_departments_make_a_hand_over(built: Builder) -> None:
    first, last = built.card("touchpoint", "A", 0), built.card("touchpoint", "C", 2)
    web, shop = (built.do(grid.add_channel(built.document, name)).added("channels")[0] for name in ("Web", "Shop"))
    built.do(cards.set_card(built.document, [first], channel_ids=(web,)))
    assert links.usual_kind(built.document, first, last) == "next", "one channel alone is no border"
    built.do(cards.set_card(built.document, [last], channel_ids=(shop,)))
    assert links.usual_kind(built.document, first, last) == "handover"
    built.do(cards.set_card(built.document, [last], channel_ids=(shop, web)))
    assert links.usual_kind(built.document, first, last) == "next"
    built.do(cards.set_card(built.document, [first], department="Web shop"))
    built.do(cards.set_card(built.document, [last], department="Shop"))
    assert links.usual_kind(built.document, first, last) == "handover"


def test_drawn_the_other_way_it_is_turned_and_twice_is_once_lk1_lk2(built: Builder) -> None:
    insight, idea = built.card("insight", "i", 0), built.card("opportunity", "o", 1)
    assert links.usual_kind(built.document, insight, idea) == "based_on"
    built.do(links.link_cards(built.document, "based_on", [insight], idea))
    assert not links.link_cards(built.document, "based_on", [idea], insight)
    (link,) = built.document.link_table.values()
    assert (link.source_id, link.target_id) == (idea, insight)
    with pytest.raises(ValueError, match="no link"):
        links.link_cards(built.document, "next", [insight], idea)
