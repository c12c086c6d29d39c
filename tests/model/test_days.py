"""Days as people type them, and what is past (rules DY1 and DY2 of model.days)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.days import overdue, parse_day
from model.fields import day_text
from model.i18n import speaking
from model.records import Action

NOW = date(2026, 2, 14)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("", ""),
        ("  ", ""),
        ("2026-03-01", "2026-03-01"),
        ("2026/3/1", "2026-03-01"),
        ("1-3-2026", "2026-03-01"),
        ("01-03-26", "2026-03-01"),
        ("1/3/2026", "2026-03-01"),
        ("1.3.2026", "2026-03-01"),
        ("1 3 2026", "2026-03-01"),
        (" 1 - 3 - 2026 ", "2026-03-01"),
        ("1-3", "2026-03-01"),
        ("1.3.", "2026-03-01"),
        ("1 mrt 2026", "2026-03-01"),
        ("1 maart 2026", "2026-03-01"),
        ("1 mrt. 2026", "2026-03-01"),
        ("1mrt", "2026-03-01"),
        ("1 Mar 2026", "2026-03-01"),
        ("March 1, 2026", "2026-03-01"),
        ("mar 1", "2026-03-01"),
        ("1st March 2026", "2026-03-01"),
        ("1 feb", "2027-02-01"),
        ("14-2", "2026-02-14"),
        ("29-2", "2028-02-29"),
        ("12 mei", "2026-05-12"),
        ("12 May", "2026-05-12"),
        ("31 okt 2025", "2025-10-31"),
        ("31 Oct 2025", "2025-10-31"),
        ("4 sept", "2026-09-04"),
        ("29-2-2024", "2024-02-29"),
        ("vandaag", "2026-02-14"),
        ("Today", "2026-02-14"),
        ("morgen", "2026-02-15"),
        ("tomorrow", "2026-02-15"),
        ("gisteren", "2026-02-13"),
        ("yesterday", "2026-02-13"),
    ],
)
def test_dy1_what_people_type(typed: str, day: str) -> None:
    assert parse_day(typed, NOW) == day


@pytest.mark.parametrize(
    "typed", ["30-2-2026", "32-1-2026", "3-13-2026", "binnenkort", "1 foo 2026", "1", "2026", "1-3-20266", "1-3-0001",
              "1 ma 2026", "0-1-2026", "12 mei 1", "²-3-2026"]
)  # fmt: skip
def test_dy1_what_is_no_day_is_said_in_one_sentence(typed: str) -> None:
    with pytest.raises(ValueError, match=r"^[^\n]+\.$") as caught:
        parse_day(typed, NOW)
    assert typed in str(caught.value)


def test_dy1_of_a_source_it_is_the_last_such_day() -> None:
    assert parse_day("1 dec", NOW, past=True) == "2025-12-01"
    assert parse_day("1 feb", NOW, past=True) == "2026-02-01"
    assert parse_day("14-2", NOW, past=True) == "2026-02-14"
    assert parse_day("29-2", NOW, past=True) == "2024-02-29"


@pytest.mark.parametrize("language", ["nl", "en"])
@given(day=st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_a_day_that_is_shown_can_be_typed(language: str, day: date) -> None:
    with speaking(language):
        assert parse_day(day_text(day.isoformat()), NOW) == day.isoformat()


def test_dy2_overdue() -> None:
    def action(due: str, status: str = "") -> Action:
        return Action(id="a", item_id="i", due=due, status=status)

    yesterday, tomorrow = ((NOW + timedelta(days=n)).isoformat() for n in (-1, 1))
    assert overdue(action(yesterday), NOW)
    assert overdue(action(yesterday, "doing"), NOW)
    assert overdue(action(yesterday, "later-version"), NOW)
    assert not overdue(action(yesterday, "done"), NOW)
    assert not overdue(action(yesterday, "dropped"), NOW)
    assert not overdue(action(NOW.isoformat()), NOW)
    assert not overdue(action(tomorrow), NOW)
    assert not overdue(action(""), NOW)
