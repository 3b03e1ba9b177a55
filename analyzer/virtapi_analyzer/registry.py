"""A folder as a registry: a file for each entry, which is called as its file and documented by its docstring."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, TypeVar

ADVICE = "## What to do instead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Documentation:
    """A docstring in parts: its first line, what follows, and of that the first paragraph under `ADVICE`, on one line
    (None where there is none)."""

    title: str
    text: str
    instead: str | None


class Entry(Protocol):
    """What a file of a registry declares."""

    @property
    def id(self) -> str:
        """What it is called: the name of its file, with hyphens."""


E = TypeVar("E", bound=Entry)


def documentation(module: str) -> Documentation:
    """The documentation of an entry, which is the docstring of its module."""
    title, _, text = (sys.modules[module].__doc__ or "").strip().partition("\n")
    text = text.strip()
    _, found, advice = text.partition(ADVICE)
    instead = " ".join(advice.strip().split("\n\n")[0].split()) if found else None
    return Documentation(title=title.strip(), text=text, instead=instead)


def registered(package: str, folder: Iterable[str], kind: type[E]) -> tuple[E, ...]:
    """Every entry of a package, by id; `folder` is the package's `__path__`, and `kind` what its files declare."""
    modules = (import_module(f"{package}.{found.name}") for found in iter_modules(folder))
    declared = (getattr(module, module.__name__.rpartition(".")[2], None) for module in modules)
    return tuple(sorted((each for each in declared if isinstance(each, kind)), key=lambda each: each.id))
