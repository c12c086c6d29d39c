"""Every reader of what comes from outside, in one table, and what may come of anything that is given to it.

A reader opens what it is given, opens it with a list of what was put aside or mended, or refuses it in one sentence
(for the program's own files: passes over it, with a sentence or without).  Nothing else: no other error, no file but
the one it was given, no socket, no process.

A reader that is new joins by a row of :data:`READERS`: its sound samples, how it is called, and its ``doors``: the
functions of the program where bytes come in, as ``module:name``.  A test looks through the code for such doors and
wants each in a row here or, with a reason, in :data:`NO_READERS`.
"""

from __future__ import annotations

import json
import os
import socket
import time
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from model.document import Document
from model.files import native
from model.files.sessions import read_info
from model.i18n import speaking
from model.importers.posterfile import child_command
from mutants import any_bytes, json_values, lines_of_text, picture_parts, pictures_of_a_map, sealed_lines
from reader_base import Reader
from reader_own_files import (
    far_stage,
    lock_samples,
    lock_stage,
    recent_stage,
    session_folder,
    session_stage,
    session_with,
    settings_stage,
    version_file,
    version_of,
    version_samples,
)
from reader_pastes import (
    anything_dropped,
    cards_stage,
    clipboard_cards,
    clipboard_text,
    dropped_lists,
    named_stage,
    pasted_lines,
    pasted_table,
    tables_stage,
    texts_stage,
)
from reader_samples import diagrams, map_with_a_picture_of_each_kind, maps, pictures, posters_with_maps, templates
from reader_stages import (
    checked_stage,
    copies_stage,
    file_stage,
    font_stage,
    fonts,
    for_newer,
    imported_stage,
    kept_template,
    loaded_stage,
    map_stage,
    motion_stage,
    pdf_stage,
    picture_file,
    picture_in_a_map,
    picture_stage,
    print_samples,
    print_stage,
    saved_in_place,
    template_stage,
    viewed_stage,
)

# -- the table -------------------------------------------------------------------------------------------------

_JSON = (json_values, json_values, json_values, any_bytes)
_TEXT = (lines_of_text, lines_of_text, any_bytes)


def _setting_samples() -> Mapping[str, bytes]:
    value = {
        "language": "nl", "theme": "dark", "folder": "/tmp", "links": "paths", "fields": ["owner"],
        "view": {"aimed": True, "evidence": False}, "replace": 3, "window": [0, 0, 900, 700],
        "panels": {"left": 200, "right": [1, 2]},
    }  # fmt: skip
    return {"all": json.dumps(value).encode(), "none": b"{}"}


def _recent_samples() -> Mapping[str, bytes]:
    rows = [{"path": f"/tmp/{i}.journey", "title": f"Kaart {i}", "document_id": "x"} for i in range(5)]
    return {"five": json.dumps({"files": rows}).encode()}


@cache
def _far_samples() -> Mapping[str, bytes]:
    from model.draw.far import far_map, to_json
    from model.layout.arrange import lay_out

    return {"said": to_json(far_map(lay_out(native.loads(maps()["said"])[0]))).encode()}


