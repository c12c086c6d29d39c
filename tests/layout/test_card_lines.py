"""What is written on cards below their text, where somebody chose it (rules CL1 to CL3)."""

from __future__ import annotations

import pytest

from every_field_map import every_field_map
from golden import check
from model.cardlines import SIGNED, in_order, line_ids, line_title, lines_used, parse_lines
from model.document import Document
from model.draw.card_painter import card_label
from model.draw.displaylist import Text, walk
from model.draw.map_painter import paint_map
from model.draw.poster import compose_poster
from model.fields import ITEM_FIELDS
from model.i18n import speaking
from model.layout import metrics as px
from model.layout.arrange import lay_out
from model.layout.boxes import CardBox
from model.layout.maplayout import LayoutOptions, MapLayout
from new_kind import added_kind
from said_maps import changed, said_map


def laid_out(document: Document, *fields: str, language: str = "en", **more: object) -> MapLayout:
    return lay_out(document, LayoutOptions(language=language, fields=fields, **more))  # type: ignore[arg-type]


def said(layout: MapLayout, item_id: str) -> list[str]:
    return list(layout.cards[item_id].body.key.said)


def by_kind(document: Document, layout: MapLayout, kind: str) -> list[str]:
    return [line for item in document.placed if item.kind == kind for line in said(layout, item.id)]


def words_of(layout: MapLayout, document: Document, item_id: str) -> str:
    """What is painted on a card, as it is read."""
    group = paint_map(layout, document).cards[item_id]
    return " ".join(op.line.text.strip() for op, *_ in walk((group,)) if isinstance(op, Text))


# -- what can be chosen ----------------------------------------------------------------------------------------------


def test_cl1_every_field_can_be_chosen_or_has_a_sign_of_its_own() -> None:
    assert set(ITEM_FIELDS) - set(line_ids()) == SIGNED
    assert line_ids()[-4:] == ("actions", "feelings", "links", "personas")
    with speaking("en"):
        assert [line_title(name) for name in ("goal", "links", "later")] == [
            "Conversion goal",
            "Links in words",
            "later",
        ]


def test_names_are_read_in_any_order_and_an_unknown_one_is_refused_with_the_known_ones() -> None:
    assert parse_lines("time, goal") == ("goal", "time")
    assert parse_lines("Source-Date,GOAL,goal") == ("goal", "source_date")
    assert parse_lines("all") == line_ids()
    assert parse_lines("none") == ()
    with speaking("en"), pytest.raises(ValueError, match=r"“golf”.*choose all, none, or of:.*goal, time") as refusal:
        parse_lines("goal,golf")
    assert "\n" not in str(refusal.value)
    for text in ("", "goal,", "none,goal", "severity"):
        with pytest.raises(ValueError):
            parse_lines(text)
    assert in_order(["time", "of a later version", "goal"]) == ("goal", "time")


def test_cl3_what_is_offered_is_what_cards_on_the_map_say() -> None:
    document = every_field_map()
    assert set(lines_used(document)) == set(line_ids()) - {"feelings", "personas"}
    assert set(lines_used(document, beside=True)) == set(line_ids()) - {"feelings"}
    emotion = next(iter(document.emotion_table))
    assert "feelings" in lines_used(changed(document, {"emotions": {emotion: {"word": "boos"}}}))
    bare = said_map()
    assert "goal" not in lines_used(bare)
    assert {"owner", "source", "actions", "impact", "need_type", "channel_ids"} <= set(lines_used(bare))
    away = changed(bare, {"items": {"c10": {"place": "inbox", "lane_id": None, "step_id": None}}})
    assert "impact" not in lines_used(away), "a card off the map is not on the poster"


# -- what stands there -----------------------------------------------------------------------------------------------


def test_cl2_a_card_says_its_chosen_fields_below_its_text_in_the_order_of_the_table() -> None:
    document = every_field_map()
    layout = laid_out(document, "duration", "time", "goal")
    card = document.touchpoints[0]
    assert said(layout, card.id) == ["Conversion goal: Afspraak", "Time: ’s ochtends", "Duration: 2 h 30 min"]
    assert said(layout, document.touchpoints[1].id) == []
    box = layout.cards[card.id]
    lowest_of_text = max(line.y for line in box.body.lines)
    tops = [line.y for line in box.body.said]
    assert lowest_of_text < tops[0] and tops == sorted(tops)
    assert all(face.y > tops[-1] for face in box.body.foot.faces)
    assert "".join(line.line.text for line in box.body.lines).split() == card.text.split(), "the text stays alone"


