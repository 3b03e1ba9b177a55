"""Names and types of the old version, as one witness writes them, and the imports that this needs."""

import builtins
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from virtapi_analyzer.compare.typed_places import types_within
from virtapi_analyzer.model.element import Attribute, AttributeKind, Class, ClassKind, Type
from virtapi_analyzer.model.interface import Interface
from virtapi_analyzer.model.type_variable import TypeVariable, VariableKind

_TEXT = r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\""
_DOTTED = re.compile(
    rf"(?P<text>{_TEXT})|(?<=collections\.abc\.Callable)(?P<open>\[\.\.\.,)"
    r"|(?<![\w.])(?P<name>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+)|~(?P<number>class\d+|\d+)"
)
_MARK = re.compile(r"~(class\d+|\d+)")
_OWN = frozenset({"Witness", "Unknown", "use", "value", "result", "it", *dir(builtins)})
_NOT_INHERITED = ("typing.", "typing_extensions.", "abc.ABC", "builtins.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """The two versions that a witness stands between. `renamed` maps old paths of classes to new ones where they
    differ, `modules` are the old version's, as far as they were read."""

    old: Interface
    new: Interface
    modules: Collection[str]
    renamed: Mapping[str, str]

    def split(self, path: str) -> tuple[str, str]:
        """The module of a dotted path, and the names that lead on from there."""
        module = path
        while module and module not in self.modules:
            module = module.rpartition(".")[0]
        if not module:  # of another package: names of classes are capitalised, those of modules are not
            parts = path.split(".")
            first = next((place for place, part in enumerate(parts) if part.lstrip("_")[:1].isupper()), len(parts) - 1)
            module = ".".join(parts[: max(first, 1)])
        return module, path[len(module) + 1 :]

    def gone(self, path: str) -> bool:
        """Whether the name is one of the old version alone."""
        module, _, name = path.rpartition(".")
        before, after = self.old.modules.get(module), self.new.modules.get(module)
        if path in self.new.classes or path in self.renamed or (after is not None and name in after.names):
            return False
        return path in self.old.classes or (before is not None and name in before.names)


class Spelling:
    """Writes the names and types of one witness, and remembers what they need. `taken` are names that it must leave to
    others."""

    def __init__(self, versions: Versions, taken: Collection[str] = ()) -> None:
        self.versions = versions
        self._taken = _OWN | set(taken)
        self._names: dict[str, str] = {}
        self._variables: dict[str, TypeVariable | None] = {}
        self._unknown = 0

    def name(self, path: str) -> str:
        """The name of what a dotted path leads to, imported."""
        if "." not in path:
            return path
        module, inside = self.versions.split(path)
        first, _, rest = inside.partition(".")
        if not first:
            return path
        home = f"{module}.{first}"
        if home not in self._names:
            local = first
            while local in self._taken or local in self._names.values():
                local += "_"
            self._names[home] = local
        return f"{self._names[home]}.{rest}" if rest else self._names[home]

    def class_(self, kind: Class) -> str:
        """A class, with variables for the arguments that it takes."""
        arguments = [self._variable(f"class{number}", kind) for number in range(1, len(kind.parameters) + 1)]
        return f"{self.name(kind.path)}[{', '.join(arguments)}]" if arguments else self.name(kind.path)

    def variables(self) -> list[str]:
        """The type variables that were used so far."""
        return [self._variable(mark) for mark in sorted(self._variables)]

    def argument(self, kind: Class, number: int) -> str:
        """What a class takes for one of its variables, at its widest: the bound, or anything."""
        variable = _of_class(kind, f"class{number}")
        if variable is not None and variable.kind is not VariableKind.TYPE:
            return "..." if variable.kind is VariableKind.PARAMETERS else "int"
        if variable is not None and variable.constraints:
            return self._bare(variable.constraints[0])
        return self._bare(variable.bound) if variable is not None and variable.bound is not None else "object"

    def type(self, type_: Type | None, *, unknown: bool = False, receiver: str | None = None) -> str:
        """A type. `unknown` has each `Any`, and a type that is not there, be a class of its own that nobody knows;
        `receiver` is what `Self` stands for."""
        if type_ is None:
            return self._any(unknown=unknown)
        marks = list(dict.fromkeys(_MARK.findall(type_.normal)))
        for mark, variable in zip(marks, type_.variables, strict=False):
            if self._variables.get(mark) is None:
                self._variables[mark] = variable

        def spelled(found: re.Match[str]) -> str:
            if found["text"]:
                return found["text"]
            if found["number"]:
                return self._variable(found["number"])
            if found["name"] == "typing.Any":
                return self._any(unknown=unknown)
            if found["open"]:
                return f"[[{self._any(unknown=True)}]," if unknown else found["open"]
            if found["name"] == "typing.Self" and receiver is not None:
                return receiver
            return self.name(found["name"])

        return _DOTTED.sub(spelled, type_.normal)

    def imports(self) -> str:
        """The imports beside the old version."""
        found = sorted((*self.versions.split(home), local) for home, local in self._names.items())
        return "".join(_import(*each) for each in found)

    def grafts(self) -> str:
        """The imports beside the new version, with stand-ins for what is gone there."""
        stand_ins = [self._stand_in(home) for home in list(self._names) if self.versions.gone(home)]
        lines = []
        for home, local in self._names.items():
            if not self.versions.gone(home):
                lines.append((*self.versions.split(self.versions.renamed.get(home, home)), local))
        return "".join(_import(*each) for each in sorted(lines)) + "".join(stand_ins)

    def declarations(self) -> str:
        """The type variables and unknown classes that were used."""
        lines = [self._declared(mark, variable) for mark, variable in sorted(self._variables.items())]
        lines += [f"class Unknown{number}: ..." for number in range(1, self._unknown + 1)]
        return "\n".join(lines)

    def prepare(self) -> None:
        """Name whatever the declarations need, so that the imports know it."""
        self.declarations()
        for home in [each for each in self._names if self.versions.gone(each)]:
            for base in self._surviving(home):
                self.name(base)

    def _any(self, *, unknown: bool) -> str:
        if not unknown:
            return self.name("typing.Any")
        self._unknown += 1
        return f"Unknown{self._unknown}"

    def _variable(self, mark: str, kind: Class | None = None) -> str:
        variable = self._variables.setdefault(mark, None if kind is None else _of_class(kind, mark))
        name = f"_{'C' if mark.startswith('class') else 'T'}{mark.removeprefix('class')}"
        many = variable is not None and variable.kind is VariableKind.TYPES and kind is not None
        return f"{self.name('typing.Unpack')}[{name}]" if many else name

    def _declared(self, mark: str, variable: TypeVariable | None) -> str:
        name = self._variable(mark)
        word = self.name(f"typing.{variable.kind.value if variable is not None else 'TypeVar'}")
        arguments = [f'"{name}"']
        if variable is not None:
            arguments += [self._bare(each) for each in variable.constraints]
            arguments += [f"bound={self._bare(variable.bound)}"] if variable.bound is not None else []
        return f"{name} = {word}({', '.join(arguments)})"

    def _bare(self, normal: str) -> str:
        return self.type(Type(text=normal, normal=normal))

    def _surviving(self, home: str) -> list[str]:
        kind = self.versions.old.classes.get(home)
        return [
            base
            for base in (kind.mro if kind is not None else ())
            if not base.startswith(_NOT_INHERITED) and base != "object" and not self.versions.gone(base)
        ][:1]

    def _stand_in(self, home: str) -> str:
        local = self._names[home]
        kind = self.versions.old.classes.get(home)
        if kind is None:
            element = self._element(home)
            made = isinstance(element, Attribute) and element.kind is AttributeKind.TYPE_VARIABLE and element.value
            if made and made.normal and made.normal.startswith("typing.NewType("):
                base = made.normal.partition(", ")[2].removesuffix(")")
                return f"class {local}({self._bare(base)}): ...\n"
            return f"class {local}: ...\n"
        bases = ", ".join(self.name(base) for base in self._surviving(home))
        members = ""
        if kind.kind is ClassKind.ENUM:
            names = (name for name, member in kind.members.items() if _is_member(member.element))
            members = "".join(f"\n    {name} = {number}" for number, name in enumerate(names, 1))
        return f"class {local}{f'({bases})' if bases else ''}:{members or ' ...'}\n"

    def _element(self, path: str) -> object:
        module, _, name = path.rpartition(".")
        before = self.versions.old.modules.get(module)
        export = before.names.get(name) if before is not None else None
        return export.element if export is not None else None


def _is_member(element: object) -> bool:
    return isinstance(element, Attribute) and element.kind is AttributeKind.MEMBER


def _of_class(kind: Class, mark: str) -> TypeVariable | None:
    """What a variable of a class accepts, as far as one of its members says."""
    for type_ in types_within(kind):
        marks = list(dict.fromkeys(_MARK.findall(type_.normal)))
        if mark in marks and marks.index(mark) < len(type_.variables):
            return type_.variables[marks.index(mark)]
    return None


def _import(module: str, name: str, local: str) -> str:
    first = name.partition(".")[0]
    return f"from {module} import {first}{f' as {local}' if local != first else ''}\n"
