"""Before several files are written into a folder: those of the same names in it, which may be anybody's."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from model.export.split import poster_names
from model.files.errors import shown_name
from model.i18n import translate
from widgets.controls.buttons import Button
from widgets.controls.labels import PlainLabel
from widgets.dialogs.base import BaseDialog
from widgets.dialogs.exports.forms import Form
from widgets.dialogs.exports.kit_form import KitForm
from widgets.dialogs.exports.poster_form import PosterForm

_MOST_NAMED = 6


def files_of(form: Form, folder: Path, name: str) -> tuple[Path, ...]:
    """The files that are written into ``folder``: those of the kit's parts, or posters called ``name``."""
    if isinstance(form, KitForm):
        return tuple(folder / f"{part}.pdf" for part in form.chosen())
    return poster_names(folder / f"{name}.pdf", form.count) if isinstance(form, PosterForm) else ()


class ReplaceQuestion(BaseDialog):
    """Whether to replace the files of these names.  Esc and Enter keep them."""

    def __init__(self, folder: str, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(lambda: translate("ExportDialog", "These files are there already"), parent, width=480)
        shown = ", ".join((*names[:_MOST_NAMED], *(("…",) if len(names) > _MOST_NAMED else ())))
        words = PlainLabel(
            lambda: translate(
                "ExportDialog", "%n file(s) in “{folder}” will be replaced: {names}.", n=len(names)
            ).format(folder=folder, names=shown),
            wrap=True,
        )
        self.body.addWidget(words)
        self.back = self.add_button(Button(lambda: translate("ExportDialog", "Back"), "filled"))
        self.on = self.add_button(Button(lambda: translate("ExportDialog", "Replace")))
        self.back.clicked.connect(lambda _checked=False: self.reject())
        self.on.clicked.connect(lambda _checked=False: self.accept())
        self.set_default(self.back)


def may_replace(files: Sequence[Path], parent: QWidget) -> bool:
    """Whether none of them is there, or the user says so."""
    there = [file for file in files if file.exists()]
    if not there:
        return True
    return bool(ReplaceQuestion(shown_name(there[0].parent), [file.name for file in there], parent).exec())
