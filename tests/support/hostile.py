"""Hostile and broken map files.  ``python tests/support/hostile.py`` writes them into tests/corpus/hostile.

Each case is allowed one outcome: ``opened``, ``mended`` (opened, with a list of what was put aside or repaired) or
``refused`` (one sentence).  The bytes are made here so that a reader sees what is wrong with each; they are committed
so that other programs can be tried with them and so that nobody changes them unnoticed.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, NamedTuple

FOLDER = Path(__file__).resolve().parent.parent / "corpus" / "hostile"
Outcome = Literal["opened", "mended", "refused"]


class Case(NamedTuple):
    """One file and what must come of it."""

    data: bytes
    outcome: Outcome


def sound() -> dict[str, Any]:
    """A small sound map as plain values."""
    return {
        "format": "journeywall",
        "format_version": 1,
        "min_reader": 1,
        "document_id": "3f0c1f6e-6d1e-4b7e-9a53-2f6f3ad1c0de",
        "revision": 4,
        "saved_by": {"program": "Test", "time": "2026-01-01T00:00:00Z"},
        "map": {"id": "map", "title": "Schoenen", "language": "nl", "next_number": 4},
        "phases": [{"id": "phase-a", "name": "Zoeken", "order": "K"}, {"id": "phase-b", "name": "Kopen", "order": "f"}],
        "steps": [{"id": "step-a", "phase_id": "phase-a"}, {"id": "step-b", "phase_id": "phase-b"}],
        "lanes": [
            {"id": "lane-t", "kind": "touchpoints", "order": "K"},
            {"id": "lane-p", "kind": "pain_points", "order": "f"},
        ],
        "personas": [{"id": "persona-a", "name": "Sanne"}],
        "channels": [{"id": "channel-a", "name": "Web"}],
        "items": [
            {"id": "item-1", "kind": "touchpoint", "number": 1, "text": "Zoekt", "place": "map", "lane_id": "lane-t",
             "step_id": "step-a", "channel_ids": ["channel-a"]},
            {"id": "item-2", "kind": "pain_point", "number": 2, "text": "Traag", "place": "map", "lane_id": "lane-p",
             "step_id": "step-a", "severity": 3},
            {"id": "item-3", "kind": "note", "number": 3, "text": "Los"},
        ],
        "links": [{"id": "link-1", "kind": "attach", "source_id": "item-2", "target_id": "item-1"}],
        "emotions": [{"id": "emotion-1", "touchpoint_id": "item-1", "persona_id": "persona-a", "score": -1}],
        "assets": {},
    }  # fmt: skip


def lines(value: dict[str, Any]) -> bytes:
    """A file with one record per line, as the program writes it."""
    out = ["{"]
    for key, inner in value.items():
        if isinstance(inner, list) and inner:
            rows = ",\n".join(json.dumps(row, ensure_ascii=False) for row in inner)
            out.append(f'"{key}": [\n{rows}\n],')
        else:
            out.append(f'"{key}": {json.dumps(inner, ensure_ascii=False)},')
    return ("\n".join(out)[:-1] + "\n}\n").encode("utf-8", "surrogatepass")


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    """The sound map after ``change`` was done to its values."""
    value = sound()
    change(value)
    return lines(value)


def template(header: Any, change: Callable[[dict[str, Any]], object] = lambda _value: None) -> bytes:
    """The sound map as a template with ``header``, after ``change`` was done to its values."""

    def change_both(value: dict[str, Any]) -> None:
        value["template"] = header
        change(value)

    return changed(change_both)


def card(**fields: Any) -> bytes:
    """The sound map with its first card changed."""
    return changed(lambda value: value["items"][0].update(fields))


def linked(*links: dict[str, Any]) -> bytes:
    """The sound map with a second touchpoint, two insights, an opportunity and a solution (item-4 to item-8) in the
    inbox, and more links."""

    def change(value: dict[str, Any]) -> None:
        kinds = ("touchpoint", "insight", "insight", "opportunity", "solution")
        value["items"] += [
            {"id": f"item-{number}", "kind": kind, "number": number, "text": kind}
            for number, kind in enumerate(kinds, 4)
        ]
        value["map"]["next_number"] = 9
        value["links"] += [{"id": f"link-x{i}", **link} for i, link in enumerate(links)]

    return changed(change)


def link(kind: str, source: int, target: int, **fields: Any) -> dict[str, Any]:
    """A link between two of the cards."""
    return {"kind": kind, "source_id": f"item-{source}", "target_id": f"item-{target}", **fields}


def acted(**fields: Any) -> bytes:
    """The sound map with an action."""
    action = {"id": "action-1", "item_id": "item-2", "text": "Belt terug", **fields}
    return changed(lambda value: value.update(actions=[action]))


PIXEL = base64.b64decode("R0lGODlhAQABAIAAAP8AAP///ywAAAAAAQABAAACAkQBADs=")
"""A red GIF of one px."""


def pictured(key: str | None = None, **fields: Any) -> bytes:
    """The sound map with a picture on its first card."""
    key = hashlib.sha256(PIXEL).hexdigest() if key is None else key
    row = {"mime": "image/gif", "w": 1, "h": 1, "base64": base64.b64encode(PIXEL).decode(), **fields}

    def change(value: dict[str, Any]) -> None:
        value["items"][0]["pictures"] = [key]
        value["assets"] = {key: row}

    return changed(change)


def phase(**fields: Any) -> bytes:
    """The sound map with its first phase changed."""
    return changed(lambda value: value["phases"][0].update(fields))


def building_blocks() -> dict[str, Case]:
    """Broken links, actions, pictures and fields."""
    ring = (link("relates", 5, 6), link("based_on", 7, 5), link("based_on", 7, 6), link("solves", 8, 7))
    return {
        "picture.journey": Case(pictured(), "opened"),
        "picture-not-base64.journey": Case(pictured(base64="not base64 §"), "opened"),
        "picture-other-bytes.journey": Case(pictured(base64="QUJD"), "opened"),
        "picture-of-markup.journey": Case(
            pictured(hashlib.sha256(b"<svg onload='x'/>").hexdigest(), mime="image/svg+xml",
                     base64=base64.b64encode(b"<svg onload='x'/>").decode()), "opened"
        ),
        "picture-mime-of-anything.journey": Case(pictured(mime="text/html\n../../x"), "opened"),
        "picture-without-size.journey": Case(pictured(w=0, h=-1), "mended"),
        "picture-huge-size.journey": Case(pictured(w=10**9), "mended"),
        "picture-key-not-hex.journey": Case(pictured("../../../etc/passwd"), "mended"),
        "picture-key-upper-case.journey": Case(pictured("A" * 64), "mended"),
        "picture-that-is-not-there.journey": Case(card(pictures=["f" * 64]), "mended"),
        "pictures-as-text.journey": Case(card(pictures="f" * 64), "mended"),
        "portrait-that-is-not-there.journey": Case(
            changed(lambda v: v["personas"][0].update(portrait="f" * 64)), "mended"
        ),
        "action.journey": Case(acted(status="doing", due="2026-02-28"), "opened"),
        "action-of-no-card.journey": Case(acted(item_id="item-99"), "mended"),
        "action-of-itself.journey": Case(acted(item_id="action-1"), "mended"),
        "action-without-card.journey": Case(
            changed(lambda v: v.update(actions=[{"id": "action-1", "text": "Belt terug"}])), "mended"
        ),
        "action-due-on-30-february.journey": Case(acted(due="2026-02-30"), "mended"),
        "action-due-as-number.journey": Case(acted(due=20260228), "mended"),
        "action-due-in-words.journey": Case(acted(due="morgen"), "mended"),
        "action-status-of-later.journey": Case(acted(status="waiting"), "opened"),
        "action-status-in-words.journey": Case(acted(status="Bijna klaar!"), "mended"),
        "actions-as-object.journey": Case(changed(lambda v: v.update(actions={"action-1": {}})), "mended"),
        "links.journey": Case(linked(*ring, link("next", 1, 4)), "opened"),
        "links-in-a-circle.journey": Case(
            linked(*ring, link("next", 1, 4), link("next", 4, 1), link("loop", 4, 1), link("same_time", 1, 4)), "opened"
        ),
        "links-of-later-in-a-circle.journey": Case(
            linked(link("why", 1, 4), link("why", 4, 1), link("why", 3, 3)), "opened"
        ),
        "link-between-wrong-kinds.journey": Case(linked(link("solves", 8, 5)), "mended"),
        "link-turned-round.journey": Case(linked(link("solves", 7, 8)), "mended"),
        "link-twice.journey": Case(linked(link("next", 1, 4), link("next", 1, 4)), "mended"),
        "link-twice-turned.journey": Case(linked(link("relates", 5, 6), link("relates", 6, 5)), "mended"),
        "path-to-itself.journey": Case(linked(link("next", 4, 4)), "mended"),
        "path-carries-no-pain.journey": Case(linked(link("next", 1, 4, pain_point_ids=["item-5"])), "mended"),
        "path-carries-nothing-there.journey": Case(linked(link("next", 1, 4, pain_point_ids=["item-99"])), "mended"),
        "path-carries-text.journey": Case(linked(link("next", 1, 4, pain_point_ids="item-2")), "mended"),
        "loop-to-itself.journey": Case(phase(loop_to="phase-a"), "mended"),
        "loop-to-nowhere.journey": Case(phase(loop_to="phase-z"), "mended"),
        "loop-to-a-step.journey": Case(phase(loop_to="step-a"), "mended"),
        "loops-in-a-circle.journey": Case(
            changed(lambda v: (v["phases"][0].update(loop_to="phase-b"), v["phases"][1].update(loop_to="phase-a"))),
            "opened",
        ),
        "tags-as-text.journey": Case(card(tags="one, two"), "mended"),
        "tags-of-anything.journey": Case(card(tags=["een", 2, None, ["drie"]]), "mended"),
        "tags-too-many.journey": Case(card(tags=["x"] * 501), "mended"),
        "actors-of-later.journey": Case(card(actors=["customer", "robot"]), "opened"),
        "actors-in-words.journey": Case(card(actors=["De klant!"]), "mended"),
        "evidence-of-later.journey": Case(card(evidence="guessed"), "opened"),
        "evidence-in-words.journey": Case(card(evidence="Gok, 50 %"), "mended"),
        "source-date-in-words.journey": Case(card(source_date="vorige week"), "mended"),
        "reach-over-100.journey": Case(card(reach=101), "mended"),
        "duration-negative.journey": Case(card(duration=-1), "mended"),
        "duration-endless.journey": Case(card(duration=10**12), "mended"),
        "duration-in-words.journey": Case(card(duration="20 min"), "mended"),
        "impact-zero.journey": Case(card(impact=0, effort=6), "mended"),
        "switch-as-list.journey": Case(card(moment_of_truth=[]), "mended"),
        "aimed-out-of-range.journey": Case(changed(lambda v: v["emotions"][0].update(aimed=3)), "mended"),
        "feeling-that-says-nothing.journey": Case(changed(lambda v: v["emotions"][0].update(score=None)), "mended"),
        "fields-of-later.journey": Case(card(mood={"a": [1, None]}, material="paper", __class__="x"), "opened"),
    }  # fmt: skip


def large_cases() -> dict[str, Case]:
    """Cases too large to be kept as files."""
    return {
        "a-million-tags.journey": Case(card(tags=[f"t{i}" for i in range(1_000_000)]), "mended"),
        "a-million-words-of-later.journey": Case(card(labels=["x"] * 1_000_000), "opened"),
        "picture-of-20-mb.journey": Case(pictured(base64="A" * 20_000_000), "mended"),
        "ring-of-5000-insights.journey": Case(_ring(5_000), "opened"),
    }


def _ring(count: int) -> bytes:
    def change(value: dict[str, Any]) -> None:
        value["items"] += [{"id": f"insight-{i}", "kind": "insight", "number": 10 + i} for i in range(count)]
        value["map"]["next_number"] = 10 + count
        value["links"] += [
            {
                "id": f"ring-{i}",
                "kind": "relates",
                "source_id": f"insight-{i}",
                "target_id": f"insight-{(i + 1) % count}",
            }
            for i in range(count)
        ]

    return changed(change)


def cases() -> dict[str, Case]:
    """Every case by the name of its file."""
    whole = lines(sound())
    text = whole.decode()
    found: dict[str, Case] = {
        "sound.journey": Case(whole, "opened"),
        "bom.journey": Case(b"\xef\xbb\xbf" + whole, "opened"),
        "crlf.journey": Case(whole.replace(b"\n", b"\r\n"), "opened"),
        "pretty.journey": Case(json.dumps(sound(), indent=4).encode(), "opened"),
        "one-line.journey": Case(json.dumps(sound()).encode(), "opened"),
        "empty.journey": Case(b"", "refused"),
        "blank.journey": Case(b"\n \t\n", "refused"),
        "all-zero.journey": Case(b"\0" * 512, "refused"),
        "utf16-le.journey": Case(b"\xff\xfe" + text.encode("utf-16-le"), "refused"),
        "utf16-be-no-mark.journey": Case(text.encode("utf-16-be"), "refused"),
        "utf32.journey": Case(text.encode("utf-32"), "refused"),
        "zero-tail.journey": Case(whole + b"\0" * 700, "mended"),
        "zero-hole.journey": Case(whole[:900] + b"\0" * 300 + whole[1200:], "mended"),
        "bad-utf8.journey": Case(whole.replace(b"Traag", b"Tr\xe9\xe9g"), "mended"),
        "overlong-utf8.journey": Case(whole.replace(b"Traag", b"\xc0\xafTraag"), "mended"),
        "cut-in-items.journey": Case(whole[: whole.index(b'"item-3"') + 5], "mended"),
        "cut-in-header.journey": Case(whole[:80], "refused"),
        "two-maps.journey": Case(whole + whole, "mended"),
        "conflict-marks.journey": Case(whole.replace(b'{"id": "item-3"', b'<<<<<<< HEAD\n{"id": "item-3"'), "mended"),
        "double-key-in-card.journey": Case(whole.replace(b'"text": "Los"', b'"text": "Los", "text": "Vast"'), "mended"),
        "double-table.journey": Case(whole.replace(b'"assets"', b'"items": [],\n"assets"'), "mended"),
        "nan-score.journey": Case(whole.replace(b'"score": -1', b'"score": NaN'), "mended"),
        "infinity.journey": Case(whole.replace(b'"severity": 3', b'"severity": 1e999'), "mended"),
        "nan-pretty.json": Case(json.dumps(sound(), indent=1).replace("-1", "NaN").encode(), "refused"),
        "huge-integer.journey": Case(whole.replace(b'"number": 3', b'"number": ' + b"9" * 5000), "mended"),
        "integer-over-2-53.journey": Case(card(number=2**53), "mended"),
        "integer-just-over-2-53.journey": Case(whole.replace(b'"number": 3', b'"number": 9007199254740993'), "mended"),
        "deep-lists.json": Case(b"[" * 20_000, "refused"),
        "deep-closed.json": Case(b'{"format": "journeywall", "x": ' + b"[" * 990 + b"]" * 990 + b"}", "refused"),
        "deep-in-card.journey": Case(whole.replace(b'"text": "Los"', b'"text": ' + b"[" * 100 + b"]" * 100), "mended"),
        "lone-surrogate.journey": Case(whole.replace(b"Traag", rb"Tr\ud800\udc00 \udfff"), "opened"),
        "control-characters.journey": Case(whole.replace(b"Traag", rb"\u0000Tr\u0007aag\u001b[31m"), "opened"),
        "raw-control-character.journey": Case(whole.replace(b"Traag", b"Tr\x00aag"), "mended"),
        "html-and-formula.journey": Case(card(text="<img src='file:///etc/passwd'>=cmd|' /C calc'!A0"), "opened"),
        "long-text.journey": Case(card(text="x" * 30_000), "mended"),
        "wrong-types.journey": Case(card(text=5, place=[], lane_id={}, channel_ids="web"), "mended"),
        "text-of-null.journey": Case(card(text=None), "mended"),
        "row-is-text.journey": Case(changed(lambda v: v["items"].append("a card")), "mended"),
        "table-is-object.journey": Case(changed(lambda v: v.update(items={"item-1": v["items"][0]})), "mended"),
        "map-is-list.journey": Case(changed(lambda v: v.update(map=[v["map"]])), "opened"),
        "tables-missing.journey": Case(b'{"format": "journeywall", "format_version": 1}\n', "opened"),
        "double-id.journey": Case(changed(lambda v: v["items"].append({**v["items"][2], "text": "Twee"})), "mended"),
        "id-with-path.journey": Case(card(id="../../item"), "mended"),
        "document-id-with-path.journey": Case(changed(lambda v: v.update(document_id="../../../tmp/x")), "opened"),
        "dangling-link.journey": Case(changed(lambda v: v["links"][0].update(target_id="item-none")), "mended"),
        "link-to-itself.journey": Case(changed(lambda v: v["links"][0].update(target_id="item-2")), "mended"),
        "dangling-lane.journey": Case(card(lane_id="lane-none"), "mended"),
        "step-without-phase.journey": Case(changed(lambda v: v["steps"][0].update(phase_id="phase-none")), "mended"),
        "same-numbers.journey": Case(card(number=3), "mended"),
        "negative-number.journey": Case(card(number=-5), "mended"),
        "huge-number-and-bad-lane.journey": Case(card(number=2_000_000, lane_id=[]), "mended"),
        "score-out-of-range.journey": Case(changed(lambda v: v["emotions"][0].update(score=7)), "mended"),
        "score-as-text.journey": Case(changed(lambda v: v["emotions"][0].update(score="2")), "mended"),
        "bad-order-keys.journey": Case(changed(lambda v: v["phases"][0].update(order="a b!")), "mended"),
        "endless-order-key.journey": Case(changed(lambda v: v["phases"][0].update(order="z" * 9000)), "mended"),
        "newer-readable.journey": Case(changed(lambda v: v.update(format_version=9, moods=[{"id": "m"}])), "opened"),
        "newer-refused.journey": Case(changed(lambda v: v.update(format_version=9, min_reader=9)), "refused"),
        "version-as-text.journey": Case(changed(lambda v: v.update(format_version="1")), "refused"),
        "version-true.journey": Case(changed(lambda v: v.update(format_version=True)), "refused"),
        "unknown-kinds.journey": Case(changed(lambda v: v["lanes"][1].update(kind="weather")), "opened"),
        "false-integrity.journey": Case(changed(lambda v: v.update(integrity="sha256:00")), "opened"),
        "integrity-as-object.journey": Case(changed(lambda v: v.update(integrity={"a": []})), "opened"),
        "quarantine-of-anything.journey": Case(
            changed(lambda v: v.update(quarantine=[None, 5, {"row": []}])), "opened"
        ),
        "quarantine-as-text.journey": Case(changed(lambda v: v.update(quarantine="x")), "opened"),
        "assets-as-list.journey": Case(changed(lambda v: v.update(assets=["x"])), "mended"),
        "asset-bomb.journey": Case(
            changed(lambda v: v.update(assets={"0" * 64: {"w": 10**9, "base64": "!"}})), "mended"
        ),
        "foreign.json": Case(b'{"type": "excalidraw", "version": 2, "elements": []}', "refused"),
        "foreign-list.json": Case(b'[{"format": "journeywall"}]', "refused"),
        "page.json": Case(b"<!doctype html><title>404</title>", "refused"),
        "template.journeytemplate": Case(template({"name": "Intake", "description": "Voor elk gesprek"}), "opened"),
        "template-header-as-text.journeytemplate": Case(template("Intake"), "opened"),
        "template-header-of-anything.journeytemplate": Case(
            template({"name": 5, "description": [{"a": None}], "x": {}}), "opened"
        ),
        "template-name-of-markup.journeytemplate": Case(
            template({"name": "<b>Vet</b>\n=cmd()\u202e" + "a" * 5000, "description": "\0\x1b[31m" * 400}), "opened"
        ),
        "template-without-phases.journeytemplate": Case(
            template({"name": "Leeg"}, lambda v: v.update(phases="geen", steps=[])), "mended"
        ),
        "template-loops.journeytemplate": Case(
            template(
                {"name": "Lus"},
                lambda v: (v["phases"][0].update(loop_to="phase-a"), v["phases"][1].update(loop_to=["phase-a"])),
            ),
            "mended",
        ),
        "template-cut.journeytemplate": Case(template({"name": "Kort"})[:-200], "mended"),
        "template-foreign.journeytemplate": Case(b'{"template": {"name": "Intake"}, "phases": []}', "refused"),
        "template-newer.journeytemplate": Case(
            template({"name": "Later"}, lambda v: v.update(format_version=9, min_reader=9)), "refused"
        ),
        "zip.journey": Case(b"PK\x03\x04\x14\0\0\0\x08\0" + bytes(range(256)), "refused"),
    }
    return found | building_blocks()


def main() -> None:
    """Write every case."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, case in cases().items():
        (FOLDER / name).write_bytes(case.data)
    print(f"{len(cases())} files in {FOLDER}")


if __name__ == "__main__":
    main()
