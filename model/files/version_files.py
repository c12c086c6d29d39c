"""One version in one file: packed, with its pictures beside it so that twenty versions share them.

A version is a gzip file: ``gunzip`` gives the map back, but for its pictures.  Number, reason and time stand in its
name, all else that a list shows in the comment of its header, so that a list reads no contents and there is no index
that could be wrong.  Long base64 texts are cut out and kept in ``pictures/<sha256 of the text>``, each once; the
header says where they belong, and the hash of the whole says whether all came together again.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from model.files.atomic import SIZE_LIMIT, read_file
from model.files.errors import ContentError, FileError, shown_name
from model.files.thinning import REASONS, Why
from model.i18n import translate
from model.values import dataclass

LEAST_PIECE = 4096
"""Bytes; shorter base64 texts stay where they are."""

_NAME = re.compile(r"([0-9]{10})-([a-z]+)-([0-9]{8}T[0-9]{6}Z)\.journey\.gz")
_TIME = "%Y%m%dT%H%M%SZ"
_PIECE = re.compile(r"[0-9a-f]{64}")
_INTEGRITY = re.compile(rb'"integrity": "sha256:([0-9a-f]{64})"')
_MARK = b'"base64"'
_BEGIN = re.compile(rb"\s*:\s*\"")
_GZIP = b"\x1f\x8b\x08\x10"  # deflate, with a comment
_HEAD_LIMIT = 4 * 1024 * 1024
_HEAD_FIRST = 8 * 1024


@dataclass(frozen=True, slots=True)
class Head:
    """What a version's file says of it without being unpacked.

    ``size`` bytes and ``sha256`` are those of the map's file; ``content`` is the hash of what it says, without its save
    stamp; ``pieces`` are (place in what is packed, name) of the pictures that were cut out, in order.
    """

    title: str
    path: str
    size: int
    sha256: str
    content: str
    pieces: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """What a map was.  ``number`` orders the versions of all maps; ``time`` is for display.

    ``head`` is None where the file cannot even be listed; one that is listed may still prove damaged when loaded.
    ``path`` is the file that the map was in then, "" for none.
    """

    file: Path
    number: int
    why: Why
    time: datetime
    head: Head | None

    @property
    def title(self) -> str:
        """The map's title then; "" where it had none."""
        return self.head.title if self.head else ""

    @property
    def path(self) -> str:
        """The file that the map was in then."""
        return self.head.path if self.head else ""

    @property
    def document_id(self) -> str:
        """The map's id."""
        return self.file.parent.name


# -- names ------------------------------------------------------------------------------------------------------------


def file_name(number: int, why: Why, at: datetime) -> str:
    """The name of a version's file."""
    return f"{number:010d}-{why}-{at.astimezone(UTC).strftime(_TIME)}.journey.gz"


def read_name(name: str) -> tuple[int, Why, datetime] | None:
    """Number, reason and time; None for a name that is no version's."""
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    why = next((why for why in REASONS if why == match.group(2)), None)
    if why is None:
        return None
    try:
        at = datetime.strptime(match.group(3), _TIME).replace(tzinfo=UTC)
    except ValueError:
        return None
    return int(match.group(1)), why, at


def pictures_of(folder: Path) -> Path:
    """Where the pictures of a map's versions lie."""
    return folder / "pictures"


def is_piece(name: str) -> bool:
    """Whether a file in that folder is a picture of ours."""
    return _PIECE.fullmatch(name) is not None


# -- packing ----------------------------------------------------------------------------------------------------------


def content_hash(data: bytes, *, ours: bool = False) -> str:
    """The hash of what a map's file says, the same whenever it is saved: program, time and count of saves left out.

    ``ours``: this program wrote the bytes a moment ago, so that the hash which stands in them is believed.
    """
    start = data.find(b'\n"saved_by":')
    start = data.find(b"\n", start + 1) + 1
    end = data.rfind(b'\n"integrity":') + 1
    said = _INTEGRITY.match(data, end) if ours and 0 < start < end else None
    if said is not None:
        return said.group(1).decode("ascii")
    counted = memoryview(data)[start:end] if 0 < start < end else data  # a copy of a large map takes its time
    return hashlib.sha256(counted).hexdigest()


def title_in(data: bytes) -> str:
    """The map's title, from the bytes of its file; "" where that is not found at once."""
    start = data.find(b'\n"map":')
    if start < 0:
        return ""
    line = data[start + 7 : data.find(b"\n", start + 1)].strip().rstrip(b",")
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return ""
    title = value.get("title") if isinstance(value, dict) else None
    return title[:500] if isinstance(title, str) else ""


