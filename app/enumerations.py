"""Enumerations are made at once.

PySide makes some two hundred of them, of three thousand members, before a map is painted, by a call of :mod:`enum` for
each.  The standard library changes the class for every member, after which the interpreter has to look up everything
it knew of the class again: that was a sixth of the start.  Here the members are made first and given to their class
together.  What comes out is the same, attribute by attribute; a test holds it against the standard library.
"""

from __future__ import annotations

import enum
import sys
from collections.abc import Sequence
from typing import Any

LOOKED_AT = frozenset({(3, 11)})
"""The versions of Python on which a test held all of Qt's enumerations against the standard way; others keep that."""
BASES: tuple[type[enum.Enum], ...] = (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)

Pairs = Sequence[tuple[str, int]]

_standard = enum.EnumType._create_  # type: ignore[attr-defined]  # what enum.Enum("Name", pairs) calls
_blanks: dict[tuple[type[enum.Enum], object], dict[str, Any]] = {}
_taken = {base: frozenset(name for each in base.__mro__ for name in vars(each)) for base in BASES}


def make_at_once() -> None:
    """From now on ``Enum("Name", pairs)`` and the like make their members at once; other enumerations are as ever."""
    if sys.version_info[:2] in LOOKED_AT:
        enum.EnumType._create_ = _create  # type: ignore[attr-defined]


def make_one_by_one() -> None:
    """Let the standard library make them again."""
    enum.EnumType._create_ = _standard  # type: ignore[attr-defined]


def _create(
    cls: type[enum.Enum],
    class_name: str,
    names: Any,
    *,
    module: str | None = None,
    qualname: str | None = None,
    type: Any = None,
    start: int = 1,
    boundary: enum.FlagBoundary | None = None,
) -> Any:
    """As the standard's; what is not a list of plain names with plain numbers is left to it."""
    if module is None:  # it would look as far up from here: at who called the class
        module = sys._getframe(2).f_globals.get("__name__")
    if module is None or type is not None or not _is_plain(cls, names):
        return _standard(
            cls, class_name, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary
        )
    return _made(cls, class_name, names, module, qualname, boundary)


def _is_plain(cls: type[enum.Enum], names: Any) -> bool:
    """Whether nothing has to be minded but numbers and aliases."""
    if cls not in _taken or not isinstance(names, list) or not names:
        return False
    flag = issubclass(cls, enum.Flag)
    seen = set()
    for pair in names:
        if not (isinstance(pair, tuple) and len(pair) == 2):
            return False
        name, value = pair
        if not (isinstance(name, str) and type(value) is int) or name.startswith("_") or (flag and value < 0):
            return False
        seen.add(name)
    return len(seen) == len(names) and "mro" not in seen and "" not in seen and seen.isdisjoint(_taken[cls])


def _made(
    cls: type[enum.Enum],
    class_name: str,
    pairs: Pairs,
    module: str,
    qualname: str | None,
    boundary: enum.FlagBoundary | None,
) -> Any:
    """The class, from a blank that the standard library made."""
    blank = _blanks.get((cls, boundary))
    if blank is None:
        blank = _blanks[cls, boundary] = dict(
            vars(_standard(cls, "Blank", (), module=module, qualname="Blank", boundary=boundary))
        )
    body = {name: type(value)() if isinstance(value, (list, dict)) else value for name, value in blank.items()}
    body["__module__"] = module
    if qualname is None:
        body.pop("__qualname__", None)
    else:
        body["__qualname__"] = qualname
    new = body.pop("__new__")
    made: Any = type.__new__(enum.EnumType, class_name, (cls,), body)
    give = type.__setattr__
    _fill(made, pairs)
    give(made, "__new__", new)  # not in the body, where a function becomes a static method
    for name, member in made._member_map_.items():
        give(made, name, member)
    return made


def _fill(made: Any, pairs: Pairs) -> None:
    """Make the members; the class knows them by name and by value afterwards."""
    new, takes_value, flag = made._new_member_, made._use_args_, issubclass(made, enum.Flag)
    names, by_name, by_value = made._member_names_, made._member_map_, made._value2member_map_
    single = every = 0
    for name, value in pairs:
        member = by_value.get(value)
        if member is None:
            member = new(made, value) if takes_value else new(made)
            member._value_ = value
            member._name_ = name
            member.__objclass__ = made
            member._sort_order_ = len(names)
            by_value[value] = member
            if not flag:
                names.append(name)
            elif value and not value & (value - 1):
                names.append(name)
                single |= value
            every |= value
        by_name[name] = member
    if flag:
        give = type.__setattr__
        give(made, "_flag_mask_", every)
        give(made, "_singles_mask_", single)
        give(made, "_all_bits_", 2 ** every.bit_length() - 1)
        values = [by_name[name]._value_ for name in names]
        if values != sorted(values):
            give(made, "_iter_member_", made._iter_member_by_def_)
