"""Elements as they are read from a source text, for tests to look at."""

from collections.abc import Mapping
from typing import Any

from tests.compare.texts import Sources, read
from virtapi_analyzer.model.element import (
    Attribute,
    Class,
    Function,
    Member,
    Property,
)

SOURCE = """\
import abc

class A(metaclass=abc.ABCMeta):
    capabilities = {"has_x": True, "y": None}

    def __init__(self, a, *, b=None):
        self.z = a

    @abc.abstractmethod
    def optional(self, q):
        \"\"\"Do it.\"\"\"
        raise NotImplementedError()

    @abc.abstractproperty
    def state(self): ...

    def gone(self):
        raise NotImplementedError

    def there(self):
        return 1

    def nothing(self):
        \"\"\"Nothing.\"\"\"
"""


def the_class(sources: Sources, path: str = "pkg.A", **asked: Any) -> Class:
    """The class at that path."""
    return read(sources, **asked).classes[path]


def members(sources: Sources, path: str = "pkg.A", **asked: Any) -> Mapping[str, Member]:
    """Its members, inherited ones included."""
    return the_class(sources, path, **asked).members


def method(sources: Sources, name: str = "f") -> Function:
    """A method of `pkg.A`."""
    element = members(sources)[name].element
    assert isinstance(element, Function)
    return element


def attributes(sources: Sources, path: str = "pkg.A", **asked: Any) -> dict[str, Attribute]:
    """The attributes of a class."""
    found = members(sources, path, **asked)
    return {name: member.element for name, member in found.items() if isinstance(member.element, Attribute)}


def properties(sources: Sources) -> dict[str, Property]:
    """The properties of `pkg.A`."""
    return {name: m.element for name, m in members(sources).items() if isinstance(m.element, Property)}
