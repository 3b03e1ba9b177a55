"""The parallel addition that would do what a breaking change wants, as code.

Whoever has the old one keeps it for a cycle; the new one stands beside it, and each falls back on the other.
"""

import ast
from collections.abc import Iterator

from packaging.version import InvalidVersion, Version

from virtapi_analyzer.model.change import Change
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import Binding, Function
from virtapi_analyzer.model.pair import AnyPair, CallablePair, ClassPair, FieldPair, ParameterPair


def parallel(change: Change, *, release: str | None, last: str | None) -> str | None:
    """The code for the stub and for `fallbacks.py`; None for what no addition beside it can do.

    `release` is what the tree becomes; where nothing says so, it is the one after `last`.
    """
    pair: AnyPair = change.pair.callable if isinstance(change.pair, ParameterPair) else change.pair
    since = release or _next(last)
    if isinstance(pair, CallablePair) and pair.owner is not None:
        return _method(pair, pair.owner, since)
    return _field(pair, since) if isinstance(pair, FieldPair) else None


def _next(last: str | None) -> str:
    """The release after one: `2027.1` after `2026.2`."""
    try:
        year, number = (*Version(last or "").release, 0)[:2]
    except InvalidVersion:
        return "R"
    return f"{year}.2" if number == 1 else f"{year + 1}.1"


def _method(pair: CallablePair, owner: ClassPair, since: str) -> str | None:
    old, new = pair.old, pair.new
    if old is None or new is None or old.contract.superseded is not None or old.overloads or new.overloads:
        return None
    if old.binding is not Binding.INSTANCE or new.binding is not Binding.INSTANCE or old.name.startswith("__"):
        return None
    before, after = _parsed(old.text), _parsed(new.text)
    if before is None or after is None or before.args.vararg or before.args.kwarg:
        return None
    if after.args.vararg or after.args.kwarg:
        return None
    kind = pair.path.rpartition(".")[0].rpartition(".")[2]
    name = new.name if new.name != old.name else _free(old.name, owner)
    after.name = name
    header = new.text.replace(f"def {new.name}(", f"def {name}(", 1)
    receiver = "driver" if Role.DRIVER in pair.roles else "host"
    blocks = [
        f"# in {kind}",
        "\n".join([f'@since("{since}")', *_contract(new), f"{header}: ..."]),
        "\n".join([*_ending(name, since), *_contract(old), f"{old.text}: ..."]),
        "# in fallbacks.py",
        _fallback(kind, receiver, header, of=after, by=before),
        _fallback(kind, receiver, old.text, of=before, by=after),
    ]
    return "\n\n".join(blocks)


def _ending(by: str, since: str) -> tuple[str, str]:
    return f'@superseded(by="{by}", since="{since}")', f'@deprecated("Use {by}.")'


def _contract(function: Function) -> Iterator[str]:
    """The words of the contract that both of them keep; neither is abstract in the cycle."""
    if function.contract.raises is not None:
        yield f"@raises({', '.join(path.rpartition('.')[2] for path in function.contract.raises)})"
    if function.contract.concurrent:
        yield "@concurrent"


Definition = ast.FunctionDef | ast.AsyncFunctionDef


def _parsed(text: str) -> Definition | None:
    """A definition as a report shows it; None where that is not one that Python reads."""
    try:
        (node,) = ast.parse(f"{text.rstrip(':')}: ...").body
    except (SyntaxError, ValueError):
        return None
    if not isinstance(node, Definition) or not (node.args.posonlyargs or node.args.args):
        return None
    return node


def _fallback(kind: str, receiver: str, header: str, *, of: Definition, by: Definition) -> str:
    """What stands in for one method where a driver has the other: it passes on what both of them take."""
    taken = {each.arg for each in _arguments(of.args)[1:]}
    while receiver in taken:
        receiver = f"{receiver}_"
    header = header.replace(f"({_receiver(of)}", f"({receiver}: {kind}", 1)
    waits = "await " if isinstance(by, ast.AsyncFunctionDef) and isinstance(of, ast.AsyncFunctionDef) else ""
    call = f"{waits}{receiver}.{by.name}({', '.join(_passed(by.args, taken))})"
    gives = "" if of.returns is not None and ast.unparse(of.returns) == "None" else "return "
    return f'@fallback_for("{kind}.{of.name}")\n{header}:\n    {gives}{call}'


def _receiver(node: Definition) -> str:
    return ast.unparse(_arguments(node.args)[0])


def _arguments(arguments: ast.arguments) -> list[ast.arg]:
    return [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]


def _passed(arguments: ast.arguments, taken: set[str]) -> Iterator[str]:
    """The arguments of a call: what the caller has by that name, `...` for what somebody has to think of."""
    positional = [*arguments.posonlyargs, *arguments.args]
    optional = {each.arg for each in positional[len(positional) - len(arguments.defaults) :]}
    pairs = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    optional |= {each.arg for each, default in pairs if default is not None}
    left_out = False
    for each in _arguments(arguments)[1:]:
        if each.arg not in taken and each.arg in optional:
            left_out = True
            continue
        value = each.arg if each.arg in taken else "..."
        by_name = each in arguments.kwonlyargs or (left_out and each in arguments.args)
        yield f"{each.arg}={value}" if by_name else value


def _field(pair: FieldPair, since: str) -> str | None:
    old, new = pair.old, pair.new
    if old is None or new is None or old.contract.superseded is not None or old.type is None or new.type is None:
        return None
    name = new.name if new.name != old.name else _free(old.name, pair.owner)
    kind = pair.path.rpartition(".")[0].rpartition(".")[2]
    ending = f'Superseded(by="{name}", since="{since}")'
    return "\n".join(
        [
            f"# in {kind}",
            "",
            f'{name}: Annotated[{new.type.text}, Since("{since}")] = converted()',
            f"{old.name}: Annotated[{old.type.text}, {ending}] = converted()",
            "",
            "# in fallbacks.py: say how each is made of the other",
            "",
            *_converter(kind, name, new.type.text, old.name, old.type.text),
            "",
            *_converter(kind, old.name, old.type.text, name, new.type.text),
        ]
    )


def _converter(kind: str, name: str, made: str, other: str, given: str) -> Iterator[str]:
    yield f'@fallback_for("{kind}.{name}")'
    yield f"def {name}({other}: {given}, /) -> {made}:"
    yield f"    return {other}"


def _free(name: str, owner: ClassPair) -> str:
    """A name beside this one that the class does not have: its owner finds a better one."""
    taken = {member for side in (owner.old, owner.new) if side is not None for member in side.members}
    number = 2
    while f"{name}_{number}" in taken:
        number += 1
    return f"{name}_{number}"
