"""Hypothesis strategies for packages and spellings. Small values are plain ones, so that a counterexample is short."""

from collections.abc import Iterable

from hypothesis import strategies as st

from tests.properties.descriptions import (
    INT,
    UNION,
    Alias,
    Choice,
    Class,
    Data,
    Definition,
    Error,
    Field,
    Function,
    Import,
    Member,
    Package,
    Parameter,
    Property,
    Type,
    Variable,
)
from tests.properties.edit import Edit
from tests.properties.edits import edits
from tests.properties.rendering import Respelling, Spelling
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import ParameterKind
from virtapi_analyzer.model.interface import Flow

MEMBERS = ("spawn", "destroy", "list_ports", "get_host", "pause", "need_migrate", "version", "zone")
FIELDS = ("state", "cores", "memory", "uuid")
PARAMETERS = ("instance", "flavor", "timeout")
CHOICES = ("ON", "OFF", "LOST", "BUSY")
RAISED = ("OSError", "KeyError", "ValueError")

leaves = st.sampled_from([INT, Type("str"), Type("bytes")])
literals = st.just(Type("Literal", (Type("'hot'"), Type("'cold'"))))
compounds = st.one_of(
    literals,
    leaves.map(lambda inner: Type("list", (inner,))),
    leaves.map(lambda inner: Type("Sequence", (inner,))),
    leaves.map(lambda inner: Type("dict", (Type("str"), inner))),
    leaves.map(lambda inner: Type("Callable", (inner, INT))),
    leaves.map(lambda inner: Type(UNION, (inner, Type("None")))),
    st.just(Type(UNION, (INT, Type("list", (Type("str"),)), Type("None")))),
)
types = leaves | compounds
values = st.integers(0, 40).map(str)
perhaps_a_value = st.none() | values
flags = st.booleans()


@st.composite
def parameters(draw: st.DrawFn) -> tuple[Parameter, ...]:
    """A valid list of parameters, in Python's order."""
    names = draw(st.lists(st.sampled_from(PARAMETERS), unique=True, max_size=3))
    named = [ParameterKind.POSITIONAL_OR_KEYWORD, ParameterKind.POSITIONAL_ONLY, ParameterKind.KEYWORD_ONLY]
    kinds = sorted(draw(st.sampled_from(named)) for _ in names)
    made, optional = [], False
    for name, kind in zip(names, kinds, strict=True):
        optional = draw(flags) or (optional and kind.positional)
        made.append(Parameter(name, kind, draw(types), draw(values) if optional else None))
    if draw(st.integers(0, 4)) == 4:
        made.append(Parameter("args", ParameterKind.VAR_POSITIONAL))
    if draw(st.integers(0, 4)) == 4:
        made.append(Parameter("kwargs", ParameterKind.VAR_KEYWORD))
    return tuple(sorted(made, key=lambda parameter: parameter.kind))


raised = st.none() | st.lists(st.sampled_from(RAISED), unique=True, max_size=2).map(tuple)


@st.composite
def functions(draw: st.DrawFn, name: str) -> Function:
    """A function, or an overload set."""
    if draw(st.integers(0, 5)) == 5:
        return Function(name, forms=(Type("str"), Type("list", (Type("int"),)), Type(UNION, (INT, Type("None")))))
    return Function(name, draw(parameters()), draw(types), asynchronous=draw(flags), raises=draw(raised))


@st.composite
def methods(draw: st.DrawFn, name: str) -> Function:
    """A method; a static one is neither abstract nor refuses, to keep cases apart."""
    form = draw(
        st.sampled_from(["abstract", "plain", "refusing", "final", "staticmethod", "classmethod", "overloaded"])
    )
    if form == "overloaded":
        return Function(name, forms=(Type("str"), Type(UNION, (INT, Type("None")))))
    return Function(
        name,
        draw(parameters()),
        draw(types),
        asynchronous=draw(flags),
        raises=draw(raised),
        binding=form if form.endswith("method") else None,
        abstract=form == "abstract",
        refuses=form == "refusing",
        final=form == "final",
        marks=frozenset(draw(st.sets(st.sampled_from(["concurrent", "experimental", "superseded"])))),
    )


@st.composite
def properties(draw: st.DrawFn, name: str) -> Property:
    return Property(name, draw(types), settable=draw(flags), deletable=draw(flags), abstract=draw(flags))


@st.composite
def variables(draw: st.DrawFn, name: str) -> Variable:
    """A constant or an attribute."""
    value = draw(perhaps_a_value)
    return Variable(name, INT, value, final=value is not None and draw(flags))


def members(name: str) -> st.SearchStrategy[Member]:
    return st.one_of(methods(name), properties(name), variables(name))


