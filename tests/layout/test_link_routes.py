"""Links run in the gutters: never over a card or a text, from side to side, straight and square (RT1 to RT3)."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from model.document import Document
from model.kinds import LANE_KINDS, LINK_KINDS
from model.layout.arrange import lay_out, relink
from model.layout.links import LinkBox
from model.layout.maplayout import LayoutOptions, MapLayout
from model.layout.routes import texts_of
from model.records import Link
from small_maps import MapMaker

ALL = LayoutOptions(links="all")
PATHS = LayoutOptions(links="paths")
CARD_LANES = [lane for lane in LANE_KINDS.values() if lane.item is not None]


@st.composite
def linked_maps(draw: st.DrawFn) -> Document:
    """Any cards in any cells with links of every kind between them; lanes that span the phase, texts at links."""
    maker = MapMaker()
    shape = draw(st.lists(st.integers(1, 3), min_size=1, max_size=5))
    maker.columns(*((draw(st.sampled_from(["A", "Latente behoefte"])), [""] * n) for n in shape))
    kinds = draw(st.permutations(list(LANE_KINDS)))
    maker.lanes(*kinds, spanning=sorted(draw(st.sets(st.sampled_from(kinds)))))
    people = draw(st.integers(1, 2))
    for i in range(people):
        maker.persona(f"P{i}", f"who{i}")
    cards: list[tuple[str, str]] = []
    for _ in range(draw(st.integers(2, 20))):
        kind = draw(st.sampled_from(CARD_LANES)).item or ""
        felt = {f"who{i}": draw(st.integers(-2, 2)) for i in range(people)} if kind == "touchpoint" else {}
        step = f"s{draw(st.integers(0, sum(shape) - 1))}"
        cards.append((maker.card(kind, step, draw(st.text("abc de", max_size=70)), feelings=felt), kind))
    for n in range(draw(st.integers(1, 24))):
        source, target = draw(st.sampled_from(cards)), draw(st.sampled_from(cards))
        if source != target:
            fits = [kind.id for kind in LINK_KINDS.values() if kind.fits(source[1], target[1])]
            maker.put(
                Link(
                    id=f"link{n}",
                    kind=draw(st.sampled_from([*fits, "of-a-newer-version"])),
                    source_id=source[0],
                    target_id=target[0],
                    text=draw(st.sampled_from(["", "", "belt terug", "stuurt de klant door naar een ander filiaal"])),
                )
            )
    return maker.document()


def stretches(box: LinkBox) -> list[tuple[float, float, float, float]]:
    """Each straight piece as (left, top, right, bottom)."""
    return [(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])) for a, b in pairwise(box.points)]


def crosses(stretch: tuple[float, float, float, float], x: float, y: float, w: float, h: float) -> bool:
    left, top, right, bottom = stretch
    return left < x + w and x < right + 0.01 and top < y + h and y < bottom + 0.01


def check_links(layout: MapLayout) -> None:
    """What holds of every link that is drawn."""
    for box in layout.links.values():
        assert len(box.points) >= 2
        for a, b in pairwise(box.points):
            assert (a[0] == b[0]) != (a[1] == b[1]), "straight, upright or level"
        for at, card_id in ((box.points[0], box.source_id), (box.points[-1], box.target_id)):
            card = layout.cards[card_id]
            assert at[0] in (card.x, card.right)
            assert card.y <= at[1] <= card.bottom
        for stretch in stretches(box):
            left, top, right, bottom = stretch
            assert layout.header_width < right and right < layout.width and left > layout.header_width
            assert layout.header_height < top and bottom < layout.height
            for card in layout.cards.values():
                assert not crosses(stretch, card.x + 0.01, card.y, card.w - 0.02, card.h), (box, card)
            for text in texts_of(layout):
                assert not crosses(stretch, *text)
        if box.room is not None:
            x, y, w, h = box.room
            for card in layout.cards.values():
                assert not (x < card.right and card.x < x + w and y < card.bottom and card.y < y + h)
            for other in layout.links.values():
                assert not any(crosses(stretch, *box.room) for stretch in stretches(other))
                if other is not box and other.room is not None:
                    ox, oy, ow, oh = other.room
                    assert not (x < ox + ow and ox < x + w and y < oy + oh and oy < y + h)


@given(linked_maps())
@settings(max_examples=150, deadline=None)
def test_links_cross_no_card_and_no_text_and_touch_their_cards(document: Document) -> None:
    layout = lay_out(document, ALL)
    check_links(layout)
    assert layout.links.keys() == document.link_table.keys(), "each has a way"
    assert lay_out(document, ALL).links == layout.links, "the same map gives the same ways"


@given(linked_maps(), st.data())
@settings(max_examples=60, deadline=None)
def test_links_of_a_chosen_card_move_none_of_those_that_are_drawn(document: Document, data: st.DataObject) -> None:
    base = lay_out(document, PATHS)
    chosen = frozenset({data.draw(st.sampled_from(sorted(base.cards)))})
    options = LayoutOptions(links="paths", chosen_ids=chosen)
    layout = relink(base, document, options)
    check_links(layout)
    assert {i: box.points for i, box in layout.links.items() if i in base.links} == {
        i: box.points for i, box in base.links.items()
    }
    wanted = {r.id for r in document.link_table.values() if {r.source_id, r.target_id} & chosen}
    flows = {r.id for r in document.link_table.values() if r.kind in LINK_KINDS and LINK_KINDS[r.kind].flow}
    assert layout.links.keys() <= wanted | flows
    assert lay_out(document, options).links == layout.links
