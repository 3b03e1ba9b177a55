"""Looks at a driver beside releases: lays the checked copy, lets the type checker look, and judges what it saw."""

import hashlib
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from virtapi_analyzer.drivers import choosing
from virtapi_analyzer.drivers.beside import Beside
from virtapi_analyzer.drivers.copying import Copy
from virtapi_analyzer.drivers.environment import Environment
from virtapi_analyzer.drivers.judging import Ignores, judged
from virtapi_analyzer.drivers.part import MemberPart, Part, SaidPart
from virtapi_analyzer.drivers.release import Release
from virtapi_analyzer.drivers.source import Source
from virtapi_analyzer.drivers.workshop import (
    alone_in,
    forget_old,
    keep_seed,
    lay,
    lay_needs,
    lay_release,
    seeded,
    stand_in,
    without,
    workshops,
)
from virtapi_analyzer.interface.folders import shown
from virtapi_analyzer.interface.tree import Tree
from virtapi_analyzer.model.call import HostCalls
from virtapi_analyzer.model.diagnostic import Checked
from virtapi_analyzer.model.errors import ReadingError, SourceError

if TYPE_CHECKING:
    from virtapi_analyzer.checker.checking import Looked

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is to be looked at: a driver's source, in its environment.

    `copies` are its modules as they are checked. `named` are classes that the command line names as `module:Class`.
    `strict` says that the declaration is the contract, as it is for `virtapi`.
    """

    source: Source
    copies: Mapping[str, Copy]
    environment: Environment
    named: Sequence[str] = ()
    strict: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A release before anything of it is read: what it is called, its package, and the digest of its files.

    `superseded` are its superseded fields by dotted path, each with what to do instead.
    """

    label: str
    package: str
    digest: str
    superseded: Mapping[str, str] = field(default_factory=dict)


def look(asked: Asked, targets: Sequence[tuple[Target, Tree]], progress: Progress) -> "tuple[Looked, ...]":
    """What the type checker finds beside each release."""
    seen = []
    for target, tree in targets:
        progress(f"checking {len(asked.copies)} modules beside {target.label}")
        seen.append(_looked(asked, target, tree))
    return tuple(seen)


def judge(
    asked: Asked, seen: "Sequence[tuple[Release, Looked]]", others: Sequence[Release], hosts: Sequence[HostCalls] = ()
) -> tuple[tuple[str, ...], tuple[Checked, ...]]:
    """The drivers, and how they stand beside each release.

    `others` are further releases of the interface, `hosts` is what a host calls, for each of the releases, or nothing.
    """
    source = asked.source
    outlines = {name: module.outline for name, module in source.modules.items()}
    drivers = _drivers(asked, seen)
    places = {name: shown(module.file) for name, module in source.modules.items()}
    checked = []
    for (release, found), host in zip_longest(seen, hosts):
        beside = Beside(
            release=release,
            others=[*(each for each, _ in seen), *others],
            looked=found,
            drivers=drivers,
            outlines=outlines,
            files=_places(asked, release),
            shown=places,
            strict=asked.strict,
            host=host,
        )
        checked.append(judged(beside, _ignores(asked.copies, places)))
    return drivers, tuple(checked)


def _drivers(asked: Asked, seen: "Sequence[tuple[Release, Looked]]") -> tuple[str, ...]:
    words, is_asked = (asked.named, True) if asked.named else (asked.source.named, False)
    if words:
        names = {name: path for _, found in seen for name, path in found.names.items()}
        return choosing.named(words, names, [(release, found.classes) for release, found in seen], asked=is_asked)
    candidates = tuple(
        dict.fromkeys(
            path for release, found in seen for path in choosing.reaching(asked.source, found.classes, release)
        )
    )
    drivers = choosing.judged(candidates, [(release, found.classes) for release, found in seen])
    if not drivers:
        package = seen[0][0].package
        raise SourceError(
            f"{shown(asked.source.root)} has no driver: no class in it inherits from a driver interface of {package}; "
            "name another path, or the class with --class MODULE:NAME"
        )
    return drivers


def _workshop(asked: Asked, release: Release | Target) -> Path:
    key = "\0".join([str(asked.source.root), release.digest, *map(str, asked.environment.folders), sys.version])
    return workshops() / "checks" / hashlib.sha256(key.encode()).hexdigest()[:24]


def _file_of(name: str, source: Source) -> str:
    return f"{name.replace('.', '/')}{'/__init__' if source.modules[name].initial else ''}.py"


def _places(asked: Asked, release: Release) -> Mapping[str, str]:
    """The driver's modules by their files as the type checker names them."""
    folder = _workshop(asked, release) / "copy"
    return {str(folder / _file_of(name, asked.source)): name for name in asked.source.modules}


def _looked(asked: Asked, release: Target, tree: Tree) -> "Looked":
    from virtapi_analyzer.checker.building import VERSION, Place
    from virtapi_analyzer.checker.checking import look as check

    workshop = _workshop(asked, release)
    with ExitStack() as stack:
        stack.enter_context(alone_in(workshop))
        copy = workshop / "copy"
        files = {_file_of(name, asked.source): each.text.encode() for name, each in asked.copies.items()}
        lay(copy, files)
        place = Place(
            package=release.package,
            modules={name: copy / _file_of(name, asked.source) for name in asked.source.modules},
            search=[lay_release(tree, release.digest)],
            installed=[*without(asked.environment.folders, release.package, workshop), lay_needs()],
            cache=workshop / "mypy",
            untyped=sorted(set(_bases(asked.source))),
            superseded=release.superseded,
            python=asked.environment.version,
        )
        kind = hashlib.sha256(f"{VERSION} {sys.version} {place.python}".encode()).hexdigest()[:24]
        if not place.cache.exists():
            forget_old()
        seeded(place.cache, kind)
        looked = check(place, sorted(asked.source.modules))
        while looked.blocked is not None and stand_in(place.search[0], looked.unreadable):
            looked = check(place, sorted(asked.source.modules))
        keep_seed(place.cache, kind)
    if looked.blocked is not None:
        raise ReadingError(f"mypy cannot read the driver: {looked.blocked}")
    return looked


def _bases(source: Source) -> Iterator[str]:
    """The packages of others that classes inherit from: what these define is needed, with types or without."""
    own = {name.partition(".")[0] for name in source.modules}
    for module in source.modules.values():
        outline = module.outline
        for base in (base for each in outline.classes.values() for base in each.bases):
            target = outline.imports.get(base.partition("[")[0].partition(".")[0])
            if target is not None and (top := target.partition(".")[0]) not in own:
                yield top


def _ignores(copies: Mapping[str, Copy], places: Mapping[str, str]) -> Ignores:
    modules = {file: module for module, file in places.items()}

    def ignores(part: Part) -> bool:
        if not isinstance(part, SaidPart | MemberPart) or part.location.file not in modules:
            return False
        module = modules[part.location.file]
        if isinstance(part, SaidPart):
            return copies[module].ignores(part.said.line, part.said.end_line, part.said.code)
        return copies[module].ignores(part.location.line, part.location.line, "override")

    return ignores
