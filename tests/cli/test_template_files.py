"""Templates by the command line: made of a map, listed, begun from, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli_room import Out, english_folder, refused, run
from hostile import cases
from model.files.native import load
from model.files.paths import templates_folder
from model.owntemplates import as_template, keep_template
from model.templates import example_path, list_templates, make_from_template

EXAMPLE = example_path("nl")
BROKEN = {name: case for name, case in cases().items() if name.startswith("template")}


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    english_folder(monkeypatch, tmp_path)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_models_as_json(capsys: Out, lang: str) -> None:
    assert run("templates", "--json", "--lang", lang) == 0
    rows = {row["id"]: row for row in json.loads(capsys.readouterr().out)}
    assert list(rows) == [template.id for template in list_templates("en")]
    eight = rows["eight-phases"]
    assert (len(eight["phases"]), len(eight["prompts"])) == (8, 8)
    assert eight["own"] is False
    assert eight["language"] == lang
    assert {"when", "source", "audience", "lanes", "channels", "description", "name"} <= set(eight)
    assert rows["consumer-decision-journey"]["loops"] == [{"from": 4, "to": 3}]
    assert rows["consumer-decision-journey"]["source"] == "McKinsey, 2009"


def test_a_template_of_a_map_and_a_map_of_the_template(capsys: Out) -> None:
    assert run("template", EXAMPLE, "shoes.journeytemplate", "--name", "Shoes", "--about", "For  shops") in {0, 1}
    assert run("new", "a.journey", "--template", "shoes.journeytemplate", "--title", "Boots") == 0
    capsys.readouterr()
    example, made = load(EXAMPLE).document, load("a.journey").document
    assert made.info.title == "Boots"
    assert made.info.language == "nl", "a template keeps its language"
    assert [p.name for p in made.phases] == [p.name for p in example.phases]
    assert [p.name for p in made.personas] == [p.name for p in example.personas]
    assert made.document_id != example.document_id
    assert not made.item_table
    header = json.loads(Path("shoes.journeytemplate").read_bytes())["template"]
    assert header == {"name": "Shoes", "description": "For shops"}


def test_what_is_kept_is_chosen(capsys: Out) -> None:
    for option in ("--without-personas", "--without-channels", "--with-notes"):
        assert run("template", EXAMPLE, "t.journeytemplate", option, "--force") in {0, 1}
        assert run("new", "a.journey", "--template", "t.journeytemplate", "--lang", "en", "--force") in {0, 1}
        made = load("a.journey").document
        assert ([p.name for p in made.personas] == [""]) == (option == "--without-personas")
        assert (not made.channels) == (option == "--without-channels")
        assert bool(made.item_table) == (option == "--with-notes")
        assert made.info.language == "en"
        named = json.loads(Path("t.journeytemplate").read_bytes())["template"]["name"]
        assert named == load(EXAMPLE).document.info.title


def test_own_templates_are_listed_marked_and_begun_from(capsys: Out) -> None:
    keep_template(as_template(make_from_template("5a", "nl"), "Mijn 5A", "Voor ons"))
    assert run("templates") == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.split()[0] == "mijn-5a"
    assert "Mijn 5A. Voor ons. (your own)" in last
    assert run("templates", "--json") == 0
    row = json.loads(capsys.readouterr().out)[-1]
    assert (row["id"], row["own"], row["name"], row["language"]) == ("mijn-5a", True, "Mijn 5A", "nl")
    assert run("new", "a.journey", "--template", "mijn-5a") == 0
    assert load("a.journey").document.phases[0].name == "Bekend"
    assert "mijn-5a" in refused(capsys, "new", "b.journey", "--template", "nine")


def test_a_broken_file_among_the_own_templates_is_told_and_hides_no_other(capsys: Out) -> None:
    path = keep_template(as_template(make_from_template("aida", "nl"), "Goed"))
    path.with_name("slecht.journeytemplate").write_bytes(b"{")
    assert run("templates", "--json") == 1
    out, err = capsys.readouterr()
    assert [row["id"] for row in json.loads(out)][-1] == "goed"
    assert "slecht.journeytemplate" in err
    assert len(err.splitlines()) == 1
    assert len(list(templates_folder().iterdir())) == 2


def test_a_template_on_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    run("new", "a.journey", "--title", "A")
    capfdbinary.readouterr()
    assert run("template", "a.journey", "-") == 0
    assert json.loads(capfdbinary.readouterr().out)["template"]["name"] == "A"


def test_requests_that_are_refused(capsys: Out) -> None:
    assert run("new", "a.journey", "--title", "A") == 0
    assert run("template", "a.journey", "t.journeytemplate") == 0
    assert ".journeytemplate" in refused(capsys, "template", "a.journey", "b.journey")
    assert "--force" in refused(capsys, "template", "a.journey", "t.journeytemplate")
    assert "not there" in refused(capsys, "template", "none.journey", "u.journeytemplate")
    assert "source" in refused(capsys, "template", "t.journeytemplate", "t.journeytemplate", "--force")
    assert "map, not a template" in refused(capsys, "new", "b.journey", "--template", "a.journey")
    assert "not there" in refused(capsys, "new", "b.journey", "--template", "none.journeytemplate")
    assert "exists already" in refused(capsys, "new", "a.journey", "--template", "t.journeytemplate")


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_a_broken_template(capsys: Out, name: str) -> None:
    path = Path("wall.journeytemplate")
    path.write_bytes(BROKEN[name].data)
    damaged = name == "template-cut.journeytemplate"
    if BROKEN[name].outcome == "refused" or damaged:
        assert path.name in refused(capsys, "new", "a.journey", "--template", path)
        return
    assert run("new", "a.journey", "--template", path) == (1 if BROKEN[name].outcome == "mended" else 0)
    assert load("a.journey").document.lanes
    assert path.read_bytes() == BROKEN[name].data


def test_a_template_is_looked_at_like_a_map(capsys: Out) -> None:
    run("new", "a.journey", "--template", "aida", "--title", "A")
    run("template", "a.journey", "t.journeytemplate")
    capsys.readouterr()
    assert run("info", "t.journeytemplate", "--json") == 0
    assert len(json.loads(capsys.readouterr().out)["phases"]) == 4
    assert run("check", "t.journeytemplate") == 0
    assert run("export", "t.journeytemplate", "t.pdf", "--blank") == 0
