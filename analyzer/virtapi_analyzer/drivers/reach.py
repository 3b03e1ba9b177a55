"""What concerns the interface, of all that a type checker says of a driver's source."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from virtapi_analyzer.drivers.outline import Outline
from virtapi_analyzer.drivers.release import Release
from virtapi_analyzer.model.said import Said, SaidKind

_WORD = re.compile(r"[A-Za-z_]\w*")
_OF_THE_OVERRIDE = frozenset(
    {
        SaidKind.SIGNATURE,
        SaidKind.PARAMETER_TYPE,
        SaidKind.RETURN_TYPE,
        SaidKind.ATTRIBUTE_TYPE,
        SaidKind.KIND,
        SaidKind.RETURNED,
    }
)
_USED = (SaidKind.NOT_CALLABLE, SaidKind.NOT_INDEXABLE, SaidKind.NOT_ITERABLE, SaidKind.NOT_AWAITABLE)


@dataclass(frozen=True, kw_only=True)
class Reach:
    """Tells by the names that a message mentions. A name that the driver has too is the interface's where the module
    imports it from there."""

    release: Release
    outlines: Mapping[str, Outline]

    def inside(self, dotted: str) -> bool:
        """Whether a dotted name is the release's package, or in it, and not one of the driver's own modules.

        A driver may live inside the package, and bring the packages around it along.
        """
        package = self.release.package
        within = dotted == package or dotted.startswith(f"{package}.")
        return within and not any(
            dotted == name or (dotted.startswith(f"{name}.") and not outline.initial)
            for name, outline in self.outlines.items()
        )

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(path.rpartition(".")[2] for path in self.release.classes) | self.release.names

    @cached_property
    def _own(self) -> frozenset[str]:
        return frozenset(path.rpartition(".")[2] for outline in self.outlines.values() for path in outline.classes)

    def exported(self, name: str) -> bool:
        """Whether the release has a class, or a module of it a name, that is called so."""
        return name in self._names

    def concerns(self, said: Said, module: str, *, below: bool, overrides: bool) -> bool:
        """Whether a message in this module concerns the interface.

        `below` says that it stands in a class that inherits from one of the release, `overrides` in an override.
        """
        match said.kind:
            case SaidKind.MODULE:
                return said.name is not None and self.inside(said.name)
            case SaidKind.NAME if said.code == "name-defined" and said.name is not None and self.exported(said.name):
                return True
            case SaidKind.NAME:
                return self.inside(said.owner if said.owner is not None else self._read_of(said, module))
            case SaidKind.UNTYPED_MODULE:
                return False
            case SaidKind.NO_BASE:
                return False  # told from the classes themselves, which know what other releases have
        if below and said.kind is SaidKind.SUPER:
            return True
        if overrides and said.kind in _OF_THE_OVERRIDE:
            return True
        if said.kind in (SaidKind.RETURNED, SaidKind.DEFAULT):
            return False  # hosts pass what the release names, whatever the default
        if said.kind is SaidKind.ITEM and self.constructed(said, module) is not None:
            return True
        return any(self._mentioned(word, module) for word in self._looked_at(said))

    def _read_of(self, said: Said, module: str) -> str:
        """The module whose attribute is read on the line of a message that does not name it, "" where none is."""
        outline = self.outlines[module]
        for line, dotted in outline.attributes:
            first, *rest = dotted.split(".")
            if said.line <= line <= said.end_line and rest and rest[-1] == said.name and first in outline.imports:
                return ".".join([outline.imports[first], *rest[:-1]])
        return ""

    def constructed(self, said: Said, module: str) -> str | None:
        """What the innermost call of a name of the interface around a message calls; None where there is none."""
        outline = self.outlines[module]
        around = sorted((last - first, dotted) for first, last, dotted in outline.calls if first <= said.line <= last)
        for _, dotted in around:
            first, _, rest = dotted.partition(".")
            if self.inside(outline.imports.get(first, "")):
                return rest.rpartition(".")[2] or first
        return None

    def _looked_at(self, said: Said) -> frozenset[str]:
        """The names that count: for a use, that of what is used; an argument's type alone is the driver's affair."""
        used = (*_USED, SaidKind.CALL, SaidKind.ARGUMENT, SaidKind.ATTRIBUTE, SaidKind.READ_ONLY, SaidKind.ABSTRACT)
        if said.kind in used and said.owner is not None:
            return frozenset({said.owner, *_WORD.findall(said.owner)})
        if said.kind in (SaidKind.ITEM, SaidKind.ASSIGNED):
            return frozenset(_WORD.findall(said.wanted or ""))
        return said.mentions

    def _mentioned(self, word: str, module: str) -> bool:
        if "." in word and self.inside(word):
            return True
        short = word.partition(".")[0]
        if short not in self._names:
            return False
        imported = self.outlines[module].imports.get(short)
        if imported is not None:
            return self.inside(imported)
        return short not in self._own
