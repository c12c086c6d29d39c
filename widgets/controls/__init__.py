"""The program's own controls: keyboard-operable, named for screen readers, plain text only, in every language.

==================  ===============================================================================================
labels              PlainLabel, ElidedLabel, SectionHeader, KeyCap, Surface (a ground), Rule (a hairline)
buttons             Button (filled, outlined, quiet, danger, link, footer), IconButton (toolbars)
segmented, switch   Segmented (one of a few), Switch (on or off)
chip, flow, disc    Chip (removable), FlowLayout, NumberDisc
form                FormRow (label, field, hint or error), SwitchRow
search_field        SearchField
choice              ChoicePicker (one of a few, or none), ChoiceToggles (any of some)
faces, severity     FacePicker (-2..+2), SeverityPicker (1..5); scale: ScalePicker (any short range), all on pick_row
suggest, calendar   Suggestions below a field, Calendar to choose a day from
picture             Thumbnail (opens, removable), Portrait (a disc), LogoView (whole, on white)
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
