"""The pages of the paper kit before they are a file: which parts there are, how texts fit, and that nothing is cut."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

import kit_maps
from any_documents import bytes_of, files
from model.document import Document
from model.draw.displaylist import DisplayList, Group, Path, Text, walk
from model.draw.patterns import letter_of, pattern_ops
from model.export.errors import ExportError
from model.export.kit import ballots, heads, ideas, people
from model.export.kit.flow import Block, alike, flow, settle
from model.export.kit.ink import CUT, LEAST, X_HEIGHT, K
from model.export.kit.parts import PARTS, chosen_parts, offered
from model.export.kit.pdf import KitOptions, composed_parts, kit_pdf
from model.export.kit.sheet import Composed
from model.files import native
from model.i18n import speaking
from model.kinds import ITEM_KINDS
from model.newmap import new_map
from model.scale import SCORES, score_word
from small_maps import MapMaker

DAY = date(2026, 5, 21)
MAPS: dict[str, Callable[[], Document]] = {
    "five": kit_maps.five_cards,
    "long": kit_maps.long_words,
    "twelve": kit_maps.twelve_personas,
    "right to left": kit_maps.right_to_left,
}


@pytest.fixture(scope="module", params=list(MAPS))
def parts(request: pytest.FixtureRequest) -> dict[str, Composed]:
    """Every part of one of the maps, by its id."""
    made = composed_parts(MAPS[request.param](), KitOptions(day=DAY))
    return {part.id: composed for part, composed in made}


def texts(ops: DisplayList) -> Iterator[tuple[Text, float, float]]:
    for op, x, y in walk(ops):
        if isinstance(op, Text) and op.line.runs:
            yield op, x + op.x, y + op.y


def all_ops(composed: Composed) -> Iterator[tuple[str, float, float, DisplayList]]:
    """(what it is, width, height in pt, operations) of every page and form of a part."""
    for number, page in enumerate(composed.pages, 1):
        yield f"page {number}", page.width * K, page.height * K, page.ops
        yield f"frame {number}", page.width * K, page.height * K, page.frame
    for name, form in composed.forms:
        yield name, form.width, form.height, form.ops


def written(composed: Composed) -> str:
    """All that is read on a part, without spaces and hyphens."""
    found = [text.line.text for _, _, _, ops in all_ops(composed) for text, _, _ in texts(ops)]
    return re.sub("[\\s\u00ad-]", "", "".join(found))


def squeezed(text: str) -> str:
    return re.sub("[\\s\u00ad-]", "", text)


# -- which parts there are ------------------------------------------------------------------------------------------


def ids(document: Document) -> list[str]:
    return [part.id for part in offered(document)]


def test_a_part_without_data_is_not_offered() -> None:
    assert ids(kit_maps.empty_map()) == ["parking"]
    bare = new_map("Kaal", "nl", ["A"], ("channels",))
    assert ids(bare) == ["wall", "headers", "lanes", "parking"]
    five = ids(kit_maps.five_cards())
    assert "personas" not in five
    assert "actions" not in five
    assert "ballots" not in five, "one pain point is nothing to vote on"
    assert {"pains", "opportunities", "stickies", "handouts"} <= set(five)
    assert ids(kit_maps.long_words()) == list(PARTS)


@pytest.mark.parametrize("part", [part for part in PARTS if part != "parking"])
def test_a_part_without_data_is_refused_by_name_with_the_reason(part: str) -> None:
    with speaking("en"), pytest.raises(ExportError) as refused:
        chosen_parts(kit_maps.empty_map(), (part,))
    assert PARTS[part].title in str(refused.value)
    assert str(refused.value).endswith(PARTS[part].reason)
    assert PARTS[part].reason


def test_parts_are_chosen_by_name_once_in_the_order_of_the_kit() -> None:
    document = kit_maps.long_words()
    assert [part.id for part in chosen_parts(document, ("pains", " Wall", "pains"))] == ["wall", "pains"]
    assert [part.id for part in chosen_parts(document, None)] == list(PARTS)
    assert [part.id for part in chosen_parts(document, ("all",))] == list(PARTS)
    for wrong in (("poster",), ()):
        with pytest.raises(ExportError):
            chosen_parts(document, wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        {"paper": "A0"},
        {"paper": "A7"},
        {"across": 0},
        {"down": 9},
        {"wall": "floor"},
        {"wall": "50"},
        {"note_mm": (5.0, 5.0)},
        {"note_mm": (37.0, 76.0)},
        {"note_mm": (290.0, 290.0)},
    ],
)
def test_what_cannot_be_printed_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ExportError):
        composed_parts(kit_maps.five_cards(), KitOptions(day=DAY, **wrong))  # type: ignore[arg-type]  # tests name what they set


# -- texts fit ------------------------------------------------------------------------------------------------------


def test_a_short_text_is_as_large_as_may_be_and_a_longer_one_smaller() -> None:
    short = flow([Block("Kort", 7.2)], 60, 50)
    longer = flow([Block("Een tekst van een stuk of twintig woorden die niet meer groot kan " * 3, 7.2)], 60, 50)
    sizes = [made.cards[0][0].style.size / K for made in (short, longer)]
    assert sizes[0] == pytest.approx(7.2)
    assert LEAST <= sizes[1] < 5
    assert len(longer.cards) == 1


def test_a_word_is_not_parted_while_a_smaller_size_leaves_it_whole() -> None:
    word = "Klantenservice"
    made = flow([Block(word, 20.0)], 60, 60)
    [card] = made.cards
    assert [row.line.text for row in card] == [word]


def test_a_text_too_long_for_its_card_goes_on_and_nothing_is_lost() -> None:
    text = kit_maps.LONG_TEXT
    made = flow([Block(text, 7.2)], 60, 50)
    assert len(made.cards) > 3
    assert squeezed("".join(row.line.text for card in made.cards for row in card)) == squeezed(text)
    for card, end in zip(made.cards, made.ends, strict=True):
        assert end <= 50
        assert all(row.line.width <= 60 * K + 0.01 for row in card)
        assert all(row.style.size / K == pytest.approx(LEAST) for row in card)


def test_a_heading_goes_along_with_what_it_heads() -> None:
    text = " ".join(["woord"] * 40)
    for height in range(12, 60, 2):
        blocks = [Block(text, LEAST), Block("Kop", LEAST, heads=True), Block("Daaronder", LEAST)]
        for card in flow(blocks, 60, float(height)).cards:
            assert card[-1].block.text != "Kop"


def test_a_room_that_grows_holds_everything() -> None:
    made = settle([Block(kit_maps.LONG_TEXT, 12.0)], 60, 20)
    [card] = made.cards
    assert made.ends[0] > 20
    assert squeezed("".join(row.line.text for row in card)) == squeezed(kit_maps.LONG_TEXT)


def test_names_in_a_row_are_of_one_size_but_for_one_that_is_far_too_long() -> None:
    names = ["Kort", "Iets langer dan kort", kit_maps.LONG_TEXT]
    made = alike([([Block(name, 12.0)], 50.0) for name in names], 24)
    first, second, third = (flowed.cards[0][0].style.size / K for flowed in made)
    assert first == second > 5
    assert third == pytest.approx(LEAST)


# -- nothing is cut -------------------------------------------------------------------------------------------------


def test_no_text_stands_outside_of_its_page(parts: dict[str, Composed]) -> None:
    count = 0
    for part, composed in parts.items():
        for what, width, height, ops in all_ops(composed):
            for text, x, y in texts(ops):
                count += 1
                told = f"{part}, {what}: {text.line.text}"
                if what.startswith("glue"):
                    continue
                assert x >= 0, told
                assert x + text.line.width <= width + 0.01, told
                assert 0 < y <= height, told
    assert count > 100


@seed(5)
@settings(
    max_examples=20,
    deadline=None,
    database=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
@given(files())
def test_any_map_has_a_kit_with_all_its_text_on_its_pages(value: dict[str, Any]) -> None:
    document, _ = native.loads(bytes_of(value))
    made = composed_parts(document, KitOptions(day=DAY))
    assert [part.id for part, _ in made] == ids(document)
    for part, composed in made:
        for what, width, height, ops in all_ops(composed):
            for text, x, y in texts(ops):
                told = f"{part.id}, {what}: {text.line.text!r}"
                assert x >= -0.01, told
                assert x + text.line.width <= width + 0.01, told
                assert 0 < y <= height, told


def test_no_text_is_smaller_than_can_be_read(parts: dict[str, Composed]) -> None:
    """1.4 mm in x-height; the names of sheets in the printer's margin, which are cut off, apart."""
    for part, composed in parts.items():
        for what, _, _, ops in all_ops(composed):
            if part == "wall" and what != "wall":
                continue
            for text, _, _ in texts(ops):
                em = max(run.size for run in text.line.runs) / K
                # Other scripts are set at 0.93 of the size, which gives them the same x-height.
                assert em >= LEAST * 0.92, f"{part}, {what}: {text.line.text}"
    assert LEAST * X_HEIGHT >= 1.4


