"""The look of the organisation on paper, on the page of the map: its logo and its colour."""

from __future__ import annotations

from model.commands.grid import set_fields
from model.commands.pictures import set_logo
from model.draw.house import BadColour, accent_from
from model.draw.theme import tokens
from model.files.drafts import field_key
from model.i18n import translate
from model.records import Asset
from widgets.controls.color_picker import PHASE_SWATCHES
from widgets.controls.form import FormRow
from widgets.panels.fields import LineField
from widgets.panels.page import Tools
from widgets.panels.pieces import ColorButton, Group
from widgets.panels.portrait_field import LogoField


def palette_colors() -> list[str]:
    """The colours of the palette of phases, as they are on paper."""
    return [str(color).upper() for color in tokens()["light"]["phase"]["palette"]]


class HouseGroup(Group):
    """Logo, a colour of the palette, or one of the organisation's own by its digits."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(lambda: translate("Panels", "House style"))
        self._tools = tools
        self._shown: str | None = None
        self.logo = LogoField()
        self.logo.taken.connect(self._logo_taken)
        self.color = ColorButton(PHASE_SWATCHES, lambda: translate("Panels", "Accent colour"))
        self.color.color_chosen.connect(self._color_chosen)
        self.own = LineField(lambda: translate("Panels", "Colour of your own"))
        self.own.committed.connect(self._own_typed)
        self.own.draft_of = lambda: field_key("map", ("map",), "accent")
        self.own_row = FormRow(
            lambda: translate("Panels", "Colour of your own"),
            self.own,
            hint=lambda: translate("Panels", "For the title and the phases on posters and paper kits."),
            small=True,
        )
        self.column.setSpacing(10)
        self.add(
            FormRow(lambda: translate("Panels", "Logo"), self.logo, small=True),
            FormRow(lambda: translate("Panels", "Accent colour"), self.color, small=True),
            self.own_row,
        )

    def refresh(self) -> None:
        """Show the map's."""
        document = self._tools.bridge.document
        accent = document.info.accent
        self.logo.show_picture(document.asset_table.get(document.info.logo or ""))
        known = palette_colors()
        place = known.index(accent.upper()) if accent.upper() in known else None
        value = place if place is not None else accent or None
        self.color.show_color(value, accent or "phase.fill")
        if accent != self._shown:
            self._shown = accent
            self.own.show_value(accent)
            self.own_row.set_error("")

    def _logo_taken(self, asset: object) -> None:
        self._tools.bridge.run(set_logo, asset if isinstance(asset, Asset) else None)

    def _color_chosen(self, color: object) -> None:
        self._put(palette_colors()[color % len(PHASE_SWATCHES)] if isinstance(color, int) else "")

    def _own_typed(self, text: str) -> None:
        try:
            accent = accent_from(text)
        except BadColour as error:
            self.own_row.set_error(str(error))
            return
        self.own_row.set_error("")
        self._put(accent)
        self.own.show_value(accent)

    def _put(self, accent: str) -> None:
        if accent != self._tools.bridge.document.info.accent:
            self._tools.bridge.run(set_fields, "map", "map", accent=accent)
