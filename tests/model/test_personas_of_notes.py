"""A note that is no touchpoint names whom it concerns: what becomes of that when people, maps and files change."""

from __future__ import annotations

import pytest

from maps import Builder
from model.cardlines import record_lines
from model.changes import apply, invert
from model.commands import cards, clipboard, grid
from model.commands.places import Listing
from model.details import details
from model.difference import compare
from model.document import Document
from model.draw.card_painter import card_label, card_ops
from model.draw.displaylist import Path, walk
from model.export.xlsx_plan import plan_workbook
from model.files.native import dumps, loads
from model.i18n import speaking
from model.invariants import repair, violations
from model.kinds import ITEM_KINDS
from model.layout.arrange import lay_out
from model.layout.maplayout import LayoutOptions
from model.merge import merge
from model.newmap import new_map


@pytest.fixture
def shop() -> Builder:
    """Two personas; a touchpoint with a pain point that names both, and a thought of the second."""
    make = Builder(new_map("Winkel", "nl", ("Voor", "Na"), ("touchpoints", "thoughts", "pain_points")))
    for name in ("Sanne", "Henk"):
        make.do(grid.add_persona(make.document, name))
    sanne, henk = (persona.id for persona in make.document.personas)
    host = make.card("touchpoint", "Belt", 0)
    make.do(cards.set_emotion(make.document, host, sanne, score=1))
    pain = make.do(cards.add_attached(make.document, "pain_point", "Wacht lang", host)).added("items")[0]
    make.do(cards.set_card(make.document, [pain], persona_ids=(sanne, henk)))
    thought = make.card("thought", "Wat duur", 1)
    make.do(cards.set_card(make.document, [thought], persona_ids=(henk,)))
    return make


def card(document: Document, text: str) -> str:
    return next(item.id for item in document.item_table.values() if item.text == text)


def names(document: Document, text: str) -> list[str]:
    named = document.item_table[card(document, text)].persona_ids
    return [document.persona_table[i].name for i in named]


def test_every_kind_but_touchpoints_can_name_people() -> None:
    assert {kind.id for kind in ITEM_KINDS.values() if "persona_ids" in kind.own} == ITEM_KINDS.keys() - {"touchpoint"}


def test_a_persona_that_goes_is_named_no_more_and_undo_brings_all_of_it_back(shop: Builder) -> None:
    before = shop.document
    henk = before.personas[1].id
    changes = grid.remove_persona(before, henk)
    after = apply(changes, before)
    assert not violations(after)
    assert (names(after, "Wacht lang"), names(after, "Wat duur")) == (["Sanne"], [])
    assert apply(invert(changes), after).same_content(before), "one step of history"


def test_i13_a_file_that_names_somebody_unknown_is_mended(shop: Builder) -> None:
    thought = shop.document.item_table[card(shop.document, "Wat duur")]
    broken = shop.document.with_changes(
        [("items", thought.id, thought.changed(persona_ids=("nobody", *thought.persona_ids)))]
    )
    assert [(v.rule, v.id) for v in violations(broken)] == [("I13", thought.id)]
    mended = apply(repair(broken), broken)
    assert not violations(mended) and names(mended, "Wat duur") == ["Henk"]
    read, report = loads(dumps(broken))
    assert names(read, "Wat duur") == ["Henk"] and report.mended


def test_it_is_written_and_read(shop: Builder) -> None:
    read, _ = loads(dumps(shop.document))
    assert read.same_content(shop.document)
    assert b'"persona_ids"' not in dumps(new_map("Leeg")), "what says nothing is not written"


def test_copied_notes_name_the_people_of_the_other_map(shop: Builder) -> None:
    payload = clipboard.copy_cards(shop.document, [card(shop.document, "Wat duur")])
    assert [row["name"] for row in payload["personas"]] == ["Henk"]
    other = new_map("Elders", "nl", ("Een",), ("touchpoints", "thoughts"))
    other = apply(grid.add_persona(other, "Sanne"), other)
    pasted = apply(clipboard.paste_cards(other, payload, Listing("inbox")), other)
    assert not violations(pasted)
    assert names(pasted, "Wat duur") == ["Henk"] and [p.name for p in pasted.personas] == ["Sanne", "Henk"]
    known = apply(grid.add_persona(other, "Henk"), other)
    again = apply(clipboard.paste_cards(known, payload, Listing("inbox")), known)
    assert names(again, "Wat duur") == ["Henk"] and len(again.personas) == 2


