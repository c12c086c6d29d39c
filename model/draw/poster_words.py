"""The words round the map of one poster, set in any size: title, personas, legend, and the foot.

Words are set in many sizes before one is taken, so they are only measured until they are to be drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from model.cardlines import BESIDE
from model.document import Document
from model.draw.house import house_of
from model.draw.poster_head import (
    Block,
    Setter,
    figures_of,
    foot_block,
    personas_block,
    title_block,
    written_date,
)
from model.draw.poster_legend import legend_blocks, shown_of
from model.i18n import translate
from model.layout import metrics as px
from model.layout.maplayout import MapLayout
from model.legibility import metres_shown, reading_distance, smallest_of_notes, x_height
from model.records import Language

Size = tuple[float, float, float]
"""How much larger than on the example poster words are, their width in px of the map, and mm of paper per px."""


class Words:
    """The words round ``layout``, in the language that is spoken; the legend explains ``plain``.

    ``title`` and ``legend`` say whether the title with the personas, and what the signs mean, are among them.  They are
    measured until :meth:`draw`: blocks have their heights and no operations (``drawn``).
    """

    def __init__(
        self,
        document: Document,
        layout: MapLayout,
        plain: MapLayout,
        lang: Language,
        day: date | None,
        *,
        title: bool,
        legend: bool,
    ) -> None:
        self._document, self._plain, self._lang, self._day = document, plain, lang, day
        self._titled, self._options = title, layout.options
        self.house = house_of(document, bw=bool(layout.options.card_strip))
        self.drawn = False
        blank, wanted = layout.options.blank, layout.options.persona_ids
        self._personas = [(i, p) for i, p in enumerate(document.personas) if wanted is None or p.id in wanted]
        self._least_x = smallest_of_notes(layout.cards.values()) or x_height(px.style("note"))
        self._figures = figures_of(document, evidence=bool(layout.evidence)) if title and not blank else ()
        self._shown = shown_of(document, plain) if legend else None
        self._titles: dict[Size, Block] = {}
        self._parts: dict[Size, list[Block]] = {}

    def draw(self) -> None:
        """From now on blocks are drawn."""
        self.drawn = True
        self.forget()

    def forget(self) -> None:
        """Let go of what was set."""
        self._titles.clear()
        self._parts.clear()

    def parts(self, head: float, width: float, scale: float) -> list[Block]:
        """Personas and the parts of the legend, those that there are."""
        size = (head, width, scale)
        if size not in self._parts:
            self._parts[size] = self._set_parts(*size)
        return self._parts[size]

    def _set_parts(self, head: float, width: float, scale: float) -> list[Block]:
        setter, document, blank = self._setter(head, scale), self._document, self._options.blank
        lines = [(i, p) for i, p in self._personas if blank or p.id in document.feeling]
        feeling = frozenset(p.id for _, p in lines)
        whole = BESIDE in self._options.fields and not blank
        people = None
        if self._titled:
            people = personas_block(setter, self._personas, width, feeling, document.asset_table, whole=whole)
        legend: Sequence[Block] = ()
        if self._shown is not None:
            legend = legend_blocks(setter, document, self._plain, lines, width, self._shown)
        return [block for block in (people, *legend) if block is not None]

    def title(self, head: float, width: float, scale: float) -> Block:
        """The title with the figures; nothing where it is not wanted."""
        if not self._titled:
            return Block((), 0.0)
        size = (head, width, scale)
        if size not in self._titles:
            self._titles[size] = title_block(self._setter(head, scale), self._document, width, figures=self._figures)
        return self._titles[size]

    def foot(self, head: float, width: float, scale: float, paper: str, *, one_line: bool, printed: float) -> Block:
        """The small print on ``paper``, for a print at ``printed`` of its size."""
        info = self._document.info
        when = [written_date(self._day)] if self._day else []
        if self._document.revision:  # a map that was never saved has no version yet
            when.append(translate("Poster", "version {n}").format(n=self._document.revision))
        reach = translate("Poster", "readable up to {metres} metres")
        reach = reach.format(metres=metres_shown(self.reach(scale * printed)))
        lines = [info.scope.strip(), " · ".join(when), " · ".join([*([paper] if paper else []), reach])]
        shown = [line for line in lines if line]
        return foot_block(self._setter(head, scale), [" · ".join(shown)] if one_line else shown, width)

    def reach(self, scale: float) -> float:
        """The distance in m up to which the notes read with comfort."""
        return reading_distance(self._least_x * scale)

    def _setter(self, head: float, scale: float) -> Setter:
        return Setter(head, self._lang, scale, self.house, self.drawn)
