"""What became of each element, for people (a line a life, grouped by class) and for programs."""

import json as encoder
from itertools import groupby
from typing import Any

from virtapi_analyzer.model.element import Attribute, Class, Element
from virtapi_analyzer.model.timeline import Course, Event, Timeline, What

VERSION = 1


def timeline_text(timeline: Timeline) -> str:
    """A line a life, under the class or module around it."""
    head = f"{timeline.interface}: {', '.join(_called(name, timeline) for name in timeline.releases)}"
    blocks = [head]
    for owner, lives in groupby(sorted(timeline.lives, key=_place), key=lambda life: _place(life)[0]):
        same = list(lives)
        width = max(len(life.element.name) for life in same)
        lines = (f"  {life.element.name:{width}}  {_sentence(life)}" for life in same)
        blocks.append("\n".join([owner, *lines]))
    if not timeline.lives:
        blocks.append("Nothing was added, superseded or removed since the first release.")
    return "\n\n".join(blocks) + "\n"


def timeline_json(timeline: Timeline) -> str:
    """The whole of it. Keys are never left out; what does not apply is null."""
    content = {
        "version": VERSION,
        "interface": timeline.interface,
        "releases": list(timeline.releases),
        "tree": timeline.tree,
        "elements": [_life(life) for life in timeline.lives],
    }
    return encoder.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _place(life: Course) -> tuple[str, str]:
    owner, _, name = life.path.rpartition(".")
    return owner, name


def _called(release: str, timeline: Timeline) -> str:
    tree = release == timeline.tree and timeline.tree != "working tree"
    return f"{release} (working tree)" if tree else release


def _sentence(life: Course) -> str:
    return ", ".join(f"{event.release} {_words(event, life)}" for event in life.events)


def _words(event: Event, life: Course) -> str:
    by = _short(event.by, life.path) if event.by is not None else None
    match event.what:
        case What.SUPERSEDED:
            return f"superseded by {by}" if by else "superseded without successor"
        case What.REMOVED:
            return f"replaced by {by}" if by else "removed"
        case What.KEPT:
            return "no longer superseded"
        case What.ADDED:
            return "added"


def _short(path: str, beside: str) -> str:
    """A path as one reads it beside another: the name alone where both are in the same class."""
    owner, _, name = path.rpartition(".")
    return name if owner == beside.rpartition(".")[0] else path


def _life(life: Course) -> dict[str, Any]:
    return {
        "path": life.path,
        "kind": _kind(life.element),
        "there": life.there,
        "events": [
            {"release": event.release, "event": event.what.value, "by": event.by, "since": event.since}
            for event in life.events
        ],
    }


def _kind(element: Element) -> str:
    if isinstance(element, Attribute | Class):
        return str(element.kind.value)
    return type(element).__name__.lower()
