"""A class as a type checker sees it beside one release, and what it said. Types stay with the type checker."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from virtapi_analyzer.model.signature import Signature


class MemberKind(Enum):
    """What a member of a class is when it is used."""

    METHOD = "method"
    CLASS_METHOD = "classmethod"
    STATIC_METHOD = "staticmethod"
    PROPERTY = "property"
    ATTRIBUTE = "attribute"
    CLASS = "class"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedMember:
    """A member as its class defines it.

    `signature` is without the receiver, None for what cannot be called or has several forms. `override` says that it
    bears `@override` (as far as that is known from the source), `opaque` that a decorator hides its signature behind
    `Any`, `asynchronous` that it must be awaited, `gives` that its declared result is something else than None,
    `class_variable` that it is declared as an attribute that belongs to the class.
    """

    name: str
    kind: MemberKind
    signature: Signature | None = None
    override: bool = False
    opaque: bool = False
    asynchronous: bool = False
    abstract: bool = False
    gives: bool = False
    class_variable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedClass:
    """A class with what it defines itself.

    `mro` are the dotted paths in the order of resolution, the class itself first. `undefined` are the abstract members
    that keep it from being instantiated, each with the class that asks for it. `open` says that a base is unknown, so
    that the class may have members that nobody can see.
    """

    path: str
    module: str
    mro: tuple[str, ...]
    members: Mapping[str, CheckedMember]
    undefined: tuple[tuple[str, str], ...] = ()
    open: bool = False
