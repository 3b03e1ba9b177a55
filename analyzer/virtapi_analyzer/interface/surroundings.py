"""What leads to the functions of a host that call drivers: which of its places call them, up to its edge."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from virtapi_analyzer.interface.host_modules import HostModule, How, Named
from virtapi_analyzer.model.call import Call
from virtapi_analyzer.model.shelter import Site

Fetch = Callable[[frozenset[str]], Sequence[HostModule]]
"""Gives the modules that name one of these functions and were not given yet."""


@dataclass(slots=True, kw_only=True)
class _Known:
    """What is known of a host so far, by the names of its functions."""

    functions: dict[str, set[str]] = field(default_factory=dict)
    classes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    below: dict[str, set[str]] = field(default_factory=dict)
    implementing: set[str] = field(default_factory=set)
    named: dict[str, list[Named]] = field(default_factory=dict)

    def add(self, module: HostModule) -> None:
        for path in module.functions:
            self.functions.setdefault(path.rpartition(".")[2], set()).add(path)
        self.classes.update(module.classes)
        for path, bases in module.classes.items():
            for base in bases:
                self.below.setdefault(base, set()).add(path)
        self.implementing |= module.implementing
        for each in module.named:
            self.named.setdefault(each.name.rpartition(".")[2], []).append(each)


def sites_of(calls: Sequence[Call], modules: Iterable[HostModule], fetch: Fetch) -> Mapping[str, tuple[Site, ...]]:
    """The places that call each function on a way from the host's edge to one of these calls, by the function's path.

    A function that nothing of the host calls is at its edge: it has no place here.
    """
    known = _Known()
    for module in modules:
        known.add(module)
    sites: dict[str, tuple[Site, ...]] = {}
    waiting = list(dict.fromkeys(call.within for call in calls))
    while waiting:
        wanted = frozenset(map(_called_as, waiting))
        for module in fetch(wanted):
            known.add(module)
        next_: list[str] = []
        for function in waiting:
            found = tuple(dict.fromkeys((*_sites(function, known), *_through_drivers(function, known, calls))))
            sites[function] = found
            next_ += [site.within for site in found]
        waiting = [each for each in dict.fromkeys(next_) if each not in sites]
    return {function: found for function, found in sites.items() if found}


def _called_as(function: str) -> str:
    """The name by which a function is called."""
    owner, _, name = function.rpartition(".")
    return owner.rpartition(".")[2] if name == "__init__" else name


def _sites(function: str, known: _Known) -> Iterator[Site]:
    for named in known.named.get(_called_as(function), ()):
        targets, sure = _targets(named, known)
        if function in targets and named.within != function:
            yield Site(within=named.within, shelter=named.shelter, sure=sure and len(targets) == 1, handed=named.handed)


def _targets(named: Named, known: _Known) -> tuple[frozenset[str], bool]:
    """The functions that may be meant, and whether it is sure that it is one of them."""
    if named.how is How.OWN:
        return frozenset(_of_class(named.owner, named.name, known)), True
    candidates = known.functions.get(named.name.rpartition(".")[2], set())
    if named.how is How.LOOSE:
        return frozenset(each for each in candidates if each.rpartition(".")[0] in known.classes), False
    if named.name in known.classes:
        return frozenset({f"{named.name}.__init__"}), True
    if named.name in candidates:
        return frozenset({named.name}), True
    # Imported from a package that only passes it on: the functions of that name below the package.
    package = named.name.rpartition(".")[0]
    return frozenset(each for each in candidates if each.startswith(f"{package}.")), False


def _of_class(owner: str, name: str, known: _Known) -> Iterator[str]:
    """The methods of that name that an object of the class, or of one below it, may have."""
    waiting, seen = [owner], set[str]()
    while waiting:  # the nearest above
        class_ = waiting.pop(0)
        if class_ in seen:
            continue
        seen.add(class_)
        if f"{class_}.{name}" in known.functions.get(name, ()):
            yield f"{class_}.{name}"
            break
        waiting += known.classes.get(class_, ())
    waiting, seen = list(known.below.get(owner, ())), set()
    while waiting:
        class_ = waiting.pop()
        if class_ in seen:
            continue
        seen.add(class_)
        if f"{class_}.{name}" in known.functions.get(name, ()):
            yield f"{class_}.{name}"
        waiting += known.below.get(class_, ())


def _through_drivers(function: str, known: _Known, calls: Sequence[Call]) -> Iterator[Site]:
    """The calls of drivers that lead to a method of the interface itself, whose default calls other methods."""
    owner, _, name = function.rpartition(".")
    if owner in known.implementing:
        for call in calls:
            if call.method == name and call.within != function:
                yield Site(within=call.within, shelter=call.shelter)
