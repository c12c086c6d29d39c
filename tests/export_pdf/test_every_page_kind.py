"""Every kind of page by validators and readers that share nothing with what writes it.

Kinds are printed by two programs in different surroundings, and the files of the first are looked at.
"""

from __future__ import annotations

import itertools
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import pdfa

from model.document import Document
from page_kinds import FONT, JAPANESE, KINDS, MAPS, write_maps
from tagged_pdf import read_tags, to_unicode

SURROUNDINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C", "LANG": "C"},
    {"PYTHONHASHSEED": "4711", "TZ": "America/New_York", "LC_ALL": "nl_NL.UTF-8", "LANG": "nl_NL.UTF-8"},
)
FONT_FOLDERS = (".local/share/fonts", ".fonts/deep")
ONCE = ("kit-nl", "poster-en-bw", "poster-long-words", "actions-en")
"""Kinds that one program prints: what makes them is in the others as well."""


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Where two programs, each with a home, a time zone and a language of its own, have printed every kind."""
    maps = tmp_path_factory.mktemp("maps")
    write_maps(maps)
    program = Path(__file__).parents[1] / "support" / "page_kinds.py"
    outs, running = [], []
    twice = [name for name in KINDS if name not in ONCE]
    for surroundings, fonts, names in zip(SURROUNDINGS, FONT_FOLDERS, ([], twice), strict=True):
        home = tmp_path_factory.mktemp("home")
        (home / fonts).mkdir(parents=True)
        shutil.copy(FONT, home / fonts)
        out = tmp_path_factory.mktemp("pages")
        env = {**os.environ, **surroundings, "HOME": str(home), "USERPROFILE": str(home)}
        env.pop("JOURNEYWALL_HOME", None)
        command = [sys.executable, str(program), str(maps), str(out), *names]
        running.append(subprocess.Popen(command, env=env, cwd=home, stderr=subprocess.PIPE, text=True))
        outs.append(out)
    for process in running:
        _, told = process.communicate()
        assert process.returncode == 0, told
    return outs


@pytest.fixture(scope="module")
def files(folders: list[Path]) -> dict[str, Path]:
    """The file of each kind."""
    return {name: folders[0] / f"{name}.pdf" for name in KINDS}


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    return {name: make() for name, make in MAPS.items()}


def squeezed(text: str) -> str:
    """Without spaces, line ends, soft hyphens and signs of direction."""
    return re.sub("[\\s\u00ad\ufffe\u200b\u202a-\u202e\u2066-\u2069\u200e\u200f]", "", text)


def test_two_programs_in_different_surroundings_write_the_same_bytes(folders: list[Path]) -> None:
    first, second = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in folders)
    assert set(first) == {f"{name}.pdf" for name in KINDS}
    assert set(second) == {f"{name}.pdf" for name in KINDS if name not in ONCE}
    assert [name for name in sorted(second) if first[name] != second[name]] == []


def test_every_kind_is_pdf_a_3b(files: dict[str, Path]) -> None:
    found = {name: list(pdfa.validate_written(path, "3b").findings) for name, path in files.items()}
    assert {name: findings for name, findings in found.items() if findings} == {}


def test_qpdf_finds_nothing_wrong_with_any(files: dict[str, Path]) -> None:
    """The program where it is there, as in CI; its library, by pikepdf, everywhere."""
    told: dict[str, Any] = {}
    for name, path in files.items():
        with pikepdf.open(path) as pdf:
            told[name] = list(pdf.check_pdf_syntax())
        if qpdf := shutil.which("qpdf"):
            done = subprocess.run([qpdf, "--check", str(path)], capture_output=True, text=True, check=False)
            told[name] += [done.stdout + done.stderr] if done.returncode else []
    assert {name: faults for name, faults in told.items() if faults} == {}


def test_every_kind_is_tagged_soundly(files: dict[str, Path]) -> None:
    """All that paints belongs to one element of the tree or is said to be none, headings step down, figures tell."""
    for name, path in files.items():
        with pikepdf.open(path) as pdf:
            tagged = read_tags(pdf)
        assert tagged.faults == [], name
        assert tagged.root.kind == "Document"
        assert len(tagged.root.of("H1")) >= 1, name


def test_every_kind_has_its_language_and_title(files: dict[str, Path], documents: dict[str, Document]) -> None:
    for name, path in files.items():
        document = documents[KINDS[name].document]
        with pikepdf.open(path) as pdf:
            assert str(pdf.Root.Lang) == document.info.language, name
            title = str(pdf.docinfo["/Title"])
            assert title.startswith(document.info.title or {"nl": "Klantreis", "en": "Journey"}[document.info.language])
            with pdf.open_metadata() as said:
                assert said["dc:title"] == title
            assert str(pdf.Root.ViewerPreferences.PrintScaling) == "/None"


def test_every_note_is_read_aloud_in_the_order_of_the_map(
    files: dict[str, Path], documents: dict[str, Document]
) -> None:
    """Phase by phase under its heading, lane by lane in it, each note once, whole, in the order of its text."""
    for name, kind in KINDS.items():
        if kind.of != "poster":
            continue
        document = documents[kind.document]
        with pikepdf.open(files[name]) as pdf:
            tree = read_tags(pdf).root
        titles = [squeezed(tag.text) for tag in tree.of("H1")]
        assert squeezed(document.info.title or "Klantreis") in titles, name
        sections = {tag.title: tag for tag in tree.children if tag.kind == "Sect"}
        rank = {lane.id: index for index, lane in enumerate(document.lanes)}
        for phase in document.phases:
            notes = [item for item in document.placed if document.phase_of(item) == phase]
            notes.sort(key=lambda item: rank[item.lane_id or ""])
            if not phase.name:
                continue
            section = sections[phase.name]
            heading = section.children[0]
            assert heading.kind == "H2", name
            assert squeezed(heading.text).endswith(squeezed(phase.name)), name
            read = [squeezed(tag.text) for tag in section.walk() if tag.kind == "P"]
            assert len(read) == len(notes), name
            for text, item in zip(read, notes, strict=True):
                assert squeezed(item.text) in text, name
                assert f"N{item.number}" in text, name
            lanes = list(dict.fromkeys(item.lane_id for item in notes))
            stretches = [tag for tag in section.children if tag.kind == "Sect"]
            assert len(stretches) == len(lanes), name
            for stretch, lane in zip(stretches, lanes, strict=True):
                assert stretch.title, name
                assert len(stretch.of("P")) == sum(item.lane_id == lane for item in notes), name
        assert len(tree.of("H2")) >= len(document.phases) + len({item.lane_id for item in document.placed}), name


def test_the_curve_is_a_figure_that_tells_every_feeling(files: dict[str, Path], documents: dict[str, Document]) -> None:
    for name in ("poster-nl", "poster-en-bw", "roll", "tiles-en"):
        document = documents[KINDS[name].document]
        with pikepdf.open(files[name]) as pdf:
            figures = [tag.text for tag in read_tags(pdf).root.of("Figure")]
        (curve,) = [text for text in figures if text.startswith(("Gevoel", "Emotion", "Feeling"))]
        for persona in document.personas:
            scores = [e for e in document.emotion_table.values() if e.persona_id == persona.id and e.score is not None]
            if scores:
                said = curve.split(f"{persona.name}: ")[1].split(";")[0].split(", ")
                assert sorted(map(_score, said)) == sorted(e.score or 0 for e in scores), name


def _score(text: str) -> int:
    return int(text.strip(" .").replace("−", "-"))


def _fonts(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every font that any page or form of a file names, once."""
    seen: set[tuple[int, int]] = set()
    waiting: list[Any] = [page.obj for page in pdf.pages]
    while waiting:
        resources = waiting.pop().get("/Resources", {})
        for font in resources.get("/Font", {}).values():
            if font.objgen not in seen:
                seen.add(font.objgen)
                yield font
        for form in resources.get("/XObject", {}).values():
            if form.objgen not in seen:
                seen.add(form.objgen)
                waiting.append(form)


