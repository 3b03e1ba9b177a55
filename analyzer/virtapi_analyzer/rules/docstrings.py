"""The named sections of a docstring: `Args`, `Returns`, `Raises`, `State`, `Repeats`, `Before`, `After`."""

import re
from collections.abc import Mapping
from functools import lru_cache

from virtapi_analyzer.model.part import MethodPart

_SECTION = re.compile(r"^(Args|Returns|Raises|State|Repeats|Before|After):[ \t]*", re.MULTILINE)
_ENTRY = re.compile(r"( +)(\*{0,2}\w+):[ \t]+\S")


def asked(part: MethodPart) -> str | None:
    """The docstring of a method whose sections count: what one side implements and the other calls, and construction.

    None for every other method, and for one without a docstring, of which `documentation-missing` speaks.
    """
    return part.element.docstring if part.operation or part.construction else None


@lru_cache(maxsize=1024)
def sections(docstring: str) -> Mapping[str, str]:
    """The text of each section, by its name."""
    parts = _SECTION.split(docstring)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def entries(docstring: str, section: str) -> frozenset[str]:
    """The names that a section explains, each with some text behind its colon. What is indented further goes on."""
    lines = sections(docstring).get(section, "").splitlines()
    found = [entry for line in lines if (entry := _ENTRY.match(line)) is not None]
    return frozenset(entry[2] for entry in found if entry[1] == found[0][1])
