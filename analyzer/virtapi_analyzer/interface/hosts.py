"""A host's source: which of its modules call drivers, and what they call."""

import ast
import hashlib
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from virtapi_analyzer.interface.call_sites import Scope, scopes
from virtapi_analyzer.interface.exception_order import exception_orders
from virtapi_analyzer.interface.folders import every_file, shown
from virtapi_analyzer.interface.host_modules import host_module
from virtapi_analyzer.interface.inherited import drivers_in, inherited_uses
from virtapi_analyzer.interface.library import decoded, module_name
from virtapi_analyzer.interface.patterns import matches
from virtapi_analyzer.interface.receivers import Vocabulary
from virtapi_analyzer.interface.sources import open_tree
from virtapi_analyzer.interface.surroundings import sites_of
from virtapi_analyzer.interface.tree import Tree, silent
from virtapi_analyzer.model.call import Call, HostCalls, Sight
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import Function, Location
from virtapi_analyzer.model.errors import AnalyzerError, SourceError
from virtapi_analyzer.model.interface import Interface
from virtapi_analyzer.model.pair import is_private
from virtapi_analyzer.model.shelter import Surroundings

RECEIVERS = ("driver", "*_driver")
"""The names that a host gives to its drivers, where the project says nothing."""


def host_calls(
    spec: str,
    interface: Interface,
    *,
    callers: Sequence[str] = (),
    receivers: Sequence[str] = (),
    inherited: Collection[str] = (),
    exceptions: Collection[str] = (),
    project: Path | None = None,
    progress: Callable[[str], None] = silent,
) -> HostCalls:
    """What a host calls of an interface that has been read, and what stands around it. `spec` is the host's source.

    `callers` are globs over the modules that call drivers, `receivers` over the names that these give to them. Of the
    members `inherited` it is also said where drivers in the host's source use them, of `exceptions` what catches them.
    """
    trees = open_host(spec, package=interface.package, callers=callers, project=project, progress=progress)
    words = vocabulary(interface, receivers)
    found = read_calls(trees, vocabulary=words, callers=callers, surroundings=True, progress=progress)
    if exceptions:
        orders = exception_orders(exceptions, interface, trees)
        found = replace(found, surroundings=replace(found.surroundings, above=orders))
    if not inherited:
        return found
    files = tuple(_chosen(trees, ()))
    return replace(found, drivers=drivers_in(files, words), uses=inherited_uses(files, inherited, words))


def open_host(
    spec: str,
    *,
    package: str,
    callers: Sequence[str] = (),
    project: Path | None = None,
    progress: Callable[[str], None] = silent,
) -> tuple[Tree, ...]:
    """The files of a host's source (`open_tree` says which there are), one tree for each package of its callers.

    Where nothing says which modules call drivers, a path stands for every file below it, a release on the index for
    the package of its name, a commit for the interface's `package`.
    """
    named = dict.fromkeys(pattern.partition(".")[0] for pattern in callers)
    packages = [name for name in named if name.isidentifier()]
    if not packages and (path := _plain_path(spec)) is not None:
        return (every_file(path, label=shown(path)),)
    kind, _, rest = spec.partition(":")
    if not packages and kind == "pypi":
        packages = [rest.partition("==")[0].strip().replace("-", "_").lower()]
    try:
        return tuple(
            open_tree(spec, package=each, project=project, progress=progress) for each in packages or (package,)
        )
    except SourceError as error:
        which = "" if callers else "; `callers` in the configuration names the modules that call drivers"
        raise SourceError(f"the host's source: {error}{which}") from error


def _plain_path(spec: str) -> Path | None:
    """The folder or the Python file that a source is; None for any other source."""
    if not spec.strip() or "\0" in spec or spec.startswith(("git:", "pypi:")):
        return None
    path = Path(spec).expanduser()
    return path if path.is_dir() or (path.is_file() and path.suffix == ".py") else None


