"""Setting text: paragraphs broken into lines of shaped glyphs, once, for screen and paper.

A line may end where UAX #14 allows it; spaces at the end of a line hang beyond it and are not drawn.  A word that is
longer than a line is hyphenated in the document's language, and where there is no hyphenation it is cut between two
grapheme clusters, so that no line is ever wider than asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate

from model.text.assembly import letters_run, mixed_line, plain_line, scaled
from model.text.bidi import levels, needs_bidi
from model.text.clusters import grapheme_clusters
from model.text.hyphens import hyphen_points
from model.text.opportunities import SOFT_HYPHEN, breaks_at_space, inner_breaks, plain_words
from model.text.pieces import Piece, Shaper, shaper
from model.text.shape import TextLine, TextStyle
from model.values import dataclass, maker

HYPHEN = SOFT_HYPHEN
"""What a line's text and clusters have for a hyphen that the breaking put there; it is drawn as a hyphen."""

_PARAGRAPH_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_WORD = re.compile("[^ \t]+")
_SPACES = " \t"
_TOLERANCE = 1e-6  # px; sums of the same advances in another order differ by less
_LEAST_WIDTH = 1.0  # px
_LEAST_BESIDE_TEXT = 4  # letters of a hyphenated word that must fit behind other words on a line
_LONGEST_ATOM = 200  # characters; a longer stretch without a break is no word, and is broken there if need be
_NARROWEST = 0.1  # em; for how many clusters can stand on a line at most


@dataclass(frozen=True, slots=True)
class _Atom:
    """Text ``start`` to ``end`` that stays together; a line may end after it.  ``soft``: then with a hyphen."""

    start: int
    end: int
    piece: Piece
    soft: bool = False


def layout_text(
    text: str, style: TextStyle, width: float, *, lang: str = "nl", first_indent: float = 0.0
) -> tuple[TextLine, ...]:
    """``text`` in lines of at most ``width`` px; each line end in it begins a new paragraph.

    ``first_indent`` px of the first line stay free (for an icon); its glyphs begin at x = 0 all the same.  When its
    first word fits there in no way, the first line is empty.  ``start`` and ``end`` of the lines count characters of
    ``text``; together the lines hold all of them except the line ends.  An empty paragraph is one empty line.
    A single character wider than the line is drawn smaller.
    """
    return _layout(text, style, max(width, _LEAST_WIDTH), lang, max(first_indent, 0.0))


@lru_cache(maxsize=8192)  # 5 kB a note; a large map has 5,000
def _layout(text: str, style: TextStyle, width: float, lang: str, indent: float) -> tuple[TextLine, ...]:
    shapes = shaper(style.size, style.weight, style.italic, lang)
    if text.isprintable():  # one paragraph
        plain = _letters_only(text, 0, shapes, width, indent)
        return tuple(plain or _Paragraph(text, 0, shapes, lang).lines(width, indent))
    lines: list[TextLine] = []
    at = 0
    for end in [*_PARAGRAPH_END.finditer(text), None]:
        stop = end.start() if end else len(text)
        paragraph, free = text[at:stop], 0.0 if lines else indent
        lines += _letters_only(paragraph, at, shapes, width, free) or _Paragraph(paragraph, at, shapes, lang).lines(
            width, free
        )
        at = end.end() if end else stop
    return tuple(lines)


def forget_texts() -> None:
    """Forget the lines of every text that was laid out: they are of maps that are closed."""
    _layout.cache_clear()
    shape_line.cache_clear()


def measure(text: str, style: TextStyle, lang: str = "nl") -> float:
    """The width in px of ``text`` on one line, spaces at its end included."""
    return shape_line(text, style, lang).width


@lru_cache(maxsize=4096)
def shape_line(text: str, style: TextStyle, lang: str = "nl") -> TextLine:
    """``text`` on one line, however wide, with the spaces at its end; line ends in it count as spaces."""
    flat = text if text.isprintable() else _PARAGRAPH_END.sub(lambda found: " " * len(found.group()), text)
    shapes = shaper(style.size, style.weight, style.italic, lang)
    if flat and shapes.letters.issuperset(flat):  # as :func:`_letters_only`
        glyphs, advances = map(shapes.glyphs.__getitem__, flat), map(shapes.advances.__getitem__, flat)
        run, width = letters_run(shapes, tuple(glyphs), tuple(advances), tuple(flat))
        return _line_maker()((run,), flat, 0, len(flat), width)
    return _Paragraph(flat, 0, shapes, lang).line()


