"""What the chips of the scribe line say of the next note: kind, phase, what it hangs on, persona, channel, feeling."""

from __future__ import annotations

from collections.abc import Mapping

from model import scribe
from model.document import Document, card_number
from model.i18n import translate
from model.layout.cards import icon_of, token_of
from model.personas import persona_name
from model.scale import score_text
from model.scribe import PARKED, Aim
from model.values import replace
from widgets.scribe.chips import ScribeChip
from widgets.scribe.sheet import kind_title


def say_aim(chips: Mapping[str, ScribeChip], document: Document, aim: Aim) -> None:
    """Let every chip say its part of ``aim``; those that have nothing to say are hidden."""
    _say_kind(chips["kinds"], aim)
    _say_phase(chips["phases"], document, aim)
    _say_host(chips["host"], document, aim)
    _say_persona(chips["personas"], document, aim)
    _say_channel(chips["channels"], document, aim)
    _say_feeling(chips["feeling"], document, aim)


def _say_kind(chip: ScribeChip, aim: Aim) -> None:
    title = kind_title(aim.kind)
    token = f"note.{token_of(aim.item_kind)}"
    chip.say(
        title,
        translate("Scribe", "Kind of the next note: {kind}").format(kind=title),
        icon="car" if aim.kind == PARKED else icon_of(aim.item_kind) or "pointer",
        fill=f"{token}.fill",
        ink=f"{token}.ink",
        line=f"{token}.outline",
        sign=f"{token}.edge",
    )


def _say_phase(chip: ScribeChip, document: Document, aim: Aim) -> None:
    chip.setVisible(aim.kind != PARKED and bool(document.phases))
    if not document.phases:
        return
    if not aim.corrects:  # a note that hangs on another stands with it, wherever the line is (SC3)
        aim = replace(aim, step_id=scribe.shown_step(document, aim))
    index = scribe.phase_index(document, aim)
    name = document.phases[index].name or translate("Scribe", "Phase {number}").format(number=index + 1)
    step = document.step_table.get(aim.step_id)
    if step is not None and step.name and step.name != name:
        name = f"{name} · {step.name}"
    said = translate("Scribe", "Phase of the next note: {phase}").format(phase=name)
    chip.say(name, said, number=index + 1, fill="phase.fill", ink="phase.ink")


def _say_host(chip: ScribeChip, document: Document, aim: Aim) -> None:
    host = scribe.host_of(document, aim)
    chip.setVisible(host is not None)
    if host is None:
        return
    words = translate("Scribe", "at {number}").format(number=card_number(host))
    told = translate("Scribe", "It belongs to {number}: {text}").format(
        number=card_number(host), text=" ".join(host.text.split())
    )
    chip.say(words, told, icon="link")


def _say_persona(chip: ScribeChip, document: Document, aim: Aim) -> None:
    persona = document.persona_table.get(scribe.whom(document, aim))
    chip.setVisible(len(document.personas) > 1 and (persona is not None or scribe.names_people(aim)))
    name = translate("Scribe", "Nobody") if persona is None else persona_name(persona)
    chip.say(name, translate("Scribe", "Persona: {name}").format(name=name), icon="user")


def _say_channel(chip: ScribeChip, document: Document, aim: Aim) -> None:
    channel = document.channel_table.get(aim.channel_id)
    chip.setVisible(channel is not None)
    if channel is not None:
        chip.say(channel.name, translate("Scribe", "Channel: {name}").format(name=channel.name), icon=channel.icon)


def _say_feeling(chip: ScribeChip, document: Document, aim: Aim) -> None:
    chip.setVisible(aim.score is not None)
    if aim.score is None:
        return
    score = score_text(aim.score, document.info.emotion_scale)
    colors = f"emotion.{aim.score}"
    said = translate("Scribe", "Feeling: {score}. Click to take it away.")
    if aim.item_kind != "touchpoint":
        said = translate("Scribe", "Feeling of the next touchpoint: {score}. Click to take it away.")
    chip.say(score, said.format(score=score), fill=f"{colors}.fill", ink=f"{colors}.ink")
