"""Every command of the command line through main(): what it makes, prints, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli_room import Out, english_folder, refused, run
from model.files.native import dumps, load
from model.templates import example_path, list_templates

CORPUS = Path(__file__).parent.parent / "corpus" / "mermaid"
EXAMPLE = str(example_path("nl"))


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    english_folder(monkeypatch, tmp_path)


def info(capsys: Out, path: str | Path) -> dict[str, object]:
    status = run("info", path, "--json")
    assert status in {0, 1}
    held = json.loads(capsys.readouterr().out)
    assert isinstance(held, dict)
    return held


# -- new, templates ----------------------------------------------------------------------------------------------


def test_new_makes_an_empty_map_with_one_phase_and_the_usual_lanes(capsys: Out) -> None:
    assert run("new", "a.journey") == 0
    held = info(capsys, "a.journey")
    assert [phase["name"] for phase in held["phases"]] == [""]  # type: ignore[attr-defined]  # JSON
    assert held["language"] == "en"
    assert held["title"] == ""
    assert held["personas"] == []
    assert "touchpoints" in [lane["kind"] for lane in held["lanes"]]  # type: ignore[attr-defined]  # JSON


@pytest.mark.parametrize(
    ("lang", "first", "last"),
    [("nl", "Latente en concrete behoefte", "Nazorg"), ("en", "Latent and concrete need", "Aftercare")],
)
def test_new_from_the_eight_phases(capsys: Out, lang: str, first: str, last: str) -> None:
    assert run("new", "a.json", "--template", "eight-phases", "--title", " My\tmap ", "--lang", lang) == 0
    document = load("a.json").document
    names = [phase.name for phase in document.phases]
    assert (len(names), names[0], names[-1]) == (8, first, last)
    assert document.info.title == "My map"
    assert document.info.language == lang
    assert all(len(steps) == 1 for steps in document.steps_by_phase.values())
    assert len(document.channels) >= 4


def test_the_system_s_language_is_that_of_a_new_map(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "nl_BE.UTF-8")
    assert run("new", "a.journey") == 0
    assert load("a.journey").document.info.language == "nl"


def test_new_refuses_what_is_there_already(capsys: Out) -> None:
    assert run("new", "a.journey", "--title", "mine") == 0
    before = Path("a.journey").read_bytes()
    assert "--force" in refused(capsys, "new", "a.journey")
    assert Path("a.journey").read_bytes() == before
    assert run("new", "a.journey", "--force", "--title", "other") == 0
    assert load("a.journey").document.info.title == "other"


def test_new_refuses_names_and_templates_that_are_none(capsys: Out) -> None:
    assert "a.pdf" in refused(capsys, "new", "a.pdf")
    assert "eight-phases" in refused(capsys, "new", "a.journey", "--template", "nine")
    assert "folder" in refused(capsys, "new", "no/such/a.journey")
    assert "title" in refused(capsys, "new", "a.journey", "--title", "x" * 20_001)


def test_a_new_map_on_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run("new", "-", "--title", "Weg") == 0
    Path("a.journey").write_bytes(capfdbinary.readouterr().out)
    assert load("a.journey").document.info.title == "Weg"


def test_templates(capsys: Out) -> None:
    assert run("templates") == 0
    known = [template.id for template in list_templates("en")]
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == known
    assert run("templates", "--json", "--lang", "nl") == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["id"] for row in rows] == known
    assert rows[0]["name"] == "De acht fasen"
    assert len(rows[0]["phases"]) == 8


# -- info --------------------------------------------------------------------------------------------------------


def test_info_of_the_example(capsys: Out) -> None:
    held = info(capsys, EXAMPLE)
    assert list(held)[:9] == [
        "format_version",
        "title",
        "language",
        "phases",
        "lanes",
        "personas",
        "channels",
        "counts",
        "emotions",
    ]
    assert held["format_version"] == 1
    assert held["language"] == "nl"
    phases = held["phases"]
    assert isinstance(phases, list)
    assert [(phase["steps"], phase["touchpoints"]) for phase in phases] == [(1, 5)] * 8
    assert phases[5] == {"id": "phase-6", "name": "Levering", "steps": 1, "touchpoints": 5}
    assert held["personas"] == [
        {"id": "persona-sanne", "name": "Sanne", "role": "Loper met een zere knie"},
        {"id": "persona-henk", "name": "Henk", "role": "Beginnende loper van 58"},
        {"id": "persona-mila", "name": "Mila", "role": "Hardloper met volgers"},
    ]
    counts = held["counts"]
    assert isinstance(counts, dict)
    assert list(counts) == ["touchpoint", "insight", "pain_point", "opportunity", "solution", "note", "link"]
    assert counts["touchpoint"] == 40
    emotions = held["emotions"]
    assert isinstance(emotions, list)
    assert len(emotions) == 80
    assert emotions[54] == {"touchpoint": "item-n28", "persona": "persona-sanne", "score": -2}
    channels = held["channels"]
    assert isinstance(channels, list)
    assert {"id": "channel-shop", "name": "Winkel", "medium": "offline"} in channels


def test_info_for_people(capsys: Out) -> None:
    assert run("info", EXAMPLE) == 0
    out = capsys.readouterr().out
    assert "6. Levering: 5" in out
    assert "Sanne (Loper met een zere knie)" in out


def test_scores_of_the_unnamed_persona_have_the_persona_null(capsys: Out) -> None:
    Path("a.mmd").write_text("journey\nX: 5\nsection S\nY: 1: Me\n", encoding="utf-8")
    assert run("import", "a.mmd", "a.journey") == 0
    capsys.readouterr()
    held = info(capsys, "a.journey")
    emotions, personas = held["emotions"], held["personas"]
    assert isinstance(emotions, list)
    assert isinstance(personas, list)
    assert [persona["name"] for persona in personas] == ["Me"]
    assert [(emotion["persona"], emotion["score"]) for emotion in emotions] == [(None, 2), (personas[0]["id"], -2)]


def test_maps_that_cannot_be_opened(capsys: Out) -> None:
    Path("empty.journey").write_bytes(b"")
    Path("foreign.json").write_text('{"hello": 1}', encoding="utf-8")
    Path("cut.json").write_text('{"hello": [', encoding="utf-8")
    Path("new.journey").write_text(
        '{"format": "journeywall", "format_version": 9, "min_reader": 9, "document_id": "x"}', encoding="utf-8"
    )
    Path("folder.journey").mkdir()
    Path("a.mmd").write_text("journey", encoding="utf-8")
    for name in ("nothing.journey", "empty.journey", "foreign.json", "cut.json", "new.journey", "folder.journey"):
        for command in (["info"], ["check"], ["export"]):
            more = ["out.mmd"] if command == ["export"] else []
            assert name in refused(capsys, *command, name, *more)
    assert "import" in refused(capsys, "info", "a.mmd")


def test_a_huge_file_is_refused_before_it_is_read(capsys: Out) -> None:
    with Path("huge.journey").open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    assert run("info", "huge.journey") == 2
    assert "huge.journey" in capsys.readouterr().err


def test_a_newer_map_that_may_be_read_is_used(capsys: Out) -> None:
    text = Path(EXAMPLE).read_text(encoding="utf-8")
    Path("a.journey").write_text(text.replace('"format_version": 1', '"format_version": 7', 1), encoding="utf-8")
    assert info(capsys, "a.journey")["format_version"] == 7


def test_a_damaged_map_is_used_as_far_as_it_goes_and_that_is_told(capsys: Out) -> None:
    data = Path(EXAMPLE).read_bytes()
    Path("a.journey").write_bytes(data[: len(data) * 3 // 4])
    assert run("info", "a.journey", "--json") == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["counts"]["touchpoint"] == 40
    assert err.strip()
    assert run("export", "a.journey", "a.mmd") == 1
    assert run("check", "a.journey") == 1


# -- check -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_example_is_a_good_map(capsys: Out, lang: str) -> None:
    path = example_path("nl" if lang == "nl" else "en")
    assert run("check", path, "--strict") == 0
    capsys.readouterr()
    assert run("check", path, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["ok"] is True
    assert {problem["level"] for problem in found["problems"]} == {"info"}


def test_a_problem_is_told_with_its_place(capsys: Out) -> None:
    text = Path(EXAMPLE).read_text(encoding="utf-8")
    Path("a.journey").write_text(text.replace('"step_id": "step-3"', '"step_id": "step-99"', 1), encoding="utf-8")
    assert run("check", "a.journey", "--json") == 1
    found = json.loads(capsys.readouterr().out)
    assert found["ok"] is False
    problem = found["problems"][0]
    assert problem["level"] == "error"
    assert problem["rule"] == "K1"
    assert problem["place"]
    assert run("check", "a.journey") == 1
    assert problem["place"] in capsys.readouterr().out


def test_strict_compares_with_what_saving_would_write(capsys: Out) -> None:
    assert run("new", "a.journey", "--title", "T") == 0
    assert run("check", "a.journey", "--strict") == 0
    data = Path("a.journey").read_bytes()
    Path("a.journey").write_bytes(data.replace(b'"title": "T"', b'"title":  "T"'))
    capsys.readouterr()
    assert run("check", "a.journey") == 0
    assert run("check", "a.journey", "--strict") == 1
    assert "K2" in capsys.readouterr().out


def test_strict_counts_warnings(capsys: Out) -> None:
    Path("a.mmd").write_text("journey\nsection S\nX: 3\nsection S\nY: 3\n", encoding="utf-8")
    assert run("import", "a.mmd", "a.journey") == 0
    assert run("check", "a.journey") == 0
    capsys.readouterr()
    assert run("check", "a.journey", "--strict") == 1
    assert "K11" in capsys.readouterr().out


# -- import ------------------------------------------------------------------------------------------------------


def test_import_of_a_diagram(capsys: Out) -> None:
    assert run("import", CORPUS / "mermaid_docs_working_day.mmd", "a.journey") == 0
    assert capsys.readouterr() == ("", "")
    document = load("a.journey").document
    assert [phase.name for phase in document.phases] == ["Go to work", "Go home"]
    assert run("check", "a.journey") == 0


def test_import_reports_lines_and_ends_with_1(capsys: Out) -> None:
    Path("a.mmd").write_text("journey\nX: 9: Me\nY: fine: Me\nhello\n", encoding="utf-8")
    assert run("import", "a.mmd", "a.journey") == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert [line.split(":")[0] for line in err.splitlines()] == ["Line 2", "Line 3", "Line 4"]
    assert len(load("a.journey").document.touchpoints) == 2


def test_import_refuses_and_leaves_nothing_behind(capsys: Out) -> None:
    Path("a.mmd").write_text("flowchart LR\nA-->B\n", encoding="utf-8")
    assert "flowchart" in refused(capsys, "import", "a.mmd", "a.journey")
    assert "nothing.mmd" in refused(capsys, "import", "nothing.mmd", "a.journey")
    assert "a.docx" in refused(capsys, "import", "a.docx", "a.journey")
    assert "word" in refused(capsys, "import", "a.mmd", "a.journey", "--from", "word")
    Path("b.mmd").write_text("journey\nX: 3\n", encoding="utf-8")
    assert "b.pdf" in refused(capsys, "import", "b.mmd", "b.pdf")
    assert run("import", "b.mmd", "b.journey") == 0
    assert "--force" in refused(capsys, "import", "b.mmd", "b.journey")
    assert run("import", "b.mmd", "b.journey", "--force") == 0


def test_import_of_a_map_is_a_new_map_with_the_same_content(capsys: Out) -> None:
    Path("a.json").write_bytes(Path(EXAMPLE).read_bytes())
    assert run("import", "a.json", "b.journey") == 0
    old, new = load("a.json").document, load("b.journey").document
    assert old.same_content(new)
    assert old.document_id != new.document_id
    assert "source" in refused(capsys, "import", "a.json", "a.json", "--force")


def test_import_to_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run("import", CORPUS / "mermaid_docs_working_day.mmd", "-") == 0
    Path("a.journey").write_bytes(capfdbinary.readouterr().out)
    assert len(load("a.journey").document.touchpoints) == 5


# -- export ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "beginning", "status"),
    [("a.pdf", b"%PDF-", 0), ("a.xlsx", b"PK", 0), ("a.PNG", b"\x89PNG", 0), ("a.mmd", b"journey", 1)],
)
def test_export_of_the_example(capsys: Out, name: str, beginning: bytes, status: int) -> None:
    more = ["--paper", "A4"] if name.casefold().endswith("png") else []
    assert run("export", EXAMPLE, name, *more) == status
    assert Path(name).read_bytes().startswith(beginning)
    out, err = capsys.readouterr()
    assert out == ""
    if name.endswith("pdf"):
        assert "The notes read up to 1.2 m" in err, "a remark, and nothing wrong"
    else:
        assert bool(err) == bool(status)


def test_export_of_a_diagram_and_back_again(capsys: Out) -> None:
    assert run("import", CORPUS / "kdense_ecommerce_two_personas.mmd", "a.journey") == 0
    assert run("export", "a.journey", "a.mmd") == 0
    assert run("import", "a.mmd", "b.journey") == 0
    assert capsys.readouterr() == ("", "")
    a, b = load("a.journey").document, load("b.journey").document
    assert [item.text for item in a.touchpoints] == [item.text for item in b.touchpoints]
    assert len(a.emotions) == len(b.emotions) == 28


def test_export_replaces_its_out(capsys: Out) -> None:
    Path("a.mmd").write_bytes(b"old")
    assert run("export", EXAMPLE, "a.mmd") == 1
    assert Path("a.mmd").read_bytes().startswith(b"journey")


def test_a_failed_export_leaves_what_was_there(capsys: Out, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.pdf").write_bytes(b"old")
    assert "paper" in refused(capsys, "export", EXAMPLE, "a.pdf", "--paper", "A9")
    assert "a.txt" in refused(capsys, "export", EXAMPLE, "a.txt")
    assert "word" in refused(capsys, "export", EXAMPLE, "a.pdf", "--to", "word")
    assert refused(capsys, "export", EXAMPLE, "a.xlsx", "--dpi", "96")
    assert refused(capsys, "export", EXAMPLE, "a.pdf", "--overlap", "5")
    assert refused(capsys, "export", EXAMPLE, "a.png", "--dpi", "0")
    assert refused(capsys, "export", EXAMPLE, "a.png", "--dpi", "2400", "--paper", "A0")
    assert refused(capsys, "export", EXAMPLE, "no/such/folder/a.mmd")
    assert refused(capsys, "export", "nothing.journey", "a.pdf")
    assert Path("a.pdf").read_bytes() == b"old"


def test_an_export_never_replaces_a_map(capsys: Out) -> None:
    Path("a.journey").write_bytes(Path(EXAMPLE).read_bytes())
    Path("b.pdf").hardlink_to("a.journey")
    assert refused(capsys, "export", "a.journey", "a.journey", "--to", "pdf")
    assert refused(capsys, "export", "a.journey", "other.json", "--to", "mermaid")
    assert refused(capsys, "export", "a.journey", "b.pdf")


def test_a_diagram_on_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run("import", CORPUS / "wdfb_nl_programmeerreis.mmd", "a.journey") == 0
    assert run("export", "a.journey", "-", "--to", "mmd") == 0
    out, err = capfdbinary.readouterr()
    assert out.startswith(b"journey\n    title Je Programmeerreis Vandaag\n")
    assert err == b""


def test_options_of_the_poster(capsys: Out) -> None:
    assert run("export", EXAMPLE, "a.pdf", "--paper", "A3", "--orientation", "portrait") == 0
    assert run("export", EXAMPLE, "b.pdf", "--paper", "A1", "--tile", "A4", "--overlap", "12,5") == 0
    assert run("export", EXAMPLE, "c.pdf", "--blank", "--lang", "en") == 0
    assert run("export", EXAMPLE, "d.xlsx", "--blank", "--lang", "en") == 0
    import pypdfium2

    for name, pages in (("a.pdf", 1), ("b.pdf", 5), ("c.pdf", 1)):
        document = pypdfium2.PdfDocument(name)
        assert len(document) >= pages
        if name == "a.pdf":
            width, height = document[0].get_size()
            assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (297, 420)
        document.close()


def test_the_same_map_gives_the_same_poster() -> None:
    assert run("export", EXAMPLE, "a.pdf") == 0
    assert run("export", EXAMPLE, "b.pdf") == 0
    assert Path("a.pdf").read_bytes() == Path("b.pdf").read_bytes()


def test_a_character_that_no_font_draws_is_told_with_its_card(capsys: Out) -> None:
    Path("a.mmd").write_text("journey\nWait \U00012000 here: 3\n", encoding="utf-8")
    assert run("import", "a.mmd", "a.journey") == 0
    assert run("export", "a.journey", "a.pdf") == 1
    err = capsys.readouterr().err
    assert "N1" in err
    assert "U+12000" in err
    assert Path("a.pdf").exists()
    assert run("check", "a.journey") == 1
    assert "K3" in capsys.readouterr().out


# -- the rest ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ["new"],
        ["info"],
        ["export", "a.journey"],
        ["info", "a.journey", "--nonsense"],
        ["--nonsense"],
        ["a.journey", "b.journey"],
        ["new", "a.journey", "--lang", "fr"],
        ["export", EXAMPLE, "a.pdf", "--orientation", "sideways"],
        ["export", EXAMPLE, "a.pdf", "--tile", "A4", "--overlap", "wide"],
        ["export", EXAMPLE, "-"],
        ["export", EXAMPLE, "-", "--to", "pdf"],
    ],
)
def test_requests_that_make_no_sense(capsys: Out, arguments: list[str]) -> None:
    assert refused(capsys, *arguments)


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["--version"], ["export", "--help"], ["new", "-h"]])
def test_help_and_version(capsys: Out, arguments: list[str]) -> None:
    assert run(*arguments) == 0
    out, err = capsys.readouterr()
    assert out
    assert err == ""


def test_an_internal_error_ends_with_70_and_is_logged_without_a_text(
    capsys: Out, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*_: object) -> None:
        try:
            raise ValueError("the secret text of a card")
        except ValueError as error:
            raise KeyError("another secret") from error

    monkeypatch.setattr("model.overview.overview", fail)
    assert run("info", EXAMPLE, "--json") == 70
    err = capsys.readouterr().err
    assert len(err.strip().splitlines()) == 1
    log = tmp_path / "home" / "logs" / "journeywall.log"
    assert str(log) in err
    text = log.read_text(encoding="utf-8")
    assert "KeyError" in text
    assert "ValueError" in text
    assert "in fail" in text
    assert "secret" not in text
    assert EXAMPLE not in text


def test_an_internal_error_without_a_place_for_the_log(
    capsys: Out, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    monkeypatch.setenv("JOURNEYWALL_HOME", str(blocked))
    monkeypatch.setattr("model.overview.overview", lambda *_: 1 / 0)
    assert run("info", EXAMPLE, "--json") == 70
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_without_a_display_the_editor_says_so_and_nothing_else_happens(
    capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert "display" in refused(capsys, EXAMPLE)
    assert "display" in refused(capsys)


def test_a_new_map_saves_byte_for_byte_but_for_its_stamp() -> None:
    assert run("new", "a.journey", "--template", "eight-phases") == 0
    loaded = load("a.journey")
    assert dumps(loaded.document, saved_by=loaded.report.saved_by) == Path("a.journey").read_bytes()
