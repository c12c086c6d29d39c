"""A map whose cards say something in every field, for workbooks and other places where all of it has to come out."""

from __future__ import annotations

from action_maps import map_with_actions
from model.commands import cards, grid, links
from model.commands.places import lane_for
from model.document import Document
from model.kinds import LANE_KINDS


def every_field_map() -> Document:
    """A map whose cards say something in every field, with links, actions, loops, prompts and aimed feelings."""
    builder = map_with_actions(5)
    do = builder.do

    def document() -> Document:
        return builder.document

    touchpoint = document().touchpoints[0].id
    second = builder.card("touchpoint", "Past de schoen", 2)
    for lane in LANE_KINDS.values():
        if lane.item is not None and lane_for(document(), lane.item) is None:
            do(grid.add_lane(document(), lane.id))
    pain = builder.card("pain_point", "Niemand neemt op", 0)
    insight = builder.card("insight", "31 % haakt af", 0)
    opportunity = builder.card("opportunity", "Eén nummer", 1)
    need = builder.card("need", "Zekerheid", 1)
    solution = next(i.id for i in document().placed if i.kind == "solution")
    channel = do(grid.add_channel(document(), "Telefoon", "phone", "online")).added("channels")[0]
    common = {
        "description": "Uitleg\nover twee regels",
        "tags": ("pilot", "winkel; balie"),
        "evidence": "measured",
        "source": "=Enquête",
        "source_date": "2026-02-28",
    }
    do(
        cards.set_card(
            document(), [touchpoint], **common, channel_ids=(channel,), goal="Afspraak", moment_of_truth=True
        )
    )
    do(cards.set_card(document(), [touchpoint], time="’s ochtends", duration=150, actors=("customer", "later")))
    do(cards.set_card(document(), [touchpoint], owner="Fatima A.", department="Winkel", system="CRM"))
    do(cards.set_card(document(), [pain], severity=4, cause="Te weinig mensen", reach=30, evidence="observed"))
    do(cards.set_card(document(), [insight], insight_type="finding", evidence="assumption"))
    do(cards.set_card(document(), [opportunity], impact=5, effort=1))
    do(cards.set_card(document(), [need], need_type="latent"))
    do(links.link_cards(document(), "based_on", [opportunity], pain))
    do(links.link_cards(document(), "solves", [solution], opportunity))
    made = do(links.link_cards(document(), "handover", [touchpoint], second)).added("links")[0]
    do(links.set_link(document(), made, text="-overdracht", pain_point_ids=(pain,)))
    persona = document().personas[0].id
    do(cards.set_card(document(), [pain], persona_ids=(persona,)))
    do(cards.set_emotion(document(), touchpoint, persona, score=-1))
    do(cards.set_aimed(document(), touchpoint, persona, 2))
    do(grid.set_fields(document(), "personas", persona, name="Otto", actor="influencer", description="Kent iedereen"))
    phases = document().phases
    do(grid.set_fields(document(), "phases", phases[2].id, loop_to=phases[0].id, prompt="Wat vraagt men hier?"))
    do(grid.set_fields(document(), "lanes", document().lanes[0].id, prompt="Wat ziet de klant?"))
    return builder.document
