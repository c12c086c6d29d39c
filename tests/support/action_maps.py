"""Maps with actions, for the list on the screen, on paper and in the workbook."""

from __future__ import annotations

from maps import Builder
from model.commands import cards, links
from model.commands.places import Listing
from model.newmap import new_map

PEOPLE = ("Fatima A.", "Jan de Wit", "")
DEPARTMENTS = ("Winkel", "IT", "")
STATUS = ("", "doing", "done", "dropped", "open", "later")
DAYS = ("2026-03-01", "", "2026-12-24", "2025-01-15")


def map_with_actions(count: int = 9, *, title: str = "Sportschoenen kopen") -> Builder:
    """A map of three solutions (one in the inbox) with ``count`` actions dealt over them."""
    builder = Builder(new_map(title, "nl", ("Behoefte", "Oriëntatie", "Aankoop")))
    builder.card("touchpoint", "Belt de winkel", 0)
    first = builder.card("solution", "Voorraad elk uur\ngeteld", 2)
    second = builder.card("solution", "Orderlijst op balietablet", 1)
    added = builder.do(cards.add_cards(builder.document, "solution", ["Terugbelknop"], Listing("inbox")))
    third = added.added("items")[0]
    builder.do(cards.set_card(builder.document, [first], solution_type="process", impact=4, effort=2))
    builder.do(cards.set_card(builder.document, [second], solution_type="experiment", impact=5))
    for i in range(count):
        builder.do(
            links.add_action(
                builder.document,
                (first, second, third)[i % 3],
                f"Actie {i}: leg de telling vast en spreek hem door met de winkels",
                owner=PEOPLE[i % 3],
                department=DEPARTMENTS[i % 3],
                status=STATUS[i % len(STATUS)],
                due=DAYS[i % len(DAYS)],
            )
        )
    return builder
