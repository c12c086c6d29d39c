"""README and docs keep their word: what they link to is there, and the commands they name are commands."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from urllib.parse import unquote

import pytest

import dev
from app.cli_parser import COMMANDS, parse
from bootstrap import SetupError
from model.i18n import speaking
from model.scribe import LETTERS, letter_of
from widgets.scribe.sheet import kind_title

ROOT = Path(__file__).resolve().parents[2]
PAGES = (ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md")))
README = (ROOT / "README.md").read_text("utf-8")
LINK = re.compile(r"\]\(([^()\s]+)\)")
MOST_BYTES = 400_000
"""Of one picture: a clone should not get heavy with them."""


def named(page: Path) -> str:
    return str(page.relative_to(ROOT))


def blocks(text: str) -> list[str]:
    """The lines inside the fenced blocks of a page."""
    return [
        line
        for block in re.findall(r"^```\w*\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
        for line in block.splitlines()
    ]


def anchors(page: Path) -> set[str]:
    """What the headings of a page are called in links, as GitHub names them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    for link in LINK.findall(page.read_text("utf-8")):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = unquote(link).partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.is_relative_to(ROOT), f"{link} leads out of the repository"
        assert target.exists(), f"{link} leads nowhere"
        if anchor:
            assert anchor in anchors(target), f"{link}: no such heading"


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_path_in_code_marks_exists(page: Path) -> None:
    """Paths below the top folders, written as `model/i18n.py`; patterns such as `*.ts` name no single file."""
    for path in re.findall(
        r"`((?:app|widgets|model|resources|packaging|tests|docs)/[\w./-]+\w)`", page.read_text("utf-8")
    ):
        assert (ROOT / path).exists(), path


def test_pictures_are_shown_described_and_light() -> None:
    shown = {link for page in PAGES for link in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", page.read_text("utf-8"))}
    # Those of every screen, in a folder of their own, have their page: see test_screens_page.py.
    pictures = sorted(path for path in (ROOT / "docs" / "pictures").glob("*") if path.is_file())
    assert pictures, "the README shows the real program"
    for picture in pictures:
        assert any(link.endswith(f"pictures/{picture.name}") for link in shown), f"{picture.name} is shown nowhere"
        assert picture.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
        assert picture.stat().st_size < MOST_BYTES, picture.name


def words_of(line: str) -> list[str]:
    """A line of a usage block as somebody would type it: brackets opened, the first choice taken."""
    line = re.split(r" {3,}", line.strip())[0]
    line = line.replace("[", " ").replace("]", " ")
    return [word.split("|")[0] for word in line.split() if word != "|"]


VALUES = {
    "ID": "empty",
    "TEXT": "Reis",
    "KIND": "mermaid",
    "MM": "10",
    "N": "2",
    "DPI": "96",
    "MAP": "a.journey",
    "SOURCE": "a.mmd",
}


def usage_lines(text: str) -> list[str]:
    """The lines of the usage block, a continued one joined to the one before it."""
    joined: list[str] = []
    for line in blocks(text):
        if line.startswith("journeywall"):
            joined.append(line.rstrip())
        elif joined and line.startswith(" " * 20):
            joined[-1] += " " + re.split(r" {3,}\.", line.strip())[0]
    return joined


@pytest.mark.parametrize("page", ["README.md", "docs/command-line.md"])
def test_the_usage_block_is_what_the_program_takes(page: str) -> None:
    lines = usage_lines((ROOT / page).read_text("utf-8"))
    seen = set()
    for line in lines:
        words = words_of(line)[1:]
        if not words or words[0].startswith("-"):
            continue
        out = "b.journey" if words[0] in {"new", "import"} else "b.pdf"
        words = [VALUES.get(word, out if word == "OUT" else word) for word in words]
        if words[-2:] == ["--to", "KIND"]:
            words[-1] = "pdf"
        parse(words)  # raises UsageError for what it does not know
        seen.add(words[0])
    assert seen - {"a.journey"} == set(COMMANDS)


def test_the_letters_of_the_line_are_those_of_each_language() -> None:
    header = re.search(r"^\| \| (Pain point .*) \|$", README, re.MULTILINE)
    assert header is not None
    for language, name in (("en", "English"), ("nl", "Dutch")):
        row = re.search(rf"^\| {name} \| (.*) \|$", README, re.MULTILINE)
        assert row is not None
        with speaking("en"):
            kinds = {kind_title(kind): kind for kind in LETTERS}
        said = dict(zip(header[1].split(" | "), row[1].split(" | "), strict=True))
        with speaking(language):
            assert said == {title: f"`/{letter_of(kind)}`" for title, kind in kinds.items()}


def test_the_commands_of_the_readme_are_commands(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each ``packaging/dev.py`` line gets as far as the setting up; one the script does not know ends with 2 before."""

    def stop(*_: object, **__: object) -> None:
        raise SetupError("far enough")

    monkeypatch.setattr(dev, "prepare", stop)
    monkeypatch.setattr(dev, "missing", lambda _: ())
    monkeypatch.setattr(dev, "missing_for_window", lambda: ())
    lines = [line for line in blocks(README) if line.startswith("python3 ")]
    lines += re.findall(r"`(python3 packaging/dev\.py [^`]+)`", README)
    assert "python3 packaging/dev.py run" in lines
    assert "python3 packaging/dev.py test" in lines
    for line in lines:
        _python, script, *arguments = shlex.split(line)
        assert script == "packaging/dev.py"
        assert dev.main(arguments) == dev.NO_SETUP, line
        if "--" in arguments and arguments[0] == "run":
            parse(arguments[arguments.index("--") + 1 :])
