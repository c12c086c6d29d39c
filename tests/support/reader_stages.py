"""How an input is given to each reader: where it is put, how it is read, and what must hold of what comes of it.

The table of them stands in readers.py.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, Literal

from model.changes import ChangeSet, apply
from model.document import Document
from model.files import native
from model.files.errors import FileError
from model.files.journal_lines import encode_record
from model.files.recovery import FoundSession, find_sessions, recently_discarded, recover, tidy
from model.files.sessions import read_info
from model.files.store import RecentFiles
from model.importers.base import import_file
from model.importers.lines import MAX_CARDS, cards_from_lines
from model.invariants import violations
from model.pictures import NotAPicture, picture_bytes, read_picture, read_picture_file
from mutants import (
    MARKUP,
    Mutator,
    any_bytes,
)

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

Outcome = Literal["opened", "listed", "refused"]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of an input, the map that was opened, to be looked over, and what must hold of it besides."""

    outcome: Outcome
    document: Document | None = None
    holds: Callable[[], None] = lambda: None


Call = Callable[[], Result]


@dataclass(frozen=True, slots=True)
class Reader:
    """One way in.

    ``samples`` are sound inputs by name.  ``stage(data, room)`` puts the input where it belongs, in the empty folder
    ``room`` if it is a file, and gives the call that reads it; only the call is watched and timed.  ``writes`` says
    that reading may change files of the room (a broken settings file is set aside).
    """

    name: str
    doors: tuple[str, ...]
    samples: Callable[[], Mapping[str, bytes]]
    stage: Callable[[bytes, Path], Call]
    mutators: tuple[Mutator, ...] = (any_bytes,)
    writes: bool = False
    home: bool = False
    """Whether the program's own folders are in the room while it reads."""
    weight: int = 2
    """How often it is taken, beside the others."""
    given: Callable[[bytes, Path], tuple[str, ...]] = lambda _data, _room: ()
    """The files elsewhere that the input is a list of: whoever drops them asks for them to be read."""
    starts: Callable[[], Sequence[str]] = tuple
    """The one process, by its words, that it starts to read in."""


def sentence(error: BaseException, name: str = "") -> None:
    """An error's text is one sentence for a user, and names the file where there is one."""
    text = str(error)
    assert text.strip(), "no sentence"
    assert "\n" not in text, text
    assert len(text) < 1_000, text[:200]
    assert "Traceback" not in text
    assert name in text, (name, text[:200])


def _opened(document: Document, serious: object) -> Result:
    assert violations(document) == []
    return Result("listed" if serious else "opened", document)


# -- samples ---------------------------------------------------------------------------------------------------


_RANDOM_ID = re.compile(
    rb"\b(phase|step|lane|persona|channel|item|link|emotion|action)-[0-9a-z]{16}\b"
    rb"|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
)


def settled(data: bytes) -> bytes:
    """``data`` with the same ids each time it is made, so that a mutant follows from its seed; without integrity."""
    known: dict[bytes, bytes] = {}

    def named(match: re.Match[bytes]) -> bytes:
        if match.group(1) is None:
            return b"3f0c1f6e-6d1e-4b7e-9a53-2f6f3ad1c0de"
        return known.setdefault(match.group(), b"%b-%d" % (match.group(1), len(known)))

    return re.sub(rb',\n"integrity": "[^"]*"', b"", _RANDOM_ID.sub(named, data))


@cache
def maps() -> Mapping[str, bytes]:
    """Sound maps: with every kind of record, every field, links of each kind, pictures."""
    from action_maps import map_with_actions
    from hostile import lines, linked, sound
    from linked_maps import linked_map
    from maps import full_map
    from said_maps import said_map

    found = {
        "full": full_map().document,
        "said": said_map(),
        "linked": linked_map().document(),
        "actions": map_with_actions(4).document,
    }
    written = {name: settled(native.dumps(document, saved_by={})) for name, document in found.items()}
    newer = {**sound(), "format_version": 9, "moods": [{"id": "m"}]}
    return {**written, "small": lines(sound()), "links": linked(), "newer": lines(newer)}


