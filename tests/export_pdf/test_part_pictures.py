"""A phase, some cards or the map as a picture: the same drawing as the exported poster of the same part."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from PIL import Image, ImageChops, ImageStat

from model.changes import apply
from model.commands.cards import add_cards, set_emotion
from model.commands.places import Cell
from model.document import Document
from model.draw.poster import compose_poster
from model.excerpt import Part, excerpt
from model.export import excerpt as excerpt_module
from model.export.errors import ExportError
from model.export.excerpt import SCALE, part_picture
from model.export.pdf import PosterOptions
from model.export.png import export_png
from model.i18n import set_language
from model.invariants import violations
from model.layout.arrange import lay_out
from model.layout.maplayout import LayoutOptions
from model.newmap import new_map
from said_maps import said_map


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    set_language("en")
    yield
    set_language("en")


@pytest.fixture
def wall() -> Document:
    """Three phases with touchpoints and pain points, and feelings that are left out of the comparison."""
    document = new_map("Wall", "en", ("Search", "Buy", "Use"), ("touchpoints", "pain_points", "notes"))
    for lane in document.lanes[:2]:
        for number, step in enumerate(document.steps):
            texts = [f"{lane.kind} {number}", "and a longer text that takes several lines"]
            document = apply(add_cards(document, "note", texts, Cell(lane.id, step.id)), document)
    return document


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def exported(document: Document, dpi: float) -> Image.Image:
    """The map on the exported poster of ``document``, cut out of it."""
    out = io.BytesIO()
    export_png(document, out, PosterOptions(paper="A3", orientation="landscape"), dpi=dpi)
    sheet = opened(out.getvalue())
    poster = compose_poster(document, 420.0, 297.0)
    per_px = dpi / 25.4 * poster.px_to_mm
    left, top = poster.map_x * per_px, poster.map_y * per_px
    size = (poster.layout.width * per_px, poster.layout.height * per_px)
    return sheet.crop((round(left), round(top), round(left + size[0]), round(top + size[1])))


@pytest.mark.parametrize("phases", [(0,), (0, 1), ()])
def test_it_is_the_exported_picture_of_the_same_part(wall: Document, phases: tuple[int, ...]) -> None:
    part = Part(phase_ids=tuple(wall.phases[n].id for n in phases))
    made = part_picture(wall, part)
    ours = opened(made.png)
    assert ours.size == (made.width, made.height)
    theirs = exported(excerpt(wall, part), 300).resize(ours.size, Image.Resampling.LANCZOS)
    apart = ImageStat.Stat(ImageChops.difference(ours, theirs)).mean
    assert max(apart) < 4, "of 255, at the edges of letters"
    mirrored = ImageStat.Stat(ImageChops.difference(ours, theirs.transpose(Image.Transpose.FLIP_LEFT_RIGHT))).mean
    assert max(mirrored) > 8, "the measure would see another picture"


def test_it_is_two_px_for_one_on_white_whatever_the_theme(wall: Document) -> None:
    made = part_picture(wall, Part(phase_ids=(wall.phases[1].id,)))
    layout = lay_out(excerpt(wall, Part(phase_ids=(wall.phases[1].id,))), LayoutOptions(used_only=True))
    assert (made.width, made.height) == pytest.approx((layout.width * SCALE, layout.height * SCALE), abs=2)
    assert opened(made.png).getpixel((4, 4)) == (255, 255, 255)


def test_a_part_holds_what_is_asked_for_and_nothing_else() -> None:
    document = said_map()
    chosen = tuple(item.id for item in document.placed[::3])
    for part in (
        Part(item_ids=chosen),
        Part(phase_ids=(document.phases[0].id,)),
        Part(lane_ids=(document.lanes[1].id,)),
    ):
        piece = excerpt(document, part)
        assert violations(piece) == []
        assert piece.inbox == piece.parking == ()
        kept = {item.id for item in piece.placed}
        if part.item_ids:
            assert kept == set(chosen)
            assert {p.id for p in piece.phases} == {document.phase_of(document.item_table[i]).id for i in chosen}  # type: ignore[union-attr]  # they stand on the map
        elif part.phase_ids:
            assert [p.id for p in piece.phases] == list(part.phase_ids)
            assert kept == {i.id for i in document.placed if document.phase_of(i).id in part.phase_ids}  # type: ignore[union-attr]
        else:
            assert {i.lane_id for i in piece.placed} <= set(part.lane_ids)
            assert len(piece.phases) == len(document.phases)
    whole = excerpt(document, Part())
    assert {item.id for item in whole.placed} == {item.id for item in document.placed}


def test_phases_keep_their_numbers(wall: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    lay = lay_out

    def look(document: Document, options: LayoutOptions) -> object:
        layout = lay(document, options)
        seen.extend(box.number for box in layout.phases.values())
        return layout

    monkeypatch.setattr(excerpt_module, "lay_out", look)
    part_picture(wall, Part(phase_ids=(wall.phases[1].id, wall.phases[2].id)))
    assert seen == [2, 3]


def test_feelings_and_links_outside_of_it_do_not_come_along(wall: Document) -> None:
    first, second = wall.touchpoints[0], wall.touchpoints[2]
    for item, score in ((first, 1), (second, -2)):
        wall = apply(set_emotion(wall, item.id, wall.personas[0].id, score=score), wall)
    piece = excerpt(wall, Part(item_ids=(first.id,)))
    assert [emotion.score for emotion in piece.emotion_table.values()] == [1]


def test_what_is_too_large_is_smaller_or_refused(wall: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excerpt_module, "MOST_PIXELS", 200_000)
    made = part_picture(wall, Part())
    assert 190_000 < made.width * made.height < 210_000
    monkeypatch.setattr(excerpt_module, "MOST_PIXELS", 2_000)
    with pytest.raises(ExportError, match="too large for a picture on the clipboard"):
        part_picture(wall, Part())
    with pytest.raises(ExportError, match="add a phase first"):
        part_picture(new_map("Empty", "en", (), ("touchpoints",)), Part())