def _letters_only(text: str, offset: int, shapes: Shaper, width: float, indent: float) -> list[TextLine]:
    """The lines of a paragraph of plain Latin words that each fit on a line; nothing when it is not so simple.

    Nearly every note is.  The outcome is the same as :class:`_Paragraph`'s, several times as fast.
    """
    if not shapes.letters.issuperset(text):
        return []
    words = plain_words(text)
    if words is None:
        return []
    advances = tuple(map(shapes.advances.__getitem__, text))
    glyphs = tuple(map(shapes.glyphs.__getitem__, text))
    chars = tuple(text)
    at = list(accumulate(advances, initial=0.0))  # where each character begins, were there but one line
    made = _line_maker()
    lines: list[TextLine] = []
    room = width - indent + _TOLERANCE
    start = 0  # of the line; what ends at ``shown`` is on it, and what begins at ``begin`` may stand on the next
    shown = begin = 0
    for end, after in words:
        if at[end] - at[start] > room:
            if not shown:
                return []
            run, wide = letters_run(shapes, glyphs[start:shown], advances[start:shown], chars[start:shown])
            lines.append(made((run,), text[start:shown], offset + start, offset + begin, wide))
            start, room = begin, width + _TOLERANCE
            if at[end] - at[start] > room:
                return []
        shown, begin = end, after
    run, wide = letters_run(shapes, glyphs[start:], advances[start:], chars[start:])
    lines.append(made((run,), text[start:], offset + start, offset + len(text), wide))
    return lines


@cache
def _line_maker() -> type[TextLine]:
    return maker(TextLine)


