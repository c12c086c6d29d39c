"""How feelings are written on this map: -2 to +2, 1 to 5, or faces; on the page of the map and of the emotion lane."""

from __future__ import annotations

from functools import partial

from model.i18n import translate
from model.scale import SCALES, scale_title
from widgets.controls.form import FormRow
from widgets.controls.segmented import Segment, Segmented


class ScaleChoice(Segmented):
    """The three scales side by side."""

    def __init__(self) -> None:
        super().__init__(
            [Segment(scale, partial(scale_title, scale)) for scale in SCALES],
            lambda: translate("Panels", "Scale of feelings"),
            outlined=True,
        )


def scale_row(choice: ScaleChoice) -> FormRow:
    """The choice below its label."""
    return FormRow(
        lambda: translate("Panels", "Scale of feelings"),
        choice,
        hint=lambda: translate("Panels", "How scores are written; what was filled in stays."),
        small=True,
    )
