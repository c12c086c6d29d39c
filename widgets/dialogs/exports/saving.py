"""Where an export goes, and the job that writes it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from model.document import Document
from model.export.base import Made, exporter_for
from model.export.kit.write import write_kit
from model.export.split import make_split, together, write_split
from model.files.errors import FileError
from model.files.prints import remember_print, remember_settings
from model.i18n import translate
from model.progress import checkpoint
from widgets.controls.bar import Bar, BarStack
from widgets.controls.texts import TextSource
from widgets.dialogs.exports.forms import Form
from widgets.dialogs.exports.kinds import KINDS, Kind
from widgets.dialogs.exports.kit_form import KitForm
from widgets.dialogs.exports.poster_form import PosterForm
from widgets.dialogs.exports.remembered import State


def ask_folder(parent: QWidget, form: Form, folder: Path) -> Path | None:
    """The folder for the parts of a kit, or for several posters; files of the same names in it are replaced."""
    if isinstance(form, KitForm):
        words = translate("ExportDialog", "A folder for the parts of the kit")
    else:
        words = translate("ExportDialog", "A folder for the posters")
    chosen = QFileDialog.getExistingDirectory(parent, words, str(folder))
    return Path(chosen) if chosen else None


Solution = tuple[TextSource, Callable[[], object]]
"""A button that solves what went wrong: its words, and what it does."""

_PAPERS = (".doc", ".docx", ".eps", ".odp", ".ods", ".odt", ".pdf", ".ppt", ".pptx", ".ps", ".xls", ".xlsm", ".xlsx")
_PICTURES = (".ai", ".bmp", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".tif", ".tiff", ".webp")
_TEXTS = (".csv", ".htm", ".html", ".journey", ".json", ".markdown", ".md", ".mermaid", ".mmd", ".tsv", ".txt", ".zip")
_ENDINGS = frozenset((*_PAPERS, *_PICTURES, *_TEXTS))
"""What ends the name of a file of some kind; anything else behind a point belongs to the name ("v1.2")."""


def ended(path: Path, suffix: str) -> Path:
    """The path with this suffix: in the place of that of another kind, else behind the name."""
    own = path.suffix.lower()
    if own == suffix:
        return path
    return path.with_suffix(suffix) if own in _ENDINGS else path.with_name(path.name + suffix)


def other_page(path: Path, kind: Kind, pages: Collection[str]) -> str:
    """The page of the dialog that makes files as this name asks for; "" where the page of ``kind`` does, or none."""
    own = path.suffix.lower()
    fitting = (page for page in pages if KINDS[page].suffix == own)
    return "" if own == kind.suffix else next(fitting, "")


def wrong_name(kind: Kind, path: Path, page: str) -> str:
    """The sentence about a name that is one of the files of another page."""
    text = translate(
        "ExportDialog",
        "Here {suffix} files are made, and “{name}” is none. End the name in {suffix}, or choose “{page}” above.",
    )
    return text.format(name=path.name, suffix=kind.suffix, page=page)


def ask_file(parent: QWidget, kind: Kind, words: str, proposed: Path, pages: Collection[str] = ()) -> Path | None:
    """The file to write, with the kind's suffix; with that of another of ``pages`` where it was asked for."""
    suffix = kind.suffix
    path = proposed.with_name(proposed.name + suffix)
    kinds = f"{kind.files()} (*{suffix})"
    while True:
        chosen, _ = QFileDialog.getSaveFileName(parent, words, str(path), kinds)
        if not chosen:
            return None
        if other_page(Path(chosen), kind, pages):
            return Path(chosen)
        path = ended(Path(chosen), suffix)
        if str(path) == chosen or not path.exists():
            return path
        # The system asked about another name than this one: let it ask again before anything is replaced.


def in_folder(form: Form) -> bool:
    """Whether several files are written."""
    return (isinstance(form, KitForm) and form.split) or (isinstance(form, PosterForm) and form.count > 1)


def job_of(document: Document, form: Form, kind: Kind, path: Path, name: str) -> Callable[[], Made]:
    """What writes it; ``path`` is a folder where there are several files, and these have ``name`` then.

    The job raises ExportError, FileError, or Cancelled with nothing written.
    """
    options = form.options()
    if isinstance(form, KitForm):
        kit, split = form.wish(), form.split
        return lambda: write_kit(document, path, kit, split=split)
    posters = form.count if isinstance(form, PosterForm) else 1
    file = path / (name + kind.suffix) if posters > 1 else path

    keep = printed_job(document, form)

    def write() -> Made:
        files = make_split(exporter_for(file, kind.exporter), document, options, posters)
        checkpoint()
        write_split(file, files)
        names = (files[0].report or {}).get("changed_sheets")
        keep(tuple(names) if isinstance(names, list) else ())
        return together(files)

    return write


def printed_job(document: Document, form: Form, skipped: Sequence[int] = ()) -> Callable[[Sequence[str]], None]:
    """What remembers a print on sheets, for a reprint; it is told which sheets changed, where only these are printed.
    Where sheets were ``skipped``, pages from 0, older ones hang there still: the print before is what is remembered.

    The print itself is done: where it cannot be remembered, the next one offers an earlier map to be chosen.
    """
    options = form.options()
    first = 0 if options.assembly is False else 1  # the page that says how they hang is none of them
    if not isinstance(form, PosterForm) or not options.tile or form.count > 1 or any(i >= first for i in skipped):
        return lambda _changed: None
    settings, kept = form.print_state(), form.reprint.kept

    def keep(changed: Sequence[str]) -> None:
        try:
            if options.before is None or not kept:
                remember_print(document, settings)
            else:
                anew = dict.fromkeys((*(options.anew or ()), *changed))
                remember_print(options.before, settings, anew=tuple(anew))
        except FileError:
            return

    return keep


def remember(document_id: str, settings: State, changed: Mapping[str, State]) -> State:
    """Keep the settings of the pages that were changed beside those of the others; the map itself never has them.

    Answers what is kept now.  Where it cannot be, the dialog begins next time as it always does.
    """
    if not changed:
        return settings
    now = {**settings, **changed}
    try:
        remember_settings(document_id, now)
    except FileError:
        return settings
    return now


def trouble(
    bars: BarStack,
    key: str,
    title: TextSource,
    sentence: str,
    solve: Solution | None = None,
) -> None:
    """Show a red bar that says what went wrong, perhaps with a button that solves it, and with a cross."""
    bar = Bar("danger", "alert-triangle", title, sentence)
    if solve is not None:
        bar.add_button(*solve)
    bar.add_close(lambda: translate("Dialogs", "Close"), lambda: bars.remove_bar(key))
    bars.show_bar(key, bar)