CARDS = {
    "headers": heads.CARD,
    "lanes": heads.CARD,
    "personas": people.CARD,
    "stickies": (76.0, 76.0),
    "blanks": (76.0, 76.0),
    "opportunities": ideas.CARD,
    "ballots": ballots.CARD,
}


@pytest.mark.parametrize("part", list(CARDS))
def test_the_text_of_a_card_stands_in_its_card(parts: dict[str, Composed], part: str) -> None:
    width, height = CARDS[part]
    for page in parts[part].pages if part in parts else ():
        cards = [op for op in page.ops if isinstance(op, Group) and op.role == "card"]
        assert cards
        for card in cards:
            left, top = next((op.x, op.y) for op, _, _ in walk((card,)) if isinstance(op, Group) and op.x)
            for text, x, y in texts((card,)):
                assert left <= x, text.line.text
                assert x + text.line.width <= left + width * K + 0.01, text.line.text
                assert top < y < top + height * K, text.line.text


@pytest.mark.parametrize("note", [(38.0, 51.0), (51.0, 38.0), (76.0, 76.0), (127.0, 76.0)])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_words_on_small_notes_stand_beside_and_below_each_other(note: tuple[float, float], lang: str) -> None:
    """On notes of 38 mm the kind stood letter below letter, through the text."""
    maker = MapMaker(title="Klein").columns(("Zoeken", ["Thuis", "In de winkel"])).lanes("touchpoints", "pain_points")
    maker.card("touchpoint", "s0", "Past een schoen " * 8)
    maker.card("pain_point", "s1", "Te klein", severity=4)
    parts = ("stickies", "blanks")
    for _, composed in composed_parts(maker.document(), KitOptions(parts=parts, note_mm=note, day=DAY, lang=lang)):
        for page in composed.pages:
            for card in (op for op in page.ops if isinstance(op, Group) and op.role == "card"):
                left, top = next((op.x, op.y) for op, _, _ in walk((card,)) if isinstance(op, Group) and op.x)
                boxes = []
                for text, x, y in texts((card,)):
                    size = text.line.runs[0].size
                    boxes.append((x, y - 0.72 * size, x + text.line.width, y + 0.2 * size, text.line.text))
                for i, (x1, y1, x2, y2, words) in enumerate(boxes):
                    assert left <= x1 and x2 <= left + note[0] * K + 0.01, words
                    assert top <= y1 and y2 <= top + note[1] * K + 0.01, words
                    for a1, b1, a2, b2, others in boxes[:i]:
                        assert x2 <= a1 or a2 <= x1 or y2 <= b1 or b2 <= y1, (words, others)