def test_all_fonts_are_embedded_cut_down_and_read_back(files: dict[str, Path]) -> None:
    """Every font is a subset with its file inside, and its ToUnicode table has a text for every glyph that is there."""
    tool = shutil.which("pdffonts")
    for name, path in files.items():
        with pikepdf.open(path) as pdf:
            fonts = list(_fonts(pdf))
            assert fonts, name
            for font in fonts:
                assert re.match(r"/[A-Z]{6}\+", str(font.BaseFont)), name
                inside = font.DescendantFonts[0]
                data = bytes(inside.FontDescriptor.FontFile2.read_bytes())
                widths = {
                    int(first) + at
                    for first, row in zip(inside.W[::2], inside.W[1::2], strict=True)
                    for at in range(len(row))
                }
                assert widths - {0} == set(to_unicode(font)), f"{name}: {font.BaseFont}"
                assert _drawn(data) <= widths, f"{name}: {font.BaseFont} carries glyphs that nothing uses"
        if tool:
            told = subprocess.run([tool, str(path)], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
            assert len(told) == len(fonts), name
            assert all(re.search(r"yes\s+yes\s+yes\s", line) for line in told), "\n".join(told)


def _drawn(data: bytes) -> set[int]:
    """The glyphs of a TrueType file that have an outline and are no part of another."""
    import struct

    tables = {}
    for at in range(12, 12 + 16 * struct.unpack(">H", data[4:6])[0], 16):
        tag, _, offset, length = struct.unpack(">4sIII", data[at : at + 16])
        tables[tag] = data[offset : offset + length]
    long = struct.unpack(">h", tables[b"head"][50:52])[0]
    count = struct.unpack(">H", tables[b"maxp"][4:6])[0]
    width, k = ("I", 1) if long else ("H", 2)
    starts = struct.unpack(f">{count + 1}{width}", tables[b"loca"][: (count + 1) * (4 if long else 2)])
    parts: set[int] = set()
    found: set[int] = set()
    for glyph, (start, end) in enumerate(itertools.pairwise(starts)):
        if start == end:
            continue
        found.add(glyph)
        outline = tables[b"glyf"][start * k : end * k]
        if struct.unpack(">h", outline[:2])[0] >= 0:
            continue
        at, more = 10, True
        while more:
            flags, part = struct.unpack(">HH", outline[at : at + 4])
            parts.add(part)
            at += 4 + (4 if flags & 1 else 2) + (2 if flags & 8 else 4 if flags & 64 else 8 if flags & 128 else 0)
            more = bool(flags & 32)
    return found - parts - {0}


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed, as it is in CI")
def test_every_note_is_found_by_plain_pdftotext(files: dict[str, Path], documents: dict[str, Document]) -> None:
    """Emoji, Arabic, Hebrew, Japanese, very long words.

    A note that is written from left to right is found whole: as poppler lays the page out, or in the order of the
    file where it takes cards beside each other for columns. From right to left every word is found, spelled as it was
    written; the order of words on such a page is poppler's own guess, and what is read aloud has it right (above).
    """
    lost: list[tuple[str, str]] = []
    for name, kind in KINDS.items():
        texts = kind.texts(documents[kind.document])
        wanted = {word for text in texts for word in (text.split() if _is_right_to_left(text) else [text])}
        for way in ([], ["-raw"]):
            read = squeezed(_read(files[name], way))
            wanted = {each for each in wanted if squeezed(each) not in read}
            if not wanted:
                break
        lost += [(name, each) for each in sorted(wanted)]
    assert lost == []


def _is_right_to_left(text: str) -> bool:
    return any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)


