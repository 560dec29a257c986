"""Frozen values with slots, as `dataclasses` makes them, but declared sooner and made faster.

The program declares some three hundred kinds of small values before it reads its first page, and makes hundreds of
them for each page. `dataclasses` compiles seven methods for each kind, and a frozen value stores each of its fields by
a call of `object.__setattr__`. Here only `__init__` is compiled, and it stores plainly: while it runs, the value is of
a twin class with the same slots that is not frozen.

To a type checker `dataclass` is that of `dataclasses`, and so it is for whatever has not just `frozen` and `slots`, or
has a base, methods of its own among those that are made, or fields that are more than a name with a default. Nothing
inherits from such a class.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, NoReturn

_FROZEN: Final = {"frozen": True, "slots": True}
_MADE: Final = frozenset(
    ("__init__", "__post_init__", "__repr__", "__eq__", "__hash__", "__setattr__", "__delattr__", "__reduce__")
)
_MISSING: Final = dataclasses.MISSING
_Method = Callable[..., Any]

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls=None, /, **options):
        """Return a class as `dataclasses.dataclass` does."""
        if cls is None:
            return lambda cls: dataclass(cls, **options)
        if options == _FROZEN and _is_plain(cls):
            return _frozen(cls)
        return dataclasses.dataclass(cls, **options)


def _is_plain(cls: type) -> bool:
    """Say whether a class stands by itself, and its fields are nothing but names with defaults or factories."""
    special = (value for value in vars(cls).values() if isinstance(value, dataclasses.Field))
    plain = (one.init and one.repr and one.compare and one.hash is None and one.kw_only is not True for one in special)
    return cls.__bases__ == (object,) and not _MADE & vars(cls).keys() and all(plain)


def _frozen(cls: type) -> Any:
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    names = tuple(made.__slots__)
    get = attrgetter(*names) if len(names) > 1 else lambda value: tuple(getattr(value, name) for name in names)
    made.__init__ = _init(made)
    methods = {"__setattr__": _refuse, "__delattr__": _refuse, "__repr__": _shown, **_comparing(made, get)}
    for name, method in methods.items():
        setattr(made, name, method)
    return made


def _init(cls: Any) -> _Method:
    """Compile `__init__`, as it would be written by hand if the class were not frozen."""
    fields = dataclasses.fields(cls)
    defaults = {f"__{field.name}": _default(field) for field in fields if _default(field) is not _MISSING}
    made = [field.name for field in fields if field.default_factory is not _MISSING]
    lines = (
        f"def make({', '.join(('__store', '__twin', '__frozen', '__missing', *defaults))}):",
        f" def __init__({', '.join(('self', *map(_parameter, fields)))}):",
        *(f"  if {name} is __missing: {name} = __{name}()" for name in made),
        "  __store(self, '__class__', __twin)",
        *(f"  self.{field.name} = {field.name}" for field in fields),
        "  self.__class__ = __frozen",
        " return __init__",
    )
    space: dict[str, Any] = {}
    exec("\n".join(lines), space)  # as dataclasses does it: the names of fields are identifiers
    twin = type(cls.__name__, (), {"__slots__": cls.__slots__})
    init: _Method = space["make"](object.__setattr__, twin, cls, _MISSING, *defaults.values())
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    init.__annotations__ = {**{field.name: field.type for field in fields}, "return": None}
    return init


def _default(field: dataclasses.Field[Any]) -> Any:
    """Return the default of a field or what makes it."""
    return field.default if field.default_factory is _MISSING else field.default_factory


def _parameter(field: dataclasses.Field[Any]) -> str:
    if field.default_factory is not _MISSING:
        return f"{field.name}=__missing"
    return field.name if field.default is _MISSING else f"{field.name}=__{field.name}"


def _refuse(self: Any, name: str, *_value: Any) -> NoReturn:
    """Stand for `__setattr__` and `__delattr__`."""
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r} of {self.__class__.__qualname__}")


def _shown(self: Any) -> str:
    """Stand for `__repr__`."""
    fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)
    return f"{self.__class__.__qualname__}({fields})"


def _comparing(cls: type, get: Callable[[Any], tuple[Any, ...]]) -> dict[str, _Method]:
    """Return what compares values by their fields and pickles them; `get` gives the fields as a tuple."""

    def equal(self: Any, other: Any) -> bool:
        return get(self) == get(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(get(self))

    def reduced(self: Any) -> tuple[type, tuple[Any, ...]]:
        return cls, get(self)

    return {"__eq__": equal, "__hash__": hashed, "__reduce__": reduced}