def templates() -> Mapping[str, bytes]:
    from hostile import template

    return {"small": template({"name": "Intake", "description": "Voor elk gesprek"}), "full": _as_template()}


@cache
def _as_template() -> bytes:
    from model.owntemplates import as_template

    document, _ = native.loads(maps()["said"])
    return settled(native.dumps(as_template(document, "Alles", "Van alles", notes=True), saved_by={}))


_CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "mermaid"


@cache
def diagrams(suffix: str) -> Mapping[str, bytes]:
    return {
        path.name: path.read_bytes() for path in sorted(_CORPUS.rglob(f"*{suffix}")) if path.stat().st_size < 20_000
    }


@cache
def posters_with_maps() -> Mapping[str, bytes]:
    """Posters that carry a map, on one page and in tiles.  PDFium is loaded here: its library is no file of theirs."""
    import pypdfium2

    from model.export.pdf import PosterOptions, poster_pdf

    document, _ = native.loads(maps()["small"])
    made = {
        "page": poster_pdf(document, PosterOptions(paper="A5"))[0],
        "tiles": poster_pdf(document, PosterOptions(paper="A4", tile="A5"))[0],
    }
    for pdf in made.values():
        pypdfium2.PdfDocument(pdf).close()
    return made


@cache
def pictures() -> Mapping[str, bytes]:
    """Small pictures of each kind and of several inner forms."""
    from PIL import Image

    dice = Random(4)
    noise = Image.frombytes("RGB", (40, 30), bytes(dice.randrange(256) for _ in range(3_600)))
    flat = Image.new("RGBA", (30, 20), (200, 30, 40, 90))
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    found: dict[str, bytes] = {}

    def add(name: str, image: Image.Image, kind: str, **more: Any) -> None:
        out = io.BytesIO()
        image.save(out, kind, **more)
        found[name] = out.getvalue()

    add("png", noise, "PNG")
    add("png-clear", flat, "PNG")
    add("png-palette", noise.convert("P"), "PNG", bits=8)
    add("png-grey-16", noise.convert("I;16"), "PNG")
    add("png-profile", noise, "PNG", icc_profile=bytes(3_000))
    add("png-moving", noise, "PNG", save_all=True, append_images=[noise.rotate(180)])
    add("jpeg", noise, "JPEG", exif=exif, comment=b"hier")
    add("jpeg-steps", noise, "JPEG", progressive=True, icc_profile=bytes(2_000))
    add("jpeg-four-inks", noise.convert("CMYK"), "JPEG")
    add("webp", noise, "WEBP", quality=60)
    add("webp-exact", flat, "WEBP", lossless=True, exif=exif)
    add("webp-moving", noise, "WEBP", save_all=True, append_images=[noise.rotate(90, expand=False)])
    add("gif", noise.convert("P"), "GIF")
    add("gif-moving", noise.convert("P"), "GIF", save_all=True, append_images=[noise.rotate(180).convert("P")])
    add("bmp", noise, "BMP")
    add("bmp-palette", noise.convert("P"), "BMP")
    return found


@cache
def map_with_a_picture_of_each_kind() -> Mapping[str, bytes]:
    from said_maps import asset_of
    from small_maps import every_kind_map

    found = {}
    for name, data in pictures().items():
        document = every_kind_map()
        asset = asset_of(data, f"image/{name.partition('-')[0]}", 40, 30)
        card = next(iter(document.item_table.values()))
        document = document.with_changes(
            [("assets", asset.id, asset), ("items", card.id, card.changed(pictures=(asset.id,)))]
        )
        found[name] = settled(native.dumps(document, saved_by={}))
    return found


# -- maps ------------------------------------------------------------------------------------------------------


def map_stage(data: bytes, _room: Path) -> Call:
    def call() -> Result:
        try:
            document, report = native.loads(data, "wall.journey")
        except FileError as error:
            sentence(error, "wall.journey")
            return Result("refused")
        assert all(problem.text and "\n" not in problem.text for problem in report.problems)

        def holds() -> None:
            assert violations(document) == []
            again, later = native.loads(native.dumps(document))
            assert again.same_content(document)
            assert again.quarantine == document.quarantine
            assert not later.serious

        return Result("listed" if report.serious else "opened", document, holds)

    return call


