"""The importers, by kind and by a file's suffix.  The command line and the editor read this table."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from model.document import Document
from model.files.atomic import read_file
from model.files.errors import shown_name
from model.files.native import SUFFIXES, loads
from model.files.strictjson import decode
from model.i18n import QT_TRANSLATE_NOOP, translate
from model.importers.markdown import read_markdown
from model.importers.mermaid import read_mermaid
from model.importers.report import Finding, ImportReport
from model.records import TABLES, Language
from model.values import dataclass

SIZE_LIMIT = 20 * 1024 * 1024
"""Bytes; a diagram larger than this is none."""


@dataclass(frozen=True, slots=True)
class Importer:
    """A kind of source.

    ``label`` is a source string of the context "Import"; ``read`` gets the bytes, the file's name for sentences and
    the language of the new map; ``limit`` is in bytes.
    """

    id: str
    label: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str, Language], tuple[Document, ImportReport]]
    limit: int = SIZE_LIMIT

    @property
    def title(self) -> str:
        """The kind's name in the current language."""
        return translate("Import", self.label)


def _mermaid(data: bytes, name: str, language: Language) -> tuple[Document, ImportReport]:
    return read_mermaid(decode(data, name), language, name=name)


def _markdown(data: bytes, name: str, language: Language) -> tuple[Document, ImportReport]:
    return read_markdown(decode(data, name), language, name=name)


def _json(data: bytes, name: str, _language: Language) -> tuple[Document, ImportReport]:
    """A map of our own, as a new map: what had to be put aside or mended is a finding."""
    found, loaded = loads(data, name)
    document = Document(
        {table: found.tables[table] for table in TABLES}, extra=found.extra, quarantine=found.quarantine
    )
    report = ImportReport()
    for problem in loaded.problems:
        target = report.notices if problem.severity == "notice" else report.findings
        target.append(Finding(problem.line or 0, problem.text))
    report.finish()
    return document, report


def _poster(data: bytes, name: str, _language: Language) -> tuple[Document, ImportReport]:
    from model.importers.posterfile import read_poster  # the other kinds need none of it

    return read_poster(data, name)


IMPORTERS: dict[str, Importer] = {
    importer.id: importer
    for importer in (
        Importer("mermaid", QT_TRANSLATE_NOOP("Import", "Mermaid journey"), (".mmd", ".mermaid"), _mermaid),
        Importer("markdown", QT_TRANSLATE_NOOP("Import", "Markdown with a journey"), (".md", ".markdown"), _markdown),
        Importer("poster", QT_TRANSLATE_NOOP("Import", "Poster with its map"), (".pdf",), _poster, 250 * 1024 * 1024),
        Importer("json", QT_TRANSLATE_NOOP("Import", "Journeywall map"), SUFFIXES, _json, 250 * 1024 * 1024),
    )
}
"""Every importer by its id."""


class UnknownKind(ValueError):
    """Nobody reads or writes this kind; ``str()`` is the sentence for the user."""


def importer_for(path: str | os.PathLike[str], kind: str | None = None) -> Importer:
    """The importer of ``kind`` (an id, or a suffix without its dot), or else of the file's suffix.

    Raises UnknownKind.
    """
    wanted = kind.lower() if kind is not None else Path(path).suffix.lower()
    for importer in IMPORTERS.values():
        if wanted == importer.id or wanted in importer.suffixes or f".{wanted}" in importer.suffixes:
            return importer
    if kind is not None:
        text = translate("Import", "“{kind}” cannot be imported; choose one of these: {kinds}.")
        raise UnknownKind(text.format(kind=kind, kinds=", ".join(IMPORTERS)))
    known = ", ".join(suffix for importer in IMPORTERS.values() for suffix in importer.suffixes)
    text = translate("Import", "“{name}” is of a kind that cannot be imported; choose a file of these: {kinds}.")
    raise UnknownKind(text.format(name=shown_name(path), kinds=known))


def import_file(
    path: str | os.PathLike[str], kind: str | None = None, language: Language = "nl"
) -> tuple[Document, ImportReport]:
    """The map in a foreign file and what there is to tell.

    Raises UnknownKind, ReadError (not there, too large) and ContentError (not what it should be); never writes.
    """
    importer = importer_for(path, kind)
    data, _ = read_file(path, importer.limit)
    return importer.read(data, os.fspath(path), language)
