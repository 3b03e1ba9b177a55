"""The transitions under way between two versions, and those that end with the newer one."""

from collections.abc import Iterator, Mapping

from virtapi_analyzer.compare.lives import elements, resolved
from virtapi_analyzer.model.contract import Contract
from virtapi_analyzer.model.element import Class, Element
from virtapi_analyzer.model.interface import Interface
from virtapi_analyzer.model.transition import Transition


def transitions(old: Interface | None, new: Interface) -> Iterator[Transition]:
    """Each element whose end is announced: by the newer version, in its order, then what the older one announced and
    the newer one has no more."""
    before, now = elements(old) if old is not None else {}, elements(new)
    names = {**_public(new), **(_public(old) if old is not None else {})}
    for path, element in now.items():
        if _ending(element.contract):
            announced = path in before and _ending(before[path].contract)
            yield _transition(path, element, now, names, announced=announced)
    for path, element in before.items():
        if _ending(element.contract) and path not in now:
            yield _transition(path, element, {**before, **now}, names, announced=True, gone=True)


def _public(interface: Interface) -> dict[str, str]:
    """The first name under which a module exports each element, by its path: what changes of it are called."""
    names: dict[str, str] = {}
    for module, found in interface.modules.items():
        for name, export in found.names.items():
            names.setdefault(export.element.path, f"{module}.{name}")
    return names


def _named(path: str, names: Mapping[str, str]) -> str:
    owner, _, name = path.rpartition(".")
    if path in names:
        return names[path]
    return f"{_named(owner, names)}.{name}" if owner else path


def _ending(contract: Contract) -> bool:
    return contract.superseded is not None or contract.deprecated is not None


def _transition(
    path: str,
    element: Element,
    known: Mapping[str, Element],
    names: Mapping[str, str],
    *,
    announced: bool,
    gone: bool = False,
) -> Transition:
    superseded = element.contract.superseded
    by = superseded.by if superseded is not None else None
    successor = resolved(by, path, known) if by is not None else None
    owner = known.get(path.rpartition(".")[0])
    return Transition(
        path=_named(path, names),
        text=element.text,
        role=owner.contract.role if isinstance(owner, Class) else None,
        by=by,
        successor=_named(successor, names) if successor is not None else None,
        successor_text=known[successor].text if successor is not None else None,
        since=superseded.since if superseded is not None else None,
        note=element.contract.deprecated,
        announced=announced,
        gone=gone,
    )
