"""The file as a whole: valid, the same every time, tagged, with bookmarks and the map's own document inside."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest

from model.document import Document
from model.draw.displaylist import Text
from model.export import pdf as pdf_module
from model.export.errors import ExportError
from model.export.pdf import ExportReport, PosterOptions, export_pdf, render
from model.files import native
from model.files.native import loads
from model.i18n import speaking
from model.newmap import new_map
from model.text.breaking import shape_line
from model.text.shape import TextStyle
from posters import HandMade, as_pdf, card, filled, map_without_cards, phase, poster

TEXTS = ("Een kaart", "Ontevreden 😀", "مرحبا بالعالم", "‘Waarom?’", "📦 → 🏪")


@pytest.fixture(scope="module")
def made() -> HandMade:
    return filled(TEXTS * 4)


@pytest.fixture(scope="module")
def files(made: HandMade, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A poster of one page, a tiled one, and one with opacity, a figure and a date."""
    folder = tmp_path_factory.mktemp("pdf")
    found: dict[str, Path] = {}
    wanted: dict[str, dict[str, object]] = {
        "one": {},
        "tiled": {"tile": "A4"},
        "dated": {"created": datetime(2026, 5, 21, tzinfo=UTC)},
    }
    for name, options in wanted.items():
        found[name] = folder / f"{name}.pdf"
        found[name].write_bytes(as_pdf(made, **options)[0])
    return found


