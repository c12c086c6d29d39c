"""The font files: there, free, static, and found by their keys."""

from __future__ import annotations

import json
import struct
import subprocess
import sys
from pathlib import Path

import pytest
import uharfbuzz as hb

from model.text import fonts, installed
from model.text.fonts import FONTS, chain, coverage, hb_font, is_ignorable, scale_of
from model.text.installed import find_cjk_fonts, usable
from resources import read_bytes, read_text, resource_path

_TOKENS = json.loads(resource_path("tokens.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("key", list(FONTS))
def test_every_font_is_a_static_truetype_file_with_its_licence(key: str) -> None:
    font = FONTS[key]
    assert usable(font.path)
    tags = set(hb_font(key).face.table_tags)
    assert "glyf" in tags
    assert "fvar" not in tags
    licence = read_text("fonts", f"OFL-{font.family.replace(' ', '')}.txt")
    assert "SIL Open Font License, Version 1.1" in licence.replace("SIL OPEN FONT LICENSE Version", "")
    assert licence.startswith("Copyright")


def test_no_font_lies_there_unused() -> None:
    folder = resource_path("fonts")
    assert {path.name for path in folder.glob("*.ttf")} == {font.file for font in FONTS.values()}


def test_the_first_fonts_and_the_scales_are_those_of_the_tokens() -> None:
    first = [FONTS[key].file for key in FONTS if key.startswith("atkinson")]
    assert first == _TOKENS["font"]["files"]
    families = {font.family: font.key for font in FONTS.values()}
    for fallback in _TOKENS["font"]["fallback"]:
        assert scale_of(families[fallback["family"]]) == fallback["scale"]
    assert _TOKENS["font"]["kerning"] is False


def test_the_chain_follows_the_style() -> None:
    assert chain(400, False)[:2] == ("atkinson-400", "noto-400")
    assert chain(400, True)[:2] == ("atkinson-400i", "noto-400i")
    assert chain(500, False)[:2] == ("atkinson-500", "noto-500")
    assert chain(600, False)[:2] == ("atkinson-600", "noto-700")
    assert chain(700, True)[:2] == ("atkinson-700", "noto-700")
    assert set(chain(400, False)[2:]) == {"symbols", "symbols2", "math", "emoji", "arabic", "hebrew"}


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("atkinson-400", "ABC abc é ĳ € – ‘’ “” … ≤ ≥ ≠ × ½\u2010\u2011\u202f"),
        ("noto-400", "µ Ω ж ş ǆ ệ"),
        ("symbols", "←↑→↓↔⑩"),
        ("symbols2", "★☆✓✔✗☐☑●■▶◆"),
        ("math", "⇒⇔⟶∀∈"),
        ("emoji", "😀👍🎉❤⌚"),
        ("arabic", "ابتپچڤ"),
        ("hebrew", "אבגדה"),
    ],
)
def test_coverage(key: str, text: str) -> None:
    assert {ord(char) for char in text if char != " "} <= coverage(key)


def test_ignorable_characters() -> None:
    assert all(is_ignorable(char) for char in "\u00ad\u034f\u200b\u200d\u2060\ufe0f\ufeff\U000e0061")
    assert not any(is_ignorable(char) for char in "a \u00a0\u202f-é漢😀")


def test_resources_are_found_and_a_missing_one_is_named() -> None:
    assert resource_path("fonts", "NotoEmoji_400Regular.ttf").is_file()
    assert read_bytes("fonts", "NotoEmoji_400Regular.ttf")[:4] == b"\x00\x01\x00\x00"
    with pytest.raises(FileNotFoundError, match=r"fonts/nothing\.ttf"):
        resource_path("fonts", "nothing.ttf")


def test_importing_the_package_loads_no_engine() -> None:
    code = (
        "import sys, model.text, model.text.shape, model.text.breaking;"
        "print([m for m in ('uharfbuzz', 'uniseg', 'pyphen', 'bidi', 'pydantic') if m in sys.modules])"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def _copy(source: str, to: Path, embedding: int = 0, outlines: bytes = b"\x00\x01\x00\x00") -> Path:
    """A bundled font under another name, with another right to be embedded or kind of outlines."""
    data = bytearray(read_bytes("fonts", source))
    data[:4] = outlines
    for at in range(12, 12 + 16 * struct.unpack(">H", data[4:6])[0], 16):
        if data[at : at + 4] == b"OS/2":
            offset = struct.unpack(">I", data[at + 8 : at + 12])[0]
            data[offset + 8 : offset + 10] = struct.pack(">H", embedding)
    to.write_bytes(data)
    return to


def test_installed_fonts_are_taken_when_they_can_be_printed(tmp_path: Path) -> None:
    source = "NotoSansHebrew_400Regular.ttf"
    (tmp_path / "deep").mkdir()
    _copy(source, tmp_path / "NotoSansJP-Bold.ttf")
    regular = _copy(source, tmp_path / "deep" / "NotoSansJP-Regular.ttf")
    _copy(source, tmp_path / "msyh.ttc", embedding=0x0002)
    _copy(source, tmp_path / "simhei.ttf", outlines=b"OTTO")
    chinese = _copy(source, tmp_path / "wqy-zenhei.ttf")
    (tmp_path / "malgun.ttf").write_bytes(b"no font")
    assert find_cjk_fonts([tmp_path, tmp_path / "none"]) == [regular, chinese]


def test_an_installed_font_sets_what_no_bundled_one_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = _copy("NotoEmoji_400Regular.ttf", tmp_path / "NotoSansJP-Regular.ttf")
    monkeypatch.setattr(fonts, "chain", lambda weight, italic: ("atkinson-400",))
    monkeypatch.setattr(installed, "find_cjk_fonts", lambda: [found])
    fonts._fallbacks.cache_clear()
    try:
        assert fonts.font_for("😀", ("atkinson-400",)) == "cjk0"
        assert FONTS["cjk0"].path == found
        assert fonts.missing_characters("a😀") == []
        assert fonts.missing_characters("א") == ["א"]
    finally:
        del FONTS["cjk0"]
        fonts._fallbacks.cache_clear()
        for cached in (coverage, hb_font):
            cached.cache_clear()


def test_a_cut_font_keeps_its_name_its_box_and_its_notices() -> None:
    for key in ("symbols2", "math"):
        face = hb_font(key).face
        assert hb_font(key).get_glyph_extents(0).width > 0
        assert "Noto Sans" in face.get_name(hb.OTNameIdPredefined.FONT_FAMILY)
        assert "Copyright" in face.get_name(hb.OTNameIdPredefined.COPYRIGHT)
        assert "Open Font License" in face.get_name(hb.OTNameIdPredefined.LICENSE)