def file_stage(data: bytes, room: Path, name: str, read: Callable[[Path], tuple[Document, object]]) -> Call:
    path = room / name
    path.write_bytes(data)

    def call() -> Result:
        try:
            document, listed = read(path)
        except FileError as error:
            sentence(error, name)
            return Result("refused")
        assert path.read_bytes() == data
        return _opened(document, listed)

    return call


def loaded_stage(path: Path) -> tuple[Document, object]:
    loaded = native.load(path)
    return loaded.document, loaded.report.serious


def imported_stage(path: Path) -> tuple[Document, object]:
    document, report = import_file(path, None, "nl")
    assert all(row.text and "\n" not in row.text for row in (*report.findings, *report.notices))
    return document, report.findings


def saved_in_place(data: bytes, room: Path) -> Call:
    """A damaged file beside the copy that a save in place left."""
    from model.files.atomic import pending_path

    path = room / "wall.journey"
    pending_path(path).write_bytes(data)
    return file_stage(maps()["small"][:700], room, path.name, loaded_stage)


def checked_stage(data: bytes, room: Path) -> Call:
    """What the command line says of a file."""
    from app.cli import main

    path = room / "wall.journey"
    path.write_bytes(data)

    def call() -> Result:
        said = io.StringIO()
        codes = set()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            codes.add(main(["check", str(path), "--json"]))
            codes.add(main(["info", str(path)]))
        assert "Traceback" not in said.getvalue()
        assert codes <= {0, 1, 2}, codes
        return Result("refused" if 2 in codes else "listed" if 1 in codes else "opened")

    return call


def template_stage(data: bytes, room: Path) -> Call:
    from model.owntemplates import discarded_templates, open_template, own_template, own_templates

    folder = room / "data" / "templates"
    (folder / "discarded").mkdir(parents=True)
    path = folder / "intake.journeytemplate"
    path.write_bytes(data)
    (folder / "discarded" / path.name).write_bytes(data)

    def call() -> Result:
        found, problems = own_templates()
        assert len(found) + len(problems) == 1
        assert all(text and "\n" not in text for text in problems)
        own_template("intake")
        discarded_templates()
        try:
            document, report = open_template(path, "Nieuw")
        except FileError as error:
            sentence(error, path.name)
            return Result("refused")
        return _opened(document, report.serious)

    return call


def kept_template(data: bytes, room: Path) -> Call:
    """A template from elsewhere that is put among the user's own, renamed, and shared."""
    from model.owntemplates import import_template, rename_template, share_template

    path = room / "given.journeytemplate"
    path.write_bytes(data)

    def call() -> Result:
        try:
            kept = import_template(path)
            rename_template(kept, "Anders", "Een regel")
            share_template(kept, room / "out.journeytemplate")
        except FileError as error:
            sentence(error)
            return Result("refused")
        document, report = native.load(kept).document, native.load(kept).report
        return _opened(document, report.serious)

    return call


# -- work in progress ------------------------------------------------------------------------------------------


