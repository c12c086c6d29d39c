"""The program's own controls: keyboard-operable, named for screen readers, plain text only, in every language.

==================  ===============================================================================================
labels              PlainLabel, ElidedLabel, SectionHeader, KeyCap, Surface (a ground), Rule (a hairline)
buttons             Button (filled, outlined, quiet, danger, link, footer), IconButton (toolbars)
segmented, switch   Segmented (one of a few), Switch (on or off)
chip, flow, disc    Chip (removable), FlowLayout, NumberDisc
form                FormRow (label, field, hint or error), SwitchRow
search_field        SearchField
faces, severity     FacePicker (-2..+2), SeverityPicker (1..5), both on pick_row
color_picker        ColorPicker with PHASE_SWATCHES or PERSONA_SWATCHES; icon_picker: IconPicker (both on grid_popup)
persona_line        PersonaLine, the sign of a persona beside its name
bar, toast          Bar and BarStack (stay until solved), ToastStack (go by themselves)
empty               EmptyState, IconMark
dialog              Dialog, the frame of dialogs: corners, shadow, scrim
command_palette     CommandPalette over a list of Command; fuzzy: how commands are found
==================  ===============================================================================================

A text is given as ``str`` (the user's own words) or as a call that translates: ``lambda: translate("Start", "...")``;
then it follows a change of language (:mod:`widgets.look.language`).  Colours are chosen in :mod:`widgets.look` only.
"""