def test_every_word_of_long_texts_is_printed() -> None:
    document = kit_maps.long_words()
    made = {part.id: composed for part, composed in composed_parts(document, KitOptions(day=DAY))}
    for part in ("stickies", "handouts", "pains", "opportunities", "parking", "personas", "ballots"):
        text = written(made[part])
        for index in range(900):
            assert f"woord{index}" in text, f"{part}: {index}"
    for part in ("headers", "personas", "stickies", "handouts", "pains", "lanes", "wall"):
        assert squeezed(kit_maps.LONG_WORD) in written(made[part]), part


def test_a_note_on_several_cards_says_so_on_each() -> None:
    [(_, stickies)] = composed_parts(kit_maps.long_words(), KitOptions(parts=("stickies",), day=DAY))
    text = written(stickies)
    found = sorted({int(n) for n, _ in re.findall(r"(\d+)/(14)", text)})
    assert found == list(range(1, 15))


def test_a_note_says_its_phase_its_step_and_its_lane_as_far_as_there_is_room() -> None:
    """A note that was cut out finds its place again, also in a phase of several steps."""
    maker = MapMaker(title="Stappen").columns(("Zoeken", ["Thuis", "In de winkel"]), ("", [""])).lanes("touchpoints")
    maker.card("touchpoint", "s1", "Past een schoen")
    maker.card("touchpoint", "s2", "Rekent af")
    document = maker.document()
    [(_, composed)] = composed_parts(document, KitOptions(parts=("stickies",), day=DAY))
    said = [text.line.text for text, _, _ in texts(composed.pages[0].ops)]
    assert "1 Zoeken · In de winkel" in said and "Fase 2" in said
    lane = document.lanes[0].changed(name="Wat de klant doet")
    named = document.with_changes([("lanes", lane.id, lane)])
    [(_, composed)] = composed_parts(named, KitOptions(parts=("stickies",), day=DAY))
    assert "1 Zoeken · In de winkel ·" in " ".join(text.line.text for text, _, _ in texts(composed.pages[0].ops))
    phase = document.phases[0].changed(name="Zoeken " * 20)
    long = document.with_changes([("phases", phase.id, phase)])
    [(_, composed)] = composed_parts(long, KitOptions(parts=("stickies",), day=DAY))
    assert "Fase 1" in [text.line.text for text, _, _ in texts(composed.pages[0].ops)]


