"""The command line from outside: `info --json` as promised, and five diagrams of others to every kind of file."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image
from python_calamine import CalamineWorkbook

from model.changes import apply
from model.commands.grid import set_fields
from model.files.native import load, save
from model.kinds import ITEM_KINDS, LANE_KINDS
from model.newmap import new_map
from model.templates import example_path

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "tests" / "corpus" / "mermaid"

# phases with their touchpoints, personas, how many scores
DIAGRAMS: dict[str, dict[str, Any]] = {
    "kdense_ecommerce_two_personas": {
        "phases": [
            *(("🔍 Discovery", 4), ("🛒 Shopping", 4), ("💰 Checkout", 4)),
            *(("📦 Fulfillment", 3), ("🔄 Post-Purchase", 4)),
        ],
        "personas": ["New Customer", "Returning Customer"],
        "scores": 28,
    },
    "mermaid_demo_frontmatter": {"phases": [("Go to work", 3), ("Go home", 2)], "personas": ["Me", "Cat"], "scores": 6},
    "mermaid_docs_working_day": {"phases": [("Go to work", 3), ("Go home", 2)], "personas": ["Me", "Cat"], "scores": 6},
    "nao_edge_punctuation": {"phases": [("x\"'", 1)], "personas": ["x\"'"], "scores": 1},
    "wdfb_nl_programmeerreis": {
        "phases": [("Ontdekken", 3), ("Verkennen", 3), ("Oefenen", 3)],
        "personas": ["You"],
        "scores": 9,
    },
}

ROWS = {
    "phases": ["id", "name", "steps", "touchpoints"],
    "lanes": ["id", "name", "kind"],
    "personas": ["id", "name", "role"],
    "channels": ["id", "name", "medium"],
    "emotions": ["touchpoint", "persona", "score"],
}
TOP = ["format_version", "title", "language", "phases", "lanes", "personas", "channels", "counts", "emotions"]
COUNTS = ["touchpoint", "insight", "pain_point", "opportunity", "solution", "note", "link"]


def journeywall(folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    """The program as a process without a display."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "SYSTEMROOT"}}
    environ = {**kept, "PYTHONPATH": str(ROOT), "JOURNEYWALL_HOME": str(folder / "home"), "LANG": "C.UTF-8"}
    return subprocess.run(
        [sys.executable, "-m", "app", *map(str, arguments)],
        cwd=folder,
        env=environ,
        capture_output=True,
        timeout=120,
        check=False,
    )


def info(folder: Path, name: str | Path) -> dict[str, Any]:
    """One object, and nothing besides it."""
    done = journeywall(folder, "info", name, "--json")
    assert done.returncode == 0, done.stderr
    assert done.stderr == b""
    held = json.loads(done.stdout)
    assert isinstance(held, dict)
    return held


def has_the_shape(held: dict[str, Any]) -> None:
    """Every key that was promised, no other, with values of the promised types."""
    assert list(held)[: len(TOP)] == TOP
    assert held["format_version"] == 1
    assert held["language"] in {"nl", "en"}
    for table, keys in ROWS.items():
        for row in held[table]:
            assert list(row) == keys
    for phase in held["phases"]:
        assert type(phase["steps"]) is type(phase["touchpoints"]) is int
    assert {lane["kind"] for lane in held["lanes"]} <= set(LANE_KINDS)
    assert {channel["medium"] for channel in held["channels"]} <= {"online", "offline", "both"}
    assert list(held["counts"]) == COUNTS
    assert all(type(count) is int for count in held["counts"].values())
    named = {persona["id"] for persona in held["personas"]}
    assert all(persona["name"] for persona in held["personas"])
    assert {emotion["persona"] for emotion in held["emotions"]} <= named | {None}
    assert {emotion["score"] for emotion in held["emotions"]} <= {-2, -1, 0, 1, 2, None}


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_info_of_the_example(tmp_path: Path, lang: str) -> None:
    path = example_path("nl" if lang == "nl" else "en")
    held = info(tmp_path, path)
    has_the_shape(held)
    document = load(path).document
    assert (held["title"], held["language"]) == (document.info.title, lang)
    assert [row["id"] for row in held["phases"]] == [phase.id for phase in document.phases]
    assert [row["id"] for row in held["lanes"]] == [lane.id for lane in document.lanes]
    assert sum(row["touchpoints"] for row in held["phases"]) == held["counts"]["touchpoint"] == 40
    assert held["counts"]["link"] == len(document.link_table) > 20
    for kind in COUNTS[:-1]:
        assert held["counts"][kind] == sum(item.kind == kind for item in document.item_table.values())
    # Map order: touchpoint by touchpoint as they stand from left to right, at each the personas in their order.
    order = {item.id: place for place, item in enumerate(document.touchpoints)}
    people = {persona.id: place for place, persona in enumerate(document.personas)}
    places = [(order[row["touchpoint"]], people[row["persona"]]) for row in held["emotions"]]
    assert places == sorted(places)
    assert len(places) == 80
    for row in held["emotions"]:
        assert document.emotions[row["touchpoint"], row["persona"]].score == row["score"]


