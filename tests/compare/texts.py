"""Two versions of the package `pkg` as source text, and what the catalogue tells between them."""

from collections.abc import Mapping
from textwrap import dedent
from typing import Any

from tests.typing_of_pairs import compared
from virtapi_analyzer import rules
from virtapi_analyzer.interface.reading import read_interface
from virtapi_analyzer.interface.sources import Tree
from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.interface import Interface

Sources = str | Mapping[str, str | bytes]
"""The text of `pkg/__init__.pyi`, which finds the usual imports in place; or the files of the package as they are."""

IMPORTS = """\
import collections, dataclasses, enum, sys, typing
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Mapping, Sequence
from dataclasses import KW_ONLY, InitVar, dataclass, field
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto
from typing import (
    TYPE_CHECKING, Annotated, Any, ParamSpec, ClassVar, Dict, Final, Generic, List, Literal, NamedTuple, NewType, NotRequired,
    Optional, Protocol, Required, Tuple, TypeAlias, TypedDict, TypeVar, Union, Unpack, final, overload,
)
from typing_extensions import ReadOnly, deprecated
from virtapi.contract import (
    Since, Superseded, capability, concurrent, driver_interface, experimental, host_interface, open_base, open_enum,
    raises, since, since_members, superseded, superseded_members,
)
"""


def package(sources: Sources) -> Tree:
    """The package, as if it lay in a folder."""
    files = {"__init__.pyi": IMPORTS + dedent(sources)} if isinstance(sources, str) else sources
    contents = {f"pkg/{place}": _encoded(text) for place, text in files.items()}
    return Tree(label="tree", files=frozenset(contents), read=contents.__getitem__, locate=lambda place: place)


def _encoded(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else dedent(text).encode()


def read(sources: Sources, **asked: Any) -> Interface:
    """The interface that these sources are; `asked` is what `read_interface` may be asked for beside them."""
    return read_interface(package(sources), package="pkg", **asked)


def changes(old: Sources, new: Sources, **asked: Any) -> tuple[Change, ...]:
    """All that the rules say of two versions."""
    sides = read(old, **asked), read(new, **asked)
    return tuple(rules.changes(compared(*sides, package(old), package(new))))


def told(old: Sources, new: Sources, **asked: Any) -> list[str]:
    """All that the rules say of two versions, as `RULE PATH`, the path within the package."""
    return sorted(f"{change.rule} {change.path.removeprefix('pkg.')}" for change in changes(old, new, **asked))
