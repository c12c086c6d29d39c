"""The journey models: phases as in the research on the field, in both languages; each makes a whole map."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest

from model.check import check_document
from model.document import Document
from model.draw.icons import icon_paths
from model.export.base import ExportOptions, export_file
from model.files.native import dumps, loads
from model.invariants import violations
from model.kinds import LANE_KINDS
from model.records import Language
from model.templates import Template, list_templates, make_from_template

# The table of the field's models, section 5 of the research: id, source, phases in English, phases in Dutch.
TABLE = {
    "eight-phases": (
        "Optima Media",
        "Latent and concrete need; Orientation; Purchase consideration; Moment of decision; Purchase; Delivery; Use; "
        "Aftercare",
        "Latente en concrete behoefte; Oriëntatiefase; Overweging tot aankoop-fase; Beslismoment; Aankoop; Levering; "
        "Gebruik; Nazorg",
    ),
    "see-think-do-care": (
        "Kaushik",
        "See (awareness); Think (consideration); Do (purchase); Care (loyalty)",
        "See; Think; Do; Care",
    ),
    "aida": ("Lewis", "Attention; Interest; Desire; Action", "Aandacht; Interesse; Verlangen; Actie"),
    "consumer-decision-journey": (
        "McKinsey, 2009",
        "Trigger; Initial consideration; Active evaluation; Moment of purchase; Postpurchase experience",
        "Aanleiding; Eerste overweging; Actieve evaluatie; Aankoopmoment; Ervaring na aankoop",
    ),
    "flip-the-funnel": (
        "Jaffe",
        "Acknowledgement; Dialogue; Incentivization; Activation",
        "Erkenning; Dialoog; Beloning; Activering",
    ),
    "5a": (
        "Kotler, Marketing 4.0",
        "Aware; Appeal; Ask; Act; Advocate",
        "Bekend; Aangetrokken; Navragen; Handelen; Aanbevelen",
    ),
    "awareness-to-loyalty": (
        "KPIs",
        "Awareness; Consideration; Purchase; Service; Loyalty",
        "Bewustwording; Overweging; Aankoop; Service; Loyaliteit",
    ),
    "common-five": (
        "agencies",
        "Awareness; Consideration; Decision; Retention; Advocacy",
        "Bewustwording; Overweging; Beslissing; Behoud; Aanbeveling",
    ),
    "before-during-after": ("Service period", "Pre-service; Service; Post-service", "Voor; Tijdens; Na"),
    "empty": ("", "", ""),
}

LANGUAGES: tuple[Language, ...] = get_args(Language)
EVERY = [(model, lang) for model in TABLE for lang in LANGUAGES]


def model(model_id: str, lang: Language) -> Template:
    return next(template for template in list_templates(lang) if template.id == model_id)


@pytest.fixture(params=EVERY, ids="-".join)
def pair(request: pytest.FixtureRequest) -> tuple[Template, Document]:
    """A model, and the map that is made from it."""
    model_id, lang = request.param
    return model(model_id, lang), make_from_template(model_id, lang, "Titel")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_models_and_their_phases_are_those_of_the_table(lang: Language) -> None:
    assert [template.id for template in list_templates(lang)] == list(TABLE)
    for model_id, (_source, english, dutch) in TABLE.items():
        phases = (dutch if lang == "nl" else english).split("; ")
        assert list(model(model_id, lang).phases) == phases


def test_the_sources_are_those_of_the_table() -> None:
    for model_id, (source, _english, _dutch) in TABLE.items():
        if source:
            assert source in model(model_id, "en").source
        else:
            assert model(model_id, "en").source == ""


def test_the_loyalty_loop_leads_back_to_the_purchase() -> None:
    assert {t.id for t in list_templates("en") if t.loops} == {"consumer-decision-journey"}
    for lang in LANGUAGES:
        phases = make_from_template("consumer-decision-journey", lang).phases
        loops = {phase.name: phase.loop_to for phase in phases if phase.loop_to is not None}
        assert loops == {phases[-1].name: phases[3].id}
        assert phases[3].name == {"nl": "Aankoopmoment", "en": "Moment of purchase"}[lang]
    assert model("consumer-decision-journey", "en").loops == ((4, 3),)


def test_a_map_says_what_its_model_says(pair: tuple[Template, Document]) -> None:
    template, document = pair
    assert [phase.name for phase in document.phases] == list(template.phases)
    assert [phase.prompt for phase in document.phases] == list(template.prompts)
    assert [lane.kind for lane in document.lanes] == list(template.lanes)
    assert [channel.name for channel in document.channels] == list(template.channels)
    assert document.info.language == template.language
    assert document.info.title == "Titel"
    assert not document.item_table
    assert [persona.name for persona in document.personas] == [""], "typical personas: none"


def test_every_phase_asks_and_every_model_says_when_to_take_it(pair: tuple[Template, Document]) -> None:
    template, _ = pair
    assert template.name
    assert template.description
    assert template.when.endswith(".")
    assert len(template.description) <= 60
    assert len(template.when) <= 120
    assert template.audience
    assert set(template.audience) <= {"b2c", "b2b"}
    if template.id != "empty":
        assert template.source
        assert template.channels
        assert all(prompt.endswith(("?", ".")) and "?" in prompt for prompt in template.prompts)
        assert len(set(template.prompts)) == len(template.phases)


def test_lanes_and_channels_are_of_known_kinds_and_icons(pair: tuple[Template, Document]) -> None:
    template, document = pair
    assert set(template.lanes) <= set(LANE_KINDS)
    assert {"channels", "touchpoints", "emotion"} <= set(template.lanes)
    assert all(icon_paths(channel.icon) for channel in document.channels)
    for above, below in pairwise(document.lanes):
        assert above.order < below.order


def test_both_languages_say_everything_in_their_own_words() -> None:
    for dutch, english in zip(list_templates("nl"), list_templates("en"), strict=True):
        assert dutch.id == english.id
        assert dutch.when != english.when
        assert dutch.description != english.description
        for of_dutch, of_english in zip(dutch.prompts, english.prompts, strict=True):
            assert of_dutch != of_english or not of_dutch
        own = [lane.prompt for lane in make_from_template(dutch.id, "nl").lanes]
        other = [lane.prompt for lane in make_from_template(dutch.id, "en").lanes]
        assert [bool(prompt) for prompt in own] == [bool(prompt) for prompt in other]
        assert not {prompt for prompt in own if prompt} & {prompt for prompt in other if prompt}


def test_a_map_is_sound_and_comes_back_from_its_file(pair: tuple[Template, Document]) -> None:
    _, document = pair
    assert not violations(document)
    assert {finding.level for finding in check_document(document)} <= {"info"}
    again, report = loads(dumps(document))
    assert not report.problems
    assert again.same_content(document)


@pytest.mark.parametrize("model_id", TABLE)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_map_prints_as_a_poster_and_as_a_blank_form(model_id: str, lang: Language, tmp_path: Path) -> None:
    document = make_from_template(model_id, lang, "Titel")
    for blank in (False, True):
        out = tmp_path / f"{blank}.pdf"
        made = export_file(document, out, ExportOptions(paper="A3", blank=blank))
        assert out.read_bytes().startswith(b"%PDF")
        assert not made.findings
