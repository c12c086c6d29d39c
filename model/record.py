"""What every record is: a frozen value with checked fields, which keeps the fields that it does not know.

A class of records is declared like a dataclass, its annotations being types of :mod:`model.fieldtypes`; its fields are
given by name.  What is plainly right is taken as it is; all else goes to :mod:`model.judge`, which is imported for it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, KeysView, Mapping, Set
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, dataclass_transform

from model.fieldtypes import UNSURE, Check, FieldType, Id, field_type, quick_check

_REQUIRED: Any = object()
"""Stands in :attr:`Checked._start` for a field that has to be given."""

_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Checked:
    """A value with checked fields: known ones are attributes, unknown ones stand in :attr:`extra` and nowhere else."""

    __slots__ = ("__dict__", "_unknown")

    names: ClassVar[KeysView[str]]
    """The names of the fields, in order."""
    types: ClassVar[Mapping[str, FieldType]] = {}
    """What each field may hold."""
    defaults: ClassVar[Mapping[str, Any]] = {}
    """The values of the fields that need not be given."""
    _unknown: ClassVar[dict[str, Any] | None]  # a slot of each record; to a type checker it must not be a field
    _start: ClassVar[dict[str, Any]]
    _required: ClassVar[Set[str]]
    _checks: ClassVar[dict[str, Check]]

    def __init_subclass__(cls) -> None:
        """Reads the declaration.  Raises TypeError where no record can be made of it."""
        module = vars(sys.modules[cls.__module__])
        declared: dict[str, str] = vars(cls).get("__annotations__", {})
        taken = [name for name in declared if hasattr(Checked, name)]
        if taken:
            raise TypeError(f"{cls.__name__} has fields whose names are taken: {', '.join(taken)}")
        cls.types = {**cls.types, **{name: field_type(told, module) for name, told in declared.items()}}
        cls.names = cls.types.keys()
        own = {name: vars(cls)[name] for name in declared if name in vars(cls)}
        for name in own:
            delattr(cls, name)  # or each look at the field would find it there first
        cls.defaults = {**cls.defaults, **own}
        cls._start = {name: cls.defaults.get(name, _REQUIRED) for name in cls.names}
        cls._required = cls._start.keys() - cls.defaults.keys()
        cls._checks = {}

    def __new__(cls, /, **fields: Any) -> Self:
        """Raises BadRecord for a value that it cannot hold."""
        return make_record(cls, fields)

    @property
    def extra(self) -> Mapping[str, Any]:
        """The fields that this version does not know, by name, as they came."""
        return MappingProxyType(self._unknown) if self._unknown else _NOTHING

    def value(self, name: str, default: Any = None) -> Any:
        """The field of that name, known or not; ``default`` where there is none."""
        known = self.__dict__
        return known[name] if name in known else self.extra.get(name, default)

    def changed(self, /, **fields: Any) -> Self:
        """A copy with ``fields`` changed.  Raises BadRecord."""
        unknown = self._unknown
        made = _taken(type(self), self.__dict__.copy(), unknown and unknown.copy(), fields)
        return made or _judged(type(self), record_fields(self) | fields)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Checked) or other.__class__ is not self.__class__:
            return NotImplemented
        return self.__dict__ == other.__dict__ and self._unknown == other._unknown

    def __hash__(self) -> int:
        return hash(tuple(self.__dict__.values()))

    if not TYPE_CHECKING:  # to a type checker the fields are frozen; seeing these, it would let any name be set

        def __setattr__(self, name, _value):
            raise AttributeError(f"{type(self).__name__}.{name} cannot be changed")

        def __delattr__(self, name):
            raise AttributeError(f"{type(self).__name__}.{name} cannot be changed")

    def __reduce__(self) -> tuple[Callable[..., Checked], tuple[Any, ...]]:
        return _made, (type(self), dict(self.__dict__), self._unknown)

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={value!r}" for name, value in record_fields(self).items())
        return f"{type(self).__qualname__}({said})"


class Record(Checked):
    """Anything in a table."""

    id: Id


AnyRecord = TypeVar("AnyRecord", bound=Checked)

_new = object.__new__
_set_known = vars(Checked)["__dict__"].__set__
_set_unknown = vars(Checked)["_unknown"].__set__


def _made(kind: type[AnyRecord], known: dict[str, Any], unknown: dict[str, Any] | None) -> AnyRecord:
    """A record of values that are right; it keeps both."""
    record = _new(kind)
    _set_known(record, known)
    _set_unknown(record, unknown)
    return record


def make_record(kind: type[AnyRecord], fields: Mapping[str, Any]) -> AnyRecord:
    """A record of ``kind`` with ``fields``, which are kept where it does not know them.  Raises BadRecord."""
    made = _taken(kind, kind._start.copy(), None, fields) if kind._required <= fields.keys() else None
    return made or _judged(kind, fields)


def _taken(
    kind: type[AnyRecord], known: dict[str, Any], unknown: dict[str, Any] | None, fields: Mapping[str, Any]
) -> AnyRecord | None:
    """A record with ``known`` and ``unknown``, in which ``fields`` are set; None if one is not plainly right."""
    find = (kind._checks or _checks_of(kind)).get
    for name, value in fields.items():
        check = find(name)
        if check is not None:
            value = check(value)
            if value is UNSURE:
                return None
            known[name] = value
        elif type(name) is not str or not name.isascii():
            return None
        else:
            unknown = unknown or {}
            unknown[name] = value
    return _made(kind, known, unknown)


def _checks_of(kind: type[Checked]) -> dict[str, Check]:
    kind._checks = {name: quick_check(told) for name, told in kind.types.items()}
    return kind._checks


def _judged(kind: type[AnyRecord], fields: Mapping[str, Any]) -> AnyRecord:
    """The record that pydantic makes of ``fields``.  Raises BadRecord."""
    from model.judge import judge

    known, unknown = judge(kind.__name__, kind.types, kind.defaults, fields)
    return _made(kind, known, unknown)


def record_fields(record: Checked) -> dict[str, Any]:
    """Every field of ``record``, unknown ones included, as Python values (not copied deeper)."""
    return record.__dict__ | (record._unknown or {})


def record_to_row(record: Record, *, whole: bool = False) -> dict[str, Any]:
    """``record`` as plain JSON values, made anew; fields that hold their default are left out, except those without
    one and the id, unless all are asked for (``whole``)."""
    start = record._start
    row = {
        name: [*value] if type(value) is tuple else value
        for name, value in record.__dict__.items()
        if whole or value != start[name]
    }
    if record._unknown:
        row.update((name, plain(value)) for name, value in record._unknown.items())
    row["id"] = record.id
    return row


def plain(value: Any) -> Any:
    """``value`` as JSON has it, made anew: lists for tuples, null for numbers that are none.

    Raises ValueError for what JSON cannot say.
    """
    kind = type(value)
    if kind is str or kind is int or kind is bool or value is None:
        return value
    if kind is float:
        return value if value - value == 0 else None
    if kind is list or kind is tuple:
        return [plain(each) for each in value]
    if kind is dict and all(type(name) is str for name in value):
        return {name: plain(each) for name, each in value.items()}
    from model.judge import jsonable

    return jsonable(value)