@pytest.mark.parametrize("name", ["one", "tiled", "dated"])
def test_qpdf_finds_no_fault(files: dict[str, Path], name: str) -> None:
    qpdf = shutil.which("qpdf")
    if qpdf is None:
        pytest.skip("qpdf is not installed")
    done = subprocess.run([qpdf, "--check", str(files[name])], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", ["one", "tiled", "dated"])
def test_it_is_pdf_a_3b(files: dict[str, Path], name: str) -> None:
    try:
        from pikepdf import pdfa
    except ImportError:
        pytest.skip("pikepdf with its PDF/A validator is not installed: pip install 'pikepdf[pdfa]'")
    assert list(pdfa.validate_written(files[name], "3b").findings) == []


@pytest.mark.parametrize("name", ["one", "tiled"])
def test_poppler_finds_the_text_of_every_card(files: dict[str, Path], name: str) -> None:
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext is not installed")
    read = subprocess.run([tool, str(files[name]), "-"], capture_output=True, text=True, check=True).stdout
    plain = re.sub("[\u202a-\u202e\\s]+", " ", read)
    for text in TEXTS:
        assert plain.count(text) >= 4, text


@pytest.mark.parametrize("options", [{}, {"tile": "A4"}])
def test_the_same_map_gives_the_same_bytes(
    made: HandMade, options: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    stamp = native.save_stamp

    def later(at: datetime | None = None) -> dict[str, str]:
        return stamp(at or datetime(2031, 1, 1, tzinfo=UTC))

    document = map_without_cards()
    with speaking("nl"):
        first = render(document, made, PosterOptions(**options))[0]  # type: ignore[arg-type]  # keyword pass-through
        monkeypatch.setattr(native, "save_stamp", later)
        second = render(document, made, PosterOptions(**options))[0]  # type: ignore[arg-type]  # keyword pass-through
    assert first == second


def test_the_bytes_do_not_depend_on_the_process() -> None:
    """Sets and hashes differ from one process to the next; the file does not."""
    code = (
        "import hashlib; from posters import as_pdf, filled; "
        "made = filled(['Een kaart 😀', 'مرحبا', 'Ελληνικά →'] * 5); "
        "from model.export.pdf import PosterOptions; "
        "print(hashlib.sha256(as_pdf(made, tile='A4', attach=False)[0]).hexdigest())"
    )
    root = Path(__file__).parents[2]
    path = os.pathsep.join([str(root), str(root / "tests" / "support")])
    digests = set()
    for seed in ("1", "2"):
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
        done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
        digests.add(done.stdout.strip())
    assert len(digests) == 1


def test_the_date_is_written_only_when_it_is_given(files: dict[str, Path]) -> None:
    def dates(path: Path) -> str:
        document = pypdfium2.PdfDocument(path)
        try:
            return str(document.get_metadata_value("CreationDate"))
        finally:
            document.close()

    assert dates(files["one"]) == ""
    assert dates(files["dated"]) == "D:20260521000000Z"


def test_the_map_itself_is_inside_and_reads_back(made: HandMade) -> None:
    document = map_without_cards()
    with speaking("nl"):
        pdf, _ = render(document, made, PosterOptions())
    read = pypdfium2.PdfDocument(pdf)
    try:
        assert read.count_attachments() == 1
        attachment = read.get_attachment(0)
        assert attachment.get_name() == "Schoenen.journey"
        data = bytes(attachment.get_data())
    finally:
        read.close()
    assert b'"time"' not in data, "no clock: two exports of one map are equal"
    back, _ = loads(data)
    assert back.same_content(document)
    assert back.document_id == document.document_id


def test_a_title_that_is_no_file_name_is_made_one(made: HandMade) -> None:
    document = new_map('a/b: "c" één?', "nl", ["A"], ("touchpoints",))
    with speaking("nl"):
        read = pypdfium2.PdfDocument(render(document, made, PosterOptions(source=b"{}"))[0])
    try:
        assert read.get_attachment(0).get_name() == "a b c één.journey"
        assert bytes(read.get_attachment(0).get_data()) == b"{}"
        assert read.get_metadata_value("Title") == 'a/b: "c" één?'
    finally:
        read.close()


@pytest.mark.parametrize("options", [{"attach": False}, {"blank": True}])
def test_nothing_goes_along_when_it_should_not(made: HandMade, options: dict[str, bool]) -> None:
    """An empty wall map does not carry the notes of the map it was made from."""
    read = pypdfium2.PdfDocument(as_pdf(made, **options)[0])
    try:
        assert read.count_attachments() == 0
    finally:
        read.close()


def test_it_is_printed_as_large_as_it_is(files: dict[str, Path]) -> None:
    raw = files["tiled"].read_bytes()
    import zlib

    packed = re.findall(rb"/ObjStm.*?stream\n(.*?)\nendstream", raw, re.S)
    text = b"".join(zlib.decompress(stream) for stream in packed)
    assert b"/PrintScaling /None" in text
    assert b"/DisplayDocTitle true" in text
    assert b"/Lang (nl)" in text


def toc(pdf: bytes) -> list[tuple[str, int]]:
    read = pypdfium2.PdfDocument(pdf)
    try:
        return [(entry.get_title(), entry.get_dest().get_index()) for entry in read.get_toc()]
    finally:
        read.close()


def labels(pdf: bytes) -> list[str]:
    read = pypdfium2.PdfDocument(pdf)
    try:
        return [read.get_page_label(i) for i in range(len(read))]
    finally:
        read.close()


def test_bookmarks_are_the_phases_then_the_lanes() -> None:
    lane = card(30, 300, "Pijnpunten", "lane1")
    lane = replace(lane, role="lane", label="Pijnpunten")
    made = poster([lane, phase(366, 30, "Oriëntatie", "p1"), phase(600, 30, "Aankoop", "p2")])
    assert toc(as_pdf(made)[0]) == [("Oriëntatie", 0), ("Aankoop", 0), ("Pijnpunten", 0)]


def test_bookmarks_and_labels_of_a_tiled_poster(made: HandMade) -> None:
    pdf, report = as_pdf(made, tile="A4")
    assert report.sheets == ("A1", "B1", "C1", "A2", "B2", "C2", "A3", "B3"), "nothing stands on sheet C3"
    assert labels(pdf)[1:] == [f"Vel {name}" for name in report.sheets]
    entries = dict(toc(pdf))
    assert next(iter(entries.values())) == 0
    assert entries["Fase 1"] == 1, "phase 1 begins on sheet A1"
    assert entries["Fase 8"] == 3, "phase 8 begins on sheet C1"


def test_the_page_is_the_paper(made: HandMade) -> None:
    read = pypdfium2.PdfDocument(as_pdf(made)[0])
    try:
        width, height = read[0].get_size()
    finally:
        read.close()
    assert (width / 72 * 25.4, height / 72 * 25.4) == pytest.approx((841, 594), abs=0.01)


def struct_text(path: Path) -> str:
    tool = shutil.which("pdfinfo")
    if tool is None:
        pytest.skip("pdfinfo is not installed")
    done = subprocess.run([tool, "-enc", "UTF-8", "-struct-text", str(path)], capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")


def test_cards_are_read_phase_by_phase(tmp_path: Path) -> None:
    """Sections for phases, in them for lanes; the cards come in the document's order, not in drawing order."""
    from model.commands.cards import add_cards
    from model.commands.places import Cell, lane_for
    from model.session import Session

    session = Session(new_map("Proef", "nl", ["Eerst", "Later"], ("touchpoints",)))
    lane = lane_for(session.document, "touchpoint")
    assert lane is not None
    steps = session.document.steps
    session.run(add_cards, "touchpoint", ["een", "twee"], Cell(lane.id, steps[0].id))
    session.run(add_cards, "touchpoint", ["drie"], Cell(lane.id, steps[1].id))
    document = session.document
    items = {item.text: item.id for item in document.placed}
    groups = [card(400, 90 * i, text, items[text]) for i, text in enumerate(("drie", "twee", "een"), 1)]
    heads = [phase(366, 30, p.name, p.id) for p in document.phases]
    out = tmp_path / "tags.pdf"
    with speaking("nl"):
        out.write_bytes(render(document, poster([*groups, *heads]), PosterOptions())[0])
    words = re.findall(r'"(.*?)"', struct_text(out))
    assert [w for w in words if w in {"een", "twee", "drie"}] == ["een", "twee", "drie"]
    assert re.findall('Sect "(.*?)"', struct_text(out)) == ["Eerst", "Contactmomenten", "Later", "Contactmomenten"]


def test_right_to_left_text_is_read_aloud_in_its_own_order(files: dict[str, Path]) -> None:
    import zlib

    packed = re.findall(rb"/ObjStm.*?stream\n(.*?)\nendstream", files["one"].read_bytes(), re.S)
    text = b"".join(zlib.decompress(stream) for stream in packed)
    aloud = "مرحبا بالعالم".encode("utf-16-be").hex().upper().encode()
    assert text.count(b"/ActualText <FEFF" + aloud) == 4


class TestWriting:
    """Where the file goes, with the composition replaced by a hand-made poster."""

    @pytest.fixture(autouse=True)
    def composed(self, monkeypatch: pytest.MonkeyPatch, made: HandMade) -> None:
        def compose(document: Document, options: PosterOptions, lang: str, part: object) -> HandMade:
            return made

        monkeypatch.setattr(pdf_module, "_compose", compose)

    def export(self, target: Path | io.BytesIO, **options: str) -> ExportReport:
        return export_pdf(map_without_cards(), target, PosterOptions(**options))  # type: ignore[arg-type]  # keyword pass-through

    def test_to_a_path_and_to_a_stream(self, tmp_path: Path) -> None:
        out = tmp_path / "poster.pdf"
        report = self.export(out)
        assert out.stat().st_size == report.size
        stream = io.BytesIO()
        self.export(stream)
        assert stream.getvalue()[:8] == out.read_bytes()[:8] == b"%PDF-1.7"

    @pytest.mark.parametrize("options", [{"paper": "B9"}, {"tile": "B9"}])
    def test_a_refused_request_leaves_the_old_file(self, tmp_path: Path, options: dict[str, str]) -> None:
        out = tmp_path / "poster.pdf"
        out.write_bytes(b"old")
        with pytest.raises(ExportError):
            self.export(out, **options)
        assert out.read_bytes() == b"old"
        assert [entry.name for entry in tmp_path.iterdir()] == ["poster.pdf"]

    def test_an_overlap_out_of_reach_is_refused_in_the_language_of_the_map(self, tmp_path: Path) -> None:
        with pytest.raises(ExportError):
            export_pdf(map_without_cards(), tmp_path / "x.pdf", PosterOptions(tile="A4", overlap_mm=80))
        assert not (tmp_path / "x.pdf").exists()

    def test_a_missing_character_names_its_card(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        from model.commands.cards import add_cards
        from model.commands.places import Listing
        from model.session import Session

        session = Session(new_map("Proef", "nl", ["A"], ("touchpoints",)))
        session.run(add_cards, "touchpoint", ["x \U00012000 \U00012001"], Listing("inbox"))
        (item,) = session.document.inbox
        made = poster(
            [card(100, 100, item.text, item.id), Text(0, 50, shape_line("\U00012002", TextStyle(14, 17)), "ink.1")]
        )
        monkeypatch.setattr(pdf_module, "_compose", lambda *args: made)
        report = export_pdf(session.document, tmp_path / "x.pdf", PosterOptions())
        assert {(m.number, m.characters) for m in report.missing} == {
            ("N1", "\U00012000\U00012001"),
            ("", "\U00012002"),
        }


def test_reportlab_is_loaded_only_for_an_export() -> None:
    code = (
        "import sys; import model.export.pdf, model.export.png, model.export.sheets; "
        "print('reportlab' in sys.modules, 'PySide6' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    )
    assert done.stdout.split() == ["False", "False"]


def test_the_attachment_is_json(files: dict[str, Path]) -> None:
    read = pypdfium2.PdfDocument(files["one"])
    try:
        header = json.loads(bytes(read.get_attachment(0).get_data()))
    finally:
        read.close()
    assert "format_version" in header
