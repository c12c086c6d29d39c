"""``info --json``: the summary of the first version stays as it was; everything else stands in keys of its own."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from app.cli import main
from linked_maps import linked_map
from model.details import details
from model.document import Document
from model.fields import ITEM_FIELDS
from model.files.native import save
from model.i18n import speaking
from model.kinds import ITEM_KINDS
from model.overview import overview, overview_lines, summary
from model.records import Asset, Channel, Persona, Phase
from model.templates import example_path

ROOT = Path(__file__).resolve().parents[2]


def full() -> Document:
    made = linked_map()
    made.put(Channel(id="web", name="Web", icon="world", medium="both"))
    made.put(Asset(id="a" * 64, mime="image/png", w=3, h=2, base64="QUJD"))
    made.put(Persona(id="sanne", name="Sanne", actor="prospect", portrait="a" * 64, description="Runs"))
    made.put(Phase(id="p2", name="Phase 2", prompt="What now?", loop_to="p1", order="z"))
    made.card(
        "t5",
        "touchpoint",
        "s3",
        channel_ids=("web",),
        system="CRM",
        duration=0,
        tags=("x", "y"),
        evidence="measured",
        pictures=("a" * 64,),
        moment_of_truth=True,
        mood="of later",
    )
    made.feel("t1", 2, aimed=2, word="glad").feel("t2", -1, aimed=1, quote="Oh").feel("t4", None, aimed=0)
    made.link("next", "t4", "t2", text="again").card("idea", "solution", "s1")
    return made.document()


def test_the_keys_of_the_first_version_come_first_and_are_as_they_were() -> None:
    document = full()
    held = overview(document, 1)
    first = [*["format_version", "title", "language", "phases", "lanes", "personas", "channels", "counts", "emotions"]]
    assert list(held)[: len(first)] == first
    assert {key: held[key] for key in first} == summary(document, 1)
    assert list(held["counts"]) == ["touchpoint", "insight", "pain_point", "opportunity", "solution", "note", "link"]
    assert held["personas"] == [{"id": "sanne", "name": "Sanne", "role": ""}]
    assert held["channels"] == [{"id": "web", "name": "Web", "medium": "both"}]
    assert list(held["phases"][0]) == ["id", "name", "steps", "touchpoints"]
    assert held["emotions"][0] == {"touchpoint": "t1", "persona": "sanne", "score": 2}


def test_every_card_with_every_field_that_is_said() -> None:
    items = {item["id"]: item for item in details(full())["items"]}
    assert items["t5"] == {
        "id": "t5",
        "number": 11,
        "kind": "touchpoint",
        "text": "t5",
        "place": "map",
        "phase": "p2",
        "step": "s3",
        "lane": "touchpoints",
        "channel_ids": ["web"],
        "moment_of_truth": True,
        "duration": 0,
        "pictures": ["a" * 64],
        "tags": ["x", "y"],
        "system": "CRM",
        "evidence": "measured",
        "mood": "of later",
    }
    assert items["on_path"]["place"] == "inbox" and items["on_path"]["phase"] is None


def test_each_field_of_the_table_is_told() -> None:
    from model.records import Item

    told = {
        "text": "word",
        "line": "word",
        "choice": "word",
        "choices": ("word",),
        "scale": 3,
        "percent": 40,
        "duration": 90,
        "date": "2026-03-01",
        "switch": True,
        "tags": ("word",),
        "channels": ("web",),
        "personas": ("sanne",),
        "pictures": ("a" * 64,),
    }
    values = {field.id: told[field.type] for field in ITEM_FIELDS.values() if field.id in Item.names}
    document = full().with_changes([("items", "t1", full().item_table["t1"].changed(**values))])
    row = next(item for item in details(document)["items"] if item["id"] == "t1")
    assert {key: tuple(v) if isinstance(v, list) else v for key, v in row.items() if key in values} == values


def test_links_feelings_actions_and_pictures() -> None:
    held = details(full())
    assert {
        "id": "handover-t2-t3",
        "kind": "handover",
        "source": "t2",
        "target": "t3",
        "text": "",
        "pain_points": ["on_path"],
    } in held["links"]
    assert held["feelings"][1] == {
        "touchpoint": "t2",
        "persona": "sanne",
        "score": -1,
        "aimed": 1,
        "word": "",
        "quote": "Oh",
    }
    assert held["actions"] == [
        {
            "id": "ring-back",
            "item": "so",
            "text": "ring-back",
            "owner": "Kees",
            "department": "",
            "status": "doing",
            "due": "2026-03-01",
        },
        {"id": "tablet", "item": "so", "text": "tablet", "owner": "", "department": "", "status": "open", "due": ""},
    ]
    assert held["assets"] == [
        {"id": "a" * 64, "mime": "image/png", "w": 3, "h": 2, "items": ["t5"], "personas": ["sanne"], "logo": False}
    ]
    assert "QUJD" not in json.dumps(held)


def test_people_channels_phases_and_lanes() -> None:
    held = details(full())
    (person,) = held["people"]
    assert (person["persona"], person["actor"], person["portrait"], person["description"]) == (
        "sanne",
        "prospect",
        "a" * 64,
        "Runs",
    )
    assert held["channel_list"] == [
        {"channel": "web", "name": "Web", "icon": "world", "medium": "both", "touchpoints": ["t5"]}
    ]
    assert held["columns"][1] == {
        "phase": "p2",
        "name": "Phase 2",
        "color": None,
        "prompt": "What now?",
        "loop_to": "p1",
        "steps": [{"id": "s3", "name": ""}],
    }
    assert held["rows"][0]["lane"] == "touchpoints" and held["rows"][0]["alignment"] == "step"
    assert held["map"]["subtitle"] == "" and "next_number" not in held["map"]


def test_what_follows_by_the_rules() -> None:
    held = details(full())
    assert held["kinds"]["touchpoint"] == 5 and held["kinds"]["need"] == 0 and list(held["kinds"]) == list(ITEM_KINDS)
    assert held["evidence"]["used"] is True
    assert held["evidence"]["counts"] == {"assumption": 7, "observed": 0, "measured": 1}
    assert sum(held["evidence"]["percents"].values()) == 100
    assert [each["phase"] for each in held["evidence"]["phases"]] == ["p1", "p2"]
    assert held["curves"][0] == {
        "persona": "sanne",
        "line": "found",
        "points": [{"touchpoint": "t1", "score": 2}, {"touchpoint": "t2", "score": -1}],
        "lowest": "t2",
        "peak": "t1",
        "end": "t2",
        "steepest_drop": {"from": "t1", "to": "t2", "size": -3},
    }
    assert [curve["line"] for curve in held["curves"]] == ["found", "aimed"]
    assert held["gaps"][1] == {"touchpoint": "t2", "persona": "sanne", "found": -1, "aimed": 1, "size": 2}
    assert held["blind_spots"] == {"systems_used": True, "touchpoints": ["t1", "t2", "t3", "t4"]}
    assert held["contradictions"] == [{"rule": "FL4", "id": "next-t4-t2"}]
    assert held["crossings"] == []
    assert held["trace"] == {
        "unsupported": {"TR5": ["idea"]},
        "unanswered": [{"item": "on_path", "standing": "nothing"}],
    }


def test_info_prints_it_and_stays_short_for_people(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.journey"
    save(full(), path)
    main(["info", str(path), "--json"])
    assert json.loads(capsys.readouterr().out) == json.loads(json.dumps(overview(full(), 1)))
    main(["info", str(path), "--lang", "en"])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) < 15
    assert "2 scores, 11 links, 2 actions" in lines
    assert "Evidence: 12 % measured, 0 % observed, 88 % assumption" in lines


def test_the_example_is_told_without_its_pictures() -> None:
    from model.files.native import load

    document = load(example_path("nl")).document
    told = json.dumps(overview(document, 1))
    assert all(asset.base64[:80] not in told for asset in document.asset_table.values())
    with speaking("nl"):
        assert len(overview_lines(document)) < 30


def test_every_key_is_described() -> None:
    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`.*?) \| ", page[page.index("\n## info") : page.index("\n## check")], re.MULTILINE)
    described = [key for row in rows for key in re.findall(r"`(\w+)`", row)]
    assert described == list(overview(full(), 1))
