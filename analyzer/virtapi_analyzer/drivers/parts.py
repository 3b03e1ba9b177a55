"""What the checks look at: the driver classes beside one release, their members, and what was said of their source."""

from collections.abc import Iterator

from virtapi_analyzer.drivers.beside import Beside
from virtapi_analyzer.drivers.member_parts import attempted, member_parts
from virtapi_analyzer.drivers.part import DriverPart, Part
from virtapi_analyzer.drivers.said_parts import said_parts
from virtapi_analyzer.model.checked import CheckedClass


def parts(beside: Beside) -> Iterator[Part]:
    """All there is to look at."""
    told: set[str] = set()
    for path in beside.drivers:
        if (driver := beside.looked.classes.get(path)) is not None:
            yield _driver(beside, driver)
            yield from member_parts(beside, driver, told)
    yield from said_parts(beside)


def _driver(beside: Beside, driver: CheckedClass) -> DriverPart:
    definer: dict[str, str] = {}
    for base in driver.mro:
        for name in beside.defined(base):
            definer.setdefault(name, base)
    own = {name: base for name, base in definer.items() if beside.member_outline(base, name) is not None}
    return DriverPart(
        release=beside.release,
        strict=beside.strict,
        driver=driver,
        outline=beside.outline(driver.path),
        location=beside.location(driver.path),
        interfaces=beside.interfaces(driver),
        definer=definer,
        places={name: beside.location(base, name) for name, base in own.items()},
        attempted=attempted(beside, driver),
        unresolved=tuple(_unresolved(beside, driver)) if driver.open else (),
    )


def _unresolved(beside: Beside, driver: CheckedClass) -> Iterator[tuple[str, str]]:
    """The bases that are missing, each with its module; without any that is known, the driver's own, unnamed.

    A base that the release lacks is not among them: its import says so.
    """
    outlines = [(path, beside.outline(path)) for path in driver.mro]
    bases = [(path, base) for path, outline in outlines if outline is not None for base in outline.bases]
    missing = [(base, module) for path, base in bases if (module := beside.missing(path, base)) is not None]
    if not missing:
        yield driver.path.rpartition(".")[2], "a module that it comes from"
    yield from ((base, module) for base, module in missing if not beside.reach.inside(module))
