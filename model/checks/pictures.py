"""K4, K15: pictures are whole, and shown by something."""

from __future__ import annotations

import base64
import hashlib
import io
import struct
import warnings
from collections.abc import Iterator

from model.checks.base import Finding, at
from model.document import Document
from model.i18n import translate
from model.records import Asset


def damaged_pictures(document: Document) -> Iterator[Finding]:
    """K4: pictures that cannot be shown as they are, and why."""
    for asset in sorted(document.asset_table.values(), key=lambda r: r.id):
        fault = picture_fault(asset)
        if fault:
            yield at(document, "K4", "error", asset, fault)


def picture_fault(asset: Asset) -> str:
    """What is wrong with a picture, as a sentence in the current language; "" for a sound one."""
    try:
        data = base64.b64decode(asset.base64, validate=True)
    except ValueError:
        return translate("Check", "This picture cannot be read: it is not written in base64. Add it again.")
    if hashlib.sha256(data).hexdigest() != asset.id:
        return translate("Check", "This picture is not the one that was added: its bytes were changed. Add it again.")
    read = _read(data)
    if read is None:
        return translate("Check", "This picture is damaged or of a kind that cannot be shown. Add it again.")
    if read != (asset.mime, asset.w, asset.h):
        return translate("Check", "What is said of this picture (size, kind) is not what it is. Add it again.")
    return ""


def _read(data: bytes) -> tuple[str | None, int, int] | None:
    """Kind, width and height of a picture; None where it cannot be unpacked."""
    # Taken only now: the library is needed by nobody whose map has no pictures.
    from PIL import Image

    from model.pictures import FORMATS, MOST_PIXELS, may_be_unpacked

    if not may_be_unpacked(data):
        return None

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # our own limit is lower than the one that it warns of
            with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
                wide, high = opened.size
                if wide * high > MOST_PIXELS:
                    return None
                opened.load()
                return opened.get_format_mimetype(), wide, high
    # What Pillow's readers raise on broken bytes (an unknown kind is an OSError).
    except (OSError, SyntaxError, ValueError, TypeError, LookupError, ArithmeticError, EOFError, struct.error):
        return None
    except (Image.DecompressionBombError, MemoryError):
        return None


def unused_pictures(document: Document) -> Iterator[Finding]:
    """K15: pictures that no card and no persona shows, and that are not the logo; they only make the file larger."""
    used = {i for item in document.item_table.values() for i in item.pictures}
    used |= {persona.portrait for persona in document.personas if persona.portrait}
    used |= {document.info.logo} if document.info.logo else set()
    for asset in sorted(document.asset_table.values(), key=lambda r: r.id):
        if asset.id not in used:
            text = translate("Check", "Nothing shows this picture; it only makes the file larger.")
            yield at(document, "K15", "warning", asset, text)
