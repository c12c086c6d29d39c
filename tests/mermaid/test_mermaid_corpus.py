"""The five diagrams written by others: right numbers in, and back out to every kind of file."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.export.base import EXPORTERS, ExportOptions, make_export
from model.export.mermaid import mermaid_text
from model.importers.base import import_file
from model.importers.mermaid import read_mermaid
from model.invariants import violations

CORPUS = Path(__file__).parent.parent / "corpus" / "mermaid"

# phases with their touchpoints, personas in order, scores, lines with findings
EXPECTED = {
    "kdense_ecommerce_two_personas": (
        [("🔍 Discovery", 4), ("🛒 Shopping", 4), ("💰 Checkout", 4), ("📦 Fulfillment", 3), ("🔄 Post-Purchase", 4)],
        ["New Customer", "Returning Customer"],
        28,
        [],
    ),
    "mermaid_demo_frontmatter": ([("Go to work", 3), ("Go home", 2)], ["Me", "Cat"], 6, []),
    "mermaid_docs_working_day": ([("Go to work", 3), ("Go home", 2)], ["Me", "Cat"], 6, []),
    "nao_edge_punctuation": ([("x\"'", 1)], ["x\"'"], 1, [3, 4]),
    "wdfb_nl_programmeerreis": ([("Ontdekken", 3), ("Verkennen", 3), ("Oefenen", 3)], ["You"], 9, []),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_phases_touchpoints_personas_and_scores(name: str) -> None:
    phases, personas, scores, lines = EXPECTED[name]
    document, report = import_file(CORPUS / f"{name}.mmd")
    found = [
        (phase.name, sum(document.phase_of(item) == phase for item in document.touchpoints))
        for phase in document.phases
    ]
    assert found == phases
    assert [persona.name for persona in document.personas] == personas
    assert len(document.emotions) == scores
    assert [finding.line for finding in report.findings] == lines
    assert not violations(document)


def test_what_stands_in_the_diagrams_is_on_the_map() -> None:
    document, _ = import_file(CORPUS / "kdense_ecommerce_two_personas.mmd")
    assert document.info.title == "👤 E-Commerce Customer Journey Comparison"
    assert document.info.subtitle == "E-Commerce Customer Journey Comparison"
    assert document.info.scope.startswith("Side-by-side journey map comparing new customer")
    coupon = next(item for item in document.touchpoints if item.text == "Apply coupon code")
    new, returning = document.personas
    assert document.emotions[coupon.id, new.id].score == -1
    assert (coupon.id, returning.id) not in document.emotions

    document, _ = import_file(CORPUS / "mermaid_demo_frontmatter.mmd")
    assert document.info.title == "My working day"
    assert document.info.scope == "2 main sections: work and home, each with just a few tasks"

    document, report = import_file(CORPUS / "nao_edge_punctuation.mmd")
    assert document.touchpoints[0].text == "x\"'#;[](){}\n🎉日本語:,*-|`~&=+.?@$^_><%%\\x"
    assert all("日本語" in finding.sentence for finding in report.findings)  # what is left out is quoted


@pytest.mark.parametrize("name", EXPECTED)
def test_there_and_back_again(name: str) -> None:
    document, _ = import_file(CORPUS / f"{name}.mmd")
    text, left_out = mermaid_text(document)
    again, report = read_mermaid(text, "nl")
    assert mermaid_text(again)[0] == text
    assert not report.findings
    assert not left_out
    assert [item.text for item in again.touchpoints] == [item.text for item in document.touchpoints]
    assert len(again.emotions) == len(document.emotions)


@pytest.mark.parametrize("kind", [kind for kind in EXPORTERS if kind != "png"])
@pytest.mark.parametrize("name", EXPECTED)
def test_every_kind_of_export(name: str, kind: str) -> None:
    document, _ = import_file(CORPUS / f"{name}.mmd")
    made = make_export(EXPORTERS[kind], document, ExportOptions())
    beginnings = {"pdf": b"%PDF-", "xlsx": b"PK", "mermaid": b"journey\n"}
    assert made.data.startswith(beginnings[kind])
    assert len(made.data) > 100
    if name != "nao_edge_punctuation":  # its Japanese is printable only with a font of the system
        assert not made.findings


def test_a_picture() -> None:
    document, _ = import_file(CORPUS / "mermaid_docs_working_day.mmd")
    made = make_export(EXPORTERS["png"], document, ExportOptions(paper="A4", dpi=30))
    assert made.data.startswith(b"\x89PNG")