def test_every_field_of_every_kind_comes_out() -> None:
    document = every_field_map()
    layout = laid_out(document, *line_ids())
    of = {kind: by_kind(document, layout, kind) for kind in ("touchpoint", "pain_point", "insight", "opportunity")}
    assert "Channels: Telefoon" in of["touchpoint"]
    assert "Description: Uitleg over twee regels" in of["touchpoint"]
    assert "Tags: pilot, winkel; balie" in of["touchpoint"]
    assert "Actors: Customer, later" in of["touchpoint"], "a choice of a later version as it is"
    assert {"Owner: Fatima A.", "Department: Winkel", "Recorded in: CRM"} <= set(of["touchpoint"])
    assert {"Source: =Enquête", "Date of the source: 28 Feb 2026"} <= set(of["touchpoint"])
    assert {"Cause: Te weinig mensen", "Reach: 30 %"} <= set(of["pain_point"])
    assert of["insight"] == ["Kind of insight: Finding"]
    assert {"Impact: 5", "Effort: 1"} <= set(of["opportunity"])
    assert by_kind(document, layout, "need") == ["Kind of need: Latent"]
    shown = {line.partition(":")[0] for item in document.placed for line in said(layout, item.id)}
    with speaking("en"):
        assert {ITEM_FIELDS[name].title for name in set(line_ids()) & set(ITEM_FIELDS)} <= shown


def test_links_actions_and_words_of_feelings_are_written_where_they_begin() -> None:
    document = every_field_map()
    touchpoint, second = document.touchpoints[:2]
    layout = laid_out(document, "links", "actions", "feelings")
    assert said(layout, touchpoint.id) == [f"Hand-over: N{second.number} (-overdracht)"]
    assert said(layout, second.id) == [], "a link is written once"
    solution = next(item for item in document.placed if item.kind == "solution")
    lines = said(layout, solution.id)
    assert sum(line.startswith("Action: ") for line in lines) == len(document.actions_of[solution.id])
    assert any(line.startswith("Answers: N") for line in lines)
    pain = next(item for item in document.placed if item.kind == "pain_point")
    assert said(layout, pain.id) == [], "what it hangs on stands in its foot already"
    emotion = next(iter(document.emotion_table))
    felt = changed(document, {"emotions": {emotion: {"word": "boos", "quote": "Alweer wachten"}}})
    (line,) = said(laid_out(felt, "feelings"), touchpoint.id)
    assert line.endswith(": −1 · boos · “Alweer wachten”")
    quoted = changed(document, {"emotions": {emotion: {"quote": "‘Zucht’"}}})
    assert said(laid_out(quoted, "feelings"), touchpoint.id)[0].endswith("· ‘Zucht’"), "marked already"


def test_a_field_of_another_kind_is_not_written_and_an_unknown_name_does_no_harm() -> None:
    document = changed(said_map(), {"items": {"c7": {"goal": "left over"}, "c1": {"goal": "Kopen"}}})
    layout = laid_out(document, "goal", "of a later version")
    assert said(layout, "c1") == ["Conversion goal: Kopen"]
    assert said(layout, "c7") == []


def test_what_a_line_says_is_not_said_in_the_foot_again() -> None:
    document = said_map()
    plain, written = laid_out(document), laid_out(document, *line_ids())
    assert plain.cards["c11"].body.key.words == ("Winkel + IT",)
    assert written.cards["c11"].body.key.words == ()
    assert (plain.cards["c10"].body.key.note, written.cards["c10"].body.key.note) == ("Impact 4 · Effort 2", "")
    assert plain.cards["c6"].body.key.words == ("Latent",)
    assert written.cards["c6"].body.key.words == ()
    departed = changed(document, {"items": {"c11": {"owner": "", "department": "IT"}}})
    assert laid_out(departed, "owner").cards["c11"].body.key.words == ("IT",)
    assert laid_out(departed, "department").cards["c11"].body.key.words == ()


def test_without_a_choice_nothing_of_it_is_there() -> None:
    assert all(not card.body.said and not card.body.key.said for card in laid_out(every_field_map()).cards.values())


# -- how it is set ---------------------------------------------------------------------------------------------------

LONG = "Binnen een minuut bestellen zonder dat iemand hoeft te wachten of te bellen " * 8


@pytest.mark.parametrize("goal", [LONG, "x" * 400, "🙂👩‍👩‍👧 " * 40, "מטרה ארוכה מאוד עבור הלקוח " * 12, "a\nb\n\nc"])
def test_nothing_is_cut_and_no_line_leaves_its_card(goal: str) -> None:
    document = changed(said_map(), {"items": {"c1": {"goal": goal}}})
    layout = laid_out(document, "goal", "owner")
    card = layout.cards["c1"]
    text = "".join(line.line.text for line in card.body.said)
    assert "".join(goal.split()) in "".join(text.replace("\u00ad", "").split())
    for line in card.body.said:
        assert line.x >= px.BORDER and line.x + line.line.width <= card.w - px.BORDER - px.PAD_RIGHT + 0.01
    bottom = card.body.said[-1].y + px.SAID.line - px.baseline(px.SAID)
    assert bottom <= card.h - px.PAD_BOTTOM - px.BORDER
    assert card.h > lay_out(document, LayoutOptions(language="en")).cards["c1"].h
    below = [other for other in layout.stacks[card.lane_id, card.step_id] if other.y > card.y]
    assert all(other.y >= card.bottom for other in below)


