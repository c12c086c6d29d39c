"""The rules of the action list: order (AL1), overdue (DY2), groups (AL2), filters and sorting."""

from __future__ import annotations

from datetime import date

import pytest

from action_maps import map_with_actions
from model.actionlist import (
    COLUMN,
    COLUMNS,
    Filter,
    action_lines,
    cards_for_actions,
    grouped,
    said,
    sort_key,
    status_title,
    suggestions,
    tell_counts,
)
from model.commands import cards, links
from model.commands.places import Listing
from model.document import Document
from model.kinds import ITEM_KINDS, ItemKind

TODAY = date(2026, 6, 1)


@pytest.fixture
def document() -> Document:
    return map_with_actions(9).document


def test_al1_order_of_the_map_then_of_the_card(document: Document) -> None:
    lines = action_lines(document)
    assert [line.card.text.split()[0] for line in lines] == ["Orderlijst"] * 3 + ["Voorraad"] * 3 + ["Terugbelknop"] * 3
    assert [line.action.text.split(":")[0] for line in lines[:3]] == ["Actie 1", "Actie 4", "Actie 7"]
    assert [line.phase.name if line.phase else None for line in lines][2:7] == [
        "Oriëntatie",
        "Aankoop",
        "Aankoop",
        "Aankoop",
        None,
    ]


@pytest.mark.parametrize(
    ("due", "status", "late"),
    [
        ("2026-05-31", "", True),
        ("2026-05-31", "doing", True),
        ("2026-05-31", "later", True),
        ("2026-05-31", "done", False),
        ("2026-05-31", "dropped", False),
        ("2026-06-01", "", False),
        ("", "", False),
    ],
)
def test_dy2_overdue(document: Document, due: str, status: str, late: bool) -> None:
    line = action_lines(document)[0]
    changed = line.action.changed(due=due, status=status)
    assert type(line)(changed, line.card, line.phase).overdue(TODAY) is late


def test_al2_groups_hold_each_action_once_and_what_has_none_comes_last(document: Document) -> None:
    lines = action_lines(document)
    for by in ("solution", "owner", "due"):
        groups = grouped(lines, by)
        assert sorted(line.action.id for group in groups for line in group.lines) == sorted(document.action_table)
    assert [group.title for group in grouped(lines, "owner")] == ["Fatima A.", "Jan de Wit", "No owner"]
    assert [group.title for group in grouped(lines, "due")] == [
        "15 Jan 2025",
        "1 Mar 2026",
        "24 Dec 2026",
        "No due date",
    ]
    solution = grouped(lines, "solution")[1]
    assert solution.title == "N2 Voorraad elk uur geteld"
    assert solution.card is not None


def test_filters(document: Document) -> None:
    lines = action_lines(document)

    def found(wanted: Filter) -> list[str]:
        return [line.action.text.split(":")[0] for line in lines if wanted.shows(line, TODAY)]

    assert len(found(Filter())) == 9
    assert not Filter()
    assert found(Filter(text="ACTIE 4:")) == ["Actie 4"]
    assert found(Filter(text="balietablet winkels 7:")) == ["Actie 7"]
    assert found(Filter(text="experiment")) == ["Actie 1", "Actie 4", "Actie 7"], "columns of the card as well"
    assert found(Filter(status="open")) == ["Actie 4", "Actie 0", "Actie 6"], "no status is to do"
    assert found(Filter(status="later")) == ["Actie 5"]
    assert found(Filter(owner="Jan de Wit")) == ["Actie 1", "Actie 4", "Actie 7"]
    assert found(Filter(owner=None)) == ["Actie 2", "Actie 5", "Actie 8"]
    assert found(Filter(department="Winkel", status="dropped")) == ["Actie 3"]
    assert set(found(Filter(overdue=True))) == {"Actie 0", "Actie 4", "Actie 7"}


@pytest.mark.parametrize("column", [column.id for column in COLUMNS])
def test_every_column_sorts_and_says_something(document: Document, column: str) -> None:
    lines = action_lines(document)
    wanted = COLUMN[column]
    in_order = sorted(lines, key=sort_key(wanted))
    assert len(in_order) == len(lines)
    texts = [wanted.text(line) for line in in_order]
    assert any(texts)
    if column in ("owner", "department", "due", "impact", "effort"):
        assert texts == [*filter(None, texts), *([""] * texts.count(""))], "rows that say nothing come last"
    assert wanted.title


def test_status_sorts_in_the_order_of_work(document: Document) -> None:
    in_order = sorted(action_lines(document), key=sort_key(COLUMN["status"]))
    assert [line.status for line in in_order] == ["open"] * 3 + ["doing"] * 2 + ["done"] * 2 + ["dropped", "later"]
    assert status_title("later") == "later", "a status of a newer version is shown as it is"
    assert status_title("") == "To do"


def test_suggestions_come_from_actions_and_cards(document: Document) -> None:
    solution = cards_for_actions(document)[0]
    changed = cards.set_card(document, [solution.id], owner="Zed")
    after = document.with_changes((c.table, c.id, c.new) for c in changed.changes)
    assert suggestions(after, "owner") == ("Fatima A.", "Jan de Wit", "Zed")
    assert said(action_lines(after), "owner") == ("Fatima A.", "Jan de Wit")


def test_counts_in_words(document: Document) -> None:
    assert tell_counts(action_lines(document), TODAY) == (
        "9 actions · To do: 3 · In progress: 2 · Done: 2 · Dropped: 1 · 3 overdue"
    )


def test_actions_of_a_card_of_another_kind_are_not_lost(document: Document) -> None:
    touchpoint = document.touchpoints[0]
    changed = links.add_action(document, touchpoint.id, "Bel terug")
    after = document.with_changes((c.table, c.id, c.new) for c in changed.changes)
    assert action_lines(after)[0].action.text == "Bel terug"
    assert touchpoint not in cards_for_actions(after), "but none is offered there"


def test_a_kind_of_card_that_is_registered_later_may_have_actions(monkeypatch: pytest.MonkeyPatch) -> None:
    later = ItemKind("campaign", "Campaign", "Campaigns", "note", "note", actions=True)
    monkeypatch.setitem(ITEM_KINDS, "campaign", later)
    builder = map_with_actions(1)
    made = builder.do(cards.add_cards(builder.document, "campaign", ["Voorjaar"], Listing("inbox"))).added("items")[0]
    assert made in [card.id for card in cards_for_actions(builder.document)]
