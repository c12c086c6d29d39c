"""`export --changed-since`: what a script that prints needs to know when nothing, or not everything, changed."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import UUID

import pytest

from app import cli
from model.document import Document
from model.files.native import save
from small_maps import MapMaker

TILED = ["--paper", "A3", "--tile", "A4", "--lang", "en"]


def a_map(last: str = "Pays") -> Document:
    """Four phases with a touchpoint each; ``last`` is the text of the one at the right."""
    maker = MapMaker(title="Shoes", language="en")
    maker.columns(*((f"Phase {i}", [""]) for i in range(4))).lanes("touchpoints")
    for i, text in enumerate(("Looks", "Asks", "Fits", last)):
        maker.card("touchpoint", f"s{i}", text)
    return Document(maker.persona("Sanne", "sanne").document().tables, document_id=str(UUID(int=7)))


@pytest.fixture(autouse=True)
def a_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.chdir(tmp_path)
    save(a_map(), "old.journey")
    save(a_map(), "same.journey")
    save(a_map("Walks out without paying a cent"), "new.journey")


def said(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    captured = capsys.readouterr()
    return captured.out, captured.err


def test_nothing_changed_is_a_success_without_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    for options in ([], ["--strict"]):
        assert cli.main(["export", "same.journey", "a.pdf", "--changed-since", "old.journey", *TILED, *options]) == 0
        out, err = said(capsys)
        assert out == ""
        assert err.splitlines() == [
            "No sheet has changed since the earlier map: there is nothing to print, and “a.pdf” was not made."
        ]
        assert not Path("a.pdf").exists()


def test_an_earlier_file_stays_and_that_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever prints what stands there would print the sheets of the last time."""
    Path("a.pdf").write_bytes(b"%PDF of the last time")
    assert cli.main(["export", "same.journey", "a.pdf", "--changed-since", "old.journey", *TILED[:-1], "nl"]) == 0
    assert said(capsys)[1].splitlines() == [
        "Geen vel is veranderd sinds de eerdere kaart: er valt niets te printen, en ‘a.pdf’ blijft zoals het was."
    ]
    assert Path("a.pdf").read_bytes() == b"%PDF of the last time"


def test_a_script_reads_in_the_report_that_there_is_nothing_to_print(capsys: pytest.CaptureFixture[str]) -> None:
    reports = {}
    for name in ("same", "new"):
        arguments = ["export", f"{name}.journey", f"{name}.pdf", "--changed-since", "old.journey", "--report", *TILED]
        assert cli.main(arguments) == 0
        reports[name] = json.loads(said(capsys)[0])
    nothing, some = reports["same"], reports["new"]
    assert set(nothing) == set(some), "the same keys, whatever came of it"
    assert (nothing["pages"], nothing["sheets"], nothing["changed_sheets"], nothing["bytes"]) == (0, 0, [], 0)
    assert nothing["sheet_names"] == [] and nothing["paper_m2"] == 0
    assert some["changed_sheets"] == some["sheet_names"] != []
    assert nothing["width_mm"] > 297 and nothing["reading_distance_m"] > 1, "of the poster on the wall"


def test_of_several_posters_those_that_changed_are_made(capsys: pytest.CaptureFixture[str]) -> None:
    """One that did not change takes nothing away from the others."""
    arguments = [
        "export",
        "new.journey",
        "a.pdf",
        "--changed-since",
        "old.journey",
        "--posters",
        "2",
        "--report",
        *TILED,
    ]
    assert cli.main(arguments) == 0
    out, err = said(capsys)
    assert [len(report["changed_sheets"]) > 0 for report in json.loads(out)["posters"]] == [False, True]
    assert "“a-1.pdf” was not made" in err and "a-2.pdf" not in err
    assert not Path("a-1.pdf").exists() and Path("a-2.pdf").exists()


def test_other_reasons_to_print_nothing_are_refusals_as_before(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", "same.journey", "a.pdf", "--changed-since", "none.journey", *TILED]) == 2
    assert len(said(capsys)[1].splitlines()) == 1
