"""The grammar of Mermaid's journey and its traps: what comes onto the map, and what is told about which line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.document import Document
from model.files.errors import ContentError, ReadError
from model.importers.base import UnknownKind, import_file
from model.importers.markdown import read_markdown
from model.importers.mermaid import read_mermaid
from model.importers.report import ImportReport, NotImportable
from model.invariants import violations
from model.records import MAX_TEXT

TRAPS = Path(__file__).parent.parent / "corpus" / "mermaid" / "traps"


def read(*lines: str) -> tuple[Document, ImportReport]:
    document, report = read_mermaid("\n".join(["journey", *lines]), "en", name="x.mmd")
    assert not violations(document)
    return document, report


def task(line: str) -> tuple[str, dict[str, int | None], list[str]]:
    """(name, persona's name -> score, findings) of one task in a section, which stands on line 3."""
    document, report = read("section S", line)
    assert all(finding.line == 3 for finding in report.findings)
    (item,) = document.touchpoints
    scores = {
        persona.name: document.emotions[item.id, persona.id].score
        for persona in document.personas
        if (item.id, persona.id) in document.emotions
    }
    return item.text, scores, [finding.sentence for finding in report.findings]


@pytest.mark.parametrize(
    ("line", "name", "scores"),
    [
        ("Make tea: 5: Me", "Make tea", {"Me": 2}),
        ("Make tea:1:Me,Cat", "Make tea", {"Me": -2, "Cat": -2}),
        ("Make tea: 3", "Make tea", {"": 0}),
        ("Make tea: 4:", "Make tea", {"": 1}),
        ("Make tea: 4: ,Me,", "Make tea", {"Me": 1}),
        ("A#58;B #35;1#59; #colon; #quot;: 2: C#44;D", 'A:B #1; : "', {"C,D": -1}),
        ("One<br>two<BR/>three<br />four: 3: A<br>B", "One\ntwo\nthree\nfour", {"A B": 0}),
        ("#nosuchthing; stays: 3", "#nosuchthing; stays", {"": 0}),
        ("100 %% sure: 3: Me", "100 %% sure", {"Me": 0}),
        ("Titled: 3: Me", "Titled", {"Me": 0}),
        ("sectional: 3: Me", "sectional", {"Me": 0}),
        ("R&D: 3: Me", "R&D", {"Me": 0}),
        ("B&#38;B: 3: Me", "B&B", {"Me": 0}),
    ],
)
def test_a_task_without_surprises(line: str, name: str, scores: dict[str, int | None]) -> None:
    assert task(line) == (name, scores, [])


@pytest.mark.parametrize(
    ("line", "name", "scores", "words"),
    [
        ("X: 10: Me", "X", {"Me": 2}, ["10"]),
        ("X: 0: Me", "X", {"Me": -2}, ["0"]),
        ("X: -2", "X", {"": -2}, ["-2"]),
        ("X: 1e999", "X", {"": 2}, ["1e999"]),
        ("X: 3.5: Me", "X", {"Me": 1}, ["3.5"]),
        ("X: 2,5: Me", "X", {"Me": -1}, ["2,5"]),
        ("X: 4.2: Me", "X", {"Me": 1}, ["4.2"]),
        ("X: great: Me", "X", {}, ["great"]),
        ("X: NaN: Me", "X", {}, ["NaN"]),
        ("X: ٣: Me", "X", {}, ["٣"]),
        ("X:: Me", "X", {}, ["no score"]),
        ("X:", "X", {}, ["no score"]),
        ("10:30 Breakfast: 3: Me", "10:30 Breakfast", {"Me": 0}, ["10:30 Breakfast"]),
        ("Meet at 10:30: 3: Me", "Meet at 10:30", {"Me": 0}, ["Meet at 10:30"]),
        ("Call: wait: 2: Me", "Call: wait", {"Me": -1}, ["Call: wait"]),
        ("X: 5: Me: more: still", "X", {"Me": 2}, ["more:still"]),
        ("X: 5: Team #1, Cat", "X", {"Team": 2}, ["1, Cat"]),
        ("X # and so on: 5: Me", "X", None, ["and so on: 5: Me"]),
        ("Buy; pay: 3: Me", "Buy; pay", {"Me": 0}, [";"]),
        ("X: 3: Me;", "X", {"Me": 0}, [";"]),
        (": 3: Me", "", {"Me": 0}, ["no name"]),
        ("X: 3: Me, Cat, Me", "X", {"Me": 0, "Cat": 0}, ["Me"]),
        ("Title screen: 3: Me", "Title screen", {"Me": 0}, ["Title"]),
        ("Section 5: 3: Me", "Section 5", {"Me": 0}, ["Section"]),
        ("Journey start: 3: Me", "Journey start", {"Me": 0}, ["Journey"]),
    ],
)
def test_a_task_that_must_be_told_about(
    line: str, name: str, scores: dict[str, int | None] | None, words: list[str]
) -> None:
    if scores is None:  # what is left before the # is no task any more: it is kept as a note
        document, report = read("section S", line)
        assert [item.text for item in document.inbox] == [name]
        sentences = [finding.sentence for finding in report.findings]
    else:
        text, found, sentences = task(line)
        assert (text, found) == (name, scores)
    for word in words:
        assert any(word in sentence for sentence in sentences), sentences


def test_a_person_whose_score_is_a_word_is_still_a_persona() -> None:
    document, _ = read("X: great: Me")
    assert [persona.name for persona in document.personas] == ["Me"]


def test_tasks_before_any_section_go_to_one_phase_without_a_name() -> None:
    document, report = read("Early: 3: Me", "Also early: 4: Me", "section Later", "Late: 5: Me")
    assert [phase.name for phase in document.phases] == ["", "Later"]
    assert [document.phase_of(item) == document.phases[0] for item in document.touchpoints] == [True, True, False]
    assert not report.findings


def test_the_same_section_twice_is_two_phases() -> None:
    document, report = read("section A", "X: 3", "section B", "Y: 3", "section A", "Z: 3")
    assert [phase.name for phase in document.phases] == ["A", "B", "A"]
    assert not report.findings
    assert [notice.line for notice in report.notices] == [6]


def test_unnamed_scores_go_to_the_one_unnamed_persona_beside_the_named() -> None:
    document, _ = read("X: 3", "Y: 4: Me", "Z: 5")
    assert [persona.name for persona in document.personas] == ["", "Me"]
    assert [emotion.score for emotion in document.emotions.values()] == [0, 1, 2]


def test_a_diagram_of_nothing_but_its_first_word() -> None:
    document, report = read()
    assert not document.phases
    assert not report.findings
    assert [persona.name for persona in document.personas] == [""]


def test_titles_and_descriptions() -> None:
    document, report = read("title A: b", "accTitle: Short; text #1", "accDescr { one", "two", "} section S", "X: 3")
    assert document.info.title == "A: b"
    assert document.info.subtitle == "Short; text #1"
    assert document.info.scope == "one\ntwo"
    assert [phase.name for phase in document.phases] == ["S"]
    assert not report.findings


def test_a_title_is_replaced_by_a_later_one_and_that_is_told() -> None:
    document, report = read("title One", "title Two")
    assert document.info.title == "Two"
    assert [(finding.line, "One" in finding.sentence) for finding in report.findings] == [(3, True)]


def test_a_title_that_looks_like_a_task_is_told() -> None:
    document, report = read("title screen: 3: Me")
    assert document.info.title == "screen: 3: Me"
    assert [finding.line for finding in report.findings] == [2]


def test_front_matter_comments_and_settings() -> None:
    text = (
        "---\ntitle: 'It''s mine'\nconfig:\n  theme: dark\n---\n%%{init: {\n'a': 1}}%%\n%% hello\njourney\n# no\nX: 3"
    )
    document, report = read_mermaid(text, "en")
    assert document.info.title == "It's mine"
    assert len(document.touchpoints) == 1
    assert not report.findings
    assert [notice.line for notice in report.notices] == [0, 3, 6]
    assert "2" in report.notices[0].sentence


def test_what_a_finding_names_is_one_line() -> None:
    _, report = read("section S # a\u2028b")
    assert [finding.line for finding in report.findings] == [2]
    assert "“a b”" in report.findings[0].sentence


def test_section_names_keep_a_forbidden_colon() -> None:
    document, report = read("section Phase 1: Start", "X: 3")
    assert [phase.name for phase in document.phases] == ["Phase 1: Start"]
    assert [finding.line for finding in report.findings] == [2]


def test_a_line_that_is_nothing_goes_to_the_inbox_as_a_note() -> None:
    document, report = read("X: 3", "click here", "}")
    assert [(item.kind, item.text) for item in document.inbox] == [("note", "click here"), ("note", "}")]
    assert [finding.line for finding in report.findings] == [3, 4]


def test_line_numbers_are_those_of_the_file() -> None:
    _, report = import_file(TRAPS / "everything.mmd")
    assert [finding.line for finding in report.findings][:3] == [9, 10, 11]
    assert report.findings[0].text.startswith("Line 9: Mermaid reads")


def test_bom_crlf_and_tabs() -> None:
    document, report = import_file(TRAPS / "bom_crlf_tabs.mmd")
    assert document.info.title == "Met tabs"
    assert [phase.name for phase in document.phases] == ["Een"]
    assert [item.text for item in document.touchpoints] == ["Thee zetten"]
    assert [persona.name for persona in document.personas] == ["Ik"]
    assert not report.findings


def test_a_text_longer_than_a_card_is_cut_and_told() -> None:
    document, report = read("x" * (MAX_TEXT + 7) + ": 3")
    assert len(document.touchpoints[0].text) == MAX_TEXT
    assert "7" in report.findings[0].sentence


def test_more_than_a_map_can_hold_is_refused() -> None:
    with pytest.raises(NotImportable):
        read_mermaid("journey\n" + "X: 3\n" * 60_000, "en", name="x.mmd")


# -- Markdown -------------------------------------------------------------------------------------------------------


def test_the_first_journey_of_a_page_is_read_and_the_others_are_told() -> None:
    document, report = import_file(TRAPS / "two_journeys.md")
    assert document.info.title == "First"
    assert [item.text for item in document.touchpoints] == ["Make tea", "Wait"]
    assert [finding.line for finding in report.findings] == [22, 26]  # the word for a score, the second journey
    assert 10 in [notice.line for notice in report.notices]  # the flowchart


def test_a_bare_diagram_in_a_markdown_file() -> None:
    document, _ = read_markdown("journey\nX: 3", "en")
    assert [item.text for item in document.touchpoints] == ["X"]


def test_prose_is_no_diagram() -> None:
    with pytest.raises(NotImportable):
        read_markdown("# Our app\n\nJourney maps: 3 of them.\n", "en", name="x.md")


def test_a_block_that_is_never_closed() -> None:
    document, _ = read_markdown("~~~mermaid\njourney\nX: 3", "en")
    assert len(document.touchpoints) == 1


# -- refused --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "flowchart LR\nA-->B", "hello", "journeys\nX: 3", "---\ntitle: x\n---\n", "%% x"])
def test_what_is_no_journey_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(NotImportable) as refused:
        read_mermaid(text, "en", name="/somewhere/x.mmd")
    assert "x.mmd" in str(refused.value)
    assert "somewhere" not in str(refused.value)
    with pytest.raises(NotImportable):
        read_markdown(f"# Page\n\n```mermaid\n{text}\n```\n", "en", name="x.md")


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        import_file(tmp_path / "nothing.mmd")
    with pytest.raises(UnknownKind):
        import_file(tmp_path / "x.docx")
    with pytest.raises(UnknownKind):
        import_file(tmp_path / "x.mmd", "word")
    broken = tmp_path / "x.mmd"
    broken.write_bytes(b"journey\nX: 3: \xff\xfe")
    with pytest.raises(ContentError):
        import_file(broken)
    broken.write_bytes("journey\nX: 3".encode("utf-16"))
    with pytest.raises(ContentError):
        import_file(broken)


def test_the_kind_may_be_named_by_id_or_suffix(tmp_path: Path) -> None:
    path = tmp_path / "diagram.txt"
    path.write_text("journey\nX: 3", encoding="utf-8")
    for kind in ("mermaid", "mmd", "MMD"):
        document, _ = import_file(path, kind)
        assert len(document.touchpoints) == 1


# -- any text -------------------------------------------------------------------------------------------------------

LINES = st.lists(
    st.one_of(
        st.text(max_size=20),
        st.text(":;#,% \t{}<>br/&title sectonjuryaDx0123456789", max_size=24),
        st.sampled_from(
            ["section A", "title T", "accTitle: a", "accDescr {", "}", "journey", "%%{init", "%% c", "X: 3: Me"]
        ),
    ),
    max_size=12,
)


@settings(max_examples=300, deadline=None)
@given(LINES)
def test_any_text_is_read_and_every_word_is_on_the_map_or_told(lines: list[str]) -> None:
    text = "\n".join(["journey", *lines])
    document, report = read_mermaid(text, "en")
    assert not violations(document)
    held = [document.info.title, document.info.subtitle, document.info.scope]
    held += [phase.name for phase in document.phases] + [persona.name for persona in document.personas]
    held += [item.text for item in document.item_table.values()]
    told = {finding.line for finding in (*report.findings, *report.notices)}
    everything = " ".join(" ".join(held).split()).casefold()
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[1:], 2):
        word = line.strip().split(":")[0].strip().casefold()
        plain = (
            word.isascii()
            and word.replace(" ", "").isalnum()
            and not word.startswith(("title", "section", "journey", "acc"))
        )
        if plain and number not in told:
            assert " ".join(word.split()) in everything, (line, everything)
