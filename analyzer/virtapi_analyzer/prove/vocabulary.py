"""The words of `virtapi.contract` as mypy needs them where an interface uses them and that package is not at hand: each
gives back what it stands on. Without them mypy would know nothing of a method that bears one."""

from collections.abc import Mapping

_MARKS = (
    "driver_interface",
    "host_interface",
    "concurrent",
    "experimental",
    "open_enum",
    "open_base",
    "implicit",
)
_STATEMENTS = (
    "capability",
    "raises",
    "since",
    "since_members",
    "superseded",
    "superseded_members",
    "requires",
    "default_for",
    "fallback_for",
)
_METADATA = ("Since", "Superseded")
WORDS = (*_MARKS, *_STATEMENTS, *_METADATA)
_TEXT = "\n".join([
    "from collections.abc import Callable",
    "from typing import Any, TypeVar",
    '_T = TypeVar("_T")',
    *(f"def {word}(it: _T, /) -> _T: ..." for word in _MARKS),
    *(f"def {word}(*arguments: Any, **named: Any) -> Callable[[_T], _T]: ..." for word in _STATEMENTS),
    *(f"class {word}:\n    def __init__(self, *arguments: Any, **named: Any) -> None: ..." for word in _METADATA),
    "",
])  # fmt: skip


def with_vocabulary(files: Mapping[str, str]) -> Mapping[str, str]:
    """The files, and the vocabulary where they lack it."""
    if any(f"virtapi/contract{ending}" in files for ending in (".py", ".pyi")):
        return files
    known = any(f"virtapi/__init__{ending}" in files for ending in (".py", ".pyi"))
    package = {} if known else {"virtapi/__init__.pyi": ""}
    return {**files, **package, "virtapi/contract.pyi": _TEXT}
