"""What a reader of the tags of a PDF finds: a second opinion, which shares nothing with what writes them.

It walks /StructTreeRoot (PDF 32000-1, 14.7), looks for the marked content of each element in the streams of pages and
forms, and reads the glyphs by the fonts' own ToUnicode tables.  Needs pikepdf.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

_SHOWS = frozenset({"Tj", "TJ", "'", '"'})
_PAINTS = _SHOWS | {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "EI", "Do"}

Place = tuple[tuple[int, int], int]
"""A stretch of marked content: the object of its stream, and its number in there."""


@dataclass
class Tag:
    """An element of the tree; ``text`` is what is read aloud of it itself, without its children."""

    kind: str
    title: str = ""
    alt: str | None = None
    actual: str | None = None
    painted: str = ""
    """What the glyphs in its marked content stand for."""
    pages: list[int] = field(default_factory=list)
    children: list[Tag] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What it reads as: the text given for it, or that of its glyphs."""
        found = self.actual if self.actual is not None else self.alt if self.alt is not None else self.painted
        return " ".join(found.split())

    def walk(self) -> Iterator[Tag]:
        """This element and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def of(self, *kinds: str) -> list[Tag]:
        """The elements of some kinds, in reading order."""
        return [tag for tag in self.walk() if tag.kind in kinds]

    def read(self) -> list[str]:
        """The texts of all elements, in reading order."""
        return [tag.text for tag in self.walk() if tag.text]


@dataclass
class Tagged:
    """The tree of a file and what was found wrong with it."""

    root: Tag
    faults: list[str]


class _Streams:
    """The marked content of every stream of a file: its text, and what paints outside of any."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.texts: dict[Place, str] = {}
        self.unmarked: list[str] = []
        self._tables: dict[tuple[int, int], dict[int, str]] = {}
        self._seen: set[tuple[int, int]] = set()
        for page in pdf.pages:
            self._stream(page.obj, page.obj, page.obj.objgen, False)

    def _stream(self, holder: Any, resources_of: Any, key: tuple[int, int], marked: bool) -> None:
        """Read one stream.  What a form paints inside of a mark belongs to that mark."""
        if key in self._seen:
            return
        self._seen.add(key)
        resources = resources_of.get("/Resources", pikepdf.Dictionary())
        fonts, forms = resources.get("/Font", {}), resources.get("/XObject", {})
        stack: list[tuple[int | None, str | None]] = []
        table: dict[int, str] = {}
        for operands, operator in _instructions(holder):
            name = str(operator)
            if name in ("BMC", "BDC"):
                entries = operands[1] if name == "BDC" else {}
                mcid = entries.get("/MCID") if hasattr(entries, "get") else None
                actual = entries.get("/ActualText") if hasattr(entries, "get") else None
                stack.append((None if mcid is None else int(mcid), None if actual is None else str(actual)))
                if mcid is not None:
                    if (key, int(mcid)) in self.texts:
                        self.unmarked.append(f"{key}: mark {mcid} is opened twice")
                    self.texts[key, int(mcid)] = ""
                elif str(operands[0]) not in ("/Artifact", "/Span"):
                    self.unmarked.append(f"{key}: {operands[0]} has no number")
                if actual is not None:
                    self._say(key, stack, str(actual))
            elif name == "EMC":
                stack.pop()
            elif name == "Tf":
                table = self._table(fonts[str(operands[0])])
            elif name in _SHOWS:
                if not any(actual is not None for _, actual in stack):
                    parts = operands[0] if name == "TJ" else [operands[-1]]
                    for part in parts:
                        if not isinstance(part, int | float) and hasattr(part, "__bytes__"):
                            self._say(key, stack, _decoded(bytes(part), table))
            elif name in ("Td", "TD", "T*", "Tm", "BT"):
                self._say(key, stack, "\n")
            if name == "Do":
                form = forms[str(operands[0])]
                if str(form.get("/Subtype")) == "/Form":
                    own = "/StructParents" in form
                    if own and (stack or marked):
                        self.unmarked.append(f"{key}: a form with marks of its own inside of a mark")
                    if own:
                        self._stream(form, form, form.objgen, False)
                    elif not stack and not marked:
                        self._bare(form)
                    continue
            if name in _PAINTS and not stack and not marked:
                self.unmarked.append(f"{key}: {name} outside of any mark")
        if stack:
            self.unmarked.append(f"{key}: {len(stack)} marks are not closed")

    def _bare(self, form: Any) -> None:
        """A form shown outside of marks: its own stream must mark all it paints, be it as no content."""
        self._stream(form, form, form.objgen, False)

    def _say(self, key: tuple[int, int], stack: list[tuple[int | None, str | None]], text: str) -> None:
        for mcid, _ in reversed(stack):
            if mcid is not None:
                self.texts[key, mcid] += text
                return

    def _table(self, font: Any) -> dict[int, str]:
        if font.objgen not in self._tables:
            self._tables[font.objgen] = to_unicode(font)
        return self._tables[font.objgen]


