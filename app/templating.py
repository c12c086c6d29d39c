"""What is done with templates: choosing one for a new map, keeping a map as one, renaming, sharing, deleting."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from app.dropping import take_later
from app.filenames import file_filter, file_name
from app.files import listen
from model.files.errors import FileError
from model.files.paths import templates_folder
from model.i18n import translate
from model.owntemplates import (
    SUFFIX,
    as_template,
    discard_template,
    import_template,
    keep_template,
    known_templates,
    own_template,
    own_templates,
    put_back,
    rename_template,
    share_template,
)
from widgets.templates.chooser import TemplateChooser
from widgets.templates.dialogs import DeleteTemplateDialog, KeepTemplateDialog, NewMapDialog, RenameTemplateDialog

if TYPE_CHECKING:
    from app.files import Files
    from app.window import MainWindow


def problems() -> Sequence[str]:
    """A sentence for each file among the user's own templates that is none."""
    return own_templates()[1]


class Templating(QObject):
    """One for the process, at the files."""

    def __init__(self, files: Files) -> None:
        super().__init__(files)
        self._files = files

    # -- a new map -------------------------------------------------------------------------------------------

    def choose(self, window: MainWindow) -> None:
        """The dialog of a new map, over a window that has a map; the new one comes in a window of its own."""
        dialog = NewMapDialog(known_templates, problems, window)
        listen(dialog.chooser, window, self._files)
        dialog.chooser.create_requested.connect(lambda *_: dialog.accept())
        dialog.chooser.create_requested.connect(
            lambda template, title, code: self._files.create(window, template, title, code)
        )
        dialog.chooser.path_dropped.connect(lambda path: self._dropped(dialog, window, path))
        dialog.open()

    def _dropped(self, dialog: NewMapDialog, window: MainWindow, path: str) -> None:
        dialog.accept()
        take_later(self._files, window, [Path(path)])

    def open_file(self, chooser: TemplateChooser, window: MainWindow) -> None:
        """Ask for a template's file and open a new map of it."""
        kinds = file_filter(translate("Templates", "Templates"), SUFFIX)
        heading = translate("Templates", "Open a template")
        chosen, _ = QFileDialog.getOpenFileName(chooser, heading, self._files.folder(), kinds)
        if not chosen:
            return
        self._files.remember_folder(Path(chosen).parent)
        dialog = chooser.window()
        if isinstance(dialog, NewMapDialog):
            dialog.accept()
        self._files.open_path(window, chosen)

    def offer_to_keep(self, window: MainWindow, path: Path) -> None:
        """A map was made of a template's file: it may go among the user's own."""
        if path.parent == templates_folder():
            return
        window.furnish()  # at the start there is a frame only
        window.toasts.show_message(
            lambda: translate("Templates", "A new map from the template “{name}”.").format(name=path.stem),
            kind="done",
            action=lambda: translate("Templates", "Keep the template"),
            run=lambda: self._import(window, path),
        )

    def _import(self, window: MainWindow, path: Path) -> None:
        try:
            import_template(path)
        except FileError as error:
            self._files.tell(str(error), window)
            return
        self._refresh()
        window.toasts.show_message(lambda: translate("Templates", "It is among your templates now."), kind="done")

    # -- keeping a map -----------------------------------------------------------------------------------------

    def keep(self, window: MainWindow) -> None:
        """Ask how to keep the window's map as a template, and keep it."""
        workspace = window.workspace
        if workspace is None:
            return
        workspace.commit()
        document = workspace.bridge.document
        dialog = KeepTemplateDialog(
            document.info.title,
            [template.name for template in own_templates()[0]],
            personas=any(persona.name for persona in document.personas),
            channels=bool(document.channels),
            parent=window,
        )
        dialog.accepted.connect(lambda: self._keep(window, dialog))
        dialog.open()

    def _keep(self, window: MainWindow, dialog: KeepTemplateDialog) -> None:
        workspace = window.workspace
        if workspace is None:
            return
        name = dialog.chosen_name
        template = as_template(
            workspace.bridge.document,
            name,
            dialog.chosen_line,
            notes=dialog.notes.isChecked(),
            personas=dialog.personas.isChecked(),
            channels=dialog.channels.isChecked(),
        )
        old = next((known for known in own_templates()[0] if known.name.casefold() == name.casefold()), None)
        try:
            path = keep_template(template, Path(old.path) if old is not None else None)
        except FileError as error:
            self._files.tell(str(error), window)
            return
        self._refresh(path)
        window.toasts.show_message(
            lambda: translate("Templates", "“{name}” is among your templates now.").format(name=name), kind="done"
        )

    # -- one of the user's own -----------------------------------------------------------------------------------

    def rename(self, chooser: TemplateChooser, window: MainWindow, which: str) -> None:
        """Ask for another name and line of one of the user's own."""
        template = own_template(which)
        if template is None:
            self._refresh()
            return
        dialog = RenameTemplateDialog(template.name, template.description, chooser.window())
        path = Path(template.path)

        def rename() -> None:
            try:
                rename_template(path, dialog.chosen_name, dialog.chosen_line)
            except FileError as error:
                self._files.tell(str(error), window)
            self._refresh(path)

        dialog.accepted.connect(rename)
        dialog.open()

    def share(self, chooser: TemplateChooser, window: MainWindow, which: str) -> None:
        """Ask for a file and save one of the user's own to it."""
        template = own_template(which)
        if template is None:
            self._refresh()
            return
        proposed = Path(self._files.folder()) / (file_name(template.name) + SUFFIX)
        kinds = file_filter(translate("Templates", "Templates"), SUFFIX)
        heading = translate("Templates", "Save the template to a file")
        chosen, _ = QFileDialog.getSaveFileName(chooser, heading, str(proposed), kinds)
        out = self._files.named(chosen, (SUFFIX,), window) if chosen else None
        if out is None:
            return
        try:
            share_template(Path(template.path), out)
        except FileError as error:
            self._files.tell(str(error), window)
            return
        self._files.remember_folder(out.parent)
        chooser.say(lambda: translate("Templates", "Saved as {name}").format(name=out.name))

    def delete(self, chooser: TemplateChooser, window: MainWindow, which: str) -> None:
        """Delete one of the user's own after asking; it can be put back."""
        template = own_template(which)
        if template is None:
            self._refresh()
            return
        dialog = DeleteTemplateDialog(template.name, chooser.window())
        name, path = template.name, Path(template.path)

        def delete() -> None:
            try:
                lies = discard_template(path)
            except FileError as error:
                self._files.tell(str(error), window)
                self._refresh()
                return
            self._refresh()
            chooser.say(
                lambda: translate("Templates", "“{name}” was deleted.").format(name=name),
                lambda: translate("Templates", "Put back"),
                lambda: self.put_back(window, lies),
            )

        dialog.accepted.connect(delete)
        dialog.open()

    def put_back(self, window: MainWindow, lies: Path) -> None:
        """Put a deleted template back."""
        try:
            path = put_back(lies)
        except FileError as error:
            self._files.tell(str(error), window)
            self._refresh()
            return
        self._refresh(path)

    def _refresh(self, chosen: Path | None = None) -> None:
        """Every chooser that is open shows what there is now; one of the user's own may be chosen."""
        which = next((t.id for t in own_templates()[0] if chosen is not None and Path(t.path) == chosen), "")
        for window in self._files.windows():
            for chooser in window.findChildren(TemplateChooser):
                chooser.refresh()
                if which:
                    chooser.choose(which)
