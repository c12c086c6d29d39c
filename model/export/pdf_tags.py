"""The tag tree of a PDF: what a reader reads aloud, in its order (PDF 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from model.export.pdf_operators import pdf_string
from model.export.pdf_painted import Mark
from model.export.reading_order import Section

if TYPE_CHECKING:
    from model.export.pdf_file import Shown
    from model.export.pdf_objects import Objects


_Window = tuple[int, float, float, float, float, float, float, float]
"""A page on which a form is shown: its number; where the form is, and its scale; what is seen of it."""


class Tagged:
    """A content stream with marked content: a page's own (``page``), or a form's and the pages that show it."""

    __slots__ = ("_one", "_windows", "form", "marks", "name", "page", "pages")

    def __init__(self, marks: tuple[Mark, ...], *, page: int = 0, form: int = 0, name: str = "") -> None:
        self.marks, self.page, self.form, self.name = marks, page, form, name
        self.pages: list[tuple[int, Shown]] = []
        self._one = ""
        self._windows: list[_Window] = []

    def place_of(self, mcid: int) -> str:
        """The entries that say where a mark is: the page on which it begins, or the first one that shows its form."""
        if self._one:
            return self._one
        if not self.form:
            self._one = f"/Pg {self.page} 0 R"
            return self._one
        page = self.pages[0][0]
        if len(self.pages) == 1:
            self._one = f"/Pg {page} 0 R /Stm {self.form} 0 R"
            return self._one
        if not self._windows:
            self._windows = [(number, show.x, show.y, show.scale, *show.seen) for number, show in self.pages]
        mark = self.marks[mcid]
        mark_x, mark_y = mark.x, mark.y
        for number, x, y, scale, left, bottom, right, top in self._windows:
            if left <= x + mark_x * scale < right and bottom < y - mark_y * scale <= top:
                page = number
                break
        return f"/Pg {page} 0 R /Stm {self.form} 0 R"


class _Element:
    """An element of the tag tree; ``content`` are (stream, MCID)."""

    __slots__ = ("alt", "children", "content", "kind", "text", "title")

    def __init__(self, kind: str, *, title: str = "", alt: str = "") -> None:
        self.kind, self.title, self.alt = kind, title, alt
        self.text = ""
        self.children: list[_Element] = []
        self.content: list[tuple[int, int]] = []


def write_tags(streams: Sequence[Tagged], reading: Sequence[Section], lanes: str, objects: Objects) -> int:
    """Write the structure tree of ``streams`` and answer its root's number.

    A Document with a Sect for each phase, in it one for each lane, in it the notes in order; ``lanes`` names the
    section that holds the names of the lanes.
    """
    root = objects.reserve()
    parents = [[0] * len(tagged.marks) for tagged in streams]
    top = _write(_document(streams, reading, lanes), root, streams, parents, objects)
    numbers = [f"{index} [{' '.join([f'{owner} 0 R' for owner in owners])}]" for index, owners in enumerate(parents)]
    tree = objects.add(f"/Nums [{' '.join(numbers)}]")
    objects.write(root, f"/Type /StructTreeRoot /K [{top} 0 R] /ParentTree {tree} /ParentTreeNextKey {len(streams)}")
    return root


def _document(streams: Sequence[Tagged], reading: Sequence[Section], lanes: str) -> _Element:
    document = _Element("Document")
    sections = {section.source_id: _Element("Sect", title=section.name) for section in reading}
    rows = _Element("Sect", title=lanes)
    stretches: list[tuple[_Element, _Element]] = []
    owner: dict[str, tuple[_Element, int]] = {}
    for section in reading:
        for stretch in section.stretches:
            inner = _Element("Sect", title=stretch.lane)
            stretches.append((sections[section.source_id], inner))
            for rank, member in enumerate(stretch.members):
                owner[member] = (inner, rank)
    elements: dict[tuple[str, str], _Element] = {}
    late: list[tuple[int, _Element, _Element]] = []
    for index, tagged in enumerate(streams):
        for mark in tagged.marks:
            key = (mark.kind, mark.source_id or f"{index}.{mark.mcid}")
            element = elements.get(key)
            if element is None:
                element = elements[key] = _Element(mark.kind, alt=mark.label if mark.kind == "Figure" else "")
                if mark.role == "phase" and mark.source_id in sections:
                    sections[mark.source_id].children.insert(0, element)
                elif mark.role == "lane":
                    rows.children.append(element)
                elif mark.source_id in owner:
                    inner, rank = owner[mark.source_id]
                    late.append((rank, inner, element))
                else:
                    document.children.append(element)
            element.content.append((index, mark.mcid))
            if mark.text:
                element.text = f"{element.text} {mark.text}" if element.text else mark.text
    for _, inner, element in sorted(late, key=lambda entry: entry[0]):
        inner.children.append(element)
    for outer, inner in stretches:
        if inner.children:
            outer.children.append(inner)
    document.children += [e for e in (rows, *sections.values()) if e.children]
    return document


def _write(
    element: _Element, parent: int, streams: Sequence[Tagged], parents: list[list[int]], objects: Objects
) -> int:
    """Write an element and what is in it; ``parents`` notes whose each mark of each stream is."""
    number = objects.reserve()
    kids = [f"{_write(child, number, streams, parents, objects)} 0 R" for child in element.children]
    for index, mcid in element.content:
        parents[index][mcid] = number
        kids.append(f"<< /Type /MCR {streams[index].place_of(mcid)} /MCID {mcid} >>")
    entries = f"/Type /StructElem /S /{element.kind} /P {parent} 0 R"
    if element.title:
        entries += f" /T {pdf_string(element.title)}"
    if element.alt:
        entries += f" /Alt {pdf_string(element.alt)}"
    if element.text:
        entries += f" /ActualText {pdf_string(element.text)}"
    objects.write(number, f"{entries} /K {kids[0]}" if len(kids) == 1 else f"{entries} /K [{' '.join(kids)}]")
    return number
