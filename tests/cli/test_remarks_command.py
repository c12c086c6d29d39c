"""What an export says on standard error: what is news, and each sentence once."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from app import cli
from model.document import Document
from model.files.native import save
from small_maps import MapMaker

FAR = "on a wall it should be 2 m"


def a_map(phases: int, text: str = "Looks at shoes") -> Document:
    """Phases with a touchpoint and a pain point each."""
    maker = MapMaker(title="Shoes", language="en")
    maker.columns(*((f"Phase {i}", [""]) for i in range(phases))).lanes("touchpoints", "pain_points")
    for i in range(phases):
        maker.card("touchpoint", f"s{i}", text)
        maker.card("pain_point", f"s{i}", "Too tight", severity=2)
    return Document(maker.persona("Sara", "sara").document().tables, document_id=str(UUID(int=7)))


@pytest.fixture(autouse=True)
def a_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.chdir(tmp_path)
    save(a_map(3), "small.journey")
    save(a_map(14), "large.journey")
    save(a_map(14, "Looks at boots"), "later.journey")


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """The sentences on standard error."""
    assert cli.main(["export", *arguments]) == 0
    return capsys.readouterr().err.splitlines()


def test_a_poster_that_reads_far_enough_is_made_without_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "small.journey", "a.pdf", "--paper", "A1") == []
    assert said(capsys, "small.journey", "a.pdf", "--paper", "A3") == [], "a page in the hand"


def test_what_is_amber_in_the_dialog_is_one_sentence_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    (told,) = said(capsys, "large.journey", "a.pdf", "--paper", "A1")
    assert FAR in told
    assert all(option in told for option in ("--paper", "--scale", "--lanes", "--posters"))


def test_of_several_posters_the_worst_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, "large.journey", "a.pdf", "--paper", "A2", "--posters", "3")
    assert len([sentence for sentence in told if FAR in sentence]) == 1
    single = [said(capsys, "large.journey", "a.pdf", "--paper", "A2", "--phases", phases) for phases in ("1-5", "6-10")]
    assert all(any(FAR in sentence for sentence in each) for each in single), "each of them is amber by itself"


def test_what_holds_of_one_poster_only_says_which(capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, "large.journey", "a.pdf", "--paper", "A2", "--tile", "A4", "--overlap", "0", "--posters", "3")
    assert len(told) == len(set(told))
    sheets = [sentence for sentence in told if "sheet" in sentence]
    assert len(sheets) <= 1 or all(sentence.startswith("Poster ") for sentence in sheets)


def test_a_reprint_is_not_told_again_how_far_its_wall_reads(capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--paper", "A1", "--tile", "A4"]
    first = said(capsys, "large.journey", "a.pdf", *options)
    again = said(capsys, "later.journey", "b.pdf", *options, "--changed-since", "large.journey")
    assert any(FAR in sentence for sentence in first)
    assert not any(FAR in sentence for sentence in again)
    assert any("changed" in sentence for sentence in again)
