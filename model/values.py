"""Classes of plain values: what ``@dataclass(frozen=True, slots=True)`` makes, without its cost at every start.

The one of the standard library writes and compiles six functions for every class while the module is imported, half a
millisecond each time; with some hundred classes that was a tenth of the editor's start.  Here the functions are shared,
and the one that must be written, the constructor, is made when the first value is, and compiled once for all classes
with as many fields.  To a type checker it is the standard one.

A constructor fills an *open* twin of the class, which has the same slots and may be written to, and then turns that
object into the frozen class; this is three times as fast as setting each field past a lock, and layout and painting
make values by the ten thousand.

Fields may have constants as defaults; there is no ``field()`` and no ``__post_init__``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass, replace
    from typing import TypeVar

    V = TypeVar("V")

    def maker(kind: type[V]) -> type[V]:
        """See below: to a type checker it is the class itself."""
        return kind

else:
    from functools import cache
    from operator import attrgetter
    from types import FunctionType, MethodType

    def dataclass(*, frozen, slots, eq=True):
        """A class decorator, with the switches of the standard one; ``frozen`` and ``slots`` have to be on."""
        if not (frozen and slots):
            raise TypeError("values are frozen and have slots; use the dataclass of the standard library")
        return lambda cls: _value_class(cls, eq)

    def replace(value, /, **changes):
        """A copy of ``value`` with other values in some fields.  Raises TypeError for a name that is no field."""
        return type(value)(**{name: getattr(value, name) for name in value.__match_args__} | changes)

    def maker(kind):
        """What makes values of the very class ``kind``, a third faster than calling the class, for where they are made
        by the thousand.  To be asked for where it is used, not at import: it compiles the constructor.
        """
        if kind.__new__.__name__ != "__new__":
            kind.__new__ = _constructor(kind)
        return MethodType(kind.__new__, kind)

    def _value_class(cls, eq):
        own = tuple(name for name, kind in cls.__annotations__.items() if not str(kind).startswith("ClassVar"))
        members = {name: value for name, value in vars(cls).items() if name not in {"__dict__", "__weakref__"}}
        defaults = {}
        names = ()
        for base in cls.__mro__[:0:-1]:
            if "_defaults" in vars(base):
                names += base.__slots__
                defaults |= base._defaults
        for name in own:
            if name in members:
                defaults[name] = members.pop(name)
                kind = type(defaults[name])
                if kind.__hash__ is None or kind.__module__ == "dataclasses":
                    raise TypeError(f"the default of {cls.__name__}.{name} is not a constant")
            elif any(before in defaults for before in names + own[: own.index(name)]):
                raise TypeError(f"{cls.__name__}.{name} has no default, but a field before it has")
        names += own
        if not names or "__post_init__" in members:
            raise TypeError(f"{cls.__name__} cannot be a class of values")
        members |= {"__slots__": own, "__match_args__": names, "_defaults": defaults}
        members |= {"__setattr__": _locked, "__delattr__": _locked, "__reduce__": _reduce, "__replace__": replace}
        members.setdefault("__repr__", _repr)
        if eq:
            values = attrgetter(*names)

            def equal(self, other):
                return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

            def hashed(self):
                return hash(values(self))

            members.setdefault("__eq__", equal)
            if members.get("__hash__") is None:
                members["__hash__"] = hashed

        def first(kind, /, *args, **kwargs):
            made.__new__ = _constructor(made)
            return made.__new__(kind, *args, **kwargs)

        members["__new__"] = first
        made = type(cls)(cls.__name__, cls.__bases__, members)
        made.__qualname__ = cls.__qualname__
        made.__dataclass_fields__ = _Fields()
        return made

    def _constructor(cls):
        """``__new__`` for ``cls``: takes the fields by place or by name, as written."""
        members = {"__slots__": cls.__slots__, "__setattr__": object.__setattr__, "__new__": object.__new__}
        opened = type(cls)(cls.__name__, cls.__bases__, members)
        names = cls.__match_args__
        code = _constructor_code(len(names)).replace(
            co_varnames=("_kind", *names, "_made"),
            co_names=("_opened", *names, "__class__"),
            co_filename=f"<constructor of {cls.__name__}>",
        )
        defaults = tuple(cls._defaults[name] for name in names if name in cls._defaults)  # they come last
        return staticmethod(FunctionType(code, {"_opened": opened}, "__new__", defaults))

    @cache
    def _constructor_code(count):
        """The code of a constructor of ``count`` fields, compiled once for all classes that have as many."""
        names = [f"field{i}" for i in range(count)]
        sets = "".join(f"    _made.{name} = {name}\n" for name in names)
        ends = "    _made.__class__ = _kind\n    return _made\n"
        source = f"def __new__(_kind, {', '.join(names)}):\n    _made = _opened()\n{sets}{ends}"
        known = {}
        exec(compile(source, "<constructor>", "exec"), known)  # noqa: S102 - nothing of anybody else's is in it
        return known["__new__"].__code__

    def _locked(self, name, *_value):
        raise AttributeError(f"{type(self).__name__}.{name} cannot be changed")

    def _reduce(self):
        return type(self), tuple(getattr(self, name) for name in self.__match_args__)

    def _repr(self):
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
        return f"{type(self).__qualname__}({fields})"

    class _Fields:
        """``__dataclass_fields__``, for ``dataclasses.fields``, ``asdict`` and whoever else asks; made when asked."""

        def __get__(self, value, cls):
            from dataclasses import field, make_dataclass

            kinds = {}
            for base in reversed(cls.__mro__):
                kinds |= vars(base).get("__annotations__", {})
            defaults = cls._defaults
            rows = [
                (name, kinds[name], field(default=defaults[name])) if name in defaults else (name, kinds[name])
                for name in cls.__match_args__
            ]
            cls.__dataclass_fields__ = make_dataclass(cls.__name__, rows).__dataclass_fields__
            return cls.__dataclass_fields__


__all__ = ["dataclass", "maker", "replace"]