def read_calls(
    trees: Sequence[Tree],
    *,
    vocabulary: Vocabulary,
    callers: Sequence[str] = (),
    surroundings: bool = False,
    progress: Callable[[str], None] = silent,
) -> HostCalls:
    """Every call of a driver in the modules of a host that fit the globs `callers`; without any, in all but tests.

    With `surroundings`, also what stands around the calls. A file that this Python cannot read is named where it has
    the name of a method, and the rest is read. Raises `SourceError` where no module fits.
    """
    label = trees[0].label
    chosen = tuple(_chosen(trees, callers))
    if not chosen:
        what = f"no module of {', '.join(callers)}: correct `callers` in the configuration" if callers else "no Python"
        raise SourceError(f"the host's source {label} has {what}")
    unread: list[str] = []
    reading = _Reading(chosen=chosen, vocabulary=vocabulary, progress=progress)
    scopes_ = list(reading.naming({*vocabulary.methods, "getattr"}, unread))
    modules = [host_module(scope) for scope in scopes_] if surroundings else []
    everything = (
        [each for module in modules for each in module.found]
        if surroundings
        else [each for whole in scopes_ for scope in whole.all() for each in scope.found()]
    )
    calls = [each for each in everything if isinstance(each, Call)]
    dynamic = [each for each in everything if isinstance(each, Location)]
    ordered = sorted(calls, key=lambda call: (call.location.file, call.location.line, call.method))
    sight = Sight(
        label=label,
        files=len(chosen) - len(unread),
        calls=len(calls),
        dynamic=tuple(f"{place.file}:{place.line}" for place in dynamic),
        unread=tuple(unread),
    )
    if not surroundings:
        return HostCalls(calls=tuple(ordered), sight=sight)
    sites = sites_of(ordered, modules, lambda names: [host_module(scope) for scope in reading.naming(names, [])])
    return HostCalls(calls=tuple(ordered), sight=sight, surroundings=Surroundings(sites=sites))


@dataclass(slots=True, kw_only=True)
class _Reading:
    """The files of a host that may be read, and those that have been."""

    chosen: Sequence[tuple[Tree, str]]
    vocabulary: Vocabulary
    progress: Callable[[str], None]
    done: set[str] = field(default_factory=set)

    def naming(self, names: Collection[str], unread: list[str]) -> Iterator[Scope]:
        """The modules that have one of these names as a word and were not read yet. What cannot be read is appended to
        `unread`, with the reason."""
        words = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})\b".encode())
        for tree, file in self.chosen:
            place = tree.locate(file)
            if place in self.done:
                continue
            self.progress(f"reading the calls in {file}")
            content = tree.read(file)
            if words.search(content) is None:
                continue
            self.done.add(place)
            try:
                parsed = ast.parse(decoded(content, place))
            except AnalyzerError as error:
                unread.append(str(error))
                continue
            except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
                line = f":{error.lineno}" if isinstance(error, SyntaxError) and error.lineno else ""
                reason = error.msg if isinstance(error, SyntaxError) else str(error) or "nested too deeply"
                unread.append(f"{place}{line}: {reason}")
                continue
            package = PurePosixPath(file).stem == "__init__"
            module = module_name(file)
            yield scopes(parsed, module=module, file=place, vocabulary=self.vocabulary, package=package)


def vocabulary(interface: Interface, receivers: Sequence[str] = ()) -> Vocabulary:
    """What of an interface shows in a host's source. `receivers` are globs over the names that it gives to drivers."""
    driven = [interface.classes[path] for path, roles in interface.roles.items() if Role.DRIVER in roles]
    members = (each for class_ in driven for each in class_.members.items())
    methods = {name for name, member in members if isinstance(member.element, Function)}
    return Vocabulary(
        package=interface.package,
        classes=frozenset(class_.name for class_ in driven),
        methods=frozenset(name for name in methods if not is_private(name) and not name.startswith("__")),
        names=tuple(receivers) or RECEIVERS,
    )


def callers_digest(trees: Sequence[Tree], callers: Sequence[str] = ()) -> str:
    """The digest of all that `read_calls` would read."""
    whole = hashlib.sha256("\0".join([tree.label for tree in trees]).encode())
    for tree, file in _chosen(trees, callers):
        whole.update(file.encode() + b"\0" + hashlib.sha256(tree.read(file)).digest())
    return whole.hexdigest()


def _chosen(trees: Sequence[Tree], callers: Sequence[str]) -> Iterator[tuple[Tree, str]]:
    return ((tree, file) for tree in trees for file in sorted(tree.files) if _calls_drivers(file, callers))


def _calls_drivers(file: str, callers: Sequence[str]) -> bool:
    if not file.endswith(".py"):
        return False
    if callers:
        return any(matches(pattern, module_name(file)) for pattern in callers)
    return not any(_is_test(part) for part in PurePosixPath(file).parts)


def _is_test(part: str) -> bool:
    return part in ("test", "tests", "testing", "conftest.py") or part.startswith("test_") or part.endswith("_test.py")
