"""Classes that stand for what nobody knows: each `Any` of an old type, and each name that leads nowhere."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

from mypy.nodes import Block, ClassDef, SymbolTable, TypeInfo
from mypy.types import AnyType, Instance, TypeOfAny

_MODULE = "_virtapi_unknown"


def is_unknown(instance: Instance) -> bool:
    """Whether it stands for what nobody knows."""
    return instance.type.module_name == _MODULE


def made(name: str, base: Instance) -> Instance:
    """A class with that base and nothing of its own."""
    definition = ClassDef(name, Block([]))
    definition.fullname = f"{_MODULE}.{name}"
    info = TypeInfo(SymbolTable(), definition, _MODULE)
    definition.info = info
    info.bases = [base]
    info.mro = [info, *base.type.mro]
    return Instance(info, [])


@dataclass(slots=True, kw_only=True)
class Unknowns:
    """Makes the classes. What has one missing name is one class, on both sides; every other `Any` is its own."""

    base: Instance
    named: dict[str, Instance] = field(default_factory=dict)
    number: Callable[[], int] = field(default_factory=lambda: count(1).__next__)

    def fresh(self) -> Instance:
        """A class unlike all others."""
        return made(f"Unknown{self.number()}", self.base)

    def missing(self, name: str) -> Instance:
        """The class of a name that leads nowhere."""
        if name not in self.named:
            self.named[name] = made(name, self.base)
        return self.named[name]


def missing_name(any_: AnyType) -> str | None:
    """The name that leads nowhere, where an `Any` stands for one; None for an `Any` that is meant."""
    kinds = (any_.type_of_any, any_.source_any.type_of_any if any_.source_any is not None else None)
    return any_.missing_import_name if TypeOfAny.from_unimported_type in kinds else None
