"""`export --lanes`: which words there are is told where one looks, and by the refusal of another word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app import cli
from model.export.part import chosen_lanes
from model.files.native import load
from model.kinds import LANE_KINDS
from model.templates import example_path

DOCS = Path(__file__).resolve().parent.parent.parent / "docs" / "command-line.md"


def test_the_page_of_the_command_line_names_every_kind_of_lane() -> None:
    (row,) = [line for line in DOCS.read_text(encoding="utf-8").splitlines() if line.startswith("| `--lanes`")]
    (listed,) = re.findall(r"by name or kind \(([^;]*);", row)
    assert re.findall(r"`(\w+)`", listed) == list(LANE_KINDS)


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "Channels, Touchpoints, Thoughts, Needs, Emotion, Pain points (pain_points), Insights, "),
        ("nl", "Kanalen (channels), Contactmomenten (touchpoints), Gedachten (thoughts), Behoeften (needs), "),
    ],
)
def test_a_refused_lane_is_answered_with_every_name_and_kind(
    lang: str, told: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "a.pdf"
    assert cli.main(["export", str(example_path("nl")), str(out), "--lanes", "foo", "--lang", lang]) == 2
    said = capsys.readouterr().err
    assert told in said and len(said.splitlines()) == 1
    document = load(example_path("nl")).document
    for word in re.findall(r"\((\w+)\)", said):  # what is told is understood
        assert [lane.kind for lane in chosen_lanes(document, (word, "touchpoints"))].count(word) == 1
