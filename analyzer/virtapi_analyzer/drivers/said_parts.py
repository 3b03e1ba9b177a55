"""What the type checker said of a driver's source, as far as it concerns the interface."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from virtapi_analyzer.drivers.beside import Beside
from virtapi_analyzer.drivers.outline import ClassOutline
from virtapi_analyzer.drivers.part import SaidPart
from virtapi_analyzer.model.location import Location
from virtapi_analyzer.model.said import Said, SaidKind


def concerns(beside: Beside, said: Said) -> bool:
    """Whether a message is in the interface's reach."""
    module = beside.files.get(said.file)
    imported = said.kind is SaidKind.MODULE or (said.kind is SaidKind.NAME and said.owner is not None)
    if module is None or (not beside.strict and not imported):
        return False  # of a foreign interface only signatures are judged, and whether it can be imported at all
    around, member = beside.outlines[module].at(said.line)
    overrides = around is not None and member is not None and beside.overrides(around.path, member.name)
    if member is not None and any(first <= said.line <= last for first, last in member.inner):
        overrides = False  # what a function inside it returns is not what it returns
    below = around is not None and any(map(beside.of_release, beside.around(around.path)))
    if said.optional is not None:
        return True
    if said.kind is SaidKind.ATTRIBUTE and (own := _named(beside, said.owner)):
        return _expected_above(beside, own, said)
    if said.kind in (SaidKind.CALL, SaidKind.ARGUMENT) and _of_the_interface(beside, said):
        return True
    owner = said.owner or ""
    if said.kind in _OF_TWO_CLASSES and _own_base(beside, owner):
        return False  # a base of the driver's own says more or less than the release; that has its own message
    named = member.name if member is not None else None
    settable = said.kind is SaidKind.ATTRIBUTE_TYPE and said.code == "mutable-override"
    if settable and around is not None and _belongs_to_class(beside, around.path, named):
        return False  # nobody sets it on the class: it is read alone, and less is fine
    if said.kind is SaidKind.ITEM and overrides and member is not None:
        returned = any(first <= said.line and said.end_line <= last for first, last in member.returned)
        return returned or not member.parameters or beside.reach.concerns(said, module, below=below, overrides=True)
    if said.kind is SaidKind.ASSIGNED and member is not None:
        if around is not None and _set_on_itself(beside, around, said) is not None:
            return True
        if member.parameters and not member.annotations:
            return False  # what a name stands for may change where nobody declared it
    return beside.reach.concerns(said, module, below=below, overrides=overrides)


_OF_TWO_CLASSES = frozenset({SaidKind.SIGNATURE, SaidKind.PARAMETER_TYPE, SaidKind.RETURN_TYPE})


def _own_base(beside: Beside, owner: str) -> bool:
    """Whether this is a class of the driver's own; mypy names what stands in the same file by its short name."""
    return owner in beside.own or (owner in beside.looked.classes and not beside.of_release(owner))


def _set_on_itself(beside: Beside, around: ClassOutline, said: Said) -> str | None:
    """The member of the release that a method sets on its object on the line of a message."""
    return next((name for name in beside.offered(around.path) if said.line in around.assigned.get(name, ())), None)


def _named(beside: Beside, owner: str | None) -> Sequence[str]:
    """The driver's own classes of this name that inherit from the interface, or are mixed into what does."""
    found = beside.own.get(owner or "", ())
    return [path for path in found if any(map(beside.of_release, beside.around(path)))]


def _expected_above(beside: Beside, own: Sequence[str], said: Said) -> bool:
    """Whether a driver looks for something on itself that it would inherit: the names without `_` are the interface's.

    What a mixin looks for may come from what it is mixed with.
    """
    if said.name is None or (said.name.startswith("_") and said.name not in beside.known_elsewhere):
        return False
    among = [each for each in beside.drivers if any(path in beside.mro(each) for path in own)]
    return not any(said.name in beside.defined(base) for driver in among for base in beside.mro(driver))