def test_words_that_run_from_the_right_stand_at_the_right_below_their_title() -> None:
    hebrew = "להזמין תוך דקה."
    document = changed(said_map(), {"items": {"c1": {"goal": hebrew}, "c2": {"goal": "Kopen"}}})
    layout = laid_out(document, "goal")
    title, words = layout.cards["c1"].body.said
    right = layout.cards["c1"].w - px.BORDER - px.PAD_RIGHT
    assert (title.line.text.strip(), words.line.text) == ("Conversion goal:", hebrew)
    assert words.line.rtl and words.x + words.line.width == pytest.approx(right)
    assert title.x == layout.cards["c2"].body.said[0].x < words.x
    assert "\n" not in card_label(layout.cards["c1"].body, document)


def test_the_lines_are_in_the_language_of_the_labels() -> None:
    document = every_field_map()
    (line,) = said(laid_out(document, "goal", language="nl"), document.touchpoints[0].id)
    assert line == "Conversiedoel: Afspraak"


def test_an_edit_of_a_field_an_action_a_link_or_a_channel_is_seen_at_once() -> None:
    document = every_field_map()
    options = LayoutOptions(language="en", fields=line_ids())
    before = lay_out(document, options)
    touchpoint = document.touchpoints[0].id
    solution = next(item.id for item in document.placed if item.kind == "solution")
    action, channel = document.actions_of[solution][0].id, document.item_table[touchpoint].channel_ids[0]
    edits = {
        "items": {touchpoint: {"goal": "Anders"}},
        "actions": {action: {"status": "done"}},
        "channels": {channel: {"name": "Fax"}},
    }
    for table, rows in edits.items():
        after = lay_out(changed(document, {table: rows}), options, before)
        own = solution if table == "actions" else touchpoint
        assert after.diff(before) >= {own}
    link = next(one for one in document.link_table.values() if one.kind == "handover")
    gone = document.with_changes([("links", link.id, None)])
    assert said(lay_out(gone, options, before), touchpoint) != said(before, touchpoint)


def test_a_field_of_a_kind_that_came_later_is_one_of_them() -> None:
    with added_kind():
        assert {"material", "wording", "sizes", "weight"} <= set(line_ids())
        assert parse_lines("weight,material") == ("material", "weight")
    assert "material" not in line_ids()


# -- how it is drawn -------------------------------------------------------------------------------------------------


def test_the_one_painter_draws_them_and_their_label_says_them() -> None:
    document = every_field_map()
    card = document.touchpoints[0]
    layout = laid_out(document, "goal")
    assert "Conversion goal: Afspraak" in words_of(layout, document, card.id)
    with speaking("en"):
        label = card_label(layout.cards[card.id].body, document)
    assert "; Conversion goal: Afspraak" in label
    group = paint_map(layout, document).cards[card.id]
    texts = [op.line.text for op, *_ in walk((group,)) if isinstance(op, Text)]
    assert texts[0].strip() in card.text, "the text is read first"


def test_a_map_with_lines_on_its_cards_is_drawn_as_before() -> None:
    """Of three scripts, with a picture above, and with what other records say."""
    document = changed(
        said_map(),
        {
            "items": {
                "c1": {"goal": "Binnen een minuut bestellen 🙂", "time": "’s ochtends", "duration": 90},
                "c3": {"goal": "להזמין תוך דקה", "actors": ("customer", "employee"), "department": "Winkel"},
                "c7": {"cause": "Te weinig mensen", "reach": 30, "tags": ("pilot", "balie")},
            },
            "emotions": {"e-c2-sanne": {"word": "boos", "quote": "Alweer wachten"}},
        },
    )
    picture = paint_map(laid_out(document, *line_ids()), document)
    check("map_card_lines", [picture.cards[item.id] for item in document.placed])


def test_the_poster_is_the_canvas() -> None:
    document = every_field_map()
    options = LayoutOptions(language="en", fields=("goal", "links", "cause"))
    screen = lay_out(document, options)
    poster = compose_poster(document, 841, 594, lang="en", show=options)

    def told(card: CardBox) -> list[tuple[float, float, str]]:
        return [(line.x, line.y, line.line.text) for line in card.body.said]

    assert any(told(card) for card in screen.cards.values())
    assert {i: told(card) for i, card in poster.layout.cards.items()} == {i: told(c) for i, c in screen.cards.items()}


def test_what_personas_want_stands_beside_the_map_of_a_poster_where_chosen() -> None:
    document = changed(said_map(), {"personas": {"henk": {"goals": "Een 🏃 marathon\nzonder pijn", "description": ""}}})
    assert "personas" in lines_used(document, beside=True)
    assert "personas" not in lines_used(document), "the canvas has no place for it"
    assert "personas" not in lines_used(said_map(), beside=True)

    def text(*fields: str, blank: bool = False) -> str:
        show = LayoutOptions(fields=fields)
        poster = compose_poster(document, 841, 594, lang="en", show=show, blank=blank)
        return " ".join(op.line.text.strip() for op, *_ in walk(poster.ops) if isinstance(op, Text))

    assert "Goals: Een 🏃 marathon zonder pijn" in text("personas")
    assert "Goals:" not in text("goal")
    assert "Goals:" not in text("personas", blank=True)
    assert all(not card.body.said for card in laid_out(document, "personas").cards.values())
