"""A part of a map on a poster, and the map that a poster carries: what is shown, and no more, opens again."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from app import cli
from every_field_map import every_field_map
from model.changes import apply
from model.commands.filters import save_filter
from model.document import Document
from model.export.errors import ExportError
from model.export.part import part_of
from model.export.pdf import PosterOptions, poster_pdf
from model.files.errors import ContentError
from model.files.native import dumps, load, loads
from model.finding import Filter
from model.i18n import speaking
from model.importers import posterfile
from model.importers.base import import_file
from model.importers.posterfile import read_poster
from model.invariants import violations
from model.records import TABLES
from model.templates import example_path
from posters import texts_of


@pytest.fixture(scope="module")
def example() -> Document:
    return load(example_path("nl")).document


@pytest.fixture(scope="module")
def poster(example: Document) -> bytes:
    return poster_pdf(example, PosterOptions(paper="A3", source=example_path("nl").read_bytes()))[0]


def same(one: Document, other: Document) -> bool:
    """Equal in every field, its id and the rest of the header among them."""
    return (
        one.same_content(other)
        and one.document_id == other.document_id
        and one.revision == other.revision
        and dict(one.extra) == dict(other.extra)
    )


# -- the map in the file --------------------------------------------------------------------------------------------


def test_a_poster_gives_its_map_back(example: Document, poster: bytes) -> None:
    found, report = read_poster(poster, "poster.pdf")
    assert same(found, example)
    assert (report.findings, report.notices) == ([], [])


def test_every_field_comes_back_also_from_tiles() -> None:
    document = every_field_map()
    pdf, report = poster_pdf(document, PosterOptions(paper="A3", tile="A4"))
    assert same(read_poster(pdf, "poster.pdf")[0], document)
    assert report.attached == len(document.item_table), "off the map as well"


def test_a_poster_without_its_map_says_so(example: Document, tmp_path: Path) -> None:
    pdf, report = poster_pdf(example, PosterOptions(paper="A4", attach=False))
    assert report.attached is None
    path = tmp_path / "kaal.pdf"
    path.write_bytes(pdf)
    with speaking("en"), pytest.raises(ContentError, match=r"“kaal\.pdf” carries no map"):
        import_file(path)


def test_the_command_line_opens_a_poster(
    tmp_path: Path, example: Document, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["export", str(example_path("nl")), "a.pdf", "--paper", "A4", "--lang", "en"]) == 0
    assert cli.main(["import", "a.pdf", "b.journey"]) == 0
    found = load("b.journey").document
    assert found.same_content(example)
    assert found.document_id == example.document_id
    assert cli.main(["export", str(example_path("nl")), "c.pdf", "--paper", "A4", "--no-attach", "--lang", "en"]) == 0
    capsys.readouterr()
    assert cli.main(["import", "c.pdf", "d.journey", "--lang", "en"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert not Path("d.journey").exists()


# -- a part of the map ----------------------------------------------------------------------------------------------


def test_some_phases_and_lanes(example: Document) -> None:
    part = part_of(example, phases=("2-3", "nazorg"), lanes=("Contactmomenten", "emotion", "pain_points"))
    assert [phase.name for phase in part.drawn.phases] == [example.phases[i].name for i in (1, 2, 7)]
    assert [lane.kind for lane in part.drawn.lanes] == ["touchpoints", "emotion", "pain_points"]
    assert part.drawn.inbox == part.drawn.parking == ()
    assert violations(part.drawn) == []
    places = {item.id: (item.lane_id, item.step_id) for item in example.placed}
    assert all(places[item.id] == (item.lane_id, item.step_id) for item in part.drawn.placed), "nothing moved"
    assert {item.kind for item in part.drawn.placed} == {"touchpoint", "pain_point"}
    assert part.drawn.document_id != example.document_id
    assert (
        part.drawn.document_id
        == part_of(example, phases=("2", "3", "8"), lanes=("touchpoints", "emotion", "pijnpunten")).drawn.document_id
    ), "the same part is the same map"


def test_a_poster_carries_no_more_than_it_shows(example: Document) -> None:
    """Nothing of the other phases is in the file, in no table and in no text."""
    options = PosterOptions(paper="A3", phases=("1",), source=example_path("nl").read_bytes())
    pdf, report = poster_pdf(example, options)
    part = part_of(example, phases=("1",))
    found, _ = read_poster(pdf, "deel.pdf")
    assert same(found, part.drawn)
    assert report.attached == len(part.drawn.item_table) < len(example.item_table)
    shown = {item.text for item in part.drawn.item_table.values()}
    carried = dumps(found).decode()
    others = [item.text for item in example.item_table.values() if item.text not in shown]
    assert len(others) > 40
    assert not [text for text in others if text in carried]
    read = " ".join(texts_of(pdf))
    assert example.phases[1].name not in read


def test_chosen_personas_are_drawn_with_their_own_marks(example: Document) -> None:
    henk = example.personas[1]
    part = part_of(example, personas=(henk.name.upper(),))
    assert part.persona_ids == frozenset((henk.id,))
    assert len(part.drawn.personas) == len(example.personas), "the marks of a persona come from its place on the map"
    assert [persona.id for persona in part.attached.personas] == [henk.id]
    assert {emotion.persona_id for emotion in part.attached.emotion_table.values()} == {henk.id}
    assert violations(part.attached) == []
    pdf, _ = poster_pdf(example, PosterOptions(paper="A3", personas=(henk.name,)))
    assert same(read_poster(pdf, "henk.pdf")[0], part.attached)


def test_a_filter_by_words_or_by_the_name_of_a_saved_one(example: Document) -> None:
    severe = Filter(kinds=("pain_point",), severity=4)
    saved = apply(save_filter(example, "Ernstig", severe), example)
    part = part_of(saved, found="ernstig")
    assert {item.kind for item in part.drawn.placed} == {"pain_point"}
    assert all((item.severity or 0) >= 4 for item in part.drawn.placed)
    assert part_of(saved, found=severe).drawn.same_content(part.drawn)
    words = part_of(saved, found="winkel")
    assert 0 < len(words.drawn.placed) < len(example.placed)
    assert violations(words.drawn) == []


def test_every_lane_and_phase_alone_is_a_sound_map() -> None:
    document = every_field_map()
    for i in range(len(document.phases)):
        assert violations(part_of(document, phases=(str(i + 1),)).attached) == []
    for lane in document.lanes:
        if lane.kind not in ("emotion", "channels"):
            part = part_of(document, lanes=(lane.id,)).attached
            assert violations(part) == []
            assert same(loads(dumps(part))[0], part)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"lanes": ("Nergens",)}, "There is no lane “Nergens”; choose of these: Channels, "),
        ({"lanes": ("emotion",)}, "add the lane of these: touchpoints"),
        ({"phases": ("12",)}, "There is no phase “12”; choose of these: 1 "),
        ({"personas": ("Truus",)}, "There is no persona “Truus”; choose of these: Sanne"),
        ({"found": "zzzz"}, "No note is found by this filter"),
    ],
)
def test_what_is_not_there_is_refused_with_what_is(example: Document, asked: dict[str, str], words: str) -> None:
    with speaking("en"), pytest.raises(ExportError) as refused:
        part_of(example, **asked)
    assert words in str(refused.value)


def test_numbers_can_be_left_out(example: Document) -> None:
    number = f"N{example.placed[0].number}"
    with_them = " ".join(texts_of(poster_pdf(example, PosterOptions(paper="A3"))[0]))
    without = " ".join(texts_of(poster_pdf(example, PosterOptions(paper="A3", numbers=False, lang="en"))[0]))
    assert number in with_them
    assert number not in without.split()
    assert "number of the note" not in without


# -- files that are none of ours ------------------------------------------------------------------------------------


def carrying(data: bytes, name: str = "kaart.journey", entries: bytes = b"") -> bytes:
    """A small PDF with an attachment of these packed bytes."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(a) 4 0 R] >> >> >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] >>",
        b"<< /Type /Filespec /F (%b) /UF (%b) /EF << /F 5 0 R >> >>" % (name.encode(), name.encode()),
        b"<< /Type /EmbeddedFile /Filter /FlateDecode /Length %d %b >>\nstream\n%b\nendstream"
        % (len(data), entries, data),
    ]
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % at for at in places)
    return out + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start