def _of_the_interface(beside: Beside, said: Said) -> bool:
    """Whether what is called is the driver's own, and its signature the interface's: an override, or a constructor of
    what inherits the fields of an object."""
    around, _, name = (said.owner or "").rpartition(".")
    if around:
        return any(beside.overrides(path, name) for path in beside.own.get(around, ()))
    return any(said.name in beside.defined(base) for path in _named(beside, name) for base in beside.mro(path)[1:])


def _belongs_to_class(beside: Beside, path: str, name: str | None) -> bool:
    return any(
        beside.defined(base)[name].class_variable
        for base in beside.mro(path)
        if name is not None and beside.of_release(base) and name in beside.defined(base)
    )


def said_parts(beside: Beside) -> Iterator[SaidPart]:
    """What was said and concerns the interface, and what a type checker cannot say."""
    for said in (*beside.looked.said, *_calls_above(beside), *_superseded(beside)):
        if concerns(beside, said):
            yield _part(beside, said)


def _part(beside: Beside, said: Said) -> SaidPart:
    module = beside.files[said.file]
    around, member = beside.outlines[module].at(said.line)
    path, name = around.path if around is not None else None, member.name if member is not None else None
    if said.kind is SaidKind.ASSIGNED and around is not None:
        set_here = _set_on_itself(beside, around, said)
        if set_here is not None:
            said, name = replace(said, kind=SaidKind.ATTRIBUTE_TYPE), set_here
    if said.kind is SaidKind.BASES and path is not None and said.name is not None:  # it is about what a base has
        path, name = next((each for each in beside.mro(path) if said.name in beside.defined(each)), None), said.name
    built = beside.reach.constructed(said, module) is not None
    return SaidPart(
        release=beside.release,
        strict=beside.strict,
        said=said,
        location=Location(file=beside.shown[module], line=said.line),
        around=path,
        member=name,
        overrides=path is not None and name is not None and beside.overrides(path, name),
        returned=not built and member is not None and any(one <= said.line <= two for one, two in member.returned),
        attribute=not built and member is not None and not member.parameters,
        line_key=f"{beside.shown[module]}:{said.line}",
    )


def _superseded(beside: Beside) -> Iterator[Said]:
    """The superseded constants and enum members that are named: PEP 702 has no mark for them, so mypy says nothing."""
    files = {module: file for file, module in beside.files.items()}
    for module, outline in beside.outlines.items():
        for line, dotted in sorted(outline.attributes):
            first, _, rest = dotted.partition(".")
            start = beside.looked.names.get(f"{module}.{first}") or outline.imports.get(first)
            path, _, name = f"{start}.{rest}".rpartition(".")
            found = beside.release.classes.get(path)
            member = found.members.get(name) if found is not None else None
            if member is not None and member.kind == "attribute" and member.superseded_since is not None:
                instead = f"use {member.superseded_by}" if member.superseded_by else "it has no successor"
                yield Said(
                    kind=SaidKind.DEPRECATED,
                    text=f"constant {dotted} is deprecated: {instead}",
                    code="deprecated",
                    file=files[module],
                    line=line,
                    end_line=line,
                    owner=f"{path.rpartition('.')[2]}.{name}",
                    mentions=frozenset({f"{path}.{name}"}),
                )


def _calls_above(beside: Beside) -> Iterator[Said]:
    """The calls through `super()` of what the release leaves to drivers, and from which something is expected.

    mypy does not say so where the method above is declared in a stub: it cannot know that there is no body.
    """
    files = {module: file for file, module in beside.files.items()}
    for module, outline in beside.outlines.items():
        for line, dotted in sorted(outline.attributes):
            first, _, rest = dotted.partition(".")
            name = rest.partition(".")[0]
            around, _ = outline.at(line) if first == "super" else (None, None)
            if around is None or name.startswith("__"):
                continue
            definer = next((each for each in beside.mro(around.path)[1:] if name in beside.defined(each)), None)
            if definer is None or not beside.of_release(definer):
                continue
            member = beside.defined(definer)[name]
            if member.abstract and member.gives:
                yield Said(
                    kind=SaidKind.SUPER,
                    text="",
                    code="safe-super",
                    file=files[module],
                    line=line,
                    end_line=line,
                    name=name,
                    owner=definer,
                )