class _Paragraph:
    """One paragraph: ``text`` without a line end, which begins at ``offset`` in what was asked for."""

    def __init__(self, text: str, offset: int, shapes: Shaper, lang: str) -> None:
        self._text = text
        self._offset = offset
        self._shapes = shapes
        self._lang = lang
        self._base = 0
        self._levels: tuple[int, ...] | None = None
        if needs_bidi(text):
            self._base, self._levels = levels(text)

    def line(self) -> TextLine:
        """All of it on one line."""
        end = len(self._text)
        return self._line([_Atom(0, end, self._piece(0, end))] if end else [], 0, end)

    def lines(self, width: float, indent: float) -> list[TextLine]:
        """The lines, the first of them ``indent`` px shorter."""
        text = self._text
        atoms = self._atoms()
        lines: list[TextLine] = []
        at = begin = 0
        while at < len(atoms) or not lines:
            room = width if lines else max(width - indent, 0.0)
            count = self._fitting(atoms, at, room, begin)
            if at + count < len(atoms) and (not count or self._wide(atoms[at + count], width)):
                count = self._split(atoms, at, count, room, width, begin)
            chosen = atoms[at : at + count]
            at += count
            end = (atoms[at].start if count else begin) if at < len(atoms) else len(text)
            hyphen = bool(chosen) and chosen[-1].soft and at < len(atoms)
            lines.append(self._shrunk(self._line(chosen, begin, end, hyphen=hyphen, room=room), room))
            begin = end
        return lines

    def _atoms(self) -> list[_Atom]:
        text = self._text
        ends: list[tuple[int, int]] = []
        begin: int | None = None  # of an atom that goes on across spaces where no line may end
        words = list(_WORD.finditer(text))
        for i, found in enumerate(words):
            at = found.start() if begin is None else begin
            for offset in inner_breaks(found.group()):
                ends.append((at, found.start() + offset))
                at = found.start() + offset
            if i + 1 < len(words) and not breaks_at_space(found.group(), words[i + 1].group()):
                begin = at
            else:
                begin = None
                ends.append((at, found.end()))
        return [atom for start, end in ends for atom in self._chopped(start, end)]

    def _chopped(self, start: int, end: int) -> Iterator[_Atom]:
        """The atom from ``start`` to ``end``, in several when it is no word of any language."""
        if end - start > _LONGEST_ATOM:
            last = at = start
            for cluster in grapheme_clusters(self._text[start:end]):
                if at + len(cluster) - last > _LONGEST_ATOM and at > last:
                    yield self._atom(last, at)
                    last = at
                at += len(cluster)
            start = last
        yield self._atom(start, end)

    def _atom(self, start: int, end: int) -> _Atom:
        text = self._text
        soft = text[end - 1] == SOFT_HYPHEN and end < len(text) and text[end] not in _SPACES
        return _Atom(start, end, self._piece(start, end), soft)

    def _piece(self, start: int, end: int) -> Piece:
        text = self._text[start:end]
        if self._levels is None:
            return self._shapes.word(text.replace(SOFT_HYPHEN, "") if SOFT_HYPHEN in text else text)
        part_levels = self._levels[start:end]
        if SOFT_HYPHEN in text:
            part_levels = tuple(level for char, level in zip(text, part_levels, strict=True) if char != SOFT_HYPHEN)
            text = text.replace(SOFT_HYPHEN, "")
        before, after = self._text[max(start - 5, 0) : start], self._text[end : end + 5]
        return self._shapes.piece(text, before, after, part_levels)

    def _lead(self, atoms: list[_Atom], room: float) -> int:
        """How many of the spaces that open the paragraph are drawn: at most half a line of them."""
        return min(atoms[0].start, max(int(room / 2 / self._shapes.space.width), 0))

    def _fitting(self, atoms: list[_Atom], first: int, room: float, begin: int) -> int:
        """How many atoms from ``first`` on fit into ``room`` px of the line that begins at ``begin``."""
        space, hyphen = self._shapes.space.width, self._shapes.hyphen.width
        x = self._lead(atoms, room) * space if begin == 0 and atoms else 0.0
        room += _TOLERANCE
        fits = 0
        last = len(atoms) - 1
        end = -1
        for at in range(first, len(atoms)):
            atom = atoms[at]
            if end >= 0:
                x += (atom.start - end) * space
            end = atom.end
            x += atom.piece.width
            if x > room:
                break
            if not atom.soft or at == last or x + hyphen <= room:
                fits = at - first + 1
        return fits

    def _wide(self, atom: _Atom, width: float) -> bool:
        return atom.piece.width > width + _TOLERANCE

    def _split(self, atoms: list[_Atom], first: int, count: int, room: float, width: float, begin: int) -> int:
        """Cuts the atom that does not fit behind ``count`` others, and says how many atoms then make the line.

        None of them is the answer when its word can stand whole, or at all, only on a line without indent.
        """
        at = first + count
        atom = atoms[at]
        chosen = atoms[first:at]
        spaces = self._lead(atoms, room) if begin == 0 else 0
        spaces += sum(after.start - one.end for one, after in zip(chosen, atoms[first + 1 :], strict=False))
        rest = room - sum(one.piece.width for one in chosen) - spaces * self._shapes.space.width
        cut = self._hyphenated(atom, rest, _LEAST_BESIDE_TEXT if count else 1)
        if cut is None:
            if count:
                return count
            if room < width and not self._wide(atom, width):
                return 0
            cut = self._cut_anywhere(atom, rest)
            if room < width and (cut is None or self._piece(atom.start, cut).width > rest + _TOLERANCE):
                return 0
            if cut is None:
                return 1
            soft = False
        else:
            soft = True
        atoms[at : at + 1] = [
            _Atom(atom.start, cut, self._piece(atom.start, cut), soft),
            _Atom(cut, atom.end, self._piece(cut, atom.end), atom.soft),
        ]
        return count + 1

    def _hyphenated(self, atom: _Atom, room: float, least: int) -> int | None:
        """The last place in ``atom`` at which it may end with a hyphen within ``room`` px."""
        text = self._text[atom.start : atom.end]
        for offset in reversed(hyphen_points(text, self._lang)):
            if offset < least:
                return None
            point = atom.start + offset
            if self._piece(atom.start, point).width + self._shapes.hyphen.width <= room + _TOLERANCE:
                return point
        return None

    def _cut_anywhere(self, atom: _Atom, room: float) -> int | None:
        """The last place between two clusters (failing that, two characters) that leaves ``room`` px or less.

        At least one character stays before it; None when the atom has no second one.
        """
        text = self._text[atom.start : atom.end]
        clusters: Sequence[str] = grapheme_clusters(text)
        if len(clusters) == 1 or self._piece(atom.start, atom.start + len(clusters[0])).width > room + _TOLERANCE:
            clusters = [*clusters[0], *clusters[1:]]
        ends = list(accumulate(map(len, clusters), initial=atom.start))[1:-1]
        if not ends:
            return None
        low, high = 0, min(len(ends), int(max(room, 0.0) / (_NARROWEST * self._shapes.size)) + 16)
        while low < high:  # ends[low - 1] fits, ends[high] does not
            middle = (low + high) // 2
            if self._piece(atom.start, ends[middle]).width <= room + _TOLERANCE:
                low = middle + 1
            else:
                high = middle
        while low > 1 and self._piece(atom.start, ends[low - 1]).width > room + _TOLERANCE:
            low -= 1  # a ligature can make a longer text narrower, so the search may have gone too far
        return ends[max(low, 1) - 1]

    def _line(
        self, atoms: list[_Atom], start: int, end: int, *, hyphen: bool = False, room: float | None = None
    ) -> TextLine:
        """The line from ``start`` to ``end`` that shows ``atoms``; the spaces behind them hang."""
        text, shapes = self._text, self._shapes
        pieces: list[Piece] = []
        at = shown_from = atoms[0].start if atoms else start
        if atoms and room is not None and start == 0 and at:
            at = shown_from = at - self._lead(atoms, room)
        for atom in atoms:
            if atom.start > at:
                pieces.append(self._piece(at, atom.start))
            pieces.append(atom.piece)
            at = atom.end
        shown = text[shown_from:at].replace(SOFT_HYPHEN, "")
        if hyphen:
            pieces.append(shapes.put_hyphen(self._levels[at - 1] if self._levels else 0))
            shown += HYPHEN
        plain = all(piece.plain for piece in pieces) and len({piece.parts[0].font for piece in pieces}) <= 1
        runs, width = plain_line(pieces) if plain else mixed_line(pieces)
        return TextLine(runs, shown, self._offset + start, self._offset + end, width, self._base == 1)

    def _shrunk(self, line: TextLine, room: float) -> TextLine:
        """``line``, made smaller when a single character of it is wider than the line."""
        if line.width <= room + _TOLERANCE or room <= 0:
            return line
        factor = room / line.width
        runs = tuple(scaled(run, factor) for run in line.runs)
        return TextLine(runs, line.text, line.start, line.end, room, line.rtl)
