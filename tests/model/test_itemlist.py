"""The rows and columns of the list of notes (IL1 to IL5), also of kinds and values that this version does not know."""

from __future__ import annotations

import pytest

from maps import Builder, full_map
from model.changes import apply
from model.commands import cards, links
from model.fields import ITEM_FIELDS
from model.itemlist import ItemColumn, ItemLine, columns_of, item_lines, shown_columns, status_of
from model.newmap import new_map


def column(name: str, columns: tuple[ItemColumn, ...]) -> ItemColumn:
    return next(each for each in columns if each.id == name)


def test_every_card_is_a_row_in_journey_order_and_every_column_speaks_of_it() -> None:
    document = full_map().document
    lines = item_lines(document)
    assert [line.id for line in lines] == [c.id for c in (*document.placed, *document.inbox, *document.parking)]
    assert {line.id for line in lines} == set(document.item_table)
    columns = columns_of(document)
    for each in columns:
        assert each.title
        assert [each.order(line) for line in sorted(lines, key=each.order)]
        for line in lines:
            assert isinstance(each.text(line), str)
            each.applies(line)
            each.value(line)
    unknown = next(line for line in lines if line.card.kind == "metric_card")
    assert column("kind", columns).text(unknown) == "metric_card"
    assert not column("owner", columns).applies(unknown)
    assert column("tags", columns).applies(unknown), "what every kind has"


def test_every_field_but_pictures_is_a_column_and_personas_have_two_each() -> None:
    document = full_map().document
    columns = columns_of(document)
    assert {each.field_id for each in columns if each.field_id} == set(ITEM_FIELDS) - {"pictures"}
    for persona in document.personas:
        assert column(f"feeling:{persona.id}", columns).title == persona.name
        assert column(f"aimed:{persona.id}", columns).title == f"{persona.name}, aimed for"
    assert len({each.id for each in columns}) == len(columns)


def test_an_empty_map_shows_what_cannot_be_hidden_and_the_rest_of_the_frame() -> None:
    document = new_map("Leeg", "nl", ("Een", "Twee"))
    shown = [each.id for each in shown_columns(document, columns_of(document), {})]
    assert shown == ["number", "kind", "text", "phase"]
    wished = shown_columns(document, columns_of(document), {"number": False, "phase": False, "cause": True})
    assert [each.id for each in wished] == ["number", "kind", "text", "cause"]


def test_a_touchpoint_shows_who_feels_something_and_a_note_whom_it_names() -> None:
    builder = Builder(new_map("Schoenen", "nl", ("Een",)))
    host = builder.card("touchpoint", "Belt", 0)
    thought = builder.card("thought", "Hm", 0)
    sanne = builder.document.personas[0].id
    builder.do(cards.set_emotion(builder.document, host, sanne, score=1))
    builder.do(cards.set_card(builder.document, [thought], persona_ids=(sanne,)))
    personas = column("persona_ids", columns_of(builder.document))
    rows = {line.id: line for line in item_lines(builder.document)}
    assert personas.text(rows[host]) == personas.text(rows[thought]) == "Unnamed persona"


@pytest.mark.parametrize(
    ("states", "status"),
    [
        ([], ""),
        (["", ""], "open"),
        (["done", "open"], "doing"),
        (["done", "done"], "done"),
        (["done", "dropped"], "done"),
        (["dropped"], "dropped"),
        (["doing", "dropped"], "doing"),
        (["later"], "later"),
    ],
)
def test_a_note_is_as_far_as_its_actions(states: list[str], status: str) -> None:
    builder = Builder(new_map("Schoenen", "nl", ("Een",)))
    solution = builder.card("solution", "Terugbelknop", 0)
    document = builder.document
    for state in states:
        document = apply(links.add_action(document, solution, "Doe iets", status=state), document)
    item = document.item_table[solution]
    assert status_of(document, item) == status
    text = column("status", columns_of(document)).text(ItemLine(document, item))
    assert bool(text) == bool(states)