@st.composite
def classes(draw: st.DrawFn, name: str, base: Class | None = None) -> Class:
    """A class; beside a base it has that one's role."""
    names = draw(st.lists(st.sampled_from(MEMBERS), unique=True, min_size=1, max_size=4))
    inherited = {member.name for member in base.members} if base else set()
    role = base.role if base else draw(st.sampled_from([Role.DRIVER, Role.HOST, None]))
    return Class(
        name,
        tuple(draw(members(each)) for each in names if each not in inherited),
        role,
        base.name if base else None,
    )


flows = st.sampled_from([Flow.TO_HOST, Flow.TO_DRIVER, Flow.TO_HOST | Flow.TO_DRIVER, Flow.NOWHERE])


@st.composite
def data(draw: st.DrawFn, name: str) -> Data:
    """A dataclass, NamedTuple or TypedDict; fields with defaults stand behind those without."""
    kind = draw(st.sampled_from(["dataclass", "NamedTuple", "TypedDict"]))
    names = draw(st.lists(st.sampled_from(FIELDS), unique=True, min_size=1, max_size=3))
    options = draw(st.sets(st.sampled_from(["frozen=True", "order=True"]))) if kind == "dataclass" else set()
    required = draw(st.integers(0, len(names)))
    only = draw(st.integers(0, len(names))) if kind == "dataclass" else 0
    fields = [
        Field(
            each,
            draw(types),
            draw(values) if kind != "TypedDict" and number >= required else None,
            keyword_only=number >= len(names) - only,
            optional=kind == "TypedDict" and draw(flags),
        )
        for number, each in enumerate(names)
    ]
    return Data(name, kind, tuple(fields), name.lower(), draw(flows), frozenset(options))


@st.composite
def choices(draw: st.DrawFn, name: str) -> Choice:
    """An enum: numbered from one, or with numbers or texts of its own."""
    names = draw(st.lists(st.sampled_from(CHOICES), unique=True, min_size=1))
    base = draw(st.sampled_from(["Enum", "IntEnum", "StrEnum"]))
    plain = draw(flags) and base != "StrEnum"
    members_ = [
        Variable(each, value=str(number if plain else 10 * number) if base != "StrEnum" else f"'{each.lower()}'")
        for number, each in enumerate(names, 1)
    ]
    return Choice(name, tuple(members_), name.lower(), draw(flows), base, draw(flags))


@st.composite
def packages(draw: st.DrawFn) -> Package:
    """A package of two modules, of which the root exports some of what the other defines."""
    found: list[Definition] = []
    if draw(flags):
        base = draw(classes("Driver"))
        found.append(base)
        if draw(flags):
            found.append(draw(classes("Special", base)))
    rest: list[st.SearchStrategy[Definition]] = [
        classes("Api"),
        data("Info"),
        data("Spec"),
        choices("State"),
        functions("connect"),
        variables("LIMIT"),
        compounds.map(lambda type_: Alias("Callback", type_)),
        st.sampled_from(["Exception", "OSError"]).map(lambda base: Error("Refused", base)),
        st.just(Import("Path", "pathlib.Path")),
    ]
    here = draw(st.lists(st.sampled_from(range(len(rest))), unique=True, min_size=2, max_size=6))
    found += [draw(rest[each]) for each in sorted(here)]
    split = draw(st.integers(0, len(found)))
    while 0 < split < len(found) and isinstance(each := found[split], Class) and each.base is not None:
        split -= 1
    root, sub = found[split:], found[:split]
    reexported = [each.name for each in sub if draw(flags)]
    return Package(tuple(root), tuple(sub), tuple(reexported))


def spelled(respellings: Iterable[Respelling]) -> st.SearchStrategy[Spelling]:
    """Spellings that use some of these."""
    return st.builds(Spelling, st.frozensets(st.sampled_from(list(respellings))), st.integers(0, 20))


NAMELESS = frozenset({Respelling.POSITIONAL_ONLY_RENAMED, Respelling.POSITIONAL_ONLY_BY_NAME})
spellings = spelled(Respelling)
spellings_that_keep_names = spelled(each for each in Respelling if each not in NAMELESS)
"""Beside a new name nobody can tell that a positional-only parameter has another place."""


@st.composite
def edited(draw: st.DrawFn, most: int = 5) -> tuple[Package, tuple[Edit, ...]]:
    """A package, and edits of different elements of it; the kind is drawn first, so that rare kinds are tried too."""
    package = draw(packages())
    by_kind: dict[str, list[Edit]] = {}
    for edit in edits(package):
        by_kind.setdefault(edit.kind, []).append(edit)
    chosen: list[Edit] = []
    for _ in range(draw(st.integers(1, most))):
        edit = draw(st.sampled_from(by_kind[draw(st.sampled_from(sorted(by_kind)))]))
        if all(edit.apart(other) for other in chosen):
            chosen.append(edit)
    return package, tuple(chosen)
