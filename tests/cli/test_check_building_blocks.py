"""The rules of the check about fields, links, actions, pictures, and what is drawn but says nothing (docs/rules.md)."""

from __future__ import annotations

import base64
import hashlib
import io

import pytest

from linked_maps import LinkedMap, linked_map
from model.check import Finding, check_document
from model.i18n import speaking
from model.records import Action, Asset, Channel, Lane, Link, Persona, Phase, Step


def findings(made: LinkedMap, rule: str) -> list[tuple[str, str, str]]:
    """(level, place, text) of what a rule finds, in English."""
    with speaking("en"):
        return [(f.level, f.place, f.text) for f in check_document(made.document()) if f.rule == rule]


def ids(made: LinkedMap, rule: str) -> list[str]:
    return [f.id for f in check_document(made.document()) if f.rule == rule]


def picture(size: tuple[int, int] = (3, 2), kind: str = "PNG") -> Asset:
    from PIL import Image

    into = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(into, kind)
    data = into.getvalue()
    return Asset(
        id=hashlib.sha256(data).hexdigest(),
        mime=f"image/{kind.lower()}",
        w=size[0],
        h=size[1],
        base64=base64.b64encode(data).decode(),
    )


def test_a_map_that_uses_every_link_has_no_errors_or_warnings() -> None:
    found: list[Finding] = check_document(linked_map().document())
    assert {f.rule for f in found if f.level != "info"} == set()


# -- K3 ---------------------------------------------------------------------------------------------------------

CUNEIFORM = "\U00012000"


@pytest.mark.parametrize(
    "broken",
    [
        linked_map().card("x", "touchpoint", "s1", description=CUNEIFORM),
        linked_map().card("x", "touchpoint", "s1", system=CUNEIFORM),
        linked_map().card("x", "pain_point", "s1", cause=CUNEIFORM),
        linked_map().card("x", "note", tags=("fine", CUNEIFORM)),
        linked_map().card("x", "insight", source=CUNEIFORM),
        linked_map().card("x", "of_later", "s1", description=CUNEIFORM),
        linked_map().action("so", "x", owner=CUNEIFORM),
        linked_map().link("next", "t3", "t4", text=CUNEIFORM),
        linked_map().put(Phase(id="p1", prompt=CUNEIFORM)),
        linked_map().put(Lane(id="touchpoints", kind="touchpoints", prompt=CUNEIFORM)),
        linked_map().put(Persona(id="sanne", name="Sanne", description=CUNEIFORM)),
    ],
)
def test_k3_covers_every_text(broken: LinkedMap) -> None:
    assert [f[2] for f in findings(broken, "K3")] == [f"No font here can print: {CUNEIFORM} (U+12000)"]


def test_k3_what_a_kind_does_not_show_is_not_printed() -> None:
    assert findings(linked_map().card("x", "note", cause=CUNEIFORM), "K3") == []


# -- pictures ---------------------------------------------------------------------------------------------------


def shown(asset: Asset) -> LinkedMap:
    return linked_map().put(asset).card("x", "note", pictures=(asset.id,))


def test_k4_sound_pictures() -> None:
    for kind in ("PNG", "JPEG", "GIF"):
        assert findings(shown(picture(kind=kind)), "K4") == []


def test_k4_damaged_pictures_say_where_and_why() -> None:
    sound = picture()
    broken = {
        "base64": sound.changed(base64="§§§"),
        "bytes were changed": sound.changed(base64=base64.b64encode(b"something else").decode()),
        "size, kind": sound.changed(w=30),
        "kind) is not": sound.changed(mime="image/jpeg"),
    }
    for words, asset in broken.items():
        (found,) = findings(shown(asset), "K4")
        assert found[0] == "error" and found[1] == "picture at N11" and words in found[2]
    text = b"<svg/>"
    svg = Asset(
        id=hashlib.sha256(text).hexdigest(), mime="image/svg+xml", w=1, h=1, base64=base64.b64encode(text).decode()
    )
    assert "cannot be shown" in findings(shown(svg), "K4")[0][2]
    cut = base64.b64decode(picture((400, 400)).base64)[:-40]
    half = Asset(
        id=hashlib.sha256(cut).hexdigest(), mime="image/png", w=400, h=400, base64=base64.b64encode(cut).decode()
    )
    assert "damaged" in findings(shown(half), "K4")[0][2]