READERS: tuple[Reader, ...] = (
    Reader(
        "map",
        (
            "model.files.strictjson:decode",
            "model.files.strictjson:parse_text",
            "model.files.strictjson:scan",
            "model.files.lines:_record_lines",
            "model.files.lines:salvage",
        ),
        maps,
        map_stage,
        _JSON,
        weight=7,
    ),
    Reader(
        "map file",
        ("model.files.atomic:_read_once", "model.files.native:load"),
        maps,
        lambda data, room: file_stage(data, room, "wall.journey", loaded_stage),
        _JSON,
    ),
    Reader(
        "save in place",
        ("model.files.native:_finish_interrupted",),
        maps,
        saved_in_place,
        _JSON,
        weight=1,
    ),
    Reader(
        "check and info",
        (),
        maps,
        checked_stage,
        _JSON,
        weight=1,
    ),
    Reader(
        "template",
        ("model.owntemplates:_read", "model.files.strictjson:read_json"),
        templates,
        template_stage,
        _JSON,
        home=True,
    ),
    Reader(
        "template from elsewhere",
        ("model.owntemplates:share_template",),
        templates,
        kept_template,
        _JSON,
        writes=True,
        home=True,
        weight=1,
    ),
    Reader(
        "journal",
        ("model.files.recovery:_read_journal", "model.files.journal_lines:_decode"),
        lambda: {"edits": session_stage()["journal-000001.jsonl"]},
        session_with("journal-000001.jsonl"),
        (sealed_lines, sealed_lines, any_bytes),
        writes=True,
        home=True,
        weight=4,
    ),
    Reader(
        "base of a journal",
        ("model.files.recovery:recover",),
        lambda: {"base": session_stage()["base-000001.json"]},
        session_with("base-000001.json"),
        _JSON,
        writes=True,
        home=True,
        weight=1,
    ),
    Reader(
        "session",
        ("model.files.sessions:read_info",),
        lambda: {
            "elsewhere": session_stage()["session.json"],
            "here": session_stage()["session.json"].replace(b'"elders"', json.dumps(socket.gethostname()).encode()),
        },
        session_with("session.json"),
        _JSON,
        writes=True,
        home=True,
        given=lambda _data, room: (read_info(session_folder(room)).path,),  # the map that the session is of
        weight=1,
    ),
    Reader(
        "lock",
        ("model.files.locks:_look_at", "model.files.holder:parse_holder"),
        lock_samples,
        lock_stage,
        _JSON,
        writes=True,
        weight=1,
    ),
    Reader(
        "settings",
        ("app.settings:Settings._read",),
        _setting_samples,
        settings_stage,
        _JSON,
        writes=True,
        home=True,
        weight=1,
    ),
    Reader(
        "recent",
        ("model.files.store:JsonStore.read",),
        _recent_samples,
        recent_stage,
        _JSON,
        writes=True,
        home=True,
        weight=1,
    ),
    Reader(
        "map from far away",
        ("app.mappictures:_read", "model.draw.far:from_json"),
        _far_samples,
        far_stage,
        _JSON,
        home=True,
    ),
    Reader(
        "mermaid",
        ("model.importers.base:import_file",),
        lambda: diagrams(".mmd"),
        lambda data, room: file_stage(data, room, "reis.mmd", imported_stage),
        _TEXT,
        weight=5,
    ),
    Reader(
        "markdown",
        ("model.importers.base:import_file",),
        lambda: diagrams(".md"),
        lambda data, room: file_stage(data, room, "reis.md", imported_stage),
        _TEXT,
        weight=3,
    ),
    Reader(
        "poster",
        ("model.importers.posterfile:_carried", "model.importers.posterfile:_unpacked"),
        posters_with_maps,
        lambda data, room: file_stage(data, room, "poster.pdf", imported_stage),
        (any_bytes,),
        starts=child_command,
        weight=1,
    ),
    Reader(
        "files in a PDF",
        ("model.importers.pdfchild:files_in",),
        posters_with_maps,
        pdf_stage,
        (any_bytes,),
        weight=2,
    ),
    Reader(
        "json import",
        ("model.importers.base:import_file",),
        maps,
        lambda data, room: file_stage(data, room, "kaart.json", imported_stage),
        _JSON,
        weight=1,
    ),
    Reader(
        "version",
        (
            "model.files.version_files:unpack",
            "model.files.version_files:read_head",
            "model.files.version_files:_head",
            "model.files.version_files:unpack_rest",
        ),
        version_samples,
        version_file,
    ),
    Reader(
        "content of a version",
        ("model.files.version_files:title_in",),
        maps,
        version_of,
        _JSON,
        weight=1,
    ),
    Reader(
        "picture",
        ("model.pictures:read_picture",),
        pictures,
        picture_stage,
        (picture_parts, any_bytes),
        weight=6,
    ),
    Reader("picture file", ("model.pictures:read_picture_file",), pictures, picture_file, (picture_parts, any_bytes)),
    Reader(
        "picture in a map",
        (
            "model.pictures:picture_bytes",
            "model.checks.pictures:picture_fault",
            "model.checks.pictures:_read",
            "model.export.pdf_pictures:pdf_picture",
            "model.export.xlsx_pictures:_thumbnail",
            "widgets.look.decoding:decode",
        ),
        map_with_a_picture_of_each_kind,
        picture_in_a_map,
        (pictures_of_a_map,),
        weight=5,
    ),
    Reader(
        "cards on the clipboard",
        ("widgets.canvas.mime:payload_from_mime",),
        cards_stage,
        clipboard_cards,
        _JSON,
        weight=4,
    ),
    Reader("text on the clipboard", ("widgets.canvas.mime:cells_from_mime",), texts_stage, clipboard_text, _TEXT),
    Reader(
        "pasted table",
        ("widgets.canvas.mime:cells_from_mime",),
        tables_stage,
        pasted_table,
        (*_TEXT, lines_of_text),
        weight=4,
    ),
    Reader("pasted list", ("model.importers.lines:cards_from_lines",), texts_stage, pasted_lines, _TEXT),
    Reader(
        "anything dropped",
        ("app.dropping:dropped_paths", "widgets.picture_reader:_files"),
        dropped_lists,
        anything_dropped,
        _TEXT,
        given=named_stage,
        weight=1,
    ),
    Reader(
        "last print",
        ("model.files.prints:last_print",),
        print_samples,
        print_stage,
        (any_bytes,),
        home=True,
        weight=1,
    ),
    Reader(
        "font",
        ("model.text.installed:usable",),
        fonts,
        font_stage,
        weight=1,
    ),
    Reader(
        "setting of the desktop",
        ("widgets.look.motion:_setting",),
        lambda: {"gtk": b"[Settings]\ngtk-enable-animations=0\n[KDE]\nAnimationDurationFactor=0\n"},
        motion_stage,
        _TEXT,
        weight=1,
    ),
    Reader(
        "map for a newer program",
        ("model.files.native:view",),
        lambda: {"newer": for_newer()},
        lambda data, room: file_stage(data, room, "wall.journey", viewed_stage),
        _JSON,
        weight=1,
    ),
    Reader(
        "copies of a sync folder",
        ("model.files.copies:_document_id", "model.files.versions:id_in"),
        maps,
        copies_stage,
        _JSON,
        weight=1,
    ),
)
"""Every reader of what comes from outside."""


