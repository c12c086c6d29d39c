"""Finding notes (rules FI1 to FI6)."""

from __future__ import annotations

import pytest

from maps import Builder
from model import finding
from model.commands import cards, grid, links
from model.commands.places import Listing
from model.finding import Filter, found, meant, offered, told
from model.i18n import speaking
from model.newmap import new_map


@pytest.fixture
def shop() -> Builder:
    """A map of a shop: two touchpoints with people, channels, a pain, an insight, a solution with an action."""
    make = Builder(new_map("Winkel", "nl", ("Voor", "Na")))
    make.do(grid.add_persona(make.document, "Sanne"))
    make.do(grid.add_persona(make.document, "Henk"))
    web = make.do(grid.add_channel(make.document, "Webwinkel")).added("channels")[0]
    desk = make.do(grid.add_channel(make.document, "Balie")).added("channels")[0]
    zoekt = make.card("touchpoint", "Zoekt op de site naar Oriëntatie", 0)
    belt = make.card("touchpoint", "Belt de winkel", 1)
    make.do(cards.set_card(make.document, [zoekt], channel_ids=(web,), department="Marketing", tags=("Kassa",)))
    make.do(cards.set_card(make.document, [belt], channel_ids=(desk,), evidence="measured"))
    sanne, henk = make.document.personas
    make.do(cards.set_emotion(make.document, zoekt, sanne.id, score=1, quote="Waar ís het?"))
    make.do(cards.set_emotion(make.document, belt, henk.id, score=-2))
    pain = make.do(cards.add_attached(make.document, "pain_point", "Geen voorraad", belt)).added("items")[0]
    make.do(cards.set_card(make.document, [pain], severity=4))
    make.do(cards.add_attached(make.document, "insight", "Men belt eerst", zoekt))
    solution = make.do(cards.add_attached(make.document, "solution", "Eén lijst", belt)).added("items")[0]
    make.do(links.add_action(make.document, solution, "Systeem kopen", department="Inkoop"))
    make.do(cards.add_cards(make.document, "note", ["Los idee"], Listing("parking")))
    return make


def texts(make: Builder, **wanted: object) -> set[str]:
    return {make.document.item_table[i].text for i in found(make.document, Filter(**wanted))}  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ORIENTATIE", {"Zoekt op de site naar Oriëntatie"}),
        ("site zoekt", {"Zoekt op de site naar Oriëntatie"}),
        ("waar is", {"Zoekt op de site naar Oriëntatie"}),
        ("kassa", {"Zoekt op de site naar Oriëntatie"}),
        ("balie", {"Belt de winkel"}),
        ("kopen", {"Eén lijst"}),
        ("belt", {"Belt de winkel", "Men belt eerst"}),
        ("belt niets", set()),
        ("los", {"Los idee"}),
    ],
)
def test_fi1_words_are_found_wherever_they_are_said(shop: Builder, words: str, expected: set[str]) -> None:
    assert texts(shop, words=words) == expected


def test_fi1_a_number_finds_its_note(shop: Builder) -> None:
    card = next(i for i in shop.document.item_table.values() if i.text == "Belt de winkel")
    assert texts(shop, words=f"n{card.number}") == {"Belt de winkel"}
    assert "Belt de winkel" in texts(shop, words=str(card.number))


def test_fi2_any_of_a_sort_and_all_sorts(shop: Builder) -> None:
    assert texts(shop, kinds=("insight", "solution")) == {"Men belt eerst", "Eén lijst"}
    assert texts(shop, kinds=("insight", "solution"), words="lijst") == {"Eén lijst"}


def test_fi3_a_persona_that_feels_something_there(shop: Builder) -> None:
    sanne, henk = shop.document.personas
    assert texts(shop, persona_ids=(henk.id,)) == {"Belt de winkel", "Geen voorraad", "Eén lijst"}
    assert texts(shop, persona_ids=(sanne.id,)) == {"Zoekt op de site naar Oriëntatie", "Men belt eerst"}


