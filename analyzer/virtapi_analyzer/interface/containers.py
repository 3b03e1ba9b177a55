"""What becomes of a function's local dicts and lists after they were written down."""

import ast
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from virtapi_analyzer.interface.receivers import literal

_READS = frozenset({"get", "items", "keys", "values", "copy", "index", "count"})
_PURE = frozenset({"len", "dict", "list", "tuple", "set", "frozenset", "sorted", "bool", "str", "repr", "any", "all"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """What is done to a container on some path: keys that are added and removed, by name where they are written down.

    `any_added` and `any_removed` say that it may be any: by a name that is made at run time, or out of sight.
    """

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    any_added: bool = False
    any_removed: bool = False


UNTOUCHED = Touch()
_OUT_OF_SIGHT = Touch(any_added=True, any_removed=True)


def touches(nodes: Sequence[ast.AST], names: Collection[str]) -> Mapping[str, Touch]:
    """What is done to the containers with these names by the nodes of a function; nothing for those only read.

    One that is handed on as a whole, or that a function inside uses, is out of sight.
    """
    found: dict[str, Touch] = {}
    understood: set[int] = set()
    for node in nodes:
        for used, touch in _uses(node):
            if used.id in names:
                understood.add(id(used))
                if touch is not UNTOUCHED:
                    found[used.id] = _both(found.get(used.id, UNTOUCHED), touch)
    for name in _elsewhere(nodes, understood):
        if name in names:
            found[name] = _both(found.get(name, UNTOUCHED), _OUT_OF_SIGHT)
    return found


def _both(first: Touch, second: Touch) -> Touch:
    return Touch(
        added=(*first.added, *second.added),
        removed=(*first.removed, *second.removed),
        any_added=first.any_added or second.any_added,
        any_removed=first.any_removed or second.any_removed,
    )


def _elsewhere(nodes: Sequence[ast.AST], understood: Collection[int]) -> Iterator[str]:
    """The names that are read in ways that say nothing of what becomes of them."""
    for node in nodes:
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and id(node) not in understood:
            yield node.id
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield from (each.id for each in ast.walk(node) if isinstance(each, ast.Name))


def _uses(node: ast.AST) -> Iterable[tuple[ast.Name, Touch]]:
    """The names that a node uses in a way that is understood, and what it does to them."""
    match node:
        case ast.keyword(arg=None, value=ast.Name() as name) | ast.Starred(value=ast.Name() as name):
            return [(name, UNTOUCHED)]
        case ast.For(iter=ast.Name() as name) | ast.comprehension(iter=ast.Name() as name):
            return [(name, UNTOUCHED)]
        case ast.Compare(comparators=compared):
            return [(each, UNTOUCHED) for each in compared if isinstance(each, ast.Name)]
        case ast.Subscript(value=ast.Name() as name, slice=key, ctx=context):
            return [(name, _item(literal(key), context))]
        case ast.AugAssign(target=ast.Name() as name, value=value):
            return [(name, _update([value], []))]
        case ast.Call(func=ast.Name(id=function), args=args) if function in _PURE:
            return [(each, UNTOUCHED) for each in args if isinstance(each, ast.Name)]
        case ast.Call(func=ast.Attribute(value=ast.Name() as name, attr=method), args=args, keywords=keywords):
            return [(name, _method(method, args, keywords))]
        case _:
            return []


def _item(key: str | None, context: ast.expr_context) -> Touch:
    if isinstance(context, ast.Load):
        return UNTOUCHED
    if isinstance(context, ast.Del):
        return Touch(removed=(key,)) if key is not None else Touch(any_removed=True)
    return Touch(added=(key,)) if key is not None else Touch(any_added=True)


def _method(method: str, args: Sequence[ast.expr], keywords: Sequence[ast.keyword]) -> Touch:
    key = literal(args[0]) if args else None
    match method:
        case "setdefault":
            return _item(key, ast.Store())
        case "pop":
            return _item(key, ast.Del())
        case "update":
            return _update(args, keywords)
        case _:
            return UNTOUCHED if method in _READS else _OUT_OF_SIGHT


def _update(args: Sequence[ast.expr], keywords: Sequence[ast.keyword]) -> Touch:
    """What is added by what is written down; anything where it is not."""
    keys: list[str | None] = [keyword.arg for keyword in keywords]
    for written in args:
        match written:
            case ast.Dict(keys=found):
                keys += [literal(key) if key is not None else None for key in found]
            case ast.Call(func=ast.Name(id="dict"), args=[], keywords=found):
                keys += [keyword.arg for keyword in found]
            case _:
                keys.append(None)
    return Touch(added=tuple(key for key in keys if key is not None), any_added=None in keys)
