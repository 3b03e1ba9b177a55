"""Python itself judges the signature relation: real calls of `def f(SIGNATURE): return locals()`.

`python tests/compare/oracle.py --pairs 1000000` compares our findings with the judge's over random pairs of
signatures from a seeded generator, and prints every disagreement.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations
from typing import Any

from virtapi_analyzer.compare.calls import parameter_pairs
from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import (
    Binding,
    Class,
    ClassKind,
    Function,
    Location,
    Parameter,
    ParameterKind,
    Signature,
    Value,
)
from virtapi_analyzer.model.pair import ClassPair, MethodPair
from virtapi_analyzer.policy.audiences import audiences
from virtapi_analyzer.rules import changes

NAMES = ("a", "b", "c", "d")
NOWHERE = Location(file="oracle", line=1)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The worst that each side suffers."""

    host: Severity
    driver: Severity


def render(signature: Signature) -> str:
    """The signature as Python writes it."""
    parts: list[str] = []
    parameters = signature.parameters
    for index, parameter in enumerate(parameters):
        star_seen = any(
            p.kind in (ParameterKind.VAR_POSITIONAL, ParameterKind.KEYWORD_ONLY) for p in parameters[:index]
        )
        if parameter.kind is ParameterKind.KEYWORD_ONLY and not star_seen:
            parts.append("*")
        prefix = {ParameterKind.VAR_POSITIONAL: "*", ParameterKind.VAR_KEYWORD: "**"}.get(parameter.kind, "")
        parts.append(f"{prefix}{parameter.name}" + ("=None" if parameter.default else ""))
        last = index + 1 == len(parameters) or parameters[index + 1].kind is not ParameterKind.POSITIONAL_ONLY
        if parameter.kind is ParameterKind.POSITIONAL_ONLY and last:
            parts.append("/")
    return ", ".join(parts)


@lru_cache(maxsize=200_000)
def function(text: str) -> Callable[..., dict[str, Any]]:
    """A real function with that signature."""
    namespace: dict[str, Any] = {}
    exec(f"def f({text}): return locals()", namespace)
    made: Callable[..., dict[str, Any]] = namespace["f"]
    return made


def landings(text: str, signature: Signature, count: int, keywords: tuple[str, ...]) -> Mapping[str, str] | None:
    """Where each argument of a call lands: argument to parameter (`*` and `**` for the variadic); None: no call."""
    positional = tuple(f"#{index}" for index in range(count))
    try:
        bound = function(text)(*positional, **{name: f"={name}" for name in keywords})
    except TypeError:
        return None
    found: dict[str, str] = {}
    for parameter in signature.parameters:
        value = bound[parameter.name]
        if parameter.kind is ParameterKind.VAR_POSITIONAL:
            found.update(dict.fromkeys(value, "*"))
        elif parameter.kind is ParameterKind.VAR_KEYWORD:
            found.update(dict.fromkeys(value.values(), "**"))
        elif value is not None:
            found[value] = parameter.name
    return found


def judge(old: Signature, new: Signature) -> Verdict:
    """What really calling says: who has a call that does not survive."""
    host = driver = Severity.NON_BREAKING
    old_text, new_text = render(old), render(new)
    named = [{p.name: p for p in side.parameters if not p.kind.variadic} for side in (old, new)]
    common = named[0].keys() & named[1].keys()
    nameless = {name for name in common if not any(side[name].kind.named for side in named)}
    names = (*sorted(named[0].keys() | named[1].keys()), "fresh")
    most = max(sum(p.kind.positional for p in side.parameters) for side in (old, new)) + 1
    for count in range(most + 1):
        for size in range(len(names) + 1):
            for keywords in combinations(names, size):
                before = landings(old_text, old, count, keywords)
                after = landings(new_text, new, count, keywords)
                if before is None and after is None:
                    continue
                hurt = (
                    Severity.BREAKING
                    if before is None or after is None
                    else misdirected(before, after, common, nameless)
                )
                host = max(host, hurt) if before is not None else host
                driver = max(driver, hurt) if after is not None else driver
    return Verdict(host, driver)


def misdirected(before: Mapping[str, str], after: Mapping[str, str], common: Any, nameless: set[str]) -> Severity:
    wrong = {
        name
        for argument in before
        if before[argument] != after[argument]
        for name in (before[argument], after[argument])
        if name in common
    }
    if not wrong:
        return Severity.NON_BREAKING
    return Severity.POTENTIALLY_BREAKING if wrong <= nameless else Severity.BREAKING


def method(signature: Signature) -> Function:
    """A method of a driver with that signature."""
    return Function(
        path="pkg.Driver.f", text=f"def f({render(signature)})", location=NOWHERE, signature=signature,
        binding=Binding.INSTANCE,
    )  # fmt: skip


DRIVER = Class(path="pkg.Driver", text="class Driver", location=NOWHERE, kind=ClassKind.PLAIN)


def findings(old: Signature, new: Signature) -> list[tuple[str, str, Severity, Severity]]:
    """Our findings on a driver's method: rule, path, and the severities for host and driver."""
    roles = frozenset({Role.DRIVER})
    owner = ClassPair(path="pkg.Driver", old=DRIVER, new=DRIVER, roles=roles)
    pair = MethodPair(path="pkg.Driver.f", old=method(old), new=method(new), roles=roles, owner=owner)
    return [(change.rule, change.path, *audiences(change)) for change in changes(parameter_pairs(pair))]