def _read(path: Path, way: list[str]) -> str:
    done = subprocess.run(["pdftotext", *way, str(path), "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def test_no_character_is_missing_where_a_font_has_it(files: dict[str, Path]) -> None:
    """The Japanese of the map is drawn by the font that the computer has, which is cut down and goes into the file."""
    for name in ("poster-scripts", "tiles-scripts-bw", "kit-scripts-bw"):
        with pikepdf.open(files[name]) as pdf:
            (font,) = [font for font in _fonts(pdf) if "NotoSansJP" in str(font.BaseFont)]
            drawn = "".join(to_unicode(font).values())
        assert set(JAPANESE) <= set(drawn), name


# -- the reader itself ----------------------------------------------------------------------------------------------


def _broken(path: Path, harm: Any) -> list[str]:
    with pikepdf.open(path) as pdf:
        harm(pdf)
        return read_tags(pdf).faults


def test_the_reader_of_tags_finds_what_is_wrong(files: dict[str, Path]) -> None:
    """Else a clean result would mean nothing."""
    small = files["poster-empty"]
    assert _broken(small, lambda pdf: None) == []

    def elements(pdf: pikepdf.Pdf) -> list[Any]:
        found, waiting = [], [pdf.Root.StructTreeRoot.K[0]]
        while waiting:
            element = waiting.pop(0)
            kids: Any = element.get("/K", [])
            waiting += [kid for kid in (kids if isinstance(kids, pikepdf.Array) else [kids]) if "/S" in kid]
            found.append(element)
        return found

    def unnumbered(pdf: pikepdf.Pdf) -> None:
        leaf = next(each for each in elements(pdf) if isinstance(each.K, pikepdf.Dictionary) and "/MCID" in each.K)
        leaf.K.MCID = 999

    def figure(pdf: pikepdf.Pdf) -> None:
        elements(pdf)[-1].S = pikepdf.Name("/Figure")

    def skipped(pdf: pikepdf.Pdf) -> None:
        next(each for each in elements(pdf) if str(each.S) == "/H1").S = pikepdf.Name("/H3")

    def unmarked(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"\n0 0 m 9 9 l S")

    def orphan(pdf: pikepdf.Pdf) -> None:
        pdf.Root.StructTreeRoot.K[0].K = pikepdf.Array(list(pdf.Root.StructTreeRoot.K[0].K)[1:])

    for harm in (unnumbered, figure, skipped, unmarked, orphan):
        assert _broken(small, harm), harm.__name__