@cache
def session_stage() -> Mapping[str, bytes]:
    """session.json, base and journal of a session with edits and a draft, as a crash leaves them."""
    from maps import full_map
    from model.changes import changes_to_rows

    builder = full_map()
    first = native.loads(maps()["small"])[0]
    base = native.dumps(builder.document, saved_by={})
    card = next(iter(builder.document.item_table))
    records: list[dict[str, Any]] = [{"n": 0, "op": "begin", "unsaved": 0, "at": "2026-01-01T10:00:00"}]
    for number, edit in enumerate(builder.edits[-6:], 1):
        rows = changes_to_rows(edit)
        records.append({"n": number, "op": "edit", "label": "x", "changes": rows, "at": "2026-01-01T10:01:00"})
    new = builder.document.item_table[card].changed(text="Anders")
    change = {"table": "items", "id": card, "old": None, "new": {"id": card, "kind": new.kind, "number": new.number}}
    records.append({"n": len(records), "op": "edit", "changes": [change]})
    records.append({"n": len(records), "op": "draft", "id": card, "text": "Dit wordt getypt"})
    info = {
        "document_id": first.document_id, "session_id": "ab" * 8, "title": "Schoenen", "path": "", "file_sha256": "",
        "host": "elders", "pid": 4, "process_started": "", "started": "2026-01-01T10:00:00", "unsaved_base": True,
        "recovered_from": ["een-andere"],
    }  # fmt: skip
    journal = b"".join(json.dumps(record, ensure_ascii=False).encode() + b"\n" for record in records)
    both = settled(base + b"\0" + journal)  # the ids are the same in both
    base, _, journal = both.partition(b"\0")
    return {
        "session.json": json.dumps(info).encode(),
        "base-000001.json": base,
        "journal-000001.jsonl": b"".join(encode_record(json.loads(line)) for line in journal.splitlines()),
    }


def session_folder(room: Path) -> Path:
    return room / "state" / "sessions" / ("3f0c1f6e-6d1e-4b7e-9a53-2f6f3ad1c0de-" + "ab" * 8)


def session_with(which: str) -> Callable[[bytes, Path], Call]:
    def stage(data: bytes, room: Path) -> Call:
        folder = session_folder(room)
        folder.mkdir(parents=True)
        for name, content in session_stage().items():
            (folder / name).write_bytes(data if name == which else content)
        root = folder.parent

        def call() -> Result:
            read_info(folder)
            found = find_sessions(root)
            recently_discarded(root)
            kept = _session_files(folder)
            result = Result("refused")  # nothing to offer, or nothing that can be read
            for session in found:
                result = _recovered(session, which)
            assert _session_files(folder) == kept, "looking changed the files"
            tidy(root)
            return result

        return call

    return stage


def _session_files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "lock"}


def _recovered(session: FoundSession, which: str) -> Result:
    assert session.edits >= 0 or which != "session.json"
    if session.file_changed is True:
        assert session.path
    try:
        recovered = recover(session)
    except FileError as error:
        sentence(error)
        return Result("refused")
    return _opened(recovered.document, recovered.report.serious or session.damaged)


# -- files of the program's own --------------------------------------------------------------------------------


def settings_stage(data: bytes, room: Path) -> Call:
    folder = room / "config"
    folder.mkdir()
    (folder / "settings.json").write_bytes(data)

    def call() -> Result:
        from app.settings import Settings

        settings = Settings()
        for name in dir(Settings):
            if not name.startswith("_") and name not in ("get", "set"):
                getattr(settings, name)
        for key in ("language", "theme", "folder", "window", "panels", "view"):
            settings.get(key)
        settings.set("folder", str(room))
        assert Settings().get("folder") == str(room)
        broken = (folder / "settings.json.broken").exists()
        assert bool(settings.problem) == broken
        if broken:
            assert (folder / "settings.json.broken").read_bytes() == data
        return Result("refused" if broken else "opened")

    return call


def recent_stage(data: bytes, room: Path) -> Call:
    folder = room / "config"
    folder.mkdir()
    (folder / "recent.json").write_bytes(data)

    def call() -> Result:
        recent = RecentFiles()
        found = recent.entries()
        assert all(entry.path for entry in found)
        recent.add(room / "nieuw.journey", "Nieuw", "x")
        assert RecentFiles().entries()[0].title == "Nieuw"
        recent.remove(room / "nieuw.journey")
        return Result("opened" if found else "refused")

    return call


def far_stage(data: bytes, room: Path) -> Call:
    from app.mappictures import read
    from model.files.paths import picture_file

    (room / "state" / "pictures").mkdir(parents=True)
    path = room / "wall.journey"
    picture_file(path).write_bytes(data)

    def call() -> Result:
        far = read(path)
        if far is None:
            return Result("refused")
        from widgets.start_maps import picture_of

        picture_of(far)
        return Result("opened")

    return call


