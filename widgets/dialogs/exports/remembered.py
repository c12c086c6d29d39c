"""What a form of the export dialog was set to, read back with care: what makes no sense is left as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtWidgets import QCheckBox, QSpinBox

from widgets.controls.segmented import Segmented
from widgets.dialogs.exports.parts import Choice, ChoiceCards

State = dict[str, Any]


def put_choice(choice: Choice, value: object) -> None:
    """Choose, silently, where the choice is offered."""
    if isinstance(value, str):
        choice.set_value(value)


def put_segment(choice: Segmented, value: object, offered: Iterable[str]) -> None:
    """Choose, silently, where the choice is offered."""
    if isinstance(value, str) and value in offered:
        choice.set_value(value)


def put_card(cards: ChoiceCards, value: object) -> None:
    """Choose a card, silently, where there is one."""
    if isinstance(value, str) and value in cards.cards:
        cards.set_value(value)


def put_tick(box: QCheckBox, value: object) -> None:
    """Tick or not, silently."""
    if isinstance(value, bool):
        box.blockSignals(True)
        box.setChecked(value)
        box.blockSignals(False)
        box.update()


def put_number(box: QSpinBox, value: object) -> None:
    """A number, silently, brought into the range."""
    if isinstance(value, int) and not isinstance(value, bool):
        box.blockSignals(True)
        box.setValue(value)
        box.blockSignals(False)


def texts(value: object) -> tuple[str, ...]:
    """The texts in a list; () for anything else."""
    return tuple(text for text in value if isinstance(text, str)) if isinstance(value, list) else ()


def section(state: Mapping[str, Any], name: str) -> State:
    """A part of the settings; {} where there is none."""
    found = state.get(name)
    return found if isinstance(found, dict) else {}
