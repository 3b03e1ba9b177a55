"""Small hosts as text, and what is read of them beside a driver that may leave out what it does."""

import textwrap
from collections.abc import Mapping

from virtapi_analyzer.compare.hosts import Hosts, told_by_hosts
from virtapi_analyzer.compare.pairs import compare
from virtapi_analyzer.compare.removals import removed_names
from virtapi_analyzer.interface.exception_order import exception_orders
from virtapi_analyzer.interface.hosts import read_calls, vocabulary
from virtapi_analyzer.interface.inherited import drivers_in, inherited_uses
from virtapi_analyzer.interface.reading import read_interface
from virtapi_analyzer.interface.tree import Tree
from virtapi_analyzer.model.call import HostCalls
from virtapi_analyzer.model.interface import Interface
from virtapi_analyzer.model.pair import AnyPair

KETTLE = """\
class Driver:
    can_boil = False
    def boil(self, litres=1):
        raise NotImplementedError()
    def pour(self):
        raise NotImplementedError()
"""

Sources = str | Mapping[str, str]


def interface(source: str = KETTLE) -> Interface:
    """The package `kettle`, whose `Driver` drivers implement."""
    return read_interface(tree({"kettle.py": source}), package="kettle", driver_interfaces=("kettle.Driver",))


def host(sources: Sources, side: Interface | None = None, *, exceptions: tuple[str, ...] = ()) -> HostCalls:
    """A host of one module, or of several by their files."""
    side = side or interface()
    files = {"host.py": sources} if isinstance(sources, str) else sources
    source = tree({file: textwrap.dedent(text) for file, text in files.items()})
    words = vocabulary(side)
    found = read_calls([source], vocabulary=words, surroundings=True)
    above = exception_orders(exceptions, side, [source])
    every = tuple((source, file) for file in sorted(source.files))
    names = frozenset(name for class_ in side.classes.values() for name in class_.members)
    return HostCalls(
        calls=found.calls,
        sight=found.sight,
        surroundings=type(found.surroundings)(sites=found.surroundings.sites, above=above),
        drivers=drivers_in(every, words),
        uses=inherited_uses(every, names, words),
    )


def told(
    old_host: Sources, new_host: Sources, *, old: str = KETTLE, new: str = KETTLE, exceptions: tuple[str, ...] = ()
) -> dict[str, AnyPair]:
    """The pairs of two versions by path, with what two hosts say of them."""
    sides = interface(old), interface(new)
    pairs = compare(*sides)
    assert removed_names(pairs) <= set(sides[0].classes["kettle.Driver"].members)
    hosts = Hosts(old=host(old_host, sides[0]), new=host(new_host, sides[1], exceptions=exceptions))
    return {pair.path: pair for pair in told_by_hosts(pairs, hosts, *sides)}


def became(before: Sources, after: Sources, **interfaces: str) -> tuple[str, bool] | None:
    """What became of the refusal to boil between two hosts, and whether that is sure; None where nothing did."""
    guarding = told(before, after, **interfaces)["kettle.Driver.boil"].guarding
    return None if guarding is None else (guarding.became.name.lower(), guarding.sure)


def tree(files: Mapping[str, str]) -> Tree:
    """Files in memory."""
    return Tree(label="host", files=frozenset(files), read=lambda file: files[file].encode(), locate=lambda file: file)