def _instructions(stream: Any) -> Iterator[tuple[Any, Any]]:
    """(operands, operator) of a stream."""
    for instruction in pikepdf.parse_content_stream(stream):
        yield instruction.operands, instruction.operator


def _decoded(data: bytes, table: dict[int, str]) -> str:
    codes = [int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2)]
    return "".join(table.get(code, "\ufffd") for code in codes).replace("\u200b", "")


def to_unicode(font: Any) -> dict[int, str]:
    """Code -> text of a font, as its ToUnicode table says (PDF 32000-1, 9.10.3)."""
    found: dict[int, str] = {}
    for operands, operator in _instructions(font.ToUnicode):
        values = [bytes(value) for value in operands if hasattr(value, "__bytes__")]
        if str(operator) == "endbfchar":
            for code, text in zip(values[::2], values[1::2], strict=True):
                found[int.from_bytes(code, "big")] = text.decode("utf-16-be")
        elif str(operator) == "endbfrange":
            for first, last, text in zip(values[::3], values[1::3], values[2::3], strict=True):
                start, low = int.from_bytes(text, "big"), int.from_bytes(first, "big")
                for index in range(int.from_bytes(last, "big") - low + 1):
                    found[low + index] = (start + index).to_bytes(len(text), "big").decode("utf-16-be")
    return found


def read_tags(pdf: pikepdf.Pdf) -> Tagged:
    """The tag tree of a file, and its faults in sentences."""
    faults: list[str] = []
    root = pdf.Root
    streams = _Streams(pdf)
    faults += streams.unmarked
    numbers = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
    used: Counter[Place] = Counter()
    parents: dict[Place, tuple[int, int]] = {}

    def build(element: Any, parent: Any) -> Tag:
        if element.P.objgen != parent.objgen:
            faults.append(f"{element.S} names another parent")
        tag = Tag(
            str(element.S)[1:],
            str(element.get("/T", "")),
            str(element.Alt) if "/Alt" in element else None,
            str(element.ActualText) if "/ActualText" in element else None,
        )
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if "/S" in kid:
                tag.children.append(build(kid, element))
                continue
            stream = kid.Stm if "/Stm" in kid else kid.Pg
            place = (stream.objgen, int(kid.MCID))
            used[place] += 1
            parents[place] = element.objgen
            tag.pages.append(numbers[kid.Pg.objgen])
            if place not in streams.texts:
                faults.append(f"{tag.kind}: no mark {place} is in its stream")
            tag.painted += streams.texts.get(place, "") + "\n"
        return tag

    top = root.StructTreeRoot.K[0]
    tree = build(top, root.StructTreeRoot)
    faults += [f"mark {place} is not in the tree" for place in streams.texts if not used[place]]
    faults += [f"mark {place} is in the tree {count} times" for place, count in used.items() if count > 1]
    faults += _parent_tree(pdf, parents)
    faults += _headings(tree)
    faults += [f"a figure without alternative text: {tag.painted!r}" for tag in tree.of("Figure") if not tag.alt]
    faults += [f"an empty {tag.kind}" for tag in tree.walk() if tag.kind[0] in "PH" and not tag.text]
    for page in pdf.pages:
        if str(page.obj.get("/Tabs", "")) != "/S":
            faults.append("a page whose order of tabs is not that of the structure")
    if not root.MarkInfo.Marked or not root.get("/Lang") or not root.ViewerPreferences.DisplayDocTitle:
        faults.append("not marked as tagged, or no language, or no title is displayed")
    return Tagged(tree, faults)


def _parent_tree(pdf: pikepdf.Pdf, parents: dict[Place, tuple[int, int]]) -> list[str]:
    """/ParentTree leads from each mark to the element that holds it."""
    tree = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    owners: dict[int, tuple[int, int]] = {}
    for page in pdf.pages:
        owners[int(page.obj.StructParents)] = page.obj.objgen
        holder: Any = page.obj
        for form in holder.get("/Resources", {}).get("/XObject", {}).values():
            if "/StructParents" in form:
                owners[int(form.StructParents)] = form.objgen
    faults = []
    for place, element in parents.items():
        key = next((number for number, stream in owners.items() if stream == place[0]), None)
        if key is None or place[1] >= len(tree[key]) or tree[key][place[1]].objgen != element:
            faults.append(f"the parent tree does not lead from {place} to its element")
    return faults


def _headings(tree: Tag) -> list[str]:
    """A heading is at most one level below the one before it, and the first is of the first level."""
    faults, level = [], 0
    for tag in tree.walk():
        if len(tag.kind) == 2 and tag.kind[0] == "H":
            if int(tag.kind[1]) > level + 1:
                faults.append(f"{tag.kind} {tag.text!r} follows a heading of level {level}")
            level = int(tag.kind[1])
    return faults
