"""Where the journey comes to another department (FL9): found, and drawn at the card's edge with both names."""

from __future__ import annotations

import pytest

from maps import Builder
from model.commands import cards, grid, links
from model.commands.pictures import add_pictures
from model.commands.places import Listing
from model.details import details
from model.document import Document
from model.draw.card_painter import card_label
from model.draw.displaylist import Rect, Text, walk
from model.draw.map_painter import paint_map
from model.draw.poster import compose_poster
from model.i18n import speaking
from model.journey import borders
from model.layout.arrange import lay_out
from model.layout.maplayout import LayoutOptions
from model.newmap import new_map
from model.records import Asset

SHOWN = LayoutOptions(language="en", borders=True)


@pytest.fixture
def shop() -> Builder:
    """Five touchpoints in three phases: Marketing, marketing, nobody's, Winkel, Service."""
    make = Builder(new_map("Winkel", "nl", ("Voor", "Tijdens", "Na"), ("touchpoints", "pain_points")))
    for step, (text, department) in enumerate(
        (("Ziet", "Marketing"), ("Zoekt", " marketing "), ("Belt", ""), ("Koopt", "Winkel"), ("Ruilt", "Service"))
    ):
        made = make.card("touchpoint", text, step // 2)
        if department:
            make.do(cards.set_card(make.document, [made], department=department))
    return make


def card(document: Document, text: str) -> str:
    return next(item.id for item in document.item_table.values() if item.text == text)


def found(document: Document) -> list[tuple[str, str]]:
    return [(each.before.text, each.after.text) for each in borders(document)]


def marked(document: Document, options: LayoutOptions = SHOWN) -> dict[str, tuple[str, ...]]:
    layout = lay_out(document, options)
    return {document.item_table[i].text: box.body.key.border for i, box in layout.cards.items() if box.body.key.border}


def test_fl9_another_department_than_the_last_one_that_was_named(shop: Builder) -> None:
    assert found(shop.document) == [("Zoekt", "Koopt"), ("Koopt", "Ruilt")]
    assert details(shop.document)["borders"][0] == {
        "from": card(shop.document, "Zoekt"),
        "to": card(shop.document, "Koopt"),
        "departments": ["marketing", "Winkel"],
    }
    shop.do(cards.move_cards(shop.document, [card(shop.document, "Koopt")], Listing("inbox")))
    assert found(shop.document) == [("Zoekt", "Ruilt")], "off the map it is no part of the journey"


def test_fl9_a_map_without_departments_has_no_borders() -> None:
    make = Builder(new_map("Leeg", "nl", ("Een",), ("touchpoints",)))
    make.card("touchpoint", "Ziet", 0)
    assert found(make.document) == [] and marked(make.document) == {}


def test_both_names_stand_at_the_edge_of_the_card_when_asked_for(shop: Builder) -> None:
    assert marked(shop.document, LayoutOptions(language="en")) == {}
    assert marked(shop.document) == {"Koopt": ("marketing", "Winkel"), "Ruilt": ("Winkel", "Service")}
    layout = lay_out(shop.document, SHOWN)
    plain = lay_out(shop.document, LayoutOptions(language="en"))
    here = card(shop.document, "Koopt")
    body, before = layout.cards[here].body, plain.cards[here].body
    assert body.h > before.h, "the card has room for it"
    assert " ".join(line.line.text for line in body.border) == "marketing → Winkel"
    assert body.border[-1].y < body.lines[0].y - 8, "above the text"
    assert all(line.x + line.line.width <= body.w for line in body.border)
    painted = paint_map(layout, shop.document).cards[here]
    ops = [op for op, *_ in walk((painted,))]
    bars = [op for op in ops if isinstance(op, Rect) and op.fill == "ink.1" and op.w > body.w / 2]
    assert len(bars) == 2 and all(bar.y + bar.h < body.border[0].y - 6 for bar in bars), (
        "a double line, no colour alone"
    )
    assert any(isinstance(op, Text) and "Winkel" in op.line.text for op in ops)
    with speaking("en"):
        assert "border between departments: marketing → Winkel" in card_label(body, shop.document)


def test_it_is_the_same_when_the_layout_follows_edits(shop: Builder) -> None:
    layout = lay_out(shop.document, SHOWN)
    for text, department in (("Ziet", "Inkoop"), ("Zoekt", "Winkel"), ("Belt", "Service"), ("Koopt", "")):
        shop.do(cards.set_card(shop.document, [card(shop.document, text)], department=department))
        layout = lay_out(shop.document, SHOWN, layout)
        assert layout.cards == lay_out(shop.document, SHOWN).cards
    shop.do(grid.reorder(shop.document, "phases", shop.document.phases[2].id, shop.document.phases[0].id))
    assert lay_out(shop.document, SHOWN, layout).cards == lay_out(shop.document, SHOWN).cards


def test_hand_overs_are_drawn_with_the_borders_and_no_other_path(shop: Builder) -> None:
    ids = [card(shop.document, text) for text in ("Zoekt", "Koopt", "Ruilt")]
    over = shop.do(links.link_cards(shop.document, "handover", [ids[0]], ids[1])).added("links")[0]
    shop.do(links.link_cards(shop.document, "next", [ids[1]], ids[2]))
    assert set(lay_out(shop.document, LayoutOptions()).links) == set()
    layout = lay_out(shop.document, SHOWN)
    assert set(layout.links) == {over}
    assert set(lay_out(shop.document, SHOWN, layout).links) == {over}


def test_a_card_with_a_picture_has_the_names_below_it(shop: Builder) -> None:
    picture = Asset(id="a" * 64, mime="image/png", w=30, h=20, base64="QUJD")
    here = card(shop.document, "Koopt")
    shop.do(add_pictures(shop.document, here, [picture]))
    body = lay_out(shop.document, SHOWN).cards[here].body
    assert body.picture is not None and body.border[0].y > body.picture.mount_h


def test_the_poster_explains_the_sign_where_it_is_used(shop: Builder) -> None:
    def words(show: LayoutOptions) -> str:
        poster = compose_poster(shop.document, 841, 594, lang="en", show=show)
        return " ".join(op.line.text for op, *_ in walk(poster.ops) if isinstance(op, Text))

    assert "another department from here" in words(SHOWN) and "marketing → Winkel" in words(SHOWN)
    assert "another department" not in words(LayoutOptions(language="en"))


def test_names_of_any_length_stay_on_the_card(shop: Builder) -> None:
    long = "Klantenservice en aftersales voor zakelijke afnemers in Zuidoost-Nederland"
    shop.do(cards.set_card(shop.document, [card(shop.document, "Koopt")], department=long))
    body = lay_out(shop.document, SHOWN).cards[card(shop.document, "Koopt")].body
    assert len(body.border) > 2
    assert all(line.x + line.line.width <= body.w - 4 for line in body.border)
    assert [line.y for line in body.border] == sorted(line.y for line in body.border)