def test_k15_pictures_that_nothing_shows() -> None:
    asset = picture()
    assert findings(linked_map().put(asset), "K15")[0][:2] == ("warning", "picture that nothing shows")
    assert findings(shown(asset), "K15") == []
    worn = linked_map().put(asset, Persona(id="sanne", name="Sanne", portrait=asset.id))
    assert findings(worn, "K15") == []


def test_i10_i11_i12_dangling() -> None:
    made = linked_map().put(Action(id="a-lost", item_id="gone"))
    made.put(Persona(id="sanne", name="Sanne", portrait="0" * 64), Phase(id="p1", loop_to="gone"))
    made.card("x", "note", pictures=("1" * 64,))
    assert [(r, i) for r in ("I10", "I11", "I12") for i in ids(made, r)] == [
        ("I10", "a-lost"),
        ("I11", "x"),
        ("I11", "sanne"),
        ("I12", "p1"),
    ]


# -- slips ------------------------------------------------------------------------------------------------------


def test_k10_an_action_without_text() -> None:
    made = linked_map()
    made.put(Action(id="a-empty", item_id="so", text=" ", order="zz"))
    assert findings(made, "K10") == [("warning", "N10, action 3", "This action is empty.")]


@pytest.mark.parametrize(
    ("made", "place"),
    [
        (linked_map().card("x", "need", "s1", need_type="deep"), "N11, phase 1 “Phase 1”"),
        (linked_map().card("x", "touchpoint", "s1", actors=("customer", "robot")), "N11, phase 1 “Phase 1”"),
        (linked_map().card("x", "note", evidence="guessed"), "N11, inbox"),
        (linked_map().action("so", "x", "waiting"), "N10, action 3 “x”"),
        (linked_map().put(Persona(id="sanne", name="Sanne", actor="robot")), "persona 1 “Sanne”"),
        (linked_map().link("teleport", "t1", "t2"), "link from N1 to N2"),
    ],
)
def test_k12_unknown_choices_and_links_are_kept(made: LinkedMap, place: str) -> None:
    (found,) = findings(made, "K12")
    assert found[:2] == ("warning", place) and "it is kept" in found[2]


def test_k13_fields_that_a_kind_does_not_show() -> None:
    made = linked_map().card("x", "note", severity=3, system="CRM", moment_of_truth=True, duration=0, tags=("a",))
    (found,) = findings(made, "K13")
    assert found[2].endswith("Severity, Moment of truth, Duration, Recorded in.")
    made = linked_map().action("op", "too-early")
    assert [f[1] for f in findings(made, "K13")] == ["N9, phase 1 “Phase 1”"]
    assert findings(linked_map().card("x", "of_later", severity=3), "K13") == []


def test_k14_contradictions() -> None:
    made = linked_map().link("next", "t4", "t2").put(Phase(id="p1", name="Phase 1", loop_to="p2", order="00001V"))
    assert [(f[0], f[1]) for f in findings(made, "K14")] == [
        ("warning", "N4 leads to N2"),
        ("warning", "phase 1 “Phase 1”"),
    ]


# -- remarks ----------------------------------------------------------------------------------------------------


def test_k25_what_is_aimed_for_is_not_felt_yet() -> None:
    made = (
        linked_map().feel("t1", None, aimed=2).feel("t2", 1).feel("t3", None, word="fine").feel("t4", None, quote="Ha")
    )
    assert ids(made, "K25") == ["t1"]


def test_k28_personas_that_say_nothing() -> None:
    made = linked_map()
    assert ids(made, "K28") == ["sanne"]
    made.put(Persona(id="sanne"))
    assert ids(made, "K28") == []
    made.put(Persona(id="henk"))
    assert ids(made, "K28") == ["henk", "sanne"]
    assert ids(made.feel("t1", 1, persona="henk"), "K28") == ["sanne"]


