"""Filters saved with the map (SF1, SF2): saving, changing, renaming, removing, and what becomes of them elsewhere."""

from __future__ import annotations

import pytest

from maps import Builder
from model.changes import ChangeSet, apply, invert
from model.check import check_document as check
from model.commands import cards, filters, grid
from model.details import details
from model.difference import compare
from model.document import Document
from model.files.native import dumps, loads
from model.finding import Filter, found, saved_as, wanted_by
from model.i18n import speaking
from model.invariants import repair, violations
from model.merge import merge
from model.newmap import new_map
from model.overview import overview, overview_lines
from model.owntemplates import as_template
from model.records import Record, row_to_record

BAD_PAINS = Filter(words="wacht", kinds=("pain_point",), tags=("kassa",), severity=4)


@pytest.fixture
def shop() -> Builder:
    """A map of two personas and a channel, with one saved filter for each."""
    make = Builder(new_map("Winkel", "nl", ("Voor", "Na")))
    for name in ("Sanne", "Henk"):
        make.do(grid.add_persona(make.document, name))
    make.do(grid.add_channel(make.document, "Balie"))
    make.do(filters.save_filter(make.document, "Erg", BAD_PAINS))
    people = tuple(persona.id for persona in make.document.personas)
    make.do(filters.save_filter(make.document, "Henk", Filter(persona_ids=people[1:])))
    make.do(
        filters.save_filter(
            make.document, "Balie", Filter(channel_ids=(make.document.channels[0].id,), evidence=("measured",))
        )
    )
    return make


def names(document: Document) -> list[str]:
    return [saved.name for saved in document.filters]


def undone(document: Document, changes: ChangeSet) -> Document:
    """The document after an edit that keeps all rules and can be taken back."""
    after = apply(changes, document)
    assert not violations(after)
    assert apply(invert(changes), after).same_content(document)
    return after


def test_a_filter_is_kept_whole_under_its_name(shop: Builder) -> None:
    assert names(shop.document) == ["Erg", "Henk", "Balie"], "in the order in which they were saved"
    saved = shop.document.filters[0]
    assert wanted_by(saved) == BAD_PAINS
    assert saved_as(shop.document, BAD_PAINS) == saved
    assert saved_as(shop.document, Filter(words=" wacht ", kinds=("pain_point",), tags=("kassa",), severity=4)) == saved
    assert saved_as(shop.document, Filter(words="wacht")) is None and saved_as(shop.document, Filter()) is None


def test_what_it_finds_is_what_the_filter_finds(shop: Builder) -> None:
    host = shop.card("touchpoint", "Belt", 0)
    pain = shop.do(cards.add_attached(shop.document, "pain_point", "Wacht lang", host)).added("items")[0]
    shop.do(cards.set_card(shop.document, [pain], severity=5, tags=("Kassa",)))
    assert found(shop.document, wanted_by(shop.document.filters[0])) == (pain,)


def test_sf1_saving_under_a_name_that_is_there_changes_that_filter(shop: Builder) -> None:
    after = undone(shop.document, filters.save_filter(shop.document, "  ERG ", Filter(words="traag")))
    assert names(after) == ["Erg", "Henk", "Balie"]
    assert wanted_by(after.filters[0]) == Filter(words="traag")


def test_sf1_a_name_and_something_to_ask_for_are_needed(shop: Builder) -> None:
    for name, wanted in (("", BAD_PAINS), ("  ", BAD_PAINS), ("Leeg", Filter()), ("Leeg", Filter(words="  "))):
        with pytest.raises(ValueError):
            filters.save_filter(shop.document, name, wanted)


def test_renaming_and_removing_can_be_taken_back(shop: Builder) -> None:
    first, second, _ = shop.document.filters
    assert names(undone(shop.document, filters.rename_filter(shop.document, first.id, " Heel  erg "))) == [
        "Heel erg",
        "Henk",
        "Balie",
    ]
    for wrong in ("henk", ""):
        with pytest.raises(ValueError):
            filters.rename_filter(shop.document, first.id, wrong)
    assert names(undone(shop.document, filters.rename_filter(shop.document, first.id, "ERG"))) == [
        "ERG",
        "Henk",
        "Balie",
    ]
    assert names(undone(shop.document, filters.remove_filter(shop.document, second.id))) == ["Erg", "Balie"]