def lock_stage(data: bytes, room: Path) -> Call:
    from model.files.holder import is_dead, own_holder
    from model.files.locks import Lock, acquire, held_by, lock_path, read_lock, taken_over

    path = room / "wall.journey"
    path.write_bytes(maps()["small"])
    lock_path(path).write_bytes(data)

    def call() -> Result:
        holder = read_lock(path)
        assert holder is not None
        is_dead(holder, own_holder())
        for error in (held_by(path, holder), taken_over(path, holder)):
            sentence(error, "wall.journey")
        got = acquire(path)
        if isinstance(got, Lock):
            assert got.held or got.problem
            got.refresh()
            got.release()
            return Result("opened")
        assert lock_path(path).read_bytes() == data
        return Result("refused" if not got.known else "opened")

    return call


@cache
def lock_samples() -> Mapping[str, bytes]:
    from model.files.holder import own_holder

    mine = own_holder()
    here = {**mine.as_json(), "history": [{"user": "Sanne", "host": "x", "since": mine.since, "how": "left behind"}]}
    away = {**here, "host": "elders", "machine": "ff" * 8}
    dead = {**here, "pid": 4_000_000, "session_id": "00" * 8}
    return {name: json.dumps(row).encode() for name, row in (("here", here), ("away", away), ("dead", dead))}


_KEPT_ID = "3f0c1f6e-6d1e-4b7e-9a53-2f6f3ad1c0de"


def version_file(data: bytes, room: Path) -> Call:
    """The file of a version, with another one below it that is sound."""
    from model.files import versions

    below = versions.keep(_KEPT_ID, native.dumps(native.loads(maps()["small"])[0]), why="save", root=room)
    assert below is not None
    (below.file.parent / "0000000009-save-20260314T120000Z.journey.gz").write_bytes(data)
    return _newest_version(room, below.number)


def version_of(data: bytes, room: Path) -> Call:
    """What another program left, kept as it is."""
    from model.files import versions

    versions.keep(_KEPT_ID, data, why="before", root=room)
    return _newest_version(room, 0)


def _newest_version(room: Path, below: int) -> Call:
    from model.files import versions

    def call() -> Result:
        found = versions.versions(_KEPT_ID, room)
        assert all(version.number and len(version.title) <= 500 for version in found)
        newest = versions.newest_sound(_KEPT_ID, room)
        assert (newest is not None) == (newest in found) and (newest is None or newest.number >= below)
        try:
            loaded = versions.load(found[0])
        except FileError as error:
            sentence(error)
            return Result("refused")
        return _opened(loaded.document, loaded.report.serious)

    return call


@cache
def version_samples() -> Mapping[str, bytes]:
    import tempfile

    from model.files import versions

    with tempfile.TemporaryDirectory() as room:
        kept = versions.keep(_KEPT_ID, maps()["small"], why="save", root=Path(room))
        assert kept is not None
        return {"version": kept.file.read_bytes()}


# -- pictures --------------------------------------------------------------------------------------------------


def picture_stage(data: bytes, _room: Path) -> Call:
    def call() -> Result:
        try:
            asset = read_picture(data)
        except NotAPicture as refused:
            sentence(refused)
            return Result("refused")
        assert max(asset.w, asset.h) <= 2048
        assert picture_bytes(asset)[:2] in (b"\x89P", b"\xff\xd8")
        return Result("opened")

    return call


def picture_file(data: bytes, room: Path) -> Call:
    path = room / "foto.png"
    path.write_bytes(data)

    def call() -> Result:
        try:
            read_picture_file(path)
        except NotAPicture as refused:
            sentence(refused)
            return Result("refused")
        return Result("opened")

    return call


