"""How a check of drivers is declared: one decorator over one function, in a file of the same name."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar, get_type_hints

from virtapi_analyzer.drivers.part import Found, Part, Rank
from virtapi_analyzer.model.diagnostic import Weight
from virtapi_analyzer.registry import documentation


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A check: `id` is its file's name with hyphens; its documentation is the docstring of its module."""

    id: str
    summary: str
    rank: Rank
    weight: Weight
    subject: type[Part]
    find: Callable[[Any], Iterator[Found]]
    title: str
    text: str
    instead: str | None


P = TypeVar("P", bound=Part)


def check(
    *, summary: str, rank: Rank, weight: Weight = Weight.ERROR
) -> Callable[[Callable[[P], Iterator[Found]]], Check]:
    """Declare the decorated function as the check of its module. It takes one part, whose annotated type is what the
    check looks at, and yields the signs of mistakes that it sees."""

    def declare(find: Callable[[P], Iterator[Found]]) -> Check:
        documented = documentation(find.__module__)
        (subject,) = (hint for name, hint in get_type_hints(find).items() if name != "return")
        return Check(
            id=find.__name__.replace("_", "-"),
            summary=summary,
            rank=rank,
            weight=weight,
            subject=subject,
            find=find,
            title=documented.title,
            text=documented.text,
            instead=documented.instead,
        )

    return declare
