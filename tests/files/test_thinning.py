"""Which versions stay: by counters, whatever the clocks say (TH1 to TH4)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from model.files.thinning import DAY, HOUR, KEEP_SAVES, KEEP_WORK, REASONS, Row, Why, surplus

NOON = 20_000 * DAY + 12 * HOUR


def _rows(times: list[int], why: Why = "save", first: int = 1) -> list[Row]:
    return [Row(first + i, why, seconds, f"content {first + i}") for i, seconds in enumerate(times)]


def _staying(rows: list[Row]) -> list[Row]:
    going = surplus(rows)
    return [row for row in rows if row.number not in going]


def test_the_last_twenty_saves_stay_however_close_they_are() -> None:
    rows = _rows([NOON + i for i in range(50)])
    assert [row.number for row in _staying(rows)] == list(range(31, 51))


def test_work_does_not_push_saves_out_and_neither_way_round() -> None:
    saves = _rows([NOON + i for i in range(KEEP_SAVES)])
    work = _rows([NOON + 100 + i for i in range(200)], "work", first=100)
    staying = _staying(saves + work)
    assert [row.number for row in staying if row.why == "save"] == [row.number for row in saves]
    assert [row.number for row in staying if row.why == "work"] == [row.number for row in work[-KEEP_WORK:]]


def test_an_hour_and_a_day_leave_their_last_one() -> None:
    """TH2: a save each ten minutes for forty days."""
    rows = _rows([NOON + i * 600 for i in range(40 * 144)])
    staying = _staying(rows)
    newest = rows[-1].seconds
    kept = {row.seconds for row in staying}
    for hour in range(newest // HOUR - 23, newest // HOUR):
        assert max(row.seconds for row in rows if row.seconds // HOUR == hour) in kept
    for day in range(newest // DAY - 29, newest // DAY):
        assert max(row.seconds for row in rows if row.seconds // DAY == day) in kept
    assert len(staying) < KEEP_SAVES + 24 + 31
    assert min(kept) >= newest - 31 * DAY


def test_a_map_that_rested_for_years_keeps_what_it_had() -> None:
    """How old a version is, is counted in what came after it; today's clock has no say."""
    rows = _rows([NOON + i * DAY for i in range(25)]) + _rows([NOON + 3000 * DAY], first=100)
    assert len(_staying(rows)) == 26


def test_a_clock_that_jumps_loses_none() -> None:
    """TH1: back to 2001, ahead to 2040, and to the same hour again: as if each had come an hour after the other."""
    times = [NOON, NOON - 9000 * DAY, NOON + 5000 * DAY, NOON, NOON - 9000 * DAY, NOON]
    rows = _rows(times) + _rows([NOON + 1000 * DAY + i for i in range(KEEP_SAVES)], first=100)
    assert _staying(rows) == rows


def test_the_first_found_file_of_an_older_format_stays() -> None:
    rows = [Row(1, "migration", NOON, "old"), *_rows([NOON + i * DAY for i in range(400)], first=2)]
    assert rows[0] in _staying(rows)


def test_the_same_content_stays_once_as_its_newest() -> None:
    """TH3."""
    rows = [Row(1, "save", NOON, "a"), Row(2, "save", NOON + 1, "b"), Row(3, "save", NOON + 2, "a")]
    assert surplus(rows) == {1: 3}


def test_one_that_cannot_be_read_stands_for_nobody() -> None:
    """TH4."""
    rows = _rows([NOON + i for i in range(KEEP_SAVES + 5)])
    broken = [Row(r.number, r.why, r.seconds, r.content, readable=r.number <= 5) for r in rows]
    assert surplus(broken) == {}
    assert set(surplus(rows)) == {1, 2, 3, 4, 5}
    old = [Row(1, "save", NOON, "", readable=False), *_rows([NOON + i * DAY for i in range(1, 40)], first=2)]
    assert surplus(old)[1] is None


ROWS = st.lists(
    st.tuples(
        st.sampled_from(REASONS),
        st.integers(min_value=0, max_value=2**33),
        st.sampled_from(["", "a", "b"]),
        st.booleans(),
    ),
    max_size=120,
).map(
    lambda rows: [
        Row(i, why, seconds, content or f"content {i}", readable)
        for i, (why, seconds, content, readable) in enumerate(rows)
    ]
)


@given(ROWS)
def test_whatever_goes_has_a_newer_one_that_stays(rows: list[Row]) -> None:
    """TH4, and that asking again changes nothing; whatever the times are, the newest are there."""
    going = surplus(rows)
    by_number = {row.number: row for row in rows}
    for number, stand_in in going.items():
        if stand_in is None:
            assert not by_number[number].readable
            continue
        assert stand_in > number and stand_in not in going
        assert by_number[stand_in].readable
    left = [row for row in rows if row.number not in going]
    newest = sorted((r for r in rows if r.readable and r.why != "work"), key=lambda r: r.number)
    contents = {row.content for row in left if row.readable}
    assert {row.content for row in newest[-KEEP_SAVES:]} <= contents
    if any(row.readable for row in rows):
        assert max(row.number for row in rows if row.readable) not in going
