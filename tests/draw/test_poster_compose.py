"""The poster: the canvas's layout on one sheet, its head beside or above it, and what it says at the foot."""

from __future__ import annotations

from datetime import date

import pytest

from model.document import Document
from model.draw.displaylist import Group, Text, walk
from model.draw.poster import Poster, compose_poster
from model.files.native import load
from model.kinds import LANE_KINDS
from model.layout.arrange import lay_out
from model.layout.maplayout import LayoutOptions
from model.order import spread
from model.records import Persona
from model.templates import example_path
from small_maps import MapMaker, every_kind_map

SHEETS = {"A0": (1189, 841), "A1": (841, 594), "A3": (420, 297), "A4": (297, 210), "A4 upright": (210, 297)}


def wide_map(
    phases: int,
    cards: int = 3,
    people: int = 2,
    lanes: tuple[str, ...] = tuple(LANE_KINDS),
    *,
    every_lane: bool = True,
) -> Document:
    """Touchpoints and a pain point in each phase; with ``every_lane`` something stands in every lane."""
    maker = MapMaker(title="Sportschoenen kopen, ophalen in de winkel")
    maker.columns(*((f"Fase {i}", [""]) for i in range(phases))).lanes(*lanes)
    maker.channel("web", "world", "online")
    for i in range(people):
        maker.persona(f"Persoon {i}", f"who{i}")
    for i in range(phases):
        for n in range(cards):
            by = ["web"] if every_lane and n == 0 else []
            feelings = {"who0": n % 5 - 2}
            maker.card("touchpoint", f"s{i}", "Belt de winkel: ligt maat 39 er?", feelings=feelings, channels=by)
        maker.card("pain_point", f"s{i}", "Winkel neemt de telefoon niet op", severity=2)
    if every_lane:
        for lane in lanes:
            item = LANE_KINDS[lane].item
            if item not in (None, "touchpoint", "pain_point"):
                maker.card(item, "s0", "Iets")
    return maker.document()


def texts(poster: Poster, role: str) -> list[str]:
    """The lines of text in the groups of a role."""
    found: list[str] = []

    def visit(ops: object, inside: bool) -> None:
        for op in ops if isinstance(ops, tuple) else ():
            if isinstance(op, Group):
                visit(op.ops, inside or op.role == role)
            elif isinstance(op, Text) and inside:
                found.append(op.line.text)

    visit(poster.ops, False)
    return found


