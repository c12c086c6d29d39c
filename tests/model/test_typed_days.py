"""Days as people type them, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from model.days import parse_day

TODAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("", ""),
        ("   ", ""),
        ("2026-12-31", "2026-12-31"),
        ("31-12-2026", "2026-12-31"),
        ("31/12/26", "2026-12-31"),
        ("1.4.2027", "2027-04-01"),
        ("1 4 2027", "2027-04-01"),
        ("1-4", "2026-04-01"),
        ("9/3", "2027-03-09"),
        ("10-3", "2026-03-10"),
        ("1 mei", "2026-05-01"),
        ("1 mrt 2026", "2026-03-01"),
        ("21 May 2026", "2026-05-21"),
        ("May 21, 2026", "2026-05-21"),
        ("3rd march", "2027-03-03"),
        ("3 Okt.", "2026-10-03"),
        ("vandaag", "2026-03-10"),
        ("Tomorrow", "2026-03-11"),
        ("29-2", "2028-02-29"),
        ("29-2-2028", "2028-02-29"),
    ],
)
def test_a_day_is_read(typed: str, day: str) -> None:
    assert parse_day(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["31-2-2026", "31-2", "29-2-2026", "32-1", "1-13-2026", "soon", "12", "1-1-1-1"])
def test_what_is_no_day_is_refused_in_one_sentence(typed: str) -> None:
    with pytest.raises(ValueError, match="31-12-2026") as caught:
        parse_day(typed, TODAY)
    assert typed in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1
