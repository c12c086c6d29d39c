"""How a map, a picture or a font is given to its reader: where it is put, how it is read, and what must hold of it.

The table of readers stands in readers.py.
"""

from __future__ import annotations

import contextlib
import gzip
import io
import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from model.document import Document
from model.files import native
from model.files.errors import FileError
from model.importers.base import import_file
from model.invariants import violations
from model.pictures import NotAPicture, picture_bytes, read_picture, read_picture_file
from reader_base import Call, Result, opened_or_listed, sentence
from reader_samples import maps


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
        return opened_or_listed(document, listed)

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
        return opened_or_listed(document, report.serious)

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
        return opened_or_listed(document, report.serious)

    return call


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
        return opened_or_listed(document, report.serious or bad or shown < len(document.asset_table))

    return call


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


@cache
def print_samples() -> Mapping[str, bytes]:
    """Maps as the program keeps them when they were printed."""
    return {name: gzip.compress(data, mtime=0) for name, data in maps().items()}


def print_stage(data: bytes, _room: Path) -> Call:
    """What was printed last of a map."""
    from model.files import prints
    from model.files.store import JsonStore

    file = prints._file("doc", ".print")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    told = {"settings": {"paper": "A1"}, "at": "2026-03-01T12:00:00+00:00", "anew": ["B2"]}
    JsonStore(file.with_suffix(".printed.json")).write(told)

    def call() -> Result:
        found = prints.last_print("doc")
        if found is None:
            return Result("refused")
        assert violations(found.document) == []
        return Result("opened", found.document)

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
