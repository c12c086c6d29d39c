"""A part of a map printed again on sheets: what was asked for is found in the map as it is now, and in the earlier one
by what it is, whatever number or name it had there."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import cli
from model.changes import apply
from model.commands import grid
from model.document import Document
from model.export.errors import NothingChanged
from model.export.pdf import PosterOptions, poster_pdf
from model.export.readable import remarks
from model.files.native import load, save
from model.finding import Filter
from model.i18n import speaking
from model.importers.base import import_file
from model.templates import example_path


@pytest.fixture(scope="module")
def before() -> Document:
    return load(example_path("en")).document


def reworded(document: Document, phase: int) -> Document:
    """The first touchpoint of a phase, counted from 1, says something else."""
    item = next(item for item in document.touchpoints if document.phase_of(item) == document.phases[phase - 1])
    return document.with_changes([("items", item.id, item.changed(text="Asks a friend"))])


def printed(**more: object) -> PosterOptions:
    return PosterOptions(paper="A2", tile="A4", **more)  # type: ignore[arg-type]  # keyword pass-through


def test_the_pdf_of_a_part_is_an_earlier_print_of_the_same_part(before: Document, tmp_path: Path) -> None:
    """Its map has two phases, the first and second of it, which were asked for as the fourth and fifth."""
    file = tmp_path / "part.pdf"
    file.write_bytes(poster_pdf(before, printed(phases=("4-5",)))[0])
    old = import_file(file)[0]
    assert len(old.phases) == 2
    with pytest.raises(NothingChanged):
        poster_pdf(before, printed(phases=("4-5",), before=old))
    _, report = poster_pdf(reworded(before, 5), printed(phases=("4-5",), before=old))
    assert report.kept
    assert 0 < len(report.sheets) < len(report.hung)


def test_the_pdf_of_one_persona_is_an_earlier_print_of_that_persona(before: Document, tmp_path: Path) -> None:
    """The map in it has one persona, and on paper she has the colour and the sign that she has among all."""
    file = tmp_path / "part.pdf"
    second = before.personas[1]
    file.write_bytes(poster_pdf(before, printed(personas=(second.name,)))[0])
    old = import_file(file)[0]
    assert len(old.personas) == 1 < len(before.personas)
    with pytest.raises(NothingChanged):
        poster_pdf(before, printed(personas=(second.name,), before=old))


def test_a_phase_that_came_before_them_changes_no_phase_that_is_shown(before: Document) -> None:
    """What is asked for by number now, had another number in the earlier map."""
    first = before.phases[0]
    now = apply(grid.add_phase(before, "First of all", before=first.id), before)
    _, shown = poster_pdf(now, printed(phases=("5-6",), before=before))
    assert shown.kept
    assert 0 < len(shown.sheets) < len(shown.hung)  # their numbers are others now, and stand in the headers


def test_what_the_earlier_map_did_not_have_makes_every_sheet_new(before: Document) -> None:
    now = apply(grid.add_phase(before, "Afterwards"), before)
    options = printed(phases=("Afterwards",), before=before)
    _, report = poster_pdf(now, options)
    assert not report.kept
    assert report.changed == report.sheets == report.hung
    with speaking("en"):
        (said, *_) = remarks(report, options)
    assert "laid out anew" in said
    _, more = poster_pdf(now, printed(phases=("7-9",), before=before))
    assert not more.kept
    assert more.changed == more.hung


def test_a_filter_that_found_nothing_then_makes_every_sheet_new(before: Document) -> None:
    now = reworded(before, 1)
    options = printed(found=Filter(words="asks a friend"), before=before)
    _, report = poster_pdf(now, options)
    assert report.changed == report.hung


def test_the_command_line_takes_the_pdf_of_a_part(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, before: Document
) -> None:
    monkeypatch.chdir(tmp_path)
    save(before, "map.journey")
    save(reworded(before, 5), "now.journey")
    asked = ["--tile", "A4", "--paper", "A2", "--phases", "4-5", "--lang", "en"]
    assert cli.main(["export", "map.journey", "part.pdf", *asked]) == 0
    capsys.readouterr()
    assert cli.main(["export", "now.journey", "again.pdf", *asked, "--changed-since", "part.pdf"]) == 0
    assert "changed, of" in capsys.readouterr().err
