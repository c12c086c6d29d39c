"""Going back to an earlier version is an edit like any other."""

from __future__ import annotations

from every_field_map import every_field_map
from model.commands.cards import add_cards, delete_cards
from model.commands.places import Listing
from model.difference import compare
from model.restore import go_back
from model.session import Session


def test_going_back_says_what_the_version_says_and_undo_takes_it_back() -> None:
    earlier = every_field_map()
    session = Session(earlier, saved=True)
    session.run(delete_cards, [earlier.touchpoints[0].id])
    session.run(add_cards, "note", ["een", "twee"], Listing("inbox"))
    today = session.document
    steps = len(session.history.done)
    changes = session.run(go_back, earlier)
    assert not compare(session.document, earlier)
    assert len(session.history.done) == steps + 1
    assert changes.label is not None and changes.label.text == "Go back to an earlier version"
    assert session.modified
    session.undo()
    assert session.document.same_content(today)


def test_numbers_that_were_given_out_are_not_given_out_again() -> None:
    earlier = every_field_map()
    session = Session(earlier)
    session.run(add_cards, "note", ["een", "twee"], Listing("inbox"))
    given = {item.number for item in session.document.inbox} - {item.number for item in earlier.inbox}
    session.run(go_back, earlier)
    session.run(add_cards, "note", ["drie"], Listing("inbox"))
    assert {item.number for item in session.document.inbox}.isdisjoint(given)


def test_going_back_to_today_is_no_edit() -> None:
    session = Session(every_field_map())
    assert not session.run(go_back, session.document)
    assert not session.can_undo
