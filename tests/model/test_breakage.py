"""What an edit broke is found by looking at the edit: it says exactly what a look at everything says (I1 to I12)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linked_maps import linked_map
from model import breakage
from model.breakage import violations_after
from model.changes import Change, ChangeSet, apply
from model.commands import cards, links
from model.commands.places import Cell
from model.document import Document
from model.invariants import Violation, violations
from model.records import TABLES, Record
from said_maps import said_map

MAPS = [said_map(), linked_map().feel("t1", -1).feel("t3", 2, aimed=2).document()]
ELSEWHERE = "nowhere"


def ids(document: Document, *tables: str) -> list[str]:
    return [*(i for table in tables for i in document.tables[table]), ELSEWHERE]


def fields_of(document: Document, table: str) -> dict[str, list[Any]]:
    """What the rules speak of, with values that keep and that break them."""
    kinds = ["touchpoint", "pain_point", "insight", "note", "of_later"]
    items, assets = ids(document, "items"), list(document.tables["assets"])
    found: dict[str, dict[str, list[Any]]] = {
        "map": {"next_number": [1, 3, 50, 1000]},
        "phases": {"loop_to": [None, *ids(document, "phases")]},
        "steps": {"phase_id": ids(document, "phases")},
        "lanes": {"kind": ["touchpoints", "notes", "of_later"]},
        "personas": {"portrait": [None, *assets, "f" * 64]},
        "channels": {"name": ["", "x"]},
        "items": {
            "place": ["map", "inbox", "parking"],
            "lane_id": [None, *ids(document, "lanes")],
            "step_id": [None, *ids(document, "steps")],
            "kind": kinds,
            "number": [*range(1, 8), 49, 50, 999],
            "channel_ids": [(), *((i,) for i in ids(document, "channels"))],
            "persona_ids": [(), *((i,) for i in ids(document, "personas"))],
            "pictures": [(), *((i,) for i in assets), ("f" * 64,)],
            "text": ["", "anders"],
        },
        "links": {
            "kind": ["attach", "next", "based_on", "relates", "same_time", "handover", "of_later"],
            "source_id": items,
            "target_id": items,
            "order": ["A", "zz"],
            "pain_point_ids": [(), *((i,) for i in items)],
        },
        "emotions": {
            "touchpoint_id": items,
            "persona_id": ids(document, "personas"),
            "score": [None, 1],
            "aimed": [None, 2],
            "word": ["", "blij"],
        },
        "actions": {"item_id": items},
        "filters": {"words": ["", "x"], "persona_ids": [(), *((i,) for i in ids(document, "personas"))]},
        "assets": {"w": [1, 2]},
    }
    return found[table]


@st.composite
def edits(draw: st.DrawFn, document: Document) -> ChangeSet:
    """Some records come, go or become others, sensibly or not."""
    found: dict[tuple[str, str], Change] = {}
    for _ in range(draw(st.integers(1, 3))):
        table = draw(st.sampled_from([*TABLES, "items", "items", "links", "links", "emotions"]))
        rows = document.tables[table]
        if not rows:
            continue
        old: Record = rows[draw(st.sampled_from(sorted(rows)))]
        what = draw(st.sampled_from(["change", "change", "change", "add", "remove", "misfile"]))
        new = old
        for name, values in fields_of(document, table).items():
            if draw(st.booleans()):
                new = new.changed(**{name: draw(st.sampled_from(values))})
        if what == "remove":
            change = Change(table, old.id, old, None)
        elif what == "add":
            fresh = new.changed(id="e" * 64 if table == "assets" else f"{table}_new")
            change = Change(table, fresh.id, rows.get(fresh.id), fresh)
        elif what == "misfile" and draw(st.booleans()):
            change = Change(table, f"{old.id}-elsewhere", None, new)  # no record's own id
        else:
            change = Change(table, old.id, old, new)
        found[change.table, change.id] = change
    return ChangeSet(tuple(found.values()))


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_it_says_what_a_look_at_everything_says(data: st.DataObject) -> None:
    before = data.draw(st.sampled_from(MAPS))
    assert not violations(before)
    changes = data.draw(edits(before))
    after = apply(changes, before)
    assert violations_after(changes, before, after) == violations(after)


def put(table: str, record_id: str, **fields: Any) -> ChangeSet:
    old = MAPS[1].tables[table][record_id]
    return ChangeSet((Change(table, record_id, old, old.changed(**fields)),))


def gone(table: str, record_id: str) -> ChangeSet:
    return ChangeSet((Change(table, record_id, MAPS[1].tables[table][record_id], None),))


def new(table: str, like: str, **fields: Any) -> ChangeSet:
    record = MAPS[1].tables[table][like].changed(id="new", **fields)
    return ChangeSet((Change(table, "new", None, record),))


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        ("I1", put("steps", "s1", phase_id=ELSEWHERE)),
        ("I1", gone("steps", "s3")),
        ("I2", put("items", "t1", step_id=ELSEWHERE)),
        ("I2", put("items", "in1", place="inbox")),
        ("I2", put("lanes", "touchpoints", kind="notes")),
        ("I2", gone("lanes", "touchpoints")),
        ("I3", put("items", "t1", number=2)),
        ("I3", put("items", "t1", number=999)),
        ("I3", new("items", "t1", number=3)),
        ("I3", put("map", "map", next_number=2)),
        ("I4", put("links", "next-t1-t2", target_id="t1")),
        ("I4", put("links", "handover-t2-t3", pain_point_ids=("in1",))),
        ("I4", new("links", "next-t1-t2")),
        ("I4", new("links", "same_time-t3-t2", source_id="t2", target_id="t3")),
        ("I4", new("links", "attach-pa-t1", source_id="t2")),
        ("I4", gone("items", "on_path")),
        ("I4", gone("items", "in1")),
        ("I4", put("items", "pa", kind="note", lane_id=None, step_id=None, place="inbox")),
        ("I5", gone("items", "t1")),
        ("I5", put("emotions", "e-t1-sanne", score=None)),
        ("I5", new("emotions", "e-t1-sanne")),
        ("I5", new("emotions", "e-t1-sanne", touchpoint_id="in1")),
        ("I5", gone("personas", "sanne")),
        ("I6", put("items", "pa", step_id="s2")),
        ("I6", put("items", "t1", step_id="s2")),
        ("I6", put("links", "attach-pa-t1", target_id="t4")),
        ("I7", put("items", "t1", channel_ids=(ELSEWHERE,))),
        ("I8", gone("personas", "sanne")),
        ("I9", ChangeSet((Change("items", "other", None, MAPS[1].item_table["t1"]),))),
        ("I9", gone("map", "map")),
        ("I9", ChangeSet((Change("map", "new", None, MAPS[1].info.changed(id="new")),))),
        ("I10", put("actions", "tablet", item_id=ELSEWHERE)),
        ("I10", gone("items", "so")),
        ("I11", put("items", "t1", pictures=("f" * 64,))),
        ("I11", put("personas", "sanne", portrait="f" * 64)),
        ("I11", put("map", "map", logo="f" * 64)),
        ("I12", put("phases", "p1", loop_to="p1")),
    ],
)
def test_each_rule_is_seen_where_an_edit_breaks_it(rule: str, changes: ChangeSet) -> None:
    before = MAPS[1]
    after = apply(changes, before)
    found = violations_after(changes, before, after)
    assert found == violations(after)
    assert rule in {violation.rule for violation in found}


def test_what_people_do_with_cards_needs_no_look_at_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[Document] = []

    def look(document: Document) -> list[Violation]:
        looks.append(document)
        return []

    monkeypatch.setattr(breakage, "violations", look)
    before = MAPS[1]
    for changes in (
        cards.set_text(before, "t1", "Anders"),
        cards.move_cards(before, ["t1"], Cell("touchpoints", "s3")),
        cards.add_cards(before, "touchpoint", ["Nog een"], Cell("touchpoints", "s3")),
        cards.delete_cards(before, ["so", "t4"]),
        cards.set_emotion(before, "t2", "sanne", score=1),
        cards.set_card(before, ["pa"], severity=5),
        links.link_cards(before, "next", ["t3"], "t4"),
    ):
        assert changes
        after = apply(changes, before)
        assert violations_after(changes, before, after) == []
        assert not violations(after)
    assert not looks
