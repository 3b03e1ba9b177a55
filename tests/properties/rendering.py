"""Source text from a description, in one of many spellings that all say the same."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from textwrap import indent
from zlib import crc32

from tests.properties.descriptions import (
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
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import ParameterKind
from virtapi_analyzer.model.interface import Flow


class Respelling(Enum):
    """Ways of saying the same in other words."""

    DEFINITIONS_REORDERED = auto()
    MEMBERS_REORDERED = auto()
    KEYS_REORDERED = auto()
    ANNOTATIONS_QUOTED = auto()
    UNION_CALLED = auto()
    UNION_REORDERED = auto()
    OPTIONAL_CALLED = auto()
    GENERICS_OF_TYPING = auto()
    MODULES_IMPORTED = auto()
    PRIVATE_ALIASES = auto()
    ANNOTATED = auto()
    LITERALS_REORDERED = auto()
    FIELDS_CALLED = auto()
    KEYWORD_ONLY_MARKED = auto()
    VALUES_NAMED = auto()
    NUMBERS_IN_HEX = auto()
    DOCSTRINGS = auto()
    COMMENTS = auto()
    VARIADIC_RENAMED = auto()
    POSITIONAL_ONLY_RENAMED = auto()
    POSITIONAL_ONLY_BY_NAME = auto()
    SELF_RENAMED = auto()
    COROUTINE_RETURNED = auto()
    DECORATED = auto()
    MOVED_TO_PRIVATE_MODULE = auto()
    STAR_IMPORTED = auto()
    MOVED_UP_TO_PRIVATE_BASE = auto()
    TOTAL_FALSE = auto()
    FUNCTIONAL_TYPED_DICT = auto()
    AUTO = auto()
    ABSTRACT_METACLASS = auto()
    UNDER_A_SETTLED_TEST = auto()
    EXPORTS_DECLARED = auto()
    ALIAS_DECLARED = auto()
    RAISES_REORDERED = auto()


@dataclass(frozen=True, slots=True)
class Spelling:
    """Which respellings are used. Each one is used in some places, which `seed` decides."""

    used: frozenset[Respelling] = frozenset()
    seed: int = 0

    def has(self, respelling: Respelling, path: str) -> bool:
        """Whether it is used at this path."""
        return respelling in self.used and crc32(f"{self.seed} {respelling.name} {path}".encode()) % 3 > 0


PLAIN = Spelling()
TYPING = [
    "Annotated",
    "Any",
    "ClassVar",
    "Final",
    "Generic",
    "Literal",
    "NamedTuple",
    "NotRequired",
    "Optional",
    "Required",
    "TypedDict",
    "Union",
]
TYPING += ["Callable", "Dict", "FrozenSet", "List", "Sequence", "Type", "TypeAlias", "final", "overload"]
NAMES = dict.fromkeys(TYPING, "typing")
NAMES |= dict.fromkeys(("ABC", "ABCMeta", "abstractmethod"), "abc")
NAMES |= dict.fromkeys(("KW_ONLY", "dataclass", "field"), "dataclasses")
NAMES |= dict.fromkeys(("driver_interface", "host_interface", "open_enum", "raises"), "virtapi.contract")
NAMES |= dict.fromkeys(("concurrent", "experimental", "superseded"), "virtapi.contract")
NAMES |= dict.fromkeys(("Enum", "IntEnum", "StrEnum", "auto"), "enum")
OLD_GENERICS = {"list": "List", "dict": "Dict", "frozenset": "FrozenSet", "type": "Type"}
PRELUDE = "\n".join(
    [
        "from __future__ import annotations",
        "import abc, collections.abc as cabc, dataclasses, enum, sys, typing, virtapi.contract",
        *(f"from {module} import {name}" for name, module in NAMES.items()),
        "def _traced(function): return function",
        "",
    ]
)
ROLES = {Role.DRIVER: "driver_interface", Role.HOST: "host_interface"}
PRIVATE_BASE = "_Base"
"""What the names of private bases begin with."""
CARRIER = "Carrier"
"""The driver-implemented class whose methods give and take what flows."""


def render(package: Package, spelling: Spelling = PLAIN) -> Mapping[str, str]:
    """The files of the package by their path inside it."""
    files = {}
    for module, definitions in (("sub", package.sub), ("root", package.root)):
        moved, kept = _apart(definitions, module, spelling)
        lines = _Writer(spelling).module(kept)
        if moved:
            files[f"_{module}.pyi"] = PRELUDE + _Writer(spelling).module(moved)
            star = spelling.has(Respelling.STAR_IMPORTED, module)
            names = ["*"] if star else [f"{each.name} as {each.name}" for each in moved]
            lines = f"from pkg._{module} import {', '.join(names)}\n{lines}"
        exported = [each.name for each in definitions]
        if module == "root":
            lines += _tail(package)
            exported += [*package.reexported, *([CARRIER] if any(package.flowing()) else [])]
        if spelling.has(Respelling.EXPORTS_DECLARED, module) or not set(exported).isdisjoint(package.hidden):
            lines += f"__all__ = {[name for name in exported if name not in package.hidden]}\n"
        files["__init__.pyi" if module == "root" else f"{module}.pyi"] = PRELUDE + lines
    return files


def _apart(
    definitions: Sequence[Definition], module: str, spelling: Spelling
) -> tuple[list[Definition], list[Definition]]:
    """What is moved to a private module, and what stays. A class goes where its bases go."""
    classes = {each.name: each for each in definitions if isinstance(each, Class)}
    moved: list[Definition] = []
    kept: list[Definition] = []
    for each in definitions:
        first: Definition = each
        while isinstance(first, Class) and first.base is not None:
            first = classes[first.base]
        elsewhere = not isinstance(first, Import) and spelling.has(Respelling.MOVED_TO_PRIVATE_MODULE, first.name)
        (moved if elsewhere else kept).append(each)
    return moved, kept


def _tail(package: Package) -> str:
    """What the root says of the other module: re-exports, and the driver that sends the data."""
    sub = {each.name for each in package.sub}
    lines = [f"from pkg.sub import {name} as {name}" for name in package.reexported]
    lines += [f"from pkg.sub import {d.name}" for d in package.flowing() if d.name in sub - set(package.reexported)]
    methods = []
    for each in package.flowing():
        if Flow.TO_HOST in each.flow:
            methods.append(f"    def give_{each.tag}(self) -> {each.name}: ...")
        if Flow.TO_DRIVER in each.flow:
            methods.append(f"    def take_{each.tag}(self, value: {each.name}) -> None: ...")
    if methods:
        lines += ["@driver_interface", f"class {CARRIER}:", *methods]
    return "".join(f"{line}\n" for line in lines)


@dataclass(slots=True)
class _Writer:
    spelling: Spelling
    private: list[str] = field(default_factory=list)
    """Lines that go before all others: aliases, and named values."""

    def module(self, definitions: Iterable[Definition]) -> str:
        listed = list(definitions)
        if self._has(Respelling.DEFINITIONS_REORDERED, "module"):
            listed = [*(d for d in reversed(listed) if not isinstance(d, Class)), *_by_base(listed[::-1])]
        texts = [self._settled(each.name, self._definition(each)) for each in listed]
        return "".join([*(f"{line}\n" for line in self.private), *texts])

    def _settled(self, name: str, text: str) -> str:
        if self._has(Respelling.COMMENTS, name):
            text = f"# What {name} is for.\n\n{text}"
        if self._has(Respelling.UNDER_A_SETTLED_TEST, name):
            text = f"if sys.version_info >= (3, 8):\n{indent(text, '    ')}"
        return text

    def _definition(self, definition: Definition) -> str:
        match definition:
            case Function():
                return self._function(definition, definition.name, of_class=False)
            case Variable():
                return f"{self._variable(definition, definition.name)}\n"
            case Alias(name, type_):
                declared = f": {self._name('TypeAlias')}" if self._has(Respelling.ALIAS_DECLARED, name) else ""
                return f"{name}{declared} = {self._type(type_, name)}\n"
            case Import(name, target):
                return f"from {target.rpartition('.')[0]} import {target.rpartition('.')[2]} as {name}\n"
            case Error(name, base):
                return f"class {name}({base}):\n{self._docstring(name)}    ...\n"
            case Class():
                return self._class(definition)
            case Choice():
                return self._choice(definition)
            case Data(kind="dataclass"):
                return self._dataclass(definition)
            case Data(kind="NamedTuple"):
                lines = [self._item(each, definition.name) for each in definition.fields]
                return f"class {definition.name}({self._name('NamedTuple')}):\n{self._body(definition.name, lines)}"
            case Data():
                return self._typed_dict(definition)

    def _class(self, kind: Class) -> str:
        members = list(kind.members)
        if self._has(Respelling.MEMBERS_REORDERED, kind.name):
            members.reverse()
        base = kind.base or self._name("ABC")
        if kind.base is None and self._has(Respelling.ABSTRACT_METACLASS, kind.name):
            base = f"metaclass={self._name('ABCMeta')}"
        above = ""
        if members and self._has(Respelling.MOVED_UP_TO_PRIVATE_BASE, kind.name):
            up, members = members[: (len(members) + 1) // 2], members[(len(members) + 1) // 2 :]
            private = PRIVATE_BASE + kind.name
            above = f"class {private}({base}):\n{self._body(private, [self._member(m, kind.name) for m in up])}"
            base = private
        final = f"@{self._name('final')}\n" if kind.final else ""
        role = f"@{self._name(ROLES[kind.role])}\n" if kind.role is not None else ""
        body = self._body(kind.name, [self._member(m, kind.name) for m in members])
        return f"{above}{final}{role}class {kind.name}({base}):\n{body}"

    def _body(self, path: str, parts: Sequence[str]) -> str:
        lines = "".join(part if part.endswith("\n") else f"{part}\n" for part in parts) or "...\n"
        return self._docstring(path) + indent(lines, "    ")

    def _member(self, member: Member, owner: str) -> str:
        path = f"{owner}.{member.name}"
        match member:
            case Function():
                return self._function(member, path, of_class=True)
            case Variable():
                return self._variable(member, path)
            case Property():
                return self._property(member, path)

    def _property(self, member: Property, path: str) -> str:
        abstract = f"@{self._name('abstractmethod')}\n" if member.abstract else ""
        name = member.name
        text = f"@property\n{abstract}def {name}(self) -> {self._annotation(member.type, path)}: ...\n"
        if member.settable:
            text += f"@{name}.setter\n{abstract}def {name}(self, value: {self._annotation(member.type, path)}): ...\n"
        if member.deletable:
            text += f"@{name}.deleter\n{abstract}def {name}(self) -> None: ...\n"
        return text

    def _variable(self, variable: Variable, path: str) -> str:
        annotation = self._annotation(variable.type, path)
        if variable.final:
            annotation = f"{self._name('Final')}[{annotation}]"
        return f"{variable.name}: {annotation}{self._default(variable.value, path)}"

    def _function(self, function: Function, path: str, *, of_class: bool) -> str:
        if function.forms:
            return self._overloads(function, path, of_class=of_class)
        coroutine = function.asynchronous and self._has(Respelling.COROUTINE_RETURNED, path)
        returns = self._annotation(function.returns, path)
        if coroutine:
            returns = f"cabc.Coroutine[{self._name('Any')}, {self._name('Any')}, {returns}]"
        define = "async def" if function.asynchronous and not coroutine else "def"
        parts = list(self._parameters(function.parameters, path))
        if of_class and function.binding != "staticmethod":
            first = "cls" if function.binding == "classmethod" else "self"
            by_name = any(part.startswith("__") for part in parts)
            parts.insert(0, "this" if self._has(Respelling.SELF_RENAMED, path) and not by_name else first)
        body = "raise NotImplementedError" if function.refuses else "..."
        inside = indent(f"{body}\n", "    ")
        text = f"{define} {function.name}({', '.join(parts)}) -> {returns}:\n{self._docstring(path)}{inside}"
        return "".join(f"@{decorator}\n" for decorator in self._decorators(function, path)) + text

    def _decorators(self, function: Function, path: str) -> Iterator[str]:
        if function.final:
            yield self._name("final")
        if function.binding:
            yield function.binding
        if function.raises is not None:
            reordered = self._has(Respelling.RAISES_REORDERED, path)
            yield f"{self._name('raises')}({', '.join(function.raises[::-1] if reordered else function.raises)})"
        for mark in sorted(function.marks):
            yield self._name(mark) + ("(by=None, since='1')" if mark == "superseded" else "")
        if self._has(Respelling.DECORATED, path):
            yield "_traced"
        if function.abstract:
            yield self._name("abstractmethod")

    def _overloads(self, function: Function, path: str, *, of_class: bool) -> str:
        receiver = "self, " if of_class else ""
        text = ""
        for number, form in enumerate(function.forms):
            type_ = self._annotation(form, f"{path}{number}")
            text += f"@{self._name('overload')}\ndef {function.name}({receiver}value: {type_}) -> {type_}: ...\n"
        return text

    def _parameters(self, parameters: Sequence[Parameter], path: str) -> Iterator[str]:
        only = [p for p in parameters if p.kind is ParameterKind.POSITIONAL_ONLY]
        by_name = bool(only) and self._has(Respelling.POSITIONAL_ONLY_BY_NAME, path)
        starred = False
        for parameter in parameters:
            name, kind, where = parameter.name, parameter.kind, f"{path}({parameter.name})"
            if kind is ParameterKind.KEYWORD_ONLY and not starred:
                yield "*"
            starred = starred or kind >= ParameterKind.VAR_POSITIONAL
            if kind.variadic and self._has(Respelling.VARIADIC_RENAMED, where):
                name = f"other_{name}"
            if kind is ParameterKind.POSITIONAL_ONLY:
                name = f"its_{name}" if self._has(Respelling.POSITIONAL_ONLY_RENAMED, where) else name
                name = f"__{name}" if by_name else name
            stars = {ParameterKind.VAR_POSITIONAL: "*", ParameterKind.VAR_KEYWORD: "**"}.get(kind, "")
            annotation = self._annotation(parameter.type, where)
            yield f"{stars}{name}: {annotation}{self._default(parameter.default, where)}"
            if only and parameter is only[-1] and not by_name:
                yield "/"

    def _dataclass(self, data: Data) -> str:
        options = ", ".join(sorted(data.options))
        decorator = f"@{self._name('dataclass')}" + (f"({options})" if options else "")
        fields, above, base = data.fields, "", ""
        if self._has(Respelling.MOVED_UP_TO_PRIVATE_BASE, data.name):
            up, fields = fields[: len(fields) // 2], fields[len(fields) // 2 :]
            private = PRIVATE_BASE + data.name
            above = f"{decorator}\nclass {private}:\n{self._body(private, self._fields(data.name, up))}"
            base = f"({private})"
        body = self._body(data.name, self._fields(data.name, fields))
        return f"{above}{decorator}\nclass {data.name}{base}:\n{body}"

    def _fields(self, owner: str, fields: Sequence[Field]) -> list[str]:
        plain = [each for each in fields if not each.keyword_only]
        marked = [each for each in fields if each.keyword_only]
        if not marked or list(fields) != [*plain, *marked] or not self._has(Respelling.KEYWORD_ONLY_MARKED, owner):
            return [self._field(each, owner) for each in fields]
        lines = [self._field(each, owner) for each in plain]
        lines.append(f"_: {self._name('KW_ONLY')}")
        return lines + [self._field(replace(each, keyword_only=False), owner) for each in marked]

    def _field(self, each: Field, owner: str) -> str:
        path = f"{owner}.{each.name}"
        text = f"{each.name}: {self._annotation(each.type, path)}"
        called = each.default is not None and self._has(Respelling.FIELDS_CALLED, path)
        if not each.keyword_only and not called:
            return text + self._default(each.default, path)
        options = [f"default={each.default}"] if each.default is not None else []
        options += ["kw_only=True"] if each.keyword_only else []
        return f"{text} = {self._name('field')}({', '.join(options)})"

    def _item(self, each: Field, owner: str) -> str:
        path = f"{owner}.{each.name}"
        return f"{each.name}: {self._annotation(each.type, path)}{self._default(each.default, path)}"

    def _typed_dict(self, data: Data) -> str:
        fields = list(data.fields)
        if self._has(Respelling.KEYS_REORDERED, data.name):
            fields.reverse()
        partial = self._has(Respelling.TOTAL_FALSE, data.name)
        total = ", total=False" if partial else ""
        keys = []
        for each in fields:
            annotation = self._annotation(each.type, f"{data.name}.{each.name}")
            if each.optional is not partial:
                annotation = f"{self._name('NotRequired' if each.optional else 'Required')}[{annotation}]"
            keys.append((each.name, annotation))
        if self._has(Respelling.FUNCTIONAL_TYPED_DICT, data.name):
            inside = ", ".join(f"{name!r}: {annotation}" for name, annotation in keys)
            return f"{data.name} = {self._name('TypedDict')}({data.name!r}, {{{inside}}}{total})\n"
        lines = [f"{name}: {annotation}" for name, annotation in keys]
        return f"class {data.name}({self._name('TypedDict')}{total}):\n{self._body(data.name, lines)}"

    def _choice(self, choice: Choice) -> str:
        counted = [each.value for each in choice.members] == [str(n + 1) for n in range(len(choice.members))]
        automatic = counted and self._has(Respelling.AUTO, choice.name)
        lines = [
            f"{each.name} = {self._name('auto')}()"
            if automatic
            else f"{each.name}{self._default(each.value, f'{choice.name}.{each.name}')}"
            for each in choice.members
        ]
        decorator = f"@{self._name('open_enum')}\n" if choice.open else ""
        return f"{decorator}class {choice.name}({self._name(choice.base)}):\n{self._body(choice.name, lines)}"

    def _docstring(self, path: str) -> str:
        if not self._has(Respelling.DOCSTRINGS, path):
            return ""
        return f'    """What {path} says of itself, edition {self.spelling.seed}."""\n'

    def _default(self, text: str | None, path: str) -> str:
        return "" if text is None else f" = {self._value(text, path)}"

    def _value(self, text: str, path: str) -> str:
        if text.isdecimal() and self._has(Respelling.NUMBERS_IN_HEX, path):
            text = hex(int(text))
        if self._has(Respelling.VALUES_NAMED, path):
            name = f"_VALUE_{len(self.private)}"
            self.private.append(f"{name} = {text}")
            return name
        return text

    def _annotation(self, type_: Type, path: str) -> str:
        text = self._type(type_, path)
        if self._has(Respelling.PRIVATE_ALIASES, path):
            name = f"_Alias{len(self.private)}"
            self.private.append(f"{name} = {text}")
            text = name
        if self._has(Respelling.ANNOTATED, path):
            text = f"{self._name('Annotated')}[{text}, 'in some unit']"
        return repr(text) if self._has(Respelling.ANNOTATIONS_QUOTED, path) else text

    def _type(self, type_: Type, path: str) -> str:
        inner = [self._type(each, f"{path}{number}") for number, each in enumerate(type_.inner)]
        match type_.head:
            case head if head == UNION:
                return self._union(inner, path)
            case "Literal":
                ordered = inner[::-1] if self._has(Respelling.LITERALS_REORDERED, path) else inner
                return f"{self._name('Literal')}[{', '.join(ordered)}]"
            case "Callable":
                maker = self._name("Callable") if self._has(Respelling.GENERICS_OF_TYPING, path) else "cabc.Callable"
                return f"{maker}[[{', '.join(inner[:-1])}], {inner[-1]}]"
            case "Sequence":
                maker = self._name("Sequence") if self._has(Respelling.GENERICS_OF_TYPING, path) else "cabc.Sequence"
                return f"{maker}[{inner[0]}]"
            case head if head in OLD_GENERICS:
                maker = self._name(OLD_GENERICS[head]) if self._has(Respelling.GENERICS_OF_TYPING, path) else head
                return f"{maker}[{', '.join(inner)}]"
            case head:
                return head

    def _union(self, inner: list[str], path: str) -> str:
        if self._has(Respelling.UNION_REORDERED, path):
            inner.reverse()
        if "None" in inner and len(inner) > 1 and self._has(Respelling.OPTIONAL_CALLED, path):
            others = [each for each in inner if each != "None"]
            return f"{self._name('Optional')}[{self._joined(others, path)}]"
        return self._joined(inner, path)

    def _joined(self, inner: Sequence[str], path: str) -> str:
        if len(inner) > 1 and self._has(Respelling.UNION_CALLED, path):
            return f"{self._name('Union')}[{', '.join(inner)}]"
        return " | ".join(inner)

    def _name(self, name: str) -> str:
        return f"{NAMES[name]}.{name}" if Respelling.MODULES_IMPORTED in self.spelling.used else name

    def _has(self, respelling: Respelling, path: str) -> bool:
        return self.spelling.has(respelling, path)


def _by_base(definitions: Sequence[Definition]) -> list[Definition]:
    """The classes in the given order, but each after its base."""
    waiting = [each for each in definitions if isinstance(each, Class)]
    placed: list[Definition] = []
    while waiting:
        here = {each.name for each in waiting}
        ready = next(each for each in waiting if each.base not in here)
        placed.append(ready)
        waiting.remove(ready)
    return placed
