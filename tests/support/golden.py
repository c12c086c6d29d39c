"""Display lists as readable text, and files to compare it with.

``JOURNEYWALL_GOLDEN=update pytest tests/draw`` writes the files anew; look at the difference before committing it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path as FilePath

from model.draw.displaylist import Clip, Group, Icon, Op, Path, Picture, Rect, Text

FOLDER = FilePath(__file__).parent.parent / "golden"


def number(value: float) -> str:
    """A length, to a tenth of a px."""
    text = f"{value:.1f}"
    return text.removesuffix(".0") if text != "-0.0" else "0"


def numbers(values: Iterable[float]) -> str:
    return " ".join(number(value) for value in values)


def dump(ops: Sequence[Op], depth: int = 0) -> list[str]:
    """One line per operation, groups indented."""
    lines: list[str] = []
    for op in ops:
        if isinstance(op, Group):
            facts = [f"group {number(op.x)},{number(op.y)}"]
            facts += [op.role] if op.role else []
            facts += [f"of {op.source_id}"] if op.source_id else []
            facts += [f"from {op.min_zoom:g}"] if op.min_zoom else []
            facts += [f"below {op.max_zoom:g}"] if op.max_zoom < 1e9 else []
            facts += ["screen only"] if not op.paper else []
            facts += [f"opacity {op.opacity:g}"] if op.opacity < 1 else []
            facts += [f"“{op.label}”"] if op.label else []
            lines += ["  " * depth + " · ".join(facts), *dump(op.ops, depth + 1)]
        elif isinstance(op, Clip):
            lines.append("  " * depth + f"clip {numbers((op.x, op.y, op.w, op.h))}")
            lines += dump(op.ops, depth + 1)
        else:
            lines.append("  " * depth + _line(op))
    return lines


def _line(op: Rect | Path | Text | Icon | Picture) -> str:
    if isinstance(op, Picture):
        shape = " round" if op.round else ""
        return f"picture of {op.asset.w} by {op.asset.h} {numbers((op.x, op.y, op.w, op.h))}{shape}"
    if isinstance(op, Text):
        return f"text {numbers((op.x, op.y))} {op.color} “{op.line.text}” {number(op.line.width)} wide"
    if isinstance(op, Icon):
        return f"icon {op.name} {numbers((op.x, op.y, op.size))} {op.color}"
    pen = f" stroke {op.stroke} {number(op.width)}" if op.stroke else ""
    pen += f" dash {numbers(op.dash)}" if op.dash else ""
    fill = f" fill {op.fill}" if op.fill else ""
    if isinstance(op, Rect):
        corner = f" radius {number(op.radius)}" if op.radius else ""
        return f"rect {numbers((op.x, op.y, op.w, op.h))}{corner}{fill}{pen}"
    outline = " ".join(f"{name}{numbers(values)}" for name, values in op.segments)
    return f"path {outline}{fill}{pen}{' round' if op.round_caps else ''}"


def check(name: str, ops: Sequence[Op]) -> None:
    """Compare with ``tests/golden/<name>.txt``, or write it."""
    text = "\n".join(dump(ops)) + "\n"
    file = FOLDER / f"{name}.txt"
    if os.environ.get("JOURNEYWALL_GOLDEN") == "update":
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert file.exists(), f"{file.name} is missing; JOURNEYWALL_GOLDEN=update writes it"
    assert text.splitlines() == file.read_text(encoding="utf-8").splitlines()
