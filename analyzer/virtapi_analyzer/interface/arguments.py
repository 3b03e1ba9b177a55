"""What a call passes: its arguments, with `*` and `**` of what the same function has written down."""

import ast
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from virtapi_analyzer.interface.containers import UNTOUCHED, Touch, touches
from virtapi_analyzer.interface.receivers import Assignment, literal
from virtapi_analyzer.model.call import Arguments


@dataclass(frozen=True, slots=True, kw_only=True)
class Locals:
    """The dicts and the sequences that one function writes down, as what `**` and `*` of their names would pass."""

    dicts: Mapping[str, Arguments] = field(default_factory=dict)
    sequences: Mapping[str, Arguments] = field(default_factory=dict)


NO_LOCALS = Locals()


def arguments(
    positional: Sequence[ast.expr], keywords: Sequence[ast.keyword], known: Locals, before: Arguments | None = None
) -> Arguments:
    """What a call passes; `before` is what a `partial` of it passes already."""
    passed = before or Arguments()
    for each in positional:
        if isinstance(each, ast.Starred):
            passed = _joined(passed, _sequence(each.value, known))
        else:
            called = (*passed.called, "" if passed.more_positional else _name(each))
            passed = replace(passed, positional=passed.positional + 1, called=called)
    for keyword in keywords:
        if keyword.arg is None:
            passed = _joined(passed, _dict(keyword.value, known))
        else:
            passed = _joined(passed, Arguments(keywords=(keyword.arg,)))
    return passed


def _joined(first: Arguments, second: Arguments) -> Arguments:
    certain = tuple(dict.fromkeys((*first.keywords, *second.keywords)))
    possible = (name for name in (*first.possible, *second.possible) if name not in certain)
    return Arguments(
        positional=first.positional + second.positional,
        keywords=certain,
        possible=tuple(dict.fromkeys(possible)),
        more_positional=first.more_positional or second.more_positional,
        more_keywords=first.more_keywords or second.more_keywords,
        called=(*first.called, *(("",) * second.positional if first.more_positional else second.called)),
    )


def _name(argument: ast.expr) -> str:
    """What an argument is called where it is passed."""
    match argument:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name.lstrip("_")
        case _:
            return ""


def _sequence(node: ast.expr, known: Locals) -> Arguments:
    if isinstance(node, ast.Tuple | ast.List):
        return arguments(node.elts, (), known)
    if isinstance(node, ast.Name) and node.id in known.sequences:
        return known.sequences[node.id]
    return Arguments(more_positional=True)


def _dict(node: ast.expr, known: Locals) -> Arguments:
    if isinstance(node, ast.Name):
        return known.dicts.get(node.id, Arguments(more_keywords=True))
    return written_dict(node, known) or Arguments(more_keywords=True)


def written_dict(node: ast.expr, known: Locals) -> Arguments | None:
    """What `**` of a literal dict, or of a call of `dict`, passes; None for anything else."""
    if isinstance(node, ast.Dict):
        pairs = zip(node.keys, node.values, strict=True)
        found = [ast.keyword(arg=literal(key) if key is not None else None, value=value) for key, value in pairs]
        return arguments((), found, known)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "dict":
        passed = arguments((), node.keywords, known)
        return replace(passed, more_keywords=passed.more_keywords or bool(node.args))
    return None


def locals_of(nodes: Sequence[ast.AST], assigned: Iterable[Assignment]) -> Locals:
    """The dicts and sequences of a function, from its own nodes and what it binds. One that is bound to anything else
    as well is not known."""
    dicts: dict[str, list[Arguments | None]] = {}
    sequences: dict[str, list[Arguments | None]] = {}
    for target, value, _, elements in assigned:
        if isinstance(target, ast.Name) and value is not None:
            listed = _sequence(value, NO_LOCALS) if isinstance(value, ast.Tuple | ast.List) and not elements else None
            sequences.setdefault(target.id, []).append(listed)
            dicts.setdefault(target.id, []).append(None if elements else written_dict(value, NO_LOCALS))
    known_dicts = {name: found for name, written in dicts.items() if (found := _all_known(written))}
    known_sequences = {name: found[0] for name, written in sequences.items() if len(found := _all_known(written)) == 1}
    touched = touches(nodes, {*known_dicts, *known_sequences})
    return Locals(
        dicts={name: _after(_either(found), touched.get(name, UNTOUCHED)) for name, found in known_dicts.items()},
        sequences={name: found for name, found in known_sequences.items() if name not in touched},
    )


def _all_known(written: Sequence[Arguments | None]) -> list[Arguments]:
    found = [each for each in written if each is not None]
    return found if len(found) == len(written) else []


def _either(written: Sequence[Arguments]) -> Arguments:
    """What one of several dicts passes."""
    certain = [name for name in written[0].keywords if all(name in each.keywords for each in written)]
    others = (name for each in written for name in (*each.keywords, *each.possible) if name not in certain)
    return Arguments(
        keywords=tuple(certain),
        possible=tuple(dict.fromkeys(others)),
        more_keywords=any(each.more_keywords for each in written),
    )


def _after(passed: Arguments, touch: Touch) -> Arguments:
    """What a dict passes after all that was done to it, on whatever path."""
    certain = [name for name in passed.keywords if name not in touch.removed and not touch.any_removed]
    others = (*passed.keywords, *passed.possible, *touch.added)
    return Arguments(
        keywords=tuple(certain),
        possible=tuple(dict.fromkeys(name for name in others if name not in certain)),
        more_keywords=passed.more_keywords or touch.any_added,
    )
