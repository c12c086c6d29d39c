"""What a card says besides its text: evidence, owners, actions, pictures, words; and that it fits at every length."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.i18n import speaking
from model.layout import metrics as px
from model.layout.arrange import lay_out
from model.layout.boxes import CardBody, CardKey
from model.layout.cardfoot import CHANNEL_ICON, SEVERITY_W, TICK
from model.layout.cards import card_body, text_style, token_of
from model.layout.maplayout import LayoutOptions, MapLayout
from model.text.breaking import shape_line
from said_maps import BROKEN, changed, picture_asset, said_map
from small_maps import every_kind_map

PLAIN = CardKey("pain_point", 7, "Kort", 148.0, "en", "nl", "", (), None, (), (), ())


def body_of(**fields: object) -> CardBody:
    with speaking("en"):
        return card_body(PLAIN._replace(**fields))  # type: ignore[arg-type]  # keyword pass-through


def laid_out(**options: object) -> MapLayout:
    return lay_out(said_map(), LayoutOptions(language="en", **options))  # type: ignore[arg-type]  # keyword pass-through


def signs(body: CardBody) -> list[tuple[float, float, float, float]]:
    """Left, top, right, bottom of everything in the foot."""
    foot, line = body.foot, px.META.line
    found = [(f.x, f.y, px.FACE, px.FACE) for f in foot.faces] + [(b.x, b.y, b.w, px.BADGE_H) for b in foot.badges]
    found += [(i.x, i.y, CHANNEL_ICON, CHANNEL_ICON) for i in foot.icons]
    texts = [*foot.words, *foot.targets, *foot.note]
    if body.number.y > max(placed.y for placed in body.lines):
        texts.append(body.number)
    found += [(t.x, t.y - px.baseline(px.META), t.line.width, line) for t in texts]
    if foot.severity:
        found.append((foot.severity[0], foot.severity[1], SEVERITY_W, 10))
    if foot.evidence:
        found.append((foot.evidence[0], foot.evidence[1], 11, 11))
    if foot.blind:
        found.append((*foot.blind, 13, 13))
    if foot.done:
        x, y, tally = foot.done
        found.append((x, y, tally.x + tally.line.width - x, TICK))
    return [(x, y, x + w, y + h) for x, y, w, h in found]


def test_cards_show_how_they_are_known_where_the_map_says_so_and_not_where_it_is_switched_off() -> None:
    def shown(layout: MapLayout) -> dict[str, str]:
        return {i: card.body.foot.evidence[2] for i, card in layout.cards.items() if card.body.foot.evidence}

    stated = dict.fromkeys(("c1", "c5", "c11"), "assumption") | {"c2": "measured", "c3": "observed", "c7": "measured"}
    assert shown(laid_out()) == stated
    assert shown(laid_out(evidence=True)) == stated
    assert shown(laid_out(evidence=False)) == {}
    assert shown(lay_out(every_kind_map(), LayoutOptions(evidence=True))) == {}


def test_the_mark_stands_at_the_right_edge_also_when_the_number_is_not_shown() -> None:
    for fields in ({}, {"text": "Een regel die helemaal vol staat met"}, {"kind": "touchpoint", "icon": "phone"}):
        mark = body_of(evidence="observed", **fields).foot.evidence
        assert mark is not None
        assert mark[0] + px.EVIDENCE_MARK == pytest.approx(148 - px.BORDER - px.PAD_RIGHT)


def test_a_word_of_a_newer_version_has_no_mark() -> None:
    document = changed(said_map(), {"items": {"c1": {"evidence": "sworn"}}})
    assert lay_out(document).cards["c1"].body.foot.evidence is None


def test_a_solution_says_who_owns_it_and_how_many_actions_are_done_without_those_dropped() -> None:
    foot = laid_out().cards["c11"].body.foot
    assert [line.line.text for line in foot.words] == ["Winkel + IT"]
    assert foot.done is not None
    assert foot.done[2].line.text == "1/2"
    document = changed(said_map(), {"items": {"c11": {"owner": "", "department": "Webteam"}}})
    assert [line.line.text for line in lay_out(document).cards["c11"].body.foot.words] == ["Webteam"]


def test_a_latent_need_says_so_and_a_stated_one_does_not() -> None:
    assert [line.line.text for line in laid_out().cards["c6"].body.foot.words] == ["Latent"]
    document = changed(said_map(), {"items": {"c6": {"need_type": "stated"}}})
    assert lay_out(document).cards["c6"].body.foot.words == ()


def test_a_quote_is_set_in_italics_behind_the_sign_of_a_quote_and_keeps_the_icon_of_its_type() -> None:
    body = laid_out().cards["c9"].body
    assert body.icon == "bulb"
    assert body.quote_at is not None
    assert body.icon_at[0] + px.ICON < body.quote_at[0]
    assert body.quote_at[0] + 11 < body.lines[0].x
    assert text_style("insight", True).italic
    assert body.lines[0].line.runs[0].font == shape_line("31", px.style("quote")).runs[0].font
    hebrew = body_of(kind="insight", quote=True, text="מה שלומך")
    assert hebrew.quote_at is not None
    assert hebrew.lines[0].x + hebrew.lines[0].line.width < hebrew.quote_at[0] < hebrew.icon_at[0] - 11
    assert laid_out().cards["c10"].body.quote_at is None


def test_a_card_of_a_later_kind_is_grey_says_its_kind_and_is_whole() -> None:
    body = laid_out().cards["c13"].body
    assert (body.token, body.icon) == ("metric", "help")
    assert [line.line.text for line in body.foot.words] == ["later"]
    long = body_of(kind="a_kind_that_a_much_later_version_made_up", words=("a_kind_that_a_much_later_version_made_up",))
    assert "".join(line.line.text.rstrip("\u00ad") for line in long.foot.words) == long.kind
    assert all(right <= 148 - px.PAD_RIGHT and bottom <= long.h for _, _, right, bottom in signs(long))


def test_a_kind_with_colours_that_the_tokens_do_not_have_is_grey(monkeypatch: pytest.MonkeyPatch) -> None:
    from model.kinds import ITEM_KINDS, ItemKind

    monkeypatch.setitem(ITEM_KINDS, "metrics", ItemKind("metrics", "Metric", "Metrics", "ultraviolet", "gauge"))
    assert token_of("metrics") == "metric"


def test_blind_spots_are_shown_when_asked_for() -> None:
    def blind(layout: MapLayout) -> set[str]:
        return {i for i, card in layout.cards.items() if card.body.foot.blind}

    assert blind(laid_out()) == set()
    assert blind(laid_out(blind_spots=True)) == {"c2"}


def test_what_is_read_from_near_stands_in_the_foot_whole_or_with_its_beginning_or_goes() -> None:
    whole = body_of(note="Telling maart", evidence="measured").foot
    assert ([line.line.text for line in whole.note], whole.whole) == (["Telling maart"], True)
    cut = body_of(note="Meeloopdag in de winkel in Utrecht, op 12 mei", evidence="measured").foot
    assert cut.note[0].line.text.endswith("…")
    assert cut.note[0].line.text.startswith("Meeloopdag in")
    assert not cut.whole
    none = body_of(note="Meeloopdag in de winkel", evidence="measured", targets=(1, 2, 3, 4), severity=2).foot
    assert none.note == ()
    own = body_of(note="Meeloopdag in de winkel in Utrecht, op 12 mei").foot
    assert " ".join(line.line.text for line in own.note) == "Meeloopdag in de winkel in Utrecht, op 12 mei"
    assert own.whole


def test_worth_owner_and_source_are_read_from_near() -> None:
    layout = laid_out()
    notes = {i: card.body.key.note for i, card in layout.cards.items() if card.body.key.note}
    assert notes == {"c1": "Fatima", "c2": "Telling maart", "c10": "Impact 4 · Effort 2"}
    rows: dict[str, dict[str, dict[str, object]]] = {
        "items": {"c1": {"actors": ("customer", "employee")}, "c3": {"actors": ("customer",)}}
    }
    near = lay_out(changed(said_map(), rows), LayoutOptions(language="en")).cards
    assert near["c1"].body.key.note == "Customer, Employee · Fatima"
    assert near["c3"].body.key.note == ""
    assert "c2" not in {i for i, card in laid_out(evidence=False).cards.items() if card.body.key.note}


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["touchpoint", "pain_point", "solution", "thought", "later"]),
    st.text("abc de fghi-", max_size=60),
    st.sampled_from(["", "assumption", "measured"]),
    st.lists(st.text("abc def,", min_size=1, max_size=40), max_size=2),
    st.text("abc de, ", max_size=80),
    st.booleans(),
    st.sampled_from([None, (0, 3), (12, 12)]),
    st.integers(0, 5),
    st.lists(st.integers(1, 4000), max_size=6),
)
def test_nothing_in_a_foot_lies_over_anything_else_or_outside_the_card(
    kind: str,
    text: str,
    evidence: str,
    words: list[str],
    note: str,
    blind: bool,
    done: tuple[int, int] | None,
    people: int,
    targets: list[int],
) -> None:
    body = body_of(
        kind=kind,
        text=text,
        evidence=evidence,
        words=tuple(words),
        note=" ".join(note.split()),
        blind=blind,
        done=done,
        feelings=tuple((f"p{i}", i, i - 2) for i in range(people)),
        targets=tuple(targets),
        badges=(("insight", 3), ("solution", 1)) if blind else (),
        channels=(("a", "mail"),) * 3 if blind else (),
        number=1234,
    )
    found = signs(body)
    bottom_of_text = max(line.y for line in body.lines)
    for left, top, right, bottom in found:
        assert left >= px.BORDER
        assert right <= 148 - px.BORDER - px.PAD_RIGHT + 0.01
        assert top >= bottom_of_text
        assert bottom <= body.h - px.BORDER
    for a, b in combinations(found, 2):
        apart = a[2] <= b[0] + 0.01 or b[2] <= a[0] + 0.01 or a[3] <= b[1] + 0.01 or b[3] <= a[1] + 0.01
        assert apart, (a, b)


@pytest.mark.parametrize("size", [(300, 200), (200, 300), (1600, 40), (40, 1600), (1, 1), (138, 111)])
@pytest.mark.parametrize("kind", ["touchpoint", "pain_point", "thought", "note"])
def test_a_picture_keeps_its_sides_inside_its_mount_and_the_text_stands_below(kind: str, size: tuple[int, int]) -> None:
    text = "Past de schoen bij de winkel om de hoek"
    body = body_of(kind=kind, text=text, picture=picture_asset(*size), pictures=1)
    picture = body.picture
    assert picture is not None
    assert picture.w / picture.h == pytest.approx(size[0] / size[1])
    assert picture.h <= px.PICTURE_MOST_H + 0.01
    assert picture.x >= px.BORDER + px.MOUNT - 0.01
    assert picture.right <= 148 - px.BORDER - px.MOUNT + 0.01
    assert picture.w == pytest.approx(138) or picture.h == pytest.approx(px.PICTURE_MOST_H)
    assert picture.bottom + px.MOUNT == pytest.approx(picture.mount_h)
    plain = body_of(kind=kind, text=text)
    assert body.lines[0].y - picture.mount_h == pytest.approx(plain.lines[0].y - px.BORDER)
    assert body.h - picture.mount_h == pytest.approx(plain.h - px.BORDER)
    assert picture.more is None


def test_further_pictures_are_counted_and_a_lost_one_keeps_a_place() -> None:
    picture = laid_out().cards["c3"].body.picture
    assert picture is not None
    assert picture.more is not None
    assert picture.more.line.text == "+1"
    document = changed(said_map(), {"items": {"c4": {"pictures": ("0" * 64,)}}})
    lost = lay_out(document).cards["c4"].body.picture
    assert lost is not None
    assert lost.asset is None
    assert lost.w / lost.h == pytest.approx(1.5)


def test_a_broken_picture_takes_the_place_that_its_record_says() -> None:
    picture = body_of(picture=BROKEN, pictures=1).picture
    assert picture is not None
    assert picture.w / picture.h == pytest.approx(BROKEN.w / BROKEN.h)
