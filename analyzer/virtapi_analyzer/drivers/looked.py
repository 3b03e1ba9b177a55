"""What the type checker found beside one release, as the checks look at it."""

from collections.abc import Mapping
from dataclasses import dataclass

from virtapi_analyzer.checker.optional import understood
from virtapi_analyzer.drivers.kept_classes import checked_classes
from virtapi_analyzer.drivers.looking import Sight
from virtapi_analyzer.model.checked import CheckedClass
from virtapi_analyzer.model.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What the type checker found: every class that is reached, by path, the classes that the driver's modules have a
    name for (`module.name`), and everything that it said."""

    classes: Mapping[str, CheckedClass]
    names: Mapping[str, str]
    said: tuple[Said, ...]


def looked(sight: Sight) -> Looked:
    """What was seen, understood."""
    names = sight.classes.names.items()
    return Looked(
        classes=checked_classes(sight.classes),
        names={f"{module}.{name}": path for module, found in names for name, path in found.items()},
        said=tuple(understood(sight.messages)),
    )