def test_k30_says_what_tr5_to_tr9_find() -> None:
    made = linked_map().card("idea", "solution", "s1").card("rumour", "insight")
    assert [f[2] for f in findings(made, "K30")] == [
        "This solution answers no opportunity.",
        "This insight has neither a touchpoint nor a source.",
    ]
    assert {f[0] for f in findings(made, "K30")} == {"info"}


def test_k31_to_k34_what_is_done() -> None:
    made = linked_map()
    assert [ids(made, rule) for rule in ("K31", "K32", "K34")] == [[], [], ["on_path"]]
    made.card("op2", "opportunity", "s1").link("based_on", "op2", "on_path").card("so2", "solution", "s1")
    assert [ids(made, rule) for rule in ("K31", "K32", "K34")] == [["op2"], ["so2"], []]
    made.link("solves", "so2", "op2").action("so2", "x")
    assert [ids(made, rule) for rule in ("K31", "K32", "K34")] == [[], [], []]


def test_k33_actions_without_owner_or_day() -> None:
    made = linked_map()
    assert findings(made, "K33") == [("info", "N10, action 2 “tablet”", "This action lacks: Owner, Due.")]
    made.action("so", "tablet", owner="Kees")
    assert findings(made, "K33")[0][2] == "This action lacks: Due."
    for status in ("done", "dropped"):
        assert findings(made.action("so", "tablet", status), "K33") == []


def test_k35_lanes_that_say_nothing() -> None:
    made = linked_map().put(
        Lane(id="thoughts", kind="thoughts", prompt="What now?"), Lane(id="emotion", kind="emotion")
    )
    made.put(Lane(id="channels", kind="channels"), Lane(id="later", kind="later"), Channel(id="web", name="Web"))
    assert sorted(ids(made, "K35")) == ["channels", "emotion", "thoughts"]
    places = [place for _, place, _ in findings(made, "K35")]
    assert sorted(place.split(" ", 2)[2] for place in places) == ["“Emotie”", "“Gedachten”", "“Kanalen”"], (
        "a lane without a name of its own is called as the map calls it"
    )
    made.feel("t1", 1).card("t5", "touchpoint", "s1", channel_ids=("web",)).card("th", "thought", "s3")
    assert ids(made, "K35") == []


def test_k36_k37_steps_and_channels_that_say_nothing() -> None:
    made = linked_map().put(Step(id="s9", phase_id="p2", order="zz"), Channel(id="web", name="Web"))
    assert ids(made, "K36") == ["s9"] and ids(made, "K37") == ["web"]
    made.put(Phase(id="p3", name="Empty", order="zz"), Step(id="s10", phase_id="p3"))
    made.card("n", "note", "s9").card("t5", "touchpoint", channel_ids=("web",))
    assert ids(made, "K36") == [] and ids(made, "K37") == []


def test_k38_blind_spots_where_systems_are_used() -> None:
    assert ids(linked_map(), "K38") == []
    assert ids(linked_map().card("t5", "touchpoint", "s1", system="CRM"), "K38") == ["t1", "t2", "t3", "t4"]


def test_k39_evidence_without_a_source() -> None:
    made = (
        linked_map().card("a", "thought", "s1", evidence="observed").card("b", "need", "s1", source_date="2026-01-02")
    )
    made.card("c", "need", "s1", evidence="measured", source="Survey", source_date="2026-01-02")
    made.card("d", "need", "s1", evidence="assumption").card("e", "opportunity", "s1", evidence="measured")
    assert sorted(ids(made, "K39")) == ["a", "b"]


def test_k40_aims_below_what_is_felt() -> None:
    made = linked_map().feel("t1", 1, aimed=0).feel("t2", 1, aimed=1)
    assert findings(made, "K40") == [("info", "feeling at N1", "The feeling aimed for is worse than the one found.")]


def test_k41_paths_off_the_map() -> None:
    made = linked_map().card("off", "touchpoint").link("next", "t1", "off").link("loop", "off", "t2")
    assert ids(made, "K41") == ["next-t1-off", "loop-off-t2"]


def test_a_place_in_words_for_links_and_pictures() -> None:
    made = linked_map().put(Link(id="lost", source_id="gone", target_id="t1"))
    with speaking("en"):
        assert [f.place for f in check_document(made.document()) if f.id == "lost"] == ["links lost"]
