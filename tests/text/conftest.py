"""Text is set as on a computer without fonts of its own, so that the tests do not depend on what is installed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from model.text import breaking, fonts, installed, pieces


def forget_what_was_set() -> None:
    """Empty every cache that knows which fonts there are."""
    for cached in (breaking._layout, breaking.shape_line, pieces.shaper, pieces.cluster_font, fonts._fallbacks):
        cached.cache_clear()
    for key in [key for key in fonts.FONTS if key.startswith("cjk")]:
        del fonts.FONTS[key]
        fonts.coverage.cache_clear()
        fonts.hb_font.cache_clear()
        fonts.units_per_em.cache_clear()


@pytest.fixture(scope="package", autouse=True)
def _no_installed_fonts() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(installed, "find_cjk_fonts", list)
        forget_what_was_set()
        yield
    forget_what_was_set()
