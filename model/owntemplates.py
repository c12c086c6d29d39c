"""Templates of the user's own: a map without its notes, kept for the next one, or shared as a file.

A template is a file of our own format with the ending .journeytemplate and a header field more::

    "template": {"name": "Intake", "description": "For each first appointment"}

TP1  A template is opened as a new map: with an id of its own, no saves counted, without the header field.  The file of
     the template is never what that map is saved to.
TP2  A map's title, what is said of it, and its notes with all that hangs on them stay out of a template, unless its
     maker asks for the notes.  What could not be read of the map, and might be a note, stays out as well.
TP3  A deleted or replaced template is kept for a while and can be put back.

Listing reads the files as plain JSON: it is asked for before the records are loaded.
"""

from __future__ import annotations

import logging
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from model.files.atomic import ABSENT, read_file, write_atomic
from model.files.errors import ContentError, FileError, shown_name, write_error
from model.files.paths import templates_folder
from model.files.strictjson import read_json
from model.i18n import LANGUAGES, translate
from model.plaintext import clean_text
from model.templates import Template, list_templates, make_from_template, unknown_template

if TYPE_CHECKING:
    from model.document import Document
    from model.files.report import LoadReport
    from model.records import Language, Record

SUFFIX = ".journeytemplate"
"""File name ending of templates."""
HEADER = "template"
"""The header field that makes a map a template."""
MAX_NAME, MAX_LINE = 120, 300
"""Characters of a template's name and of its line."""

_DEFAULTS = {"language": "nl", "order": "V"}
"""What the file leaves out, as :mod:`model.records` has it."""
_LIMIT = 64 * 1024 * 1024
_MOST_PHASES = 200
KEEP_DAYS, _KEEP = 30, 20
"""Deleted templates are kept so many days; the newest ones whatever the clock says."""

_NO_NAMES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
"""Windows has devices of these names."""

log = logging.getLogger(__name__)
_listed: dict[Path, tuple[tuple[int, int], Template]] = {}


# -- what there is ----------------------------------------------------------------------------------------------------


def own_templates() -> tuple[list[Template], list[str]]:
    """The user's own templates by name, and a sentence for each file in their folder that is none.  Never raises."""
    try:
        paths = sorted(path for path in templates_folder().iterdir() if path.suffix.lower() == SUFFIX)
    except OSError:
        return [], []
    found: list[Template] = []
    problems: list[str] = []
    for path in paths:
        try:
            found.append(_read(path))
        except FileError as error:
            problems.append(str(error))
    return sorted(found, key=lambda template: (template.name.casefold(), template.id)), problems


def own_template(template_id: str) -> Template | None:
    """The user's own template with an id."""
    return next((template for template in own_templates()[0] if template.id == template_id), None)


def discarded_templates() -> list[Template]:
    """The templates that were deleted or replaced and can be put back, the latest first.  Never raises."""
    try:
        paths = list((templates_folder() / "discarded").iterdir())
    except OSError:
        return []
    dated: list[tuple[float, str, Template]] = []
    for path in paths:
        try:
            dated.append((path.stat().st_mtime, path.name, _read(path)))
        except (OSError, FileError) as error:
            log.info("a deleted template is left out: %s", type(error).__name__)
    return [template for _, _, template in sorted(dated, key=lambda row: row[:2], reverse=True)]


def own_path(template_id: str) -> Path | None:
    """The file of one of the user's own templates, also where it is gone or broken by now; None for a model's id."""
    if any(template_id == model.id for model in list_templates("en")):
        return None
    found = own_template(template_id)
    return Path(found.path) if found is not None else templates_folder() / f"{template_id}{SUFFIX}"


def known_templates(lang: Language) -> list[Template]:
    """The built-in templates in ``lang``, then the user's own in their own languages."""
    return [*list_templates(lang), *own_templates()[0]]


