"""What the editor has laid out and drawn is used for paper, and by others that show the same cards."""

from __future__ import annotations

from typing import Any

from model.commands.cards import set_text
from model.draw.card_painter import card_ops
from model.draw.poster import compose_poster
from widgets.canvas.items import CardItem, Watch

Hand = Any


def test_a_poster_takes_the_cards_that_the_editor_shows_also_after_an_edit(hand: Hand) -> None:
    stage = hand.editor.stage
    for text in ("", "Another text"):
        if text:
            hand.bridge.run(set_text, hand.find("C"), text)
        cards = compose_poster(hand.document, 841, 594).layout.cards
        assert cards
        assert all(card.body is stage.layout.cards[i].body for i, card in cards.items())


def test_two_that_show_a_card_share_its_drawing_and_each_has_a_list_of_its_own(hand: Hand) -> None:
    box = next(iter(hand.editor.stage.layout.cards.values()))
    one, other = CardItem(Watch(), box), CardItem(Watch(), box)
    assert one.ops == other.ops == card_ops(box.body)
    assert one.ops is not other.ops, "what was prepared of one would be dropped with the other"
    assert all(a is b for a, b in zip(one.ops, other.ops, strict=True))
    assert card_ops(box.body) is card_ops(box.body)