def picture_in_a_map(data: bytes, _room: Path) -> Call:
    """A map's pictures as they are shown on the screen, printed, and checked."""

    def call() -> Result:
        from model.checks.pictures import damaged_pictures
        from model.export.pdf_pictures import pdf_picture
        from model.export.xlsx_pictures import Thumbnails
        from widgets.canvas import picture_store
        from widgets.look.decoding import decode_asset

        try:
            document, report = native.loads(data)
        except FileError as error:
            sentence(error)
            return Result("refused")
        shown = 0
        picture_store.forget_pictures()
        for asset in document.asset_table.values():
            image = decode_asset(asset, 800)
            assert max(image.width(), image.height()) <= 800
            picture_store.picture_image(asset, 100)
            shown += not image.isNull()
            pdf_picture(asset)
            Thumbnails().of(asset)
        bad = list(damaged_pictures(document))
        assert len(bad) <= len(document.asset_table)
        return _opened(document, report.serious or bad or shown < len(document.asset_table))

    return call


# -- clipboard, drag and drop ----------------------------------------------------------------------------------


@cache
def _here() -> Document:
    from said_maps import said_map

    return said_map()


def _pasted(changes: ChangeSet) -> Result:
    after = apply(changes, _here())

    def holds() -> None:
        assert violations(after) == []
        again, report = native.loads(native.dumps(after))
        assert again.same_content(after), "what was pasted does not come back from its file"
        assert not report.serious

    few = len(changes.added("items")) < 200
    return Result("opened" if changes else "refused", after if changes and few else None, holds)


@cache
def cards_stage() -> Mapping[str, bytes]:
    from model.commands.clipboard import copy_cards

    found = {}
    for name in ("said", "full", "linked"):
        document, _ = native.loads(maps()[name])
        payload = copy_cards(document, list(document.item_table))
        source = {"process": "x", "document": document.document_id, "ids": list(document.item_table)[:3]}
        found[name] = json.dumps({**payload, "source": source}, ensure_ascii=False).encode()
    return found


def _mime(**formats: bytes) -> QMimeData:
    from PySide6.QtCore import QMimeData

    mime = QMimeData()
    for name, data in formats.items():
        mime.setData(name.replace("__", "/"), data)
    return mime


def clipboard_cards(data: bytes, _room: Path) -> Call:
    from widgets.canvas.mime import CARDS

    mime = _mime(**{CARDS: data})

    def call() -> Result:
        from model.commands.clipboard import paste_cards
        from model.commands.places import Cell, Listing
        from widgets.canvas.gesture.drop import Load
        from widgets.canvas.mime import holds_cards, ids_from_mime, numbers_of, payload_from_mime
        from widgets.panels.note_drag import taking

        document = _here()
        assert holds_cards(mime)
        assert ids_from_mime(mime, document) is None
        payload = payload_from_mime(mime)
        found = taking(document, mime, Listing("inbox"), "note", copy=False)
        if payload is None:
            assert found is None
            return Result("refused")
        numbers_of(payload)
        Load((), payload)
        try:
            changes = paste_cards(document, payload, Cell(document.lanes[1].id, document.steps[0].id))
        except (ValueError, KeyError) as error:  # what the editor's bridge tells in one sentence
            assert str(error)
            return Result("refused")
        assert found is not None
        _pasted(found[0](document))
        return _pasted(changes)

    return call


_HTML = f"""<html><head><style>@import url(file:///etc/passwd)</style></head><body><ul><li>Een</li><li>{MARKUP}</li></ul>
<table><tr><td>a</td><td>b</td></tr></table><img src="data:image/png;base64,AAAA"><script>x</script></body></html>"""


def texts_stage() -> Mapping[str, bytes]:
    return {
        "list": "• Eén ding\n2) twee\n- [x] drie\n\n\tvier — €\r\nvijf".encode(),
        "table": b"a\tb\tc\n1\t\t3\n\t\t\nx\ty",
        "long": ("woord " * 50 + "\n").encode() * 30,
        "markup": _HTML.encode(),
    }


