"""Items are written in map order, so that a move is a move in the file's diff: one line goes, one comes."""

from __future__ import annotations

import difflib
import json
from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.changes import apply
from model.commands import cards, grid
from model.commands.places import Cell, Listing, Target, item_kind_of, landing
from model.document import Document
from model.files.native import dumps, load
from model.templates import example_path

STAMP = {"program": "Test", "time": "2026-01-01T00:00:00Z"}


def lines(document: Document) -> list[str]:
    """The lines of the file, without the comma at the end of a row and the sum at the end of the file."""
    text = dumps(document, saved_by=STAMP).decode("utf-8")
    return [line.rstrip(",") for line in text.splitlines() if not line.startswith('"integrity"')]


def ids(rows: list[str]) -> list[str]:
    """The ids of the records in ``rows``."""
    found = []
    for row in rows:
        if row.startswith('{"id": '):
            found.append(json.loads(row)["id"])
    return found


@pytest.fixture(scope="module")
def example() -> Document:
    return load(example_path("nl")).document


def test_the_file_reads_like_the_map(example: Document) -> None:
    """Phase, step, lane, position, row by row; links and feelings stand in the order of their cards."""
    order = {found: place for place, found in enumerate(ids(lines(example)))}
    items = [order[item.id] for item in (*example.placed, *example.inbox, *example.parking)]
    assert items == sorted(items)
    cells = [
        (example.step_index[item.step_id or ""], example.lane_index[item.lane_id or ""], item.order)
        for item in sorted(example.placed, key=lambda item: order[item.id])
    ]
    assert cells == sorted(cells)
    links = sorted(example.link_table.values(), key=lambda link: order[link.id])
    assert [order[link.source_id] for link in links] == sorted(order[link.source_id] for link in links)
    felt = sorted(example.emotion_table.values(), key=lambda emotion: order[emotion.id])
    assert [order[e.touchpoint_id] for e in felt] == sorted(order[e.touchpoint_id] for e in felt)


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(min_value=0, max_value=2**32))
def test_a_moved_card_is_one_line_that_moves(seed: int) -> None:
    dice = Random(seed)
    document = load(example_path("nl")).document
    card = dice.choice(list(document.item_table.values()))
    lane = dice.choice([lane for lane in document.lanes if item_kind_of(lane) is not None])
    targets: list[Target] = [Cell(lane.id, dice.choice(document.steps).id), Listing("inbox"), Listing("parking")]
    target = dice.choice(targets)
    moved = apply(cards.move_cards(document, [card.id], target), document)
    before, after = lines(document), lines(moved)
    changed = {r.id for r in document.item_table.values() if moved.item_table[r.id] != r}
    if landing(document, card, target) is None:
        assert before == after
        return
    # As a diff counts them: the lines of the cards that moved, and of a target that was taken off, are others.
    gone, come = Counter(before) - Counter(after), Counter(after) - Counter(before)
    links = {r.id for r in document.link_table.values() if moved.link_table.get(r.id) != r}
    assert set(ids(list(gone))) == changed | links
    assert sorted(ids(list(come))) == sorted(changed | (links & moved.link_table.keys()))
    assert sum(gone.values()) == len(changed | links)
    # All others stand where they stood, one behind the other.
    about = changed | {r.id for r in document.link_table.values() if r.source_id in changed}
    about |= {r.id for r in document.emotion_table.values() if r.touchpoint_id in changed}
    about |= {r.id for r in document.action_table.values() if r.item_id in changed}
    assert [i for i in ids(before) if i not in about] == [i for i in ids(after) if i not in about]


def test_a_card_without_company_is_a_diff_of_two_lines(example: Document) -> None:
    """As git shows it: with its comma, one line out, one line in, and the sum of the file."""
    card = example.inbox[0]
    first = example.inbox[-1] if len(example.inbox) > 2 else example.parking[1]
    target = Listing("inbox", first.id) if first.place == "inbox" else Listing("parking", first.id)
    moved = apply(cards.move_cards(example, [card.id], target), example)
    before, after = (dumps(d, saved_by=STAMP).decode().splitlines() for d in (example, moved))
    diff = [row for row in difflib.unified_diff(before, after, n=0, lineterm="") if row[:3] not in ("---", "+++")]
    out = [row for row in diff if row.startswith("-") and "integrity" not in row]
    into = [row for row in diff if row.startswith("+") and "integrity" not in row]
    assert len(out) == len(into) == 1
    assert card.id in out[0]
    assert card.id in into[0]


def test_a_phase_that_moves_changes_its_own_line_only(example: Document) -> None:
    last = example.phases[-1]
    moved = apply(grid.reorder(example, "phases", last.id, example.phases[0].id), example)
    before, after = lines(example), lines(moved)
    assert ids(list(Counter(before) - Counter(after))) == [last.id]
    assert ids(list(Counter(after) - Counter(before))) == [last.id]
    stays = {item.id for item in example.placed if example.phase_of(item) != last}
    assert [i for i in ids(before) if i in stays] == [i for i in ids(after) if i in stays]