def _read(path: Path) -> Template:
    """What the chooser shows of a template's file.  Raises ReadError or ContentError."""
    try:
        found = path.stat()
        stamp = (found.st_mtime_ns, found.st_size)
    except OSError:
        stamp = (0, 0)
    known = _listed.get(path)
    if known is not None and known[0] == stamp:
        return known[1]
    raw, _ = read_json(path, _LIMIT)
    if not isinstance(raw, dict) or raw.get("format") != "journeywall":
        raise ContentError(path, _no_template(path))
    template = _shown(path, raw)
    _listed[path] = stamp, template
    return template


def _no_template(path: str | os.PathLike[str]) -> str:
    text = translate("Templates", "“{name}” is no template of Journeywall; choose another file.")
    return text.format(name=shown_name(path))


def _shown(path: Path, raw: dict[str, Any]) -> Template:
    name, line = texts_of(raw.get(HEADER), path)
    phases = _rows(raw, "phases")[:_MOST_PHASES]
    place = {row["id"]: number for number, row in enumerate(phases)}
    steps = [0] * len(phases)
    for row in _rows(raw, "steps"):
        if row.get("phase_id") in place:
            steps[place[row["phase_id"]]] += 1
    info = raw.get("map")
    lang = info.get("language", _DEFAULTS["language"]) if isinstance(info, dict) else None
    stem = path.stem
    return Template(
        f"own-{stem}" if any(stem == model.id for model in list_templates("en")) else stem,
        name,
        line,
        tuple(_word(row, "name") for row in phases),
        prompts=tuple(_word(row, "prompt") for row in phases),
        steps=tuple(max(1, number) for number in steps),
        loops=tuple((place[row["id"]], place[row["loop_to"]]) for row in phases if row.get("loop_to") in place),
        lanes=tuple(_word(row, "kind") for row in _rows(raw, "lanes")),
        channels=tuple(_word(row, "name") for row in _rows(raw, "channels")),
        language=lang if lang in LANGUAGES else "",
        path=str(path),
    )