def clipboard_text(data: bytes, _room: Path) -> Call:
    text = data.decode("utf-8", "surrogatepass") if _decodes(data) else data.decode("latin-1")

    def call() -> Result:
        from model.commands.places import Cell
        from widgets.canvas.edit.buffer import TextBuffer
        from widgets.canvas.edits import paste_columns
        from widgets.canvas.mime import cells_from_mime, columns_of

        buffer = TextBuffer("Begin")
        buffer.insert(text)
        buffer.undo()
        columns = columns_of(cells_from_mime(_mime(text__plain=text.encode("utf-8", "replace"))))
        if not columns:
            return Result("refused")
        document = _here()
        few = [column[:60] for column in columns[:12]]
        return _pasted(paste_columns(document, few, Cell(document.lanes[1].id, document.steps[0].id)))

    return call


_TABLES = {
    "grid": """\tFase 1\tNieuw
Contactmomenten\t"a
b ""c""\"\td
Emotie\t-1\t2
Pijnpunten\tx\t
Backstage\ty\tz
""",
    "rows": """Nr\tFase\tContactmoment\tPersona\tGevoel\tKanaal\tErnst\tBij\tPrijs\tDuur\tDatum van de bron
1\tKoop\tKassa\tAnna\t4\tWinkel, web\t3\t\t12\t2 u\t1-2-2026
2\t2\tPin\t\t1\t\t\t1\t\teeuwig\t31-2-2026
""",
    "kinds": """type\ttext\tattach_to
pain_point\trij\t1
kans\tkassa erbij\trij
oplossing\tkoop er een\tkassa erbij
raar\t?\t99
""",
}


def tables_stage() -> Mapping[str, bytes]:
    cells = ["".join(f"<td>{cell}</td>" for cell in line.split("\t")) for line in _TABLES["kinds"].splitlines()]
    html = "<table>" + "".join(f"<tr>{row}" for row in cells) + "</table>"
    return {name: text.encode() for name, text in _TABLES.items()} | {"html": html.encode()}


def pasted_table(data: bytes, _room: Path) -> Call:
    """A table on the clipboard, as text and as HTML: by its names on the map, and with the phases that lack."""
    as_text, as_html = _mime(text__plain=data), _mime(text__html=data)

    def call() -> Result:
        from model.commands.places import Cell, Listing, Target
        from model.importers.tablepaste import paste_table, told
        from model.importers.tables import recognise
        from widgets.canvas.mime import cells_from_mime

        document = _here()
        cell = Cell(document.lanes[1].id, document.steps[0].id)
        result = Result("refused")
        targets: tuple[Target, Target] = (Listing("inbox"), cell)
        for mime, where in zip((as_html, as_text), targets, strict=True):
            table = recognise(document, cells_from_mime(mime))
            if table is None:
                continue
            assert 0 < len(table.cards) <= 5_000
            for make in (False, True):
                changes = paste_table(document, table, where, make)
                assert len(changes.added("items")) == len(table.cards)
                assert told(table, changes, apply(changes, document))
                result = _pasted(changes)
                result.holds()
        return result

    return call


