"""A small interface that lives through releases: what it has, how it is edited, how it is written, and who uses it.

It has one driver class and one data object. Every method takes and gives whole numbers, or gives the object: types do
not change here. A version can be written as a stub, and as a module that runs.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any

from hypothesis import strategies as st

NAMES = ("boot", "stop", "move", "copy", "heal")
PARAMETERS = ("a", "b", "c")
FIELDS = ("size", "kind", "host")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter: `kind` is "/" (by position), "" (either way) or "*" (by name)."""

    name: str
    kind: str
    default: bool

    @property
    def text(self) -> str:
        return f"{self.name}: int{' = 0' if self.default else ''}"


@dataclass(frozen=True, slots=True)
class Method:
    """A method, with the marks that it bears. `by` is its successor; "" says that it has none."""

    parameters: tuple[Parameter, ...] = ()
    abstract: bool = True
    since: str | None = None
    superseded: str | None = None
    by: str = ""

    @property
    def going(self) -> bool:
        return self.superseded is not None

    @property
    def signature(self) -> str:
        groups = {kind: [each.text for each in self.parameters if each.kind == kind] for kind in ("/", "", "*")}
        parts = ["self", *groups["/"]]
        if groups["/"]:
            parts.append("/")
        parts += groups[""]
        if groups["*"]:
            parts += ["*", *groups["*"]]
        return ", ".join(parts)

    @staticmethod
    def takes(parameters: tuple[Parameter, ...]) -> bool:
        """Whether Python takes them: nothing without a default behind what has one."""
        defaults = [each.default for kind in ("/", "") for each in parameters if each.kind == kind]
        return defaults == sorted(defaults)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the object."""

    default: bool = False
    since: str | None = None
    superseded: str | None = None

    def text(self, name: str) -> str:
        words = [f'Since("{self.since}")'] if self.since else []
        words += [f'Superseded(by=None, since="{self.superseded}")'] if self.superseded else []
        kind = f"Annotated[int, {', '.join(words)}]" if words else "int"
        return f"    {name}: {kind}{' = 0' if self.default else ''}\n"


@dataclass(frozen=True, slots=True)
class Version:
    """All that the interface has."""

    methods: Mapping[str, Method] = field(default_factory=dict)
    fields: Mapping[str, Field] = field(default_factory=dict)

    def stub(self) -> str:
        """As `tests/rules/test_examples.py` reads it, behind its prelude."""
        return self._written(lambda name, method: ": ...")

    def module(self) -> str:
        """As it runs: what stands in during a cycle calls the other method."""
        return _HEAD + self._written(self._body)

    def _written(self, body: Callable[[str, Method], str]) -> str:
        lines = ["@dataclass(frozen=True, kw_only=True)\nclass Info:\n"]
        lines += [each.text(name) for name, each in sorted(self.fields.items())] or ["    pass\n"]
        lines.append("@driver_interface\nclass Driver(ABC):\n    @abstractmethod\n    def info(self) -> Info: ...\n")
        for name, method in sorted(self.methods.items()):
            if method.going:
                by = f'"{method.by}"' if method.by else None
                lines.append(f'    @superseded(by={by}, since="{method.superseded}")\n    @deprecated("It goes.")\n')
            lines.append(f'    @since("{method.since}")\n' if method.since else "")
            lines.append("    @abstractmethod\n" if method.abstract else "")
            lines.append(f"    def {name}({method.signature}) -> int{body(name, method)}\n")
        return "".join(lines)

    def _body(self, name: str, method: Method) -> str:
        partner = (
            method.by
            if method.by in self.methods
            else next((other for other, each in self.methods.items() if each.by == name and each.going), None)
        )
        if method.abstract or partner is None:
            return ": ..." if method.abstract else ": return 0"
        given = {each.name for each in method.parameters}
        taken = self.methods[partner].parameters
        by_position = [each.name if each.name in given else "0" for each in taken if each.kind == "/"]
        by_name = [f"{each.name}={each.name if each.name in given else 0}" for each in taken if each.kind != "/"]
        return f": return self.{partner}({', '.join([*by_position, *by_name])})"


_HEAD = """\
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Annotated
from typing_extensions import deprecated
from virtapi.contract import Since, Superseded, driver_interface, since, superseded
"""


def running(version: Version) -> dict[str, Any]:
    """The names of the module that runs. What is deprecated says nothing here."""
    names: dict[str, Any] = {"__name__": "small"}
    exec(version.module().replace('    @deprecated("It goes.")\n', ""), names)
    return names


def driver_of(version: Version, package: Mapping[str, Any]) -> Any:
    """A driver that was written for a version and needs nothing of it that goes, on a package: an object of it.

    It defines every method that stays, with the signature of its version, and builds the object with every field that
    stays, for hosts that take all of them and for hosts that take the required ones alone.
    """
    lines = ["class Own(Driver):\n    made = ()\n    def info(self): return Info(**dict.fromkeys(self.made, 1))\n"]
    lines += [
        f"    def {name}({method.signature}): return 1\n"
        for name, method in version.methods.items()
        if not method.going
    ]
    names = dict(package)
    exec("".join(lines), names)
    return names["Own"]()


def objects_of(version: Version) -> Iterator[tuple[str, ...]]:
    """The fields that a driver of a version may give: all that stay, and those alone that it must."""
    staying = tuple(name for name, each in version.fields.items() if each.superseded is None)
    yield staying
    yield tuple(name for name in staying if not version.fields[name].default)


def calls_of(method: Method) -> Iterator[tuple[tuple[int, ...], dict[str, int]]]:
    """Calls that a method takes: each parameter by position and by name, with and without what has a default."""
    ways = []
    for each in method.parameters:
        kinds = {"/": ["position"], "": ["position", "name"], "*": ["name"]}[each.kind]
        ways.append([*kinds, "not"] if each.default else kinds)
    for chosen in product(*ways):
        positions = [way for way, each in zip(chosen, method.parameters, strict=True) if each.kind != "*"]
        if positions == sorted(positions, key=("position", "name", "not").index) or "position" not in positions[1:]:
            args = tuple(1 for way in chosen if way == "position")
            names = {e.name: 1 for way, e in zip(chosen, method.parameters, strict=True) if way == "name"}
            if _leading(chosen, method):
                yield args, names


def _leading(chosen: tuple[str, ...], method: Method) -> bool:
    """Whether what is passed by position stands before all that is not."""
    ordered = [
        way for kind in ("/", "", "*") for way, each in zip(chosen, method.parameters, strict=True) if each.kind == kind
    ]
    count = ordered.count("position")
    return all(way == "position" for way in ordered[:count])


def parameters() -> st.SearchStrategy[tuple[Parameter, ...]]:
    """Parameters of a method, in an order that Python takes or not."""
    one = st.builds(Parameter, st.sampled_from(PARAMETERS), st.sampled_from(("/", "", "*")), st.booleans())
    return st.lists(one, max_size=3, unique_by=lambda each: each.name).map(tuple)


Draw = Callable[[st.SearchStrategy[Any]], Any]
Edit = Callable[[Version, str, Draw], Version]
"""What is done to a version that becomes a release; the same version where it cannot be done."""

_NAME, _FIELD = st.sampled_from(NAMES), st.sampled_from(FIELDS)
_TAKEN = parameters().filter(Method.takes)


def _since(release: str, draw: Draw) -> str | None:
    """The release that is right, mostly."""
    said: str | None = draw(st.sampled_from((release, release, release, release, None, "2026.1")))
    return said


def add_a_method(version: Version, release: str, draw: Draw) -> Version:
    name = draw(_NAME)
    made = Method(draw(_TAKEN), draw(st.booleans()), _since(release, draw))
    return version if name in version.methods else _with_method(version, name, made)


def remove_a_method(version: Version, release: str, draw: Draw) -> Version:
    return _with_method(version, draw(_NAME), None)


def supersede_a_method(version: Version, release: str, draw: Draw) -> Version:
    name, by = draw(st.lists(_NAME, min_size=2, max_size=2, unique=True))
    old = version.methods.get(name)
    if old is None or old.going:
        return version
    new = version.methods.get(by) or Method(draw(_TAKEN), abstract=False, since=_since(release, draw))
    kept = replace(old, abstract=False, superseded=release, by=by)
    return _with_method(_with_method(version, name, kept), by, new)


def supersede_a_method_by_nothing(version: Version, release: str, draw: Draw) -> Version:
    name = draw(_NAME)
    old = version.methods.get(name)
    if old is None or old.going:
        return version
    return _with_method(version, name, replace(old, abstract=False, superseded=release))


def complete_what_is_due(version: Version, release: str, draw: Draw) -> Version:
    """Let all go that is superseded, and demand what takes its place, or forget to."""
    for name, each in version.methods.items():
        if each.going:
            version = _with_method(version, name, None)
            if each.by in version.methods and draw(st.booleans()):
                version = _with_method(version, each.by, replace(version.methods[each.by], abstract=True))
    for name, field_ in version.fields.items():
        if field_.superseded is not None:
            version = _with_field(version, name, None)
    return version


def make_a_method_abstract_or_not(version: Version, release: str, draw: Draw) -> Version:
    name = draw(_NAME)
    old = version.methods.get(name)
    return version if old is None else _with_method(version, name, replace(old, abstract=not old.abstract))


def take_an_end_back(version: Version, release: str, draw: Draw) -> Version:
    name = draw(_NAME)
    old = version.methods.get(name)
    return version if old is None else _with_method(version, name, replace(old, superseded=None, by=""))


def change_a_signature(version: Version, release: str, draw: Draw) -> Version:
    name = draw(_NAME)
    old = version.methods.get(name)
    return version if old is None else _with_method(version, name, replace(old, parameters=draw(_TAKEN)))


def change_a_parameter(version: Version, release: str, draw: Draw) -> Version:
    """Add one at the end, or give one a default."""
    name = draw(_NAME)
    old = version.methods.get(name)
    if old is None:
        return version
    added = (*old.parameters, Parameter("d", draw(st.sampled_from("/*")), draw(st.booleans())))
    eased = tuple(replace(each, default=True) for each in old.parameters)
    taken = draw(st.sampled_from((added, eased)))
    names = [each.name for each in taken]
    if len(set(names)) < len(names) or not Method.takes(taken):
        return version
    return _with_method(version, name, replace(old, parameters=taken))


def add_a_field(version: Version, release: str, draw: Draw) -> Version:
    name = draw(_FIELD)
    made = Field(draw(st.booleans()), _since(release, draw))
    return version if name in version.fields else _with_field(version, name, made)


def remove_a_field(version: Version, release: str, draw: Draw) -> Version:
    return _with_field(version, draw(_FIELD), None)


def supersede_a_field(version: Version, release: str, draw: Draw) -> Version:
    name = draw(_FIELD)
    old = version.fields.get(name)
    if old is None or old.superseded is not None:
        return version
    return _with_field(version, name, replace(old, default=draw(st.booleans()), superseded=release))


EDITS: tuple[Edit, ...] = (
    add_a_method,
    remove_a_method,
    supersede_a_method,
    supersede_a_method_by_nothing,
    complete_what_is_due,
    complete_what_is_due,
    complete_what_is_due,
    make_a_method_abstract_or_not,
    take_an_end_back,
    change_a_signature,
    change_a_parameter,
    add_a_field,
    remove_a_field,
    supersede_a_field,
)
"""What is done: well in part, and badly in part."""


def _with_method(version: Version, name: str, method: Method | None) -> Version:
    kept = {each: found for each, found in version.methods.items() if each != name}
    return replace(version, methods=kept if method is None else {**kept, name: method})


def _with_field(version: Version, name: str, made: Field | None) -> Version:
    kept = {each: found for each, found in version.fields.items() if each != name}
    return replace(version, fields=kept if made is None else {**kept, name: made})
