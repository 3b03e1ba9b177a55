"""The classes of a driver's modules beside one release, from one run to the next.

The type checker does not load a module about which nothing changed, so its classes are kept from the run that loaded
it. They hold as long as the modules that they and all their bases come from have the same interface, by the type
checker's own digests: whatever changes in a class changes the digest of its module.

They are kept as plain lists, which need not be understood to know that nothing changed.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from virtapi_analyzer.interface.cache import keep

if TYPE_CHECKING:
    from virtapi_analyzer.checker.checking import Seen
    from virtapi_analyzer.model.checked import CheckedClass, CheckedMember

FORM = 2
"""Raised with every change of what is kept, and of how it is read from the type checker's trees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Classes:
    """The classes of modules. `defined` and `names` are as `Seen` has them.

    `classes` are those and what they inherit from, each as a list: its module, its order of resolution, and what else
    `checked_classes` reads. `interfaces` are the digests of all modules that they come from.
    """

    defined: Mapping[str, Sequence[str]]
    names: Mapping[str, Mapping[str, str]]
    classes: Mapping[str, Sequence[Any]]
    interfaces: Mapping[str, str]


NOTHING = Classes(defined={}, names={}, classes={}, interfaces={})


def load(file: Path) -> Classes:
    """What is kept in a file; nothing where there is none that can be read."""
    try:
        form, defined, names, classes, interfaces = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, TypeError):
        return NOTHING
    return Classes(defined=defined, names=names, classes=classes, interfaces=interfaces) if form == FORM else NOTHING


def save(file: Path, found: Classes) -> None:
    """Keep these, and nothing else."""
    keep(file, json.dumps([FORM, found.defined, found.names, found.classes, found.interfaces]).encode())


def together(seen: "Seen", known: Classes, modules: Sequence[str]) -> Classes | None:
    """The classes of these modules; None where one was not loaded, and is not any more as it was known."""
    if not all(module in seen.defined or _holds(known, module, seen.interfaces) for module in modules):
        return None
    loaded = {path: _written(each) for path, each in seen.classes.items()}
    defined = {module: (seen if module in seen.defined else known).defined[module] for module in modules}
    classes: dict[str, Sequence[Any]] = {}
    for path in (path for paths in defined.values() for path in paths):
        for base in (loaded.get(path) or known.classes[path])[1]:
            if base not in classes:
                classes[base] = loaded.get(base) or known.classes[base]
    homes = sorted({*modules, *(each[0] for each in classes.values())})
    return Classes(
        defined=defined,
        names={module: (seen if module in seen.defined else known).names[module] for module in modules},
        classes=classes,
        interfaces={home: seen.interfaces[home] for home in homes if home in seen.interfaces},
    )


def _holds(known: Classes, module: str, interfaces: Mapping[str, str]) -> bool:
    if module not in known.defined:
        return False
    bases = (base for path in known.defined[module] for base in known.classes[path][1])
    homes = {module, *(known.classes[base][0] for base in bases)}
    return all(home in interfaces and known.interfaces.get(home) == interfaces[home] for home in homes)


def _written(each: "CheckedClass") -> list[Any]:
    members = [_member(member) for member in each.members.values()]
    return [each.module, list(each.mro), [list(pair) for pair in each.undefined], each.open, members]


def _member(each: "CheckedMember") -> list[Any]:
    marks = [each.override, each.opaque, each.asynchronous, each.abstract, each.gives, each.class_variable]
    listed = each.signature.parameters if each.signature is not None else None
    parameters = [[p.name, p.kind.value, p.default is not None] for p in listed] if listed is not None else None
    return [each.name, each.kind.value, marks, parameters]


def checked_classes(found: Classes) -> Mapping[str, "CheckedClass"]:
    """The classes, understood."""
    from virtapi_analyzer.model.checked import CheckedClass

    return {
        path: CheckedClass(
            path=path,
            module=module,
            mro=tuple(mro),
            members={name: _read(name, *rest) for name, *rest in members},
            undefined=tuple((name, asks) for name, asks in undefined),
            open=is_open,
        )
        for path, (module, mro, undefined, is_open, members) in found.classes.items()
    }


def _read(name: str, kind: str, marks: Iterable[bool], listed: Iterable[Any] | None) -> "CheckedMember":
    from virtapi_analyzer.model.checked import CheckedMember, MemberKind
    from virtapi_analyzer.model.signature import Parameter, ParameterKind, Signature, Value

    override, opaque, asynchronous, abstract, gives, class_variable = marks
    given = Value(text="...", normal=None)
    parameters = [
        Parameter(name=name, kind=ParameterKind(kind), default=given if has_default else None)
        for name, kind, has_default in listed or ()
    ]
    return CheckedMember(
        name=name,
        kind=MemberKind(kind),
        signature=Signature(parameters=tuple(parameters)) if listed is not None else None,
        override=override,
        opaque=opaque,
        asynchronous=asynchronous,
        abstract=abstract,
        gives=gives,
        class_variable=class_variable,
    )