def test_the_unnamed_persona_is_null_and_no_persona(tmp_path: Path) -> None:
    (tmp_path / "a.mmd").write_text("journey\nEarly: 5\nLate: 2: Me\nsection S\nLast: 1\n", encoding="utf-8")
    assert journeywall(tmp_path, "import", "a.mmd", "a.journey").returncode == 0
    held = info(tmp_path, "a.journey")
    has_the_shape(held)
    assert [(phase["name"], phase["touchpoints"]) for phase in held["phases"]] == [("", 2), ("S", 1)]
    assert [persona["name"] for persona in held["personas"]] == ["Me"]
    me = held["personas"][0]["id"]
    assert [(row["persona"], row["score"]) for row in held["emotions"]] == [(None, 2), (me, -1), (None, -2)]


@pytest.mark.parametrize("name", DIAGRAMS)
def test_a_diagram_of_somebody_else_to_every_kind_of_file(tmp_path: Path, name: str) -> None:
    expected = DIAGRAMS[name]
    done = journeywall(tmp_path, "import", CORPUS / f"{name}.mmd", "map.journey")
    assert done.returncode == (1 if done.stderr else 0)
    assert done.stdout == b""
    assert all(line.startswith("Line ") for line in done.stderr.decode().splitlines())
    held = info(tmp_path, "map.journey")
    has_the_shape(held)
    assert [(phase["name"], phase["touchpoints"]) for phase in held["phases"]] == expected["phases"]
    assert [persona["name"] for persona in held["personas"]] == expected["personas"]
    assert len(held["emotions"]) == expected["scores"]
    document = load(tmp_path / "map.journey").document

    for out in ("map.pdf", "map.xlsx", "map.png", "map.mmd"):
        made = journeywall(tmp_path, "export", "map.journey", out)
        assert made.stdout == b""
        assert made.returncode in ({0, 1} if name == "nao_edge_punctuation" else {0}), made.stderr
        if out == "map.pdf" and not made.returncode:
            assert b"on a wall" in made.stderr or not made.stderr, "a remark on how far it reads, and nothing else"
        else:
            assert bool(made.stderr) == bool(made.returncode)

    with pypdfium2.PdfDocument(tmp_path / "map.pdf") as pdf:
        assert len(pdf) == 1
        read = "".join(pdf[0].get_textpage().get_text_range().split())
    if name != "nao_edge_punctuation":  # its Japanese depends on the fonts of the system
        for item in document.touchpoints:
            assert "".join(item.text.split()) in read.replace("\ufffe", "").replace("\xad", ""), item.text
    book = CalamineWorkbook.from_path(tmp_path / "map.xlsx")
    cells = [
        str(cell) for sheet in book.sheet_names for row in book.get_sheet_by_name(sheet).to_python() for cell in row
    ]
    for item in document.touchpoints:
        assert item.text in cells
    for phase, _ in expected["phases"]:
        assert any(phase in cell for cell in cells)
    with Image.open(io.BytesIO((tmp_path / "map.png").read_bytes())) as picture:
        assert min(picture.size) > 500
        assert len(picture.convert("L").getcolors() or [0]) > 20, "something is painted"

    again = journeywall(tmp_path, "import", "map.mmd", "again.journey")
    assert (again.returncode, again.stderr) == (0, b"")
    back = info(tmp_path, "again.journey")
    assert [(p["name"], p["touchpoints"]) for p in back["phases"]] == expected["phases"]
    assert [row["score"] for row in back["emotions"]] == [row["score"] for row in held["emotions"]]
    assert [p["name"] for p in back["personas"]] == expected["personas"]


def test_what_a_diagram_cannot_hold_is_listed(tmp_path: Path) -> None:
    """Every kind of thing that the example has and Mermaid does not is counted in the list, with its number."""
    done = journeywall(tmp_path, "export", example_path("en"), "map.mmd", "--lang", "en")
    assert done.returncode == 1
    told = done.stderr.decode().casefold().splitlines()
    document = load(example_path("en")).document

    def listed(word: str, count: int) -> bool:
        return any(word in line and f" {count} " in line for line in told)

    for kind in ("thought", "insight", "pain_point", "opportunity", "solution"):
        placed = sum(item.kind == kind for item in document.placed)
        assert placed
        assert listed(ITEM_KINDS[kind].plural.casefold(), placed), (kind, told)
    assert listed("inbox", len(document.inbox) + len(document.parking))
    assert listed("attachment", sum(link.kind == "attach" for link in document.link_table.values()))
    assert listed("channel", len({c for item in document.touchpoints for c in item.channel_ids}))
    assert listed("word", sum(bool(e.word or e.quote) for e in document.emotion_table.values()))
    assert listed("description", sum(bool(p.role or p.quote or p.goals) for p in document.personas))
    assert not any("colour" in line for line in told), "it has none of its own"


def test_own_names_of_lanes_and_own_colours_are_listed_too(tmp_path: Path) -> None:
    document = new_map("Shoes", "en", ["Need", "Buy"])
    named = next(lane for lane in document.lanes if lane.kind == "insights").id
    for table, record_id, fields in (
        ("lanes", named, {"name": "What we learned", "color": 2}),
        ("phases", document.phases[0].id, {"color": 5}),
        ("steps", document.steps[1].id, {"color": 1}),
        ("personas", document.personas[0].id, {"color": 4}),
    ):
        document = apply(set_fields(document, table, record_id, **fields), document)
    save(document, tmp_path / "shoes.journey")
    done = journeywall(tmp_path, "export", "shoes.journey", "shoes.mmd")
    assert done.returncode == 1
    told = done.stderr.decode().splitlines()
    assert any("the name of 1 lane" in line for line in told), told
    assert any("colours of 4 phases, steps, lanes or personas" in line for line in told), told
    assert (tmp_path / "shoes.mmd").is_file()
