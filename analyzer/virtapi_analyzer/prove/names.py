"""Witnesses for what modules export: imported, and used as what it was."""

from collections.abc import Iterator

from virtapi_analyzer.model.element import Attribute, AttributeKind, Class, Export, Function, Reference
from virtapi_analyzer.model.pair import ExportPair, FunctionPair, ModulePair
from virtapi_analyzer.prove import callables, classes, values
from virtapi_analyzer.prove.declaring import subclass
from virtapi_analyzer.prove.spelling import Spelling, Versions
from virtapi_analyzer.prove.witness import Witness, witness


def imported(versions: Versions, pair: ExportPair) -> Iterator[Witness]:
    """The name imported, and what it leads to used."""
    if pair.old is None:
        return
    module, _, name = pair.path.rpartition(".")
    yield witness(Spelling(versions), f"from {module} import {name}\n")
    yield witness(Spelling(versions), f"from {module} import *\n\n{name}\n")
    yield from _used(versions, pair, pair.old)
    element = pair.old.element
    target = element.target if isinstance(element, Reference) else element.path
    if target != pair.path:
        spelling = Spelling(versions)
        here, there = spelling.name(pair.path), spelling.name(target)
        yield witness(spelling, f"def use(it: {here}) -> {there}:\n    return it\n")


def module(versions: Versions, pair: ModulePair) -> Iterator[Witness]:
    """The module imported, and where it made up names, such a name."""
    if pair.old is None:
        return
    yield witness(Spelling(versions), f"import {pair.path}\n")
    if pair.old.dynamic:
        yield witness(Spelling(versions), f"from {pair.path} import anything_else\n")


def _used(versions: Versions, pair: ExportPair, old: Export) -> Iterator[Witness]:
    match old.element:
        case Function() as function:
            yield from callables.called(versions, FunctionPair(path=pair.path, old=function, new=None), None)
        case Class() as kind:
            yield from classes.nested(versions, kind, pair.path)
            if not kind.final:
                yield subclass(Spelling(versions), kind, ["pass"])
        case Attribute() as attribute if attribute.kind is AttributeKind.CONSTANT:
            yield from values.constant(versions, pair.path, attribute)
        case Attribute() as attribute if attribute.kind is AttributeKind.ALIAS:
            yield from values.alias(versions, pair.path, attribute)
