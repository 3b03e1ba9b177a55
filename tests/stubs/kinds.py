"""The classes of data objects that the imported interface has, whichever release it is, and how Hypothesis makes them."""

import dataclasses
import importlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

import virtapi
from virtapi.values import JsonValue

PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()


def modules() -> Iterator[str]:
    """The names of all modules of the interface that have a stub."""
    folder = Path(virtapi.__file__).parent
    for file in sorted(folder.rglob("*.pyi")):
        yield ".".join(("virtapi", *file.relative_to(folder).with_suffix("").parts)).removesuffix(".__init__")


def dataclasses_of_the_interface() -> Iterator[type[Any]]:
    for module in map(importlib.import_module, modules()):
        for each in vars(module).values():
            if isinstance(each, type) and dataclasses.is_dataclass(each) and each.__module__ == module.__name__:
                yield each


def objects() -> list[type[Any]]:
    """Those that are no exceptions."""
    return [each for each in dataclasses_of_the_interface() if not issubclass(each, BaseException)]


def teach_hypothesis() -> None:
    """Let Hypothesis make times with their zone, and what JSON can hold."""
    st.register_type_strategy(datetime, st.datetimes(timezones=st.timezones()))
    json: Any = JsonValue
    st.register_type_strategy(
        json, st.recursive(PLAIN, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=4)
    )
