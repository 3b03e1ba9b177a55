"""Globs over dotted paths."""

import re
from functools import lru_cache


def matches(pattern: str, path: str) -> bool:
    """Whether a glob fits a whole dotted path, case included.

    `*` stands for any text, dots and nothing included; `?` for one character; everything else, the brackets of
    `….capabilities[supports_vtpm]` too, for itself.
    """
    return _compiled(pattern).fullmatch(path) is not None


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    special = {"*": ".*", "?": "."}
    return re.compile("".join(special.get(character) or re.escape(character) for character in pattern), re.DOTALL)