def reader(name: str) -> Reader:
    """The row with a name."""
    return next(row for row in READERS if row.name == name)


@dataclass(slots=True)
class Reading:
    """How one input was read; ``fault`` says what is wrong with that, or is empty."""

    outcome: str = ""
    fault: str = ""
    seconds: float = 0.0
    document: Document | None = field(default=None, repr=False)


def take(row: Reader, data: bytes, room: Path, *, seconds: float = 2.0, language: str = "en") -> Reading:
    """Give ``data`` to a reader, watched and timed in seconds of the processor.  Never raises."""
    from guard import Reached, watched

    reading = Reading()
    home = os.environ.get("JOURNEYWALL_HOME")
    if row.home:
        os.environ["JOURNEYWALL_HOME"] = str(room)
    try:
        call = row.stage(data, room)
        given = row.given(data, room)
        with speaking(language), watched(room, writes=row.writes, given=given, starts=row.starts()) as touched:
            begin = time.process_time()
            try:
                result = call()
            finally:
                reading.seconds = time.process_time() - begin
        reading.outcome, reading.document = result.outcome, result.document
        result.holds()
        if touched:
            reading.fault = f"reached for {touched[0]}"
        elif reading.seconds > seconds:
            reading.fault = f"took {reading.seconds:.1f} s"
    except Reached as reached:
        reading.fault = f"reached for {reached}"
    except MemoryError:
        reading.fault = "out of memory"
    except Exception as error:  # whatever a reader lets through is what is looked for
        where = traceback.extract_tb(error.__traceback__)[-1]
        reading.fault = f"{type(error).__name__} at {Path(where.filename).name}:{where.lineno}: {str(error)[:200]}"
    finally:
        if row.home and home is not None:
            os.environ["JOURNEYWALL_HOME"] = home
    return reading