def verdict(found: list[tuple[str, str, Severity, Severity]]) -> Verdict:
    """The worst of our findings for each side."""
    worst = Severity.NON_BREAKING
    return Verdict(max([worst, *(f[2] for f in found)]), max([worst, *(f[3] for f in found)]))


def signatures(random_: random.Random) -> Iterator[Signature]:
    """Random valid signatures, without end."""
    while True:
        yield random_signature(random_)


def random_signature(random_: random.Random, named: Sequence[str] = NAMES) -> Signature:
    """One valid signature with some parameters of these names."""
    names = random_.sample(named, random_.randint(0, len(named)))
    kinds = sorted(
        random_.choice((ParameterKind.POSITIONAL_ONLY, ParameterKind.POSITIONAL_OR_KEYWORD, ParameterKind.KEYWORD_ONLY))
        for _ in names
    )
    defaults = [random_.random() < 0.5 for _ in names]
    return signature(
        [(name, kind, default) for name, kind, default in zip(names, kinds, defaults, strict=True)],
        rest=random_.random() < 0.2,
        keywords=random_.random() < 0.2,
    )


def signature(named: list[tuple[str, ParameterKind, bool]], *, rest: bool, keywords: bool) -> Signature:
    """A signature from its named parameters; a default makes those behind it in the line optional too."""
    optional = False
    parameters = []
    for name, kind, default in named:
        optional = (optional or default) if kind.positional else default
        parameters.append(
            Parameter(name=name, kind=kind, default=Value(text="None", normal="None") if optional else None)
        )
    if rest:
        parameters.append(Parameter(name="args", kind=ParameterKind.VAR_POSITIONAL))
    if keywords:
        parameters.append(Parameter(name="kw", kind=ParameterKind.VAR_KEYWORD))
    return Signature(parameters=tuple(sorted(parameters, key=lambda parameter: parameter.kind)))


def edited(random_: random.Random, before: Signature) -> Signature | None:
    """The signature after one edit, or None where the edit does not apply."""
    parameters = list(before.parameters)
    named = [index for index, p in enumerate(parameters) if not p.kind.variadic]
    kind = random_.choice(("add", "remove", "rename", "swap", "move", "kind", "default", "rest", "keywords"))
    if kind in ("rest", "keywords"):
        name, variadic = ("args", ParameterKind.VAR_POSITIONAL) if kind == "rest" else ("kw", ParameterKind.VAR_KEYWORD)
        kept = [p for p in parameters if p.kind is not variadic]
        parameters = kept if len(kept) < len(parameters) else [*kept, Parameter(name=name, kind=variadic)]
        return Signature(parameters=tuple(sorted(parameters, key=lambda p: p.kind)))
    if kind == "add":
        came = Parameter(
            name="z",
            kind=ParameterKind(random_.choice((0, 1, 3))),
            default=random_.choice((None, Value(text="None", normal="None"))),
        )
        parameters.insert(random_.randint(0, len(parameters)), came)
    elif not named:
        return None
    else:
        at = random_.choice(named)
        if kind == "remove":
            del parameters[at]
        elif kind == "rename":
            parameters[at] = replace(parameters[at], name="z")
        elif kind == "kind":
            parameters[at] = replace(parameters[at], kind=ParameterKind(random_.choice((0, 1, 3))))
        elif kind == "default":
            parameters[at] = replace(
                parameters[at], default=None if parameters[at].default else Value(text="None", normal="None")
            )
        else:
            other = random_.choice(named)
            if kind == "swap":
                parameters[at], parameters[other] = parameters[other], parameters[at]
            else:
                parameters.insert(other, parameters.pop(at))
    return Signature(parameters=tuple(parameters)) if valid(parameters) else None


def valid(parameters: list[Parameter]) -> bool:
    """Whether Python takes the parameters in this order."""
    kinds = [p.kind for p in parameters]
    line = [p.default is not None for p in parameters if p.kind.positional]
    return kinds == sorted(kinds) and line == sorted(line)


def disagreement(old: Signature, new: Signature) -> str | None:
    """One line where our findings and the judge differ, else None."""
    found, truth = findings(old, new), judge(old, new)
    ours = verdict(found)
    if ours == truth:
        return None
    return f"({render(old)}) -> ({render(new)}): judge {truth}, findings {found}"


def main() -> int:
    """Run the comparison and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=2026)
    arguments = parser.parse_args()
    random_ = random.Random(arguments.seed)
    start, wrong, several = time.monotonic(), 0, 0
    for done in range(arguments.pairs):
        old = random_signature(random_)
        one_edit = done % 2 == 1
        new = (edited(random_, old) or old) if one_edit else random_signature(random_)
        line = disagreement(old, new)
        if one_edit and len(found := findings(old, new)) > 1:
            several += 1
            print(f"several findings for one edit: ({render(old)}) -> ({render(new)}): {found}")
        if line:
            wrong += 1
            print(line)
        if (wrong + several) >= 50:
            break
        if done % 100_000 == 99_999:
            print(f"{done + 1} pairs, {wrong} disagreements, {time.monotonic() - start:.0f} s", file=sys.stderr)
    print(f"{arguments.pairs} pairs, seed {arguments.seed}: {wrong} disagreements, {several} edits told twice")
    return 1 if wrong or several else 0


if __name__ == "__main__":
    sys.exit(main())