def test_two_maps_put_together_keep_whom_notes_concern(shop: Builder) -> None:
    base = shop.document
    sanne, henk = (persona.id for persona in base.personas)
    ours = apply(cards.set_card(base, [card(base, "Wat duur")], persona_ids=(sanne,)), base)
    theirs = apply(grid.remove_persona(base, henk), base)
    merged = merge(base, ours, theirs).document
    assert not violations(merged) and names(merged, "Wat duur") == ["Sanne"]


def test_the_difference_says_names(shop: Builder) -> None:
    base = shop.document
    now = apply(cards.set_card(base, [card(base, "Wat duur")], persona_ids=(base.personas[0].id,)), base)
    with speaking("en"):
        told = [field for entry in compare(base, now) for field in entry.fields]
    assert told == [("Personas", "Henk", "Sanne")]


def test_the_workbook_has_a_column_of_names(shop: Builder) -> None:
    with speaking("en"):
        plan = plan_workbook(shop.document, blank=False)
    sheet = next(sheet for sheet in plan.sheets if sheet.key == "cards")
    keys = [column.key for column in sheet.columns]
    column = sheet.columns[keys.index("personas")]
    said = {row[keys.index("text")]: row[keys.index("personas")] for row in sheet.rows}
    assert said == {"Belt": None, "Wacht lang": "Sanne; Henk", "Wat duur": "Henk"}
    assert plan.choices[column.choices] == ("Sanne", "Henk")


def test_info_tells_it_both_ways(shop: Builder) -> None:
    held = details(shop.document)
    sanne, henk = (persona.id for persona in shop.document.personas)
    pain, thought = card(shop.document, "Wacht lang"), card(shop.document, "Wat duur")
    assert {row["id"]: row.get("persona_ids") for row in held["items"]}[pain] == [sanne, henk]
    assert {row["persona"]: row["notes"] for row in held["people"]}[henk] == [pain, thought]


def test_markers_stand_in_the_foot_of_a_map_of_several_people(shop: Builder) -> None:
    document = shop.document
    pain = card(document, "Wacht lang")
    with speaking("en"):
        box = lay_out(document, LayoutOptions(language="en")).cards[pain]
        label = card_label(box.body, document)
    assert [(mark.persona, mark.color) for mark in box.body.foot.whom] == [(0, "persona.0"), (1, "persona.1")]
    assert "about Sanne, Henk" in label
    one = lay_out(document, LayoutOptions(persona_ids=frozenset({document.personas[1].id}))).cards[pain]
    assert [mark.persona for mark in one.body.foot.whom] == [1], "of those who are shown"
    alone = apply(grid.remove_persona(document, document.personas[1].id), document)
    assert not lay_out(alone, LayoutOptions()).cards[pain].body.foot.whom, "everything concerns the only one"


def test_somebody_at_a_touchpoint_without_a_score_has_a_marker_there(shop: Builder) -> None:
    """Sanne has a face there; of Henk only what he says is known, or what he should feel."""
    host, henk = card(shop.document, "Belt"), shop.document.personas[1].id
    assert lay_out(shop.document).cards[host].body.foot.whom == ()
    for changes in (
        cards.set_emotion(shop.document, host, henk, quote="Alweer in de wacht"),
        cards.set_emotion(shop.document, host, henk, word="moe"),
        cards.set_aimed(shop.document, host, henk, 1),
    ):
        document = apply(changes, shop.document)
        with speaking("en"):
            body = lay_out(document, LayoutOptions(language="en")).cards[host].body
            label = card_label(body, document)
        assert [(mark.persona, mark.color) for mark in body.foot.whom] == [(1, "persona.1")]
        assert [face.persona for face in body.foot.faces] == [0]
        assert body.foot.faces[0].x < body.foot.whom[0].x < body.foot.badges[0].x, "people stand together"
        assert "with Henk" in label
        drawn = [op for op, _, _ in walk(card_ops(body)) if isinstance(op, Path) and op.fill == "persona.1"]
        assert [op.width for op in drawn] == [1.6], "its shape, as on the curve, and not its colour only"
    felt = apply(cards.set_emotion(shop.document, host, henk, score=-1), shop.document)
    body = lay_out(felt).cards[host].body
    assert [face.persona for face in body.foot.faces] == [0, 1], "then the face says it"
    assert body.foot.whom == ()


def test_the_names_can_be_written_on_cards(shop: Builder) -> None:
    item = shop.document.item_table[card(shop.document, "Wacht lang")]
    with speaking("en"):
        assert record_lines(shop.document, item, ["persona_ids"]) == [("persona_ids", "Personas: Sanne, Henk")]
    became = shop.document.item_table[card(shop.document, "Belt")].changed(persona_ids=item.persona_ids)
    assert record_lines(shop.document, became, ["persona_ids"]) == [], "a touchpoint's people are who feels something"
