"""Python itself judges overload sets: real calls of a function with the signature of each form.

A call is what a form takes, with a type for each argument; a form of another set takes it as it was meant where it
binds, no argument lands on another parameter, and the types fit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from tests.compare.oracle import DRIVER, NOWHERE, Verdict, landings, misdirected, render
from virtapi_analyzer.compare.calls import call_pairs
from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import Binding, Function, Parameter, Signature, Type
from virtapi_analyzer.model.pair import ClassPair, MethodPair
from virtapi_analyzer.policy.audiences import audiences
from virtapi_analyzer.rules import changes

Forms = tuple[Signature, ...]
TYPES = ("int", "str")


@dataclass(frozen=True, slots=True)
class Call:
    """A call: so many positional arguments, these keywords, and the types of all of them in this order."""

    count: int
    keywords: tuple[str, ...]
    types: tuple[str, ...]


def of_type(signature: Signature, texts: Sequence[str]) -> Signature:
    """The signature with these types of its parameters and, last, of its result."""
    types = [Type(text=text, normal=text) for text in texts]
    parameters = tuple(replace(p, type=type_) for p, type_ in zip(signature.parameters, types, strict=False))
    return Signature(parameters=parameters, returns=types[-1])


def _landed(form: Signature, argument: str, where: str) -> Parameter:
    """The parameter that an argument lands on."""
    stars = {"*": "VAR_POSITIONAL", "**": "VAR_KEYWORD"}
    return next(p for p in form.parameters if p.kind.name == stars.get(where) or p.name == where)


def takes(form: Signature, call: Call) -> dict[str, str] | None:
    """Where the arguments of a call land; None where it does not bind, or a type does not fit."""
    found = landings(render(form), form, call.count, call.keywords)
    if found is None:
        return None
    arguments = [*(f"#{place}" for place in range(call.count)), *(f"={name}" for name in call.keywords)]
    for argument, given in zip(arguments, call.types, strict=True):
        wanted = _landed(form, argument, found[argument]).type
        if wanted is not None and given and given not in wanted.normal.split(" | "):
            return None
    return dict(found)


def calls(forms: Forms, others: Forms, *, typed: bool) -> Iterator[Call]:
    """Every call that may make a difference between the two sets."""
    every = (*forms, *others)
    names = sorted({p.name for form in every for p in form.parameters if not p.kind.variadic})
    most = max(sum(p.kind.positional for p in form.parameters) for form in every) + 1
    for count in range(most + 1):
        for size in range(len(names) + 2):
            for keywords in combinations((*names, "fresh"), size):
                for types in product(TYPES if typed else ("",), repeat=count + size):
                    yield Call(count, keywords, types)


def hurt(meant: Signature, call: Call, others: Forms, *, typed: bool) -> Severity:
    """How badly a call that one form takes fares with the others: as with the best of them that takes it."""
    before = takes(meant, call)
    assert before is not None
    best = Severity.BREAKING
    for other in others:
        after = takes(other, call)
        if after is None or (typed and meant.returns != other.returns):
            continue
        named = [{p.name: p for p in side.parameters if not p.kind.variadic} for side in (meant, other)]
        common = named[0].keys() & named[1].keys()
        nameless = {name for name in common if not any(side[name].kind.named for side in named)}
        best = min(best, misdirected(before, after, common, nameless))
    return best


def worst(forms: Forms, others: Forms, *, typed: bool) -> Severity:
    """The worst that happens to a call of one set with the other one."""
    found = Severity.NON_BREAKING
    for call in calls(forms, others, typed=typed):
        for form in forms:
            if takes(form, call) is not None:
                found = max(found, hurt(form, call, others, typed=typed))
    return found


def judge(old: Forms, new: Forms) -> Verdict:
    """What really calling says of two sets without types.

    An override that has the old forms is refused by a type checker where no single one takes what a new form takes.
    """
    driver = worst(new, old, typed=False)
    single = all(any(worst((form,), (one,), typed=False) is Severity.NON_BREAKING for one in old) for form in new)
    return Verdict(worst(old, new, typed=False), driver if single else max(driver, Severity.POTENTIALLY_BREAKING))


def method(forms: Forms) -> Function:
    """A method of a driver with these forms; with one alone it is a plain one."""
    return Function(
        path="pkg.Driver.f", text="def f(…)", location=NOWHERE, signature=forms[-1], binding=Binding.INSTANCE,
        overloads=forms if len(forms) > 1 else (),
    )  # fmt: skip


def findings(old: Forms, new: Forms) -> list[tuple[str, str, Severity, Severity]]:
    """Our findings on a driver's method: rule, path, and the severities for host and driver."""
    roles = frozenset({Role.DRIVER})
    owner = ClassPair(path="pkg.Driver", old=DRIVER, new=DRIVER, roles=roles)
    pair = MethodPair(path="pkg.Driver.f", old=method(old), new=method(new), roles=roles, owner=owner)
    return [(change.rule, change.path, *audiences(change)) for change in changes(call_pairs(pair))]


def shown(old: Forms, new: Forms) -> str:
    """The two sets, for whoever reads a counterexample."""
    sides = ["; ".join(f"({render(form)}) {_types(form)}" for form in side) for side in (old, new)]
    return f"{sides[0]}  ->  {sides[1]}: {findings(old, new)}"


def _types(form: Signature) -> str:
    types = (*(parameter.type for parameter in form.parameters), form.returns)
    return ", ".join(type_.text if type_ is not None else "-" for type_ in types)