def cut(data: bytes) -> tuple[bytes, list[tuple[int, bytes]]]:
    """``data`` without its long base64 texts, and each of these with its place in what is left."""
    parts: list[bytes] = []
    pieces: list[tuple[int, bytes]] = []
    kept = done = 0
    at = data.find(_MARK)
    while at >= 0:
        begin = _BEGIN.match(data, at + len(_MARK))
        end = data.find(b'"', begin.end()) if begin else -1
        if begin is None or end < 0:
            at = data.find(_MARK, at + len(_MARK))
            continue
        if end - begin.end() >= LEAST_PIECE:
            parts.append(data[done : begin.end()])
            kept += begin.end() - done
            pieces.append((kept, data[begin.end() : end]))
            done = end
        at = data.find(_MARK, end)
    parts.append(data[done:])
    return b"".join(parts), pieces


def pack(rest: bytes, head: Head) -> bytes:
    """The bytes of a version's file."""
    said: dict[str, Any] = {name: getattr(head, name) for name in Head.__match_args__}
    comment = json.dumps(said | {"journeywall": 1}, ensure_ascii=True).encode("ascii")
    comment = _check(comment) + b" " + comment  # gzip's own check is of the content only
    packer = zlib.compressobj(1, zlib.DEFLATED, -15)
    body = packer.compress(rest) + packer.flush()
    end = zlib.crc32(rest).to_bytes(4, "little") + (len(rest) & 0xFFFFFFFF).to_bytes(4, "little")
    return _GZIP + bytes(4) + b"\x04\xff" + comment + b"\0" + body + end


# -- unpacking --------------------------------------------------------------------------------------------------------


def read_head(file: Path) -> Head | None:
    """What the file says of its version; None where it does not say it in one piece.  Never raises."""
    with contextlib.suppress(OSError, ValueError, RecursionError), file.open("rb") as opened:
        data = opened.read(_HEAD_FIRST)
        if b"\0" not in data[10:]:
            data += opened.read(_HEAD_LIMIT)
        return _head(data)
    return None


def _head(data: bytes) -> Head | None:
    end = data.find(b"\0", 10)
    if end < 0 or not data.startswith(_GZIP):
        return None
    check, _, comment = data[10:end].partition(b" ")
    said = json.loads(comment) if check == _check(comment) else None
    if not isinstance(said, dict):
        return None
    texts = [said.get(name) for name in ("title", "path", "sha256", "content")]
    title, path, sha256, content = (text if isinstance(text, str) else "" for text in texts)
    size, pieces = said.get("size"), said.get("pieces")
    if not sha256 or not content or not isinstance(size, int) or not isinstance(pieces, list):
        return None
    found = tuple(_pieces(pieces))
    return Head(title, path, size, sha256, content, found) if len(found) == len(pieces) else None


def _check(comment: bytes) -> bytes:
    return hashlib.sha256(comment).hexdigest()[:16].encode("ascii")


def _pieces(rows: list[Any]) -> Iterator[tuple[int, str]]:
    for row in rows:
        if isinstance(row, list) and len(row) == 2 and isinstance(row[0], int) and isinstance(row[1], str):
            place, name = row
            if place >= 0 and is_piece(name):
                yield place, name


def unpack(version: Version) -> bytes:
    """The bytes of the map's file, whole and as they were.  Raises ReadError or ContentError."""
    head, rest = unpack_rest(version)
    folder = pictures_of(version.file.parent)
    parts: list[bytes] = []
    done, left = 0, SIZE_LIMIT - len(rest)
    for place, name in head.pieces:
        parts.append(rest[done:place])
        try:
            parts.append(read_file(folder / name, left)[0])
        except FileError as error:
            raise _damaged(version) from error
        done, left = place, left - len(parts[-1])
    data = b"".join([*parts, rest[done:]])
    if hashlib.sha256(data).hexdigest() != head.sha256:
        raise _damaged(version)
    return data


def unpack_rest(version: Version) -> tuple[Head, bytes]:
    """The map's file without its pictures, which the packed bytes' own check found whole, and what belongs to it.

    Raises ReadError or ContentError.
    """
    packed, _ = read_file(version.file)
    try:
        head = _head(packed)
        unpacker = zlib.decompressobj(31)
        rest = unpacker.decompress(packed, SIZE_LIMIT)
    except (ValueError, RecursionError, zlib.error) as error:
        raise _damaged(version) from error
    if head is None or not unpacker.eof:
        raise _damaged(version)
    return head, rest


def _damaged(version: Version) -> ContentError:
    text = translate("Versions", "This version is damaged and cannot be opened; choose another one.")
    return ContentError(version.file, text.format(name=shown_name(version.file)))