def _decodes(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def pasted_lines(data: bytes, _room: Path) -> Call:
    text = data.decode("utf-8", "surrogatepass") if _decodes(data) else data.decode("latin-1")

    def call() -> Result:
        from model.commands.cards import add_cards
        from model.commands.places import Listing

        found = cards_from_lines(text)
        assert len(found.texts) <= MAX_CARDS
        if not found.texts:
            return Result("refused")
        result = _pasted(add_cards(_here(), "touchpoint", found.texts[:40], Listing("inbox")))
        return Result("listed" if found.left_out else "opened", result.document)

    return call


_KINDS = ("text/plain", "text/html", "text/uri-list", "image/png", "image/jpeg", "application/x-journeywall+json")


def _dropped_mime(data: bytes, room: Path) -> QMimeData:
    return _mime(**{kind: data.replace(b"/ROOM/", os.fsencode(room) + b"/") for kind in _KINDS})


def named_stage(data: bytes, room: Path) -> tuple[str, ...]:
    return tuple(str(Path(url.toLocalFile())) for url in _dropped_mime(data, room).urls() if url.isLocalFile())


def anything_dropped(data: bytes, room: Path) -> Call:
    """The same bytes under every kind that the program looks for, on the clipboard and under a drag."""
    (room / "b.png").write_bytes(pictures()["png"])
    mime = _dropped_mime(data, room)

    def call() -> Result:
        from app.dropping import dropped_paths
        from model.commands.places import Listing
        from widgets.canvas.mime import cells_from_mime, columns_of, holds_text
        from widgets.panels.note_drag import taking
        from widgets.picture_reader import holds_pictures, pictures_in

        paths = dropped_paths(mime)
        if holds_text(mime):
            columns_of(cells_from_mime(mime))
        outcome: Outcome = "opened" if paths else "refused"
        if holds_pictures(mime):
            try:
                outcome = "opened" if pictures_in(mime)() else outcome
            except NotAPicture as refused:
                sentence(refused)
        found = taking(_here(), mime, Listing("inbox"), "note", copy=True)
        if found is not None:
            try:
                return _pasted(found[0](_here()))
            except ValueError as error:
                assert str(error)
        return Result(outcome)

    return call


def dropped_lists() -> Mapping[str, bytes]:
    return {
        "maps": b"file:///ROOM/a.journey\r\nfile:///ROOM/b.mmd\r\n",
        "pictures": b"file:///ROOM/b.png\r\n",
        "web": b"http://127.0.0.1:9/a.journey\r\nfile://host/share/a.journey\r\nfile:///ROOM/%00a.png\r\n",
        "html": _HTML.encode(),
        "text": "• Eén\n• twee".encode(),
        "png": pictures()["png"],
    }


# -- fonts of the computer -------------------------------------------------------------------------------------


def pdf_stage(data: bytes, _room: Path) -> Call:
    """What the process that reads posters does, in this one: a crash of PDFium is a crash of the harness."""

    def call() -> Result:
        from model.importers import pdfchild

        try:
            found = pdfchild.files_in(data)
        except pdfchild.NoPdf:
            return Result("refused")
        answer = b"".join(pdfchild.answer(found))
        assert answer.startswith(pdfchild.HEAD) and answer.endswith(pdfchild.TAIL)
        return Result("opened" if found else "listed")

    return call


def font_stage(data: bytes, room: Path) -> Call:
    path = room / "NotoSansJP-Regular.ttf"
    path.write_bytes(data)

    def call() -> Result:
        from model.text.installed import find_cjk_fonts, usable

        usable(path)
        return Result("opened" if find_cjk_fonts([room]) else "refused")

    return call


@cache
def fonts() -> Mapping[str, bytes]:
    from model.text.fonts import FONTS

    heads = {key: font.path.read_bytes()[:40_000] for key, font in list(FONTS.items())[:2]}
    return heads


def motion_stage(data: bytes, room: Path) -> Call:
    path = room / "settings.ini"
    path.write_bytes(data)

    def call() -> Result:
        from widgets.look.motion import _gtk_is_still, _kde_is_still

        _kde_is_still(path)
        return Result("opened" if _gtk_is_still(path) else "refused")

    return call


# -- newer maps, and copies ------------------------------------------------------------------------------------------


def for_newer() -> bytes:
    """A map that says it needs a newer program."""
    value = {**json.loads(maps()["said"]), "format_version": 9, "min_reader": 9, "moods": [{"id": "m"}]}
    return json.dumps(value).encode()


def viewed_stage(path: Path) -> tuple[Document, object]:
    loaded = native.view(path)
    return loaded.document, loaded.report.serious


def copies_stage(data: bytes, room: Path) -> Call:
    """A file that a sync folder laid beside a map, by its name a copy of it."""
    from model.files.copies import conflict_name, find_copies
    from model.files.versions import id_in

    path = room / "wall.journey"
    path.write_bytes(maps()["small"])
    copy = conflict_name(path, "laptop")
    copy.write_bytes(data)

    def call() -> Result:
        id_in(data)
        found = find_copies(path, "3f0c1f6e-6d1e-4b7e-9a53-2f6f3ad1c0de")
        assert found in ((), (copy,))
        return Result("opened" if found else "refused")

    return call