def extent(poster: Poster) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all text on the poster."""
    lines = [(x + op.x, y + op.y, op.line.width) for op, x, y in walk(poster.ops) if isinstance(op, Text)]
    return (
        min(x for x, _, _ in lines),
        min(y for _, y, _ in lines),
        max(x + w for x, _, w in lines),
        max(y for _, y, _ in lines),
    )


@pytest.mark.parametrize("people", [1, 9])
@pytest.mark.parametrize("phases", [1, 8, 30])
@pytest.mark.parametrize("sheet", list(SHEETS))
def test_everything_is_on_the_sheet_and_the_head_beside_the_map(sheet: str, phases: int, people: int) -> None:
    width, height = SHEETS[sheet]
    poster = compose_poster(wide_map(phases, people=people), width, height, lang="en")
    assert poster.width_px * poster.px_to_mm == pytest.approx(width)
    assert poster.height_px * poster.px_to_mm == pytest.approx(height)
    left, top, right, bottom = extent(poster)
    assert left >= 5 / poster.px_to_mm
    assert top >= 5 / poster.px_to_mm
    assert right <= poster.width_px - 5 / poster.px_to_mm
    assert bottom <= poster.height_px - 5 / poster.px_to_mm
    assert poster.map_x + poster.layout.width <= poster.width_px
    assert poster.map_y + poster.layout.height <= poster.height_px
    for op in poster.ops:
        if isinstance(op, Group) and op.role not in {"map", "background"}:
            for inner, x, y in walk(op.ops, op.x, op.y):
                if isinstance(inner, Text):
                    above = y + inner.y < poster.map_y or y + inner.y > poster.map_y + poster.layout.height
                    assert above or x + inner.x + inner.line.width < poster.map_x


def test_the_poster_is_the_canvas_but_for_the_height_of_the_emotion_lane() -> None:
    document = wide_map(8)
    canvas = lay_out(document, LayoutOptions(language="en"))
    poster = compose_poster(document, 841, 594, lang="en")
    assert poster.layout.width == canvas.width
    assert {i: card.body for i, card in poster.layout.cards.items()} == {i: c.body for i, c in canvas.cards.items()}
    taller = poster.layout.emotions["emotion"].h - canvas.emotions["emotion"].h
    assert taller > 0
    assert poster.layout.height == canvas.height + taller
    assert poster.layout.emotions["emotion"].h <= 286


def test_a_low_wide_sheet_gives_its_spare_height_to_feelings_up_to_286() -> None:
    document = wide_map(8, 3, lanes=("touchpoints", "emotion", "pain_points"))
    assert compose_poster(document, 841, 594, lang="en").layout.emotions["emotion"].h == 286


def test_the_head_is_a_column_on_a_wide_sheet_and_stands_above_on_an_upright_one() -> None:
    document = wide_map(8, 5)
    wide = compose_poster(document, 841, 594, lang="en")
    upright = compose_poster(document, 594, 841, lang="en")
    assert (wide.side, upright.side) == ("left", "top")
    assert wide.map_x > 300
    assert upright.map_x == pytest.approx(14 / upright.px_to_mm)


def test_the_title_has_the_size_of_the_sheet() -> None:
    poster = compose_poster(wide_map(8, 5), 841, 594, lang="en")
    titles = [op for op in poster.ops if isinstance(op, Group) and op.role != "map"]
    sizes = [
        op.line.runs[0].size * poster.px_to_mm for op, _, _ in walk(titles) if isinstance(op, Text) and op.line.runs
    ]
    assert max(sizes) == pytest.approx(17.9, abs=0.1)


def test_the_foot_says_where_when_and_how_far() -> None:
    base = wide_map(8, 5)
    document = base.with_changes([("map", "map", base.info.changed(scope="Werksessie Utrecht"))]).saved_as(3)
    poster = compose_poster(document, 841, 594, lang="en", day=date(2026, 5, 21))
    metres = f"{int(poster.reading_m * 10) / 10:.1f}"
    assert texts(poster, "foot") == [
        "Werksessie Utrecht",
        "21 May 2026 · version 3",
        f"A1 landscape · readable up to {metres} metres",
    ]
    assert "2026" not in " ".join(texts(compose_poster(document, 841, 594, lang="en"), "foot"))
    assert poster.reading_m == pytest.approx(1.3, abs=0.1)
    unsaved = compose_poster(base.saved_as(0), 841, 594, lang="en", day=date(2026, 5, 21))
    assert texts(unsaved, "foot")[0] == "21 May 2026", "what was never saved has no version to tell"


def test_a_lane_in_which_nothing_stands_is_not_on_the_poster_but_on_the_form() -> None:
    document = wide_map(2, every_lane=False)
    assert list(compose_poster(document, 841, 594).layout.lanes) == ["touchpoints", "emotion", "pain_points"]
    assert list(compose_poster(document, 841, 594, blank=True).layout.lanes) == list(LANE_KINDS)
    assert list(lay_out(document).lanes) == list(LANE_KINDS)
    empty = MapMaker().columns(("A", [""])).lanes("touchpoints", "notes").persona("", "who").document()
    assert list(compose_poster(empty, 297, 210).layout.lanes) == ["touchpoints", "notes"]


def test_small_print_is_reported() -> None:
    assert not compose_poster(wide_map(8), 841, 594, lang="en").too_small
    tiny = compose_poster(wide_map(30), 297, 210, lang="en")
    assert tiny.too_small
    assert tiny.note_mm < 2.8


def test_the_legend_names_the_kinds_that_are_there_and_no_others() -> None:
    legend = texts(compose_poster(wide_map(2, every_lane=False), 420, 297, lang="en"), "legend")
    assert "Touchpoint" in legend
    assert "Pain point" in legend
    assert "Solution" not in legend
    assert "severity, from 1 to 5" in legend
    every = texts(compose_poster(every_kind_map(), 420, 297, lang="en"), "legend")
    assert {"Customer action", "Thought", "Need", "Insight", "Opportunity", "Solution", "Note"} <= set(every)
    assert {"channel, offline", "channel, online"} <= set(every)


def test_three_figures_count_what_stands_on_the_map() -> None:
    assert texts(compose_poster(every_kind_map(), 420, 297, lang="en"), "figures") == [
        "3", "Touchpoints", "2", "Pain points", "1", "Insight",
    ]  # fmt: skip


def test_a_map_of_one_nameless_persona_has_no_part_for_personas() -> None:
    nameless = MapMaker().columns(("A", [""])).lanes("touchpoints").persona("", "who").document()
    assert texts(compose_poster(nameless, 297, 210, lang="en"), "persona") == []
    told = nameless.with_changes(
        [("personas", "x", Persona(id="x", name="Sanne", role="Loopt veel", quote="‘Nu.’", order=spread(3)[2]))]
    )
    said = texts(compose_poster(told, 297, 210, lang="en"), "persona")
    assert said == ["Sanne", "Loopt veel", "‘Nu.’"]


def test_the_parts_are_read_in_order_and_the_map_phase_by_phase() -> None:
    poster = compose_poster(every_kind_map(), 420, 297, lang="en")
    roles = [op.role for op, _, _ in walk(poster.ops) if isinstance(op, Group) and op.role]
    first = {role: roles.index(role) for role in ("title", "figures", "persona", "legend", "map", "foot")}
    assert list(first) == sorted(first, key=lambda role: first[role])
    read = [op.source_id for op, _, _ in walk(poster.ops) if isinstance(op, Group) and op.role in {"phase", "card"}]
    assert read == ["p0", "c1", "c2", "c4", "c7", "c8", "c10", "c13", "c5", "c11", "p1", "c3", "c6", "c9", "c12"]


def test_an_empty_form_has_the_frame_and_no_notes() -> None:
    document = every_kind_map()
    blank = compose_poster(document, 420, 297, lang="en", blank=True)
    assert texts(blank, "card") == []
    assert texts(blank, "figures") == []
    assert next(line for line in texts(blank, "phase") if not line.isdigit()) == "Oriëntatie"
    assert "Schoenen kopen" in " ".join(texts(blank, "title"))
    assert "Solution" in texts(blank, "legend")
    everything = " ".join(op.line.text for op, _, _ in walk(blank.ops) if isinstance(op, Text))
    assert "Balie" not in everything
    assert "39 of 40" not in everything


def test_an_untitled_empty_map_makes_a_poster_too() -> None:
    poster = compose_poster(Document(), 297, 210, lang="en")
    assert texts(poster, "title") == ["Journey map"]


def test_a_sheet_without_room_is_refused() -> None:
    with pytest.raises(ValueError, match="margins"):
        compose_poster(every_kind_map(), 10, 200, lang="en")


def test_the_channels_that_are_drawn_are_named_and_no_others() -> None:
    document = every_kind_map()
    spare = document.channel_table["bel"].changed(id="fax", name="Fax")
    document = document.with_changes([("channels", "fax", spare)])
    said = texts(compose_poster(document, 420, 297, lang="en"), "legend")
    assert {"Channels", "web", "winkel", "bel"} <= set(said)
    assert "Fax" not in said
    assert "Channels" not in texts(compose_poster(document, 420, 297, lang="en", blank=True), "legend")


def test_a_head_that_fits_no_column_is_spread_over_two_rather_than_taking_the_map_its_room() -> None:
    document = load(example_path("nl")).document
    full = LayoutOptions(links="all", aimed=True, blind_spots=True, fields=("personas",))
    plain, long = (compose_poster(document, 841, 594, lang="nl", show=show) for show in (None, full))
    assert (plain.side, long.side) == ("left", "left")
    assert long.note_mm > 0.75 * plain.note_mm
    blocks = [op for op in long.ops if isinstance(op, Group) and op.role not in ("background", "map")]
    lefts = sorted({round(op.x) for op in blocks})
    assert len(lefts) == 2, "two columns"
    assert max(lefts) < long.map_x
    assert all(op.y < long.height_px for op in blocks)
