"""The scribe line's rules (SC1 to SC6), and what a note costs in keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from model import scribe
from model.changes import ChangeSet, apply, invert
from model.commands import scribing
from model.commands.cards import set_card
from model.commands.grid import add_channel, add_persona, remove_lane, remove_phase
from model.commands.places import Cell, Listing, item_kind_of
from model.document import Document
from model.i18n import speaking
from model.invariants import violations
from model.newmap import new_map
from model.records import Item
from model.scribe import Aim


class Desk:
    """A map and the line that writes in it."""

    def __init__(self, *phases: str) -> None:
        self.document: Document = new_map("Keuken", "nl", phases or ("Oriëntatie", "Aankoop", "Levering"))
        for name in ("Ria", "Bart"):
            self.do(add_persona(self.document, name))
        self.aim: Aim = scribe.begin(self.document)

    def do(self, changes: ChangeSet) -> ChangeSet:
        before = self.document
        self.document = apply(changes, before)
        assert not violations(self.document)
        assert apply(invert(changes), self.document).same_content(before)
        return changes

    def type(self, text: str) -> str:
        """What is left in the line when ``text`` was typed into it, letter by letter."""
        line = ""
        for letter in text:
            self.aim, line = scribe.taken(self.document, self.aim, line + letter)
        return line

    def send(self, text: str) -> Item:
        """Type a line and send it; the note that was sent or corrected last."""
        line = self.type(text)
        held = self.aim.corrects
        changes, self.aim = scribing.send(self.document, self.aim, line)
        self.do(changes)
        return self.document.item_table[held or self.aim.sent[-1]]

    def feeling(self) -> int | None:
        """What its chip says."""
        return self.aim.score

    def phase(self, item: Item) -> str:
        phase = self.document.phase_of(item)
        return "" if phase is None else phase.name

    def hosts(self, item: Item) -> list[str]:
        return [host.text for host in self.document.targets.get(item.id, ())]


@pytest.fixture(autouse=True)
def dutch() -> Iterator[None]:
    with speaking("nl"):
        yield


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_line_becomes_a_touchpoint_in_the_phase_of_the_line(desk: Desk) -> None:
    desk.aim = scribe.to_phase(desk.document, desk.aim, 2)
    first, second = desk.send("Belt de winkel"), desk.send("Rijdt erheen")
    assert [(i.kind, i.text, desk.phase(i)) for i in (first, second)] == [
        ("touchpoint", "Belt de winkel", "Aankoop"),
        ("touchpoint", "Rijdt erheen", "Aankoop"),
    ]
    assert desk.document.touchpoints == (first, second)


def test_sc1_a_kind_is_for_one_note_and_a_capital_keeps_it(desk: Desk) -> None:
    assert desk.send("/gWat duur").kind == "thought"
    assert desk.send("Gaat weg").kind == "touchpoint"
    assert [desk.send("/GHm").kind, desk.send("Toch maar").kind] == ["thought", "thought"]
    assert desk.send("/cKomt terug").kind == "touchpoint"


def test_sc2_phase_persona_and_channel_stay_and_a_feeling_does_not(desk: Desk) -> None:
    web = desk.do(add_channel(desk.document, "Webwinkel")).added("channels")[0]
    ria, bart = desk.document.personas
    desk.aim = scribe.persona_on(desk.document, desk.aim, 1)
    desk.aim = scribe.channel_on(desk.document, desk.aim, 1)
    desk.aim = scribe.feel(scribe.phase_on(desk.document, desk.aim, 1), -2)
    first, second = desk.send("Site ligt plat"), desk.send("Site doet het weer")
    assert (first.channel_ids, second.channel_ids) == ((web,), (web,))
    assert {key: e.score for key, e in desk.document.emotions.items()} == {(first.id, bart.id): -2}
    assert desk.aim.persona_id == bart.id != ria.id
    assert (desk.phase(first), desk.phase(second)) == ("Aankoop", "Aankoop")


def test_the_same_feeling_again_takes_it_away(desk: Desk) -> None:
    desk.aim = scribe.feel(scribe.feel(desk.aim, 1), 1)
    desk.send("Niets gevoeld")
    assert not desk.document.emotions


def test_sc2_a_feeling_waits_for_the_next_touchpoint(desk: Desk) -> None:
    """A note that has no feelings neither takes it nor loses it, and the same key then says it once more."""
    desk.send("Fietst weg")
    desk.aim = scribe.feel(desk.aim, -2)
    desk.send("/pBand is lek")
    desk.send("/xLater")
    assert not desk.document.emotions and desk.feeling() == -2
    desk.aim = scribe.feel(desk.aim, -2)
    assert desk.feeling() == -2, "it is not taken away by who says it again for this note"
    walks = desk.send("Loopt naar huis")
    assert {key[0]: e.score for key, e in desk.document.emotions.items()} == {walks.id: -2}
    assert desk.feeling() is None
    desk.send("Komt thuis")
    assert len(desk.document.emotions) == 1


def test_sc2_a_feeling_outlives_a_correction(desk: Desk) -> None:
    desk.send("Fietst weg")
    desk.send("/pBand is lek")
    desk.aim = scribe.feel(desk.aim, 1)
    desk.aim, text = scribe.recall(desk.document, desk.aim)
    assert desk.feeling() is None, "it is not the feeling of the note that is corrected"
    desk.send(f"{text}!")
    assert desk.feeling() == 1
    desk.aim, text = scribe.recall(desk.document, scribe.feel(desk.aim, None))
    desk.aim = scribe.feel(desk.aim, 2)
    desk.send(text)
    assert desk.feeling() == 2, "a pain point has none: it waits"
    assert not desk.document.emotions


def test_sc3_a_pain_point_hangs_on_the_last_touchpoint(desk: Desk) -> None:
    desk.send("Vult formulier in")
    pain, insight = desk.send("/pTe lang"), desk.send("/iNiemand leest het")
    assert desk.hosts(pain) == desk.hosts(insight) == ["Vult formulier in"]


def test_sc3_a_number_names_another_touchpoint_and_the_line_stays_in_its_phase(desk: Desk) -> None:
    first = desk.send("Zoekt keuken")
    desk.aim = scribe.to_phase(desk.document, desk.aim, 3)
    desk.send("Krijgt keuken")
    pain = desk.send(f"/{first.number}pPrijs ontbreekt")
    assert (desk.hosts(pain), desk.phase(pain)) == (["Zoekt keuken"], "Oriëntatie")
    assert desk.phase(desk.send("Kookt")) == "Levering"


def test_sc3_a_number_of_an_attached_note_means_what_that_hangs_on(desk: Desk) -> None:
    desk.send("Zoekt keuken")
    pain = desk.send("/pPrijs ontbreekt")
    desk.send("Belt")
    assert desk.hosts(desk.send(f"/{pain.number}oVanaf-prijs tonen")) == ["Zoekt keuken"]


def test_sc3_without_a_touchpoint_it_stands_alone(desk: Desk) -> None:
    desk.aim = scribe.to_phase(desk.document, desk.aim, 2)
    pain = desk.send("/pAlles is duur")
    assert (desk.hosts(pain), desk.phase(pain)) == ([], "Aankoop")


def test_sc4_a_touchpoint_with_a_number_stands_after_that_one(desk: Desk) -> None:
    first = desk.send("Een")
    desk.send("Drie")
    desk.aim = scribe.to_phase(desk.document, desk.aim, 3)
    desk.send(f"/{first.number}cTwee")
    assert [item.text for item in desk.document.touchpoints] == ["Een", "Twee", "Drie"]


@pytest.mark.parametrize(
    "text", ["/", "/1 april", "/999pNiets", "50/50 kans", "@niemand komt", "p", "/é", "/zwart", "1/2"]
)
def test_sc5_what_is_no_command_is_text(desk: Desk, text: str) -> None:
    assert desk.send(text).text == text


def test_sc5_two_slashes_begin_a_text_with_one(desk: Desk) -> None:
    note = desk.send("//parkeren")
    assert (note.text, note.kind) == ("/parkeren", "touchpoint")


def test_a_name_chooses_persona_and_channel(desk: Desk) -> None:
    shop = desk.do(add_channel(desk.document, "Winkel")).added("channels")[0]
    assert desk.send("@bart @win Loopt binnen").channel_ids == (shop,)
    assert desk.aim.persona_id == desk.document.personas[1].id


def test_what_does_not_fit_now_is_parked(desk: Desk) -> None:
    parked = desk.send("/xWie is eigenaar?")
    assert (parked.place, parked.kind) == ("parking", "note")
    assert desk.document.parking == (parked,)


def test_a_lane_that_the_map_lacks_is_made(desk: Desk) -> None:
    assert scribe.lane_of(desk.document, scribe.taken(desk.document, desk.aim, "/b")[0]) is None
    need = desk.send("/bRust aan tafel")
    assert need.place == "map" and item_kind_of(desk.document.lane_table[need.lane_id or ""]) == "need"


def test_every_kind_has_one_letter_in_each_language() -> None:
    for language in ("nl", "en"):
        with speaking(language):
            letters = [scribe.letter_of(kind) for kind in scribe.LETTERS]
            assert all(len(letter) == 1 and letter.isalpha() and letter == letter.lower() for letter in letters)
            assert len(set(letters)) == len(letters), language


def test_lanes_phases_and_steps_are_walked_and_end_at_the_ends(desk: Desk) -> None:
    aim = scribe.phase_on(desk.document, desk.aim, -1)
    assert scribe.phase_index(desk.document, aim) == 0
    assert scribe.phase_index(desk.document, scribe.phase_on(desk.document, aim, 9)) == 2
    assert scribe.to_phase(desk.document, aim, 4) == aim
    assert scribe.phase_index(desk.document, scribe.step_on(desk.document, aim, 1)) == 1
    assert scribe.kind_on(desk.document, aim, 1).kind == "thought"
    assert scribe.kind_on(desk.document, aim, -1).kind == "touchpoint"


def test_the_hosts_are_walked_in_the_order_sent(desk: Desk) -> None:
    desk.send("Een")
    desk.send("Twee")
    desk.type("/p")
    desk.aim = scribe.host_on(desk.document, desk.aim, -1)
    assert desk.hosts(desk.send("Pijn bij een")) == ["Een"]


def test_the_place_shown_is_the_place_taken(desk: Desk) -> None:
    desk.send("Een")
    for line in ("Twee", "/pPijn", "/1kKans", "/xLater", "/1cEen en een half"):
        text = desk.type(line)
        shown = scribe.destination(desk.document, desk.aim)
        assert shown is not None
        note = desk.send(text)
        if isinstance(shown, Listing):
            assert note.place == shown.place
        else:
            assert (note.lane_id, note.step_id) == (shown.lane_id, shown.step_id)
            cell = [item.id for item in desk.document.cell(shown.lane_id, shown.step_id)]
            after = cell[cell.index(note.id) + 1] if note.id != cell[-1] else None
            assert after == shown.before


def test_an_empty_line_sends_nothing(desk: Desk) -> None:
    changes, aim = scribing.send(desk.document, desk.aim, "   ")
    assert not changes and aim == desk.aim


def test_what_is_gone_meanwhile_is_forgotten(desk: Desk) -> None:
    desk.aim = scribe.to_phase(desk.document, desk.aim, 2)
    desk.send("Een")
    desk.do(remove_phase(desk.document, desk.document.phases[1].id))
    aim = scribe.settled(desk.document, desk.aim)
    assert aim.step_id == desk.document.steps[0].id
    desk.do(remove_lane(desk.document, next(lane.id for lane in desk.document.lanes if lane.kind == "touchpoints")))
    desk.aim = aim
    assert desk.send("Twee").place == "map"


# -- notes sent before ------------------------------------------------------------------------------------------


def test_the_last_note_is_corrected(desk: Desk) -> None:
    desk.send("Een")
    two = desk.send("Twe")
    desk.aim, text = scribe.recall(desk.document, desk.aim)
    assert text == "Twe"
    assert desk.send("Twee").id == two.id
    assert [item.text for item in desk.document.touchpoints] == ["Een", "Twee"]
    assert desk.send("Drie").id not in {two.id}


def test_an_older_note_is_corrected_and_gets_phase_kind_and_feeling(desk: Desk) -> None:
    one = desk.send("Een")
    desk.send("Twee")
    desk.aim = scribe.recall(desk.document, desk.aim)[0]
    desk.aim = scribe.recall(desk.document, desk.aim)[0]
    desk.aim = scribe.feel(scribe.phase_on(desk.document, desk.aim, 1), 2)
    moved = desk.send("Een")
    assert (moved.id, desk.phase(moved)) == (one.id, "Aankoop")
    assert [e.score for e in desk.document.emotions.values()] == [2]
    desk.aim = scribe.recall(desk.document, desk.aim, -1)[0]
    assert desk.send("/gHm").kind == "thought"


def test_a_corrected_note_hangs_on_another_touchpoint_by_its_number(desk: Desk) -> None:
    one = desk.send("Een")
    desk.send("Twee")
    desk.send("/pPijn")
    desk.aim, text = scribe.recall(desk.document, desk.aim)
    pain = desk.send(f"/{one.number}p{text}")
    assert desk.hosts(pain) == ["Een"]


def test_a_corrected_note_without_text_goes(desk: Desk) -> None:
    one = desk.send("Een")
    desk.send("Twee")
    desk.aim, _ = scribe.recall(desk.document, desk.aim)
    changes, desk.aim = scribing.send(desk.document, desk.aim, "")
    desk.do(changes)
    assert (desk.document.touchpoints, desk.aim.corrects) == ((one,), "")
    assert scribe.sent_notes(desk.document, desk.aim) == [one]
    assert scribe.host_of(desk.document, scribe.with_kind(desk.aim, "pain_point")) == one


def test_going_on_past_the_newest_lets_go(desk: Desk) -> None:
    desk.send("Een")
    aim, _ = scribe.recall(desk.document, desk.aim)
    aim, text = scribe.recall(desk.document, aim, 1)
    assert (aim.corrects, aim.kind, text) == ("", "touchpoint", "")
    assert scribe.recall(desk.document, scribe.begin(desk.document)) == (scribe.begin(desk.document), "")


def test_a_note_is_split_and_merged_again(desk: Desk) -> None:
    desk.send("Contact")
    pain = desk.send("/pTe duur en te laat")
    desk.do(set_card(desk.document, [pain.id], severity=4))
    desk.aim, _ = scribe.recall(desk.document, desk.aim)
    changes, desk.aim = scribing.split(desk.document, desk.aim, "Te duur ", "en te laat")
    desk.do(changes)
    halves = [desk.document.item_table[i] for i in desk.aim.sent[-2:]]
    assert [(h.text, h.kind, desk.hosts(h)) for h in halves] == [
        ("Te duur", "pain_point", ["Contact"]),
        ("en te laat", "pain_point", ["Contact"]),
    ]
    changes, desk.aim, seam = scribing.merge(desk.document, desk.aim, "en te laat")
    desk.do(changes)
    whole = desk.document.item_table[pain.id]
    assert (whole.text, whole.severity, seam, desk.aim.corrects) == ("Te duur en te laat", 4, 7, pain.id)
    assert halves[1].id not in desk.document.item_table


def test_merging_touchpoints_keeps_what_hangs_on_them_and_what_was_felt(desk: Desk) -> None:
    one = desk.send("Belt")
    desk.aim = scribe.feel(desk.aim, -1)
    desk.send("en wacht")
    pain = desk.send("/pLang")
    desk.aim, _ = scribe.recall(desk.document, desk.aim)
    desk.aim, text = scribe.recall(desk.document, desk.aim)
    changes, desk.aim, _ = scribing.merge(desk.document, desk.aim, text)
    desk.do(changes)
    assert [item.text for item in desk.document.touchpoints] == ["Belt en wacht"]
    assert desk.hosts(desk.document.item_table[pain.id]) == ["Belt en wacht"]
    assert [(e.touchpoint_id, e.score) for e in desk.document.emotions.values()] == [(one.id, -1)]


def test_the_first_note_has_nothing_to_merge_with(desk: Desk) -> None:
    desk.send("Een")
    desk.aim, text = scribe.recall(desk.document, desk.aim)
    changes, aim, _ = scribing.merge(desk.document, desk.aim, text)
    assert not changes and aim == desk.aim


def test_a_split_needs_two_halves(desk: Desk) -> None:
    desk.send("Een")
    desk.aim, _ = scribe.recall(desk.document, desk.aim)
    with pytest.raises(ValueError, match="halves"):
        scribing.split(desk.document, desk.aim, "Een", " ")


def test_a_cell_is_named_even_where_steps_are_several(desk: Desk) -> None:
    aim = scribe.step_on(desk.document, desk.aim, 2)
    place = scribe.destination(desk.document, aim)
    assert isinstance(place, Cell) and place.step_id == desk.document.steps[2].id == scribe.shown_step(
        desk.document, aim
    )


def whom(desk: Desk, item: Item) -> list[str]:
    return [desk.document.persona_table[i].name for i in item.persona_ids]


def test_sc6_a_thought_is_the_line_s_persona_s_and_a_pain_point_nobody_s(desk: Desk) -> None:
    assert whom(desk, desk.send("Belt")) == []
    assert whom(desk, desk.send("/gWat duur")) == ["Ria"]
    assert whom(desk, desk.send("/bWil een prijs")) == ["Ria"]
    assert whom(desk, desk.send("/pGeen prijs")) == []
    assert whom(desk, desk.send("/nLos idee")) == []


def test_sc6_a_persona_that_is_said_is_named_whatever_the_kind(desk: Desk) -> None:
    desk.send("Belt")
    assert whom(desk, desk.send("/p@ria Geen prijs")) == ["Ria"]
    assert whom(desk, desk.send("@bart /iZegt niets")) == ["Bart"]
    assert whom(desk, desk.send("/pWachttijd")) == [], "for one note"
    assert whom(desk, desk.send("/gHm")) == ["Bart"], "the line's persona stays"


def test_sc6_keys_go_round_the_personas_and_nobody(desk: Desk) -> None:
    desk.type("/g")
    seen = []
    for _ in range(3):
        desk.aim = scribe.persona_on(desk.document, desk.aim, 1)
        person = scribe.whom(desk.document, desk.aim)
        seen.append(desk.document.persona_table[person].name if person else "")
    assert seen == ["Bart", "", "Ria"]
    desk.aim = scribe.persona_on(desk.document, desk.aim, -1)
    assert whom(desk, desk.send("Niemands gedachte")) == []
    desk.type("/p")
    back = scribe.persona_on(desk.document, desk.aim, -1)
    assert desk.document.persona_table[scribe.whom(desk.document, back)].name == "Bart"


def test_sc6_a_correction_keeps_whom_a_note_concerns_unless_it_is_said(desk: Desk) -> None:
    ria, bart = (persona.id for persona in desk.document.personas)
    desk.send("Belt")
    pain = desk.send("/pGeen prijs")
    desk.do(set_card(desk.document, [pain.id], persona_ids=(ria, bart)))
    desk.aim, _ = scribe.recall(desk.document, desk.aim)
    assert desk.send("Nergens een prijs").persona_ids == (ria, bart)
    desk.aim, _ = scribe.recall(desk.document, desk.aim)
    assert scribe.whom(desk.document, desk.aim) == ria
    desk.aim = scribe.persona_on(desk.document, desk.aim, 1)
    assert desk.send("Nergens een prijs").persona_ids == (bart,)


def test_sc6_the_one_persona_without_a_name_is_nobody() -> None:
    desk = Desk()
    desk.document = new_map("Keuken", "nl", ("Een",))
    desk.aim = scribe.begin(desk.document)
    assert whom(desk, desk.send("/gHm")) == []


def test_notes_put_together_concern_the_personas_of_both(desk: Desk) -> None:
    ria, bart = (persona.id for persona in desk.document.personas)
    desk.send("/gEen")
    desk.send("@bart /gTwee")
    desk.aim, text = scribe.recall(desk.document, desk.aim)
    changes, desk.aim, _ = scribing.merge(desk.document, desk.aim, text)
    desk.do(changes)
    (left,) = desk.document.item_table.values()
    assert left.persona_ids == (ria, bart)


# -- chords ---------------------------------------------------------------------------------------------------------


def chord(desk: Desk, letter: str, text: str = "") -> str:
    desk.aim, rest = scribe.lettered(desk.document, desk.aim, letter, text)
    return rest


def test_a_letter_chooses_a_kind_while_a_text_stands_in_the_line(desk: Desk) -> None:
    one = desk.send("Belt")
    assert chord(desk, "p", "Half woord") == "Half woord"
    assert desk.hosts(desk.send("Half woord en heel")) == [one.text]
    assert desk.aim.kind == "touchpoint"
    chord(desk, "G")
    assert [desk.send("Hm").kind, desk.send("Nog eens").kind] == ["thought", "thought"]
    before = desk.aim
    assert chord(desk, "y", "22") == "22" and desk.aim == before


def test_a_number_before_the_letter_names_the_note(desk: Desk) -> None:
    one, _ = desk.send("Een"), desk.send("Twee")
    assert chord(desk, "p", str(one.number)) == ""
    assert desk.hosts(desk.send("Pijn bij een")) == ["Een"]
    assert chord(desk, "p", "999") == "999", "no note has that number: it is the text"
    assert chord(desk, "p", f"{one.number} weken") == f"{one.number} weken"
    assert desk.aim.number is None


def test_a_target_chosen_before_the_letter_stays(desk: Desk) -> None:
    one, _ = desk.send("Een"), desk.send("Twee")
    chord(desk, "p")
    desk.aim = scribe.host_on(desk.document, desk.aim, -1)
    chord(desk, "i")
    assert desk.hosts(desk.send("Inzicht")) == [one.text]
    chord(desk, "p", str(one.number))
    chord(desk, "c")
    assert desk.aim.number is None, "a touchpoint hangs on nothing"


def test_personas_have_a_number(desk: Desk) -> None:
    ria, bart = desk.document.personas
    assert scribe.to_persona(desk.document, desk.aim, 2).persona_id == bart.id
    chord(desk, "p")
    aim = scribe.to_persona(desk.document, desk.aim, 1)
    assert scribe.whom(desk.document, aim) == ria.id
    assert scribe.to_persona(desk.document, aim, 3) == aim


@pytest.mark.parametrize("text", ["/pauze", "/p", "//", "//x", "/@x", "@ria", "@ria zegt", "/22p", "Gewoon", "1/2"])
def test_sc5_every_text_comes_back_into_the_line_as_it_is(desk: Desk, text: str) -> None:
    for _ in range(21):
        desk.send("Vul op")
    line = scribe.as_typed(desk.document, desk.aim, text)
    note = desk.send(line)
    assert (note.text, note.kind) == (text, "touchpoint")
    desk.aim, back = scribe.recall(desk.document, desk.aim)
    held = scribe.as_typed(desk.document, desk.aim, back)
    assert desk.send(f"{held} nog").text == f"{text} nog"
    assert whom(desk, note) == []


def test_a_split_note_keeps_its_first_slash(desk: Desk) -> None:
    note = desk.send("//pauze en door")
    desk.aim, _ = scribe.recall(desk.document, desk.aim)
    changes, desk.aim = scribing.split(desk.document, desk.aim, "//pauze ", "en door")
    desk.do(changes)
    assert desk.document.item_table[note.id].text == "/pauze"


def test_after_a_correction_the_line_is_where_it_was(desk: Desk) -> None:
    one = desk.send("Een")
    desk.aim = scribe.to_phase(desk.document, desk.aim, 3)
    chord(desk, "G")
    desk.send(f"/{one.number}pPijn")
    chord(desk, "G")
    before = desk.aim
    desk.aim, text = scribe.recall(desk.document, desk.aim)
    desk.send(f"{text} erbij")
    assert (desk.aim.step_id, desk.aim.kind, desk.aim.kept) == (before.step_id, "thought", True)
    desk.aim, _ = scribe.recall(desk.document, desk.aim)
    desk.aim, text = scribe.recall(desk.document, desk.aim)
    changes, desk.aim = scribing.split(desk.document, desk.aim, "Ee", "n")
    desk.do(changes)
    changes, desk.aim, _ = scribing.merge(desk.document, desk.aim, "n")
    desk.do(changes)
    desk.aim = scribe.released(desk.aim)
    assert (desk.aim.step_id, desk.aim.kind, desk.aim.kept) == (before.step_id, "thought", True)
