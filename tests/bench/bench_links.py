"""How long the ways of links take: 200 links on 1,000 cards, and those of a chosen card; also as a ratio.

``python tests/bench/bench_links.py [--quick]``.  The aim: 200 links on 1,000 cards in 60 ms.  The ratio is to the loop
of plain Python of ``bench_layout.py``, run just before.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(Path(__file__).parent))

from bench_canvas import calibration, make_map  # noqa: E402 - found on the path made above

AIM_MS = 60.0


def some_links(document: Any, count: int) -> list[Any]:
    """Links of every kind between near and far cards."""
    from model.kinds import LINK_KINDS
    from model.records import Link

    dice = random.Random(2)
    items = list(document.placed)
    rows: list[Link] = []
    while len(rows) < count:
        at = dice.randrange(len(items))
        near = items[max(0, at - 60) : at + 60] if dice.random() < 0.8 else items
        source, target = items[at], dice.choice(near)
        kinds = [kind.id for kind in LINK_KINDS.values() if kind.fits(source.kind, target.kind)]
        if source is not target and kinds:
            kind, text = dice.choice(kinds), "belt terug" if dice.random() < 0.1 else ""
            link = Link(id=f"l{len(rows)}", kind=kind, source_id=source.id, target_id=target.id, text=text)
            rows.append(link)
    return rows


def linked_map(cards: int, links: int) -> Any:
    """A large map with such links."""
    document = make_map(cards)
    return document.with_changes([("links", link.id, link) for link in some_links(document, links)])


def figures(quick: bool) -> dict[str, float]:
    """Milliseconds by case."""
    from model.layout.arrange import lay_out, relink
    from model.layout.links import link_boxes
    from model.layout.maplayout import LayoutOptions

    document = linked_map(1000, 200)
    rounds = 3 if quick else 15
    layout = lay_out(document, LayoutOptions(links="all"))
    card = next(iter(document.links_from))
    chosen = LayoutOptions(links="all", chosen_ids=frozenset([card]))

    def timed(work: Callable[[], object]) -> float:
        start = time.perf_counter()
        work()
        return (time.perf_counter() - start) * 1000

    none = lay_out(document)
    return {
        "links, all 200": statistics.median(timed(lambda: link_boxes(layout, document)) for _ in range(rounds)),
        "links, the same again": statistics.median(
            timed(lambda: link_boxes(layout, document, layout)) for _ in range(rounds)
        ),
        "links, another card chosen": statistics.median(
            timed(lambda: relink(layout, document, chosen)) for _ in range(rounds)
        ),
        "links, only of a chosen card": statistics.median(
            timed(lambda: relink(none, document, LayoutOptions(chosen_ids=frozenset([card])))) for _ in range(rounds)
        ),
        "links drawn": float(len(layout.links)),
    }


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    unit = statistics.median(calibration() for _ in range(5))
    print(f"calibration {unit:.2f} ms, aim {AIM_MS:.0f} ms")
    for name, value in figures(options.quick).items():
        print(f"{name:30} {value:9.2f}" + ("" if name == "links drawn" else f"  x {value / unit:5.2f}"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
