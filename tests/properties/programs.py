"""Small programs that use a package as it is, one element each, to be run against a later version of it.

Python is the judge: what ran with the old text and fails with the new one is broken, for the side that writes it.
"""

import sys
from collections.abc import Coroutine, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType

from tests.properties.descriptions import Choice, Class, Data, Definition, Error, Function, Package, Parameter, Variable
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import ParameterKind
from virtapi_analyzer.model.interface import Flow

HOST = frozenset({"host"})
DRIVER = frozenset({"driver"})
FILES = {"pkg": "__init__.pyi", "pkg._sub": "_sub.pyi", "pkg.sub": "sub.pyi", "pkg._root": "_root.pyi"}
"""The modules; all but the first are run in this order, and then that one."""


@dataclass(frozen=True, slots=True)
class Program:
    """`path` is the element that it uses, `sides` who writes such a program."""

    path: str
    text: str
    sides: frozenset[str]


def made(kind: type) -> object:
    """An object of any class, abstract or not."""
    concrete = type("Made", (kind,), {"__init__": lambda _: None})
    concrete.__abstractmethods__ = frozenset()  # type: ignore[attr-defined]
    return concrete()


def awaited(answer: object) -> None:
    """Fail if the call gave nothing to await."""
    assert isinstance(answer, Coroutine)
    answer.close()


def given(answer: object) -> None:
    """Fail if the call gave something to await."""
    if isinstance(answer, Coroutine):
        answer.close()
        raise AssertionError("a coroutine")


def programs(package: Package) -> Iterator[Program]:
    """The programs of both sides."""
    for module, definitions in (("pkg", package.root), ("pkg.sub", package.sub)):
        for definition in definitions:
            if definition.name not in package.hidden:
                start = f"from {module} import {definition.name} as X\n"
                yield Program(definition.name, start, HOST)
                yield from (Program(path, start + text, sides) for path, text, sides in _uses(definition))
    for name in package.reexported:
        yield Program(name, f"from pkg import {name}\n", HOST)


def _uses(definition: Definition) -> Iterator[tuple[str, str, frozenset[str]]]:
    name = definition.name
    making, reading = _sides(definition)
    match definition:
        case Function(forms=()):
            for call in _calls(definition):
                yield name, f"{_used(definition)}(X({call}))", HOST
        case Error(base=base):
            yield name, f"assert issubclass(X, {base})", HOST
        case Variable(value=str() as value, final=True):
            yield name, f"assert X == {value}", HOST
        case Data(kind="dataclass" | "NamedTuple" as kind, fields=fields):
            required = [each for each in fields if each.default is None]
            by_place = sorted((f"{each.name}=1" if each.keyword_only else "1" for each in fields), key=len)
            yield name, f"X({', '.join(by_place)})", making
            yield name, f"X({', '.join(f'{each.name}=1' for each in fields)})", making
            yield name, f"X({', '.join(f'{each.name}=1' for each in required)})", making
            everything = f"made = X({', '.join(f'{each.name}=1' for each in fields)})"
            for each in fields:
                yield name, f"{everything}\nmade.{each.name}", making & reading
            if kind == "NamedTuple":
                yield name, f"{everything}\n{', '.join(each.name for each in fields)}, = made", making & reading
            elif "frozen=True" in definition.options:
                yield name, f"{everything}\nhash(made)", making & reading
            else:
                yield name, f"{everything}\nmade.{fields[0].name} = 2", making & reading
        case Choice(members=members):
            for one in members:
                yield f"{name}.{one.name}", f"X.{one.name}", reading | making
                yield f"{name}.{one.name}", f"assert X({one.value}).name == {one.name!r}", reading
        case Class():
            yield from _uses_of_class(definition, making, reading)
        case _:
            return


def _sides(definition: Definition) -> tuple[frozenset[str], frozenset[str]]:
    """Who makes the values of this, or implements it; and who reads or calls it."""
    match definition:
        case Class(role=Role.DRIVER) | Data(flow=Flow.TO_HOST) | Choice(flow=Flow.TO_HOST):
            return DRIVER, HOST
        case Class(role=Role.HOST) | Data(flow=Flow.TO_DRIVER) | Choice(flow=Flow.TO_DRIVER):
            return HOST, DRIVER
        case Data(flow=flow) | Choice(flow=flow) if flow:
            return HOST | DRIVER, HOST | DRIVER
        case _:
            return HOST, HOST


def _uses_of_class(
    kind: Class, making: frozenset[str], reading: frozenset[str]
) -> Iterator[tuple[str, str, frozenset[str]]]:
    for member in kind.members:
        path = f"{kind.name}.{member.name}"
        match member:
            case Function(forms=(), refuses=False):
                for call in _calls(member):
                    yield path, f"{_used(member)}(made(X).{member.name}({call}))", reading
                    if member.binding:
                        yield path, f"{_used(member)}(X.{member.name}({call}))", reading
            case Variable(value=str()):
                yield path, f"X.{member.name}", reading | making
            case _:
                pass
    if kind.role is not None and kind.base is None:
        names = [member.name for member in kind.members if getattr(member, "abstract", False)]
        lines = "".join(f"    {name} = None\n" for name in names) or "    pass\n"
        yield kind.name, f"class Mine(X):\n{lines}Mine()", making


def _used(function: Function) -> str:
    return "awaited" if function.asynchronous else "given"


def _calls(function: Function) -> Iterator[str]:
    """The arguments of a few calls that the function takes: all by place, all by name, only what is required."""
    listed = [each for each in function.parameters if not each.kind.variadic]
    required = [each for each in listed if each.default is None]
    for chosen in (listed, required):
        yield ", ".join(_argument(each, by_name=False) for each in chosen)
        yield ", ".join(_argument(each, by_name=True) for each in chosen)
    if any(each.kind is ParameterKind.VAR_KEYWORD for each in function.parameters):
        yield ", ".join([*(_argument(each, by_name=False) for each in required), "anything=1"])


def _argument(parameter: Parameter, *, by_name: bool) -> str:
    named = by_name and parameter.kind.named
    return f"{parameter.name}=1" if named or parameter.kind is ParameterKind.KEYWORD_ONLY else "1"


@contextmanager
def imported(files: Mapping[str, str]) -> Iterator[None]:
    """Let programs import the package."""
    before = {name: sys.modules.pop(name, None) for name in FILES}
    try:
        package = sys.modules["pkg"] = ModuleType("pkg")
        package.__path__ = []
        for name, path in FILES.items():
            if path in files and name != "pkg":
                sys.modules[name] = ModuleType(name)
                _run(files[path], sys.modules[name])
        _run(files[FILES["pkg"]], package)
        yield
    finally:
        for name, module in before.items():
            sys.modules.pop(name, None)
            if module is not None:
                sys.modules[name] = module


def _run(text: str, module: ModuleType) -> None:
    exec(compile(text, f"<{module.__name__}>", "exec"), module.__dict__)
    for name in vars(module).get("__annotations__", ()):  # what a stub only declares, a module would define
        vars(module).setdefault(name, None)


def failure(program: Program) -> Exception | None:
    """What a program raises; None where it runs to its end."""
    try:
        exec(program.text, {"__name__": "program", "made": made, "awaited": awaited, "given": given})
    except NotImplementedError:  # the object's class should have defined what it inherits here
        return None
    except Exception as error:
        return error
    return None
