"""What the examples of the rules take for granted: the usual imports, which each of their files begins with."""

PRELUDE = '''\
"""A small interface."""
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, IntEnum, auto
from ipaddress import IPv4Address, IPv6Address
from typing import (
    Annotated, Any, ClassVar, Final, Generic, NamedTuple, NewType, NotRequired, Protocol, Required, TypeAlias,
    Literal, TypedDict, TypeVar, final, overload, runtime_checkable,
)
from virtapi.contract import (
    Since, Superseded, capability, concurrent, default_for, driver_interface, experimental, host_interface, implicit,
    open_base, open_enum, raises, since, since_members, superseded, superseded_members,
)
from typing_extensions import ReadOnly, TypeIs, deprecated
_T = TypeVar("_T")
'''
