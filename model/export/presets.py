"""What people print a poster for, with the settings that go with it: one table for the dialog and the command line.

PS1  A preset says on what is printed and how large; never what is on the poster.
PS2  What is asked for beside a preset wins: another paper takes the place of its paper or roll, a roll that of its
     tiles.
"""

from __future__ import annotations

from model.export.base import ExportOptions, Option
from model.export.errors import ExportError
from model.i18n import QT_TRANSLATE_NOOP, translate
from model.values import dataclass, replace

SIZES: tuple[Option, ...] = (
    *("paper", "orientation", "tile", "overlap_mm", "margin_mm"),
    *("scale", "note_mm", "roll_mm", "fewer_sheets"),
)
"""What a preset decides (PS1)."""


@dataclass(frozen=True, slots=True)
class Preset:
    """A preset: its id, its name and a line about it (source strings of the context "Presets"), its options."""

    id: str
    label: str
    line: str
    options: ExportOptions

    @property
    def title(self) -> str:
        """The name in the current language."""
        return translate("Presets", self.label)

    @property
    def about(self) -> str:
        """On what it prints, in the current language."""
        return translate("Presets", self.line)


PRESETS: dict[str, Preset] = {
    preset.id: preset
    for preset in (
        Preset(
            "home",
            QT_TRANSLATE_NOOP("Presets", "Home printer"),
            QT_TRANSLATE_NOOP("Presets", "A4 sheets"),
            ExportOptions(paper="A1", tile="A4"),
        ),
        Preset(
            "shop",
            QT_TRANSLATE_NOOP("Presets", "Print shop"),
            QT_TRANSLATE_NOOP("Presets", "One sheet A0"),
            ExportOptions(paper="A0"),
        ),
        Preset(
            "plotter",
            QT_TRANSLATE_NOOP("Presets", "Plotter roll"),
            QT_TRANSLATE_NOOP("Presets", "914 mm wide"),
            ExportOptions(roll_mm=914.0),
        ),
        Preset(
            "handout",
            QT_TRANSLATE_NOOP("Presets", "Handout"),
            QT_TRANSLATE_NOOP("Presets", "One page A3"),
            ExportOptions(paper="A3"),
        ),
    )
}
"""Every preset by its id."""


def with_preset(name: str | None, asked: ExportOptions) -> ExportOptions:
    """``asked`` with what the preset decides beside it (PS2); None for none.  Raises ExportError for an unknown one."""
    if name is None:
        return asked
    preset = PRESETS.get(name.strip().lower())
    if preset is None:
        text = translate("Export", "There is no preset “{name}”; choose one of these: {names}.")
        raise ExportError(text.format(name=name, names=", ".join(PRESETS)))
    given = asked.given()
    taken = preset.options.given() - given
    if given & {"paper", "roll_mm"}:
        taken -= {"paper", "roll_mm"}
    elif "scale" in given and asked.scale != "fit" and preset.options.roll_mm is None:
        taken -= {"paper"}  # at a scale of its own a poster is as large as it has to be
    if "roll_mm" in given:
        taken -= {"tile"}
    if "tile" in given:
        taken -= {"roll_mm"}
    return replace(asked, **{option: getattr(preset.options, option) for option in taken})
