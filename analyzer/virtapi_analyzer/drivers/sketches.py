"""Keeps what was read of each file under the digest of its text, so that a file that did not change is not parsed."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from virtapi_analyzer.drivers.outline import ClassOutline, Import, MemberOutline, Sketch
from virtapi_analyzer.interface.cache import keep

FORM = 5
"""Raised with every change of what is kept."""


def load(file: Path) -> Mapping[str, Sketch]:
    """What is kept in a file, by digest; nothing where there is none that can be read."""
    try:
        form, content = json.loads(file.read_text(encoding="utf-8"))
        return {name: _sketch(*each) for name, each in content.items()} if form == FORM else {}
    except (OSError, ValueError, TypeError):
        return {}


def save(file: Path, sketches: Mapping[str, Sketch]) -> None:
    """Keep these, and nothing else."""
    content = {name: written(each) for name, each in sketches.items()}
    keep(file, json.dumps([FORM, content]).encode())


def written(found: Sketch) -> list[Any]:
    """A sketch as plain lists."""
    imports = [[each.module, each.level, each.name, each.alias] for each in found.imports]
    classes = [
        [
            each.path,
            each.line,
            each.start,
            each.end,
            each.bases,
            [_member(m) for m in each.members.values()],
            dict(each.assigned),
        ]
        for each in found.classes
    ]
    return [classes, imports, sorted(found.attributes), sorted(found.calls)]


def _member(each: MemberOutline) -> list[Any]:
    written = (each.decorators, each.parameters, each.annotations, each.inner, each.returned, each.rebound)
    return [each.name, each.line, each.start, each.end, *written]


def _sketch(classes: Iterable[Any], imports: Iterable[Any], attributes: Iterable[Any], calls: Iterable[Any]) -> Sketch:
    return Sketch(
        classes=tuple(_class(*each) for each in classes),
        imports=tuple(Import(module=m, level=level, name=name, alias=alias) for m, level, name, alias in imports),
        attributes=frozenset((line, dotted) for line, dotted in attributes),
        calls=frozenset((first, last, dotted) for first, last, dotted in calls),
    )


def _class(
    path: str,
    line: int,
    start: int,
    end: int,
    bases: Iterable[str],
    members: Iterable[Any],
    assigned: Mapping[str, Iterable[int]],
) -> ClassOutline:
    found = [
        MemberOutline(
            name=name,
            line=first,
            start=begin,
            end=last,
            decorators=tuple(decorators),
            parameters=tuple(parameters),
            annotations=tuple(annotations),
            inner=tuple((begun, ended) for begun, ended in inner),
            returned=tuple((begun, ended) for begun, ended in returned),
            rebound=tuple(rebound),
        )
        for name, first, begin, last, decorators, parameters, annotations, inner, returned, rebound in members
    ]
    return ClassOutline(
        path=path,
        line=line,
        start=start,
        end=end,
        bases=tuple(bases),
        members={each.name: each for each in found},
        assigned={name: tuple(lines) for name, lines in assigned.items()},
    )
