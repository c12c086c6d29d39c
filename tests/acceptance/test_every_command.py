"""A command changes exactly the records it names, plus the consequences that its rule lists; for every command.

Each command has a case here: it draws the arguments and declares what may change, by table, record and field. A
change outside of that fails, so does a named record that did not change, and a command without a case.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import card_calls
import filter_calls
import frame_calls
import link_calls
import widget_calls
from command_calls import Key, some_map
from model.changes import ChangeSet, apply
from model.commands import cards, clipboard, filters, grid, links, pictures
from model.commands.places import Cell
from model.document import Document
from model.invariants import violations
from model.newmap import new_map
from model.records import record_fields
from widgets.canvas import edits as canvas_edits
from widgets.panels import edits as panel_edits

CASES = {
    case.__name__: case
    for module in (card_calls, link_calls, frame_calls, filter_calls, widget_calls)
    for case in module.CALLS
}


def commands() -> dict[str, Callable[..., ChangeSet]]:
    """Every public function that returns changes: the commands, and what the widgets make of several of them."""
    return {
        name: function
        for module in (cards, grid, clipboard, filters, links, pictures, panel_edits, canvas_edits)
        for name, function in vars(module).items()
        if inspect.isfunction(function)
        and function.__module__ == module.__name__
        and not name.startswith("_")
        and function.__annotations__["return"] == "ChangeSet"
        and function is not canvas_edits.in_one  # it does what it is given, and nothing of its own
    }


def test_every_command_has_a_case() -> None:
    assert set(commands()) == set(CASES)


@pytest.mark.parametrize("name", CASES)
@settings(max_examples=40, deadline=None)
@given(seed=st.integers(min_value=0, max_value=2**32))
def test_nothing_else_changes(name: str, seed: int) -> None:
    dice = Random(seed)
    document = some_map(dice)
    call = CASES[name](document, dice)
    if call is None:
        return
    document = call.before or document
    changes = commands()[name](document, *call.arguments, **call.named)
    after = apply(changes, document)
    allowed = call.allowed
    added: dict[str, int] = {}
    removed: set[Key] = set()
    for change in changes:
        key = (change.table, change.id)
        if change.old is None:
            added[change.table] = added.get(change.table, 0) + 1
        elif change.new is None:
            removed.add(key)
            assert key in allowed.removed | allowed.may_remove, f"{key} was removed"
        else:
            old, new = record_fields(change.old), record_fields(change.new)
            touched = {at for at in old.keys() | new.keys() if old.get(at) != new.get(at)}
            assert touched <= allowed.fields.get(key, frozenset()), f"{key}: {touched}"
    assert removed >= allowed.removed
    for table in added.keys() | allowed.added.keys():
        least = allowed.added.get(table, 0)
        assert least <= added.get(table, 0) <= least + allowed.may_add.get(table, 0), (table, added)
    assert violations(after) == [], "the session would refuse it"
    assert after.info.next_number - document.info.next_number == added.get("items", 0)
    call.check(after)


def test_what_hangs_on_a_card_that_is_no_touchpoint_any_more_goes_to_its_next_target() -> None:
    """A rare case of change_kind, spelled out."""
    document = new_map("Proef", "nl", ["A", "B"], ["touchpoints", "pain_points", "insights"])
    touchpoints, pains = (lane.id for lane in document.lanes[:2])
    first, second = (step.id for step in document.steps)
    for lane, step in ((touchpoints, first), (touchpoints, second), (pains, first)):
        document = apply(cards.add_cards(document, "note", ["x"], Cell(lane, step)), document)
    one, two, pain = list(document.item_table)
    for host in (one, two):
        document = apply(cards.attach_cards(document, [pain], host), document)
    after = apply(cards.change_kind(document, [one], "insight"), document)
    assert violations(after) == []
    assert after.item_table[pain].step_id == second
    assert [t.id for t in after.targets[pain]] == [two]


def test_the_check_bites() -> None:
    """A command that also touches a neighbour is caught."""
    dice = Random(7)
    document = some_map(dice)
    first, second = list(document.item_table)[:2]
    case = CASES["set_text"]

    def careless(document: Document, item_id: str, text: str) -> ChangeSet:
        other = second if item_id == first else first
        made = cards.set_text(document, item_id, text)
        both = cards.set_text(apply(made, document), other, text)
        return ChangeSet((*made.changes, *both.changes), made.label)

    call = case(document, dice)
    assert call is not None
    changed = {(change.table, change.id) for change in careless(document, *call.arguments)}
    assert not changed <= set(call.allowed.fields)
