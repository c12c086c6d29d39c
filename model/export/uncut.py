"""A poster that is printed on sheets, in one piece: to be looked at before it is cut.

Sheets may make a poster longer than a page of a PDF can be (:data:`model.export.papers.LONGEST`); it is shown smaller
then, and never printed so.
"""

from __future__ import annotations

from model.document import Document
from model.draw.house import dressed
from model.export.papers import LONGEST
from model.export.part import part_of
from model.export.pdf import PosterOptions, poster_since, render
from model.export.placing import check_paper, compose_on_paper
from model.i18n import speaking
from model.values import replace


def uncut_pdf(document: Document, options: PosterOptions) -> bytes:
    """The whole poster on one page, without the map that goes along.  Raises ExportError, as its print does."""
    wanted = replace(options, attach=False)
    check_paper(wanted)
    part = part_of(document, lanes=wanted.lanes, phases=wanted.phases, personas=wanted.personas, found=wanted.found)
    drawn = dressed(part.drawn, wanted.logo, wanted.accent)
    lang = wanted.lang or document.info.language
    if wanted.before is None:
        poster = compose_on_paper(drawn, wanted, lang, part=part)
    else:  # the sheets that changed have the places of the earlier print
        poster = poster_since(document, replace(part, drawn=drawn), wanted.before, wanted, lang)[0]
    longest = max(poster.width_px, poster.height_px) * poster.px_to_mm
    shown = replace(poster, px_to_mm=poster.px_to_mm * min(1.0, LONGEST / longest))
    with speaking(lang):
        return render(drawn, shown, replace(wanted, tile=None, margin_mm=None, before=None, anew=()))[0]
