"""Looks at a driver beside releases: lays the checked copy, and lets the type checker look."""

import hashlib
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from virtapi_analyzer.drivers import kept_classes
from virtapi_analyzer.drivers.copying import Copy
from virtapi_analyzer.drivers.environment import Environment
from virtapi_analyzer.drivers.kept_classes import Classes
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
from virtapi_analyzer.interface.tree import Tree
from virtapi_analyzer.model.errors import ReadingError

if TYPE_CHECKING:
    from virtapi_analyzer.checker.building import Place
    from virtapi_analyzer.checker.checking import Seen
    from virtapi_analyzer.checker.message import Message
    from virtapi_analyzer.drivers.release import Release

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What the type checker gave beside one release: what it said, in the order of the files, and classes. Its own
    order depends on what it knew before."""

    messages: "tuple[Message, ...]"
    classes: Classes


def look(asked: Asked, targets: Sequence[tuple[Target, Tree]], progress: Progress) -> tuple[Sight, ...]:
    """What the type checker sees beside each release."""
    seen = []
    for target, tree in targets:
        progress(f"checking {len(asked.copies)} modules beside {target.label}")
        seen.append(_seen(asked, target, tree))
    return tuple(seen)


def places(asked: Asked, release: "Release") -> Mapping[str, str]:
    """The driver's modules by their files as the type checker names them."""
    folder = _workshop(asked, release) / "copy"
    return {str(folder / _file_of(name, asked.source)): name for name in asked.source.modules}


def _workshop(asked: Asked, release: "Release | Target") -> Path:
    key = "\0".join([str(asked.source.root), release.digest, *map(str, asked.environment.folders), sys.version])
    return workshops() / "checks" / hashlib.sha256(key.encode()).hexdigest()[:24]


def _file_of(name: str, source: Source) -> str:
    return f"{name.replace('.', '/')}{'/__init__' if source.modules[name].initial else ''}.py"


def _seen(asked: Asked, release: Target, tree: Tree) -> Sight:
    from virtapi_analyzer.checker.building import VERSION
    from virtapi_analyzer.checker.checking import check

    workshop = _workshop(asked, release)
    kept = workshop / "classes.json"
    modules = sorted(asked.source.modules)
    with ExitStack() as stack:
        stack.enter_context(alone_in(workshop))
        place = _place(asked, release, tree, workshop)
        kind = hashlib.sha256(f"{VERSION} {sys.version} {place.python}".encode()).hexdigest()[:24]
        if not place.cache.exists():
            forget_old()
        seeded(place.cache, kind)
        seen = check(place)
        while seen.blocked is not None and stand_in(place.search[0], _unreadable(seen)):
            seen = check(place)
        if seen.blocked is not None:
            raise ReadingError(f"mypy cannot read the driver: {seen.blocked}")
        known = kept_classes.load(kept)
        classes = kept_classes.together(seen, known, modules)
        if classes is None:
            seen = check(place, modules)
            classes = kept_classes.together(seen, known, modules)
            assert classes is not None, "what was asked for was loaded"
        if classes != known:
            kept_classes.save(kept, classes)
        keep_seed(place.cache, kind)
    messages = sorted(seen.messages, key=lambda each: (each.file, each.line, each.column, each.code, each.text))
    return Sight(messages=tuple(messages), classes=classes)


def _place(asked: Asked, release: Target, tree: Tree, workshop: Path) -> "Place":
    """Lay everything where a build finds it."""
    from virtapi_analyzer.checker.building import Place

    copy = workshop / "copy"
    lay(copy, {_file_of(name, asked.source): each.text.encode() for name, each in asked.copies.items()})
    return Place(
        package=release.package,
        modules={name: copy / _file_of(name, asked.source) for name in asked.source.modules},
        search=[lay_release(tree, release.digest)],
        installed=[*without(asked.environment.folders, release.package, workshop), lay_needs()],
        cache=workshop / "mypy",
        untyped=sorted(set(_bases(asked.source))),
        superseded=release.superseded,
        rebound=dict(_rebound(asked.source)),
        python=asked.environment.version,
    )


def _unreadable(seen: "Seen") -> tuple[str, ...]:
    """The files whose syntax stopped the type checker."""
    return tuple(dict.fromkeys(each.file for each in seen.messages if each.code == "syntax"))


def _bases(source: Source) -> Iterator[str]:
    """The packages of others that classes inherit from: what these define is needed, with types or without."""
    own = {name.partition(".")[0] for name in source.modules}
    for module in source.modules.values():
        outline = module.outline
        for base in (base for each in outline.classes.values() for base in each.bases):
            target = outline.imports.get(base.partition("[")[0].partition(".")[0])
            if target is not None and (top := target.partition(".")[0]) not in own:
                yield top


def _rebound(source: Source) -> Iterator[tuple[str, tuple[str, ...]]]:
    for module in source.modules.values():
        for path, found in module.outline.classes.items():
            yield from ((f"{path}.{each.name}", each.rebound) for each in found.members.values() if each.rebound)