def test_twelve_personas_have_a_card_each_and_all_their_feelings() -> None:
    document = kit_maps.twelve_personas()
    made = {part.id: composed for part, composed in composed_parts(document, KitOptions(day=DAY))}
    assert len(made["personas"].pages) == 6
    for index in range(12):
        assert f"Persoon{index}" in written(made["personas"])
    for page in made["handouts"].pages:
        told = "".join(text.line.text for text, _, _ in texts(page.ops))
        for index in range(12):
            assert re.search(rf"Persoon {index} [+−0]", told)


def test_a_nameless_map_has_lines_to_write_its_names_on() -> None:
    made = {part.id: c for part, c in composed_parts(kit_maps.five_cards(), KitOptions(day=DAY))}
    assert "Klantreis" in written(made["wall"])
    assert len(made["headers"].pages) == 1
    assert "(nogentekst)" not in written(made["handouts"])
    assert "(noggeentekst)" in written(made["handouts"]), "a note without text is told, not left out"


@pytest.mark.parametrize("part", ["stickies", "headers", "personas"])
def test_the_lines_to_cut_run_along_the_edges_of_every_card(part: str) -> None:
    """Between two lines is the size that was promised; they must also be where the cards are."""
    [(_, composed)] = composed_parts(kit_maps.twelve_personas(), KitOptions(parts=(part,), day=DAY))
    width, height = {"stickies": (76.0, 76.0), "headers": heads.CARD, "personas": people.CARD}[part]
    for page in composed.pages:
        lines = [op for op, _, _ in walk(page.ops) if isinstance(op, Path) and op.stroke == CUT]
        ends = [(*op.segments[0][1], *op.segments[1][1]) for op in lines]
        across = {round(x1 / K, 2) for x1, _, x2, _ in ends if x1 == x2}
        down = {round(y1 / K, 2) for _, y1, _, y2 in ends if y1 == y2}
        cards = [
            (inner.x / K, inner.y / K)
            for op in page.ops
            if isinstance(op, Group) and op.role == "card"
            for holder in op.ops
            if isinstance(holder, Group)
            for inner in (holder.ops if holder.source_id else (holder,))
            if isinstance(inner, Group)
        ]
        assert cards
        assert across == {round(x + add, 2) for x, _ in cards for add in (0.0, width)}
        assert down == {round(y + add, 2) for _, y in cards for add in (0.0, height)}


def test_everybody_has_three_to_five_dots() -> None:
    assert [ballots.dots_each(notes) for notes in (2, 6, 9, 12, 15, 60)] == [3, 3, 3, 4, 5, 5]


# -- the wall -------------------------------------------------------------------------------------------------------


def wall(document: Document, **options: object) -> Composed:
    wanted = KitOptions(parts=("wall",), day=DAY, **options)  # type: ignore[arg-type]  # tests name what they set
    [(_, composed)] = composed_parts(document, wanted)
    return composed


