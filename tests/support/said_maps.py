"""A small map in which everything is said that can be said of a map, with readable ids."""

from __future__ import annotations

import base64
import hashlib
import io
from typing import Any

from model.document import Document
from model.order import spread
from model.records import Action, Asset, Emotion, Record
from small_maps import every_kind_map

RED, BLUE = (200, 30, 40), (30, 60, 200)


def picture_asset(
    width: int, height: int, color: tuple[int, ...] = RED, kind: str = "PNG", corner: tuple[int, ...] | None = None
) -> Asset:
    """A picture of one colour, ``corner`` in its lower right quarter."""
    from PIL import Image

    image = Image.new("RGBA" if len(color) == 4 else "RGB", (width, height), color)
    if corner is not None:
        image.paste(corner, (width // 2, height // 2, width, height))
    out = io.BytesIO()
    image.save(out, kind)
    return asset_of(out.getvalue(), f"image/{kind.lower()}", width, height)


def asset_of(data: bytes, mime: str, width: int, height: int) -> Asset:
    """The record of a picture's bytes."""
    digest = hashlib.sha256(data).hexdigest()
    return Asset(id=digest, mime=mime, w=width, h=height, base64=base64.b64encode(data).decode("ascii"))


BROKEN = asset_of(b"no picture at all", "image/png", 40, 30)


def changed(document: Document, rows: dict[str, dict[str, dict[str, Any]]]) -> Document:
    """``document`` with fields of records changed: table -> id -> fields."""
    return document.with_changes(
        [
            (table, record_id, document.tables[table][record_id].changed(**fields))
            for table, records in rows.items()
            for record_id, fields in records.items()
        ]
    )


def with_records(document: Document, *rows: tuple[str, Record]) -> Document:
    """``document`` with records more."""
    return document.with_changes([(table, record.id, record) for table, record in rows])


def said_map() -> Document:
    """``every_kind_map`` with evidence, a moment of truth, owners, actions, pictures, aims, and a way back."""
    photo, drawing = picture_asset(300, 200, RED, "JPEG"), picture_asset(60, 120, BLUE)
    keys = spread(3)
    document = with_records(
        every_kind_map(),
        ("assets", photo),
        ("assets", drawing),
        ("actions", Action(id="a1", item_id="c11", text="Tablet kopen", status="done", order=keys[0])),
        ("actions", Action(id="a2", item_id="c11", text="Tonen", due="2026-05-01", order=keys[1])),
        ("actions", Action(id="a3", item_id="c11", text="Vervalt", status="dropped", order=keys[2])),
        ("emotions", Emotion(id="e-c3-henk", touchpoint_id="c3", persona_id="henk", aimed=2)),
    )
    return changed(
        document,
        {
            "items": {
                "c1": {"evidence": "assumption", "owner": "Fatima", "system": "CRM"},
                "c2": {"evidence": "measured", "moment_of_truth": True, "source": "Telling maart"},
                "c3": {"evidence": "observed", "pictures": (photo.id, drawing.id), "system": "Kassa"},
                "c5": {"evidence": "assumption"},
                "c6": {"need_type": "latent"},
                "c7": {"evidence": "measured"},
                "c9": {"insight_type": "quote", "pictures": (drawing.id,)},
                "c10": {"impact": 4, "effort": 2},
                "c11": {"owner": "Winkel + IT", "evidence": "assumption"},
            },
            "emotions": {"e-c1-sanne": {"aimed": 2}, "e-c2-sanne": {"aimed": 1}, "e-c2-henk": {"aimed": -1}},
            "phases": {"p1": {"loop_to": "p0"}},
            "personas": {"henk": {"portrait": drawing.id, "actor": "prospect", "role": "Loopt"}},
        },
    )
