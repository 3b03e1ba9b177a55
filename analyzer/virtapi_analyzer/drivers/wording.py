"""Words in a sentence."""

from collections.abc import Sequence


def listed(words: Sequence[str]) -> str:
    """At least one word, as in: a, b and c."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def nowhere(module: str) -> str:
    """Why a name cannot be found: the module that it comes from is missing, or ("") there is none."""
    return f"{module} is not installed where this looks" if module else "nothing in its file says what it is"
