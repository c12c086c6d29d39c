"""What a Mermaid diagram cannot hold of links, actions, evidence and all that may be said is counted by kind."""

from __future__ import annotations

import pytest

from maps import Builder
from model.commands import cards, grid, links
from model.document import Document
from model.export.mermaid import left_out
from model.i18n import speaking
from model.newmap import new_map


@pytest.fixture
def document() -> Document:
    builder = Builder(new_map("Proef", "nl", ["A", "B"]))

    def now() -> Document:
        return builder.document

    first, second = (builder.card("touchpoint", text, step) for step, text in enumerate(("Belt", "Komt")))
    solution = builder.card("solution", "Bel terug", 1)
    opportunity = builder.card("opportunity", "Sneller", 1)
    builder.do(cards.set_card(now(), [first, second], evidence="observed", source="Enquête"))
    builder.do(cards.set_card(now(), [first], owner="Fatima", moment_of_truth=True, tags=("a", "b")))
    builder.do(links.link_cards(now(), "next", [first], second))
    builder.do(links.link_cards(now(), "solves", [solution], opportunity))
    for text in ("Koop een telefoon", "Leer bellen"):
        builder.do(links.add_action(now(), solution, text))
    persona = now().personas[0].id
    builder.do(cards.set_emotion(now(), first, persona, score=1))
    builder.do(cards.set_aimed(now(), first, persona, 2))
    builder.do(grid.set_fields(now(), "phases", now().phases[1].id, loop_to=now().phases[0].id, prompt="Wat nu?"))
    builder.do(grid.set_fields(now(), "personas", persona, description="Loopt hard"))
    return now()


def test_each_sort_of_loss_is_told_with_its_count(document: Document) -> None:
    with speaking("en"):
        told = left_out(document)
    for sentence in (
        "Left out: 1 of the links “Answers”.",
        "Left out: 1 of the links “Next”.",
        "Left out: 2 actions.",
        "Left out: “Evidence” of 2 touchpoints.",
        "Left out: “Source” of 2 touchpoints.",
        "Left out: “Owner” of 1 touchpoint.",
        "Left out: “Moment of truth” of 1 touchpoint.",
        "Left out: “Tags” of 1 touchpoint.",
        "Left out: 1 feeling aimed for.",
        "Left out: 1 loop from a phase back to another.",
        "Left out: the question of 1 phase or lane.",
        "Left out: the description of 1 persona.",
    ):
        assert sentence in told, (sentence, told)
    assert not any("attachment" in sentence for sentence in told), "links are no attachments"


def test_nothing_is_told_of_what_is_not_there() -> None:
    builder = Builder(new_map("Proef", "nl", ["A"], ("touchpoints",)))
    card = builder.card("touchpoint", "Belt", 0)
    builder.do(cards.set_emotion(builder.document, card, builder.document.personas[0].id, score=1))
    assert left_out(builder.document) == []


def test_in_dutch(document: Document) -> None:
    with speaking("nl"):
        told = " ".join(left_out(document))
    assert "2 acties" in told
    assert "Left out" not in told
