"""A pasted list becomes cards, without bullets and numbers and without losing words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.importers.lines import MAX_CARDS, cards_from_lines
from model.records import MAX_TEXT


@pytest.mark.parametrize(
    ("line", "card"),
    [
        ("Balie: bestelling weg", "Balie: bestelling weg"),
        ("- streepje", "streepje"),
        ("\t•\tWord", "Word"),
        ("* ster", "ster"),
        ("1. een", "een"),
        ("12) twaalf", "twaalf"),
        ("(3) drie", "drie"),
        ("a) letter", "letter"),
        ("- [ ] open", "open"),
        ("- [x] af", "af"),
        ("– gedachtestreep", "gedachtestreep"),
        ("  veel\t\tspaties  ", "veel spaties"),
        ("2 weken wachten", "2 weken wachten"),
        ("3.5 uur", "3.5 uur"),
        ("1.000 bestellingen", "1.000 bestellingen"),
        ("A. Jansen belt", "A. Jansen belt"),
        ("-5 graden", "-5 graden"),
        ("*belangrijk*", "*belangrijk*"),
        ("€ 12,50 te veel", "€ 12,50 te veel"),
    ],
)
def test_one_line(line: str, card: str) -> None:
    assert cards_from_lines(line).texts == (card,)


def test_a_list_as_it_is_pasted() -> None:
    assert cards_from_lines("\ufeff• een\r\n\r\n• twee\x0bdrie\n-\n  \n").texts == ("een", "twee", "drie")


def test_more_than_the_limit_is_counted() -> None:
    pasted = cards_from_lines("\n".join(f"kaart {i}" for i in range(MAX_CARDS + 3)))
    assert len(pasted.texts) == MAX_CARDS
    assert pasted.left_out == 3
    assert cards_from_lines("a\nb\nc", limit=2).left_out == 1


def test_a_line_longer_than_a_card_loses_nothing() -> None:
    pasted = cards_from_lines("x" * (MAX_TEXT + 5))
    assert [len(text) for text in pasted.texts] == [MAX_TEXT, 5]


@given(st.text())
def test_any_text(text: str) -> None:
    for card in cards_from_lines(text).texts:
        assert card == card.strip()
        assert card
        assert "\n" not in card