def test_the_wall_map_is_never_scaled_and_every_tile_shows_its_own_part() -> None:
    composed = wall(kit_maps.five_cards())
    form = dict(composed.forms)["wall"]
    tiles = composed.pages[1:]
    assert composed.pages[0].shown[0].reads is False
    covered = set()
    for page in tiles:
        [stamp] = [stamp for stamp in page.shown if stamp.form == "wall"]
        assert stamp.scale == 1.0
        assert stamp.window is not None
        left, top = stamp.window[0] - stamp.x, stamp.window[1] - stamp.y
        right, bottom = left + stamp.window[2], top + stamp.window[3]
        assert left >= -0.01
        assert right <= form.width + 0.01
        for x in range(int(left // 20) + 1, int(right // 20) + 1):
            for y in range(int(top // 20) + 1, int(bottom // 20) + 1):
                covered.add((x, y))
    assert covered == {
        (x, y) for x in range(1, int(form.width // 20) + 1) for y in range(1, int(form.height // 20) + 1)
    }
    assert len({page.label for page in tiles}) == len(tiles)


def test_a_roll_is_as_wide_as_it_is_and_as_long_as_the_map() -> None:
    page = wall(kit_maps.five_cards(), wall="914").pages[0]
    whole = wall(kit_maps.five_cards(), wall="page").pages[0]
    assert whole.height < 914
    assert (page.width, page.height) == (whole.width, 914)
    with pytest.raises(ExportError, match="610"):
        wall(kit_maps.five_cards(), wall="610")


def test_on_a_roll_the_wall_map_lies_the_way_that_takes_less_of_it() -> None:
    """PK9: as high as wide as it goes across it, though it would lie along it as well."""
    wide = new_map("Breed", "nl", [f"Fase {i}" for i in range(5)], ("touchpoints", "thoughts", "pain_points"))
    whole = wall(wide, wall="page").pages[0]
    assert whole.height < whole.width < 1067
    page = wall(wide, wall="1067").pages[0]
    assert (page.width, page.height) == (1067, whole.height)
    narrow = wall(wide, wall=str(whole.height + 1)).pages[0]
    assert (narrow.width, narrow.height) == (whole.width, whole.height + 1)


def test_a_wall_map_longer_than_a_page_may_be_is_refused_but_not_on_tiles() -> None:
    long = new_map("Lang", "nl", [f"Fase {i}" for i in range(40)], ("touchpoints",))
    with pytest.raises(ExportError, match="m"):
        wall(long, wall="page")
    assert len(wall(long, across=1).pages) > 10


def test_more_notes_make_a_larger_wall_map() -> None:
    usual = wall(kit_maps.five_cards(), wall="page").pages[0]
    more = wall(kit_maps.five_cards(), wall="page", across=3, down=2).pages[0]
    wide = wall(kit_maps.five_cards(), wall="page", note_mm=(127.0, 76.0)).pages[0]
    assert more.width - usual.width == pytest.approx(3 * 86)
    assert more.height - usual.height == pytest.approx(6 * 86)
    assert wide.width - usual.width == pytest.approx(6 * 51)


# -- black and white ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_kinds_differ_by_letter_or_pattern_without_any_colour(lang: str) -> None:
    with speaking(lang):
        seen = {(letter_of(kind), repr(pattern_ops(kind, 0, 0, 20, 20, 1.0, "#000000"))) for kind in ITEM_KINDS}
        assert len(seen) == len(ITEM_KINDS)
        assert all(len(letter_of(kind)) == 1 for kind in ITEM_KINDS)
        assert letter_of("of a later version") == "?"


def test_patterns_stay_in_their_rectangle() -> None:
    from model.export.extent import bounds

    for kind in ITEM_KINDS:
        for left, top, right, bottom, _ in bounds(pattern_ops(kind, 3, 4, 20, 30, 1.0, "#000000")):
            assert left >= 3 - 0.2
            assert top >= 4 - 0.2
            assert right <= 23.2
            assert bottom <= 34.2


def test_black_and_white_on_paper() -> None:
    import io

    import pypdfium2

    made = kit_pdf(kit_maps.long_words(), KitOptions(parts=("headers", "stickies", "emotion"), bw=True, day=DAY))
    with pypdfium2.PdfDocument(io.BytesIO(made.data)) as pdf:
        for page in pdf:
            image = page.render(scale=0.7).to_pil().convert("RGB")
            assert all(abs(r - g) < 8 > abs(g - b) for _, (r, g, b) in image.getcolors(1 << 20))


@pytest.mark.parametrize(("scale", "best", "worst"), [("signed", "+2", "−2"), ("five", "5", "1")])
def test_the_strip_and_the_wall_are_in_the_scale_of_the_map(scale: str, best: str, worst: str) -> None:
    document = in_scale(kit_maps.twelve_personas(), scale)
    made = {part.id: composed for part, composed in composed_parts(document, KitOptions(day=DAY))}
    strip = [text.line.text for text, _, _ in texts(made["emotion"].pages[0].ops)]
    assert strip.index(best) < strip.index(worst)
    on_wall = [text.line.text for text, _, _ in texts(dict(made["wall"].forms)["wall"].ops)]
    assert best in on_wall
    assert worst in on_wall


def test_faces_have_their_words_whole() -> None:
    for lang in ("nl", "en"):
        document = in_scale(kit_maps.twelve_personas(), "faces")
        [(_, strip)] = composed_parts(document, KitOptions(parts=("emotion",), lang=lang, day=DAY))
        with speaking(lang):
            for score in SCORES:
                assert score_word(score) in [text.line.text for text, _, _ in texts(strip.pages[0].ops)], "on one line"


def in_scale(document: Document, scale: str) -> Document:
    """The map with its feelings written in another scale."""
    return document.with_changes([("map", "map", document.info.changed(emotion_scale=scale))])