def test_a_map_that_another_program_put_into_a_pdf_opens(example: Document) -> None:
    assert same(read_poster(carrying(zlib.compress(dumps(example))), "x.pdf")[0], example)
    assert same(read_poster(carrying(zlib.compress(dumps(example)), "naamloos"), "x.pdf")[0], example)


def test_a_part_that_swells_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    def untouched(*_: object) -> None:
        raise AssertionError("PDFium was given it")

    monkeypatch.setattr(posterfile, "MOST_UNPACKED", 3_000_000)
    monkeypatch.setattr(posterfile, "_files_in", untouched)
    with speaking("en"), pytest.raises(ContentError, match="too large to be looked through"):
        read_poster(carrying(zlib.compress(b" " * 4_000_000)), "bom.pdf")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"{}", b"PK\x03\x04", carrying(b"rubbish"), carrying(b"", "a")])
def test_what_is_no_poster_is_refused_in_one_sentence(data: bytes) -> None:
    with speaking("en"), pytest.raises(ContentError) as refused:
        read_poster(data, "x.pdf")
    assert "x.pdf" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_damaged_map_in_a_poster_is_told(example: Document) -> None:
    row = dumps(example).replace(b'"severity": 4', b'"severity": "much"').replace(b'"severity":4', b'"severity":"much"')
    assert row != dumps(example)
    found, report = read_poster(carrying(zlib.compress(row)), "x.pdf")
    assert report.findings
    assert set(found.tables) == set(TABLES)