def test_sf2_who_is_removed_goes_out_of_the_filters_in_the_same_step(shop: Builder) -> None:
    henk = shop.document.personas[1].id
    shop.do(filters.save_filter(shop.document, "Henk wacht", Filter(words="wacht", persona_ids=(henk,))))
    after = undone(shop.document, grid.remove_persona(shop.document, henk))
    assert names(after) == ["Erg", "Balie", "Henk wacht"], "a filter that asked for nothing else goes with him"
    assert wanted_by(after.filters[2]) == Filter(words="wacht")
    after = undone(after, grid.remove_channel(after, after.channels[0].id))
    assert wanted_by(after.filters[1]) == Filter(evidence=("measured",))


def test_i14_a_file_whose_filters_ask_amiss_is_mended(shop: Builder) -> None:
    saved = shop.document.filters[0]
    lost = saved.changed(persona_ids=("nobody",))
    empty: Record = row_to_record("filters", {"id": "filter-empty", "name": "Niets"})
    later: Record = row_to_record("filters", {"id": "filter-later", "name": "Van later", "mood": "calm"})
    broken = shop.document.with_changes(("filters", r.id, r) for r in (lost, empty, later))
    assert {(v.rule, v.id) for v in violations(broken)} == {("I14", saved.id), ("I14", "filter-empty")}
    mended = apply(repair(broken), broken)
    assert not violations(mended)
    assert set(names(mended)) == {"Erg", "Henk", "Balie", "Van later"}, "what a newer version asks for is kept"
    read, report = loads(dumps(broken))
    assert report.mended and set(names(read)) == set(names(mended))


def test_it_is_written_and_read_and_maps_without_filters_are_as_before(shop: Builder) -> None:
    written = dumps(shop.document)
    read, report = loads(written)
    assert read.same_content(shop.document) and not report.mended
    assert written.count(b'"id": "filter-') == 3
    assert b'"filters"' not in dumps(new_map("Leeg"))


def test_two_maps_put_together_have_the_filters_of_both(shop: Builder) -> None:
    base = shop.document
    henk = base.personas[1].id
    ours = apply(filters.save_filter(base, "Alles van Henk", Filter(words="x", persona_ids=(henk,))), base)
    theirs = apply(grid.remove_persona(base, henk), base)
    merged = merge(base, ours, theirs).document
    assert not violations(merged)
    assert names(merged) == ["Erg", "Balie", "Alles van Henk"]
    assert wanted_by(merged.filters[2]) == Filter(words="x")


def test_the_difference_tells_filters_in_words(shop: Builder) -> None:
    base = shop.document
    henk = base.filters[1]
    wanted = Filter(persona_ids=(base.personas[0].id,), severity=3)
    now = apply(filters.change_filter(base, henk.id, wanted), base)
    now = apply(filters.remove_filter(now, base.filters[0].id), now)
    with speaking("en"):
        told = {entry.title: (entry.kind, entry.fields) for entry in compare(base, now)}
        sentence = compare(base, now).sentence()
    assert told["Henk"] == ("changed", (("Personas", "Henk", "Sanne"), ("Severity at least", "", "3")))
    assert told["Erg"][0] == "removed"
    assert ("Kinds", "Pain point", "") in told["Erg"][1]
    assert sentence == "1 saved filter removed, 1 changed"


def test_info_names_them(shop: Builder) -> None:
    held = overview(shop.document, 1)
    assert [row["name"] for row in held["filters"]] == ["Erg", "Henk", "Balie"]
    assert held["filters"][0]["severity"] == 4
    assert details(shop.document)["filters"][1]["persona_ids"] == [shop.document.personas[1].id]
    with speaking("en"):
        assert "Saved filters: Erg, Henk, Balie" in overview_lines(shop.document)


def test_k11_two_filters_of_one_name_are_told(shop: Builder) -> None:
    first = shop.document.filters[0]
    twice = shop.document.with_changes([("filters", "filter-2", first.changed(id="filter-2", order="z"))])
    assert [finding.id for finding in check(twice) if finding.rule == "K11"] == ["filter-2"]


def test_a_template_keeps_the_filters_whose_people_it_keeps(shop: Builder) -> None:
    assert names(as_template(shop.document, "T")) == ["Erg", "Henk", "Balie"]
    bare = as_template(shop.document, "T", personas=False, channels=False)
    assert not violations(bare) and names(bare) == ["Erg", "Balie"]