def _rows(raw: dict[str, Any], table: str) -> list[dict[str, Any]]:
    """The rows of a table that are rows, in map order."""
    value = raw.get(table)
    rows = [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
    kept = [row for row in rows if isinstance(row.get("id"), str) and isinstance(row.get("loop_to", ""), str | None)]
    kept = [row for row in kept if isinstance(row.get("phase_id", ""), str)]
    return sorted(kept, key=lambda row: (_word(row, "order") or _DEFAULTS["order"], row["id"]))


def _word(row: dict[str, Any], key: str) -> str:
    value = row.get(key)
    return value if isinstance(value, str) else ""


def texts_of(header: object, path: str | os.PathLike[str] = "") -> tuple[str, str]:
    """The name and the line in a template's header field; the file's name where it has none that makes sense."""
    said = header if isinstance(header, dict) else {}
    name = one_line(said.get("name"), MAX_NAME)
    return name or one_line(Path(path).stem, MAX_NAME), one_line(said.get("description"), MAX_LINE)


def one_line(value: object, most: int) -> str:
    """A text as one line of at most ``most`` characters; "" for what is no text."""
    return " ".join(clean_text(value).split())[:most].strip() if isinstance(value, str) else ""


# -- from a map to a template, and back -------------------------------------------------------------------------------


def as_template(
    document: Document,
    name: str,
    description: str = "",
    *,
    notes: bool = False,
    personas: bool = True,
    channels: bool = True,
) -> Document:
    """``document`` as a template (TP2).  With ``notes`` personas and channels stay too, since notes refer to
    them; saved filters stay as far as what they ask for does."""
    from model.commands.filters import left_of
    from model.document import Document
    from model.ids import new_id
    from model.records import Persona

    tables: dict[str, dict[str, Record]] = {table: dict(rows) for table, rows in document.tables.items()}
    extra = {key: value for key, value in document.extra.items() if key != HEADER}
    info = document.info.changed(title="")
    if not notes:
        info = info.changed(subtitle="", scope="", next_number=1)
        for table in ("items", "links", "emotions", "actions"):
            tables[table] = {}
        if not personas:
            persona = Persona(id=new_id("persona"))
            tables["personas"] = {persona.id: persona}
        if not channels:
            tables["channels"] = {}
        saved = (left_of(row, tables["personas"], tables["channels"]) for row in document.filters)
        tables["filters"] = {row.id: row for row in saved if row is not None}
        shown = {row.portrait for row in tables["personas"].values() if isinstance(row, Persona)}
        shown.add(info.logo)
        tables["assets"] = {key: row for key, row in tables["assets"].items() if key in shown}
        extra = {key: extra[key] for key in ("format_version", "min_reader") if key in extra}
    tables["map"] = {info.id: info}
    extra[HEADER] = {"name": one_line(name, MAX_NAME), "description": one_line(description, MAX_LINE)}
    return Document(tables, extra=extra, quarantine=document.quarantine if notes else ())


def is_template(document: Document, path: str | os.PathLike[str]) -> bool:
    """Whether what was read from ``path`` is a template: by its header field, or by its ending."""
    return HEADER in document.extra or Path(path).suffix.lower() == SUFFIX


def map_of(template: Document, title: str = "", lang: Language | None = None) -> Document:
    """A new map of a template (TP1), in its language or in ``lang``."""
    from model.document import Document

    info = template.info.changed(title=title or template.info.title, language=lang or template.info.language)
    tables = {**template.tables, "map": {info.id: info}}
    extra = {key: value for key, value in template.extra.items() if key != HEADER}
    return Document(tables, extra=extra, quarantine=template.quarantine)


def open_template(
    path: str | os.PathLike[str], title: str = "", lang: Language | None = None
) -> tuple[Document, LoadReport]:
    """A new map of the template in ``path``.  Raises ReadError or ContentError with one sentence."""
    from model.files.native import load

    loaded = load(path)
    if not is_template(loaded.document, path):
        text = translate("Templates", "“{name}” is a map, not a template; save it as a template first.")
        raise ContentError(path, text.format(name=shown_name(path)))
    return map_of(loaded.document, title, lang), loaded.report


def new_from(which: str, title: str, chosen: Language | None, usual: Language) -> tuple[Document, LoadReport]:
    """A new map of the template ``which``: the id of one, or a file.

    In the language ``chosen``, else in the template's own, which is ``usual`` for the built-in ones.  Raises
    UnknownTemplate, ReadError, and ContentError, also for a damaged template: nobody wants to begin with half of one.
    """
    from model.files.report import LoadReport

    own, _ = own_templates()
    models = [template.id for template in list_templates(usual)]
    if which in models:
        return make_from_template(which, chosen or usual, title), LoadReport()
    path = next((template.path for template in own if template.id == which), None)
    if path is None and (Path(which).suffix or Path(which).name != which):
        path = which
    if path is None:
        raise unknown_template(which, [*models, *(template.id for template in own)])
    document, report = open_template(path, title, chosen)
    if report.damaged:
        raise ContentError(path, report.problems[0].text)
    return document, report


# -- keeping ----------------------------------------------------------------------------------------------------------


def keep_template(template: Document, replacing: Path | None = None) -> Path:
    """Put a template among the user's own, or in the place of the one at ``replacing`` (TP3); its file.

    Raises WriteError or ReadError; nothing is lost then.
    """
    from model.files.native import dumps

    folder = _folder(templates_folder())
    data = dumps(template.saved_as(template.revision + 1))
    if replacing is not None:
        if replacing.exists():
            old, _ = read_file(replacing)
            write_atomic(_free(_folder(folder / "discarded"), replacing.stem), old, expected=ABSENT)
        write_atomic(replacing, data)
        return replacing
    name, _ = texts_of(template.extra.get(HEADER))
    path = _free(folder, _stem(name))
    write_atomic(path, data, expected=ABSENT)
    return path


def import_template(path: str | os.PathLike[str]) -> Path:
    """Put a copy of a template's file among the user's own; its file.  Raises ReadError, ContentError, WriteError."""
    from model.document import Document
    from model.files.native import load

    loaded = load(path)
    held = loaded.document
    name, line = texts_of(held.extra.get(HEADER), path)
    old = held.extra.get(HEADER)
    header = {**(old if isinstance(old, dict) else {}), "name": name, "description": line}
    extra = {**held.extra, HEADER: header}
    return keep_template(Document(held.tables, revision=held.revision, extra=extra, quarantine=held.quarantine))


def write_template(template: Document, path: str | os.PathLike[str], *, replace: bool = False) -> None:
    """Write a template to a file of the user's.  Raises WriteError; ChangedOnDisk where a file stands already."""
    from model.files.native import dumps

    write_atomic(path, dumps(template.saved_as(template.revision + 1)), expected=None if replace else ABSENT)


def share_template(path: Path, out: Path) -> None:
    """Copy a template of the user's own to the file ``out``, which is replaced.  Raises ReadError or WriteError."""
    data, _ = read_file(path)
    write_atomic(out, data)


def rename_template(path: Path, name: str, description: str) -> None:
    """Give a template another name and line.  Raises ReadError, ContentError or WriteError."""
    from model.document import Document
    from model.files.native import load, save

    loaded = load(path)
    old = loaded.document.extra.get(HEADER)
    said = {"name": one_line(name, MAX_NAME), "description": one_line(description, MAX_LINE)}
    changed = Document(
        loaded.document.tables,
        document_id=loaded.document.document_id,
        revision=loaded.document.revision,
        extra={**loaded.document.extra, HEADER: {**(old if isinstance(old, dict) else {}), **said}},
        quarantine=loaded.document.quarantine,
    )
    save(changed, path, expected=loaded.stamp)


def discard_template(path: Path) -> Path:
    """Take a template away, and keep it for a while (TP3); where it lies now.  Raises WriteError."""
    target = _free(_folder(path.parent / "discarded"), path.stem)
    try:
        path.replace(target)
        os.utime(target)
    except OSError as error:
        raise write_error(path, error) from error
    return target


def put_back(discarded: Path) -> Path:
    """Put a discarded template among the others again; its file.  Raises WriteError."""
    target = _free(discarded.parent.parent, discarded.stem)
    try:
        discarded.replace(target)
    except OSError as error:
        raise write_error(discarded, error) from error
    return target


def purge_templates(now: float | None = None) -> int:
    """Delete templates that were discarded more than 30 days ago, never the newest 20; how many.  Never raises."""
    limit = (time.time() if now is None else now) - KEEP_DAYS * 86_400
    gone = 0
    try:
        dated = sorted((path.stat().st_mtime, path) for path in (templates_folder() / "discarded").iterdir())
        for changed, path in dated[:-_KEEP]:
            if changed < limit:
                path.unlink()
                gone += 1
    except FileNotFoundError:
        return gone
    except OSError as error:
        log.warning("discarded templates stay: %s", error.strerror)
    return gone


def _folder(path: Path) -> Path:
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise write_error(path, error) from error
    return path


def _stem(name: str) -> str:
    """A name as the name of a file anywhere: letters a to z, digits, hyphens."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = "".join(letter if letter.isalnum() else " " for letter in plain).split()
    stem = "-".join(words)[:60].strip("-") or "template"
    return f"{stem}-1" if stem in _NO_NAMES else stem


def _free(folder: Path, stem: str) -> Path:
    """A file's path in ``folder`` that is not taken yet, nor the id of a model."""
    taken = {template.id for template in list_templates("en")}
    number, name = 2, stem
    while name in taken or (folder / f"{name}{SUFFIX}").exists():
        name = f"{stem}-{number}"
        number += 1
    return folder / f"{name}{SUFFIX}"
