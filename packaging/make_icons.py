"""Turn Tabler's SVG icons into the path table ``resources/icons/icons.json`` (run by hand when the list changes).

    npm install --prefix SOMEWHERE @tabler/icons
    python packaging/make_icons.py SOMEWHERE/node_modules

The names are in ``icons.txt``.  The table has, per icon, its paths on a grid of 24 with y down, each with "stroke" or
"fill" and a string of the absolute commands M, L, C and Z only, so that every painter can draw it.  A name that ends
in ``-filled`` is taken from the filled set.  The licence (MIT) is copied beside the table.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"

NAMES = Path(__file__).with_name("icons.txt")

_SVG = "{http://www.w3.org/2000/svg}"
_TOKEN = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])|([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)")
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
Point = tuple[float, float]
Command = tuple[str, tuple[float, ...]]


def commands(data: str) -> Iterator[Command]:
    """The commands of an SVG path one by one, letter and numbers; the flags of an arc may stand without a gap."""
    position, letter = 0, ""
    while position < len(data):
        if data[position] in " ,\t\n\r":
            position += 1
            continue
        if data[position].isalpha():
            letter = data[position]
            position += 1
            if letter in "Zz":
                yield letter, ()
                continue
        numbers: list[float] = []
        for index in range(_COUNTS[letter.upper()]):
            while data[position] in " ,\t\n\r":
                position += 1
            if letter in "Aa" and index in (3, 4):
                numbers.append(float(data[position]))
                position += 1
                continue
            found = _TOKEN.match(data, position)
            if found is None or found.group(2) is None:
                raise ValueError(f"no number at {position} in {data!r}")
            numbers.append(float(found.group(2)))
            position = found.end()
        yield letter, tuple(numbers)
        letter = {"M": "L", "m": "l"}.get(letter, letter)


def simplified(data: str) -> Iterator[Command]:
    """The path in absolute M, L, C and Z."""
    here: Point = (0.0, 0.0)
    begin = here
    control: Point | None = None  # of the curve before, for S and T
    before = ""
    for letter, numbers in commands(data):
        kind = letter.upper()
        dx, dy = here if letter.islower() else (0.0, 0.0)
        if kind == "Z":
            yield "Z", ()
            here = begin
        elif kind == "A":
            end = (numbers[5] + dx, numbers[6] + dy)
            for curve in arc(here, numbers[0], numbers[1], numbers[2], bool(numbers[3]), bool(numbers[4]), end):
                yield "C", curve
            here = end
        else:
            if kind == "H":
                points = [(numbers[0] + dx, here[1])]
            elif kind == "V":
                points = [(here[0], numbers[0] + dy)]
            else:
                points = [(numbers[i] + dx, numbers[i + 1] + dy) for i in range(0, len(numbers), 2)]
            mirrored = (2 * here[0] - control[0], 2 * here[1] - control[1]) if control else here
            if kind in "MLHV":
                yield ("M" if kind == "M" else "L"), points[-1]
                begin = points[-1] if kind == "M" else begin
            elif kind in "CS":
                first = points[0] if kind == "C" else mirrored if before in "CS" else here
                control = points[-2]
                yield "C", (*first, *control, *points[-1])
            else:
                control = points[0] if kind == "Q" else mirrored if before in "QT" else here
                end = points[-1]
                yield "C", (*towards(here, control), *towards(end, control), *end)
            here = points[-1]
        if kind not in "CSQT":
            control = None
        before = kind


def towards(point: Point, control: Point) -> Point:
    """The control point of the cubic that equals a quadratic, on the side of ``point``."""
    return point[0] + 2 / 3 * (control[0] - point[0]), point[1] + 2 / 3 * (control[1] - point[1])


def arc(
    start: Point, rx: float, ry: float, turn: float, large: bool, sweep: bool, end: Point
) -> Iterator[tuple[float, ...]]:
    """An elliptic arc as cubics of at most a quarter turn (SVG 1.1, appendix F.6)."""
    if start == end:
        return
    if not rx or not ry:
        yield (*start, *end, *end)
        return
    rx, ry, phi = abs(rx), abs(ry), math.radians(turn)
    cos, sin = math.cos(phi), math.sin(phi)
    hx, hy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * hx + sin * hy, -sin * hx + cos * hy
    grow = (x / rx) ** 2 + (y / ry) ** 2
    if grow > 1:
        rx, ry = rx * math.sqrt(grow), ry * math.sqrt(grow)
    below = (rx * y) ** 2 + (ry * x) ** 2
    factor = math.sqrt(max(((rx * ry) ** 2 - below) / below, 0.0)) * (-1 if large == sweep else 1)
    cx, cy = factor * rx * y / ry, -factor * ry * x / rx
    middle = (cos * cx - sin * cy + (start[0] + end[0]) / 2, sin * cx + cos * cy + (start[1] + end[1]) / 2)
    first = math.atan2((y - cy) / ry, (x - cx) / rx)
    span = math.atan2((-y - cy) / ry, (-x - cx) / rx) - first
    if sweep and span < 0:
        span += 2 * math.pi
    elif not sweep and span > 0:
        span -= 2 * math.pi
    count = max(math.ceil(abs(span) / (math.pi / 2) - 1e-9), 1)
    step = span / count
    reach = 4 / 3 * math.tan(step / 4)

    def place(u: float, v: float) -> Point:
        return cos * rx * u - sin * ry * v + middle[0], sin * rx * u + cos * ry * v + middle[1]

    for index in range(count):
        a, b = first + index * step, first + (index + 1) * step
        last = end if index == count - 1 else place(math.cos(b), math.sin(b))
        yield (
            *place(math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a)),
            *place(math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b)),
            *last,
        )


def table_row(svg: Path) -> list[list[str]]:
    """The paths of an icon as [kind, commands]; the invisible square that Tabler puts first is left out."""
    root = ElementTree.fromstring(svg.read_text(encoding="utf-8"))  # noqa: S314 - a file of the package just installed
    rows: list[list[str]] = []
    for element in root.iter():
        if element is root:
            continue
        if element.tag != f"{_SVG}path" or "transform" in element.attrib:
            raise ValueError(f"{svg.name} has a {element.tag}, which is no plain path")
        fill = element.get("fill", root.get("fill", "none")) != "none"
        stroke = element.get("stroke", root.get("stroke", "none")) != "none"
        data = " ".join(f"{letter} {_numbers(at)}".strip() for letter, at in simplified(element.get("d", "")))
        rows.extend([kind, data] for kind, wanted in (("fill", fill), ("stroke", stroke)) if wanted)
    return rows


def _numbers(values: tuple[float, ...]) -> str:
    return " ".join(f"{round(value, 3) + 0.0:g}" for value in values)


def main(argv: list[str]) -> int:
    """Write the table; raises OSError for an icon that the package does not have."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("node_modules", type=Path)
    package: Path = parser.parse_args(argv).node_modules / "@tabler" / "icons"
    table: dict[str, list[list[str]]] = {}
    for name in sorted(set(NAMES.read_text(encoding="utf-8").split())):
        folder, file = ("filled", name.removesuffix("-filled")) if name.endswith("-filled") else ("outline", name)
        table[name] = table_row(package / "icons" / folder / f"{file}.svg")
    text = "{\n" + ",\n".join(f"{json.dumps(name)}: {json.dumps(rows)}" for name, rows in table.items()) + "\n}\n"
    (ICONS / "icons.json").write_text(text, encoding="utf-8")
    (ICONS / "LICENSE-tabler-icons.txt").write_bytes((package / "LICENSE").read_bytes())
    print(f"{len(table)} icons, {len(text):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