_OWN = "reads what is part of the program"
_FINDS = "gives the bytes to the reader above that is named for them"
_COPIES = "puts something on the clipboard"
_ASKS = "asks what there is, and reads none of it"
_COMPARES = "compares bytes, and takes none of them for anything"
_SYSTEM = "asks the system, and takes any answer for a name"

NO_READERS: Mapping[str, str] = {
    "app.cli:_export": _COMPARES,
    "app.cli_versions:versions_of": _FINDS,
    "app.dropping:accept": _FINDS,
    "model.check:_same_bytes": _COMPARES,
    "app.forgetting:_id_of": _FINDS,
    "app.handlers:Handlers.paste_lines": _FINDS,
    "app.mappictures:_example_file": _OWN,
    "widgets.canvas.mime:clipboard_mime": _FINDS,
    "app.picturecopy:PictureCopier._take": _COPIES,
    "app.picturecopy:PictureCopier.copy.make": "shows a picture that this program made a moment ago",
    "app.sessionend:SessionEnd._end": "reads that a byte came through a pipe of its own",
    "app.qtloading:read": _OWN,
    "app.textfields:field_can": _ASKS,
    "model.files.drafts:parse_key": "takes apart the key of a draft, which the readers of journals hand it",
    "model.draw.icons:": _OWN,
    "model.draw.theme:tokens": _OWN,
    "model.export.pdf:read_font": _OWN,
    "model.files.atomic:_given_back": _COMPARES,
    "model.files.atomic:_verify": _COMPARES,
    "model.files.atomic:_write_in_place": _COMPARES,
    "model.files.atomic:stamp_of": _COMPARES,
    "model.files.forget:_clean_logs": _COMPARES,
    "model.files.generation:Generation.prepare": "opens a journal to write it",
    "model.files.holder:_token": _SYSTEM,
    "model.files.keeping:_written": _COMPARES,
    "model.files.keeping:keep_replaced": _FINDS,
    "model.files.locks:Lock._look": _FINDS,
    "model.files.locks:_claim": _FINDS,
    "model.files.sessions:process_start": _SYSTEM,
    "model.files.syncing:require_synced": "opens a folder to sync it",
    "model.files.syncing:sync_folder": "opens a folder to sync it",
    "model.i18n:_contexts": _OWN,
    "model.owntemplates:keep_template": _COMPARES,
    "model.templates:_all": _OWN,
    "model.text.hyphens:_hyphenator": _OWN,
    "model.text.sfnt:read_letters": _OWN,
    "model.text.sfnt:read_units": _OWN,
    "widgets.dialogs.exports.print_send:whole": "reads the pages that Qt wrote a moment ago",
    "widgets.canvas.clipboard:copy": _COPIES,
    "widgets.canvas.mime:holds_text": _ASKS,
    "widgets.canvas.edit.writer:Writer.copy": _COPIES,
    "widgets.canvas.edit.writer:Writer.paste": _FINDS,
    "widgets.canvas.incoming:Incoming.drop": _FINDS,
    "widgets.canvas.incoming:Incoming.enter": _FINDS,
    "widgets.canvas.picturing:holds_picture": _ASKS,
    "widgets.canvas.picturing:picture_files": _ASKS,
    "widgets.dialogs.exports.press:read_sheets": "shows a workbook that this program made a moment ago",
    "widgets.dialogs.findings:FindingsDialog.copy": _COPIES,
    "widgets.dialogs.messages:ErrorMessage.__init__": _COPIES,
    "widgets.lists.table:ListTableView.copy": _COPIES,
    "widgets.look.fonts:_register": _OWN,
    "widgets.panels.inspector_card:CardPage._take_pictures": _ASKS,
    "widgets.panels.note_list:NoteList.copy_chosen": _COPIES,
    "widgets.panels.note_landing:LandingList.dragEnterEvent": _ASKS,
    "widgets.panels.note_landing:LandingList.dropEvent": _FINDS,
    "widgets.picture_reader:PictureTarget._key": _FINDS,
    "widgets.picture_reader:PictureTarget.eventFilter": _FINDS,
    "widgets.scribe.field:ScribeField.paste": _FINDS,
    "widgets.templates.chooser:_dropped": _FINDS,
}
"""Functions that read bytes, or something like it, and are no way in: why not."""
