"""What is said of two versions for drivers of both: each change with its answer, and the source that is proposed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.compare.texts import Sources, package, read
from tests.typing_of_pairs import compared
from virtapi_analyzer import rules
from virtapi_analyzer.compare.versions import versions
from virtapi_analyzer.model.change import Change, Severity
from virtapi_analyzer.model.one_source import OneSource
from virtapi_analyzer.policy.audiences import audiences
from virtapi_analyzer.policy.forward import forward, harm
from virtapi_analyzer.policy.one_source import one_source


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A change, how bad it is for drivers on the way there and on the way back, and the answer."""

    change: Change
    driver: Severity
    back: Severity
    one: OneSource

    @property
    def proposed(self) -> tuple[str, ...]:
        """The definitions that the answer proposes."""
        quoted = self.one.how.split("`")[1::2] if self.one.how.startswith("`") else []
        return tuple(text for text in quoted if "def " in text)


def answered(old: Sources, new: Sources, **asked: Any) -> Iterator[Answered]:
    """The answer for each change of two versions."""
    before, after = read(old, **asked), read(new, **asked)
    there = compared(before, after, package(old), package(new))
    back = compared(after, before, package(new), package(old))
    way = forward(rules.changes(back), versions(there, before, after))
    for change in rules.changes(there):
        driver, harmed = audiences(change)[1], harm(way.of(change.pair))
        one = one_source(change, driver=driver, back=harmed, versions=way.versions)
        yield Answered(change=change, driver=driver, back=harmed, one=one)
