"""A damaged journal gives its good beginning, never an error; the raw file stays.

Reading goes through every cut and each fifth bit here, the whole recovery through some of both;
``journal_damage.py`` takes all of them through all of it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from damaged_journals import Sample, check_reading, check_recovery, sample


@pytest.fixture(scope="module")
def made() -> Sample:
    return sample()


def test_the_sample_is_large_and_has_everything(made: Sample) -> None:
    assert len(made.data) >= 2048
    assert all(word in made.data for word in (b'"begin"', b'"draft"', b'"undo"', b'"items"', b'"emotions"'))
    assert all(word in made.data for word in (b'"personas"', b'"channels"', b'"map"'))


def test_cut_at_every_byte(made: Sample, tmp_path: Path) -> None:
    for at in range(len(made.data) + 1):
        check_reading(made, made.data[:at], at)
        if at % 11 == 0:
            check_recovery(made, made.data[:at], at, tmp_path)


def test_bits_flipped(made: Sample, tmp_path: Path) -> None:
    for bit in range(0, len(made.data) * 8, 5):
        wounded = bytearray(made.data)
        wounded[bit // 8] ^= 1 << bit % 8
        check_reading(made, bytes(wounded), bit // 8)
        if bit % 125 == 0:
            check_recovery(made, bytes(wounded), bit // 8, tmp_path)
