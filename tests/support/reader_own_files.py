"""How files that the program keeps for itself are given to their readers: sessions, settings, locks and versions."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from model.files import native
from model.files.errors import FileError
from model.files.journal_lines import encode_record
from model.files.recovery import FoundSession, find_sessions, recently_discarded, recover, tidy
from model.files.sessions import read_info
from model.files.store import RecentFiles
from reader_base import Call, Result, opened_or_listed, sentence
from reader_samples import maps, settled


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
    return opened_or_listed(recovered.document, recovered.report.serious or session.damaged)


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
        return opened_or_listed(loaded.document, loaded.report.serious)

    return call


@cache
def version_samples() -> Mapping[str, bytes]:
    import tempfile

    from model.files import versions

    with tempfile.TemporaryDirectory() as room:
        kept = versions.keep(_KEPT_ID, maps()["small"], why="save", root=Path(room))
        assert kept is not None
        return {"version": kept.file.read_bytes()}
