"""A map written as Mermaid and read again: same phases, touchpoints, scores and named personas, whatever the texts."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.changes import apply
from model.commands.cards import add_cards, set_emotion
from model.commands.grid import add_persona
from model.commands.places import Cell
from model.document import Document
from model.export.mermaid import mermaid_text
from model.importers.mermaid import read_mermaid
from model.invariants import violations
from model.newmap import new_map
from model.plaintext import clean_text

CORPUS = Path(__file__).parent.parent / "corpus" / "mermaid"
TRICKY = ";#:,%&<>/{}br\\\"'` \t\n\u00a0\u2028\u200b0123456789.titlesectionjourneyaccDescr🎉語\U00100000"

texts = st.one_of(
    st.text(max_size=12),
    st.text(TRICKY, max_size=16),
    st.sampled_from(
        [
            "title x",
            "Section: 3",
            "journey",
            "accDescr { x }",
            "%% no",
            "x %% y",
            "&amp;",
            "&#35;",
            "#35;",
            "<br>",
            "a<br/>b",
            "10:30",
            "---",
        ]
    ),
)


def essence(document: Document) -> object:
    """What a round trip keeps, in order: phases, touchpoints, scores by persona's name."""
    names = {p.id: " ".join(clean_text(p.name).split()) for p in document.personas}
    phases = []
    for phase in document.phases:
        touchpoints = []
        for item in document.touchpoints:
            if document.phase_of(item) == phase:
                scores = {
                    names[p.id]: emotion.score
                    for p in document.personas
                    if (emotion := document.emotions.get((item.id, p.id))) is not None and emotion.score is not None
                }
                text = "\n".join(line.strip() for line in clean_text(item.text).split("\n")).strip()
                touchpoints.append((text, scores))
        phases.append((" ".join(clean_text(phase.name).split()), touchpoints))
    return phases, sorted(name for name in names.values() if name)


@st.composite
def maps(draw: st.DrawFn) -> Document:
    document = new_map(draw(texts), phases=draw(st.lists(texts, min_size=1, max_size=4)))
    for name in dict.fromkeys(" ".join(clean_text(n).split()) for n in draw(st.lists(texts, max_size=3))):
        document = apply(add_persona(document, name), document) if name else document
    lane = next(lane for lane in document.lanes if lane.kind == "touchpoints")
    for phase in document.phases:
        for text in draw(st.lists(texts, max_size=4)):
            document = apply(
                add_cards(document, "touchpoint", [text], Cell(lane.id, document.steps_by_phase[phase.id][0].id)),
                document,
            )
    for item in document.touchpoints:
        for persona in document.personas:
            score = draw(st.one_of(st.none(), st.integers(-2, 2)))
            if score is not None:
                document = apply(set_emotion(document, item.id, persona.id, score=score), document)
    return document


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(maps())
def test_round_trip_keeps_phases_touchpoints_scores_and_personas(document: Document) -> None:
    text, _ = mermaid_text(document)
    again, report = read_mermaid(text, "nl")
    assert essence(again) == essence(document), text
    assert report.findings == [], text
    assert not violations(again)
    assert mermaid_text(again)[0].split("\n    section")[1:] == text.split("\n    section")[1:]
