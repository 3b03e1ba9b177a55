"""Another kind cannot be added: a driver that was written for `A | B` has no branch for `C`.

A type checker calls its match complete, and that is right only until the union grows.

Asked of every type that flows to drivers, where a class or another name of the interface stands in a union with
anything but None, be it the union behind a type variable or an alias. The fixed kinds of Python's own types
(`IPv4Address | IPv6Address`) do not grow. A `Literal` of several values is a union of them.

## What to do instead

Make the kinds subclasses of one class with `@open_base`: who reads it has a default branch then, and a new kind is a
new subclass. Make the values members of an `@open_enum`.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.fault import Fault, fault
from virtapi_analyzer.model.interface import Flow
from virtapi_analyzer.model.part import TypePart
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule
from virtapi_analyzer.rules.spelling import choices, unions


@interface_rule(
    summary="What comes in several kinds flows to drivers as a union, which cannot grow.",
    examples=(
        Wrong(
            source=(
                "@dataclass(frozen=True)\nclass Iscsi: ...\n@dataclass(frozen=True)\nclass Rbd: ...\n"
                "@driver_interface\nclass Driver:\n    def attach(self, way: Iscsi | Rbd, /) -> None: ..."
            ),
            at=("Driver.attach(way)",),
            right=(
                "@open_base\n@dataclass(frozen=True)\nclass Way: ...\n@dataclass(frozen=True)\nclass Iscsi(Way): ...\n"
                "@driver_interface\nclass Driver:\n    def attach(self, way: Way, /) -> None: ..."
            ),
        ),
        Wrong(
            source=(
                "@dataclass(frozen=True)\nclass Iscsi: ...\n@dataclass(frozen=True)\nclass Rbd: ...\n"
                'W = TypeVar("W", Iscsi, Rbd)\nChain: TypeAlias = Iscsi | Rbd | Sequence["Chain"]\n'
                "@driver_interface\nclass Driver:\n"
                '    def attach(self, way: W, chain: Chain, mode: Literal["r", "w"], /) -> None: ...'
            ),
            at=("Driver.attach(chain)", "Driver.attach(mode)", "Driver.attach(way)"),
            right=(
                "@open_base\n@dataclass(frozen=True)\nclass Way: ...\n@dataclass(frozen=True)\nclass Iscsi(Way): ...\n"
                'W = TypeVar("W", bound=Way)\n@open_enum\nclass Mode(Enum):\n    READ = "r"\n'
                "@driver_interface\nclass Driver:\n"
                '    def attach(self, way: W, chain: Sequence[Way], mode: Mode, kind: Literal["disk"], /) -> None: ...'
            ),
        ),
        Right(
            source=(
                "@dataclass(frozen=True)\nclass Iscsi: ...\n@dataclass(frozen=True)\nclass Rbd: ...\n"
                "Address: TypeAlias = IPv4Address | IPv6Address\n"
                "@driver_interface\nclass Driver:\n"
                "    def attach(self, way: Iscsi | None, address: Address | None, /) -> Iscsi | Rbd: ..."
            ),
            because="None is no other kind, Python's addresses have two kinds, and a return does not flow to drivers.",
        ),
    ),
)
def closed_union(part: TypePart) -> Iterator[Fault]:
    if part.type is None or not part.reached or Flow.TO_DRIVER not in part.flow:
        return
    if any(count > 1 for count in choices(part.type)):
        yield fault(part, f"{part.place} flows to drivers as one of some values that cannot become more")
    for kinds in unions(part.type, but=part.recursive):
        if len(kinds) > 1 and any(kind.startswith(f"{part.package}.") for kind in kinds):
            names = ", ".join(f"`{kind.rpartition('.')[2]}`" for kind in kinds)
            yield fault(part, f"{part.place} flows to drivers as a union that cannot grow, of {names}")
