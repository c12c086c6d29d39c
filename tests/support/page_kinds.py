"""Every kind of page that the program makes, of maps of every kind: ``python page_kinds.py MAPS FOLDER [KIND ...]``.

A program of its own, so that two runs of it in different surroundings can be compared byte by byte; MAPS holds the
files that ``write_maps`` put there, since a map made anew has new ids.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parent)]

import kit_maps
from maps import Builder
from model.commands import cards, grid
from model.commands.places import Listing
from model.document import Document
from model.export.actions_pdf import ActionListOptions, action_list_pdf
from model.export.kit.pdf import KitOptions, kit_pdf
from model.export.pdf import PosterOptions, poster_pdf
from model.files.native import load, save
from model.newmap import new_map
from resources import resource_path
from said_maps import picture_asset, said_map

DAY = date(2026, 5, 21)
FONT = Path(__file__).resolve().parents[1] / "corpus" / "fonts" / "NotoSansJP-Regular.ttf"
"""A font with a few Japanese and Chinese characters, as a computer may have one installed."""
ARABIC, HEBREW, JAPANESE = "العميل ينتظر عند المنضدة", "הלקוח מחכה בדלפק", "お客様は店で待つ"
EMOJI = "😀 👩‍💻 🇳🇱 👍🏽 📦 → 🏪"
SCRIPTS = (
    ARABIC,
    HEBREW,
    JAPANESE,
    EMOJI,
    f"Belt {ARABIC} 123 ABC",
    f"{HEBREW} — {ARABIC}",
    "Ελλάδα Київ Łódź",
    "中文",
)
"""Notes in every script that is asked for; none of them with vowel signs."""


@cache
def example(language: str) -> Document:
    """The example map of a language."""
    return load(resource_path("templates", f"example_{language}.journey")).document


@cache
def scripts() -> Document:
    """A map in which names and notes are in every script."""
    builder = Builder(new_map(f"Schrift {ARABIC} 日本語 😀", "nl", (ARABIC, f"{HEBREW} 中文", "Ελλάδα 😀")))
    for index, text in enumerate(SCRIPTS):
        builder.card("touchpoint", text, index)
        builder.card("pain_point", f"{text} {index}", index)
    builder.do(cards.add_cards(builder.document, "note", list(SCRIPTS), Listing("parking")))
    builder.do(grid.add_persona(builder.document, f"{HEBREW} 様", role=ARABIC, quote=f"“{JAPANESE}”"))
    return builder.document


EVERYTHING = {"links": "all", "aimed": True, "blind_spots": True, "borders": True}
LOGO = picture_asset(240, 90, (120, 30, 160, 255), corner=(0, 0, 0, 0))
"""A logo that is clear in part."""
FIELDS = ("goal", "time", "cause", "owner", "actions", "feelings", "links")


MAPS: dict[str, Callable[[], Document]] = {
    "nl": lambda: example("nl"),
    "en": lambda: example("en"),
    "said": said_map,
    "scripts": scripts,
    "five": kit_maps.five_cards,
    "twelve": kit_maps.twelve_personas,
    "long": kit_maps.long_words,
    "empty": kit_maps.empty_map,
}
"""By name."""


@dataclass(frozen=True)
class Kind:
    """A kind of page: what is printed of the map of a name.  ``of`` is "poster", "kit" or "actions"."""

    of: str
    document: str
    options: dict[str, Any]

    def pdf(self, document: Document) -> bytes:
        """The file."""
        if self.of == "kit":
            return kit_pdf(document, KitOptions(day=DAY, **self.options)).data
        if self.of == "actions":
            return action_list_pdf(document, ActionListOptions(day=DAY, **self.options))[0]
        return poster_pdf(document, PosterOptions(**self.options))[0]

    def texts(self, document: Document) -> list[str]:
        """What has to be found on it: the words of all notes, or of all actions."""
        if self.of == "actions":
            return [action.text for action in document.action_table.values()]
        shown = document.placed if self.of == "poster" else document.item_table.values()
        return [item.text for item in shown if item.text.strip() and item.kind != "image"]


KINDS: dict[str, Kind] = {
    "poster-nl": Kind("poster", "nl", {}),
    "poster-en-bw": Kind("poster", "en", {"paper": "A0", "bw": True, "fields": FIELDS, **EVERYTHING}),
    "poster-pictures": Kind("poster", "said", {"fields": FIELDS, "logo": LOGO, "accent": "#7A1FA2", **EVERYTHING}),
    "poster-scripts": Kind("poster", "scripts", {}),
    "poster-long-words": Kind("poster", "long", {}),
    "poster-empty": Kind("poster", "empty", {}),
    "roll": Kind("poster", "twelve", {"paper": "", "roll_mm": 914.0}),
    "true-size": Kind("poster", "five", {"paper": "", "scale": "true"}),
    "tiles-en": Kind("poster", "en", {"tile": "A4"}),
    "tiles-scripts-bw": Kind("poster", "scripts", {"tile": "letter", "bw": True, "marks": False, "overlap_mm": 20.0}),
    "kit-nl": Kind("kit", "nl", {}),
    "kit-scripts-bw": Kind("kit", "scripts", {"paper": "A3", "wall": "914", "bw": True}),
    "actions-nl": Kind("actions", "nl", {}),
    "actions-en": Kind("actions", "en", {"orientation": "landscape", "by": "owner"}),
}
"""By name."""


def write_maps(folder: Path) -> None:
    """The files of all maps, to be given to this program."""
    for name, make in MAPS.items():
        save(make(), folder / f"{name}.journey")


def main() -> int:
    maps, out = (Path(each) for each in sys.argv[1:3])
    documents = {name: load(maps / f"{name}.journey").document for name in MAPS}
    for name in sys.argv[3:] or KINDS:
        kind = KINDS[name]
        (out / f"{name}.pdf").write_bytes(kind.pdf(documents[kind.document]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
