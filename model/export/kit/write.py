"""Writing a paper kit: one file, or a folder with a file for each part."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from model.document import Document
from model.export.base import Made
from model.export.errors import ExportError
from model.export.kit.pdf import KitFile, KitOptions, kit_files, kit_pdf
from model.export.missing import missing_sentences
from model.files.atomic import write_atomic
from model.files.errors import shown_name
from model.i18n import translate


def write_kit(
    document: Document,
    target: str | os.PathLike[str],
    options: KitOptions,
    *,
    split: bool = False,
    before: Callable[[Made], None] | None = None,
) -> Made:
    """Write the kit to ``target``: a file, or with ``split`` a folder, made where there is none, with ``wall.pdf`` and
    so on.

    Everything is made before anything is written; a file is replaced only when the new one is whole.  ``before`` is
    told what was made, and may raise to have nothing written.  Raises ExportError for what cannot be printed and
    WriteError for what cannot be written.
    """
    where = Path(target)
    if not split:
        file = kit_pdf(document, options)
        made = Made(file.data, _sentences([file]))
        if before is not None:
            before(made)
        write_atomic(where, file.data)
        return made
    if where.exists() and not where.is_dir():
        text = translate("Kit", "“{name}” is a file; choose a folder for the parts.")
        raise ExportError(text.format(name=shown_name(where)))
    files = kit_files(document, options)
    made = Made(b"", _sentences([file for _, file in files]))
    if before is not None:
        before(made)
    try:
        where.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        text = translate("Kit", "The folder “{name}” could not be made ({reason}).")
        raise ExportError(text.format(name=shown_name(where), reason=error.strerror)) from error
    for name, file in files:
        write_atomic(where / f"{name}.pdf", file.data)
    return made


def _sentences(files: list[KitFile]) -> tuple[str, ...]:
    """What cannot be printed, each said once."""
    return tuple(dict.fromkeys(sentence for file in files for sentence in missing_sentences(file.missing)))
