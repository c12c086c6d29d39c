"""Each rule of docs/rules.md: found where it is broken, with its place, and not found in a good map."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from model.check import Finding, check_document, counts, place_of
from model.document import Document
from model.files.native import load
from model.i18n import speaking
from model.records import Emotion, Item, Lane, Link, Record
from model.templates import example_path

ROOT = Path(__file__).resolve().parents[2]
Break = Callable[[Document], Document]


def example() -> Document:
    return load(example_path("en")).document


def put(document: Document, table: str, *records: Record) -> Document:
    return document.with_changes((table, record.id, record) for record in records)


def drop(document: Document, table: str, *ids: str) -> Document:
    return document.with_changes((table, record_id, None) for record_id in ids)


def change(table: str, record_id: str, **fields: object) -> Break:
    return lambda document: put(document, table, document.tables[table][record_id].changed(**fields))


def found(document: Document) -> list[Finding]:
    before = {(finding.rule, finding.id) for finding in check_document(example())}
    return [finding for finding in check_document(document) if (finding.rule, finding.id) not in before]


CASES: list[tuple[str, str, str, Break]] = [
    ("I1", "error", "steps", change("steps", "step-3", phase_id="phase-99")),
    ("I2", "error", "N12", change("items", "item-n12", lane_id="lane-insights")),
    ("I3", "error", "N12", change("items", "item-n13", number=12)),
    ("I4", "error", "links", lambda d: put(d, "links", Link(id="link-x", source_id="item-n41", target_id="item-n1"))),
    ("I5", "error", "feeling at N1", change("emotions", "emotion-n1-sanne", persona_id="persona-x")),
    ("I6", "error", "N49", change("items", "item-n49", step_id="step-2")),
    ("I7", "error", "N12", change("items", "item-n12", channel_ids=("channel-x",))),
    ("K3", "error", "N12, phase 3", change("items", "item-n12", text="Reads \U00012000")),
    ("K3", "error", "the map", change("map", "map", title="\U00012000")),
    ("K3", "error", "feeling at N2", change("emotions", "emotion-n2-sanne", word="\U00012000")),
    ("K10", "warning", "N12, phase 3", change("items", "item-n12", text=" \n")),
    ("K10", "warning", "N57, inbox", change("items", "item-n57", text="")),
    ("K11", "warning", "phase 5", change("phases", "phase-5", name=" moment  of DECISION ")),
    ("K11", "warning", "channel 2", change("channels", "channel-fysio", name="Social media")),
    ("K11", "warning", "persona 2", change("personas", "persona-henk", name="sanne")),
    ("K12", "warning", "N62, parking lot", change("items", "item-n62", kind="metric")),
    ("K12", "warning", "lane 10", lambda d: put(d, "lanes", Lane(id="lane-x", kind="metrics", order="z"))),
    ("K13", "warning", "N65", change("items", "item-n65", severity=3)),
    ("K13", "warning", "N65", change("items", "item-n65", channel_ids=("channel-web",))),
    ("K20", "info", "the map", change("map", "map", title=" ")),
    ("K22", "info", "phase 4", change("phases", "phase-4", name="")),
    ("K24", "info", "N12", change("items", "item-n12", channel_ids=())),
    ("K25", "info", "N12", lambda d: drop(d, "emotions", "emotion-n12-sanne", "emotion-n12-henk")),
    ("K26", "info", "N49", lambda d: drop(d, "links", "link-n49-n3")),
    ("K27", "info", "N49", change("items", "item-n49", severity=None)),
]


@pytest.mark.parametrize(("rule", "level", "place", "broken"), CASES, ids=[f"{c[0]}-{i}" for i, c in enumerate(CASES)])
def test_each_rule(rule: str, level: str, place: str, broken: Break) -> None:
    findings = [finding for finding in found(broken(example())) if finding.rule == rule]
    assert findings, f"{rule} was not found"
    assert {finding.level for finding in findings} == {level}
    assert any(place in finding.place or place == finding.table for finding in findings), findings
    assert counts(findings[0]) == (level == "error")
    assert counts(findings[0], strict=True) == (level != "info")


def test_rules_of_whole_maps() -> None:
    empty = Document({"map": {"map": example().info}})
    assert {finding.rule for finding in check_document(empty)} == {"I8", "K21"}
    bare = drop(example(), "channels", *example().channel_table)
    bare = put(bare, "items", *(item.changed(channel_ids=()) for item in bare.touchpoints))
    assert [f.place for f in check_document(bare) if f.rule == "K24"] == ["the map"]
    phase = example().phases[0]
    without = [item.id for item in example().placed if example().phase_of(item) == phase]
    links = list(example().link_table)
    emotions = [e.id for e in example().emotion_table.values() if e.touchpoint_id in without]
    document = drop(drop(drop(example(), "items", *without), "links", *links), "emotions", *emotions)
    assert [f.place for f in check_document(document) if f.rule == "K23"] == ["phase 1 “Latent and concrete need”"]


def test_errors_stand_first_and_the_rest_in_map_order() -> None:
    document = change("items", "item-n30", text="")(change("items", "item-n12", text="")(example()))
    document = change("items", "item-n33", text="\U00012000")(document)
    rules = [(finding.rule, finding.id) for finding in found(document)]
    assert rules == [("K3", "item-n33"), ("K10", "item-n12"), ("K10", "item-n30")]


def test_a_place_in_words_for_every_table() -> None:
    document = example()
    for table, rows in document.tables.items():
        for record_id in rows:
            place = place_of(document, table, record_id)
            assert place
            if table not in {"links"}:
                assert record_id not in place or table == "map"
    assert place_of(document, "items", "item-n28") == "N28, phase 6 “Delivery”"
    assert place_of(document, "items", "nobody") == "items nobody"
    nowhere = Item(id="item-x", kind="note", number=99, place="map", lane_id="lane-x", step_id="step-x")
    assert place_of(put(document, "items", nowhere), "items", "item-x") == "N99, nowhere"
    lost = Emotion(id="emotion-x", touchpoint_id="item-x", persona_id="persona-x", score=1)
    assert place_of(put(document, "emotions", lost), "emotions", "emotion-x") == "emotions emotion-x"


def test_the_rules_are_all_described_and_no_others() -> None:
    described = set(re.findall(r"^\| (K\d+) ", (ROOT / "docs" / "rules.md").read_text(encoding="utf-8"), re.MULTILINE))
    modules = [ROOT / "model" / "check.py", *(ROOT / "model" / "checks").glob("*.py")]
    used = {rule for module in modules for rule in re.findall(r'"(K\d+)"', module.read_text(encoding="utf-8"))}
    assert described == used


def test_findings_are_translated() -> None:
    document = change("items", "item-n12", text="")(example())
    with speaking("xx"):
        finding = next(finding for finding in check_document(document) if finding.rule == "K10")
        assert finding.text.startswith("⟦")
        assert "⟦" in finding.line_text