def test_fi3_a_note_that_names_a_persona_is_that_persona_s_alone(shop: Builder) -> None:
    sanne, henk = shop.document.personas
    pain = next(i.id for i in shop.document.item_table.values() if i.kind == "pain_point")
    idea = next(i.id for i in shop.document.item_table.values() if i.kind == "note")
    shop.do(cards.set_card(shop.document, [pain, idea], persona_ids=(sanne.id,)))
    assert texts(shop, persona_ids=(henk.id,)) == {"Belt de winkel", "Eén lijst"}
    assert {"Geen voorraad", "Los idee"} <= texts(shop, persona_ids=(sanne.id,))
    assert texts(shop, words="sanne voorraad") == {"Geen voorraad"}


def test_a_persona_that_is_only_named_can_be_asked_for(shop: Builder) -> None:
    shop.do(grid.add_persona(shop.document, "Otto"))
    otto = shop.document.personas[2].id
    assert otto not in offered(shop.document).persona_ids
    idea = next(i.id for i in shop.document.item_table.values() if i.kind == "note")
    shop.do(cards.set_card(shop.document, [idea], persona_ids=(otto,)))
    assert otto in offered(shop.document).persona_ids


def test_fi4_a_channel_of_a_note_or_of_what_it_hangs_on(shop: Builder) -> None:
    web = shop.document.channels[0].id
    assert texts(shop, channel_ids=(web,)) == {"Zoekt op de site naar Oriëntatie", "Men belt eerst"}


def test_fi5_nothing_said_is_an_assumption_and_ideas_have_none(shop: Builder) -> None:
    assert texts(shop, evidence=("measured",)) == {"Belt de winkel"}
    assert texts(shop, evidence=("assumption",)) == {
        "Zoekt op de site naar Oriëntatie",
        "Geen voorraad",
        "Men belt eerst",
    }


def test_fi6_a_severity_is_asked_of_pain_points_only(shop: Builder) -> None:
    assert texts(shop, severity=3) == {"Geen voorraad"}
    assert texts(shop, severity=5) == set()


def test_departments_and_tags_whatever_the_case(shop: Builder) -> None:
    assert texts(shop, departments=("marketing",)) == {"Zoekt op de site naar Oriëntatie"}
    assert texts(shop, departments=("Inkoop",)) == {"Eén lijst"}
    assert texts(shop, tags=("KASSA",)) == {"Zoekt op de site naar Oriëntatie"}


def test_an_empty_filter_finds_everything_and_says_nothing(shop: Builder) -> None:
    assert not Filter(words="  ")
    assert len(found(shop.document, Filter())) == len(shop.document.item_table)
    assert told(shop.document, Filter()) == ""


def test_a_word_like_it_is_offered(shop: Builder) -> None:
    assert meant(shop.document, "balle") == "Balie"
    assert meant(shop.document, "voorrad geen") == "voorraad geen"
    assert meant(shop.document, "xylofoon") == ""
    assert meant(shop.document, "voorraad") == ""


def test_a_filter_is_told_in_both_languages(shop: Builder) -> None:
    henk = shop.document.personas[1].id
    wanted = Filter(kinds=("pain_point",), severity=3, persona_ids=(henk,))
    assert told(shop.document, wanted) == "Pain point, severity 3 or more, Henk"
    with speaking("nl"):
        assert told(shop.document, wanted) == "Pijnpunt, ernst 3 of meer, Henk"


def test_only_what_the_map_says_can_be_asked(shop: Builder) -> None:
    offer = offered(shop.document)
    assert offer.kinds == ("touchpoint", "pain_point", "insight", "solution", "note")
    assert offer.departments == ("Inkoop", "Marketing")
    assert (offer.tags, offer.severities) == (("Kassa",), (4,))
    assert offer.evidence == ("assumption", "measured")
    assert offered(new_map()).evidence == ()


def test_folding_drops_case_and_accents() -> None:
    assert finding.folded("Ééntje ÎÑ ß") == "eentje in ss"
